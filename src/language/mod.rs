//! What belongs to a language, as data: the packs that reading seeds and finding actors both use.
//! Each word list is a plain file beside this module: one entry a line, `#` begins a comment.

pub mod checking;
pub mod cues;
mod files;
pub mod forms;
mod lexicon;
pub mod naming;
pub mod reading;
pub mod restoring;
pub mod sentences;
mod slots;

pub use checking::CheckingWords;
pub use cues::{Cue, Cues};
pub use naming::{NamingWords, Order};
pub use reading::ReadingWords;
pub use restoring::RestoringWords;
pub use sentences::sentences;

use files::{Files, files};
use std::sync::LazyLock;

/// The data of one language.
#[derive(Debug)]
pub struct Pack {
    /// Primary language subtag: `en`; `und` where the language has no pack.
    pub code: &'static str,
    /// Words that decide what a line of a seed is.
    pub reading: ReadingWords,
    /// Words that decide who is named.
    pub naming: NamingWords,
    /// Words that decide what may be restored.
    pub restoring: RestoringWords,
    /// Words by which `check` sees what needs a person's eyes.
    pub checking: CheckingWords,
    /// Words too common to be looked for; lower case.
    pub too_common: Vec<&'static str>,
    /// What states, organisations and places are called.
    pub known: KnownNames,
    /// Abbreviations after which a full stop ends no sentence, lower case, without their last full stop.
    pub abbreviations: Vec<&'static str>,
    /// Whether the statistical tagger learnt from texts in this language.
    pub tagged: bool,
}

/// What the actors of the gazetteer are called in a language, as it lies in the pack's files. Empty for English, whose names are the gazetteer's own.
#[derive(Clone, Copy, Debug)]
pub struct KnownNames {
    /// Code and names of states, as CLDR has them.
    pub states: &'static str,
    /// What CLDR does not have: further names, adjectives, capitals, seats.
    pub more_states: &'static str,
    /// Organisations.
    pub organisations: &'static str,
    /// Places.
    pub places: &'static str,
}

static ENGLISH: Files = files!("en":
        "abbreviations" "abbreviations_numbered"
        "according" "acronyms_not" "act_verbs" "address" "addressed" "alias_cues" "answer_labels" "appointing"
        "approximations" "armed_heads" "attitudes" "auxiliaries" "business_heads" "cannot_end" "city_verbs" "contractions" "cues"
        "culture_nouns" "decorations" "directed_verbs" "event_heads" "family_first" "faq_headings" "faq_headings_weak" "faq_title_leads" "future_words" "given_too"
        "government_nouns" "group_nouns" "legal_forms" "months" "months_days" "no_plural" "not_asked" "number_words" "office_heads"
        "organisation_heads" "organisation_leads" "particles" "peoples" "place_heads" "pressure_verbs" "question_labels" "question_leads" "question_verbs"
        "question_words" "relation_nouns" "relative_dates" "relatives" "restoring_cues" "roles" "ruling" "say_verbs" "sentence_starts" "serving"
        "armed_nouns" "body_nouns" "posts_of_bodies" "posts_of_places"
        "stop_words" "title_modifiers" "titles" "too_common" "verb_helpers" "vessels" "weekday_leads" "weekdays");

static FRENCH: Files = files!("fr":
        "abbreviations" "abbreviations_numbered" "according" "acronyms_not" "act_verbs" "address" "addressed" "alias_cues" "answer_labels" "appointing"
        "approximations" "armed_heads" "attitudes" "auxiliaries" "business_heads" "city_verbs" "cues" "culture_nouns" "decorations"
        "directed_verbs" "event_heads" "family_first" "faq_headings" "faq_headings_weak" "faq_title_leads" "future_words" "given_too"
        "government_nouns" "group_nouns" "legal_forms" "months" "months_days" "number_words" "office_heads" "organisation_heads"
        "organisation_leads" "organisations" "particles" "peoples" "place_heads" "places" "pressure_verbs" "question_labels" "question_leads"
        "question_words" "relation_nouns" "relative_dates" "relatives" "roles" "ruling" "say_verbs" "state_names" "states" "stop_words"
        "title_modifiers" "titles" "verb_helpers" "vessels" "weekdays");

static ARABIC: Files = files!("ar": "forms" "state_names");
static GERMAN: Files = files!("de": "state_names");
static RUSSIAN: Files = files!("ru": "forms" "state_names");
static SPANISH: Files = files!("es": "state_names");
static TURKISH: Files = files!("tr": "forms" "state_names");

/// What holds in a text of whatever language: seeds often do not say theirs.
static ANY: Files = files!("und": "answer_labels" "faq_headings" "faq_headings_weak" "question_labels");

/// The pack for a BCP 47 tag. Where there is none for its language, one that knows names as they are written and no grammar.
pub fn pack(tag: &str) -> &'static Pack {
    static ENGLISH_PACK: LazyLock<Pack> = LazyLock::new(|| Pack { tagged: true, ..Pack::of("en", &ENGLISH, Order::HeadLast, slots::COMMON_ENGLISH) });
    static FRENCH_PACK: LazyLock<Pack> = LazyLock::new(|| Pack::of("fr", &FRENCH, Order::HeadFirst, slots::COMMON_FRENCH));
    static ARABIC_PACK: LazyLock<Pack> = LazyLock::new(|| Pack::of("ar", &ARABIC, Order::Names, 0));
    static GERMAN_PACK: LazyLock<Pack> = LazyLock::new(|| Pack::of("de", &GERMAN, Order::Names, 0));
    static RUSSIAN_PACK: LazyLock<Pack> = LazyLock::new(|| Pack::of("ru", &RUSSIAN, Order::Names, 0));
    static SPANISH_PACK: LazyLock<Pack> = LazyLock::new(|| Pack::of("es", &SPANISH, Order::Names, 0));
    static TURKISH_PACK: LazyLock<Pack> = LazyLock::new(|| Pack::of("tr", &TURKISH, Order::Names, 0));
    static ANY_PACK: LazyLock<Pack> = LazyLock::new(|| Pack::of("und", &ANY, Order::Names, 0));
    let primary = tag.split(['-', '_']).next().unwrap_or_default();
    let packs: [(&str, &'static LazyLock<Pack>); 7] = [
        ("en", &ENGLISH_PACK),
        ("fr", &FRENCH_PACK),
        ("ar", &ARABIC_PACK),
        ("de", &GERMAN_PACK),
        ("es", &SPANISH_PACK),
        ("ru", &RUSSIAN_PACK),
        ("tr", &TURKISH_PACK),
    ];
    packs.into_iter().find(|(code, _)| code.eq_ignore_ascii_case(primary)).map_or(&ANY_PACK, |(_, pack)| pack)
}

impl Pack {
    /// `common` is the language's common words in the lexicon.
    fn of(code: &'static str, files: &Files, order: Order, common: u8) -> Self {
        let mut abbreviations = files.entries("abbreviations");
        abbreviations.extend(files.entries("abbreviations_numbered"));
        let known = KnownNames {
            states: files.text("state_names"),
            more_states: files.text("states"),
            organisations: files.text("organisations"),
            places: files.text("places"),
        };
        Self {
            code,
            reading: ReadingWords::of(files, &ANY),
            naming: NamingWords::of(files, order, common),
            restoring: RestoringWords::of(files),
            checking: CheckingWords::of(files),
            known,
            too_common: files.entries("too_common"),
            abbreviations,
            tagged: false,
        }
    }
}

/// The entries of a word list: lines without comments and blanks.
pub(crate) fn entries(list: &'static str) -> Vec<&'static str> {
    list.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#')).collect()
}
