//! Careful restoration of damaged text: one rule a file, one table. A repair that is not sure is not made.

use crate::model::Restoration;

/// Something to be put in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Fix {
    /// Before this byte of the raw words.
    pub(super) at: usize,
    /// What is put in.
    pub(super) shown: &'static str,
    /// Which rule says so.
    pub(super) rule: Restoration,
}
