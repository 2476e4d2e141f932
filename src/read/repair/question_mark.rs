//! The lost question mark of a question.

use super::super::evidence::{Ending, ending};
use super::{Context, lower};
use crate::language::Cue;
use crate::model::Role;

/// Words among which the auxiliary verb must stand: "What kind of law does".
const NEAR: usize = 6;

/// At the end of a question that is one by its grammar: a topic such as "What we know" or "Why it matters" is left as it is.
pub(super) fn find(context: &Context<'_>, places: &mut Vec<usize>) {
    if !context.document.known || context.role != Role::Question || ending(context.text) != Ending::Open || context.tokens.len() < 3 {
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
    let cues = &context.words.cues;
    while at < 2 && words.get(at).is_some_and(|word| cues.has(Cue::AskedUnder, word)) {
        at += 1;
    }
    let Some(first) = words.get(at) else { return false };
    if is_aux(at) {
        return at == 0 || words.first().is_some_and(|word| cues.has(Cue::AskedAfter, word));
    }
    let Some(next) = words.get(at + 1) else { return false };
    let topic = context.words.not_asked.contains(next.as_str());
    let aux_near = || (at + 2..at + 1 + NEAR).any(is_aux);
    let asked = |cue| cues.has(cue, first);
    if asked(Cue::AskedWith) {
        true
    } else if asked(Cue::AskedWhat) {
        is_aux(at + 1) || context.words.question_verbs.contains(next.as_str()) || (!topic && aux_near())
    } else if asked(Cue::AskedWho) {
        !topic
    } else if asked(Cue::AskedWhich) {
        !cues.has(Cue::AskedIs, next) && (!topic || is_aux(at + 2))
    } else if asked(Cue::AskedHow) {
        is_aux(at + 1) || (!topic && aux_near())
    } else if asked(Cue::AskedWhy) {
        is_aux(at + 1) || cues.has(Cue::Not, next) || (!topic && context.tokens.get(at + 1).is_some_and(|token| !token.high) && !aux_near())
    } else {
        asked(Cue::AskedWhen) && is_aux(at + 1)
    }
}
