//! Why a stretch of text is taken for somebody's name.

use serde::{Deserialize, Serialize};

/// What decided that somebody is named at a place, and who.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[repr(u8)]
#[allow(missing_docs, reason = "each says it in `Evidence::says`")]
pub enum Evidence {
    StateName,
    StateShared,
    StateAmong,
    StateLetters,
    StateAdjective,
    Capital,
    CapitalPerhaps,
    CapitalPlace,
    Seat,
    KnownName,
    KnownLetters,
    KnownPlace,
    KnownAmong,
    TitledFullName,
    FullName,
    SupportedName,
    Surname,
    SurnameHere,
    SurnameOrPlace,
    FirstName,
    LostApostrophe,
    TitledName,
    DescribedName,
    BodyName,
    BodyShort,
    DefinedLetters,
    Initials,
    SpeakingLetters,
    BareLetters,
    Heading,
    TaggedName,
    TaggedSurname,
    TaggedWord,
    TaggedBody,
    TaggedShortBody,
    TaggedPlace,
    Registry,
    RegistryShort,
    RegistryOfSeveral,
    Rule,
}

impl Evidence {
    /// Every evidence, in order.
    pub const ALL: [Evidence; 40] = [
        Self::StateName,
        Self::StateShared,
        Self::StateAmong,
        Self::StateLetters,
        Self::StateAdjective,
        Self::Capital,
        Self::CapitalPerhaps,
        Self::CapitalPlace,
        Self::Seat,
        Self::KnownName,
        Self::KnownLetters,
        Self::KnownPlace,
        Self::KnownAmong,
        Self::TitledFullName,
        Self::FullName,
        Self::SupportedName,
        Self::Surname,
        Self::SurnameHere,
        Self::SurnameOrPlace,
        Self::FirstName,
        Self::LostApostrophe,
        Self::TitledName,
        Self::DescribedName,
        Self::BodyName,
        Self::BodyShort,
        Self::DefinedLetters,
        Self::Initials,
        Self::SpeakingLetters,
        Self::BareLetters,
        Self::Heading,
        Self::TaggedName,
        Self::TaggedSurname,
        Self::TaggedWord,
        Self::TaggedBody,
        Self::TaggedShortBody,
        Self::TaggedPlace,
        Self::Registry,
        Self::RegistryShort,
        Self::RegistryOfSeveral,
        Self::Rule,
    ];

    /// Its name in the table of confidence: `full-name`.
    pub fn name(self) -> &'static str {
        self.parts().0
    }

    /// What it says, for a reader.
    pub fn says(self) -> &'static str {
        self.parts().1
    }

    fn parts(self) -> (&'static str, &'static str) {
        match self {
            Self::StateName => ("state-name", "the name of a state, from the gazetteer"),
            Self::StateShared => ("state-shared", "the name of a state that persons or things have too, and nothing beside it says that a state is meant"),
            Self::StateAmong => ("state-among", "the name of a state, from the gazetteer, beside other words with capitals: it may be of a longer name"),
            Self::StateLetters => ("state-letters", "letters that stand for a state, from the gazetteer"),
            Self::StateAdjective => ("state-adjective", "an adjective of a state, before what is the state's: officials, forces, acts"),
            Self::Capital => ("capital", "a capital that acts, or to which something is sent or done: it stands for its government"),
            Self::CapitalPerhaps => ("capital-perhaps", "a capital beside words that mostly go with governments: it may stand for its government"),
            Self::CapitalPlace => ("capital-place", "a capital where something happens: the city"),
            Self::Seat => ("seat", "a building or street that stands for a government"),
            Self::KnownName => ("known-name", "the name of a body, from the gazetteer"),
            Self::KnownLetters => ("known-letters", "letters that stand for a body, from the gazetteer"),
            Self::KnownPlace => ("known-place", "the name of a place, from the gazetteer"),
            Self::KnownAmong => ("known-among", "a name of the gazetteer beside other words with capitals: it may be of a longer name"),
            Self::TitledFullName => ("titled-full-name", "a full name with a title before it"),
            Self::FullName => ("full-name", "a full name: a given name, a particle, or words that are no common ones"),
            Self::SupportedName => ("supported-name", "words that may be a full name, whose last word stands as a name elsewhere in the text"),
            Self::Surname => ("surname", "the short form of one full name of this text"),
            Self::SurnameHere => ("surname-here", "the short form of several full names, of which one stands in this paragraph"),
            Self::SurnameOrPlace => (
                "surname-or-place",
                "the short form of a full name of this text that is also a state's or a city's; what stands around says that a person is meant",
            ),
            Self::FirstName => ("first-name", "the first name of one person of this text"),
            Self::LostApostrophe => ("lost-apostrophe", "the short form of a full name with an `s` behind it that lost its apostrophe"),
            Self::TitledName => ("titled-name", "one word that is no common one, with a title before it"),
            Self::DescribedName => ("described-name", "one word that what stands beside it says to be a person's name: a trade, a post, `who`"),
            Self::BodyName => ("body-name", "a body's name by its head noun"),
            Self::BodyShort => ("body-short", "the first word of one body's name of this text"),
            Self::DefinedLetters => ("defined-letters", "letters that this text defines"),
            Self::Initials => ("initials", "letters that are the initials of one body of this text"),
            Self::SpeakingLetters => ("speaking-letters", "letters that nobody defines, which speak or are told something in the text"),
            Self::BareLetters => ("bare-letters", "letters that nobody defines, used as a name"),
            Self::Heading => ("heading", "a name in a heading or in a text in capitals that stands elsewhere in this text"),
            Self::TaggedName => ("tagged-name", "the tagger takes it for a full name"),
            Self::TaggedSurname => ("tagged-surname", "the tagger takes it for a person's name, and one full name of this text ends with it"),
            Self::TaggedWord => ("tagged-word", "the tagger takes it for a person's name"),
            Self::TaggedBody => ("tagged-body", "the tagger takes it for a body's name"),
            Self::TaggedShortBody => ("tagged-short-body", "the tagger takes it for a body's name, and one longer name of this text has the word"),
            Self::TaggedPlace => ("tagged-place", "the tagger takes it for a place's name"),
            Self::Registry => ("registry", "a name or alias of the registry"),
            Self::RegistryShort => ("registry-short", "a short form of the registry, whose owner is named otherwise in this text"),
            Self::RegistryOfSeveral => ("registry-of-several", "a name of several curated actors, of whom this text names one otherwise"),
            Self::Rule => ("rule", "a rule of this briefing"),
        }
    }
}
