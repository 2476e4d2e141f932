//! Who watches a build: told which stage begins and how far it is. What is told changes nothing.

/// What a build does, in order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// Seeds are read, or taken from the last build.
    Reading,
    /// Who is named anywhere is gathered.
    Gathering,
    /// Each briefing's names are linked.
    Linking,
    /// Everything is put in order and gets its address.
    Ordering,
    /// The search index is made, where anything in it changed.
    Indexing,
    /// Pages are compared with those of the last build, made, and written.
    Pages,
    /// Every link of every page is followed.
    Following,
}

impl Stage {
    /// As a person is told: `reading seeds`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Reading => "reading seeds",
            Self::Gathering => "gathering actors",
            Self::Linking => "linking names",
            Self::Ordering => "ordering the site",
            Self::Indexing => "indexing for search",
            Self::Pages => "making pages",
            Self::Following => "following links",
        }
    }
}

/// Whoever watches. Told from several threads.
pub trait Watch: Send + Sync + std::fmt::Debug {
    /// A stage begins; it has so many steps, where that is known.
    fn begins(&self, stage: Stage, steps: Option<usize>);

    /// One step is done.
    fn step(&self) {}
}

/// Nobody watches.
#[derive(Clone, Copy, Debug, Default)]
pub struct Nobody;

impl Watch for Nobody {
    fn begins(&self, _: Stage, _: Option<usize>) {}
}
