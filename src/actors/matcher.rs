//! Finding the names of curated actors: one look-up a word, however many names there are. Knows words, not actors' facts.

use super::forms::Forms;
use super::name::Grammar;
use super::reading::Reading;
use super::token::{COMMA, DOT, HYPHEN, POSSESSIVE, SPACE, fold_into, folded, push_folded, range};
use crate::language::NamingWords;
use crate::model::{AliasKind, BlockNo};
use crate::text::{Fingerprint, Fingerprinter, TextRange};
use rustc_hash::FxHashMap;
use serde::{Deserialize, Serialize};

/// Names and what they mean.
#[derive(Clone, Debug, Default)]
pub(super) struct Matcher {
    names: FxHashMap<Box<str>, u32>,
    /// By the number in `names`.
    claims: Vec<Vec<Claim>>,
    /// First word of names to the most words of one.
    firsts: FxHashMap<Box<str>, u8>,
    /// Some name begins without a capital.
    low: bool,
    /// Of all names and what they mean.
    print: Fingerprint,
}

/// A name's claim to an actor.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Claim {
    /// The number of the registry entry.
    pub(super) entry: u32,
    pub(super) kind: AliasKind,
    /// Begins with a capital, and so must what it matches.
    capital: bool,
    /// Has no small letter, and so must what it matches.
    upper: bool,
}

/// What one matcher found in one briefing. Kept beside what is found without it, for as long as the names are the same.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Matches {
    /// Of the matcher.
    of: Fingerprint,
    found: Vec<Match>,
}

/// A stretch that carries a curated name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Match {
    pub(super) block: BlockNo,
    pub(super) range: TextRange,
    /// The number of the name.
    name: u32,
    /// What follows is a state's: what the name of a people has before it where it stands for the state.
    pub(super) adjective: bool,
}

impl Matches {
    /// In the order of the text.
    pub(super) fn found(&self) -> &[Match] {
        &self.found
    }
}

impl Matcher {
    pub(super) fn is_empty(&self) -> bool {
        self.names.is_empty()
    }

    /// Who claims a match of this matcher.
    pub(super) fn claims(&self, found: Match) -> &[Claim] {
        self.claims.get(found.name as usize).map(Vec::as_slice).unwrap_or_default()
    }

    /// All curated names of a briefing.
    pub(super) fn matches(&self, reading: &Reading<'_>) -> Matches {
        let mut found = Vec::new();
        if !self.is_empty() {
            for view in &reading.views {
                self.find(view.block, &reading.grammar(view), &mut found);
            }
        }
        Matches { of: self.print, found }
    }

    /// What is kept, where it was found with the same names.
    pub(super) fn kept<'m>(&self, matches: &'m Matches) -> Option<&'m [Match]> {
        (matches.of == self.print).then_some(matches.found.as_slice())
    }

    /// Adds a name; whether another entry already had it.
    pub(super) fn add(&mut self, text: &str, entry: u32, kind: AliasKind, words: &NamingWords) -> bool {
        if let Some(parted) = elided(text) {
            self.add_as(&parted, entry, kind, words);
        }
        self.add_as(text, entry, kind, words)
    }

    fn add_as(&mut self, text: &str, entry: u32, kind: AliasKind, words: &NamingWords) -> bool {
        self.print = Fingerprinter::new().add_fingerprint(self.print).add(text).add(entry.to_le_bytes()).add([kind as u8]).finish();
        let mut tokens = Vec::new();
        super::token::tokenize(text, words, |_| None, &mut tokens);
        let Some(first) = tokens.first() else { return false };
        let mut key = String::new();
        for (number, token) in tokens.iter().enumerate() {
            if number > 0 {
                key.push_str(if token.gap(POSSESSIVE) { " + " } else { " " });
            }
            push_folded(token.text(text), &mut key);
        }
        let mut buffer = String::new();
        let count = u8::try_from(tokens.len()).unwrap_or(u8::MAX);
        let longest = self.firsts.entry(folded(first.text(text), &mut buffer).into()).or_default();
        *longest = (*longest).max(count);
        let capital = first.capital();
        self.low |= !capital;
        let upper = !text.chars().any(char::is_lowercase) && text.chars().filter(|c| c.is_uppercase()).count() > 1;
        let next = self.claims.len();
        let number = *self.names.entry(key.into()).or_insert(u32::try_from(next).unwrap_or(u32::MAX));
        if number as usize == next {
            self.claims.push(Vec::new());
        }
        let Some(claims) = self.claims.get_mut(number as usize) else { return false };
        if claims.iter().any(|claim| claim.entry == entry) {
            return false;
        }
        claims.push(Claim { entry, kind, capital, upper });
        claims.len() > 1
    }

    /// The longest curated name that a stretch at `at` is a form of; one past its last word.
    fn find_form(&self, block: BlockNo, grammar: &Grammar<'_>, at: usize, found: &mut Vec<Match>) -> Option<usize> {
        let mut names = Forms::of(grammar.words, grammar.text, grammar.at(at)?);
        let longest = names.iter().filter_map(|name| self.firsts.get(name.word.as_str())).max().copied()?;
        let mut best = None;
        for length in 1..=usize::from(longest) {
            let Some(token) = grammar.at(at + length - 1) else { break };
            if length > 1 && !names.extend(grammar.words, grammar.text, token) {
                break;
            }
            let fitting = |number: &u32| {
                let claims = self.claims.get(*number as usize).map(Vec::as_slice).unwrap_or_default();
                claims.iter().any(|claim| fits(*claim, grammar, at, at + length))
            };
            let name = names.iter().find_map(|name| Some((*self.names.get(name.word.as_str()).filter(|number| fitting(number))?, name.skipped)));
            best = name.map(|name| (at + length, name)).or(best);
        }
        let (last, (name, skipped)) = best?;
        let mut range = range(grammar.tokens.get(at..last).unwrap_or_default());
        range.start += u32::try_from(skipped).unwrap_or_default();
        found.push(Match { block, range, name, adjective: false });
        Some(last)
    }

    /// All curated names of a block, the longest at each word, disjoint.
    fn find(&self, block: BlockNo, grammar: &Grammar<'_>, found: &mut Vec<Match>) {
        let mut at = 0;
        let mut buffer = String::new();
        while let Some(token) = grammar.tokens.get(at) {
            // Most words have no capital, and most names have one.
            if !self.low && !token.capital() {
                at += 1;
                continue;
            }
            if grammar.words.forms.change() {
                at = self.find_form(block, grammar, at, found).unwrap_or(at + 1);
                continue;
            }
            let longest = self.firsts.get(fold_into(token.text(grammar.text), &mut buffer)).copied().unwrap_or_default();
            let mut best = None;
            for length in 1..=usize::from(longest) {
                let Some(token) = grammar.tokens.get(at + length - 1) else { break };
                if length > 1 {
                    if token.gap & !(SPACE | HYPHEN | POSSESSIVE | DOT | COMMA) != 0 {
                        break;
                    }
                    buffer.push_str(if token.gap(POSSESSIVE) { " + " } else { " " });
                    push_folded(token.text(grammar.text), &mut buffer);
                }
                if let Some(number) = self.names.get(buffer.as_str())
                    && self.claims.get(*number as usize).is_some_and(|claims| claims.iter().any(|claim| fits(*claim, grammar, at, at + length)))
                {
                    best = Some((at + length, *number));
                }
            }
            match best {
                Some((last, name)) => {
                    let range = range(grammar.tokens.get(at..last).unwrap_or_default());
                    found.push(Match { block, range, name, adjective: grammar.adjective_names(last) });
                    at = last;
                }
                None => at += 1,
            }
        }
    }
}

/// `Parti de l'Avenir` as languages read it that part an article from its word: `l` and `Avenir`.
fn elided(text: &str) -> Option<String> {
    let short = |word: &str| matches!(word.rsplit([' ', '-']).next(), Some(last) if (1..=2).contains(&last.len()));
    let at = text.find(['\'', '’'])?;
    short(text.get(..at)?).then(|| text.replace(['\'', '’'], " "))
}

fn fits(claim: Claim, grammar: &Grammar<'_>, first: usize, last: usize) -> bool {
    let tokens = grammar.tokens.get(first..last).unwrap_or_default();
    (!claim.capital || tokens.first().is_some_and(super::token::Token::capital))
        && (!claim.upper || !tokens.iter().any(|token| token.text(grammar.text).chars().any(char::is_lowercase)))
}
