//! Corrections by a person: each case is files and commands, with everything that is said and every line that changes.
//!
//! A case is `tests/curation/NAME.txt`: files as `SiteTest` reads them, then lines `$ arguments`, each with what is printed below it.
//! What a command does is shown by `--dry-run` first and then done; a site that is curated must build, and a build changes no word of it.

use crate::expected;
use crate::site_test::{SiteTest, files_below};
use std::path::Path;

/// Splits as a shell would, as far as our cases need it.
fn arguments(line: &str) -> Vec<String> {
    let mut all = vec![String::new()];
    let mut quoted = false;
    for c in line.chars() {
        match c {
            '\'' => quoted = !quoted,
            ' ' if !quoted => all.push(String::new()),
            c => all.last_mut().unwrap().push(c),
        }
    }
    all
}

fn sources(site: &SiteTest) -> Vec<(String, Vec<u8>)> {
    let mine = |path: &String| path.starts_with("seeds/") || path.starts_with("content/");
    files_below(site.root()).into_iter().filter(mine).map(|path| (path.clone(), std::fs::read(site.root().join(&path)).unwrap())).collect()
}

#[test]
fn every_correction_is_made_as_it_is_shown() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/curation");
    let mut cases = 0;
    for name in files_below(&folder) {
        let path = folder.join(&name);
        let case = std::fs::read_to_string(&path).unwrap();
        let (files, steps) = case.split_once("\n$ ").unwrap_or_else(|| panic!("{name} has no line `$ arguments`"));
        let site = SiteTest::new(files);
        let mut said = format!("{files}\n");
        for step in steps.split("\n$ ") {
            let line = step.lines().next().unwrap_or_default();
            let arguments = arguments(line);
            let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
            let before = sources(&site);
            let run = site.run(&arguments);
            said.push_str(&format!("$ {line}\n{}{}", run.stdout, run.stderr));
            if run.status != 0 {
                said.push_str(&format!("exit status {}\n", run.status));
            }
            if arguments.contains(&"--dry-run") || run.status != 0 {
                assert_eq!(before, sources(&site), "{name}: {line} wrote something");
            }
        }
        let curated = sources(&site);
        site.build(&[]);
        assert_eq!(curated, sources(&site), "{name}: a build changed what a person wrote");
        expected::compare(&path, &said);
        cases += 1;
    }
    assert!(cases >= 8, "the cases must be found");
}

#[test]
fn an_old_address_leads_to_the_new_one() {
    let site = SiteTest::new(crate::site_test::SMALL);
    site.build(&[]);
    assert!(site.has("actors/ann-lindqvist/index.html"));
    assert_eq!(site.run(&["actors", "rename", "Ann Lindqvist", "Anna Lindqvist"]).status, 0);
    site.build(&[]);
    let old = site.page("actors/ann-lindqvist/index.html");
    assert!(old.contains("/actors/anna-lindqvist/") && old.contains("refresh"), "{old}");
    assert!(site.page("actors/anna-lindqvist/index.html").contains("told reporters"));
}

#[test]
fn what_is_ignored_is_linked_no_more_and_only_there() {
    let site = SiteTest::new(crate::site_test::SMALL);
    site.write("seeds/second.txt", "Mayor Ann Lindqvist told reporters that the bridge was shut.\n");
    assert_eq!(site.run(&["actors", "ignore", "Ann Lindqvist", "--in", "ferry"]).status, 0);
    site.build(&[]);
    assert!(!site.page("briefings/ferry/index.html").contains("/actors/ann-lindqvist/"));
    assert!(site.page("briefings/second/index.html").contains("/actors/ann-lindqvist/"));
}

#[test]
fn a_second_actor_of_the_name_has_its_own_page_where_it_is_meant() {
    let site = SiteTest::new(crate::site_test::SMALL);
    site.write("seeds/second.txt", "Ann Lindqvist, a poet, told reporters that the bridge was shut. Lindqvist read a poem.\n");
    let run = site.run(&["actors", "split", "Ann Lindqvist", "--as", "Ann Lindqvist (poet)", "--in", "second"]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    site.build(&[]);
    let (first, second) = (site.page("actors/ann-lindqvist/index.html"), site.page("actors/ann-lindqvist-poet/index.html"));
    assert!(first.contains("pier was sound") && !first.contains("read a poem"));
    assert!(second.contains("read a poem") && !second.contains("pier was sound"));
}
