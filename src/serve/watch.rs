//! Says when the site's sources change; several changes at once are one.

use crate::fault::Fault;
use notify::{RecommendedWatcher, RecursiveMode, Watcher};
use std::path::Path;
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::Duration;

/// Editors write a file in several steps; this much quiet ends a change.
const QUIET: Duration = Duration::from_millis(30);

/// Changes of the sources.
pub(super) struct Changes {
    events: Receiver<()>,
    /// Watches while it lives.
    _watcher: RecommendedWatcher,
}

impl Changes {
    /// Waits for the next change; `false` where there will be none.
    pub(super) fn wait(&self) -> bool {
        if self.events.recv().is_err() {
            return false;
        }
        loop {
            match self.events.recv_timeout(QUIET) {
                Ok(()) => {}
                Err(RecvTimeoutError::Timeout) => return true,
                Err(RecvTimeoutError::Disconnected) => return false,
            }
        }
    }
}

/// Watches the site's folder itself, so that a source folder that is deleted and made again is seen.
pub(super) fn watch(root: &Path) -> Result<Changes, Fault> {
    let (send, events) = channel();
    let top = std::fs::canonicalize(root).map_err(|error| Fault::new("watch", root.display(), error))?;
    let sources = [top.join("seeds"), top.join("content"), top.join("themes")];
    let fault = |error: notify::Error| Fault::new("watch", root.display(), error);
    let mut watcher = notify::recommended_watcher(move |event: notify::Result<notify::Event>| {
        let Ok(event) = event else { return };
        if matches!(event.kind, notify::EventKind::Access(_)) {
            return;
        }
        if event.paths.is_empty() || event.paths.iter().any(|path| sources.iter().any(|source| path.starts_with(source))) {
            // A closed channel means that the preview is ending.
            let _ = send.send(());
        }
    })
    .map_err(fault)?;
    watcher.watch(&top, RecursiveMode::Recursive).map_err(fault)?;
    Ok(Changes { events, _watcher: watcher })
}
