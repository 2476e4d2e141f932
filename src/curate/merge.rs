//! `merge`: two actors are one. Its address is that of the first; that of the second leads there.

use super::desk::{items, text, value};
use super::entry::{inline, known_aliases, push, push_alias, put_new};
use super::{Correction, Desk};
use crate::model::{Actor, ActorOrigin, Alias, AliasKind};
use crate::scaffold::Refusal;
use crate::yaml::Value;

/// Keys whose items are put behind those that the first has.
const LISTS: &[&str] = &["roles", "affiliations", "links", "not"];

/// `gone` becomes `kept`.
///
/// # Errors
/// Both are one already; a file that cannot be edited.
pub fn merge(mut desk: Desk<'_>, kept: &Actor, gone: &Actor) -> Result<Correction, Refusal> {
    if kept.id == gone.id {
        return Err(Refusal::new(format!("`{}` is one actor already", kept.id), "name two"));
    }
    let mut notes = Vec::new();
    if desk.find(&kept.id).is_none() {
        put_new(&mut desk, &kept.id, &kept.name, kept.kind, known_aliases(kept))?;
    }
    let mut aliases = vec![Alias { text: gone.name.clone(), kind: AliasKind::Name }];
    let mut former = vec![gone.id.clone()];
    let other = desk.find(&gone.id);
    match &other {
        Some((_, entry)) => {
            for node in items(value(entry, "aliases")) {
                let kind = match text(value(node, "kind")).as_deref() {
                    Some("short") => AliasKind::Short,
                    Some("acronym") => AliasKind::Acronym,
                    Some("demonym") => AliasKind::Demonym,
                    Some("metonym") => AliasKind::Metonym,
                    _ => AliasKind::Name,
                };
                if let Some(text) = text(Some(node)).or_else(|| text(value(node, "text"))) {
                    aliases.push(Alias { text, kind });
                }
            }
            former.extend(items(value(entry, "former")).into_iter().filter_map(|node| text(Some(node))));
        }
        None => aliases.extend(gone.aliases.iter().filter(|_| gone.origin == ActorOrigin::Detected).cloned()),
    }
    if let Some((place, _)) = &other {
        desk.remove(place)?;
    }
    let refuse = || Refusal::new(format!("the entry of `{}` cannot be found again", kept.id), "edit the registry by hand; nothing was changed");
    let (place, own) = desk.find(&kept.id).ok_or_else(refuse)?;
    for new in &aliases {
        push_alias(&mut desk, &place, new)?;
    }
    for id in &former {
        push(&mut desk, &place, "former", id)?;
    }
    if let Some((_, entry)) = &other {
        for key in LISTS {
            for node in items(value(entry, key)) {
                push(&mut desk, &place, key, &inline(node))?;
            }
        }
        for key in ["summary", "identifiers", "kind"] {
            let Some(node) = value(entry, key) else { continue };
            match value(&own, key) {
                None => {
                    let steps = place.steps();
                    let yaml_value = inline(node);
                    desk.edit(&place.path, |yaml| yaml.add(&steps, key, &yaml_value))?;
                }
                Some(kept_value) if inline(kept_value) == inline(node) => {}
                Some(kept_value) => {
                    if let (Value::Mapping(_), Value::Mapping(pairs)) = (&kept_value.value, &node.value) {
                        let mut steps = place.steps();
                        steps.push(crate::edit::yaml::Step::Key("identifiers"));
                        for (name, node) in pairs {
                            let yaml_value = inline(node);
                            match value(kept_value, &name.name) {
                                None => desk.edit(&place.path, |yaml| yaml.add(&steps, &name.name, &yaml_value))?,
                                Some(own) if inline(own) == yaml_value => {}
                                Some(_) => notes.push(left_out(&name.name, &yaml_value, gone, kept)),
                            }
                        }
                    } else {
                        notes.push(left_out(key, &inline(node), gone, kept));
                    }
                }
            }
        }
    }
    desk.rename_id(&gone.id, &kept.id)?;
    notes.push(format!("/actors/{}/ will lead to /actors/{}/", gone.id, kept.id));
    Ok(desk.finish(notes))
}

fn left_out(key: &str, value: &str, gone: &Actor, kept: &Actor) -> String {
    format!("left out is `{key}: {value}` of `{}`: `{}` has its own", gone.id, kept.id)
}
