//! Who is named: from briefings to a roster of actors and a table of mentions for each briefing.
//!
//! | file | what it does |
//! | --- | --- |
//! | `token` | a block's words: shape, what the language pack says, what stands between |
//! | `gazetteer` | states, organisations and places that everybody knows |
//! | `name` | the grammar of names in one block: runs of capitalised words and how they are cut |
//! | `body`, `person`, `definition` | the grammar of bodies, of persons, of acronyms that the text defines |
//! | `head_first` | names in languages whose head noun stands first |
//! | `context` | what stands around a name decides what it names |
//! | `recase` | a telegram's capitals as ordinary letters |
//! | `reading` | a briefing's words, block by block |
//! | `placed` | which place each word of a block is of |
//! | `resolve`, `spot`, `key` | one briefing's names to who they name: who is named in full, then every place |
//! | `tagger` | a small statistical tagger for what the rules leave doubtful |
//! | `speech`, `speech/speaker`, `speech/reported`, `marks`, `clause` | who says what: quotation marks, speakers, reported clauses |
//! | `role`, `role_behind`, `role_first`, `act` | roles and acts as the text states them |
//! | `candidate` | what one briefing says of who is in it |
//! | `registry`, `matcher`, `forms` | curated actors; finding their names, also where these change within their words |
//! | `cast`, `carry` | all briefings, registry and gazetteer to one roster; mentions under one roster to those under the next |
//! | `explain` | why a place is a link, is none, or was left open |
//! | `facts`, `export` | what was found, row by row; the same in the format of the scorer |
//! | `confidence` | how often a mention with such evidence is right |
//! | `recognise` | the mentions of one briefing under the roster |

mod act;
mod body;
mod candidate;
mod carry;
mod cast;
mod clause;
pub mod confidence;
mod context;
mod definition;
mod described;
mod explain;
mod export;
mod facts;
mod forms;
mod gazetteer;
mod head_first;
mod key;
mod known;
mod marks;
mod matcher;
mod name;
mod person;
mod placed;
mod reading;
mod recase;
mod recognise;
mod registry;
mod resolve;
mod role;
mod role_behind;
mod role_first;
mod role_of;
mod setting;
mod speech;
mod spot;
mod stated;
pub mod tagger;
mod token;

pub use candidate::Candidates;
pub use carry::Carry;
pub use cast::Cast;
pub use explain::{Explained, Explaining, explain};
pub use export::{Export, Exported, ExportedActor, ExportedMention, ExportedMerge, ExportedQuote, ExportedRole, export};
pub use facts::Facts;
pub use registry::Registry;

use crate::diagnostics::Checked;
use crate::language::Pack;
use crate::model::{Briefing, Mentions};

/// What may be a name in `briefing`, and where the registry's names stand.
pub fn candidates(briefing: &Briefing, registry: &Registry, pack: &Pack) -> Candidates {
    candidates_under(briefing, registry, pack, tagger::WEIGHTS)
}

/// As [`candidates`], with other weights of the tagger; without any, rules alone.
pub fn candidates_under(briefing: &Briefing, registry: &Registry, pack: &Pack, weights: &[u8]) -> Candidates {
    let recased = recase::recase(briefing, pack);
    let reading = reading::Reading::of(briefing, &recased, pack);
    let mut candidates = resolve::resolve(&reading);
    if pack.tagged {
        tagger::settle(&reading, &mut candidates, weights, &briefing.key);
    }
    candidates.curated = registry.matcher.matches(&reading);
    role::roles(&reading, &mut candidates);
    speech::speeches(&reading, &mut candidates);
    candidates
}

/// Merges the candidates of all briefings with registry and gazetteer, whose actors have their English names. The result does not depend on the
/// order of `found`.
pub fn cast(found: &[(&Briefing, &Candidates)], registry: &Registry) -> Checked<Cast> {
    cast::cast(found, registry, gazetteer::gazetteer())
}

/// As [`cast`], with the names that the gazetteer's actors have in the language of `pack`: the site's.
pub fn cast_in(found: &[(&Briefing, &Candidates)], registry: &Registry, pack: &Pack) -> Checked<Cast> {
    cast::cast(found, registry, gazetteer::gazetteer_of(pack))
}

/// Who is named where in `briefing`, who spoke, in what role.
pub fn mentions(briefing: &Briefing, candidates: &Candidates, cast: &Cast, pack: &Pack) -> Mentions {
    recognise::recognise(briefing, candidates, cast, pack)
}
