//! How a page was made, in numbers: those that `chancery actors --format json` gives of the same briefing.

use super::frame::Making;
use crate::model::{BriefingNo, Certainty};
use serde::Serialize;

/// How a briefing's pages were made, in numbers.
#[derive(Debug, Default, Serialize)]
pub struct HonestyView {
    /// Mentions for which an actor was found.
    pub mentions: usize,
    /// How many of them are inferred.
    pub inferred: usize,
    /// Stretches that may name an actor and were left as plain text.
    pub open: usize,
    /// What a person has said about the actors of this briefing.
    pub corrected: usize,
    /// Repairs of damaged punctuation.
    pub restored: usize,
    /// Version of the program.
    pub version: &'static str,
    /// All this in words; what is none is left out.
    pub lines: Vec<String>,
}

/// The version that pages name.
pub(crate) const VERSION: &str = env!("CARGO_PKG_VERSION");

impl HonestyView {
    /// Of one briefing.
    pub(crate) fn of(making: &Making<'_>, no: BriefingNo) -> Self {
        let mut view = Self::counted(making, no);
        view.put_into_words(making);
        view
    }

    /// Of the whole site.
    pub(crate) fn of_all(making: &Making<'_>) -> Self {
        let mut all = Self { version: VERSION, ..Self::default() };
        for number in 0..making.site.entries().len() {
            let one = Self::counted(making, BriefingNo::at(number));
            all.mentions += one.mentions;
            all.inferred += one.inferred;
            all.open += one.open;
            all.corrected += one.corrected;
            all.restored += one.restored;
        }
        all.put_into_words(making);
        all
    }

    fn counted(making: &Making<'_>, no: BriefingNo) -> Self {
        let entry = making.site.entry(no);
        let rules = &entry.briefing.meta.actors;
        Self {
            mentions: entry.mentions.mentions.len(),
            inferred: entry.mentions.mentions.iter().filter(|mention| mention.certainty == Certainty::Inferred).count(),
            open: entry.mentions.open.len(),
            corrected: rules.is.len() + rules.not.len() + rules.ignore.len(),
            restored: entry.briefing.blocks.iter().map(|block| block.text.edits().len()).sum(),
            version: VERSION,
            lines: Vec::new(),
        }
    }

    fn put_into_words(&mut self, making: &Making<'_>) {
        let counts = [
            ("made_mentions", self.mentions),
            ("made_inferred", self.inferred),
            ("made_open", self.open),
            ("made_corrected", self.corrected),
            ("made_restored", self.restored),
        ];
        self.lines = counts.iter().filter(|(_, count)| *count > 0).map(|(key, count)| making.words.count(key, *count as u64)).collect();
    }
}
