//! The manual says everything that the program can do: options, keys and codes are compared with the program itself.

use chancery::diagnostics::EVERY_CODE;
use std::collections::BTreeSet;
use std::path::Path;
use std::process::Command;

fn file(path: &str) -> String {
    std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

fn section<'a>(reference: &'a str, heading: &str) -> &'a str {
    let start = reference.find(&format!("\n## {heading}\n")).unwrap_or_else(|| panic!("no section {heading}")) + 1;
    let rest = &reference[start..];
    rest[3..].find("\n## ").map_or(rest, |end| &rest[..end + 3])
}

/// The keys that a reader of YAML asks for: literals of small letters that are the last argument of a call.
fn keys(path: &str) -> BTreeSet<String> {
    let text = file(path);
    let code = text.split("#[cfg(test)]").next().unwrap_or(&text);
    let mut keys = BTreeSet::new();
    for call in [".take(", ">(", ".node(", ".list(", "(keys, ", "_path(keys, ", "(file, keys, ", "(&mut keys, "] {
        for (at, _) in code.match_indices(call) {
            let Some(rest) = code[at + call.len()..].strip_prefix('"') else { continue };
            let Some((key, after)) = rest.split_once('"') else { continue };
            if after.starts_with(')') && !key.is_empty() && key.bytes().all(|b| b.is_ascii_lowercase() || b == b'_') {
                keys.insert(key.to_owned());
            }
        }
    }
    keys
}

#[track_caller]
fn all_named(section: &str, keys: &BTreeSet<String>, at_least: usize) {
    assert!(keys.len() >= at_least, "only {} keys were found in the code: {keys:?}", keys.len());
    let missing: Vec<&String> = keys.iter().filter(|key| !section.contains(&format!("`{key}`")) && !section.contains(&format!("`{key}:"))).collect();
    assert!(missing.is_empty(), "docs/reference.md does not name {missing:?}");
}

#[test]
fn every_setting_stands_in_the_manual() {
    all_named(section(&file("docs/reference.md"), "`content/site.yaml`"), &keys("src/input/settings.rs"), 13);
}

/// Of targets too, and the schema has the same keys.
#[test]
fn every_key_of_a_target_stands_in_the_manual_and_in_the_schema() {
    let code = file("src/input/deploy.rs");
    let listed = code.split_once("const TARGET_KEYS: &[&str] = &[").and_then(|(_, rest)| rest.split_once("];")).expect("the list of keys").0;
    let keys: BTreeSet<String> = listed.split(',').map(|key| key.trim().trim_matches('"').to_owned()).filter(|key| !key.is_empty()).collect();
    all_named(section(&file("docs/reference.md"), "`content/site.yaml`"), &keys, 6);
    let schema = Command::new(env!("CARGO_BIN_EXE_chancery")).args(["schema", "--print", "site"]).output().unwrap();
    let schema: serde_json::Value = serde_json::from_slice(&schema.stdout).unwrap();
    let properties = |name: &str| schema["definitions"][name]["properties"].as_object().unwrap().keys().cloned().collect::<BTreeSet<String>>();
    assert_eq!(properties("TargetValue"), keys);
    assert_eq!(properties("DeployValue"), BTreeSet::from(["default", "targets", "transfers"].map(str::to_owned)));
}

#[test]
fn every_key_of_an_overlay_stands_in_the_manual() {
    all_named(section(&file("docs/reference.md"), "Overlays and front matter"), &keys("src/read/overlay.rs"), 20);
}

#[test]
fn every_key_of_the_registry_stands_in_the_manual() {
    all_named(section(&file("docs/reference.md"), "Registry"), &keys("src/actors/registry.rs"), 12);
}

#[test]
fn every_key_of_a_page_stands_in_the_manual() {
    all_named(section(&file("docs/reference.md"), "Pages"), &keys("src/build/pages.rs"), 4);
}

#[test]
fn every_code_stands_in_the_manual_with_its_meaning() {
    let reference = file("docs/reference.md");
    let rows: Vec<&str> = section(&reference, "Diagnostics").lines().filter(|line| line.starts_with("| [`")).collect();
    let expected: Vec<String> = EVERY_CODE
        .iter()
        .map(|code| {
            let severity = code.severity().name();
            format!("| [`{code}`](codes.md#{code}) | {severity} | {} |", code.explanation())
        })
        .collect();
    assert!(rows == expected, "the table of codes in docs/reference.md is stale; it should be:\n{}", expected.join("\n"));
}

#[test]
fn every_option_stands_in_the_manual() {
    let reference = file("docs/reference.md");
    let commands = section(&reference, "Commands");
    let commands_of = |arguments: &[&str]| -> (BTreeSet<String>, Vec<String>) {
        let help = Command::new(env!("CARGO_BIN_EXE_chancery")).args(arguments).arg("--help").output().unwrap();
        let help = String::from_utf8(help.stdout).unwrap();
        assert!(help.contains("--root"), "{arguments:?} has no help: {help}");
        let options = help
            .split(|c: char| c.is_whitespace() || matches!(c, ',' | '`' | '[' | ']' | '.' | ';'))
            .filter(|word| word.starts_with("--") && word.len() > 3)
            .map(str::to_owned)
            .collect();
        let below = help.split("Commands:\n").nth(1).map(|rest| rest.split("\n\n").next().unwrap_or_default()).unwrap_or_default();
        let below = below.lines().filter(|line| line.starts_with("  ") && !line.starts_with("   ")).filter_map(|line| line.split_whitespace().next());
        (options, below.filter(|name| *name != "help").map(str::to_owned).collect())
    };
    let (_, names) = commands_of(&[]);
    assert!(names.len() >= 10, "{names:?}");
    for command in names {
        let (mut options, below) = commands_of(&[&command]);
        assert!(commands.contains(&format!("`chancery {command}")), "docs/reference.md does not name {command}");
        for inner in below {
            assert!(commands.contains(&format!("`chancery {command} {inner}")), "docs/reference.md does not name {command} {inner}");
            options.extend(commands_of(&[&command, &inner]).0);
        }
        for option in options {
            assert!(commands.contains(&format!("`{option}")), "docs/reference.md does not name {option} of {command}");
        }
    }
}

/// A small build says where `deploy` is to be had, and takes its settings as they are.
#[cfg(not(feature = "deploy"))]
#[test]
fn without_deploy_the_command_says_where_it_is_to_be_had() {
    let site = crate::site_test::SiteTest::new(crate::site_test::SMALL);
    site.write("content/site.yaml", "deploy:\n  targets:\n    live: {url: s3://bucket}\n");
    site.build(&[]);
    let run = site.run(&["deploy", "live", "--dry-run"]);
    assert!(run.status == 2 && run.stderr.contains("without `deploy`") && run.stderr.contains("--no-default-features"), "{}", run.stderr);
}
