//! What the whole seed says about its damage: its language, the possessives it writes, whether its answers lost their stops.

use super::super::evidence::{Ending, ending};
use crate::language::{Cue, RestoringWords};
use memchr::memmem;
use rustc_hash::FxHashSet;

/// Facts about the whole seed that rules rest on.
#[derive(Debug, Default)]
pub(in crate::read) struct Document<'t> {
    /// It is by its words in the language of the pack, and the pack has words for it: rules for apostrophes, stops and question marks are a language's own.
    pub(super) known: bool,
    /// Names that the seed writes with an apostrophe and "s" somewhere.
    pub(super) possessed: FxHashSet<&'t str>,
    /// Its answers lost their full stops.
    pub(in crate::read) stopless: bool,
}

/// Bytes looked at to tell whether a seed is in the language that it is said to be in.
const SAMPLE: usize = 32_768;

impl<'t> Document<'t> {
    /// Looks at the text of a seed.
    pub(in crate::read) fn of(text: &'t str, words: &RestoringWords) -> Self {
        let sample = text.as_bytes().get(..SAMPLE).unwrap_or(text.as_bytes());
        // One word in about forty is the least that English prose has of its list.
        let frequent = words.cues.entries(Cue::Frequent);
        let found: usize = frequent.iter().map(|word| memmem::find_iter(sample, format!(" {word} ").as_bytes()).count()).sum();
        let known = !frequent.is_empty() && found * 200 >= sample.len();
        let mut possessed = FxHashSet::default();
        if known {
            let marks = words.cues.entries(Cue::Possessive).iter().flat_map(|end| [format!("’{end} "), format!("'{end} ")]);
            for mark in marks {
                for at in memmem::find_iter(text.as_bytes(), mark.as_bytes()) {
                    let head = text.get(..at).unwrap_or_default();
                    let start = head.bytes().rposition(|b| !b.is_ascii_alphanumeric() && b.is_ascii()).map_or(0, |at| at + 1);
                    if let Some(name) = head.get(start..)
                        && name.starts_with(char::is_uppercase)
                        && name.chars().count() >= 4
                        && name.chars().all(char::is_alphabetic)
                    {
                        possessed.insert(name);
                    }
                }
            }
        }
        Self { known, possessed, stopless: false }
    }

    /// Takes the answers into account: at least three, and nearly all without a stop at the end.
    pub(in crate::read) fn with_answers<'a>(mut self, answers: impl Iterator<Item = &'a str>) -> Self {
        let (mut open, mut all) = (0usize, 0usize);
        for answer in answers {
            all += 1;
            open += usize::from(ending(answer) == Ending::Open);
        }
        self.stopless = self.known && all >= 3 && open * 10 >= all * 8;
        self
    }
}
