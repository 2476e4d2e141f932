//! Where sentences begin and end. Knows abbreviations and initials; knows nothing of names.

use super::Pack;
use crate::text::TextRange;

/// The sentences of a block's text, in order; together they cover every byte that is not white space.
pub fn sentences(text: &str, pack: &Pack) -> Vec<TextRange> {
    let bytes = text.as_bytes();
    let mut found = Vec::new();
    let mut start = 0;
    let mut at = 0;
    // The next letter or digit that was looked for: where it stands and whether it is a small one.
    let mut letter = (0, false);
    while let Some(next) = may_end(bytes, at) {
        at = next;
        let Some(c) = text[at..].chars().next() else { break };
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
        // `« Venez ! »`: so does one that a space is set before.
        let spaced = text[at..].trim_start_matches([' ', '\u{a0}', '\u{202f}']);
        if spaced.len() < text.len() - at && spaced.starts_with('»') {
            at = text.len() - spaced.len() + '»'.len_utf8();
        }
        let next = text[at..].chars().next();
        let stops = match next {
            None => true,
            Some(n) if n.is_whitespace() => {
                // Remembered, so that a row of full stops costs no more than its length.
                if letter.0 < at {
                    letter =
                        text[at..].char_indices().find(|(_, c)| c.is_alphanumeric()).map_or((usize::MAX, false), |(next, c)| (at + next, c.is_lowercase()));
                }
                !letter.1 || c == '\n' || c == '\t'
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

/// First bytes of the characters that may end a sentence; none of them stands within a character.
static MAY_END: [bool; 256] = {
    let mut table = [false; 256];
    let bytes = [b'!', b'?', b'.', b'\n', b'\t', 0xE2, 0xE3, 0xEF, 0xD8, 0xE0];
    let mut at = 0;
    while at < bytes.len() {
        table[bytes[at] as usize] = true;
        at += 1;
    }
    table
};

/// The next byte of [`MAY_END`] from `from` on.
fn may_end(bytes: &[u8], from: usize) -> Option<usize> {
    bytes.get(from..)?.iter().position(|byte| MAY_END[usize::from(*byte)]).map(|place| from + place)
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

/// Bytes of a word that may be an abbreviation, at most.
const LONGEST: usize = 48;

/// Whether the full stop at `at` belongs to an abbreviation or an initial rather than ending a sentence.
fn keeps_going(text: &str, at: usize, pack: &Pack) -> bool {
    let before = &text[..at];
    let mut word_start = at;
    for (place, c) in before.char_indices().rev() {
        if c.is_whitespace() || matches!(c, '(' | '“' | '"' | '‘' | '—' | '–') {
            break;
        }
        word_start = place;
        // No abbreviation is that long.
        if at - word_start > LONGEST {
            return false;
        }
    }
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
    if word.is_ascii() {
        return pack.abbreviations.iter().any(|known| known.eq_ignore_ascii_case(word));
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
    fn french_stops_and_marks_have_a_space_before_them() {
        let text = "M. Dubreuil attend, p. ex., Mme Roche. « Venez\u{a0}! »\u{a0}dit-il. « Non ! » Elle part. Pourquoi ?";
        let found: Vec<&str> = sentences(text, super::super::pack("fr")).into_iter().map(|range| range.of(text)).collect();
        assert_eq!(found, ["M. Dubreuil attend, p. ex., Mme Roche.", "« Venez\u{a0}! »\u{a0}dit-il.", "« Non ! »", "Elle part.", "Pourquoi ?"]);
    }

    #[test]
    fn nothing_is_left_over() {
        check("  no stop at all ", &["no stop at all"]);
        check("", &[]);
    }
}
