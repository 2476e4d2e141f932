//! What is published beside the pages: the switches under `publish` in `content/site.yaml`.

use std::collections::BTreeSet;

/// The switches. What is off leaves no file, no element and no link.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Publish {
    /// The Atom feed.
    pub feeds: bool,
    /// The search page and its index.
    pub search: bool,
    /// The JSON of each briefing, with its schema.
    pub data: bool,
    /// A page and three files of citations for each briefing.
    pub citations: bool,
    /// Files with what all briefings hold together.
    pub exports: BTreeSet<Export>,
}

/// A form in which the whole site is exported.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Export {
    /// Tables of mentions, quotations and actors.
    Csv,
    /// Entities of FollowTheMoney, one a line.
    Ftm,
    /// Who is named with whom, as a graph.
    Graphml,
    /// Everything in one compressed file.
    All,
}

impl Default for Publish {
    fn default() -> Self {
        Self { feeds: true, search: true, data: true, citations: true, exports: BTreeSet::new() }
    }
}
