//! Orders that readers see: newest first; names by the rules of the site's language.

use super::{ActorEntry, Entry};
use crate::model::{ActorNo, BriefingNo, Kind, Roster};
use icu_collator::options::CollatorOptions;
use icu_collator::{Collator, CollatorBorrowed};
use rustc_hash::FxHashSet;
use std::collections::BTreeMap;

/// The heading under which names stand: a letter, or `#` for what begins with none.
pub type Letter = String;

/// Dated briefings newest first, then the others by title; ties by key.
pub(super) fn newest(entries: &[Entry]) -> Vec<BriefingNo> {
    let mut order: Vec<BriefingNo> = (0..entries.len()).map(BriefingNo::at).collect();
    order.sort_by(|a, b| {
        let (x, y) = (&entries[a.index()].briefing, &entries[b.index()].briefing);
        y.meta
            .date
            .cmp(&x.meta.date)
            .then_with(|| if x.meta.date.is_none() { x.title.text.cmp(&y.title.text) } else { std::cmp::Ordering::Equal })
            .then_with(|| x.key.cmp(&y.key))
    });
    order
}

/// Listed actors under the first letters of their sorting names.
pub(super) fn by_letter(roster: &Roster, entries: &[ActorEntry], language: &str) -> Vec<(Letter, Vec<ActorNo>)> {
    let mut listed: Vec<ActorNo> = (0..entries.len()).map(ActorNo::at).filter(|no| entries[no.index()].listed).collect();
    let name = |no: &ActorNo| roster.actor(*no).sort_name.as_str();
    match collator(language) {
        Some(collator) => listed.sort_by(|a, b| collator.compare(name(a), name(b)).then_with(|| a.cmp(b))),
        None => listed.sort_by(|a, b| name(a).cmp(name(b)).then_with(|| a.cmp(b))),
    }
    let mut groups: Vec<(Letter, Vec<ActorNo>)> = Vec::new();
    for no in listed {
        let letter = letter(name(&no));
        match groups.last_mut() {
            Some((last, actors)) if *last == letter => actors.push(no),
            _ => groups.push((letter, vec![no])),
        }
    }
    groups
}

/// Listed actors in the other orders of the index.
#[derive(Debug, Default)]
pub(super) struct Orders {
    pub(super) name: Vec<ActorNo>,
    pub(super) mentions: Vec<ActorNo>,
    pub(super) seen: Vec<ActorNo>,
    pub(super) kinds: BTreeMap<Kind, Vec<ActorNo>>,
}

/// The other orders, each by name where it says nothing.
pub(super) fn orders(roster: &Roster, actors: &[ActorEntry], entries: &[Entry], by_letter: &[(Letter, Vec<ActorNo>)]) -> Orders {
    let name: Vec<ActorNo> = by_letter.iter().flat_map(|(_, actors)| actors.iter().copied()).collect();
    let mut mentions = name.clone();
    mentions.sort_by_key(|no| std::cmp::Reverse(actors[no.index()].mentions.len()));
    let mut seen = name.clone();
    seen.sort_by_key(|no| std::cmp::Reverse(actors[no.index()].mentions.last().and_then(|last| entries[last.briefing.index()].briefing.meta.date)));
    let mut kinds: BTreeMap<Kind, Vec<ActorNo>> = BTreeMap::new();
    for no in &name {
        kinds.entry(roster.actor(*no).kind).or_default().push(*no);
    }
    Orders { name, mentions, seen, kinds }
}

/// Acronyms, places and buildings by which the texts call a listed actor: "Kremlin: see Russia".
pub(super) fn other_names(roster: &Roster, actors: &[ActorEntry], entries: &[Entry], language: &str) -> Vec<(String, ActorNo)> {
    let mut names: BTreeMap<(String, ActorNo), String> = BTreeMap::new();
    let mut seen: FxHashSet<(ActorNo, &str)> = FxHashSet::default();
    for entry in entries {
        for name in &entry.mentions.other_names {
            let Some(actor) = entry.mentions.mentions.get(name.mention as usize).map(|mention| mention.actor) else { continue };
            // Most texts call an actor as others did: only what is new is folded.
            if actors[actor.index()].listed && seen.insert((actor, &*name.text)) {
                let folded = crate::text::fold::fold(&name.text);
                if folded != crate::text::fold::fold(&roster.actor(actor).name) {
                    names.entry((folded, actor)).or_insert_with(|| name.text.clone().into_string());
                }
            }
        }
    }
    let mut names: Vec<(String, ActorNo)> = names.into_iter().map(|((_, actor), surface)| (surface, actor)).collect();
    if let Some(collator) = collator(language) {
        names.sort_by(|a, b| collator.compare(&a.0, &b.0).then_with(|| a.1.cmp(&b.1)));
    }
    names
}

fn collator(language: &str) -> Option<CollatorBorrowed<'static>> {
    let locale: icu_collator::CollatorPreferences = language.parse::<icu_locale_core::Locale>().map(Into::into).unwrap_or_default();
    Collator::try_new(locale, CollatorOptions::default()).ok()
}

/// The letter without its marks, so that `É` stands under `E`; other scripts keep their own letters.
fn letter(name: &str) -> Letter {
    let first = name.chars().find(|c| c.is_alphanumeric());
    match first {
        Some(c) if c.is_alphabetic() => {
            let folded = crate::text::fold::fold(&c.to_string());
            folded.chars().next().map_or_else(|| c.to_string(), |c| c.to_uppercase().to_string())
        }
        _ => "#".to_owned(),
    }
}
