//! The new folder while it is filled: what stands there already, what the old output can give, what must be written.

use super::plan::{How, Planned};
use super::state::FileState;
use super::system::Tree;
use super::{Existing, carry, unwritten};
use crate::fault::Fault;
use crate::manifest::Written;
use crate::text::Fingerprint;
use rustc_hash::FxHashSet;

/// A file that is in the new folder now.
#[derive(Clone, Copy, Debug)]
pub(super) struct Placed {
    pub(super) written: Written,
    pub(super) how: How,
}

/// The new folder, and what it can be filled from.
pub(super) struct Ground<'a> {
    pub(super) output: Tree,
    pub(super) new: Tree,
    pub(super) existing: &'a Existing,
    /// Where the new folder is the site before the last one: the files in which it differs from the old output.
    pub(super) stale: Option<FxHashSet<&'a str>>,
}

/// What is known of a file of the last build.
#[derive(Clone, Copy, Default)]
pub(super) struct Known<'a> {
    pub(super) state: Option<&'a FileState>,
    pub(super) written: Option<&'a Written>,
}

impl Ground<'_> {
    /// What is known of the file at `path`.
    pub(super) fn known(&self, path: &str) -> Known<'_> {
        Known { state: self.existing.state.files.get(path), written: self.existing.manifest.files.get(path) }
    }

    /// Takes over the file, where it was made from the same things and nobody touched it since.
    pub(super) fn unchanged(&self, planned: &Planned, known: Known<'_>) -> Result<Option<Placed>, Fault> {
        let (Some(state), Some(written)) = (known.state, known.written) else { return Ok(None) };
        if state.made_from != planned.made_from {
            return Ok(None);
        }
        if self.stands(&planned.path, known) {
            return Ok(Some(Placed { written: *written, how: How::Stood }));
        }
        if state.still_holds(&self.output, &planned.path) {
            self.link(&planned.path)?;
            return Ok(Some(Placed { written: *written, how: How::Linked }));
        }
        Ok(None)
    }

    /// Puts a file there that was made anew; where the old output holds these bytes already, that file stays: same bytes, same time stamp.
    pub(super) fn put(&self, path: &str, bytes: &[u8], known: Known<'_>) -> Result<Placed, Fault> {
        let written = Written { fingerprint: Fingerprint::of(bytes), size: bytes.len() as u64 };
        if known.written == Some(&written) {
            if self.stands(path, known) {
                return Ok(Placed { written, how: How::Stood });
            }
            if self.existing.same_bytes(&self.output, path, &written) {
                self.link(path)?;
                return Ok(Placed { written, how: How::Linked });
            }
        }
        self.make_room(path)?;
        let about = self.new.write(path, bytes).map_err(|error| unwritten(&self.new.join(path), error))?;
        Ok(Placed { written, how: How::New(about) })
    }

    /// Whether the new folder holds the file as the last build wrote it.
    fn stands(&self, path: &str, known: Known<'_>) -> bool {
        self.stale.as_ref().is_some_and(|stale| !stale.contains(path)) && known.state.is_some_and(|state| state.still_holds(&self.new, path))
    }

    fn link(&self, path: &str) -> Result<(), Fault> {
        self.make_room(path)?;
        carry(&self.output.join(path), &self.new.join(path))
    }

    /// A file that stands in the way may share its bytes with the old output: its name is removed, nothing is written into it.
    fn make_room(&self, path: &str) -> Result<(), Fault> {
        if self.stale.is_none() {
            return Ok(());
        }
        let new = self.new.join(path);
        match std::fs::remove_file(&new) {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(Fault::new("replace", new.display(), error)),
            _ => Ok(()),
        }
    }
}
