//! What a build remembers of the files it wrote: enough to see, without reading them, that nobody touched them since.

use super::Planned;
use super::ground::How;
use super::spare::Spare;
use super::stamp::{Stamp, folder_time, folders, modified, parent};
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
    /// Whether the file at `path` is still the one that was written, by size and time stamp.
    pub fn still_holds(&self, path: &Path) -> bool {
        std::fs::symlink_metadata(path).is_ok_and(|about| about.is_file() && about.len() == self.size && modified(&about) == self.modified)
    }
}

impl OutputState {
    /// Of the files of `plan` as they stand in `output`; what `last` knows of a file that was taken over still holds. `standing`: the time stamps of
    /// folders of which only those in `touched` have changed.
    pub(super) fn of(output: &Path, plan: &[Planned], how: &[How], last: &OutputState, standing: &BTreeMap<String, Stamp>, touched: &BTreeSet<String>) -> Self {
        let states: Vec<Option<FileState>> = plan
            .par_iter()
            .zip(how)
            .with_min_len(256)
            .map(|(planned, how)| {
                if let Some(known) = last.files.get(&planned.path).filter(|_| *how != How::New) {
                    return Some(FileState { made_from: planned.made_from, ..*known });
                }
                let about = std::fs::symlink_metadata(output.join(&planned.path)).ok()?;
                Some(FileState { made_from: planned.made_from, size: about.len(), modified: modified(&about) })
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
        let files: Vec<(&String, &FileState)> = self.files.iter().collect();
        !files.is_empty()
            && self.manifest.is_some()
            && self.manifest == manifest_stamp(output)
            && files.par_iter().with_min_len(256).all(|(path, known)| known.still_holds(&output.join(path)))
    }

    /// Whether nothing was put into this folder, or taken out, since the last build.
    pub(super) fn is_untouched(&self, output: &Path, folder: &str) -> bool {
        self.folders.get(folder).is_some_and(|known| folder_time(output, folder) == Some(*known))
    }
}

fn manifest_stamp(output: &Path) -> Option<(u64, Stamp)> {
    std::fs::symlink_metadata(output.join(manifest::FILE_NAME)).ok().map(|about| (about.len(), modified(&about)))
}
