//! What a person adds to a seed, in an overlay or in front matter. Both have the same keys; `read/overlay` reads them.

use super::lint::Lint;
use super::{Date, Restoration};
use serde::{Deserialize, Serialize};

/// What overlay and front matter say of a briefing.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Meta {
    /// The slug a person chose.
    pub slug: Option<String>,
    /// Old slugs, which redirect.
    pub former: Vec<String>,
    /// The title a person chose.
    pub title: Option<String>,
    /// Date of the briefing.
    pub date: Option<Date>,
    /// Date of the last change that matters to readers.
    pub updated: Option<Date>,
    /// BCP 47 tag.
    pub language: Option<String>,
    /// Key of the briefing that this one translates.
    pub translation_of: Option<String>,
    /// A sentence or two under the title, written by a person.
    pub standfirst: Option<String>,
    /// What to take away, written by a person.
    pub key_points: Vec<String>,
    /// Draft, published or withdrawn; published where nobody says.
    pub status: Option<Status>,
    /// Not shown before this day.
    pub publish_from: Option<Date>,
    /// Not shown after this day.
    pub publish_until: Option<Date>,
    /// What the briefing rests on.
    pub sources: Vec<SourceNote>,
    /// What was wrong and has been put right.
    pub corrections: Vec<Correction>,
    /// Keys of related briefings.
    pub related: Vec<String>,
    /// Tags.
    pub tags: Vec<String>,
    /// Which restorations are made; `None`: as the site's settings say.
    pub restore: Option<Restore>,
    /// Rules for actors in this briefing alone.
    pub actors: ActorRules,
    /// Which findings are to be louder, quieter or not shown.
    pub lint: Lint,
}

impl Meta {
    /// The day on which what readers see last changed, as far as a person says so: the newest of its dates and of its corrections.
    pub fn changed(&self) -> Option<Date> {
        [self.date, self.updated].into_iter().flatten().chain(self.corrections.iter().map(|correction| correction.date)).max()
    }
}

/// Whether readers are shown a briefing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Status {
    /// Built with `--drafts` only.
    Draft,
    /// Shown.
    #[default]
    Published,
    /// No longer shown.
    Withdrawn,
}

/// Which restorations are made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Restore {
    /// All, or none.
    All(bool),
    /// These.
    Only(Vec<Restoration>),
}

impl Restore {
    /// Whether this rule is switched on.
    pub fn allows(&self, rule: Restoration) -> bool {
        match self {
            Self::All(all) => *all,
            Self::Only(rules) => rules.contains(&rule),
        }
    }
}

impl Default for Restore {
    fn default() -> Self {
        Self::All(true)
    }
}

/// A source that a person names.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SourceNote {
    /// What it is called.
    pub title: String,
    /// Where it is: `http` or `https`.
    pub url: Option<String>,
    /// Who published it.
    pub publisher: Option<String>,
    /// When.
    pub date: Option<Date>,
}

/// A correction.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Correction {
    /// When it was made.
    pub date: Date,
    /// What was wrong and what is right.
    pub text: String,
    /// Id of the block it concerns.
    pub block: Option<String>,
}

/// Rules for actors in one briefing; they win over everything else.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ActorRules {
    /// Phrase, and the id of the actor that it names here.
    pub is: Vec<(String, String)>,
    /// Phrases in which nobody is named.
    pub not: Vec<String>,
    /// Ids of actors, or phrases, that are not to be linked in this briefing at all.
    pub ignore: Vec<String>,
}
