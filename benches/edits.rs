//! What each stage of a preview's build costs after one edit, without the server and the browser around it:
//!     cargo run --release --example edits -- SITE
//! Three kinds of edit, five of each: words that name nobody, actors that are known, somebody new. The fastest of the five is shown.
#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used, clippy::print_stdout)]

use chancery::build::watch::{Stage, Watch};
use chancery::build::{self, BuildOptions, Cache, Drafts};
use chancery::input::scan;
use chancery::model::Date;
use std::path::PathBuf;
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

const EDITS: usize = 5;

/// When each stage began.
#[derive(Debug, Default)]
struct Stages(Mutex<Vec<(Stage, Instant)>>);

impl Watch for Stages {
    fn begins(&self, stage: Stage, _: Option<usize>) {
        self.0.lock().unwrap().push((stage, Instant::now()));
    }
}

#[derive(Clone, Copy, Debug)]
enum Kind {
    Words,
    Known,
    New,
}

impl Kind {
    fn sentence(self, number: usize) -> String {
        let letter = char::from(b'A' + u8::try_from(number % 26).unwrap());
        match self {
            Kind::Words => format!(" It was saved {number} times."),
            Kind::Known => " The delegation of Norway met the delegation of Ghana.".to_owned(),
            Kind::New => format!(" Foreign Minister Zebulon {letter}lofquist said that talks would go on."),
        }
    }
}

fn milliseconds(took: Duration) -> String {
    format!("{:.1} ms", took.as_secs_f64() * 1000.0)
}

fn main() {
    let root = PathBuf::from(std::env::args().nth(1).expect("edits SITE"));
    let options = BuildOptions { base_url: None, date: Date::parse("2026-06-01").unwrap(), drafts: Drafts::Shown };
    let stages = Arc::new(Stages::default());
    let mut cache = Cache::default().for_many_builds().watched(stages.clone());
    let mut inputs = scan::scan(&root).unwrap();
    let begun = Instant::now();
    build::build(&inputs, &options, &mut cache);
    println!("{} briefings, the first build: {}", inputs.seeds.len(), milliseconds(begun.elapsed()));
    let mut number = 0;
    for kind in [Kind::Words, Kind::Known, Kind::New] {
        let mut best: Option<(Duration, String)> = None;
        for _ in 0..EDITS {
            number += 1;
            let seed = &inputs.seeds[number * 37 % inputs.seeds.len()];
            let (path, mut text) = (seed.path.clone(), String::from_utf8(seed.bytes.to_vec()).unwrap());
            let long = text.lines().find(|line| line.len() > 200).expect("a paragraph");
            let end = text.find(long).unwrap() + long.len();
            text.insert_str(end, &kind.sentence(number));
            inputs.update(&path, Some(text.into_bytes()));
            stages.0.lock().unwrap().clear();
            let begun = Instant::now();
            let built = build::build(&inputs, &options, &mut cache);
            let took = begun.elapsed();
            assert!(built.value.is_some());
            if best.as_ref().is_none_or(|(other, _)| took < *other) {
                let stages = stages.0.lock().unwrap();
                let ends = stages.iter().skip(1).map(|(_, begun)| *begun).chain([begun + took]);
                let each: Vec<String> =
                    stages.iter().zip(ends).map(|((stage, begun), end)| format!("{} {}", stage.name(), milliseconds(end - *begun))).collect();
                best = Some((took, each.join(", ")));
            }
        }
        let (took, each) = best.unwrap();
        println!("{kind:?}: {} ({each})", milliseconds(took));
    }
}
