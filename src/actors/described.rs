//! Names that nobody knows, by what the words beside them call them: `the newspaper X`, `X, a steelmaker,`, `a founder of X`, `told the X`.

use super::name::Grammar;
use super::token::{CLOSE, COMMA, HEAD, HYPHEN, POSSESSIVE, SPACE, Shape};
use crate::language::Cue;
use crate::language::naming::{ARMED, MONTH, OFFICE, ORGANISATION, PEOPLE, ROLE, SAY, STOP, TITLE, TITLE_MODIFIER};
use crate::model::Kind;

/// Words between an article and the noun behind a name, at most: `a small maker`, `the largest South Korean privately owned lender`.
const FARTHEST: usize = 6;

impl Grammar<'_> {
    /// The kind of the body that the words beside `first..last` say stands there.
    pub(super) fn described(&self, first: usize, last: usize) -> Option<Kind> {
        let mut buffer = String::new();
        let other = TITLE | TITLE_MODIFIER | ROLE | MONTH | PEOPLE | ORGANISATION | OFFICE | ARMED;
        if self.tokens.get(first..last)?.iter().any(|t| t.is(other)) || last - first > 5 || self.known(first, last, &mut buffer).is_some() {
            return None;
        }
        if let Some(kind) = self.called_behind(last).or_else(|| self.called_before(first, last)) {
            return Some(kind);
        }
        let strange = (first..last).any(|i| !self.common(i, &mut buffer)) && !self.given(first, &mut buffer);
        if !strange {
            return None;
        }
        if self.has_post(first, last) || self.told(first, last) {
            return Some(Kind::Organisation);
        }
        self.has_place(first, last).then_some(Kind::Place)
    }

    /// Where a name in small letters around says what it is.
    fn noun(&self, at: usize) -> Option<Kind> {
        let token = self.at(at).filter(|t| t.shape != Shape::Capital || t.heads())?;
        let word = token.text(self.text).to_lowercase();
        // `a film-maker`
        let trade = |before: usize| self.words.flags(&format!("{}-{word}", self.word(before).to_lowercase())) & ROLE != 0;
        if token.gap == HYPHEN && at.checked_sub(1).is_some_and(trade) {
            return None;
        }
        if self.words.is_armed_noun(&word) { Some(Kind::ArmedGroup) } else { self.words.is_body_noun(&word).then_some(Kind::Organisation) }
    }

    /// `X, a Vietnamese steelmaker`, `X, its largest shareholder,`.
    fn called_behind(&self, last: usize) -> Option<Kind> {
        let article = self.at(last).filter(|t| t.gap & !(SPACE | CLOSE) == COMMA)?;
        let opens = self.says(last, Cue::DescribingArticles);
        if !opens || article.shape != Shape::Lower {
            return None;
        }
        for at in last + 1..last + 1 + FARTHEST {
            let token = self.at(at).filter(|t| t.gap & !(SPACE | HYPHEN | POSSESSIVE) == 0)?;
            let kind = self.noun(at);
            // `X, a marine insurer at Y`: a person's trade.
            if kind.is_some() && self.says(at + 1, Cue::At) {
                return None;
            }
            if kind.is_none() {
                let adjective = token.shape == Shape::Capital && (token.is(PEOPLE) || self.known(at, at + 2, &mut String::new()).is_some());
                if !(adjective || matches!(token.shape, Shape::Lower | Shape::Number)) || token.is(STOP | SAY) && !self.follows_hyphen(at) {
                    return None;
                }
                continue;
            }
            // `a party leader`, `the company said`: the noun is not the last of its phrase, or the phrase is a subject.
            let Some(next) = self.at(at + 1).filter(|t| t.gap & !SPACE == 0) else { return kind };
            let owned = next.shape == Shape::Lower && self.words.cues.ends(Cue::PastEnds, self.word(at + 1)) && self.says(at + 2, Cue::OwnedBy);
            if owned || self.says(at + 1, Cue::NounGoesOn) {
                return kind;
            }
            self.noun(at + 1)?;
        }
        None
    }

    fn follows_hyphen(&self, at: usize) -> bool {
        self.at(at).is_some_and(|t| t.gap & HYPHEN != 0) || self.at(at + 1).is_some_and(|t| t.gap & HYPHEN != 0)
    }

    /// `the newspaper X`; `their union, X,`.
    fn called_before(&self, first: usize, last: usize) -> Option<Kind> {
        let before = first.checked_sub(1)?;
        let gap = self.at(first)?.gap;
        let kind = self.noun(before)?;
        let apart = gap & !SPACE == COMMA && self.at(last).is_none_or(|t| t.gap & !SPACE != 0);
        // `a party X founded`; `In the company Peter saw`: a person is no apposition.
        let person = last - first > 1 && self.given(first, &mut String::new());
        let owned = (before.saturating_sub(4)..before).any(|at| self.says(at, Cue::DescribedOwners));
        ((gap == SPACE && !person || apart) && owned).then_some(kind)
    }

    /// `chief executive of X`, `an analyst at X`, `shares of X`.
    fn has_post(&self, first: usize, last: usize) -> bool {
        let article = usize::from(first > 0 && self.says(first - 1, Cue::The));
        let Some(of) = first.checked_sub(1 + article) else { return false };
        let Some(post) = of.checked_sub(1) else { return false };
        let near = (of..=first).all(|at| self.at(at).is_some_and(|t| t.gap == SPACE));
        let word = self.word(post).to_lowercase();
        let post_is = self.words.is_post_of_bodies(&word) && self.says(of, Cue::PostOf);
        // `a geologist at X`
        let works_at =
            self.says(of, Cue::AtWith) && (self.is(post, ROLE) || self.words.is_body_noun(&word)) && !self.words.is_town(&self.folded_run(first, last));
        let speaks_for = self.says(of, Cue::For) && self.words.cues.begins(Cue::SpeaksForStems, &word);
        // `the president of Tovuz`: towns and lands have presidents, too, but not behind an article.
        let towns = self.words.has(Cue::TownPosts, &word) && self.words.is_town(&self.folded_run(first, last));
        let alone = self.at(last).is_none_or(|t| t.gap & !SPACE != 0 || !t.capital());
        near && alone && (post_is || speaks_for || works_at) && !towns
    }

    /// `the mayor of X`, `the village of X`.
    fn has_place(&self, first: usize, last: usize) -> bool {
        let near = first >= 2 && (first - 1..=first).all(|at| self.at(at).is_some_and(|t| t.gap == SPACE));
        let alone = self.at(last).is_none_or(|t| t.gap & !SPACE != 0 || !t.capital());
        near && alone && self.says(first - 1, Cue::Of) && self.words.is_post_of_places(&self.word(first - 2).to_lowercase())
    }

    fn folded_run(&self, first: usize, last: usize) -> String {
        let mut key = String::new();
        for at in first..last {
            if at > first {
                key.push(' ');
            }
            super::token::push_folded(self.word(at), &mut key);
        }
        key
    }

    /// `told the Addis Ledger.`, `The Daily Horn reported`: whoever is told something or says it, behind an article, is no person.
    fn told(&self, first: usize, last: usize) -> bool {
        let Some(article) = first.checked_sub(1) else { return false };
        if !self.says(article, Cue::Articles) || self.at(first).is_none_or(|t| t.gap != SPACE) {
            return false;
        }
        let said = self.at(last).is_some_and(|t| t.gap == SPACE && t.shape == Shape::Lower && t.is(SAY) && !t.is(ROLE));
        let heads = self.at(article).is_some_and(|t| t.gap & HEAD != 0);
        let ends = self.at(last).is_none_or(|t| t.gap & !SPACE != 0 || self.says(last, Cue::ToldEnds));
        let told = article > 0 && self.says(article - 1, Cue::Tell) && ends;
        // `The Kurds asked`
        let many = last - first == 1 && self.words.cues.ends(Cue::PluralEnds, self.word(first));
        last - first <= 3 && (heads && said && !many || told)
    }
}
