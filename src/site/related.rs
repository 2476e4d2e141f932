//! Briefings related to each other: because a person says so, or because they share actors that few others name.

use super::{ActorEntry, Entry};
use crate::diagnostics::{Code, Diagnostic, Diagnostics};
use crate::model::{ActorNo, BriefingNo};
use crate::text::near;
use rustc_hash::{FxBuildHasher, FxHashMap};
use std::cmp::Reverse;
use std::sync::OnceLock;

/// A related briefing, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Related {
    /// The other.
    pub briefing: BriefingNo,
    /// Whether a person says so.
    pub by_person: bool,
    /// Actors that both name and few others do, the rarest first.
    pub shared: Vec<ActorNo>,
}

/// An actor named in more briefings than this relates none of them; it also bounds the work for each briefing.
const MOST_BRIEFINGS: u32 = 50;
/// So many shared actors make two briefings related.
const FEWEST_SHARED: usize = 2;
/// So many are listed, besides those that a person names.
const MOST_RELATED: usize = 4;

/// How a briefing is named in another's overlay.
pub(super) fn named_so(meant: Option<&str>) -> String {
    match meant {
        Some(meant) => format!("did you mean `{meant}`?"),
        None => "name the other seed by its path below `seeds/`, without its ending".to_owned(),
    }
}

/// Whom a person relates to whom, and the lists of all briefings, each made when it is first asked for: a list asks many other briefings.
#[derive(Debug, Default)]
pub(super) struct Relations {
    by_person: Vec<Vec<BriefingNo>>,
    lists: Vec<OnceLock<Vec<Related>>>,
    named_in: OnceLock<NamedIn>,
}

/// For each actor that may relate briefings, those that name it; nothing for all others.
type NamedIn = Vec<Box<[BriefingNo]>>;

fn named_in(actors: &[ActorEntry]) -> NamedIn {
    let list = |actor: &ActorEntry| {
        if !actor.listed || !(2..=MOST_BRIEFINGS).contains(&actor.briefings) {
            return Box::default();
        }
        // Mentions go from briefing to briefing.
        actor.mentions.chunk_by(|a, b| a.briefing == b.briefing).filter_map(|of| of.first()).map(|of| of.briefing).collect()
    };
    actors.iter().map(list).collect()
}

impl Relations {
    pub(super) fn new(entries: &[Entry], diagnostics: &mut Diagnostics) -> Self {
        let numbers: FxHashMap<&str, BriefingNo> = entries.iter().enumerate().map(|(no, entry)| (entry.briefing.key.as_str(), BriefingNo::at(no))).collect();
        let known = near::Known::new(entries.iter().map(|entry| entry.briefing.key.as_str()));
        let mut by_person: Vec<Vec<BriefingNo>> = vec![Vec::new(); entries.len()];
        for (no, entry) in entries.iter().enumerate() {
            for key in &entry.briefing.meta.related {
                match numbers.get(key.as_str()) {
                    Some(other) if other.index() != no => {
                        by_person[no].push(*other);
                        by_person[other.index()].push(BriefingNo::at(no));
                    }
                    Some(_) => {}
                    None => {
                        let message = format!("`{}` says that it is related to `{key}`, which is no visible briefing", entry.briefing.key);
                        diagnostics.push(Diagnostic::new(Code::UnknownBriefing, message).in_file(&entry.briefing.seed).help(named_so(known.meant(key))));
                    }
                }
            }
        }
        for people in &mut by_person {
            people.sort_unstable();
            people.dedup();
        }
        let lists = entries.iter().map(|_| OnceLock::new()).collect();
        Self { by_person, lists, named_in: OnceLock::new() }
    }

    /// The briefings related to `no`, best first. `entries` and `actors` are of a site that has these relations.
    pub(super) fn of(&self, no: BriefingNo, entries: &[Entry], actors: &[ActorEntry]) -> &[Related] {
        let named_in = self.named_in.get_or_init(|| named_in(actors));
        self.lists[no.index()].get_or_init(|| related(no, &self.by_person[no.index()], entries, named_in))
    }
}

fn related(no: BriefingNo, people: &[BriefingNo], entries: &[Entry], named_in: &NamedIn) -> Vec<Related> {
    let named_in = |actor: ActorNo| &named_in[actor.index()];
    let mentions = &entries[no.index()].mentions.mentions;
    let mut named: Vec<ActorNo> = mentions.iter().map(|mention| mention.actor).filter(|actor| !named_in(*actor).is_empty()).collect();
    named.sort_unstable();
    named.dedup();
    // What each other briefing shares, in numbers: most of it comes to nothing, so that lists are made for the few that are kept.
    let most = named.iter().map(|actor| named_in(*actor).len()).sum();
    let mut tally: FxHashMap<BriefingNo, (usize, u64)> = FxHashMap::with_capacity_and_hasher(most, FxBuildHasher);
    for actor in &named {
        let others = named_in(*actor);
        let weight = 1_000 / others.len() as u64;
        for other in others.iter().filter(|other| **other != no) {
            let (count, weights) = tally.entry(*other).or_default();
            *count += 1;
            *weights += weight;
        }
    }
    let mut found: Vec<(BriefingNo, usize, u64)> = tally
        .into_iter()
        .filter(|(other, (count, _))| *count >= FEWEST_SHARED && people.binary_search(other).is_err())
        .map(|(other, (count, weight))| (other, count, weight))
        .collect();
    // More shared actors first, then rarer ones, then by key: a total order, so that the map's order does not show.
    found.sort_unstable_by_key(|(other, count, weight)| (Reverse(*count), Reverse(*weight), *other));
    found.truncate(MOST_RELATED);
    let by_program = found.iter().map(|(other, ..)| (*other, false));
    let kept = people.iter().map(|other| (*other, true)).chain(by_program);
    let mut list: Vec<Related> = kept.map(|(briefing, by_person)| Related { briefing, by_person, shared: Vec::new() }).collect();
    if list.is_empty() {
        return list;
    }
    named.sort_by_key(|actor| (named_in(*actor).len(), *actor));
    for actor in named {
        for other in named_in(actor) {
            if let Some(related) = list.iter_mut().find(|related| related.briefing == *other) {
                related.shared.push(actor);
            }
        }
    }
    list
}
