//! Who is named with whom in one briefing: the numbers of 'together with' on an actor's page and of the published graph, for this briefing alone.

use super::frame::Making;
use crate::model::{ActorNo, BriefingNo};
use crate::render::inline::Html;
use crate::render::inline::arcs::{Pair, drawing, rows};
use crate::text::script::Direction;
use rustc_hash::{FxHashMap, FxHashSet};
use serde::Serialize;

/// Who is named with whom: which of the most named actors of a briefing stand in the same paragraphs, answers and headings.
#[derive(Debug, Serialize)]
pub struct CompanyView {
    /// How many actors there are, from 3 to 12.
    pub actors: usize,
    /// An `svg` with each name and an arc between any two that are named together, wider where they are so more often. For the eye alone: it is hidden
    /// from screen readers, who have the table.
    pub drawing: Html,
    /// The same as rows of a table, the most frequent first: one actor in a `th`, the other and the number of blocks in a `td` each.
    pub rows: Html,
}

const FEWEST: usize = 3;
const MOST: usize = 12;

/// Makes it for `actors`, the listed actors of a briefing with the most named first; `None` where fewer than three of them meet.
pub(crate) fn company(making: &Making<'_>, no: BriefingNo, actors: &[ActorNo], language: &str) -> Option<CompanyView> {
    if actors.len() < FEWEST {
        return None;
    }
    let all = making.site.pairs_in(no);
    let meets: FxHashSet<ActorNo> = all.iter().flat_map(|(a, b, _)| [*a, *b]).collect();
    let chosen: Vec<ActorNo> = actors.iter().copied().filter(|actor| meets.contains(actor)).take(MOST).collect();
    let places: FxHashMap<ActorNo, usize> = chosen.iter().enumerate().map(|(place, actor)| (*actor, place)).collect();
    let mut pairs: Vec<Pair> = all
        .iter()
        .filter_map(|(a, b, blocks)| {
            let (a, b) = (*places.get(a)?, *places.get(b)?);
            Some(Pair { upper: a.min(b), lower: a.max(b), blocks: *blocks })
        })
        .collect();
    // Who meets only actors that are named too seldom to be shown has no arc, and no place.
    let mut rank = vec![usize::MAX; chosen.len()];
    pairs.iter().for_each(|pair| {
        rank[pair.upper] = 0;
        rank[pair.lower] = 0;
    });
    let mut next = 0;
    for place in rank.iter_mut().filter(|place| **place == 0) {
        *place = next;
        next += 1;
    }
    if next < FEWEST {
        return None;
    }
    let names: Vec<&str> =
        chosen.iter().zip(&rank).filter(|(_, place)| **place != usize::MAX).map(|(actor, _)| making.site.roster().actor(*actor).name.as_str()).collect();
    for pair in &mut pairs {
        (pair.upper, pair.lower) = (rank[pair.upper], rank[pair.lower]);
    }
    pairs.sort_unstable_by_key(|pair| (std::cmp::Reverse(pair.blocks), pair.upper, pair.lower));
    Some(CompanyView { actors: names.len(), drawing: drawing(&names, &pairs, Direction::of_language(language)), rows: rows(&names, &pairs) })
}
