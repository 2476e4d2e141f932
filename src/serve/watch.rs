//! Says when the site's sources change; several changes at once are one.

use crate::fault::Fault;
use notify::event::{AccessKind, AccessMode, EventKind, ModifyKind};
use notify::{RecommendedWatcher, RecursiveMode, Watcher};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::Duration;

/// A file that is still being written is waited for, but no longer than this after its last change.
const QUIET: Duration = Duration::from_millis(40);

/// What happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Change {
    /// Somebody is writing a file.
    Going,
    /// A file is whole: closed by its writer, renamed into its place, removed.
    Done,
    /// A source folder appeared or went.
    Folder,
}

/// What is to be read again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Touched {
    /// These files, some of which may be gone.
    Files(BTreeSet<PathBuf>),
    /// Everything.
    All,
}

/// Changes of the sources.
pub(super) struct Changes {
    events: Receiver<(Change, Vec<PathBuf>)>,
    watcher: RecommendedWatcher,
    sources: [PathBuf; 3],
}

impl Changes {
    /// Waits for the next change; `None` where there will be none. A file that was closed is not waited for any longer.
    pub(super) fn wait(&mut self) -> Option<Touched> {
        let (mut last, paths) = self.events.recv().ok()?;
        let mut files: BTreeSet<PathBuf> = paths.into_iter().collect();
        let mut folders = false;
        loop {
            folders |= last == Change::Folder;
            while let Ok((next, paths)) = self.events.try_recv() {
                folders |= next == Change::Folder;
                last = next;
                files.extend(paths);
            }
            if last != Change::Done || folders {
                match self.events.recv_timeout(QUIET) {
                    Ok((next, paths)) => {
                        last = next;
                        files.extend(paths);
                        continue;
                    }
                    Err(RecvTimeoutError::Timeout) => {}
                    Err(RecvTimeoutError::Disconnected) => return None,
                }
            }
            if folders {
                // Before the sources are read again: what is put in from now on is seen.
                self.watch_sources();
                return Some(Touched::All);
            }
            return Some(Touched::Files(files));
        }
    }

    fn watch_sources(&mut self) {
        for source in &self.sources {
            // One that is not there was not watched, or is no longer; one that is there may be another than before.
            let _ = self.watcher.unwatch(source);
            let _ = self.watcher.watch(source, RecursiveMode::Recursive);
        }
    }
}

fn change(kind: EventKind) -> Option<Change> {
    match kind {
        EventKind::Access(AccessKind::Close(AccessMode::Write)) | EventKind::Modify(ModifyKind::Name(_)) | EventKind::Remove(_) => Some(Change::Done),
        EventKind::Access(_) => None,
        _ => Some(Change::Going),
    }
}

/// Watches the source folders, and the site's folder for one that is deleted, or made, or made again.
pub(super) fn watch(root: &Path) -> Result<Changes, Fault> {
    let (send, events) = channel();
    let top = std::fs::canonicalize(root).map_err(|error| Fault::new("watch", root.display(), error))?;
    let sources = ["seeds", "content", "themes"].map(|name| top.join(name));
    let watched = sources.clone();
    let fault =
        |error: notify::Error| Fault::new("watch", root.display(), error).with_help("the machine may watch too few files: see `fs.inotify.max_user_watches`");
    let mut watcher = notify::recommended_watcher(move |event: notify::Result<notify::Event>| {
        let change = match event {
            // Events may have been lost: everything is looked at again.
            Err(_) => Some((Change::Folder, Vec::new())),
            Ok(event) if event.need_rescan() => Some((Change::Folder, Vec::new())),
            Ok(event) => change(event.kind).and_then(|change| {
                if event.paths.iter().any(|path| watched.contains(path)) && !matches!(event.kind, EventKind::Modify(ModifyKind::Metadata(_))) {
                    return Some((Change::Folder, Vec::new()));
                }
                let paths: Vec<PathBuf> = event.paths.into_iter().filter(|path| watched.iter().any(|source| path.starts_with(source))).collect();
                (!paths.is_empty()).then_some((change, paths))
            }),
        };
        if let Some(change) = change {
            // A closed channel means that the preview is ending.
            let _ = send.send(change);
        }
    })
    .map_err(fault)?;
    watcher.watch(&top, RecursiveMode::NonRecursive).map_err(fault)?;
    for source in sources.iter().filter(|source| source.exists()) {
        watcher.watch(source, RecursiveMode::Recursive).map_err(fault)?;
    }
    Ok(Changes { events, watcher, sources })
}
