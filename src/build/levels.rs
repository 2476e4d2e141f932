//! Findings at the level that a person wants them to have: what `lint` says for the site, a briefing, a block.

use crate::diagnostics::{Code, Diagnostic, Diagnostics, Severity};
use crate::model::Briefing;
use crate::model::lint::Lint;
use std::collections::BTreeMap;

/// Gives each finding its level; those that are allowed go. The closest word wins: a block's over its briefing's over the site's.
pub fn apply<'a>(site: &Lint, briefings: impl IntoIterator<Item = &'a Briefing>, diagnostics: &mut Diagnostics) {
    let by_seed: BTreeMap<&str, &Briefing> =
        briefings.into_iter().filter(|briefing| !briefing.meta.lint.is_empty()).map(|briefing| (briefing.seed.as_str(), briefing)).collect();
    if site.is_empty() && by_seed.is_empty() {
        return;
    }
    let by_key: BTreeMap<&str, &Briefing> = by_seed.values().map(|briefing| (briefing.key.as_str(), *briefing)).collect();
    diagnostics.retain(|finding| {
        if finding.severity == Severity::Error {
            return true;
        }
        let briefing = finding.file.as_deref().and_then(|file| {
            let overlay = || file.strip_prefix("content/briefings/").and_then(|name| name.rsplit_once('.')).and_then(|(key, _)| by_key.get(key));
            by_seed.get(file).or_else(overlay).copied()
        });
        if briefing.is_some_and(|briefing| is_allowed_here(briefing, finding)) {
            return false;
        }
        let level = briefing.and_then(|briefing| briefing.meta.lint.levels.get(&finding.code)).or_else(|| site.levels.get(&finding.code));
        match level.map(|level| level.severity()) {
            Some(None) => false,
            Some(Some(severity)) => {
                finding.severity = severity;
                true
            }
            None => true,
        }
    });
    for briefing in by_seed.values() {
        for (code, blocks) in &briefing.meta.lint.blocks {
            for block in blocks.iter().filter(|block| !briefing.blocks.iter().any(|own| own.anchor.as_str() == **block)) {
                let finding =
                    Diagnostic::new(Code::DanglingLink, format!("`lint` allows `{code}` in the block `{block}`, which `{}` does not have", briefing.seed));
                diagnostics.push(finding.in_file(&briefing.seed).help("copy the id from the address of the paragraph's number on the page"));
            }
        }
    }
}

fn is_allowed_here(briefing: &Briefing, finding: &Diagnostic) -> bool {
    let (Some(blocks), Some(span)) = (briefing.meta.lint.blocks.get(&finding.code), finding.span) else { return false };
    let at = briefing.blocks.partition_point(|block| block.span.end <= span.start);
    briefing.blocks.get(at).is_some_and(|block| block.span.start <= span.start && blocks.contains(block.anchor.as_str()))
}
