//! What a reader's connection carries: an article with everything that it loads, compressed, in few requests.

use crate::browser::real_seed;
use crate::sample::sample;
use crate::site_test::SiteTest;
use std::collections::BTreeSet;

/// The bar for an article page.
const MOST_BYTES: u64 = 30_000;
const MOST_REQUESTS: usize = 6;

/// The files that a page loads by itself, the page among them.
fn loaded(site: &SiteTest, page: &str) -> BTreeSet<String> {
    let html = site.page(page);
    let links =
        html.split("<link rel=\"").filter(|part| part.starts_with("stylesheet") || part.starts_with("icon")).filter_map(|part| part.split_once("href=\""));
    let others = html.split(" src=\"").skip(1).map(|rest| ("", rest));
    let files = links.chain(others).map(|(_, rest)| rest.split('"').next().unwrap().trim_start_matches('/').to_owned());
    files.chain([page.to_owned()]).collect()
}

#[track_caller]
fn check(site: &SiteTest, slugs: &[&str]) {
    for theme in ["default", "wire"] {
        let settings = std::fs::read_to_string(site.root().join("content/site.yaml")).unwrap_or_default();
        let others: String = settings.lines().filter(|line| !line.starts_with("theme:")).map(|line| format!("{line}\n")).collect();
        site.write("content/site.yaml", format!("{others}theme: {theme}\n"));
        site.build(&["--precompress", "--base-url", "https://example.org/"]);
        for slug in slugs {
            let files = loaded(site, &format!("briefings/{slug}/index.html"));
            assert!(files.len() >= 3 && files.len() <= MOST_REQUESTS, "{theme}: {slug} asks for {files:?}");
            // What is too small to be compressed goes as it is.
            let size = |file: &String| {
                let at = |ending: &str| std::fs::metadata(site.root().join("public").join(format!("{file}{ending}"))).map(|about| about.len());
                at(".gz").or_else(|_| at("")).unwrap()
            };
            let bytes: u64 = files.iter().map(size).sum();
            println!("{theme}: {slug}: {bytes} bytes in {} requests", files.len());
            assert!(bytes <= MOST_BYTES, "{theme}: {slug} has {bytes} bytes: {files:?}");
        }
    }
}

#[test]
fn an_article_of_the_seed_alone_is_light() {
    check(&real_seed(), &["ankara-talks"]);
}

#[test]
fn an_article_of_the_sample_site_is_light() {
    check(&sample(), &["ankara-talks", "suez-canal", "indus-waters", "antarctic-treaty", "nile-waters"]);
}
