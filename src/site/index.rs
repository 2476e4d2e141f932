//! Mentions turned round: from actors to the places that name them, and to the actors beside them.

use super::{Entry, Namesakes};
use crate::model::{ActorNo, ActorOrigin, BriefingNo, Mention, Roster};
use rustc_hash::FxHashMap;
use std::collections::BTreeMap;

/// A mention, quotation or stated role: its briefing, and its place in that briefing's table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct MentionRef {
    /// The briefing.
    pub briefing: BriefingNo,
    /// Position in the list of the briefing's `Mentions`.
    pub at: u32,
}

/// An actor beside another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Together {
    /// The other.
    pub actor: ActorNo,
    /// Number of blocks that name both.
    pub blocks: u32,
}

/// Where one actor is named, and with whom. Lists go from the oldest briefing to the newest, then by place; what has no date comes first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ActorEntry {
    /// Every mention.
    pub mentions: Vec<MentionRef>,
    /// Quotations that the actor speaks.
    pub quotations: Vec<MentionRef>,
    /// Roles as the text states them.
    pub roles: Vec<MentionRef>,
    /// Number of briefings that name the actor.
    pub briefings: u32,
    /// Actors named in the same blocks, most often first.
    pub together: Vec<Together>,
    /// Whether the actor has a page and is linked.
    pub listed: bool,
}

/// In a block that names more actors than this, being named beside each other means nothing: it is a list.
const MOST_IN_BLOCK: usize = 40;
/// No page lists more companions than this.
const MOST_TOGETHER: usize = 100;

pub(super) fn actors(entries: &[Entry], roster: &Roster, detected: bool) -> Vec<ActorEntry> {
    let mut actors: Vec<ActorEntry> = vec![ActorEntry::default(); roster.actors.len()];
    let mut pairs: FxHashMap<(ActorNo, ActorNo), u32> = FxHashMap::default();
    let mut beside: Vec<ActorNo> = Vec::new();
    let mut oldest_first: Vec<usize> = (0..entries.len()).collect();
    oldest_first.sort_by_key(|number| (entries[*number].briefing.meta.date, *number));
    for number in oldest_first {
        let entry = &entries[number];
        let briefing = BriefingNo::at(number);
        let reference = |at: usize| MentionRef { briefing, at: u32::try_from(at).unwrap_or(u32::MAX) };
        let mentions = &entry.mentions.mentions;
        for (at, mention) in mentions.iter().enumerate() {
            let actor = &mut actors[mention.actor.index()];
            if actor.mentions.last().is_none_or(|last| last.briefing != briefing) {
                actor.briefings += 1;
            }
            actor.mentions.push(reference(at));
        }
        for (at, quotation) in entry.mentions.quotations.iter().enumerate() {
            if let Some(speaker) = quotation.speaker {
                actors[speaker.index()].quotations.push(reference(at));
            }
        }
        for (at, role) in entry.mentions.roles.iter().enumerate() {
            actors[role.actor.index()].roles.push(reference(at));
        }
        count_pairs(mentions, &mut beside, &mut pairs);
    }
    for (no, actor) in actors.iter_mut().enumerate() {
        let origin = roster.actors[no].origin;
        actor.listed = match origin {
            ActorOrigin::Curated => true,
            ActorOrigin::Gazetteer => !actor.mentions.is_empty(),
            ActorOrigin::Detected => detected && !actor.mentions.is_empty(),
        };
    }
    for ((a, b), blocks) in pairs {
        if actors[a.index()].listed && actors[b.index()].listed {
            actors[a.index()].together.push(Together { actor: b, blocks });
            actors[b.index()].together.push(Together { actor: a, blocks });
        }
    }
    for actor in &mut actors {
        // Sorted wholly before it is cut, so that the order of the map does not show.
        actor.together.sort_unstable_by_key(|t| (std::cmp::Reverse(t.blocks), t.actor));
        actor.together.truncate(MOST_TOGETHER);
    }
    actors
}

/// Adds each block of `mentions` to the pairs of actors that it names; `beside` is room to work in.
fn count_pairs(mentions: &[Mention], beside: &mut Vec<ActorNo>, pairs: &mut FxHashMap<(ActorNo, ActorNo), u32>) {
    for block in mentions.chunk_by(|a, b| a.block == b.block) {
        beside.clear();
        beside.extend(block.iter().map(|mention| mention.actor));
        beside.sort_unstable();
        beside.dedup();
        if beside.len() > MOST_IN_BLOCK {
            continue;
        }
        for (i, a) in beside.iter().enumerate() {
            for b in &beside[i + 1..] {
                *pairs.entry((*a, *b)).or_default() += 1;
            }
        }
    }
}

/// Every pair of listed actors that stand in one block of a briefing, with the number of such blocks; the lower number first, sorted.
pub(super) fn pairs_in(entry: &Entry, actors: &[ActorEntry]) -> Vec<(ActorNo, ActorNo, u32)> {
    let mut pairs = FxHashMap::default();
    count_pairs(&entry.mentions.mentions, &mut Vec::new(), &mut pairs);
    let listed = pairs.into_iter().filter(|((a, b), _)| actors[a.index()].listed && actors[b.index()].listed);
    let mut all: Vec<(ActorNo, ActorNo, u32)> = listed.map(|((a, b), blocks)| (a, b, blocks)).collect();
    all.sort_unstable();
    all
}

/// Every pair of listed actors that stand in one block, with the number of such blocks; the lower number first.
pub(super) fn pairs(entries: &[Entry], actors: &[ActorEntry]) -> BTreeMap<(ActorNo, ActorNo), u32> {
    let mut pairs = FxHashMap::default();
    let mut beside = Vec::new();
    for entry in entries {
        count_pairs(&entry.mentions.mentions, &mut beside, &mut pairs);
    }
    pairs.into_iter().filter(|((a, b), _)| actors[a.index()].listed && actors[b.index()].listed).collect()
}

/// Names that at least two listed actors have in full.
pub(super) fn namesakes(roster: &Roster, entries: &[ActorEntry]) -> BTreeMap<String, Namesakes> {
    let mut by_name: BTreeMap<String, Namesakes> = BTreeMap::new();
    for (no, actor) in roster.actors.iter().enumerate() {
        if !entries[no].listed {
            continue;
        }
        let slug = crate::text::slug::slug(&actor.name, 80);
        if slug.is_empty() {
            continue;
        }
        let called = by_name.entry(slug).or_insert_with(|| Namesakes { name: actor.name.clone(), actors: Vec::new() });
        called.actors.push(ActorNo::at(no));
    }
    by_name.retain(|_, called| called.actors.len() > 1);
    by_name
}
