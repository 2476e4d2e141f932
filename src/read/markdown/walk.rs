//! The events of pulldown-cmark to leaves: paragraphs, headings, items, tables, code and rules with their words and marks.

use super::super::marker;
use super::super::passage::Passage;
use super::super::unit::{Form, Marker};
use super::Findings;
use super::address::{Address, address, picture};
use crate::diagnostics::Code;
use crate::language::ReadingWords;
use crate::model::{MarkKind, Shape};
use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};
use std::ops::Range;

/// A leaf, and where its lines end within it.
pub(super) struct Leaf<'a> {
    whole: Piece<'a>,
    /// Ends of lines: byte of the text before the break, byte behind it, byte of the source behind it.
    breaks: Vec<(usize, usize, usize)>,
}

/// A leaf, or a part of one that stands for itself.
#[derive(Clone)]
pub(super) struct Piece<'a> {
    /// Bytes of the Markdown text.
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) passage: Passage<'a>,
    pub(super) form: Form,
    pub(super) marker: Marker,
    pub(super) shape: Shape,
    pub(super) quoted: u8,
}

impl<'a> Leaf<'a> {
    /// The leaf, cut behind a line that is bold as a whole and before `Q:` or `A:`: a question and its answer were written without a blank line.
    pub(super) fn pieces(&self, words: &ReadingWords) -> Vec<Piece<'a>> {
        let mut pieces = Vec::new();
        let (mut from, mut start) = (0, self.whole.start);
        for (before, behind, source) in &self.breaks {
            let bold = covered(&self.whole.passage, from, *before);
            let letters = self.whole.passage.text.get(*behind..).is_some_and(|rest| marker::letter(rest, words).is_some());
            if bold || letters {
                pieces.push(self.piece(from, *before, start, source.saturating_sub(1)));
                from = *behind;
                start = *source;
            }
        }
        if pieces.is_empty() {
            return vec![self.whole.clone()];
        }
        pieces.push(self.piece(from, self.whole.passage.text.len(), start, self.whole.end));
        pieces
    }

    fn piece(&self, from: usize, to: usize, start: usize, end: usize) -> Piece<'a> {
        let mut passage = self.whole.passage.clone();
        passage.keep(from, to);
        Piece { start, end, passage, ..self.whole.clone() }
    }

    /// Whether it has lines, of which it may be cut into pieces; a leaf of one line stands apart by the rules of Markdown.
    pub(super) fn has_lines(&self) -> bool {
        !self.breaks.is_empty()
    }
}

/// Whether all of the text is bold.
pub(super) fn is_bold(passage: &Passage<'_>) -> bool {
    covered(passage, 0, passage.text.len())
}

fn covered(passage: &Passage<'_>, from: usize, to: usize) -> bool {
    from < to
        && passage.marks().iter().any(|mark| {
            let range = mark.range.range();
            mark.kind == MarkKind::Strong && range.start <= from && to <= range.end && range.end <= to + 1
        })
}

/// The leaves of `text` in order.
pub(super) fn leaves<'a>(text: &'a str, offset: usize, findings: &mut Findings<'_>) -> Vec<Leaf<'a>> {
    let options = Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES | Options::ENABLE_STRIKETHROUGH;
    let mut walk =
        Walk { text, offset, leaves: Vec::new(), open: None, lists: Vec::new(), quotes: 0, footnote: None, spans: Vec::new(), cells: 0, rows: 0, findings };
    for (event, range) in Parser::new_ext(text, options).into_offset_iter() {
        walk.event(event, range);
    }
    walk.close();
    walk.leaves
}

struct List {
    number: Option<u64>,
    /// The item has no leaf so far.
    fresh: bool,
    current: Option<u32>,
}

struct Walk<'a, 'f, 'd> {
    text: &'a str,
    offset: usize,
    leaves: Vec<Leaf<'a>>,
    open: Option<Leaf<'a>>,
    lists: Vec<List>,
    quotes: u8,
    /// The label of the footnote that is open, until its first leaf took it.
    footnote: Option<Option<String>>,
    /// Open spans: where their text begins, and where they begin in the source.
    spans: Vec<(usize, String)>,
    cells: usize,
    rows: usize,
    findings: &'f mut Findings<'d>,
}

impl<'a> Walk<'a, '_, '_> {
    fn event(&mut self, event: Event<'a>, range: Range<usize>) {
        match event {
            Event::Start(tag) => self.start(tag, range),
            Event::End(tag) => self.end(tag, range),
            Event::Text(text) => self.words(&text, range),
            Event::Code(code) => {
                let start = self.length();
                self.words_within(&code, range);
                self.mark(start, MarkKind::Code);
            }
            Event::InlineHtml(html) => {
                self.html(&range);
                self.words(&html, range);
            }
            Event::Html(html) => self.words(&html, range),
            Event::FootnoteReference(label) => {
                let start = self.length();
                self.words_within(&label, range);
                self.mark(start, MarkKind::Footnote { label: label.as_ref().into() });
            }
            Event::SoftBreak => self.soft_break(range),
            Event::HardBreak => {
                let start = self.length();
                self.leaf(range.clone()).layout(" ");
                self.mark(start, MarkKind::Break);
                self.grow(&range);
            }
            Event::Rule => {
                self.close();
                self.begin(Form::Rule, Shape::Text, range.clone());
                let source = self.text.get(range.clone()).unwrap_or_default();
                let at = self.offset + range.start;
                self.leaf(range).source(source.trim_end(), at);
                self.close();
            }
            Event::TaskListMarker(_) | Event::InlineMath(_) | Event::DisplayMath(_) => {}
        }
    }

    fn start(&mut self, tag: Tag<'a>, range: Range<usize>) {
        match tag {
            Tag::Paragraph => self.begin(Form::Text, Shape::Text, range),
            Tag::Heading { level, .. } => {
                let level = level_of(level);
                self.begin(Form::Heading(level), Shape::Heading(level), range);
            }
            Tag::BlockQuote(_) => {
                self.close();
                self.quotes = self.quotes.saturating_add(1);
            }
            Tag::CodeBlock(_) => self.begin(Form::Block, Shape::Code, range),
            Tag::HtmlBlock => {
                self.html(&range);
                self.begin(Form::Block, Shape::Text, range);
            }
            Tag::List(number) => {
                self.close();
                self.lists.push(List { number, fresh: false, current: None });
            }
            Tag::Item => {
                self.close();
                if let Some(list) = self.lists.last_mut() {
                    list.fresh = true;
                    list.current = list.number.map(|number| u32::try_from(number).unwrap_or(u32::MAX));
                    list.number = list.number.map(|number| number.saturating_add(1));
                }
            }
            Tag::FootnoteDefinition(label) => {
                self.close();
                self.footnote = Some(Some(label.to_string()));
            }
            Tag::Table(alignments) => {
                self.begin(Form::Block, Shape::Table { columns: u16::try_from(alignments.len()).unwrap_or(u16::MAX) }, range);
                self.rows = 0;
            }
            Tag::TableHead | Tag::TableRow => {
                if self.rows > 0 {
                    self.leaf(range).layout("\n");
                }
                self.rows += 1;
                self.cells = 0;
            }
            Tag::TableCell => {
                if self.cells > 0 {
                    self.leaf(range).layout("\t");
                }
                self.cells += 1;
            }
            Tag::Emphasis | Tag::Strong | Tag::Strikethrough | Tag::Superscript | Tag::Subscript => self.open_span(String::new(), range),
            Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. } => self.open_span(dest_url.to_string(), range),
            Tag::DefinitionList | Tag::DefinitionListTitle | Tag::DefinitionListDefinition | Tag::MetadataBlock(_) => self.close(),
        }
    }

    fn end(&mut self, tag: TagEnd, range: Range<usize>) {
        match tag {
            TagEnd::Paragraph | TagEnd::Heading(_) | TagEnd::CodeBlock | TagEnd::HtmlBlock | TagEnd::Table => self.close(),
            TagEnd::BlockQuote(_) => {
                self.close();
                self.quotes = self.quotes.saturating_sub(1);
            }
            TagEnd::List(_) => {
                self.close();
                self.lists.pop();
            }
            TagEnd::Item => self.close(),
            TagEnd::FootnoteDefinition => {
                self.close();
                self.footnote = None;
            }
            TagEnd::Emphasis => self.close_span(MarkKind::Emphasis),
            TagEnd::Strong => self.close_span(MarkKind::Strong),
            TagEnd::Strikethrough => self.close_span(MarkKind::Strike),
            TagEnd::Superscript | TagEnd::Subscript => {
                self.spans.pop();
            }
            TagEnd::Link => self.link(range),
            TagEnd::Image => self.image(range),
            _ => {}
        }
    }

    fn begin(&mut self, form: Form, shape: Shape, range: Range<usize>) {
        self.close();
        let depth = u8::try_from(self.lists.len().saturating_sub(1)).unwrap_or(u8::MAX);
        let mut marker = Marker::None;
        let mut shape = shape;
        if let Some(list) = self.lists.last_mut() {
            if form == Form::Text {
                shape = if list.fresh { Shape::Item { number: list.current, depth } } else { Shape::ItemMore { depth } };
            }
            if list.fresh {
                marker = list.current.map_or(Marker::Bullet, Marker::Number);
            }
            list.fresh = false;
        }
        let form = if self.footnote.is_some() && form == Form::Text { Form::Footnote } else { form };
        let mut passage = Passage::default();
        if let Some(label) = self.footnote.as_mut().and_then(Option::take) {
            passage.layout(&label);
            passage.mark(0, MarkKind::Footnote { label: label.as_str().into() });
            passage.layout(" ");
        }
        let whole = Piece { start: range.start, end: range.end, passage, form, marker, shape, quoted: self.quotes };
        self.open = Some(Leaf { whole, breaks: Vec::new() });
    }

    /// The open leaf. Words straight in a list item begin one.
    fn leaf(&mut self, range: Range<usize>) -> &mut Passage<'a> {
        if self.open.is_none() {
            self.begin(Form::Text, Shape::Text, range.clone());
        }
        let whole =
            Piece { start: range.start, end: range.end, passage: Passage::default(), form: Form::Text, marker: Marker::None, shape: Shape::Text, quoted: 0 };
        &mut self.open.get_or_insert(Leaf { whole, breaks: Vec::new() }).whole.passage
    }

    fn grow(&mut self, range: &Range<usize>) {
        if let Some(leaf) = &mut self.open {
            leaf.whole.end = leaf.whole.end.max(range.end);
        }
    }

    fn close(&mut self) {
        self.spans.clear();
        let Some(mut leaf) = self.open.take() else { return };
        // The end of a block may lie behind the end of its last line.
        let source = self.text.get(leaf.whole.start..leaf.whole.end).unwrap_or_default();
        leaf.whole.end = leaf.whole.start + source.trim_end_matches(['\n', '\r']).len();
        let shown = leaf.whole.passage.text.trim_end_matches(['\n', '\r']).len();
        leaf.whole.passage.keep(0, shown);
        self.leaves.push(leaf);
    }

    fn length(&self) -> usize {
        self.open.as_ref().map_or(0, |leaf| leaf.whole.passage.text.len())
    }

    fn mark(&mut self, start: usize, kind: MarkKind) {
        if let Some(leaf) = &mut self.open {
            leaf.whole.passage.mark(start, kind);
        }
    }

    /// Words as the source has them, or a character that the source writes in another way.
    fn words(&mut self, shown: &str, range: Range<usize>) {
        let source = self.text.get(range.clone()).unwrap_or_default();
        let at = self.offset + range.start;
        let passage = self.leaf(range.clone());
        if source == shown {
            passage.source(source, at);
        } else {
            passage.layout(shown);
        }
        self.grow(&range);
    }

    /// Words somewhere within `range`: between backticks or in a footnote's bracket.
    fn words_within(&mut self, shown: &str, range: Range<usize>) {
        let source = self.text.get(range.clone()).unwrap_or_default();
        match source.find(shown) {
            Some(at) => self.words(shown, range.start + at..range.start + at + shown.len()),
            None => self.words(shown, range.start..range.start),
        }
        self.grow(&range);
    }

    fn soft_break(&mut self, range: Range<usize>) {
        let before = self.length();
        let tight = self.open.as_ref().is_some_and(|leaf| leaf.whole.passage.text.chars().next_back().is_some_and(|c| ('\u{2E80}'..'\u{A000}').contains(&c)));
        self.leaf(range.clone()).layout(if tight { "" } else { " " });
        let behind = self.length();
        if let Some(leaf) = &mut self.open {
            leaf.breaks.push((before, behind, range.end));
        }
    }

    fn open_span(&mut self, address: String, range: Range<usize>) {
        self.leaf(range);
        let start = self.length();
        self.spans.push((start, address));
    }

    fn close_span(&mut self, kind: MarkKind) {
        if let Some((start, _)) = self.spans.pop() {
            self.mark(start, kind);
        }
    }

    fn html(&mut self, range: &Range<usize>) {
        let (start, end) = (self.offset + range.start, self.offset + range.end);
        let help = "write it in Markdown, or leave it out";
        self.findings.push(Code::RawHtml, "raw HTML is shown as text".into(), help, start, end);
    }

    fn link(&mut self, range: Range<usize>) {
        let Some((start, href)) = self.spans.pop() else { return };
        let href = if !href.contains(':') && href.contains('@') && !href.contains('/') { format!("mailto:{href}") } else { href };
        match address(&href) {
            Address::Elsewhere | Address::Own => self.mark(start, MarkKind::Link { href: href.into() }),
            Address::Unsafe => {
                let (from, to) = (self.offset + range.start, self.offset + range.end);
                self.findings.push(
                    Code::UnsafeLink,
                    format!("a link to `{}` is not let through", href.escape_debug()),
                    "link to an `http`, `https` or `mailto` address, or to a page of the site",
                    from,
                    to,
                );
            }
        }
        self.grow(&range);
    }

    fn image(&mut self, range: Range<usize>) {
        let Some((start, src)) = self.spans.pop() else { return };
        let described = self.length() > start;
        if !described {
            let name = src.rsplit('/').next().unwrap_or_default().to_owned();
            self.leaf(range.clone()).layout(&name);
        }
        let (from, to) = (self.offset + range.start, self.offset + range.end);
        match (address(&src), picture(&src)) {
            (Address::Own, Some(path)) => {
                if !described {
                    let help = "say between the brackets what it shows: `![a map of the strait](strait.png)`";
                    self.findings.push(Code::ImageWithoutDescription, format!("the picture `{}` has no description", src.escape_debug()), help, from, to);
                }
                self.mark(start, MarkKind::Image { src: path.into() });
            }
            (Address::Elsewhere, _) => {
                self.mark(start, MarkKind::Link { href: src.into() });
                let help = "put the picture into `content/static/` and name it by its path there";
                self.findings.push(Code::RemoteImage, "an image from elsewhere became a link".into(), help, from, to);
            }
            _ => {
                let help = "put the picture into `content/static/` and name it by its path there";
                self.findings.push(Code::UnsafeLink, format!("a picture at `{}` is not let through", src.escape_debug()), help, from, to);
            }
        }
        self.grow(&range);
    }
}

fn level_of(level: HeadingLevel) -> u8 {
    match level {
        HeadingLevel::H1 => 1,
        HeadingLevel::H2 => 2,
        HeadingLevel::H3 => 3,
        HeadingLevel::H4 => 4,
        HeadingLevel::H5 => 5,
        HeadingLevel::H6 => 6,
    }
}
