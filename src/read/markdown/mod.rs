//! Markdown to units. This folder alone knows pulldown-cmark. Raw HTML becomes visible text; what a link may point at is decided in `address`.

mod address;
mod walk;

use super::anchor::Anchors;
use super::evidence::Evidence;
use super::marker;
use super::passage::Passage;
use super::unit::{Form, Marker, Unit};
use crate::diagnostics::{Checked, Code, Diagnostic, Diagnostics};
use crate::language::{ReadingWords, pack};
use crate::model::{Block, Role, Shape, SourceMap};

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

    fn push(&mut self, code: Code, message: String, help: &str, start: usize, end: usize) {
        self.found.push(Diagnostic::new(code, message).in_file(self.file).at(self.map.to_disk(start, end)).help(help));
    }
}

/// A Markdown page of the site's own as blocks, in the same form as those of a briefing: the first heading of level 1 is its title, the rest
/// headings, paragraphs, footnotes and rules. `text` begins at byte `offset` of `file`, behind the front matter. Spans are on disk.
///
/// The text of a footnote begins with its label, under a `Footnote` mark.
pub fn blocks(file: &str, text: &str, offset: usize) -> Checked<Vec<Block>> {
    let mut diagnostics = Diagnostics::default();
    let map = SourceMap::default();
    let units = units(text, offset, &pack("en").reading, &mut Findings::new(file, &map, &mut diagnostics));
    let mut anchors = Anchors::default();
    let mut titled = false;
    let blocks = units
        .iter()
        .map(|unit| {
            let role = match unit.form {
                Form::Heading(1) if !titled => {
                    titled = true;
                    Role::Title
                }
                Form::Heading(_) => Role::Heading,
                Form::Rule => Role::Separator,
                Form::Footnote => Role::Footnote,
                Form::FrontMatter => Role::FrontMatter,
                Form::Text | Form::Block => Role::Paragraph,
            };
            let shape = if let Form::Heading(level) = unit.form { Shape::Heading(level) } else { unit.shape };
            Block {
                role,
                shape,
                quoted: unit.quoted,
                anchor: anchors.give(&unit.passage.text),
                text: unit.passage.restored(&[]),
                span: map.to_disk(unit.start, unit.end),
            }
        })
        .collect();
    Checked { value: blocks, diagnostics }
}

/// Whether a seed that is called Markdown has nothing of it: then its lines are read as those of a plain seed are.
pub(super) fn is_plain(text: &str) -> bool {
    let marked = text.bytes().any(|b| matches!(b, b'#' | b'*' | b'_' | b'`' | b'[' | b'<' | b'|' | b'>' | b'\\'));
    if !marked {
        return true;
    }
    // Paragraphs on lines of their own without a blank line between them: by the rules of Markdown all would be one.
    let mut lines = 0;
    for line in text.trim().lines() {
        if line.trim().is_empty() || line.starts_with(['#', '>', '-', '*', '|', '`', '[', '<']) {
            return false;
        }
        lines += 1;
    }
    lines > 4
}

/// The units of `text`, which begins at byte `offset` of the decoded seed. Every line that is not blank is in one.
pub(super) fn units<'a>(text: &'a str, offset: usize, words: &ReadingWords, findings: &mut Findings<'_>) -> Vec<Unit<'a>> {
    let leaves = walk::leaves(text, offset, findings);
    let mut units: Vec<Unit<'a>> = Vec::with_capacity(leaves.len());
    // Everything before this byte is in a unit, or blank.
    let mut done = 0;
    for leaf in leaves {
        for piece in leaf.pieces(words) {
            let start = line_start(text, piece.start);
            let end = line_end(text, piece.end.max(piece.start));
            if let Some(last) = units.last_mut()
                && start < done
            {
                last.passage.layout(" ");
                last.passage.append(&piece.passage);
                if end > done {
                    last.end = offset + end;
                    done = after(text, end);
                }
                continue;
            }
            left_over(text, done, start, offset, &mut units);
            let parted = start == 0 || text.get(done..start).is_none_or(|gap| gap.contains(['\n', '\r'])) || !leaf.has_lines();
            units.push(Unit {
                start: offset + start,
                end: offset + end,
                form: piece.form,
                marker: piece.marker,
                shape: piece.shape,
                quoted: piece.quoted,
                bold: walk::is_bold(&piece.passage),
                parted,
                passage: piece.passage,
                evidence: Evidence::default(),
            });
            done = after(text, end);
        }
    }
    left_over(text, done, text.len(), offset, &mut units);
    finish(&mut units, words);
    units
}

/// Lines that made no event: definitions of links, empty items. A definition is not shown; should anything else be left over, it is text.
fn left_over<'a>(text: &'a str, from: usize, to: usize, offset: usize, units: &mut Vec<Unit<'a>>) {
    let mut at = from;
    while at < to {
        let end = line_end(text, at).min(to);
        let line = text.get(at..end).unwrap_or_default();
        let words = line.trim();
        if !words.is_empty() {
            let mut passage = Passage::default();
            passage.source(words, offset + at + (line.len() - line.trim_start().len()));
            let definition = words.starts_with('[') && words.contains("]:");
            units.push(Unit {
                start: offset + at,
                end: offset + end,
                form: if definition || !words.chars().any(char::is_alphanumeric) { Form::Rule } else { Form::Text },
                marker: Marker::None,
                shape: Shape::Text,
                quoted: 0,
                bold: false,
                parted: true,
                passage,
                evidence: Evidence::default(),
            });
        }
        at = end + 1;
    }
}

/// Takes `Q:` and `A:` off where there are questions so marked, and looks at what is left.
fn finish(units: &mut [Unit<'_>], words: &ReadingWords) {
    let letter =
        |unit: &Unit<'_>| if unit.form == Form::Text { marker::letter(&unit.passage.text, words).map(|(marker, rest)| (marker, rest.len())) } else { None };
    let asked = units.iter().any(|unit| matches!(letter(unit), Some((Marker::Question, _))));
    for unit in units.iter_mut() {
        if asked && let Some((marker, rest)) = letter(unit) {
            unit.marker = marker;
            let all = unit.passage.text.len();
            unit.passage.keep(all - rest, all);
            unit.passage.trim();
        }
        if unit.form == Form::Text && !unit.passage.text.chars().any(char::is_alphanumeric) {
            unit.form = Form::Rule;
        }
        unit.evidence = Evidence::of(&unit.passage.text, words);
    }
}

fn line_start(text: &str, at: usize) -> usize {
    memchr::memrchr2(b'\n', b'\r', text.as_bytes().get(..at).unwrap_or_default()).map_or(0, |end| end + 1)
}

fn line_end(text: &str, at: usize) -> usize {
    let rest = text.as_bytes().get(at..).unwrap_or_default();
    memchr::memchr2(b'\n', b'\r', rest).map_or(text.len(), |end| at + end)
}

/// The first byte of the line behind the one that ends at `end`.
fn after(text: &str, end: usize) -> usize {
    match (text.as_bytes().get(end), text.as_bytes().get(end + 1)) {
        (Some(b'\r'), Some(b'\n')) => end + 2,
        (Some(_), _) => end + 1,
        (None, _) => end,
    }
}
