//! What is published beside the pages: the switches under `publish` in `content/site.yaml`.

use std::collections::BTreeSet;

/// The switches. What is off leaves no file, no element and no link.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Publish {
    /// Atom and JSON feeds.
    pub feeds: bool,
    /// What machines read in a page's head: JSON-LD, OpenGraph and citation elements.
    pub structured_data: bool,
    /// The words of each briefing as plain text, and a list of them.
    pub plain_text: bool,
    /// The search page and its index.
    pub search: bool,
    /// The JSON of each briefing, with its schema.
    pub data: bool,
    /// A page and three files of citations for each briefing.
    pub citations: bool,
    /// The page of each briefing that shows its seed line by line.
    pub source: bool,
    /// A share picture of each briefing and of each actor.
    pub pictures: bool,
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
        Self {
            feeds: true,
            structured_data: true,
            plain_text: true,
            search: true,
            data: true,
            citations: true,
            source: true,
            pictures: false,
            exports: BTreeSet::new(),
        }
    }
}
