//! Expected files: compared, and with `UPDATE_EXPECTED=1` written, so that a change is reviewed as a diff.

use std::path::Path;

/// Whether expected files are to be written instead of compared.
pub fn updating() -> bool {
    std::env::var_os("UPDATE_EXPECTED").is_some_and(|value| value == "1")
}

/// Compares `actual` with the file at `path`, or writes it.
#[track_caller]
pub fn compare(path: &Path, actual: &str) {
    if updating() {
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, actual).unwrap();
        return;
    }
    let expected = std::fs::read_to_string(path).unwrap_or_default();
    if expected != actual {
        let first = expected.lines().zip(actual.lines()).position(|(a, b)| a != b).unwrap_or_else(|| expected.lines().count().min(actual.lines().count()));
        let line = |text: &str| text.lines().nth(first).unwrap_or("(nothing)").to_owned();
        panic!(
            "{} differs at line {}:\n  expected: {}\n  actual:   {}\nreview with UPDATE_EXPECTED=1 cargo test, then git diff",
            path.display(),
            first + 1,
            line(&expected),
            line(actual)
        );
    }
}
