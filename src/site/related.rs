//! Briefings related to each other: because a person says so, or because they share actors that few others name.

use super::{ActorEntry, Entry};
use crate::diagnostics::{Code, Diagnostic, Diagnostics};
use crate::model::{ActorNo, BriefingNo};
use rustc_hash::FxHashMap;

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
    let mut all = Vec::with_capacity(entries.len());
    for (no, entry) in entries.iter().enumerate() {
        let mut named: Vec<ActorNo> = entry.mentions.mentions.iter().map(|mention| mention.actor).filter(|actor| rare(*actor)).collect();
        named.sort_unstable();
        named.dedup();
        let mut shared: FxHashMap<BriefingNo, Vec<ActorNo>> = FxHashMap::default();
        for actor in &named {
            let mut last = None;
            for mention in &actors[actor.index()].mentions {
                if mention.briefing.index() != no && last != Some(mention.briefing) {
                    shared.entry(mention.briefing).or_default().push(*actor);
                }
                last = Some(mention.briefing);
            }
        }
        let mut people = by_person[no].clone();
        people.sort_unstable();
        people.dedup();
        let mut list: Vec<Related> =
            people.iter().map(|other| Related { briefing: *other, by_person: true, shared: shared.remove(other).unwrap_or_default() }).collect();
        let mut found: Vec<Related> = shared
            .into_iter()
            .filter(|(_, actors)| actors.len() >= FEWEST_SHARED)
            .map(|(briefing, shared)| Related { briefing, by_person: false, shared })
            .collect();
        // More shared actors first, then rarer ones, then by key: a total order, so that the map's order does not show.
        let weight = |related: &Related| related.shared.iter().map(|actor| 1_000 / u64::from(actors[actor.index()].briefings)).sum::<u64>();
        found.sort_by_key(|related| (std::cmp::Reverse(related.shared.len()), std::cmp::Reverse(weight(related)), related.briefing));
        found.truncate(MOST_RELATED);
        list.append(&mut found);
        for related in &mut list {
            related.shared.sort_by_key(|actor| (actors[actor.index()].briefings, *actor));
        }
        all.push(list);
    }
    all
}
