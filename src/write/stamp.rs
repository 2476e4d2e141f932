//! Folders of an output, and time stamps as they are remembered.

use super::system::{Stamp, Tree};
use std::collections::BTreeSet;

/// The folders that hold these files, parents before children; `""` is the output folder itself.
pub(super) fn folders<'a>(files: impl Iterator<Item = &'a String>) -> BTreeSet<&'a str> {
    let mut all = BTreeSet::from([""]);
    let mut last = "";
    for path in files {
        // Sorted files stand beside others of their folder.
        if parent(path) == std::mem::replace(&mut last, parent(path)) {
            continue;
        }
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

/// The time stamp of a folder in `tree`.
pub(super) fn folder_time(tree: &Tree, folder: &str) -> Option<Stamp> {
    tree.about(folder).filter(|about| about.is_folder).map(|about| about.modified)
}

/// The folder of a path; `""` is the top.
pub(super) fn parent(path: &str) -> &str {
    path.rsplit_once('/').map_or("", |(folder, _)| folder)
}
