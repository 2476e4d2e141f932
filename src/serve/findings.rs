//! Findings as the browser shows them: over the page while there is a good site, as a page of their own while there is none.

use crate::build::located::Located;
use crate::diagnostics::{Diagnostic, Diagnostics, Severity, human};
use crate::input::Inputs;
use crate::text::escape::{self, Place};
use serde::Serialize;

/// More than these are not shown at once; mending some shows the next.
const MOST: usize = 20;

/// One finding.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(super) struct Shown {
    severity: Severity,
    code: &'static str,
    message: String,
    /// `seeds/talks.txt:3:7`
    place: Option<String>,
    /// The line before, at, and behind the place.
    before: Option<String>,
    marked: Option<String>,
    behind: Option<String>,
    label: Option<String>,
    help: Option<String>,
}

/// The errors among these findings.
pub(super) fn errors(diagnostics: &Diagnostics, inputs: &Inputs) -> Vec<Shown> {
    let mut located = Located::new(inputs);
    diagnostics.iter().filter(|finding| finding.severity == Severity::Error).take(MOST).map(|finding| shown(finding, &mut located)).collect()
}

fn shown(finding: &Diagnostic, located: &mut Located<'_>) -> Shown {
    let place = located.place(finding);
    let excerpt = located.source(finding).map(|(text, lines, range)| human::excerpt(text, lines, range));
    let piece = |range: std::ops::Range<usize>| excerpt.as_ref().and_then(|excerpt| excerpt.text.get(range)).map(str::to_owned);
    let (start, end, whole) = excerpt.as_ref().map_or((0, 0, 0), |excerpt| (excerpt.range.start, excerpt.range.end, excerpt.text.len()));
    Shown {
        severity: finding.severity,
        code: finding.code.name(),
        message: finding.message.clone(),
        place: finding.file.as_ref().map(|file| place.map_or_else(|| file.clone(), |place| format!("{file}:{}:{}", place.line, place.column))),
        before: piece(0..start),
        marked: piece(start..end),
        behind: piece(end..whole),
        label: finding.label.clone(),
        help: finding.help.clone(),
    }
}

/// A page that shows nothing but findings; the script makes it go when they are mended.
pub(super) fn page(findings: &[Shown]) -> Vec<u8> {
    let mut html = String::from(
        "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>This page cannot be made yet</title>\n<link rel=\"stylesheet\" href=\"/_chancery/live.css\">\n</head>\n<body class=\"findings\">\n<h1>This page cannot be made yet</h1>\n",
    );
    for finding in findings {
        html.push_str("<article>\n<h2>");
        let mut line = |open: &str, text: &str, close: &str| {
            html.push_str(open);
            escape::escape(text, Place::Attribute, &mut html);
            html.push_str(close);
        };
        line("", &format!("{}: {}", finding.code, finding.message), "</h2>\n");
        if let Some(place) = &finding.place {
            line("<p class=\"place\">", place, "</p>\n");
        }
        if let (Some(before), Some(marked), Some(behind)) = (&finding.before, &finding.marked, &finding.behind) {
            line("<pre>", before, "");
            line("<mark>", marked, "</mark>");
            line("", behind, "</pre>\n");
        }
        if let Some(help) = &finding.help {
            line("<p class=\"help\">", help, "</p>\n");
        }
        html.push_str("</article>\n");
    }
    html.push_str("</body>\n</html>\n");
    html.into_bytes()
}

/// The one finding that a page failed with.
pub(super) fn alone(finding: &Diagnostic) -> Vec<u8> {
    let shown = Shown {
        severity: finding.severity,
        code: finding.code.name(),
        message: finding.message.clone(),
        place: finding.file.clone(),
        before: None,
        marked: None,
        behind: None,
        label: None,
        help: finding.help.clone(),
    };
    page(&[shown])
}
