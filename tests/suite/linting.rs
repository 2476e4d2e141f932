//! What `check` looks for: of every rule three sites where it must fire and three look-alikes where it must not; levels; edits that mend.
//!
//! `tests/lint/CODE.txt` holds cases, each below a line `%% fires` or `%% quiet`: files as `SiteTest` reads them.

use crate::site_test::{SiteTest, files_below};
use chancery::build::{BuildOptions, Drafts};
use chancery::check::{self, fix};
use chancery::diagnostics::{Code, Diagnostics, EVERY_CODE, Severity};
use chancery::input::Inputs;
use chancery::model::Date;
use std::collections::BTreeSet;
use std::path::Path;

/// The files of a case, each from a line `=== path`.
fn files(case: &str) -> Vec<(String, String)> {
    let mut files: Vec<(String, String)> = Vec::new();
    for line in case.lines() {
        match line.strip_prefix("=== ") {
            Some(path) => files.push((path.to_owned(), String::new())),
            None => files.last_mut().unwrap_or_else(|| panic!("a line before the first file: {line}")).1.push_str(&format!("{line}\n")),
        }
    }
    files
}

fn findings(case: &str) -> Diagnostics {
    let files = files(case);
    let inputs = Inputs::from_files(files.iter().map(|(path, text)| (path.as_str(), text.as_bytes())));
    let options = BuildOptions { base_url: None, date: Date::parse("2026-06-01").unwrap(), drafts: Drafts::Hidden };
    check::check(&inputs, &options)
}

fn has(found: &Diagnostics, code: Code) -> bool {
    found.iter().any(|finding| finding.code == code)
}

#[test]
fn every_rule_fires_where_it_must_and_nowhere_else() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/lint");
    let mut faults = Vec::new();
    let mut rules = 0;
    for name in files_below(&folder) {
        let code = name
            .strip_suffix(".txt")
            .and_then(|name| EVERY_CODE.iter().find(|code| code.name() == name))
            .unwrap_or_else(|| panic!("{name} is a case of no code"));
        let text = std::fs::read_to_string(folder.join(&name)).unwrap();
        let mut counts = [0, 0];
        for (number, case) in text.split("%% ").filter(|case| !case.trim().is_empty()).enumerate() {
            let (kind, case) = case.split_once('\n').unwrap();
            let must = kind == "fires";
            counts[usize::from(must)] += 1;
            let found = findings(case);
            if has(&found, *code) != must {
                let said: Vec<String> = found.iter().map(|finding| format!("{}: {}", finding.code, finding.message)).collect();
                faults.push(format!("{code}, case {}: {kind} is not so; found {said:#?}", number + 1));
            }
        }
        assert!(counts.iter().all(|count| *count >= 3), "{name} has too few cases: {counts:?}");
        rules += 1;
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
    assert!(rules >= 20, "{rules}");
}

/// Everything that a rule of `check` says, and everything else that is no error and of which a seed's words are the cause.
#[test]
fn every_rule_of_check_has_its_cases() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let named_below = |folder: &str| -> Vec<Code> {
        let texts: String = files_below(&root.join(folder)).iter().map(|path| std::fs::read_to_string(root.join(folder).join(path)).unwrap()).collect();
        let is_named = |code: &&Code| texts.contains(&format!("Code::{code:?}"));
        EVERY_CODE.iter().filter(is_named).copied().collect()
    };
    let rules = named_below("src/check/rules");
    assert!(rules.len() >= 12, "{rules:?}");
    let reading = named_below("src/read").into_iter().filter(|code| code.severity() != Severity::Error && *code != Code::Encoding);
    for code in rules.into_iter().chain(reading) {
        assert!(root.join(format!("tests/lint/{code}.txt")).exists(), "{code}");
    }
}

/// Over every case: what findings mend themselves is mended at once, for good, and makes nothing worse.
#[test]
fn every_edit_is_made_once_and_leaves_a_site_that_builds() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/lint");
    let options = BuildOptions { base_url: None, date: Date::parse("2026-06-01").unwrap(), drafts: Drafts::Hidden };
    let mut mended = BTreeSet::new();
    let errors = |found: &Diagnostics| found.iter().filter(|finding| finding.severity == Severity::Error).count();
    for name in files_below(&root) {
        let text = std::fs::read_to_string(root.join(&name)).unwrap();
        for (number, case) in text.split("%% ").filter(|case| !case.trim().is_empty()).enumerate() {
            let files = files(case.split_once('\n').unwrap().1);
            let mut inputs = Inputs::from_files(files.iter().map(|(path, text)| (path.as_str(), text.as_bytes())));
            let before = check::check(&inputs, &options);
            mended.extend(before.iter().filter(|finding| finding.fix.is_some()).map(|finding| finding.code));
            for change in fix::fixes(&inputs, &before, fix::Seeds::Edited) {
                assert!(inputs.update(&change.path, change.after), "{name}, case {}", number + 1);
            }
            let after = check::check(&inputs, &options);
            assert!(errors(&after) <= errors(&before), "{name}, case {}: {after:#?}", number + 1);
            let again: Vec<String> = fix::fixes(&inputs, &after, fix::Seeds::Edited).into_iter().map(|change| change.path).collect();
            assert!(again.is_empty(), "{name}, case {}: {again:?} is mended twice", number + 1);
        }
    }
    assert_eq!(Vec::from_iter(mended), [Code::YamlUnknownKey, Code::Restored, Code::RestorationProposed]);
}

const DATED: &str = "=== seeds/a.txt\nThe Pier\n\nThe board met on Friday and decided nothing.\n\nThe town met on Monday, and it rained.\n";

#[track_caller]
fn levels(more: &str, expected: &[Severity]) {
    let found = findings(&format!("{more}{DATED}"));
    let levels: Vec<Severity> = found.iter().filter(|finding| finding.code == Code::RelativeDate).map(|finding| finding.severity).collect();
    assert_eq!(levels, expected, "{found:#?}");
}

#[test]
fn a_person_says_how_loud_a_finding_is() {
    use Severity::{Advice, Error, Warning};
    let site = |level: &str| format!("=== content/site.yaml\nlint: {{relative-date: {level}}}\n");
    let briefing = |level: &str| format!("=== content/briefings/a.yaml\nlint: {{relative-date: {level}}}\n");
    levels("", &[Advice, Advice]);
    levels(&site("allow"), &[]);
    levels(&site("warning"), &[Warning, Warning]);
    levels(&site("error"), &[Error, Error]);
    levels(&briefing("allow"), &[]);
    // The closest word wins.
    levels(&(site("error") + &briefing("advice")), &[Advice, Advice]);
    levels(&(site("allow") + &briefing("warning")), &[Warning, Warning]);
}

/// The id of the block that begins with these words, as its page shows it.
fn id_of(words: &str) -> String {
    let site = SiteTest::new(DATED);
    site.build(&[]);
    let page = site.page("briefings/a/index.html");
    let before = &page[..page.rfind(words).unwrap()];
    before[before.rfind(" id=\"").unwrap() + 5..].split('"').next().unwrap().to_owned()
}

#[test]
fn a_finding_is_allowed_in_one_block() {
    let briefing = |id: &str| format!("=== content/briefings/a.yaml\nlint: {{relative-date: [{id}]}}\n");
    levels(&briefing(&id_of("The board met on Friday")), &[Severity::Advice]);
    let found = findings(&format!("{}{DATED}", briefing("no-such-block")));
    assert!(found.iter().any(|finding| finding.code == Code::DanglingLink && finding.message.contains("no-such-block")), "{found:#?}");
}

#[test]
fn only_what_is_no_error_has_levels() {
    let found = findings(&format!("=== content/site.yaml\nlint: {{yaml-syntax: allow, no-such-code: allow}}\n{DATED}"));
    assert_eq!(found.iter().filter(|finding| matches!(finding.code, Code::BadSetting | Code::YamlValue)).count(), 2, "{found:#?}");
}

const DAMAGED: &str = "\
=== content/site.yaml
base_url: https://example.org/
=== content/briefings/a.yaml
# Mine.
titel: The Talks # to be corrected
date: 2026-01-02
=== content/actors/a.yaml
- name: Ann Lee
  knd: person
=== seeds/a.txt
The Talks

Irans foreign minister came to the talks on the nuclear program. Ann Lee was there.

FAQ

Who came to the talks

The foreign minister came
";

#[test]
fn safe_edits_are_shown_and_then_made_once() {
    let site = SiteTest::new(DAMAGED);
    let text = |path: &str| std::fs::read_to_string(site.root().join(path)).unwrap();
    let seed = text("seeds/a.txt");
    let shown = site.run(&["check", "--fix", "--dry-run"]);
    assert!(shown.stdout.contains("-titel: The Talks # to be corrected\n+title: The Talks # to be corrected\n"), "{}", shown.stdout);
    assert!(shown.stdout.contains("-  knd: person\n+  kind: person\n") && !shown.stdout.contains("seeds/a.txt"), "{}", shown.stdout);
    assert!(text("content/briefings/a.yaml").contains("titel"), "nothing is written with --dry-run");
    let fixed = site.run(&["check", "--fix"]);
    assert_eq!(fixed.status, 0, "{}", fixed.stderr);
    assert_eq!(text("content/briefings/a.yaml"), "# Mine.\ntitle: The Talks # to be corrected\ndate: 2026-01-02\n");
    assert_eq!(text("seeds/a.txt"), seed, "a seed is edited only with --fix-seeds");
    let shown = site.run(&["check", "--fix-seeds", "--dry-run"]);
    assert!(shown.stdout.contains("+Iran’s foreign minister"), "{}", shown.stdout);
    assert_eq!(site.run(&["check", "--fix-seeds"]).status, 0);
    assert!(text("seeds/a.txt").contains("Iran’s foreign") && text("seeds/a.txt").contains("Who came to the talks?\n"));
    let before = text("seeds/a.txt");
    let again = site.run(&["check", "--fix-seeds", "--dry-run"]);
    assert_eq!((again.stdout.as_str(), text("seeds/a.txt")), ("", before), "the second time nothing is left to be mended");
    site.build(&[]);
}

#[test]
fn mending_every_seed_of_the_tests_is_done_at_once_and_leaves_a_site_that_builds() {
    let site = SiteTest::new("");
    for folder in ["seeds", "tests/restoration", "tests/links"] {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
        for path in files_below(&folder).into_iter().filter(|path| path.ends_with(".txt") && !path.contains('/')) {
            site.write(&format!("seeds/{path}"), std::fs::read(folder.join(&path)).unwrap());
        }
    }
    let run = site.run(&["check", "--fix-seeds"]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    let again = site.run(&["check", "--fix-seeds", "--dry-run"]);
    assert_eq!(again.stdout, "");
    site.build(&[]);
}

#[test]
fn what_is_left_alone_is_not_mended() {
    let site = SiteTest::new(&DAMAGED.replace("date: 2026-01-02", "date: 2026-01-02\nlint: {restored: allow}"));
    site.run(&["check", "--fix"]);
    assert_eq!(site.run(&["check", "--fix-seeds", "--dry-run"]).stdout, "");
}

/// The first finding of a code.
#[track_caller]
fn finding(case: &str, code: Code) -> (Severity, String) {
    let found = findings(case);
    let finding = found.iter().find(|finding| finding.code == code).unwrap_or_else(|| panic!("{code} is not found: {found:#?}"));
    (finding.severity, finding.help.clone().unwrap_or_default())
}

#[test]
fn a_name_that_is_none_names_the_one_that_was_probably_meant() {
    let seed = |path: &str| format!("=== {path}\nThe Talks\n\nThe talks went on in Norway.\n");
    let two = format!("{}{}", seed("seeds/talks.txt"), seed("seeds/2026/canal.txt"));
    for (more, code, meant) in [
        (
            "=== content/briefings/tlaks.yaml\ntitle: T\n",
            Code::OrphanOverlay,
            "did you mean the seed `talks`? Then rename this file to `content/briefings/talks.yaml`",
        ),
        ("=== content/briefings/Talks.yaml\ntitle: T\n", Code::OrphanOverlay, "did you mean the seed `talks`?"),
        ("=== content/briefings/canal.yaml\ntitle: T\n", Code::OrphanOverlay, "did you mean the seed `2026/canal`?"),
        ("=== content/briefings/harbour.yaml\ntitle: T\n", Code::OrphanOverlay, "name the overlay like its seed, or remove it"),
        ("=== content/briefings/talks.yaml\nrelated: [2026/cnal]\n", Code::UnknownBriefing, "did you mean `2026/canal`?"),
        ("=== content/briefings/talks.yaml\ntranslation_of: canal\n", Code::UnknownBriefing, "did you mean `2026/canal`?"),
        ("=== content/briefings/talks.yaml\nactors: {is: {the host: norwey}}\n", Code::UnknownActor, "did you mean `norway`?"),
        ("=== content/briefings/talks.yaml\nstatus: publish\n", Code::YamlValue, "did you mean `published`?"),
        ("=== content/briefings/talks.yaml\ntitel: T\n", Code::YamlUnknownKey, "did you mean `title`?"),
        ("=== content/site.yaml\ntheme: wier\n", Code::ThemeUnknown, "did you mean `wire`?"),
        ("=== content/site.yaml\nlint: {relative-dates: allow}\n", Code::YamlValue, "did you mean `relative-date`?"),
    ] {
        let (severity, help) = finding(&format!("{two}{more}"), code);
        assert!(help.contains(meant), "{more}: {help}");
        // A translation stands for itself where its original is not, or not yet, published.
        let expected = if more.contains("translation_of") { Severity::Warning } else { code.severity() };
        assert_eq!(severity, expected, "{more}");
    }
}
