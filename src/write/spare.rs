//! The site before the last one, kept in the cache. The next build mends the few files in which it differs and puts it in place, where
//! otherwise every file of the site would be linked anew. It shares the bytes of all other files with the output.

use super::Existing;
use super::plan::{Planned, beside};
use super::stamp::{folder_time, folders, parent};
use super::system::{Stamp, Tree};
use crate::manifest::Manifest;
use rayon::prelude::*;
use rustc_hash::FxHashSet;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// What is remembered of it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Spare {
    /// Files of it that the output does not have.
    removed: Vec<String>,
    /// Files that are others in the output, or not there.
    stale: Vec<String>,
    /// Time stamps of its folders: whatever was put there since, or taken away, changes one.
    pub(super) folders: BTreeMap<String, Stamp>,
}

impl Spare {
    /// The site that was `old`, now that `new` is in its place.
    pub(super) fn of(old: &Existing, new: &Manifest, is_new: impl Iterator<Item = String>) -> Self {
        let removed = old.manifest.without(new).cloned().collect();
        Self { removed, stale: is_new.collect(), folders: old.state.folders.clone() }
    }

    /// Files in which it differs from the output.
    pub(super) fn stale(&self) -> FxHashSet<&str> {
        self.stale.iter().map(String::as_str).collect()
    }

    /// Makes ready what lies at `path` to be filled with `plan`: gives the folders that were made, or `None` where it is not what was left there, or a file
    /// stands where a folder must.
    pub(super) fn take_up(&self, path: &Path, existing: &Existing, plan: &[Planned]) -> Option<Vec<String>> {
        if !is_untouched(&Tree::at(path), &self.folders) {
            return None;
        }
        let is_file = |name: &str| existing.manifest.files.contains_key(name) || self.removed.iter().any(|removed| removed == name);
        let known = beside(plan, &existing.manifest.files);
        if plan.iter().zip(known).any(|(planned, known)| known.is_none() && self.folders.contains_key(&planned.path)) {
            return None;
        }
        let missing: Vec<String> =
            folders(plan.iter().map(|planned| &planned.path)).into_iter().filter(|folder| !self.folders.contains_key(*folder)).map(str::to_owned).collect();
        if missing.iter().any(|folder| is_file(folder)) {
            return None;
        }
        // Parents stand before their children.
        missing.iter().try_for_each(|folder| std::fs::create_dir(path.join(folder))).ok()?;
        Some(missing)
    }

    /// Removes what the new site does not have; gives the folders that were changed by that, or `None` where the system refuses.
    pub(super) fn clear(&self, path: &Path, existing: &Existing, new: &Manifest) -> Option<BTreeSet<String>> {
        let mut touched = BTreeSet::new();
        let gone = self.removed.iter().filter(|file| !new.files.contains_key(*file)).chain(existing.manifest.without(new));
        for file in gone {
            match std::fs::remove_file(path.join(file)) {
                Err(error) if error.kind() != std::io::ErrorKind::NotFound => return None,
                _ => touched.insert(parent(file).to_owned()),
            };
        }
        let kept = folders(new.files.keys());
        // Children stand behind their parents.
        for folder in self.folders.keys().rev().filter(|folder| !kept.contains(folder.as_str())) {
            std::fs::remove_dir(path.join(folder)).ok()?;
            touched.insert(parent(folder).to_owned());
        }
        Some(touched)
    }
}

/// Whether the folders of `tree` are those that were remembered, and nothing was put into them or taken out.
pub(super) fn is_untouched(tree: &Tree, known: &BTreeMap<String, Stamp>) -> bool {
    let known: Vec<(&String, &Stamp)> = known.iter().collect();
    !known.is_empty() && known.par_iter().with_min_len(256).all(|(folder, time)| folder_time(tree, folder) == Some(**time))
}
