//! A briefing: one article and, where the seed has one, one FAQ. Every non-blank line of the seed is in exactly one block.

use super::{BlockNo, Meta, RichText};
use crate::text::{Later, SourceSpan, TextRange};
use serde::{Deserialize, Serialize};

/// What a seed is about. Never changed after `read`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Briefing {
    /// The seed's path below `seeds/` without its ending, with `/`: `harbour-talks`, `2024/oslo`. Identifies the briefing.
    pub key: String,
    /// The seed's path in the site: `seeds/harbour-talks.txt`.
    pub seed: String,
    /// The slug it would like: from overlay or front matter, else made from the key. `site/address` decides.
    pub wished_slug: String,
    /// Its title.
    pub title: Title,
    /// The first words of it, for lists and search engines: standfirst, else first sentence. At most about 200 bytes, cut at a word.
    pub description: String,
    /// BCP 47 tag, where overlay or front matter gives one; else the site's language holds.
    pub language: Option<String>,
    /// What overlay and front matter say, the overlay winning.
    pub meta: Meta,
    /// All blocks in reading order, also those that readers are not shown.
    pub blocks: Later<Vec<Block>>,
    /// The blocks of the article as shown, in reading order: headings and text. Not the title.
    pub article: Vec<BlockNo>,
    /// Those of the article that have a number in the margin, in reading order.
    pub paragraphs: Vec<BlockNo>,
    /// The FAQ, where there is one with something to show.
    pub faq: Option<Faq>,
    /// How the decoded text maps to the file on disk.
    pub source: SourceMap,
}

impl Briefing {
    /// The block of this number.
    pub fn block(&self, number: BlockNo) -> &Block {
        &self.blocks[number.index()]
    }

    /// Where `range` of a block's text stands in the seed on disk; `None` where it was put in by a restoration alone.
    pub fn source_span(&self, block: BlockNo, range: TextRange) -> Option<SourceSpan> {
        let (start, end) = self.block(block).text.decoded(range)?;
        Some(self.source.to_disk(start as usize, end as usize))
    }

    /// Questions with their answers, in reading order.
    pub fn questions(&self) -> impl Iterator<Item = &QuestionAnswer> {
        self.faq.iter().flat_map(|faq| &faq.sections).flat_map(|section| &section.questions)
    }

    /// The numbered paragraphs of the article, in reading order: what has a number in the margin.
    pub fn paragraphs(&self) -> impl ExactSizeIterator<Item = BlockNo> + '_ {
        self.paragraphs.iter().copied()
    }
}

/// A title and where it is from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Title {
    /// As shown, plain.
    pub text: String,
    /// Where it is from.
    pub origin: TitleOrigin,
}

/// Where a title is from, in the order in which they are asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum TitleOrigin {
    /// The overlay.
    Overlay,
    /// The front matter.
    FrontMatter,
    /// A Markdown heading of the first level.
    Heading,
    /// A headline: the first line of a plain seed.
    Headline,
    /// The FAQ's title, without its prefix.
    FaqTitle,
    /// The first sentence.
    FirstSentence,
    /// The seed's name, where there is not even a sentence.
    FileName,
}

/// One piece of a seed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Block {
    /// What it does in the briefing.
    pub role: Role,
    /// How it is set.
    pub shape: Shape,
    /// Quotation depth in Markdown: 0 outside of a block quotation.
    pub quoted: u8,
    /// Its address within its page; unique within the briefing.
    pub anchor: Anchor,
    /// Its words. Markers such as `Q:`, `1.` or `#` are not among them.
    pub text: RichText,
    /// The whole lines of the seed that it was read from, on disk, without the last line's end. Spans of blocks are disjoint and sorted.
    pub span: SourceSpan,
}

/// What a block does in its briefing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Role {
    /// YAML front matter; not shown.
    FrontMatter,
    /// The headline or first-level heading that gave the title.
    Title,
    /// A dateline that stands on a line of its own ("LIMA, Jan. 30"); shown with the article.
    Dateline,
    /// A heading within the article.
    Heading,
    /// A paragraph, list item, quotation, table or code of the article.
    Paragraph,
    /// The line that says that an FAQ begins; not shown.
    FaqMarker,
    /// The title of the FAQ.
    FaqTitle,
    /// Text of the FAQ before its first question, or under a section's heading before its questions.
    FaqIntro,
    /// A section heading of the FAQ.
    Section,
    /// A question.
    Question,
    /// A piece of an answer.
    Answer,
    /// A footnote of a Markdown seed; shown at the end of the page that refers to it.
    Footnote,
    /// A rule or other line without words (`---`, `***`); not shown.
    Separator,
}

/// How a block is set.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Shape {
    /// Running text.
    Text,
    /// A heading of this level, 1 to 6, as written.
    Heading(u8),
    /// A list item. `number` where the list is ordered; `depth` from 0.
    Item {
        /// Its number in an ordered list.
        number: Option<u32>,
        /// How deep the list is nested, from 0.
        depth: u8,
    },
    /// A further paragraph of the list item before it.
    ItemMore {
        /// How deep the list is nested, from 0.
        depth: u8,
    },
    /// A table. In the text, rows end with `\n` and cells are parted by `\t`; the first row is the head.
    Table {
        /// Number of columns.
        columns: u16,
    },
    /// Code or other text whose line ends count.
    Code,
}

/// An id within a page: `a-z`, `0-9` and `-`, from the block's own raw words.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Anchor(pub Box<str>);

impl Anchor {
    /// The id.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Title and sections. Several FAQ blocks of a seed are sections of one FAQ.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Faq {
    /// The block that holds its title.
    pub title: Option<BlockNo>,
    /// Text before the first question.
    pub intro: Vec<BlockNo>,
    /// Sections in order, each with at least one answered question; the first may have no heading.
    pub sections: Vec<Section>,
}

impl Faq {
    /// Everything that it shows, in reading order.
    pub fn blocks(&self) -> impl Iterator<Item = BlockNo> + '_ {
        let sections = self.sections.iter().flat_map(|section| {
            let questions = section.questions.iter().flat_map(|pair| std::iter::once(pair.question).chain(pair.answer.iter().copied()));
            section.heading.into_iter().chain(section.intro.iter().copied()).chain(questions)
        });
        self.title.into_iter().chain(self.intro.iter().copied()).chain(sections)
    }
}

/// Questions under one heading.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Section {
    /// Its heading.
    pub heading: Option<BlockNo>,
    /// Text between the heading and the first question.
    pub intro: Vec<BlockNo>,
    /// Its questions, each with an answer.
    pub questions: Vec<QuestionAnswer>,
}

/// A question with its answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct QuestionAnswer {
    /// The question.
    pub question: BlockNo,
    /// The blocks of its answer: at least one.
    pub answer: Vec<BlockNo>,
}

/// How bytes of the decoded text map to bytes of the file on disk.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SourceMap {
    /// Name of the encoding, where it is not UTF-8.
    pub encoding: Option<String>,
    /// Bytes before the text: the byte order mark.
    pub skipped: u32,
    /// For encodings other than UTF-8: `(decoded, disk)` at each place where the distance between the two changes, sorted.
    /// Between two entries one decoded byte is one byte on disk.
    pub steps: Vec<(u32, u32)>,
}

impl SourceMap {
    /// Bytes `start..end` of the decoded text as bytes on disk.
    pub fn to_disk(&self, start: usize, end: usize) -> SourceSpan {
        SourceSpan::new(self.disk(start), self.disk(end))
    }

    fn disk(&self, decoded: usize) -> usize {
        let at = self.steps.partition_point(|step| step.0 as usize <= decoded);
        match at.checked_sub(1).map(|i| self.steps[i]) {
            None => decoded + self.skipped as usize,
            Some((from, to)) => {
                // Within a character of several decoded bytes the place is that of the character.
                let next = self.steps.get(at).map_or(usize::MAX, |step| step.1 as usize);
                (to as usize + (decoded - from as usize)).min(next)
            }
        }
    }

    /// The first byte of the decoded text that stands at or after byte `disk` of the file.
    pub fn to_decoded(&self, disk: usize) -> usize {
        let at = self.steps.partition_point(|step| step.1 as usize <= disk);
        match at.checked_sub(1).map(|i| self.steps[i]) {
            None => disk.saturating_sub(self.skipped as usize),
            Some((from, to)) => {
                let next = self.steps.get(at).map_or(usize::MAX, |step| step.0 as usize);
                (from as usize + (disk - to as usize)).min(next)
            }
        }
    }
}
