//! Where sentences begin and end. Knows abbreviations and initials; knows nothing of names.

use super::Pack;
use crate::text::TextRange;

pub(super) const ENGLISH_ABBREVIATIONS: &[&str] = &[
    "mr", "mrs", "ms", "dr", "prof", "gen", "maj", "col", "lt", "sgt", "capt", "cmdr", "adm", "brig", "rev", "hon", "sen", "rep", "gov", "st", "jr", "sr",
    "vs", "etc", "e.g", "i.e", "cf", "no", "art", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "u.s", "u.k", "u.n",
    "e.u", "a.m", "p.m", "inc", "ltd", "corp", "co", "dept", "est", "approx", "fig", "vol", "amb",
];

/// The sentences of a block's text, in order; together they cover every byte that is not white space.
pub fn sentences(text: &str, pack: &Pack) -> Vec<TextRange> {
    let bytes = text.as_bytes();
    let mut found = Vec::new();
    let mut start = 0;
    let mut at = 0;
    while at < bytes.len() {
        let wide = &text[at..];
        let Some(c) = wide.chars().next() else { break };
        let len = c.len_utf8();
        let ends = match c {
            '!' | '?' | '…' | '。' | '！' | '？' | '؟' | '।' => true,
            '.' => !keeps_going(text, at, pack),
            '\n' | '\t' => true,
            _ => false,
        };
        at += len;
        if !ends {
            continue;
        }
        // Closing quotation marks and brackets belong to the sentence that they close.
        while let Some(c) = text[at..].chars().next() {
            if matches!(c, '.' | '!' | '?' | '"' | '”' | '’' | '\'' | '»' | ')' | ']') {
                at += c.len_utf8();
            } else {
                break;
            }
        }
        let next = text[at..].chars().next();
        let stops = match next {
            None => true,
            Some(n) if n.is_whitespace() => {
                let word = text[at..].trim_start();
                !word.chars().find(|c| c.is_alphanumeric()).is_some_and(char::is_lowercase) || c == '\n' || c == '\t'
            }
            Some(n) => matches!(c, '。' | '！' | '？' | '\n' | '\t') && !n.is_whitespace(),
        };
        if stops {
            push(text, start, at, &mut found);
            start = at;
        }
    }
    push(text, start, text.len(), &mut found);
    found
}

fn push(text: &str, start: usize, end: usize, found: &mut Vec<TextRange>) {
    let piece = &text[start..end];
    let trimmed = piece.trim_start();
    let from = start + (piece.len() - trimmed.len());
    let to = from + trimmed.trim_end().len();
    if from < to {
        found.push(TextRange::new(from, to));
    }
}

/// Whether the full stop at `at` belongs to an abbreviation or an initial rather than ending a sentence.
fn keeps_going(text: &str, at: usize, pack: &Pack) -> bool {
    let before = &text[..at];
    let word_start = before
        .rfind(|c: char| c.is_whitespace() || matches!(c, '(' | '“' | '"' | '‘' | '—' | '–'))
        .map_or(0, |i| i + before[i..].chars().next().map_or(1, char::len_utf8));
    let word = &before[word_start..];
    if word.is_empty() {
        return false;
    }
    // An initial: "J. Smith".
    let mut letters = word.chars();
    if let (Some(first), None) = (letters.next(), letters.next())
        && first.is_uppercase()
    {
        return true;
    }
    pack.abbreviations.contains(&word.to_lowercase().as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &[&str]) {
        let pack = super::super::pack("en");
        let found: Vec<&str> = sentences(text, pack).into_iter().map(|range| range.of(text)).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn abbreviations_and_initials_end_no_sentence() {
        check("Maj. Gen. J. Smith of the U.S. Army spoke. He left.", &["Maj. Gen. J. Smith of the U.S. Army spoke.", "He left."]);
    }

    #[test]
    fn a_closing_mark_belongs_to_its_sentence() {
        check("“It is wrong.” He left!", &["“It is wrong.”", "He left!"]);
    }

    #[test]
    fn nothing_is_left_over() {
        check("  no stop at all ", &["no stop at all"]);
        check("", &[]);
    }
}
