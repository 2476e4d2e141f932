//! What a build remembers of the files it wrote: enough to see, without reading them, that nobody touched them since.

use super::plan::{How, Planned, beside};
use super::spare::Spare;
use super::stamp::{folder_time, folders, parent};
use super::system::{About, Stamp, Tree};
use crate::manifest;
use crate::text::Fingerprint;
use rayon::prelude::*;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// What is remembered of one file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FileState {
    /// Of everything that decided its bytes.
    pub made_from: Fingerprint,
    size: u64,
    modified: Stamp,
}

/// What is remembered of an output folder.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct OutputState {
    /// By path below the output folder.
    pub files: BTreeMap<String, FileState>,
    /// Time stamps of its folders, by path; `""` is the output folder itself. A file that is put in changes its folder's.
    pub(super) folders: BTreeMap<String, Stamp>,
    /// The manifest's size and time stamp.
    manifest: Option<(u64, Stamp)>,
    /// The site before it, where it was kept.
    pub(super) spare: Option<Spare>,
}

impl FileState {
    /// Whether the file at `path` in `tree` is still the one that was written, by size and time stamp.
    pub(super) fn still_holds(&self, tree: &Tree, path: &str) -> bool {
        tree.about(path).is_some_and(|about| about.is_file && about.size == self.size && about.modified == self.modified)
    }
}

impl OutputState {
    /// Of the files of `plan` as they stand in `output`; what `last` knows of a file that was taken over still holds. `standing`: the time stamps of
    /// folders of which only those in `touched` have changed.
    pub(super) fn of(output: &Path, plan: &[Planned], how: &[How], last: &OutputState, standing: &BTreeMap<String, Stamp>, touched: &BTreeSet<String>) -> Self {
        let output = &Tree::at(output);
        let known = beside(plan, &last.files);
        let states: Vec<Option<FileState>> = plan
            .par_iter()
            .zip(how)
            .zip(known)
            .with_min_len(256)
            .map(|((planned, how), known)| {
                let about = match (how, known) {
                    (How::Stood | How::Linked, Some(known)) => return Some(FileState { made_from: planned.made_from, ..*known }),
                    (How::New(Some(about)), _) => *about,
                    _ => output.about(&planned.path)?,
                };
                let About { size, modified, .. } = about;
                Some(FileState { made_from: planned.made_from, size, modified })
            })
            .collect();
        let written: BTreeSet<&str> = plan.iter().zip(how).filter(|(_, how)| **how != How::Stood).map(|(planned, _)| parent(&planned.path)).collect();
        let files: BTreeMap<String, FileState> = plan.iter().zip(states).filter_map(|(planned, state)| Some((planned.path.clone(), state?))).collect();
        let known = |folder: &str| standing.get(folder).copied().filter(|_| !folder.is_empty() && !touched.contains(folder) && !written.contains(folder));
        let folders =
            folders(files.keys()).into_iter().filter_map(|folder| Some((folder.to_owned(), known(folder).or_else(|| folder_time(output, folder))?))).collect();
        Self { files, folders, manifest: manifest_stamp(output), spare: None }
    }

    /// Whether every file that the last build wrote, and its manifest, still stands as it was written, by size and time stamp.
    pub fn is_intact(&self, output: &Path) -> bool {
        let output = &Tree::at(output);
        let files: Vec<(&String, &FileState)> = self.files.iter().collect();
        !files.is_empty()
            && self.manifest.is_some()
            && self.manifest == manifest_stamp(output)
            && files.par_iter().with_min_len(256).all(|(path, known)| known.still_holds(output, path))
    }

    /// Whether nothing was put into this folder, or taken out, since the last build.
    pub(super) fn is_untouched(&self, output: &Tree, folder: &str) -> bool {
        self.folders.get(folder).is_some_and(|known| folder_time(output, folder) == Some(*known))
    }
}

fn manifest_stamp(output: &Tree) -> Option<(u64, Stamp)> {
    output.about(manifest::FILE_NAME).map(|about| (about.size, about.modified))
}
