//! Findings about what a person wrote: one type for the whole program. Knows no terminal; each form of output is a file here.

mod code;
pub mod github;
pub mod human;
pub mod json;
pub mod sarif;

pub use code::{Code, EVERY_CODE};

use crate::text::SourceSpan;
use serde::{Deserialize, Serialize};

/// How bad it is. An error fails the run; a warning does so only under `--strict`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// The site is not built.
    Error,
    /// The site is built, and something in it needs a person's eyes.
    Warning,
    /// The site is built; something in it may be better.
    Advice,
    /// Said for completeness: a restoration that was made, for instance.
    Note,
}

impl Severity {
    /// As it is shown: `error`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Advice => "advice",
            Self::Note => "note",
        }
    }
}

/// One finding.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Diagnostic {
    /// Which rule found it.
    pub code: Code,
    /// How bad it is.
    pub severity: Severity,
    /// The file, relative to the site's folder, with `/`: `seeds/talks.txt`. Absent where no file is at fault.
    pub file: Option<String>,
    /// Where in the file, in bytes on disk.
    pub span: Option<SourceSpan>,
    /// What is wrong: lowercase, one clause, no full stop.
    pub message: String,
    /// What to say beside the marked place, where that adds something.
    pub label: Option<String>,
    /// What to do about it.
    pub help: Option<String>,
    /// The edit that mends it, where that is sure.
    pub fix: Option<Box<Fix>>,
}

/// An edit of a finding's own file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fix {
    /// What is replaced, in bytes on disk; empty where something is put in.
    pub span: SourceSpan,
    /// What stands there then.
    pub text: String,
}

impl Diagnostic {
    /// A finding of `code`, with the severity that the code has by default.
    pub fn new(code: Code, message: impl Into<String>) -> Self {
        Self { code, severity: code.severity(), file: None, span: None, message: message.into(), label: None, help: None, fix: None }
    }

    /// In this file.
    #[must_use]
    pub fn in_file(mut self, file: impl Into<String>) -> Self {
        self.file = Some(file.into());
        self
    }

    /// At this place of the file.
    #[must_use]
    pub fn at(mut self, span: SourceSpan) -> Self {
        self.span = Some(span);
        self
    }

    /// With a word beside the marked place.
    #[must_use]
    pub fn label(mut self, label: impl Into<String>) -> Self {
        self.label = Some(label.into());
        self
    }

    /// With the edit that mends it.
    #[must_use]
    pub fn fix(mut self, span: SourceSpan, text: impl Into<String>) -> Self {
        self.fix = Some(Box::new(Fix { span, text: text.into() }));
        self
    }

    /// With advice.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }
}

/// Findings in the order in which they were made; [`Diagnostics::sort`] puts them in the order of files and places.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Diagnostics(Vec<Diagnostic>);

impl Diagnostics {
    /// Adds one.
    pub fn push(&mut self, diagnostic: Diagnostic) {
        self.0.push(diagnostic);
    }

    /// Adds all of another list.
    pub fn extend(&mut self, other: Diagnostics) {
        self.0.extend(other.0);
    }

    /// All, in order.
    pub fn iter(&self) -> std::slice::Iter<'_, Diagnostic> {
        self.0.iter()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Keeps those that `keep` wants; it may change them.
    pub fn retain(&mut self, keep: impl FnMut(&mut Diagnostic) -> bool) {
        self.0.retain_mut(keep);
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// How many of this severity.
    pub fn count(&self, severity: Severity) -> usize {
        self.0.iter().filter(|d| d.severity == severity).count()
    }

    /// Whether a run with these findings has failed.
    pub fn has_errors(&self) -> bool {
        self.count(Severity::Error) > 0
    }

    /// By file, place and code: the same whatever the number of threads.
    pub fn sort(&mut self) {
        self.0.sort_by(|a, b| (&a.file, a.span, a.severity, a.code, &a.message).cmp(&(&b.file, b.span, b.severity, b.code, &b.message)));
        self.0.dedup();
    }
}

impl<'a> IntoIterator for &'a Diagnostics {
    type Item = &'a Diagnostic;
    type IntoIter = std::slice::Iter<'a, Diagnostic>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.iter()
    }
}

/// A value, and what was found while making it. A stage goes on after an error and gives the best value it can.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Checked<T> {
    /// What was made.
    pub value: T,
    /// What was found.
    pub diagnostics: Diagnostics,
}

impl<T> Checked<T> {
    /// A value about which nothing was found.
    pub fn clean(value: T) -> Self {
        Self { value, diagnostics: Diagnostics::default() }
    }

    /// The value, its findings added to `all`.
    pub fn unpack(self, all: &mut Diagnostics) -> T {
        all.extend(self.diagnostics);
        self.value
    }
}
