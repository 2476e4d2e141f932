//! How often each rule of restoration is right: on sound texts that are damaged here, where the truth is known, and on the shapes of seeds, judged by hand.

use crate::outlines::{read_bytes, shapes};
use chancery::model::{Briefing, Restoration};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// Set to rewrite the table and the list of judgements.
const BLESS: &str = "UPDATE_EXPECTED";

fn root(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

/// What pasting does: apostrophes, full stops, commas and question marks gone from the FAQ, spaces behind quotations gone from the article.
fn damaged(sound: &str) -> String {
    let mut lines: Vec<String> = Vec::new();
    let mut faq = false;
    for line in sound.lines() {
        faq |= line == "Frequently Asked Questions";
        if faq {
            lines.push(line.chars().filter(|c| !matches!(c, '’' | '\'' | '.' | ',' | '?' | '“' | '”' | ':' | ';')).collect());
        } else {
            lines.push(line.replace("” ", "”"));
        }
    }
    lines.join("\n")
}

/// What stands behind each letter of `text`, up to the next one.
fn gaps(text: &str) -> Vec<String> {
    let mut gaps = vec![String::new()];
    for c in text.chars() {
        if c.is_alphanumeric() {
            gaps.push(String::new());
        } else if let Some(gap) = gaps.last_mut() {
            gap.push(c);
        }
    }
    gaps
}

#[derive(Default, Clone, Copy)]
struct Count {
    made: usize,
    right: usize,
    lost: usize,
}

/// Rule to count over the texts that are damaged here.
fn on_damaged() -> (BTreeMap<Restoration, Count>, Vec<String>) {
    let mut counts: BTreeMap<Restoration, Count> = BTreeMap::new();
    let mut wrong = Vec::new();
    let mut texts: Vec<String> = shapes("tests/seeds")
        .into_iter()
        .chain(shapes("tests/seeds/held"))
        .filter(|shape| shape.path.ends_with(".txt") && shape.text.contains("Frequently Asked Questions\n") && shape.text.matches('?').count() > 2)
        .filter(|shape| shape.text.lines().all(|line| line.trim().len() > 60 || line.is_ascii() || line.contains('’')))
        .map(|shape| shape.text.replace("\n\n", "\n"))
        .collect();
    let mut files: Vec<PathBuf> = std::fs::read_dir(root("tests/restoration")).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    texts.extend(files.iter().map(|file| std::fs::read_to_string(file).unwrap()));
    for sound in &texts {
        let broken = damaged(sound);
        let truth = gaps(sound);
        let seen = gaps(&broken);
        let briefing = read_bytes("seeds/damaged.txt", broken.as_bytes()).unwrap();
        for edit in briefing.blocks.iter().flat_map(|block| block.text.edits()) {
            let letter = broken[..edit.source.0 as usize].chars().filter(|c| c.is_alphanumeric()).count();
            let count = counts.entry(edit.rule).or_default();
            count.made += 1;
            let wanted = match edit.rule {
                Restoration::QuoteSpace => truth[letter].contains("” "),
                Restoration::Possessive | Restoration::Contraction => truth[letter].contains('’'),
                Restoration::FullStop | Restoration::FinalStop => truth[letter].contains('.'),
                Restoration::QuestionMark => truth[letter].contains('?'),
            };
            if wanted {
                count.right += 1;
            } else {
                let at = edit.source.0 as usize;
                wrong.push(format!("{}: …{}[{}]{}…", edit.rule.name(), tail(&broken[..at], 30), edit_text(edit.rule), head(&broken[at..], 30)));
            }
        }
        for (truth, seen) in truth.iter().zip(&seen) {
            if truth == seen {
                continue;
            }
            let rule = match truth {
                gap if gap.contains("” ") && seen.contains('”') => Restoration::QuoteSpace,
                gap if gap.contains('?') => Restoration::QuestionMark,
                gap if gap.contains('.') && gap.contains('\n') => Restoration::FinalStop,
                gap if gap.contains('.') => Restoration::FullStop,
                gap if gap == "’" => Restoration::Possessive,
                _ => continue,
            };
            counts.entry(rule).or_default().lost += 1;
        }
    }
    (counts, wrong)
}

fn edit_text(rule: Restoration) -> &'static str {
    match rule {
        Restoration::QuoteSpace => " ",
        Restoration::QuestionMark => "?",
        Restoration::Possessive | Restoration::Contraction => "’",
        Restoration::FullStop | Restoration::FinalStop => ".",
    }
}

fn tail(text: &str, most: usize) -> String {
    text.chars().rev().take(most).collect::<Vec<_>>().into_iter().rev().map(|c| if c == '\n' { ' ' } else { c }).collect()
}

fn head(text: &str, most: usize) -> String {
    text.chars().take(most).map(|c| if c == '\n' { ' ' } else { c }).collect()
}

/// Each restoration on the shapes as they are, as a line.
fn on_shapes() -> Vec<(Restoration, String)> {
    let mut found = Vec::new();
    let mut add = |name: &str, briefing: &Briefing| {
        for block in &briefing.blocks {
            for edit in block.text.edits() {
                let text = block.text.text();
                let (start, end) = (edit.range.start as usize, edit.range.end as usize);
                found.push((
                    edit.rule,
                    format!("{name}: {}: …{}[{}]{}…", edit.rule.name(), tail(&text[..start], 28), &text[start..end], head(&text[end..], 20)),
                ));
            }
        }
    };
    for shape in ["tests/seeds", "tests/seeds/held"].into_iter().flat_map(shapes) {
        add(&shape.name, &read_bytes(&shape.path, &shape.bytes).unwrap());
    }
    let real = std::fs::read(root("seeds/ankara-talks.txt")).unwrap();
    add("ankara-talks", &read_bytes("seeds/ankara-talks.txt", &real).unwrap());
    found
}

#[test]
fn every_restoration_on_the_shapes_was_judged() {
    let path = root("tests/seeds/judged/restorations.list");
    let list = std::fs::read_to_string(&path).unwrap_or_default();
    let judged: BTreeMap<&str, &str> = list.lines().filter_map(|line| line.split_once(' ')).map(|(judgement, edit)| (edit, judgement)).collect();
    let made = on_shapes();
    if std::env::var_os(BLESS).is_some() {
        let lines: Vec<String> = made.iter().map(|(_, edit)| format!("{} {edit}\n", judged.get(edit.as_str()).unwrap_or(&"?"))).collect();
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(&path, lines.concat()).unwrap();
        return;
    }
    let open: Vec<&String> = made.iter().map(|(_, edit)| edit).filter(|edit| !matches!(judged.get(edit.as_str()), Some(&("right" | "wrong")))).collect();
    assert!(open.is_empty(), "not judged, run with {BLESS}=1 and judge them in {path:?}: {open:#?}");
    assert_eq!(made.len(), list.lines().count(), "the list holds restorations that are no longer made; run with {BLESS}=1");
    let right = judged.values().filter(|judgement| **judgement == "right").count();
    assert!(right * 100 >= judged.len() * 99, "{right} of {} are right", judged.len());
}

#[test]
fn ninety_nine_restorations_in_a_hundred_are_right() {
    let (counts, wrong) = on_damaged();
    let (made, right) = counts.values().fold((0, 0), |(made, right), count| (made + count.made, right + count.right));
    assert!(made > 120, "only {made} were made");
    assert!(right * 100 >= made * 99, "{right} of {made} are right: {wrong:#?}");
}

#[test]
fn the_table_of_restorations_is_true() {
    let (damaged, _) = on_damaged();
    let list = std::fs::read_to_string(root("tests/seeds/judged/restorations.list")).unwrap_or_default();
    let mut table = String::from(
        "| rule | on the shapes | right | on texts damaged by the test | right | of all that was lost |\n| --- | ---: | ---: | ---: | ---: | ---: |\n",
    );
    for rule in Restoration::ALL {
        let made = list.lines().filter(|line| line.contains(&format!(": {}: ", rule.name()))).count();
        let right = list.lines().filter(|line| line.contains(&format!(": {}: ", rule.name())) && line.starts_with("right ")).count();
        let count = damaged.get(&rule).copied().unwrap_or_default();
        // Both kinds of apostrophe are lost alike and are counted together.
        let lost = if rule == Restoration::Contraction { "with the possessives".to_owned() } else { count.lost.to_string() };
        table.push_str(&format!("| `{}` | {made} | {right} | {} | {} | {lost} |\n", rule.name(), count.made, count.right));
    }
    let path = root("docs/restoration.md");
    let page = std::fs::read_to_string(&path).unwrap_or_default();
    let (begin, end) = ("<!-- table: begin -->\n", "<!-- table: end -->");
    let (head, rest) = page.split_once(begin).expect("docs/restoration.md has no table");
    let (old, tail) = rest.split_once(end).expect("docs/restoration.md has no end of the table");
    if std::env::var_os(BLESS).is_some() {
        std::fs::write(&path, format!("{head}{begin}{table}{end}{tail}")).unwrap();
        return;
    }
    assert_eq!(old, table, "the table is stale; run the tests with {BLESS}=1 and review the change");
}
