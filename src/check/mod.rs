//! Everything that needs a person's eyes, without output: what reading, linking and every page's making found, and what was restored.

#[cfg(feature = "external")]
pub mod external;
pub mod fix;
mod rules;

use crate::build::watch::{Nobody, Stage, Watch};
use crate::build::{self, Build, BuildOptions, Cache, follow, levels, publish, verify};
use crate::diagnostics::{Code, Diagnostic, Diagnostics};
use crate::input::Inputs;
use crate::model::Briefing;
use rayon::prelude::*;
use std::sync::Arc;

/// All findings, sorted by file and place.
pub fn check(inputs: &Inputs, options: &BuildOptions) -> Diagnostics {
    check_watched(inputs, options, &(Arc::new(Nobody) as Arc<dyn Watch>))
}

/// As [`check`]; `watch` is told how far it is.
pub fn check_watched(inputs: &Inputs, options: &BuildOptions, watch: &Arc<dyn Watch>) -> Diagnostics {
    let mut cache = Cache::default().watched(watch.clone());
    let checked = build::build(inputs, options, &mut cache);
    let mut diagnostics = checked.diagnostics;
    for (_, remembered) in cache.sorted() {
        if let Some(briefing) = &remembered.reading.briefing {
            restorations(briefing, &mut diagnostics);
        }
    }
    if let Some(build) = checked.value {
        rules::apply(&build, inputs, &mut diagnostics);
        if !diagnostics.has_errors() {
            pages(&build, watch.as_ref(), &mut diagnostics);
        }
        let briefings = cache.sorted();
        let briefings = briefings.iter().filter_map(|(_, remembered)| remembered.reading.briefing.as_deref());
        levels::apply(&build.settings.lint, briefings, &mut diagnostics);
    }
    diagnostics.sort();
    diagnostics
}

/// Each restoration as a note at its place in the seed.
fn restorations(briefing: &Briefing, diagnostics: &mut Diagnostics) {
    for block in &briefing.blocks {
        for edit in block.text.edits() {
            let shown = edit.range.of(block.text.text());
            let message = match (edit.was.is_empty(), shown.is_empty()) {
                (true, _) => format!("`{shown}` is put in here"),
                (_, true) => format!("`{}` is left out here", edit.was),
                _ => format!("`{}` is shown as `{shown}`", edit.was),
            };
            let finding = Diagnostic::new(Code::Restored, message).label(edit.rule.name());
            diagnostics.push(rules::with_fix(finding, briefing, edit, shown));
        }
    }
}

/// Makes every page, and follows every link.
fn pages(build: &Build, watch: &dyn Watch, diagnostics: &mut Diagnostics) {
    let outputs = build.outputs();
    watch.begins(Stage::Pages, Some(outputs.len()));
    let base_path = build.site.addresses().base_path();
    let made: Vec<Result<verify::PageLinks, Diagnostic>> = outputs
        .par_iter()
        .map(|(path, output)| {
            watch.step();
            build.make(output).map(|bytes| verify::inspect(publish::address(path), &bytes, base_path))
        })
        .collect();
    let mut links = Vec::with_capacity(outputs.len());
    for ((path, _), made) in outputs.iter().zip(made) {
        let found = made.unwrap_or_else(|finding| {
            diagnostics.push(finding);
            verify::PageLinks::default()
        });
        links.push((path.clone(), found));
    }
    watch.begins(Stage::Following, None);
    follow::follow_links(build, &outputs, &links).into_iter().for_each(|finding| diagnostics.push(finding));
}
