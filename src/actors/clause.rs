//! Where the clause that a verb of speech reports begins and ends.

use super::name::Grammar;
use super::token::{COMMA, DASH, DOT, HYPHEN, POSSESSIVE, SEMICOLON, SPACE, Shape, Token};
use crate::language::Cue;
use crate::language::naming::{ABBREVIATION, AUXILIARY, MONTH, PARTICLE, SAY, STOP};
use crate::text::TextRange;

/// Where the reported clause after the verb at `verb` begins.
pub(super) fn clause(grammar: &Grammar<'_>, verb: usize, to: usize) -> Option<usize> {
    let next = grammar.at(verb + 1).filter(|_| verb + 1 < to)?;
    let word = grammar.word(verb + 1);
    if grammar.words.has(Cue::That, word) {
        return Some(verb + 1);
    }
    // `warned, though, that`
    if let Some(that) = (verb + 2..(verb + 4).min(to)).find(|at| grammar.says(*at, Cue::That) && grammar.at(*at).is_some_and(|t| t.gap & COMMA != 0))
        && next.gap & COMMA != 0
    {
        return Some(that);
    }
    if next.gap != SPACE {
        return None;
    }
    let said = grammar.word(verb);
    let stem = |stems: Cue| grammar.words.cues.begins(stems, said);
    let infinitive = grammar.words.has(Cue::To, word) || grammar.words.has(Cue::Not, word) && grammar.says(verb + 2, Cue::To);
    if infinitive && stem(Cue::PromiseStems) {
        return Some(verb + 1);
    }
    // `asked whether`, `explained why`
    if grammar.words.has(Cue::Whether, word) || grammar.words.has(Cue::If, word) && stem(Cue::AskStems) {
        return Some(verb + 1);
    }
    // `called the draft premature`, `described it as a coup`
    if grammar.words.has(Cue::Calls, said) {
        return naming(grammar, verb, to);
    }
    // `said on Tuesday that`
    if grammar.words.has(Cue::WhenLeads, word) || next.is(MONTH) {
        for at in verb + 2..(verb + 10).min(to) {
            let token = grammar.at(at)?;
            if grammar.says(at, Cue::That) && token.gap & !(SPACE | COMMA) == 0 {
                return Some(at);
            }
            if token.gap & !(SPACE | POSSESSIVE | HYPHEN) != 0 {
                break;
            }
            // `said on Monday it had struck oil`
            if at > verb + 1
                && grammar.at(at - 1).is_some_and(|t| t.is(MONTH))
                && stem(Cue::SayStems)
                && (grammar.says(at, Cue::BareAfterDay) || token.capital() && !token.is(MONTH))
            {
                return Some(at);
            }
        }
    }
    // `told reporters that`, `urged both sides to`
    if stem(Cue::TellStems) {
        for at in verb + 1..(verb + 7).min(to) {
            let token = grammar.at(at)?;
            let abbreviated = token.gap == SPACE | DOT && grammar.at(at - 1).is_some_and(|t| t.is(ABBREVIATION));
            if token.gap & !(SPACE | POSSESSIVE) != 0 && !abbreviated {
                break;
            }
            if grammar.says(at, Cue::That)
                || (grammar.says(at, Cue::To) && stem(Cue::UrgeStems) && at > verb + 1)
                || grammar.says(at, Cue::WarnedOf) && stem(Cue::WarnStems)
            {
                return Some(at);
            }
        }
    }
    // `said he would`, `declared they will`
    let clausal = grammar.words.has(Cue::Clausal, said);
    // `warned New York in January`: whom, and no clause.
    let whom = grammar.words.has(Cue::Warned, said)
        && next.capital()
        && !(verb + 2..(verb + 9).min(to))
            .take_while(|at| grammar.at(*at).is_some_and(|t| t.gap & !(SPACE | HYPHEN | POSSESSIVE) == 0))
            .any(|at| grammar.at(at).is_some_and(|t| t.is(AUXILIARY)));
    if !whom && (clausal || stem(Cue::DeclareStems)) && (grammar.words.has(Cue::BareClause, word) || next.capital()) {
        return Some(verb + 1);
    }
    // `said negotiations had stalled`
    if clausal
        && !next.is(STOP)
        && (verb + 2..(verb + 8).min(to))
            .take_while(|at| grammar.at(*at).is_some_and(|t| t.gap & !(SPACE | HYPHEN | POSSESSIVE) == 0))
            .any(|at| grammar.at(at).is_some_and(|t| t.is(AUXILIARY)))
    {
        return Some(verb + 1);
    }
    (stem(Cue::NominalStems) && (grammar.words.has(Cue::NominalLeads, word) || grammar.words.cues.ends(Cue::ParticipleEnds, word))).then_some(verb + 1)
}

/// `called X a choice`, `called the draft premature`, `described it as a coup`: where what X is called begins.
fn naming(grammar: &Grammar<'_>, verb: usize, to: usize) -> Option<usize> {
    let mut at = verb + 1;
    if grammar.words.cues.begins(Cue::DescribeStems, grammar.word(verb)) {
        return (at + 1..(at + 9).min(to))
            .take_while(|i| grammar.at(*i).is_some_and(|t| t.gap & !(SPACE | HYPHEN | POSSESSIVE) == 0))
            .find(|i| grammar.says(*i, Cue::As))
            .map(|i| i + 1)
            .filter(|i| *i < to);
    }
    if grammar.says(at, Cue::CalledPronouns) {
        at += 1;
    } else if grammar.says(at, Cue::That) {
        return None;
    } else if grammar.says(at, Cue::CalledOwners) {
        at += 2;
    } else {
        while at < to && grammar.at(at)?.capital() && grammar.at(at)?.joins() {
            at += 1;
        }
        // `called al-Manfī a cautious choice`
        if at == verb + 1 && grammar.at(at)?.is(PARTICLE) && grammar.at(at + 1)?.capital() {
            at += 2;
        }
    }
    let first = grammar.at(at).filter(|t| at > verb + 1 && at < to && t.gap == SPACE)?;
    let article = grammar.says(at, Cue::CalledLeads);
    let alone = !first.is(STOP)
        && first.shape == Shape::Lower
        && (at + 1 == to || grammar.at(at + 1).is_some_and(|t| t.gap & !SPACE != 0 || grammar.says(at + 1, Cue::AndBut)));
    (article || alone).then_some(at)
}

/// Where the clause that begins at `start` ends.
pub(super) fn clause_end(grammar: &Grammar<'_>, start: usize, to: usize) -> usize {
    for at in start + 1..to {
        let Some(token) = grammar.at(at) else { return at };
        if token.gap & (SEMICOLON | DASH) != 0 {
            return at;
        }
        let word = grammar.word(at);
        if token.gap & COMMA != 0
            && (grammar.words.has(Cue::ClauseEnds, word) || (token.is(SAY) && grammar.words.cues.ends(Cue::ParticipleEnds, word)))
            && (!grammar.words.has(Cue::And, word)
                || grammar.at(at + 1).is_some_and(|t| t.is(SAY) || grammar.says(at + 1, Cue::She))
                || grammar.at(at + 1).is_some_and(Token::capital))
        {
            return at;
        }
        // `acknowledged anger by promising`
        if grammar.words.has(Cue::By, word)
            && grammar.at(at + 1).is_some_and(|t| t.is(SAY))
            && grammar.words.cues.ends(Cue::ParticipleEnds, grammar.word(at + 1))
        {
            return at;
        }
        if grammar.words.has(Cue::Although, word) || grammar.words.has(Cue::But, word) && at > start + 3 {
            return at;
        }
    }
    to
}

/// The bytes of the words `start..end`.
pub(super) fn words(grammar: &Grammar<'_>, start: usize, end: usize) -> Option<TextRange> {
    let (first, last) = (grammar.at(start)?, grammar.at(end.checked_sub(1)?)?);
    (first.start < last.end).then_some(TextRange { start: first.start, end: last.end })
}
