//! The policy in the shapes that several hosts share.

use super::Facts;
use crate::policy;

/// Headers of every answer at `address` (below the base path), the security policy among them.
pub(super) fn headers(address: &str) -> Vec<(&'static str, String)> {
    let mut all: Vec<(&'static str, String)> = policy::HEADERS.iter().map(|(name, value)| (*name, (*value).to_owned())).collect();
    all.push(("Content-Security-Policy", policy::header_policy(address)));
    all
}

/// A regular expression for the paths of fingerprinted files, from the host's root.
pub(super) fn fingerprinted(facts: &Facts) -> String {
    format!("^{}{}$", escaped(&facts.base_path), policy::FINGERPRINTED)
}

/// A path for a regular expression. A base path holds letters, digits and `/-_.~`; an address less.
pub(super) fn escaped(path: &str) -> String {
    path.replace('.', r"\.")
}

/// The base path without its last `/`, where there is one to be sent on from.
pub(super) fn bare_base(facts: &Facts) -> Option<&str> {
    facts.base_path.strip_suffix('/').filter(|path| !path.is_empty())
}
