//! The new folder while it is filled: what stands there already, what the old output can give, what must be written.

use super::{Existing, Planned, carry, write_file};
use crate::fault::Fault;
use crate::manifest::Written;
use crate::text::Fingerprint;
use rustc_hash::FxHashSet;
use std::path::Path;

/// How a file came into the new folder.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum How {
    /// It stood there: the folder is the site before the last one.
    Stood,
    /// Linked over from the old output.
    Linked,
    /// Its bytes are new.
    New,
}

/// A file that is in the new folder now.
#[derive(Clone, Copy, Debug)]
pub(super) struct Placed {
    pub(super) written: Written,
    pub(super) how: How,
}

/// The new folder, and what it can be filled from.
pub(super) struct Ground<'a> {
    pub(super) output: &'a Path,
    pub(super) new: &'a Path,
    pub(super) existing: &'a Existing,
    /// Where the new folder is the site before the last one: the files in which it differs from the old output.
    pub(super) stale: Option<FxHashSet<&'a str>>,
}

impl Ground<'_> {
    /// Takes over the file, where it was made from the same things and nobody touched it since.
    pub(super) fn unchanged(&self, planned: &Planned) -> Result<Option<Placed>, Fault> {
        let (Some(known), Some(written)) = (self.existing.state.files.get(&planned.path), self.existing.manifest.files.get(&planned.path)) else {
            return Ok(None);
        };
        if known.made_from != planned.made_from {
            return Ok(None);
        }
        if self.stands(&planned.path) {
            return Ok(Some(Placed { written: *written, how: How::Stood }));
        }
        if known.still_holds(&self.output.join(&planned.path)) {
            self.link(&planned.path)?;
            return Ok(Some(Placed { written: *written, how: How::Linked }));
        }
        Ok(None)
    }

    /// Puts a file there that was made anew; where the old output holds these bytes already, that file stays: same bytes, same time stamp.
    pub(super) fn put(&self, path: &str, bytes: &[u8]) -> Result<Placed, Fault> {
        let written = Written { fingerprint: Fingerprint::of(bytes), size: bytes.len() as u64 };
        if self.existing.manifest.files.get(path) == Some(&written) {
            if self.stands(path) {
                return Ok(Placed { written, how: How::Stood });
            }
            if self.existing.same_bytes(self.output, path, &written) {
                self.link(path)?;
                return Ok(Placed { written, how: How::Linked });
            }
        }
        let new = self.new.join(path);
        self.make_room(&new)?;
        write_file(&new, bytes)?;
        Ok(Placed { written, how: How::New })
    }

    /// Whether the new folder holds the file as the last build wrote it.
    fn stands(&self, path: &str) -> bool {
        self.stale.as_ref().is_some_and(|stale| !stale.contains(path))
            && self.existing.state.files.get(path).is_some_and(|known| known.still_holds(&self.new.join(path)))
    }

    fn link(&self, path: &str) -> Result<(), Fault> {
        let new = self.new.join(path);
        self.make_room(&new)?;
        carry(&self.output.join(path), &new)
    }

    /// A file that stands in the way may share its bytes with the old output: its name is removed, nothing is written into it.
    fn make_room(&self, new: &Path) -> Result<(), Fault> {
        if self.stale.is_none() {
            return Ok(());
        }
        match std::fs::remove_file(new) {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(Fault::new("replace", new.display(), error)),
            _ => Ok(()),
        }
    }
}
