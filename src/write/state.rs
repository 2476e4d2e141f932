//! What a build remembers of the files it wrote: enough to see, without reading them, that nobody touched them since.

use super::Planned;
use crate::text::Fingerprint;
use rayon::prelude::*;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::path::Path;

/// What is remembered of one file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FileState {
    /// Of everything that decided its bytes.
    pub made_from: Fingerprint,
    size: u64,
    modified: (u64, u32),
}

/// What is remembered of an output folder.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct OutputState {
    /// By path below the output folder.
    pub files: BTreeMap<String, FileState>,
}

impl FileState {
    /// Whether the file at `path` is still the one that was written, by size and time stamp.
    pub fn still_holds(&self, path: &Path) -> bool {
        std::fs::symlink_metadata(path).is_ok_and(|about| about.is_file() && about.len() == self.size && modified(&about) == self.modified)
    }
}

impl OutputState {
    /// Of the files of `plan` as they stand in `output`.
    pub fn of(output: &Path, plan: &[Planned]) -> Self {
        let states: Vec<Option<FileState>> = plan
            .par_iter()
            .with_min_len(256)
            .map(|planned| {
                let about = std::fs::symlink_metadata(output.join(&planned.path)).ok()?;
                Some(FileState { made_from: planned.made_from, size: about.len(), modified: modified(&about) })
            })
            .collect();
        Self { files: plan.iter().zip(states).filter_map(|(planned, state)| Some((planned.path.clone(), state?))).collect() }
    }
}

fn modified(about: &std::fs::Metadata) -> (u64, u32) {
    let since = about.modified().ok().and_then(|at| at.duration_since(std::time::UNIX_EPOCH).ok()).unwrap_or_default();
    (since.as_secs(), since.subsec_nanos())
}
