//! How a speaker or a role was told from the text, and one actor from the names of several briefings.

use serde::{Deserialize, Serialize};

/// By what the speaker of a quotation was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum SpeakerEvidence {
    /// The words are the speaker's own, and its name is the subject of the verb of speech.
    DirectNamed,
    /// Its name stands in the same sentence, some way off.
    DirectNear,
    /// A pronoun or an office means it: `she said`, `the minister added`.
    DirectMeant,
    /// No verb of speech: the voice before goes on.
    DirectBefore,
    /// What is said is reported; the name is the subject of the verb.
    ReportedNamed,
    /// Reported; the name stands in the same sentence, some way off.
    ReportedNear,
    /// Reported; a pronoun or an office means it.
    ReportedMeant,
}

impl SpeakerEvidence {
    /// Every one, in order.
    pub const ALL: [Self; 7] =
        [Self::DirectNamed, Self::DirectNear, Self::DirectMeant, Self::DirectBefore, Self::ReportedNamed, Self::ReportedNear, Self::ReportedMeant];

    /// As it stands in exports and in the table of confidence.
    pub fn name(self) -> &'static str {
        match self {
            Self::DirectNamed => "direct-named",
            Self::DirectNear => "direct-near",
            Self::DirectMeant => "direct-meant",
            Self::DirectBefore => "direct-before",
            Self::ReportedNamed => "reported-named",
            Self::ReportedNear => "reported-near",
            Self::ReportedMeant => "reported-meant",
        }
    }
}

/// By what a role was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum RoleEvidence {
    /// The title stands before the name, and of whom it is stands with it.
    BeforeOwned,
    /// The title stands before the name, and nothing says of whom it is.
    BeforeBare,
    /// The title stands before the name; of whom it is stands elsewhere.
    BeforeGuessed,
    /// Behind the name, with its owner.
    BehindOwned,
    /// Behind the name, alone.
    BehindBare,
    /// Behind the name; of whom it is stands elsewhere, or a verb parts it from the name.
    BehindGuessed,
}

impl RoleEvidence {
    /// Whether the reader does not see of whom the role is where it stands: pages say so.
    pub fn is_guessed(self) -> bool {
        matches!(self, Self::BeforeGuessed | Self::BehindGuessed)
    }

    /// Every one, in order.
    pub const ALL: [Self; 6] = [Self::BeforeOwned, Self::BeforeBare, Self::BeforeGuessed, Self::BehindOwned, Self::BehindBare, Self::BehindGuessed];

    /// As it stands in exports and in the table of confidence.
    pub fn name(self) -> &'static str {
        match self {
            Self::BeforeOwned => "before-owned",
            Self::BeforeBare => "before-bare",
            Self::BeforeGuessed => "before-guessed",
            Self::BehindOwned => "behind-owned",
            Self::BehindBare => "behind-bare",
            Self::BehindGuessed => "behind-guessed",
        }
    }
}

/// By what the names of several briefings were taken for one actor's.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum MergeEvidence {
    /// An entry of the registry has the name.
    MergedRegistry,
    /// The gazetteer knows the name.
    MergedKnown,
    /// The full name of a person.
    MergedPerson,
    /// The name of a body.
    MergedBody,
    /// A surname behind the same title.
    MergedTitled,
    /// The name of a place that nobody knows.
    MergedPlace,
}

impl MergeEvidence {
    /// Every one, in order.
    pub const ALL: [Self; 6] = [Self::MergedRegistry, Self::MergedKnown, Self::MergedPerson, Self::MergedBody, Self::MergedTitled, Self::MergedPlace];

    /// As it stands in exports and in the table of confidence.
    pub fn name(self) -> &'static str {
        match self {
            Self::MergedRegistry => "merged-registry",
            Self::MergedKnown => "merged-known",
            Self::MergedPerson => "merged-person",
            Self::MergedBody => "merged-body",
            Self::MergedTitled => "merged-titled",
            Self::MergedPlace => "merged-place",
        }
    }

    /// What it says, for a reader.
    pub fn says(self) -> &'static str {
        match self {
            Self::MergedRegistry => "the registry has the name that several briefings use",
            Self::MergedKnown => "several briefings use a name that chancery knows",
            Self::MergedPerson => "several briefings use the same full name",
            Self::MergedBody => "several briefings use the same name of a body",
            Self::MergedTitled => "several briefings use the same surname behind the same title",
            Self::MergedPlace => "several briefings use the same name of a place",
        }
    }
}
