//! Which paragraphs bear on which question, on six briefings with the right links marked.

use crate::outlines::read_bytes;
use chancery::language::pack;
use chancery::link::bears_on;
use chancery::model::{Briefing, Mentions};
use std::collections::BTreeSet;
use std::path::Path;

/// Pairs of question and paragraph, counted from 1.
type Pairs = BTreeSet<(usize, usize)>;

fn marked(path: &Path) -> (Briefing, Pairs) {
    let file = std::fs::read_to_string(path).unwrap();
    let (seed, marks) = file.split_once("==== links\n").unwrap();
    let briefing = read_bytes("seeds/marked.txt", seed.as_bytes()).unwrap();
    let questions: Vec<String> = briefing.questions().map(|qa| briefing.block(qa.question).text.text().to_lowercase()).collect();
    let mut pairs = Pairs::new();
    let mut named = 0;
    for line in marks.lines() {
        let (words, paragraphs) = line.split_once("=>").unwrap();
        let question = questions.iter().position(|question| question.contains(&words.trim().to_lowercase())).unwrap_or_else(|| panic!("{path:?}: {words}"));
        named += 1;
        pairs.extend(paragraphs.split_whitespace().map(|number| (question + 1, number.parse::<usize>().unwrap())));
    }
    assert_eq!(named, questions.len(), "{path:?}: every question must be marked");
    (briefing, pairs)
}

fn found(briefing: &Briefing) -> Pairs {
    let links = bears_on(briefing, &Mentions::default(), pack("en"));
    let questions: Vec<_> = briefing.questions().map(|qa| qa.question).collect();
    let paragraphs: Vec<_> = briefing.paragraphs().collect();
    let at = |list: &[_], number| list.iter().position(|n| *n == number).unwrap() + 1;
    links.bears_on.iter().map(|link| (at(&questions, link.question), at(&paragraphs, link.paragraph))).collect()
}

#[test]
fn eighty_links_in_a_hundred_are_right() {
    let mut files: Vec<_> = std::fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/links")).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    assert!(files.len() >= 6);
    let (mut right, mut made, mut wanted) = (0, 0, 0);
    let mut faults = Vec::new();
    for file in &files {
        let (briefing, marks) = marked(file);
        let found = found(&briefing);
        right += found.intersection(&marks).count();
        made += found.len();
        wanted += marks.len();
        let name = file.file_stem().unwrap().to_string_lossy().into_owned();
        faults.extend(found.difference(&marks).map(|pair| format!("{name}: {pair:?} is wrong")));
        faults.extend(marks.difference(&found).map(|pair| format!("{name}: {pair:?} is missing")));
    }
    println!("{right} of {made} links are right, of {wanted} that were marked: {faults:#?}");
    assert!(right * 100 >= made * 80, "{right} of {made} are right: {faults:#?}");
    assert!(right * 100 >= wanted * 60, "{right} of {wanted} were found: {faults:#?}");
}

#[test]
fn an_article_without_faq_and_an_faq_without_article_have_no_links() {
    for seed in ["One paragraph.\nAnother paragraph.", "FAQ\nWhat is it?\nA thing.\nWho made it?\nNobody."] {
        let briefing = read_bytes("seeds/a.txt", seed.as_bytes()).unwrap();
        assert!(bears_on(&briefing, &Mentions::default(), pack("en")).bears_on.is_empty());
    }
}

#[test]
fn at_most_three_paragraphs_bear_on_a_question() {
    let seed = format!(
        "{}FAQ\nWhat is the granite quarry tunnel?\nA tunnel in granite beside the quarry.\n",
        "The granite quarry has a tunnel.\nNobody saw anything of the kind.\n".repeat(9)
    );
    let briefing = read_bytes("seeds/a.txt", seed.as_bytes()).unwrap();
    assert!(bears_on(&briefing, &Mentions::default(), pack("en")).bears_on.len() <= 3);
}
