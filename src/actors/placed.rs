//! Which place each word of a block is of: asked again and again by what looks for speakers, roles and acts.

use super::candidate::Spot;
use super::name::Grammar;

/// The places of one block, by word.
pub(super) struct Placed<'s> {
    spots: &'s [Spot],
    /// For each word the number of its place, [`NONE`] where it is of none.
    of: Vec<u32>,
}

const NONE: u32 = u32::MAX;

impl<'s> Placed<'s> {
    /// `spots` are those of the block, in order and disjoint.
    pub(super) fn of(grammar: &Grammar<'_>, spots: &'s [Spot]) -> Self {
        let mut next = 0;
        let of = grammar.tokens.iter().map(|token| {
            while spots.get(next).is_some_and(|spot| spot.range.end <= token.start) {
                next += 1;
            }
            let here = spots.get(next).is_some_and(|spot| spot.range.start < token.end);
            if here { u32::try_from(next).unwrap_or(NONE) } else { NONE }
        });
        Self { of: of.collect(), spots }
    }

    /// The place that the word at `at` is of.
    pub(super) fn at(&self, at: usize) -> Option<Spot> {
        self.spots.get(*self.of.get(at)? as usize).copied()
    }

    /// All of them.
    pub(super) fn all(&self) -> &'s [Spot] {
        self.spots
    }
}
