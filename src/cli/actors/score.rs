//! `chancery actors --score`: the figures over marked texts.

use crate::cli::report;
use crate::cli::{Common, Exit};
use crate::score::{Gold, Scores, answer, measure};
use std::path::PathBuf;

pub(super) fn run(common: &Common, paths: &[PathBuf]) -> Exit {
    let mut scores = Scores::default();
    for path in paths {
        let gold = match std::fs::read_to_string(path) {
            Ok(text) => Gold::parse(&text).map_err(|bad| format!("{}: {bad}", path.display())),
            Err(error) => Err(format!("{}: {error}", path.display())),
        };
        let gold = match gold {
            Ok(gold) => gold,
            Err(what) => return report::usage(&what),
        };
        let Some(answer) = answer(&gold) else { return report::usage(&format!("{}: the text cannot be read", path.display())) };
        measure(&gold, &answer, &mut scores);
    }
    report::print(&scores.table());
    if common.verbose {
        report::print(&scores.faults.iter().map(|fault| format!("{fault}\n")).collect::<String>());
    }
    Exit::Success
}
