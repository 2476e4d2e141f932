//! Actors and the roster of a build.

use super::{ActorNo, MergeEvidence};
use crate::text::Fingerprint;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A person, state, organisation, armed group, office, place or people that acts in a briefing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Actor {
    /// Its address below `/actors/`: `a-z`, `0-9` and `-`. Unique.
    pub id: String,
    /// The name that heads its page.
    pub name: String,
    /// The name by which it is sorted: for persons surname first where that is known ("Lindqvist, Ann").
    pub sort_name: String,
    /// What it is.
    pub kind: Kind,
    /// Other names by which it is called.
    pub aliases: Vec<Alias>,
    /// Who says that it is an actor.
    pub origin: ActorOrigin,
    /// A sentence that a person wrote about it.
    pub summary: Option<String>,
    /// Roles that a person gave, as text.
    pub roles: Vec<String>,
    /// Affiliations that a person gave: an actor's id, or text.
    pub affiliations: Vec<String>,
    /// External identifiers: `wikidata` to `Q794`, `iso` to `IR`.
    pub identifiers: BTreeMap<String, String>,
    /// Links that a person gave: title and address.
    pub links: Vec<(String, String)>,
    /// Old ids, which redirect.
    pub former: Vec<String>,
    /// By what the names of several briefings were taken for this actor's; `None` where one briefing names it.
    pub merged: Option<MergeEvidence>,
}

/// What an actor is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// A human being by name.
    Person,
    /// A country and its government.
    State,
    /// An alliance, party, company, medium, agency, parliament, court.
    #[serde(alias = "organization")]
    Organisation,
    /// An armed force that is an actor of its own.
    ArmedGroup,
    /// A ministry, council or seat of power by its name.
    Office,
    /// A city, region or sea as a place.
    Place,
    /// Iranians, Kurds. Never its state.
    People,
}

impl Kind {
    /// Every kind, in the order of the index.
    pub const ALL: [Kind; 7] = [Self::Person, Self::State, Self::Organisation, Self::ArmedGroup, Self::Office, Self::Place, Self::People];

    /// Its name in YAML, exports and theme strings: `armed_group`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Person => "person",
            Self::State => "state",
            Self::Organisation => "organisation",
            Self::ArmedGroup => "armed_group",
            Self::Office => "office",
            Self::Place => "place",
            Self::People => "people",
        }
    }
}

/// Another name by which an actor is called.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Alias {
    /// As written.
    pub text: String,
    /// What kind of name it is.
    pub kind: AliasKind,
}

/// What kind of name an alias is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum AliasKind {
    /// A full name.
    #[default]
    Name,
    /// A short form ("Lindqvist"), which counts only where the text has introduced its owner or a person says so.
    Short,
    /// An acronym ("IRGC").
    Acronym,
    /// An adjective or inhabitants' name ("Turkish").
    Demonym,
    /// A place or building that stands for the actor ("the Kremlin").
    Metonym,
}

/// Who says that something is an actor.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum ActorOrigin {
    /// A person, in the registry.
    Curated,
    /// The embedded gazetteer.
    Gazetteer,
    /// The program, from the text alone.
    Detected,
}

/// All actors of a build that are named somewhere or curated, sorted by id.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Roster {
    /// The actors, sorted by id.
    pub actors: Vec<Actor>,
    /// Of everything that decides what the mentions of a briefing are.
    pub fingerprint: Fingerprint,
}

impl Roster {
    /// The actor of this number.
    pub fn actor(&self, number: ActorNo) -> &Actor {
        &self.actors[number.index()]
    }

    /// The number of the actor with this id.
    pub fn find(&self, id: &str) -> Option<ActorNo> {
        self.actors.binary_search_by(|actor| actor.id.as_str().cmp(id)).ok().map(ActorNo::at)
    }
}
