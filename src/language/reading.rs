//! Words that decide what a line of a seed is.

use super::entries;
use rustc_hash::FxHashSet;

/// The word lists that `read` uses; all lower case.
#[derive(Debug)]
pub struct ReadingWords {
    /// Headings that say that an FAQ begins: "frequently asked questions", "q&a". The longest first.
    pub faq_headings: Vec<&'static str>,
    /// Headings that say so only where questions follow: "key questions". The longest first.
    pub weak_faq_headings: Vec<&'static str>,
    /// Words with which a question begins: "what", "is".
    pub question_words: FxHashSet<&'static str>,
    /// Words that may stand before a question word: "in what way".
    pub question_leads: FxHashSet<&'static str>,
    /// Months, for datelines.
    pub months: FxHashSet<&'static str>,
}

impl ReadingWords {
    pub(super) fn english() -> Self {
        Self {
            faq_headings: longest_first(include_str!("en/faq_headings.txt")),
            weak_faq_headings: longest_first(include_str!("en/faq_headings_weak.txt")),
            question_words: entries(include_str!("en/question_words.txt")).into_iter().collect(),
            question_leads: entries(include_str!("en/question_leads.txt")).into_iter().collect(),
            months: entries(include_str!("en/months.txt")).into_iter().collect(),
        }
    }
}

fn longest_first(list: &'static str) -> Vec<&'static str> {
    let mut found = entries(list);
    found.sort_by_key(|phrase| std::cmp::Reverse(phrase.len()));
    found
}
