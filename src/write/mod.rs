//! Publishing: a new folder beside the old one, swapped whole or not at all. Knows files and fingerprints, no page.
//!
//! A file whose making or whose bytes did not change is linked over, not written again: same bytes, same time stamp.
//! Nothing that chancery did not write is deleted.

mod compress;
mod ground;
mod plan;
mod spare;
mod stamp;
mod state;
mod swap;
mod system;

pub use compress::Precompress;
pub use plan::Planned;
pub use state::{FileState, OutputState};

use crate::fault::Fault;
use crate::manifest::{self, Manifest, Written};
use crate::text::Fingerprint;
use ground::{Ground, Known, Placed};
use plan::{How, beside};
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use system::Tree;
use walkdir::WalkDir;

/// What to do with files that chancery did not write.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Foreign {
    /// Stop.
    Refuse,
    /// Keep them; replace those that stand where a file of the site belongs.
    Keep,
}

/// What publishing did.
#[derive(Clone, Debug, Default)]
pub struct Published {
    /// Files in the output.
    pub files: usize,
    /// Files whose bytes are new.
    pub written: usize,
    /// Files of the last build that are gone.
    pub removed: Vec<String>,
    /// What to remember for the next build.
    pub state: OutputState,
    /// Said to the person: a fallback that was taken.
    pub notices: Vec<String>,
}

/// How the output is written.
#[derive(Clone, Copy, Debug)]
pub struct WriteOptions<'a> {
    /// What to do with files that chancery did not write.
    pub foreign: Foreign,
    /// Whether texts get compressed variants beside them.
    pub precompress: Precompress,
    /// Whether the site shows drafts, and so must not be deployed.
    pub drafts: bool,
    /// Of all that the site is built from.
    pub sources: Fingerprint,
    /// Where the site before the last one may be kept, so that the next build need not link every file anew.
    pub spare: Option<&'a Path>,
}

/// Why publishing did not happen.
#[derive(Debug)]
pub enum Refusal<E> {
    /// The machine refused.
    Fault(Fault),
    /// Files that chancery did not write, at most ten of them, and how many there are.
    ForeignFiles(Vec<String>, usize),
    /// A file could not be made.
    Making(Vec<E>),
}

impl<E> From<Fault> for Refusal<E> {
    fn from(fault: Fault) -> Self {
        Self::Fault(fault)
    }
}

/// The old output as it stands.
#[derive(Debug, Default)]
pub struct Existing {
    manifest: Manifest,
    state: OutputState,
}

impl Existing {
    /// Reads the manifest of `output`, and takes what the last build remembered of it.
    pub fn read(output: &Path, state: OutputState) -> Self {
        let manifest = std::fs::read_to_string(output.join(manifest::FILE_NAME)).ok().and_then(|text| Manifest::from_text(&text)).unwrap_or_default();
        Self { manifest, state }
    }

    /// Whether the old file at `path` holds these bytes.
    fn same_bytes(&self, output: &Tree, path: &str, written: &Written) -> bool {
        if self.manifest.files.get(path) != Some(written) {
            return false;
        }
        match self.state.files.get(path) {
            Some(known) if known.still_holds(output, path) => true,
            // Without a memory of its time stamp, only its bytes can tell.
            _ => {
                output.about(path).is_some_and(|about| about.is_file)
                    && std::fs::read(output.join(path)).is_ok_and(|bytes| Fingerprint::of(&bytes) == written.fingerprint)
            }
        }
    }
}

/// Makes the output folder hold exactly `plan` (and, with [`Foreign::Keep`], a person's files).
///
/// `make` gives the bytes of the file at a place in `plan`; it is called for those alone whose `made_from` changed, from
/// several threads. `inspect` sees the bytes of each file that was made.
///
/// # Errors
/// The output is as it was before.
pub fn publish<E: Send>(
    output: &Path,
    plan: &[Planned],
    existing: &Existing,
    options: WriteOptions<'_>,
    make: impl Fn(usize) -> Result<Vec<u8>, E> + Sync,
    check: impl FnOnce() -> Vec<E>,
) -> Result<Published, Refusal<E>> {
    let output = &resolve(output)?;
    let kept_files = foreign_files(output, existing, options.foreign)?;
    let mut notices = Vec::new();
    let staging = swap::Staging::new(output)?;
    // A person's files in the output are taken along one by one, into a folder that is new.
    let spare = existing.state.spare.as_ref().zip(options.spare).filter(|_| kept_files.is_empty());
    let begun = spare.and_then(|(spare, path)| Some((spare, path, spare.take_up(path, existing, plan)?)));
    let new = begun.as_ref().map_or(staging.path.as_path(), |(_, path, _)| path);
    if begun.is_none() {
        make_folders(new, plan)?;
    }
    let ground = Ground { output: Tree::at(output), new: Tree::at(new), existing, stale: begun.as_ref().map(|(spare, ..)| spare.stale()) };
    let known = beside(plan, &existing.state.files).into_iter().zip(beside(plan, &existing.manifest.files));
    let known: Vec<Known<'_>> = known.map(|(state, written)| Known { state, written }).collect();
    let made: Vec<Result<Placed, Failure<E>>> = plan.par_iter().zip(known).enumerate().map(|(at, planned)| place(at, planned, &ground, &make)).collect();
    let mut files = Vec::with_capacity(plan.len());
    let mut how = Vec::with_capacity(plan.len());
    let mut failures = Vec::new();
    for (planned, made) in plan.iter().zip(made) {
        match made {
            Ok(placed) => {
                how.push(placed.how);
                files.push((planned.path.clone(), placed.written));
            }
            Err(Failure::Machine(fault)) => return Err(Refusal::Fault(fault)),
            Err(Failure::Making(error)) => failures.push(error),
        }
    }
    if failures.is_empty() {
        failures = check();
    }
    if !failures.is_empty() {
        staging.discard();
        return Err(Refusal::Making(failures));
    }
    let mut files: BTreeMap<String, Written> = files.into_iter().collect();
    let mut plan = std::borrow::Cow::Borrowed(plan);
    if options.precompress == Precompress::Yes {
        for variant in compress::variants(&files, &ground)? {
            plan.to_mut().push(Planned { path: variant.path.clone(), made_from: variant.made_from });
            how.push(variant.how);
            files.insert(variant.path, variant.written);
        }
    }
    let written = how.iter().filter(|how| how.is_new()).count();
    let manifest = Manifest { files, drafts: options.drafts, sources: Some(options.sources) };
    let removed: Vec<String> = existing.manifest.without(&manifest).cloned().collect();
    let is_new = |how: &[How]| -> Vec<String> { plan.iter().zip(how).filter(|(_, how)| how.is_new()).map(|(planned, _)| planned.path.clone()).collect() };
    if written == 0 && removed.is_empty() && existing.manifest == manifest {
        // What was mended in the spare site makes its memory out of date; the next build begins with a folder that is new.
        let kept = existing.state.spare.clone().filter(|_| begun.is_none() || how.iter().all(|how| *how == How::Stood));
        staging.discard();
        let mut state = OutputState::of(output, &plan, &how, &existing.state, &existing.state.folders, &BTreeSet::new());
        state.spare = kept;
        return Ok(Published { files: manifest.files.len(), written, removed, state, notices });
    }
    let mut touched = BTreeSet::new();
    let nothing = BTreeMap::new();
    let mut standing = &nothing;
    if let Some((spare, path, made)) = &begun {
        touched = spare.clear(path, existing, &manifest).ok_or_else(|| Fault::new("remove old files from", path.display(), "the system refuses"))?;
        touched.extend(made.iter().flat_map(|folder| [folder.clone(), stamp::parent(folder).to_owned()]));
        standing = &spare.folders;
        let _ = std::fs::remove_file(path.join(manifest::FILE_NAME));
    }
    let manifest_path = new.join(manifest::FILE_NAME);
    std::fs::write(&manifest_path, manifest.to_text()).map_err(|error| unwritten(&manifest_path, error))?;
    for path in &kept_files {
        if !manifest.files.contains_key(path) {
            carry(&output.join(path), &new.join(path))?;
        }
    }
    let tree = new.to_owned();
    let swapped = staging.swap(&tree, output, existing, &manifest, options.spare.filter(|_| kept_files.is_empty()))?;
    notices.extend(swapped.notice);
    let mut state = OutputState::of(output, &plan, &how, &existing.state, standing, &touched);
    state.spare = swapped.kept.then(|| spare::Spare::of(existing, &manifest, is_new(&how).into_iter()));
    Ok(Published { files: manifest.files.len(), written, removed, state, notices })
}

enum Failure<E> {
    Machine(Fault),
    Making(E),
}

fn place<E>(
    at: usize,
    (planned, known): (&Planned, Known<'_>),
    ground: &Ground<'_>,
    make: &(impl Fn(usize) -> Result<Vec<u8>, E> + Sync),
) -> Result<Placed, Failure<E>> {
    if let Some(placed) = ground.unchanged(planned, known).map_err(Failure::Machine)? {
        return Ok(placed);
    }
    let bytes = make(at).map_err(Failure::Making)?;
    ground.put(&planned.path, &bytes, known).map_err(Failure::Machine)
}

/// Refuses an output folder that holds the site's own sources, or lies among them: the swap would move them.
///
/// # Errors
/// Where it does.
pub fn refuse_sources(output: &Path, root: &Path) -> Result<(), Fault> {
    let fault = || {
        Fault::new("write the site to", output.display(), "the site's own sources lie there")
            .with_help("name a folder of its own with `--output`, for instance `public`")
    };
    let top = std::fs::canonicalize(root).map_err(|error| Fault::new("find the site's folder", root.display(), error))?;
    // What does not exist yet lies where its nearest folder that exists lies.
    let full = std::path::absolute(output).map_err(|error| Fault::new("find the output folder", output.display(), error))?;
    let Some(standing) = full.ancestors().find_map(|folder| std::fs::canonicalize(folder).ok().map(|real| (real, folder))) else { return Ok(()) };
    let mut real = standing.0;
    for piece in full.strip_prefix(standing.1).unwrap_or(Path::new("")).components() {
        match piece {
            std::path::Component::ParentDir => {
                real.pop();
            }
            std::path::Component::Normal(name) => real.push(name),
            _ => {}
        }
    }
    let among = ["seeds", "content", "themes", ".chancery"].iter().any(|folder| real.starts_with(top.join(folder)));
    if among || top.starts_with(&real) { Err(fault()) } else { Ok(()) }
}

/// The output folder with links in its own path followed, so that the folder that is meant is the one that is swapped.
fn resolve(output: &Path) -> Result<PathBuf, Fault> {
    match std::fs::symlink_metadata(output) {
        Ok(_) => {
            let full = std::fs::canonicalize(output).map_err(|error| Fault::new("find the output folder", output.display(), error))?;
            if full.is_dir() {
                Ok(full)
            } else {
                Err(Fault::new("write the site to", output.display(), "there is a file of this name").with_help("name another folder with `--output`"))
            }
        }
        Err(_) => {
            let parent = output.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."));
            std::fs::create_dir_all(parent).map_err(|error| Fault::new("make the folder", parent.display(), error))?;
            let parent = std::fs::canonicalize(parent).map_err(|error| Fault::new("find the folder", parent.display(), error))?;
            let name = output
                .file_name()
                .ok_or_else(|| Fault::new("write the site to", output.display(), "this is no folder's name").with_help("name a folder with `--output`"))?;
            Ok(parent.join(name))
        }
    }
}

/// Files in the old output that no manifest names. A folder whose time stamp is the one remembered holds none.
fn foreign_files<E>(output: &Path, existing: &Existing, foreign: Foreign) -> Result<Vec<String>, Refusal<E>> {
    if !output.exists() {
        return Ok(Vec::new());
    }
    let known = stamp::folders(existing.manifest.files.keys());
    let tree = Tree::at(output);
    let mut files = Vec::new();
    for folder in known.iter().filter(|folder| !existing.state.is_untouched(&tree, folder)) {
        let full = output.join(folder);
        let entries = match std::fs::read_dir(&full) {
            Ok(entries) => entries,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => continue,
            Err(error) => return Err(Fault::new("look into the folder", full.display(), error).into()),
        };
        for entry in entries {
            let entry = entry.map_err(|error| Fault::new("look into the folder", full.display(), error))?;
            let name = entry.file_name().to_string_lossy().into_owned();
            let path = if folder.is_empty() { name } else { format!("{folder}/{name}") };
            if entry.file_type().is_ok_and(|kind| kind.is_dir()) {
                if !known.contains(path.as_str()) {
                    walk(output, &path, &mut files)?;
                }
            } else if path != manifest::FILE_NAME && !existing.manifest.files.contains_key(&path) {
                files.push(path);
            }
        }
    }
    files.sort();
    if foreign == Foreign::Refuse && !files.is_empty() {
        let count = files.len();
        files.truncate(10);
        return Err(Refusal::ForeignFiles(files, count));
    }
    Ok(files)
}

/// Everything below a folder of which no manifest knows anything; an empty folder is named itself.
fn walk(output: &Path, folder: &str, files: &mut Vec<String>) -> Result<(), Fault> {
    let top = output.join(folder);
    for entry in WalkDir::new(&top) {
        let entry = entry.map_err(|error| Fault::new("look into the folder", top.display(), error))?;
        let Ok(inner) = entry.path().strip_prefix(output) else { continue };
        if !entry.file_type().is_dir() || is_empty(entry.path()) {
            files.push(inner.to_string_lossy().replace('\\', "/"));
        }
    }
    Ok(())
}

fn is_empty(folder: &Path) -> bool {
    std::fs::read_dir(folder).is_ok_and(|mut entries| entries.next().is_none())
}

fn make_folders(staging: &Path, plan: &[Planned]) -> Result<(), Fault> {
    // Parents stand before their children, so that each folder is one call.
    let tree = Tree::at(staging);
    for folder in stamp::folders(plan.iter().map(|planned| &planned.path)).into_iter().filter(|folder| !folder.is_empty()) {
        tree.make_folder(folder).map_err(|error| Fault::new("make the folder", tree.join(folder).display(), error))?;
    }
    Ok(())
}

/// Takes a file (or an empty folder) over as it is: by a hard link, or where there is none, by a copy of the same time stamp.
fn carry(old: &Path, new: &Path) -> Result<(), Fault> {
    if std::fs::hard_link(old, new).is_ok() {
        return Ok(());
    }
    let fault = |error: std::io::Error| Fault::new("take over the file", old.display(), error);
    if let Some(parent) = new.parent() {
        std::fs::create_dir_all(parent).map_err(fault)?;
    }
    if std::fs::hard_link(old, new).is_ok() {
        return Ok(());
    }
    let about = std::fs::symlink_metadata(old).map_err(fault)?;
    if about.is_dir() {
        return std::fs::create_dir_all(new).map_err(fault);
    }
    std::fs::copy(old, new).map_err(fault)?;
    let modified = about.modified().map_err(fault)?;
    std::fs::File::options().write(true).open(new).and_then(|file| file.set_modified(modified)).map_err(fault)
}

fn unwritten(path: &Path, error: std::io::Error) -> Fault {
    Fault::new("write", path.display(), error).with_help("is there room on the disk, and may you write there?")
}
