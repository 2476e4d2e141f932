//! Restorations that could be made, where the settings say that they are not.

use super::Context;
use crate::diagnostics::{Code, Diagnostic, Diagnostics};
use crate::model::meta::Restore;
use crate::model::{Briefing, Edit};
use crate::read::{self, ReadOptions, SeedInput};

/// What would be restored in this briefing.
pub(super) fn proposed(context: &Context<'_>, found: &mut Diagnostics) {
    let briefing = context.briefing;
    let allowed = briefing.meta.restore.as_ref().unwrap_or(&context.build.settings.restore);
    if *allowed == Restore::All(true) {
        return;
    }
    let Some(seed) = context.inputs.find(&briefing.seed) else { return };
    // Read again as if nothing were said: restoring is decided while reading.
    let mut meta = briefing.meta.clone();
    meta.restore = Some(Restore::All(true));
    let input = SeedInput { key: &briefing.key, path: &briefing.seed, bytes: &seed.bytes, overlay: Some(&meta) };
    let options = ReadOptions { language: context.build.settings.language.clone(), restore: Restore::All(true) };
    let Some(restored) = read::read(&input, &options).value else { return };
    for block in &restored.blocks {
        for edit in block.text.edits().iter().filter(|edit| !allowed.allows(edit.rule)) {
            let shown = edit.range.of(block.text.text());
            let message = match (edit.was.is_empty(), shown.is_empty()) {
                (true, _) => format!("`{shown}` could be put in here"),
                (_, true) => format!("`{}` could be left out here", edit.was),
                _ => format!("`{}` could be shown as `{shown}`", edit.was),
            };
            let help = format!("write it into the seed, or add `{}` to `restore`", edit.rule.name());
            found.push(with_fix(Diagnostic::new(Code::RestorationProposed, message).label(edit.rule.name()).help(help), &restored, edit, shown));
        }
    }
}

/// At the place of a restoration; with the edit of the seed that makes it, where the seed is UTF-8.
pub(in crate::check) fn with_fix(finding: Diagnostic, briefing: &Briefing, edit: &Edit, shown: &str) -> Diagnostic {
    let span = briefing.source.to_disk(edit.source.0 as usize, edit.source.1 as usize);
    let finding = finding.in_file(&briefing.seed).at(span);
    if briefing.source.encoding.is_some() { finding } else { finding.fix(span, shown) }
}
