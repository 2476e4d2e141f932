//! How a speaker or a role was told from the text.

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
