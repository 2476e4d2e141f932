//! What a person wrote: an immutable snapshot of a site's folder. `scan` alone reads the disk.

pub mod deploy;
pub mod lint;
pub mod scan;
pub mod settings;

pub use settings::{LinkPolicy, Settings};

use crate::diagnostics::Diagnostics;
use crate::text::Fingerprint;
use std::sync::Arc;

/// A file of the site: its path relative to the site's folder with `/`, and its bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InputFile {
    /// `seeds/talks.txt`
    pub path: String,
    /// As they lie on disk. Shared: the page of a seed shows them too.
    pub bytes: Arc<Vec<u8>>,
    /// Of the bytes.
    pub fingerprint: Fingerprint,
}

impl InputFile {
    /// With its fingerprint.
    pub fn new(path: impl Into<String>, bytes: Vec<u8>) -> Self {
        let fingerprint = Fingerprint::of(&bytes);
        Self { path: path.into(), bytes: Arc::new(bytes), fingerprint }
    }

    /// As text, where it is UTF-8; a byte order mark is left out.
    pub fn text(&self) -> Option<&str> {
        std::str::from_utf8(&self.bytes).ok().map(|text| text.strip_prefix('\u{feff}').unwrap_or(text))
    }

    /// The path below `folder`, without the file's ending: `2024/oslo` for `seeds/2024/oslo.txt` below `seeds`.
    pub fn key(&self, folder: &str) -> &str {
        let inner = self.path.strip_prefix(folder).map_or(self.path.as_str(), |rest| rest.trim_start_matches('/'));
        let name_at = inner.rfind('/').map_or(0, |at| at + 1);
        inner[name_at..].rfind('.').filter(|at| *at > 0).map_or(inner, |at| &inner[..name_at + at])
    }
}

/// A site's folder as it stood when it was read. Every list is sorted by path.
#[derive(Clone, Debug, Default)]
pub struct Inputs {
    /// `content/site.yaml`.
    pub site: Option<InputFile>,
    /// Files of `seeds/` that are read.
    pub seeds: Vec<InputFile>,
    /// YAML files of `content/briefings/`.
    pub overlays: Vec<InputFile>,
    /// YAML files of `content/actors/`.
    pub registry: Vec<InputFile>,
    /// Markdown files of `content/pages/`.
    pub pages: Vec<InputFile>,
    /// Files of `content/static/`.
    pub statics: Vec<InputFile>,
    /// Files of `themes/`.
    pub themes: Vec<InputFile>,
    /// What was odd while reading.
    pub diagnostics: Diagnostics,
}

impl Inputs {
    /// From files in memory, for tests and fuzzing: paths as in a site's folder.
    pub fn from_files<'a>(files: impl IntoIterator<Item = (&'a str, &'a [u8])>) -> Self {
        let mut files: Vec<InputFile> = files.into_iter().map(|(path, bytes)| InputFile::new(path, bytes.to_vec())).collect();
        files.sort_by(|a, b| a.path.cmp(&b.path));
        let mut inputs = Self::default();
        for file in files {
            inputs.sort_in(file);
        }
        inputs
    }

    /// The file as it is now, in the place of what it was; `None` where it is gone. `false`, and nothing done, where the whole folder must be read again:
    /// the file is none that is read.
    pub fn update(&mut self, path: &str, bytes: Option<Vec<u8>>) -> bool {
        let list = match scan::Place::of(path) {
            scan::Place::Site => {
                self.site = bytes.map(|bytes| InputFile::new(path, bytes));
                return true;
            }
            scan::Place::Seed => &mut self.seeds,
            scan::Place::Overlay => &mut self.overlays,
            scan::Place::Registry => &mut self.registry,
            scan::Place::Page => &mut self.pages,
            scan::Place::Static => &mut self.statics,
            scan::Place::Theme => &mut self.themes,
            scan::Place::NotASeed | scan::Place::Nothing => return false,
        };
        let place = list.binary_search_by(|file| file.path.as_str().cmp(path));
        match (place, bytes) {
            (Ok(at), Some(bytes)) => list[at] = InputFile::new(path, bytes),
            (Ok(at), None) => {
                list.remove(at);
            }
            (Err(at), Some(bytes)) => list.insert(at, InputFile::new(path, bytes)),
            (Err(_), None) => {}
        }
        true
    }

    /// Puts a file where it belongs; says so where it belongs nowhere.
    pub(crate) fn sort_in(&mut self, file: InputFile) {
        match scan::Place::of(&file.path) {
            scan::Place::Site => self.site = Some(file),
            scan::Place::Seed => self.seeds.push(file),
            scan::Place::Overlay => self.overlays.push(file),
            scan::Place::Registry => self.registry.push(file),
            scan::Place::Page => self.pages.push(file),
            scan::Place::Static => self.statics.push(file),
            scan::Place::Theme => self.themes.push(file),
            scan::Place::NotASeed => self.diagnostics.push(scan::not_a_seed(&file.path)),
            scan::Place::Nothing => {}
        }
    }

    /// Every file, for whoever needs the text of one by its path.
    pub fn all(&self) -> impl Iterator<Item = &InputFile> {
        self.site.iter().chain(&self.seeds).chain(&self.overlays).chain(&self.registry).chain(&self.pages).chain(&self.statics).chain(&self.themes)
    }

    /// The file of this path.
    pub fn find(&self, path: &str) -> Option<&InputFile> {
        let list = match scan::Place::of(path) {
            scan::Place::Site => return self.site.as_ref(),
            scan::Place::Seed => &self.seeds,
            scan::Place::Overlay => &self.overlays,
            scan::Place::Registry => &self.registry,
            scan::Place::Page => &self.pages,
            scan::Place::Static => &self.statics,
            scan::Place::Theme => &self.themes,
            scan::Place::NotASeed | scan::Place::Nothing => return None,
        };
        list.binary_search_by(|file| file.path.as_str().cmp(path)).ok().map(|at| &list[at])
    }
}
