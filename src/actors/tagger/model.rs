//! The table of weights, and the best labels of a stretch under it. Whole numbers throughout, so that every machine finds the same.

use super::{LABELS, follows};

/// Rows of the table, a power of two.
pub(super) const ROWS: usize = 1 << 16;
/// How many units of a weight are one natural logarithm of odds.
pub(super) const UNIT: i32 = 12;
/// No path goes there.
pub(super) const NEVER: i32 = i32::MIN / 4;

/// Weights: how a label speaks for the next, then a row of labels for each number that a feature can have.
#[derive(Clone, Copy, Debug)]
pub(super) struct Model<'w> {
    weights: &'w [u8],
}

/// Weights before the rows: from each label, and from the beginning, to each label.
pub(super) const STEPS: usize = (LABELS + 1) * LABELS;

impl<'w> Model<'w> {
    /// `None` where the table has another length.
    pub(super) fn of(weights: &'w [u8]) -> Option<Self> {
        (weights.len() == STEPS + ROWS * LABELS).then_some(Self { weights })
    }

    /// What the features say for each label of a word.
    pub(super) fn word(&self, features: &[u32]) -> [i32; LABELS] {
        let mut sums = [0i32; LABELS];
        for feature in features {
            let at = STEPS + (*feature as usize % ROWS) * LABELS;
            for (sum, weight) in sums.iter_mut().zip(self.weights.get(at..at + LABELS).unwrap_or_default()) {
                *sum += i32::from(i8::from_ne_bytes([*weight]));
            }
        }
        sums
    }

    fn step(&self, from: Option<usize>, to: usize) -> i32 {
        if !follows(from, to) {
            return NEVER;
        }
        let row = from.map_or(0, |from| from + 1);
        self.weights.get(row * LABELS + to).map_or(0, |weight| i32::from(i8::from_ne_bytes([*weight])))
    }

    /// For each word and label, the sum of the best way through the stretch that has this label there.
    pub(super) fn best_through(&self, words: &[[i32; LABELS]]) -> Vec<[i32; LABELS]> {
        let mut ahead: Vec<[i32; LABELS]> = Vec::with_capacity(words.len());
        for word in words {
            let mut sums = [NEVER; LABELS];
            for (to, sum) in sums.iter_mut().enumerate() {
                let best = match ahead.last() {
                    None => self.step(None, to),
                    Some(last) => last.iter().enumerate().map(|(from, so_far)| so_far.saturating_add(self.step(Some(from), to))).max().unwrap_or(NEVER),
                };
                *sum = best.max(NEVER).saturating_add(word.get(to).copied().unwrap_or_default());
            }
            ahead.push(sums);
        }
        let mut after = [0i32; LABELS];
        for at in (0..words.len()).rev() {
            if let Some(next) = words.get(at + 1) {
                let mut sums = [NEVER; LABELS];
                for (from, sum) in sums.iter_mut().enumerate() {
                    *sum = (0..LABELS).map(|to| self.step(Some(from), to).saturating_add(next[to]).saturating_add(after[to])).max().unwrap_or(NEVER).max(NEVER);
                }
                after = sums;
            }
            if let Some(sums) = ahead.get_mut(at) {
                for (sum, more) in sums.iter_mut().zip(after) {
                    *sum = sum.saturating_add(more).max(NEVER);
                }
            }
        }
        ahead
    }
}

/// The best labels, from the sums of [`Model::best_through`].
pub(super) fn labels(through: &[[i32; LABELS]]) -> Vec<usize> {
    let mut found: Vec<usize> = Vec::with_capacity(through.len());
    for sums in through {
        let last = found.last().copied();
        let best = (0..LABELS).filter(|label| follows(last, *label)).max_by_key(|label| (sums[*label], std::cmp::Reverse(*label)));
        found.push(best.unwrap_or_default());
    }
    found
}
