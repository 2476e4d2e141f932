//! The long word lists, as one table: common words, given names, surnames, towns. One look-up says what all of them know of a word.

use super::slots::{SLOTS, bits_of, print_of, slot_of};

/// Written by `build.rs`.
static TABLE: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/lexicon.bin"));

/// What the lists say of `word` (folded; a town's name may have several words), as a set of the constants of [`super::slots`].
pub(super) fn lists_of(word: &str) -> u8 {
    let print = print_of(word);
    let mut at = slot_of(print);
    loop {
        let Some(slot) = TABLE.get(at * 8..).and_then(<[u8]>::first_chunk).map(|bytes| u64::from_le_bytes(*bytes)) else { return 0 };
        if slot == 0 {
            return 0;
        }
        let bits = bits_of(slot, print);
        if bits != 0 {
            return bits;
        }
        at = (at + 1) % SLOTS;
    }
}

#[cfg(test)]
mod tests {
    use super::super::slots::{COMMON_ENGLISH, COMMON_FRENCH, GIVEN, SURNAME, TOWN, TOWN_BEGINS};
    use super::*;
    use std::collections::BTreeMap;

    #[test]
    fn every_word_of_every_list_is_known_for_what_it_is_and_no_other_word_is() {
        let mut words: BTreeMap<&str, u8> = BTreeMap::new();
        for (list, bit) in [
            (include_str!("en/common_words.txt"), COMMON_ENGLISH),
            (include_str!("fr/common_words.txt"), COMMON_FRENCH),
            (include_str!("given_names.txt"), GIVEN),
            (include_str!("surnames.txt"), SURNAME),
            (include_str!("towns.txt"), TOWN),
        ] {
            for line in list.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
                *words.entry(line).or_default() |= bit;
                if let (TOWN, Some((first, _))) = (bit, line.split_once(' ')) {
                    *words.entry(first).or_default() |= TOWN_BEGINS;
                }
            }
        }
        for (word, bits) in &words {
            assert_eq!(lists_of(word), *bits, "{word}");
            let other = format!("{word}qz");
            assert!(words.contains_key(other.as_str()) || lists_of(&other) == 0, "{other}");
        }
        assert_eq!(lists_of(""), 0);
        assert!(words.len() * 2 < SLOTS, "{} words are too many for the table", words.len());
    }
}
