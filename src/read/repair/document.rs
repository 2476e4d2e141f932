//! What the whole seed says about its damage: its language, the possessives it writes, whether its answers lost their stops.

use super::super::evidence::{Ending, ending};
use memchr::memmem;
use rustc_hash::FxHashSet;

/// Facts about the whole seed that rules rest on.
#[derive(Debug, Default)]
pub(in crate::read) struct Document<'t> {
    /// It is English by its tag and by its words: the rules for apostrophes, stops and question marks are those of English.
    pub(super) english: bool,
    /// Names that the seed writes with an apostrophe and "s" somewhere.
    pub(super) possessed: FxHashSet<&'t str>,
    /// Its answers lost their full stops.
    pub(in crate::read) stopless: bool,
}

/// Bytes looked at to tell whether a seed is English.
const SAMPLE: usize = 32_768;

impl<'t> Document<'t> {
    /// Looks at the text of a seed.
    pub(in crate::read) fn of(text: &'t str, language: &str) -> Self {
        let tagged = language.split(['-', '_']).next().is_some_and(|primary| primary.eq_ignore_ascii_case("en"));
        let sample = text.as_bytes().get(..SAMPLE).unwrap_or(text.as_bytes());
        // One word in about forty is the least that English prose has of these four.
        let found: usize = [" the ", " of ", " to ", " and ", " is ", " are "].iter().map(|word| memmem::find_iter(sample, word.as_bytes()).count()).sum();
        let english = tagged && found * 200 >= sample.len();
        let mut possessed = FxHashSet::default();
        if english {
            for mark in ["’s ", "'s "] {
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
        Self { english, possessed, stopless: false }
    }

    /// Takes the answers into account: at least three, and nearly all without a stop at the end.
    pub(in crate::read) fn with_answers<'a>(mut self, answers: impl Iterator<Item = &'a str>) -> Self {
        let (mut open, mut all) = (0usize, 0usize);
        for answer in answers {
            all += 1;
            open += usize::from(ending(answer) == Ending::Open);
        }
        self.stopless = self.english && all >= 3 && open * 10 >= all * 8;
        self
    }
}
