//! Long lists of words, searched as they lie in the program: to build a table of them would cost every start.

use std::sync::OnceLock;

/// Lines sorted by their bytes.
#[derive(Debug)]
pub(super) struct SortedList {
    lines: &'static str,
    /// Where the lines of each bucket begin; made when the list is first asked.
    buckets: OnceLock<Vec<u32>>,
}

/// What each of a line's first three bytes can be: before `a`, a letter, behind `z`.
const CLASSES: usize = 28;
const BUCKETS: usize = CLASSES * CLASSES * CLASSES;

impl SortedList {
    pub(super) fn new(lines: &'static str) -> Self {
        Self { lines, buckets: OnceLock::new() }
    }

    /// Whether `word` is one of the lines.
    pub(super) fn holds(&self, word: &str) -> bool {
        let starts = self.buckets.get_or_init(|| buckets(self.lines));
        let bucket = bucket(word.as_bytes());
        let (Some(start), Some(end)) = (starts.get(bucket), starts.get(bucket + 1)) else { return false };
        self.lines.as_bytes().get(*start as usize..*end as usize).is_some_and(|lines| stands_in(lines, word.as_bytes()))
    }
}

/// In the order of the lines: a later bucket holds later lines.
fn bucket(line: &[u8]) -> usize {
    let class = |byte: Option<&u8>| match byte {
        Some(byte @ b'a'..=b'z') => usize::from(byte - b'a') + 1,
        Some(byte) if *byte > b'z' => CLASSES - 1,
        _ => 0,
    };
    // What stands behind a byte that is no letter is not looked at.
    let behind = |before: usize, at: usize| if (1..CLASSES - 1).contains(&before) { class(line.get(at)) } else { 0 };
    let first = class(line.first());
    let second = behind(first, 1);
    (first * CLASSES + second) * CLASSES + behind(second, 2)
}

/// Where each bucket's lines begin, and where the last one's end.
fn buckets(lines: &str) -> Vec<u32> {
    let bytes = lines.as_bytes();
    let mut starts: Vec<u32> = Vec::with_capacity(BUCKETS + 1);
    let mut at = 0;
    while at < bytes.len() {
        let bucket = bucket(&bytes[at..]);
        while starts.len() <= bucket {
            starts.push(u32::try_from(at).unwrap_or(u32::MAX));
        }
        at = memchr::memchr(b'\n', &bytes[at..]).map_or(bytes.len(), |end| at + end + 1);
    }
    starts.resize(BUCKETS + 1, u32::try_from(bytes.len()).unwrap_or(u32::MAX));
    starts
}

/// Whether `word` is a line of `sorted`, whose lines are sorted by bytes.
fn stands_in(sorted: &[u8], word: &[u8]) -> bool {
    let (mut low, mut high) = (0, sorted.len());
    while low < high {
        let middle = low + (high - low) / 2;
        let start = memchr::memrchr(b'\n', &sorted[low..middle]).map_or(low, |at| low + at + 1);
        let end = memchr::memchr(b'\n', &sorted[middle..high]).map_or(high, |at| middle + at);
        match sorted[start..end].cmp(word) {
            std::cmp::Ordering::Equal => return true,
            std::cmp::Ordering::Less => low = end + 1,
            std::cmp::Ordering::Greater => high = start,
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_of_a_sorted_list_is_found_and_nothing_else() {
        let list = SortedList::new("-x\n0a\na\na b\nabc\nabd\nb\nbcd\nz\nzz\n\u{e9}t\u{e9}\n");
        for word in ["-x", "0a", "a", "a b", "abc", "abd", "b", "bcd", "z", "zz", "\u{e9}t\u{e9}"] {
            assert!(list.holds(word), "{word}");
        }
        for word in ["", "ab", "abcd", "c", "zzz", "-", "\u{e9}"] {
            assert!(!list.holds(word), "{word}");
        }
    }

    #[test]
    fn the_lists_of_the_program_are_sorted_by_bytes() {
        for list in [include_str!("en/common_words.txt"), include_str!("given_names.txt"), include_str!("surnames.txt"), include_str!("towns.txt")] {
            let lines: Vec<&str> = list.lines().collect();
            assert!(lines.windows(2).all(|pair| pair[0] < pair[1]));
        }
    }
}
