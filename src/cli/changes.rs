//! Changes to a person's files: made and named, or only shown.

use super::{Common, Exit, report};
use crate::edit::{self, Change};

/// Whether the changes are made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mode {
    /// They are made, and the paths of the files printed.
    Made,
    /// They are printed as a diff.
    Shown,
}

impl Mode {
    pub(super) fn of(dry_run: bool) -> Self {
        if dry_run { Self::Shown } else { Self::Made }
    }
}

/// Makes or shows the changes. Paths and diffs go to standard output, for whoever reads on.
pub(super) fn run(common: &Common, changes: &[Change], mode: Mode) -> Exit {
    if mode == Mode::Shown {
        report::print(&edit::diff(changes));
        return Exit::Success;
    }
    match edit::apply(&common.root, changes) {
        Ok(()) => {
            report::print(&changes.iter().map(|change| format!("{}\n", change.path)).collect::<String>());
            Exit::Success
        }
        Err(fault) => report::fault(&fault),
    }
}
