//! A build made into files: what is the same is left alone, what is new is made, checked as a reader would follow it, and swapped in.

use super::cache_file::{CacheFolder, OutputMemory};
use super::follow::{self, KnownLinks};
pub use super::verify::address;
use super::verify::{self, PageLinks};
use super::watch::{Nobody, Stage, Watch};
use super::{Build, BuildOptions, Drafts, Output, build};
use crate::diagnostics::{Checked, Code, Diagnostic, Diagnostics};
use crate::fault::Fault;
use crate::input::Inputs;
use crate::render::Job;
use crate::text::{Fingerprint, Fingerprinter};
use crate::write::{self, Existing, Foreign, Planned, Precompress, Refusal, WriteOptions};
use rayon::prelude::*;
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::{Arc, Mutex};

/// What publishing did.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    /// Briefings shown.
    pub briefings: usize,
    /// Actors with a page.
    pub actors: usize,
    /// Files in the output.
    pub files: usize,
    /// Files whose bytes are new.
    pub written: usize,
    /// Files that are gone.
    pub removed: usize,
    /// Whether the last build's output was seen to be right already.
    pub unchanged: bool,
    /// Said to the person.
    pub notices: Vec<String>,
    /// How many pages the search finds, where its index was made anew.
    pub indexed: Option<usize>,
}

/// How to publish.
#[derive(Clone, Copy, Debug)]
pub struct PublishOptions<'a> {
    /// The site's folder, which holds the cache.
    pub root: &'a Path,
    /// The output folder.
    pub output: &'a Path,
    /// What to do with files that chancery did not write.
    pub foreign: Foreign,
    /// Whether texts get compressed variants beside them.
    pub precompress: Precompress,
}

/// Builds and writes. `None` in the result: there were errors, and the output is as it was.
///
/// # Errors
/// Where the machine refuses.
pub fn publish(inputs: &Inputs, options: &BuildOptions, target: &PublishOptions<'_>) -> Result<Checked<Option<Report>>, Fault> {
    publish_watched(inputs, options, target, &(Arc::new(Nobody) as Arc<dyn Watch>))
}

/// As [`publish`]; `watch` is told how far it is.
///
/// # Errors
/// Where the machine refuses.
pub fn publish_watched(inputs: &Inputs, options: &BuildOptions, target: &PublishOptions<'_>, watch: &Arc<dyn Watch>) -> Result<Checked<Option<Report>>, Fault> {
    write::refuse_sources(target.output, target.root)?;
    let folder = CacheFolder::of(target.root);
    let mut memory = folder.read_output(target.output);
    let built_from = fingerprint(inputs, options, target.precompress);
    let state = std::mem::take(&mut memory.state);
    if memory.built_from == built_from && state.is_intact(target.output) {
        let (briefings, actors) = memory.counts;
        let report = Report { briefings, actors, files: state.files.len(), unchanged: true, ..Report::default() };
        return Ok(Checked { value: Some(report), diagnostics: memory.diagnostics });
    }
    let existing = Existing::read(target.output, state);
    let (cache, shards) = folder.read_analysis();
    let mut cache = cache.watched(watch.clone());
    let checked = build(inputs, options, &mut cache);
    let mut diagnostics = checked.diagnostics;
    let Some(built) = checked.value.filter(|_| !diagnostics.has_errors()) else {
        return Ok(Checked { value: None, diagnostics });
    };
    cache.retain(|path| inputs.find(path).is_some());
    let drafts = options.drafts == Drafts::Shown;
    let last =
        Last { folder: &folder, existing, links: folder.read_links(target.output), known: memory.search, built_from, sources: sources(inputs), drafts, watch };
    let report = write(&built, target, last, &mut diagnostics)?;
    folder.write_analysis(&cache, &shards);
    // The process ends with its one build: to give back every string of it would cost as much as reading a tenth of the seeds.
    std::mem::forget((built, cache));
    diagnostics.sort();
    Ok(Checked { value: report, diagnostics })
}

/// Of everything that decides the output.
fn fingerprint(inputs: &Inputs, options: &BuildOptions, precompress: Precompress) -> Fingerprint {
    let mut all = Fingerprinter::new();
    all.add(format!("{precompress:?}"));
    all.add(options.base_url.as_deref().unwrap_or_default()).add(options.date.to_string()).add(format!("{:?}", options.drafts));
    all.add_fingerprint(sources(inputs));
    all.add(format!("{}", inputs.diagnostics.len()));
    all.finish()
}

/// Of all files that a person wrote: a site built from others is out of date.
pub fn sources(inputs: &Inputs) -> Fingerprint {
    let mut all = Fingerprinter::new();
    for file in inputs.all() {
        all.add(&file.path).add_fingerprint(file.fingerprint);
    }
    all.finish()
}

/// What the last build left, and what this one is made from.
struct Last<'a> {
    folder: &'a CacheFolder,
    existing: Existing,
    links: KnownLinks,
    known: BTreeMap<Fingerprint, Vec<String>>,
    built_from: Fingerprint,
    sources: Fingerprint,
    drafts: bool,
    watch: &'a Arc<dyn Watch>,
}

fn write(built: &Build, target: &PublishOptions<'_>, last: Last<'_>, diagnostics: &mut Diagnostics) -> Result<Option<Report>, Fault> {
    let Last { folder, existing, mut links, known, built_from, sources, drafts, watch } = last;
    watch.begins(Stage::Indexing, None);
    let index = match built.index(&known, None) {
        Ok(index) => index,
        Err(finding) => {
            diagnostics.push(finding);
            return Ok(None);
        }
    };
    watch.begins(Stage::Pages, None);
    let spare = folder.spare(target.output);
    let write_options = WriteOptions { foreign: target.foreign, precompress: target.precompress, drafts, sources, spare: Some(&spare) };
    let outputs = built.outputs();
    let prints = built.prints();
    let plan: Vec<Planned> =
        outputs.par_iter().with_min_len(16).map(|(path, output)| Planned { path: path.clone(), made_from: built.fingerprint(&prints, output) }).collect();
    let made: Mutex<Vec<(usize, PageLinks)>> = Mutex::default();
    let base_path = built.site.addresses().base_path().to_owned();
    let make = |at: usize| -> Result<Vec<u8>, Diagnostic> {
        let (path, output) = &outputs[at];
        let bytes = built.make(output)?;
        watch.step();
        if !matches!(output, Output::Search(_)) {
            let mut links = verify::inspect(address(path), &bytes, &base_path);
            // What stands at an old address only leads on: nobody need find it.
            links.is_page &= !matches!(output, Output::Job(Job::Redirect(_)));
            if let Ok(mut made) = made.lock() {
                made.push((at, links));
            }
        }
        Ok(bytes)
    };
    let result = write::publish(target.output, &plan, &existing, write_options, make, || {
        watch.begins(Stage::Following, None);
        let made = made.lock().map(|mut made| std::mem::take(&mut *made)).unwrap_or_default();
        let change;
        (links, change) = follow::update(&outputs, std::mem::take(&mut links), made);
        if follow::still_holds(&links, &change) { Vec::new() } else { follow::follow_links(built, &outputs, &links) }
    });
    match result {
        Ok(published) => {
            let counts = (built.site.entries().len(), built.site.actors_by_letter().iter().map(|(_, actors)| actors.len()).sum());
            let known = index.map(|index| index.known()).unwrap_or_default();
            let memory = OutputMemory { built_from, state: published.state, diagnostics: diagnostics.clone(), counts, search: known };
            folder.write_output(target.output, &memory);
            folder.write_links(target.output, &links);
            // Said once: the next build has no such address to lose.
            dropped(&published.removed, diagnostics);
            let mut notices = published.notices;
            match built.drafts {
                0 => {}
                1 => notices.push("one briefing is a draft and was not built; `--drafts` shows it, and so does `chancery serve`".to_owned()),
                several => notices.push(format!("{several} briefings are drafts and were not built; `--drafts` shows them, and so does `chancery serve`")),
            }
            Ok(Some(Report {
                briefings: counts.0,
                actors: counts.1,
                files: published.files,
                written: published.written,
                removed: published.removed.len(),
                unchanged: published.written == 0 && published.removed.is_empty(),
                notices,
                indexed: index.filter(|index| index.made() > 0).map(|index| index.pages()),
            }))
        }
        Err(Refusal::Fault(fault)) => Err(fault),
        Err(Refusal::Making(findings)) => {
            findings.into_iter().for_each(|finding| diagnostics.push(finding));
            diagnostics.sort();
            Ok(None)
        }
        Err(Refusal::ForeignFiles(files, count)) => {
            for file in &files {
                diagnostics
                    .push(Diagnostic::new(Code::ForeignFile, format!("`{}` holds a file that chancery did not write", target.output.display())).in_file(file));
            }
            let finding = Diagnostic::new(
                Code::ForeignFile,
                format!("the output folder `{}` holds {count} file(s) that chancery did not write; nothing was changed", target.output.display()),
            );
            diagnostics.push(finding.help("move them away, name another folder with `--output`, or keep them there with `--force`"));
            Ok(None)
        }
    }
}

/// Addresses of briefings and actors that readers may have kept, and that lead nowhere now.
fn dropped(removed: &[String], diagnostics: &mut Diagnostics) {
    for path in removed {
        let Some(folder) = address(path).strip_suffix('/') else { continue };
        let (what, old) = match (folder.strip_prefix("briefings/"), folder.strip_prefix("actors/")) {
            (Some(slug), _) if !["/faq", "/print", "/source", "/cite"].iter().any(|page| slug.ends_with(page)) && !slug.starts_with("page/") => {
                ("the overlay of the briefing", slug)
            }
            (_, Some(id)) if !id.contains('/') => ("the registry entry of the actor", id),
            _ => continue,
        };
        let finding = Diagnostic::new(Code::AddressDropped, format!("the last build had a page at `/{folder}/`, and this one has none"));
        diagnostics.push(finding.help(format!("if it stands elsewhere now, write `former: [{old}]` into {what} that it is now")));
    }
}
