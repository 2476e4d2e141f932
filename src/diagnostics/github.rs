//! Findings as workflow commands, which GitHub shows on the lines of a change.

use super::json::Locate;
use super::{Diagnostics, Severity};

/// The findings, one a line.
pub fn to_commands(diagnostics: &Diagnostics, locate: &mut Locate<'_>) -> String {
    let mut text = String::new();
    for finding in diagnostics {
        let command = match finding.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Advice | Severity::Note => "notice",
        };
        text.push_str(&format!("::{command} title={}", property(finding.code.name())));
        if let Some(file) = &finding.file {
            text.push_str(&format!(",file={}", property(file)));
        }
        if let Some((line, column)) = locate(finding) {
            text.push_str(&format!(",line={line},col={column}"));
        }
        let help = finding.help.as_ref().map(|help| format!("\n{help}")).unwrap_or_default();
        text.push_str(&format!("::{}\n", data(&format!("{}{help}", finding.message))));
    }
    text
}

fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostics::{Code, Diagnostic};

    #[test]
    fn a_text_cannot_end_its_command() {
        let mut all = Diagnostics::default();
        all.push(Diagnostic::new(Code::EmptySection, "odd\n::error::no 100%").in_file("seeds/a,b:c.txt"));
        let text = to_commands(&all, &mut |_| Some((3, 1)));
        assert_eq!(text, "::warning title=empty-section,file=seeds/a%2Cb%3Ac.txt,line=3,col=1::odd%0A::error::no 100%25\n");
    }
}
