//! Text fragments (<https://wicg.github.io/scroll-to-text-fragment/>): the end of an address that has a browser find and mark the words.
//! A browser takes the first place that fits, so a block is named by words that stand nowhere else in its briefing; where there are none,
//! the id of the block alone leads there. What a theme writes round the words is not known here.

use super::{Cited, Part};
use crate::model::{Briefing, MarkKind, RichText};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use rustc_hash::FxHashMap;

/// So many words are tried, one after another.
const LENGTHS: [usize; 3] = [4, 8, 16];
/// So many words say where the marked stretch ends.
const LAST: usize = 3;
/// A hyphen has a meaning there, so it is encoded too.
const ENCODED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'_').remove(b'.');

/// Which words name a block: those of its beginning and of its end.
#[derive(Clone, Copy)]
struct Named {
    first: (u32, u32),
    last: Option<(u32, u32)>,
}

/// For each cited block the words that stand nowhere else in the briefing. One walk over the briefing finds all of them.
pub(crate) struct Fragments<'a> {
    briefing: &'a Briefing,
    named: Vec<Option<Named>>,
}

/// A word: its hash, and the bytes that it covers in its text.
#[derive(Clone, Copy)]
struct Word {
    hash: u64,
    start: u32,
    end: u32,
}

/// Stands between two texts, so that no row of words goes across: the hash of a word is odd.
const BETWEEN: Word = Word { hash: 0, start: 0, end: 0 };

const BEGIN: u64 = 0x51_7c_c1_b7_27_22_0a_95;

fn mixed(hash: u64, value: u32) -> u64 {
    (hash.rotate_left(5) ^ u64::from(value)).wrapping_mul(BEGIN)
}

/// What an ASCII byte is within a word: a letter (as a small one) or a digit; white space; anything else. Other bytes are looked at as characters.
const CLASS: [u8; 256] = {
    let mut class = [OTHER; 256];
    let mut byte = 0u8;
    while byte < 0x80 {
        class[byte as usize] = match byte {
            b'0'..=b'9' | b'a'..=b'z' | b'A'..=b'Z' => byte.to_ascii_lowercase(),
            b' ' | b'\t'..=b'\r' => SPACE,
            _ => OTHER,
        };
        byte += 1;
    }
    class
};
const OTHER: u8 = 0;
const SPACE: u8 = 1;

/// Adds the words of a text: as a browser compares them, or more coarsely. They are ended by white space or by marks of scripts that have none.
fn words(text: &str, out: &mut Vec<Word>) {
    let bytes = text.as_bytes();
    let (mut at, mut start, mut hash) = (0, 0, BEGIN);
    // One past the last character that is no white space.
    let mut end = 0;
    while let Some(byte) = bytes.get(at) {
        let class = CLASS[usize::from(*byte)];
        if class > SPACE {
            hash = mixed(hash, u32::from(class));
            at += 1;
            end = at;
            continue;
        }
        let (ends, length) = if byte.is_ascii() {
            end = if class == SPACE { end } else { at + 1 };
            (class == SPACE, 1)
        } else {
            let Some(c) = text.get(at..).and_then(|rest| rest.chars().next()) else { break };
            let is_space = c.is_whitespace();
            end = if is_space { end } else { at + c.len_utf8() };
            if c.is_alphanumeric() {
                c.to_lowercase().for_each(|c| hash = mixed(hash, u32::from(c)));
            }
            (is_space || matches!(c, '，' | '。' | '、' | '；' | '：' | '？' | '！'), c.len_utf8())
        };
        at += length;
        if ends {
            push(&mut hash, start, end, out);
            start = at;
        }
    }
    push(&mut hash, start, end, out);
}

/// Adds a word, where it has a letter or a digit.
fn push(hash: &mut u64, start: usize, end: usize, out: &mut Vec<Word>) {
    if *hash != BEGIN {
        out.push(Word { hash: *hash | 1, start: u32::try_from(start).unwrap_or(u32::MAX), end: u32::try_from(end).unwrap_or(u32::MAX) });
        *hash = BEGIN;
    }
}

impl<'a> Fragments<'a> {
    /// Of these blocks of a briefing.
    pub(crate) fn of(briefing: &'a Briefing, all: &[Cited<'_>]) -> Self {
        let meta = &briefing.meta;
        let mut found: Vec<Word> = Vec::with_capacity(briefing.blocks.iter().map(|block| block.text.text().len() / 5 + 8).sum());
        let mut blocks: Vec<(usize, usize)> = Vec::with_capacity(briefing.blocks.len());
        let said = [Some(briefing.title.text.as_str()), meta.standfirst.as_deref()].into_iter().flatten();
        for text in said.chain(meta.key_points.iter().map(String::as_str)) {
            words(text, &mut found);
            found.push(BETWEEN);
        }
        for block in &briefing.blocks {
            let start = found.len();
            words(block.text.text(), &mut found);
            blocks.push((start, found.len()));
            found.push(BETWEEN);
        }
        let mut named = vec![None; all.len()];
        let is_open = |cited: &Cited<'_>| !matches!(cited.part, Part::Question(_)) && is_plain(&briefing.block(cited.no).text);
        let mut open: Vec<usize> = (0..all.len()).filter(|at| is_open(&all[*at])).collect();
        let of = |at: usize| blocks[all[at].no.index()];
        for length in LENGTHS {
            open.retain(|at| of(*at).1 - of(*at).0 >= length);
            if open.is_empty() {
                break;
            }
            let begins = |at: usize| together(&found[of(at).0..of(at).0 + length]);
            let counts = counts(&found, length, open.iter().map(|at| begins(*at)));
            open.retain(|at| {
                let is_unique = counts.get(&begins(*at)) == Some(&1);
                if is_unique {
                    let (start, end) = of(*at);
                    let stretch = |from: usize, to: usize| (found[from].start, found[to].end);
                    let last = (end - start >= length + LAST).then(|| stretch(end - LAST, end - 1));
                    named[*at] = Some(Named { first: stretch(start, start + length - 1), last });
                }
                !is_unique
            });
        }
        Self { briefing, named }
    }

    /// Adds `:~:text=...` for the cited block `at`, where some words of it stand nowhere else.
    pub(crate) fn push(&self, at: usize, cited: &Cited<'_>, out: &mut String) {
        let text = &self.briefing.block(cited.no).text;
        if matches!(cited.part, Part::Question(_)) {
            if is_plain(text) {
                // A question also stands in the page's contents; there no link to itself comes after it.
                out.push_str(":~:text=");
                out.extend(utf8_percent_encode(text.text().trim(), ENCODED));
                out.push_str(",-%23");
            }
            return;
        }
        let Some(named) = self.named.get(at).copied().flatten() else { return };
        let stretch = |(start, end): (u32, u32)| text.text().get(start as usize..end as usize).unwrap_or_default();
        out.push_str(":~:text=");
        out.extend(utf8_percent_encode(stretch(named.first), ENCODED));
        if let Some(last) = named.last {
            out.push(',');
            out.extend(utf8_percent_encode(stretch(last), ENCODED));
        }
    }
}

fn together(row: &[Word]) -> u64 {
    row.iter().fold(0, |hash: u64, word| (hash.rotate_left(5) ^ word.hash).wrapping_mul(BEGIN))
}

/// How often each of the `wanted` rows stands among `found`.
fn counts(found: &[Word], length: usize, wanted: impl Iterator<Item = u64>) -> FxHashMap<u64, u32> {
    let mut counts: FxHashMap<u64, u32> = wanted.map(|row| (row, 0)).collect();
    // Nearly every row is none of them: a sieve says so for less than the table.
    let place = |row: u64| ((row >> 60) as usize, 1u64 << (row >> 54 & 63));
    let mut sieve = [0u64; 16];
    for row in counts.keys() {
        sieve[place(*row).0] |= place(*row).1;
    }
    for row in found.windows(length).map(together) {
        if sieve[place(row).0] & place(row).1 != 0
            && let Some(count) = counts.get_mut(&row)
        {
            *count += 1;
        }
    }
    counts
}

/// Whether the words stand on the page as they stand here: one line, without numbers of notes and pictures among them.
fn is_plain(text: &RichText) -> bool {
    let is_shown_otherwise = |kind: &MarkKind| matches!(kind, MarkKind::Footnote { .. } | MarkKind::Image { .. } | MarkKind::Break);
    memchr::memchr2(b'\n', b'\t', text.text().as_bytes()).is_none() && !text.marks().iter().any(|mark| is_shown_otherwise(&mark.kind))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn split(text: &str) -> Vec<&str> {
        let mut found = Vec::new();
        words(text, &mut found);
        found.iter().map(|word| &text[word.start as usize..word.end as usize]).collect()
    }

    #[test]
    fn words_end_at_white_space_and_at_marks_of_scripts_without_it() {
        assert_eq!(split(" “The Court’s  order”,\u{a0}3 pages — long. "), ["“The", "Court’s", "order”,", "3", "pages", "long."]);
        assert_eq!(split("河流，边界。"), ["河流，", "边界。"]);
        assert_eq!(split(" — … "), Vec::<&str>::new());
    }

    #[test]
    fn a_row_is_counted_as_a_browser_compares_it_and_not_across_texts() {
        let mut found = Vec::new();
        for text in ["The boats left the harbour", "«THE boats, left» the harbour.", "the boats", "left the harbour"] {
            words(text, &mut found);
            found.push(BETWEEN);
        }
        let row = together(&found[..4]);
        assert_eq!(counts(&found, 4, [row].into_iter()).get(&row), Some(&2));
    }
}
