//! Mentions turned round: from actors to the places that name them, and to the actors beside them.

use super::{Entry, Namesakes};
use crate::model::{ActorNo, ActorOrigin, BriefingNo, Mention, Roster};
use rayon::prelude::*;
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
    /// Whether the actor has a page and is linked.
    pub listed: bool,
}

/// In a block that names more actors than this, being named beside each other means nothing: it is a list.
const MOST_IN_BLOCK: usize = 40;
/// No page lists more companions than this.
const MOST_TOGETHER: usize = 100;

pub(super) fn actors(entries: &[Entry], roster: &Roster, detected: bool) -> Vec<ActorEntry> {
    let mut actors: Vec<ActorEntry> = vec![ActorEntry::default(); roster.actors.len()];
    let mut oldest_first: Vec<usize> = (0..entries.len()).collect();
    oldest_first.sort_by_key(|number| (entries[*number].briefing.meta.date, *number));
    for number in oldest_first {
        let entry = &entries[number];
        let briefing = BriefingNo::at(number);
        let reference = |at: usize| MentionRef { briefing, at: u32::try_from(at).unwrap_or(u32::MAX) };
        for (at, mention) in entry.mentions.mentions.iter().enumerate() {
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
    }
    for (no, actor) in actors.iter_mut().enumerate() {
        let origin = roster.actors[no].origin;
        actor.listed = match origin {
            ActorOrigin::Curated => true,
            ActorOrigin::Gazetteer => !actor.mentions.is_empty(),
            ActorOrigin::Detected => detected && !actor.mentions.is_empty(),
        };
    }
    actors
}

/// Listed actors named in the same blocks as `no`, most often first.
pub(super) fn together(entries: &[Entry], actors: &[ActorEntry], no: ActorNo) -> Vec<Together> {
    let own = &actors[no.index()];
    if !own.listed {
        return Vec::new();
    }
    let mut blocks: FxHashMap<ActorNo, u32> = FxHashMap::default();
    let mut beside: Vec<ActorNo> = Vec::new();
    let mut last = None;
    for reference in &own.mentions {
        let (mentions, at) = (&entries[reference.briefing.index()].mentions.mentions, reference.at as usize);
        let block = mentions[at].block;
        if last.replace((reference.briefing, block)) == Some((reference.briefing, block)) {
            continue;
        }
        let before = mentions[..at].iter().rev().take_while(|mention| mention.block == block).count();
        let behind = mentions[at..].iter().take_while(|mention| mention.block == block).count();
        for other in named(&mentions[at - before..at + behind], &mut beside).iter().filter(|other| **other != no && actors[other.index()].listed) {
            *blocks.entry(*other).or_default() += 1;
        }
    }
    let mut together: Vec<Together> = blocks.into_iter().map(|(actor, blocks)| Together { actor, blocks }).collect();
    // Sorted wholly before it is cut, so that the order of the map does not show.
    together.sort_unstable_by_key(|t| (std::cmp::Reverse(t.blocks), t.actor));
    together.truncate(MOST_TOGETHER);
    together
}

/// Who is named in a block, each once and sorted; nobody where the block is a list. `beside` is room to work in.
fn named<'a>(block: &[Mention], beside: &'a mut Vec<ActorNo>) -> &'a [ActorNo] {
    beside.clear();
    beside.extend(block.iter().map(|mention| mention.actor));
    beside.sort_unstable();
    beside.dedup();
    if beside.len() > MOST_IN_BLOCK { &[] } else { beside }
}

/// Every pair of listed actors that stand in one block of a briefing, with the number of such blocks; the lower number first, sorted.
pub(super) fn pairs_in(entry: &Entry, actors: &[ActorEntry]) -> Vec<(ActorNo, ActorNo, u32)> {
    pairs(std::slice::from_ref(entry), actors).into_iter().map(|((a, b), blocks)| (a, b, blocks)).collect()
}

/// Every pair of listed actors that stand in one block, with the number of such blocks; the lower number first.
pub(super) fn pairs(entries: &[Entry], actors: &[ActorEntry]) -> BTreeMap<(ActorNo, ActorNo), u32> {
    let mut pairs: FxHashMap<(ActorNo, ActorNo), u32> = FxHashMap::default();
    let mut beside = Vec::new();
    for block in entries.iter().flat_map(|entry| entry.mentions.mentions.chunk_by(|a, b| a.block == b.block)) {
        let named = named(block, &mut beside);
        for (i, a) in named.iter().enumerate() {
            for b in &named[i + 1..] {
                *pairs.entry((*a, *b)).or_default() += 1;
            }
        }
    }
    pairs.into_iter().filter(|((a, b), _)| actors[a.index()].listed && actors[b.index()].listed).collect()
}

/// Names that at least two listed actors have in full.
pub(super) fn namesakes(roster: &Roster, entries: &[ActorEntry]) -> BTreeMap<String, Namesakes> {
    let mut by_name: BTreeMap<String, Namesakes> = BTreeMap::new();
    let listed: Vec<(usize, String)> = (0..roster.actors.len())
        .into_par_iter()
        .with_min_len(256)
        .filter(|no| entries[*no].listed)
        .map(|no| (no, crate::text::slug::slug(&roster.actors[no].name, 80)))
        .collect();
    for (no, slug) in listed.into_iter().filter(|(_, slug)| !slug.is_empty()) {
        let actor = &roster.actors[no];
        let called = by_name.entry(slug).or_insert_with(|| Namesakes { name: actor.name.clone(), actors: Vec::new() });
        called.actors.push(ActorNo::at(no));
    }
    by_name.retain(|_, called| called.actors.len() > 1);
    by_name
}
