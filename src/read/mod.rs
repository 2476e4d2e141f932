//! A seed to a briefing: decode, cut into pieces, decide what each line is, restore, anchor. Knows no actors and no site.

pub mod overlay;

use crate::diagnostics::Checked;
use crate::model::{Briefing, Meta, meta::Restore};

/// A seed as the site's folder holds it.
#[derive(Clone, Copy, Debug)]
pub struct SeedInput<'a> {
    /// Path below `seeds/` without its ending: `ankara-talks`.
    pub key: &'a str,
    /// Path in the site: `seeds/ankara-talks.txt`. Ends in `.md` (in any case) where the seed is Markdown.
    pub path: &'a str,
    /// The file's bytes, as they lie on disk.
    pub bytes: &'a [u8],
    /// What the overlay says, where there is one.
    pub overlay: Option<&'a Meta>,
}

/// What `read` takes from the settings.
#[derive(Clone, Debug)]
pub struct ReadOptions {
    /// BCP 47 tag of the site's language, where the briefing names none.
    pub language: String,
    /// Which restorations are made, where the briefing says nothing.
    pub restore: Restore,
}

/// Reads one seed. `None` where it holds no text, with the diagnostic that says so.
pub fn read(_seed: &SeedInput<'_>, _options: &ReadOptions) -> Checked<Option<Briefing>> {
    Checked::clean(None)
}
