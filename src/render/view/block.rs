//! Blocks: paragraphs, headings, list items, tables and notes, each with its address.

use super::frame::{DateView, Making};
use crate::model::{Block, BlockNo, Briefing, Mentions, Role, Shape};
use crate::render::inline::flow::Flow;
use crate::render::inline::{Found, Html, Inline, note_id, note_label, reference_id};
use serde::Serialize;

/// A block in reading order. Print `before`, the block, `after`: they hold the tags of the lists and quotations that it stands in.
#[derive(Debug, Serialize)]
pub struct BlockView<'a> {
    /// Its id within the page.
    pub id: &'a str,
    /// `text`, `heading`, `dateline`, `code` or `table`.
    pub form: &'static str,
    /// Its number among the paragraphs of the article, for people.
    pub number: Option<u32>,
    /// What the link on the number is called.
    pub number_label: Option<String>,
    /// For headings: 2 to 6, without jumps.
    pub level: u8,
    /// Its words: phrasing content for `text`, `heading` and `dateline`; a whole `pre` or `table` for the others.
    pub html: Html,
    /// Tags of lists and quotations that begin with it.
    pub before: Html,
    /// Tags of lists and quotations that end with it.
    pub after: Html,
    /// `ltr` or `rtl`, where it runs against the page.
    pub direction: Option<&'static str>,
    /// Who speaks in it, in words of their own, each once.
    pub speakers: Vec<SpeakerView<'a>>,
    /// Address of how to cite it, where that is published: of paragraphs and of the first block of an answer.
    pub cite: Option<String>,
    /// What stands over its questions: "A question on this", "Questions on this".
    pub questions_label: Option<String>,
    /// Questions of the FAQ that it bears on.
    pub questions: Vec<QuestionLink<'a>>,
    /// What was put right in it.
    pub corrections: Vec<CorrectionView<'a>>,
}

/// A question that a paragraph bears on.
#[derive(Debug, Serialize)]
pub struct QuestionLink<'a> {
    /// The question.
    pub text: &'a str,
    /// Its address.
    pub href: String,
    /// The first sentence of its answer, where the question stands beside a paragraph.
    pub answer: Option<&'a str>,
}

/// An actor whose words stand in a block.
#[derive(Debug, Serialize)]
pub struct SpeakerView<'a> {
    /// Its name.
    pub name: &'a str,
    /// Address of its page.
    pub href: String,
    /// Whether it is inferred that it speaks.
    pub inferred: bool,
}

/// A correction.
#[derive(Debug, Serialize)]
pub struct CorrectionView<'a> {
    /// When it was made.
    pub date: DateView,
    /// What was wrong and what is right.
    pub text: &'a str,
    /// Address of the block that it concerns, or of the article.
    pub href: String,
    /// Title of the briefing.
    pub briefing: &'a str,
}

/// An entry of a table of contents.
#[derive(Debug, Serialize)]
pub struct ContentsItem<'a> {
    /// The heading.
    pub text: &'a str,
    /// Its address.
    pub href: String,
    /// 2 to 6.
    pub level: u8,
}

/// A footnote.
#[derive(Debug, Serialize)]
pub struct NoteView<'a> {
    /// Its id within the page.
    pub id: String,
    /// Its label.
    pub label: &'a str,
    /// Its words.
    pub html: Html,
    /// Ids of the places that refer to it.
    pub references: Vec<String>,
}

/// What a briefing's tables hold of one block, found without a walk over all of them.
pub(crate) fn found_in(mentions: &Mentions, block: BlockNo) -> Found<'_> {
    let all = &mentions.mentions;
    let start = all.partition_point(|mention| mention.block < block);
    let len = all[start..].iter().take_while(|mention| mention.block == block).count();
    let said = &mentions.quotations;
    let first = said.partition_point(|quotation| quotation.block < block);
    let quotations = said[first..].iter().take_while(|quotation| quotation.block == block).count();
    Found { mentions: &all[start..start + len], quotations: &said[first..first + quotations] }
}

/// Makes block views one after another, with the lists round them.
pub(crate) struct Blocks<'a> {
    views: Vec<BlockView<'a>>,
    flow: Flow,
    /// Levels of the headings that are open, as written.
    levels: Vec<u8>,
    /// Level of the page's highest heading.
    top: u8,
}

impl<'a> Blocks<'a> {
    pub(crate) fn new(top: u8) -> Self {
        Self { views: Vec::new(), flow: Flow::default(), levels: Vec::new(), top }
    }

    /// Adds a block. `number` is its number in the margin.
    pub(crate) fn add(&mut self, block: &'a Block, found: Found<'_>, number: Option<u32>, inline: &mut Inline<'a>) -> &mut BlockView<'a> {
        let (after, before) = self.flow.place(block);
        if let Some(last) = self.views.last_mut() {
            last.after = after;
        }
        let form = match (block.role, block.shape) {
            (Role::Heading, _) => "heading",
            (Role::Dateline, _) => "dateline",
            (_, Shape::Code) => "code",
            (_, Shape::Table { .. }) => "table",
            _ => "text",
        };
        let level = if form == "heading" { self.level(block.shape) } else { 0 };
        let html = if form == "heading" { inline.heading(&block.text) } else { inline.block(block, found) };
        self.views.push(BlockView {
            id: block.anchor.as_str(),
            form,
            number,
            number_label: number.map(|number| inline.number_label(number)),
            level,
            html,
            before,
            after: Html::default(),
            direction: inline.direction(block.text.text()),
            speakers: Vec::new(),
            cite: None,
            questions_label: None,
            questions: Vec::new(),
            corrections: Vec::new(),
        });
        let last = self.views.len() - 1;
        &mut self.views[last]
    }

    /// The views.
    pub(crate) fn finish(mut self) -> Vec<BlockView<'a>> {
        let after = self.flow.finish();
        if let Some(last) = self.views.last_mut() {
            last.after = after;
        }
        self.views
    }

    /// Levels as written, brought under the page's own heading without a jump.
    fn level(&mut self, shape: Shape) -> u8 {
        let written = if let Shape::Heading(level) = shape { level.clamp(1, 6) } else { 2 };
        while self.levels.last().is_some_and(|open| *open >= written) {
            self.levels.pop();
        }
        self.levels.push(written);
        (self.top + u8::try_from(self.levels.len()).unwrap_or(6) - 1).min(6)
    }
}

/// The headings among `views`.
pub(crate) fn contents<'a>(blocks: impl Iterator<Item = &'a Block>, views: &[BlockView<'a>]) -> Vec<ContentsItem<'a>> {
    blocks
        .zip(views)
        .filter(|(_, view)| view.form == "heading")
        .map(|(block, view)| ContentsItem { text: block.text.text(), href: format!("#{}", view.id), level: view.level })
        .collect()
}

/// The footnotes that the page has referred to so far, also those that notes refer to.
pub(crate) fn notes<'a>(blocks: &'a [Block], mentions: &Mentions, inline: &mut Inline<'a>) -> Vec<NoteView<'a>> {
    if inline.referred_at(0).is_none() {
        return Vec::new();
    }
    let by_label: rustc_hash::FxHashMap<&str, usize> = blocks.iter().enumerate().rev().filter_map(|(no, block)| Some((note_label(block)?, no))).collect();
    let mut views: Vec<NoteView<'a>> = Vec::new();
    while let Some(label) = inline.referred_at(views.len()) {
        let html = match by_label.get(label) {
            Some(no) => inline.note(&blocks[*no], found_in(mentions, BlockNo::at(*no))),
            None => Html::default(),
        };
        views.push(NoteView { id: note_id(label), label, html, references: Vec::new() });
    }
    for (view, (label, times)) in views.iter_mut().zip(inline.referred()) {
        view.references = (1..=times).map(|n| reference_id(label, n)).collect();
    }
    views
}

/// The corrections of a briefing: all, for its foot.
pub(crate) fn corrections<'a>(making: &Making<'a>, no: crate::model::BriefingNo) -> Vec<CorrectionView<'a>> {
    let count = making.site.meta(no).corrections.len();
    (0..count).filter_map(|i| correction(making, no, i)).collect()
}

/// One correction of a briefing.
pub(crate) fn correction<'a>(making: &Making<'a>, no: crate::model::BriefingNo, at: usize) -> Option<CorrectionView<'a>> {
    use crate::model::Target;
    let briefing = making.site.briefing(no);
    let correction = briefing.meta.corrections.get(at)?;
    let block = correction.block.as_deref().and_then(|id| find(briefing, id));
    let target = match block {
        Some(block) if super::super::place::of(briefing, block).is_shown() => Target::Block(no, block),
        _ => Target::Article(no),
    };
    Some(CorrectionView { date: making.date(correction.date), text: &correction.text, href: making.href(&target), briefing: &briefing.title.text })
}

/// The block with this id.
pub(crate) fn find(briefing: &Briefing, id: &str) -> Option<BlockNo> {
    briefing.blocks.iter().position(|block| block.anchor.as_str() == id).map(BlockNo::at)
}
