//! Where the clause that a verb of speech reports begins and ends.

use super::name::Grammar;
use super::token::{COMMA, DASH, POSSESSIVE, SEMICOLON, SPACE};
use crate::language::naming::SAY;

/// Where the reported clause after the verb at `verb` begins.
pub(super) fn clause(grammar: &Grammar<'_>, verb: usize, to: usize) -> Option<usize> {
    let next = grammar.at(verb + 1).filter(|_| verb + 1 < to)?;
    if next.gap != SPACE {
        return None;
    }
    let word = grammar.word(verb + 1);
    if word == "that" {
        return Some(verb + 1);
    }
    let said = grammar.word(verb);
    let stem = |stems: &[&str]| stems.iter().any(|stem| said.starts_with(stem));
    if word == "to" && stem(&["promis", "vow", "pledg", "threaten", "claim", "swor", "offer", "agree"]) {
        return Some(verb + 1);
    }
    // `told reporters that`, `urged both sides to`
    if stem(&["told", "tell", "warn", "urg", "inform", "remind", "assur", "ask", "call"]) {
        for at in verb + 1..(verb + 7).min(to) {
            let token = grammar.at(at)?;
            if token.gap & !(SPACE | POSSESSIVE) != 0 {
                break;
            }
            if grammar.word(at) == "that" || (grammar.word(at) == "to" && stem(&["urg", "warn", "ask", "call", "told"]) && at > verb + 1) {
                return Some(at);
            }
        }
    }
    // `said he would`, `declared they will`
    let clausal = [
        "said", "says", "saying", "say", "declared", "claimed", "claiming", "insisted", "argued", "added", "believes", "believed", "claims", "thinks", "hoped",
        "hopes",
    ];
    if (clausal.contains(&said) || stem(&["declar", "predict"]))
        && (matches!(word, "he" | "she" | "they" | "it" | "there" | "we" | "his" | "her" | "their" | "the" | "any" | "no" | "both") || next.capital())
    {
        return Some(verb + 1);
    }
    let nominal = ["acknowledg", "propos", "denied", "denies", "deny", "threatening", "admit", "demanded", "predict", "promis"];
    (stem(&nominal)
        && (matches!(word, "a" | "an" | "the" | "any" | "public" | "having" | "all" | "new" | "no" | "his" | "her" | "their") || word.ends_with("ing")))
    .then_some(verb + 1)
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
            && (matches!(word, "though" | "although" | "but" | "while" | "according" | "after" | "whereas" | "when" | "as" | "which")
                || (token.is(SAY) && word.ends_with("ing")))
        {
            return at;
        }
        if matches!(word, "although" | "though") || word == "but" && at > start + 3 {
            return at;
        }
    }
    to
}
