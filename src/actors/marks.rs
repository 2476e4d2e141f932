//! Which stretches of a block stand in quotation marks, of whatever kind and however damaged.

use super::name::Grammar;
use super::token::{COMMA, DASH, DOT, STOPS, Shape};
use crate::language::naming::SAY;
use crate::text::TextRange;

/// A quoted stretch: its bytes without the marks, and the words within.
#[derive(Clone, Copy)]
pub(super) struct Quoted {
    pub(super) range: TextRange,
    pub(super) first: usize,
    pub(super) last: usize,
    /// The marks were not closed: the speech goes on in the next block.
    pub(super) unclosed: bool,
}

pub(super) fn inside(quoted: &[Quoted], at: usize) -> bool {
    let next = quoted.partition_point(|quote| quote.last <= at);
    quoted.get(next).is_some_and(|quote| quote.first < at)
}

/// First bytes of quotation marks and apostrophes.
static MAY_MARK: [bool; 256] = {
    let mut table = [false; 256];
    table[b'"' as usize] = true;
    table[b'\'' as usize] = true;
    // « and ».
    table[0xC2] = true;
    // The typographic ones.
    table[0xE2] = true;
    table
};

/// The quoted stretches of a block. `open`: a quotation of the block before goes on, if marks open this one.
pub(super) fn quoted(grammar: &Grammar<'_>, open: bool) -> Vec<Quoted> {
    let text = grammar.text;
    let mut found = Vec::new();
    let mut begun: Option<(usize, char)> = None;
    if let Some((start, end)) = dashed(grammar) {
        push(grammar, start, end, false, &mut found);
        return found;
    }
    let bytes = text.as_bytes();
    let mut from = 0;
    // Most bytes are no mark, nor the first byte of one.
    while let Some(at) = bytes.get(from..).and_then(|rest| rest.iter().position(|byte| MAY_MARK[usize::from(*byte)])).map(|place| from + place) {
        let Some(c) = text.get(at..).and_then(|rest| rest.chars().next()) else { break };
        from = at + c.len_utf8();
        let before = text.get(..at).and_then(|head| head.chars().next_back()).unwrap_or(' ');
        let next = text.get(from..).and_then(|rest| rest.chars().next()).unwrap_or(' ');
        match begun {
            None => {
                let closing = match c {
                    '“' | '”' if !before.is_alphanumeric() => Some('”'),
                    '„' => Some('“'),
                    '«' => Some('»'),
                    '"' => Some('"'),
                    '‘' if !before.is_alphanumeric() && !next.is_whitespace() => Some('’'),
                    '\'' if !before.is_alphanumeric() && (next.is_alphabetic() || next == '“') => Some('\''),
                    _ => None,
                };
                if let Some(closing) = closing {
                    begun = Some((from, closing));
                }
            }
            Some((start, closing)) => {
                let closes = match closing {
                    '”' => c == '”',
                    '“' => matches!(c, '“' | '”'),
                    // An apostrophe closes only where no letter follows, and after a stop or a word that is no plural.
                    '’' | '\'' => {
                        c == closing && !next.is_alphanumeric() && (matches!(before, '.' | ',' | '!' | '?' | '…') || before != 's' || !next.is_whitespace())
                    }
                    other => c == other,
                };
                if closes {
                    push(grammar, start, at, false, &mut found);
                    begun = None;
                }
            }
        }
    }
    if let Some((start, closing)) = begun
        && matches!(closing, '”' | '"' | '»')
        && (start <= 3 || open || text[start..].len() > 20)
    {
        push(grammar, start, text.len(), true, &mut found);
    }
    found
}

/// `— Will they come? asked Zapata.`: speech after a dash at the head of a block, up to its cue.
fn dashed(grammar: &Grammar<'_>) -> Option<(usize, usize)> {
    let text = grammar.text;
    let rest = text.strip_prefix(['—', '–', '―'])?.trim_start();
    let start = text.len() - rest.len();
    for (at, token) in grammar.tokens.iter().enumerate().skip(1) {
        let parted = token.gap & (COMMA | STOPS | DASH | DOT) != 0;
        if parted && token.is(SAY) && token.shape == Shape::Lower {
            let last = grammar.at(at - 1)?;
            let between = text.get(last.end as usize..token.start as usize)?;
            let end = last.end as usize + between.find([' ', '—', '–', '―']).unwrap_or(between.len());
            return (start < end).then_some((start, end));
        }
    }
    None
}

pub(super) fn push(grammar: &Grammar<'_>, start: usize, end: usize, unclosed: bool, found: &mut Vec<Quoted>) {
    let range = TextRange::new(start, end);
    let first = grammar.tokens.partition_point(|token| token.start < range.start);
    let last = grammar.tokens.partition_point(|token| token.start < range.end);
    if first < last {
        found.push(Quoted { range, first, last, unclosed });
    }
}
