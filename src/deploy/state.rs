//! What stands in a target: from its manifest, and where a deploy was cut off or none is known, from looking.

use super::entry::{Entries, Entry, MANIFEST, Manifest, Unreadable};
use super::refused::{Kind, Refused};
use super::store::{Store, Version, When};
use futures_util::StreamExt;

/// The manifest as it was read.
#[derive(Debug, Default)]
pub(super) struct Known {
    pub(super) manifest: Manifest,
    /// `None` where there is no manifest.
    pub(super) version: Option<Version>,
}

/// Reads the manifest: the one object that a deploy of an unchanged site reads.
pub(super) async fn read(store: &Store) -> Result<Known, Refused> {
    let Some((bytes, version)) = store.read(MANIFEST).await? else { return Ok(Known::default()) };
    match Manifest::from_json(&bytes) {
        Ok(manifest) => Ok(Known { manifest, version: Some(version) }),
        Err(Unreadable::Broken) => Err(Refused::new(
            Kind::No,
            format!("`{MANIFEST}` there is no manifest"),
            Some("delete it and deploy with `--adopt`: the next deploy looks at what is there"),
        )),
        Err(Unreadable::OtherVersion) => {
            Err(Refused::new(Kind::No, format!("another version of chancery wrote `{MANIFEST}` there"), Some("deploy with that version, or a newer one")))
        }
    }
}

/// Writes the manifest on the condition that it is still the one that was read, and gives its version.
pub(super) async fn write(store: &Store, manifest: &Manifest, version: Option<&Version>) -> Result<Version, Refused> {
    let bytes = manifest.to_json();
    let when = match version {
        _ if store.folder().is_some() => When::Always,
        Some(version) => When::Still(version.clone()),
        None => When::New,
    };
    store.put_surely(MANIFEST, bytes, when).await.map_err(|refused| match refused.kind {
        Kind::Taken => Refused::new(Kind::No, format!("another deploy wrote `{MANIFEST}`"), Some("run the deploy again when it is done")),
        _ => refused,
    })
}

/// What is there of ours, and which of the wanted paths hold what no deploy of ours put there.
#[derive(Debug, Default)]
pub(super) struct Standing {
    pub(super) ours: Entries,
    pub(super) foreign: Vec<String>,
}

/// Looks where the manifest alone does not tell: at the paths of a deploy that was cut off, and at everything where there is no manifest.
pub(super) async fn standing(store: &Store, known: &Known, wanted: &Entries, transfers: usize) -> Result<Standing, Refused> {
    let manifest = &known.manifest;
    let mut ours = manifest.files.clone();
    ours.extend(manifest.stale.iter().map(|(path, entry)| (path.clone(), entry.clone())));
    let mut foreign = Vec::new();
    let paths: Vec<String> = if known.version.is_none() {
        store.list("").await?.into_iter().filter(|path| wanted.contains_key(path)).collect()
    } else {
        let unsure: std::collections::BTreeSet<&String> = manifest.pending.keys().chain(manifest.going.keys()).collect();
        unsure.into_iter().cloned().collect()
    };
    let look = |path: String| async move { store.head(&path).await.map(|head| (path, head)) };
    let mut looked = futures_util::stream::iter(paths).map(look).buffer_unordered(transfers);
    while let Some(result) = looked.next().await {
        let (path, head) = result?;
        let Some(head) = head else {
            ours.remove(&path);
            continue;
        };
        let candidates: [Option<&Entry>; 4] = [ours.get(&path), manifest.pending.get(&path), manifest.going.get(&path), wanted.get(&path)];
        let found = candidates.into_iter().flatten().find(|entry| head.sha256.as_deref() == Some(&entry.sha256)).cloned();
        match found {
            Some(entry) => {
                ours.insert(path, entry);
            }
            None => foreign.push(path),
        }
    }
    foreign.retain(|path| wanted.contains_key(path));
    foreign.sort();
    Ok(Standing { ours, foreign })
}
