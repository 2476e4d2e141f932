//! The grammar of names in one block: runs of capitalised words, cut into titles, names of persons and bodies, and names
//! that the gazetteer knows. Sees one block; decides nothing that needs another.

use super::gazetteer::{Gazetteer, Meaning, Sense};
use super::token::{AMPERSAND, COMMA, DASH, DOT, HEAD, HYPHEN, POSSESSIVE, QUOTE, SPACE, Shape, Token, folded};
use crate::language::Cue;
use crate::language::naming::{
    ABBREVIATION, ARMED, COMMON, EVENT, FAMILY_FIRST, GIVEN, GROUP, Lists, MONTH, OFFICE, ORGANISATION, PARTICLE, PEOPLE, PLACE, ROLE, SAY, STOP, TITLE,
    TITLE_MODIFIER,
};
use crate::language::{NamingWords, Order};
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
    /// Names of the gazetteer that begin with words of the reading, by `Token::known`: how many words each has, and what it means.
    pub(super) knowns: &'a [(usize, Meaning)],
}

/// Most words that are looked at for one name: bounds the work on a text in capitals throughout.
pub(super) const LONGEST_RUN: usize = 14;

impl<'a> Grammar<'a> {
    /// Everything that may be a name, in order and disjoint.
    pub(super) fn find(&self, found: &mut Vec<Found>) {
        if self.words.order == Order::Names {
            return self.find_known(found);
        }
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
            if self.words.order == Order::HeadFirst
                && let Some(next) = self.head_first(at, stop, found, &mut buffer)
            {
                at = next.max(at + 1);
                continue;
            }
            if !self.begins(at) {
                at = match self.low(at, stop, &mut buffer) {
                    Some((last, meaning)) => {
                        found.push(Found { first: at, last, what: what_of(meaning) });
                        last
                    }
                    None => at + 1,
                };
                continue;
            }
            let end = self.run_end(at).min(stop).max(at + 1);
            at = self.segment(at, end, stop, found, &mut buffer).max(at + 1);
        }
    }

    /// Names of the gazetteer as they are written, in a language whose grammar is not known.
    fn find_known(&self, found: &mut Vec<Found>) {
        let mut at = 0;
        let mut buffer = String::new();
        while at < self.tokens.len() {
            match self.known(at, usize::MAX, &mut buffer) {
                Some((last, meaning)) => {
                    if matches!(meaning.sense, Sense::Name | Sense::Acronym) {
                        found.push(Found { first: at, last, what: what_of(meaning) });
                    }
                    at = last;
                }
                None => at += 1,
            }
        }
    }

    pub(super) fn at(&self, at: usize) -> Option<&Token> {
        self.tokens.get(at)
    }

    pub(super) fn word(&self, at: usize) -> &'a str {
        self.tokens.get(at).map_or("", |token| token.text(self.text))
    }

    /// Whether the word at `at` is one that is asked for.
    pub(super) fn says(&self, at: usize, cue: Cue) -> bool {
        self.at(at).is_some_and(|token| self.words.cues.holds(cue, token.cue))
    }

    /// `according to`: where a phrase ends that begins at `at` and says whose words something is.
    pub(super) fn according(&self, at: usize) -> Option<usize> {
        let first = self.word(at);
        self.words.according(first).iter().find_map(|phrase| {
            let mut words = phrase.split(' ');
            let opens = words.next().is_some_and(|word| word.eq_ignore_ascii_case(first));
            let mut next = at + 1;
            let goes_on = opens
                && words.all(|word| {
                    next += 1;
                    self.word(next - 1) == word
                });
            goes_on.then_some(next)
        })
    }

    pub(super) fn is(&self, at: usize, flags: u32) -> bool {
        self.tokens.get(at).is_some_and(|token| token.is(flags))
    }

    /// Whether `word` at `at` in lower case is a common word of the language.
    pub(super) fn common(&self, at: usize, buffer: &mut String) -> bool {
        let word = self.word(at);
        // `Hưng` is not the word that it is folded to.
        (word.is_ascii() || self.words.order == Order::HeadFirst) && self.lists(at, buffer) & COMMON != 0
    }

    pub(super) fn given(&self, at: usize, buffer: &mut String) -> bool {
        self.lists(at, buffer) & GIVEN != 0
    }

    /// In which of the long lists the word at `at` stands.
    pub(super) fn lists(&self, at: usize, buffer: &mut String) -> Lists {
        self.at(at).map_or(0, |token| token.lists.unwrap_or_else(|| self.words.lists(folded(token.text(self.text), buffer))))
    }

    /// Whether a run of name words begins here.
    pub(super) fn begins(&self, at: usize) -> bool {
        let Some(token) = self.at(at) else { return false };
        if token.capital() {
            return true;
        }
        // `al-Manfī`, `bin Salman`: a particle before a capital.
        token.is(PARTICLE) && self.at(at + 1).is_some_and(|next| next.gap == HYPHEN && next.capital())
    }

    pub(super) fn continues(&self, at: usize) -> bool {
        let Some(token) = self.at(at) else { return false };
        if at == 0 {
            return false;
        }
        if token.joins() {
            return true;
        }
        // `the Farmers' Alliance`, `the House of Peoples' Representatives`
        if token.gap & POSSESSIVE != 0 {
            return self.of_many(at);
        }
        // `Helbing & Sons`
        if token.gap & AMPERSAND != 0 && token.gap & !(SPACE | AMPERSAND) == 0 {
            return token.capital() && self.at(at - 1).is_some_and(Token::capital);
        }
        // `Maj. Gen. J. Smith`: a full stop that abbreviates.
        token.gap & !(SPACE | DOT) == 0 && self.at(at - 1).is_some_and(|last| last.shape == Shape::Initial || last.is(ABBREVIATION))
    }

    /// Whether the possessive before `at` is a plural's within the name of a body.
    fn of_many(&self, at: usize) -> bool {
        let (Some(token), Some(owner)) = (self.at(at), at.checked_sub(1).and_then(|owner| self.at(owner))) else { return false };
        let word = self.word(at - 1);
        let many = self.words.cues.ends(Cue::PluralEnds, word) || self.words.has(Cue::PluralsToo, word);
        // `the Ratepayers’ League`: the apostrophe stands behind the plural's own ending.
        let apart =
            self.words.cues.ends(Cue::PluralEnds, word) && !self.text.get(owner.end as usize..token.start as usize).is_some_and(|gap| gap.contains(['s', 'S']));
        let heads = token.is(ORGANISATION)
            || self.at(at + 1).is_some_and(|t| t.gap == SPACE && t.capital() && t.is(ORGANISATION))
            || token.is(ROLE)
            || self.says(at, Cue::PluralHeads);
        token.gap & !(SPACE | POSSESSIVE) == 0
            && token.shape == Shape::Capital
            && owner.shape == Shape::Capital
            && owner.flags & (TITLE | MONTH | PEOPLE) == 0
            && many
            && heads
            && (apart && token.is(ORGANISATION) || self.words.is_common(&word.to_lowercase()))
    }

    /// Where the run of name words that begins at `at` ends.
    pub(super) fn run_end(&self, at: usize) -> usize {
        let mut end = at + 1;
        while end - at < LONGEST_RUN && self.continues(end) {
            let Some(token) = self.at(end) else { break };
            // `Odinga-Were`: what a hyphen joins to a name is of it.
            if token.capital() && (!token.is(STOP) || token.is(PARTICLE) || token.gap == HYPHEN) {
                end += 1;
                continue;
            }
            // `Moon Hyung-soo`, though `soo` is a common word elsewhere
            if token.gap == HYPHEN
                && token.shape == Shape::Lower
                && token.end - token.start <= 5
                && end - at >= 2
                && self.is(end - 2, FAMILY_FIRST)
                && !token.is(STOP | TITLE | ROLE)
            {
                end += 1;
                continue;
            }
            // `Mehr-un-Nisa`
            if token.gap == HYPHEN
                && token.shape == Shape::Lower
                && token.end - token.start <= 4
                && self.at(end - 1).is_some_and(Token::capital)
                && self.at(end + 1).is_some_and(|next| next.gap == HYPHEN && next.shape == Shape::Capital)
            {
                end += 2;
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
            if token.is(PARTICLE) && !self.says(end, Cue::NoParticle) {
                // One or two particles before a capital: `de la Cruz`, `van der Bellen`.
                if self.words.order == Order::HeadFirst && self.parts_a_name(at, end) {
                    break;
                }
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

    /// `Ambassadeur de France`: whether the particle at `end` parts a noun from a name rather than standing within a person's.
    fn parts_a_name(&self, at: usize, end: usize) -> bool {
        let mut buffer = String::new();
        let next = end + 1 + usize::from(self.says(end + 1, Cue::The));
        self.is(end - 1, ROLE | TITLE | ORGANISATION | OFFICE | ARMED | EVENT | PLACE)
            || self.at(at).is_some_and(Token::heads) && self.common(at, &mut buffer)
            || self.known(next, usize::MAX, &mut buffer).is_some()
    }

    /// Cuts the run `at..end`; returns where to go on.
    pub(super) fn segment(&self, at: usize, end: usize, stop: usize, found: &mut Vec<Found>, buffer: &mut String) -> usize {
        let mut start = at;
        // What only the head of a sentence sets in capitals.
        while start < end
            && let Some(token) = self.at(start)
            && token.is(STOP)
            && token.shape != Shape::Upper
            && !self.stop_that_names(start, end, buffer)
            && !(end - start > 2 && !token.heads() && self.counts(start) && self.is(end - 1, ORGANISATION | ARMED))
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
        if self.vessel(start) && self.known(start, stop, buffer).is_none() {
            return end;
        }
        if let Some(last) = self.national_society(start, end, buffer) {
            found.push(Found { first: start, last, what: What::Body { kind: Kind::Organisation } });
            return last;
        }
        if let Some(next) = self.known_whole(start, end, stop, found, buffer) {
            return next;
        }
        if let Some(last) = self.grouped(start, end, stop, buffer) {
            found.push(Found { first: start, last, what: What::Body { kind: Kind::Organisation } });
            return last;
        }
        if (start + 1..end).any(|i| self.at(i).is_some_and(|t| t.gap(AMPERSAND))) && (start..end).any(|i| self.at(i).is_some_and(|t| t.shape != Shape::Initial))
        {
            found.push(Found { first: start, last: end, what: What::Body { kind: Kind::Organisation } });
            return end;
        }
        if let Some(next) = self.company(start, end, found, buffer) {
            return next;
        }
        if self.is(start, MONTH) && (end - start == 1 || !self.given(start, buffer)) {
            return start + 1;
        }
        let last = end - 1;
        let Some(tail) = self.at(last).copied() else { return end };
        // `UK Independence Party Leader Nigel Farage`: a body, then a title and its bearer.
        if let Some(head) = (start + 1..last).find(|i| {
            self.is(*i, ORGANISATION | ARMED | OFFICE)
                && !self.is(*i, TITLE | ROLE | TITLE_MODIFIER)
                && self.is(*i + 1, TITLE | ROLE)
                && !self.is(*i + 1, ORGANISATION | OFFICE | ARMED)
        }) {
            self.body(start, head + 1, head + 1, found, buffer);
            self.persons(head + 1, end, found, buffer);
            return end;
        }
        let bearer = (start..last).take_while(|i| self.is(*i, TITLE | TITLE_MODIFIER | PEOPLE | ROLE)).count();
        let two_word_person = end - start == bearer + 2 && bearer > 0 && self.given(start + bearer, buffer) && tail.is(PLACE) && !tail.is(EVENT)
            || end - start == 2 && !self.is(start, TITLE | TITLE_MODIFIER | PEOPLE) && self.given(start, buffer);
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
            && self.says(end, Cue::Of)
            && !(start > 0 && self.says(start - 1, Cue::For))
            && let Some(next) = self.extends(end, stop)
        {
            return self.run_end(next).min(stop).max(end);
        }
        if tail.is(EVENT | PLACE) && end - start > 1 && (!two_word_person || self.says(end - 1, Cue::StreetEnds)) && !tail.is(TITLE) {
            return end;
        }
        self.persons(start, end, found, buffer);
        end
    }

    /// `Eskom chief executive X`: an unknown word before a post in small letters and the name of its holder.
    pub(super) fn employs(&self, first: usize, last: usize) -> bool {
        let mut buffer = String::new();
        let unknown = last - first == 1
            && self.at(first).is_some_and(|t| t.shape == Shape::Capital && t.flags == 0 && t.gap & HYPHEN == 0)
            && !self.common(first, &mut buffer)
            && !self.given(first, &mut buffer);
        let mut at = last;
        while at < last + 4 && self.at(at).is_some_and(|t| t.gap == SPACE && t.shape == Shape::Lower && t.is(ROLE | TITLE_MODIFIER) && !t.is(STOP | SAY)) {
            at += 1;
        }
        unknown && at > last && self.is(at - 1, ROLE) && self.at(at).is_some_and(|t| t.gap == SPACE && t.capital())
    }

    /// `X, alias Y`, `X, better known as Y`: where the other name of the person whose name ends at `at` stands.
    pub(super) fn other_name(&self, at: usize) -> Option<(usize, usize)> {
        let better = usize::from(self.says(at, Cue::BetterKnown));
        self.at(at + better).filter(|t| t.shape == Shape::Lower && t.gap & !(SPACE | COMMA | DASH) == 0 && self.words.is_alias_cue(t.text(self.text)))?;
        let name = at + better + 1 + usize::from(self.says(at + better + 1, Cue::As));
        let token = self.at(name)?;
        if token.shape != Shape::Capital || token.gap & !(SPACE | QUOTE) != 0 {
            return None;
        }
        let end = self.run_end(name);
        let ends = self.at(end).is_none_or(|t| t.gap & !SPACE != 0);
        let mut buffer = String::new();
        let names = end - name <= 3 && !(name..end).all(|i| self.common(i, &mut buffer) || self.is(i, TITLE | ROLE));
        (ends && names && self.known(name, end, &mut buffer).is_none()).then_some((name, end))
    }

    /// `the Three Brotherhood Alliance`: a number in capitals within a sentence.
    fn counts(&self, at: usize) -> bool {
        self.words.is_number(folded(self.word(at), &mut String::new()))
    }

    /// `Kenya Red Cross`, `Turkish Red Crescent`: a state before the name of a body that states have one of each. Where it ends.
    fn national_society(&self, start: usize, end: usize, buffer: &mut String) -> Option<usize> {
        let (state, meaning) = self.known(start, end, buffer)?;
        let national = matches!(meaning.sense, Sense::Name | Sense::Adjective) && self.gazetteer.known(meaning.actor)?.kind == Kind::State;
        let (last, body) = self.known(state, end, buffer).filter(|_| national && state < end)?;
        let society = body.sense == Sense::Name && last - state > 1 && self.at(state)?.gap == SPACE && self.gazetteer.is_society(body.actor);
        society.then_some(last)
    }

    /// `the Seed of Change party`: where words in capitals before a small noun of bodies end.
    fn grouped(&self, start: usize, end: usize, stop: usize, buffer: &mut String) -> Option<usize> {
        let mut last = end;
        while last - start < LONGEST_RUN
            && let Some(next) = self.extends(last, stop)
        {
            last = self.run_end(next).min(stop);
        }
        let noun = self.at(last)?;
        let other = TITLE | ROLE | MONTH | PEOPLE | ORGANISATION | OFFICE | ARMED | EVENT;
        if noun.gap != SPACE || noun.shape != Shape::Lower || !noun.is(GROUP) || (start..end).any(|i| self.is(i, other)) {
            return None;
        }
        let single = last - start == 1;
        let plain =
            single && (self.at(start)?.heads() || self.at(start)?.shape != Shape::Capital || self.is(start, TITLE_MODIFIER) || self.given(start, buffer));
        let known = self.known(start, last, buffer).is_some_and(|(next, meaning)| next == last || meaning.sense != Sense::Adjective);
        let person = self.given(start, buffer) && self.person(start, last, false, buffer) == Some(true);
        (!plain && !known && !person).then_some(last)
    }

    /// `May Teo`: a word that is a function word or a month elsewhere begins a name, where what follows is no common word and nothing that is known.
    pub(super) fn stop_that_names(&self, at: usize, end: usize, buffer: &mut String) -> bool {
        let Some(token) = self.at(at) else { return false };
        end - at == 2
            && token.end - token.start >= 3
            && self.given(at, buffer)
            && self.at(at + 1).is_some_and(|next| next.gap == SPACE && next.shape == Shape::Capital && next.flags & !(FAMILY_FIRST | PARTICLE) == 0)
            && !self.common(at + 1, buffer)
            && self.known(at + 1, end, buffer).is_none()
            && (token.gap & HEAD == 0 || self.at(end).is_some_and(|next| next.gap(COMMA) || next.is(SAY)))
    }
}

/// What a meaning of the gazetteer becomes.
pub(super) fn what_of(meaning: Meaning) -> What {
    What::Known { actor: meaning.actor, place: meaning.place, sense: meaning.sense, adjective: meaning.adjective }
}

/// Two capitals or more in a short word: `MpS`, `AfD`, `UNSMIL`.
pub(super) fn mixed(word: &str) -> bool {
    word.len() <= 12 && word.chars().filter(|c| c.is_uppercase()).count() >= 2
}

pub(super) fn roman(word: &str) -> bool {
    word.len() <= 5 && word.bytes().all(|b| matches!(b, b'I' | b'V' | b'X' | b'L'))
}

#[cfg(test)]
mod tests {
    use super::super::gazetteer::{gazetteer, written};
    use super::super::token::tokenize;
    use super::*;
    use crate::language::pack;

    /// A name that no text can have is dead weight: each is found in a sentence, whole, and leads to its actor.
    #[test]
    fn every_name_of_the_gazetteer_is_found_in_a_text() {
        let (words, gazetteer) = (&pack("en").naming, gazetteer());
        let mut lost = Vec::new();
        for (name, owner) in written() {
            let text = format!("They wrote about {name} again.");
            let mut tokens = Vec::new();
            tokenize(&text, words, |first| Some(gazetteer.longest(first)), &mut tokens);
            let grammar = Grammar { text: &text, tokens: &tokens, words, gazetteer, knowns: &[] };
            let mut found = Vec::new();
            grammar.find(&mut found);
            let bare = name.strip_prefix("The ").unwrap_or(name);
            let end = text.len() - " again.".len();
            let whole = found.iter().any(|found| {
                let (first, last) = (tokens[found.first].start as usize, tokens[found.last - 1].end as usize);
                let actor = match found.what {
                    What::Known { actor, sense: Sense::Capital, place, .. } => [actor, place],
                    What::Known { actor, .. } => [actor, actor],
                    _ => return false,
                };
                let named = actor.iter().any(|actor| gazetteer.known(*actor).is_some_and(|known| known.name == owner));
                named && last.abs_diff(end) <= 1 && text[first..].starts_with(bare)
            });
            if !whole {
                lost.push(name);
            }
        }
        assert!(lost.is_empty(), "no text can name {lost:?}");
    }
}
