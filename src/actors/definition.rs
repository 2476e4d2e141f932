//! Acronyms that the text defines: `the African Union (AU)`.

use super::name::{Grammar, mixed};
use super::token::{CLOSE, COMMA, HEAD, HYPHEN, OPEN, QUOTE, SPACE, Shape};
use crate::language::naming::{ARMED, EVENT, MONTH, NOT_ACRONYM, OFFICE, ORGANISATION, PARTICLE, ROLE, STOP, TITLE};
use crate::language::{Cue, Order};
use crate::model::Kind;
use crate::text::fold::fold;

impl Grammar<'_> {
    /// Acronyms in brackets, with the words before them that they stand for: `(start, end, kind)`, sorted.
    pub(super) fn definitions(&self) -> Vec<(usize, usize, Kind)> {
        let mut found = Vec::new();
        for (at, token) in self.tokens.iter().enumerate() {
            if at < 2 || !token.gap(OPEN) || !self.bracketed(at) || !mixed(token.text(self.text)) {
                continue;
            }
            if let Some(start) = self.initials(at).or_else(|| self.lettered(at))
                && found.last().is_none_or(|(_, end, _): &(usize, usize, Kind)| *end <= start)
            {
                let flags = (start..at).fold(0, |all, i| all | self.at(i).map_or(0, |t| t.flags));
                let kind = if flags & ARMED != 0 && flags & (ORGANISATION | OFFICE) == 0 { Kind::ArmedGroup } else { Kind::Organisation };
                let event = self.is(at - 1, EVENT) && !self.is(at - 1, ORGANISATION);
                if !event && !self.is(at - 1, NOT_ACRONYM) {
                    found.push((start, at, kind));
                }
            }
        }
        found
    }

    /// `the Movement Towards Socialism (MAS)`: letters of another language. Where the words in capitals begin that have a head noun of bodies.
    fn lettered(&self, at: usize) -> Option<usize> {
        if self.at(at)?.shape != Shape::Upper || self.is(at, NOT_ACRONYM) {
            return None;
        }
        let mut start = at;
        while start > 0 && at - start < 10 {
            let (token, next) = (self.at(start - 1)?, self.at(start)?);
            let parted = start < at && next.gap & !(SPACE | HYPHEN) != 0 || next.gap & HEAD != 0;
            let inner = start < at && start > 1 && self.says(start - 1, Cue::Within);
            if parted || !(token.capital() && !token.is(MONTH) || inner) {
                break;
            }
            start -= 1;
        }
        // What only leads to the name is not of it.
        while start < at && (!self.at(start)?.capital() || self.is(start, STOP | TITLE | ROLE) && !self.is(start, ORGANISATION | OFFICE | ARMED)) {
            start += 1;
        }
        let mut buffer = String::new();
        let words = at - start;
        let heads = (start..at).filter(|i| self.is(*i, ORGANISATION | ARMED)).count();
        let known = self.known(start, at, &mut buffer).is_some_and(|(last, _)| last == at);
        (words >= 2 && heads > 0 && !known && self.at(start).is_some_and(|t| !t.heads() || self.is(start, ORGANISATION | ARMED))).then_some(start)
    }

    /// Whether the word stands alone in brackets.
    pub(super) fn bracketed(&self, at: usize) -> bool {
        let Some(token) = self.at(at) else { return false };
        token.gap(OPEN)
            && match self.at(at + 1) {
                Some(next) => next.gap(CLOSE) || next.gap(COMMA),
                None => self.text.get(token.end as usize..).is_some_and(|rest| rest.starts_with([')', ']'])),
            }
    }

    /// `the Ghana Cocoa Board (Cocobod)`, `the Mawimbi Cooperative (“Mawimbi”)`: whether the word in brackets behind the body `first..last` is made of its letters.
    pub(super) fn clipped(&self, first: usize, last: usize) -> bool {
        let Some(token) = self.at(last).filter(|t| t.gap(OPEN) && t.gap & !(SPACE | OPEN | QUOTE) == 0) else { return false };
        let closes = self.at(last + 1).is_none_or(|t| t.gap(CLOSE)) && self.text.get(token.end as usize..).is_some_and(|rest| rest.contains([')', ']']));
        let short: Vec<char> = fold(token.text(self.text)).chars().collect();
        let mut letters = (first..last).flat_map(|at| fold(self.word(at)).chars().collect::<Vec<_>>());
        let begins = (first..last).any(|at| fold(self.word(at)).chars().next() == short.first().copied());
        closes && begins && short.len() >= 4 && token.flags == 0 && short.iter().all(|letter| letters.any(|other| other == *letter))
    }

    /// Where the words before `at` begin whose initials are the letters of the word at `at`.
    pub(super) fn initials(&self, at: usize) -> Option<usize> {
        let letters: Vec<char> = self.word(at).chars().filter(|c| c.is_alphabetic()).flat_map(char::to_lowercase).collect();
        if letters.len() < 2 || letters.len() > 9 {
            return None;
        }
        let most = at.saturating_sub(letters.len() * 2 + 3);
        let mut best = None;
        for start in (most..at).rev() {
            let token = self.at(start)?;
            let initial = self.initial(start)?;
            if token.capital() && !token.is(STOP) && Some(&initial) == letters.first() && self.spells(start, at, &letters) {
                best = Some(start);
                break;
            }
            // A sentence's end or a comma ends the name; a comma may stand in a list within it.
            if token.gap & (HEAD | OPEN | CLOSE) != 0 {
                break;
            }
        }
        best
    }

    /// The first letter of a word, small; without its accent where names have small words in them (`États`).
    fn initial(&self, at: usize) -> Option<char> {
        let letter = self.word(at).chars().next()?;
        if self.words.order == Order::HeadFirst {
            return fold(letter.encode_utf8(&mut [0; 4])).chars().next();
        }
        letter.to_lowercase().next()
    }

    /// Whether the initials of the words `start..end` spell `letters`; small words may be passed over, and a capitalised one at most.
    pub(super) fn spells(&self, start: usize, end: usize, letters: &[char]) -> bool {
        let mut next = 0;
        let mut passed = 0;
        for i in start..end {
            let Some(token) = self.at(i) else { return false };
            let initial = self.initial(i);
            if initial.is_some() && initial == letters.get(next).copied() {
                next += 1;
            } else if token.capital() {
                passed += 1;
            } else if !token.is(STOP | PARTICLE) && self.words.order != Order::HeadFirst {
                return false;
            }
        }
        next == letters.len() && passed <= 1
    }
}
