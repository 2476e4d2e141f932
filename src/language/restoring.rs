//! Words that decide what may be restored.

use super::cues::Cues;
use super::files::Files;
use rustc_hash::{FxHashMap, FxHashSet};

/// The word lists that the rules of restoration use; all lower case.
#[derive(Debug)]
pub struct RestoringWords {
    /// Function words and endings.
    pub cues: Cues,
    /// A contraction without its apostrophe, and the byte before which the apostrophe belongs.
    pub contractions: FxHashMap<String, usize>,
    /// How they end: most words are told by that.
    pub contraction_ends: Ends,
    /// Names that have no plural: with an "s" they are possessives.
    pub no_plural: FxHashSet<&'static str>,
    /// Words that end no sentence.
    pub cannot_end: FxHashSet<&'static str>,
    /// Words that begin a sentence and have no capital letter within one.
    pub sentence_starts: FxHashSet<&'static str>,
    /// Auxiliary verbs.
    pub auxiliaries: FxHashSet<&'static str>,
    /// Verbs with a question word as their subject.
    pub question_verbs: FxHashSet<&'static str>,
    /// Words behind a question word that make it no question.
    pub not_asked: FxHashSet<&'static str>,
}

impl RestoringWords {
    pub(super) fn of(files: &Files) -> Self {
        let set = |list| files.entries(list).into_iter().collect();
        let contractions: FxHashMap<String, usize> =
            files.entries("contractions").into_iter().filter_map(|word| word.find('’').map(|at| (word.replace('’', ""), at))).collect();
        let contraction_ends = Ends::of(contractions.keys().map(String::as_str));
        Self {
            cues: Cues::new(files.text("restoring_cues")),
            contractions,
            contraction_ends,
            no_plural: set("no_plural"),
            cannot_end: set("cannot_end"),
            sentence_starts: set("sentence_starts"),
            auxiliaries: set("auxiliaries"),
            question_verbs: set("question_verbs"),
            not_asked: set("not_asked"),
        }
    }
}

/// How the words of a list end, by their last two letters. Says of some other words that they may stand in the list too.
#[derive(Debug)]
pub struct Ends(Vec<bool>);

impl Ends {
    fn of<'w>(words: impl Iterator<Item = &'w str>) -> Self {
        let mut ends = vec![false; 1024];
        for word in words {
            if let Some(slot) = place(word.as_bytes()).and_then(|place| ends.get_mut(place)) {
                *slot = true;
            }
        }
        Self(ends)
    }

    /// Whether a word of the list may end as `word` does.
    pub fn may_hold(&self, word: &[u8]) -> bool {
        place(word).and_then(|place| self.0.get(place)).is_some_and(|ends| *ends)
    }
}

/// The low five bits of a letter are the same for small letters and capitals.
fn place(word: &[u8]) -> Option<usize> {
    let [.., a, b] = word else { return None };
    Some(usize::from(a & 31) << 5 | usize::from(b & 31))
}
