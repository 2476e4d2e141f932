//! What a site publishes for programs, read back by programs that know nothing of chancery; and the numbers on its pages, which are theirs.

use crate::sample::sample;
use crate::site_test::{SMALL, SiteTest};
use serde_json::Value;
use std::path::{Path, PathBuf};
use std::process::Command;

/// A Python that has what the scripts under `tests/readers/` import: that of `.ci/run`, else that of the machine. Where there is none the
/// tests say so and pass, unless `CI` is set.
pub fn python(modules: &str) -> Option<PathBuf> {
    let own = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/readers/python/bin/python");
    let found = [own, PathBuf::from("python3")]
        .into_iter()
        .find(|python| Command::new(python).args(["-c", &format!("import {modules}")]).output().is_ok_and(|output| output.status.success()));
    assert!(found.is_some() || std::env::var_os("CI").is_none(), "{modules} must be installed where CI is set");
    if found.is_none() {
        println!("{modules} is not installed: nothing was read back");
    }
    found
}

/// What a script under `tests/readers/` says of the built site, as JSON.
pub fn read_by(python: &Path, script: &str, site: &SiteTest) -> Value {
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/readers").join(script);
    let output = Command::new(python).arg(script).arg(site.root().join("public")).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).unwrap()
}

fn with_publish(site: &SiteTest, publish: &str) {
    let text = std::fs::read_to_string(site.root().join("content/site.yaml")).unwrap_or_default();
    let head = text.split("\npublish:").next().unwrap_or_default();
    site.write("content/site.yaml", format!("{head}\npublish: {publish}\n"));
}

const ALL: &str = "{exports: [csv, ftm, graphml, all]}";

fn json(site: &SiteTest, path: &str) -> Value {
    serde_json::from_str(&site.page(path)).unwrap()
}

fn number(value: &Value) -> u64 {
    value.as_u64().unwrap_or_else(|| panic!("{value} is no number"))
}

fn counted(count: u64, what: &str) -> String {
    if count == 1 { format!("1 {what}") } else { format!("{count} {what}s") }
}

#[test]
fn every_export_is_read_by_others_and_holds_the_numbers_of_the_pages() {
    let Some(python) = python("jsonschema, networkx, followthemoney") else { return };
    let site = sample();
    // Its own page on the method stands in the place of the one with the numbers.
    site.remove("content/pages/method.md");
    with_publish(&site, ALL);
    site.build(&["--base-url", "https://example.org/room/"]);
    let read = read_by(&python, "read_data.py", &site);
    let (mentions, quotations) = (number(&read["mentions"]), number(&read["quotations"]));
    assert!(mentions > 300 && quotations > 20, "{read:#}");
    for (name, value) in [("mentions", mentions), ("quotations", quotations)] {
        assert_eq!((number(&read["counts"][name]), number(&read["blocks"][name])), (value, value), "{name}");
    }
    for name in ["inferred", "edits"] {
        assert_eq!(read["counts"][name], read["blocks"][name], "{name}");
    }
    assert_eq!(
        (number(&read["entities"]["Mention"]), number(&read["entities"]["Note"]), &read["entities"]["Article"]),
        (mentions, quotations, &read["briefings"])
    );
    // The page on the method, and that on data.
    for page in ["method/index.html", "data/index.html"] {
        assert!(site.page(page).contains(&format!("<li>{mentions} mentions linked to actors</li>")), "{page}");
    }
    assert!(site.page("data/index.html").contains(&format!("<li>{quotations} quotations</li>")));
    // Each actor's page.
    let actors = read["actors"].as_object().unwrap();
    assert!(actors.len() > 100);
    for (id, numbers) in actors {
        let [named, briefings, said] = [0, 1, 2].map(|at| number(&numbers[at]));
        assert_eq!(read["by_actor"].get(id).map_or(0, number), named, "{id}");
        assert_eq!(read["by_speaker"].get(id).map_or(0, number), said, "{id}");
        let page = site.page(&format!("actors/{id}/index.html"));
        assert!(named == 0 || page.contains(&counted(named, "mention")) && page.contains(&counted(briefings, "briefing")), "{id}: {numbers}");
        assert_eq!(read["nodes"].get(id).map(number), (named > 0).then_some(named), "{id}");
    }
    let edges = read["edges"].as_array().unwrap();
    assert!(edges.iter().all(|edge| edge[0] != edge[1] && number(&edge[2]) > 0) && edges.len() > 100);
    // And what `chancery actors` says.
    let listed: Value = serde_json::from_str(&site.run(&["actors", "--format", "json"]).stdout).unwrap();
    assert_eq!(listed["mentions"].as_array().unwrap().len() as u64, mentions);
    assert_eq!(listed["quotes"].as_array().unwrap().len() as u64, quotations);
}

#[test]
fn the_foot_of_each_briefing_says_the_numbers_of_its_json() {
    let site = sample();
    site.build(&[]);
    for slug in ["ankara-talks", "antarctic-treaty", "indus-waters", "nile-waters", "suez-canal"] {
        let data = json(&site, &format!("briefings/{slug}/index.json"));
        let rows = |kind: &str| data["blocks"].as_array().unwrap().iter().map(|block| block[kind].as_array().map_or(0, Vec::len) as u64).sum::<u64>();
        let page = site.page(&format!("briefings/{slug}/index.html"));
        let (mentions, edits) = (rows("mentions"), rows("edits"));
        assert!(mentions > 20 && number(&data["counts"]["mentions"]) == mentions && number(&data["counts"]["edits"]) == edits, "{slug}");
        assert!(page.contains(&format!("<li>{mentions} mentions linked to actors</li>")), "{slug}: {mentions}");
        assert_eq!(page.contains("of punctuation restored"), edits > 0, "{slug}");
        assert!(page.contains(&format!("href=\"/briefings/{slug}/index.json\"")), "{slug}: the page leads to its data");
        // A place in the seed holds what the seed holds there.
        let seed = std::fs::read(site.root().join(data["seed"].as_str().unwrap())).unwrap();
        for edit in data["blocks"].as_array().unwrap().iter().filter_map(|block| block["edits"].as_array()).flatten() {
            let [start, end] = [0, 1].map(|at| number(&edit["source"][at]) as usize);
            assert_eq!(std::str::from_utf8(&seed[start..end]).unwrap(), edit["was"].as_str().unwrap(), "{slug}");
        }
    }
}

#[test]
fn what_a_spreadsheet_would_run_begins_with_an_apostrophe() {
    let site = SiteTest::new(SMALL);
    site.write("content/actors/sum.yaml", "- id: sum\n  name: =SUM(A1) Board\n  kind: organisation\n  aliases: ['@sum', '+sum']\n");
    with_publish(&site, "{exports: [csv]}");
    site.build(&[]);
    assert!(site.page("data/actors.csv").contains("\r\nsum,'=SUM(A1) Board,"), "{}", site.page("data/actors.csv"));
    for table in ["data/mentions.csv", "data/quotations.csv", "data/actors.csv"] {
        let text = site.page(table);
        for cell in text.split(['\n', ',']).map(|cell| cell.trim_start_matches('"')) {
            assert!(!cell.starts_with(['=', '+', '-', '@', '\t']), "{table}: {cell}");
        }
    }
}

#[test]
fn a_switch_that_is_off_leaves_no_trace() {
    let site = SiteTest::new(SMALL);
    with_publish(&site, "{exports: [csv, ftm, graphml, all], feeds: true}");
    site.build(&["--base-url", "https://example.org/room/"]);
    for file in ["data/mentions.csv", "data/entities.ftm.ndjson", "data/together.graphml", "data/all.json.gz", "data/schema/site-1.json"] {
        assert!(site.has(file), "{file}");
    }
    let first = std::fs::read(site.root().join("public/data/all.json.gz")).unwrap();
    assert_eq!(first[4..8], [0; 4], "no time stands in the header");
    let html = |site: &SiteTest| site.files().into_iter().filter(|path| path.ends_with(".html") || path.ends_with(".xml")).collect::<Vec<_>>();
    // One export at a time; then no data at all. The build itself holds that no link dangles.
    for (publish, there, gone) in [
        ("{exports: [csv]}", vec!["mentions.csv", "actors.csv", "index.json"], vec!["ndjson", "graphml", "all.json", "site-1.json"]),
        ("{exports: [ftm]}", vec!["entities.ftm.ndjson"], vec!["mentions.csv", "graphml", "all.json"]),
        ("{data: false, exports: [graphml]}", vec!["together.graphml", "/data/"], vec!["index.json", "briefing-1.json", "csv", "ndjson"]),
        ("{data: false}", vec![], vec!["index.json", "/data/", "briefing-1.json", "graphml", ".csv", "As data", "Open data"]),
    ] {
        with_publish(&site, publish);
        site.build(&["--base-url", "https://example.org/room/"]);
        let all: String = html(&site).iter().map(|path| site.page(path)).collect();
        for word in there {
            assert!(all.contains(word), "{publish}: {word} is missing");
        }
        for word in gone {
            assert!(!all.contains(word) && !site.files().iter().any(|path| path.contains(word.trim_matches('/'))), "{publish}: {word} is left");
        }
    }
    with_publish(&site, "{exports: [csv, ftm, graphml, all], feeds: true}");
    site.build(&["--base-url", "https://example.org/room/"]);
    assert!(std::fs::read(site.root().join("public/data/all.json.gz")).unwrap() == first, "the same site gives the same bytes");
    let run = site.run(&["build", "--base-url", "x"]);
    assert_eq!(run.status, 1);
    with_publish(&site, "{exports: [pdf]}");
    let run = site.run(&["build"]);
    assert!(run.status == 1 && run.stderr.contains("graphml"), "what there is, is said: {}", run.stderr);
}
