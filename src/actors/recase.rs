//! A telegram's capitals as ordinary letters, byte for byte: whoever looks for names then sees which words are names. What is shown stays as it was sent.

use super::gazetteer::{Sense, gazetteer_of};
use super::name::Grammar;
use super::setting::{Setting, setting};
use super::token::{OPEN, SPACE, Shape, Token, tokenize};
use crate::language::Pack;
use crate::language::naming::{ACT, AUXILIARY, MONTH, ORGANISATION, PARTICLE, ROLE, SAY, STOP, TITLE, TITLE_MODIFIER};
use crate::model::{BlockNo, Briefing, Role};

/// Blocks that are all in capitals, in ordinary letters; sorted.
pub(super) type Recased = Vec<(BlockNo, String)>;

/// Bytes by which a block shows whether it is in capitals, and small letters among them that it may have.
const SAMPLE: usize = 60;
const SMALL: usize = 6;

/// The blocks of `briefing` that are all in capitals, in ordinary letters.
pub(super) fn recase(briefing: &Briefing, pack: &Pack) -> Recased {
    let mut found = Recased::new();
    for (number, block) in briefing.blocks.iter().enumerate() {
        let text = block.text.text();
        if matches!(block.role, Role::Title | Role::Heading | Role::FaqTitle | Role::Section)
            || text.bytes().take(SAMPLE).filter(u8::is_ascii_lowercase).count() > SMALL
        {
            continue;
        }
        let mut tokens = Vec::new();
        tokenize(text, &pack.naming, |_| None, &mut tokens);
        if setting(&tokens, block.role) == Setting::Capitals {
            let grammar = Grammar { text, tokens: &tokens, words: &pack.naming, gazetteer: gazetteer_of(pack), knowns: &[] };
            found.push((BlockNo::at(number), written(&grammar)));
        }
    }
    found
}

/// How a word is written.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Case {
    Small,
    Capital,
    Letters,
}

fn written(grammar: &Grammar<'_>) -> String {
    let mut out = String::with_capacity(grammar.text.len());
    let mut at = 0;
    for (token, case) in grammar.tokens.iter().zip(cases(grammar)) {
        let (start, end) = (token.start as usize, token.end as usize);
        out.push_str(grammar.text.get(at..start).unwrap_or_default());
        let mut first = true;
        for c in grammar.text.get(start..end).unwrap_or_default().chars() {
            let mut lower = c.to_lowercase();
            let keeps = case == Case::Letters || case == Case::Capital && first;
            match (keeps, lower.next(), lower.next()) {
                // Only what keeps its length: offsets point into the text as it was sent.
                (false, Some(small), None) if small.len_utf8() == c.len_utf8() => out.push(small),
                _ => out.push(c),
            }
            first &= !c.is_alphabetic();
        }
        at = end;
    }
    out.push_str(grammar.text.get(at..).unwrap_or_default());
    out
}

fn cases(grammar: &Grammar<'_>) -> Vec<Case> {
    let mut cases = vec![Case::Small; grammar.tokens.len()];
    let mut buffer = String::new();
    let mut at = 0;
    while let Some(token) = grammar.at(at) {
        if let Some((last, meaning)) = grammar.known(at, usize::MAX, &mut buffer)
            && !(last == at + 1 && grammar.common(at, &mut buffer) && meaning.sense != Sense::Capital)
        {
            let case = if meaning.sense == Sense::Acronym { Case::Letters } else { Case::Capital };
            for (i, slot) in cases.iter_mut().enumerate().take(last).skip(at) {
                *slot = if i > at && grammar.is(i, STOP) { Case::Small } else { case };
            }
            at = last;
            continue;
        }
        cases[at] = case(grammar, at, token, &cases, &mut buffer);
        at += 1;
    }
    // Titles and bodies' nouns beside a name are of it; read from the end, so that a row of titles is.
    for i in (0..cases.len()).rev() {
        let beside = |other: usize| cases.get(other).is_some_and(|case| *case != Case::Small) && grammar.at(i.max(other)).is_some_and(|t| t.gap == SPACE);
        let title = grammar.is(i, TITLE | TITLE_MODIFIER | ROLE) && !grammar.is(i, STOP | SAY) && beside(i + 1);
        let body = grammar.is(i, ORGANISATION) && !grammar.is(i, SAY | STOP) && i > 0 && beside(i - 1) && !grammar.is(i - 1, MONTH);
        if cases[i] == Case::Small && (title || body) {
            cases[i] = Case::Capital;
        }
    }
    cases
}

fn case(grammar: &Grammar<'_>, at: usize, token: &Token, cases: &[Case], buffer: &mut String) -> Case {
    if matches!(token.shape, Shape::Lower | Shape::Initial | Shape::Number | Shape::Capital) {
        return Case::Letters;
    }
    if token.heads() || token.is(MONTH) {
        return Case::Capital;
    }
    if token.is(STOP | SAY | AUXILIARY | ACT | PARTICLE) {
        return Case::Small;
    }
    let word = grammar.word(at);
    let vowels = word.bytes().any(|b| matches!(b, b'A' | b'E' | b'I' | b'O' | b'U' | b'Y')) || !word.is_ascii();
    if !vowels || token.gap & OPEN != 0 && grammar.bracketed(at) {
        return Case::Letters;
    }
    // `JOHN BROWN`: a common word behind a given name that is none.
    let surname = at > 0 && token.gap == SPACE && cases.get(at - 1) == Some(&Case::Capital) && grammar.given(at - 1, buffer) && !grammar.common(at - 1, buffer);
    if !grammar.common(at, buffer) && token.flags & !(PARTICLE) == 0 || surname { Case::Capital } else { Case::Small }
}
