//! Who spoke: the subject of the verb of speech beside the words, a name before or after them, a pronoun where only one person can be meant.

use super::inverted::is_adjective;
use super::{Found, Listener, REACH, Scene, preposition};
use crate::actors::candidate::{Speaker, Spot};
use crate::actors::marks::Quoted;
use crate::actors::token::{CLOSE, COLON, COMMA, HEAD, OPEN, POSSESSIVE, QUOTE, SEMICOLON, SPACE, Shape};
use crate::language::naming::{AUXILIARY, OFFICE, ROLE, SAY, STOP, TITLE_MODIFIER};
use crate::language::{Cue, Order};
use crate::model::{Certainty, Naming};
use crate::text::TextRange;

/// Words between a verb of calling and what something is called, and the verb, at most.
const CALLED: usize = 5;

impl Listener<'_> {
    /// Who speaks the quotation in the sentence `from..to`.
    pub(super) fn speaker(&mut self, scene: &Scene<'_>, quote: Quoted, from: usize, spoken: &[bool]) -> Option<Found> {
        let grammar = scene.grammar;
        // After it: `said X`, `X said`.
        let mut after_end = quote.last;
        while after_end < grammar.tokens.len()
            && after_end < quote.last + 16
            && !spoken.get(after_end).copied().unwrap_or_default()
            && (after_end == quote.last || grammar.tokens[after_end].gap & (HEAD | SEMICOLON) == 0)
        {
            after_end += 1;
        }
        // What follows a full stop within the marks is a sentence of its own, unless it is the cue in small letters.
        let stopped = quote.range.of(grammar.text).trim_end().ends_with(['.', '!', '?']);
        let follows = grammar.at(quote.last).is_some_and(|t| t.gap & HEAD == 0 || stopped && t.is(SAY)) && quote.last < after_end;
        let before = self.cue_before(scene, quote.first, from, spoken);
        let head_first = grammar.words.order == Order::HeadFirst;
        if follows
            && before.is_none()
            && head_first
            && let Some(found) = self.inverted(scene, quote.last, after_end)
        {
            return Some(found);
        }
        if follows && before.is_none() {
            for verb in quote.last..after_end {
                let Some(token) = grammar.at(verb) else { break };
                if !(token.is(SAY) && token.shape == Shape::Lower) {
                    continue;
                }
                if verb == quote.last {
                    return self.speaker_after(scene, verb, after_end);
                }
                let found = self.subject(scene, verb, quote.last);
                if found.is_some() {
                    return found;
                }
                break;
            }
        }
        if before.is_none() && grammar.at(quote.first).is_some_and(|t| t.gap & COLON != 0) {
            return self.opening(scene, quote.first, from, spoken);
        }
        // `Mawere calls it “...”`, `called the list “...”`
        let phrase = quote.last - quote.first >= 4 && grammar.at(quote.first).is_some_and(|t| t.shape == Shape::Lower);
        if before.is_none()
            && phrase
            && let Some(verb) = (from..quote.first).rev().take(CALLED).find(|at| grammar.says(*at, Cue::Calls))
            && grammar.at(verb).is_some_and(|t| t.shape == Shape::Lower && t.gap == SPACE)
            && (verb + 1..quote.first).all(|at| grammar.at(at).is_some_and(|t| t.gap == SPACE && !t.is(SAY | AUXILIARY)))
            && let Some(found) = self.subject(scene, verb, from)
        {
            return Some(found);
        }
        let (verb, colon) = before?;
        if colon {
            // `Lindqvist: “...”`
            let spot = scene.placed.at(verb)?;
            return Some((Speaker::At(scene.block, spot.range), Certainty::Certain, Some(spot.range)));
        }
        let cue = grammar.at(verb).map(|token| TextRange { start: token.start, end: token.end });
        self.subject(scene, verb, from).or(Some((Speaker::Nobody, Certainty::Certain, cue)))
    }

    /// `Her colleague, X, was not so sure: “...”`: the only person of what opens the quotation at `first`.
    fn opening(&self, scene: &Scene<'_>, first: usize, from: usize, spoken: &[bool]) -> Option<Found> {
        if first - from > REACH || (from..first).any(|at| spoken.get(at).copied().unwrap_or_default()) {
            return None;
        }
        let mut persons = (from..first).filter_map(|at| scene.placed.at(at).filter(|spot| self.is_person(*spot)).map(|spot| (at, spot)));
        let (at, spot) = persons.next()?;
        let alone = persons.all(|(_, other)| other.entity == spot.entity) && !preposition(scene.grammar, at);
        alone.then_some((Speaker::At(scene.block, spot.range), Certainty::Inferred, None))
    }

    /// The verb of speech that opens the quotation at `first`; or the word before a colon.
    fn cue_before(&self, scene: &Scene<'_>, first: usize, from: usize, spoken: &[bool]) -> Option<(usize, bool)> {
        let grammar = scene.grammar;
        for at in (from..first).rev().take(16) {
            if spoken.get(at).copied().unwrap_or_default() {
                return None;
            }
            let token = grammar.at(at)?;
            // `X insisted; “we are,” Y replied`
            if grammar.at(at + 1)?.gap & SEMICOLON != 0 {
                return None;
            }
            if token.is(SAY) && token.shape == Shape::Lower {
                return Some((at, false));
            }
            // `Lindqvist: “...”`, and not `Lindqvist told the Times: “...”`.
            if at + 1 == first
                && grammar.at(first)?.gap & COLON != 0
                && scene.placed.at(at).is_some()
                && !(from..at).any(|i| grammar.at(i).is_some_and(|t| t.is(SAY) && t.shape == Shape::Lower))
            {
                return Some((at, true));
            }
        }
        None
    }

    /// `said X`: who is named after the verb.
    pub(super) fn speaker_after(&mut self, scene: &Scene<'_>, verb: usize, end: usize) -> Option<Found> {
        let grammar = scene.grammar;
        let cue = |spot: Spot| grammar.at(verb).map(|token| TextRange { start: token.start, end: spot.range.end });
        let head_first = grammar.words.order == Order::HeadFirst;
        if grammar.says(verb + 1, Cue::She) {
            return self.pronoun(scene, verb, verb + 1);
        }
        for at in verb + 1..end {
            let token = grammar.at(at)?;
            let titled = || head_first && (at + 1..at + 3).any(|next| scene.placed.at(next).is_some_and(|spot| self.is_person(spot)));
            if token.gap & COMMA != 0 && scene.placed.at(at).is_none() && at > verb + 1 && !titled() {
                break;
            }
            let Some(spot) = scene.placed.at(at) else { continue };
            if head_first && is_adjective(spot) && grammar.is(at.wrapping_sub(1), OFFICE) {
                return Some(self.adjective_speaks(scene, spot, verb));
            }
            let follower = grammar.at(grammar.tokens.partition_point(|t| t.start < spot.range.end));
            if spot.naming == Naming::Demonym || preposition(grammar, at) || follower.is_some_and(|t| t.gap & POSSESSIVE != 0) {
                continue;
            }
            if self.is_person(spot) {
                self.person = Some((scene.block, spot.range));
            } else if !head_first && follower.is_some_and(|t| t.gap == SPACE && t.shape == Shape::Lower && !t.is(STOP | AUXILIARY)) {
                // `said NATO officials`: nobody by name.
                return Some((Speaker::Nobody, Certainty::Certain, cue(spot)));
            }
            return Some((Speaker::At(scene.block, spot.range), Certainty::Certain, cue(spot)));
        }
        let range = grammar.at(verb).map(|t| TextRange { start: t.start, end: t.end });
        // `said the minister`
        if grammar.says(verb + 1, Cue::The)
            && let Some(noun) = (verb + 2..(verb + 5).min(end)).find(|at| grammar.at(*at).is_some_and(|t| t.is(ROLE)))
            && let Some(found) = self.holder(scene, noun, noun)
        {
            return Some(found);
        }
        Some((Speaker::Nobody, Certainty::Certain, range))
    }

    pub(super) fn pronoun(&self, scene: &Scene<'_>, verb: usize, at: usize) -> Option<Found> {
        let (first, last) = (scene.grammar.at(verb.min(at))?, scene.grammar.at(verb.max(at))?);
        let cue = Some(TextRange { start: first.start, end: last.end });
        match self.person {
            Some((block, range)) if block.0 + 1 >= scene.block.0 => Some((Speaker::At(block, range), Certainty::Inferred, cue)),
            _ if self.only_person(scene, at).is_some() => {
                self.only_person(scene, at).map(|spot| (Speaker::At(scene.block, spot.range), Certainty::Inferred, cue))
            }
            _ => Some((Speaker::Nobody, Certainty::Certain, cue)),
        }
    }

    /// `It denies that`: the body or state that the sentence before began with.
    fn neuter(&self, scene: &Scene<'_>, verb: usize, at: usize) -> Option<Found> {
        let (first, last) = (scene.grammar.at(at)?, scene.grammar.at(verb)?);
        let cue = Some(TextRange { start: first.start, end: last.end });
        let (block, range) = self.body.filter(|(block, _)| *block == scene.block)?;
        Some((Speaker::At(block, range), Certainty::Inferred, cue))
    }

    /// `the minister added`: the one person before whom the text calls so.
    fn holder(&self, scene: &Scene<'_>, noun: usize, verb: usize) -> Option<Found> {
        let grammar = scene.grammar;
        let mut article = noun;
        while article > 0 && noun - article < 3 && scene.placed.at(article - 1).is_none() && grammar.at(article - 1).is_some_and(|t| t.is(TITLE_MODIFIER)) {
            article -= 1;
        }
        let article = article.checked_sub(1).filter(|at| grammar.says(*at, Cue::Articles))?;
        let office = self.offices.get(&grammar.word(noun).to_lowercase())?;
        let (block, range) = office.before(scene.block, grammar.at(article)?.start)?;
        let cue = TextRange { start: grammar.at(article)?.start, end: grammar.at(verb)?.end };
        Some((Speaker::At(block, range), Certainty::Inferred, Some(cue)))
    }

    /// `I spoke with X, and she told me`: the only person whom the sentence names before `at`.
    fn only_person(&self, scene: &Scene<'_>, at: usize) -> Option<Spot> {
        let from = (at.saturating_sub(REACH)..=at).rev().find(|i| scene.grammar.at(*i).is_some_and(|t| t.gap & HEAD != 0))?;
        let mut persons = (from..at).filter_map(|i| scene.placed.at(i)).filter(|spot| self.is_person(*spot));
        let first = persons.next()?;
        persons.all(|spot| spot.entity == first.entity).then_some(first)
    }

    /// Who does what the verb at `verb` says, not looked for before `from`.
    pub(super) fn subject(&mut self, scene: &Scene<'_>, verb: usize, from: usize) -> Option<Found> {
        let grammar = scene.grammar;
        let token = grammar.at(verb)?;
        let participle = grammar.words.cues.ends(Cue::ParticipleEnds, grammar.word(verb));
        let mut at = verb;
        // Auxiliaries and adverbs before the verb.
        while at > from
            && let Some(before) = grammar.at(at - 1)
            && grammar.at(at)?.gap == SPACE
            && (before.is(AUXILIARY) || (grammar.words.cues.ends(Cue::AdverbEnds, grammar.word(at - 1)) && before.shape == Shape::Lower))
        {
            at -= 1;
        }
        // `used to say`, `went on to say`, `was quoted as saying`
        while at > from + 2
            && grammar.says(at - 1, Cue::AsTo)
            && grammar.at(at - 2).is_some_and(|t| t.shape == Shape::Lower && !t.is(ROLE) && !t.is(SAY) || grammar.says(at - 2, Cue::Quoted))
        {
            at -= 2;
            while at > from
                && grammar.at(at - 1).is_some_and(|t| t.is(AUXILIARY) || t.shape == Shape::Lower && grammar.says(at, Cue::On))
                && grammar.at(at)?.gap == SPACE
            {
                at -= 1;
            }
        }
        let participle = participle && at + 1 >= verb;
        if at == from && from > 0 && !participle {
            return None;
        }
        // `Mr. Silva (Brazil) asked`
        if grammar.at(at)?.gap & CLOSE != 0
            && let Some(open) = (from..at).rev().take(8).find(|i| grammar.at(*i).is_some_and(|t| t.gap & OPEN != 0))
        {
            at = open;
        }
        let commaed = grammar.at(at)?.gap & COMMA != 0;
        if at > from && !commaed && !participle {
            let before = grammar.at(at - 1)?;
            if grammar.says(at - 1, Cue::AnyShe) {
                return self.pronoun(scene, verb, at - 1);
            }
            if grammar.says(at - 1, Cue::It) {
                return self.neuter(scene, verb, at - 1);
            }
            if grammar.words.order == Order::HeadFirst
                && let Some(spot) = scene.placed.at(at - 1).filter(|spot| is_adjective(*spot))
            {
                return Some(self.adjective_speaks(scene, spot, verb));
            }
            if scene.placed.at(at - 1).is_none() && before.gap & COMMA == 0 {
                return self.common_subject(scene, at - 1, from, verb);
            }
        }
        // `the Corps, whose commander, Zoran Perić, denied`: the name between the commas.
        if commaed
            && let Some(spot) = at.checked_sub(1).and_then(|last| scene.placed.at(last))
            && self.is_person(spot)
            && at > from + 1
        {
            let first = (from..at).rev().find(|j| grammar.at(*j).is_some_and(|t| t.start <= spot.range.start)).unwrap_or(at - 1);
            if first > from && grammar.at(first)?.gap & COMMA != 0 {
                self.person = Some((scene.block, spot.range));
                let cue = TextRange { start: spot.range.start, end: token.end };
                return Some((Speaker::At(scene.block, spot.range), Certainty::Certain, Some(cue)));
            }
        }
        // `Mbeki, who advised the Union, added`: what stands in the relative clause does not speak. Nor, as one, do the examples in
        // `nine powers, among them France and Russia, agreed`.
        let mut until = at;
        if commaed && let Some(who) = (from..at).rev().take(REACH).find(|i| grammar.at(*i).is_some_and(|t| t.gap & COMMA != 0) && grammar.says(*i, Cue::Asides))
        {
            until = who;
        }
        // `Prado, an OAS spokeswoman, said`: nor what stands in an apposition that says what she is.
        if commaed
            && until == at
            && let Some(open) = (from + 1..at).rev().take(REACH).find(|i| grammar.at(*i).is_some_and(|t| t.gap & COMMA != 0))
            && (grammar.says(open, Cue::RoleLeads) || grammar.words.order == Order::HeadFirst && (grammar.opens_role(open) || grammar.is(open, TITLE_MODIFIER)))
            && (open..at).any(|i| grammar.at(i).is_some_and(|t| t.is(ROLE)))
            && scene.placed.at(open - 1).is_some_and(|spot| self.is_person(spot))
        {
            until = open;
        }
        let mut pronoun = None;
        let mut near = at;
        for i in (from..until).rev().take(REACH) {
            let here = grammar.at(i)?;
            if i + 1 < until && grammar.at(i + 1)?.gap & (SEMICOLON | COLON | QUOTE) != 0 && !participle {
                break;
            }
            if participle && grammar.says(i, Cue::AnyShe) {
                pronoun = Some(i);
            }
            let Some(spot) = scene.placed.at(i) else { continue };
            let after = grammar.at(i + 1);
            if here.end < spot.range.end || spot.naming == Naming::Demonym || after.is_some_and(|t| t.gap & POSSESSIVE != 0) {
                continue;
            }
            let first = (from..=i).rev().find(|j| grammar.at(*j).is_some_and(|t| t.start <= spot.range.start)).unwrap_or(i);
            if preposition(grammar, first) {
                // `X of the Y said`
                if i + 1 == near && !commaed {
                    near = first - 1 - usize::from(grammar.says(first - 1, Cue::Articles));
                }
                continue;
            }
            // The object of a verb is not who speaks: `told Reuters that X, adding`.
            if participle
                && first > from
                && grammar.at(first - 1).is_some_and(|t| t.shape == Shape::Lower && !t.is(ROLE))
                && grammar.at(first)?.gap == SPACE
                && first > from + 1
            {
                continue;
            }
            if !participle && !commaed && i + 1 != near && grammar.at(i + 1).is_some_and(|t| t.gap & COMMA == 0) {
                return self.common_subject(scene, at - 1, from, verb);
            }
            if self.is_person(spot) {
                self.person = Some((scene.block, spot.range));
            }
            let cue = TextRange { start: spot.range.start.min(token.start), end: token.end };
            let certainty = if participle || commaed { Certainty::Inferred } else { Certainty::Certain };
            return Some((Speaker::At(scene.block, spot.range), certainty, Some(cue)));
        }
        if let Some(at) = pronoun {
            return self.pronoun(scene, verb, at);
        }
        None
    }

    /// `U.S. officials said`: the state. `A senior official said`: nobody by name.
    fn common_subject(&self, scene: &Scene<'_>, noun: usize, from: usize, verb: usize) -> Option<Found> {
        let grammar = scene.grammar;
        let last = grammar.at(verb)?;
        let word = grammar.word(noun);
        let token = grammar.at(noun)?;
        if token.is(STOP) && !token.is(ROLE) || token.shape == Shape::Number {
            return None;
        }
        if token.is(ROLE)
            && let Some(found) = self.holder(scene, noun, verb)
        {
            return Some(found);
        }
        for i in (from..noun).rev().take(4) {
            let after = grammar.at(i + 1)?;
            if after.gap & !(SPACE | POSSESSIVE) != 0 {
                break;
            }
            if let Some(spot) = scene.placed.at(i) {
                let cue = Some(TextRange { start: spot.range.start, end: last.end });
                let many = grammar.words.cues.ends(Cue::PluralEnds, word) || token.is(OFFICE) || grammar.words.has(Cue::Leadership, word);
                let alone = i == from || !grammar.says(i - 1, Cue::Few);
                // `Khartoum's foreign ministry`
                let only_titles = (i + 1..noun).all(|at| grammar.at(at).is_some_and(|t| t.is(TITLE_MODIFIER)));
                let of_state = after.gap == SPACE && i + 1 == noun || token.is(OFFICE) && only_titles;
                if many && alone && !self.is_person(spot) && of_state {
                    return Some((Speaker::At(scene.block, spot.range), Certainty::Inferred, cue));
                }
                return Some((Speaker::Nobody, Certainty::Certain, cue));
            }
        }
        Some((Speaker::Nobody, Certainty::Certain, Some(TextRange { start: token.start, end: last.end })))
    }
}
