//! What a run says of itself: one line of what was done, and how long each stage took where that is asked for.

use crate::site_test::{SMALL, SiteTest};

#[test]
fn the_last_line_says_what_was_made_and_what_was_kept() {
    let site = SiteTest::new(SMALL);
    let first = site.build(&[]).stderr;
    let line = first.lines().last().unwrap_or_default();
    assert!(line.starts_with("1 briefing, ") && line.contains(" new or changed) in ") && line.ends_with("; 1 warning (no-base-url)"), "{line}");
    assert_eq!(line.contains(" ms, of which the search index of "), cfg!(feature = "search"), "what the search costs: {line}");
    site.write("seeds/second.txt", "Another Text\n\nNorway paid for the ferry.\n");
    let second = site.build(&[]).stderr;
    assert!(second.lines().last().unwrap_or_default().contains(" as they were"), "{second}");
    let third = site.build(&[]).stderr;
    assert!(third.contains("(nothing changed)"), "{third}");
}

#[test]
fn each_stage_is_timed_where_that_is_asked_for() {
    let site = SiteTest::new(SMALL);
    for command in ["build", "check"] {
        let said = site.run(&[command, "--timings"]).stderr;
        for stage in ["reading files", "reading seeds", "gathering actors", "linking names", "ordering the site", "making pages", "following links", "all"] {
            assert!(said.lines().any(|line| line.starts_with(stage) && line.ends_with('s')), "{command} does not say how long {stage} took: {said}");
        }
        assert!(!site.run(&[command]).stderr.contains("reading seeds"));
    }
}

#[test]
fn without_a_terminal_there_is_no_progress() {
    let site = SiteTest::new(SMALL);
    for number in 0..200 {
        site.write(&format!("seeds/s{number}.txt"), format!("Text {number}\n\nMinister Ann Lindqvist said that pier {number} was sound.\n"));
    }
    let said = site.build(&[]).stderr;
    assert!(!said.contains('\u{1b}') && !said.contains('\r'), "{said:?}");
}
