//! Text as shown, with stand-off marks and restorations. Whoever looks for names sees words, never markup; there is no element for raw HTML.

use crate::text::TextRange;
use serde::{Deserialize, Serialize};

/// The text of a block. Ranges of marks and edits are byte ranges of `text()`.
///
/// Invariant: `runs`, `marks` and `edits` are sorted by start; runs and edits are each disjoint; marks nest.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct RichText {
    text: Box<str>,
    runs: Box<[Run]>,
    marks: Box<[Mark]>,
    edits: Box<[Edit]>,
}

/// A stretch that stands in the decoded source byte for byte as it is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Run {
    text: u32,
    source: u32,
    len: u32,
}

/// A stand-off mark.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mark {
    /// What it covers.
    pub range: TextRange,
    /// What it says.
    pub kind: MarkKind,
}

/// What a mark says of its text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum MarkKind {
    /// Emphasis.
    Emphasis,
    /// Strong importance.
    Strong,
    /// Struck out.
    Strike,
    /// Code.
    Code,
    /// A link; the address was checked by the reader (only `http`, `https`, `mailto`, or relative to the site).
    Link {
        /// The address.
        href: Box<str>,
    },
    /// A picture under `content/static/`; the text is its description.
    Image {
        /// The address below the site's root, without a leading slash.
        src: Box<str>,
    },
    /// A reference to the footnote with this label; the text is the label.
    Footnote {
        /// The label.
        label: Box<str>,
    },
    /// A line break that the author asked for; covers the space that stands for it.
    Break,
}

/// A restoration: what is shown differs from the seed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Edit {
    /// What is shown instead. Empty where something was left out.
    pub range: TextRange,
    /// Where it stands in the decoded source (bytes): an empty range where something was put in.
    pub source: (u32, u32),
    /// What stands there in the source.
    pub was: Box<str>,
    /// Which rule did it.
    pub rule: Restoration,
}

/// The rules of restoration; each has a file in `read/repair/`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Restoration {
    /// A missing space after a closing quotation mark.
    QuoteSpace,
    /// The question mark of a question.
    QuestionMark,
    /// The apostrophe of a possessive: `Irans nuclear program`.
    Possessive,
    /// The apostrophe of a contraction: `Whats`, `dont`.
    Contraction,
    /// A lost full stop between two sentences.
    FullStop,
    /// The full stop at the end of an answer.
    FinalStop,
}

impl Restoration {
    /// Every rule, in the order in which they are applied.
    pub const ALL: [Restoration; 6] = [Self::QuoteSpace, Self::Possessive, Self::Contraction, Self::FullStop, Self::FinalStop, Self::QuestionMark];

    /// Its name in `restore:` and in the docs.
    pub fn name(self) -> &'static str {
        match self {
            Self::QuoteSpace => "quote-space",
            Self::QuestionMark => "question-mark",
            Self::Possessive => "possessive",
            Self::Contraction => "contraction",
            Self::FullStop => "full-stop",
            Self::FinalStop => "final-stop",
        }
    }
}

impl RichText {
    /// The words as shown.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Stand-off marks, sorted by start, the wider first.
    pub fn marks(&self) -> &[Mark] {
        &self.marks
    }

    /// Restorations, sorted by place.
    pub fn edits(&self) -> &[Edit] {
        &self.edits
    }

    /// Whether there is no text.
    pub fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    /// Where `range` stands in the decoded source, in bytes of it: from the source byte of its first shown byte that the
    /// source has to one past that of its last. `None` where the source has none of it.
    pub fn decoded(&self, range: TextRange) -> Option<(u32, u32)> {
        let first = self.runs.partition_point(|run| run.text + run.len <= range.start);
        let mut found: Option<(u32, u32)> = None;
        for run in &self.runs[first..] {
            let start = run.text.max(range.start);
            let end = (run.text + run.len).min(range.end);
            if run.text >= range.end {
                break;
            }
            if start < end {
                let from = run.source + (start - run.text);
                let to = run.source + (end - run.text);
                found = Some(found.map_or((from, to), |(begin, _)| (begin, to)));
            }
        }
        found
    }
}

/// Builds a [`RichText`] from left to right.
#[derive(Clone, Debug, Default)]
pub struct RichTextBuilder {
    text: String,
    runs: Vec<Run>,
    marks: Vec<Mark>,
    edits: Vec<Edit>,
}

impl RichTextBuilder {
    /// With nothing in it.
    pub fn new() -> Self {
        Self::default()
    }

    /// How many bytes were put in so far.
    pub fn len(&self) -> usize {
        self.text.len()
    }

    /// Whether nothing was put in so far.
    pub fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    /// The text so far.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Text that stands in the decoded source at byte `source` exactly as given.
    pub fn source(&mut self, text: &str, source: usize) {
        if text.is_empty() {
            return;
        }
        let run = Run { text: narrow(self.text.len()), source: narrow(source), len: narrow(text.len()) };
        match self.runs.last_mut() {
            Some(last) if last.text + last.len == run.text && last.source + last.len == run.source => last.len += run.len,
            _ => self.runs.push(run),
        }
        self.text.push_str(text);
    }

    /// Text that layout asks for and the source has in another form: the space that stands for a line's end, the
    /// separator of table cells, a Markdown entity's character. It is no restoration.
    pub fn layout(&mut self, text: &str) {
        self.text.push_str(text);
    }

    /// A restoration: `shown` instead of `was`, which stands in the decoded source at byte `source` (`was` may be empty).
    pub fn restore(&mut self, shown: &str, was: &str, source: usize, rule: Restoration) {
        let start = self.text.len();
        self.text.push_str(shown);
        self.edits.push(Edit { range: TextRange::new(start, self.text.len()), source: (narrow(source), narrow(source + was.len())), was: was.into(), rule });
    }

    /// A mark over what was put in from `start` (a length taken earlier) until now.
    pub fn mark(&mut self, start: usize, kind: MarkKind) {
        if start < self.text.len() {
            self.marks.push(Mark { range: TextRange::new(start, self.text.len()), kind });
        }
    }

    /// The finished text.
    pub fn finish(mut self) -> RichText {
        self.marks.sort_by_key(|mark| (mark.range.start, std::cmp::Reverse(mark.range.end)));
        RichText { text: self.text.into(), runs: self.runs.into(), marks: self.marks.into(), edits: self.edits.into() }
    }
}

fn narrow(value: usize) -> u32 {
    u32::try_from(value).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_restoration_shifts_no_place_in_the_source() {
        let mut builder = RichTextBuilder::new();
        builder.source("Iran", 10);
        builder.restore("’", "", 14, Restoration::Possessive);
        builder.source("s program", 14);
        let text = builder.finish();
        assert_eq!(text.text(), "Iran’s program");
        assert_eq!(text.decoded(TextRange::new(0, 4)), Some((10, 14)));
        assert_eq!(text.decoded(TextRange::new(0, 8)), Some((10, 15)));
        assert_eq!(text.decoded(TextRange::new(9, 16)), Some((16, 23)));
        assert_eq!(text.decoded(TextRange::new(4, 7)), None);
    }
}
