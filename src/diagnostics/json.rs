//! Findings as JSON: one array of objects, for other programs.

use super::{Diagnostic, Diagnostics, Fix, Severity};
use serde::Serialize;

/// Gives line and column of a finding, both from 1.
pub type Locate<'a> = dyn FnMut(&Diagnostic) -> Option<(usize, usize)> + 'a;

#[derive(Serialize)]
struct Row<'a> {
    code: &'static str,
    severity: Severity,
    file: Option<&'a str>,
    start: Option<u32>,
    end: Option<u32>,
    line: Option<usize>,
    column: Option<usize>,
    message: &'a str,
    label: Option<&'a str>,
    help: Option<&'a str>,
    fix: Option<&'a Fix>,
}

/// The findings as JSON text, ended by a line end.
pub fn to_json(diagnostics: &Diagnostics, locate: &mut Locate<'_>) -> String {
    let rows: Vec<Row<'_>> = diagnostics
        .iter()
        .map(|d| {
            let place = locate(d);
            Row {
                code: d.code.name(),
                severity: d.severity,
                file: d.file.as_deref(),
                start: d.span.map(|s| s.start),
                end: d.span.map(|s| s.end),
                line: place.map(|p| p.0),
                column: place.map(|p| p.1),
                message: &d.message,
                label: d.label.as_deref(),
                help: d.help.as_deref(),
                fix: d.fix.as_deref(),
            }
        })
        .collect();
    let mut json = serde_json::to_string_pretty(&rows).unwrap_or_else(|_| "[]".to_owned());
    json.push('\n');
    json
}
