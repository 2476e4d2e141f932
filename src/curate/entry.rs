//! Registry entries as YAML: what is put into one, and what of one can be put into another.

use super::desk::{Desk, Place, items, text, value};
use crate::edit::yaml::scalar;
use crate::model::{Actor, ActorOrigin, Alias, AliasKind, Kind};
use crate::scaffold::{self, NewActor, Refusal};
use crate::yaml::{Node, Plain, Value};

/// An alias as an item of a list.
pub(super) fn alias(alias: &Alias) -> String {
    let kind = match alias.kind {
        AliasKind::Name => return scalar(&alias.text),
        AliasKind::Short => "short",
        AliasKind::Acronym => "acronym",
        AliasKind::Demonym => "demonym",
        AliasKind::Metonym => "metonym",
    };
    format!("{{text: {}, kind: {kind}}}", scalar(&alias.text))
}

/// A node as YAML on one line.
pub(super) fn inline(node: &Node) -> String {
    match &node.value {
        Value::Null => "~".to_owned(),
        Value::Scalar(text, Plain::Yes) if !text.contains(['\n', ',', '{', '}', '[', ']']) => text.clone(),
        Value::Scalar(text, _) => scalar(text),
        Value::Sequence(items) => format!("[{}]", items.iter().map(inline).collect::<Vec<_>>().join(", ")),
        Value::Mapping(pairs) => {
            format!("{{{}}}", pairs.iter().map(|(key, node)| format!("{}: {}", scalar(&key.name), inline(node))).collect::<Vec<_>>().join(", "))
        }
    }
}

/// What a detected actor's entry says at first. What the gazetteer knows is added to an entry with its id, so nothing of that is repeated.
pub(super) fn known_aliases(actor: &Actor) -> Vec<String> {
    match actor.origin {
        ActorOrigin::Detected => actor.aliases.iter().map(alias).collect(),
        ActorOrigin::Curated | ActorOrigin::Gazetteer => Vec::new(),
    }
}

/// A new entry in a file of its own.
pub(super) fn put_new(desk: &mut Desk<'_>, id: &str, name: &str, kind: Kind, aliases: Vec<String>) -> Result<(), Refusal> {
    let new = NewActor { name, id: Some(id), kind, aliases };
    for change in scaffold::actor(&new, |path| desk.exists(path))? {
        let text = change.after.and_then(|bytes| String::from_utf8(bytes).ok()).unwrap_or_default();
        // A schema that is there already is left to `chancery schema`.
        if change.path.starts_with("content/actors/") {
            desk.put(change.path, text)?;
        }
    }
    Ok(())
}

/// Puts an item into a list of an entry, unless it says so already.
pub(super) fn push(desk: &mut Desk<'_>, place: &Place, key: &str, item: &str) -> Result<(), Refusal> {
    let steps = place.steps();
    desk.edit(&place.path, |yaml| {
        let said = yaml.find(&steps).map(|entry| items(value(entry, key)).into_iter().any(|own| inline(own) == item)).unwrap_or_default();
        said || yaml.push(&steps, key, item)
    })
}

/// Puts a name among the other names of an entry, unless the entry has it.
pub(super) fn push_alias(desk: &mut Desk<'_>, place: &Place, new: &Alias) -> Result<(), Refusal> {
    let steps = place.steps();
    desk.edit(&place.path, |yaml| {
        let has = yaml.find(&steps).is_some_and(|entry| {
            text(value(entry, "name")).as_deref() == Some(&new.text)
                || items(value(entry, "aliases")).into_iter().any(|own| text(Some(own)).or_else(|| text(value(own, "text"))).as_deref() == Some(&new.text))
        });
        has || yaml.push(&steps, "aliases", &alias(new))
    })
}
