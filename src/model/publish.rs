//! What is published beside the pages: the switches under `publish` in `content/site.yaml`.

/// The switches. What is off leaves no file, no element and no link.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Publish {
    /// The Atom feed.
    pub feeds: bool,
    /// The page of each briefing that shows its seed line by line.
    pub source: bool,
    /// The search page and its index.
    pub search: bool,
}

impl Default for Publish {
    fn default() -> Self {
        Self { feeds: true, source: true, search: true }
    }
}
