//! Where the clause that a verb of speech reports begins and ends.

use super::name::Grammar;
use super::token::{COMMA, DASH, DOT, HYPHEN, POSSESSIVE, SEMICOLON, SPACE, Shape, Token};
use crate::language::naming::{ABBREVIATION, AUXILIARY, MONTH, PARTICLE, SAY, STOP};

/// Where the reported clause after the verb at `verb` begins.
pub(super) fn clause(grammar: &Grammar<'_>, verb: usize, to: usize) -> Option<usize> {
    let next = grammar.at(verb + 1).filter(|_| verb + 1 < to)?;
    let word = grammar.word(verb + 1);
    if word == "that" {
        return Some(verb + 1);
    }
    // `warned, though, that`
    if let Some(that) = (verb + 2..(verb + 4).min(to)).find(|at| grammar.word(*at) == "that" && grammar.at(*at).is_some_and(|t| t.gap & COMMA != 0))
        && next.gap & COMMA != 0
    {
        return Some(that);
    }
    if next.gap != SPACE {
        return None;
    }
    let said = grammar.word(verb);
    let stem = |stems: &[&str]| stems.iter().any(|stem| said.starts_with(stem));
    let infinitive = word == "to" || word == "not" && grammar.word(verb + 2) == "to";
    if infinitive && stem(&["promis", "vow", "pledg", "threaten", "claim", "swor", "offer", "agree"]) {
        return Some(verb + 1);
    }
    // `asked whether`, `explained why`
    if matches!(word, "whether" | "why" | "how") || word == "if" && stem(&["ask"]) {
        return Some(verb + 1);
    }
    // `called the draft premature`, `described it as a coup`
    if matches!(said, "called" | "calls" | "described" | "describes") {
        return naming(grammar, verb, to);
    }
    // `said on Tuesday that`
    if matches!(word, "on" | "in" | "at" | "after" | "during" | "last" | "this" | "by" | "through") || next.is(MONTH) {
        for at in verb + 2..(verb + 10).min(to) {
            let token = grammar.at(at)?;
            if grammar.word(at) == "that" && token.gap & !(SPACE | COMMA) == 0 {
                return Some(at);
            }
            if token.gap & !(SPACE | POSSESSIVE | HYPHEN) != 0 {
                break;
            }
            // `said on Monday it had struck oil`
            if at > verb + 1
                && grammar.at(at - 1).is_some_and(|t| t.is(MONTH))
                && said.starts_with("sa")
                && (matches!(grammar.word(at), "he" | "she" | "they" | "it" | "there" | "we" | "his" | "her" | "its" | "their" | "the")
                    || token.capital() && !token.is(MONTH))
            {
                return Some(at);
            }
        }
    }
    // `told reporters that`, `urged both sides to`
    if stem(&["told", "tell", "warn", "urg", "inform", "remind", "assur", "ask", "call"]) {
        for at in verb + 1..(verb + 7).min(to) {
            let token = grammar.at(at)?;
            let abbreviated = token.gap == SPACE | DOT && grammar.at(at - 1).is_some_and(|t| t.is(ABBREVIATION));
            if token.gap & !(SPACE | POSSESSIVE) != 0 && !abbreviated {
                break;
            }
            if grammar.word(at) == "that"
                || (grammar.word(at) == "to" && stem(&["urg", "warn", "ask", "call", "told"]) && at > verb + 1)
                || grammar.word(at) == "against" && stem(&["warn"])
            {
                return Some(at);
            }
        }
    }
    // `said he would`, `declared they will`
    let clausal = [
        "said",
        "says",
        "saying",
        "say",
        "declared",
        "claimed",
        "claiming",
        "insisted",
        "argued",
        "added",
        "believes",
        "believed",
        "claims",
        "thinks",
        "hoped",
        "hopes",
        "noted",
        "replied",
        "conceded",
        "complained",
        "warned",
    ];
    // `warned New York in January`: whom, and no clause.
    let whom = said == "warned"
        && next.capital()
        && !(verb + 2..(verb + 9).min(to))
            .take_while(|at| grammar.at(*at).is_some_and(|t| t.gap & !(SPACE | HYPHEN | POSSESSIVE) == 0))
            .any(|at| grammar.at(at).is_some_and(|t| t.is(AUXILIARY)));
    if !whom
        && (clausal.contains(&said) || stem(&["declar", "predict"]))
        && (matches!(word, "he" | "she" | "they" | "it" | "there" | "we" | "his" | "her" | "their" | "the" | "any" | "no" | "both") || next.capital())
    {
        return Some(verb + 1);
    }
    // `said negotiations had stalled`
    if clausal.contains(&said)
        && !next.is(STOP)
        && (verb + 2..(verb + 8).min(to))
            .take_while(|at| grammar.at(*at).is_some_and(|t| t.gap & !(SPACE | HYPHEN | POSSESSIVE) == 0))
            .any(|at| grammar.at(at).is_some_and(|t| t.is(AUXILIARY)))
    {
        return Some(verb + 1);
    }
    let nominal = ["acknowledg", "propos", "denied", "denies", "deny", "threatening", "admit", "demanded", "predict", "promis"];
    (stem(&nominal)
        && (matches!(word, "a" | "an" | "the" | "any" | "public" | "having" | "all" | "new" | "no" | "his" | "her" | "their") || word.ends_with("ing")))
    .then_some(verb + 1)
}

/// `called X a choice`, `called the draft premature`, `described it as a coup`: where what X is called begins.
fn naming(grammar: &Grammar<'_>, verb: usize, to: usize) -> Option<usize> {
    let mut at = verb + 1;
    if grammar.word(verb).starts_with("describ") {
        return (at + 1..(at + 9).min(to))
            .take_while(|i| grammar.at(*i).is_some_and(|t| t.gap & !(SPACE | HYPHEN | POSSESSIVE) == 0))
            .find(|i| grammar.word(*i) == "as")
            .map(|i| i + 1)
            .filter(|i| *i < to);
    }
    match grammar.word(at) {
        "it" | "him" | "her" | "them" | "this" | "these" => at += 1,
        "that" => return None,
        "the" | "his" | "its" | "their" => at += 2,
        _ => {
            while at < to && grammar.at(at)?.capital() && grammar.at(at)?.joins() {
                at += 1;
            }
            // `called al-Manfī a cautious choice`
            if at == verb + 1 && grammar.at(at)?.is(PARTICLE) && grammar.at(at + 1)?.capital() {
                at += 2;
            }
        }
    }
    let first = grammar.at(at).filter(|t| at > verb + 1 && at < to && t.gap == SPACE)?;
    let article = matches!(grammar.word(at), "a" | "an" | "the" | "one" | "no" | "too");
    let alone = !first.is(STOP)
        && first.shape == Shape::Lower
        && (at + 1 == to || grammar.at(at + 1).is_some_and(|t| t.gap & !SPACE != 0 || matches!(grammar.word(at + 1), "and" | "but")));
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
            && (matches!(word, "though" | "although" | "but" | "while" | "according" | "after" | "whereas" | "when" | "as" | "which" | "and")
                || (token.is(SAY) && word.ends_with("ing")))
            && (word != "and"
                || grammar.at(at + 1).is_some_and(|t| t.is(SAY) || matches!(grammar.word(at + 1), "he" | "she"))
                || grammar.at(at + 1).is_some_and(Token::capital))
        {
            return at;
        }
        // `acknowledged anger by promising`
        if word == "by" && grammar.at(at + 1).is_some_and(|t| t.is(SAY)) && grammar.word(at + 1).ends_with("ing") {
            return at;
        }
        if matches!(word, "although" | "though") || word == "but" && at > start + 3 {
            return at;
        }
    }
    to
}
