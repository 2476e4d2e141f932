//! A seed's lines as HTML: each with its number as an address, and what was restored in it as an edit.

use super::Html;
use crate::model::{Edit, Restoration, RichText};
use crate::text::escape::{Place, escape};
use crate::text::script::Direction;
use crate::theme::Strings;
use std::ops::Range;

/// Lines of a text, without their ends: as bytes of it. A line ends as the readers of seeds see it, at a line feed, a carriage return, or both.
pub(crate) fn split(text: &str) -> Vec<Range<usize>> {
    let bytes = text.as_bytes();
    let mut lines = Vec::with_capacity(text.len() / 64 + 1);
    let mut start = 0;
    for end in memchr::memchr2_iter(b'\n', b'\r', bytes) {
        // The second half of an end of two bytes.
        if end == start && start > 0 && bytes[start - 1] == b'\r' && bytes[end] == b'\n' {
            start = end + 1;
            continue;
        }
        lines.push(start..end);
        start = end + 1;
    }
    if start < bytes.len() {
        lines.push(start..bytes.len());
    }
    lines
}

/// The string that says what a rule puts right.
pub(crate) fn rule_key(rule: Restoration) -> &'static str {
    match rule {
        Restoration::QuoteSpace => "rule_quote_space",
        Restoration::QuestionMark => "rule_question_mark",
        Restoration::Possessive => "rule_possessive",
        Restoration::Contraction => "rule_contraction",
        Restoration::FullStop => "rule_full_stop",
        Restoration::FinalStop => "rule_final_stop",
    }
}

/// Makes the lines of one seed.
pub(crate) struct Lines<'a> {
    words: &'a Strings,
    text: &'a str,
    direction: Direction,
    /// What stands before and behind the number in the name of a line: "Line 12".
    name: (String, String),
}

impl<'a> Lines<'a> {
    /// Of the decoded text of a seed, for a page in `language`.
    pub(crate) fn new(text: &'a str, words: &'a Strings, language: &str) -> Self {
        let name = words.fill("source_line", &[("number", "\u{0}")]);
        let (before, behind) = name.split_once('\u{0}').unwrap_or((&name, ""));
        Self { words, text, direction: Direction::of_language(language), name: (attribute(before), attribute(behind)) }
    }

    /// Appends a line: its number, its text, and the restorations of `block` (what the line was read into) that stand in it.
    pub(crate) fn line(&self, number: usize, line: &Range<usize>, block: Option<&RichText>, out: &mut Html) {
        let out = &mut out.0;
        let number = number.to_string();
        for piece in ["<p id=\"L", &number, "\"><a href=\"#L", &number, "\" aria-label=\"", &self.name.0, &number, &self.name.1, "\">", &number, "</a>"] {
            out.push_str(piece);
        }
        let text = self.text.get(line.clone()).unwrap_or_default();
        if !text.is_empty() {
            // A line of a seed may run either way, whatever the page does; and marks that turn what follows must not reach beyond it.
            let turns = self.direction.is_crossed_by(text) || !text.is_ascii() && text.contains(is_turning);
            out.push_str(if turns { " <span dir=\"auto\">" } else { " <span>" });
            let at = block.map_or(line.start, |block| self.edited(line, block, out));
            self.put(at..line.end, out);
            out.push_str("</span>");
        }
        out.push_str("</p>\n");
    }

    /// The text of a line up to its last restoration, and where that ends.
    fn edited(&self, line: &Range<usize>, block: &RichText, out: &mut String) -> usize {
        let edits = block.edits();
        let first = edits.partition_point(|edit| (edit.source.0 as usize) < line.start);
        let mut at = line.start;
        for edit in edits[first..].iter().take_while(|edit| edit.source.0 as usize <= line.end) {
            self.put(at..edit.source.0 as usize, out);
            if !edit.was.is_empty() {
                self.element("del", "left_out", edit, &edit.was, out);
            }
            if !edit.range.is_empty() {
                self.element("ins", "put_in", edit, edit.range.of(block.text()), out);
            }
            at = edit.source.1 as usize;
        }
        at
    }

    /// An edit. Whoever hears the page is told what was done and why: not every screen reader says that a text was put in.
    fn element(&self, tag: &str, says: &str, edit: &Edit, text: &str, out: &mut String) {
        let says = attribute(&self.words.fill(says, &[("what", self.words.get(rule_key(edit.rule)))]));
        for piece in ["<", tag, " class=\"restored\" data-rule=\"", edit.rule.name(), "\" title=\"", &says, "\"><span class=\"vh\"> (", &says, ") </span>"] {
            out.push_str(piece);
        }
        escape(text, Place::Text, out);
        out.push_str("</");
        out.push_str(tag);
        out.push('>');
    }

    fn put(&self, range: Range<usize>, out: &mut String) {
        escape(self.text.get(range).unwrap_or_default(), Place::Text, out);
    }
}

/// Links to lines, with their numbers: `12, 14`.
pub(crate) fn line_links(numbers: &[usize]) -> Html {
    let mut html = String::with_capacity(numbers.len() * 28);
    for (at, number) in numbers.iter().enumerate() {
        let number = number.to_string();
        for piece in [if at > 0 { ", " } else { "" }, "<a href=\"#L", &number, "\">", &number, "</a>"] {
            html.push_str(piece);
        }
    }
    Html(html)
}

/// Whether a character turns the direction of those behind it.
fn is_turning(c: char) -> bool {
    matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

fn attribute(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    escape(text, Place::Attribute, &mut out);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_ends_as_the_readers_of_seeds_see_it() {
        for (text, expected) in
            [("", vec![]), ("one", vec!["one"]), ("one\n\ntwo\n", vec!["one", "", "two"]), ("one\r\n\r\ntwo\rthree\n\r\n", vec!["one", "", "two", "three", ""])]
        {
            let lines: Vec<&str> = split(text).into_iter().map(|line| &text[line]).collect();
            assert_eq!(lines, expected, "{text:?}");
        }
    }

    #[test]
    fn an_edit_stands_where_it_was_made_and_says_what_it_is() {
        let source = "See Irans <b>\nwhy not\n";
        let mut built = crate::model::RichTextBuilder::new();
        built.source("See Iran", 0);
        built.restore("’", "", 8, Restoration::Possessive);
        built.source("s <b>", 8);
        built.layout(" ");
        built.source("why not", 14);
        built.restore("?", "", 21, Restoration::QuestionMark);
        let block = built.finish();
        let words = Strings::default();
        let lines = Lines::new(source, &words, "en");
        let mut html = Html::default();
        for (at, line) in split(source).iter().enumerate() {
            lines.line(at + 1, line, Some(&block), &mut html);
        }
        // Without the theme's strings each is written as its key.
        assert_eq!(
            html.as_str(),
            "<p id=\"L1\"><a href=\"#L1\" aria-label=\"source_line1\">1</a> <span>See Iran<ins class=\"restored\" data-rule=\"possessive\" title=\"put_in\">\
             <span class=\"vh\"> (put_in) </span>’</ins>s &lt;b&gt;</span></p>\n\
             <p id=\"L2\"><a href=\"#L2\" aria-label=\"source_line2\">2</a> <span>why not<ins class=\"restored\" data-rule=\"question-mark\" title=\"put_in\">\
             <span class=\"vh\"> (put_in) </span>?</ins></span></p>\n"
        );
    }
}
