//! What the machine refuses: always with the path and the action that failed. Faults of the input are [`crate::diagnostics`].

use std::fmt;

/// An operation that the machine refused.
#[derive(Debug)]
pub struct Fault {
    /// What was tried, as a clause: "read the seed".
    pub action: String,
    /// What it was tried on.
    pub path: String,
    /// What the machine said.
    pub cause: String,
    /// What the person can do about it.
    pub help: Option<String>,
}

impl Fault {
    /// `action` on `path` failed because of `cause`.
    pub fn new(action: impl Into<String>, path: impl fmt::Display, cause: impl fmt::Display) -> Self {
        Self { action: action.into(), path: path.to_string(), cause: cause.to_string(), help: None }
    }

    /// With advice.
    #[must_use]
    pub fn with_help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "cannot {} `{}`: {}", self.action, self.path, self.cause)
    }
}

impl std::error::Error for Fault {}
