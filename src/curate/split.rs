//! `split`: an actor is two. In the briefings that are named, its names are another's.

use super::entry::put_new;
use super::{Correction, Desk};
use crate::edit::yaml::{Step, Yaml, scalar};
use crate::model::{Actor, ActorNo};
use crate::scaffold::Refusal;
use crate::site::Site;
use crate::text::fold::fold;
use crate::text::slug::slug;
use std::collections::BTreeSet;

/// In the briefings with these keys, `no` is somebody else, called `name`.
///
/// # Errors
/// The same name; a briefing that does not name the actor; a file that cannot be edited.
pub fn split(mut desk: Desk<'_>, site: &Site, no: ActorNo, name: &str, keys: &[String]) -> Result<Correction, Refusal> {
    let actor: &Actor = site.roster().actor(no);
    let name = name.trim();
    let id = slug(name, 80);
    if fold(name) == fold(&actor.name) || id.is_empty() {
        let help = format!("say what tells them apart, for instance `{} (journalist)`", actor.name);
        return Err(Refusal::new(format!("`{name}` does not tell the second from the first"), help));
    }
    if desk.find(&id).is_none() {
        if site.roster().find(&id).is_some() {
            return Err(Refusal::new(format!("`{id}` is another actor already"), format!("`chancery actors adopt {id}` first, or choose another name")));
        }
        put_new(&mut desk, &id, name, actor.kind, Vec::new())?;
    }
    for key in keys {
        let overlay = desk.overlay(key)?;
        let surfaces = surfaces(site, no, key);
        if surfaces.is_empty() {
            return Err(Refusal::new(
                format!("the briefing `{key}` does not name `{}`", actor.id),
                format!("`chancery actors show {}` says which do", actor.id),
            ));
        }
        for surface in surfaces {
            desk.edit(&overlay, |yaml| rule(yaml, &surface, &id))?;
        }
    }
    Ok(desk.finish(Vec::new()))
}

/// How the briefing names the actor.
fn surfaces(site: &Site, no: ActorNo, key: &str) -> BTreeSet<String> {
    let Some(entry) = site.entries().iter().find(|entry| entry.briefing.key == key) else { return BTreeSet::new() };
    let named = entry.mentions.mentions.iter().filter(|mention| mention.actor == no);
    named.map(|mention| mention.range.of(entry.briefing.block(mention.block).text.text()).to_owned()).filter(|surface| !surface.contains('\n')).collect()
}

/// `phrase: id` among the rules of an overlay.
fn rule(yaml: &mut Yaml, phrase: &str, id: &str) -> bool {
    let is = [Step::Key("actors"), Step::Key("is")];
    if yaml.find(&[is[0], is[1], Step::Key(phrase)]).is_some() {
        return yaml.set(&is, phrase, id);
    }
    let key = scalar(phrase);
    if yaml.find(&is).is_some() {
        yaml.add(&is, &key, id)
    } else if yaml.find(&[is[0]]).is_some() {
        yaml.add(&[is[0]], "is", &format!("{{{key}: {id}}}"))
    } else {
        yaml.add(&[], "actors", &format!("\n  is:\n    {key}: {id}"))
    }
}
