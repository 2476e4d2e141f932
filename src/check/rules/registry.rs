//! Entries of the registry that nobody mentions.

use crate::build::Build;
use crate::curate::Desk;
use crate::diagnostics::{Code, Diagnostic, Diagnostics};
use crate::input::Inputs;
use crate::model::ActorOrigin;
use rustc_hash::FxHashSet;

/// Curated, and named nowhere: neither in a text nor by another entry.
pub(super) fn unused(build: &Build, inputs: &Inputs, found: &mut Diagnostics) {
    let site = &build.site;
    let named: FxHashSet<&str> = site.roster().actors.iter().flat_map(|actor| actor.affiliations.iter().map(String::as_str)).collect();
    let alone: FxHashSet<&str> = site
        .roster()
        .actors
        .iter()
        .enumerate()
        .filter(|(number, actor)| {
            let entry = site.actor_entry(crate::model::ActorNo::at(*number));
            actor.origin == ActorOrigin::Curated && entry.mentions.is_empty() && entry.roles.is_empty() && !named.contains(actor.id.as_str())
        })
        .map(|(_, actor)| actor.id.as_str())
        .collect();
    if alone.is_empty() {
        return;
    }
    for (path, id, span) in Desk::of(inputs).named_entries() {
        if alone.contains(id.as_str()) {
            let finding = Diagnostic::new(Code::UnusedEntry, format!("no briefing names `{id}`")).in_file(path).at(span);
            found.push(finding.help("check its `name` and `aliases` against the texts, or delete it"));
        }
    }
}
