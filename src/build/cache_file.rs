//! The cache between runs, in the site's `.chancery/`: analysis of seeds in shards, and what is remembered of the output.
//! It may be deleted at any time. What cannot be read is not there; what cannot be written is not remembered.

use super::cache::{self, Cache, Remembered};
use super::follow::KnownLinks;
use crate::diagnostics::Diagnostics;
use crate::text::{Fingerprint, Fingerprinter};
use crate::write::OutputState;
use rayon::prelude::*;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// A change of one seed writes one shard.
const SHARDS: usize = 64;
/// Changes with the form of what is kept.
const FORMAT: &str = "1";

/// What is remembered of one output folder.
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct OutputMemory {
    /// Of all inputs and options of the last build.
    pub built_from: Fingerprint,
    /// Files as they were written.
    pub state: OutputState,
    /// What the last build found: it is said again where nothing changed.
    pub diagnostics: Diagnostics,
    /// Briefings shown and actors with a page.
    pub counts: (usize, usize),
    /// Names of the search index's files, by what they are made from.
    pub search: BTreeMap<Fingerprint, Vec<String>>,
}

/// The folder of the cache.
#[derive(Debug)]
pub struct CacheFolder {
    folder: PathBuf,
    /// Keeps what one version of the program remembered from another.
    version: Fingerprint,
}

impl CacheFolder {
    /// Of the site at `root`.
    pub fn of(root: &Path) -> Self {
        // A newer build of the program may read and link otherwise: its own file tells it from the last one.
        let program = std::env::current_exe()
            .ok()
            .and_then(|path| std::fs::metadata(path).ok())
            .map(|about| format!("{} {:?}", about.len(), about.modified().ok()))
            .unwrap_or_default();
        Self { folder: root.join(".chancery"), version: Fingerprinter::new().add(FORMAT).add(env!("CARGO_PKG_VERSION")).add(program).finish() }
    }

    /// What is remembered of the output folder `output`.
    pub fn read_output(&self, output: &Path) -> OutputMemory {
        self.read(&self.output_file(output)).unwrap_or_default()
    }

    /// Remembers an output folder.
    pub fn write_output(&self, output: &Path, memory: &OutputMemory) {
        self.write(&self.output_file(output), memory);
    }

    /// The links of that output folder's files: apart, as a build in which nothing changed needs none of them.
    pub fn read_links(&self, output: &Path) -> KnownLinks {
        self.read(&self.links_file(output)).unwrap_or_default()
    }

    /// Remembers the links of an output folder.
    pub fn write_links(&self, output: &Path, links: &KnownLinks) {
        self.write(&self.links_file(output), links);
    }

    /// The analysis of all seeds.
    pub fn read_analysis(&self) -> (Cache, Shards) {
        let shards: Vec<Option<Vec<(String, Remembered)>>> = (0..SHARDS).into_par_iter().map(|number| self.read(&self.shard_file(number))).collect();
        let mut cache = Cache::default();
        let mut known = Shards::default();
        for (number, shard) in shards.into_iter().enumerate() {
            let shard = shard.unwrap_or_default();
            known.0.insert(number, fingerprint(shard.iter().map(|(path, remembered)| (path.as_str(), remembered))));
            for (path, remembered) in shard {
                cache.put(path, remembered);
            }
        }
        (cache, known)
    }

    /// Writes the shards that differ from `known`.
    pub fn write_analysis(&self, cache: &Cache, known: &Shards) {
        let mut shards: Vec<Vec<(&str, &Remembered)>> = vec![Vec::new(); SHARDS];
        for (path, remembered) in cache.sorted() {
            shards[shard_of(path)].push((path, remembered));
        }
        shards.par_iter().enumerate().for_each(|(number, shard)| {
            let now = fingerprint(shard.iter().copied());
            if known.0.get(&number) != Some(&now) {
                self.write(&self.shard_file(number), shard);
            }
        });
    }

    /// Where the site before the last one may be kept, for the output folder `output`.
    pub fn spare(&self, output: &Path) -> PathBuf {
        self.beside_output_file(output, "-before")
    }

    fn links_file(&self, output: &Path) -> PathBuf {
        self.beside_output_file(output, "-links")
    }

    fn beside_output_file(&self, output: &Path, ending: &str) -> PathBuf {
        let mut file = self.output_file(output).into_os_string();
        file.push(ending);
        file.into()
    }

    fn output_file(&self, output: &Path) -> PathBuf {
        let full = std::path::absolute(output).unwrap_or_else(|_| output.to_owned());
        self.folder.join(format!("output-{}", &Fingerprint::of(full.to_string_lossy().as_bytes()).hex()[..12]))
    }

    fn shard_file(&self, number: usize) -> PathBuf {
        self.folder.join(format!("analysis-{number:02}"))
    }

    /// A file is the version, the fingerprint of its body, and its body: a file that was cut off is not read.
    fn read<T: serde::de::DeserializeOwned>(&self, file: &Path) -> Option<T> {
        let bytes = std::fs::read(file).ok()?;
        let (head, body) = bytes.split_at_checked(32)?;
        if head[..16] != self.version.0 || head[16..] != Fingerprint::of(body).0 {
            return None;
        }
        cache::decode(body)
    }

    fn write<T: Serialize>(&self, file: &Path, value: &T) {
        let Some(body) = cache::encode(value) else { return };
        let mut bytes = Vec::with_capacity(body.len() + 32);
        bytes.extend_from_slice(&self.version.0);
        bytes.extend_from_slice(&Fingerprint::of(&body).0);
        bytes.extend_from_slice(&body);
        // A folder that cannot be written to costs time on the next build, and nothing else.
        if std::fs::create_dir_all(&self.folder).is_ok() {
            let beside = file.with_extension(format!("{}.tmp", std::process::id()));
            if std::fs::write(&beside, bytes).is_ok() && std::fs::rename(&beside, file).is_err() {
                let _ = std::fs::remove_file(&beside);
            }
        }
    }
}

/// Fingerprints of the shards as they lie on disk.
#[derive(Debug, Default)]
pub struct Shards(BTreeMap<usize, Fingerprint>);

fn fingerprint<'a>(shard: impl Iterator<Item = (&'a str, &'a Remembered)>) -> Fingerprint {
    let mut all = Fingerprinter::new();
    for (path, remembered) in shard {
        all.add(path).add_fingerprint(remembered.read_from).add_fingerprint(remembered.named_from);
    }
    all.finish()
}

fn shard_of(path: &str) -> usize {
    usize::from(Fingerprint::of(path.as_bytes()).0[0]) % SHARDS
}
