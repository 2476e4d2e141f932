//! The switches under `publish`: each, switched off, leaves no file, no element and no link.

use crate::site_test::{SMALL, SiteTest};

const BASE: &[&str] = &["--base-url", "https://example.org/room/"];

/// A switch, what says off, which files go with it (a piece of their paths), and what no file may hold then.
struct Switch {
    key: &'static str,
    off: &'static str,
    files: &'static [&'static str],
    traces: &'static [&'static str],
}

const SWITCHES: &[Switch] = &[
    Switch { key: "feeds", off: "false", files: &["feed.xml", "feed.json"], traces: &["feed.xml", "feed.json", "atom+xml", "feed+json", ">Feed<"] },
    Switch {
        key: "structured_data",
        off: "false",
        files: &["picture.png"],
        traces: &["ld+json", "https://schema.org", "og:", "article:published", "citation_", "twitter:", "picture.png"],
    },
    Switch { key: "plain_text", off: "false", files: &["index.txt", "llms.txt"], traces: &["text/plain", "index.txt", "llms.txt"] },
    Switch { key: "search", off: "false", files: &["search/"], traces: &["/search/", "wasm-unsafe-eval", ">Search<", "pagefind"] },
    Switch { key: "data", off: "false", files: &["ferry/index.json", "briefing-1.json"], traces: &["ferry/index.json", "briefing-1.json", ">As data<"] },
    Switch { key: "citations", off: "false", files: &["/cite/", "citations."], traces: &["/cite/", "citations.", ">cite<"] },
    Switch { key: "source", off: "false", files: &["/source/"], traces: &["/source/", "source/#"] },
    Switch { key: "pictures", off: "false", files: &["picture.png"], traces: &["picture.png", "og:image", "twitter:card"] },
    Switch {
        key: "exports",
        off: "[]",
        files: &["mentions.csv", "quotations.csv", "actors.csv", "entities.ftm.ndjson", "together.graphml", "all.json.gz", "site-1.json"],
        traces: &["mentions.csv", "quotations.csv", "actors.csv", "entities.ftm", "graphml", "all.json", "site-1.json"],
    },
];

fn settings(theme: &str, off: &[&Switch]) -> String {
    let mut publish: Vec<String> = off.iter().map(|switch| format!("{}: {}", switch.key, switch.off)).collect();
    let is_off = |key: &str| off.iter().any(|switch| switch.key == key);
    for (key, on) in [("pictures", "true"), ("exports", "[csv, ftm, graphml, all]")] {
        if !is_off(key) {
            publish.push(format!("{key}: {on}"));
        }
    }
    format!("title: Halden Room\ncontact: desk@example.org\ntheme: {theme}\npublish: {{{}}}\n", publish.join(", "))
}

/// Whether a file's bytes are words that a trace could stand in.
fn is_read(path: &str) -> bool {
    [".html", ".xml", ".txt", ".json", ".webmanifest", ".csv", ".ndjson", ".graphml", ".bib", ".ris"].iter().any(|ending| path.ends_with(ending))
        // The list of the bundles is the search's own.
        && !path.starts_with("search/")
}

#[track_caller]
fn nothing_is_left(site: &SiteTest, theme: &str, switch: &Switch) {
    for path in site.files() {
        assert!(!switch.files.iter().any(|file| path.contains(file)), "{theme}, {}: {path}", switch.key);
        if is_read(&path) {
            let text = site.page(&path);
            for trace in switch.traces {
                assert!(!text.contains(trace), "{theme}, {}: {path} holds {trace}", switch.key);
            }
        }
    }
}

#[test]
fn the_table_has_every_switch() {
    let site = SiteTest::new(SMALL);
    let schema: serde_json::Value = serde_json::from_str(&site.run(&["schema", "--print", "site"]).stdout).unwrap();
    let properties = &schema["definitions"]["PublishValue"]["properties"];
    let keys: Vec<&String> = properties.as_object().unwrap_or_else(|| panic!("{schema:#}")).keys().collect();
    let mut known: Vec<&str> = SWITCHES.iter().map(|switch| switch.key).collect();
    known.sort_unstable();
    assert_eq!(keys, known);
}

#[test]
fn switched_off_each_leaves_no_trace_and_no_dangling_link() {
    for theme in ["default", "wire"] {
        let site = SiteTest::new(SMALL);
        site.write(
            "content/briefings/ferry.yaml",
            "date: 2026-03-01\ntags: [Ferries & ships]\ncorrections:\n  - {date: 2026-03-05, text: The pier is of stone.}\n",
        );
        site.write("content/site.yaml", settings(theme, &[]));
        site.build(BASE);
        let all = site.files();
        for switch in SWITCHES.iter().filter(|switch| (theme, switch.key) != ("wire", "search")) {
            for file in switch.files {
                assert!(all.iter().any(|path| path.contains(file)), "{theme}: {file} is there to be switched off");
            }
        }
        for switch in SWITCHES {
            site.write("content/site.yaml", settings(theme, &[switch]));
            // A link that leads to nothing, or a page to which none leads, would be an error of the build.
            site.build(BASE);
            nothing_is_left(&site, theme, switch);
        }
        site.write("content/site.yaml", settings(theme, &SWITCHES.iter().collect::<Vec<_>>()));
        site.build(BASE);
        for switch in SWITCHES {
            nothing_is_left(&site, theme, switch);
        }
        assert!(!site.files().iter().any(|path| path.starts_with("data/")), "where there is nothing for programs, no page lists it");
    }
}
