//! What bears on what, within one briefing and between briefings.

use super::BlockNo;
use serde::{Deserialize, Serialize};

/// The links of one briefing.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct BriefingLinks {
    /// Which paragraphs bear on which question: sorted by question, at most three for each, best first.
    pub bears_on: Vec<BearsOn>,
}

/// A paragraph of the article bears on a question of the FAQ.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct BearsOn {
    /// The question.
    pub question: BlockNo,
    /// The paragraph.
    pub paragraph: BlockNo,
    /// How strongly, in thousandths; comparable within a briefing.
    pub score: u32,
    /// What the two share: names and rare terms, strongest first, in the text's words.
    pub shared: Vec<String>,
}

impl Eq for BearsOn {}
