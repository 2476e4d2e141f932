//! The grammar of names in one block: runs of capitalised words, cut into titles, names of persons and bodies, and names
//! that the gazetteer knows. Sees one block; decides nothing that needs another.

use super::gazetteer::{Gazetteer, Meaning, Sense};
use super::token::{AMPERSAND, CLOSE, COMMA, DOT, HEAD, HYPHEN, OPEN, POSSESSIVE, SPACE, Shape, Token, fold_into, folded, push_folded};
use crate::language::NamingWords;
use crate::language::naming::{
    ABBREVIATION, ARMED, EVENT, FAMILY_FIRST, MONTH, NOT_ACRONYM, OFFICE, ORGANISATION, PARTICLE, PEOPLE, PLACE, ROLE, SAY, STOP, TITLE, TITLE_MODIFIER,
};
use crate::model::Kind;

/// A stretch that names somebody, as far as its own words and its neighbours tell.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Found {
    /// First word, as a position in the block's words.
    pub(super) first: usize,
    /// One past the last.
    pub(super) last: usize,
    pub(super) what: What,
}

/// What a stretch names.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum What {
    /// Somebody of the gazetteer.
    Known { actor: u16, place: u16, sense: Sense, adjective: bool },
    /// A person by full name.
    Person { titled: bool },
    /// Two capitalised words or more that may be a person's name.
    MaybePerson,
    /// One word that may be a short form.
    Single { titled: bool },
    /// A body by its head noun.
    Body { kind: Kind },
    /// A body whose acronym stands in brackets behind it.
    Defined { kind: Kind },
    /// Letters that nobody knows.
    Acronym { bracket: bool },
}

/// One block's words, and what is asked about them.
pub(super) struct Grammar<'a> {
    pub(super) text: &'a str,
    pub(super) tokens: &'a [Token],
    pub(super) words: &'a NamingWords,
    pub(super) gazetteer: &'a Gazetteer,
}

/// Most words that are looked at for one name: bounds the work on a text in capitals throughout.
const LONGEST_RUN: usize = 14;

impl<'a> Grammar<'a> {
    /// Everything that may be a name, in order and disjoint.
    pub(super) fn find(&self, found: &mut Vec<Found>) {
        let definitions = self.definitions();
        let mut next_definition = 0;
        let mut at = 0;
        let mut buffer = String::new();
        while at < self.tokens.len() {
            while definitions.get(next_definition).is_some_and(|(start, ..)| *start < at) {
                next_definition += 1;
            }
            if let Some((start, end, kind)) = definitions.get(next_definition).copied()
                && start == at
            {
                match self.known(start, end, &mut buffer) {
                    Some((last, meaning)) if last == end => found.push(Found { first: start, last, what: what_of(meaning) }),
                    _ => found.push(Found { first: start, last: end, what: What::Defined { kind } }),
                }
                at = end;
                continue;
            }
            let stop = definitions.get(next_definition).map_or(usize::MAX, |(start, ..)| *start);
            if !self.begins(at) {
                at += 1;
                continue;
            }
            let end = self.run_end(at).min(stop).max(at + 1);
            at = self.segment(at, end, stop, found, &mut buffer).max(at + 1);
        }
    }

    pub(super) fn at(&self, at: usize) -> Option<&Token> {
        self.tokens.get(at)
    }

    pub(super) fn word(&self, at: usize) -> &'a str {
        self.tokens.get(at).map_or("", |token| token.text(self.text))
    }

    fn is(&self, at: usize, flags: u32) -> bool {
        self.tokens.get(at).is_some_and(|token| token.is(flags))
    }

    /// Whether `word` at `at` in lower case is a common word of the language.
    pub(super) fn common(&self, at: usize, buffer: &mut String) -> bool {
        self.words.is_common(folded(self.word(at), buffer))
    }

    pub(super) fn given(&self, at: usize, buffer: &mut String) -> bool {
        self.words.is_given(folded(self.word(at), buffer))
    }

    /// Whether a run of name words begins here.
    fn begins(&self, at: usize) -> bool {
        let Some(token) = self.at(at) else { return false };
        if token.capital() {
            return true;
        }
        // `al-Manfī`, `bin Salman`: a particle before a capital.
        token.is(PARTICLE) && self.at(at + 1).is_some_and(|next| next.gap == HYPHEN && next.capital())
    }

    fn continues(&self, at: usize) -> bool {
        let Some(token) = self.at(at) else { return false };
        if at == 0 {
            return false;
        }
        if token.joins() {
            return true;
        }
        // `Maj. Gen. J. Smith`: a full stop that abbreviates.
        token.gap & !(SPACE | DOT) == 0 && self.at(at - 1).is_some_and(|last| last.shape == Shape::Initial || last.is(ABBREVIATION))
    }

    /// Where the run of name words that begins at `at` ends.
    fn run_end(&self, at: usize) -> usize {
        let mut end = at + 1;
        while end - at < LONGEST_RUN && self.continues(end) {
            let Some(token) = self.at(end) else { break };
            if token.capital() && (!token.is(STOP) || token.is(PARTICLE)) {
                end += 1;
                continue;
            }
            // `Park Min-jun`
            if token.gap == HYPHEN
                && token.shape == Shape::Lower
                && end - at >= 2
                && self.at(end - 1).is_some_and(|t| t.shape == Shape::Capital)
                && token.flags & !(FAMILY_FIRST | PARTICLE | MONTH | ABBREVIATION) == 0
                && (token.is(MONTH) || !self.common(end, &mut String::new()))
            {
                end += 1;
                continue;
            }
            if token.is(PARTICLE) && !matches!(self.word(end), "a" | "an" | "as" | "at") {
                // One or two particles before a capital: `de la Cruz`, `van der Bellen`.
                let more = usize::from(self.is(end + 1, PARTICLE) && !self.at(end + 1).is_some_and(Token::capital) && self.continues(end + 1));
                if self.at(end + 1 + more).is_some_and(Token::capital) && self.continues(end + 1 + more) {
                    end += 2 + more;
                    continue;
                }
            }
            break;
        }
        end
    }

    /// The longest name of the gazetteer that begins at `at`; where it ends, and what it means.
    pub(super) fn known(&self, at: usize, stop: usize, buffer: &mut String) -> Option<(usize, Meaning)> {
        let first = self.at(at)?;
        let longest = self.gazetteer.longest(fold_into(first.text(self.text), buffer));
        let mut best = None;
        for length in 1..=longest {
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

    /// `Irans program`: a possessive that lost its apostrophe.
    fn damaged(&self, at: usize, buffer: &mut String) -> Option<(usize, Meaning)> {
        let token = self.at(at)?;
        let stem = token.text(self.text).strip_suffix('s').filter(|stem| stem.len() > 1)?;
        if !token.capital() || self.gazetteer.longest(fold_into(stem, buffer)) == 0 {
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
    fn fits(&self, at: usize, end: usize, meaning: Meaning) -> bool {
        let tokens = self.tokens.get(at..end).unwrap_or_default();
        let comma = tokens.iter().skip(1).any(|token| token.gap(COMMA));
        let dots = tokens.windows(2).any(|pair| pair[1].gap(DOT) && !pair[0].is(ABBREVIATION) && pair[0].shape != Shape::Initial);
        if comma != meaning.comma || dots {
            return false;
        }
        match meaning.sense {
            Sense::Acronym => {
                tokens.first().is_some_and(|t| t.shape == Shape::Upper || (t.shape == Shape::Initial && end - at > 1) || mixed(t.text(self.text)))
            }
            _ if meaning.capital => {
                tokens.first().is_some_and(Token::capital) && tokens.last().is_some_and(|t| t.capital() || t.shape == Shape::Number || end - at > 1)
            }
            _ => true,
        }
    }

    /// Cuts the run `at..end`; returns where to go on.
    fn segment(&self, at: usize, end: usize, stop: usize, found: &mut Vec<Found>, buffer: &mut String) -> usize {
        let mut start = at;
        // What only the head of a sentence sets in capitals.
        while start < end
            && let Some(token) = self.at(start)
            && token.is(STOP)
            && token.shape != Shape::Upper
            && !self.at(start + 1).is_some_and(|next| next.gap == HYPHEN && next.capital() && token.is(PARTICLE))
        {
            if let Some((last, meaning)) = self.known(start, stop, buffer)
                && last > start + 1
            {
                found.push(Found { first: start, last, what: what_of(meaning) });
                return last;
            }
            start += 1;
        }
        if start >= end {
            return end;
        }
        if let Some(next) = self.known_whole(start, end, stop, found, buffer) {
            return next;
        }
        if self.is(start, MONTH) && (end - start == 1 || !self.given(start, buffer)) {
            return start + 1;
        }
        let last = end - 1;
        let Some(tail) = self.at(last).copied() else { return end };
        let two_word_person = end - start == 2 && !self.is(start, TITLE | TITLE_MODIFIER | PEOPLE) && self.given(start, buffer);
        if tail.is(ORGANISATION | ARMED | OFFICE) && tail.shape != Shape::Initial && (!two_word_person || tail.is(OFFICE)) {
            return self.body(start, end, stop, found, buffer);
        }
        // `Bank of England`, `Movement for the Left`: a head noun within the run, or at its beginning.
        if let Some(head) = (start..end).find(|i| self.is(*i, ORGANISATION | OFFICE) && self.extends(*i + 1, stop).is_some())
            && head + 1 == end
        {
            return self.body(start, end, stop, found, buffer);
        }
        // `the War of the Pacific`, `the Treaty of Lima`
        if tail.is(EVENT)
            && self.word(end) == "of"
            && let Some(next) = self.extends(end, stop)
        {
            return self.run_end(next).min(stop).max(end);
        }
        if tail.is(EVENT | PLACE) && end - start > 1 && !two_word_person && !tail.is(TITLE) {
            return end;
        }
        self.persons(start, end, found, buffer);
        end
    }

    /// Where a name of the gazetteer covers the whole run or more, it wins.
    fn known_whole(&self, start: usize, end: usize, stop: usize, found: &mut Vec<Found>, buffer: &mut String) -> Option<usize> {
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

    /// After a head noun: `of`, `for`, `on` and what it opens; where that ends.
    fn extends(&self, at: usize, stop: usize) -> Option<usize> {
        let connector = self.at(at)?;
        if connector.gap != SPACE || !matches!(self.word(at), "of" | "for" | "on" | "against") {
            return None;
        }
        let mut next = at + 1;
        if matches!(self.word(next), "the" | "an" | "a") {
            next += 1;
        }
        let token = self.at(next)?;
        (token.gap == SPACE && token.capital() && next < stop && !token.is(MONTH)).then_some(next)
    }

    /// A body whose head noun ends the run `start..end`, with what follows it.
    fn body(&self, start: usize, end: usize, stop: usize, found: &mut Vec<Found>, buffer: &mut String) -> usize {
        let mut end = end;
        let mut start = start;
        // An adjective of a state before an office of state names the state; the rest stays common.
        if let Some((next, meaning)) = self.known(start, end, buffer)
            && next < end
            && meaning.adjective
            && self.is(end - 1, OFFICE)
            && (next..end).all(|i| self.is(i, OFFICE | TITLE_MODIFIER))
        {
            found.push(Found {
                first: start,
                last: next,
                what: What::Known { actor: meaning.actor, place: meaning.place, sense: Sense::Adjective, adjective: true },
            });
            start = next;
        }
        // `Fighters of the Wagner Group`: the head of a sentence that is many, not one.
        if end - start == 1 && self.at(start).is_some_and(Token::heads) && self.word(start).ends_with('s') && !self.is(start, OFFICE) {
            return end;
        }
        let head_kind = self.at(end - 1).map_or(0, |t| t.flags);
        let mut extended = false;
        while end - start < LONGEST_RUN * 2
            && let Some(next) = self.extends(end, stop)
        {
            let run = self.run_end(next).min(stop);
            if self.is(end - 1, STOP) || run <= next {
                break;
            }
            extended = true;
            end = run;
            // `Center for Strategic and International Studies`
            while let Some(token) = self.at(end)
                && (self.word(end) == "and" || token.gap(AMPERSAND))
                && token.gap & !(SPACE | AMPERSAND) == 0
                && self.at(end + 1).is_some_and(|t| t.gap == SPACE && t.capital() && !t.is(TITLE | STOP))
                && end + 1 < stop
                && self.known(end + 1, stop, buffer).is_none()
                && !self.given(end + 1, buffer)
                && self.at(next).is_some_and(|t| self.known(next, end, &mut String::new()).is_none() && t.capital())
            {
                end = self.run_end(end + 1).min(stop);
            }
        }
        if matches!(self.word(end), "in")
            && matches!(self.word(end - 1), "Mission" | "Force" | "Office")
            && self.at(end + 1).is_some_and(|t| t.capital() && t.gap == SPACE)
            && let Some((last, meaning)) = self.known(end + 1, stop, buffer)
            && meaning.sense == Sense::Name
        {
            end = last;
            extended = true;
        }
        if let Some((last, meaning)) = self.known(start, stop, buffer)
            && last >= end
        {
            found.push(Found { first: start, last, what: what_of(meaning) });
            return last;
        }
        // `Social Democratic and Labour Party`: an adjective before the `and` that leads to the head noun.
        if start >= 2
            && self.word(start - 1) == "and"
            && self.at(start).is_some_and(|t| t.gap == SPACE)
            && self.at(start - 1).is_some_and(|t| t.gap == SPACE)
            && self.at(end - 1).is_some_and(|t| !t.is(OFFICE))
            && found.iter().rev().take(2).all(|other| other.last < start || matches!(other.what, What::Single { titled: false } | What::MaybePerson))
        {
            let mut from = start - 1;
            while from > 0
                && start - from < 4
                && self.at(from - 1).is_some_and(|t| t.shape == Shape::Capital && (t.is(PEOPLE) || !t.is(STOP | ORGANISATION | TITLE)))
                && (self.is(from - 1, PEOPLE) || self.common(from - 1, buffer))
                && !self.given(from - 1, buffer)
            {
                from -= 1;
                if !self.continues(from) {
                    break;
                }
            }
            let placed = found.iter().rev().take(2).any(|other| other.last > from && !matches!(other.what, What::Single { .. } | What::MaybePerson));
            if from < start - 1 && !placed && !self.at(from).is_some_and(|t| t.heads() && !t.is(PEOPLE)) && self.known(from, start, buffer).is_none() {
                while found.last().is_some_and(|other| other.last > from) {
                    found.pop();
                }
                start = from;
            }
        }
        // Titles before a body's name are not of it: `Foreign Minister of ...` never comes here; `President` of a body does.
        let generic = (start..end.min(start + 4)).all(|i| self.is(i, OFFICE | TITLE_MODIFIER | STOP)) && !extended;
        if generic || end - start < 2 || (self.is(start, TITLE) && !self.is(start, TITLE_MODIFIER) && !self.is(start, ORGANISATION)) {
            if !generic {
                self.leading_known(start, end, found, buffer);
            }
            return end;
        }
        // A sentence's head that is a common word, before a head noun alone: `Opposition parties`.
        if end - start == 2 && self.at(start).is_some_and(Token::heads) && self.common(start, buffer) && !self.is(start, ORGANISATION | PEOPLE) && !extended {
            return end;
        }
        let kind = if head_kind & ARMED != 0 && head_kind & ORGANISATION == 0 {
            Kind::ArmedGroup
        } else if head_kind & OFFICE != 0 {
            Kind::Office
        } else {
            Kind::Organisation
        };
        found.push(Found { first: start, last: end, what: What::Body { kind } });
        end
    }

    fn leading_known(&self, start: usize, end: usize, found: &mut Vec<Found>, buffer: &mut String) {
        if let Some((next, meaning)) = self.known(start, end, buffer) {
            found.push(Found { first: start, last: next, what: what_of(meaning) });
        }
    }

    /// A run without a body's head noun: names of the gazetteer, titles, then a person.
    fn persons(&self, start: usize, end: usize, found: &mut Vec<Found>, buffer: &mut String) {
        let mut at = start;
        let mut titled = self.plural_title_before(start);
        while at < end {
            let Some(token) = self.at(at).copied() else { return };
            if let Some((next, meaning)) = self.known(at, end, buffer) {
                let rest = end - next;
                let follows = self.at(next).copied();
                let opens_title = rest > 0 && follows.is_some_and(|t| t.is(TITLE | TITLE_MODIFIER | ROLE) || t.gap(HYPHEN));
                let neighbour = rest > 0 && self.known(next, end, buffer).is_some();
                let person = at + 1 == next && rest > 0 && !opens_title && !neighbour && matches!(meaning.sense, Sense::Name | Sense::Capital);
                if person && self.person(at, end, titled, buffer) == Some(true) && self.given(at, buffer) {
                    found.push(Found { first: at, last: end, what: What::Person { titled } });
                    return;
                }
                if person || (rest > 0 && !opens_title && !neighbour && !titled && !meaning.adjective && meaning.sense != Sense::Acronym) {
                    // `China Mobile`: part of a name that is not known.
                    return;
                }
                if !titled || rest == 0 && !self.is(at, TITLE) {
                    found.push(Found { first: at, last: next, what: what_of(meaning) });
                }
                titled = false;
                at = next;
                continue;
            }
            let more = end - at > 1;
            if token.is(TITLE | TITLE_MODIFIER) && (more || token.is(ROLE) || token.is(TITLE)) && !(more && self.reads_as_name(at, end, titled, buffer)) {
                titled = token.is(TITLE) || (titled && token.is(TITLE_MODIFIER));
                at += 1;
                continue;
            }
            if token.is(ROLE) && more && !self.given(at, buffer) {
                titled = true;
                at += 1;
                continue;
            }
            if token.shape == Shape::Upper && !roman(token.text(self.text)) {
                if !token.is(NOT_ACRONYM) && token.end - token.start <= 8 && (token.end - token.start >= 2) {
                    found.push(Found { first: at, last: at + 1, what: What::Acronym { bracket: false } });
                }
                at += 1;
                continue;
            }
            break;
        }
        if at >= end {
            return;
        }
        let mut last = end;
        // A people or a month at the end is not of the name.
        while last > at + 1 && self.is(last - 1, NOT_ACRONYM) && !roman(self.word(last - 1)) {
            last -= 1;
        }
        let names = (at..last).filter(|i| self.at(*i).is_some_and(|t| t.capital() && !(t.is(PARTICLE) && t.shape != Shape::Initial && last - at > 1))).count();
        if names <= 1 {
            if !self.is(at, PEOPLE | MONTH | EVENT | STOP) {
                found.push(Found { first: at, last, what: What::Single { titled } });
            }
            return;
        }
        match self.person(at, last, titled, buffer) {
            Some(true) => found.push(Found { first: at, last, what: What::Person { titled } }),
            Some(false) => found.push(Found { first: at, last, what: What::MaybePerson }),
            None => {
                // The head of a sentence before a name: `Attacking Hakan Fidan`.
                if self.at(at).is_some_and(Token::heads) && self.common(at, buffer) && !self.given(at, buffer) {
                    self.persons(at + 1, last, found, buffer);
                }
            }
        }
    }

    /// `Presidents A and B`, `Ministers A, B and C`: a title in the plural before the list.
    fn plural_title_before(&self, at: usize) -> bool {
        at >= 2 && self.word(at - 1) == "and" && {
            let from = at.saturating_sub(5);
            (from..at - 1).any(|i| self.is(i, TITLE) && self.word(i).ends_with('s') && self.at(i).is_some_and(Token::capital) && self.word(i).len() > 4)
        }
    }

    /// Whether a word of title that is also a given name begins a name here: `Rev`, `Don`, `Prince` are titles; `Grace`, `Christian` are not asked.
    fn reads_as_name(&self, at: usize, end: usize, titled: bool, buffer: &mut String) -> bool {
        titled && end - at == 2 && self.given(at, buffer) && !self.is(at + 1, TITLE)
    }

    /// Whether the capitalised words `at..last` are a person's name: yes, perhaps, no.
    fn person(&self, at: usize, last: usize, titled: bool, buffer: &mut String) -> Option<bool> {
        let mut score = 0i32;
        let mut common = 0;
        let mut names = 0;
        for i in at..last {
            let token = self.at(i)?;
            if token.shape == Shape::Initial {
                score += 1;
                continue;
            }
            if token.is(PARTICLE) && !token.capital() {
                score += 2;
                continue;
            }
            if token.is(PEOPLE | MONTH) && !(i > at && self.given(at, buffer)) {
                return None;
            }
            if token.shape == Shape::Upper && !roman(token.text(self.text)) {
                return None;
            }
            if token.is(EVENT | ORGANISATION | OFFICE) && !(i + 1 == last && names > 0) {
                return None;
            }
            names += 1;
            if !(i > at && token.is(PARTICLE)) && self.common(i, buffer) && !self.given(i, buffer) {
                common += 1;
            }
            if let Some((_, meaning)) = self.known(i, i + 1, buffer)
                && (meaning.adjective || meaning.sense == Sense::People)
                && !self.given(at, buffer)
            {
                return None;
            }
        }
        if names > 5 || last - at > 8 {
            return None;
        }
        let head = self.at(at)?.heads();
        let given = self.given(at, buffer);
        if titled {
            score += 3;
        }
        if given {
            score += 3;
        } else if self.is(at, FAMILY_FIRST) {
            score += 2;
        }
        if common == 0 {
            score += 2;
        } else {
            score -= if given { common } else { 2 * common };
        }
        if head && common > 0 && !given {
            return None;
        }
        if at > 0 {
            let before = self.at(at - 1)?;
            let near = self.at(at)?.gap & !(SPACE | COMMA) == 0;
            if near && before.is(ROLE) && !before.is(STOP) {
                score += 3;
            }
            if self.at(at)?.gap == SPACE && matches!(self.word(at - 1), "the" | "The" | "a" | "an") {
                score -= 4;
            } else if self.at(at)?.gap == SPACE && matches!(self.word(at - 1), "in" | "In" | "at" | "near" | "around" | "across") {
                score -= 2;
            }
        }
        if let Some(next) = self.at(last) {
            if next.gap == SPACE && next.is(SAY) || self.word(last) == "who" {
                score += 2;
            }
            if next.gap & !(SPACE | COMMA) == 0 && next.gap(COMMA) && (next.is(ROLE) || next.shape == Shape::Number || self.is(last + 1, ROLE | TITLE)) {
                score += 1;
            }
        }
        if score >= 2 {
            Some(true)
        } else if score >= 0 {
            Some(false)
        } else {
            None
        }
    }

    /// Acronyms in brackets, with the words before them that they stand for: `(start, end, kind)`, sorted.
    fn definitions(&self) -> Vec<(usize, usize, Kind)> {
        let mut found = Vec::new();
        for (at, token) in self.tokens.iter().enumerate() {
            if at < 2 || !token.gap(OPEN) || !self.bracketed(at) || !mixed(token.text(self.text)) {
                continue;
            }
            if let Some(start) = self.initials(at)
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

    /// Whether the word stands alone in brackets.
    pub(super) fn bracketed(&self, at: usize) -> bool {
        let Some(token) = self.at(at) else { return false };
        token.gap(OPEN)
            && match self.at(at + 1) {
                Some(next) => next.gap(CLOSE) || next.gap(COMMA),
                None => self.text.get(token.end as usize..).is_some_and(|rest| rest.starts_with([')', ']'])),
            }
    }

    /// Where the words before `at` begin whose initials are the letters of the word at `at`.
    fn initials(&self, at: usize) -> Option<usize> {
        let letters: Vec<char> = self.word(at).chars().filter(|c| c.is_alphabetic()).flat_map(char::to_lowercase).collect();
        if letters.len() < 2 || letters.len() > 9 {
            return None;
        }
        let most = at.saturating_sub(letters.len() * 2 + 3);
        let mut best = None;
        for start in (most..at).rev() {
            let token = self.at(start)?;
            let initial = self.word(start).chars().next()?.to_lowercase().next()?;
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

    /// Whether the initials of the words `start..end` spell `letters`; small words may be passed over, and a capitalised one at most.
    fn spells(&self, start: usize, end: usize, letters: &[char]) -> bool {
        let mut next = 0;
        let mut passed = 0;
        for i in start..end {
            let Some(token) = self.at(i) else { return false };
            let initial = self.word(i).chars().next().and_then(|c| c.to_lowercase().next());
            if initial.is_some() && initial == letters.get(next).copied() {
                next += 1;
            } else if token.capital() {
                passed += 1;
            } else if !token.is(STOP | PARTICLE) {
                return false;
            }
        }
        next == letters.len() && passed <= 1
    }
}

/// What a meaning of the gazetteer becomes.
fn what_of(meaning: Meaning) -> What {
    What::Known { actor: meaning.actor, place: meaning.place, sense: meaning.sense, adjective: meaning.adjective }
}

/// Two capitals or more in a short word: `MpS`, `AfD`, `UNSMIL`.
fn mixed(word: &str) -> bool {
    word.len() <= 12 && word.chars().filter(|c| c.is_uppercase()).count() >= 2
}

fn roman(word: &str) -> bool {
    word.len() <= 5 && word.bytes().all(|b| matches!(b, b'I' | b'V' | b'X' | b'L'))
}
