//! The export `chancery-actors/1`: actors, mentions, quotations and relations with byte offsets in the seeds as they lie on disk.

use super::facts::Facts;
use crate::model::{Briefing, Certainty, Mentions, MergeEvidence, QuotationKind, Roster};
use serde::Serialize;
use std::collections::BTreeSet;

/// A briefing with what was found in it.
#[derive(Clone, Copy, Debug)]
pub struct Exported<'a> {
    /// The briefing.
    pub briefing: &'a Briefing,
    /// What was found in it.
    pub mentions: &'a Mentions,
    /// The bytes of its seed.
    pub bytes: &'a [u8],
}

/// The whole export.
#[derive(Clone, Debug, Serialize)]
pub struct Export {
    /// `chancery-actors/1`.
    pub format: &'static str,
    /// `byte`.
    pub offset_unit: &'static str,
    /// The seeds, sorted by path.
    pub docs: Vec<ExportedDoc>,
    /// The actors that are named somewhere, sorted by id.
    pub actors: Vec<ExportedActor>,
    /// What is a link on the site.
    pub mentions: Vec<ExportedMention>,
    /// Quotations.
    pub quotes: Vec<ExportedQuote>,
    /// Who acts on whom.
    pub relations: Vec<ExportedRelation>,
    /// What was left open for review.
    pub open: Vec<ExportedOpen>,
}

/// A seed.
#[derive(Clone, Debug, Serialize)]
pub struct ExportedDoc {
    /// Its path in the site.
    pub id: String,
}

/// An actor.
#[derive(Clone, Debug, Serialize)]
pub struct ExportedActor {
    /// Its id.
    pub id: String,
    /// The name that heads its page.
    pub name: String,
    /// What it is.
    pub kind: &'static str,
    /// Other names.
    pub aliases: Vec<String>,
    /// Roles as the texts state them, each once.
    pub roles: Vec<ExportedRole>,
    /// Where several seeds name it: by what their names were taken for one actor's.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub merged: Option<ExportedMerge>,
}

/// How the names of several seeds became one actor's.
#[derive(Clone, Copy, Debug, Serialize)]
pub struct ExportedMerge {
    /// How often such names are one actor's, in a thousand.
    pub confidence: u16,
    /// By what they were.
    pub evidence: &'static str,
}

/// A role.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct ExportedRole {
    /// In the text's words.
    pub title: String,
    /// Of whom: an actor's id.
    pub of: Option<String>,
    /// `certain` or `inferred`.
    pub certainty: Certainty,
    /// How often such a role is right, in a thousand.
    pub confidence: u16,
    /// By what it was found.
    pub evidence: &'static str,
}

/// A mention.
#[derive(Clone, Debug, Serialize)]
pub struct ExportedMention {
    /// The seed.
    pub doc: String,
    /// First byte on disk.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
    /// The bytes between.
    pub surface: String,
    /// Who is named.
    pub actor_id: String,
    /// `certain` or `inferred`.
    pub certainty: Certainty,
    /// How often such a mention is right, in a thousand.
    pub confidence: u16,
    /// What decided it.
    pub evidence: &'static str,
    /// By how much the tagger is for it.
    pub support: i16,
}

/// A quotation.
#[derive(Clone, Debug, Serialize)]
pub struct ExportedQuote {
    /// The seed.
    pub doc: String,
    /// First byte on disk.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
    /// `direct` or `indirect`.
    #[serde(rename = "type")]
    pub kind: QuotationKind,
    /// Who spoke.
    pub speaker: Option<String>,
    /// How sure the speaker is.
    pub certainty: Certainty,
    /// How often such a speaker is right, in a thousand.
    pub confidence: u16,
    /// By what the speaker was found.
    pub evidence: &'static str,
}

/// A relation.
#[derive(Clone, Debug, Serialize)]
pub struct ExportedRelation {
    /// The seed.
    pub doc: String,
    /// Who acts.
    pub src: String,
    /// On whom.
    pub tgt: String,
    /// The act.
    #[serde(rename = "type")]
    pub act: String,
}

/// A stretch that was left as plain text.
#[derive(Clone, Debug, Serialize)]
pub struct ExportedOpen {
    /// The seed.
    pub doc: String,
    /// First byte on disk.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
    /// Who may be named.
    pub may_be: Vec<String>,
    /// Why it was left open.
    pub reason: String,
}

/// The export of these briefings. The same input gives the same bytes.
pub fn export(briefings: &[Exported<'_>], roster: &Roster) -> Export {
    let mut sorted: Vec<Exported<'_>> = briefings.to_vec();
    sorted.sort_by(|a, b| a.briefing.seed.cmp(&b.briefing.seed));
    let mut export = Export {
        format: "chancery-actors/1",
        offset_unit: "byte",
        docs: Vec::new(),
        actors: Vec::new(),
        mentions: Vec::new(),
        quotes: Vec::new(),
        relations: Vec::new(),
        open: Vec::new(),
    };
    let mut roles: Vec<BTreeSet<ExportedRole>> = vec![BTreeSet::new(); roster.actors.len()];
    let mut named = vec![false; roster.actors.len()];
    for Exported { briefing, mentions, bytes } in sorted {
        let doc = &briefing.seed;
        let facts = Facts { briefing, mentions, roster };
        let id = |number: crate::model::ActorNo| facts.id(number).to_owned();
        export.docs.push(ExportedDoc { id: doc.clone() });
        for (mention, span) in facts.mentions() {
            if let Some(named) = named.get_mut(mention.actor.index()) {
                *named = true;
            }
            export.mentions.push(ExportedMention {
                doc: doc.clone(),
                start: span.start,
                end: span.end,
                surface: bytes.get(span.range()).map(|raw| String::from_utf8_lossy(raw).into_owned()).unwrap_or_default(),
                actor_id: id(mention.actor),
                certainty: mention.certainty,
                confidence: mention.confidence,
                evidence: mention.evidence.name(),
                support: mention.support,
            });
        }
        for (quotation, span) in facts.quotations() {
            export.quotes.push(ExportedQuote {
                doc: doc.clone(),
                start: span.start,
                end: span.end,
                kind: quotation.kind,
                speaker: quotation.speaker.map(id),
                certainty: quotation.certainty,
                confidence: quotation.confidence,
                evidence: quotation.evidence.name(),
            });
        }
        for (role, title) in facts.roles() {
            if let Some(roles) = roles.get_mut(role.actor.index()) {
                roles.insert(ExportedRole {
                    title,
                    of: role.of.map(id),
                    certainty: role.certainty,
                    confidence: role.confidence,
                    evidence: role.evidence.name(),
                });
            }
        }
        for relation in facts.acts() {
            export.relations.push(ExportedRelation { doc: doc.clone(), src: id(relation.source), tgt: id(relation.target), act: relation.act.clone() });
        }
        for (case, span) in facts.open() {
            export.open.push(ExportedOpen {
                doc: doc.clone(),
                start: span.start,
                end: span.end,
                may_be: case.may_be.iter().map(|actor| id(*actor)).collect(),
                reason: case.reason.clone(),
            });
        }
    }
    for ((actor, roles), named) in roster.actors.iter().zip(roles).zip(named) {
        if named {
            export.actors.push(ExportedActor {
                id: actor.id.clone(),
                name: actor.name.clone(),
                kind: actor.kind.name(),
                aliases: actor.aliases.iter().map(|alias| alias.text.clone()).collect(),
                roles: surest(roles),
                merged: actor.merged.map(merge),
            });
        }
    }
    export
}

fn merge(evidence: MergeEvidence) -> ExportedMerge {
    ExportedMerge { confidence: super::confidence::merged(evidence), evidence: evidence.name() }
}

/// Each role once, as sure as the surest sentence that states it.
fn surest(roles: BTreeSet<ExportedRole>) -> Vec<ExportedRole> {
    let mut roles: Vec<ExportedRole> = roles.into_iter().collect();
    roles.sort_by(|a, b| (&a.title, &a.of).cmp(&(&b.title, &b.of)).then(b.confidence.cmp(&a.confidence)));
    roles.dedup_by(|later, first| later.title == first.title && later.of == first.of);
    roles
}
