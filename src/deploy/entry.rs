//! What is put at a path: its content by SHA-256, and the headers that go with it. And the manifest, which says it of a whole deploy.

use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// The folder of our own objects in a target.
pub(super) const OWN_FOLDER: &str = ".chancery/";
/// The manifest: what the last deploy put where, and what one that goes on is about to put.
pub(super) const MANIFEST: &str = ".chancery/deploy.json";
/// The lock of a server's target.
pub(super) const LOCK: &str = ".chancery/lock.json";
/// Objects of the deploy before that have been replaced or deleted, by SHA-256.
pub(super) const KEPT: &str = ".chancery/kept/";

/// What is at a path, or shall be.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Entry {
    /// Of the bytes, in hexadecimal.
    pub(super) sha256: String,
    /// Number of bytes.
    pub(super) size: u64,
    /// `Content-Type`.
    pub(super) media_type: String,
    /// `Cache-Control`.
    pub(super) caching: String,
}

/// Entries by path.
pub(super) type Entries = BTreeMap<String, Entry>;

/// What deploys put into a target.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Manifest {
    /// How many deploys there were.
    pub(super) deploys: u64,
    /// The site, as the last finished deploy left it.
    pub(super) files: Entries,
    /// What former deploys put there and the site has no more.
    pub(super) stale: Entries,
    /// What a deploy that has not finished was about to put: each path may hold this, or what stood there before.
    pub(super) pending: Entries,
    /// What that deploy replaces or deletes and nothing else names: each path may hold this still.
    pub(super) going: Entries,
    /// How the site was before the last finished deploy, where one can go back.
    pub(super) before: Option<Before>,
}

/// The site as it was before, told by what is different now.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Before {
    /// What stood there and is another now, or gone.
    pub(super) replaced: Entries,
    /// Paths that were not there.
    pub(super) added: BTreeSet<String>,
}

impl Before {
    /// The difference between the site as it was and as it is.
    pub(super) fn of(was: &Entries, is: &Entries) -> Self {
        let replaced = was.iter().filter(|(path, entry)| is.get(*path) != Some(*entry)).map(|(path, entry)| (path.clone(), entry.clone())).collect();
        Self { replaced, added: is.keys().filter(|path| !was.contains_key(*path)).cloned().collect() }
    }
}

/// The form of the file; types and caching rules are few, so they stand in tables.
#[derive(Serialize, Deserialize)]
struct Written {
    format: String,
    deploys: u64,
    types: Vec<String>,
    caching: Vec<String>,
    files: BTreeMap<String, WrittenEntry>,
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    stale: BTreeMap<String, WrittenEntry>,
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pending: BTreeMap<String, WrittenEntry>,
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    going: BTreeMap<String, WrittenEntry>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    before: Option<WrittenBefore>,
}

#[derive(Serialize, Deserialize)]
struct WrittenBefore {
    replaced: BTreeMap<String, WrittenEntry>,
    added: BTreeSet<String>,
}

#[derive(Serialize, Deserialize)]
struct WrittenEntry {
    sha256: String,
    size: u64,
    #[serde(rename = "type")]
    media_type: usize,
    caching: usize,
}

const FORMAT: &str = "chancery-deploy/1";

/// Why a manifest cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unreadable {
    /// It is none.
    Broken,
    /// Another version wrote it.
    OtherVersion,
}

impl Manifest {
    /// As it is put into the target.
    pub(super) fn to_json(&self) -> Vec<u8> {
        let (mut types, mut caching) = (Vec::new(), Vec::new());
        let mut written = |entries: &Entries| -> BTreeMap<String, WrittenEntry> {
            let one = |(path, entry): (&String, &Entry)| {
                let written = WrittenEntry {
                    sha256: entry.sha256.clone(),
                    size: entry.size,
                    media_type: number(&mut types, &entry.media_type),
                    caching: number(&mut caching, &entry.caching),
                };
                (path.clone(), written)
            };
            entries.iter().map(one).collect()
        };
        let (files, stale) = (written(&self.files), written(&self.stale));
        let (pending, going) = (written(&self.pending), written(&self.going));
        let before = self.before.as_ref().map(|before| WrittenBefore { replaced: written(&before.replaced), added: before.added.clone() });
        let written = Written { format: FORMAT.to_owned(), deploys: self.deploys, types, caching, files, stale, pending, going, before };
        // Texts, numbers and maps of texts can always be written.
        serde_json::to_vec(&written).unwrap_or_default()
    }

    /// From what stands in the target. Paths that leave the folder of the site, or lead among our own objects, are none of ours.
    ///
    /// # Errors
    /// What is no manifest, or one of another version.
    pub(super) fn from_json(bytes: &[u8]) -> Result<Self, Unreadable> {
        let value: serde_json::Value = serde_json::from_slice(bytes).map_err(|_| Unreadable::Broken)?;
        match value.get("format").and_then(serde_json::Value::as_str) {
            Some(FORMAT) => {}
            Some(other) if other.starts_with("chancery-deploy/") => return Err(Unreadable::OtherVersion),
            _ => return Err(Unreadable::Broken),
        }
        let Written { deploys, types, caching, files, stale, pending, going, before, .. } = serde_json::from_value(value).map_err(|_| Unreadable::Broken)?;
        let read = |written: BTreeMap<String, WrittenEntry>| -> Option<Entries> {
            let one = |(path, entry): (String, WrittenEntry)| {
                if !is_ours(&path) || !is_sha256(&entry.sha256) {
                    return None;
                }
                let entry = Entry {
                    sha256: entry.sha256,
                    size: entry.size,
                    media_type: types.get(entry.media_type)?.clone(),
                    caching: caching.get(entry.caching)?.clone(),
                };
                Some((path, entry))
            };
            written.into_iter().map(one).collect()
        };
        let before = match before {
            None => None,
            Some(written) => Some(Before { replaced: read(written.replaced).ok_or(Unreadable::Broken)?, added: written.added }),
        };
        let all = (read(files), read(stale), read(pending), read(going));
        let (Some(files), Some(stale), Some(pending), Some(going)) = all else { return Err(Unreadable::Broken) };
        Ok(Self { deploys, files, stale, pending, going, before })
    }

    /// Whether the deploy that wrote it came to its end.
    pub(super) fn is_finished(&self) -> bool {
        self.pending.is_empty() && self.going.is_empty()
    }

    /// The site as it was before the last finished deploy.
    pub(super) fn previous(&self) -> Option<Entries> {
        let before = self.before.as_ref()?;
        let mut files: Entries =
            self.files.iter().filter(|(path, _)| !before.added.contains(*path)).map(|(path, entry)| (path.clone(), entry.clone())).collect();
        files.extend(before.replaced.iter().map(|(path, entry)| (path.clone(), entry.clone())));
        Some(files)
    }
}

fn number(table: &mut Vec<String>, text: &str) -> usize {
    table.iter().position(|known| known == text).unwrap_or_else(|| {
        table.push(text.to_owned());
        table.len() - 1
    })
}

/// Whether a deploy may put something there.
pub(super) fn is_ours(path: &str) -> bool {
    crate::manifest::is_inside(path) && !path.starts_with(OWN_FOLDER)
}

fn is_sha256(text: &str) -> bool {
    text.len() == 64 && text.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f'))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry(letter: char) -> Entry {
        Entry { sha256: String::from(letter).repeat(64), size: 3, media_type: "text/html; charset=utf-8".to_owned(), caching: "no-cache".to_owned() }
    }

    #[test]
    fn what_is_written_is_read_again() {
        let mut manifest = Manifest { deploys: 3, ..Manifest::default() };
        manifest.files.insert("a b/ü.html".to_owned(), entry('a'));
        manifest.stale.insert("old.html".to_owned(), Entry { caching: "x".to_owned(), ..entry('b') });
        manifest.pending.insert("new.png".to_owned(), Entry { media_type: "image/png".to_owned(), ..entry('c') });
        manifest.going.insert("gone.png".to_owned(), entry('d'));
        manifest.before = Some(Before::of(&manifest.stale, &manifest.files));
        assert_eq!(Manifest::from_json(&manifest.to_json()), Ok(manifest));
    }

    #[test]
    fn the_site_before_is_known_from_the_difference() {
        let entries = |list: &[(&str, char)]| list.iter().map(|(path, letter)| ((*path).to_owned(), entry(*letter))).collect::<Entries>();
        let was = entries(&[("a", 'a'), ("b", 'b'), ("gone", 'c')]);
        let is = entries(&[("a", 'a'), ("b", 'd'), ("new", 'e')]);
        let manifest = Manifest { before: Some(Before::of(&was, &is)), files: is, ..Manifest::default() };
        assert_eq!(manifest.previous(), Some(was));
        assert_eq!(manifest.before.as_ref().map(|before| before.replaced.len()), Some(2), "what is the same is not told twice");
    }

    #[test]
    fn a_forged_manifest_is_refused() {
        let text = |path: &str, sha: &str, kind: usize| {
            format!(
                r#"{{"format":"{FORMAT}","deploys":1,"types":["a"],"caching":["b"],"files":{{"{path}":{{"sha256":"{sha}","size":1,"type":{kind},"caching":0}}}}}}"#
            )
        };
        let sha = "a".repeat(64);
        assert!(Manifest::from_json(text("a.html", &sha, 0).as_bytes()).is_ok());
        for bad in [text("../a", &sha, 0), text("/a", &sha, 0), text(".chancery/lock.json", &sha, 0), text("a", "../../x", 0), text("a", &sha, 7)] {
            assert_eq!(Manifest::from_json(bad.as_bytes()), Err(Unreadable::Broken), "{bad}");
        }
        assert_eq!(Manifest::from_json(b"<html>"), Err(Unreadable::Broken));
        assert_eq!(Manifest::from_json(br#"{"format":"chancery-deploy/2"}"#), Err(Unreadable::OtherVersion));
    }
}
