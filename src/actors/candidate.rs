//! What one briefing says of who is in it, before the other briefings and the registry are asked.

use super::matcher::Matches;
use crate::model::{Alias, BlockNo, Certainty, Evidence, Kind, Naming, QuotationKind};
use crate::text::{Fingerprint, Fingerprinter, TextRange};
use serde::{Deserialize, Serialize};
use std::sync::OnceLock;

/// What may be a name in one briefing. Depends on that briefing and the language pack alone, so it can be kept by content; what the
/// registry's names found says itself which names they were.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Candidates {
    /// Who is named, each once, in the order of the first mention.
    pub(super) entities: Vec<Entity>,
    /// Where; sorted and disjoint.
    pub(super) spots: Vec<Spot>,
    /// Quotations, with where their speaker is named.
    pub(super) speeches: Vec<Speech>,
    /// Roles, with where their holder is named.
    pub(super) roles: Vec<RoleClaim>,
    /// Acts, with where both sides are named.
    pub(super) acts: Vec<ActClaim>,
    /// What was left open.
    pub(super) open: Vec<OpenClaim>,
    /// Names of the registry.
    pub(super) curated: Matches,
    #[serde(skip)]
    prints: Prints,
}

/// [`Candidates::prints`], once they were asked for. No part of what was found: a copy asks anew.
#[derive(Debug, Default)]
struct Prints(OnceLock<Vec<(u32, Fingerprint)>>);

impl Clone for Prints {
    fn clone(&self) -> Self {
        Self::default()
    }
}

impl PartialEq for Prints {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl Eq for Prints {}

impl Candidates {
    /// Each entity that is named somewhere, by its number, with the fingerprint of everything that the roster takes from it.
    pub(super) fn prints(&self) -> &[(u32, Fingerprint)] {
        self.prints.0.get_or_init(|| {
            let mut named = vec![false; self.entities.len()];
            for spot in &self.spots {
                if let Some(named) = named.get_mut(spot.entity as usize) {
                    *named = true;
                }
            }
            let mut bytes: Vec<u8> = Vec::with_capacity(256);
            let named = (0u32..).zip(&self.entities).zip(named).filter(|(_, named)| *named);
            named.map(|((number, entity), _)| (number, entity.print(&mut bytes))).collect()
        })
    }

    /// Of everything that the roster takes from this briefing: equal prints of all briefings, equal rosters.
    pub fn print(&self) -> Fingerprint {
        let mut print = Fingerprinter::new();
        self.prints().iter().for_each(|(_, entity)| {
            print.add_fingerprint(*entity);
        });
        print.finish()
    }
}

/// Somebody who is named in the briefing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Entity {
    /// Under which the same actor is found in other briefings: `g:` gazetteer, `l:` place, `p:` person, `o:` body.
    pub(super) key: Box<str>,
    pub(super) name: Box<str>,
    pub(super) kind: Kind,
    pub(super) aliases: Vec<Alias>,
    /// The number in the gazetteer.
    pub(super) known: Option<u16>,
    /// By which it is sorted.
    pub(super) sort: Box<str>,
}

impl Entity {
    /// Of all of it; `bytes` is room to work in.
    fn print(&self, bytes: &mut Vec<u8>) -> Fingerprint {
        bytes.clear();
        let mut add = |part: &[u8]| {
            bytes.extend_from_slice(&(part.len() as u64).to_le_bytes());
            bytes.extend_from_slice(part);
        };
        add(self.key.as_bytes());
        add(self.name.as_bytes());
        add(self.kind.name().as_bytes());
        add(self.sort.as_bytes());
        add(&self.known.unwrap_or(u16::MAX).to_le_bytes());
        for alias in &self.aliases {
            add(alias.text.as_bytes());
            add(&[alias.kind as u8]);
        }
        Fingerprint::of(bytes)
    }
}

/// One place where somebody is named.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Spot {
    pub(super) block: BlockNo,
    pub(super) range: TextRange,
    pub(super) entity: u32,
    pub(super) naming: Naming,
    pub(super) evidence: Evidence,
    /// By how much the tagger is for it.
    pub(super) support: i16,
}

/// Who spoke, as a place in the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) enum Speaker {
    /// Whoever is named there.
    At(BlockNo, TextRange),
    /// Somebody who is no actor, or nobody that the text says.
    Nobody,
}

/// Words that somebody says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Speech {
    pub(super) block: BlockNo,
    pub(super) range: TextRange,
    pub(super) kind: QuotationKind,
    pub(super) speaker: Speaker,
    pub(super) certainty: Certainty,
    pub(super) cue: Option<TextRange>,
}

/// A role that the text states.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct RoleClaim {
    pub(super) block: BlockNo,
    pub(super) holder: TextRange,
    pub(super) title: TextRange,
    pub(super) phrase: TextRange,
    pub(super) of: Option<TextRange>,
    /// Within the title: the adjective that says of whom (`former British diplomat`), which is not of the title.
    pub(super) cut: Option<TextRange>,
    pub(super) certainty: Certainty,
}

/// An act that a verb states.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct ActClaim {
    pub(super) block: BlockNo,
    pub(super) source: TextRange,
    pub(super) target: TextRange,
    pub(super) verb: TextRange,
}

/// A stretch that was left as plain text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct OpenClaim {
    pub(super) block: BlockNo,
    pub(super) range: TextRange,
    pub(super) may_be: Vec<u32>,
    pub(super) reason: Box<str>,
}
