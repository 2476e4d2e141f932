//! `docs/codes.md`: a section for each code, made of the table of codes, of what a person wrote about what to do, and of the case that provokes it.

use crate::diagnostics::{Case, WITHOUT_A_CASE, case};
use crate::expected;
use crate::site_test::SiteTest;
use chancery::diagnostics::{Code, EVERY_CODE, Severity};
use std::collections::BTreeMap;
use std::path::Path;

const HEAD: &str = "\
# What each code means

Every finding names a code: `warning[relative-date]`. `chancery explain CODE` prints what stands here. Errors have to be mended; everything else can be allowed, for the
whole site in `content/site.yaml`, for one briefing in its overlay, and for one block by its id, the end of its address.
";

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// What to do about each code, as a person wrote it.
fn what_to_do() -> BTreeMap<String, String> {
    let text = std::fs::read_to_string(root().join("src/diagnostics/what_to_do.md")).unwrap();
    let sections = text.split("\n## ").skip(1);
    sections.filter_map(|section| section.split_once('\n')).map(|(code, text)| (code.to_owned(), text.trim().to_owned())).collect()
}

/// Lines set in by four spaces, as Markdown shows them as they are.
fn set_in(text: &str) -> String {
    text.trim_end().lines().map(|line| if line.is_empty() { "\n".to_owned() } else { format!("    {line}\n") }).collect()
}

/// The case as a reader sees it: its files, the command, and the one finding.
fn example(code: Code, case: &Case) -> String {
    let mut text = String::new();
    let steps = format!("\n{}", case.files);
    for step in steps.split("\n=== ").skip(1) {
        let (path, bytes) = step.split_once('\n').unwrap_or((step, ""));
        let (bytes, then) = bytes.split_once("\n$ ").map_or((bytes, None), |(bytes, then)| (bytes, Some(then)));
        let shown = bytes.replace("\\b", "");
        text.push_str(&match (path.split_once(" -> "), path.strip_suffix(']').and_then(|path| path.split_once(" ["))) {
            (Some((link, target)), _) => format!("`{link}`, a symbolic link to `{target}`\n\n"),
            (_, Some((path, size))) => format!("`{path}`, a file of {size} bytes\n\n"),
            _ if shown.trim().is_empty() => format!("`{path}`, an empty file\n\n"),
            _ => format!("`{path}`:\n\n{}\n", set_in(&shown)),
        });
        if let Some(then) = then {
            let removed = then.split("\n--- ").nth(1).and_then(|rest| rest.lines().next());
            let command = then.lines().next().unwrap_or_default();
            text.push_str(
                &removed.map_or_else(|| format!("After `chancery {command}`:\n\n"), |gone| format!("After `chancery {command}`, `{gone}` is removed.\n\n")),
            );
        }
    }
    let mark = format!("[{code}]: ");
    let finding = case.said.split("\n\n").find(|finding| finding.lines().next().is_some_and(|line| line.contains(&mark)));
    let finding = finding.unwrap_or_else(|| panic!("tests/diagnostics/{code}.txt does not show {code}"));
    text.push_str(&format!("`chancery {}` says:\n\n{}\n", case.arguments, set_in(finding)));
    text
}

/// How it is allowed, as far as it can be.
fn allowing(code: Code, example: &str) -> String {
    if code.severity() == Severity::Error {
        return "An error cannot be allowed: it has to be mended first.\n".to_owned();
    }
    // Only what has a place in a seed belongs to a briefing and to a block of it.
    let places = example.lines().filter_map(|line| line.split_once("--> seeds/"));
    let in_a_briefing = places.into_iter().any(|(_, place)| place.ends_with(|c: char| c.is_ascii_digit()));
    let more = if in_a_briefing {
        format!(" The same in a briefing's overlay allows it there alone, and `{code}: [ID]` in the block that has this id.")
    } else {
        String::new()
    };
    format!("In `content/site.yaml`, `lint: {{{code}: allow}}` allows it for the whole site.{more}\n")
}

fn section(code: Code, what_to_do: &str) -> String {
    let example = case(code).map(|case| example(code, &case)).unwrap_or_default();
    let shown = if example.is_empty() { String::new() } else { format!("**Example.** {example}") };
    format!(
        "\n## {code}\n\n*{}.* {}\n\n**What to do.** {what_to_do}\n\n{shown}**To allow it.** {}",
        code.severity().name(),
        code.explanation(),
        allowing(code, &example)
    )
}

#[test]
fn the_page_of_codes_is_made_of_the_table() {
    let advice = what_to_do();
    let mut page = HEAD.to_owned();
    for code in EVERY_CODE {
        let advice = advice.get(code.name()).unwrap_or_else(|| panic!("src/diagnostics/what_to_do.md says nothing of {code}"));
        page.push_str(&section(*code, advice));
    }
    expected::compare(&root().join("docs/codes.md"), &page);
}

#[test]
fn nothing_is_said_of_a_code_that_is_none() {
    let names: Vec<&str> = EVERY_CODE.iter().map(|code| code.name()).collect();
    let advice = what_to_do();
    let stale: Vec<&String> = advice.keys().filter(|name| !names.contains(&name.as_str())).collect();
    assert!(stale.is_empty(), "{stale:?}");
    assert_eq!(advice.len(), names.len());
}

/// The section as it stands in the manual, for every code.
#[test]
fn explain_prints_the_section_of_a_code() {
    let site = SiteTest::new("");
    let manual = std::fs::read_to_string(root().join("docs/codes.md")).unwrap();
    for code in EVERY_CODE {
        let run = site.run(&["explain", code.name()]);
        assert_eq!(run.status, 0, "{}", run.stderr);
        let (heading, rest) = run.stdout.split_once('\n').unwrap();
        assert_eq!(heading, code.name());
        assert!(manual.contains(rest.trim()), "{}", run.stdout);
        let has_example = WITHOUT_A_CASE.iter().all(|(name, _)| *name != code.name());
        assert!(rest.contains("What to do.") && rest.contains("To allow it.") && rest.contains("Example.") == has_example, "{}", run.stdout);
    }
    let run = site.run(&["explain", "orphan-overlays"]);
    assert!(run.status != 0 && run.stderr.contains("did you mean `orphan-overlay`?"), "{}", run.stderr);
}
