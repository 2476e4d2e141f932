//! The search index among the files of a build: bundles that did not change keep the files that they had.

use crate::diagnostics::Diagnostic;
use crate::search::{self, Bundle, IndexFile};
use crate::site::Site;
use crate::text::{Fingerprint, Fingerprinter};
use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};

pub(super) use crate::search::AVAILABLE;

/// The index of one build.
#[derive(Debug)]
pub struct SearchIndex {
    parts: Vec<Part>,
    /// Paths of all files, each with its part and its place there; the list of bundles has no part.
    files: Vec<(String, Option<(usize, usize)>)>,
    list: Vec<u8>,
    made: usize,
}

/// A bundle and its files: made already, or standing where the last build wrote them.
#[derive(Debug)]
struct Part {
    bundle: Bundle,
    made: OnceLock<Made>,
}

type Made = Result<Arc<Vec<IndexFile>>, Diagnostic>;

impl SearchIndex {
    /// Indexes every bundle whose file names are not in `known`, by what it is made from, and whose files `last` does not hold.
    pub(super) fn new(site: &Site, known: &BTreeMap<Fingerprint, Vec<String>>, last: Option<&SearchIndex>) -> Result<Self, Diagnostic> {
        let bundles = search::bundles(site);
        let mut index = Self { parts: Vec::with_capacity(bundles.len()), files: Vec::new(), list: search::list(site, &bundles), made: 0 };
        index.files.push((search::LIST.to_owned(), None));
        for bundle in bundles {
            let at = index.parts.len();
            let part = Part { bundle, made: OnceLock::new() };
            let same = |other: &&Part| other.bundle.made_from == part.bundle.made_from && other.bundle.folder == part.bundle.folder;
            if let Some(made) = last.and_then(|last| last.parts.iter().find(same)).and_then(|other| other.made.get()) {
                let _ = part.made.set(made.clone());
            }
            let names = known.get(&part.bundle.made_from).filter(|names| names.iter().all(|name| name.starts_with(&part.bundle.folder)));
            let names = match names {
                Some(names) => names.clone(),
                None => {
                    index.made += usize::from(part.made.get().is_none());
                    part.files(site)?.iter().map(|file| file.path.clone()).collect()
                }
            };
            index.files.extend(names.into_iter().enumerate().map(|(place, path)| (path, Some((at, place)))));
            index.parts.push(part);
        }
        Ok(index)
    }

    /// How many pages can be found.
    pub fn pages(&self) -> usize {
        self.parts.iter().map(|part| part.bundle.pages).sum()
    }

    /// How many bundles had to be indexed.
    pub fn made(&self) -> usize {
        self.made
    }

    /// The file at this path below the output folder.
    pub fn find(&self, path: &str) -> Option<super::Output> {
        self.files.iter().position(|(known, _)| known == path).map(super::Output::Search)
    }

    /// The names of each bundle's files, by what they are made from.
    pub(super) fn known(&self) -> BTreeMap<Fingerprint, Vec<String>> {
        let mut known: BTreeMap<Fingerprint, Vec<String>> = BTreeMap::new();
        for (path, of) in &self.files {
            if let Some((part, _)) = of {
                known.entry(self.parts[*part].bundle.made_from).or_default().push(path.clone());
            }
        }
        known
    }

    pub(super) fn outputs(&self) -> impl Iterator<Item = (String, super::Output)> + '_ {
        self.files.iter().enumerate().map(|(at, (path, _))| (path.clone(), super::Output::Search(at)))
    }

    pub(super) fn fingerprint(&self, at: usize) -> Fingerprint {
        match &self.files[at] {
            (_, None) => Fingerprint::of(&self.list),
            (path, Some((part, _))) => Fingerprinter::new().add(path).add_fingerprint(self.parts[*part].bundle.made_from).finish(),
        }
    }

    pub(super) fn make(&self, site: &Site, at: usize) -> Result<Vec<u8>, Diagnostic> {
        let Some((part, place)) = self.files[at].1 else { return Ok(self.list.clone()) };
        Ok(self.parts[part].files(site)?.get(place).map(|file| file.bytes.clone()).unwrap_or_default())
    }
}

impl Part {
    fn files(&self, site: &Site) -> Made {
        self.made.get_or_init(|| search::index(site, &self.bundle).map(Arc::new)).clone()
    }
}
