//! Whole sites, compared file by file: `tests/golden/NAME/site` is built, `tests/golden/NAME/public` is what must come of it.
//!
//! `UPDATE_EXPECTED=1 cargo test golden` accepts the present output; `git diff tests/golden` shows what that changes.

use crate::expected;
use crate::site_test::{SiteTest, files_below};
use std::path::Path;

fn is_left_out(path: &str) -> bool {
    path.starts_with("assets/") || path.starts_with("search/") && path != "search/index.html"
}

fn check(name: &str, flags: &[&str]) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden").join(name);
    let site = SiteTest::new("");
    for path in files_below(&folder.join("site")) {
        site.write(&path, std::fs::read(folder.join("site").join(&path)).unwrap());
    }
    site.build(flags);
    let public = folder.join("public");
    let made = site.files();
    assert!(made.len() > 8, "{name}: a site has pages");
    for path in &made {
        // The default style is compared once, by its own fingerprint in every page's head; the search index by tests of its own.
        if !is_left_out(path) {
            expected::compare(&public.join(path), &site.page(path));
        }
    }
    let left_over: Vec<String> = files_below(&public).into_iter().filter(|path| !made.contains(path) || is_left_out(path)).collect();
    if expected::updating() {
        left_over.iter().for_each(|path| std::fs::remove_file(public.join(path)).unwrap());
    } else {
        assert!(left_over.is_empty(), "{name}: expected, but not made: {left_over:?}");
    }
}

#[test]
fn a_plain_seed_without_anything_else() {
    check("plain", &[]);
}

#[test]
fn a_curated_site_under_a_base_path() {
    check("curated", &["--base-url", "https://example.org/room/"]);
}

#[test]
fn a_site_that_reads_from_right_to_left_with_a_translation() {
    check("rtl", &[]);
}

#[test]
fn the_same_site_in_the_theme_without_scripts() {
    check("wire", &[]);
}
