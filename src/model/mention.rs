//! Who is named, who spoke and in what role: stand-off tables beside a briefing.

use super::{ActorNo, BlockNo, Briefing, Evidence, RoleEvidence, SpeakerEvidence};
use crate::text::{Fingerprint, Fingerprinter, TextRange};
use rustc_hash::FxHashSet;
use serde::{Deserialize, Serialize};

/// What was found in one briefing. Every list is sorted by place; mentions are disjoint within a block.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mentions {
    /// Places where an actor is named.
    pub mentions: Vec<Mention>,
    /// Quotations.
    pub quotations: Vec<Quotation>,
    /// Roles as the text states them.
    pub roles: Vec<StatedRole>,
    /// Who acts on whom, where a verb says so.
    pub relations: Vec<Relation>,
    /// What was left open, for the review list.
    pub open: Vec<OpenCase>,
    /// Acronyms, places and buildings by which actors are called, each once for an actor: known without the words of the blocks.
    pub other_names: Vec<OtherName>,
}

/// A name of an actor that is not its own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OtherName {
    /// The first mention by it: its place among the mentions.
    pub mention: u32,
    /// As the text writes it.
    pub text: Box<str>,
}

/// A longer stretch of text is no name to look somebody up by.
const LONGEST_NAME: usize = 80;

impl OtherName {
    /// Those among `mentions`.
    pub fn all(briefing: &Briefing, mentions: &[Mention]) -> Vec<Self> {
        let mut known: FxHashSet<(ActorNo, &str)> = FxHashSet::default();
        let called = mentions.iter().zip(0..).filter(|(mention, _)| matches!(mention.naming, Naming::Metonym | Naming::Acronym));
        let names = called.filter_map(|(mention, at)| {
            let text = mention.range.of(briefing.block(mention.block).text.text());
            let is_name = !text.is_empty() && text.len() <= LONGEST_NAME;
            (is_name && known.insert((mention.actor, text))).then(|| Self { mention: at, text: text.into() })
        });
        names.collect()
    }
}

impl Mentions {
    /// Of who is named in which order, which of them in one block, who speaks and who has a role; not of where. Tables that lead from actors to places in these
    /// lists stay the same while it does.
    pub fn shape(&self) -> Fingerprint {
        let mut print = Fingerprinter::new();
        let number = |actor: ActorNo| actor.0.to_le_bytes();
        let mut bytes: Vec<u8> = Vec::with_capacity(self.mentions.len() * 5);
        let mut block = None;
        for mention in &self.mentions {
            bytes.push(u8::from(block.replace(mention.block) == Some(mention.block)));
            bytes.extend(number(mention.actor));
        }
        print.add(&bytes);
        bytes.clear();
        for quotation in &self.quotations {
            bytes.extend(quotation.speaker.map_or([0xff; 4], number));
        }
        print.add(&bytes);
        bytes.clear();
        self.roles.iter().for_each(|role| bytes.extend(number(role.actor)));
        print.add(&bytes).finish()
    }
}

/// One place where an actor is named.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mention {
    /// The block.
    pub block: BlockNo,
    /// The name, and nothing else: no article, title or possessive.
    pub range: TextRange,
    /// Who is named.
    pub actor: ActorNo,
    /// How the actor is named.
    pub naming: Naming,
    /// How sure it is.
    pub certainty: Certainty,
    /// What decided it.
    pub evidence: Evidence,
    /// By how much the tagger is for it (or against it, below zero), in its own units; 0 where it was not asked.
    pub support: i16,
    /// How often such a mention is right, in a thousand.
    pub confidence: u16,
}

/// How an actor is named.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Naming {
    /// By full name or alias.
    Name,
    /// By a short form.
    Short,
    /// By an acronym.
    Acronym,
    /// By an adjective.
    Demonym,
    /// By a place or building.
    Metonym,
}

/// How sure a statement is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Certainty {
    /// Right 99 times in 100.
    Certain,
    /// Right 90 times in 100; marked as inferred.
    Inferred,
}

/// From how often a mention has to be right to be shown as certain or as inferred, in a thousand; what is below is left open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Thresholds {
    /// Shown as certain from here.
    pub certain: u16,
    /// Shown as inferred from here.
    pub inferred: u16,
}

impl Default for Thresholds {
    fn default() -> Self {
        Self { certain: 990, inferred: 650 }
    }
}

impl Thresholds {
    /// Those of speakers and roles: of what is certain 97 in 100 are to be right, and as the words stand there, whoever they are of, they are
    /// left out only where they are as often wrong as right.
    #[must_use]
    pub fn of_stated(self) -> Self {
        Self { certain: self.certain.min(970), inferred: self.inferred.min(500) }
    }

    /// How a mention is shown that is right so often; `None` where it is left open.
    pub fn certainty(self, confidence: u16) -> Option<Certainty> {
        if confidence >= self.certain { Some(Certainty::Certain) } else { (confidence >= self.inferred).then_some(Certainty::Inferred) }
    }
}

/// Words that somebody says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Quotation {
    /// The block.
    pub block: BlockNo,
    /// Direct: what stands between the quotation marks, without them. Indirect: the reported clause.
    pub range: TextRange,
    /// Direct or indirect.
    pub kind: QuotationKind,
    /// Who spoke; `None` where nobody can be named.
    pub speaker: Option<ActorNo>,
    /// How sure the speaker is.
    pub certainty: Certainty,
    /// The words that say who spoke ("Lindqvist said"), in the same block, where there are some.
    pub cue: Option<TextRange>,
    /// By what the speaker was found.
    pub evidence: SpeakerEvidence,
    /// How often such a speaker is right, in a thousand.
    pub confidence: u16,
}

/// Whether the words are the speaker's own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum QuotationKind {
    /// In the speaker's words.
    Direct,
    /// Reported.
    Indirect,
}

/// A role as the text states it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StatedRole {
    /// Whose role.
    pub actor: ActorNo,
    /// The block that states it.
    pub block: BlockNo,
    /// The title in the text's words ("Foreign Minister").
    pub title: TextRange,
    /// Within the title: the adjective that says of whom ("former British diplomat"), which is not of it.
    pub cut: Option<TextRange>,
    /// The whole role phrase as shown to readers ("Turkey’s Foreign Minister"); contains `title`.
    pub phrase: TextRange,
    /// Of whom.
    pub of: Option<ActorNo>,
    /// How sure it is.
    pub certainty: Certainty,
    /// By what it was found.
    pub evidence: RoleEvidence,
    /// How often such a role is right, in a thousand.
    pub confidence: u16,
}

impl StatedRole {
    /// The title in the words of `text`, the block's text, without what says of whom.
    pub fn title_in(&self, text: &str) -> String {
        match self.cut {
            Some(cut) if self.title.contains(cut) => {
                let before = text.get(self.title.start as usize..cut.start as usize).unwrap_or_default();
                let after = text.get(cut.end as usize..self.title.end as usize).unwrap_or_default();
                format!("{} {}", before.trim_end(), after.trim_start()).trim().to_owned()
            }
            _ => self.title.of(text).to_owned(),
        }
    }
}

/// A directed act that a verb states.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Relation {
    /// Who acts.
    pub source: ActorNo,
    /// On or with whom.
    pub target: ActorNo,
    /// The act in one word: `met`, `warned`.
    pub act: String,
    /// The block that states it.
    pub block: BlockNo,
    /// The verb.
    pub verb: TextRange,
}

/// A stretch that may name an actor and was left as plain text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OpenCase {
    /// The block.
    pub block: BlockNo,
    /// The stretch.
    pub range: TextRange,
    /// Who it may name.
    pub may_be: Vec<ActorNo>,
    /// Why it was left open, as a clause.
    pub reason: String,
}
