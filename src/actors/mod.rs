//! Who is named: from briefings to a roster of actors and a table of mentions for each briefing.
//!
//! | file | what it does |
//! | --- | --- |
//! | `token` | a block's words: shape, what the language pack says, what stands between |
//! | `gazetteer` | states, organisations and places that everybody knows |
//! | `name` | the grammar of names in one block |
//! | `context` | what stands around a name decides what it names |
//! | `resolve` | one briefing's names to who they name |
//! | `candidate` | what one briefing says of who is in it |
//! | `registry`, `matcher` | curated actors; finding their names |
//! | `cast` | all briefings, registry and gazetteer to one roster |
//! | `export` | what was found, in the format of the scorer |
//! | `recognise` | the mentions of one briefing under the roster |

mod candidate;
mod cast;
mod context;
mod export;
mod gazetteer;
mod matcher;
mod name;
mod recognise;
mod registry;
mod resolve;
mod token;

pub use candidate::Candidates;
pub use cast::Cast;
pub use export::{Export, Exported, export};
pub use registry::Registry;

use crate::diagnostics::Checked;
use crate::language::Pack;
use crate::model::{Briefing, Mentions};

/// What may be a name in `briefing`.
pub fn candidates(briefing: &Briefing, pack: &Pack) -> Candidates {
    let reading = resolve::Reading::of(briefing, pack);
    resolve::resolve(&reading)
}

/// Merges the candidates of all briefings with registry and gazetteer. The result does not depend on the order of `found`.
pub fn cast(found: &[(&Briefing, &Candidates)], registry: &Registry) -> Checked<Cast> {
    cast::cast(found, registry)
}

/// Who is named where in `briefing`, who spoke, in what role.
pub fn mentions(briefing: &Briefing, candidates: &Candidates, cast: &Cast, pack: &Pack) -> Mentions {
    recognise::recognise(briefing, candidates, cast, pack)
}
