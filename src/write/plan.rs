//! What the output shall hold, and how each file of it came there.

use super::system::About;
use crate::text::Fingerprint;
use std::collections::BTreeMap;

/// A file that the output shall hold.
#[derive(Clone, Debug)]
pub struct Planned {
    /// Below the output folder, with `/`.
    pub path: String,
    /// Of everything that decides its bytes.
    pub made_from: Fingerprint,
}

/// How a file came into the new folder.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum How {
    /// It stood there: the folder is the site before the last one.
    Stood,
    /// Linked over from the old output.
    Linked,
    /// Its bytes are new; what the system says of it now.
    New(Option<About>),
}

impl How {
    /// Whether its bytes are new.
    pub(super) fn is_new(&self) -> bool {
        matches!(self, Self::New(_))
    }
}

/// What is known of each file of `plan`, found in one walk where the plan is sorted by path as the table is.
pub(super) fn beside<'t, T>(plan: &'t [Planned], table: &'t BTreeMap<String, T>) -> Vec<Option<&'t T>> {
    let mut rest = table.iter().peekable();
    let mut farthest: Option<&str> = None;
    let find = |planned: &'t Planned| {
        let path = planned.path.as_str();
        if farthest.is_some_and(|farthest| farthest >= path) {
            return table.get(path);
        }
        farthest = Some(path);
        while rest.next_if(|(known, _)| known.as_str() < path).is_some() {}
        rest.next_if(|(known, _)| known.as_str() == path).map(|(_, found)| found)
    };
    plan.iter().map(find).collect()
}
