//! What a person says of findings: which are to be louder, quieter or not shown, for the site, a briefing, or a block.

use crate::diagnostics::{Code, Severity};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// How loud a finding is to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum LintLevel {
    /// It is not shown.
    Allow,
    /// It is shown.
    Advice,
    /// It is shown, and fails a run with `--strict`.
    Warning,
    /// It fails the run.
    Error,
}

impl LintLevel {
    /// The severity; `None` where the finding is not shown.
    pub fn severity(self) -> Option<Severity> {
        match self {
            Self::Allow => None,
            Self::Advice => Some(Severity::Advice),
            Self::Warning => Some(Severity::Warning),
            Self::Error => Some(Severity::Error),
        }
    }
}

/// `lint` of the settings, or of one briefing.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Lint {
    /// By code.
    pub levels: BTreeMap<Code, LintLevel>,
    /// Ids of blocks in which a code is allowed.
    pub blocks: BTreeMap<Code, BTreeSet<String>>,
}

impl Lint {
    /// Whether it says nothing.
    pub fn is_empty(&self) -> bool {
        self.levels.is_empty() && self.blocks.is_empty()
    }
}
