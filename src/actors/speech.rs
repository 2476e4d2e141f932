//! Who says what: words in quotation marks and reported clauses, with the place where their speaker is named.
//! Where no single speaker can be told, none is. `speech/speaker` finds who spoke, `speech/reported` what is reported without marks,
//! `speech/inverted` both where the subject stands behind the verb.

mod inverted;
mod reported;
mod speaker;

use super::candidate::{Candidates, Speaker, Speech, Spot};
use super::marks::{inside, quoted};
use super::name::Grammar;
use super::placed::Placed;
use super::reading::Reading;
use super::token::{COLON, COMMA, DASH, HEAD, POSSESSIVE, SEMICOLON, SPACE, Shape};
use crate::language::Cue;
use crate::language::naming::SAY;
use crate::model::{BlockNo, Certainty, Kind, Naming, QuotationKind, Role};
use crate::text::TextRange;
use rustc_hash::FxHashMap;

/// Farthest that a cue is looked for, in words.
const REACH: usize = 40;

/// Who was found to speak, and how sure that is.
type Found = (Speaker, Certainty, Option<TextRange>);

/// Adds the quotations of the briefing.
pub(super) fn speeches(reading: &Reading<'_>, candidates: &mut Candidates) {
    let mut speeches = Vec::new();
    let mut listener = Listener { candidates, offices: offices(reading, candidates), person: None, body: None, speaking: None };
    for view in &reading.views {
        if matches!(view.role, Role::Title | Role::Heading | Role::Section | Role::FaqTitle | Role::Question) {
            continue;
        }
        let grammar = reading.grammar(view);
        let from = listener.candidates.spots.partition_point(|spot| spot.block < view.block);
        let to = listener.candidates.spots.partition_point(|spot| spot.block <= view.block);
        let scene = Scene { grammar: &grammar, block: view.block, placed: Placed::of(&grammar, candidates.spots.get(from..to).unwrap_or_default()) };
        listener.block(&scene, &mut speeches);
    }
    speeches.sort_by_key(|speech: &Speech| (speech.block, speech.range.start, speech.range.end));
    candidates.speeches = speeches;
}

/// Those who bear titles with one last word.
#[derive(Default)]
struct Office {
    /// Where each is named with such a title, in the order of the text, with the entity.
    holders: Vec<(BlockNo, TextRange, u32)>,
    /// How many from the first on are one and the same.
    alone: usize,
}

impl Office {
    /// The one holder who was named before the byte `start` of `block`, where it was last.
    fn before(&self, block: BlockNo, start: u32) -> Option<(BlockNo, TextRange)> {
        let count = self.holders.partition_point(|(at, range, _)| (*at, range.start) < (block, start));
        let (at, range, _) = self.holders.get(count.checked_sub(1)?)?;
        (count <= self.alone).then_some((*at, *range))
    }
}

fn offices(reading: &Reading<'_>, candidates: &Candidates) -> FxHashMap<String, Office> {
    let mut offices: FxHashMap<String, Office> = FxHashMap::default();
    let mut views = reading.views.iter().peekable();
    for role in &candidates.roles {
        while views.next_if(|view| view.block < role.block).is_some() {}
        let Some(view) = views.peek().filter(|view| view.block == role.block) else { continue };
        let spot = candidates.spots.partition_point(|spot| (spot.block, spot.range.start) < (role.block, role.holder.start));
        let Some(spot) = candidates.spots.get(spot).filter(|spot| spot.block == role.block && spot.range == role.holder) else { continue };
        if let Some(noun) = role.title.of(view.text).rsplit([' ', '-']).next().filter(|noun| !noun.is_empty()) {
            offices.entry(noun.to_lowercase()).or_default().holders.push((role.block, role.holder, spot.entity));
        }
    }
    for office in offices.values_mut() {
        office.holders.sort_unstable_by_key(|(block, range, entity)| (*block, range.start, *entity));
        let first = office.holders.first().map(|(.., entity)| *entity);
        office.alone = office.holders.iter().take_while(|(.., entity)| Some(*entity) == first).count();
    }
    offices
}

struct Scene<'s> {
    grammar: &'s Grammar<'s>,
    block: BlockNo,
    placed: Placed<'s>,
}

struct Listener<'c> {
    candidates: &'c Candidates,
    /// The last word of each title (lower case) to those who bear it, and where, in the order of the text.
    offices: FxHashMap<String, Office>,
    /// The body or state whom `it` may mean: the one that the last sentence began with.
    body: Option<(BlockNo, TextRange)>,
    /// The person whom `he` or `she` may mean: the last one who was the subject of a sentence.
    person: Option<(BlockNo, TextRange)>,
    /// Whose quotation was not closed in the block before.
    speaking: Option<Found>,
}

impl Listener<'_> {
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
                // `“...,” said X, “...”`, `“...,” X said; “...”`: the same voice goes on within the sentence.
                let found = match found {
                    None | Some((Speaker::Nobody, ..)) => goes_on(grammar, last, quote.first).or(found),
                    found => found,
                };
                // `“...,” said X. “...”`: and in the next one.
                let found = found.or_else(|| {
                    last.filter(|(to, _)| {
                        let near = *to + 14 >= quote.first || *to + REACH >= quote.first && !heads_within(grammar, *to + 1, quote.first);
                        near && grammar.tokens.get(quote.first).is_some_and(|t| t.gap & HEAD != 0 || quote.first == sentence)
                    })
                    .map(|(_, found)| found)
                });
                // `Noura al-Otaibi was less sure. “...”`: the one person of the sentence before.
                let found = found.or_else(|| (quote.first == sentence || grammar.at(quote.first).is_some_and(|t| t.gap & HEAD != 0)).then_some(lone).flatten());
                let words = quote.last - quote.first;
                let closed = quote.range.of(grammar.text).trim_end().ends_with(['.', ',', '!', '?', '…']);
                match found {
                    // One word is a quotation where somebody by name says it, and else may be a term.
                    Some((speaker, certainty, cue)) if words >= 2 || words == 1 && (closed || matches!(speaker, Speaker::At(..)) && cue.is_some()) => {
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
            self.body = self.first_body(scene, sentence, end, &spoken).map(|spot| (scene.block, spot.range)).or(self.body);
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
        let first = (from..(from + 3).min(to)).find_map(|at| scene.placed.at(at)).filter(|spot| self.is_person(*spot))?;
        let (start, end) = (scene.grammar.at(from)?.start, scene.grammar.at(to.checked_sub(1)?)?.end);
        let spots = scene.placed.all();
        let within = spots.get(spots.partition_point(|spot| spot.range.start < start)..)?;
        let alone = within.iter().take_while(|spot| spot.range.end <= end).all(|spot| !self.is_person(*spot) || spot.entity == first.entity);
        alone.then_some((Speaker::At(scene.block, first.range), Certainty::Inferred, None))
    }

    /// The body or state that a sentence begins with.
    fn first_body(&self, scene: &Scene<'_>, from: usize, to: usize, spoken: &[bool]) -> Option<Spot> {
        let at = (from..to.min(from + 4)).find(|at| scene.placed.at(*at).is_some())?;
        let spot = scene.placed.at(at).filter(|spot| !self.is_person(*spot) && spot.naming != Naming::Demonym)?;
        let owns = scene.grammar.tokens.iter().skip(at).find(|t| t.start >= spot.range.end).is_some_and(|t| t.gap & POSSESSIVE != 0);
        (!owns && !preposition(scene.grammar, at) && !spoken.get(at).copied().unwrap_or_default()).then_some(spot)
    }

    /// The first person of a sentence that is no object of a preposition.
    fn first_person(&self, scene: &Scene<'_>, from: usize, to: usize, spoken: &[bool]) -> Option<Spot> {
        (from..to.min(from + REACH)).filter(|at| !spoken.get(*at).copied().unwrap_or_default()).find_map(|at| {
            let spot = scene.placed.at(at)?;
            (self.is_person(spot) && !preposition(scene.grammar, at)).then_some(spot)
        })
    }
}

/// Whether a sentence begins with one of the words `from..to`.
fn heads_within(grammar: &Grammar<'_>, from: usize, to: usize) -> bool {
    grammar.tokens.get(from..to).unwrap_or_default().iter().any(|token| token.gap & HEAD != 0)
}

/// Who speaks the words that begin at `first`, where those before them in the same sentence end with a cue that is theirs, too.
fn goes_on(grammar: &Grammar<'_>, last: Option<(usize, Found)>, first: usize) -> Option<Found> {
    let (to, found) = last?;
    let said = to < first && to + REACH >= first && !heads_within(grammar, to, first + 1);
    let cued = (to..first).filter(|at| grammar.at(*at).is_some_and(|t| t.is(SAY) && t.shape == Shape::Lower)).count() == 1;
    let parted = grammar.at(first)?.gap & (COMMA | SEMICOLON | COLON | DASH) != 0;
    (said && cued && parted).then_some(found)
}

/// Whether a preposition stands before the word, the article passed over.
fn preposition(grammar: &Grammar<'_>, at: usize) -> bool {
    let Some(mut before) = at.checked_sub(1) else { return false };
    if grammar.at(at).is_none_or(|t| t.gap != SPACE) {
        return false;
    }
    if grammar.says(before, Cue::Articles) {
        let Some(earlier) = before.checked_sub(1) else { return false };
        before = earlier;
    }
    grammar.says(before, Cue::Prepositions)
}
