//! Who says what: words in quotation marks and reported clauses, with the place where their speaker is named.
//! Where no single speaker can be told, none is.

use super::candidate::{Candidates, Speaker, Speech, Spot};
use super::clause::{clause, clause_end};
use super::marks::{Quoted, inside, quoted};
use super::name::Grammar;
use super::reading::Reading;
use super::token::{COLON, COMMA, HEAD, POSSESSIVE, QUOTE, SEMICOLON, SPACE, Shape};
use crate::language::naming::{ACT, AUXILIARY, ROLE, SAY, STOP};
use crate::model::{BlockNo, Certainty, Kind, Naming, QuotationKind, Role};
use crate::text::TextRange;

/// Farthest that a cue is looked for, in words.
const REACH: usize = 40;

/// Who was found to speak, and how sure that is.
type Found = (Speaker, Certainty, Option<TextRange>);

/// Adds the quotations of the briefing.
pub(super) fn speeches(reading: &Reading<'_>, candidates: &mut Candidates) {
    let mut speeches = Vec::new();
    let mut listener = Listener { candidates, person: None, speaking: None };
    for view in &reading.views {
        if matches!(view.role, Role::Title | Role::Heading | Role::Section | Role::FaqTitle | Role::Question) {
            continue;
        }
        let grammar = reading.grammar(view);
        let from = listener.candidates.spots.partition_point(|spot| spot.block < view.block);
        let to = listener.candidates.spots.partition_point(|spot| spot.block <= view.block);
        let scene = Scene { grammar: &grammar, block: view.block, spots: from..to };
        listener.block(&scene, &mut speeches);
    }
    speeches.sort_by_key(|speech: &Speech| (speech.block, speech.range.start, speech.range.end));
    candidates.speeches = speeches;
}

struct Scene<'s> {
    grammar: &'s Grammar<'s>,
    block: BlockNo,
    spots: std::ops::Range<usize>,
}

struct Listener<'c> {
    candidates: &'c Candidates,
    /// The person whom `he` or `she` may mean: the last one who was the subject of a sentence.
    person: Option<(BlockNo, TextRange)>,
    /// Whose quotation was not closed in the block before.
    speaking: Option<Found>,
}

impl Listener<'_> {
    fn spots(&self, scene: &Scene<'_>) -> &[Spot] {
        self.candidates.spots.get(scene.spots.clone()).unwrap_or_default()
    }

    fn spot_at(&self, scene: &Scene<'_>, token: usize) -> Option<Spot> {
        let token = scene.grammar.at(token)?;
        let spots = self.spots(scene);
        let at = spots.partition_point(|spot| spot.range.end <= token.start);
        spots.get(at).filter(|spot| spot.range.start < token.end).copied()
    }

    fn is_person(&self, spot: Spot) -> bool {
        self.candidates.entities.get(spot.entity as usize).is_some_and(|entity| entity.kind == Kind::Person)
    }

    fn block(&mut self, scene: &Scene<'_>, speeches: &mut Vec<Speech>) {
        let grammar = scene.grammar;
        let quoted = quoted(grammar, self.speaking.is_some());
        let mut spoken = vec![false; grammar.tokens.len()];
        for quote in &quoted {
            for mark in spoken.get_mut(quote.first..quote.last).unwrap_or_default() {
                *mark = true;
            }
        }
        let mut next_quote = 0;
        let mut sentence = 0;
        let mut last: Option<(usize, Found)> = None;
        // The only person of the sentence before, if it begins with that person.
        let mut lone: Option<Found> = None;
        while sentence < grammar.tokens.len() {
            let mut end = sentence + 1;
            while end < grammar.tokens.len() && (grammar.tokens[end].gap & HEAD == 0 || inside(&quoted, end)) {
                end += 1;
            }
            let before = self.person;
            while let Some(quote) = quoted.get(next_quote).copied()
                && quote.first < end
            {
                next_quote += 1;
                let continued = quote.first == 0 && self.speaking.is_some();
                let found = if continued { self.speaking } else { self.speaker(scene, quote, sentence, &spoken) };
                // `“...,” said X. “...”`: the same voice goes on.
                let found = found.or_else(|| {
                    last.filter(|(to, _)| {
                        *to + 14 >= quote.first && grammar.tokens.get(quote.first).is_some_and(|t| t.gap & HEAD != 0 || quote.first == sentence)
                    })
                    .map(|(_, found)| found)
                });
                // `Noura al-Otaibi was less sure. “...”`: the one person of the sentence before.
                let found = found.or_else(|| (quote.first == sentence || grammar.at(quote.first).is_some_and(|t| t.gap & HEAD != 0)).then_some(lone).flatten());
                let words = quote.last - quote.first;
                let closed = quote.range.of(grammar.text).trim_end().ends_with(['.', ',', '!', '?', '…']);
                match found {
                    Some((speaker, certainty, cue)) if words >= 2 || closed && words == 1 => {
                        speeches.push(Speech { block: scene.block, range: quote.range, kind: QuotationKind::Direct, speaker, certainty, cue });
                        last = Some((quote.last, (speaker, certainty, None)));
                    }
                    None if closed && words >= 4 => {
                        speeches.push(Speech {
                            block: scene.block,
                            range: quote.range,
                            kind: QuotationKind::Direct,
                            speaker: Speaker::Nobody,
                            certainty: Certainty::Certain,
                            cue: None,
                        });
                    }
                    _ => {}
                }
                self.speaking = if quote.unclosed { found } else { None };
            }
            self.reported(scene, sentence, end, &spoken, speeches);
            lone = self.lone_person(scene, sentence, end, &spoken);
            if self.person == before
                && let Some(subject) = self.first_person(scene, sentence, end, &spoken)
            {
                self.person = Some((scene.block, subject.range));
            }
            sentence = end;
        }
        if quoted.is_empty() {
            self.speaking = None;
        }
    }

    /// The person with whom a sentence without quotation begins, where it names no other.
    fn lone_person(&self, scene: &Scene<'_>, from: usize, to: usize, spoken: &[bool]) -> Option<Found> {
        if to - from > REACH || (from..to).any(|at| spoken.get(at).copied().unwrap_or_default()) {
            return None;
        }
        let first = (from..(from + 3).min(to)).find_map(|at| self.spot_at(scene, at)).filter(|spot| self.is_person(*spot))?;
        let (start, end) = (scene.grammar.at(from)?.start, scene.grammar.at(to.checked_sub(1)?)?.end);
        let spots = self.spots(scene);
        let within = spots.get(spots.partition_point(|spot| spot.range.start < start)..)?;
        let alone = within.iter().take_while(|spot| spot.range.end <= end).all(|spot| !self.is_person(*spot) || spot.entity == first.entity);
        alone.then_some((Speaker::At(scene.block, first.range), Certainty::Inferred, None))
    }

    /// The first person of a sentence that is no object of a preposition.
    fn first_person(&self, scene: &Scene<'_>, from: usize, to: usize, spoken: &[bool]) -> Option<Spot> {
        (from..to.min(from + REACH)).filter(|at| !spoken.get(*at).copied().unwrap_or_default()).find_map(|at| {
            let spot = self.spot_at(scene, at)?;
            (self.is_person(spot) && !preposition(scene.grammar, at)).then_some(spot)
        })
    }

    /// Who speaks the quotation in the sentence `from..to`.
    fn speaker(&mut self, scene: &Scene<'_>, quote: Quoted, from: usize, spoken: &[bool]) -> Option<Found> {
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
        let follows = grammar.at(quote.last).is_some_and(|t| !stopped || t.gap & HEAD == 0 || t.is(SAY)) && quote.last < after_end;
        let before = self.cue_before(scene, quote.first, from, spoken);
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
        let (verb, colon) = before?;
        if colon {
            // `Lindqvist: “...”`
            let spot = self.spot_at(scene, verb)?;
            return Some((Speaker::At(scene.block, spot.range), Certainty::Certain, Some(spot.range)));
        }
        let cue = grammar.at(verb).map(|token| TextRange { start: token.start, end: token.end });
        self.subject(scene, verb, from).or(Some((Speaker::Nobody, Certainty::Certain, cue)))
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
            if at + 1 == first && grammar.at(first)?.gap & COLON != 0 && self.spot_at(scene, at).is_some() {
                return Some((at, true));
            }
        }
        None
    }

    /// `said X`: who is named after the verb.
    fn speaker_after(&mut self, scene: &Scene<'_>, verb: usize, end: usize) -> Option<Found> {
        let grammar = scene.grammar;
        let cue = |spot: Spot| grammar.at(verb).map(|token| TextRange { start: token.start, end: spot.range.end });
        let first = grammar.word(verb + 1);
        if matches!(first, "he" | "she") {
            return self.pronoun(scene, verb, verb + 1);
        }
        for at in verb + 1..end {
            let token = grammar.at(at)?;
            if token.gap & COMMA != 0 && self.spot_at(scene, at).is_none() && at > verb + 1 {
                break;
            }
            let Some(spot) = self.spot_at(scene, at) else { continue };
            let follower = grammar.tokens.iter().position(|t| t.start >= spot.range.end).and_then(|i| grammar.at(i));
            if spot.naming == Naming::Demonym || preposition(grammar, at) || follower.is_some_and(|t| t.gap & POSSESSIVE != 0) {
                continue;
            }
            if self.is_person(spot) {
                self.person = Some((scene.block, spot.range));
            } else if follower.is_some_and(|t| t.gap == SPACE && t.shape == Shape::Lower && !t.is(STOP | AUXILIARY)) {
                // `said NATO officials`: nobody by name.
                return Some((Speaker::Nobody, Certainty::Certain, cue(spot)));
            }
            return Some((Speaker::At(scene.block, spot.range), Certainty::Certain, cue(spot)));
        }
        let range = grammar.at(verb).map(|t| TextRange { start: t.start, end: t.end });
        Some((Speaker::Nobody, Certainty::Certain, range))
    }

    fn pronoun(&self, scene: &Scene<'_>, verb: usize, at: usize) -> Option<Found> {
        let (first, last) = (scene.grammar.at(verb.min(at))?, scene.grammar.at(verb.max(at))?);
        let cue = Some(TextRange { start: first.start, end: last.end });
        match self.person {
            Some((block, range)) if block.0 + 1 >= scene.block.0 => Some((Speaker::At(block, range), Certainty::Inferred, cue)),
            _ => Some((Speaker::Nobody, Certainty::Certain, cue)),
        }
    }

    /// Who does what the verb at `verb` says, not looked for before `from`.
    fn subject(&mut self, scene: &Scene<'_>, verb: usize, from: usize) -> Option<Found> {
        let grammar = scene.grammar;
        let token = grammar.at(verb)?;
        let participle = grammar.word(verb).ends_with("ing");
        let mut at = verb;
        // Auxiliaries and adverbs before the verb.
        while at > from
            && let Some(before) = grammar.at(at - 1)
            && grammar.at(at)?.gap == SPACE
            && (before.is(AUXILIARY) || (grammar.word(at - 1).ends_with("ly") && before.shape == Shape::Lower))
        {
            at -= 1;
        }
        if at == from && from > 0 && !participle {
            return None;
        }
        let commaed = grammar.at(at)?.gap & COMMA != 0;
        if at > from && !commaed && !participle {
            let before = grammar.at(at - 1)?;
            let word = grammar.word(at - 1);
            if matches!(word, "he" | "she" | "He" | "She") {
                return self.pronoun(scene, verb, at - 1);
            }
            if self.spot_at(scene, at - 1).is_none() && before.gap & COMMA == 0 {
                return self.common_subject(scene, at - 1, from, verb);
            }
        }
        // `the Corps, whose commander, Zoran Perić, denied`: the name between the commas.
        if commaed
            && let Some(spot) = at.checked_sub(1).and_then(|last| self.spot_at(scene, last))
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
        // `Mbeki, who advised the Union, added`: what stands in the relative clause does not speak.
        let mut until = at;
        if commaed
            && let Some(who) = (from..at)
                .rev()
                .take(REACH)
                .find(|i| grammar.at(*i).is_some_and(|t| t.gap & COMMA != 0) && matches!(grammar.word(*i), "who" | "which" | "whose"))
        {
            until = who;
        }
        // `Prado, an OAS spokeswoman, said`: nor what stands in an apposition that says what she is.
        if commaed
            && until == at
            && let Some(open) = (from + 1..at).rev().take(REACH).find(|i| grammar.at(*i).is_some_and(|t| t.gap & COMMA != 0))
            && matches!(grammar.word(open), "a" | "an" | "the" | "its" | "his" | "her" | "their" | "one")
            && (open..at).any(|i| grammar.at(i).is_some_and(|t| t.is(ROLE)))
            && self.spot_at(scene, open - 1).is_some_and(|spot| self.is_person(spot))
        {
            until = open;
        }
        let mut pronoun = None;
        for i in (from..until).rev().take(REACH) {
            let here = grammar.at(i)?;
            if i + 1 < until && grammar.at(i + 1)?.gap & (SEMICOLON | COLON | QUOTE) != 0 && !participle {
                break;
            }
            if participle && matches!(grammar.word(i), "he" | "she" | "He" | "She") {
                pronoun = Some(i);
            }
            let Some(spot) = self.spot_at(scene, i) else { continue };
            let after = grammar.at(i + 1);
            if here.end < spot.range.end || spot.naming == Naming::Demonym || after.is_some_and(|t| t.gap & POSSESSIVE != 0) {
                continue;
            }
            let first = (from..=i).rev().find(|j| grammar.at(*j).is_some_and(|t| t.start <= spot.range.start)).unwrap_or(i);
            if preposition(grammar, first) {
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
            if !participle && !commaed && i + 1 != at && grammar.at(i + 1).is_some_and(|t| t.gap & COMMA == 0) {
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
        for i in (from..noun).rev().take(4) {
            let after = grammar.at(i + 1)?;
            if after.gap & !(SPACE | POSSESSIVE) != 0 {
                break;
            }
            if let Some(spot) = self.spot_at(scene, i) {
                let cue = Some(TextRange { start: spot.range.start, end: last.end });
                let many = word.ends_with('s') || matches!(word, "government" | "military" | "army" | "parliament" | "presidency" | "leadership");
                let alone = i == from
                    || !matches!(
                        grammar.word(i - 1),
                        "A" | "a" | "an" | "An" | "One" | "one" | "Some" | "some" | "Two" | "senior" | "Senior" | "unnamed" | "former"
                    );
                if many && alone && !self.is_person(spot) && i + 1 == noun && after.gap == SPACE {
                    return Some((Speaker::At(scene.block, spot.range), Certainty::Inferred, cue));
                }
                return Some((Speaker::Nobody, Certainty::Certain, cue));
            }
        }
        Some((Speaker::Nobody, Certainty::Certain, Some(TextRange { start: token.start, end: last.end })))
    }

    /// Reported speech in the sentence `from..to`.
    fn reported(&mut self, scene: &Scene<'_>, from: usize, to: usize, spoken: &[bool], speeches: &mut Vec<Speech>) {
        let grammar = scene.grammar;
        let mut verb = from;
        while verb < to {
            let at = verb;
            verb += 1;
            let Some(token) = grammar.at(at) else { break };
            if spoken.get(at).copied().unwrap_or_default() || token.shape != Shape::Lower && !(at == from && grammar.word(at) == "According") {
                continue;
            }
            if matches!(grammar.word(at), "according" | "According") && grammar.word(at + 1) == "to" {
                self.according(scene, at, from, to, spoken, speeches);
                continue;
            }
            if !token.is(SAY) || at == from || spoken.get(at - 1).copied().unwrap_or_default() {
                continue;
            }
            let Some(start) = clause(grammar, at, to) else {
                self.trailing(scene, at, from, to, spoken, speeches);
                continue;
            };
            let end = clause_end(grammar, start, to);
            if end <= start || (start..end).any(|i| spoken.get(i).copied().unwrap_or_default()) {
                continue;
            }
            let Some((speaker, certainty, cue)) = self.subject(scene, at, from) else { continue };
            // `One faction demands that`: nobody speaks. `A senior official said that` is somebody.
            if speaker == Speaker::Nobody && !self.somebody(scene, at, from) {
                continue;
            }
            let Some(range) = words(grammar, start, end) else { continue };
            speeches.push(Speech { block: scene.block, range, kind: QuotationKind::Indirect, speaker, certainty, cue });
            verb = end.max(verb);
        }
    }

    /// Whether the subject before the verb is a person by office or function: `two diplomats`, `a senior official`, or a pronoun.
    fn somebody(&self, scene: &Scene<'_>, verb: usize, from: usize) -> bool {
        let grammar = scene.grammar;
        let mut noun = verb;
        while noun > from && grammar.at(noun - 1).is_some_and(|t| t.is(AUXILIARY)) {
            noun -= 1;
        }
        // `most Gulf states have declared`
        if noun > from && grammar.at(noun - 1).is_some_and(|t| t.shape == Shape::Lower) && grammar.word(noun - 1).ends_with('s') {
            return true;
        }
        (from..verb).rev().take(6).any(|at| {
            let word = grammar.word(at);
            grammar.at(at).is_some_and(|t| t.is(ROLE))
                || word.strip_suffix('s').is_some_and(|one| grammar.words.flags(one) & ROLE != 0)
                || matches!(word, "he" | "she" | "He" | "She" | "people" | "sources" | "source")
        })
    }

    /// `The garrison had fled, X said on Monday.`: the clause stands before its speaker.
    fn trailing(&mut self, scene: &Scene<'_>, verb: usize, from: usize, to: usize, spoken: &[bool], speeches: &mut Vec<Speech>) {
        let grammar = scene.grammar;
        if grammar.word(verb).ends_with("ing") || matches!(grammar.word(verb), "asked" | "expected" | "expects" | "called" | "agreed" | "continued" | "offered")
        {
            return;
        }
        let comma = |at: usize| grammar.at(at).is_some_and(|t| t.gap & COMMA != 0);
        let ends = |at: usize| {
            at >= to
                || matches!(
                    grammar.word(at),
                    "on" | "in" | "at" | "after" | "during" | "last" | "this" | "by" | "to" | "reporters" | "yesterday" | "earlier" | "later" | "through"
                ) && to - at <= 9
        };
        let (start_of_cue, found) = if comma(verb) && grammar.word(verb) != "told" {
            // `..., said X.`
            let Some(found) = self.speaker_after(scene, verb, to) else { return };
            let named = self.spot_at(scene, verb + 1).is_some() || (verb + 1..verb + 5).any(|at| grammar.at(at).is_some_and(|t| t.is(ROLE)));
            if to - verb > 14 || to <= verb + 1 || !named {
                return;
            }
            (verb, found)
        } else {
            let told = grammar.word(verb) == "told" || grammar.word(verb) == "tells";
            if !(ends(verb + 1) || told && to - verb <= 7) {
                return;
            }
            let Some(found) = self.subject(scene, verb, from) else { return };
            let cue = match found.0 {
                Speaker::At(block, range) if block == scene.block && grammar.tokens.get(from).is_some_and(|t| t.start <= range.start) => {
                    grammar.tokens.partition_point(|t| t.start < range.start)
                }
                _ => verb,
            };
            let Some(cut) = (from + 1..=cue.min(verb)).rev().find(|at| comma(*at)) else { return };
            (cut, found)
        };
        if start_of_cue < from + 4 || (from..start_of_cue).any(|i| spoken.get(i).copied().unwrap_or_default()) {
            return;
        }
        let verbal =
            (from..start_of_cue).any(|i| grammar.at(i).is_some_and(|t| t.is(AUXILIARY | ACT) || t.shape == Shape::Lower && grammar.word(i).ends_with("ed")));
        if let Some(range) = words(grammar, from, start_of_cue).filter(|_| verbal) {
            let (speaker, certainty, cue) = found;
            speeches.push(Speech { block: scene.block, range, kind: QuotationKind::Indirect, speaker, certainty, cue });
        }
    }

    /// `..., according to X` and `According to X, ...`.
    fn according(&self, scene: &Scene<'_>, at: usize, from: usize, to: usize, spoken: &[bool], speeches: &mut Vec<Speech>) {
        let grammar = scene.grammar;
        let named = (at + 2..(at + 9).min(to)).find_map(|i| self.spot_at(scene, i).filter(|spot| spot.naming != Naming::Demonym));
        let cue_end = named.map_or_else(|| grammar.at(at + 1).map_or(0, |t| t.end), |spot| spot.range.end);
        let cue = grammar.at(at).map(|t| TextRange { start: t.start, end: cue_end });
        let (start, end) = if at == from {
            let comma = |after: usize| (after..to).find(|i| grammar.at(*i).is_some_and(|t| t.gap & COMMA != 0 && t.start > cue_end));
            // `According to X, a spokeswoman for Y, ...`
            let apposition = |at: usize| {
                matches!(grammar.word(at), "a" | "an" | "the" | "who" | "which")
                    && (at..at + 6).any(|i| grammar.at(i).is_some_and(|t| t.is(ROLE)) || matches!(grammar.word(i), "who" | "which"))
            };
            let mut found = comma(at + 2);
            if let Some(next) = found
                && apposition(next)
            {
                found = comma(next + 1).or(found);
            }
            match found {
                Some(comma) => (comma, to),
                None => return,
            }
        } else {
            (from, at)
        };
        if (start..end).any(|i| spoken.get(i).copied().unwrap_or_default()) {
            return;
        }
        if let Some(range) = words(grammar, start, end) {
            let speaker = named.map_or(Speaker::Nobody, |spot| Speaker::At(scene.block, spot.range));
            speeches.push(Speech { block: scene.block, range, kind: QuotationKind::Indirect, speaker, certainty: Certainty::Certain, cue });
        }
    }
}

fn words(grammar: &Grammar<'_>, start: usize, end: usize) -> Option<TextRange> {
    let (first, last) = (grammar.at(start)?, grammar.at(end.checked_sub(1)?)?);
    (first.start < last.end).then_some(TextRange { start: first.start, end: last.end })
}

/// Whether a preposition stands before the word, the article passed over.
fn preposition(grammar: &Grammar<'_>, at: usize) -> bool {
    let Some(mut before) = at.checked_sub(1) else { return false };
    if grammar.at(at).is_none_or(|t| t.gap != SPACE) {
        return false;
    }
    if matches!(grammar.word(before), "the" | "The") {
        let Some(earlier) = before.checked_sub(1) else { return false };
        before = earlier;
    }
    matches!(
        grammar.word(before),
        "of" | "in"
            | "for"
            | "to"
            | "with"
            | "at"
            | "from"
            | "on"
            | "by"
            | "near"
            | "against"
            | "about"
            | "between"
            | "In"
            | "For"
            | "With"
            | "At"
            | "From"
            | "On"
            | "By"
    )
}
