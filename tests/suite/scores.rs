//! How well actors are found, measured over the marked texts of `tests/gold/`, with a floor under each figure.
//! `cargo test --test suite -- --nocapture the_scores` prints the tables; `GOLD=file.ann.txt` measures other texts instead.

use chancery::actors::tagger::{Lesson, learn};
use chancery::language::pack;
use chancery::model::Thresholds;
use chancery::score::{Gold, Scores, answer, answer_under, briefing, measure, names};
use std::path::{Path, PathBuf};

fn files(folder: &str) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/gold").join(folder);
    let mut files: Vec<PathBuf> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.retain(|file| file.to_string_lossy().ends_with(".ann.txt"));
    files.sort();
    files
}

fn scores_of(files: &[PathBuf]) -> Scores {
    let mut scores = Scores::default();
    for file in files {
        let gold = Gold::parse(&std::fs::read_to_string(file).unwrap()).unwrap_or_else(|bad| panic!("{}: {bad}", file.display()));
        measure(&gold, &answer(&gold).expect("a briefing"), &mut scores);
    }
    scores
}

/// Every figure of `folder` is at least its floor; wrong links and traps are at most their number.
#[track_caller]
fn check(folder: &str, floors: &[(&'static str, f64)], wrong_links: usize, traps: usize) {
    let scores = match std::env::var_os("GOLD") {
        Some(file) => scores_of(&[PathBuf::from(file)]),
        None => scores_of(&files(folder)),
    };
    println!("== {folder}\n{}", scores.table());
    if std::env::var_os("FAULTS").is_some() {
        println!("{}", scores.faults.join("\n"));
    }
    let figures = scores.figures();
    let below: Vec<String> =
        floors.iter().filter(|(what, floor)| figures[what] < *floor).map(|(what, floor)| format!("{what}: {:.1} < {floor}", figures[what])).collect();
    assert!(
        std::env::var_os("GOLD").is_some() || below.is_empty() && scores.wrong_links <= wrong_links && scores.traps.0 <= traps,
        "{below:#?}\n{}",
        scores.table()
    );
}

#[test]
fn the_scores_of_texts_that_rules_were_made_with_keep_their_floors() {
    let floors = [
        ("mentions found", 99.0),
        ("of the right kind", 98.0),
        ("linked to the right actor", 99.0),
        ("clusters, B-cubed", 98.5),
        ("list of actors", 97.0),
        ("names of actors", 96.0),
        ("roles", 99.0),
        ("direct quotations", 100.0),
        ("their speakers", 100.0),
        ("reported speech", 95.5),
        ("its speakers", 91.5),
        ("acts", 40.0),
    ];
    check("tuned", &floors, 1, 0);
}

#[test]
fn the_scores_of_texts_held_out_keep_their_floors() {
    let floors = [
        ("mentions found", 95.5),
        ("of the right kind", 93.0),
        ("linked to the right actor", 94.0),
        ("clusters, B-cubed", 93.0),
        ("list of actors", 96.5),
        ("names of actors", 96.5),
        ("roles", 70.0),
        ("direct quotations", 100.0),
        ("their speakers", 87.0),
        ("reported speech", 91.0),
        ("its speakers", 91.0),
    ];
    check("held", &floors, 7, 1);
}

/// Every second paragraph of a marked text, from `first` on.
fn half(file: &Path, first: usize) -> Gold {
    let marked = std::fs::read_to_string(file).unwrap();
    let (head, body) = marked.split_once("\n@text\n").unwrap();
    let paragraphs: Vec<&str> = body.split("\n\n").skip(first).step_by(2).collect();
    Gold::parse(&format!("{head}\n@text\n{}", paragraphs.join("\n\n"))).unwrap_or_else(|bad| panic!("{}: {bad}", file.display()))
}

/// The tagger learns from one half of the political sentences and is measured on the other, both ways.
#[test]
fn the_scores_of_political_sentences_that_were_not_learnt_from() {
    let files = files("politics");
    let mut scores = Scores::default();
    for measured in 0..2 {
        let lessons: Vec<_> = files.iter().map(|file| half(file, 1 - measured)).map(|gold| (briefing(&gold).expect("a briefing"), names(&gold))).collect();
        let lessons: Vec<Lesson<'_>> = lessons.iter().map(|(briefing, marked)| Lesson { briefing, marked, blocks: &|_| true }).collect();
        let learned = learn(&lessons, pack("en"));
        for file in &files {
            let gold = half(file, measured);
            measure(&gold, &answer_under(&gold, &learned.weights, Thresholds::default()).expect("a briefing"), &mut scores);
        }
    }
    println!("{}", scores.table());
    let figures = scores.figures();
    assert!(figures["mentions found"] >= 83.5 && figures["of the right kind"] >= 80.0, "{}", scores.table());
}

#[test]
fn the_scores_of_texts_that_only_confidence_was_fitted_to_keep_their_floors() {
    check("fresh", &[("mentions found", 95.0), ("linked to the right actor", 94.0), ("roles", 77.5)], 2, 1);
}

#[test]
fn the_scores_of_texts_marked_apart_keep_their_floors() {
    let floors = [
        ("mentions found", 93.5),
        ("of the right kind", 92.0),
        ("linked to the right actor", 92.5),
        ("clusters, B-cubed", 91.0),
        ("list of actors", 94.0),
        ("roles", 81.0),
        ("direct quotations", 97.5),
        ("their speakers", 87.0),
        ("reported speech", 86.0),
        ("its speakers", 75.5),
    ];
    check("apart", &floors, 55, 8);
}

#[test]
fn the_scores_of_french_texts_that_rules_were_made_with_keep_their_floors() {
    let floors = [
        ("mentions found", 99.5),
        ("of the right kind", 99.5),
        ("linked to the right actor", 99.5),
        ("clusters, B-cubed", 99.5),
        ("roles", 94.5),
        ("direct quotations", 99.0),
        ("their speakers", 99.0),
        ("reported speech", 95.0),
        ("its speakers", 95.0),
    ];
    check("french/tuned", &floors, 0, 0);
}

#[test]
fn the_scores_of_french_texts_held_out_keep_their_floors() {
    let floors = [
        ("mentions found", 96.5),
        ("of the right kind", 96.5),
        ("linked to the right actor", 96.5),
        ("clusters, B-cubed", 96.0),
        ("roles", 84.0),
        ("direct quotations", 99.0),
        ("their speakers", 91.5),
        ("reported speech", 99.0),
        ("its speakers", 99.0),
    ];
    check("french/held", &floors, 3, 0);
}
