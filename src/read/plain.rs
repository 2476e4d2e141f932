//! A plain seed to units: lines, and which of them are one paragraph that was wrapped by hand.

use super::evidence::{Ending, Evidence, ending};
use super::marker::{Unmarked, unmarked};
use super::passage::Passage;
use super::unit::{Form, Marker, Unit};
use crate::language::ReadingWords;
use crate::model::Shape;

/// A line that is not blank.
struct Line<'a> {
    /// Where it begins in the seed, its indentation included.
    start: usize,
    /// One past its last byte, without the line's end.
    end: usize,
    /// Its words with their markers, and where they begin in the seed.
    text: &'a str,
    at: usize,
    parted: bool,
    indent: usize,
    mark: Unmarked,
    chars: usize,
}

/// Lines beyond this width are no lines that somebody wrapped by hand.
const WIDEST: usize = 110;

/// Lines that are looked back for the marks of prose: bounds the work on a paragraph of any length.
const NEAR: usize = 40;

/// The units of `text`, which begins at byte `offset` of the decoded seed.
pub(super) fn units<'a>(text: &'a str, offset: usize, words: &ReadingWords) -> Vec<Unit<'a>> {
    let mut lines = lines(text, offset, words);
    drop_lone_markers(&mut lines);
    let width = wrapped_width(&lines);
    let mut units = Vec::with_capacity(lines.len());
    let mut from = 0;
    while from < lines.len() {
        let mut to = from + 1;
        while to < lines.len() && width.is_some_and(|width| continues(&lines[from..to], &lines[to], width)) {
            to += 1;
        }
        units.push(unit(&lines[from..to], words));
        from = to;
    }
    units
}

fn lines<'a>(text: &'a str, offset: usize, words: &ReadingWords) -> Vec<Line<'a>> {
    let mut lines = Vec::new();
    let mut parted = true;
    let mut start = 0;
    let bytes = text.as_bytes();
    for end in memchr::memchr2_iter(b'\n', b'\r', bytes).chain(std::iter::once(bytes.len())) {
        let line = text.get(start..end).unwrap_or_default();
        let trimmed = line.trim();
        if trimmed.is_empty() {
            // The second half of a CR LF is no blank line.
            let half = line.is_empty() && start > 0 && bytes.get(start - 1) == Some(&b'\r') && bytes.get(end) == Some(&b'\n');
            parted |= !half;
        } else {
            let indent = line.len() - line.trim_start().len();
            lines.push(Line {
                start: offset + start,
                end: offset + end,
                text: trimmed,
                at: offset + start + indent,
                parted,
                indent,
                mark: unmarked(trimmed, words),
                chars: if trimmed.len() > 4 * WIDEST { trimmed.len() } else { trimmed.chars().count() },
            });
            parted = false;
        }
        start = end + 1;
    }
    lines
}

/// A number is a marker only in a row of numbers, an `A:` only where there is a `Q:`: else it is a word of the text.
fn drop_lone_markers(lines: &mut [Line<'_>]) {
    let asked = lines.iter().any(|line| line.mark.marker == Marker::Question);
    let mut last: Option<(usize, u32)> = None;
    let mut in_row = vec![false; lines.len()];
    for (at, line) in lines.iter().enumerate() {
        if let Marker::Number(number) = line.mark.marker {
            if let Some((before, previous)) = last
                && number == previous.saturating_add(1)
            {
                in_row[before] = true;
                in_row[at] = true;
            }
            last = Some((at, number));
        }
    }
    for (line, in_row) in lines.iter_mut().zip(in_row) {
        let lone = match line.mark.marker {
            Marker::Number(_) => !in_row,
            Marker::Answer => !asked,
            _ => false,
        };
        if lone {
            line.mark = Unmarked { start: 0, end: line.text.len(), marker: Marker::None, hashes: 0, bold: false };
        }
    }
}

/// The width at which a seed was wrapped by hand, where it was: no line is wider, and lines go on in the middle of a sentence.
fn wrapped_width(lines: &[Line<'_>]) -> Option<usize> {
    let width = lines.iter().map(|line| line.chars).max().filter(|width| *width <= WIDEST)?;
    let mut going_on = 0;
    let mut full = 0;
    let mut pairs = 0;
    for pair in lines.windows(2) {
        let [line, next] = pair else { continue };
        if next.parted {
            continue;
        }
        pairs += 1;
        let open = matches!(ending(line.text), Ending::Open | Ending::Comma);
        let low = next.text.chars().next().is_some_and(char::is_lowercase);
        going_on += usize::from(open && low);
        full += usize::from(open && line.chars * 10 >= width * 8);
    }
    // Scripts without capitals show it by lines that are all as full as they can be.
    (going_on * 4 >= pairs.max(1) || (full >= 3 && full * 2 >= pairs)).then_some(width)
}

/// Whether `next` goes on with the paragraph of `lines` in a text that was wrapped at `width`.
fn continues(lines: &[Line<'_>], next: &Line<'_>, width: usize) -> bool {
    let Some(line) = lines.last() else { return false };
    if next.parted || next.mark.marker != Marker::None || next.mark.hashes > 0 || line.mark.hashes > 0 || line.mark.bold || next.mark.bold {
        return false;
    }
    if is_rule(next.text) || is_rule(line.text) {
        return false;
    }
    let low = next.text.chars().next().is_some_and(char::is_lowercase);
    let word = next.text.split_whitespace().next().map_or(0, |word| word.chars().count());
    let full = line.chars + 1 + word > width;
    let nearly = line.chars * 5 >= width * 4;
    match ending(line.text) {
        Ending::Question => low,
        Ending::Stop => full || (low && nearly),
        Ending::Comma => true,
        // A name or a number begins the next line: prose by its marks, and too long for a heading.
        Ending::Open => {
            let long = lines.len() > 1 || line.chars * 5 >= width * 3;
            full || low || nearly || long && lines.iter().rev().take(NEAR).any(|line| line.text.contains([',', '.', ';', '"', '”', '“']))
        }
        Ending::Colon => full || low || nearly,
    }
}

fn is_rule(text: &str) -> bool {
    !text.chars().any(char::is_alphanumeric)
}

fn unit<'a>(lines: &[Line<'a>], words: &ReadingWords) -> Unit<'a> {
    let mut passage = Passage::default();
    let (Some(first), Some(last)) = (lines.first(), lines.last()) else {
        return Unit {
            start: 0,
            end: 0,
            passage,
            form: Form::Rule,
            marker: Marker::None,
            shape: Shape::Text,
            quoted: 0,
            bold: false,
            parted: true,
            evidence: Evidence::default(),
        };
    };
    for (index, line) in lines.iter().enumerate() {
        let mark = if index == 0 { line.mark } else { Unmarked { start: 0, end: line.text.len(), ..line.mark } };
        let text = line.text.get(mark.start..mark.end).unwrap_or(line.text);
        // Ideographs are not parted by spaces, so the end of a line stands for nothing between them.
        let tight = passage.text.chars().next_back().is_some_and(is_ideograph) && text.chars().next().is_some_and(is_ideograph);
        if index > 0 && !tight {
            passage.layout(" ");
        }
        passage.source(text, line.at + mark.start);
    }
    let empty = is_rule(&passage.text);
    let form = match first.mark.hashes {
        _ if empty => Form::Rule,
        0 => Form::Text,
        level => Form::Heading(level),
    };
    let shape = match first.mark.marker {
        Marker::Bullet => Shape::Item { number: None, depth: u8::from(first.indent >= 2) },
        Marker::Number(number) => Shape::Item { number: Some(number), depth: u8::from(first.indent >= 2) },
        _ => Shape::Text,
    };
    Unit {
        start: first.start,
        end: last.end,
        evidence: if empty { Evidence::default() } else { Evidence::of(&passage.text, words) },
        passage,
        form,
        marker: first.mark.marker,
        shape,
        quoted: 0,
        bold: first.mark.bold,
        parted: first.parted,
    }
}

fn is_ideograph(c: char) -> bool {
    matches!(c, '\u{2E80}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{FF00}'..='\u{FFEF}' | '\u{20000}'..='\u{3FFFF}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::pack;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let units = units(text, 0, &pack("en").reading);
        assert_eq!(units.iter().map(|u| u.passage.text.as_ref()).collect::<Vec<_>>(), expected);
    }

    #[test]
    fn lines_are_paragraphs_unless_they_were_wrapped() {
        check("One paragraph.\nAnother one.", &["One paragraph.", "Another one."]);
        check("A.\r\nB.\rC.\n\n\nD.", &["A.", "B.", "C.", "D."]);
        check(
            "The union met on Monday to speak\nof a tariff on timber from abroad\nand went home.\nA second paragraph stands here,\nand it is short.",
            &["The union met on Monday to speak of a tariff on timber from abroad and went home.", "A second paragraph stands here, and it is short."],
        );
    }

    #[test]
    fn a_wrapped_line_may_end_before_a_name() {
        check(
            "The union met on Monday to speak of a tariff\nof the harbour, and went home, as it had been\nasked to by the port.\n\n\"There is more to it,\" says Gulnara\nSaparmatova, a chemist at the\nAcademy in\nTashkent.\nWhat is asked\nThe tariff",
            &[
                "The union met on Monday to speak of a tariff of the harbour, and went home, as it had been asked to by the port.",
                "\"There is more to it,\" says Gulnara Saparmatova, a chemist at the Academy in Tashkent.",
                "What is asked",
                "The tariff",
            ],
        );
    }

    #[test]
    fn a_lone_number_is_a_word_of_the_text() {
        check("1. One\n2. Two", &["One", "Two"]);
        check("In\n4. March", &["In", "4. March"]);
        check("A: yes", &["A: yes"]);
    }
}
