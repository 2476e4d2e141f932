//! Overlays and front matter: the same keys, read into [`Meta`].

use crate::diagnostics::{Checked, Code, Diagnostic, Diagnostics};
use crate::input::lint;
use crate::model::meta::{ActorRules, Correction, Restore, SourceNote, Status};
use crate::model::{Meta, Restoration};
use crate::text::SourceSpan;
use crate::yaml::{self, Keys, Node, Value};

/// Reads an overlay or front matter that begins at byte `offset` of `file`.
pub fn parse_meta(file: &str, text: &str, offset: usize) -> Checked<Meta> {
    let mut diagnostics = Diagnostics::default();
    let Some(node) = yaml::parse(file, text, offset).unpack(&mut diagnostics) else {
        return Checked { value: Meta::default(), diagnostics };
    };
    let mut keys = Keys::of(file, &node);
    let meta = meta(file, &mut keys);
    diagnostics.extend(keys.finish());
    Checked { value: meta, diagnostics }
}

/// The keys of an overlay; the caller may take further keys of its own from the same mapping before it is finished.
pub fn meta(file: &str, keys: &mut Keys<'_>) -> Meta {
    let meta = Meta {
        slug: slug_path(keys, "slug"),
        former: former(file, keys),
        title: one_line(keys, "title"),
        date: keys.take("date"),
        updated: keys.take("updated"),
        language: language(keys, "language"),
        translation_of: keys.take("translation_of"),
        standfirst: text(keys, "standfirst"),
        key_points: texts(keys, "key_points"),
        status: keys.take::<Status>("status"),
        publish_from: keys.take("publish_from"),
        publish_until: keys.take("publish_until"),
        sources: nodes(keys, "sources").into_iter().filter_map(|node| source(file, node, keys)).collect(),
        corrections: nodes(keys, "corrections").into_iter().filter_map(|node| correction(file, node, keys)).collect(),
        related: keys.list("related"),
        tags: texts(keys, "tags"),
        restore: keys.node("restore").and_then(|node| restore(file, node, keys)),
        actors: keys.node("actors").map(|node| actor_rules(file, node, keys)).unwrap_or_default(),
        lint: keys.node("lint").map(|node| lint::lint(file, node, lint::Scope::Briefing, keys)).unwrap_or_default(),
    };
    if let (Some(from), Some(until)) = (meta.publish_from, meta.publish_until)
        && from > until
    {
        keys.fault(
            "publish_until",
            Code::OverlayConflict,
            format!("this briefing would be shown from {from} until {until}, which is never"),
            "exchange the two dates",
        );
    }
    if let (Some(date), Some(updated)) = (meta.date, meta.updated)
        && updated < date
    {
        keys.fault("updated", Code::OverlayConflict, format!("updated on {updated}, before its date {date}"), "correct one of the two dates");
    }
    meta
}

/// `restore: true`, `false`, or a list of rules.
pub fn restore(file: &str, node: &Node, keys: &mut Keys<'_>) -> Option<Restore> {
    match &node.value {
        Value::Sequence(items) => {
            let mut rules = Vec::new();
            for item in items {
                match item.to::<String>(file) {
                    Ok(name) => match Restoration::ALL.iter().find(|rule| rule.name() == name) {
                        Some(rule) => rules.push(*rule),
                        None => {
                            let known: Vec<&str> = Restoration::ALL.iter().map(|rule| rule.name()).collect();
                            keys.report(
                                Diagnostic::new(Code::YamlValue, format!("there is no restoration rule `{name}`"))
                                    .in_file(file)
                                    .at(item.span)
                                    .help(format!("the rules are {}", known.join(", "))),
                            );
                        }
                    },
                    Err(finding) => keys.report(finding),
                }
            }
            Some(Restore::Only(rules))
        }
        _ => match node.to::<bool>(file) {
            Ok(all) => Some(Restore::All(all)),
            Err(finding) => {
                keys.report(finding.help("write `true`, `false` or a list of rules"));
                None
            }
        },
    }
}

/// A BCP 47 tag of the usual form (`en`, `pt-BR`, `sr-Latn`).
pub fn language(keys: &mut Keys<'_>, key: &'static str) -> Option<String> {
    let tag: String = keys.take(key)?;
    let mut parts = tag.split('-');
    let well_formed = parts.next().is_some_and(|p| (2..=3).contains(&p.len()) && p.bytes().all(|b| b.is_ascii_alphabetic()))
        && parts.all(|p| (1..=8).contains(&p.len()) && p.bytes().all(|b| b.is_ascii_alphanumeric()));
    if !well_formed {
        keys.fault(key, Code::YamlValue, format!("`{tag}` is not a language tag"), "write a tag such as `en`, `fr` or `pt-BR`");
        return None;
    }
    Some(tag)
}

/// Whether this text can be the slug of a briefing or page: pieces of `a-z`, `0-9` and inner `-`, parted by `/`.
pub fn is_slug_path(text: &str) -> bool {
    !text.is_empty()
        && text.len() <= 200
        && text.split('/').all(|piece| !piece.is_empty() && crate::text::slug::slug(piece, 200) == piece && !crate::text::slug::is_reserved(piece))
}

fn slug_path(keys: &mut Keys<'_>, key: &'static str) -> Option<String> {
    let slug: String = keys.take(key)?;
    if is_slug_path(&slug) {
        return Some(slug);
    }
    let pieces: Vec<String> = slug.split('/').map(|piece| crate::text::slug::slug(piece, 80)).filter(|piece| !piece.is_empty()).collect();
    keys.fault(
        key,
        Code::AddressInvalid,
        format!("`{slug}` cannot be an address"),
        format!("use small letters, digits and hyphens, for instance `{}`", if pieces.is_empty() { "my-briefing".to_owned() } else { pieces.join("/") }),
    );
    None
}

fn former(file: &str, keys: &mut Keys<'_>) -> Vec<String> {
    let mut slugs = Vec::new();
    for node in nodes(keys, "former") {
        match node.to::<String>(file) {
            Ok(slug) if is_slug_path(&slug) => slugs.push(slug),
            Ok(slug) => keys.report(
                Diagnostic::new(Code::AddressInvalid, format!("`{slug}` cannot have been a slug"))
                    .in_file(file)
                    .at(node.span)
                    .help("use the old address between `/briefings/` and the closing slash"),
            ),
            Err(finding) => keys.report(finding),
        }
    }
    slugs
}

fn one_line(keys: &mut Keys<'_>, key: &'static str) -> Option<String> {
    let value: String = keys.take(key)?;
    let line = clean(&value);
    (!line.is_empty()).then_some(line)
}

fn text(keys: &mut Keys<'_>, key: &'static str) -> Option<String> {
    one_line(keys, key)
}

fn texts(keys: &mut Keys<'_>, key: &'static str) -> Vec<String> {
    keys.list::<String>(key).iter().map(|text| clean(text)).filter(|text| !text.is_empty()).collect()
}

/// White space folded, control characters out: what a person wrote over several lines is one line on a page.
pub fn clean(text: &str) -> String {
    text.split(char::is_whitespace)
        .map(|word| word.chars().filter(|c| !c.is_control()).collect::<String>())
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}

fn nodes<'a>(keys: &mut Keys<'a>, key: &'static str) -> Vec<&'a Node> {
    match keys.node(key) {
        None => Vec::new(),
        Some(node) => match &node.value {
            Value::Sequence(items) => items.iter().collect(),
            _ => vec![node],
        },
    }
}

/// An address that may stand in a page: `http` or `https`, with a host, without white space.
pub fn is_web_address(url: &str) -> bool {
    let rest = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://"));
    rest.is_some_and(|rest| !rest.is_empty() && !rest.starts_with('/'))
        && !url.chars().any(|c| c.is_whitespace() || c.is_control() || c == '"' || c == '<' || c == '>')
}

fn web_address(file: &str, span: SourceSpan, url: Option<String>, keys: &mut Keys<'_>) -> Option<String> {
    let url = url?;
    if is_web_address(&url) {
        return Some(url);
    }
    keys.report(
        Diagnostic::new(Code::YamlValue, format!("`{url}` is not a web address")).in_file(file).at(span).help("write the whole address, with `https://`"),
    );
    None
}

fn source(file: &str, node: &Node, keys: &mut Keys<'_>) -> Option<SourceNote> {
    if let Value::Scalar(text, _) = &node.value {
        let url = is_web_address(text).then(|| text.clone());
        return Some(SourceNote { title: clean(text), url, publisher: None, date: None });
    }
    let mut inner = Keys::of(file, node);
    let title = one_line(&mut inner, "title");
    let url: Option<String> = inner.take("url");
    let publisher = one_line(&mut inner, "publisher");
    let date = inner.take("date");
    let place = inner.place("url").unwrap_or(node.span);
    let found = inner.finish();
    let broken = !found.is_empty();
    found.iter().for_each(|finding| keys.report(finding.clone()));
    let url = web_address(file, place, url, keys);
    let Some(title) = title.or_else(|| url.clone()) else {
        if !broken {
            keys.report(Diagnostic::new(Code::YamlValue, "this source has no title").in_file(file).at(node.span).help("add `title:`"));
        }
        return None;
    };
    Some(SourceNote { title, url, publisher, date })
}

fn correction(file: &str, node: &Node, keys: &mut Keys<'_>) -> Option<Correction> {
    let mut inner = Keys::of(file, node);
    let date = inner.take("date");
    let text = one_line(&mut inner, "text");
    let block: Option<String> = inner.take("block");
    let found = inner.finish();
    let broken = !found.is_empty();
    found.iter().for_each(|finding| keys.report(finding.clone()));
    match (date, text) {
        (Some(date), Some(text)) => Some(Correction { date, text, block }),
        _ => {
            if !broken {
                keys.report(Diagnostic::new(Code::YamlValue, "a correction needs a `date` and a `text`").in_file(file).at(node.span).help("write both"));
            }
            None
        }
    }
}

fn actor_rules(file: &str, node: &Node, keys: &mut Keys<'_>) -> ActorRules {
    let mut inner = Keys::of(file, node);
    let mut is = Vec::new();
    if let Some(node) = inner.node("is") {
        match &node.value {
            Value::Mapping(pairs) => {
                for (key, value) in pairs {
                    match value.to::<String>(file) {
                        Ok(id) => is.push((key.name.clone(), id)),
                        Err(finding) => inner.report(finding),
                    }
                }
            }
            _ => inner.fault("is", Code::YamlValue, "`is` is not a mapping of phrases to actors", "write `phrase: actor-id`, one on each line"),
        }
    }
    let rules = ActorRules { is, not: inner.list("not"), ignore: inner.list("ignore") };
    inner.finish().iter().for_each(|finding| keys.report(finding.clone()));
    rules
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<String> {
        parse_meta("content/briefings/x.yaml", text, 0).diagnostics.iter().map(|d| format!("{}: {}", d.code, d.message)).collect()
    }

    #[test]
    fn all_keys_are_read() {
        let text = "slug: a/b\nformer: [old]\ntitle: T\ndate: 2026-01-30\nupdated: 2026-02-01\nlanguage: en\nstandfirst: S\nkey_points: [one]\nstatus: draft\npublish_from: 2026-01-01\npublish_until: 2026-12-31\nsources:\n  - title: A\n    url: https://example.org/a\n  - https://example.org/b\ncorrections:\n  - date: 2026-02-02\n    text: was wrong\nrelated: [other]\ntags: [One Tag]\nrestore: [possessive]\nactors:\n  is: {the capital: turkey}\n  not: [Jordan River]\n  ignore: [x]\ntranslation_of: y\n";
        let checked = parse_meta("f", text, 0);
        assert!(checked.diagnostics.is_empty(), "{:?}", checked.diagnostics);
        let meta = checked.value;
        assert_eq!((meta.slug.as_deref(), meta.sources.len(), meta.corrections.len(), meta.actors.is.len()), (Some("a/b"), 2, 1, 1));
        assert!(meta.restore.unwrap().allows(Restoration::Possessive));
        assert_eq!(meta.status, Some(Status::Draft));
    }

    #[test]
    fn all_faults_are_reported() {
        let faults = found(
            "slug: ../up\ndate: 2026-02-31\nstatus: hidden\nrestore: [posessive]\nsources: [{title: x, url: 'javascript:alert(1)'}]\ncorrections: [{date: 2026-01-01}]\ntag: x\n",
        );
        assert_eq!(faults.len(), 7, "{faults:#?}");
    }

    #[test]
    fn dates_that_contradict_each_other_are_faults() {
        assert_eq!(found("date: 2026-02-01\nupdated: 2026-01-01\npublish_from: 2027-01-01\npublish_until: 2026-01-01\n").len(), 2);
    }
}
