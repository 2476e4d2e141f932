//! What is published beside the pages: the switches under `publish` in `content/site.yaml`.

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
}

impl Default for Publish {
    fn default() -> Self {
        Self { feeds: true, structured_data: true, plain_text: true, search: true }
    }
}
