//! Hosts' own files on disk: how each stands, and writing them, never over a person's edits without being asked.

use super::{Facts, Host, HostFile, Measured, Owner, files, stamp};
use crate::fault::Fault;
use crate::manifest::{self, Manifest};
use std::path::Path;

/// How a file stands on disk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// There is none.
    Missing,
    /// It is what would be written.
    Current,
    /// It is as chancery wrote it, for a site that has changed since.
    Stale,
    /// A person wrote or edited it.
    Edited,
}

/// A host's file and how it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Standing {
    /// Relative to the site's folder.
    pub path: &'static str,
    /// How it stands.
    pub state: State,
    /// Whose it is.
    pub owner: Owner,
}

/// How a host's files stand.
///
/// # Errors
/// A file that is there and cannot be read.
pub fn standing(root: &Path, host: Host, facts: &Facts) -> Result<Vec<Standing>, Fault> {
    files(host, facts).iter().map(|file| Ok(Standing { path: file.path, state: state(root, file)?, owner: file.owner })).collect()
}

fn state(root: &Path, file: &HostFile) -> Result<State, Fault> {
    let Some(text) = read(&root.join(file.path))? else { return Ok(State::Missing) };
    Ok(if text == file.text {
        State::Current
    } else if stamp::read(&text).is_some_and(|(_, untouched)| untouched) {
        State::Stale
    } else {
        State::Edited
    })
}

fn read(full: &Path) -> Result<Option<String>, Fault> {
    match std::fs::read(full) {
        // What is not UTF-8 is no file of ours; it counts as a person's.
        Ok(bytes) => Ok(Some(String::from_utf8_lossy(&bytes).into_owned())),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(Fault::new("read", full.display(), error)),
    }
}

/// The hosts for which some file was written here.
///
/// # Errors
/// A file that is there and cannot be read.
pub fn hosts_in_use(root: &Path, facts: &Facts) -> Result<Vec<Host>, Fault> {
    let mut found = Vec::new();
    for (host, name) in super::HOSTS {
        for file in files(*host, facts) {
            let text = read(&root.join(file.path))?;
            if text.as_deref().and_then(stamp::read).is_some_and(|(stamped, _)| stamped == *name) {
                found.push(*host);
                break;
            }
        }
    }
    Ok(found)
}

/// What to do with what a person edited.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Edits {
    /// Stop.
    Keep,
    /// Write over them.
    Replace,
}

/// What writing did.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Written {
    /// Files that are new, or new in content.
    pub written: Vec<&'static str>,
    /// Files that were right already, or are a person's to fill in.
    pub left: Vec<&'static str>,
    /// Files of ours that a person edited: nothing was written.
    pub edited: Vec<&'static str>,
}

/// Writes a host's files; all of them, or none where a person's edits stand in the way.
///
/// # Errors
/// Where the machine refuses.
pub fn write(root: &Path, host: Host, facts: &Facts, edits: Edits) -> Result<Written, Fault> {
    let mut done = Written::default();
    let mut wanted = Vec::new();
    for file in files(host, facts) {
        match (file.owner, state(root, &file)?) {
            (_, State::Current) => done.left.push(file.path),
            (Owner::Person, State::Edited) if edits == Edits::Keep => done.left.push(file.path),
            (Owner::Chancery, State::Edited) if edits == Edits::Keep => done.edited.push(file.path),
            _ => wanted.push(file),
        }
    }
    if !done.edited.is_empty() {
        return Ok(done);
    }
    for file in wanted {
        let full = root.join(file.path);
        if let Some(parent) = full.parent() {
            std::fs::create_dir_all(parent).map_err(|error| Fault::new("make the folder", parent.display(), error))?;
        }
        // Beside it first, so that a full disk leaves what was there.
        let beside = full.with_extension("chancery-new");
        std::fs::write(&beside, &file.text)
            .and_then(|()| std::fs::rename(&beside, &full))
            .map_err(|error| Fault::new("write", full.display(), error).with_help("is there room on the disk, and may you write there?"))?;
        done.written.push(file.path);
    }
    Ok(done)
}

/// What the last build wrote into `output`; `None` where there is no build.
pub fn measure(output: &Path) -> Option<Measured> {
    let text = std::fs::read_to_string(output.join(manifest::FILE_NAME)).ok()?;
    Some(Measured { files: Manifest::from_text(&text)?.files.into_iter().map(|(path, written)| (path, written.size)).collect() })
}
