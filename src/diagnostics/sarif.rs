//! Findings as SARIF 2.1.0, which forges and editors show on the lines of a change.
//! <https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html>

use super::json::Locate;
use super::{Code, Diagnostics, Severity};
use serde_json::{Value, json};
use std::collections::BTreeSet;

/// The findings as JSON text, ended by a line end.
pub fn to_sarif(diagnostics: &Diagnostics, locate: &mut Locate<'_>) -> String {
    let codes: BTreeSet<Code> = diagnostics.iter().map(|finding| finding.code).collect();
    let rules: Vec<Value> = codes
        .iter()
        .map(|code| {
            json!({
                "id": code.name(),
                "shortDescription": {"text": code.explanation()},
                "defaultConfiguration": {"level": level(code.severity())},
            })
        })
        .collect();
    let results: Vec<Value> = diagnostics
        .iter()
        .map(|finding| {
            let help = finding.help.as_ref().map(|help| format!("\n{help}")).unwrap_or_default();
            let mut result = json!({
                "ruleId": finding.code.name(),
                "ruleIndex": codes.iter().position(|code| *code == finding.code),
                "level": level(finding.severity),
                "message": {"text": format!("{}{help}", finding.message)},
            });
            if let Some(file) = &finding.file {
                let mut place = json!({"artifactLocation": {"uri": uri(file), "uriBaseId": "%SRCROOT%"}});
                if let Some((line, column)) = locate(finding) {
                    place["region"] = json!({"startLine": line, "startColumn": column});
                    if let Some(span) = finding.span {
                        place["region"]["byteOffset"] = json!(span.start);
                        place["region"]["byteLength"] = json!(span.end - span.start);
                    }
                }
                result["locations"] = json!([{"physicalLocation": place}]);
            }
            result
        })
        .collect();
    let log = json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": {"driver": {"name": "chancery", "version": env!("CARGO_PKG_VERSION"), "rules": rules}},
            "columnKind": "unicodeCodePoints",
            "results": results,
        }],
    });
    // A log is made of text and numbers alone; it can always be written.
    let mut text = serde_json::to_string_pretty(&log).unwrap_or_default();
    text.push('\n');
    text
}

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Advice | Severity::Note => "note",
    }
}

/// A path as the relative address that SARIF asks for.
fn uri(path: &str) -> String {
    path.bytes()
        .map(|b| if b.is_ascii_alphanumeric() || matches!(b, b'/' | b'-' | b'_' | b'.' | b'~') { char::from(b).to_string() } else { format!("%{b:02X}") })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostics::Diagnostic;

    #[test]
    fn a_log_names_rules_and_places() {
        let mut all = Diagnostics::default();
        all.push(Diagnostic::new(Code::EmptySection, "empty").in_file("seeds/a b.txt").at(crate::text::SourceSpan::new(4, 6)).help("fill it"));
        let log: Value = serde_json::from_str(&to_sarif(&all, &mut |_| Some((2, 3)))).unwrap();
        let run = &log["runs"][0];
        assert_eq!(run["tool"]["driver"]["rules"][0]["id"], "empty-section");
        let result = &run["results"][0];
        assert_eq!((result["level"].as_str(), result["message"]["text"].as_str()), (Some("warning"), Some("empty\nfill it")));
        let place = &result["locations"][0]["physicalLocation"];
        assert_eq!(place["artifactLocation"]["uri"], "seeds/a%20b.txt");
        assert_eq!(place["region"], json!({"startLine": 2, "startColumn": 3, "byteOffset": 4, "byteLength": 2}));
    }
}
