//! A target's objects: reading, conditional writing, copying, deleting. With `target` and `refused` it is the only place that
//! knows `object_store`.
//!
//! A folder differs in three ways: it takes no headers, so what an object is can only be told by reading it; it has no
//! conditions, so who writes must hold the lock; and a file is written beside its place and moved there.

use super::digest;
use super::entry::{Entry, KEPT, OWN_FOLDER};
use super::refused::{Kind, Refused};
use futures_util::{StreamExt, TryStreamExt};
use object_store::path::Path as ObjectPath;
use object_store::{
    Attribute, Attributes, GetOptions, MultipartUpload, ObjectStore, ObjectStoreExt, PutMode, PutMultipartOptions, PutOptions, PutPayload, UpdateVersion,
};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

/// Files that are larger than this go in parts, so that memory does not grow with them.
pub(super) const IN_PARTS: u64 = 16 << 20;
const PART: usize = 8 << 20;
/// So often is an object put again whose answer says nothing, after the store's own attempts.
pub(super) const TRIES: u32 = 3;
/// Where a folder's files are written before they are moved to their place.
const STAGING: &str = ".chancery/staging/";
/// Metadata of each object of ours: what it holds. Azure takes no hyphen in its name.
const SHA256: &str = "sha256";

/// Where the objects are.
#[derive(Clone, Debug)]
pub(super) enum Where {
    /// On a server.
    Server,
    /// In a folder.
    Folder(PathBuf),
}

/// A target.
#[derive(Clone, Debug)]
pub(super) struct Store {
    inner: Arc<dyn ObjectStore>,
    prefix: String,
    place: Where,
    staged: Arc<AtomicU64>,
}

/// The version of an object, for writing on condition.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Version(UpdateVersion);

/// Under which condition an object is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum When {
    /// There is none.
    New,
    /// It is this one.
    Still(Version),
    /// Whatever is there.
    Always,
}

/// What is known of an object without reading it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Head {
    /// What it holds; `None` where chancery did not put it there.
    pub(super) sha256: Option<String>,
    /// For writing on condition.
    pub(super) version: Version,
}

impl Store {
    pub(super) fn new(inner: Arc<dyn ObjectStore>, prefix: &str, place: Where) -> Self {
        Self { inner, prefix: prefix.to_owned(), place, staged: Arc::new(AtomicU64::new(0)) }
    }

    /// The folder, where it is one.
    pub(super) fn folder(&self) -> Option<&Path> {
        match &self.place {
            Where::Folder(folder) => Some(folder),
            Where::Server => None,
        }
    }

    fn at(&self, path: &str) -> Result<ObjectPath, Refused> {
        let whole = if self.prefix.is_empty() { path.to_owned() } else { format!("{}/{path}", self.prefix) };
        ObjectPath::parse(whole).map_err(|_| Refused::new(Kind::No, "an object cannot have this name", Some("rename the file")))
    }

    /// The bytes of an object and its version.
    pub(super) async fn read(&self, path: &str) -> Result<Option<(Vec<u8>, Version)>, Refused> {
        match self.inner.get(&self.at(path)?).await.map_err(Refused::from) {
            Ok(found) => {
                let version = Version(UpdateVersion { e_tag: found.meta.e_tag.clone(), version: found.meta.version.clone() });
                Ok(Some((found.bytes().await?.to_vec(), version)))
            }
            Err(refused) if refused.kind == Kind::Missing => Ok(None),
            Err(refused) => Err(refused),
        }
    }

    /// What is known of an object. In a folder it is read for that.
    pub(super) async fn head(&self, path: &str) -> Result<Option<Head>, Refused> {
        let options = GetOptions::new().with_head(self.folder().is_none());
        let found = match self.inner.get_opts(&self.at(path)?, options).await.map_err(Refused::from) {
            Ok(found) => found,
            Err(refused) if refused.kind == Kind::Missing => return Ok(None),
            Err(refused) => return Err(refused),
        };
        let version = Version(UpdateVersion { e_tag: found.meta.e_tag.clone(), version: found.meta.version.clone() });
        let sha256 = if self.folder().is_some() {
            let mut digest = digest::Running::default();
            let mut bytes = found.into_stream();
            while let Some(piece) = bytes.try_next().await? {
                digest.add(&piece);
            }
            Some(digest.finish())
        } else {
            found.attributes.get(&Attribute::Metadata(SHA256.into())).map(|value| value.to_string())
        };
        Ok(Some(Head { sha256, version }))
    }

    /// Writes one of our own objects on a condition; where no answer says whether it was written, looks, and tries again.
    pub(super) async fn put_surely(&self, path: &str, bytes: Vec<u8>, when: When) -> Result<Version, Refused> {
        for attempt in 1.. {
            let refused = match self.put_own(path, bytes.clone(), when.clone()).await {
                Err(refused) if matches!(refused.kind, Kind::Unsure | Kind::Taken) => refused,
                other => return other,
            };
            match self.read(path).await? {
                // A request that was made again may find what it wrote itself.
                Some((there, version)) if there == bytes => return Ok(version),
                _ if refused.kind == Kind::Taken || attempt >= TRIES => return Err(refused),
                _ => tokio::time::sleep(Duration::from_millis(200) * attempt).await,
            }
        }
        Err(Refused::new(Kind::Unsure, "no answer came", None))
    }

    /// Writes one of our own objects.
    pub(super) async fn put_own(&self, path: &str, bytes: Vec<u8>, when: When) -> Result<Version, Refused> {
        let about = Entry { sha256: digest::of(&bytes), size: bytes.len() as u64, media_type: "application/json".to_owned(), caching: "no-store".to_owned() };
        self.put(path, bytes, &about, when).await
    }

    /// Writes an object with its headers.
    pub(super) async fn put(&self, path: &str, bytes: Vec<u8>, about: &Entry, when: When) -> Result<Version, Refused> {
        let at = self.at(path)?;
        let payload = PutPayload::from(bytes);
        if self.folder().is_some() {
            if when == When::New && self.exists(&at).await? {
                return Err(Refused::new(Kind::Taken, "another one is there", None));
            }
            let staged = self.staged_path()?;
            let put = self.inner.put(&staged, payload).await?;
            self.inner.rename(&staged, &at).await?;
            return Ok(Version(put.into()));
        }
        let mode = match when {
            When::New => PutMode::Create,
            When::Still(version) => PutMode::Update(version.0),
            When::Always => PutMode::Overwrite,
        };
        let options = PutOptions { mode, attributes: attributes(about), ..PutOptions::default() };
        Ok(Version(self.inner.put_opts(&at, payload, options).await?.into()))
    }

    /// Writes an object from a file, part by part. No condition can be put: who calls has looked.
    pub(super) async fn put_file(&self, path: &str, file: &Path, about: &Entry) -> Result<(), Refused> {
        let at = self.at(path)?;
        let options = PutMultipartOptions { attributes: attributes(about), ..PutMultipartOptions::default() };
        let is_folder = self.folder().is_some();
        let (to, options) = if is_folder { (self.staged_path()?, PutMultipartOptions::default()) } else { (at.clone(), options) };
        let mut upload = self.inner.put_multipart_opts(&to, options).await?;
        match send(&mut *upload, file, &about.sha256).await {
            Ok(()) => {
                upload.complete().await?;
            }
            Err(refused) => {
                let _ = upload.abort().await;
                return Err(refused);
            }
        }
        if is_folder { Ok(self.inner.rename(&to, &at).await?) } else { Ok(()) }
    }

    async fn exists(&self, at: &ObjectPath) -> Result<bool, Refused> {
        match self.inner.head(at).await.map_err(Refused::from) {
            Ok(_) => Ok(true),
            Err(refused) if refused.kind == Kind::Missing => Ok(false),
            Err(refused) => Err(refused),
        }
    }

    fn staged_path(&self) -> Result<ObjectPath, Refused> {
        self.at(&format!("{STAGING}{}", self.staged.fetch_add(1, Ordering::Relaxed)))
    }

    /// Refuses what stands in the way in a folder: a link on the way to a path, which would lead what is written or deleted out of the
    /// folder, and a file where a folder must be, or the other way round.
    pub(super) fn refuse_obstacles<'p>(&self, ours: impl Iterator<Item = &'p str>, put: impl Iterator<Item = &'p str>) -> Result<(), Refused> {
        let Some(top) = self.folder() else { return Ok(()) };
        let mut folders: BTreeSet<&Path> = [STAGING, KEPT].iter().flat_map(|own| Path::new(own).ancestors()).collect();
        folders.extend(ours.flat_map(|path| Path::new(path).ancestors().skip(1)));
        let refused = |path: &Path, what: &str, help: &'static str| Err(Refused::new(Kind::No, format!("`{}` there {what}", path.display()), Some(help)));
        for folder in folders.into_iter().filter(|folder| !folder.as_os_str().is_empty()) {
            match std::fs::symlink_metadata(top.join(folder)) {
                Ok(found) if found.is_symlink() => return refused(folder, "is a link", "make it a folder of its own: no deploy follows a link"),
                Ok(found) if !found.is_dir() => return refused(folder, "is no folder", "move it away, or deploy into another folder"),
                _ => {}
            }
        }
        for path in put.map(Path::new) {
            if std::fs::symlink_metadata(top.join(path)).is_ok_and(|found| found.is_dir()) {
                return refused(path, "is a folder, and a file must stand there", "move it away, or deploy into another folder");
            }
        }
        Ok(())
    }

    /// Takes away what a deploy that was cut off left half written. Only who holds the lock may.
    pub(super) fn clear_staging(&self) {
        if let Some(folder) = self.folder() {
            // What cannot be taken away is in nobody's way.
            let _ = std::fs::remove_dir_all(folder.join(STAGING));
            // A copy that was cut off leaves a name that no object can have.
            for entry in std::fs::read_dir(folder.join(KEPT)).into_iter().flatten().flatten() {
                if entry.file_name().to_string_lossy().contains('#') {
                    let _ = std::fs::remove_file(entry.path());
                }
            }
        }
    }

    /// Copies an object within the target, headers included.
    pub(super) async fn copy(&self, from: &str, to: &str) -> Result<(), Refused> {
        Ok(self.inner.copy(&self.at(from)?, &self.at(to)?).await?)
    }

    /// Deletes objects; those that are not there are no fault. To delete twice is to delete once, so it is tried again.
    pub(super) async fn delete(&self, paths: Vec<String>) -> Result<(), Refused> {
        for attempt in 1.. {
            match self.delete_once(&paths).await {
                Err(refused) if refused.kind == Kind::Unsure && attempt < TRIES => tokio::time::sleep(Duration::from_millis(200) * attempt).await,
                other => return other,
            }
        }
        Ok(())
    }

    async fn delete_once(&self, paths: &[String]) -> Result<(), Refused> {
        let at: Vec<object_store::Result<ObjectPath>> = paths.iter().map(|path| self.at(path).map(Ok)).collect::<Result<_, _>>()?;
        let mut done = self.inner.delete_stream(futures_util::stream::iter(at).boxed());
        while let Some(one) = done.next().await {
            match one.map_err(Refused::from) {
                Err(refused) if refused.kind != Kind::Missing => return Err(refused),
                _ => {}
            }
        }
        Ok(())
    }

    /// Paths of all objects below `folder` (`""` is the whole target), our own included only where they are asked for.
    pub(super) async fn list(&self, folder: &str) -> Result<Vec<String>, Refused> {
        let at = self.prefix.clone() + if self.prefix.is_empty() || folder.is_empty() { "" } else { "/" } + folder.trim_end_matches('/');
        let at = if at.is_empty() { None } else { Some(ObjectPath::parse(at).map_err(|_| Refused::new(Kind::No, "this is no folder", None))?) };
        let skip = if self.prefix.is_empty() { 0 } else { self.prefix.len() + 1 };
        let mut found = Vec::new();
        let mut list = self.inner.list(at.as_ref());
        while let Some(object) = list.try_next().await? {
            let Some(path) = object.location.as_ref().get(skip..) else { continue };
            if !folder.is_empty() || !path.starts_with(OWN_FOLDER) {
                found.push(path.to_owned());
            }
        }
        found.sort();
        Ok(found)
    }
}

async fn send(upload: &mut dyn MultipartUpload, file: &Path, sha256: &str) -> Result<(), Refused> {
    use std::io::Read;
    let mut file = std::fs::File::open(file).map_err(|error| Refused::file(&error))?;
    let mut digest = digest::Running::default();
    loop {
        let mut part = Vec::with_capacity(PART);
        file.by_ref().take(PART as u64).read_to_end(&mut part).map_err(|error| Refused::file(&error))?;
        if part.is_empty() {
            break;
        }
        digest.add(&part);
        upload.put_part(part.into()).await?;
    }
    if digest.finish() == sha256 { Ok(()) } else { Err(changed_meanwhile()) }
}

/// The file is not what the plan was made for.
pub(super) fn changed_meanwhile() -> Refused {
    Refused::new(Kind::No, "the file changed while the deploy was going on", Some("is a build running? Run the deploy again when it is done"))
}

fn attributes(about: &Entry) -> Attributes {
    Attributes::from_iter([
        (Attribute::ContentType, about.media_type.clone()),
        (Attribute::CacheControl, about.caching.clone()),
        (Attribute::Metadata(SHA256.into()), about.sha256.clone()),
    ])
}
