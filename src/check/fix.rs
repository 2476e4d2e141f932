//! The edits that findings bring with them, as changes of whole files.

use crate::diagnostics::{Diagnostics, Fix};
use crate::edit::Change;
use crate::input::Inputs;
use std::collections::BTreeMap;

/// Whether seeds are edited too.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Seeds {
    /// They stay as they are.
    Left,
    /// They are edited like any file.
    Edited,
}

/// The files as they are with every finding mended that brings its edit. Of two edits of one place the first is made.
pub fn fixes(inputs: &Inputs, findings: &Diagnostics, seeds: Seeds) -> Vec<Change> {
    let mut by_file: BTreeMap<&str, Vec<&Fix>> = BTreeMap::new();
    for finding in findings {
        if let (Some(file), Some(fix)) = (finding.file.as_deref(), finding.fix.as_deref())
            && (file.starts_with("content/") || seeds == Seeds::Edited)
        {
            by_file.entry(file).or_default().push(fix);
        }
    }
    let mut changes = Vec::new();
    for (file, mut fixes) in by_file {
        let Some(text) = inputs.find(file).and_then(|file| std::str::from_utf8(&file.bytes).ok()) else { continue };
        fixes.sort_by_key(|fix| (fix.span, &fix.text));
        fixes.dedup();
        let mut after = String::with_capacity(text.len() + fixes.len() * 4);
        let mut at = 0;
        for fix in fixes {
            let range = fix.span.range();
            let Some(between) = text.get(at..range.start) else { continue };
            if text.get(range.clone()).is_none() {
                continue;
            }
            after.push_str(between);
            after.push_str(&fix.text);
            at = range.end;
        }
        after.push_str(text.get(at..).unwrap_or_default());
        if after != text {
            changes.push(Change::changed(file, text, after));
        }
    }
    changes
}
