//! A unit: one paragraph, heading, item or rule of a seed, with what it looks like. Both readers, plain and Markdown, make units; the outline gives them roles.

use super::evidence::Evidence;
use super::passage::Passage;
use crate::model::Shape;

/// What a unit is by its form alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    /// Words.
    Text,
    /// A Markdown heading, or a line that begins with `#`.
    Heading(u8),
    /// A line without words.
    Rule,
    /// YAML front matter.
    FrontMatter,
    /// A footnote's text; its label.
    Footnote,
    /// A table or code: never a heading or question.
    Block,
}

/// What stood before a unit's words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Marker {
    /// Nothing.
    None,
    /// A bullet.
    Bullet,
    /// A number.
    Number(u32),
    /// `Q:`.
    Question,
    /// `A:`.
    Answer,
}

/// One paragraph, heading, item or rule.
#[derive(Clone, Debug)]
pub(super) struct Unit<'a> {
    /// Bytes of the decoded seed: whole lines, without the last one's end.
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) passage: Passage<'a>,
    pub(super) form: Form,
    pub(super) marker: Marker,
    pub(super) shape: Shape,
    pub(super) quoted: u8,
    /// All of it is set in bold.
    pub(super) bold: bool,
    /// A blank line stands before it.
    pub(super) parted: bool,
    pub(super) evidence: Evidence,
}
