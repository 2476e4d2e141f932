//! What stands before the words of a plain line: `#`, bullets, numbers, `Q:` and `A:`, and the stars of bold type around it.

use super::unit::Marker;
use crate::language::ReadingWords;

/// A line without its markers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Unmarked {
    /// The words are bytes `start..end` of the line.
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) marker: Marker,
    /// Number of `#`, 0 for none.
    pub(super) hashes: u8,
    pub(super) bold: bool,
}

/// Takes the markers off a line that was trimmed.
pub(super) fn unmarked(line: &str, words: &ReadingWords) -> Unmarked {
    let mut found = Unmarked { start: 0, end: line.len(), marker: Marker::None, hashes: 0, bold: false };
    // Nearly every line begins with a letter that is no marker.
    for _ in 0..4 {
        let text = line.get(found.start..found.end).unwrap_or_default();
        let rest = if let Some(rest) = hashes(text) {
            found.hashes = u8::try_from(text.len() - text.trim_start_matches('#').len()).unwrap_or(6);
            rest
        } else if let Some(inner) = bold(text) {
            found.bold = true;
            found.end = found.start + 2 + inner.len();
            inner
        } else if let Some((marker, rest)) = letter(text, words) {
            found.marker = marker;
            rest
        } else if found.marker == Marker::None
            && let Some((marker, rest)) = number(text).or_else(|| bullet(text))
        {
            found.marker = marker;
            rest
        } else {
            break;
        };
        let rest = rest.trim_start();
        if rest.is_empty() {
            break;
        }
        found.start = found.end - rest.len();
        if found.bold {
            // The stars behind the words were cut off with `end`; the rest lies before them.
            let inner = line.get(..found.end).unwrap_or(line);
            found.start = inner.len() - rest.trim_end_matches("**").len();
        }
    }
    let words = line.get(found.start..found.end).unwrap_or_default();
    found.end = found.start + words.trim_end().len();
    if found.hashes > 0 {
        found.end = found.start + line.get(found.start..found.end).unwrap_or_default().trim_end_matches('#').trim_end().len();
    }
    found
}

fn hashes(text: &str) -> Option<&str> {
    let rest = text.strip_prefix('#')?.trim_start_matches('#');
    (text.len() - rest.len() <= 6 && rest.starts_with([' ', '\t'])).then_some(rest)
}

fn bold(text: &str) -> Option<&str> {
    for stars in ["**", "__"] {
        if let Some(inner) = text.strip_prefix(stars).and_then(|rest| rest.strip_suffix(stars))
            && !inner.trim().is_empty()
            && !inner.contains(stars)
        {
            return Some(inner);
        }
    }
    None
}

fn bullet(text: &str) -> Option<(Marker, &str)> {
    let mut chars = text.chars();
    let first = chars.next()?;
    let rest = chars.as_str();
    (matches!(first, '-' | '*' | '+' | '•' | '‣' | '▪' | '◦' | '·' | '●' | '○' | '–' | '➤' | '►') && rest.starts_with([' ', '\t', '\u{A0}']))
        .then_some((Marker::Bullet, rest))
}

fn number(text: &str) -> Option<(Marker, &str)> {
    let open = text.strip_prefix('(').unwrap_or(text);
    let digits = open.bytes().take_while(u8::is_ascii_digit).count();
    if digits == 0 || digits > 3 {
        return None;
    }
    let number = open.get(..digits)?.parse().ok()?;
    let rest = open.get(digits..)?.strip_prefix(['.', ')', '、'])?;
    rest.starts_with([' ', '\t', '\u{A0}']).then_some((Marker::Number(number), rest))
}

/// `Q:`, `Q.`, `Q1:`, `Question 3:`, and the same for answers: the marker, and what stands behind it.
pub(super) fn letter<'t>(text: &'t str, words: &ReadingWords) -> Option<(Marker, &'t str)> {
    let labels = [(Marker::Question, &words.question_labels), (Marker::Answer, &words.answer_labels)];
    let first = *text.as_bytes().first()?;
    for (marker, labels) in labels {
        for label in labels.iter().filter(|label| label.word.as_bytes().first() == Some(&first)) {
            let Some(rest) = text.strip_prefix(label.word) else { continue };
            let digits = rest.trim_start_matches([' ', '#', '.']).trim_start_matches(|c: char| c.is_ascii_digit());
            let numbered = digits.len() < rest.len() && rest.trim_start_matches([' ', '#', '.']).starts_with(|c: char| c.is_ascii_digit());
            let rest = if numbered { digits } else { rest };
            let Some(rest) = behind(rest) else { continue };
            return (numbered || !label.numbered).then_some((marker, rest));
        }
    }
    None
}

/// What stands behind a label's colon, before which French sets a space, or behind its full stop or bracket.
fn behind(rest: &str) -> Option<&str> {
    let colon = rest.trim_start_matches([' ', '\u{A0}', '\u{202F}']);
    colon.strip_prefix([':', '：']).or_else(|| {
        let rest = rest.strip_prefix(['.', ')'])?;
        rest.starts_with([' ', '\t']).then_some(rest)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markers_come_off_and_words_stay() {
        for (line, words, marker, bold) in [
            ("What is it?", "What is it?", Marker::None, false),
            ("Q: What is it?", "What is it?", Marker::Question, false),
            ("Q1. What is it?", "What is it?", Marker::Question, false),
            ("Question 2: What?", "What?", Marker::Question, false),
            ("A: Yes.", "Yes.", Marker::Answer, false),
            ("1. Why?", "Why?", Marker::Number(1), false),
            ("12) Why?", "Why?", Marker::Number(12), false),
            ("• Why?", "Why?", Marker::Bullet, false),
            ("**Why?**", "Why?", Marker::None, true),
            ("**1. Why?**", "Why?", Marker::Number(1), true),
            ("1. **Why?**", "Why?", Marker::Number(1), true),
            ("**Q: Why?**", "Why?", Marker::Question, true),
            ("## Why? ##", "Why?", Marker::None, false),
            ("Qatar spoke.", "Qatar spoke.", Marker::None, false),
            ("A new dawn.", "A new dawn.", Marker::None, false),
            ("2024. A year", "2024. A year", Marker::None, false),
            ("-", "-", Marker::None, false),
            ("**a** and **b**", "**a** and **b**", Marker::None, false),
        ] {
            let found = unmarked(line, &crate::language::pack("en").reading);
            assert_eq!((&line[found.start..found.end], found.marker, found.bold), (words, marker, bold), "{line}");
        }
    }
}
