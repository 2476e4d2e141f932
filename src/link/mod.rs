//! Which paragraphs bear on which question. Knows mentions, not how they were found.

use crate::language::Pack;
use crate::model::{Briefing, BriefingLinks, Mentions};

/// The links within one briefing. `mentions` are those of `briefing`.
pub fn bears_on(_briefing: &Briefing, _mentions: &Mentions, _pack: &Pack) -> BriefingLinks {
    BriefingLinks::default()
}
