//! A briefing's words, block by block, with what may be a name in each.

use super::gazetteer::{Gazetteer, Meaning, gazetteer_of};
use super::name::{Found, Grammar, What};
use super::recase::Recased;
use super::setting::{Setting, setting};
use super::token::{NOBODY, Token, UNASKED, tokenize};
use crate::language::{NamingWords, Pack};
use crate::model::{Block, BlockNo, Briefing, Role, Shape as BlockShape};
use std::ops::Range;

/// A block's words and what was found in it.
pub(super) struct View<'a> {
    pub(super) block: BlockNo,
    pub(super) text: &'a str,
    pub(super) role: Role,
    tokens: Range<usize>,
    found: Range<usize>,
    pub(super) setting: Setting,
}

/// A briefing's words and names.
pub(super) struct Reading<'a> {
    pub(super) views: Vec<View<'a>>,
    tokens: Vec<Token>,
    found: Vec<Found>,
    /// Names of the gazetteer that begin with words, by `Token::known`.
    knowns: Vec<(usize, Meaning)>,
    /// Room for what is found in one block.
    here: Vec<Found>,
    /// The key of the briefing.
    pub(super) briefing: &'a str,
    pub(super) words: &'a NamingWords,
    pub(super) gazetteer: &'static Gazetteer,
}

impl<'a> Reading<'a> {
    /// `recased` are the blocks in capitals, as `recase` writes them.
    pub(super) fn of(briefing: &'a Briefing, recased: &'a Recased, pack: &'a Pack) -> Self {
        let mut reading = Self::empty(briefing, pack);
        for (number, block) in briefing.blocks.iter().enumerate() {
            if !matches!(block.role, Role::FrontMatter | Role::Separator | Role::FaqMarker) && block.shape != BlockShape::Code {
                let number = BlockNo::at(number);
                let text = recased.binary_search_by_key(&number, |(block, _)| *block).ok().and_then(|at| recased.get(at)).map(|(_, text)| text.as_str());
                reading.add(number, block, text);
            }
        }
        reading
    }

    fn empty(briefing: &'a Briefing, pack: &'a Pack) -> Self {
        Reading {
            views: Vec::with_capacity(briefing.blocks.len()),
            tokens: Vec::new(),
            found: Vec::new(),
            knowns: Vec::new(),
            here: Vec::new(),
            briefing: &briefing.key,
            words: &pack.naming,
            gazetteer: gazetteer_of(pack),
        }
    }

    /// The words alone, without names.
    pub(super) fn words_of(briefing: &'a Briefing, pack: &'a Pack) -> Self {
        let mut reading = Self::empty(briefing, pack);
        for (number, block) in briefing.blocks.iter().enumerate() {
            if !matches!(block.role, Role::FrontMatter | Role::Separator | Role::FaqMarker) && block.shape != BlockShape::Code {
                let start = reading.tokens.len();
                let text = block.text.text();
                tokenize(text, reading.words, |_| None, &mut reading.tokens);
                let tokens = start..reading.tokens.len();
                reading.views.push(View { block: BlockNo::at(number), text, role: block.role, tokens, found: 0..0, setting: Setting::Prose });
            }
        }
        reading
    }

    fn add(&mut self, number: BlockNo, block: &'a Block, recased: Option<&'a str>) {
        let text = recased.unwrap_or(block.text.text());
        let start = self.tokens.len();
        tokenize(text, self.words, |first| Some(self.gazetteer.longest(first)), &mut self.tokens);
        let tokens = start..self.tokens.len();
        let setting = if recased.is_some() { Setting::Capitals } else { setting(&self.tokens[tokens.clone()], block.role) };
        self.learn_names(text, tokens.clone());
        let first = self.found.len();
        let grammar = Grammar { text, tokens: &self.tokens[tokens.clone()], words: self.words, gazetteer: self.gazetteer, knowns: &self.knowns };
        // The grammar looks back at what it found, which must be of this block.
        let mut found = std::mem::take(&mut self.here);
        match setting {
            Setting::Prose => grammar.find(&mut found),
            // A heading's capitals tell nothing, but a form of address and a given name do: `Mr. Deepak Karki`.
            Setting::Title => {
                grammar.find(&mut found);
                found.retain(|found| {
                    let addressed = |before: usize| grammar.words.is_address(&grammar.word(before).to_lowercase());
                    found.what == What::Person { titled: true }
                        && (grammar.given(found.first, &mut String::new()) || found.first.checked_sub(1).is_some_and(addressed))
                });
            }
            Setting::Capitals if recased.is_some() => grammar.find(&mut found),
            Setting::Capitals => {}
        }
        self.found.append(&mut found);
        self.here = found;
        self.views.push(View { block: number, text, role: block.role, tokens, found: first..self.found.len(), setting });
    }

    pub(super) fn grammar<'g>(&'g self, view: &View<'a>) -> Grammar<'g> {
        Grammar { text: view.text, tokens: &self.tokens[view.tokens.clone()], words: self.words, gazetteer: self.gazetteer, knowns: &self.knowns }
    }

    /// Asks of every word with a capital once whether a name of the gazetteer begins with it, which the grammars ask again and again.
    fn learn_names(&mut self, text: &str, range: Range<usize>) {
        if self.words.forms.change() {
            return;
        }
        let mut buffer = String::new();
        for at in 0..range.len() {
            let tokens = &self.tokens[range.clone()];
            if tokens.get(at).is_none_or(|token| token.names.is_none()) {
                continue;
            }
            let grammar = Grammar { text, tokens, words: self.words, gazetteer: self.gazetteer, knowns: &[] };
            let known = match grammar.known_anew(at, usize::MAX, &mut buffer) {
                Some((end, meaning)) => {
                    self.knowns.push((end - at, meaning));
                    u32::try_from(self.knowns.len() - 1).unwrap_or(UNASKED)
                }
                None => NOBODY,
            };
            if let Some(token) = self.tokens.get_mut(range.start + at) {
                token.known = known;
            }
        }
    }

    pub(super) fn found_of(&self, view: &View<'_>) -> &[Found] {
        &self.found[view.found.clone()]
    }

    pub(super) fn found(&self, view: &View<'a>) -> &[Found] {
        &self.found[view.found.clone()]
    }
}
