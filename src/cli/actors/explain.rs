//! `chancery actors explain`: why a place in a seed is a link, is none, or was left open.

use crate::actors::{Explaining, explain};
use crate::build::{self, Cache, Drafts};
use crate::cli::report;
use crate::cli::{Common, Exit, SiteArgs};
use crate::input::scan;
use crate::language::pack;
use clap::Args;
use std::ops::Range;

#[derive(Debug, Args)]
pub(super) struct ExplainArgs {
    /// The seed, a line of it, and a column: `seeds/harbour-talks.txt:12` or `harbour-talks.txt:12:40`
    #[arg(value_name = "FILE:LINE[:COLUMN]")]
    place: String,
    #[command(flatten)]
    site: SiteArgs,
}

pub(super) fn run(common: &Common, args: &ExplainArgs) -> Exit {
    let Some((file, line, column)) = parse(&args.place) else {
        return report::usage(&format!("`{}` is no place: write FILE:LINE or FILE:LINE:COLUMN, both counted from 1", args.place));
    };
    let mut options = match report::options(&args.site) {
        Ok(options) => options,
        Err(exit) => return exit,
    };
    options.drafts = Drafts::Shown;
    let inputs = match scan::scan(&common.root) {
        Ok(inputs) => inputs,
        Err(fault) => return report::fault(&fault),
    };
    let checked = build::build(&inputs, &options, &mut Cache::default());
    let Some(build) = &checked.value else {
        report::findings(&checked.diagnostics, &inputs, common, report::Shown::AsAsked);
        return Exit::Failure;
    };
    let matches = |seed: &str| seed == file || seed.strip_suffix(file).is_some_and(|folder| folder.ends_with('/'));
    let Some(entry) = build.site.entries().iter().find(|entry| matches(&entry.briefing.seed)) else {
        return report::usage(&format!("no seed is called `{file}`"));
    };
    let bytes = inputs.find(&entry.briefing.seed).map(|seed| seed.bytes.to_vec()).unwrap_or_default();
    let Some(place) = bytes_of(&bytes, line, column) else {
        return report::usage(&format!("`{}` has no such line or column", entry.briefing.seed));
    };
    let language = entry.briefing.language.as_deref().unwrap_or(&build.settings.language);
    let what = Explaining { briefing: &entry.briefing, mentions: &entry.mentions, roster: build.site.roster(), thresholds: build.settings.thresholds };
    let found = explain(what, pack(language), &place);
    if found.is_empty() {
        report::print("nothing there looks like a name: no word with a capital, no name of the gazetteer or the registry\n");
    }
    for explained in found {
        let (line, column) = line_of(&bytes, explained.place.start);
        let mut text = format!("{}:{line}:{column}: `{}`\n", entry.briefing.seed, explained.surface.replace(['\r', '\n'], " "));
        for (what, says) in explained.lines {
            text += &format!("  {what:8} {says}\n");
        }
        report::print(&(text + "\n"));
    }
    Exit::Success
}

fn parse(place: &str) -> Option<(&str, usize, Option<usize>)> {
    let (rest, last) = place.rsplit_once(':')?;
    let last: usize = last.parse().ok().filter(|number| *number > 0)?;
    match rest.rsplit_once(':').and_then(|(file, line)| Some((file, line.parse::<usize>().ok().filter(|number| *number > 0)?))) {
        Some((file, line)) => Some((file, line, Some(last))),
        None => Some((rest, last, None)),
    }
}

/// The bytes of a line, or of the character at a column of it.
fn bytes_of(bytes: &[u8], line: usize, column: Option<usize>) -> Option<Range<usize>> {
    let start = match line {
        1 => 0,
        _ => bytes.iter().enumerate().filter(|(_, byte)| **byte == b'\n').nth(line - 2)?.0 + 1,
    };
    let rest = bytes.get(start..)?;
    let length = rest.iter().position(|byte| *byte == b'\n').unwrap_or(rest.len());
    let Some(column) = column else { return Some(start..start + length) };
    // A column is a character: bytes within a character are passed over.
    let begins = |byte: &u8| byte & 0xC0 != 0x80;
    let (at, _) = rest.get(..length)?.iter().enumerate().filter(|(_, byte)| begins(byte)).nth(column - 1)?;
    Some(start + at..start + at + 1)
}

fn line_of(bytes: &[u8], at: usize) -> (usize, usize) {
    let before = bytes.get(..at).unwrap_or_default();
    let start = before.iter().rposition(|byte| *byte == b'\n').map_or(0, |line| line + 1);
    let line = before.iter().filter(|byte| **byte == b'\n').count() + 1;
    (line, before.get(start..).unwrap_or_default().iter().filter(|byte| *byte & 0xC0 != 0x80).count() + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_read() {
        assert_eq!(parse("seeds/a.txt:12"), Some(("seeds/a.txt", 12, None)));
        assert_eq!(parse("a.txt:12:4"), Some(("a.txt", 12, Some(4))));
        assert_eq!(parse("a.txt"), None);
        assert_eq!(parse("a.txt:0"), None);
    }

    #[test]
    fn columns_count_characters() {
        let text = "Ünal\nİran é".as_bytes();
        assert_eq!(bytes_of(text, 2, Some(6)), Some(12..13));
        assert_eq!(bytes_of(text, 3, None), None);
        assert_eq!(line_of(text, 12), (2, 6));
    }
}
