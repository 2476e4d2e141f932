//! What a person should look at: names that were left as plain text, and actors that are linked on inference, most mentioned first.

use super::dossier::{Fact, Facts};
use crate::input::Inputs;
use crate::model::{ActorNo, ActorOrigin, BriefingNo, Certainty};
use crate::site::{MentionRef, Site};
use crate::text::fold::fold;
use std::collections::BTreeMap;

/// One doubtful case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Case {
    /// The words, or the actor's name.
    pub name: String,
    /// How often it stands in the texts.
    pub count: usize,
    /// What is doubtful.
    pub why: String,
    /// Where it stands first.
    pub first: Fact,
    /// Commands of which one settles it.
    pub commands: Vec<String>,
}

/// Collected mentions of one case.
struct Collected {
    count: usize,
    at: (MentionRef, crate::model::BlockNo, crate::text::TextRange),
    why: String,
    may_be: Vec<ActorNo>,
    name: String,
    actor: Option<ActorNo>,
}

/// All doubtful cases, most mentioned first.
pub fn review(site: &Site, inputs: &Inputs) -> Vec<Case> {
    let mut cases: BTreeMap<(u8, String), Collected> = BTreeMap::new();
    for (number, entry) in site.entries().iter().enumerate() {
        let text = |block| entry.briefing.block(block).text.text();
        let at = MentionRef { briefing: BriefingNo::at(number), at: 0 };
        for case in &entry.mentions.open {
            let name = case.range.of(text(case.block)).to_owned();
            let collected = cases.entry((0, fold(&name))).or_insert_with(|| Collected {
                count: 0,
                at: (at, case.block, case.range),
                why: format!("it was left as plain text: {}", case.reason),
                may_be: case.may_be.clone(),
                name,
                actor: None,
            });
            collected.count += 1;
        }
        for mention in entry.mentions.mentions.iter().filter(|mention| mention.certainty == Certainty::Inferred) {
            let actor = site.roster().actor(mention.actor);
            if actor.origin == ActorOrigin::Curated {
                continue;
            }
            let collected = cases.entry((1, actor.id.clone())).or_insert_with(|| Collected {
                count: 0,
                at: (at, mention.block, mention.range),
                why: "it is linked on inference from the words around it".to_owned(),
                may_be: Vec::new(),
                name: actor.name.clone(),
                actor: Some(mention.actor),
            });
            collected.count += 1;
        }
    }
    let mut facts = Facts::of(site, inputs);
    let mut all: Vec<Case> = cases
        .into_values()
        .map(|found| {
            let (at, block, range) = found.at;
            let first = facts.fact(at, block, range, Certainty::Inferred);
            Case { commands: commands(site, &found), name: found.name, count: found.count, why: found.why, first }
        })
        .collect();
    all.sort_by(|a, b| b.count.cmp(&a.count).then_with(|| a.name.cmp(&b.name)));
    all
}

fn commands(site: &Site, found: &Collected) -> Vec<String> {
    let ignore = format!("chancery actors ignore {}", quoted(&found.name));
    match found.actor {
        Some(actor) => vec![format!("chancery actors adopt {}", site.roster().actor(actor).id), ignore],
        None if found.may_be.is_empty() => vec![format!("chancery new actor {}", quoted(&found.name)), ignore],
        None => {
            let mut all: Vec<String> = found.may_be.iter().map(|actor| format!("chancery actors show {}", site.roster().actor(*actor).id)).collect();
            all.push(ignore);
            all
        }
    }
}

/// As an argument for a shell.
pub fn quoted(text: &str) -> String {
    let clean: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    if !clean.is_empty() && clean.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_' | b'.' | b'/')) && !clean.starts_with('-') {
        return clean;
    }
    format!("'{}'", clean.replace('\'', "'\\''"))
}
