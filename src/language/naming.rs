//! Words that decide who is named: what a word may do in a name or beside one. Knows no actor.

use super::entries;
use super::sorted::SortedList;
use rustc_hash::{FxHashMap, FxHashSet};

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
    flags: FxHashMap<&'static str, WordFlags>,
    numbers: Vec<&'static str>,
    alias_cues: Vec<&'static str>,
    address: Vec<&'static str>,
    relatives: Vec<&'static str>,
    ruling: Vec<&'static str>,
    vessels: Vec<&'static str>,
    city_verbs: Vec<&'static str>,
    body_nouns: FxHashSet<&'static str>,
    armed_nouns: FxHashSet<&'static str>,
    posts: FxHashSet<&'static str>,
    places_posts: FxHashSet<&'static str>,
    common: SortedList,
    given: SortedList,
    surnames: SortedList,
    towns: SortedList,
}

/// Abbreviation after which a full stop ends no sentence.
pub const ABBREVIATION: WordFlags = 1 << 21;

impl NamingWords {
    pub(super) fn english() -> Self {
        let lists: [(&'static str, WordFlags); 32] = [
            (include_str!("en/stop_words.txt"), STOP),
            (include_str!("en/months_days.txt"), MONTH),
            (include_str!("en/titles.txt"), TITLE),
            (include_str!("en/title_modifiers.txt"), TITLE_MODIFIER),
            (include_str!("en/roles.txt"), ROLE),
            (include_str!("en/say_verbs.txt"), SAY),
            (include_str!("en/act_verbs.txt"), ACT),
            (include_str!("en/pressure_verbs.txt"), PRESSURE),
            (include_str!("en/government_nouns.txt"), GOVERNMENT),
            (include_str!("en/relation_nouns.txt"), RELATION),
            (include_str!("en/culture_nouns.txt"), CULTURE),
            (include_str!("en/organisation_heads.txt"), ORGANISATION),
            (include_str!("en/office_heads.txt"), OFFICE),
            (include_str!("en/armed_heads.txt"), ARMED),
            (include_str!("en/event_heads.txt"), EVENT),
            (include_str!("en/place_heads.txt"), PLACE),
            (include_str!("en/peoples.txt"), PEOPLE),
            (include_str!("en/family_first.txt"), FAMILY_FIRST),
            (include_str!("en/particles.txt"), PARTICLE),
            (include_str!("en/acronyms_not.txt"), NOT_ACRONYM),
            (include_str!("en/legal_forms.txt"), LEGAL),
            (include_str!("en/business_heads.txt"), BUSINESS),
            (include_str!("en/organisation_leads.txt"), LEAD),
            (include_str!("en/decorations.txt"), DECORATION),
            (include_str!("en/given_too.txt"), GIVEN_TOO),
            (include_str!("en/directed_verbs.txt"), DIRECTED),
            (include_str!("en/attitudes.txt"), ATTITUDE),
            (include_str!("en/verb_helpers.txt"), AUXILIARY),
            (include_str!("en/addressed.txt"), ADDRESSED),
            (include_str!("en/appointing.txt"), APPOINT),
            (include_str!("en/serving.txt"), APPOINT),
            (include_str!("en/group_nouns.txt"), GROUP),
        ];
        let mut flags: FxHashMap<&'static str, WordFlags> = FxHashMap::with_capacity_and_hasher(4096, rustc_hash::FxBuildHasher);
        for (list, flag) in lists {
            for word in entries(list) {
                *flags.entry(word).or_default() |= flag;
            }
        }
        // `No.` before a number only, and there no sentence begins.
        for word in super::sentences::ENGLISH_ABBREVIATIONS.iter().filter(|word| **word != "no") {
            *flags.entry(word).or_default() |= ABBREVIATION;
        }
        Self {
            flags,
            numbers: entries(include_str!("en/number_words.txt")).iter().filter_map(|line| line.split(' ').next()).collect(),
            alias_cues: entries(include_str!("en/alias_cues.txt")),
            address: entries(include_str!("en/address.txt")),
            relatives: entries(include_str!("en/relatives.txt")),
            ruling: entries(include_str!("en/ruling.txt")),
            city_verbs: entries(include_str!("en/city_verbs.txt")),
            body_nouns: entries(include_str!("en/body_nouns.txt")).into_iter().collect(),
            armed_nouns: entries(include_str!("en/armed_nouns.txt")).into_iter().collect(),
            posts: entries(include_str!("en/posts_of_bodies.txt")).into_iter().collect(),
            places_posts: entries(include_str!("en/posts_of_places.txt")).into_iter().collect(),
            vessels: {
                let mut vessels = entries(include_str!("en/vessels.txt"));
                vessels.sort_unstable();
                vessels
            },
            common: SortedList::new(include_str!("en/common_words.txt")),
            given: SortedList::new(include_str!("given_names.txt")),
            surnames: SortedList::new(include_str!("surnames.txt")),
            towns: SortedList::new(include_str!("towns.txt")),
        }
    }

    /// What `word` (lower case, without full stops) may do.
    pub fn flags(&self, word: &str) -> WordFlags {
        self.flags.get(word).copied().unwrap_or_default()
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
        self.vessels.binary_search(&word).is_ok()
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

    /// Whether `word` (lower case) is a number.
    pub fn is_number(&self, word: &str) -> bool {
        self.numbers.contains(&word)
    }

    /// Whether `word` (lower case) is a common word of the language.
    pub fn is_common(&self, word: &str) -> bool {
        self.common.holds(word) || self.flags(word) & STOP != 0
    }

    /// Whether `word` (folded) is a given name somewhere. Evidence only.
    pub fn is_given(&self, word: &str) -> bool {
        self.given.holds(word) || self.flags(word) & GIVEN_TOO != 0
    }

    /// Whether `word` (folded) is a surname somewhere. Evidence only.
    pub fn is_surname(&self, word: &str) -> bool {
        self.surnames.holds(word)
    }

    /// Whether `name` (folded, words parted by one space) is a town. Evidence only.
    pub fn is_town(&self, name: &str) -> bool {
        self.towns.holds(name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_know_what_they_do() {
        let words = NamingWords::english();
        assert!(words.flags("president") & TITLE != 0);
        assert!(words.flags("said") & SAY != 0);
        assert!(words.is_common("while") && !words.is_common("qqqq"));
        assert!(words.is_given("maria") && !words.is_given("table"));
    }
}
