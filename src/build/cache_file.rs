//! The cache between runs, in the site's `.chancery/`: analysis of seeds in shards, and what is remembered of the output.
//! It may be deleted at any time. What cannot be read is not there; what cannot be written is not remembered.

use super::cache::{Cache, Remembered};
use super::follow::KnownLinks;
use super::verify::PageLinks;
use crate::diagnostics::Diagnostics;
use crate::text::{Fingerprint, Fingerprinter, packed};
use crate::write::OutputState;
use rayon::prelude::*;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::io::Read;
use std::path::{Path, PathBuf};

/// A change of one seed writes one shard.
const SHARDS: usize = 64;
/// Changes with the form of what is kept.
const FORMAT: &str = "2";

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
        self.write(&self.output_file(output), memory, Vec::with_capacity(memory.state.files.len() * 100));
    }

    /// The links of that output folder's files: apart, as a build in which nothing changed needs none of them.
    pub fn read_links(&self, output: &Path) -> KnownLinks {
        self.read(&self.links_file(output)).unwrap_or_default()
    }

    /// Remembers the links of an output folder.
    pub fn write_links(&self, output: &Path, links: &KnownLinks) {
        let words = |links: &PageLinks| links.pages.len() + links.fragments.len() + links.ids.len();
        // About as many bytes as it will have, so that a large file is not made by doubling a small one.
        let room = links.iter().map(|(path, links)| path.len() + 8 * words(links) + 16).sum();
        self.write(&self.links_file(output), links, Vec::with_capacity(room));
    }

    /// The analysis of all seeds.
    pub fn read_analysis(&self) -> (Cache, Shards) {
        // One buffer for many shards: for each its own would be fresh memory, which costs as much as half of what is read into it.
        let read = |buffer: &mut Vec<u8>, number| self.read_with(&self.shard_file(number), buffer);
        let shards: Vec<Option<Vec<(String, Remembered)>>> = (0..SHARDS).into_par_iter().with_min_len(8).map_init(Vec::new, read).collect();
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
        shards.par_iter().enumerate().with_min_len(8).for_each_init(Vec::new, |buffer, (number, shard)| {
            let now = fingerprint(shard.iter().copied());
            if known.0.get(&number) != Some(&now) {
                *buffer = self.write(&self.shard_file(number), shard, std::mem::take(buffer));
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
        self.read_with(file, &mut Vec::new())
    }

    /// As `read`, with a buffer that others were read with.
    fn read_with<T: serde::de::DeserializeOwned>(&self, file: &Path, bytes: &mut Vec<u8>) -> Option<T> {
        bytes.clear();
        std::fs::File::open(file).ok()?.read_to_end(bytes).ok()?;
        let (head, body) = bytes.split_at_checked(32)?;
        if head[..16] != self.version.0 || head[16..] != Fingerprint::of(body).0 {
            return None;
        }
        packed::unpack(body)
    }

    /// Gives back the room in which its bytes were put together.
    fn write<T: Serialize>(&self, file: &Path, value: &T, mut room: Vec<u8>) -> Vec<u8> {
        // The body is written behind the place of what stands before it.
        room.clear();
        room.resize(32, 0);
        let Some(mut bytes) = packed::pack_behind(room, value) else { return Vec::new() };
        let (head, body) = bytes.split_at_mut(32);
        head[..16].copy_from_slice(&self.version.0);
        head[16..].copy_from_slice(&Fingerprint::of(body).0);
        // A folder that cannot be written to costs time on the next build, and nothing else.
        if std::fs::create_dir_all(&self.folder).is_ok() {
            let beside = file.with_extension(format!("{}.tmp", std::process::id()));
            if std::fs::write(&beside, &bytes).is_ok() && std::fs::rename(&beside, file).is_err() {
                let _ = std::fs::remove_file(&beside);
            }
        }
        bytes
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
