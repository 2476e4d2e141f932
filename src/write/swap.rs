//! The staging folder and its exchange with the output.

use super::stamp::folders;
use super::system::{Tree, exchange};
use super::{Existing, carry, manifest, spare};
use crate::fault::Fault;
use crate::manifest::Manifest;
use std::fs::{File, TryLockError};
use std::path::{Path, PathBuf};

/// What an exchange did.
pub(super) struct Swapped {
    /// Said to the person.
    pub(super) notice: Option<String>,
    /// Whether the old site stands where it was to be kept.
    pub(super) kept: bool,
}

/// A folder beside the output, locked while a build fills it.
pub(super) struct Staging {
    pub(super) path: PathBuf,
    /// Held for its lock.
    _lock: File,
}

impl Staging {
    pub(super) fn new(output: &Path) -> Result<Self, Fault> {
        let name = output.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let parent = output.parent().ok_or_else(|| Fault::new("write the site to", output.display(), "it has no parent folder"))?;
        let path = parent.join(format!(".{name}.chancery-staging"));
        let fault = |error: std::io::Error| {
            Fault::new("make the folder", path.display(), error)
                .with_help("chancery writes the new site beside the old one; it needs leave to make a folder there")
        };
        std::fs::create_dir_all(&path).map_err(fault)?;
        let lock = open_for_lock(&path).map_err(fault)?;
        match lock.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => {
                return Err(Fault::new("write the site to", output.display(), "another build is writing it").with_help("wait until it is done"));
            }
            Err(TryLockError::Error(error)) => return Err(fault(error)),
        }
        // What a build that was cut off left behind is chancery's own.
        for entry in std::fs::read_dir(&path).map_err(fault)? {
            let inner = entry.map_err(fault)?.path();
            let removed = if std::fs::symlink_metadata(&inner).is_ok_and(|about| about.is_dir()) {
                std::fs::remove_dir_all(&inner)
            } else {
                std::fs::remove_file(&inner)
            };
            removed.map_err(fault)?;
        }
        Ok(Self { path, _lock: lock })
    }

    /// Throws the new folder away: nothing changed.
    pub(super) fn discard(self) {
        // A failure leaves a hidden folder that the next build clears.
        let _ = std::fs::remove_dir_all(&self.path);
    }

    /// Puts the folder `tree`, this one or another, in the place of the old output. Where that could be done in one step and `keep` names a place, the old
    /// one stays there.
    pub(super) fn swap(self, tree: &Path, output: &Path, old: &Existing, new: &Manifest, keep: Option<&Path>) -> Result<Swapped, Fault> {
        let swapped = exchange_or_replace(tree, output, old, new, keep);
        if tree != self.path {
            let _ = std::fs::remove_dir(&self.path);
        }
        swapped
    }
}

fn exchange_or_replace(tree: &Path, output: &Path, old: &Existing, new: &Manifest, keep_at: Option<&Path>) -> Result<Swapped, Fault> {
    let fault = |error: std::io::Error| Fault::new("put the new site in place at", output.display(), error);
    let done = |notice| Swapped { notice, kept: false };
    if !output.exists() {
        std::fs::rename(tree, output).map_err(fault)?;
        return Ok(done(None));
    }
    if exchange(tree, output) {
        // What stands there now is the old site; everything that must live on was linked over.
        if keep_at.is_some_and(|place| keep(tree, place, old)) {
            return Ok(Swapped { notice: None, kept: true });
        }
        return Ok(done(clear(tree, output, &old.manifest)));
    }
    let aside = tree.with_extension("chancery-old");
    if std::fs::rename(output, &aside).is_ok() {
        if let Err(error) = std::fs::rename(tree, output) {
            let _ = std::fs::rename(&aside, output);
            return Err(fault(error));
        }
        return Ok(done(clear(&aside, output, &old.manifest)));
    }
    file_by_file(tree, output, &old.manifest, new)?;
    Ok(done(Some(format!("`{}` cannot be exchanged in one step (a mount point?); its files were replaced one by one, pages last", output.display()))))
}

/// Leaves the old site, which stands at `tree`, at `place`, where nobody put anything into it while the new one was written.
fn keep(tree: &Path, place: &Path, old: &Existing) -> bool {
    if !spare::is_untouched(&Tree::at(tree), &old.state.folders) {
        return false;
    }
    if tree == place {
        return true;
    }
    let _ = std::fs::remove_dir_all(place);
    place.parent().is_some_and(|parent| std::fs::create_dir_all(parent).is_ok()) && std::fs::rename(tree, place).is_ok()
}

/// Removes the old site, file by file as it was written: what somebody put there in this very moment is not deleted.
fn clear(tree: &Path, output: &Path, old: &Manifest) -> Option<String> {
    for path in old.files.keys() {
        let _ = std::fs::remove_file(tree.join(path));
    }
    let _ = std::fs::remove_file(tree.join(manifest::FILE_NAME));
    for folder in folders(old.files.keys()).into_iter().rev() {
        let _ = std::fs::remove_dir(tree.join(folder));
    }
    if !tree.exists() {
        return None;
    }
    // Files kept with `--force` were linked into the new site; only a second name of theirs is left here.
    if !holds_other_files(tree, output) {
        let _ = std::fs::remove_dir_all(tree);
        return None;
    }
    // Beside the output, where somebody will see it.
    let name = output.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let kept = output.with_file_name(format!(".{name}.chancery-kept"));
    let _ = std::fs::rename(tree, &kept);
    Some(format!("files that appeared in the output while it was written are kept in `{}`", kept.display()))
}

fn file_by_file(tree: &Path, output: &Path, old: &Manifest, new: &Manifest) -> Result<(), Fault> {
    let is_page = |path: &&String| path.ends_with(".html");
    let (pages, others): (Vec<&String>, Vec<&String>) = new.files.keys().partition(|path| is_page(path));
    for path in others.into_iter().chain(pages) {
        if old.files.get(path) != new.files.get(path) {
            replace(&tree.join(path), &output.join(path))?;
        }
    }
    for path in old.files.keys().filter(|path| !new.files.contains_key(*path)) {
        let gone = output.join(path);
        std::fs::remove_file(&gone).map_err(|error| Fault::new("remove", gone.display(), error))?;
    }
    replace(&tree.join(manifest::FILE_NAME), &output.join(manifest::FILE_NAME))?;
    let _ = std::fs::remove_dir_all(tree);
    Ok(())
}

/// What is locked while a build fills the staging folder: the folder itself, which leaves nothing behind.
#[cfg(unix)]
fn open_for_lock(staging: &Path) -> std::io::Result<File> {
    File::open(staging)
}

/// What is locked while a build fills the staging folder: a file beside it, where a folder can be neither locked nor renamed while it is open.
#[cfg(not(unix))]
fn open_for_lock(staging: &Path) -> std::io::Result<File> {
    File::options().create(true).truncate(false).write(true).open(staging.with_extension("chancery-lock"))
}

/// Whether a folder holds a file that does not stand in `output` under the same name.
fn holds_other_files(left: &Path, output: &Path) -> bool {
    walkdir::WalkDir::new(left).into_iter().any(|entry| {
        entry.map_or(true, |entry| {
            !entry.file_type().is_dir() && entry.path().strip_prefix(left).is_ok_and(|inner| std::fs::symlink_metadata(output.join(inner)).is_err())
        })
    })
}

fn replace(from: &Path, to: &Path) -> Result<(), Fault> {
    let fault = |error: std::io::Error| Fault::new("write", to.display(), error);
    if let Some(parent) = to.parent() {
        std::fs::create_dir_all(parent).map_err(fault)?;
    }
    if std::fs::rename(from, to).is_ok() {
        return Ok(());
    }
    let beside = to.with_extension("chancery-new");
    carry(from, &beside)?;
    std::fs::rename(&beside, to).map_err(fault)
}
