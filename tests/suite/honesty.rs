//! What pages say of how they were made is what the exports and the source pages say: counted from the outside, number by number.

use crate::browser::real_seed;
use crate::sample::sample;
use crate::site_test::{SMALL, SiteTest};
use serde_json::Value;
use std::collections::BTreeMap;

/// The numbers that a page gives: mentions, inferred, left open, corrected, restored. What is none is not said.
fn said(html: &str) -> [u64; 5] {
    let list =
        html.split("<ul>").filter_map(|part| part.split("</ul>").next()).find(|part| part.contains("<li>chancery ")).expect("the page says how it was made");
    let mut numbers = [0; 5];
    for line in list.split("<li>").skip(1).map(|line| line.split("</li>").next().unwrap()) {
        let kinds = [("linked to", 0), ("of them inferred", 1), ("left open", 2), ("corrected by a person", 3), ("of punctuation restored", 4)];
        match kinds.iter().find(|(words, _)| line.contains(words)) {
            Some((_, at)) => numbers[*at] = line.split(' ').next().unwrap().parse().unwrap(),
            None => assert_eq!(line, concat!("chancery ", env!("CARGO_PKG_VERSION"))),
        }
    }
    numbers
}

/// The same from what the program exports, by seed, and from the edits on the source pages.
fn counted(site: &SiteTest) -> BTreeMap<String, [u64; 5]> {
    let run = site.run(&["actors", "--format", "json"]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    let export: Value = serde_json::from_str(&run.stdout).unwrap();
    let list = |name: &str| export[name].as_array().unwrap().clone();
    let mut all = BTreeMap::new();
    for doc in list("docs") {
        let seed = doc["id"].as_str().unwrap();
        let of = |entry: &&Value| entry["doc"] == seed;
        let mentions = list("mentions");
        let slug = seed.trim_start_matches("seeds/").rsplit_once('.').unwrap().0;
        let source = site.page(&format!("briefings/{slug}/source/index.html"));
        let overlay = std::fs::read_to_string(site.root().join(format!("content/briefings/{slug}.yaml"))).unwrap_or_default();
        let numbers = [
            mentions.iter().filter(of).count(),
            mentions.iter().filter(of).filter(|mention| mention["certainty"] == "inferred").count(),
            list("open").iter().filter(of).count(),
            rules(&overlay),
            source.matches("<ins class=\"restored\"").count() + source.matches("<del class=\"restored\"").count(),
        ];
        all.insert(slug.to_owned(), numbers.map(|number| number as u64));
    }
    all
}

/// What an overlay says of the actors of its briefing.
fn rules(overlay: &str) -> usize {
    let overlay: serde_yaml::Value = serde_yaml::from_str(overlay).unwrap();
    let list = |key: &str| overlay["actors"][key].as_sequence().map_or(0, Vec::len);
    overlay["actors"]["is"].as_mapping().map_or(0, serde_yaml::Mapping::len) + list("not") + list("ignore")
}

#[track_caller]
fn check(site: &SiteTest, least: [u64; 5]) {
    site.build(&[]);
    let counted = counted(site);
    let mut sum = [0; 5];
    for (slug, numbers) in &counted {
        assert_eq!(said(&site.page(&format!("briefings/{slug}/index.html"))), *numbers, "the article of {slug}");
        assert_eq!(said(&site.page(&format!("briefings/{slug}/print/index.html"))), *numbers, "the handout of {slug}");
        (0..5).for_each(|at| sum[at] += numbers[at]);
    }
    // A page of the site's own may stand in its place.
    if !site.root().join("content/pages/method.md").exists() {
        assert_eq!(said(&site.page("method/index.html")), sum, "the page on the method");
    }
    assert!((0..5).all(|at| sum[at] >= least[at]), "there must be something to count: {sum:?}");
}

#[test]
fn the_seed_alone_says_of_itself_what_the_export_says() {
    check(&real_seed(), [80, 1, 0, 0, 20]);
}

#[test]
fn the_sample_site_says_of_itself_what_the_export_says() {
    let site = sample();
    check(&site, [300, 1, 0, 1, 20]);
    site.remove("content/pages/method.md");
    site.write("content/pages/about.md", "# About\n");
    check(&site, [300, 1, 0, 1, 20]);
}

#[test]
fn what_a_person_corrected_and_what_was_left_open_is_counted() {
    let site = SiteTest::new(SMALL);
    site.write(
        "seeds/two.txt",
        "John Smith told reporters that the pier was sound. Mary Smith told reporters that it was not.\n\nSmith said that she would wait.\n",
    );
    site.write("content/briefings/ferry.yaml", "actors:\n  is:\n    the line: norway\n  not: [Sweden]\n  ignore: [Port Halden]\n");
    check(&site, [4, 0, 1, 3, 0]);
}
