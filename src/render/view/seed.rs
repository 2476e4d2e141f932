//! The page of a seed: the text as it came, line by line, with what each piece was read as and what was restored.

use super::frame::{Making, PageView, SiteView};
use crate::model::{Block, BlockNo, Briefing, BriefingNo, MarkKind, Restoration, Role, Target};
use crate::read::decode_for_display;
use crate::render::inline::lines::{Lines, line_links, rule_key, split};
use crate::render::inline::{Html, note_id, note_label};
use crate::render::place::{self, Place};
use serde::Serialize;
use std::collections::BTreeMap;

/// The page that shows a seed: `source.html`.
#[derive(Debug, Serialize)]
pub struct SeedView<'a> {
    /// The site.
    pub site: SiteView<'a>,
    /// The page.
    pub page: PageView<'a>,
    /// The briefing's title.
    pub title: &'a str,
    /// Whether it is a draft.
    pub draft: bool,
    /// Address of the article; nothing where the seed is only an FAQ.
    pub article: Option<String>,
    /// Address of the FAQ, where there is one.
    pub faq: Option<String>,
    /// Name of the file.
    pub file: &'a str,
    /// How many lines it has, in words.
    pub lines_label: String,
    /// What it was read as, in words, where it is not UTF-8.
    pub encoding_label: Option<String>,
    /// What was restored, by rule.
    pub restored: Vec<RestoredView<'a>>,
    /// The seed, piece by piece: every line stands in exactly one.
    pub pieces: Vec<PieceView>,
}

/// What a rule has put right.
#[derive(Debug, Serialize)]
pub struct RestoredView<'a> {
    /// What that is, in words.
    pub label: &'a str,
    /// Links to the lines, by their numbers.
    pub lines: Html,
}

/// Lines that became one block, and the empty ones behind them.
#[derive(Debug, Serialize)]
pub struct PieceView {
    /// What they were read as: `paragraph`, `heading`, `title`, `dateline`, `question`, `answer`, `section`, `faq-title`, `faq-intro`, `faq-marker`, `footnote`,
    /// `front-matter` or `separator`; `nothing` for empty lines at the beginning.
    pub kind: &'static str,
    /// The same in words; empty for `nothing`.
    pub label: String,
    /// Address of the block; nothing where no page shows it.
    pub href: Option<String>,
    /// The lines, a `p` each: a link with the line's number, whose id is `L` and the number, then a `span` with the text, its restorations as `ins` and `del`.
    pub html: Html,
}

/// Makes the page of a seed.
pub(crate) fn seed<'a>(making: &Making<'a>, no: BriefingNo) -> SeedView<'a> {
    let entry = making.site.entry(no);
    let briefing = &*entry.briefing;
    let language = making.site.language(no);
    let decoded = decode_for_display(&entry.seed);
    let ranges = split(&decoded.text);
    let lines = Lines::new(&decoded.text, making.words, language);
    let mut pieces = Vec::with_capacity(briefing.blocks.len() + 1);
    let mut read_as = ReadAs { making, no, briefing, paragraphs: 0, notes: notes(briefing) };
    let mut restored: BTreeMap<Restoration, Vec<usize>> = BTreeMap::new();
    let mut at = 0;
    // What stands before the first block belongs to none.
    for number in 0..=briefing.blocks.len() {
        let block = number.checked_sub(1).map(|number| (BlockNo::at(number), &briefing.blocks[number]));
        let end = briefing.blocks.get(number).map_or(usize::MAX, |next| decoded.map.to_decoded(next.span.start as usize));
        let first = at;
        while ranges.get(at).is_some_and(|line| line.start < end) {
            at += 1;
        }
        if first == at {
            continue;
        }
        let text = block.map(|(_, block)| &block.text);
        let room = ranges[first].start..ranges[at - 1].end;
        let mut html = Html::with_capacity(room.len() + (at - first) * 72);
        for (line, range) in ranges.iter().enumerate().take(at).skip(first) {
            lines.line(line + 1, range, text, &mut html);
        }
        for edit in text.map_or(&[][..], |text| text.edits()) {
            let line = ranges[first..at].partition_point(|line| line.start <= edit.source.0 as usize) + first;
            restored.entry(edit.rule).or_default().push(line);
        }
        let (kind, label, href) = block.map_or(("nothing", String::new(), None), |(no, block)| read_as.block(no, block));
        pieces.push(PieceView { kind, label, href, html });
    }
    let target = Target::Source(no);
    let title = &briefing.title.text;
    let lines_label = making.words.count("source_lines", ranges.len() as u64);
    let description = making.words.fill("source_description", &[("title", title), ("lines", &lines_label)]);
    SeedView {
        site: making.site(&target),
        page: making.page(&target, language, making.words.fill("source_page_title", &[("title", title)]), description),
        title,
        draft: entry.draft,
        article: (!briefing.article.is_empty()).then(|| making.href(&Target::Article(no))),
        faq: briefing.faq.is_some().then(|| making.href(&Target::Faq(no))),
        file: briefing.seed.rsplit('/').next().unwrap_or(&briefing.seed),
        lines_label,
        encoding_label: briefing.source.encoding.as_deref().map(|encoding| making.words.fill("source_encoding", &[("encoding", encoding)])),
        restored: restored
            .into_iter()
            .map(|(rule, mut lines)| {
                lines.dedup();
                RestoredView { label: making.words.get(rule_key(rule)), lines: line_links(&lines) }
            })
            .collect(),
        pieces,
    }
}

/// Says what each block was read as, from the first to the last.
struct ReadAs<'m, 'a> {
    making: &'m Making<'a>,
    no: BriefingNo,
    briefing: &'m Briefing,
    /// Numbered paragraphs so far.
    paragraphs: u32,
    /// Footnotes that are shown, by label, with their page.
    notes: BTreeMap<&'m str, Place>,
}

impl ReadAs<'_, '_> {
    /// Kind, the same in words, and the address of the block.
    fn block(&mut self, no: BlockNo, block: &Block) -> (&'static str, String, Option<String>) {
        let words = self.making.words;
        let shown = place::of(self.briefing, no).is_shown();
        let (kind, key) = match block.role {
            Role::FrontMatter => ("front-matter", "read_front_matter"),
            Role::Title => ("title", "place_title"),
            Role::Dateline => ("dateline", "read_dateline"),
            Role::Heading => ("heading", "place_heading"),
            Role::Paragraph => ("paragraph", "place_text"),
            Role::FaqMarker => ("faq-marker", "read_faq_marker"),
            Role::FaqTitle => ("faq-title", "read_faq_title"),
            Role::FaqIntro => ("faq-intro", "place_intro"),
            Role::Section => ("section", "place_section"),
            Role::Question => ("question", "place_question"),
            Role::Answer => ("answer", "place_answer"),
            Role::Footnote => ("footnote", "read_footnote"),
            Role::Separator => ("separator", "read_separator"),
        };
        if block.role == Role::Paragraph && shown {
            self.paragraphs += 1;
            let label = words.fill("place_paragraph", &[("number", &self.paragraphs.to_string())]);
            return (kind, label, Some(self.href(no)));
        }
        let href = if block.role == Role::Footnote { self.note(block) } else { shown.then(|| self.href(no)) };
        let label = words.get(key);
        let label = if href.is_some() { label.to_owned() } else { words.fill("not_shown", &[("what", label)]) };
        (kind, label, href)
    }

    fn href(&self, block: BlockNo) -> String {
        self.making.href(&Target::Block(self.no, block))
    }

    /// A footnote stands at the end of the page that refers to it, with an id of its own.
    fn note(&self, block: &Block) -> Option<String> {
        let label = note_label(block)?;
        let page = match self.notes.get(label)? {
            Place::Faq => Target::Faq(self.no),
            _ => Target::Article(self.no),
        };
        Some(format!("{}#{}", self.making.href(&page), note_id(label)))
    }
}

/// The footnotes that a page refers to, also by way of another note, each with the first such page.
fn notes(briefing: &Briefing) -> BTreeMap<&str, Place> {
    let mut by_label: BTreeMap<&str, &Block> = BTreeMap::new();
    for block in &briefing.blocks {
        if let Some(label) = note_label(block) {
            by_label.entry(label).or_insert(block);
        }
    }
    let mut found = BTreeMap::new();
    if by_label.is_empty() {
        return found;
    }
    for page in [Place::Article, Place::Faq] {
        let mut next: Vec<&Block> =
            (0..briefing.blocks.len()).filter(|at| place::of(briefing, BlockNo::at(*at)) == page).map(|at| &briefing.blocks[at]).collect();
        while let Some(block) = next.pop() {
            for mark in block.text.marks() {
                if let MarkKind::Footnote { label } = &mark.kind
                    && let Some((label, note)) = by_label.get_key_value(&**label)
                    && !found.contains_key(label)
                {
                    found.insert(*label, page);
                    next.push(note);
                }
            }
        }
    }
    found
}
