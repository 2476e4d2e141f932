//! Learns the tagger's weights from marked texts, and measures them on texts that they were not learnt from.
//!
//! | command | what it does |
//! | --- | --- |
//! | `cargo run --release --example learn_tagger -- --folds 5 tests/gold/politics/*.ann.txt` | learns from four fifths of each text, measures the rest, five times; prints rules alone and both |
//! | `cargo run --release --example learn_tagger -- --confidence src/actors/confidence.txt --folds 4 tests/gold/politics/train.ann.txt tests/gold/{fresh,tuned}/*.ann.txt --with tests/gold/politics/dev.ann.txt` | fits the table of confidence |
//! | `cargo run --release --example learn_tagger -- --confidence-stated src/actors/confidence_stated.txt tests/gold/{taught,fresh,tuned}/*.ann.txt` | counts how often speakers and roles are right |
//! | `cargo run --release --example learn_tagger -- --reliability --folds 4 tests/gold/politics/dev.ann.txt --with tests/gold/politics/train.ann.txt` | how often mentions are right, by their confidence |
//! | `cargo run --release --example learn_tagger -- --out src/actors/tagger/weights.bin tests/gold/politics/*.ann.txt` | learns from all |
//!
//! `--with FILES` learns from further texts that are not measured. The same texts give the same bytes.
#![allow(clippy::print_stdout, clippy::print_stderr, clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a program that talks to a person")]

use chancery::actors::confidence::{SUPPORTS, column};
use chancery::actors::tagger::WEIGHTS;
use chancery::actors::tagger::{Lesson, Marked, learn};
use chancery::actors::{Registry, candidates_under, cast, mentions};
use chancery::language::pack;
use chancery::model::{ActorNo, BlockNo, Briefing, Evidence, Kind, MergeEvidence, RoleEvidence, SpeakerEvidence, Thresholds};
use chancery::score::{self, Gold, Judged, JudgedStated, Scores, answer_under};
use chancery::text::TextRange;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

struct Text {
    gold: Gold,
    briefing: Briefing,
    marked: Vec<Marked>,
}

fn text(path: &str) -> Text {
    let gold = Gold::parse(&std::fs::read_to_string(path).expect(path)).unwrap_or_else(|bad| panic!("{path}: {bad}"));
    let briefing = score::briefing(&gold).expect("a briefing");
    let marked = score::names(&gold);
    Text { gold, briefing, marked }
}

#[derive(Default, Clone, Copy)]
struct Count {
    right: usize,
    typed: usize,
    spurious: usize,
    missed: usize,
}

impl Count {
    fn add(&mut self, other: Self) {
        self.right += other.right;
        self.typed += other.typed;
        self.spurious += other.spurious;
        self.missed += other.missed;
    }
}

fn measure(text: &Text, weights: &[u8], blocks: impl Fn(usize) -> bool, faults: Option<&mut Vec<String>>) -> Count {
    let pack = pack("en");
    let found = candidates_under(&text.briefing, &Registry::default(), pack, weights);
    let roster = cast(&[(&text.briefing, &found)], &Registry::default()).value;
    let said = mentions(&text.briefing, &found, &roster, pack);
    let mut named: Vec<(usize, usize, Kind)> = Vec::new();
    for mention in said.mentions.iter().filter(|m| blocks(m.block.index())) {
        if let Some(span) = text.briefing.source_span(mention.block, mention.range) {
            named.push((span.range().start, span.range().end, roster.roster.actor(mention.actor).kind));
        }
    }
    let inside = |start: usize| {
        text.briefing.blocks.iter().enumerate().any(|(number, block)| {
            blocks(number)
                && text
                    .briefing
                    .source_span(chancery::model::BlockNo::at(number), chancery::text::TextRange::new(0, block.text.text().len()))
                    .is_some_and(|span| span.range().contains(&start))
        })
    };
    let mut count = Count::default();
    let mut lines = Vec::new();
    for mention in text.gold.mentions.iter().filter(|m| m.required && inside(m.at.start)) {
        match named.iter().position(|(start, end, _)| (*start, *end) == (mention.at.start, mention.at.end)) {
            Some(at) => {
                let kind = named.remove(at).2;
                count.right += 1;
                count.typed += usize::from(text.gold.actor(&mention.actor).is_some_and(|actor| actor.kinds.iter().any(|k| k == kind.name())));
            }
            None => {
                count.missed += 1;
                lines.push(format!("missed {} ({})", &text.gold.text[mention.at.start..mention.at.end], mention.actor));
            }
        }
    }
    for (start, end, kind) in named {
        let free = text.gold.unscored.iter().any(|at| at.start <= start && end <= at.end)
            || text.gold.mentions.iter().any(|m| !m.required && m.at.start <= start && end <= m.at.end);
        if !free {
            count.spurious += 1;
            lines.push(format!("spurious {} ({})", &text.gold.text[start..end], kind.name()));
        }
    }
    if let Some(faults) = faults {
        faults.append(&mut lines);
    }
    count
}

fn line(what: &str, c: Count) {
    let part = |a: usize, b: usize| 100.0 * a as f64 / b.max(1) as f64;
    println!(
        "{what:<28} P {:5.1} R {:5.1} F1 {:5.1}  of the right kind F1 {:5.1}  ({} right, {} spurious, {} missed)",
        part(c.right, c.right + c.spurious),
        part(c.right, c.right + c.missed),
        part(2 * c.right, 2 * c.right + c.spurious + c.missed),
        part(2 * c.typed, 2 * c.right + c.spurious + c.missed),
        c.right,
        c.spurious,
        c.missed
    );
}

/// What a mention of the political sentences counts beside one of a briefing: their guide cuts names in other places, which is no fault of a link.
const COARSE: f64 = 0.2;

/// Every mention that the program makes in blocks that its tagger was not learnt from.
fn judged(texts: &[Text], others: &[Text], folds: usize) -> Vec<(f64, Judged)> {
    let mut judged = Vec::new();
    for fold in 0..folds {
        // Of one name's blocks the tagger must not have learnt from any: a briefing is left out whole. Sentences have nothing to do with each other.
        let learnt_from = |block: usize| block % folds != fold;
        let is_out = |at: usize, text: &Text| !text.gold.coarse && at % folds == fold;
        let mut lessons: Vec<Lesson<'_>> = others.iter().map(whole).collect();
        let sentences = texts.iter().filter(|text| text.gold.coarse).map(|text| Lesson { blocks: &learnt_from, ..whole(text) });
        lessons.extend(sentences);
        lessons.extend(texts.iter().enumerate().filter(|(at, text)| !text.gold.coarse && !is_out(*at, text)).map(|(_, text)| whole(text)));
        let learned = learn(&lessons, pack("en"));
        for (at, text) in texts.iter().enumerate().filter(|(at, text)| text.gold.coarse || is_out(*at, text)) {
            let mut scores = Scores::default();
            scores_of(text, &learned.weights, &mut scores);
            let place = |block: usize| text.briefing.source_span(BlockNo::at(block), TextRange::new(0, text.briefing.blocks[block].text.text().len()));
            let tested: Vec<_> = (0..text.briefing.blocks.len()).filter(|block| is_out(at, text) || block % folds == fold).filter_map(place).collect();
            // The guide of those sentences leaves adjectives and seats of government out.
            let asked =
                |one: &Judged| !text.gold.coarse || !matches!(one.evidence, "state-adjective" | "capital" | "capital-perhaps" | "capital-place" | "seat");
            let weight = if text.gold.coarse { COARSE } else { 1.0 };
            // That guide ends some names elsewhere: a link on a part of the name, or on more than it, leads where it should.
            let near = |one: &Judged| {
                let fits = |actor: &str| text.gold.actor(actor).is_some_and(|actor| actor.kinds.iter().any(|kind| kind == one.kind));
                text.gold.mentions.iter().any(|mention| mention.at.overlaps(one.at) && fits(&mention.actor))
            };
            scores.judged.iter_mut().filter(|_| text.gold.coarse).for_each(|one| one.right |= near(one));
            // Nor does it mark the state in `Prime Minister of Canada`.
            let marked = |one: &Judged| text.gold.mentions.iter().any(|mention| mention.at.overlaps(one.at));
            let asked = |one: &Judged| asked(one) && (!text.gold.coarse || one.right || marked(one) || !one.evidence.starts_with("state"));
            let of_fold = scores.judged.into_iter().filter(|one| asked(one) && tested.iter().any(|span| span.range().contains(&one.at.start)));
            judged.extend(of_fold.map(|one| (weight, one)));
        }
    }
    judged
}

fn scores_of(text: &Text, weights: &[u8], scores: &mut Scores) {
    score::measure(&text.gold, &answer_under(&text.gold, weights, Thresholds { certain: 0, inferred: 0 }).expect("a briefing"), scores);
}

/// Of the mentions that the program's table of confidence puts in each tenth, how many were right; the last tenth in parts.
fn tenths(judged: &[(f64, Judged)]) -> String {
    let bounds = [0u16, 500, 600, 700, 800, 900, 950, 970, 990, 1001];
    let mut out = "| said to be right | mentions | right |\n| --- | --- | --- |\n".to_owned();
    for pair in bounds.windows(2) {
        let here: Vec<&Judged> = judged.iter().map(|(_, one)| one).filter(|one| (pair[0]..pair[1]).contains(&one.confidence)).collect();
        let right = here.iter().filter(|one| one.right).count();
        let share = if here.is_empty() { String::new() } else { format!("{:.1} %", 100.0 * right as f64 / here.len() as f64) };
        let _ = writeln!(out, "| {:.1} to {:.1} % | {} | {share} |", f64::from(pair[0]) / 10.0, f64::from(pair[1].min(1000)) / 10.0, here.len());
    }
    out
}

/// How often each evidence is right, by the tagger's support, in a thousand: what was counted, drawn towards what evidence and support each
/// say alone (a logistic regression on both), as strongly as `PRIOR` mentions.
fn table(judged: &[(f64, Judged)]) -> String {
    const PRIOR: f64 = 12.0;
    let columns = SUPPORTS.len() + 1;
    let rows = Evidence::ALL.len();
    let cell = |one: &Judged| (Evidence::ALL.iter().position(|e| e.name() == one.evidence).expect("an evidence"), column(one.support));
    let mut counts = vec![(0.0, 0.0); rows * columns];
    for (weight, one) in judged {
        let (row, column) = cell(one);
        counts[row * columns + column].0 += weight * f64::from(u8::from(one.right));
        counts[row * columns + column].1 += weight;
    }
    let (mut base, mut of_row, mut of_column) = (2.5f64, vec![0f64; rows], vec![0f64; columns]);
    let chance = |sum: f64| 1.0 / (1.0 + (-sum).exp());
    for _ in 0..4000 {
        let (mut down, mut down_row, mut down_column) = (0.0, vec![0.0; rows], vec![0.0; columns]);
        for row in 0..rows {
            for column in 0..columns {
                let (right, all) = counts[row * columns + column];
                let wrong = all * chance(base + of_row[row] + of_column[column]) - right;
                down += wrong;
                down_row[row] += wrong;
                down_column[column] += wrong;
            }
        }
        let all = counts.iter().map(|count| count.1).sum::<f64>().max(1.0);
        base -= 4.0 * down / all;
        for (weight, down) in of_row.iter_mut().zip(down_row).chain(of_column.iter_mut().zip(down_column)) {
            *weight -= 4.0 * (down + *weight) / all;
        }
    }
    let mut out = format!(
        "# How often a mention is right, in a thousand: by its evidence, and by how far the tagger supports it (below {SUPPORTS:?}, and above).\n\
         # Made from {} mentions by `cargo run --release --example learn_tagger -- --confidence ...`; see docs/actors.md.\n",
        judged.len()
    );
    for (row, evidence) in Evidence::ALL.iter().enumerate().filter(|(_, evidence)| !evidence.name().starts_with("r")) {
        let _ = write!(out, "{:20}", evidence.name());
        for column in 0..columns {
            let (right, all) = counts[row * columns + column];
            let expected = chance(base + of_row[row] + of_column[column]);
            let _ = write!(out, " {:4}", (1000.0 * (right + PRIOR * expected) / (all + PRIOR)).floor());
        }
        let seen: f64 = counts[row * columns..(row + 1) * columns].iter().map(|count| count.1).sum();
        let _ = writeln!(out, "   # {seen:.0}");
    }
    out
}

/// For each name by which several texts became one actor's: whether another text means the same by it as the first does, by what both call it.
fn merged(texts: &[Text]) -> Vec<JudgedStated> {
    let pack = pack("en");
    let found: Vec<_> = texts.iter().map(|text| candidates_under(&text.briefing, &Registry::default(), pack, WEIGHTS)).collect();
    let all: Vec<_> = texts.iter().zip(&found).map(|(text, found)| (&text.briefing, found)).collect();
    let cast = cast(&all, &Registry::default()).value;
    // For each actor, what each text that names it calls whom it names there most.
    let mut meant: BTreeMap<ActorNo, Vec<BTreeSet<String>>> = BTreeMap::new();
    for (text, found) in texts.iter().zip(&found) {
        let mut by_actor: BTreeMap<ActorNo, BTreeMap<&str, usize>> = BTreeMap::new();
        for mention in mentions(&text.briefing, found, &cast, pack).mentions {
            let Some(span) = text.briefing.source_span(mention.block, mention.range) else { continue };
            let (start, end) = (span.range().start, span.range().end);
            if let Some(gold) = text.gold.mentions.iter().find(|gold| gold.at.start == start && gold.at.end == end) {
                *by_actor.entry(mention.actor).or_default().entry(gold.actor.as_str()).or_default() += 1;
            }
        }
        for (actor, counts) in by_actor {
            let most = counts.into_iter().max_by_key(|(_, count)| *count).and_then(|(id, _)| text.gold.actor(id));
            let names = most.map(|actor| actor.names.iter().map(|name| name.to_lowercase()).collect()).unwrap_or_default();
            meant.entry(actor).or_default().push(names);
        }
    }
    let mut judged = Vec::new();
    for (actor, names) in meant {
        let (Some(evidence), Some((first, others))) = (cast.roster.actor(actor).merged, names.split_first()) else { continue };
        judged.extend(others.iter().map(|other| JudgedStated { evidence: evidence.name(), confidence: 0, right: !first.is_disjoint(other) }));
    }
    judged
}

/// How often speakers and roles are right by what they were found by, in a thousand; drawn towards what all of them say, as strongly as `PRIOR` of them.
fn stated_table(stated: &[JudgedStated]) -> String {
    const PRIOR: f64 = 4.0;
    let mut out = "# How often a speaker, a role or a merge is right, in a thousand, by what it was found by.\n\
                   # Made by `cargo run --release --example learn_tagger -- --confidence-stated ...`; see docs/actors.md.\n"
        .to_owned();
    let speakers: Vec<&str> = SpeakerEvidence::ALL.iter().map(|one| one.name()).collect();
    let roles: Vec<&str> = RoleEvidence::ALL.iter().map(|one| one.name()).collect();
    let merges: Vec<&str> = MergeEvidence::ALL.iter().filter(|one| **one != MergeEvidence::MergedRegistry).map(|one| one.name()).collect();
    for names in [speakers, roles, merges] {
        let count = |of: &dyn Fn(&&JudgedStated) -> bool| {
            let these: Vec<&JudgedStated> = stated.iter().filter(of).collect();
            (these.iter().filter(|one| one.right).count() as f64, these.len() as f64)
        };
        let (right, all) = count(&|one| names.contains(&one.evidence));
        let mean = right / all.max(1.0);
        for name in &names {
            let (right, all) = count(&|one| one.evidence == *name);
            let _ = writeln!(out, "{name:20} {:4}   # {all:.0}", (1000.0 * (right + PRIOR * mean) / (all + PRIOR)).floor());
        }
    }
    out
}

fn whole(text: &Text) -> Lesson<'_> {
    Lesson { briefing: &text.briefing, marked: &text.marked, blocks: &|_| true }
}

fn main() {
    let mut folds = 0usize;
    let (mut out, mut confidence, mut confidence_stated) = (None, None, None);
    let (mut faults, mut reliability) = (false, false);
    let (mut paths, mut with) = (Vec::new(), Vec::new());
    let mut more = false;
    let mut arguments = std::env::args().skip(1);
    while let Some(argument) = arguments.next() {
        match argument.as_str() {
            "--folds" => folds = arguments.next().expect("a number").parse().expect("a number"),
            "--out" => out = arguments.next(),
            "--confidence" => confidence = arguments.next(),
            "--confidence-stated" => confidence_stated = arguments.next(),
            "--faults" => faults = true,
            "--reliability" => reliability = true,
            "--with" => more = true,
            "--" => more = false,
            _ if more => with.push(argument),
            _ => paths.push(argument),
        }
    }
    let pack = pack("en");
    let texts: Vec<Text> = paths.iter().map(|path| text(path)).collect();
    let others: Vec<Text> = with.iter().map(|path| text(path)).collect();
    if folds > 1 {
        let mut told = Vec::new();
        let mut sums = vec![(Count::default(), Count::default()); texts.len()];
        for fold in 0..folds {
            let mut lessons: Vec<Lesson<'_>> = others.iter().map(whole).collect();
            let learnt_from = |block: usize| block % folds != fold;
            lessons.extend(texts.iter().map(|text| Lesson { blocks: &learnt_from, ..whole(text) }));
            let learned = learn(&lessons, pack);
            for (text, (rules, both)) in texts.iter().zip(&mut sums) {
                let a = measure(text, &[], |block| block % folds == fold, None);
                let b = measure(text, &learned.weights, |block| block % folds == fold, Some(&mut told));
                rules.add(a);
                both.add(b);
            }
        }
        for (path, (rules, both)) in paths.iter().zip(sums.iter().copied()) {
            println!("{path}");
            line("  rules alone", rules);
            line("  rules and tagger", both);
        }
        let all = sums.iter().fold((Count::default(), Count::default()), |(mut a, mut b), (rules, both)| {
            a.add(*rules);
            b.add(*both);
            (a, b)
        });
        println!("all");
        line("  rules alone", all.0);
        line("  rules and tagger", all.1);
        if faults {
            println!("{}", told.join("\n"));
        }
    }
    if reliability {
        println!("{}", tenths(&judged(&texts, &others, folds.max(2))));
    }
    if let Some(out) = confidence {
        let judged = judged(&texts, &others, folds.max(2));
        std::fs::write(&out, table(&judged)).expect("the file is written");
        println!("{out}: from {} mentions", judged.len());
    }
    if let Some(out) = confidence_stated {
        let mut scores = Scores::default();
        texts.iter().for_each(|text| scores_of(text, WEIGHTS, &mut scores));
        scores.stated.extend(merged(&texts));
        std::fs::write(&out, stated_table(&scores.stated)).expect("the file is written");
        println!("{out}: from {} speakers, roles and merges", scores.stated.len());
    }
    if let Some(out) = out {
        let lessons: Vec<Lesson<'_>> = texts.iter().chain(&others).map(whole).collect();
        let learned = learn(&lessons, pack);
        std::fs::write(&out, &learned.weights).expect("the file is written");
        println!("{out}: {} bytes, from {} stretches", learned.weights.len(), learned.stretches);
    }
}
