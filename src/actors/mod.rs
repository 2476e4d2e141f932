//! Who is named: from briefings to a roster of actors and a table of mentions for each briefing.

use crate::diagnostics::Checked;
use crate::language::Pack;
use crate::model::{Briefing, Mentions, Roster};
use serde::{Deserialize, Serialize};

/// What may be a name in one briefing. Depends on that briefing and the language pack alone, so it can be kept by content.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Candidates {}

/// The actors that a person curated.
#[derive(Clone, Debug, Default)]
pub struct Registry {}

impl Registry {
    /// Reads the files of `content/actors/`: `(path in the site, text)`, sorted by path.
    pub fn parse(_files: &[(&str, &str)]) -> Checked<Self> {
        Checked::clean(Self::default())
    }
}

/// The roster and what it takes to find its actors in a text.
#[derive(Clone, Debug, Default)]
pub struct Cast {
    /// All actors, sorted by id.
    pub roster: Roster,
}

/// What may be a name in `briefing`.
pub fn candidates(_briefing: &Briefing, _pack: &Pack) -> Candidates {
    Candidates::default()
}

/// Merges the candidates of all briefings with registry and gazetteer. The result does not depend on the order of `found`.
pub fn cast(_found: &[(&Briefing, &Candidates)], _registry: &Registry) -> Checked<Cast> {
    Checked::clean(Cast::default())
}

/// Who is named where in `briefing`, who spoke, in what role.
pub fn mentions(_briefing: &Briefing, _candidates: &Candidates, _cast: &Cast, _pack: &Pack) -> Mentions {
    Mentions::default()
}
