//! The conductor: names every stage, once, in order. A function of its arguments alone.

pub mod cache;
pub mod cache_file;
pub mod follow;
mod handouts;
pub mod levels;
pub mod located;
mod memo;
mod options;
mod pages;
pub mod publish;
mod search;
pub mod verify;
pub mod watch;

pub use cache::Cache;
pub use options::{BuildOptions, Drafts};
pub use search::SearchIndex;

use crate::actors::{self, Carry, Cast, Registry};
use crate::diagnostics::{Checked, Code, Diagnostic, Diagnostics};
use crate::input::{InputFile, Inputs, Settings, settings};
use crate::language;
use crate::link;
use crate::model::meta::Status;
use crate::model::{Briefing, Meta, Target, Thresholds};
use crate::picture;
use crate::read::{self, ReadOptions, SeedInput, overlay};
use crate::render::{self, Job, OutputFile, RenderOptions};
use crate::site::{Entry, Parts, Site};
use crate::text::{Fingerprint, Fingerprinter, near};
use crate::theme::{self, Theme};
use cache::{Named, Reading, Remembered};
use memo::remembered;
use options::Visibility;
use rayon::prelude::*;
use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};
use watch::{Nobody, Stage, Watch};

/// A site ready to be written or shown: makes any page on demand.
#[derive(Debug)]
pub struct Build {
    /// Everything known.
    pub site: Arc<Site>,
    /// Its clothes.
    pub theme: Arc<Theme>,
    /// What the owner set.
    pub settings: Settings,
    /// Drafts that are not built.
    pub drafts: usize,
    render: RenderOptions,
    statics: Vec<InputFile>,
    search: OnceLock<Arc<SearchIndex>>,
    handouts: handouts::Handouts,
}

/// Reads, finds, links, indexes. `None` where an error leaves nothing worth showing.
pub fn build(inputs: &Inputs, options: &BuildOptions, cache: &mut Cache) -> Checked<Option<Build>> {
    let mut diagnostics = inputs.diagnostics.clone();
    let mut memo = cache.memo.take();
    let mut content_found = Diagnostics::default();
    let content = match memo.as_deref_mut().map(|memo| (of_content(inputs, options), memo.content.take())) {
        Some((from, Some((known, content, found)))) if known == from => {
            content_found.extend(found.clone());
            if let Some(memo) = &mut memo {
                memo.content = Some((known, content.clone(), found));
            }
            content
        }
        last => {
            cache.memo = memo;
            let content = Arc::new(content(inputs, options, cache).unpack(&mut content_found));
            memo = cache.memo.take();
            if let (Some(memo), Some((from, _))) = (&mut memo, last) {
                memo.content = Some((from, content.clone(), content_found.clone()));
            }
            content
        }
    };
    let Content { site, settings, drafts } = &*content;
    let theme_from = || Fingerprinter::new().add(&settings.theme).add_fingerprint(of_files(&inputs.themes)).finish();
    let theme = remembered(memo.as_deref_mut().map(|memo| &mut memo.theme), theme_from, &mut diagnostics, || Theme::load(&settings.theme, &inputs.themes));
    cache.memo = memo;
    for asset in theme.assets().iter().filter(|asset| site.addresses().find(&asset.path).is_some()) {
        let finding = Diagnostic::new(Code::AddressTaken, format!("the address `/{}` is claimed twice: by a file of the theme and by another", asset.path));
        diagnostics.push(finding.help("give the other file or page another name"));
    }
    levels::apply(&settings.lint, [], &mut diagnostics);
    diagnostics.extend(content_found);
    diagnostics.sort();
    let render = options::for_rendering(settings);
    let build = Build {
        site: site.clone(),
        theme,
        settings: settings.clone(),
        drafts: *drafts,
        render,
        statics: inputs.statics.clone(),
        search: OnceLock::new(),
        handouts: handouts::Handouts::default(),
    };
    Checked { value: Some(build), diagnostics }
}

/// All that a site says, whatever it wears.
#[derive(Debug)]
struct Content {
    site: Arc<Site>,
    settings: Settings,
    drafts: usize,
}

/// Everything but the theme.
fn content(inputs: &Inputs, options: &BuildOptions, cache: &mut Cache) -> Checked<Content> {
    let mut diagnostics = Diagnostics::default();
    let settings = settings::read(inputs.site.as_ref(), options.base_url.as_deref()).unpack(&mut diagnostics);
    let mut memo = cache.memo.take();
    let overlays = overlays(inputs, memo.as_deref_mut(), &mut diagnostics);
    let registry = remembered(memo.as_deref_mut().map(|memo| &mut memo.registry), || of_files(&inputs.registry), &mut diagnostics, || registry(inputs));
    let watch: Arc<dyn Watch> = cache.watch.clone().unwrap_or_else(|| Arc::new(Nobody));
    watch.begins(Stage::Reading, Some(inputs.seeds.len()));
    let readings = readings(inputs, &overlays, &registry, &settings, cache, &mut diagnostics);
    let visible: Vec<&Read> = readings.iter().filter(|read| read.visibility(options) != Visibility::Hidden).collect();
    let found: Vec<(&Briefing, &actors::Candidates)> =
        visible.iter().filter_map(|read| Some((read.reading.briefing.as_deref()?, &read.reading.candidates))).collect();
    watch.begins(Stage::Gathering, None);
    let thresholds = settings.thresholds;
    let cast_from = || of_candidates(&visible, &inputs.registry, thresholds, &settings.language);
    let make_cast = || {
        let mut made = actors::cast_in(&found, &registry, language::pack(&settings.language));
        made.value.thresholds = thresholds;
        made
    };
    let last = memo.as_deref().and_then(|memo| memo.cast.as_ref()).map(|(_, cast, _)| cast.clone());
    let cast = remembered(memo.as_deref_mut().map(|memo| &mut memo.cast), cast_from, &mut diagnostics, make_cast);
    watch.begins(Stage::Linking, None);
    let entries = entries(&visible, &cast, last.as_deref(), &settings, options, cache, memo.is_some());
    watch.begins(Stage::Ordering, None);
    let pages = pages::read(inputs, &settings, &mut diagnostics);
    let assets = inputs.statics.iter().map(static_path).collect();
    let mut facts = options::facts(&settings, options.date);
    // A theme without a search page has no search, and a program without the library none to give.
    facts.publish.search &= search::AVAILABLE && theme::has_template(&settings.theme, &inputs.themes, "search.html");
    // Only a head that names whole addresses leads to pictures.
    facts.publish.pictures &= picture::AVAILABLE && facts.base_url.is_some() && facts.publish.structured_data;
    let parts = Parts { facts, entries, roster: cast.roster.clone(), pages, assets };
    let site = Site::remembering(parts, memo.as_deref_mut().map(|memo| &mut memo.site)).unpack(&mut diagnostics);
    cache.memo = memo;
    say_what_is_missing(inputs, &settings, &mut diagnostics);
    levels::apply(&settings.lint, readings.iter().filter_map(|read| read.reading.briefing.as_deref()), &mut diagnostics);
    let is_draft = |read: &&Read| read.reading.briefing.as_deref().is_some_and(|briefing| briefing.meta.status == Some(Status::Draft));
    let drafts = readings.iter().filter(is_draft).filter(|read| read.visibility(options) == Visibility::Hidden).count();
    Checked { value: Content { site: Arc::new(site), settings, drafts }, diagnostics }
}

/// Of every file but the theme's, and of the options.
fn of_content(inputs: &Inputs, options: &BuildOptions) -> Fingerprint {
    let mut all = Fingerprinter::new();
    all.add(options.base_url.as_deref().unwrap_or_default()).add(options.date.to_string()).add(format!("{:?}", options.drafts));
    for files in [&inputs.seeds, &inputs.overlays, &inputs.registry, &inputs.pages, &inputs.statics] {
        all.add_fingerprint(of_files(files));
    }
    if let Some(site) = &inputs.site {
        all.add_fingerprint(site.fingerprint);
    }
    // Which themes have a search page.
    inputs.themes.iter().filter(|file| file.path.ends_with("/templates/search.html")).for_each(|file| {
        all.add(&file.path);
    });
    all.finish()
}

/// A seed that was read.
struct Read {
    path: String,
    seed: Arc<Vec<u8>>,
    read_from: Fingerprint,
    reading: Arc<Reading>,
}

impl Read {
    fn visibility(&self, options: &BuildOptions) -> Visibility {
        self.reading.briefing.as_deref().map_or(Visibility::Hidden, |briefing| options::visibility(briefing, options))
    }
}

/// Of all these files.
fn of_files(files: &[InputFile]) -> Fingerprint {
    let mut all = Fingerprinter::new();
    for file in files {
        all.add(&file.path).add_fingerprint(file.fingerprint);
    }
    all.finish()
}

/// Of everything that decides the cast.
fn of_candidates(visible: &[&Read], registry: &[InputFile], thresholds: Thresholds, language: &str) -> Fingerprint {
    let mut all = Fingerprinter::new();
    all.add(thresholds.certain.to_be_bytes()).add(thresholds.inferred.to_be_bytes()).add(language);
    all.add_fingerprint(of_files(registry));
    for read in visible {
        let Some(briefing) = &read.reading.briefing else { continue };
        all.add(&briefing.key).add_fingerprint(*read.reading.print.get_or_init(|| read.reading.candidates.print()));
        for (_, id) in &briefing.meta.actors.is {
            all.add(id);
        }
    }
    all.finish()
}

struct Overlay {
    meta: Arc<Checked<Meta>>,
    fingerprint: Fingerprint,
}

fn overlays(inputs: &Inputs, mut memo: Option<&mut memo::Memo>, diagnostics: &mut Diagnostics) -> BTreeMap<String, Overlay> {
    let seeds: rustc_hash::FxHashSet<&str> = inputs.seeds.iter().map(|seed| seed.key("seeds")).collect();
    let known = near::Known::new(inputs.seeds.iter().map(|seed| seed.key("seeds")));
    let mut overlays = BTreeMap::new();
    for file in &inputs.overlays {
        let key = file.key("content/briefings");
        if !seeds.contains(key) {
            let help = match known.meant(key) {
                Some(meant) => format!("did you mean the seed `{meant}`? Then rename this file to `content/briefings/{meant}.yaml`"),
                None => "name the overlay like its seed, or remove it".to_owned(),
            };
            let finding = Diagnostic::new(Code::OrphanOverlay, format!("there is no seed `seeds/{key}.txt` or `seeds/{key}.md` for this overlay"));
            diagnostics.push(finding.in_file(&file.path).help(help));
        }
        let Some(text) = file.text() else {
            diagnostics.push(Diagnostic::new(Code::YamlSyntax, "this file is not UTF-8").in_file(&file.path).help("save it as UTF-8"));
            continue;
        };
        let known = memo.as_ref().and_then(|memo| memo.overlays.get(&file.path)).filter(|(from, _)| *from == file.fingerprint).map(|(_, meta)| meta.clone());
        let meta = known.unwrap_or_else(|| {
            let meta = Arc::new(overlay::parse_meta(&file.path, text, file.bytes.len() - text.len()));
            if let Some(memo) = &mut memo {
                memo.overlays.insert(file.path.clone(), (file.fingerprint, meta.clone()));
            }
            meta
        });
        diagnostics.extend(meta.diagnostics.clone());
        if overlays.insert(key.to_owned(), Overlay { meta, fingerprint: file.fingerprint }).is_some() {
            diagnostics
                .push(Diagnostic::new(Code::OverlayConflict, format!("there are two overlays for `{key}`")).in_file(&file.path).help("keep one of them"));
        }
    }
    overlays
}

fn readings(
    inputs: &Inputs,
    overlays: &BTreeMap<String, Overlay>,
    registry: &Registry,
    settings: &Settings,
    cache: &Cache,
    diagnostics: &mut Diagnostics,
) -> Vec<Read> {
    let options = options::for_reading(settings);
    let base = Fingerprinter::new().add(env!("CARGO_PKG_VERSION")).add(&options.language).add(format!("{:?}", options.restore)).finish();
    let all: Vec<Read> = inputs
        .seeds
        .par_iter()
        .map(|seed| {
            let read = read_one(seed, overlays.get(seed.key("seeds")), registry, &options, base, cache);
            if let Some(watch) = &cache.watch {
                watch.step();
            }
            read
        })
        .collect();
    for read in &all {
        diagnostics.extend(read.reading.diagnostics.clone());
    }
    all
}

fn read_one(seed: &InputFile, overlay: Option<&Overlay>, registry: &Registry, options: &ReadOptions, base: Fingerprint, cache: &Cache) -> Read {
    let mut from = Fingerprinter::new();
    from.add_fingerprint(base).add(&seed.path).add_fingerprint(seed.fingerprint).add_fingerprint(overlay.map(|o| o.fingerprint).unwrap_or_default());
    let read_from = from.finish();
    if let Some(known) = cache.get(&seed.path)
        && known.read_from == read_from
    {
        return Read { path: seed.path.clone(), seed: seed.bytes.clone(), read_from, reading: known.reading.clone() };
    }
    let input = SeedInput { key: seed.key("seeds"), path: &seed.path, bytes: &seed.bytes, overlay: overlay.map(|o| &o.meta.value) };
    let checked = read::read(&input, options);
    let candidates = checked.value.as_ref().map(|briefing| actors::candidates(briefing, registry, pack(briefing, &options.language))).unwrap_or_default();
    let reading = Reading { briefing: checked.value.map(Arc::new), candidates, diagnostics: checked.diagnostics, print: OnceLock::new() };
    Read { path: seed.path.clone(), seed: seed.bytes.clone(), read_from, reading: Arc::new(reading) }
}

fn pack(briefing: &Briefing, language: &str) -> &'static language::Pack {
    language::pack(briefing.language.as_deref().unwrap_or(language))
}

fn registry(inputs: &Inputs) -> Checked<Registry> {
    let mut diagnostics = Diagnostics::default();
    let mut files = Vec::with_capacity(inputs.registry.len());
    for file in &inputs.registry {
        match file.text() {
            Some(text) => files.push((file.path.as_str(), text)),
            None => diagnostics.push(Diagnostic::new(Code::YamlSyntax, "this file is not UTF-8").in_file(&file.path).help("save it as UTF-8")),
        }
    }
    let registry = Registry::parse(&files).unpack(&mut diagnostics);
    Checked { value: registry, diagnostics }
}

/// Of everything that decides who is named in a seed.
fn of_named(read: &Read, cast: &Cast) -> Fingerprint {
    let mut from = Fingerprinter::new();
    from.add_fingerprint(read.read_from).add_fingerprint(cast.roster.fingerprint);
    from.add(cast.thresholds.certain.to_be_bytes()).add(cast.thresholds.inferred.to_be_bytes()).finish()
}

/// The tables of each visible seed. Under another cast than `last`, those that concern nobody who changed are carried over.
fn entries(visible: &[&Read], cast: &Cast, last: Option<&Cast>, settings: &Settings, options: &BuildOptions, cache: &mut Cache, shaped: bool) -> Vec<Entry> {
    let known: &Cache = cache;
    let last = last.filter(|last| last.roster.fingerprint != cast.roster.fingerprint);
    let carry = last.and_then(|last| Some((last, Carry::between(last, cast)?)));
    let carried = |read: &Read, briefing: &Briefing| {
        let ((last, carry), known) = (carry.as_ref()?, known.get(&read.path)?);
        if known.named_from != of_named(read, last) {
            return None;
        }
        let mentions = carry.mentions(briefing, &read.reading.candidates, &known.named.mentions)?;
        let shape = if Arc::ptr_eq(&mentions, &known.named.mentions) { known.named.shape.clone() } else { OnceLock::new() };
        Some(Named { mentions, links: known.named.links.clone(), shape })
    };
    let named: Vec<Option<(Option<Remembered>, Entry)>> = visible
        .par_iter()
        .map(|read| {
            let briefing = read.reading.briefing.clone()?;
            let named_from = of_named(read, cast);
            let known = known.get(&read.path).filter(|known| known.named_from == named_from).map(|known| known.named.clone());
            let is_known = known.is_some();
            let named = known.or_else(|| carried(read, &briefing)).unwrap_or_else(|| {
                let pack = pack(&briefing, &settings.language);
                let mentions = actors::mentions(&briefing, &read.reading.candidates, cast, pack);
                let links = link::bears_on(&briefing, &mentions, pack);
                Named { mentions: Arc::new(mentions), links: Arc::new(links), shape: OnceLock::new() }
            });
            let entry = Entry {
                mentions: named.mentions.clone(),
                links: named.links.clone(),
                draft: read.visibility(options) == Visibility::Draft,
                content: read.read_from,
                shape: shaped.then(|| *named.shape.get_or_init(|| named.mentions.shape())),
                seed: read.seed.clone(),
                briefing,
            };
            let remembered = (!is_known).then(|| Remembered { read_from: read.read_from, reading: read.reading.clone(), named_from, named });
            Some((remembered, entry))
        })
        .collect();
    let mut entries = Vec::with_capacity(named.len());
    for (read, named) in visible.iter().zip(named) {
        let Some((remembered, entry)) = named else { continue };
        if let Some(remembered) = remembered {
            cache.put(read.path.clone(), remembered);
        }
        entries.push(entry);
    }
    entries.sort_by(|a, b| a.briefing.key.cmp(&b.briefing.key));
    entries
}

fn say_what_is_missing(inputs: &Inputs, settings: &Settings, diagnostics: &mut Diagnostics) {
    if inputs.seeds.is_empty() {
        diagnostics.push(Diagnostic::new(Code::NoSeeds, "there is no seed in `seeds/`").help("put a briefing there as a `.txt` or `.md` file"));
    }
    if settings.base_url.is_none() {
        diagnostics.push(
            Diagnostic::new(Code::NoBaseUrl, "no `base_url` is set, so the site has no canonical addresses, no feed and no sitemap")
                .help("write `base_url: https://...` into `content/site.yaml`, or give `--base-url`"),
        );
    }
}

fn static_path(file: &InputFile) -> String {
    file.path.strip_prefix("content/static/").unwrap_or(&file.path).to_owned()
}

/// A file of the output: made from a job, or copied.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Output {
    /// Rendered.
    Job(Job),
    /// A file of the theme, by its place in `Theme::assets`.
    Asset(usize),
    /// A file of `content/static/`, by its place.
    Static(usize),
    /// A file of the search index, by its place; there once [`Build::index`] was asked for.
    Search(usize),
}

impl Build {
    /// Makes the search index, where the site has a search page; what `known` and `last` hold already is taken from there.
    ///
    /// # Errors
    /// Where it cannot be made.
    pub fn index(&self, known: &BTreeMap<Fingerprint, Vec<String>>, last: Option<&SearchIndex>) -> Result<Option<&Arc<SearchIndex>>, Diagnostic> {
        if !self.site.addresses().has(&Target::Search) {
            return Ok(None);
        }
        if self.search.get().is_none() {
            let index = SearchIndex::new(&self.site, known, last)?;
            let _ = self.search.set(Arc::new(index));
        }
        Ok(self.search.get())
    }

    /// Every file of the site, with its path below the output folder, sorted by path.
    pub fn outputs(&self) -> Vec<(String, Output)> {
        let indexed = self.search.get().into_iter().flat_map(|index| index.outputs());
        let mut all: Vec<(String, Output)> = self.rendered().chain(self.copied()).chain(indexed).collect();
        all.sort_by(|a, b| a.0.cmp(&b.0));
        all
    }

    /// The files that are rendered, with their paths below the output folder, in the order of addresses.
    pub fn rendered(&self) -> impl Iterator<Item = (String, Output)> + '_ {
        render::jobs(&self.site).into_iter().map(|job| (render::path(&self.site, &job), Output::Job(job)))
    }

    /// The files that are copied, with their paths below the output folder.
    pub fn copied(&self) -> impl Iterator<Item = (String, Output)> + '_ {
        let assets = self.theme.assets().iter().enumerate().map(|(at, asset)| (asset.path.clone(), Output::Asset(at)));
        assets.chain(self.statics.iter().enumerate().map(|(at, file)| (static_path(file), Output::Static(at))))
    }

    /// The rendered file at an address below the base path.
    pub fn rendered_at(&self, address: &str) -> Option<Output> {
        render::job_at(&self.site, address).map(Output::Job)
    }

    /// Fingerprints that many files share, for [`Build::fingerprint`].
    pub fn prints(&self) -> render::Prints {
        render::prints(&self.site, &self.theme, &self.render)
    }

    /// Of everything that decides a file's bytes.
    pub fn fingerprint(&self, prints: &render::Prints, output: &Output) -> Fingerprint {
        match output {
            Output::Job(job @ Job::Page(Target::HandoutFile(no))) => {
                let print = render::fingerprint(&self.site, &self.theme, &self.render, prints, job);
                handouts::with_pictures(print, self.site.briefing(*no), &self.statics)
            }
            Output::Job(job) => render::fingerprint(&self.site, &self.theme, &self.render, prints, job),
            Output::Asset(at) => Fingerprint::of(&self.theme.assets()[*at].bytes),
            Output::Static(at) => self.statics[*at].fingerprint,
            Output::Search(at) => self.search.get().map(|index| index.fingerprint(*at)).unwrap_or_default(),
        }
    }

    fn page(&self, target: &Target) -> Result<Vec<u8>, Diagnostic> {
        render::page(&self.site, &self.theme, &self.render, &Job::Page(target.clone())).map(|file| file.bytes)
    }

    /// Makes a file.
    ///
    /// # Errors
    /// A template that failed.
    pub fn make(&self, output: &Output) -> Result<Vec<u8>, Diagnostic> {
        match output {
            Output::Job(Job::Page(Target::Handout(no))) => self.handouts.page(*no, || self.page(&Target::Handout(*no))),
            Output::Job(Job::Page(Target::HandoutFile(no))) => {
                let page = self.handouts.page(*no, || self.page(&Target::Handout(*no)))?;
                Ok(render::handout_file(&self.site, &self.theme, *no, &page, |path| handouts::picture(&self.statics, path)))
            }
            Output::Job(job) => render::page(&self.site, &self.theme, &self.render, job).map(|OutputFile { bytes, .. }| bytes),
            Output::Asset(at) => Ok(self.theme.assets()[*at].bytes.clone()),
            Output::Search(at) => self.search.get().map_or_else(|| Ok(Vec::new()), |index| index.make(&self.site, *at)),
            Output::Static(at) => Ok(self.statics[*at].bytes.to_vec()),
        }
    }
}
