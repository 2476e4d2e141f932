//! The policy in the shapes that several hosts share.

use super::Facts;
use crate::policy;

/// Headers of every answer at `address` (below the base path), the security policy among them.
pub(super) fn headers(address: &str, facts: &Facts) -> Vec<(&'static str, String)> {
    with_policy(policy::header_policy(address, &facts.handout_style))
}

/// Headers for hosts that give all pages the same.
pub(super) fn headers_of_all(facts: &Facts) -> Vec<(&'static str, String)> {
    with_policy(policy::widest_policy(&facts.handout_style))
}

fn with_policy(security: String) -> Vec<(&'static str, String)> {
    let mut all: Vec<(&'static str, String)> = policy::HEADERS.iter().map(|(name, value)| (*name, (*value).to_owned())).collect();
    all.push(("Content-Security-Policy", security));
    all
}

/// A regular expression for the paths of fingerprinted files, from the host's root.
pub(super) fn fingerprinted(facts: &Facts) -> String {
    format!("^{}{}$", escaped(&facts.base_path), policy::FINGERPRINTED)
}

/// A regular expression for the paths of handouts that are one file, from the host's root.
pub(super) fn handout_files(facts: &Facts) -> String {
    format!("^{}{}$", escaped(&facts.base_path), policy::HANDOUT_FILES)
}

/// An address that [`handout_files`] matches: all have the same headers.
pub(super) const A_HANDOUT_FILE: &str = "briefings/a/print/handout.html";

/// A path for a regular expression. A base path holds letters, digits and `/-_.~`; an address less.
pub(super) fn escaped(path: &str) -> String {
    path.replace('.', r"\.")
}

/// The base path without its last `/`, where there is one to be sent on from.
pub(super) fn bare_base(facts: &Facts) -> Option<&str> {
    facts.base_path.strip_suffix('/').filter(|path| !path.is_empty())
}
