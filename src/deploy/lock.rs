//! One deploy at a time. On a server the lock is an object that its holder writes anew again and again; where it does not
//! change for as long as its holder said, the holder is gone, and it may be taken over. No clock is compared with another:
//! who waits watches the object for a stretch of its own time. In a folder it is a lock of the file system, which ends with its process.

use super::entry::LOCK;
use super::refused::{Kind, Refused};
use super::store::{Store, Version, When};
use serde::{Deserialize, Serialize};
use std::hash::{BuildHasher, Hasher};
use std::time::{Duration, Instant, SystemTime};
use tokio::sync::Mutex;

/// A lock of the file system, in folders.
const LOCK_FILE: &str = ".chancery/lock";
/// A lock that claims to live longer without a sign is not believed.
const LONGEST_LEASE: Duration = Duration::from_secs(600);
const SHORTEST_LEASE: Duration = Duration::from_millis(200);

/// The lock's object.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Sign {
    format: String,
    /// Who holds it; `None` where nobody does.
    holder: Option<String>,
    /// Grows with each sign of life.
    beat: u64,
    /// For so long the holder may give no sign.
    lease_ms: u64,
}

const FORMAT: &str = "chancery-lock/1";

impl Sign {
    fn json(&self) -> Vec<u8> {
        serde_json::to_vec(self).unwrap_or_default()
    }

    /// What is no sign is taken for one of a holder of whom nothing is known.
    fn read(bytes: &[u8]) -> Self {
        serde_json::from_slice(bytes).unwrap_or(Self { format: String::new(), holder: Some(String::new()), beat: 0, lease_ms: 60_000 })
    }

    fn lease(&self) -> Duration {
        Duration::from_millis(self.lease_ms).clamp(SHORTEST_LEASE, LONGEST_LEASE)
    }
}

/// Held as long as the deploy goes on.
#[derive(Debug)]
pub(super) struct Lock {
    store: Store,
    holder: String,
    lease: Duration,
    held: Held,
}

#[derive(Debug)]
enum Held {
    /// The operating system ends it with the process.
    File(#[expect(dead_code, reason = "it is held, not looked at")] std::fs::File),
    Object(Mutex<Object>),
}

#[derive(Debug)]
struct Object {
    version: Version,
    beat: u64,
    /// When the last sign was given, by the clock that stands still while a machine sleeps and by the one that does not.
    given: (Instant, SystemTime),
}

/// Why there is no lock.
#[derive(Debug)]
pub(super) enum NoLock {
    /// Another deploy is at work.
    Busy,
    /// The store refused.
    Refused(Refused),
}

impl From<Refused> for NoLock {
    fn from(refused: Refused) -> Self {
        Self::Refused(refused)
    }
}

impl Lock {
    /// Takes the lock, or says that another has it. `say` is told where it takes long.
    pub(super) async fn take(store: &Store, lease: Duration, say: &dyn Fn(&str)) -> Result<Self, NoLock> {
        let holder = format!("{:016x}", std::hash::RandomState::new().build_hasher().finish());
        let lease = lease.clamp(SHORTEST_LEASE, LONGEST_LEASE);
        let lock = |held| Self { store: store.clone(), holder: holder.clone(), lease, held };
        if let Some(folder) = store.folder() {
            let path = folder.join(LOCK_FILE);
            let open = || {
                std::fs::create_dir_all(path.parent().unwrap_or(folder))?;
                std::fs::File::options().create(true).truncate(false).write(true).open(&path)
            };
            let file = open().map_err(|error| Refused::file(&error))?;
            return match file.try_lock() {
                Ok(()) => Ok(lock(Held::File(file))),
                Err(std::fs::TryLockError::WouldBlock) => Err(NoLock::Busy),
                Err(std::fs::TryLockError::Error(error)) => {
                    Err(Refused::new(Kind::No, error.to_string(), Some("the file system there takes no locks; deploy to a folder of this machine")).into())
                }
            };
        }
        let sign = Sign { format: FORMAT.to_owned(), holder: Some(holder.clone()), beat: 1, lease_ms: u64::try_from(lease.as_millis()).unwrap_or(u64::MAX) };
        let version = match write(store, &sign, When::New).await {
            Ok(version) => version,
            Err(refused) if refused.kind == Kind::Taken => {
                let last = wait(store, say).await?;
                match write(store, &sign, last.map_or(When::New, When::Still)).await {
                    Ok(version) => version,
                    Err(refused) if refused.kind == Kind::Taken => return Err(NoLock::Busy),
                    Err(refused) => return Err(refused.into()),
                }
            }
            Err(refused) => return Err(refused.into()),
        };
        refuse_unconditional(store, &sign).await?;
        Ok(lock(Held::Object(Mutex::new(Object { version, beat: 1, given: now() }))))
    }

    /// Gives signs of life until it is lost; says why it is.
    pub(super) async fn keep(&self) -> Refused {
        loop {
            tokio::time::sleep(self.lease / 4).await;
            if let Err(refused) = self.sign().await {
                return refused;
            }
        }
    }

    /// Whether the lock is still ours. Where no sign was given for long (the machine slept, the network was away), one is given now:
    /// nothing may be written for a deploy that another has taken over.
    pub(super) async fn still_ours(&self) -> Result<(), Refused> {
        let Held::Object(object) = &self.held else { return Ok(()) };
        let given = object.lock().await.given;
        let age = given.0.elapsed().max(given.1.elapsed().unwrap_or_default());
        if age < self.lease / 2 { Ok(()) } else { self.sign().await }
    }

    async fn sign(&self) -> Result<(), Refused> {
        let Held::Object(object) = &self.held else { return Ok(()) };
        let mut object = object.lock().await;
        let given = now();
        let sign = self.at(object.beat + 1, Some(self.holder.clone()));
        match write(&self.store, &sign, When::Still(object.version.clone())).await {
            Ok(version) => {
                *object = Object { version, beat: sign.beat, given };
                Ok(())
            }
            Err(refused) if refused.kind == Kind::Taken => {
                Err(Refused::new(Kind::No, "another deploy took the lock over", Some("run the deploy again when it is done")))
            }
            // As long as the last sign holds, a server that does not answer may come back.
            Err(_) if object.given.0.elapsed() < self.lease / 2 => Ok(()),
            Err(refused) => Err(refused),
        }
    }

    fn at(&self, beat: u64, holder: Option<String>) -> Sign {
        Sign { format: FORMAT.to_owned(), holder, beat, lease_ms: u64::try_from(self.lease.as_millis()).unwrap_or(u64::MAX) }
    }

    /// Gives it back. Where that fails, it ends by itself.
    pub(super) async fn release(self) {
        let Held::Object(object) = &self.held else { return };
        let object = object.lock().await;
        let _ = write(&self.store, &self.at(object.beat + 1, None), When::Still(object.version.clone())).await;
    }
}

fn now() -> (Instant, SystemTime) {
    (Instant::now(), SystemTime::now())
}

async fn write(store: &Store, sign: &Sign, when: When) -> Result<Version, Refused> {
    store.put_surely(LOCK, sign.json(), when).await
}

/// A server that overlooks conditions would let two deploys run at once: it must refuse to make an object that is there.
async fn refuse_unconditional(store: &Store, sign: &Sign) -> Result<(), Refused> {
    let free = Sign { holder: None, ..sign.clone() };
    match store.put_own(LOCK, free.json(), When::New).await {
        Ok(_) => Err(Refused::new(
            Kind::No,
            "the server overlooks conditions (`If-None-Match`), so two deploys could not be kept apart",
            Some("choose a store that knows conditional writes, or deploy to a folder and copy it"),
        )),
        // What was refused for whatever reason was not overlooked.
        Err(_) => Ok(()),
    }
}

/// Watches a lock that is there until it is free or its holder is seen to be gone, and gives its version; `None` where it has gone itself.
async fn wait(store: &Store, say: &dyn Fn(&str)) -> Result<Option<Version>, NoLock> {
    let Some((first, mut version)) = store.read(LOCK).await? else { return Ok(None) };
    let sign = Sign::read(&first);
    if sign.holder.is_none() {
        return Ok(Some(version));
    }
    let lease = sign.lease();
    say(&format!("a lock is there: waiting up to {} s for a sign of its holder", lease.as_secs().max(1)));
    let begun = Instant::now();
    while begun.elapsed() < lease {
        tokio::time::sleep(lease / 16).await;
        let Some((bytes, now)) = store.read(LOCK).await? else { return Ok(None) };
        if bytes != first {
            return if Sign::read(&bytes).holder.is_none() { Ok(Some(now)) } else { Err(NoLock::Busy) };
        }
        version = now;
    }
    say("its holder gave none: going on where it was cut off");
    Ok(Some(version))
}
