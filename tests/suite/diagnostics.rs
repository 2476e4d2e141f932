//! Every diagnostic: one file with the site, the command, and the exact text shown.
//!
//! A case is `tests/diagnostics/CODE.txt`: files as `SiteTest` reads them, a line `$ arguments`, and below it what is said
//! on standard error. Bytes that a text file cannot hold are written as `\xNN` in a file's lines that begin with `\b`.

use crate::expected;
use crate::site_test::SiteTest;
use chancery::diagnostics::EVERY_CODE;
use std::path::{Path, PathBuf};

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/diagnostics")
}

/// Codes that no files in a folder can bring about, each with the reason.
const WITHOUT_A_CASE: &[(&str, &str)] = &[
    ("file-unreadable", "needs a file that the machine refuses to read; tests may run as root, who reads all"),
    ("file-too-large", "needs a file of 64 MiB"),
    ("link-outside", "needs a symbolic link; tested in `building`"),
    ("restored", "is a note of `check`; tested in `building`"),
    ("external-link", "needs another site; tested in `external`"),
    ("search-index", "needs a library that fails"),
    ("address-dropped", "needs two builds; tested in `building`"),
];

#[test]
fn every_code_is_shown_as_expected() {
    let mut faults = Vec::new();
    for code in EVERY_CODE {
        if WITHOUT_A_CASE.iter().any(|(name, _)| *name == code.name()) {
            continue;
        }
        let path = folder().join(format!("{code}.txt"));
        let Ok(case) = std::fs::read_to_string(&path) else {
            faults.push(format!("{code}: there is no case {}", path.display()));
            continue;
        };
        let (files, rest) = case.split_once("\n$ ").expect("a case has a line `$ arguments`");
        let (arguments, _) = rest.split_once('\n').unwrap_or((rest, ""));
        let site = SiteTest::new("");
        write_files(&site, files);
        let run = site.run(&arguments.split_whitespace().collect::<Vec<_>>());
        if !run.stderr.contains(&format!("[{code}]")) {
            faults.push(format!("{code}: not reported:\n{}", run.stderr));
        }
        let must_fail = code.severity() == chancery::diagnostics::Severity::Error;
        if must_fail != (run.status == 1) {
            faults.push(format!("{code}: exit status {}", run.status));
        }
        expected::compare(&path, &format!("{files}\n$ {arguments}\n{}", without_times(&run.stderr)));
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// `in 12 ms` as `in TIME`: how long a run took is its own.
fn without_times(said: &str) -> String {
    let mut words: Vec<&str> = said.split(' ').collect();
    for at in 2..words.len() {
        let unit = words[at].trim_end_matches([';', ',', '\n']);
        if matches!(unit, "ms" | "s") && matches!(words[at - 2], "in" | "took") && words[at - 1].starts_with(|c: char| c.is_ascii_digit()) {
            words[at - 1] = "TIME";
            words[at] = &words[at][unit.len()..];
        }
    }
    words.join(" ")
}

#[test]
fn no_case_is_left_over() {
    for entry in std::fs::read_dir(folder()).unwrap() {
        let name = entry.unwrap().file_name().to_string_lossy().into_owned();
        let code = name.strip_suffix(".txt").unwrap_or(&name);
        assert!(EVERY_CODE.iter().any(|known| known.name() == code), "{name} is a case of no code");
    }
}

#[test]
fn every_code_says_what_it_means() {
    for code in EVERY_CODE {
        assert!(code.explanation().len() > 20 && code.explanation().ends_with('.'), "{code}");
    }
}

fn write_files(site: &SiteTest, files: &str) {
    let mut path: Option<String> = None;
    let mut bytes: Vec<u8> = Vec::new();
    for line in files.lines().chain(["=== "]) {
        if let Some(next) = line.strip_prefix("=== ") {
            if let Some(path) = path.replace(next.to_owned()) {
                site.write(&path, &bytes);
            }
            bytes.clear();
        } else if let Some(coded) = line.strip_prefix("\\b") {
            let mut rest = coded;
            while let Some(c) = rest.chars().next() {
                match rest.strip_prefix("\\x") {
                    Some(hex) => {
                        bytes.push(u8::from_str_radix(&hex[..2], 16).unwrap());
                        rest = &hex[2..];
                    }
                    None => {
                        bytes.extend_from_slice(c.to_string().as_bytes());
                        rest = &rest[c.len_utf8()..];
                    }
                }
            }
            bytes.push(b'\n');
        } else {
            bytes.extend_from_slice(line.as_bytes());
            bytes.push(b'\n');
        }
    }
}
