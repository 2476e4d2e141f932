//! `adopt`: an actor that was found becomes a registry entry.

use super::entry::{known_aliases, put_new};
use super::{Correction, Desk};
use crate::model::{Actor, Kind};
use crate::scaffold::Refusal;

/// An entry for `actor`, with what was found of it.
///
/// # Errors
/// It has one.
pub fn adopt(mut desk: Desk<'_>, actor: &Actor, kind: Option<Kind>) -> Result<Correction, Refusal> {
    if let Some((place, _)) = desk.find(&actor.id) {
        return Err(Refusal::new(format!("`{}` has an entry already, in `{}`", actor.id, place.path), "edit that file"));
    }
    put_new(&mut desk, &actor.id, &actor.name, kind.unwrap_or(actor.kind), known_aliases(actor))?;
    Ok(desk.finish(Vec::new()))
}
