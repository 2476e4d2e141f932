//! The only file that reads a site's folder. Nothing outside of it is followed.

use super::{InputFile, Inputs};
use crate::diagnostics::{Code, Diagnostic};
use crate::fault::Fault;
use rayon::prelude::*;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use walkdir::WalkDir;

/// A seed larger than this is not read: positions are 32 bits, and no briefing is a hundredth of it.
const LARGEST: u64 = 64 << 20;

/// Where a file belongs, by its path.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// `content/site.yaml`
    Site,
    /// A seed.
    Seed,
    /// In `seeds/`, but of a kind that is not read.
    NotASeed,
    /// An overlay.
    Overlay,
    /// A registry file.
    Registry,
    /// A page of the site's own.
    Page,
    /// A file copied as it is.
    Static,
    /// A theme's file.
    Theme,
    /// An editor's or system's own file.
    Nothing,
}

impl Place {
    /// By path, relative to the site's folder.
    pub fn of(path: &str) -> Self {
        let name = path.rsplit('/').next().unwrap_or(path);
        if path.split('/').any(is_passed_over) {
            return Self::Nothing;
        }
        let ending = name.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase()).unwrap_or_default();
        let yaml = ending == "yaml" || ending == "yml";
        if path == "content/site.yaml" {
            Self::Site
        } else if path.starts_with("seeds/") {
            match ending.as_str() {
                "txt" | "text" | "md" | "markdown" => Self::Seed,
                _ => Self::NotASeed,
            }
        } else if path.starts_with("content/briefings/") && yaml {
            Self::Overlay
        } else if path.starts_with("content/actors/") && yaml {
            Self::Registry
        } else if path.starts_with("content/pages/") && (ending == "md" || ending == "markdown") {
            Self::Page
        } else if path.starts_with("content/static/") {
            Self::Static
        } else if path.starts_with("themes/") {
            Self::Theme
        } else {
            Self::Nothing
        }
    }
}

/// Files and folders that editors and systems leave behind, and whatever is hidden.
fn is_passed_over(name: &str) -> bool {
    name.starts_with('.')
        || name.starts_with('#')
        || name.ends_with('~')
        || name.starts_with("~$")
        || [".swp", ".swo", ".tmp", ".bak", ".orig", ".part"].iter().any(|end| name.ends_with(end))
        || matches!(name, "Thumbs.db" | "desktop.ini" | "4913")
}

/// The finding for a file in `seeds/` that is not read.
pub fn not_a_seed(path: &str) -> Diagnostic {
    let ending = path.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase()).unwrap_or_default();
    let help = match ending.as_str() {
        "docx" | "doc" | "odt" | "rtf" | "pages" => "open it in your word processor and save it as plain text (`.txt`)",
        "pdf" => "copy its text into a plain text file (`.txt`)",
        "html" | "htm" => "save its text as plain text (`.txt`) or Markdown (`.md`)",
        _ => "save it as `.txt` or `.md`, or move it out of `seeds/`",
    };
    Diagnostic::new(Code::NotASeed, "this file is no seed and was passed over").in_file(path).help(help)
}

/// Reads the folder of a site.
///
/// # Errors
/// Where the folder itself cannot be read. A file that cannot be read is an error finding in the snapshot.
pub fn scan(root: &Path) -> Result<Inputs, Fault> {
    std::fs::read_dir(root).map_err(|error| {
        Fault::new("read the site's folder", root.display(), error).with_help("run chancery in the folder that holds `seeds/`, or name it with `--root`")
    })?;
    let mut inputs = Inputs::default();
    let mut found = Vec::new();
    for folder in ["seeds", "content", "themes"] {
        let top = root.join(folder);
        if !top.exists() {
            continue;
        }
        for entry in
            WalkDir::new(&top).follow_root_links(true).min_depth(1).into_iter().filter_entry(|entry| !is_passed_over(&entry.file_name().to_string_lossy()))
        {
            match entry {
                Ok(entry) => {
                    let Some(path) = site_path(root, entry.path()) else {
                        let shown = entry.path().display().to_string();
                        inputs.diagnostics.push(Diagnostic::new(Code::FileUnreadable, "this file's name is not UTF-8").in_file(shown).help("rename it"));
                        continue;
                    };
                    if entry.path_is_symlink() {
                        let target = std::fs::canonicalize(entry.path()).ok();
                        let inside = target.as_deref().zip(std::fs::canonicalize(root).ok().as_deref()).is_some_and(|(target, root)| target.starts_with(root));
                        if !inside || !target.is_some_and(|target| target.is_file()) {
                            inputs.diagnostics.push(
                                Diagnostic::new(Code::LinkOutside, "this symbolic link leads out of the site, or to no file, and was not followed")
                                    .in_file(path)
                                    .help("copy the file into the site"),
                            );
                            continue;
                        }
                    } else if !entry.file_type().is_file() {
                        continue;
                    }
                    match Place::of(&path) {
                        Place::Nothing => {}
                        Place::NotASeed => inputs.diagnostics.push(not_a_seed(&path)),
                        _ => found.push((path, entry.into_path())),
                    }
                }
                Err(error) => {
                    let path = error.path().and_then(|path| site_path(root, path)).unwrap_or_else(|| folder.to_owned());
                    inputs.diagnostics.push(unreadable(&path, &error));
                }
            }
        }
    }
    found.sort();
    let read: Vec<Result<InputFile, Diagnostic>> = found.par_iter().with_min_len(16).map(|(path, full)| read_file(path, full)).collect();
    for file in read {
        match file {
            Ok(file) => inputs.sort_in(file),
            Err(finding) => inputs.diagnostics.push(finding),
        }
    }
    Ok(inputs)
}

/// Reads again the files that changed since `inputs` were read; the rest is left as it is. `false` where that is not enough, and the whole folder must be
/// read again: a folder came or went, a link, a file that cannot be read.
pub fn rescan(root: &Path, inputs: &mut Inputs, changed: &BTreeSet<PathBuf>) -> bool {
    for full in changed {
        let Some(path) = site_path(root, full) else { return false };
        if Place::of(&path) == Place::Nothing && is_passed_over(full.file_name().map(|name| name.to_string_lossy()).unwrap_or_default().as_ref()) {
            continue;
        }
        let bytes = match std::fs::symlink_metadata(full) {
            Ok(about) if about.is_file() => match read_file(&path, full) {
                Ok(file) => Some(file.bytes.to_vec()),
                Err(_) => return false,
            },
            Ok(_) => return false,
            Err(_) if inputs.find(&path).is_some() => None,
            // Gone, and never known: an editor's passing file, unless it was a folder, or something that was spoken of.
            Err(_) => {
                let below = format!("{path}/");
                let spoken_of = inputs.diagnostics.iter().any(|finding| finding.file.as_deref().is_some_and(|file| file == path || file.starts_with(&below)));
                if spoken_of || inputs.all().any(|file| file.path.starts_with(&below)) {
                    return false;
                }
                continue;
            }
        };
        if !inputs.update(&path, bytes) {
            return false;
        }
    }
    true
}

fn site_path(root: &Path, full: &Path) -> Option<String> {
    let inner = full.strip_prefix(root).ok()?;
    let parts: Option<Vec<&str>> = inner.components().map(|part| part.as_os_str().to_str()).collect();
    Some(parts?.join("/"))
}

fn read_file(path: &str, full: &Path) -> Result<InputFile, Diagnostic> {
    // One open: what is measured is what is read, whatever happens to the name meanwhile.
    use std::io::Read;
    let file = std::fs::File::open(full).map_err(|error| unreadable(path, &error))?;
    let mut bytes = Vec::with_capacity(file.metadata().map_or(0, |about| usize::try_from(about.len().min(LARGEST)).unwrap_or(0) + 1));
    file.take(LARGEST + 1).read_to_end(&mut bytes).map_err(|error| unreadable(path, &error))?;
    if bytes.len() as u64 > LARGEST {
        return Err(Diagnostic::new(Code::FileTooLarge, format!("this file is larger than {} MiB and was not read", LARGEST >> 20))
            .in_file(path)
            .help("split it, or move it out of the site's folders"));
    }
    Ok(InputFile::new(path, bytes))
}

fn unreadable(path: &str, error: &dyn std::fmt::Display) -> Diagnostic {
    Diagnostic::new(Code::FileUnreadable, format!("this file cannot be read: {error}")).in_file(path).help("check its permissions")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_file_is_put_where_it_belongs() {
        for (path, place) in [
            ("seeds/a.txt", Place::Seed),
            ("seeds/2024/b.MD", Place::Seed),
            ("seeds/c.docx", Place::NotASeed),
            ("seeds/.hidden.txt", Place::Nothing),
            ("seeds/a.txt~", Place::Nothing),
            ("seeds/.git/x.txt", Place::Nothing),
            ("content/site.yaml", Place::Site),
            ("content/actors/x.yml", Place::Registry),
            ("content/briefings/2024/b.yaml", Place::Overlay),
            ("content/pages/about.md", Place::Page),
            ("content/static/logo.svg", Place::Static),
            ("themes/own/theme.yaml", Place::Theme),
            ("public/index.html", Place::Nothing),
        ] {
            assert_eq!(Place::of(path), place, "{path}");
        }
    }

    #[test]
    fn a_key_is_the_path_without_folder_and_ending() {
        for (path, key) in [("seeds/a.txt", "a"), ("seeds/2024/b.v2.md", "2024/b.v2"), ("seeds/x.y/noend", "x.y/noend")] {
            assert_eq!(InputFile::new(path, Vec::new()).key("seeds"), key);
        }
    }
}
