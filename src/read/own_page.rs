//! A Markdown page of the site's own: front matter apart, the rest as blocks.

use super::{front_matter, markdown};
use crate::diagnostics::{Checked, Diagnostics};
use crate::model::{Block, SourceMap};

/// What a page's file holds.
#[derive(Debug, Default)]
pub struct OwnPageText<'a> {
    /// The YAML of the front matter, and its first byte in the text.
    pub front: Option<(&'a str, usize)>,
    /// The rest.
    pub blocks: Vec<Block>,
}

/// Reads `text`, which begins at byte `offset` of `file`.
pub fn own_page<'a>(file: &str, text: &'a str, offset: usize) -> Checked<OwnPageText<'a>> {
    let mut diagnostics = Diagnostics::default();
    let map = SourceMap { skipped: u32::try_from(offset).unwrap_or(u32::MAX), ..SourceMap::default() };
    let front = front_matter::split(text, true, file, &map, &mut diagnostics);
    let body = text.get(front.end..).unwrap_or_default();
    let blocks = markdown::blocks(file, body, offset + front.end).unpack(&mut diagnostics);
    Checked { value: OwnPageText { front: front.yaml, blocks }, diagnostics }
}
