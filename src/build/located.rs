//! Where findings stand in the files that a person sees: line, column and excerpt, each file decoded once.

use crate::diagnostics::Diagnostic;
use crate::input::Inputs;
use crate::read;
use crate::text::SourceSpan;
use crate::text::lines::Lines;
use std::collections::BTreeMap;
use std::ops::Range;

/// The files of a snapshot, decoded when a finding asks for them.
pub struct Located<'a> {
    inputs: &'a Inputs,
    files: BTreeMap<String, Option<Shown>>,
}

struct Shown {
    decoded: read::Decoded,
    lines: Lines,
}

/// A place in a file as a person counts it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// From 1.
    pub line: usize,
    /// From 1, in characters.
    pub column: usize,
    /// Line of the last byte, from 1.
    pub end_line: usize,
    /// One past the last character, from 1.
    pub end_column: usize,
}

impl<'a> Located<'a> {
    /// Of this snapshot; nothing is decoded yet.
    pub fn new(inputs: &'a Inputs) -> Self {
        Self { inputs, files: BTreeMap::new() }
    }

    fn file(&mut self, path: &str) -> Option<&Shown> {
        if !self.files.contains_key(path) {
            let shown = self.inputs.find(path).map(|input| {
                let decoded = read::decode_for_display(&input.bytes);
                let lines = Lines::of(&decoded.text);
                Shown { decoded, lines }
            });
            self.files.insert(path.to_owned(), shown);
        }
        self.files.get(path)?.as_ref()
    }

    /// The text of the finding's file, its lines, and the place in that text; `None` where the finding names no place in a known file.
    pub fn source(&mut self, finding: &Diagnostic) -> Option<(&str, &Lines, Range<usize>)> {
        self.text(finding.file.as_deref()?, finding.span?)
    }

    fn text(&mut self, file: &str, span: SourceSpan) -> Option<(&str, &Lines, Range<usize>)> {
        let Shown { decoded, lines } = self.file(file)?;
        let range = decoded.map.to_decoded(span.start as usize)..decoded.map.to_decoded(span.end as usize);
        Some((decoded.text.as_str(), lines, range))
    }

    /// Line and column of a finding.
    pub fn place(&mut self, finding: &Diagnostic) -> Option<Place> {
        self.place_of(finding.file.as_deref()?, finding.span?)
    }

    /// Line and column of these bytes of a file.
    pub fn place_of(&mut self, file: &str, span: SourceSpan) -> Option<Place> {
        let (text, lines, range) = self.text(file, span)?;
        let count = |at: usize| {
            let at = at.min(text.len());
            let (line, start) = lines.find(at);
            (line, 1 + text.get(start..at).map_or(0, |before| before.chars().count()))
        };
        let ((line, column), (end_line, end_column)) = (count(range.start), count(range.end.max(range.start)));
        Some(Place { line, column, end_line, end_column })
    }
}
