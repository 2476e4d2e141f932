//! Briefings related to each other: because a person says so, or because they share actors that few others name.

use super::{ActorEntry, Entry};
use crate::diagnostics::{Code, Diagnostic, Diagnostics};
use crate::model::{ActorNo, BriefingNo};
use rustc_hash::FxHashMap;
use std::cmp::Reverse;

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

pub(super) fn related(entries: &[Entry], actors: &[ActorEntry], diagnostics: &mut Diagnostics) -> Vec<Vec<Related>> {
    let numbers: FxHashMap<&str, BriefingNo> = entries.iter().enumerate().map(|(no, entry)| (entry.briefing.key.as_str(), BriefingNo::at(no))).collect();
    let mut by_person: Vec<Vec<BriefingNo>> = vec![Vec::new(); entries.len()];
    for (no, entry) in entries.iter().enumerate() {
        for key in &entry.briefing.meta.related {
            match numbers.get(key.as_str()) {
                Some(other) if other.index() != no => {
                    by_person[no].push(*other);
                    by_person[other.index()].push(BriefingNo::at(no));
                }
                Some(_) => {}
                None => diagnostics.push(
                    Diagnostic::new(
                        Code::UnknownBriefing,
                        format!("`{}` says that it is related to `{key}`, which is no visible briefing", entry.briefing.key),
                    )
                    .in_file(&entry.briefing.seed)
                    .help("name the other seed by its path below `seeds/`, without its ending"),
                ),
            }
        }
    }
    let rare = |no: ActorNo| {
        let actor = &actors[no.index()];
        actor.listed && (2..=MOST_BRIEFINGS).contains(&actor.briefings)
    };
    // In which briefings each rare actor is named, each once, in their order.
    let named_in: Vec<Vec<BriefingNo>> = actors
        .iter()
        .enumerate()
        .map(|(no, actor)| {
            let mut all: Vec<BriefingNo> = if rare(ActorNo::at(no)) { actor.mentions.iter().map(|mention| mention.briefing).collect() } else { Vec::new() };
            all.dedup();
            all
        })
        .collect();
    let weight = |actor: ActorNo| 1_000 / u64::from(actors[actor.index()].briefings);
    let mut tally = Tally { shared: vec![(0, 0); entries.len()], met: Vec::new() };
    let mut all = Vec::with_capacity(entries.len());
    for (no, entry) in entries.iter().enumerate() {
        let mut named: Vec<ActorNo> = entry.mentions.mentions.iter().map(|mention| mention.actor).filter(|actor| rare(*actor)).collect();
        named.sort_unstable();
        named.dedup();
        for actor in &named {
            named_in[actor.index()].iter().filter(|other| other.index() != no).for_each(|other| tally.add(*other, weight(*actor)));
        }
        let mut people = by_person[no].clone();
        people.sort_unstable();
        people.dedup();
        let mut found = tally.take();
        found.retain(|(other, count, _)| *count >= FEWEST_SHARED && people.binary_search(other).is_err());
        // More shared actors first, then rarer ones, then by key: a total order.
        found.sort_unstable_by_key(|(other, count, weight)| (Reverse(*count), Reverse(*weight), *other));
        found.truncate(MOST_RELATED);
        let by_program = found.iter().map(|(other, ..)| (*other, false));
        let list = people.iter().map(|other| (*other, true)).chain(by_program).map(|(briefing, by_person)| {
            let mut shared: Vec<ActorNo> = named.iter().copied().filter(|actor| named_in[actor.index()].contains(&briefing)).collect();
            shared.sort_by_key(|actor| (actors[actor.index()].briefings, *actor));
            Related { briefing, by_person, shared }
        });
        all.push(list.collect());
    }
    all
}

/// What one briefing shares with each other: numbers in place of lists, as most of them come to nothing.
struct Tally {
    /// How many actors, and what they weigh together, by the other's number.
    shared: Vec<(usize, u64)>,
    /// The others of which that is not nothing.
    met: Vec<BriefingNo>,
}

impl Tally {
    fn add(&mut self, other: BriefingNo, weight: u64) {
        let (count, weights) = &mut self.shared[other.index()];
        if *count == 0 {
            self.met.push(other);
        }
        *count += 1;
        *weights += weight;
    }

    /// The others, with how many actors and what they weigh; nothing is left.
    fn take(&mut self) -> Vec<(BriefingNo, usize, u64)> {
        self.met
            .drain(..)
            .map(|other| {
                let (count, weight) = std::mem::take(&mut self.shared[other.index()]);
                (other, count, weight)
            })
            .collect()
    }
}
