//! A text on its way to be a seed: blocks, and a count of what was left behind.

use std::collections::BTreeMap;

/// One block.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Block {
    Heading(u8, String),
    Paragraph(String),
    /// Of a list: its number where it has one.
    Item(Option<u32>, String),
}

/// Blocks in order, and what is not among them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Draft {
    pub(super) blocks: Vec<Block>,
    pub(super) dropped: BTreeMap<&'static str, usize>,
}

impl Draft {
    /// One more of this was left behind.
    pub(super) fn drop(&mut self, what: &'static str) {
        *self.dropped.entry(what).or_default() += 1;
    }

    /// Adds a block, its white space folded; nothing where there is no text.
    pub(super) fn push(&mut self, make: impl FnOnce(String) -> Block, text: &str) {
        let text = fold(text);
        if !text.is_empty() {
            self.blocks.push(make(text));
        }
    }

    /// Whether its structure needs Markdown.
    pub(super) fn is_markdown(&self) -> bool {
        self.blocks.iter().any(|block| !matches!(block, Block::Paragraph(_)))
    }

    /// As a seed: paragraphs parted by empty lines; headings and lists as Markdown, where there are some.
    pub(super) fn text(&self) -> String {
        let markdown = self.is_markdown();
        let mut text = String::new();
        let mut was_item = false;
        for block in &self.blocks {
            let is_item = matches!(block, Block::Item(..));
            if !(text.is_empty() || was_item && is_item) {
                text.push('\n');
            }
            was_item = is_item;
            match block {
                Block::Heading(level, words) => text.push_str(&format!("{} {}\n", "#".repeat(usize::from(*level).clamp(1, 6)), escaped(words))),
                Block::Item(Some(number), words) => text.push_str(&format!("{number}. {}\n", escaped(words))),
                Block::Item(None, words) => text.push_str(&format!("- {}\n", escaped(words))),
                Block::Paragraph(words) if markdown => text.push_str(&format!("{}\n", escaped_line(words))),
                Block::Paragraph(words) => text.push_str(&format!("{words}\n")),
            }
        }
        text
    }
}

/// Runs of white space are one space; what cannot be seen goes.
pub(super) fn fold(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for word in text.split(|c: char| c.is_whitespace() || c == '\u{a0}') {
        let word: String = word.chars().filter(|c| !is_invisible(*c)).collect();
        if !word.is_empty() {
            if !out.is_empty() {
                out.push(' ');
            }
            out.push_str(&word);
        }
    }
    out
}

/// Characters that nobody sees and that part a word in two. Joiners are kept: scripts need them.
pub(super) fn is_invisible(c: char) -> bool {
    (c.is_control() && c != '\n' && c != '\t') || matches!(c, '\u{ad}' | '\u{200b}' | '\u{2060}' | '\u{feff}')
}

/// Marks that Markdown would read as its own.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if matches!(c, '\\' | '*' | '_' | '`' | '[' | ']' | '<') {
            out.push('\\');
        }
        out.push(c);
    }
    out
}

/// And at the beginning of a line, those of headings, quotations, lists and rules.
fn escaped_line(text: &str) -> String {
    let escaped = escaped(text);
    let digits = escaped.bytes().take_while(u8::is_ascii_digit).count();
    if digits > 0 && matches!(escaped.as_bytes().get(digits), Some(b'.' | b')')) {
        return format!("{}\\{}", &escaped[..digits], &escaped[digits..]);
    }
    if escaped.starts_with(['#', '>', '-', '+', '=', '~', '|']) { format!("\\{escaped}") } else { escaped }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paragraphs_alone_are_plain_text_and_anything_else_is_markdown() {
        let mut draft = Draft::default();
        draft.push(Block::Paragraph, " One\u{a0}* \u{200b}two ");
        assert_eq!(draft.text(), "One * two\n");
        draft.push(|text| Block::Heading(2, text), "FAQ");
        draft.push(|text| Block::Item(None, text), "a");
        draft.push(|text| Block::Item(None, text), "b");
        draft.push(Block::Paragraph, "1945. A year");
        assert_eq!(draft.text(), "One \\* two\n\n## FAQ\n\n- a\n- b\n\n1945\\. A year\n");
    }
}
