//! Words that decide what a line of a seed is.

use super::entries;

/// The word lists that `read` uses; all lower case.
#[derive(Debug)]
pub struct ReadingWords {
    /// Headings that say that an FAQ begins: "frequently asked questions", "q&a".
    pub faq_headings: Vec<&'static str>,
    /// Words with which a question begins: "what", "is".
    pub question_words: Vec<&'static str>,
}

impl ReadingWords {
    pub(super) fn english() -> Self {
        Self { faq_headings: entries(include_str!("en/faq_headings.txt")), question_words: entries(include_str!("en/question_words.txt")) }
    }
}
