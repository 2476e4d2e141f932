//! A deploy from its first look to its last word. `go` names every step, once, in order.

use super::carry::{Carrier, Failure, Foreign, Source, kept};
use super::entry::{Before, Entries, KEPT, MANIFEST, Manifest};
use super::lock::{Lock, NoLock};
use super::plan::{Plan, RANKS, Rank, Stale, plan};
use super::refused::{Kind, Refused};
use super::site::{self, Allowed, Variants};
use super::state::{self, Known, Standing};
use super::store::Store;
use super::{Stop, stopped, target};
use crate::fault::Fault;
use crate::input::deploy::{Place, Target};
use crate::text::Fingerprint;
use std::collections::BTreeSet;
use std::path::Path;
use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};
use std::time::Duration;

/// What is to be done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    /// Say what would be done.
    Plan,
    /// Do it.
    Carry,
}

/// How much may be deleted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Share {
    /// A quarter of what is there at most.
    Limited,
    /// Any.
    Any,
}

/// What a deploy is told.
#[derive(Clone, Copy, Debug)]
pub struct Request<'a> {
    /// The site's folder.
    pub root: &'a Path,
    /// The built site; `None` goes back to the deploy before.
    pub output: Option<&'a Path>,
    /// Of the sources as they are now.
    pub sources: Fingerprint,
    /// What may be put online though it is not fit to be seen.
    pub allowed: Allowed,
    /// Where it goes.
    pub target: &'a Target,
    /// Transfers at a time.
    pub transfers: usize,
    /// How long a request may take.
    pub timeout: Duration,
    /// How long the lock holds without a sign of life.
    pub lease: Duration,
    /// What is to be done.
    pub action: Action,
    /// Whether stale files are deleted.
    pub stale: Stale,
    /// How much may be deleted.
    pub share: Share,
    /// What to do with files that no deploy of ours put there.
    pub foreign: Foreign,
}

/// What a deploy did.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Done {
    /// What it set out to do.
    pub plan: Plan,
    /// Files that were put.
    pub put: usize,
    /// Their bytes.
    pub bytes: u64,
    /// Files that were deleted.
    pub deleted: usize,
    /// Files that should have been deleted, but that somebody else has changed: they stay.
    pub left: Vec<String>,
    /// Files at our paths that no deploy of ours put there; of a plan.
    pub foreign: Vec<String>,
    /// Compressed variants that an object store would not choose between.
    pub variants_left_out: usize,
    /// Whether a deploy that was cut off was taken up.
    pub resumed: bool,
}

/// Plans and carries. `say` is told how it goes.
///
/// # Errors
/// What is online is in order: each page has its assets, and the next deploy goes on.
pub fn deploy(request: &Request<'_>, say: &dyn Fn(&str)) -> Result<Done, Stop> {
    let runtime = super::runtime()?;
    runtime.block_on(go(request, say))
}

async fn go(request: &Request<'_>, say: &dyn Fn(&str)) -> Result<Done, Stop> {
    let place = &request.target.place;
    let refused = |action: &'static str| move |refused: Refused| stopped(action, place, &refused);
    refuse_overlap(request)?;
    let store = target::open(request.target, request.root, request.timeout).map_err(refused("open the target"))?;
    let built = match request.output {
        Some(output) => {
            let variants = if matches!(place, Place::Folder(_)) { Variants::Put } else { Variants::LeaveOut };
            Some(site::read(output, request.sources, request.allowed, variants)?)
        }
        None => None,
    };
    let variants_left_out = built.as_ref().map_or(0, |site| site.variants_left_out);
    let built = built.map(|site| site.files);

    let known = state::read(&store).await.map_err(refused("read the manifest of"))?;
    let wanted = wanted(built.as_ref(), &known, place)?;
    let (standing, first) = look(request, &store, &known, &wanted).await?;
    let resumed = !known.manifest.is_finished();
    let mut done = Done { plan: first, variants_left_out, resumed, foreign: standing.foreign, ..Done::default() };
    if done.plan.nothing || request.action == Action::Plan {
        return Ok(done);
    }
    let put = RANKS.iter().flat_map(|(rank, _)| done.plan.put(*rank)).chain([MANIFEST]);
    store.refuse_obstacles(wanted.keys().chain(standing.ours.keys()).map(String::as_str), put).map_err(refused("deploy to"))?;

    let lock = match Lock::take(&store, request.lease, say).await {
        Ok(lock) => lock,
        Err(NoLock::Busy) => return Err(Stop::Busy),
        Err(NoLock::Refused(no)) => return Err(refused("lock")(no)),
    };
    let result = tokio::select! {
        result = under_lock(request, &store, &lock, built.as_ref(), &mut done, say) => result,
        lost = lock.keep() => Err(refused("keep the lock of")(lost)),
    };
    lock.release().await;
    result.map(|()| done)
}

/// What shall be there: the built site, or the site before.
fn wanted(built: Option<&Entries>, known: &Known, place: &Place) -> Result<Entries, Stop> {
    let manifest = &known.manifest;
    match built {
        Some(files) => Ok(files.clone()),
        // A deploy that was cut off is undone; the one before it is what was seen last as a whole.
        None if !manifest.pending.is_empty() && manifest.deploys > 0 => Ok(manifest.files.clone()),
        None => manifest.previous().ok_or_else(|| {
            let fault = Fault::new("go back in", place, "no deploy before the last one is kept there");
            Stop::Fault(fault.with_help("build the site as it was, and deploy it"))
        }),
    }
}

async fn look(request: &Request<'_>, store: &Store, known: &Known, wanted: &Entries) -> Result<(Standing, Plan), Stop> {
    let standing = state::standing(store, known, wanted, request.transfers).await.map_err(|no| stopped("look into", &request.target.place, &no))?;
    let plan = plan(wanted, &standing.ours, &known.manifest, request.stale);
    if request.action == Action::Carry {
        if !standing.foreign.is_empty() && request.foreign == Foreign::Refuse {
            let count = standing.foreign.len();
            return Err(Stop::Foreign(standing.foreign.into_iter().take(10).collect(), count));
        }
        if plan.deletes_too_much() && request.share == Share::Limited {
            return Err(Stop::TooMuch(plan.deleted.len(), plan.standing));
        }
    }
    Ok((standing, plan))
}

async fn under_lock(request: &Request<'_>, store: &Store, lock: &Lock, built: Option<&Entries>, done: &mut Done, say: &dyn Fn(&str)) -> Result<(), Stop> {
    let place = &request.target.place;
    let refused = |action: &'static str| move |refused: Refused| stopped(action, place, &refused);
    // Another deploy may have been at work between the first look and the lock.
    let known = state::read(store).await.map_err(refused("read the manifest of"))?;
    let wanted = wanted(built, &known, place)?;
    let (standing, plan) = look(request, store, &known, &wanted).await?;
    store.clear_staging();
    let before = &known.manifest;
    let changes_the_site = wanted != before.files;
    let prior = if !request.target.rollback {
        None
    } else if changes_the_site {
        (before.deploys > 0).then(|| before.files.clone())
    } else {
        before.previous()
    };
    if built.is_none() {
        refuse_pruned(store, &plan, &wanted, &standing.ours).await.map_err(refused("go back in"))?;
    }

    // What is about to be put is written down first: whoever goes on after us knows where to look.
    let mut version = known.version.clone();
    let put: Vec<(Rank, &str, Vec<&str>)> = RANKS.iter().map(|(rank, name)| (*rank, *name, plan.put(*rank))).collect();
    let mut now = before.clone();
    for path in put.iter().flat_map(|(.., paths)| paths).map(|path| (*path).to_owned()) {
        // What a deploy put that was cut off itself, only this one knows.
        match standing.ours.get(&path).filter(|there| ![before.files.get(&path), before.stale.get(&path)].contains(&Some(there))) {
            Some(there) => now.going.insert(path.clone(), there.clone()),
            None => now.going.remove(&path),
        };
        if let Some(entry) = wanted.get(&path) {
            now.pending.insert(path, entry.clone());
        }
    }
    for path in &plan.outlived {
        if let Some(entry) = standing.ours.get(path) {
            now.going.insert(path.clone(), entry.clone());
        }
    }
    if now != *before || version.is_none() {
        version = Some(state::write(store, &now, version.as_ref()).await.map_err(refused("write the manifest of"))?);
    }

    let carrier = Carrier {
        store,
        lock,
        source: request.output.map_or(Source::Kept, |output| Source::Output(output.to_owned())),
        wanted: &wanted,
        standing: &standing.ours,
        prior: prior.as_ref(),
        foreign: request.foreign,
        transfers: request.transfers,
        put: AtomicUsize::new(0),
        bytes: AtomicU64::new(0),
        say,
    };
    let carried = carry(&carrier, &put, &plan, done).await;
    done.put = carrier.put.load(Ordering::Relaxed);
    done.bytes = carrier.bytes.load(Ordering::Relaxed);
    carried.map_err(Stop::Failures)?;

    // All is there: this is the site now.
    lock.still_ours().await.map_err(refused("keep the lock of"))?;
    let mut stale = standing.ours.clone();
    stale.retain(|path, _| !wanted.contains_key(path));
    plan.outlived.iter().for_each(|path| drop(stale.remove(path)));
    // What is about to be deleted is written down too: whoever goes on must not take it for what is there.
    let going: Entries = plan.deleted.iter().filter_map(|path| stale.remove_entry(path)).collect();
    let mut after = Manifest {
        deploys: before.deploys + u64::from(changes_the_site),
        before: prior.as_ref().map(|prior| Before::of(prior, &wanted)),
        files: wanted.clone(),
        stale,
        pending: Entries::new(),
        going,
    };
    version = Some(state::write(store, &after, version.as_ref()).await.map_err(refused("write the manifest of"))?);

    if !plan.deleted.is_empty() {
        say(&format!("deleting: {} stale", plan.deleted.len()));
        // Pages before what they need.
        let mut doomed = plan.deleted.clone();
        doomed.sort_by_key(|path| std::cmp::Reverse(super::plan::rank(path)));
        let left = carrier.delete(&doomed).await.map_err(Stop::Failures)?;
        done.deleted += doomed.len() - left.len();
        done.left.extend(left);
        after.going.clear();
        state::write(store, &after, version.as_ref()).await.map_err(refused("write the manifest of"))?;
    }
    // The site is online and written down; what is kept too long goes with the next deploy.
    if let Err(refused) = prune(store, prior.as_ref(), &after).await {
        say(&format!("note: what was kept for going back was not pruned: {refused}"));
    }
    done.plan = plan;
    Ok(())
}

async fn carry(carrier: &Carrier<'_>, put: &[(Rank, &str, Vec<&str>)], plan: &Plan, done: &mut Done) -> Result<(), Vec<Failure>> {
    for (rank, name, paths) in put {
        if *rank == Rank::Page && !plan.outlived.is_empty() {
            let left = carrier.delete(&plan.outlived).await?;
            done.deleted += plan.outlived.len() - left.len();
            done.left.extend(left);
        }
        if !paths.is_empty() {
            (carrier.say)(&format!("putting: {} {name}", paths.len()));
            carrier.put(paths).await?;
        }
    }
    Ok(())
}

/// Going back needs every object that it will put.
async fn refuse_pruned(store: &Store, plan: &Plan, wanted: &Entries, standing: &Entries) -> Result<(), Refused> {
    let there: BTreeSet<String> = store.list(KEPT).await?.into_iter().collect();
    for path in plan.new.iter().chain(&plan.changed).map(|item| &item.path) {
        let Some(entry) = wanted.get(path) else { continue };
        let stands = standing.get(path).is_some_and(|there| there.sha256 == entry.sha256);
        if !stands && !there.contains(&kept(&entry.sha256)) {
            return Err(Refused::new(Kind::No, format!("`{path}` as it was is not kept"), Some("build the site as it was, and deploy it")));
        }
    }
    Ok(())
}

/// Deletes what was kept for a deploy to which one cannot go back any more.
async fn prune(store: &Store, prior: Option<&Entries>, now: &Manifest) -> Result<(), Refused> {
    let stands = |path: &str, sha256: &str| [&now.files, &now.stale].iter().any(|files| files.get(path).is_some_and(|there| there.sha256 == sha256));
    let needed: BTreeSet<String> =
        prior.into_iter().flatten().filter(|(path, entry)| !stands(path, &entry.sha256)).map(|(_, entry)| kept(&entry.sha256)).collect();
    let gone: Vec<String> = store.list(KEPT).await?.into_iter().filter(|path| !needed.contains(path)).collect();
    if gone.is_empty() { Ok(()) } else { store.delete(gone).await }
}

/// A folder that holds the site's own sources, or the built site, is no target.
fn refuse_overlap(request: &Request<'_>) -> Result<(), Stop> {
    let Place::Folder(folder) = &request.target.place else { return Ok(()) };
    let folder = request.root.join(folder);
    let help = "name another folder in `url` of the target";
    crate::write::refuse_sources(&folder, request.root).map_err(|fault| fault.with_help(help))?;
    let (Some(output), Ok(folder)) = (request.output.and_then(|output| std::fs::canonicalize(output).ok()), std::fs::canonicalize(&folder)) else {
        return Ok(());
    };
    if output.starts_with(&folder) || folder.starts_with(&output) {
        let fault = Fault::new("deploy to", folder.display(), "the built site lies there");
        return Err(Stop::Fault(fault.with_help(help)));
    }
    Ok(())
}
