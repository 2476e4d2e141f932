//! Text fragments (<https://wicg.github.io/scroll-to-text-fragment/>): the end of an address that has a browser find and mark the words.
//! A browser takes the first place that fits, so a block is named by words that stand nowhere else in its briefing; where there are none,
//! the id of the block alone leads there. What a theme writes round the words is not known here.

use super::{Cited, Part};
use crate::model::{Briefing, MarkKind, RichText};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use rustc_hash::{FxHashMap, FxHasher};
use std::hash::{Hash, Hasher};

/// So many words are tried, one after another.
const LENGTHS: [usize; 3] = [4, 8, 16];
/// So many words say where the marked stretch ends.
const LAST: usize = 3;
/// A hyphen has a meaning there, so it is encoded too.
const ENCODED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'_').remove(b'.');

/// How often each row of words stands in a briefing.
pub(crate) struct Rows<'a> {
    briefing: &'a Briefing,
    counts: [Option<FxHashMap<u64, u32>>; LENGTHS.len()],
}

/// Words with the bytes that they cover, ended by white space or by marks of scripts that have none.
fn words(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let ends = |c: char| c.is_whitespace() || matches!(c, '，' | '。' | '、' | '；' | '：' | '？' | '！');
    text.split_inclusive(ends)
        .map(move |word| (word.as_ptr() as usize - text.as_ptr() as usize, word.trim_end_matches(char::is_whitespace)))
        .filter(|(_, word)| word.chars().any(char::is_alphanumeric))
}

/// Of a word as a browser compares it, or more coarsely.
fn hash(word: &str) -> u64 {
    let mut hasher = FxHasher::default();
    for c in word.chars().filter(|c| c.is_alphanumeric()) {
        if c.is_ascii() { c.to_ascii_lowercase().hash(&mut hasher) } else { c.to_lowercase().for_each(|c| c.hash(&mut hasher)) }
    }
    hasher.finish()
}

fn together(hashes: &[u64]) -> u64 {
    let mut hasher = FxHasher::default();
    hashes.hash(&mut hasher);
    hasher.finish()
}

impl<'a> Rows<'a> {
    pub(crate) fn of(briefing: &'a Briefing) -> Self {
        Self { briefing, counts: Default::default() }
    }

    /// How often this row of words, of the length `LENGTHS[at]`, stands in the briefing.
    fn count(&mut self, at: usize, row: u64) -> u32 {
        let briefing = self.briefing;
        let counts = self.counts[at].get_or_insert_with(|| {
            let meta = &briefing.meta;
            let said = [Some(briefing.title.text.as_str()), meta.standfirst.as_deref()].into_iter().flatten();
            let blocks = briefing.blocks.iter().map(|block| block.text.text());
            let mut counts: FxHashMap<u64, u32> = FxHashMap::default();
            let mut hashes: Vec<u64> = Vec::new();
            for text in said.chain(meta.key_points.iter().map(String::as_str)).chain(blocks) {
                hashes.clear();
                hashes.extend(words(text).map(|(_, word)| hash(word)));
                hashes.windows(LENGTHS[at]).for_each(|row| *counts.entry(together(row)).or_default() += 1);
            }
            counts
        });
        counts.get(&row).copied().unwrap_or_default()
    }

    /// Adds `:~:text=...` for a block, where some words of it stand nowhere else.
    pub(crate) fn push(&mut self, cited: &Cited<'_>, out: &mut String) {
        let text = &self.briefing.block(cited.no).text;
        if !is_plain(text) {
            return;
        }
        if matches!(cited.part, Part::Question(_)) {
            // A question also stands in the page's contents; there no link to itself comes after it.
            out.push_str(":~:text=");
            out.extend(utf8_percent_encode(text.text().trim(), ENCODED));
            out.push_str(",-%23");
            return;
        }
        let found: Vec<(usize, &str)> = words(text.text()).collect();
        let hashes: Vec<u64> = found.iter().take(LENGTHS[LENGTHS.len() - 1]).map(|(_, word)| hash(word)).collect();
        let unique = (0..LENGTHS.len()).find(|at| hashes.get(..LENGTHS[*at]).is_some_and(|row| self.count(*at, together(row)) == 1));
        let Some(length) = unique.map(|at| LENGTHS[at]) else { return };
        let stretch = |from: usize, to: usize| {
            let (start, (last, word)) = (found[from].0, found[to]);
            text.text().get(start..last + word.len()).unwrap_or_default()
        };
        out.push_str(":~:text=");
        out.extend(utf8_percent_encode(stretch(0, length - 1), ENCODED));
        if found.len() >= length + LAST {
            out.push(',');
            out.extend(utf8_percent_encode(stretch(found.len() - LAST, found.len() - 1), ENCODED));
        }
    }
}

/// Whether the words stand on the page as they stand here: one line, without numbers of notes and pictures among them.
fn is_plain(text: &RichText) -> bool {
    let is_shown_otherwise = |kind: &MarkKind| matches!(kind, MarkKind::Footnote { .. } | MarkKind::Image { .. } | MarkKind::Break);
    !text.text().contains(['\n', '\t']) && !text.marks().iter().any(|mark| is_shown_otherwise(&mark.kind))
}
