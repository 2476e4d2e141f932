//! The table of weights, and the best labels of a stretch under it. Whole numbers throughout, so that every machine finds the same.

use super::{LABELS, follows};

/// Rows of the table, a power of two.
pub(super) const ROWS: usize = 1 << 16;
/// How many units of a weight are one natural logarithm of odds.
pub(super) const UNIT: i32 = 12;
/// No path goes there.
pub(super) const NEVER: i32 = i32::MIN / 4;

/// Weights: how a label speaks for the next, then a row of labels for each number that a feature can have.
#[derive(Clone, Debug)]
pub(super) struct Model<'w> {
    weights: &'w [u8],
    /// From each label, and from the beginning, to each label.
    steps: [Row; LABELS + 1],
    /// To each label, from each.
    backward: [Row; LABELS],
}

/// A number for each label, and room to fill whole registers.
type Row = [i32; WIDTH];
const WIDTH: usize = 12;

/// Weights before the rows: from each label, and from the beginning, to each label.
pub(super) const STEPS: usize = (LABELS + 1) * LABELS;

/// What the features of one word say for each label, added up. Small numbers, and room to add a whole register at once; a word has about a hundred features.
pub(super) struct Sums([i16; REGISTER]);
const REGISTER: usize = 16;

impl<'w> Model<'w> {
    /// `None` where the table has another length.
    pub(super) fn of(weights: &'w [u8]) -> Option<Self> {
        if weights.len() != STEPS + ROWS * LABELS {
            return None;
        }
        let mut steps = [[NEVER; WIDTH]; LABELS + 1];
        let mut backward = [[NEVER; WIDTH]; LABELS];
        for (row, steps) in steps.iter_mut().enumerate() {
            let from = row.checked_sub(1);
            for to in (0..LABELS).filter(|to| follows(from, *to)) {
                let weight = weights.get(row * LABELS + to).copied().map_or(0, weight);
                steps[to] = weight;
                if let Some(from) = from {
                    backward[to][from] = weight;
                }
            }
        }
        Some(Self { weights, steps, backward })
    }

    /// What the features of one word say for each label.
    pub(super) fn sum(&self, features: &[u32]) -> Sums {
        let mut sums = [0i16; REGISTER];
        for feature in features {
            let at = STEPS + (*feature as usize % ROWS) * LABELS;
            // What stands behind the row is added too, where nobody looks; behind the last one nothing does.
            let row = self.weights.get(at..).and_then(<[u8]>::first_chunk::<REGISTER>).copied();
            let row = row.unwrap_or_else(|| std::array::from_fn(|label| self.weights.get(at + label).copied().unwrap_or_default()));
            for (sum, byte) in sums.iter_mut().zip(row) {
                *sum = sum.wrapping_add(i16::from(i8::from_ne_bytes([byte])));
            }
        }
        Sums(sums)
    }

    /// For each word and label, the sum of the best way through the stretch that has this label there.
    pub(super) fn best_through(&self, words: &[Sums]) -> Vec<[i32; LABELS]> {
        let mut ahead: Vec<Row> = Vec::with_capacity(words.len());
        for word in words {
            let mut best = self.steps[0];
            if let Some(last) = ahead.last() {
                best = [NEVER; WIDTH];
                for (so_far, steps) in last.iter().zip(&self.steps[1..]) {
                    for (best, step) in best.iter_mut().zip(steps) {
                        *best = (*best).max(so_far + step);
                    }
                }
            }
            for (best, sum) in best.iter_mut().zip(word.0) {
                *best += i32::from(sum);
            }
            ahead.push(best);
        }
        let mut after: Row = [0; WIDTH];
        for at in (0..words.len()).rev() {
            if let Some(next) = words.get(at + 1) {
                let mut best = [NEVER; WIDTH];
                for ((ahead, sum), steps) in after.iter().zip(next.0).zip(&self.backward) {
                    for (best, step) in best.iter_mut().zip(steps) {
                        *best = (*best).max(step + i32::from(sum) + ahead);
                    }
                }
                after = best;
            }
            if let Some(sums) = ahead.get_mut(at) {
                for (sum, more) in sums.iter_mut().zip(after) {
                    *sum = (*sum + more).max(NEVER);
                }
            }
        }
        ahead.iter().map(|sums| std::array::from_fn(|label| sums[label])).collect()
    }
}

fn weight(byte: u8) -> i32 {
    i32::from(i8::from_ne_bytes([byte]))
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
