//! The house rules: who may use whom, where each foreign package lives, and where effects happen.
//! The table of layers is the one in `src/lib.rs`; this test reads it from there.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// Foreign packages that could change under us, and the only place that may name each.
const HOMES: &[(&str, &[&str])] = &[
    ("pulldown_cmark", &["read/markdown"]),
    ("tera", &["theme/engine"]),
    ("serde_yaml", &["yaml"]),
    ("saphyr_parser", &["yaml"]),
    ("serde_path_to_error", &["yaml"]),
    ("walkdir", &["input/scan", "write", "check"]),
    ("clap", &["cli"]),
    ("hyper", &["serve"]),
    ("hyper_util", &["serve/http"]),
    ("open", &["cli/serve"]),
    ("tokio", &["serve", "deploy", "check/external", "search/pagefind"]),
    ("pagefind", &["search"]),
    ("resvg", &["picture/drawing"]),
    ("skrifa", &["picture/letters"]),
    ("png", &["picture/encoding"]),
    ("object_store", &["deploy/store", "deploy/target", "deploy/refused"]),
    ("sha2", &["deploy/digest", "text/digest"]),
    ("base64", &["text/digest"]),
    ("futures_util", &["deploy"]),
    ("reqwest", &["deploy/verify", "check/external"]),
    ("rustls", &["deploy/target", "check/external"]),
    ("notify", &["serve/watch"]),
    ("annotate_snippets", &["diagnostics/human"]),
    ("sitemap_rs", &["render/sitemap"]),
    ("encoding_rs", &["read/decode"]),
    ("icu_collator", &["site/order"]),
    ("icu_locale_core", &["site/order", "theme/dates"]),
    ("icu_calendar", &["theme/dates"]),
    ("icu_datetime", &["theme/dates"]),
    ("fluent_bundle", &["theme/strings"]),
    ("fluent_syntax", &["theme/strings"]),
    ("deunicode", &["text/slug"]),
    ("unicode_normalization", &["text/fold"]),
    ("blake3", &["text/fingerprint"]),
    ("jiff", &["model/date"]),
    ("postcard", &["text/packed"]),
    ("rustix", &["write/system"]),
    ("brotli", &["write/compress"]),
    ("flate2", &["write/compress", "render/data/whole"]),
    ("csv", &["render/data/tables"]),
    ("similar", &["edit"]),
    ("schemars", &["scaffold/schema", "model", "input/settings", "render/data"]),
    ("html5gum", &["scaffold/import/html"]),
    ("quick_xml", &["scaffold/import/docx"]),
    ("zip", &["scaffold/import/docx"]),
    ("indicatif", &["cli/progress"]),
    ("clap_complete", &["cli"]),
    ("clap_mangen", &["cli"]),
];

/// Words that touch the machine, and the rooms that may.
const EFFECTS: &[&str] =
    &["std::fs", "std::env", "std::net", "std::time", "SystemTime", "println!", "eprintln!", "print!(", "eprint!(", "std::process", "std::io::std"];
const EFFECT_ROOMS: &[&str] =
    &["cli", "input/scan", "edit", "write", "serve", "check/links", "check/external", "build/cache_file", "host/disk", "deploy", "main"];

struct SourceFile {
    /// `render/view/article` for `src/render/view/article.rs`; `render` for `src/render/mod.rs`.
    module: String,
    text: String,
}

fn sources() -> Vec<SourceFile> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = Vec::new();
    let mut folders = vec![root.clone()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(&folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|e| e == "rs") {
                let module = module_of(path.strip_prefix(&root).unwrap());
                files.push(SourceFile { module, text: std::fs::read_to_string(&path).unwrap() });
            }
        }
    }
    files.sort_by(|a, b| a.module.cmp(&b.module));
    let tests: BTreeSet<String> = files.iter().flat_map(|file| test_files(&file.text).into_iter().map(|name| format!("{}/{name}", file.module))).collect();
    files.retain(|file| !tests.contains(&file.module));
    assert!(files.len() > 20, "the house test must find the sources");
    files
}

fn module_of(path: &Path) -> String {
    let name = path.with_extension("").to_string_lossy().replace('\\', "/");
    name.strip_suffix("/mod").map_or(name.clone(), str::to_owned)
}

/// Room to layer number (0 is the door), from the table in `lib.rs`.
fn layers() -> BTreeMap<String, usize> {
    let lib = std::fs::read_to_string(PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("src/lib.rs")).unwrap();
    let rows = lib.lines().filter_map(|l| l.strip_prefix("//! | ")).filter(|l| !l.starts_with("---") && !l.starts_with("group"));
    let mut layers = BTreeMap::new();
    for (number, row) in rows.enumerate() {
        for room in row.split('`').skip(1).step_by(2) {
            layers.insert(room.to_owned(), number);
        }
    }
    layers
}

/// The code of a file without its tests and without comments.
fn code(text: &str) -> String {
    let cut = text.match_indices("#[cfg(test)]").find(|(at, _)| !declares_a_file(&text[*at..])).map_or(text.len(), |(at, _)| at);
    text[..cut].lines().filter(|l| !l.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n")
}

/// Whether what stands under `#[cfg(test)]` is `mod name;`: a file of tests, and not the tests themselves.
fn declares_a_file(text: &str) -> bool {
    text.lines().nth(1).is_some_and(|line| line.trim_start().starts_with("mod ") && line.trim_end().ends_with(';'))
}

/// Names of the files that a module declares under `#[cfg(test)]`.
fn test_files(text: &str) -> Vec<String> {
    text.match_indices("#[cfg(test)]")
        .filter(|(at, _)| declares_a_file(&text[*at..]))
        .filter_map(|(at, _)| Some(text[at..].lines().nth(1)?.trim().strip_prefix("mod ")?.trim_end_matches(';').to_owned()))
        .collect()
}

/// First segments after each `crate::` in `code`, also within `use crate::{a, b}`.
fn rooms_used(code: &str) -> BTreeSet<String> {
    let mut used = BTreeSet::new();
    for (at, _) in code.match_indices("crate::") {
        let rest = &code[at + "crate::".len()..];
        if let Some(group) = rest.strip_prefix('{') {
            let mut depth = 1usize;
            let mut word = String::new();
            let mut fresh = true;
            for c in group.chars() {
                match c {
                    '{' => depth += 1,
                    '}' => depth -= 1,
                    ',' if depth == 1 => {
                        fresh = true;
                        word.clear();
                    }
                    c if fresh && depth == 1 && (c.is_alphanumeric() || c == '_') => word.push(c),
                    c if c.is_whitespace() => {}
                    _ => {
                        if fresh && !word.is_empty() {
                            used.insert(word.clone());
                        }
                        fresh = false;
                    }
                }
                if depth == 0 {
                    break;
                }
            }
            if fresh && !word.is_empty() {
                used.insert(word);
            }
        } else {
            let word: String = rest.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
            used.insert(word);
        }
    }
    used
}

fn room_of(module: &str) -> &str {
    module.split('/').next().unwrap_or(module)
}

fn lies_in(module: &str, place: &str) -> bool {
    module == place || module.strip_prefix(place).is_some_and(|rest| rest.starts_with('/'))
}

#[test]
fn every_room_stands_in_the_table_of_layers() {
    let layers = layers();
    let rooms: BTreeSet<String> = sources().iter().map(|f| room_of(&f.module).to_owned()).filter(|r| r != "lib" && r != "main").collect();
    let listed: BTreeSet<String> = layers.keys().cloned().collect();
    assert_eq!(rooms, listed);
}

#[test]
fn a_room_uses_only_rooms_below_it() {
    let layers = layers();
    let mut faults = Vec::new();
    for file in sources() {
        let room = room_of(&file.module);
        let Some(own) = layers.get(room) else { continue };
        for used in rooms_used(&code(&file.text)) {
            let Some(other) = layers.get(&used) else { continue };
            if used != room && other <= own {
                faults.push(format!("{} uses {used}, which is not below it", file.module));
            }
        }
    }
    assert!(faults.is_empty(), "{faults:#?}");
}

#[test]
fn files_of_a_room_form_no_circle() {
    let files = sources();
    let names: BTreeSet<String> = files.iter().map(|f| f.module.clone()).collect();
    let mut edges: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for file in &files {
        // A room's `mod.rs` is its door: it names its files and is not counted as one of them.
        if !file.module.contains('/') {
            continue;
        }
        let code = code(&file.text);
        for prefix in ["crate::", "super::"] {
            for (at, _) in code.match_indices(prefix) {
                let rest = &code[at + prefix.len()..];
                let path: String = rest.chars().take_while(|c| c.is_alphanumeric() || *c == '_' || *c == ':').collect();
                let mut parts: Vec<&str> = path.split("::").filter(|p| !p.is_empty()).collect();
                let mut full: Vec<&str> =
                    if prefix == "super::" { file.module.rsplit_once('/').map_or(vec![], |(p, _)| p.split('/').collect()) } else { vec![] };
                full.append(&mut parts);
                while !full.is_empty() {
                    let name = full.join("/");
                    if names.contains(&name) && name != file.module && room_of(&name) == room_of(&file.module) && name.contains('/') {
                        edges.entry(file.module.clone()).or_default().insert(name);
                        break;
                    }
                    full.pop();
                }
            }
        }
    }
    // A folder's own `mod.rs` may name its files, and they it: that is one thing, not a circle.
    let mut done = BTreeSet::new();
    for start in edges.keys() {
        let mut path = Vec::new();
        visit(start, &edges, &mut path, &mut done);
    }
}

fn visit(at: &str, edges: &BTreeMap<String, BTreeSet<String>>, path: &mut Vec<String>, done: &mut BTreeSet<String>) {
    if done.contains(at) {
        return;
    }
    assert!(!path.iter().any(|p| p == at), "circle of files: {path:?} -> {at}");
    path.push(at.to_owned());
    for next in edges.get(at).into_iter().flatten() {
        let inside = next.starts_with(&format!("{at}/")) || at.starts_with(&format!("{next}/"));
        if !inside {
            visit(next, edges, path, done);
        }
    }
    path.pop();
    done.insert(at.to_owned());
}

#[test]
fn each_foreign_package_has_one_home() {
    let mut faults = Vec::new();
    for file in sources() {
        let code = code(&file.text);
        for (package, homes) in HOMES {
            let named = code.match_indices(&format!("{package}::")).any(|(at, _)| !code[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_'));
            if named && !homes.iter().any(|home| lies_in(&file.module, home)) {
                faults.push(format!("{} names {package}, whose home is {homes:?}", file.module));
            }
        }
    }
    assert!(faults.is_empty(), "{faults:#?}");
}

#[test]
fn effects_happen_only_where_they_are_expected() {
    let mut faults = Vec::new();
    for file in sources() {
        if EFFECT_ROOMS.iter().any(|room| lies_in(&file.module, room)) {
            continue;
        }
        let code = code(&file.text);
        for effect in EFFECTS {
            if code.contains(effect) {
                faults.push(format!("{} uses {effect}", file.module));
            }
        }
    }
    assert!(faults.is_empty(), "{faults:#?}");
}
