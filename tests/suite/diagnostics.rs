//! Every diagnostic: one file with the site, the command, and the exact text shown.
//!
//! A case is `tests/diagnostics/CODE.txt`: files as `SiteTest` reads them, a line `$ arguments`, and below it what is said
//! on standard error. Bytes that a text file cannot hold are written as `\xNN` in a file's lines that begin with `\b`, and in its path. `=== path -> target` is a
//! symbolic link, `=== path [SIZE]` an empty file of that size, `--- path` removes a file, and an earlier line `$ arguments` is run on what stands above it.

use crate::expected;
use crate::site_test::SiteTest;
use chancery::diagnostics::{Code, EVERY_CODE};
use std::path::{Path, PathBuf};

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/diagnostics")
}

/// Codes that no files in a folder can bring about, each with the reason.
pub const WITHOUT_A_CASE: &[(&str, &str)] = &[("search-index", "needs a library that fails")];

/// A case as it stands in its file.
pub struct Case {
    /// What is there before the command is run.
    pub files: String,
    /// The command, without the program's name.
    pub arguments: String,
    /// What was said.
    pub said: String,
}

/// The case of a code.
pub fn case(code: Code) -> Option<Case> {
    let text = std::fs::read_to_string(folder().join(format!("{code}.txt"))).ok()?;
    let (files, rest) = text.rsplit_once("\n$ ").unwrap_or_else(|| panic!("{code}: a case has a line `$ arguments`"));
    let (arguments, said) = rest.split_once('\n').unwrap_or((rest, ""));
    Some(Case { files: files.to_owned(), arguments: arguments.to_owned(), said: said.to_owned() })
}

#[test]
fn every_code_is_shown_as_expected() {
    let mut faults = Vec::new();
    for code in EVERY_CODE {
        let is_left_out = *code == Code::ExternalLink && !cfg!(feature = "external");
        if is_left_out || WITHOUT_A_CASE.iter().any(|(name, _)| *name == code.name()) {
            continue;
        }
        let Some(Case { files, arguments, .. }) = case(*code) else {
            faults.push(format!("{code}: there is no case tests/diagnostics/{code}.txt"));
            continue;
        };
        let site = SiteTest::new("");
        make(&site, &files);
        let run = site.run(&arguments.split_whitespace().collect::<Vec<_>>());
        if !run.stderr.contains(&format!("[{code}]")) {
            faults.push(format!("{code}: not reported:\n{}", run.stderr));
        }
        let must_fail = code.severity() == chancery::diagnostics::Severity::Error;
        if must_fail != (run.status == 1) {
            faults.push(format!("{code}: exit status {}", run.status));
        }
        expected::compare(&folder().join(format!("{code}.txt")), &format!("{files}\n$ {arguments}\n{}", without_times(&run.stderr)));
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

/// Makes the files of a case, step by step.
fn make(site: &SiteTest, steps: &str) {
    let mut path: Option<String> = None;
    let mut bytes: Vec<u8> = Vec::new();
    for line in steps.lines().chain(["=== "]) {
        let is_step = line.starts_with("=== ") || line.starts_with("--- ") || line.starts_with("$ ");
        if !is_step {
            bytes.extend(line.strip_prefix("\\b").map_or_else(|| line.as_bytes().to_vec(), decoded));
            bytes.push(b'\n');
            continue;
        }
        if let Some(path) = path.take() {
            put(site, &path, std::mem::take(&mut bytes));
        }
        bytes.clear();
        if let Some(gone) = line.strip_prefix("--- ") {
            site.remove(gone);
        } else if let Some(arguments) = line.strip_prefix("$ ") {
            site.run(&arguments.split_whitespace().collect::<Vec<_>>());
        } else {
            path = line.strip_prefix("=== ").map(str::to_owned);
        }
    }
}

fn put(site: &SiteTest, path: &str, bytes: Vec<u8>) {
    use std::os::unix::ffi::OsStrExt;
    let full = |path: &str| site.root().join(std::ffi::OsStr::from_bytes(&decoded(path)));
    if let Some((path, target)) = path.split_once(" -> ") {
        std::fs::create_dir_all(full(path).parent().unwrap()).unwrap();
        return std::os::unix::fs::symlink(target, full(path)).unwrap();
    }
    if let Some((path, size)) = path.strip_suffix(']').and_then(|path| path.split_once(" [")) {
        site.write(path, "");
        // A hole: it takes no room on the disk.
        return std::fs::File::options().write(true).open(full(path)).unwrap().set_len(size.parse().unwrap()).unwrap();
    }
    std::fs::create_dir_all(full(path).parent().unwrap()).unwrap();
    std::fs::write(full(path), bytes).unwrap();
}

/// `\xNN` as the byte.
fn decoded(coded: &str) -> Vec<u8> {
    let mut bytes = Vec::new();
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
    bytes
}
