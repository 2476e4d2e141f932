//! Words that decide what a line of a seed is.

use super::files::Files;
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
    /// Words behind an FAQ heading that make it the title as it stands: "FAQ for residents".
    pub faq_title_leads: Vec<&'static str>,
    /// What stands before a question, with a colon: "Q".
    pub question_labels: Vec<Label>,
    /// What stands before an answer.
    pub answer_labels: Vec<Label>,
    /// Months, for datelines.
    pub months: FxHashSet<&'static str>,
}

impl ReadingWords {
    pub(super) fn of(files: &Files, any: &Files) -> Self {
        let both = |name| {
            let mut entries = files.entries(name);
            entries.extend(any.entries(name));
            entries
        };
        Self {
            faq_headings: longest_first(both("faq_headings")),
            weak_faq_headings: longest_first(both("faq_headings_weak")),
            question_words: files.entries("question_words").into_iter().collect(),
            question_leads: files.entries("question_leads").into_iter().collect(),
            faq_title_leads: files.entries("faq_title_leads"),
            question_labels: labels(both("question_labels")),
            answer_labels: labels(both("answer_labels")),
            months: files.entries("months").into_iter().collect(),
        }
    }
}

/// A label of questions or answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Label {
    /// As it is written; case counts.
    pub word: &'static str,
    /// It is one only with a number behind it: "F1:".
    pub numbered: bool,
}

fn labels(list: Vec<&'static str>) -> Vec<Label> {
    let label = |entry: &'static str| match entry.strip_suffix(" 1") {
        Some(word) => Label { word, numbered: true },
        None => Label { word: entry, numbered: false },
    };
    list.into_iter().map(label).collect()
}

fn longest_first(mut found: Vec<&'static str>) -> Vec<&'static str> {
    found.sort_by_key(|phrase| std::cmp::Reverse(phrase.len()));
    found
}
