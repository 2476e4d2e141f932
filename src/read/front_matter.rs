//! YAML front matter: where it ends, and how an overlay goes over it.

use super::evidence::Evidence;
use super::passage::Passage;
use super::unit::{Form, Marker, Unit};
use crate::diagnostics::{Code, Diagnostic, Diagnostics};
use crate::model::{Meta, Shape, SourceMap};

/// A seed's front matter, and where the rest begins.
pub(super) struct Front<'a> {
    pub(super) unit: Option<Unit<'a>>,
    /// The YAML and its first byte.
    pub(super) yaml: Option<(&'a str, usize)>,
    pub(super) end: usize,
}

/// Front matter stands between two lines `---` at the very beginning. In a plain seed it must look like keys and values.
pub(super) fn split<'a>(text: &'a str, markdown: bool, file: &str, map: &SourceMap, found: &mut Diagnostics) -> Front<'a> {
    let none = Front { unit: None, yaml: None, end: 0 };
    let mut lines = text.split_inclusive('\n');
    let Some(first) = lines.next().filter(|line| line.trim_end() == "---") else { return none };
    let keyed = text.get(first.len()..).unwrap_or_default().lines().map(str::trim).find(|line| !line.is_empty() && !line.starts_with('#')).is_some_and(is_key);
    let mut at = first.len();
    for line in lines {
        let fence = line.trim_end();
        if fence == "---" || fence == "..." {
            let yaml = text.get(first.len()..at).unwrap_or_default();
            let empty = markdown && yaml.trim().is_empty();
            if !keyed && !empty {
                return none;
            }
            let end = at + fence.len();
            let mut passage = Passage::default();
            passage.source(text.get(..end).unwrap_or_default(), 0);
            let unit = Unit {
                start: 0,
                end,
                passage,
                form: Form::FrontMatter,
                marker: Marker::None,
                shape: Shape::Code,
                quoted: 0,
                bold: false,
                parted: true,
                evidence: Evidence::default(),
            };
            return Front { unit: Some(unit), yaml: Some((yaml, first.len())), end: at + line.len() };
        }
        at += line.len();
    }
    if keyed && markdown {
        found.push(
            Diagnostic::new(Code::FrontMatter, "the front matter is not closed")
                .in_file(file)
                .at(map.to_disk(0, first.trim_end().len()))
                .help("end it with a line that is only `---`"),
        );
    }
    none
}

fn is_key(line: &str) -> bool {
    line.split_once(':').is_some_and(|(key, value)| {
        !key.is_empty() && key.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'-')) && (value.is_empty() || value.starts_with(' '))
    })
}

/// What the overlay says, and where it is silent what the front matter says.
pub(super) fn over(overlay: &Meta, own: &Meta) -> Meta {
    fn list<T: Clone>(first: &[T], second: &[T]) -> Vec<T> {
        if first.is_empty() { second.to_vec() } else { first.to_vec() }
    }
    let mut actors = overlay.actors.clone();
    actors.is = list(&overlay.actors.is, &own.actors.is);
    actors.not = list(&overlay.actors.not, &own.actors.not);
    actors.ignore = list(&overlay.actors.ignore, &own.actors.ignore);
    Meta {
        slug: overlay.slug.clone().or_else(|| own.slug.clone()),
        former: list(&overlay.former, &own.former),
        title: overlay.title.clone().or_else(|| own.title.clone()),
        date: overlay.date.or(own.date),
        updated: overlay.updated.or(own.updated),
        language: overlay.language.clone().or_else(|| own.language.clone()),
        translation_of: overlay.translation_of.clone().or_else(|| own.translation_of.clone()),
        standfirst: overlay.standfirst.clone().or_else(|| own.standfirst.clone()),
        key_points: list(&overlay.key_points, &own.key_points),
        status: overlay.status.or(own.status),
        publish_from: overlay.publish_from.or(own.publish_from),
        publish_until: overlay.publish_until.or(own.publish_until),
        sources: list(&overlay.sources, &own.sources),
        corrections: list(&overlay.corrections, &own.corrections),
        related: list(&overlay.related, &own.related),
        tags: list(&overlay.tags, &own.tags),
        restore: overlay.restore.clone().or_else(|| own.restore.clone()),
        actors,
        lint: if overlay.lint.is_empty() { own.lint.clone() } else { overlay.lint.clone() },
    }
}
