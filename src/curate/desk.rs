//! The files that corrections change: registry and overlays, with the edits made so far.

use super::Correction;
use crate::edit::Change;
use crate::edit::yaml::{Step, Yaml};
use crate::input::Inputs;
use crate::scaffold::Refusal;
use crate::text::slug::slug;
use crate::text::{SourceSpan, near};
use crate::yaml::{Node, Value};
use std::collections::BTreeMap;

/// Where a registry entry stands: its file, and its number in the file's list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Place {
    pub(super) path: String,
    item: Option<usize>,
}

impl Place {
    /// The steps to the entry.
    pub(super) fn steps(&self) -> Vec<Step<'static>> {
        self.item.map(Step::Item).into_iter().collect()
    }
}

/// A file: what stands there now, and what is to stand there.
#[derive(Debug)]
struct File {
    before: Option<Vec<u8>>,
    after: Option<String>,
}

/// The files of a site on which a person's corrections are worked out.
#[derive(Debug)]
pub struct Desk<'a> {
    inputs: &'a Inputs,
    files: BTreeMap<String, File>,
}

impl<'a> Desk<'a> {
    /// Of a site as it was read.
    pub fn of(inputs: &'a Inputs) -> Self {
        let mut files = BTreeMap::new();
        for file in inputs.registry.iter().chain(&inputs.overlays) {
            let after = file.text().map(str::to_owned);
            files.insert(file.path.clone(), File { before: Some(file.bytes.to_vec()), after });
        }
        Self { inputs, files }
    }

    /// Whether a file is there already, also as another entry's draft.
    pub(super) fn exists(&self, path: &str) -> bool {
        self.files.contains_key(path) || self.inputs.find(path).is_some()
    }

    /// A file that is new.
    pub(super) fn put(&mut self, path: String, text: String) -> Result<(), Refusal> {
        if self.exists(&path) {
            return Err(Refusal::new(format!("there is a file `{path}` already"), "give the actor another id with `--id`, or edit that file"));
        }
        self.files.insert(path, File { before: None, after: Some(text) });
        Ok(())
    }

    /// Edits a YAML file; one that is not there begins empty.
    pub(super) fn edit(&mut self, path: &str, edit: impl FnOnce(&mut Yaml) -> bool) -> Result<(), Refusal> {
        let file = self.files.entry(path.to_owned()).or_insert(File { before: None, after: Some(String::new()) });
        let refuse = || Refusal::new(format!("`{path}` is written in a form that cannot be edited safely"), "edit it by hand; nothing was changed");
        let mut yaml = file.after.as_deref().and_then(Yaml::read).ok_or_else(refuse)?;
        if !edit(&mut yaml) {
            return Err(refuse());
        }
        file.after = Some(yaml.text().to_owned());
        Ok(())
    }

    fn read(&self, path: &str) -> Option<Yaml> {
        self.files.get(path)?.after.as_deref().and_then(Yaml::read)
    }

    /// All registry entries, each with its place and node.
    pub(super) fn entries(&self) -> Vec<(Place, Node)> {
        let mut all = Vec::new();
        for path in self.files.keys().filter(|path| path.starts_with("content/actors/")) {
            let Some(root) = self.read(path).and_then(|yaml| yaml.find(&[]).cloned()) else { continue };
            match root.value {
                Value::Sequence(items) => {
                    all.extend(items.into_iter().enumerate().map(|(item, node)| (Place { path: path.clone(), item: Some(item) }, node)));
                }
                Value::Mapping(_) => all.push((Place { path: path.clone(), item: None }, root)),
                _ => {}
            }
        }
        all
    }

    /// Each registry entry: its file, its id, and where its id or name stands.
    pub fn named_entries(&self) -> Vec<(String, String, SourceSpan)> {
        let named = |(place, node): (Place, Node)| {
            let span = value(&node, "id").or_else(|| value(&node, "name")).map_or(node.span, |node| node.span);
            // Places of a text behind a byte order mark.
            let mark = self.inputs.find(&place.path).map_or(0, |file| if file.bytes.starts_with(b"\xef\xbb\xbf") { 3 } else { 0 });
            Some((place.path, id_of(&node)?, SourceSpan::new(span.start as usize + mark, span.end as usize + mark)))
        };
        self.entries().into_iter().filter_map(named).collect()
    }

    /// The registry entry with this id.
    pub(super) fn find(&self, id: &str) -> Option<(Place, Node)> {
        self.entries().into_iter().find(|(_, node)| id_of(node).as_deref() == Some(id))
    }

    /// Takes an entry out; its file goes where nothing else is in it.
    pub(super) fn remove(&mut self, place: &Place) -> Result<(), Refusal> {
        let alone = match (place.item, self.read(&place.path).as_ref().and_then(|yaml| yaml.find(&[])).map(|root| &root.value)) {
            (Some(_), Some(Value::Sequence(items))) => items.len() == 1,
            _ => true,
        };
        if alone {
            if let Some(file) = self.files.get_mut(&place.path) {
                file.after = None;
            }
            return Ok(());
        }
        let item = place.item.unwrap_or_default();
        self.edit(&place.path, |yaml| yaml.remove_item(&[], item))
    }

    /// The overlay of a briefing: its own file, or where a new one belongs.
    pub(super) fn overlay(&self, key: &str) -> Result<String, Refusal> {
        if !self.inputs.seeds.iter().any(|seed| seed.key("seeds") == key) {
            let help = match near::meant(key, self.inputs.seeds.iter().map(|seed| seed.key("seeds"))) {
                Some(meant) => format!("did you mean `{meant}`?"),
                None => "name it by its seed's path below `seeds/`, without the ending".to_owned(),
            };
            return Err(Refusal::new(format!("there is no briefing `{key}`"), help));
        }
        let known = self.inputs.overlays.iter().find(|file| file.key("content/briefings") == key);
        Ok(known.map_or_else(|| format!("content/briefings/{key}.yaml"), |file| file.path.clone()))
    }

    /// Everywhere that an id is named, another is named in its place: rules of overlays, affiliations.
    pub(super) fn rename_id(&mut self, old: &str, new: &str) -> Result<(), Refusal> {
        let paths: Vec<String> = self.files.keys().cloned().collect();
        for path in paths {
            let Some(yaml) = self.read(&path) else { continue };
            let mut spans = Vec::new();
            if path.starts_with("content/briefings/") {
                if let Some(Value::Mapping(pairs)) = yaml.find(&[Step::Key("actors"), Step::Key("is")]).map(|node| &node.value) {
                    spans.extend(pairs.iter().filter(|(_, node)| is_text(node, old)).map(|(_, node)| node.span));
                }
                spans.extend(items(yaml.find(&[Step::Key("actors"), Step::Key("ignore")])).into_iter().filter(|node| is_text(node, old)).map(|node| node.span));
            } else if let Some(root) = yaml.find(&[]) {
                for entry in items(Some(root)) {
                    let affiliations = value(entry, "affiliations");
                    spans.extend(items(affiliations).into_iter().filter(|node| is_text(node, old)).map(|node| node.span));
                }
            }
            spans.sort();
            for span in spans.into_iter().rev() {
                self.edit(&path, |yaml| yaml.splice(span.range(), new))?;
            }
        }
        Ok(())
    }

    /// What is to be written.
    pub(super) fn finish(self, notes: Vec<String>) -> Correction {
        let mut changes = Vec::new();
        for (path, file) in self.files {
            let mark: &[u8] = if file.before.as_deref().is_some_and(|bytes| bytes.starts_with(b"\xef\xbb\xbf")) { b"\xef\xbb\xbf" } else { b"" };
            let after = file.after.map(|text| [mark, text.as_bytes()].concat());
            match (file.before, after) {
                (Some(before), Some(after)) if before == after => {}
                (Some(before), Some(after)) => changes.push(Change::changed(path, before, after)),
                (Some(before), None) if std::str::from_utf8(&before).is_ok() => changes.push(Change::removed(path, before)),
                (None, Some(after)) => changes.push(Change::new_file(path, after)),
                // What is no UTF-8 was never read.
                (_, None) => {}
            }
        }
        Correction { changes, notes }
    }
}

/// The id of an entry: as written, or made from its name.
pub(super) fn id_of(entry: &Node) -> Option<String> {
    text(value(entry, "id")).or_else(|| text(value(entry, "name")).map(|name| slug(name.trim(), 80)))
}

/// The value of a key.
pub(super) fn value<'n>(entry: &'n Node, key: &str) -> Option<&'n Node> {
    match &entry.value {
        Value::Mapping(pairs) => pairs.iter().find(|(own, _)| own.name == key).map(|(_, node)| node),
        _ => None,
    }
}

/// A scalar's text.
pub(super) fn text(node: Option<&Node>) -> Option<String> {
    match node.map(|node| &node.value) {
        Some(Value::Scalar(text, _)) => Some(text.clone()),
        _ => None,
    }
}

/// The items of a list, or the one value that stands for a list.
pub(super) fn items(node: Option<&Node>) -> Vec<&Node> {
    match node.map(|node| (&node.value, node)) {
        None | Some((Value::Null, _)) => Vec::new(),
        Some((Value::Sequence(items), _)) => items.iter().collect(),
        Some((_, node)) => vec![node],
    }
}

fn is_text(node: &Node, text: &str) -> bool {
    matches!(&node.value, Value::Scalar(own, _) if own == text)
}
