//! What systems can do with folders beyond the standard library: find files from a folder that is held open, and exchange two folders in one step.
//! The only file that knows which systems can; elsewhere it does the same in the long way.

use std::fs::File;
use std::io::{Result, Write};
use std::path::{Path, PathBuf};

/// A time stamp: seconds since 1970, nanoseconds.
pub(super) type Stamp = (u64, u32);

/// A folder of thousands of files that are looked at or written by their paths below it. Held open, so that the system need not find the folder itself
/// again for each of them: that is half of the way.
#[derive(Debug)]
pub(super) struct Tree {
    path: PathBuf,
    #[cfg(any(target_os = "linux", target_os = "macos"))]
    open: Option<File>,
}

/// What the system says of a file or folder; of a symbolic link, not of what it leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct About {
    pub(super) is_file: bool,
    pub(super) is_folder: bool,
    pub(super) size: u64,
    pub(super) modified: Stamp,
}

impl About {
    fn of(about: &std::fs::Metadata) -> Self {
        Self { is_file: about.is_file(), is_folder: about.is_dir(), size: about.len(), modified: modified(about) }
    }
}

impl Tree {
    /// The path of what lies at `below`; `""` is the folder itself.
    pub(super) fn join(&self, below: &str) -> PathBuf {
        self.path.join(below)
    }
}

#[cfg(any(target_os = "linux", target_os = "macos"))]
impl Tree {
    /// The folder at `path`, also where it is not there (yet).
    pub(super) fn at(path: &Path) -> Self {
        Self { path: path.to_owned(), open: File::open(path).ok() }
    }

    /// What lies at `below`; `""` is the folder itself.
    pub(super) fn about(&self, below: &str) -> Option<About> {
        use rustix::fs::{AtFlags, FileType, statat};
        let Some(open) = &self.open else { return std::fs::symlink_metadata(self.join(below)).ok().as_ref().map(About::of) };
        let found = statat(open, if below.is_empty() { "." } else { below }, AtFlags::SYMLINK_NOFOLLOW).ok()?;
        let kind = FileType::from_raw_mode(found.st_mode);
        // As in `modified`: what is older than 1970 has no time.
        let modified = u64::try_from(found.st_mtime).map_or((0, 0), |seconds| (seconds, u32::try_from(found.st_mtime_nsec).unwrap_or_default()));
        Some(About { is_file: kind == FileType::RegularFile, is_folder: kind == FileType::Directory, size: u64::try_from(found.st_size).ok()?, modified })
    }

    /// Writes a file, and says what the system then says of it.
    pub(super) fn write(&self, below: &str, bytes: &[u8]) -> Result<Option<About>> {
        use rustix::fs::{Mode, OFlags, openat};
        use rustix::io::retry_on_intr;
        const HOW: OFlags = OFlags::WRONLY.union(OFlags::CREATE).union(OFlags::TRUNC).union(OFlags::CLOEXEC);
        let mut file = match &self.open {
            Some(open) => File::from(retry_on_intr(|| openat(open, below, HOW, Mode::from_raw_mode(0o666)))?),
            None => File::create(self.join(below))?,
        };
        file.write_all(bytes)?;
        // Some file systems give a file its time only when it is closed.
        drop(file);
        Ok(self.about(below))
    }

    /// Makes a folder.
    pub(super) fn make_folder(&self, below: &str) -> Result<()> {
        use rustix::fs::{Mode, mkdirat};
        match &self.open {
            Some(open) => Ok(mkdirat(open, below, Mode::from_raw_mode(0o777))?),
            None => std::fs::create_dir(self.join(below)),
        }
    }
}

#[cfg(not(any(target_os = "linux", target_os = "macos")))]
impl Tree {
    /// The folder at `path`, also where it is not there (yet).
    pub(super) fn at(path: &Path) -> Self {
        Self { path: path.to_owned() }
    }

    /// What lies at `below`; `""` is the folder itself.
    pub(super) fn about(&self, below: &str) -> Option<About> {
        std::fs::symlink_metadata(self.join(below)).ok().as_ref().map(About::of)
    }

    /// Writes a file, and says what the system then says of it.
    pub(super) fn write(&self, below: &str, bytes: &[u8]) -> Result<Option<About>> {
        File::create(self.join(below))?.write_all(bytes)?;
        Ok(self.about(below))
    }

    /// Makes a folder.
    pub(super) fn make_folder(&self, below: &str) -> Result<()> {
        std::fs::create_dir(self.join(below))
    }
}

fn modified(about: &std::fs::Metadata) -> Stamp {
    let since = about.modified().ok().and_then(|at| at.duration_since(std::time::UNIX_EPOCH).ok()).unwrap_or_default();
    (since.as_secs(), since.subsec_nanos())
}

/// Exchanges two folders in one step; `false` where the system or the file system cannot.
#[cfg(any(target_os = "linux", target_os = "macos"))]
pub(super) fn exchange(one: &Path, other: &Path) -> bool {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    renameat_with(CWD, one, CWD, other, RenameFlags::EXCHANGE).is_ok()
}

/// Elsewhere the old folder is renamed away first: for a moment, there is none.
#[cfg(not(any(target_os = "linux", target_os = "macos")))]
pub(super) fn exchange(_: &Path, _: &Path) -> bool {
    false
}
