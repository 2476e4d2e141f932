//! Carrying: putting files with nothing of anybody else's overwritten, keeping what they replace, deleting what is ours.

use super::digest;
use super::entry::{Entries, Entry, KEPT};
use super::lock::Lock;
use super::refused::{Kind, Refused};
use super::store::{Head, IN_PARTS, Store, TRIES, When, changed_meanwhile};
use futures_util::StreamExt;
use std::cell::Cell;
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, AtomicU64, AtomicUsize, Ordering};
use std::time::{Duration, Instant};

/// What to do with files at our paths that no deploy of ours put there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Foreign {
    /// Stop.
    Refuse,
    /// Replace them.
    Adopt,
}

/// Where the bytes come from.
#[derive(Debug)]
pub(super) enum Source {
    /// The output folder.
    Output(PathBuf),
    /// What was kept in the target.
    Kept,
}

/// An object that could not be put or deleted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Failure {
    /// What was tried: `put` or `delete`.
    pub action: &'static str,
    /// Which.
    pub path: String,
    /// Why.
    pub refused: Refused,
}

/// So many objects are deleted with one request.
const BATCH: usize = 500;

/// On long work something is said about as often.
const SAY_EVERY: Duration = Duration::from_secs(10);

/// Puts and deletes for one deploy.
pub(super) struct Carrier<'a> {
    pub(super) store: &'a Store,
    pub(super) lock: &'a Lock,
    pub(super) source: Source,
    /// What shall be there.
    pub(super) wanted: &'a Entries,
    /// What is there of ours.
    pub(super) standing: &'a Entries,
    /// The site to which one can go back after this deploy: its objects are kept.
    pub(super) prior: Option<&'a Entries>,
    pub(super) foreign: Foreign,
    pub(super) transfers: usize,
    pub(super) put: AtomicUsize,
    pub(super) bytes: AtomicU64,
    /// Is told how it goes.
    pub(super) say: &'a dyn Fn(&str),
}

impl Carrier<'_> {
    /// Puts these paths, several at a time. After a failure no further one is begun; those that are on their way arrive.
    pub(super) async fn put(&self, paths: &[&str]) -> Result<(), Vec<Failure>> {
        let stop = AtomicBool::new(false);
        let (said, before) = (Cell::new(Instant::now()), self.put.load(Ordering::Relaxed));
        let one = |path: String| {
            let (stop, said) = (&stop, &said);
            async move {
                if said.get().elapsed() > SAY_EVERY {
                    said.set(Instant::now());
                    (self.say)(&format!("  {} of {}", self.put.load(Ordering::Relaxed) - before, paths.len()));
                }
                if stop.load(Ordering::Relaxed) {
                    return None;
                }
                let refused = self.put_one(&path).await.err()?;
                stop.store(true, Ordering::Relaxed);
                Some(Failure { action: "put", path, refused })
            }
        };
        let done = futures_util::stream::iter(paths.iter().map(|path| (*path).to_owned())).map(one).buffer_unordered(self.transfers);
        let mut failures: Vec<Failure> = done.filter_map(|failure| async { failure }).collect().await;
        failures.sort_by(|a, b| a.path.cmp(&b.path));
        if failures.is_empty() { Ok(()) } else { Err(failures) }
    }

    async fn put_one(&self, path: &str) -> Result<(), Refused> {
        let Some(entry) = self.wanted.get(path) else { return Ok(()) };
        // What is new is put on the condition that nothing is there, without looking first. What is large goes in parts, and those take no condition.
        let mut must_look = self.standing.contains_key(path) || entry.size > IN_PARTS;
        for attempt in 1.. {
            self.lock.still_ours().await?;
            let when = if must_look { self.condition(path, entry).await? } else { When::New };
            must_look = true;
            match self.send(path, entry, when).await {
                Ok(()) => break,
                // A request that was made again may find what it wrote itself; a foreign object is found at the next look.
                Err(refused) if matches!(refused.kind, Kind::Unsure | Kind::Taken) => {
                    if self.holds(path, entry).await {
                        break;
                    }
                    if attempt >= TRIES {
                        return Err(refused);
                    }
                    tokio::time::sleep(Duration::from_millis(200) * attempt).await;
                }
                Err(refused) => return Err(refused),
            }
        }
        self.put.fetch_add(1, Ordering::Relaxed);
        self.bytes.fetch_add(entry.size, Ordering::Relaxed);
        Ok(())
    }

    async fn holds(&self, path: &str, entry: &Entry) -> bool {
        matches!(self.store.head(path).await, Ok(Some(head)) if head.sha256.as_deref() == Some(&entry.sha256))
    }

    /// Under which condition a path may be written; what stands there is kept first, where one can go back to it.
    async fn condition(&self, path: &str, entry: &Entry) -> Result<When, Refused> {
        let standing = self.standing.get(path);
        let Some(head) = self.store.head(path).await? else { return Ok(When::New) };
        let is = |entry: &Entry| head.sha256.as_deref() == Some(&entry.sha256);
        if let Some(there) = standing.filter(|there| is(there)) {
            self.keep(path, there).await?;
        } else if !is(entry) && self.foreign == Foreign::Refuse {
            return Err(foreign(standing.is_some(), &head));
        }
        Ok(When::Still(head.version))
    }

    async fn send(&self, path: &str, entry: &Entry, when: When) -> Result<(), Refused> {
        let bytes = match &self.source {
            Source::Output(folder) if entry.size > IN_PARTS => return self.store.put_file(path, &folder.join(path), entry).await,
            Source::Output(folder) => std::fs::read(folder.join(path)).map_err(|error| Refused::file(&error))?,
            Source::Kept if entry.size > IN_PARTS => return self.store.copy(&kept(&entry.sha256), path).await,
            Source::Kept => match self.store.read(&kept(&entry.sha256)).await? {
                Some((bytes, _)) => bytes,
                // It stands at its own place, with other headers.
                None => self.store.read(path).await?.map(|(bytes, _)| bytes).unwrap_or_default(),
            },
        };
        if digest::of(&bytes) != entry.sha256 {
            return Err(match self.source {
                Source::Output(_) => changed_meanwhile(),
                Source::Kept => Refused::new(Kind::No, "what was kept of it is not what it was", Some("build the site as it was, and deploy it")),
            });
        }
        self.store.put(path, bytes, entry, when).await.map(|_| ())
    }

    /// Keeps an object before it is replaced or deleted.
    async fn keep(&self, path: &str, there: &Entry) -> Result<(), Refused> {
        let is_prior = self.prior.and_then(|prior| prior.get(path)).is_some_and(|prior| prior.sha256 == there.sha256);
        if is_prior { self.store.copy(path, &kept(&there.sha256)).await } else { Ok(()) }
    }

    /// Deletes these paths, where they hold what a deploy of ours put there; gives those that somebody else has changed, which stay.
    pub(super) async fn delete(&self, paths: &[String]) -> Result<Vec<String>, Vec<Failure>> {
        let one = |path: String| async move {
            let looked = async {
                let Some(there) = self.standing.get(&path) else { return Ok(false) };
                let Some(head) = self.store.head(&path).await? else { return Ok(false) };
                if head.sha256.as_deref() != Some(&there.sha256) {
                    return Ok(true);
                }
                self.keep(&path, there).await.map(|()| false)
            };
            match looked.await {
                Ok(is_foreign) => Ok((path, is_foreign)),
                Err(refused) => Err(deleting(path, refused)),
            }
        };
        let mut left = Vec::new();
        for batch in paths.chunks(BATCH) {
            self.lock.still_ours().await.map_err(|refused| vec![deleting(batch.first().cloned().unwrap_or_default(), refused)])?;
            let looked: Vec<_> = futures_util::stream::iter(batch.iter().cloned()).map(one).buffer_unordered(self.transfers).collect().await;
            let mut ours = Vec::new();
            let mut failures = Vec::new();
            for result in looked {
                match result {
                    Ok((path, true)) => left.push(path),
                    Ok((path, false)) => ours.push(path),
                    Err(failure) => failures.push(failure),
                }
            }
            if !failures.is_empty() {
                return Err(failures);
            }
            let first = ours.first().cloned().unwrap_or_default();
            self.store.delete(ours).await.map_err(|refused| vec![deleting(first, refused)])?;
        }
        left.sort();
        Ok(left)
    }
}

fn deleting(path: String, refused: Refused) -> Failure {
    Failure { action: "delete", path, refused }
}

/// Where a replaced object is kept.
pub(super) fn kept(sha256: &str) -> String {
    format!("{KEPT}{sha256}")
}

fn foreign(was_ours: bool, head: &Head) -> Refused {
    let cause = match (was_ours, &head.sha256) {
        (true, _) => "somebody else has changed it since the last deploy",
        (false, Some(_)) => "another deploy put it there, and the manifest does not name it",
        (false, None) => "there is a file that no deploy of chancery put there",
    };
    Refused::new(Kind::No, cause, Some("move it away, deploy to another folder, or replace what is there with `--adopt`"))
}
