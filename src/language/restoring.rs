//! Words that decide what may be restored.

use super::entries;
use rustc_hash::{FxHashMap, FxHashSet};

/// The word lists that the rules of restoration use; all lower case.
#[derive(Debug)]
pub struct RestoringWords {
    /// A contraction without its apostrophe, and the byte before which the apostrophe belongs.
    pub contractions: FxHashMap<String, usize>,
    /// The last two bytes of each of them: most words are told by these.
    pub contraction_ends: Vec<[u8; 2]>,
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
    pub(super) fn english() -> Self {
        let set = |list| entries(list).into_iter().collect();
        let contractions: FxHashMap<String, usize> =
            entries(include_str!("en/contractions.txt")).into_iter().filter_map(|word| word.find('’').map(|at| (word.replace('’', ""), at))).collect();
        let mut contraction_ends: Vec<[u8; 2]> = contractions.keys().filter_map(|word| word.as_bytes().last_chunk().copied()).collect();
        contraction_ends.sort_unstable();
        contraction_ends.dedup();
        Self {
            contractions,
            contraction_ends,
            no_plural: set(include_str!("en/no_plural.txt")),
            cannot_end: set(include_str!("en/cannot_end.txt")),
            sentence_starts: set(include_str!("en/sentence_starts.txt")),
            auxiliaries: set(include_str!("en/auxiliaries.txt")),
            question_verbs: set(include_str!("en/question_verbs.txt")),
            not_asked: set(include_str!("en/not_asked.txt")),
        }
    }
}
