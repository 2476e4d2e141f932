//! The registry: actors that a person curated, as YAML. Says what is written; finds nothing in a text.

use super::matcher::Matcher;
use crate::diagnostics::{Checked, Code, Diagnostic, Diagnostics};
use crate::language::pack;
use crate::model::{Alias, AliasKind, Kind};
use crate::text::SourceSpan;
use crate::text::slug::{is_reserved, slug};
use crate::yaml::{self, Keys, Node, Value};
use std::collections::BTreeMap;
use std::sync::Arc;

/// The actors that a person curated, in the order of their ids.
#[derive(Clone, Debug, Default)]
pub struct Registry {
    pub(super) entries: Vec<Entry>,
    /// Texts that are no actor anywhere.
    pub(super) ignored: Vec<String>,
    /// The names of all entries, which claim them by their number.
    pub(super) matcher: Arc<Matcher>,
}

/// One curated actor.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Entry {
    pub(super) id: String,
    pub(super) former: Vec<String>,
    pub(super) name: String,
    pub(super) kind: Option<Kind>,
    pub(super) aliases: Vec<Alias>,
    pub(super) summary: Option<String>,
    pub(super) roles: Vec<String>,
    pub(super) affiliations: Vec<String>,
    pub(super) identifiers: BTreeMap<String, String>,
    pub(super) links: Vec<(String, String)>,
    /// Phrases in which a name does not name this actor.
    pub(super) not: Vec<String>,
}

impl Registry {
    /// Reads the files of `content/actors/`: `(path in the site, text)`, sorted by path.
    pub fn parse(files: &[(&str, &str)]) -> Checked<Self> {
        let mut diagnostics = Diagnostics::default();
        let mut registry = Registry::default();
        let mut places: BTreeMap<String, (String, SourceSpan)> = BTreeMap::new();
        for (file, text) in files {
            let Some(node) = yaml::parse(file, text, 0).unpack(&mut diagnostics) else { continue };
            let nodes: &[Node] = match &node.value {
                Value::Sequence(items) => items,
                Value::Null => continue,
                _ => std::slice::from_ref(&node),
            };
            for node in nodes {
                if let Some(entry) = registry.entry(file, node, &mut diagnostics) {
                    registry.claim(file, node.span, entry, &mut places, &mut diagnostics);
                }
            }
        }
        registry.entries.sort_by(|a, b| a.id.cmp(&b.id));
        registry.ignored.sort();
        registry.ignored.dedup();
        registry.arm(&mut diagnostics);
        Checked { value: registry, diagnostics }
    }

    /// Makes the names ready to be found.
    fn arm(&mut self, diagnostics: &mut Diagnostics) {
        let words = &pack("en").naming;
        let mut matcher = Matcher::default();
        for (number, entry) in (0u32..).zip(&self.entries) {
            matcher.add(&entry.name, number, AliasKind::Name, words);
            for alias in &entry.aliases {
                if matcher.add(&alias.text, number, alias.kind, words) && alias.kind != AliasKind::Short {
                    diagnostics.push(
                        Diagnostic::new(Code::AmbiguousAlias, format!("`{}` names several curated actors", alias.text))
                            .help("it is linked only where the text names one of them otherwise; `is` in an overlay decides for a briefing"),
                    );
                }
            }
        }
        self.matcher = Arc::new(matcher);
    }

    /// Takes the entry in, unless another has one of its addresses.
    fn claim(&mut self, file: &str, span: SourceSpan, entry: Entry, places: &mut BTreeMap<String, (String, SourceSpan)>, diagnostics: &mut Diagnostics) {
        for id in std::iter::once(&entry.id).chain(&entry.former) {
            if let Some((other, _)) = places.get(id) {
                let finding = Diagnostic::new(Code::RegistryConflict, format!("the id `{id}` is already taken by an entry in {other}"));
                diagnostics.push(finding.in_file(file).at(span).help("give one of the two another `id`"));
                return;
            }
        }
        for id in std::iter::once(&entry.id).chain(&entry.former) {
            places.insert(id.clone(), (file.to_owned(), span));
        }
        self.entries.push(entry);
    }

    fn entry(&mut self, file: &str, node: &Node, diagnostics: &mut Diagnostics) -> Option<Entry> {
        let mut keys = Keys::of(file, node);
        let ignore = keys.node("ignore");
        let name: Option<String> = keys.take::<String>("name").map(|name| name.trim().to_owned()).filter(|name| !name.is_empty());
        let id: Option<String> = keys.take("id");
        let mut entry = Entry {
            former: keys.list("former"),
            kind: keys.take("kind"),
            aliases: aliases(file, &mut keys),
            summary: keys.take("summary"),
            roles: keys.list("roles"),
            affiliations: keys.list("affiliations"),
            identifiers: identifiers(file, &mut keys),
            links: links(file, &mut keys),
            not: keys.list("not"),
            ..Entry::default()
        };
        let mut kept = true;
        if let Some(ignore) = ignore {
            kept = self.ignore(file, ignore, name.as_deref(), &mut keys) && name.is_some();
        }
        match (name, kept) {
            (Some(name), true) => {
                entry.id = id.unwrap_or_else(|| slug(&name, 80));
                entry.name = name;
                for (key, id) in std::iter::once(("id", &entry.id)).chain(entry.former.iter().map(|former| ("former", former))) {
                    if id.is_empty() || slug(id, 200) != *id || is_reserved(id) || id == "called" {
                        keys.fault(
                            key,
                            Code::AddressInvalid,
                            format!("`{id}` cannot be the id of an actor"),
                            "use `a-z`, `0-9` and inner `-`, as in `ann-lindqvist`",
                        );
                        kept = false;
                    }
                }
                entry.aliases.retain(|alias| alias.text != entry.name);
            }
            (None, _) if ignore.is_none() => {
                keys.fault(
                    "name",
                    Code::RegistryConflict,
                    "this entry has no `name`",
                    "write the name that heads the actor's page, or `ignore` with a text that is no actor",
                );
                kept = false;
            }
            _ => kept = false,
        }
        diagnostics.extend(keys.finish());
        kept.then_some(entry)
    }

    /// `ignore: true` beside a name, or `ignore` with texts. Whether the entry still is an actor.
    fn ignore(&mut self, file: &str, node: &Node, name: Option<&str>, keys: &mut Keys<'_>) -> bool {
        if let Ok(all) = node.to::<bool>(file) {
            if all && let Some(name) = name {
                self.ignored.push(name.to_owned());
            }
            return !all;
        }
        let texts = match &node.value {
            Value::Sequence(items) => items.iter().map(|item| item.to::<String>(file)).collect::<Vec<_>>(),
            _ => vec![node.to::<String>(file)],
        };
        for text in texts {
            match text {
                Ok(text) => self.ignored.push(text),
                Err(finding) => keys.report(finding),
            }
        }
        true
    }
}

fn aliases(file: &str, keys: &mut Keys<'_>) -> Vec<Alias> {
    let Some(node) = keys.node("aliases") else { return Vec::new() };
    let items: &[Node] = match &node.value {
        Value::Sequence(items) => items,
        _ => std::slice::from_ref(node),
    };
    let mut found: Vec<Alias> = Vec::with_capacity(items.len());
    for item in items {
        let alias = match &item.value {
            Value::Mapping(_) => {
                let mut inner = Keys::of(file, item);
                let text: Option<String> = inner.take("text");
                let kind: AliasKind = inner.take("kind").unwrap_or_default();
                if text.is_none() {
                    inner.fault("text", Code::YamlValue, "this alias has no `text`", "write `text: the name`, or the name alone");
                }
                for finding in &inner.finish() {
                    keys.report(finding.clone());
                }
                text.map(|text| Alias { text, kind })
            }
            _ => match item.to::<String>(file) {
                Ok(text) => Some(Alias { kind: kind_of(&text), text }),
                Err(finding) => {
                    keys.report(finding);
                    None
                }
            },
        };
        if let Some(alias) = alias
            && !alias.text.trim().is_empty()
            && !found.iter().any(|other| other.text == alias.text)
        {
            found.push(alias);
        }
    }
    found
}

/// What kind of name a bare text is: letters in capitals are an acronym.
fn kind_of(text: &str) -> AliasKind {
    let capitals = text.chars().filter(|c| c.is_uppercase()).count();
    if capitals >= 2 && !text.contains(' ') && !text.chars().any(char::is_lowercase) { AliasKind::Acronym } else { AliasKind::Name }
}

fn identifiers(file: &str, keys: &mut Keys<'_>) -> BTreeMap<String, String> {
    let Some(node) = keys.node("identifiers") else { return BTreeMap::new() };
    node.to(file).unwrap_or_else(|finding| {
        keys.report(finding);
        BTreeMap::new()
    })
}

/// Addresses, or mappings of `title` and `url`.
fn links(file: &str, keys: &mut Keys<'_>) -> Vec<(String, String)> {
    let Some(node) = keys.node("links") else { return Vec::new() };
    let items: &[Node] = match &node.value {
        Value::Sequence(items) => items,
        _ => std::slice::from_ref(node),
    };
    let mut found = Vec::new();
    for item in items {
        let (title, url) = match &item.value {
            Value::Mapping(_) => {
                let mut inner = Keys::of(file, item);
                let pair = (inner.take::<String>("title"), inner.take::<String>("url"));
                for finding in &inner.finish() {
                    keys.report(finding.clone());
                }
                pair
            }
            _ => (None, item.to::<String>(file).ok()),
        };
        match url.filter(|url| url.starts_with("https://") || url.starts_with("http://")) {
            Some(url) => found.push((title.unwrap_or_else(|| url.clone()), url)),
            None => keys.report(
                Diagnostic::new(Code::YamlValue, "this is not a link")
                    .in_file(file)
                    .at(item.span)
                    .help("write an address with `https://`, or `title` and `url`"),
            ),
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_entry_is_read_whole() {
        let text = "id: ann-lindqvist\nname: Ann Lindqvist\nkind: person\naliases:\n  - Lindqvist Ann\n  - {text: Lindqvist, kind: short}\n  - MIT\nroles: [Minister]\nidentifiers: {wikidata: Q1}\nlinks: [https://example.org/]\nnot: [Lindqvist Street]\n";
        let read = Registry::parse(&[("content/actors/a.yaml", text)]);
        assert!(read.diagnostics.is_empty(), "{:?}", read.diagnostics);
        let entry = &read.value.entries[0];
        assert_eq!((entry.id.as_str(), entry.kind), ("ann-lindqvist", Some(Kind::Person)));
        let kinds: Vec<AliasKind> = entry.aliases.iter().map(|a| a.kind).collect();
        assert_eq!(kinds, [AliasKind::Name, AliasKind::Short, AliasKind::Acronym]);
        assert_eq!(entry.not, ["Lindqvist Street"]);
    }

    #[test]
    fn two_claims_to_one_id_are_an_error() {
        let read = Registry::parse(&[("a.yaml", "- name: Ann Lee\n- name: Ann Lee\n")]);
        assert_eq!(read.value.entries.len(), 1);
        assert!(read.diagnostics.has_errors());
    }

    #[test]
    fn an_entry_may_say_that_a_text_is_no_actor() {
        let read = Registry::parse(&[("a.yaml", "- ignore: Great Game\n- name: Basic Law\n  ignore: true\n")]);
        assert!(read.diagnostics.is_empty(), "{:?}", read.diagnostics);
        assert_eq!(read.value.ignored, ["Basic Law", "Great Game"]);
        assert!(read.value.entries.is_empty());
    }
}
