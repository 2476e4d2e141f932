//! Folders of an output, and time stamps as they are remembered.

use std::collections::BTreeSet;
use std::path::Path;

/// A time stamp: seconds since 1970, nanoseconds.
pub(super) type Stamp = (u64, u32);

/// The folders that hold these files, parents before children; `""` is the output folder itself.
pub(super) fn folders<'a>(files: impl Iterator<Item = &'a String>) -> BTreeSet<&'a str> {
    let mut all = BTreeSet::from([""]);
    for path in files {
        let mut folder = path.as_str();
        while let Some((parent, _)) = folder.rsplit_once('/') {
            if !all.insert(parent) {
                break;
            }
            folder = parent;
        }
    }
    all
}

pub(super) fn folder_time(output: &Path, folder: &str) -> Option<Stamp> {
    std::fs::symlink_metadata(output.join(folder)).ok().filter(std::fs::Metadata::is_dir).map(|about| modified(&about))
}

/// The folder of a path; `""` is the top.
pub(super) fn parent(path: &str) -> &str {
    path.rsplit_once('/').map_or("", |(folder, _)| folder)
}

pub(super) fn modified(about: &std::fs::Metadata) -> Stamp {
    let since = about.modified().ok().and_then(|at| at.duration_since(std::time::UNIX_EPOCH).ok()).unwrap_or_default();
    (since.as_secs(), since.subsec_nanos())
}
