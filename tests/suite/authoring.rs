//! `init`, `new`, `import`, `schema`, and what the program says of itself: a person's first minutes.

use crate::site_test::{CHANCERY, SMALL, SiteTest, files_below};
use std::collections::BTreeSet;
use std::io::Write;
use std::process::{Command, Stdio};

#[track_caller]
fn done(site: &SiteTest, arguments: &[&str]) -> String {
    let run = site.run(arguments);
    assert_eq!(run.status, 0, "{arguments:?}: {}", run.stderr);
    run.stdout
}

#[test]
fn a_new_site_builds_at_once_and_nothing_is_overwritten() {
    let site = SiteTest::new("");
    let made = done(&site, &["init"]);
    for path in ["content/site.yaml", "seeds/example.txt", "content/briefings/example.yaml", "README.md", ".gitignore", "content/.schema/site.json"] {
        assert!(made.lines().any(|line| line == path), "{path} is not in\n{made}");
    }
    let run = site.build(&["--strict", "--base-url", "https://example.org/"]);
    assert!(site.page("briefings/example/index.html").contains("winter ferry"), "{}", run.stderr);
    assert!(site.has("briefings/example/faq/index.html") && site.has("actors/norway/index.html"));

    site.write("README.md", "mine\n");
    site.remove("content/.schema/actor.json");
    assert_eq!(done(&site, &["init"]), "content/.schema/actor.json\n");
    assert_eq!(std::fs::read_to_string(site.root().join("README.md")).unwrap(), "mine\n");
    assert_eq!(done(&site, &["init"]), "");
}

#[test]
fn a_folder_with_seeds_gets_no_example() {
    let site = SiteTest::new(SMALL);
    let made = done(&site, &["init"]);
    assert!(!made.contains("example"), "{made}");
    site.build(&[]);
}

#[test]
fn init_makes_the_folder_that_it_is_given_and_a_dry_run_makes_none() {
    let site = SiteTest::new("");
    let diff = done(&site, &["init", "talks", "--dry-run"]);
    assert!(diff.contains("+++ content/site.yaml"), "{diff}");
    assert!(!site.root().join("talks").exists());
    done(&site, &["init", "talks"]);
    done(&site, &["build", "--root", "talks"]);
    assert!(site.root().join("talks/public/index.html").exists());
}

#[test]
fn a_new_briefing_is_a_draft_with_its_overlay() {
    let site = SiteTest::new(SMALL);
    let made = done(&site, &["new", "briefing", "Talks: the Pier “Reopens”"]);
    assert_eq!(made, "seeds/talks-the-pier-reopens.txt\ncontent/briefings/talks-the-pier-reopens.yaml\ncontent/.schema/briefing.json\n");
    site.build(&[]);
    assert!(!site.has("briefings/talks-the-pier-reopens/index.html"), "a draft is not published");
    site.build(&["--drafts"]);
    assert!(site.page("briefings/talks-the-pier-reopens/index.html").contains("Talks: the Pier “Reopens”"));
    let again = site.run(&["new", "briefing", "Talks: the Pier “Reopens”"]);
    assert_eq!(again.status, 1);
    assert!(again.stderr.contains("there is such a file already"), "{}", again.stderr);
}

#[test]
fn a_new_actor_is_curated_and_its_kind_is_given_or_guessed() {
    let site = SiteTest::new(SMALL);
    assert_eq!(done(&site, &["new", "actor", "Ann Lindqvist", "--kind", "person"]), "content/actors/ann-lindqvist.yaml\ncontent/.schema/actor.json\n");
    let run = site.run(&["new", "actor", "Ministry of Ferries of Norway"]);
    assert!(run.stderr.contains("a guess: office") || run.stderr.contains("a guess: organisation"), "{}", run.stderr);
    site.build(&[]);
    let entry = std::fs::read_to_string(site.root().join("content/actors/ann-lindqvist.yaml")).unwrap();
    assert!(entry.starts_with("# yaml-language-server: $schema=../.schema/actor.json\nid: ann-lindqvist\nname: Ann Lindqvist\nkind: person\n"), "{entry}");
    assert!(site.page("actors/ann-lindqvist/index.html").contains("Ann Lindqvist"));
}

#[test]
fn a_new_page_and_a_new_theme_are_taken_up_by_the_next_build() {
    let site = SiteTest::new(SMALL);
    assert_eq!(done(&site, &["new", "page", "About: us"]), "content/pages/about-us.md\n");
    done(&site, &["new", "theme", "harbour", "templates/base.html", "templates/actor.html", "static/style.css", "strings/en.ftl"]);
    site.write("content/site.yaml", "theme: harbour\nbase_url: https://example.org/\n");
    let run = site.build(&["--strict"]);
    assert!(site.page("about-us/index.html").contains("About: us"), "{}", run.stderr);
    for file in ["index.html", "actors/norway/index.html"] {
        assert!(!site.page(file).contains("From the default theme"), "a note in a template is not shown: {file}");
    }
    let wrong = site.run(&["new", "theme", "harbour2", "templates/none.html"]);
    assert!(wrong.status == 1 && wrong.stderr.contains("static/style.css"), "{}", wrong.stderr);
}

#[test]
fn texts_become_clean_seeds_that_build() {
    let site = SiteTest::new(SMALL);
    site.write("in/Talks at Sea.html", "<!doctype html><nav>x</nav><h1>Talks at Sea</h1><p>Norway and Sweden met.<script>1</script></p>");
    site.write("in/note.txt", b"\xff\xfeN\x00o\x00r\x00w\x00a\x00y\x00.\x00");
    let run = site.run(&["import", "in/Talks at Sea.html", "in/note.txt"]);
    assert_eq!((run.status, run.stdout.as_str()), (0, "seeds/talks-at-sea.md\nseeds/note.txt\n"), "{}", run.stderr);
    assert!(run.stderr.contains("left behind: 1 navigation, 1 script"), "{}", run.stderr);
    site.build(&[]);
    assert!(site.page("briefings/talks-at-sea/index.html").contains("Talks at Sea"));
    let again = site.run(&["import", "in/note.txt"]);
    assert!(again.status == 1 && again.stderr.contains("already"), "{}", again.stderr);

    let mut child = Command::new(CHANCERY).args(["import"]).current_dir(site.root()).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
    child.stdin.take().unwrap().write_all(b"A Pasted Briefing\n\nFinland joined the line.\n").unwrap();
    let output = child.wait_with_output().unwrap();
    assert_eq!(String::from_utf8(output.stdout).unwrap(), "seeds/a-pasted-briefing.txt\n");
}

/// The keys that a reader asks for stand in the schema, and the schema has no other.
#[test]
fn the_schemas_have_the_keys_that_are_read() {
    let site = SiteTest::new("");
    for (name, file, wrong) in [
        ("site", "content/site.yaml", "unknownkey: 1"),
        ("briefing", "content/briefings/a.yaml", "unknownkey: 1"),
        ("actor", "content/actors/a.yaml", "name: A\nunknownkey: 1"),
    ] {
        let schema: serde_json::Value = serde_json::from_str(&done(&site, &["schema", "--print", name])).unwrap();
        let properties = schema["properties"].as_object().or_else(|| schema["definitions"]["RegistryEntry"]["properties"].as_object());
        let known: BTreeSet<String> = properties.unwrap().keys().cloned().collect();
        let probe = SiteTest::new("=== seeds/a.txt\nA title\n\nNorway said so.\n");
        probe.write(file, wrong);
        let run = probe.run(&["check", "--format", "json"]);
        let findings: Vec<serde_json::Value> = serde_json::from_str(&run.stdout).unwrap();
        let help = findings.iter().find(|finding| finding["code"] == "yaml-unknown-key").unwrap()["help"].as_str().unwrap().to_owned();
        let read: BTreeSet<String> = help.trim_start_matches("the keys here are ").split(", ").map(str::to_owned).collect();
        assert_eq!(known, read, "{name}");
        for property in properties.unwrap().values() {
            let described = property["description"].is_string() || property["$ref"].is_string() || property["anyOf"].is_array() || property["allOf"].is_array();
            assert!(described, "{name}: {property}");
        }
    }
}

#[test]
fn schemas_completions_and_man_pages_are_written() {
    let site = SiteTest::new(SMALL);
    assert_eq!(done(&site, &["schema"]).lines().count(), 3);
    assert_eq!(done(&site, &["schema"]), "", "what is there already is not written again");
    site.build(&[]);
    for shell in ["bash", "zsh", "fish", "powershell"] {
        let script = done(&site, &["completions", shell]);
        assert!(script.contains("base-url") && script.contains("chancery"), "{shell}");
    }
    done(&site, &["man", "--output", "man"]);
    let pages = files_below(&site.root().join("man"));
    for page in ["chancery.1", "chancery-build.1", "chancery-new-briefing.1"] {
        assert!(pages.iter().any(|own| own == page), "{page} is not in {pages:?}");
    }
}

#[test]
fn every_code_is_explained() {
    let site = SiteTest::new("");
    assert!(done(&site, &["explain", "empty-section"]).contains("A heading has nothing under it"));
    assert!(done(&site, &["explain"]).lines().count() > 30);
    assert_eq!(site.run(&["explain", "nothing"]).status, 2);
}

#[test]
fn of_several_files_the_broken_one_is_named_and_the_others_are_imported() {
    let site = SiteTest::new("");
    site.write("in/report.docx", "no archive at all");
    site.write("in/note.txt", "A Note\n\nThe pier is sound.\n");
    let run = site.run(&["import", "in/report.docx", "in/note.txt"]);
    assert_eq!(run.status, 1, "{}", run.stderr);
    assert!(run.stderr.contains("`in/report.docx` was not imported: this document cannot be read"), "{}", run.stderr);
    assert!(site.root().join("seeds/note.txt").is_file() && !site.root().join("seeds/report.txt").exists());
}

#[test]
fn what_is_no_text_or_cut_off_is_refused_with_what_to_do() {
    let site = SiteTest::new("");
    let picture = [b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".as_slice(), &[0, 7, 9, 200].repeat(40)].concat();
    site.write("in/picture.txt", picture);
    site.write("in/con.txt", "A text under a name that Windows keeps.\n");
    site.write("in/empty.txt", " \n");
    for (file, said) in [("in/picture.txt", "it is no text"), ("in/con.txt", "Windows keeps"), ("in/empty.txt", "it holds no text")] {
        let run = site.run(&["import", file]);
        assert!(run.status == 1 && run.stderr.contains(said) && run.stderr.contains("  help: "), "{}", run.stderr);
        assert_eq!(run.stderr.matches(file).count(), 1, "a file is named once: {}", run.stderr);
    }
    assert!(!site.root().join("seeds").exists());
    let run = site.run(&["init", "in/con.txt"]);
    assert!(run.status != 0 && run.stderr.contains("is a file"), "{}", run.stderr);
    let run = site.run(&["new", "briefing", "CON"]);
    assert!(run.status == 1 && run.stderr.contains("Windows keeps it for itself"), "{}", run.stderr);
}

#[test]
fn a_build_says_how_many_drafts_it_left_out() {
    let site = SiteTest::new("=== seeds/a.txt\nThe Pier\n\nThe pier is sound.\n");
    done(&site, &["new", "briefing", "The Canal"]);
    assert!(site.build(&[]).stderr.contains("one briefing is a draft and was not built; `--drafts` shows it"));
    assert!(!site.build(&["--drafts"]).stderr.contains("draft and was not built"));
}
