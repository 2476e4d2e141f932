//! A block's text as words, each with its shape, what the language pack says of it, and what stands before it.

use crate::language::Cue;
use crate::language::cues::CueNumber;
use crate::language::naming::{ABBREVIATION, Lists, NamingWords, STOP, WordFlags};
use crate::text::TextRange;
use crate::text::fold::fold;

/// What stands between a word and the one before it, as a set of the constants here.
pub(super) type Gap = u16;

pub(super) const SPACE: Gap = 1;
pub(super) const HYPHEN: Gap = 1 << 1;
pub(super) const COMMA: Gap = 1 << 2;
pub(super) const DOT: Gap = 1 << 3;
pub(super) const STOPS: Gap = 1 << 4;
pub(super) const OPEN: Gap = 1 << 5;
pub(super) const CLOSE: Gap = 1 << 6;
pub(super) const QUOTE: Gap = 1 << 7;
pub(super) const COLON: Gap = 1 << 8;
pub(super) const DASH: Gap = 1 << 9;
pub(super) const AMPERSAND: Gap = 1 << 10;
pub(super) const POSSESSIVE: Gap = 1 << 11;
pub(super) const OTHER: Gap = 1 << 12;
/// A sentence begins here.
pub(super) const HEAD: Gap = 1 << 13;
/// Something begins here that is set like the head of a sentence: a quotation, what follows a colon.
pub(super) const SOFT_HEAD: Gap = 1 << 14;
/// A semicolon.
pub(super) const SEMICOLON: Gap = 1 << 15;

/// How a word is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    /// `word`, or a script without capitals.
    Lower,
    /// `Word`, `McWord`.
    Capital,
    /// `WORD`, `U.S.`: two letters or more.
    Upper,
    /// `J.`: one capital letter with a full stop.
    Initial,
    /// Begins with a digit.
    Number,
}

/// One word.
#[derive(Clone, Copy, Debug)]
pub(super) struct Token {
    pub(super) start: u32,
    pub(super) end: u32,
    pub(super) flags: WordFlags,
    pub(super) gap: Gap,
    /// Which of the language's small words it is, as it is written.
    pub(super) cue: CueNumber,
    pub(super) shape: Shape,
    /// In which of the long lists it stands, folded. `None` where nobody asked yet: most small words are never asked about.
    pub(super) lists: Option<Lists>,
    /// The most words of a name of the gazetteer that begins with it; `None` where nobody asked yet.
    pub(super) names: Option<u8>,
    /// Which of the reading's names of the gazetteer begins with it: [`NOBODY`], or [`UNASKED`] where nobody asked yet.
    pub(super) known: u32,
}

/// No name of the gazetteer begins with the word.
pub(super) const NOBODY: u32 = u32::MAX;
/// Whether one does was not asked.
pub(super) const UNASKED: u32 = u32::MAX - 1;

impl Token {
    pub(super) fn text<'t>(&self, text: &'t str) -> &'t str {
        text.get(self.start as usize..self.end as usize).unwrap_or_default()
    }

    pub(super) fn is(&self, flags: WordFlags) -> bool {
        self.flags & flags != 0
    }

    pub(super) fn gap(&self, gap: Gap) -> bool {
        self.gap & gap != 0
    }

    /// Whether nothing but space or a hyphen parts it from the word before.
    pub(super) fn joins(&self) -> bool {
        self.gap & !(SPACE | HYPHEN) == 0
    }

    /// Whether it is written with a capital.
    pub(super) fn capital(&self) -> bool {
        matches!(self.shape, Shape::Capital | Shape::Upper | Shape::Initial)
    }

    pub(super) fn heads(&self) -> bool {
        self.gap & (HEAD | SOFT_HEAD) != 0
    }
}

/// The range from the start of the first to the end of the last of `tokens`.
pub(super) fn range(tokens: &[Token]) -> TextRange {
    match (tokens.first(), tokens.last()) {
        (Some(first), Some(last)) => TextRange { start: first.start, end: last.end.max(first.start) },
        _ => TextRange::default(),
    }
}

/// The word folded for looking up: lower case, no diacritics, no full stops. Written into `buffer` only where folding changes it.
pub(super) fn folded<'b>(word: &'b str, buffer: &'b mut String) -> &'b str {
    if word.bytes().all(|byte| byte.is_ascii() && byte != b'.' && !byte.is_ascii_uppercase()) {
        return word;
    }
    buffer.clear();
    push_folded(word, buffer);
    buffer
}

/// As [`folded`], always written into `buffer`, for those that go on adding to it.
pub(super) fn fold_into<'b>(word: &str, buffer: &'b mut String) -> &'b str {
    buffer.clear();
    push_folded(word, buffer);
    buffer
}

/// Adds the folded word to `buffer`.
pub(super) fn push_folded(word: &str, buffer: &mut String) {
    if !word.is_ascii() {
        buffer.extend(fold(word).chars().filter(|c| !matches!(c, '.' | 'ʿ' | 'ʾ' | 'ʻ')));
        return;
    }
    let start = buffer.len();
    if word.bytes().any(|byte| byte == b'.') {
        buffer.extend(word.chars().filter(|c| *c != '.'));
    } else {
        buffer.push_str(word);
    }
    if let Some(added) = buffer.get_mut(start..) {
        added.make_ascii_lowercase();
    }
}

/// Whether `c` belongs to a word.
fn is_word(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '\u{300}'..='\u{36f}' | '\u{1ab0}'..='\u{1aff}' | '\u{1dc0}'..='\u{1dff}' | '\u{200c}' | '\u{200d}')
}

fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | 'ʼ' | '‘' | '`')
}

/// How many of a word's characters are small letters, capitals and digits: one number, so that a letter costs one addition.
type Letters = u64;

const CAPITAL: Letters = 1 << 24;
const DIGIT: Letters = 1 << 48;

/// What an ASCII letter or digit adds; nothing for all other bytes.
static LETTERS: [Letters; 256] = {
    let mut table = [0; 256];
    let mut byte = 0u8;
    while byte < 128 {
        table[byte as usize] = match byte {
            b'a'..=b'z' => 1,
            b'A'..=b'Z' => CAPITAL,
            b'0'..=b'9' => DIGIT,
            _ => 0,
        };
        byte += 1;
    }
    table
};

/// The words of `text`, added to `tokens`. `longest` says of a folded word with a capital how many words a name has that begins with it.
pub(super) fn tokenize(text: &str, words: &NamingWords, longest: impl Fn(&str) -> Option<u8>, tokens: &mut Vec<Token>) {
    let bytes = text.as_bytes();
    let first = tokens.len();
    let mut gap: Gap = HEAD;
    let mut at = 0;
    let mut lower = String::new();
    // English has a word for every six bytes.
    tokens.reserve(text.len() / 6 + 1);
    while let Some(&byte) = bytes.get(at) {
        // Most gaps are one space.
        if byte == b' ' {
            gap |= SPACE;
            at += 1;
            continue;
        }
        let (c, len) = char_at(text, at);
        if !(LETTERS[usize::from(byte)] != 0 || !byte.is_ascii() && is_word(c)) {
            gap |= gap_of(c, text, at, len);
            at += len;
            continue;
        }
        let start = at;
        // Nothing but small ASCII letters, digits and apostrophes: folded as it stands.
        let mut plain = true;
        let mut letters: Letters = 0;
        let starts_upper = c.is_uppercase();
        let starts_digit = c.is_numeric();
        let mut possessive = 0;
        let mut elided = 0;
        while at < bytes.len() {
            let byte = bytes[at];
            let letter = LETTERS[usize::from(byte)];
            if letter != 0 {
                letters = letters.wrapping_add(letter);
                at += 1;
                continue;
            }
            if byte < 0x80 && byte != b'\'' {
                break;
            }
            let (c, len) = char_at(text, at);
            if len > 1 && is_word(c) {
                plain = false;
                letters = letters.wrapping_add(if c.is_uppercase() { CAPITAL } else { Letters::from(c.is_lowercase()) });
                at += len;
                continue;
            }
            if !is_apostrophe(c) {
                break;
            }
            let (next, next_len) = char_at(text, at + len);
            if !next.is_alphabetic() {
                // `Iranians’ hopes`: a possessive of a plural.
                if text[start..at].ends_with(['s', 'S']) && next.is_whitespace() {
                    possessive = len;
                }
                break;
            }
            // `l’Iran`
            if words.elides(&text[start..at]) {
                elided = len;
                break;
            }
            // `İran’ın`
            let ending = text[at + len..].find(|c| !is_word(c)).unwrap_or(text.len() - at - len);
            if words.forms.is_suffix(&text[at + len..at + len + ending]) {
                possessive = len + ending;
                break;
            }
            let (after, _) = char_at(text, at + len + next_len);
            if matches!(next, 's' | 'S') && !is_word(after) {
                possessive = len + next_len;
                break;
            }
            plain &= len == 1;
            at += len;
        }
        let (capitals, smalls) = ((letters >> 24) & 0xff_ffff, letters & 0xff_ffff);
        // `U.S.`, `U.N.`: capitals parted by full stops.
        let mut shape = shape_of(starts_upper, starts_digit, capitals, smalls);
        if capitals == 1 && smalls == 0 && starts_upper && bytes.get(at) == Some(&b'.') {
            let mut end = at + 1;
            let mut count = 1;
            while let Some(next) = bytes.get(end)
                && next.is_ascii_uppercase()
                && !bytes.get(end + 1).is_some_and(|after| after.is_ascii_alphanumeric() || *after >= 0x80)
            {
                count += 1;
                end += 1;
                if bytes.get(end) == Some(&b'.') {
                    end += 1;
                } else {
                    break;
                }
            }
            if count > 1 {
                at = end;
                shape = Shape::Upper;
                // `U.S.’s`
                let (c, len) = char_at(text, at);
                if is_apostrophe(c) && text[at + len..].starts_with('s') {
                    possessive = len + 1;
                }
            } else {
                shape = Shape::Initial;
            }
        }
        let word = &text[start..at];
        let (mut flags, cue, lists, names) = if plain && capitals == 0 && !starts_digit {
            // Nearly every word.
            let (flags, cue) = words.small(word);
            (flags, cue, None, None)
        } else if starts_digit || word.len() > 40 {
            (0, words.cues.number(word), None, None)
        } else {
            let folded = folded(word, &mut lower);
            let written = if plain { None } else { words.accented_flags(word) };
            let flags = words.flags(folded);
            // Whoever looks for names asks this of every word with a capital.
            let lists = starts_upper.then(|| words.lists_of(folded, flags));
            let names = if starts_upper { longest(folded) } else { None };
            (written.unwrap_or(flags), words.cues.number(word), lists, names)
        };
        // `Didn't` is in the lists as `didnt`.
        if flags == 0 && word.len() < 12 && word.contains(['\'', '’']) {
            folded(word, &mut lower);
            lower.retain(|c| c != '\'' && c != '’');
            flags = words.flags(&lower);
        }
        if let Some(last) = tokens.get(first..).and_then(<[Token]>::last) {
            let before = tokens.get(first..).and_then(|tokens| tokens.get(tokens.len().checked_sub(2)?));
            gap |= head_of((before, last), gap, (starts_upper, flags), text, words);
        }
        tokens.push(Token { start: narrow(start), end: narrow(at), flags, gap, cue, shape, lists, names, known: UNASKED });
        gap = 0;
        if possessive > 0 {
            at += possessive;
            gap = POSSESSIVE;
        } else if elided > 0 {
            at += elided;
            gap = SPACE;
        }
    }
}

fn narrow(value: usize) -> u32 {
    u32::try_from(value).unwrap_or(u32::MAX)
}

fn char_at(text: &str, at: usize) -> (char, usize) {
    match text.as_bytes().get(at) {
        None => ('\0', 0),
        Some(byte) if *byte < 0x80 => (*byte as char, 1),
        Some(_) => text.get(at..).and_then(|rest| rest.chars().next()).map_or(('\0', 1), |c| (c, c.len_utf8())),
    }
}

fn shape_of(starts_upper: bool, starts_digit: bool, capitals: Letters, smalls: Letters) -> Shape {
    if starts_digit {
        Shape::Number
    } else if capitals >= 2 && smalls <= 1 && capitals > smalls {
        Shape::Upper
    } else if starts_upper {
        Shape::Capital
    } else {
        Shape::Lower
    }
}

fn gap_of(c: char, text: &str, at: usize, len: usize) -> Gap {
    match c {
        // A line's end within a block is where the text was wrapped.
        ' ' | '\u{a0}' | '\r' | '\n' => SPACE,
        '\t' => SPACE | HEAD,
        '-' | '‐' | '‑' => {
            let before = text[..at].chars().next_back().is_some_and(is_word);
            let after = char_at(text, at + len).0;
            if before && is_word(after) { HYPHEN } else { DASH }
        }
        '—' | '–' | '―' => DASH,
        ',' | '،' | '、' => COMMA,
        '.' => DOT,
        '!' | '?' | '…' | '。' | '！' | '？' | '؟' | '।' => STOPS,
        ';' => SEMICOLON,
        ':' => COLON | SOFT_HEAD,
        '(' | '[' => OPEN,
        ')' | ']' => CLOSE,
        '"' | '“' | '”' | '„' | '«' | '»' | '‘' | '’' | '\'' | '‹' | '›' => QUOTE,
        '&' => AMPERSAND,
        c if c.is_whitespace() => SPACE,
        _ => OTHER,
    }
}

/// Whether the word after `last` begins a sentence, given what stands between.
fn head_of((before, last): (Option<&Token>, &Token), gap: Gap, (upper, flags): (bool, WordFlags), text: &str, words: &NamingWords) -> Gap {
    if gap & (STOPS | HEAD) != 0 {
        return if upper || gap & HEAD != 0 { HEAD } else { 0 };
    }
    if gap & DOT != 0 {
        // `posted on X. He`: a letter behind a small word that no name follows.
        let letter = last.shape == Shape::Initial && last.text(text) == "X" && before.is_some_and(|t| words.has(Cue::On, t.text(text)));
        let abbreviates = last.shape == Shape::Initial && !letter || (last.is(ABBREVIATION) && last.end - last.start <= 5);
        return if upper && !abbreviates { HEAD } else { 0 };
    }
    if last.shape == Shape::Upper && last.text(text).ends_with('.') && upper && flags & STOP != 0 {
        return HEAD;
    }
    if gap & QUOTE != 0 && upper { SOFT_HEAD } else { 0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<String> {
        let mut tokens = Vec::new();
        tokenize(text, &crate::language::pack("en").naming, |_| None, &mut tokens);
        tokens.iter().map(|t| t.text(text).to_owned()).collect()
    }

    #[test]
    fn words_are_cut_where_readers_cut_them() {
        for (text, expected) in [
            ("Iran’s U.S. policy", "Iran|U.S.|policy"),
            ("al-Manfī, N'Djamena and O’Brien", "al|Manfī|N'Djamena|and|O’Brien"),
            ("John F. Kennedy", "John|F|Kennedy"),
            ("the Iranians’ hopes", "the|Iranians|hopes"),
            ("“Iran’s”", "Iran"),
            ("12-day", "12|day"),
        ] {
            assert_eq!(words(text).join("|"), expected, "{text}");
        }
    }
}
