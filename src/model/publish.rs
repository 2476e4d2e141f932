//! What is published beside the pages: the switches under `publish` in `content/site.yaml`.

/// The switches. What is off leaves no file, no element and no link.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Publish {
    /// The Atom feed.
    pub feeds: bool,
    /// What machines read in a page's head: JSON-LD, OpenGraph and citation elements.
    pub structured_data: bool,
    /// The search page and its index.
    pub search: bool,
}

impl Default for Publish {
    fn default() -> Self {
        Self { feeds: true, structured_data: true, search: true }
    }
}
