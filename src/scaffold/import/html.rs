//! HTML to a draft: its words in blocks. What a page has around its text (navigation, forms, scripts) is left behind.

use super::draft::{Block, Draft};
use html5gum::{Token, Tokenizer};

/// Elements whose content is no part of the text, with what they are called in the report.
const LEFT_OUT: &[(&str, &str)] = &[
    ("script", "script"),
    ("style", "style sheet"),
    ("noscript", "script"),
    ("template", "script"),
    ("nav", "navigation"),
    ("header", "page header"),
    ("footer", "page footer"),
    ("aside", "side note"),
    ("form", "form"),
    ("button", "button"),
    ("select", "form"),
    ("svg", "picture"),
    ("iframe", "embedded page"),
    ("object", "embedded page"),
    ("video", "video"),
    ("audio", "sound"),
    ("title", ""),
    ("math", "formula"),
];

/// Elements that end a block.
const BLOCKS: &[&str] = &[
    "p",
    "div",
    "section",
    "article",
    "main",
    "body",
    "html",
    "head",
    "ul",
    "ol",
    "dl",
    "dt",
    "dd",
    "table",
    "thead",
    "tbody",
    "tr",
    "blockquote",
    "figure",
    "figcaption",
    "pre",
    "hr",
    "address",
    "details",
    "summary",
    "caption",
];

/// Reads a page.
pub(super) fn read(html: &str) -> Draft {
    let mut reader = Reader::default();
    for token in Tokenizer::new(html) {
        let Ok(token) = token;
        match token {
            Token::StartTag(tag) => reader.open(&String::from_utf8_lossy(&tag.name), tag.self_closing),
            Token::EndTag(tag) => reader.close(&String::from_utf8_lossy(&tag.name)),
            Token::String(text) if reader.outside.is_none() => reader.text.push_str(&String::from_utf8_lossy(&text)),
            Token::Comment(_) => reader.draft.drop("comment"),
            _ => {}
        }
    }
    reader.end_block();
    reader.draft
}

#[derive(Default)]
struct Reader {
    draft: Draft,
    text: String,
    /// The heading's level, while in one.
    heading: Option<u8>,
    /// Lists that are open: the number of the next item, where they count.
    lists: Vec<Option<u32>>,
    in_item: bool,
    /// An element whose content is left out, and how often it is open.
    outside: Option<(String, usize)>,
}

/// Deeper lists are read as this deep.
const DEEPEST: usize = 64;

impl Reader {
    fn open(&mut self, name: &str, self_closing: bool) {
        if let Some((open, depth)) = &mut self.outside {
            if open == name && !self_closing {
                *depth += 1;
            }
            return;
        }
        if let Some((_, what)) = LEFT_OUT.iter().find(|(own, _)| *own == name) {
            if !what.is_empty() {
                self.draft.drop(what);
            }
            if !self_closing {
                self.outside = Some((name.to_owned(), 1));
            }
            return;
        }
        match name {
            "br" => self.text.push(' '),
            "img" | "picture" => self.draft.drop("picture"),
            "input" | "textarea" => self.draft.drop("form"),
            "a" => self.draft.drop("link (its words are kept)"),
            "td" | "th" => {
                if !self.text.trim().is_empty() {
                    self.text.push_str(" | ");
                }
            }
            "li" => {
                self.end_block();
                self.in_item = true;
            }
            _ => {
                if let Some(level) = heading(name) {
                    self.end_block();
                    self.heading = Some(level);
                } else if BLOCKS.contains(&name) {
                    if !(self.in_item && name == "p" && self.text.trim().is_empty()) {
                        self.end_block();
                    }
                    match name {
                        "ul" if self.lists.len() < DEEPEST => self.lists.push(None),
                        "ol" if self.lists.len() < DEEPEST => self.lists.push(Some(1)),
                        "table" => self.draft.drop("table (its rows are lines)"),
                        _ => {}
                    }
                }
            }
        }
    }

    fn close(&mut self, name: &str) {
        if let Some((open, depth)) = &mut self.outside {
            if open == name {
                *depth -= 1;
                if *depth == 0 {
                    self.outside = None;
                }
            }
            return;
        }
        if heading(name).is_some() || name == "li" || BLOCKS.contains(&name) {
            self.end_block();
        }
        match name {
            "ul" | "ol" => {
                self.lists.pop();
            }
            _ => {}
        }
    }

    fn end_block(&mut self) {
        let text = std::mem::take(&mut self.text);
        let heading = self.heading.take();
        if text.trim().is_empty() {
            self.heading = heading;
            return;
        }
        if let Some(level) = heading {
            self.draft.push(|text| Block::Heading(level, text), &text);
        } else if std::mem::take(&mut self.in_item) {
            let number = self.lists.last_mut().and_then(|list| {
                let number = *list;
                *list = number.map(|number| number.saturating_add(1));
                number
            });
            self.draft.push(|text| Block::Item(number, text), &text);
        } else {
            self.draft.push(Block::Paragraph, &text);
        }
    }
}

fn heading(name: &str) -> Option<u8> {
    match name.as_bytes() {
        [b'h', level @ b'1'..=b'6'] => Some(level - b'0'),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_kept_and_what_stands_around_them_is_counted() {
        let draft = read(
            "<!doctype html><title>T</title><nav><ul><li>Home</ul></nav><script>if (a < b) { '<p>no' }</script><h1>The <em>Pier</em></h1><p>One&nbsp;&amp; two<br>three.<p>Four, <a href=x>five</a>.<img src=x><ol><li>a<li><p>b</p></ol><table><tr><td>x<td>y</table><!-- c -->tail",
        );
        let blocks: Vec<String> = draft.text().lines().filter(|line| !line.is_empty()).map(str::to_owned).collect();
        assert_eq!(blocks, ["# The Pier", "One & two three.", "Four, five.", "1. a", "2. b", "x | y", "tail"]);
        let dropped: Vec<(&str, usize)> = draft.dropped.into_iter().collect();
        assert_eq!(
            dropped,
            [("comment", 1), ("link (its words are kept)", 1), ("navigation", 1), ("picture", 1), ("script", 1), ("table (its rows are lines)", 1)]
        );
    }

    #[test]
    fn a_page_of_a_hundred_thousand_open_elements_is_read() {
        let page = format!("{}text", "<div><ul><li>".repeat(100_000));
        assert_eq!(read(&page).text(), "- text\n");
    }
}
