//! `SiteTest`: a site from one literal; run, see, change a file, run, see.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use tempfile::TempDir;

/// The program under test.
pub const CHANCERY: &str = env!("CARGO_BIN_EXE_chancery");

/// A site in a folder of its own, which goes when the test ends.
pub struct SiteTest {
    folder: TempDir,
}

/// What a run of the program did.
pub struct Run {
    pub status: i32,
    pub stdout: String,
    pub stderr: String,
}

impl SiteTest {
    /// Files from one text: each begins at a line `=== path`.
    pub fn new(files: &str) -> Self {
        let site = Self { folder: tempfile::tempdir().unwrap() };
        let mut path = None;
        let mut text = String::new();
        for line in files.lines() {
            if let Some(next) = line.strip_prefix("=== ") {
                if let Some(path) = path.replace(next.to_owned()) {
                    site.write(&path, std::mem::take(&mut text));
                }
            } else {
                text.push_str(line);
                text.push('\n');
            }
        }
        if let Some(path) = path {
            site.write(&path, text);
        }
        site
    }

    pub fn root(&self) -> &Path {
        self.folder.path()
    }

    pub fn write(&self, path: &str, bytes: impl AsRef<[u8]>) {
        let full = self.root().join(path);
        std::fs::create_dir_all(full.parent().unwrap()).unwrap();
        std::fs::write(full, bytes).unwrap();
    }

    pub fn remove(&self, path: &str) {
        std::fs::remove_file(self.root().join(path)).unwrap();
    }

    /// Runs `chancery` in the site's folder; the date is fixed, so that no test depends on the clock.
    #[track_caller]
    pub fn run(&self, arguments: &[&str]) -> Run {
        let takes_a_date = ["build", "serve", "check", "actors", "init", "new"].contains(&arguments.first().copied().unwrap_or_default())
            && !arguments.starts_with(&["actors", "ignore"]);
        let dated: &[&str] = if arguments.contains(&"--date") || !takes_a_date { &[] } else { &["--date", "2026-06-01"] };
        let Output { status, stdout, stderr } =
            Command::new(CHANCERY).args(arguments).args(dated).current_dir(self.root()).env("NO_COLOR", "1").output().unwrap();
        Run { status: status.code().unwrap_or(-1), stdout: String::from_utf8(stdout).unwrap(), stderr: String::from_utf8(stderr).unwrap() }
    }

    /// Builds, and expects that it works.
    #[track_caller]
    pub fn build(&self, more: &[&str]) -> Run {
        let run = self.run(&[&["build"], more].concat());
        assert_eq!(run.status, 0, "{}", run.stderr);
        run
    }

    #[track_caller]
    pub fn page(&self, path: &str) -> String {
        let full = self.root().join("public").join(path);
        std::fs::read(&full)
            .map(|bytes| String::from_utf8_lossy(&bytes).into_owned())
            .unwrap_or_else(|error| panic!("{path}: {error}; there are {:#?}", self.files()))
    }

    pub fn has(&self, path: &str) -> bool {
        self.root().join("public").join(path).exists()
    }

    /// Paths in `public/`, sorted; the manifest is not among them.
    pub fn files(&self) -> Vec<String> {
        files_below(&self.root().join("public")).into_iter().filter(|path| path != ".chancery-manifest").collect()
    }
}

/// Paths of all files below a folder, sorted, with `/`.
pub fn files_below(folder: &Path) -> Vec<String> {
    let mut files = Vec::new();
    let mut folders: Vec<PathBuf> = vec![folder.to_owned()];
    while let Some(next) = folders.pop() {
        let Ok(entries) = std::fs::read_dir(&next) else { continue };
        for entry in entries {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                files.push(path.strip_prefix(folder).unwrap().to_string_lossy().replace('\\', "/"));
            }
        }
    }
    files.sort();
    files
}

/// A small briefing with an FAQ, on an invented state.
pub const SMALL: &str = "\
=== seeds/ferry.txt
Harbour Ferry to Resume in Spring

The harbour board of Port Halden said that the ferry would resume in spring. Mayor Ann Lindqvist told reporters that the pier was sound.

Norway and Sweden share the cost of the line. Lindqvist thanked both.

FAQ

When does the ferry resume?

In spring, once the pier has been inspected.

Who pays for it?

Norway and Sweden share the cost.
";
