//! The lost question mark of a question.

use super::super::evidence::{Ending, ending};
use super::{Context, lower};
use crate::model::Role;

/// Words among which the auxiliary verb must stand: "What kind of law does".
const NEAR: usize = 6;

/// At the end of a question that is one by its grammar: a topic such as "What we know" or "Why it matters" is left as it is.
pub(super) fn find(context: &Context<'_>, places: &mut Vec<usize>) {
    if !context.document.english || context.role != Role::Question || ending(context.text) != Ending::Open || context.tokens.len() < 3 {
        return;
    }
    if asks(context) {
        places.push(context.text.trim_end().len());
    }
}

fn asks(context: &Context<'_>) -> bool {
    let words: Vec<String> = context.tokens.iter().take(NEAR + 4).map(|token| lower(token.of(context.text), &mut String::new()).replace('’', "'")).collect();
    let is_aux = |at: usize| words.get(at).is_some_and(|word| context.words.auxiliaries.contains(word.as_str()));
    let mut at = 0;
    // "In what way", "So why".
    while at < 2 && words.get(at).is_some_and(|word| is_lead(word)) {
        at += 1;
    }
    let Some(first) = words.get(at) else { return false };
    if is_aux(at) {
        return at == 0 || matches!(words.first().map(String::as_str), Some("and" | "but" | "so" | "or"));
    }
    let Some(next) = words.get(at + 1) else { return false };
    let topic = context.words.not_asked.contains(next.as_str());
    let aux_near = || (at + 2..at + 1 + NEAR).any(is_aux);
    match first.as_str() {
        "whats" | "whos" | "wheres" | "hows" | "whys" | "whens" | "what's" | "who's" | "where's" | "how's" | "why's" | "when's" => true,
        "what" => is_aux(at + 1) || context.words.question_verbs.contains(next.as_str()) || (!topic && aux_near()),
        "who" | "whose" => !topic,
        "which" => next != "is" && (!topic || is_aux(at + 2)),
        "whom" => is_aux(at + 1),
        "how" => is_aux(at + 1) || (!topic && aux_near()),
        "why" => is_aux(at + 1) || next == "not" || (!topic && context.tokens.get(at + 1).is_some_and(|token| !token.high) && !aux_near()),
        "when" | "where" => is_aux(at + 1),
        _ => false,
    }
}

fn is_lead(word: &str) -> bool {
    matches!(word, "in" | "on" | "at" | "to" | "by" | "for" | "from" | "of" | "with" | "under" | "since" | "until" | "and" | "but" | "so" | "or" | "through")
}
