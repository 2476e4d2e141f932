//! The sentences of a briefing, cut once, when a page first asks for them: the pages of all actors that it names show them.

use crate::language::{pack, sentences};
use crate::model::{BlockNo, Briefing};
use crate::text::TextRange;

/// The sentences of each block, one block behind another.
#[derive(Debug)]
pub(super) struct Cut {
    sentences: Box<[TextRange]>,
    /// Where those of each block begin, and one end more.
    starts: Box<[u32]>,
}

impl Cut {
    pub(super) fn of(briefing: &Briefing, language: &str) -> Self {
        let pack = pack(language);
        let mut all = Vec::new();
        let mut starts = Vec::with_capacity(briefing.blocks.len() + 1);
        starts.push(0);
        for block in &briefing.blocks {
            all.extend(sentences(block.text.text(), pack));
            starts.push(u32::try_from(all.len()).unwrap_or(u32::MAX));
        }
        Self { sentences: all.into(), starts: starts.into() }
    }

    pub(super) fn block(&self, no: BlockNo) -> &[TextRange] {
        let (Some(start), Some(end)) = (self.starts.get(no.index()), self.starts.get(no.index() + 1)) else { return &[] };
        self.sentences.get(*start as usize..*end as usize).unwrap_or_default()
    }
}
