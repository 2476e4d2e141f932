//! Names of the gazetteer in one block: the longest that begins at a word, in the forms that the language gives it.

use super::forms::Forms;
use super::gazetteer::{Meaning, Sense};
use super::name::{Found, Grammar, mixed, what_of};
use super::token::{COMMA, DOT, HYPHEN, NOBODY, POSSESSIVE, SPACE, Shape, Token, UNASKED, fold_into, push_folded};
use crate::language::naming::{ABBREVIATION, PEOPLE, STOP};
use crate::language::{Cue, Order};

impl Grammar<'_> {
    /// The longest name of the gazetteer that begins at `at`; where it ends, and what it means.
    pub(super) fn known(&self, at: usize, stop: usize, buffer: &mut String) -> Option<(usize, Meaning)> {
        match self.at(at)?.known {
            NOBODY => None,
            UNASKED => self.known_anew(at, stop, buffer),
            // A shorter one may end before the stop.
            name => match self.knowns.get(name as usize) {
                Some((words, meaning)) if at + words <= stop => Some((at + words, *meaning)),
                _ => self.known_anew(at, stop, buffer),
            },
        }
    }

    /// As [`Self::known`], asked of the gazetteer.
    pub(super) fn known_anew(&self, at: usize, stop: usize, buffer: &mut String) -> Option<(usize, Meaning)> {
        let first = self.at(at)?;
        if self.words.forms.change() {
            return self.known_form(at, stop).map(|(last, meaning, _)| (last, meaning));
        }
        let longest = match first.names {
            Some(0) => return self.damaged(at, buffer),
            Some(longest) => {
                fold_into(first.text(self.text), buffer);
                longest
            }
            None => self.gazetteer.longest(fold_into(first.text(self.text), buffer)),
        };
        let mut best = None;
        for length in 1..=usize::from(longest) {
            let end = at + length;
            if end > stop.min(self.tokens.len()) {
                break;
            }
            if length > 1 {
                let token = self.at(end - 1)?;
                if token.gap & !(SPACE | HYPHEN | POSSESSIVE | DOT | COMMA) != 0 {
                    break;
                }
                buffer.push_str(if token.gap(POSSESSIVE) { " + " } else { " " });
                push_folded(token.text(self.text), buffer);
            }
            if let Some(meaning) = self.gazetteer.meaning(buffer)
                && self.fits(at, end, meaning)
            {
                best = Some((end, meaning));
            }
        }
        best.or_else(|| self.damaged(at, buffer))
    }

    /// As [`Self::known`], in a language whose names change within their words; with the bytes that stand before the name in its first word.
    pub(super) fn known_form(&self, at: usize, stop: usize) -> Option<(usize, Meaning, usize)> {
        let mut best = None;
        let mut names = Forms::of(self.words, self.text, self.at(at)?);
        let longest = names.iter().map(|name| self.gazetteer.longest(&name.word)).max()?;
        for length in 1..=usize::from(longest) {
            let end = at + length;
            if end > stop.min(self.tokens.len()) || length > 1 && !names.extend(self.words, self.text, self.at(end - 1)?) {
                break;
            }
            let known = names.iter().find_map(|name| Some((self.gazetteer.meaning(&name.word)?, name.skipped)));
            if let Some((meaning, skipped)) = known.filter(|(meaning, _)| self.fits(at, end, *meaning)) {
                best = Some((end, meaning, skipped));
            }
        }
        best
    }

    /// `Irans program`: a possessive that lost its apostrophe.
    pub(super) fn damaged(&self, at: usize, buffer: &mut String) -> Option<(usize, Meaning)> {
        let token = self.at(at)?;
        if !token.capital() || token.is(PEOPLE) {
            return None;
        }
        let stem = self.words.cues.stem(Cue::Possessive, token.text(self.text)).filter(|stem| stem.len() > 1)?;
        if self.gazetteer.longest(fold_into(stem, buffer)) == 0 {
            return None;
        }
        let meaning = self.gazetteer.meaning(buffer)?;
        let names = match meaning.sense {
            Sense::Name | Sense::Capital => token.shape == Shape::Capital && !self.common(at, buffer),
            Sense::Acronym => token.shape == Shape::Upper || mixed(stem) && stem.chars().all(char::is_uppercase),
            _ => false,
        };
        names.then_some((at + 1, meaning))
    }

    /// Whether the words are written as the name asks.
    pub(super) fn fits(&self, at: usize, end: usize, meaning: Meaning) -> bool {
        let tokens = self.tokens.get(at..end).unwrap_or_default();
        let comma = tokens.iter().skip(1).any(|token| token.gap(COMMA));
        let dots = tokens.windows(2).any(|pair| pair[1].gap(DOT) && !pair[0].is(ABBREVIATION) && pair[0].shape != Shape::Initial);
        if !(if comma { meaning.comma } else { meaning.bare }) || dots {
            return false;
        }
        if meaning.article && !at.checked_sub(1).is_some_and(|before| self.says(before, Cue::Articles)) {
            return false;
        }
        // `les banques suisses` beside `la Suisse`
        if meaning.adjective && self.words.order == Order::HeadFirst && tokens.first().is_some_and(|t| t.shape == Shape::Lower) {
            return true;
        }
        // `Liberation came late`, `Male voters`: a common word is not the name that is folded to it.
        if !meaning.plain && end - at == 1 && self.common(at, &mut String::new()) {
            return false;
        }
        match meaning.sense {
            Sense::Acronym => {
                // `G7`, `G-7`: one letter will do where a number or more letters follow.
                let one = |t: &Token| end - at > 1 && t.end - t.start == 1 || t.text(self.text).bytes().any(|b| b.is_ascii_digit());
                tokens.first().is_some_and(|t| {
                    t.shape == Shape::Upper
                        || (t.shape == Shape::Initial && end - at > 1)
                        || mixed(t.text(self.text))
                        || t.capital() && (one(t) && !t.text(self.text).contains(char::is_lowercase) || meaning.word)
                })
            }
            _ if meaning.capital => {
                tokens.first().is_some_and(Token::capital)
                    && tokens.last().is_some_and(|t| {
                        // `Russia today faces`: the small word is not the name's.
                        t.capital() || t.shape == Shape::Number || end - at > 1 && !t.is(STOP)
                    })
            }
            _ => true,
        }
    }

    /// A name of the gazetteer that begins with a small letter, before a capital: `al Qaeda`, `sub-Saharan Africa`.
    pub(super) fn low(&self, at: usize, stop: usize, buffer: &mut String) -> Option<(usize, Meaning)> {
        self.at(at + 1).filter(|next| next.capital() && next.gap & !(SPACE | HYPHEN) == 0)?;
        self.known(at, stop, buffer).filter(|(last, meaning)| !meaning.capital && *last > at + 1)
    }

    /// Where a name of the gazetteer covers the whole run or more, it wins.
    pub(super) fn known_whole(&self, start: usize, end: usize, stop: usize, found: &mut Vec<Found>, buffer: &mut String) -> Option<usize> {
        for first in start..end {
            if let Some((last, meaning)) = self.known(first, stop, buffer)
                && last >= end
                && (last - first > 1 || first == start)
            {
                // `Nadia Jordan`, `Paris Hilton` are left to the grammar of persons: only a name of several words ends a run here.
                if first > start {
                    self.persons(start, first, found, buffer);
                }
                found.push(Found { first, last, what: what_of(meaning) });
                return Some(last);
            }
        }
        None
    }
}
