//! What is seen at a word of a stretch, as numbers of rows of the table of weights.

use super::super::candidate::{Candidates, Spot};
use super::super::gazetteer::Sense;
use super::super::name::{Found, Grammar, What};
use super::super::token::{COMMA, DASH, HEAD, HYPHEN, OPEN, POSSESSIVE, QUOTE, SOFT_HEAD, SPACE, Shape, fold_into, push_folded};
use super::model::{Model, Sums};
use super::stretch::Stretch;
use crate::language::naming::{COMMON, GIVEN, SURNAME, TOWN, TOWN_BEGINS};
use crate::model::{Kind, Naming};
use rustc_hash::FxHashMap;

/// Words of names that the rules found elsewhere in the briefing, with how they stand there.
#[derive(Debug, Default)]
pub(super) struct Memory {
    words: FxHashMap<u32, u8>,
}

impl Memory {
    /// Ends the full name of a person.
    const SURNAME: u8 = 1;
    /// Stands before that in a full name.
    const FIRST_NAME: u8 = 1 << 1;
    /// Alone names a person.
    const SHORT: u8 = 1 << 2;
    /// Of a body's name.
    const BODY: u8 = 1 << 3;
    /// Of a place's or a state's name.
    const PLACE: u8 = 1 << 4;

    pub(super) fn note(&mut self, grammar: &Grammar<'_>, spot: Spot, candidates: &Candidates) {
        let Some(entity) = candidates.entities.get(spot.entity as usize) else { return };
        let first = grammar.tokens.partition_point(|token| token.end <= spot.range.start);
        let last = grammar.tokens.partition_point(|token| token.start < spot.range.end);
        let mut buffer = String::new();
        for at in first..last {
            let bit = match entity.kind {
                Kind::Person if last - first == 1 => Self::SHORT,
                Kind::Person if at + 1 == last => Self::SURNAME,
                Kind::Person => Self::FIRST_NAME,
                Kind::State | Kind::Place => Self::PLACE,
                _ => Self::BODY,
            };
            if grammar.at(at).is_some_and(|token| token.capital()) {
                *self.words.entry(Seen::of(grammar.word(at), &mut buffer).word).or_default() |= bit;
            }
        }
    }
}

/// A block in which stretches are looked at.
pub(super) struct Scene<'s> {
    pub(super) grammar: &'s Grammar<'s>,
    pub(super) found: &'s [Found],
    pub(super) spots: &'s [Spot],
    pub(super) candidates: &'s Candidates,
    pub(super) memory: &'s Memory,
}

/// What is seen of one word.
#[derive(Clone, Copy, Default)]
struct Seen {
    word: u32,
    start: u32,
    end: u32,
    tail: u32,
    shape: u32,
    flags: u32,
    gap: u32,
    rule: u32,
    spot: u32,
    memory: u32,
    lists: u32,
    town: u32,
    known: u32,
}

impl Seen {
    /// The letters of a word, folded.
    fn of(word: &str, buffer: &mut String) -> Self {
        if word.bytes().all(|byte| byte.is_ascii() && byte != b'.') {
            // Folded as it is read.
            let letters = word.as_bytes();
            let from = |start: usize| hash_small(letters.get(start..).unwrap_or_default());
            let start = hash_small(letters.get(..3).unwrap_or(letters));
            return Self { word: from(0), start, end: from(letters.len().saturating_sub(3)), tail: from(letters.len().saturating_sub(2)), ..Self::default() };
        }
        let word = fold_into(word, buffer);
        Self { word: hash(word), start: hash(head(word, 3)), end: hash(tail(word, 3)), tail: hash(tail(word, 2)), ..Self::default() }
    }
}

/// Words before and behind the stretch that are looked at.
const AROUND: usize = 2;

/// The features of each word of the stretch.
pub(super) fn features(scene: &Scene<'_>, stretch: Stretch) -> Vec<Vec<u32>> {
    let seen = look(scene, stretch);
    let length = stretch.last - stretch.first;
    let of = |at: usize| {
        let mut features = Vec::with_capacity(72);
        word_features(&seen, at + AROUND, length, |feature| features.push(feature));
        features
    };
    (0..length).map(of).collect()
}

/// What the model makes of each word of the stretch.
pub(super) fn sums(model: &Model<'_>, scene: &Scene<'_>, stretch: Stretch) -> Vec<Sums> {
    let seen = look(scene, stretch);
    let length = stretch.last - stretch.first;
    let mut features = [0; MOST];
    (0..length)
        .map(|at| {
            let mut count = 0;
            word_features(&seen, at + AROUND, length, |feature| {
                if let Some(slot) = features.get_mut(count) {
                    *slot = feature;
                    count += 1;
                }
            });
            model.sum(features.get(..count).unwrap_or_default())
        })
        .collect()
}

/// More features than a word can have: what is seen of it and around it, and what the language says of it and of five words around it.
const MOST: usize = 64;

fn look(scene: &Scene<'_>, stretch: Stretch) -> Vec<Seen> {
    let grammar = scene.grammar;
    let mut buffer = String::new();
    let mut seen: Vec<Seen> = vec![Seen::default(); stretch.last - stretch.first + 2 * AROUND];
    for (number, seen) in seen.iter_mut().enumerate() {
        let Some(at) = (stretch.first + number).checked_sub(AROUND) else { continue };
        let Some(token) = grammar.at(at) else { continue };
        // What stands in another sentence is not looked at.
        if at < stretch.first && (at + 1..=stretch.first).any(|i| grammar.at(i).is_some_and(|t| t.gap(HEAD)))
            || at >= stretch.last && (stretch.last..=at).any(|i| grammar.at(i).is_some_and(|t| t.gap(HEAD)))
        {
            continue;
        }
        *seen = Seen::of(grammar.word(at), &mut buffer);
        seen.shape = shape(token.shape, token.end - token.start);
        seen.flags = token.flags;
        seen.gap = gap(token.gap);
        let within = at >= stretch.first && at < stretch.last;
        if within {
            seen.memory = u32::from(scene.memory.words.get(&seen.word).copied().unwrap_or_default());
            let heads = token.gap & (HEAD | SOFT_HEAD) != 0;
            let lists = grammar.lists(at, &mut buffer);
            seen.lists = u32::from(lists & (COMMON | GIVEN | SURNAME)) | u32::from(heads) << 3;
        }
    }
    mark_rules(scene, stretch, &mut seen);
    let mut at = stretch.first;
    while at < stretch.last {
        let lists = grammar.lists(at, &mut buffer);
        let mut longest = usize::from(lists & TOWN != 0);
        if lists & TOWN_BEGINS != 0 {
            fold_into(grammar.word(at), &mut buffer);
            for length in 2..=3.min(stretch.last - at) {
                buffer.push(' ');
                push_folded(grammar.word(at + length - 1), &mut buffer);
                if grammar.words.is_town(&buffer) {
                    longest = length;
                }
            }
        }
        for i in 0..longest {
            seen[at + i - stretch.first + AROUND].town = if i == 0 { 1 } else { 2 };
        }
        at += longest.max(1);
    }
    let mut at = stretch.first;
    while at < stretch.last {
        let Some((end, meaning)) = grammar.known(at, usize::MAX, &mut buffer) else {
            at += 1;
            continue;
        };
        for i in at..end.min(stretch.last) {
            seen[i - stretch.first + AROUND].known = 1 + 2 * sense(meaning.sense) + u32::from(i > at);
        }
        at = end;
    }
    seen
}

fn mark_rules(scene: &Scene<'_>, stretch: Stretch, seen: &mut [Seen]) {
    let grammar = scene.grammar;
    let from = scene.found.partition_point(|found| found.last <= stretch.first);
    for found in scene.found.get(from..).unwrap_or_default().iter().take_while(|found| found.first < stretch.last) {
        for at in found.first.max(stretch.first)..found.last.min(stretch.last) {
            seen[at - stretch.first + AROUND].rule = 1 + 2 * what(found.what) + u32::from(at > found.first);
        }
    }
    let (Some(first), Some(last)) = (grammar.at(stretch.first), grammar.at(stretch.last - 1)) else { return };
    let from = scene.spots.partition_point(|spot| spot.range.end <= first.start);
    for spot in scene.spots.get(from..).unwrap_or_default().iter().take_while(|spot| spot.range.start < last.end) {
        let kind = scene.candidates.entities.get(spot.entity as usize).map_or(0, |entity| kind(entity.kind));
        for at in stretch.first..stretch.last {
            let Some(token) = grammar.at(at) else { break };
            if token.start < spot.range.end && spot.range.start < token.end {
                seen[at - stretch.first + AROUND].spot = 1 + 2 * (kind * 6 + naming(spot.naming)) + u32::from(token.start > spot.range.start);
            }
        }
    }
}

fn word_features(seen: &[Seen], at: usize, length: usize, mut take: impl FnMut(u32)) {
    let mut template = 0;
    let mut add = |a: u32, b: u32, c: u32| {
        template += 1;
        take(mix(template, a, b, c));
    };
    let [before2, before, here, after, after2] = [at - 2, at - 1, at, at + 1, at + 2].map(|i| seen.get(i).copied().unwrap_or_default());
    let (first, last) = (seen[AROUND], seen[AROUND + length - 1]);
    let (outer, next) = (seen[AROUND - 1], seen[AROUND + length]);
    let position = (at - AROUND).min(5) as u32;
    let rest = (length - 1 + AROUND - at).min(5) as u32;
    add(0, 0, 0);
    add(here.word, 0, 0);
    add(before.word, 0, 0);
    add(after.word, 0, 0);
    add(before2.word, 0, 0);
    add(after2.word, 0, 0);
    add(before.word, here.word, 0);
    add(here.word, after.word, 0);
    add(here.start, 0, 0);
    add(here.end, 0, 0);
    add(here.tail, here.shape, 0);
    add(here.shape, here.gap, 0);
    add(before.shape, here.shape, after.shape);
    add(here.gap, after.gap, here.lists);
    add(here.rule, here.spot, 0);
    add(here.rule, 0, 0);
    add(here.spot, 0, 0);
    add(before.rule, here.rule, 0);
    add(here.rule, after.rule, 0);
    add(before.spot, here.spot, 0);
    add(here.spot, after.spot, 0);
    add(here.memory, 0, 0);
    add(here.memory, here.rule, here.lists);
    add(here.memory, here.spot, 0);
    add(here.lists, 0, 0);
    add(here.lists, here.shape, 0);
    add(before.lists, here.lists, 0);
    add(here.lists, after.lists, 0);
    add(here.town, here.lists, 0);
    add(here.town, here.rule, 0);
    add(here.known, here.spot, 0);
    add(here.known, here.town, 0);
    add(position, rest, here.lists);
    add(position, rest, here.rule);
    add(outer.word, position, 0);
    add(outer.word, here.rule, position);
    add(next.word, rest, 0);
    add(next.word, here.rule, rest);
    add(next.gap, rest, here.rule);
    add(first.gap, position, here.rule);
    add(last.word, 0, 0);
    add(last.word, position, 0);
    add(last.end, position, 0);
    add(first.word, 0, 0);
    add(outer.word, next.word, length.min(4) as u32);
    add(last.town, first.town, position);
    // What the language says of the words.
    for (number, flags) in [here.flags, before.flags, after.flags, outer.flags, next.flags, last.flags].into_iter().enumerate() {
        let template = 100 + 100 * number as u32;
        let place = match number {
            0..3 => 0,
            3 => position,
            _ => rest,
        };
        take(mix(template, flags, place, 0));
        if number == 0 {
            take(mix(template + 50, flags, here.shape, here.gap));
        }
    }
}

/// The row of a feature: one sum of products, whose upper bits are spread over the table (multiply-shift hashing, Dietzfelbinger and others 1997).
fn mix(template: u32, a: u32, b: u32, c: u32) -> u32 {
    const FACTORS: [u64; 4] = [0x9E37_79B9_7F4A_7C15, 0xBF58_476D_1CE4_E5B9, 0x94D0_49BB_1331_11EB, 0xD6E8_FEB8_6659_FD93];
    let sum = [template, a, b, c].into_iter().zip(FACTORS).fold(0u64, |sum, (part, factor)| sum.wrapping_add(u64::from(part).wrapping_mul(factor)));
    (sum >> 44) as u32
}

fn hash(word: &str) -> u32 {
    word.bytes().fold(0x811C_9DC5, |all, byte| (all ^ u32::from(byte)).wrapping_mul(0x0100_0193))
}

/// Of ASCII letters, as if they had no capitals.
fn hash_small(letters: &[u8]) -> u32 {
    letters.iter().fold(0x811C_9DC5, |all, byte| (all ^ u32::from(byte.to_ascii_lowercase())).wrapping_mul(0x0100_0193))
}

fn head(word: &str, letters: usize) -> &str {
    word.char_indices().nth(letters).map_or(word, |(at, _)| &word[..at])
}

fn tail(word: &str, letters: usize) -> &str {
    word.char_indices().rev().nth(letters - 1).map_or(word, |(at, _)| &word[at..])
}

fn shape(shape: Shape, length: u32) -> u32 {
    let long = match length {
        0..=2 => 0,
        3..=5 => 1,
        _ => 2,
    };
    3 * shape as u32 + long + 1
}

fn gap(gap: u16) -> u32 {
    [(HEAD, 1), (HYPHEN, 2), (POSSESSIVE, 3), (OPEN, 4), (QUOTE, 5), (COMMA, 6), (DASH, 7)]
        .iter()
        .find(|(bit, _)| gap & bit != 0)
        .map_or(if gap == SPACE { 8 } else { 9 }, |(_, number)| *number)
}

fn what(what: What) -> u32 {
    match what {
        What::Known { sense, .. } => sense_number(sense),
        What::Person { titled: true } => 6,
        What::Person { titled: false } => 7,
        What::MaybePerson => 8,
        What::Single { titled: true } => 9,
        What::Single { titled: false } => 10,
        What::Body { kind: Kind::Organisation } => 11,
        What::Body { .. } => 12,
        What::Defined { .. } => 13,
        What::Acronym { .. } => 14,
    }
}

fn sense(sense: Sense) -> u32 {
    sense_number(sense)
}

fn sense_number(sense: Sense) -> u32 {
    match sense {
        Sense::Name => 0,
        Sense::Acronym => 1,
        Sense::Adjective => 2,
        Sense::People => 3,
        Sense::Capital => 4,
        Sense::Seat => 5,
    }
}

fn kind(kind: Kind) -> u32 {
    match kind {
        Kind::Person => 1,
        Kind::State => 2,
        Kind::Place => 3,
        Kind::Organisation => 4,
        Kind::ArmedGroup => 5,
        Kind::Office | Kind::People => 6,
    }
}

fn naming(naming: Naming) -> u32 {
    match naming {
        Naming::Name => 0,
        Naming::Short => 1,
        Naming::Acronym => 2,
        Naming::Demonym => 3,
        Naming::Metonym => 4,
    }
}
