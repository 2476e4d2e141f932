//! Names of persons: titles before them, given names, particles, and whether capitalised words are one.

use super::gazetteer::Sense;
use super::name::{Found, Grammar, What, roman, what_of};
use super::token::{COMMA, HYPHEN, POSSESSIVE, SPACE, Shape, Token, folded};
use crate::language::Cue;
use crate::language::naming::{EVENT, FAMILY_FIRST, LEGAL, MONTH, NOT_ACRONYM, OFFICE, ORGANISATION, PARTICLE, PEOPLE, ROLE, SAY, STOP, TITLE, TITLE_MODIFIER};

/// Words from a comma to the noun that says what somebody is, at most: `a retired marine engineer`.
const FARTHEST_NOUN: usize = 5;

impl Grammar<'_> {
    /// A run without a body's head noun: names of the gazetteer, titles, then a person.
    pub(super) fn persons(&self, start: usize, end: usize, found: &mut Vec<Found>, buffer: &mut String) {
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
            // `Retired General`, `Competition Commissioner`: common words before a title are of it.
            if more
                && !token.is(TITLE | TITLE_MODIFIER | ROLE | PEOPLE)
                && let Some(title) = (at + 1..end).find(|i| self.is(*i, TITLE | ROLE))
                && title + 1 < end
                && (at..title).all(|i| self.common(i, buffer) && !self.given(i, buffer))
            {
                at = title;
                continue;
            }
            if token.is(TITLE | TITLE_MODIFIER) && (more || token.is(ROLE) || token.is(TITLE)) && !(more && self.reads_as_name(at, end, titled, buffer)) {
                titled = token.is(TITLE) || (titled && token.is(TITLE_MODIFIER));
                at += 1;
                continue;
            }
            // `Ratu Semi Vakalolobau`: a dignity that is no given name.
            let dignity = more && token.shape == Shape::Capital && self.words.is_address(folded(token.text(self.text), buffer));
            if (token.is(ROLE) || dignity) && more && !self.given(at, buffer) {
                titled = true;
                at += 1;
                continue;
            }
            // `KP Sharma`: initials without full stops.
            if self.pair_of_initials(at)
                && more
                && !self.is(at + 1, TITLE | TITLE_MODIFIER | ROLE | ORGANISATION | OFFICE)
                && self.at(at + 1).is_some_and(|t| t.gap == SPACE && t.shape == Shape::Capital)
                && !self.common(at + 1, buffer)
                && self.known(at + 1, end, buffer).is_none()
            {
                break;
            }
            if titled && self.surname_in_capitals(at, end) {
                break;
            }
            if token.shape == Shape::Upper && !roman(token.text(self.text)) {
                // `EOKA-B`
                if self.at(at + 1).is_some_and(|t| t.gap == HYPHEN && t.shape == Shape::Capital && t.end - t.start == 1) && !token.is(NOT_ACRONYM) {
                    found.push(Found { first: at, last: at + 2, what: What::Acronym { bracket: false } });
                    at += 2;
                    continue;
                }
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
        // What a hyphen joins is one name: `Kaboré-Tall`.
        let names = (at..last)
            .filter(|i| {
                self.at(*i).is_some_and(|t| {
                    t.capital()
                        && !(*i > at && t.gap == HYPHEN && !self.is(*i - 1, PARTICLE))
                        && !(t.is(PARTICLE)
                            && t.shape != Shape::Initial
                            && last - at > 1
                            && !self.at(*i + 1).is_some_and(|next| next.gap == HYPHEN && next.shape == Shape::Lower))
                })
            })
            .count();
        if names <= 1 {
            if !titled && let Some(kind) = self.described(at, last) {
                found.push(Found { first: at, last, what: What::Body { kind } });
            } else if !self.is(at, PEOPLE | MONTH | EVENT | STOP) {
                // Whatever stands before it with a capital may be of the name: `Will Sharpham`, `Monday Okoh`.
                let alone = !(at > 0 && self.at(at).is_some_and(|t| t.gap == SPACE) && self.at(at - 1).is_some_and(Token::capital));
                let titled = titled || alone && self.unknown(at, last, buffer) && (self.is_somebody(last) || self.called_so(at));
                found.push(Found { first: at, last, what: What::Single { titled } });
            }
            return;
        }
        if !titled
            && !self.given(at, buffer)
            && let Some(kind) = self.described(at, last)
        {
            found.push(Found { first: at, last, what: What::Body { kind } });
            return;
        }
        let whole = self.person(at, last, titled, buffer);
        // `Republican Warren G. Harding`, `Generalissimo Chiang Kai-shek`: what stands before the given name is not of it.
        if whole != Some(true) || !self.given(at, buffer) && self.is(at, PEOPLE) {
            let lead = (at + 1..last.saturating_sub(1)).take(3).find(|i| self.given(*i, buffer) || self.is(*i, FAMILY_FIRST));
            if let Some(lead) = lead
                && (at..lead).all(|i| self.is(i, PEOPLE) || self.common(i, buffer))
                && self.at(lead).is_some_and(|t| t.gap == SPACE)
                && self.person(lead, last, true, buffer) == Some(true)
            {
                found.push(Found { first: lead, last, what: What::Person { titled } });
                return;
            }
        }
        // `Floor van Oosten, who`
        let somebody = whole != Some(true) && self.is_somebody(last) && (at..last).any(|i| self.unknown(i, i + 1, buffer));
        match if somebody { self.person(at, last, true, buffer) } else { whole } {
            Some(true) => found.push(Found { first: at, last, what: What::Person { titled } }),
            Some(false) => found.push(Found { first: at, last, what: What::MaybePerson }),
            None => {
                // The head of a sentence before a name: `Attacking Ann Lindqvist`.
                if self.at(at).is_some_and(Token::heads) && self.common(at, buffer) && !self.given(at, buffer) {
                    self.persons(at + 1, last, found, buffer);
                }
            }
        }
    }

    /// Whether none of the words `first..last` is known for anything.
    fn unknown(&self, first: usize, last: usize, buffer: &mut String) -> bool {
        (first..last).all(|i| self.at(i).is_some_and(|t| t.flags & !(FAMILY_FIRST | PARTICLE) == 0) && !self.common(i, buffer))
            && self.known(first, last, buffer).is_none()
    }

    /// `X, who`, `X, a nurse`, `X, Minister of Health`: whether what stands behind a name that ends at `last` is said of a person.
    fn is_somebody(&self, last: usize) -> bool {
        if self.at(last).is_none_or(|t| t.gap & !SPACE != COMMA) {
            return false;
        }
        if self.says(last, Cue::Who) {
            return true;
        }
        for at in last..last + FARTHEST_NOUN {
            let Some(token) = self.at(at) else { return false };
            if at > last && token.gap & !(SPACE | HYPHEN | POSSESSIVE) != 0 {
                return false;
            }
            let word = token.text(self.text);
            if token.is(ROLE | TITLE) && !token.is(STOP | ORGANISATION) && !self.words.is_body_noun(&word.to_lowercase()) && !self.says(at, Cue::EitherRoles) {
                // `X, President Y and Z`: the title is the next one's. `X, the leader in its market`: it may be anything.
                let next = self.at(at + 1);
                let anothers = token.capital() && next.is_some_and(|t| t.gap == SPACE && t.capital());
                return !(anothers || self.says(at + 1, Cue::In) || token.is(SAY) && at == last);
            }
            let leads = at == last && (self.says(at, Cue::DescribingArticles) || token.capital());
            let adjective = token.shape == Shape::Lower && !token.is(STOP | SAY) || token.is(PEOPLE | TITLE_MODIFIER) || token.gap(POSSESSIVE);
            if !(leads || adjective) {
                return false;
            }
        }
        false
    }

    /// `a nurse called X`.
    fn called_so(&self, first: usize) -> bool {
        first >= 2
            && self.at(first).is_some_and(|t| t.gap == SPACE)
            && self.says(first - 1, Cue::Calls)
            && self.at(first - 2).is_some_and(|t| t.shape == Shape::Lower && t.is(ROLE) && !t.is(STOP | ORGANISATION))
    }

    /// `MR ANTWI-BEDIATUO`, `Stepan TOPALOGU`: whether the last words are in capitals, and too long for letters that stand for a body's name.
    fn surname_in_capitals(&self, at: usize, end: usize) -> bool {
        at < end
            && (at..end).all(|i| self.at(i).is_some_and(|t| t.shape == Shape::Upper && t.flags & !(FAMILY_FIRST | PARTICLE) == 0))
            && (at..end).any(|i| self.at(i).is_some_and(|t| t.end - t.start > 4 && !roman(t.text(self.text))))
            && self.known(at, end, &mut String::new()).is_none()
    }

    /// Two capitals that nobody knows as letters of a body.
    fn pair_of_initials(&self, at: usize) -> bool {
        self.at(at).is_some_and(|t| t.shape == Shape::Upper && t.end - t.start == 2 && !t.is(NOT_ACRONYM | TITLE | LEGAL))
    }

    /// `Presidents A and B`, `Ministers A, B and C`: a title in the plural before the list.
    pub(super) fn plural_title_before(&self, at: usize) -> bool {
        at >= 2 && self.says(at - 1, Cue::And) && {
            let from = at.saturating_sub(5);
            (from..at - 1).any(|i| {
                self.is(i, TITLE) && self.words.cues.ends(Cue::PluralEnds, self.word(i)) && self.at(i).is_some_and(Token::capital) && self.word(i).len() > 4
            })
        }
    }

    /// Whether a word of title that is also a given name begins a name here: `Rev`, `Don`, `Prince` are titles; `Grace`, `Christian` are not asked.
    pub(super) fn reads_as_name(&self, at: usize, end: usize, titled: bool, buffer: &mut String) -> bool {
        titled && end - at == 2 && self.given(at, buffer) && !self.is(at + 1, TITLE)
    }

    /// Whether the capitalised words `at..last` are a person's name: yes, perhaps, no.
    pub(super) fn person(&self, at: usize, last: usize, titled: bool, buffer: &mut String) -> Option<bool> {
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
            // `Moon Hyung-soo`
            if token.gap == HYPHEN && token.shape == Shape::Lower && i >= at + 2 {
                score += 2;
                continue;
            }
            let clan = i == at && token.is(FAMILY_FIRST) && (titled || self.at(at + 2).is_some_and(|t| t.gap == HYPHEN && at + 2 < last));
            if token.is(PEOPLE | MONTH)
                && !clan
                && !(i > at && (self.given(at, buffer) || token.gap == HYPHEN))
                && !(i == at && token.is(MONTH) && self.given(at, buffer))
                // `Hugo May`
                && !(i > at && i + 1 == last && token.is(MONTH) && self.given(at, buffer) && self.at(last).is_none_or(|t| t.shape != Shape::Number))
            {
                return None;
            }
            let capitals = i > at && self.given(at, buffer) && self.surname_in_capitals(i, last);
            let initials = i == at && last - at > 1 && self.pair_of_initials(i);
            let titled_surname = titled && self.surname_in_capitals(at, last);
            if token.shape == Shape::Upper && !(roman(token.text(self.text)) || initials || capitals || titled_surname) {
                return None;
            }
            let opens = i == at && last - at >= 2 && self.given(at, buffer) && !self.common(at + 1, buffer);
            if token.is(EVENT | ORGANISATION | OFFICE) && !(i + 1 == last && names > 0) && !opens {
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
        if head && common > 0 && !given && !self.is(at, FAMILY_FIRST) && !(titled && names > common) {
            return None;
        }
        if at > 0 {
            let before = self.at(at - 1)?;
            let near = self.at(at)?.gap & !(SPACE | COMMA) == 0;
            if near && before.is(ROLE) && !before.is(STOP) {
                score += 3;
            }
            if self.at(at)?.gap == SPACE && self.says(at - 1, Cue::EveryArticle) {
                score -= 4;
            } else if self.at(at)?.gap == SPACE && self.says(at - 1, Cue::Whereabouts) {
                // `in Chiang Khong`, `an analyst at Morgan Stanley`
                score -= 4;
            }
        }
        if let Some(next) = self.at(last) {
            if next.gap == SPACE && next.is(SAY) || self.says(last, Cue::Who) {
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
}
