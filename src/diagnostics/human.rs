//! Findings for a person at a terminal, in the shape that rustc made familiar.

use super::{Diagnostic, Severity};
use crate::text::lines::Lines;
use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};

/// Whether to colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Colour {
    /// Escape sequences for a terminal.
    Terminal,
    /// Plain text.
    None,
}

/// One finding as text. `source` is the text of its file as decoded and its lines, with the place in it where the finding stands
/// (bytes of that text), where both are known.
pub fn to_text(diagnostic: &Diagnostic, source: Option<(&str, &Lines, std::ops::Range<usize>)>, colour: Colour) -> String {
    let level = match diagnostic.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Advice => Level::INFO.with_name("advice"),
        Severity::Note => Level::NOTE,
    };
    let message = visible(&diagnostic.message);
    let label = diagnostic.label.as_deref().map(visible);
    let help = diagnostic.help.as_deref().map(visible);
    let title = level.primary_title(message.as_str()).id(diagnostic.code.name());
    let mut group = Group::with_title(title);
    let excerpt = source.map(|(text, lines, range)| excerpt(text, lines, range));
    let file = diagnostic.file.as_deref().map(visible);
    if let (Some(file), Some(excerpt)) = (&file, &excerpt) {
        let mut mark = AnnotationKind::Primary.span(excerpt.range.clone());
        if let Some(label) = &label {
            mark = mark.label(label.as_str());
        }
        group = group.element(Snippet::source(excerpt.text.as_str()).line_start(excerpt.line).path(file.as_str()).annotation(mark));
    } else if let Some(file) = &file {
        group = group.element(annotate_snippets::Origin::path(file.as_str()));
    }
    if let Some(help) = &help {
        group = group.element(Level::HELP.message(help.as_str()));
    }
    let renderer = match colour {
        Colour::Terminal => Renderer::styled(),
        Colour::None => Renderer::plain(),
    };
    renderer.render(&[group]).to_string()
}

/// The line where a finding begins, or as much of it as can be shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Excerpt {
    /// The text, without control characters.
    pub text: String,
    /// Its number in the file, from 1.
    pub line: usize,
    /// What the finding is about, in bytes of `text`.
    pub range: std::ops::Range<usize>,
}

/// At most this many bytes of a line are shown: a seed may have lines of a megabyte.
const LONGEST_LINE: usize = 240;

/// The line of `text` where `range` begins; of a long line, the part around it.
pub fn excerpt(text: &str, lines: &Lines, range: std::ops::Range<usize>) -> Excerpt {
    let start = floor(text, range.start.min(text.len()));
    let end = floor(text, range.end.clamp(start, text.len()));
    let (line, line_start) = lines.find(start);
    // No more is shown, and a long line with many findings would be searched for each.
    let far = floor(text, (start + LONGEST_LINE).min(text.len()));
    let line_end = text[start..far].find('\n').map_or(far, |at| start + at);
    let end = end.min(line_end).max(start);
    let from = if start - line_start > LONGEST_LINE / 2 { floor(text, start - LONGEST_LINE / 2) } else { line_start };
    let to = floor(text, line_end.min(from + LONGEST_LINE).max(start));
    let end = end.min(to);
    let shown = visible(text[from..to].trim_end_matches('\r'));
    let before = visible(&text[from..start]).len();
    let within = visible(&text[start..end]).len();
    let last = shown.len();
    let range = before.min(last)..(before + within).min(last);
    Excerpt { line, text: shown, range }
}

fn floor(text: &str, mut at: usize) -> usize {
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

/// A seed or a file name must not be able to write escape sequences to the terminal.
fn visible(text: &str) -> String {
    text.chars()
        .map(|c| if c.is_control() && c != '\t' && c != '\n' || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}') { '\u{fffd}' } else { c })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostics::Code;
    use crate::text::SourceSpan;

    #[test]
    fn a_finding_shows_the_file_the_line_and_what_to_do() {
        let text = "First line.\nWhat now\n";
        let finding = Diagnostic::new(Code::UnansweredQuestion, "this question has no answer")
            .in_file("seeds/a.txt")
            .at(SourceSpan::new(12, 20))
            .help("write the answer on the next line");
        let shown = to_text(&finding, Some((text, &Lines::of(text), 12..20)), Colour::None);
        for part in ["warning[unanswered-question]: this question has no answer", "seeds/a.txt:2:1", "What now", "^^^^^^^^", "help: write the answer"] {
            assert!(shown.contains(part), "{part:?} is not in\n{shown}");
        }
    }

    #[test]
    fn escape_sequences_of_a_seed_do_not_reach_the_terminal() {
        let text = "\u{1b}[31mred";
        let finding = Diagnostic::new(Code::EmptySection, "odd \u{1b}[0m").in_file("seeds/a.txt").at(SourceSpan::new(0, 5));
        assert!(!to_text(&finding, Some((text, &Lines::of(text), 0..5)), Colour::None).contains('\u{1b}'));
    }

    #[test]
    fn a_line_of_a_megabyte_is_cut_around_the_place() {
        let text = "ä".repeat(500_000);
        let finding = Diagnostic::new(Code::EmptySection, "x").in_file("a").at(SourceSpan::new(500_000, 500_010));
        assert!(to_text(&finding, Some((&text, &Lines::of(&text), 500_000..500_010)), Colour::None).len() < 2_000);
    }
}
