//! The id of each block, from its own raw words: it survives when others are added before it, and when punctuation is damaged or repaired.

use crate::model::Anchor;
use crate::text::{Fingerprint, fold, slug};
use rustc_hash::{FxHashMap, FxHashSet};

/// Words of a block that its id shows.
const WORDS: usize = 6;
/// Bytes of them at most.
const MOST: usize = 56;

/// Gives out the ids of one briefing.
#[derive(Default)]
pub(super) struct Anchors {
    taken: FxHashSet<Box<str>>,
    /// How often a base was asked for, so that many alike cost no more than a few.
    counts: FxHashMap<Box<str>, u32>,
    letters: Vec<u8>,
}

impl Anchors {
    /// The id for a block of these raw words. Blocks alike are told apart by their order.
    pub(super) fn give(&mut self, raw: &str) -> Anchor {
        let base = self.base(raw);
        // Nearly every base is asked for once.
        if !self.taken.contains(base.as_str()) {
            let id: Box<str> = base.into();
            self.taken.insert(id.clone());
            return Anchor(id);
        }
        let count = self.counts.entry(base.as_str().into()).or_insert(1);
        let id = loop {
            *count += 1;
            let id = format!("{base}-{count}");
            if !self.taken.contains(id.as_str()) {
                break id;
            }
        };
        let id: Box<str> = id.into();
        self.taken.insert(id.clone());
        Anchor(id)
    }

    /// Adds the ASCII letters and digits of `text`.
    fn plain(&mut self, text: &str) {
        let mut at = self.letters.len();
        self.letters.resize(at + text.len(), 0);
        for byte in text.bytes() {
            // Written always, kept where it is one: quicker than to ask first.
            let letter = LETTER[usize::from(byte)];
            if let Some(slot) = self.letters.get_mut(at) {
                *slot = letter;
            }
            at += usize::from(letter != 0);
        }
        self.letters.truncate(at);
    }

    fn base(&mut self, raw: &str) -> String {
        self.letters.clear();
        if is_plain(raw) {
            self.plain(raw);
        } else {
            for piece in raw.split_inclusive(|c: char| c.is_whitespace()) {
                if is_plain(piece) {
                    self.plain(piece);
                } else {
                    let mut bytes = [0; 4];
                    for c in fold::fold(piece).chars().filter(|c| c.is_alphanumeric()) {
                        self.letters.extend_from_slice(c.encode_utf8(&mut bytes).as_bytes());
                    }
                }
            }
        }
        let Fingerprint([first, second, ..]) = Fingerprint::of(&self.letters);
        let words = slug::slug_of_words(raw, WORDS, MOST);
        let letter = words.as_bytes().first().is_some_and(u8::is_ascii_lowercase);
        match (letter, words.is_empty()) {
            (true, _) => format!("{words}-{first:02x}{second:02x}"),
            (false, false) => format!("b-{words}-{first:02x}{second:02x}"),
            (false, true) => format!("b-{first:02x}{second:02x}"),
        }
    }
}

/// ASCII letters and digits in lower case; of other bytes nothing.
static LETTER: [u8; 256] = {
    let mut table = [0; 256];
    let mut byte = 0u8;
    while byte < 128 {
        if byte.is_ascii_alphanumeric() {
            table[byte as usize] = byte.to_ascii_lowercase();
        }
        byte += 1;
    }
    table
};

/// Whether all letters are ASCII: beside it only typographic quotation marks and dashes (E2 80 xx), which are no letters.
fn is_plain(text: &str) -> bool {
    let mut rest = text.as_bytes();
    while let Some(at) = rest.iter().position(|byte| !byte.is_ascii()) {
        match rest.get(at..) {
            Some([0xE2, 0x80, _, after @ ..]) => rest = after,
            _ => return false,
        }
    }
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_comes_from_the_words_alone() {
        let id = |raw: &str| Anchors::default().give(raw).0.to_string();
        assert_eq!(id("What are Irans main goals in these talks"), id("What are Iran’s main goals in these talks?"));
        assert_ne!(id("What are the main goals of this"), id("What are the main goals of that"));
        assert!(id("What are Irans main goals in these talks").starts_with("what-are-irans-main-goals-in-"));
        assert!(id("12 days").starts_with("b-12-days-"));
        assert!(id("…").starts_with("b-"));
        assert!(id("Ünïted").starts_with("united-"));
    }

    #[test]
    fn the_same_words_are_told_apart_in_order() {
        let mut anchors = Anchors::default();
        let first = anchors.give("Again");
        let second = anchors.give("Again");
        let third = anchors.give("Again!");
        assert_eq!(second.0, format!("{}-2", first.0).into());
        assert_eq!(third.0, format!("{}-3", first.0).into());
    }
}
