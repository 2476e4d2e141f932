//! `chancery build`: what it makes, what it leaves alone, and what it refuses.

use crate::site_test::{SMALL, SiteTest, files_below};
use std::collections::BTreeMap;
use std::path::Path;

fn snapshot(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    files_below(folder).into_iter().map(|path| (path.clone(), std::fs::read(folder.join(&path)).unwrap())).collect()
}

fn times(folder: &Path) -> BTreeMap<String, std::time::SystemTime> {
    files_below(folder).into_iter().map(|path| (path.clone(), std::fs::metadata(folder.join(&path)).unwrap().modified().unwrap())).collect()
}

#[test]
fn one_seed_and_nothing_else_makes_a_complete_site() {
    let site = SiteTest::new(SMALL);
    site.build(&[]);
    for path in [
        "index.html",
        "briefings/index.html",
        "briefings/ferry/index.html",
        "briefings/ferry/faq/index.html",
        "actors/index.html",
        "actors/norway/index.html",
        "404.html",
        "robots.txt",
    ] {
        assert!(site.has(path), "{path} is missing from {:#?}", site.files());
    }
    for path in ["sitemap.xml", "feed.xml"] {
        assert!(!site.has(path), "{path} needs an address that nobody gave");
    }
}

#[test]
fn a_base_url_gives_canonical_addresses_a_sitemap_and_a_feed_of_dated_briefings() {
    let site = SiteTest::new(SMALL);
    site.write("content/briefings/ferry.yaml", "date: 2026-03-01\n");
    site.build(&["--base-url", "https://example.org/repo"]);
    let article = site.page("briefings/ferry/index.html");
    assert!(article.contains(r#"<link rel="canonical" href="https://example.org/repo/briefings/ferry/">"#), "{article}");
    assert!(article.contains(r#"href="/repo/briefings/ferry/faq/""#), "{article}");
    assert!(site.page("sitemap.xml").contains("<loc>https://example.org/repo/briefings/ferry/</loc>"));
    let feed = site.page("feed.xml");
    assert!(feed.contains("2026-03-01T00:00:00"), "{feed}");
}

#[test]
fn a_build_in_which_nothing_changed_touches_no_file() {
    let site = SiteTest::new(SMALL);
    site.build(&[]);
    let before = times(&site.root().join("public"));
    let run = site.build(&[]);
    assert!(run.stderr.contains("nothing changed"), "{}", run.stderr);
    assert_eq!(times(&site.root().join("public")), before);
}

#[test]
fn only_files_whose_bytes_changed_are_written_again() {
    let site = SiteTest::new(SMALL);
    site.write("seeds/other.txt", "A note on Finland\n\nFinland joined the line in 2020. It has two boats there.\n");
    site.build(&[]);
    let before = times(&site.root().join("public"));
    site.write("seeds/other.txt", "A note on Finland\n\nFinland joined the line in 2021. It has two boats there.\n");
    site.build(&[]);
    let after = times(&site.root().join("public"));
    assert_ne!(before["briefings/other/index.html"], after["briefings/other/index.html"]);
    assert_eq!(before["briefings/ferry/index.html"], after["briefings/ferry/index.html"]);
    assert_eq!(before["briefings/ferry/faq/index.html"], after["briefings/ferry/faq/index.html"]);
}

#[test]
fn an_incremental_build_gives_the_bytes_of_a_clean_one() {
    let site = SiteTest::new(SMALL);
    site.write("seeds/other.txt", "A note on Finland\n\nFinland joined the line in 2020.\n");
    site.build(&[]);
    site.write("seeds/other.txt", "A note on Denmark\n\nDenmark joined the line in 2020, and Ann Lindqvist was there.\n");
    site.write("content/briefings/ferry.yaml", "date: 2026-03-01\ntags: [Transport]\n");
    site.build(&[]);
    site.remove("seeds/other.txt");
    site.build(&[]);
    let incremental = snapshot(&site.root().join("public"));
    std::fs::remove_dir_all(site.root().join("public")).unwrap();
    std::fs::remove_dir_all(site.root().join(".chancery")).unwrap();
    site.build(&[]);
    assert_eq!(snapshot(&site.root().join("public")), incremental);
}

/// The cache holds the site before the last one, which the next build mends and puts in place: nothing that happens to it reaches a reader.
#[test]
#[cfg(unix)]
fn what_is_kept_of_the_site_before_the_last_one_may_be_spoiled_at_any_time() {
    fn append(path: &Path) {
        use std::io::Write;
        std::fs::File::options().append(true).open(path).unwrap().write_all(b"more").unwrap();
    }
    fn replace(path: &Path) {
        std::fs::write(path.with_extension("new"), "another").unwrap();
        std::fs::rename(path.with_extension("new"), path).unwrap();
    }
    let article = "briefings/ferry/index.html";
    type Spoil = fn(&Path, &Path, &str);
    let cases: [(&str, Spoil); 9] = [
        ("nothing", |_, _, _| {}),
        ("it is gone", |before, _, _| std::fs::remove_dir_all(before).unwrap()),
        ("a file of it is gone", |before, _, article| std::fs::remove_file(before.join(article)).unwrap()),
        ("a file was put into it", |before, _, _| std::fs::write(before.join("briefings/mine.html"), "x").unwrap()),
        ("a folder was put into it", |before, _, _| std::fs::create_dir(before.join("mine")).unwrap()),
        ("a file of it was replaced", |before, _, article| replace(&before.join(article))),
        ("a file that it shares with the output was written to", |before, _, article| append(&before.join(article))),
        ("a file of the output was written to", |_, output, article| append(&output.join(article))),
        ("a file of the output was replaced", |_, output, article| replace(&output.join(article))),
    ];
    for (name, spoil) in cases {
        let site = SiteTest::new(SMALL);
        for year in 0..3 {
            site.write("seeds/other.txt", format!("A note on Finland\n\nFinland joined the line in 202{year}.\n"));
            site.build(&[]);
        }
        let kept: Vec<std::path::PathBuf> = std::fs::read_dir(site.root().join(".chancery")).unwrap().map(|entry| entry.unwrap().path()).collect();
        let before = kept.iter().find(|path| path.is_dir()).expect("the site before the last one is kept");
        assert!(before.join(article).is_file());
        spoil(before, &site.root().join("public"), article);
        site.write("seeds/more.txt", "A note on Denmark\n\nDenmark and Finland joined the line in 2020.\n");
        site.remove("seeds/other.txt");
        site.build(&[]);
        let incremental = snapshot(&site.root().join("public"));
        std::fs::remove_dir_all(site.root().join("public")).unwrap();
        std::fs::remove_dir_all(site.root().join(".chancery")).unwrap();
        site.build(&[]);
        let clean = snapshot(&site.root().join("public"));
        let differing: Vec<&String> = clean.keys().chain(incremental.keys()).filter(|path| clean.get(*path) != incremental.get(*path)).collect();
        assert!(differing.is_empty(), "{name}: {differing:?}");
    }
}

/// What is done to a site, in words and in deed.
type Edit = (&'static str, fn(&SiteTest));

/// After a small change only the links that it can have broken are followed: also those of pages that were not made again.
#[test]
fn a_link_that_an_edit_elsewhere_breaks_is_found() {
    let site = SiteTest::new(SMALL);
    site.write("seeds/other.txt", "A note on Finland\n\nFinland joined the line in 2020.\n\nIt has two boats.\n");
    site.write("content/static/boat.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>");
    site.build(&[]);
    let page = site.page("briefings/other/index.html");
    let id = page.split("id=\"finland-").nth(1).and_then(|rest| rest.split('"').next()).map(|rest| format!("finland-{rest}")).expect("a paragraph has an id");
    site.write("content/pages/about.md", format!("# About\n\n[A paragraph](/briefings/other/#{id}), ![a boat](/boat.svg)\n"));
    site.build(&[]);
    let edits: [Edit; 3] = [
        ("the paragraph has other words", |site| site.write("seeds/other.txt", "A note on Finland\n\nIceland left the line in 2021.\n\nIt has two boats.\n")),
        ("the briefing is gone", |site| site.remove("seeds/other.txt")),
        ("the picture is gone", |site| site.remove("content/static/boat.svg")),
    ];
    for (name, edit) in edits {
        let kept: Vec<(&str, Vec<u8>)> =
            ["seeds/other.txt", "content/static/boat.svg"].into_iter().map(|path| (path, std::fs::read(site.root().join(path)).unwrap())).collect();
        edit(&site);
        let run = site.run(&["build"]);
        assert!(run.status == 1 && run.stderr.contains("[dangling-link]") && run.stderr.contains("`/about/`"), "{name}: {}", run.stderr);
        for (path, bytes) in kept {
            site.write(path, bytes);
        }
        site.build(&[]);
    }
}

#[test]
fn a_file_that_chancery_did_not_write_stops_the_build_and_force_keeps_it() {
    let site = SiteTest::new(SMALL);
    site.write("public/mine.txt", "keep me");
    let run = site.run(&["build"]);
    assert_eq!(run.status, 1);
    assert!(run.stderr.contains("foreign-file") && run.stderr.contains("--force"), "{}", run.stderr);
    assert_eq!(site.files(), ["mine.txt"]);
    site.build(&["--force"]);
    assert_eq!(site.page("mine.txt"), "keep me");
    assert!(site.has("index.html"));
}

#[test]
fn a_failed_build_leaves_the_old_site_as_it_was() {
    let site = SiteTest::new(SMALL);
    site.build(&[]);
    let before = snapshot(&site.root().join("public"));
    site.write("content/briefings/ferry.yaml", "slug: ../../up\n");
    site.write("content/briefings/nobody.yaml", "title: x\n");
    let run = site.run(&["build"]);
    assert_eq!(run.status, 1);
    for code in ["address-invalid", "orphan-overlay"] {
        assert!(run.stderr.contains(code), "both faults are reported: {}", run.stderr);
    }
    assert_eq!(snapshot(&site.root().join("public")), before);
    assert_eq!(files_below(site.root()).iter().filter(|path| path.contains("staging")).count(), 0);
}

#[test]
fn a_briefing_that_is_gone_takes_its_pages_with_it() {
    let site = SiteTest::new(SMALL);
    site.write("seeds/other.txt", "A note on Finland\n\nFinland joined the line in 2020.\n");
    site.build(&[]);
    assert!(site.has("actors/finland/index.html"));
    site.remove("seeds/other.txt");
    site.build(&[]);
    assert!(!site.has("briefings/other/index.html") && !site.has("actors/finland/index.html"));
}

#[test]
fn what_is_hidden_is_hidden_everywhere() {
    for (overlay, flags, shown) in [
        ("status: draft\n", &[][..], false),
        ("status: draft\n", &["--drafts"][..], true),
        ("status: withdrawn\n", &["--drafts"][..], false),
        ("publish_from: 2026-06-02\n", &[][..], false),
        ("publish_from: 2026-06-01\n", &[][..], true),
        ("publish_until: 2026-05-31\n", &[][..], false),
    ] {
        let site = SiteTest::new(SMALL);
        site.write("seeds/secret.txt", "Finland Prepares a Lighthouse\n\nFinland joined the line in 2020, with Norway.\n");
        site.write("content/briefings/secret.yaml", overlay.to_owned() + "date: 2026-01-01\ntags: [Lighthouses]\n");
        site.build(&[&["--base-url", "https://example.org/"], flags].concat());
        let mentioned: Vec<String> =
            site.files().into_iter().filter(|path| site.page(path).contains("ighthouse") || site.page(path).contains("finland")).collect();
        assert_eq!(!mentioned.is_empty(), shown, "{overlay:?} {flags:?}: {mentioned:?}");
    }
}

#[test]
fn two_claims_to_one_address_are_an_error() {
    let site = SiteTest::new(SMALL);
    site.write("seeds/other.txt", "A note on Finland\n\nFinland joined.\n");
    site.write("content/briefings/other.yaml", "slug: ferry\n");
    let run = site.run(&["build"]);
    assert_eq!(run.status, 1);
    assert!(run.stderr.contains("address-taken") && run.stderr.contains("/briefings/ferry/"), "{}", run.stderr);
}

#[test]
fn a_former_slug_redirects() {
    let site = SiteTest::new(SMALL);
    site.write("content/briefings/ferry.yaml", "slug: harbour/ferry\nformer: [ferry]\n");
    site.build(&[]);
    assert!(site.page("briefings/ferry/index.html").contains("/briefings/harbour/ferry/"));
    assert!(site.page("briefings/ferry/faq/index.html").contains("/briefings/harbour/ferry/faq/"));
}

#[test]
fn an_empty_folder_says_what_to_do() {
    let site = SiteTest::new("");
    let run = site.run(&["build"]);
    assert_eq!(run.status, 1);
    assert!(run.stderr.contains("no-seeds") && run.stderr.contains("help:"), "{}", run.stderr);
    assert!(!site.has("index.html"));
}

#[test]
fn bad_usage_is_status_two() {
    let site = SiteTest::new(SMALL);
    for arguments in [&["build", "--date", "yesterday"][..], &["build", "--nothing"], &["fly"]] {
        assert_eq!(site.run(arguments).status, 2, "{arguments:?}");
    }
}

#[test]
fn warnings_fail_a_strict_run() {
    let site = SiteTest::new(SMALL);
    assert_eq!(site.run(&["check"]).status, 0);
    assert_eq!(site.run(&["check", "--strict"]).status, 1);
    assert_eq!(site.run(&["check", "--strict", "--base-url", "https://example.org/"]).status, 0);
}

#[test]
fn the_number_of_threads_and_the_order_of_files_change_no_byte() {
    let site = SiteTest::new(SMALL);
    for number in 0..30 {
        site.write(
            &format!("seeds/n{number}.txt"),
            format!(
                "Note {number} on Finland\n\nFinland and Norway met in 20{number:02}. Ann Lindqvist of the Harbour Council told reporters that it was cold.\n"
            ),
        );
    }
    site.build(&["--output", "one"]);
    let run = std::process::Command::new(crate::site_test::CHANCERY)
        .args(["build", "--date", "2026-06-01", "--output", "two", "--quiet"])
        .env("RAYON_NUM_THREADS", "1")
        .env("LC_ALL", "tr_TR.UTF-8")
        .env("TZ", "Asia/Tehran")
        .current_dir(site.root())
        .status()
        .unwrap();
    assert!(run.success());
    assert_eq!(snapshot(&site.root().join("one")), snapshot(&site.root().join("two")));
}

/// No sequence of edits leaves a page that a clean build would make otherwise: seeds, overlays, registry, settings, pages and
/// drafts, in an order that a fixed generator chooses.
#[test]
fn after_any_edits_the_output_is_that_of_a_clean_build() {
    let site = SiteTest::new(SMALL);
    let people = ["Ann Lindqvist", "Karl Berg", "Eva Stenmark", "Nils Dahl"];
    let states = ["Norway", "Sweden", "Finland", "Denmark", "Iceland"];
    let mut state: u64 = 2026;
    let mut next = |most: usize| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(state >> 33).unwrap() % most
    };
    for step in 0..24 {
        let number = next(5);
        match next(8) {
            0..=2 => site.write(
                &format!("seeds/n{number}.txt"),
                format!(
                    "Note {} on {}\n\nDirector {} of the {} Council told reporters that {} would pay.\n\nFAQ\n\nWho pays?\n\n{} pays.\n",
                    next(9),
                    states[next(5)],
                    people[next(4)],
                    states[next(5)],
                    states[next(5)],
                    states[next(5)]
                ),
            ),
            3 => site.write(
                "content/actors/a.yaml",
                format!("id: lindqvist\nname: {}\nkind: person\naliases: [Ann Lindqvist]\nsummary: Of step {step}.\naffiliations: [norway]\n", people[next(4)]),
            ),
            4 => site.write(
                "content/briefings/ferry.yaml",
                format!("tags: [{}]\ndate: 2026-0{}-01\ntitle: The Ferry of {}\n", ["Ports", "ports", "Ferries"][next(3)], 1 + next(6), states[next(5)]),
            ),
            5 => site.write("content/site.yaml", format!("title: Room {}\nlinks: {}\n", next(3), ["all", "first-in-block", "first-on-page"][next(3)])),
            6 => site.write("content/pages/about.md", format!("# About {}\n\nOf {}.\n", next(3), states[next(5)])),
            _ => site.write("content/briefings/ferry.yaml", format!("status: {}\n", ["draft", "published"][next(2)])),
        }
        site.build(&[]);
        let clean = tempfile::tempdir().unwrap();
        for folder in ["seeds", "content"] {
            for path in files_below(&site.root().join(folder)) {
                let to = clean.path().join(folder).join(&path);
                std::fs::create_dir_all(to.parent().unwrap()).unwrap();
                std::fs::copy(site.root().join(folder).join(&path), to).unwrap();
            }
        }
        let built = std::process::Command::new(crate::site_test::CHANCERY)
            .args(["build", "--quiet", "--date", "2026-06-01"])
            .current_dir(clean.path())
            .status()
            .unwrap();
        assert!(built.success());
        let (incremental, whole) = (snapshot(&site.root().join("public")), snapshot(&clean.path().join("public")));
        let differing: Vec<&String> = whole.keys().chain(incremental.keys()).filter(|path| whole.get(*path) != incremental.get(*path)).collect();
        assert!(differing.is_empty(), "after step {step}: {differing:?}");
    }
}

#[test]
fn an_address_that_goes_is_said_with_the_line_that_keeps_it() {
    let site = SiteTest::new(SMALL);
    site.build(&[]);
    site.write("content/briefings/ferry.yaml", "slug: harbour-ferry\n");
    let run = site.build(&[]);
    assert!(run.stderr.contains("[address-dropped]") && run.stderr.contains("former: [ferry]"), "{}", run.stderr);
    assert!(!site.build(&[]).stderr.contains("[address-dropped]"), "it is said once");
    site.write("content/briefings/ferry.yaml", "slug: harbour-ferry\nformer: [ferry]\n");
    site.build(&[]);
    assert!(site.has("briefings/ferry/index.html"));
}

#[test]
fn check_lists_each_restoration_at_its_place_and_writes_nothing() {
    let site = SiteTest::new(SMALL);
    site.write("seeds/b.txt", "The Pier\n\nThe mayor spoke at the pier in the rain.\n\nFAQ\n\nWhy did the ferry stop\n\nThe pier was not sound.\n");
    let run = site.run(&["check"]);
    assert!(run.stderr.contains("note[restored]") && run.stderr.contains("seeds/b.txt:7:23"), "{}", run.stderr);
    let json: serde_json::Value = serde_json::from_str(&site.run(&["check", "--format", "json"]).stdout).unwrap();
    assert!(json.as_array().unwrap().iter().any(|row| row["code"] == "restored" && row["line"] == 7), "{json:#}");
    site.write("content/site.yaml", "restore: false\n");
    assert!(!site.run(&["check"]).stderr.contains("[restored]"));
    assert!(!site.has("index.html"));
}

#[test]
#[cfg(unix)]
fn a_symbolic_link_is_not_followed_out_of_the_site() {
    let site = SiteTest::new(SMALL);
    let outside = tempfile::tempdir().unwrap();
    std::fs::write(outside.path().join("secret.txt"), "Secret of Iceland\n\nIceland has a secret.\n").unwrap();
    std::os::unix::fs::symlink(outside.path().join("secret.txt"), site.root().join("seeds/link.txt")).unwrap();
    std::os::unix::fs::symlink(outside.path(), site.root().join("seeds/folder")).unwrap();
    let run = site.build(&[]);
    assert!(run.stderr.contains("[link-outside]"), "{}", run.stderr);
    assert!(!site.files().iter().any(|path| path.contains("iceland") || path.contains("link")));
}

#[test]
fn an_overlay_wins_over_front_matter_also_where_it_says_what_holds_anyway() {
    let site = SiteTest::new(SMALL);
    site.write("seeds/note.md", "---\ntitle: A Note\nstatus: draft\n---\n\nFinland joined the line.\n");
    site.build(&[]);
    assert!(!site.has("briefings/note/index.html"));
    site.write("content/briefings/note.yaml", "status: published\n");
    site.build(&[]);
    assert!(site.has("briefings/note/index.html"));
}

#[test]
fn an_output_folder_that_holds_the_sources_is_refused() {
    let site = SiteTest::new(SMALL);
    let before = snapshot(site.root());
    for output in [".", "seeds", "seeds/public", "content/new", "..", "public/../seeds"] {
        let run = site.run(&["build", "--force", "--output", output]);
        assert_eq!(run.status, 1, "{output}: {}", run.stderr);
        assert!(run.stderr.contains("help:"), "{output}: {}", run.stderr);
    }
    assert_eq!(snapshot(site.root()), before);
}

/// No sitemap may list more than 50,000 addresses: a larger site gets an index and parts, which list each page once.
#[test]
#[ignore = "builds 25,200 briefings, which takes minutes where nothing is optimised: the stage `large deploys and sitemaps` of .ci/full runs it"]
fn a_sitemap_of_more_than_fifty_thousand_addresses_is_split() {
    let site = SiteTest::new("=== content/site.yaml\nbase_url: https://example.org/repo/\ndetected: false\n");
    for number in 0..25_200 {
        let text =
            format!("Pier {number} to Be Painted\n\nThe pier would be painted, the board said.\n\nFAQ\n\nWhen is pier {number} painted?\n\nIn spring.\n");
        site.write(&format!("seeds/pier-{number}.txt"), text);
    }
    site.build(&["--quiet"]);
    let locations = |path: &str| -> Vec<String> {
        let text = site.page(path);
        text.split("<loc>").skip(1).map(|rest| rest.split("</loc>").next().unwrap().to_owned()).collect()
    };
    assert_eq!(locations("sitemap.xml"), ["https://example.org/repo/sitemap-1.xml", "https://example.org/repo/sitemap-2.xml"]);
    let (first, second) = (locations("sitemap-1.xml"), locations("sitemap-2.xml"));
    assert!(first.len() == 50_000 && second.len() > 400, "{} and {}", first.len(), second.len());
    let listed: std::collections::BTreeSet<String> = first.into_iter().chain(second).collect();
    for number in [0, 12_345, 25_199] {
        for page in ["", "faq/"] {
            let address = format!("https://example.org/repo/briefings/pier-{number}/{page}");
            assert!(listed.contains(&address), "{address} is listed");
        }
    }
    let pages = site.files().iter().filter(|path| path.ends_with("index.html")).count();
    assert_eq!(listed.len(), pages, "each page is listed once");
    assert!(site.page("robots.txt").contains("Sitemap: https://example.org/repo/sitemap.xml"));
}
