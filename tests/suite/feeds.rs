//! Feeds, plain text, and the files that programs ask for by a name of their own.

use crate::data::python;
use crate::sample::sample;
use crate::site_test::{SMALL, SiteTest, files_below};
use std::collections::BTreeMap;
use std::path::Path;
use std::process::{Command, Stdio};

const BASE: &[&str] = &["--base-url", "https://example.org/room/"];

fn dated() -> SiteTest {
    let site = SiteTest::new(SMALL);
    site.write(
        "content/briefings/ferry.yaml",
        "date: 2026-03-01\ntags: [Ferries & ships]\ncorrections:\n  - {date: 2026-03-05, text: The pier is of <stone>.}\n",
    );
    site.write("content/site.yaml", "title: Halden & Room\ncontact: desk@example.org\n");
    site
}

/// Ids of the entries of a JSON feed, with their titles.
fn entries(site: &SiteTest, path: &str) -> BTreeMap<String, String> {
    let feed: serde_json::Value = serde_json::from_str(&site.page(path)).unwrap();
    let text = |value: &serde_json::Value| value.as_str().unwrap().to_owned();
    feed["items"].as_array().unwrap().iter().map(|item| (text(&item["id"]), text(&item["title"]))).collect()
}

#[test]
fn every_feed_stands_in_two_forms_and_pages_lead_to_it() {
    let site = dated();
    site.build(BASE);
    for (page, folder) in [
        ("index.html", ""),
        ("tags/ferries-ships/index.html", "tags/ferries-ships/"),
        ("corrections/index.html", "corrections/"),
        ("actors/norway/index.html", "actors/norway/"),
    ] {
        let html = site.page(page);
        for (form, file) in [("application/atom+xml", "feed.xml"), ("application/feed+json", "feed.json")] {
            let link = format!("<link rel=\"alternate\" type=\"{form}\" title=\"");
            assert!(html.lines().any(|line| line.starts_with(&link) && line.ends_with(&format!("href=\"/room/{folder}{file}\">"))), "{page}: {html}");
            assert!(site.has(&format!("{folder}{file}")), "{folder}{file}");
        }
        assert!(html.contains(&format!("<a href=\"/room/{folder}feed.xml\">")), "{page} has a link that a person sees");
    }
    let norway = site.page("actors/norway/feed.json");
    assert!(norway.contains("Norway and Sweden share the cost of the line."), "an entry is a sentence: {norway}");
    assert!(site.page("corrections/feed.xml").contains("<content>The pier is of &lt;stone&gt;.</content>"));
    let atom = site.page("feed.xml");
    assert!(atom.contains("<published>2026-03-01T00:00:00Z</published>") && atom.contains("<updated>2026-03-05T00:00:00Z</updated>"), "{atom}");
}

#[test]
fn what_has_no_date_is_in_no_feed_and_a_feed_without_entries_is_none() {
    let site = SiteTest::new(SMALL);
    site.build(BASE);
    assert!(!site.files().iter().any(|path| path.contains("feed")), "{:?}", site.files());
    for path in site.files().iter().filter(|path| path.ends_with(".html")) {
        assert!(!site.page(path).contains("feed.xml"), "{path}");
    }
    site.write("seeds/dated.md", "---\ndate: 2026-02-01\n---\n\n# A dated one\n\nDenmark waits.\n");
    site.build(BASE);
    assert_eq!(entries(&site, "feed.json").into_values().collect::<Vec<_>>(), ["A dated one"]);
    assert!(site.has("actors/denmark/feed.xml") && !site.has("actors/norway/feed.xml"));
    for path in site.files().iter().filter(|path| path.ends_with("feed.xml") || path.ends_with("feed.json")) {
        assert!(!site.page(path).contains("1970"), "{path}");
    }
}

#[test]
fn what_is_hidden_is_in_no_feed_and_no_list() {
    let site = dated();
    site.write("seeds/secret.txt", "A Secret Matter\n\nNorway wrote a secret note.\n");
    for hidden in ["status: draft", "status: withdrawn", "publish_from: 2027-01-01", "publish_until: 2026-01-01"] {
        site.write("content/briefings/secret.yaml", format!("date: 2026-03-02\ncorrections: [{{date: 2026-03-03, text: Secret.}}]\n{hidden}\n"));
        site.build(BASE);
        // The index of the search is no text; what stands in it is tested with it.
        for path in site.files().iter().filter(|path| !path.starts_with("search/") || path.ends_with(".html")) {
            assert!(!site.page(path).to_lowercase().contains("secret"), "{hidden}: {path}");
        }
    }
    // A draft that is shown to its author is still told to nobody.
    site.write("content/briefings/secret.yaml", "date: 2026-03-02\nstatus: draft\ncorrections: [{date: 2026-03-03, text: Secret.}]\n");
    site.build(&[BASE, &["--drafts"]].concat());
    assert!(site.has("briefings/secret/index.html"));
    for path in site.files().iter().filter(|path| path.contains("feed.") || path.ends_with("llms.txt")) {
        assert!(!site.page(path).to_lowercase().contains("secret"), "{path}");
    }
}

#[test]
fn a_new_title_slug_theme_or_repair_makes_no_new_entry_and_a_new_seed_adds_its_own_alone() {
    let site = dated();
    site.write("seeds/quay.txt", "The quay\n\nNorways minister met Sweden at the quay. Norway was glad.\n");
    site.write("content/briefings/quay.yaml", "date: 2026-02-01\n");
    site.build(BASE);
    let feeds = ["feed.json", "tags/ferries-ships/feed.json", "corrections/feed.json", "actors/norway/feed.json", "actors/sweden/feed.json"];
    let all = |site: &SiteTest| feeds.map(|path| entries(site, path));
    let ids = |all: &[BTreeMap<String, String>]| all.iter().map(|feed| feed.keys().cloned().collect::<Vec<_>>()).collect::<Vec<_>>();
    let before = all(&site);
    assert!(before.iter().all(|feed| !feed.is_empty()));

    site.write("content/briefings/quay.yaml", "date: 2026-02-01\ntitle: Another title\nslug: another-slug\nformer: [quay]\n");
    site.write("content/site.yaml", "title: Another name\ntheme: wire\nrestore: false\ncontact: desk@example.org\n");
    site.build(BASE);
    let after = all(&site);
    assert_eq!(ids(&before), ids(&after));
    assert!(after[0].values().any(|title| title == "Another title"), "the entry says what it is called now");

    site.write("seeds/new.md", "---\ndate: 2026-04-01\n---\n\n# New\n\nNorway came again.\n");
    site.build(BASE);
    for ((path, before), after) in feeds.iter().zip(&after).zip(all(&site)) {
        let added: Vec<&String> = after.keys().filter(|id| !before.contains_key(*id)).collect();
        let expected = usize::from(path.starts_with("feed") || path.contains("norway"));
        assert_eq!((added.len(), after.len()), (expected, before.len() + expected), "{path}: {added:?}");
        assert!(added.iter().all(|id| id.contains(":new")), "{path}: {added:?}");
    }
}

#[test]
fn the_plain_text_is_the_words_with_the_numbers_of_the_page() {
    let site = dated();
    site.build(BASE);
    let text = "\
Harbour Ferry to Resume in Spring

1. The harbour board of Port Halden said that the ferry would resume in spring. Mayor Ann Lindqvist told reporters that the pier was sound.

2. Norway and Sweden share the cost of the line. Lindqvist thanked both.

Q1. When does the ferry resume?

In spring, once the pier has been inspected.

Q2. Who pays for it?

Norway and Sweden share the cost.
";
    assert_eq!(site.page("briefings/ferry/index.txt"), text);
    let link = "<link rel=\"alternate\" type=\"text/plain\" href=\"/room/briefings/ferry/index.txt\">";
    assert!(site.page("briefings/ferry/index.html").contains(link));
    assert!(site.page("llms.txt").contains("- [Harbour Ferry to Resume in Spring](https://example.org/room/briefings/ferry/index.txt): 2026-03-01\n"));
    assert!(!site.page("sitemap.xml").contains(".txt"), "the same words are not listed twice");
}

#[test]
fn programs_find_what_they_ask_for_and_the_owners_files_stand_in_its_place() {
    let site = dated();
    site.build(&["--base-url", "https://example.org/"]);
    let security =
        "Contact: mailto:desk@example.org\nExpires: 2027-04-01T00:00:00Z\nPreferred-Languages: en\nCanonical: https://example.org/.well-known/security.txt\n";
    assert_eq!(site.page(".well-known/security.txt"), security, "within a year of the day of the build");
    let manifest: serde_json::Value = serde_json::from_str(&site.page("site.webmanifest")).unwrap();
    assert_eq!((&manifest["name"], &manifest["start_url"], &manifest["scope"]), (&"Halden & Room".into(), &"/".into(), &"/".into()));
    let icon = manifest["icons"][0]["src"].as_str().unwrap().trim_start_matches('/').to_owned();
    assert!(site.has(&icon) && site.page("index.html").contains(&format!("<link rel=\"icon\" type=\"image/svg+xml\" href=\"/{icon}\">")), "{icon}");
    assert!(site.page("index.html").contains("<link rel=\"manifest\" href=\"/site.webmanifest\">"));
    assert!(site.page("robots.txt").ends_with("\nSitemap: https://example.org/sitemap.xml\n"));
    let with_correction = "<loc>https://example.org/briefings/ferry/</loc>";
    assert!(site.page("sitemap.xml").contains(with_correction) && site.page("sitemap.xml").contains("2026-03-05"), "a correction is a change");

    for path in ["robots.txt", "site.webmanifest", "llms.txt"] {
        site.write(&format!("content/static/{path}"), "mine\n");
        site.build(&["--base-url", "https://example.org/"]);
        assert_eq!(site.page(path), "mine\n");
    }
    // The root of the host is not this site's; nobody is named who can be written to.
    site.build(BASE);
    assert!(!site.has(".well-known/security.txt"));
    site.write("content/site.yaml", "title: Halden Room\n");
    site.build(&["--base-url", "https://example.org/"]);
    assert!(!site.has(".well-known/security.txt"));
}

/// Whether a program answers; where `CI` is set it must.
fn is_there(what: &str, command: &mut Command) -> bool {
    let there = command.stdout(Stdio::null()).stderr(Stdio::null()).status().is_ok_and(|status| status.success());
    assert!(there || std::env::var_os("CI").is_none(), "{what} must be installed where CI is set");
    if !there {
        println!("{what} is not installed: the feeds were not read with it");
    }
    there
}

/// Feeds of the sample, and of texts that hold everything that markup must not.
fn sites_with_feeds() -> [SiteTest; 2] {
    let hostile = dated();
    hostile.write("seeds/bad.md", "---\ndate: 2026-02-01\ntags: ['a & \"b\" <c>']\n---\n\n# Bad ]]> & <b>\n\nNorway said \"]]>\" & <i>left</i> \u{1} \u{fffe} 中 عربى.\n\nNorway said \"]]>\" & <i>left</i>.\n\nNorway said \"]]>\" & <i>left</i>.\n");
    hostile.write("content/site.yaml", "title: 'A & <b> \"c\"'\ndescription: '<&>'\nlicence: '<x>'\nauthor: 'D & E'\n");
    [sample(), hostile]
}

#[test]
fn every_feed_is_valid_by_the_grammar_of_its_standard() {
    let folder = tempfile::tempdir().unwrap();
    let grammar = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/feeds/atom.rnc");
    std::fs::write(folder.path().join("entry.xml"), "<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>no id</title></feed>").unwrap();
    let mut probe = Command::new("jing");
    if !is_there("jing", probe.arg("-c").arg(&grammar).arg(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/feeds/good.xml"))) {
        return;
    }
    let refused = Command::new("jing").arg("-c").arg(&grammar).arg(folder.path().join("entry.xml")).output().unwrap();
    assert!(!refused.status.success(), "the grammar refuses what is no feed");
    for site in sites_with_feeds() {
        site.build(BASE);
        let public = site.root().join("public");
        let feeds: Vec<_> = files_below(&public).into_iter().filter(|path| path.ends_with("feed.xml")).map(|path| public.join(path)).collect();
        assert!(feeds.len() > 3);
        let run = Command::new("jing").arg("-c").arg(&grammar).args(&feeds).output().unwrap();
        assert!(run.status.success(), "{}{}", String::from_utf8_lossy(&run.stdout), String::from_utf8_lossy(&run.stderr));
    }
}

#[test]
fn a_reader_of_feeds_reads_every_feed_and_both_forms_tell_the_same() {
    let Some(python) = python("feedparser, jsonschema") else { return };
    for site in sites_with_feeds() {
        site.build(BASE);
        let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/feeds/read.py");
        let run = Command::new(&python).arg(script).arg(site.root().join("public")).output().unwrap();
        assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
        let read: serde_json::Value = serde_json::from_slice(&run.stdout).unwrap();
        assert!(read.as_object().unwrap().len() > 3, "{read}");
    }
}
