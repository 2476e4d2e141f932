//! Analysis remembered by content: what a seed was read to, and who is named in it. Loses nothing when it is lost, and never
//! changes a byte of the output.

use super::memo::Memo;
use super::watch::Watch;
use crate::actors::Candidates;
use crate::diagnostics::Diagnostics;
use crate::model::{Briefing, BriefingLinks, Mentions};
use crate::text::Fingerprint;
use rustc_hash::FxHashMap;
use serde::{Deserialize, Serialize};
use std::sync::{Arc, OnceLock};

/// What depends on a seed, its overlay and the reading options alone.
#[derive(Debug, Serialize, Deserialize)]
pub struct Reading {
    /// The briefing; `None` where the seed holds no text.
    pub briefing: Option<Arc<Briefing>>,
    /// What may be a name in it.
    pub candidates: Candidates,
    /// What was found while reading.
    pub diagnostics: Diagnostics,
    /// [`Candidates::print`], where it was asked for.
    #[serde(skip)]
    pub print: OnceLock<Fingerprint>,
}

/// What depends on a reading and on the roster.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Named {
    /// Who is named.
    pub mentions: Arc<Mentions>,
    /// What bears on what.
    pub links: Arc<BriefingLinks>,
    /// [`Mentions::shape`], where it was asked for.
    #[serde(skip)]
    pub shape: OnceLock<Fingerprint>,
}

/// What is remembered of one seed.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Remembered {
    /// Of seed, overlay, options and program.
    pub read_from: Fingerprint,
    /// What came of it.
    pub reading: Arc<Reading>,
    /// Of the reading's fingerprint and the cast.
    pub named_from: Fingerprint,
    /// What came of that.
    pub named: Named,
}

/// Remembered seeds, by path. In memory it serves the preview; between runs `cache_file` keeps it.
#[derive(Debug, Default)]
pub struct Cache {
    seeds: FxHashMap<String, Remembered>,
    /// Results of whole stages: of a preview alone, which builds again and again.
    pub(super) memo: Option<Box<Memo>>,
    /// Who watches the builds.
    pub(super) watch: Option<Arc<dyn Watch>>,
}

impl Cache {
    /// For many builds of one site: results of whole stages are remembered too.
    #[must_use]
    pub fn for_many_builds(mut self) -> Self {
        self.memo = Some(Box::default());
        self
    }

    /// Watched by `watch`.
    #[must_use]
    pub fn watched(mut self, watch: Arc<dyn Watch>) -> Self {
        self.watch = Some(watch);
        self
    }

    /// What is remembered of a seed.
    pub fn get(&self, path: &str) -> Option<&Remembered> {
        self.seeds.get(path)
    }

    /// Remembers a seed.
    pub fn put(&mut self, path: String, remembered: Remembered) {
        self.seeds.insert(path, remembered);
    }

    /// Forgets all seeds that `keep` does not want.
    pub fn retain(&mut self, keep: impl Fn(&str) -> bool) {
        self.seeds.retain(|path, _| keep(path));
    }

    /// All remembered seeds, sorted by path.
    pub fn sorted(&self) -> Vec<(&str, &Remembered)> {
        let mut all: Vec<(&str, &Remembered)> = self.seeds.iter().map(|(path, remembered)| (path.as_str(), remembered)).collect();
        all.sort_by_key(|(path, _)| *path);
        all
    }
}
