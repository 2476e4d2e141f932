//! The words of one piece of a seed before restoration: text, where each stretch of it stands in the source, and marks.

use super::repair::Fix;
use crate::model::{Mark, RichText, RichTextBuilder};
use crate::text::TextRange;
use std::borrow::Cow;

/// Raw words of a piece. What lies between two stretches is layout (the space for a line's end).
#[derive(Clone, Debug, Default)]
pub(super) struct Passage<'a> {
    pub(super) text: Cow<'a, str>,
    stretches: Vec<Stretch>,
    marks: Vec<Mark>,
}

#[derive(Clone, Copy, Debug)]
struct Stretch {
    at: usize,
    source: usize,
    len: usize,
}

impl<'a> Passage<'a> {
    /// Adds source text that begins at byte `source` of the decoded seed. What cannot be shown is left out.
    pub(super) fn source(&mut self, text: &'a str, source: usize) {
        let mut from = 0;
        while let Some((at, len)) = unshowable(text, from) {
            self.stretch(&text[from..at], source + from);
            from = at + len;
        }
        self.stretch(&text[from..], source + from);
    }

    fn stretch(&mut self, text: &'a str, source: usize) {
        if text.is_empty() {
            return;
        }
        match self.stretches.last_mut() {
            Some(last) if last.at + last.len == self.text.len() && last.source + last.len == source => last.len += text.len(),
            _ => self.stretches.push(Stretch { at: self.text.len(), source, len: text.len() }),
        }
        if self.text.is_empty() {
            self.text = Cow::Borrowed(text);
        } else {
            self.text.to_mut().push_str(text);
        }
    }

    /// Adds text that stands for something else in the source.
    pub(super) fn layout(&mut self, text: &str) {
        let shown: String = text.chars().filter(|c| !is_unshowable(*c)).collect();
        self.text.to_mut().push_str(&shown);
    }

    /// Marks what was put in from byte `start` until now.
    pub(super) fn mark(&mut self, start: usize, kind: crate::model::MarkKind) {
        if start < self.text.len() {
            self.marks.push(Mark { range: TextRange::new(start, self.text.len()), kind });
        }
    }

    /// Marks on it.
    pub(super) fn marks(&self) -> &[Mark] {
        &self.marks
    }

    /// Leaves only bytes `start..end` of the text; both must lie on character boundaries.
    pub(super) fn keep(&mut self, start: usize, end: usize) {
        if start == 0 && end == self.text.len() {
            return;
        }
        self.text = match std::mem::take(&mut self.text) {
            Cow::Borrowed(text) => Cow::Borrowed(text.get(start..end).unwrap_or(text)),
            Cow::Owned(text) => Cow::Owned(text.get(start..end).unwrap_or(&text).to_owned()),
        };
        self.stretches.retain_mut(|s| {
            let from = s.at.max(start);
            let to = (s.at + s.len).min(end);
            if from >= to {
                return false;
            }
            *s = Stretch { at: from - start, source: s.source + (from - s.at), len: to - from };
            true
        });
        self.marks.retain_mut(|mark| {
            let from = mark.range.range().start.max(start);
            let to = mark.range.range().end.min(end);
            mark.range = TextRange::new(from.saturating_sub(start), to.saturating_sub(start));
            from < to
        });
    }

    /// Takes away marks that cover all of the text: what is a heading or question needs no bold type.
    pub(super) fn unmark_whole(&mut self) {
        let all = TextRange::new(0, self.text.len());
        self.marks.retain(|mark| mark.range != all || !matches!(mark.kind, crate::model::MarkKind::Strong | crate::model::MarkKind::Emphasis));
    }

    /// Adds another passage behind this one.
    pub(super) fn append(&mut self, other: &Passage<'a>) {
        let shift = self.text.len();
        self.text.to_mut().push_str(&other.text);
        self.stretches.extend(other.stretches.iter().map(|s| Stretch { at: s.at + shift, ..*s }));
        self.marks.extend(other.marks.iter().map(|mark| {
            let range = mark.range.range();
            Mark { range: TextRange::new(range.start + shift, range.end + shift), kind: mark.kind.clone() }
        }));
    }

    /// Removes white space at both ends.
    pub(super) fn trim(&mut self) {
        let start = self.text.len() - self.text.trim_start().len();
        let end = self.text.trim_end().len();
        if start < end {
            self.keep(start, end);
        } else {
            self.keep(0, 0);
        }
    }

    /// Byte of the decoded source for byte `at` of the text: of the stretch that holds it or ends there.
    fn source_of(&self, at: usize) -> usize {
        let index = self.stretches.partition_point(|s| s.at < at).saturating_sub(1);
        self.stretches.get(index).map_or(0, |s| s.source + at.saturating_sub(s.at).min(s.len))
    }

    /// The text as shown. `fixes` are sorted by place.
    pub(super) fn restored(&self, fixes: &[Fix]) -> RichText {
        let mut builder = RichTextBuilder::new();
        let mut cuts: Vec<usize> = Vec::with_capacity(fixes.len() + 2 * self.marks.len() + 1);
        cuts.extend(fixes.iter().map(|fix| fix.at));
        cuts.extend(self.marks.iter().flat_map(|mark| [mark.range.range().start, mark.range.range().end]));
        cuts.push(self.text.len());
        cuts.sort_unstable();
        cuts.dedup();
        let mut marks: Vec<&Mark> = self.marks.iter().collect();
        marks.sort_by_key(|mark| (mark.range.start, std::cmp::Reverse(mark.range.end)));
        let mut closing: Vec<(usize, usize, &Mark)> = Vec::new();
        let (mut at, mut fix, mut mark, mut stretch) = (0, 0, 0, 0);
        for cut in cuts {
            self.copy(at, cut, &mut stretch, &mut builder);
            at = cut;
            while let Some((_, start, closed)) = closing.pop_if(|(end, ..)| *end <= cut) {
                builder.mark(start, closed.kind.clone());
            }
            while let Some(found) = fixes.get(fix).filter(|fix| fix.at == cut) {
                builder.restore(found.shown, "", self.source_of(cut), found.rule);
                fix += 1;
            }
            while let Some(opened) = marks.get(mark).filter(|mark| mark.range.range().start == cut) {
                closing.push((opened.range.range().end, builder.len(), opened));
                mark += 1;
            }
        }
        builder.finish()
    }

    /// Copies bytes `from..to`; `stretch` is the first stretch that may reach beyond `from`.
    fn copy(&self, from: usize, to: usize, stretch: &mut usize, builder: &mut RichTextBuilder) {
        let mut at = from;
        while at < to {
            while self.stretches.get(*stretch).is_some_and(|s| s.at + s.len <= at) {
                *stretch += 1;
            }
            match self.stretches.get(*stretch) {
                Some(s) if s.at <= at => {
                    let end = to.min(s.at + s.len);
                    builder.source(self.text.get(at..end).unwrap_or_default(), s.source + (at - s.at));
                    at = end;
                }
                next => {
                    let end = next.map_or(to, |s| s.at.min(to));
                    builder.layout(self.text.get(at..end).unwrap_or_default());
                    at = end;
                }
            }
        }
    }
}

/// Control characters, and marks that would turn the direction of what follows on the page. Tab and newline are text.
fn is_unshowable(c: char) -> bool {
    matches!(c, '\0'..='\u{8}' | '\u{B}'..='\u{1F}' | '\u{7F}'..='\u{9F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}' | '\u{2028}' | '\u{2029}')
}

/// The first character from byte `from` on that cannot be shown: its place and length. A scan over bytes: nearly all text has none.
fn unshowable(text: &str, from: usize) -> Option<(usize, usize)> {
    let mut at = from;
    while let Some(found) = text.as_bytes().get(at..)?.iter().position(|byte| SUSPECT[usize::from(*byte)]) {
        at += found;
        // A byte within a character: its first one was no suspect.
        let Some(c) = text.get(at..).and_then(|rest| rest.chars().next()) else {
            at += 1;
            continue;
        };
        if is_unshowable(c) {
            return Some((at, c.len_utf8()));
        }
        at += c.len_utf8();
    }
    None
}

/// Bytes that what cannot be shown begins with: controls, and the first bytes of a few characters beyond ASCII.
static SUSPECT: [bool; 256] = {
    let mut table = [false; 256];
    let mut byte = 0;
    while byte < 0x20 {
        table[byte] = byte != b'\t' as usize && byte != b'\n' as usize;
        byte += 1;
    }
    table[0x7F] = true;
    table[0xC2] = true;
    table[0xE2] = true;
    table[0xEF] = true;
    table
};

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{MarkKind, Restoration};

    #[test]
    fn what_cannot_be_shown_is_left_out_and_shifts_nothing() {
        let mut passage = Passage::default();
        passage.source("a\0b\u{202E}c\u{85}d", 10);
        let text = passage.restored(&[]);
        assert_eq!(text.text(), "abcd");
        assert_eq!(text.decoded(TextRange::new(2, 3)), Some((16, 17)));
        assert_eq!(text.decoded(TextRange::new(0, 4)), Some((10, 20)));
    }

    #[test]
    fn marks_and_fixes_keep_their_places() {
        let mut passage = Passage::default();
        passage.source("The ", 0);
        let start = passage.text.len();
        passage.source("Irans", 6);
        passage.mark(start, MarkKind::Strong);
        passage.source(" goals", 13);
        let fixes = [Fix { at: 8, shown: "’", rule: Restoration::Possessive }];
        let text = passage.restored(&fixes);
        assert_eq!(text.text(), "The Iran’s goals");
        assert_eq!(text.marks()[0].range.of(text.text()), "Iran’s");
        assert_eq!(text.edits()[0].source, (10, 10));
        passage.keep(4, 9);
        assert_eq!(passage.restored(&[]).text(), "Irans");
        assert_eq!(passage.restored(&[]).decoded(TextRange::new(0, 5)), Some((6, 11)));
    }
}
