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
    if grammar.says(verb + 1, Cue::That) {
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
    let infinitive = grammar.says(verb + 1, Cue::To) || grammar.says(verb + 1, Cue::Not) && grammar.says(verb + 2, Cue::To);
    if infinitive && stem(Cue::PromiseStems) {
        return Some(verb + 1);
    }
    // `asked whether`, `explained why`
    if grammar.says(verb + 1, Cue::Whether) || grammar.says(verb + 1, Cue::AskedClauses) && stem(Cue::AskStems) {
        return Some(verb + 1);
    }
    // `called on the Committee to send`
    if grammar.says(verb, Cue::Calls) && grammar.says(verb + 1, Cue::On) {
        return urged(grammar, verb + 2, to);
    }
    // `called the draft premature`, `described it as a coup`
    if grammar.says(verb, Cue::Calls) {
        return naming(grammar, verb, to);
    }
    // `said on Tuesday that`, `wrote to the Ministry that`
    if grammar.says(verb + 1, Cue::WhenLeads) && !(infinitive && plain_form(grammar, verb + 2)) || next.is(MONTH) {
        for at in verb + 2..(verb + 12).min(to) {
            let token = grammar.at(at)?;
            if grammar.says(at, Cue::That) && token.gap & !(SPACE | COMMA) == 0 {
                return Some(at);
            }
            // `promised in February to publish`
            if grammar.says(at, Cue::To) && stem(Cue::VowStems) && at > verb + 2 && plain_form(grammar, at + 1) {
                return Some(at);
            }
            // `said in French, then in Dutch, that`
            if token.gap & !(SPACE | POSSESSIVE | HYPHEN | COMMA) != 0 || token.gap & COMMA != 0 && !grammar.says(at, Cue::AsideLeads) {
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
        for at in verb + 1..(verb + 9).min(to) {
            let token = grammar.at(at)?;
            let abbreviated = token.gap == SPACE | DOT && grammar.at(at - 1).is_some_and(|t| t.is(ABBREVIATION));
            if token.gap & !(SPACE | POSSESSIVE) != 0 && !abbreviated {
                break;
            }
            let asks = stem(Cue::AskStems) && at > verb + 1 && (grammar.says(at, Cue::Whether) || grammar.says(at, Cue::AskedClauses));
            if grammar.says(at, Cue::That)
                || (grammar.says(at, Cue::To) && stem(Cue::UrgeStems) && at > verb + 1 && plain_form(grammar, at + 1))
                || grammar.says(at, Cue::WarnedOf) && stem(Cue::WarnStems)
                || asks
            {
                return Some(at);
            }
        }
        // `told Le Fleuve the court had settled it`
        if (grammar.says(verb, Cue::Told) || grammar.says(verb, Cue::Tells))
            && let Some(behind) = behind_listener(grammar, verb + 1, to)
            && states(grammar, behind, to)
        {
            return Some(behind);
        }
    }
    // `said he would`, `declared they will`
    let clausal = grammar.says(verb, Cue::Clausal);
    // `warned New York in January`: whom, and no clause.
    let whom = grammar.says(verb, Cue::Warned)
        && next.capital()
        && !(verb + 2..(verb + 9).min(to))
            .take_while(|at| grammar.at(*at).is_some_and(|t| t.gap & !(SPACE | HYPHEN | POSSESSIVE) == 0))
            .any(|at| grammar.at(at).is_some_and(|t| t.is(AUXILIARY)));
    if !whom && (clausal || stem(Cue::DeclareStems)) && (grammar.says(verb + 1, Cue::BareClause) || next.capital()) {
        return Some(verb + 1);
    }
    // `said negotiations had stalled`, `denies it has met them`, `said one rotten mango did not make an orchard`
    if (clausal || stem(Cue::DenyStems))
        && (!next.is(STOP) || grammar.says(verb + 1, Cue::ClauseSubjects))
        && (verb + 2..(verb + 8).min(to))
            .take_while(|at| grammar.at(*at).is_some_and(|t| t.gap & !(SPACE | HYPHEN | POSSESSIVE) == 0))
            .any(|at| grammar.at(at).is_some_and(|t| t.is(AUXILIARY)))
    {
        return Some(verb + 1);
    }
    (stem(Cue::NominalStems) && (grammar.says(verb + 1, Cue::NominalLeads) || grammar.words.cues.ends(Cue::ParticipleEnds, word))).then_some(verb + 1)
}

/// `the Committee to send`: where what somebody is asked to do begins, behind whoever is asked.
fn urged(grammar: &Grammar<'_>, from: usize, to: usize) -> Option<usize> {
    let near = |at: &usize| grammar.at(*at).is_some_and(|t| t.gap & !(SPACE | POSSESSIVE | HYPHEN) == 0);
    (from + 1..(from + 8).min(to)).take_while(near).find(|at| grammar.says(*at, Cue::To) && plain_form(grammar, at + 1))
}

/// Whether a verb in its plain form may stand at `at`, as after `to`.
fn plain_form(grammar: &Grammar<'_>, at: usize) -> bool {
    grammar.at(at).is_some_and(|t| t.gap == SPACE && t.shape == Shape::Lower && (!t.is(STOP) || t.is(AUXILIARY) || grammar.says(at, Cue::PlainHelpers)))
}

/// Where whoever is told something ends: `reporters`, `me`, a name.
fn behind_listener(grammar: &Grammar<'_>, at: usize, to: usize) -> Option<usize> {
    let mut end = at;
    if grammar.says(end, Cue::Listeners) {
        return Some(end + 1);
    }
    if grammar.says(end, Cue::AnyArticle) {
        end += 1;
    }
    let first = end;
    while end < to && end < first + 5 && grammar.at(end).is_some_and(|t| t.gap & !(SPACE | HYPHEN) == 0 && t.capital()) {
        end += 1;
    }
    (end > first).then_some(end)
}

/// Whether a clause with a finite verb begins at `at`: `the court had settled it`.
fn states(grammar: &Grammar<'_>, at: usize, to: usize) -> bool {
    let opens = grammar.says(at, Cue::StatementLeads);
    opens
        && grammar.at(at).is_some_and(|t| t.gap == SPACE)
        && (at + 1..(at + 9).min(to))
            .take_while(|i| grammar.at(*i).is_some_and(|t| t.gap & !(SPACE | HYPHEN | POSSESSIVE) == 0))
            .any(|i| grammar.at(i).is_some_and(|t| t.is(AUXILIARY)))
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
            && (grammar.says(at, Cue::ClauseEnds) || (token.is(SAY) && grammar.words.cues.ends(Cue::ParticipleEnds, word)))
            && (!grammar.says(at, Cue::And)
                || grammar.at(at + 1).is_some_and(|t| t.is(SAY) || grammar.says(at + 1, Cue::She))
                || grammar.at(at + 1).is_some_and(Token::capital)
                || another_says(grammar, start, at + 1))
        {
            return at;
        }
        // `acknowledged anger by promising`
        if grammar.says(at, Cue::By) && grammar.at(at + 1).is_some_and(|t| t.is(SAY)) && grammar.words.cues.ends(Cue::ParticipleEnds, grammar.word(at + 1)) {
            return at;
        }
        if grammar.says(at, Cue::Although) || grammar.says(at, Cue::But) && at > start + 3 {
            return at;
        }
    }
    to
}

/// `asked to look into it, and the Netherlands answered`: whether the words from `at` on are a clause of its own behind the one that begins at `start`.
fn another_says(grammar: &Grammar<'_>, start: usize, at: usize) -> bool {
    let infinitive = grammar.says(start, Cue::To);
    (at + 1..at + 5).take_while(|i| grammar.at(*i).is_some_and(|t| t.gap & !(SPACE | HYPHEN) == 0)).any(|i| {
        grammar.at(i).is_some_and(|t| t.shape == Shape::Lower && t.is(SAY) || infinitive && t.is(AUXILIARY))
            && !grammar.at(i).is_some_and(|t| t.is(STOP) && !t.is(AUXILIARY))
    })
}

/// The bytes of the words `start..end`.
pub(super) fn words(grammar: &Grammar<'_>, start: usize, end: usize) -> Option<TextRange> {
    let (first, last) = (grammar.at(start)?, grammar.at(end.checked_sub(1)?)?);
    (first.start < last.end).then_some(TextRange { start: first.start, end: last.end })
}
