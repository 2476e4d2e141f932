//! `rename`: an actor gets another name; the old one stays among its other names, and its old address leads to the new one.

use super::entry::{known_aliases, push, push_alias, put_new};
use super::{Correction, Desk};
use crate::model::{Actor, Alias, AliasKind, Roster};
use crate::scaffold::Refusal;
use crate::text::slug::slug;

/// What an actor is to be called.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rename<'a> {
    /// Its new name.
    pub name: &'a str,
    /// Its new id; made from the name where none is given.
    pub id: Option<&'a str>,
}

/// Gives `actor` another name.
///
/// # Errors
/// An id that another actor has, or that no address can hold; a file that cannot be edited.
pub fn rename(mut desk: Desk<'_>, roster: &Roster, actor: &Actor, new: &Rename<'_>) -> Result<Correction, Refusal> {
    let name = new.name.trim();
    let id = new.id.map_or_else(|| slug(name, 80), str::to_owned);
    if name.is_empty() || id.is_empty() || slug(&id, 200) != id {
        return Err(Refusal::new(format!("`{id}` cannot be the id of an actor"), "use `a-z`, `0-9` and inner `-`, as in `ann-lindqvist`"));
    }
    if id != actor.id && roster.find(&id).is_some() {
        return Err(Refusal::new(
            format!("`{id}` is another actor"),
            format!("`chancery actors merge {id} {}` makes one of the two; `--id` gives another id", actor.id),
        ));
    }
    if desk.find(&actor.id).is_none() {
        put_new(&mut desk, &actor.id, &actor.name, actor.kind, known_aliases(actor))?;
    }
    let refuse = || Refusal::new(format!("the entry of `{}` cannot be found again", actor.id), "edit the registry by hand; nothing was changed");
    let (place, _) = desk.find(&actor.id).ok_or_else(refuse)?;
    let steps = place.steps();
    desk.edit(&place.path, |yaml| yaml.set(&steps, "id", &id) && yaml.set(&steps, "name", name))?;
    if actor.name != name {
        push_alias(&mut desk, &place, &Alias { text: actor.name.clone(), kind: AliasKind::Name })?;
    }
    let mut notes = Vec::new();
    if id != actor.id {
        push(&mut desk, &place, "former", &actor.id)?;
        desk.rename_id(&actor.id, &id)?;
        notes.push(format!("/actors/{}/ will lead to /actors/{id}/", actor.id));
    }
    Ok(desk.finish(notes))
}
