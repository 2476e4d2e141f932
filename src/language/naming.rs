//! Words that decide who is named: what a word may do in a name or beside one. Knows no actor.

use super::cues::{Cue, CueNumber, Cues};
use super::files::Files;
use super::forms::Forms;
use super::lexicon::lists_of;
use super::slots;
use crate::text::fold::fold;
use rustc_hash::{FxHashMap, FxHashSet};
use std::borrow::Cow;

/// Where a name has its head noun.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Order {
    /// At its end, adjectives before it: `Foreign Ministry`.
    HeadLast,
    /// At its beginning, adjectives behind it: `ministère des Affaires étrangères`.
    HeadFirst,
    /// The language has no grammar here: names are looked up as they are written.
    Names,
}

/// What a word may do, as a set of the constants here.
pub type WordFlags = u32;

/// Function word.
pub const STOP: WordFlags = 1;
/// Month, weekday, season.
pub const MONTH: WordFlags = 1 << 1;
/// Stands before a person's name.
pub const TITLE: WordFlags = 1 << 2;
/// Stands within or before a title.
pub const TITLE_MODIFIER: WordFlags = 1 << 3;
/// Office, profession or function.
pub const ROLE: WordFlags = 1 << 4;
/// Verb of speech.
pub const SAY: WordFlags = 1 << 5;
/// Verb of a government's acting.
pub const ACT: WordFlags = 1 << 6;
/// Verb whose object is a government.
pub const PRESSURE: WordFlags = 1 << 7;
/// What a government has.
pub const GOVERNMENT: WordFlags = 1 << 8;
/// What relates two governments.
pub const RELATION: WordFlags = 1 << 9;
/// After an adjective of a state: nothing of the state.
pub const CULTURE: WordFlags = 1 << 10;
/// Head noun of an organisation's name.
pub const ORGANISATION: WordFlags = 1 << 11;
/// Head noun of an office of state.
pub const OFFICE: WordFlags = 1 << 12;
/// Head noun of an armed group's name.
pub const ARMED: WordFlags = 1 << 13;
/// Head noun of an event, law, treaty or work.
pub const EVENT: WordFlags = 1 << 14;
/// Head noun of a place's name.
pub const PLACE: WordFlags = 1 << 15;
/// People, religion, ideology: capitalised and no actor.
pub const PEOPLE: WordFlags = 1 << 16;
/// Family name that stands before the given name.
pub const FAMILY_FIRST: WordFlags = 1 << 17;
/// Particle within a person's name.
pub const PARTICLE: WordFlags = 1 << 18;
/// In capitals, and no actor.
pub const NOT_ACRONYM: WordFlags = 1 << 19;
/// Auxiliary verb.
pub const AUXILIARY: WordFlags = 1 << 20;

/// Legal form at the end of a company's name.
pub const LEGAL: WordFlags = 1 << 22;
/// Last word of a company's name, where the word before is no common one.
pub const BUSINESS: WordFlags = 1 << 23;
/// First word of an organisation's name.
pub const LEAD: WordFlags = 1 << 24;
/// Before a title and not of it.
pub const DECORATION: WordFlags = 1 << 25;
/// Common word that is a given name as well.
pub const GIVEN_TOO: WordFlags = 1 << 26;

/// What a government may be and a city may not.
pub const ATTITUDE: WordFlags = 1 << 28;
/// Before `to` and a capital: what is sent to a government.
pub const ADDRESSED: WordFlags = 1 << 29;
/// Verb of coming into an office, or of holding one.
pub const APPOINT: WordFlags = 1 << 30;
/// In small letters behind a body's name.
pub const GROUP: WordFlags = 1 << 31;

/// Verb that says who acts on whom.
pub const DIRECTED: WordFlags = 1 << 27;

/// The word lists for names, looked up by lower-case word without full stops.
#[derive(Debug)]
pub struct NamingWords {
    /// Function words, endings and stems.
    pub cues: Cues,
    /// Where a name has its head noun, and whether its grammar is known at all.
    pub order: Order,
    flags: FxHashMap<Cow<'static, str>, (WordFlags, CueNumber)>,
    /// Accents tell words apart.
    accented: bool,
    elides: bool,
    /// How names change their form.
    pub forms: Forms,
    numbers: Vec<&'static str>,
    alias_cues: Vec<&'static str>,
    according: Phrases,
    address: Vec<&'static str>,
    relatives: Vec<&'static str>,
    ruling: Vec<&'static str>,
    vessels: FxHashSet<&'static str>,
    city_verbs: Vec<&'static str>,
    body_nouns: FxHashSet<&'static str>,
    armed_nouns: FxHashSet<&'static str>,
    posts: FxHashSet<&'static str>,
    places_posts: FxHashSet<&'static str>,
    /// The language's common words in the lexicon.
    common: u8,
}

/// Which of the long lists a word stands in, as a set of the constants here.
pub type Lists = u8;

/// Common word of the language.
pub const COMMON: Lists = 1;
/// Given name somewhere.
pub const GIVEN: Lists = 1 << 1;
/// Surname somewhere.
pub const SURNAME: Lists = 1 << 2;
/// Town.
pub const TOWN: Lists = 1 << 3;
/// First word of a town's name of several words.
pub const TOWN_BEGINS: Lists = 1 << 4;

/// A few phrases, with the first bytes and the lengths of their first words: most words are told by these to begin none.
#[derive(Debug)]
struct Phrases {
    all: Vec<&'static str>,
    firsts: [bool; 256],
    lengths: [bool; 32],
}

impl Phrases {
    fn of(all: Vec<&'static str>) -> Self {
        let (mut firsts, mut lengths) = ([false; 256], [false; 32]);
        for word in all.iter().filter_map(|phrase| phrase.split(' ').next()) {
            for byte in word.bytes().take(1).flat_map(|byte| [byte.to_ascii_lowercase(), byte.to_ascii_uppercase()]) {
                firsts[usize::from(byte)] = true;
            }
            lengths[word.len().min(31)] = true;
        }
        Self { all, firsts, lengths }
    }

    fn beginning_with(&self, word: &str) -> &[&'static str] {
        let may = self.lengths[word.len().min(31)] && word.bytes().next().is_some_and(|byte| self.firsts[usize::from(byte)]);
        if may { &self.all } else { &[] }
    }
}

/// Abbreviation after which a full stop ends no sentence.
pub const ABBREVIATION: WordFlags = 1 << 21;

impl NamingWords {
    pub(super) fn of(files: &Files, order: Order, common: u8) -> Self {
        let lists: [(&'static str, WordFlags); 32] = [
            ("stop_words", STOP),
            ("months_days", MONTH),
            ("titles", TITLE),
            ("title_modifiers", TITLE_MODIFIER),
            ("roles", ROLE),
            ("say_verbs", SAY),
            ("act_verbs", ACT),
            ("pressure_verbs", PRESSURE),
            ("government_nouns", GOVERNMENT),
            ("relation_nouns", RELATION),
            ("culture_nouns", CULTURE),
            ("organisation_heads", ORGANISATION),
            ("office_heads", OFFICE),
            ("armed_heads", ARMED),
            ("event_heads", EVENT),
            ("place_heads", PLACE),
            ("peoples", PEOPLE),
            ("family_first", FAMILY_FIRST),
            ("particles", PARTICLE),
            ("acronyms_not", NOT_ACRONYM),
            ("legal_forms", LEGAL),
            ("business_heads", BUSINESS),
            ("organisation_leads", LEAD),
            ("decorations", DECORATION),
            ("given_too", GIVEN_TOO),
            ("directed_verbs", DIRECTED),
            ("attitudes", ATTITUDE),
            ("verb_helpers", AUXILIARY),
            ("addressed", ADDRESSED),
            ("appointing", APPOINT),
            ("serving", APPOINT),
            ("group_nouns", GROUP),
        ];
        let mut flags: FxHashMap<Cow<'static, str>, (WordFlags, CueNumber)> =
            FxHashMap::with_capacity_and_hasher(if order == Order::Names { 0 } else { 4096 }, rustc_hash::FxBuildHasher);
        for (list, flag) in lists {
            for word in files.entries(list) {
                flags.entry(Cow::Borrowed(word)).or_default().0 |= flag;
            }
        }
        for word in files.entries("abbreviations") {
            flags.entry(Cow::Borrowed(word)).or_default().0 |= ABBREVIATION;
        }
        // Where accents tell words apart, a word that lost its own is still known, unless another word is written so.
        let accented = order == Order::HeadFirst;
        if accented {
            let mut bare: FxHashMap<String, WordFlags> = FxHashMap::default();
            for (word, (flag, _)) in flags.iter().filter(|(word, _)| word.chars().count() > 3 && !word.is_ascii()) {
                *bare.entry(fold(word)).or_default() |= flag;
            }
            for (word, flag) in bare {
                flags.entry(Cow::Owned(word)).or_insert((flag, 0));
            }
        }
        let cues = Cues::new(files.text("cues"));
        // Most words of a text have no capital: one look-up says all of them.
        for (word, number) in cues.numbered().filter(|(word, _)| !word.contains(|c: char| !c.is_ascii_lowercase())) {
            flags.entry(Cow::Borrowed(word)).or_default().1 = number;
        }
        Self {
            elides: !cues.entries(Cue::Elisions).is_empty(),
            cues,
            order,
            accented,
            forms: Forms::new(files.text("forms")),
            flags,
            numbers: files.entries("number_words").iter().filter_map(|line| line.split(' ').next()).collect(),
            alias_cues: files.entries("alias_cues"),
            according: Phrases::of(files.entries("according")),
            address: files.entries("address"),
            relatives: files.entries("relatives"),
            ruling: files.entries("ruling"),
            city_verbs: files.entries("city_verbs"),
            body_nouns: files.entries("body_nouns").into_iter().collect(),
            armed_nouns: files.entries("armed_nouns").into_iter().collect(),
            posts: files.entries("posts_of_bodies").into_iter().collect(),
            places_posts: files.entries("posts_of_places").into_iter().collect(),
            vessels: files.entries("vessels").into_iter().collect(),
            common,
        }
    }

    /// Whether an article or conjunction that lost its vowel stands before an apostrophe: `l'Iran`.
    pub fn elides(&self, word: &str) -> bool {
        self.elides && word.len() <= 8 && self.cues.entries(Cue::Elisions).iter().any(|known| known.eq_ignore_ascii_case(word))
    }

    /// What `word` may do as it is written, where accents tell words apart; else nothing.
    pub fn accented_flags(&self, word: &str) -> Option<WordFlags> {
        if !self.accented || word.is_ascii() {
            return None;
        }
        self.flags.get(word.to_lowercase().as_str()).map(|(flags, _)| *flags)
    }

    /// What `word` (lower case, without full stops) may do.
    pub fn flags(&self, word: &str) -> WordFlags {
        self.small(word).0
    }

    /// What `word` may do, and which of the small words it is: for a word of ASCII letters without a capital.
    pub fn small(&self, word: &str) -> (WordFlags, CueNumber) {
        self.flags.get(word).copied().unwrap_or_default()
    }

    /// Whether `word` is one that is asked for; case counts.
    pub fn has(&self, cue: Cue, word: &str) -> bool {
        self.cues.has(cue, word)
    }

    /// Whether `word` (lower case) is what a city does, and no government.
    pub fn is_city_verb(&self, word: &str) -> bool {
        self.city_verbs.contains(&word)
    }

    /// Whether `word` (lower case) says what a body is: `newspaper`.
    pub fn is_body_noun(&self, word: &str) -> bool {
        self.body_nouns.contains(word)
    }

    /// Whether `word` (lower case) says what an armed group is: `militia`.
    pub fn is_armed_noun(&self, word: &str) -> bool {
        self.armed_nouns.contains(word)
    }

    /// Whether `word` (lower case) is what bodies have and towns have not: `founder`.
    pub fn is_post_of_bodies(&self, word: &str) -> bool {
        self.posts.contains(word)
    }

    /// Whether `word` (lower case) is what places have, or are: `mayor`, `village`.
    pub fn is_post_of_places(&self, word: &str) -> bool {
        self.places_posts.contains(word)
    }

    /// Whether a ship's name stands behind `word` (lower case): `frigate`, `hms`.
    pub fn is_vessel(&self, word: &str) -> bool {
        self.vessels.contains(word)
    }

    /// Whether `word` (lower case, without full stop) is a form of address or a dignity, and no office.
    pub fn is_address(&self, word: &str) -> bool {
        self.address.contains(&word)
    }

    /// Whether `word` (lower case) says what somebody is to another: `successor`.
    pub fn is_relative(&self, word: &str) -> bool {
        self.relatives.contains(&word)
    }

    /// Whether `word` (lower case) is a title that is of a state where nothing else is said.
    pub fn is_ruling(&self, word: &str) -> bool {
        self.ruling.contains(&word)
    }

    /// Whether `word` (lower case) stands between two names of one person: `alias`.
    pub fn is_alias_cue(&self, word: &str) -> bool {
        self.alias_cues.contains(&word)
    }

    /// Phrases that open a statement of whose words something is, where one may begin with `first`: `according to`.
    pub fn according(&self, first: &str) -> &[&'static str] {
        self.according.beginning_with(first)
    }

    /// Whether `word` (lower case) is a number.
    pub fn is_number(&self, word: &str) -> bool {
        self.numbers.contains(&word)
    }

    /// Which of the long lists `word` (folded, its words parted by one space) stands in. Evidence only.
    pub fn lists(&self, word: &str) -> Lists {
        self.lists_of(word, self.flags(word))
    }

    /// As [`Self::lists`], for a word that may do `flags`.
    pub fn lists_of(&self, word: &str, flags: WordFlags) -> Lists {
        let found = lists_of(word);
        let mut lists = 0;
        for (known, list) in [
            (found & self.common != 0 || flags & STOP != 0, COMMON),
            (found & slots::GIVEN != 0 || flags & GIVEN_TOO != 0, GIVEN),
            (found & slots::SURNAME != 0, SURNAME),
            (found & slots::TOWN != 0, TOWN),
            (found & slots::TOWN_BEGINS != 0, TOWN_BEGINS),
        ] {
            lists |= if known { list } else { 0 };
        }
        lists
    }

    /// Whether `word` (lower case) is a common word of the language.
    pub fn is_common(&self, word: &str) -> bool {
        self.lists(word) & COMMON != 0
    }

    /// Whether `word` (folded) is a given name somewhere. Evidence only.
    pub fn is_given(&self, word: &str) -> bool {
        self.lists(word) & GIVEN != 0
    }

    /// Whether `name` (folded, words parted by one space) is a town. Evidence only.
    pub fn is_town(&self, name: &str) -> bool {
        self.lists(name) & TOWN != 0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_know_what_they_do() {
        let words = NamingWords::of(&super::super::ENGLISH, Order::HeadLast, slots::COMMON_ENGLISH);
        assert!(words.flags("president") & TITLE != 0);
        assert!(words.flags("said") & SAY != 0);
        assert!(words.is_common("while") && !words.is_common("qqqq"));
        assert!(words.is_given("maria") && !words.is_given("table"));
    }
}
