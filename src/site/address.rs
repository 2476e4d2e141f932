//! The one place that makes an address. Root, base path and preview alike; what leads nowhere has no address.

use super::{ACTORS_A_PAGE, ActorEntry, BRIEFINGS_A_PAGE, Entry, MentionRef, Namesakes, OwnPage, SiteFacts, Tag, mention_parts};
use crate::diagnostics::{Checked, Code, Diagnostic, Diagnostics};
use crate::model::{ActorList, ActorNo, Briefing, BriefingNo, Certainty, CitationForm, DataFile, FeedForm, FeedOf, Kind, Role, Roster, Target, place};
use crate::picture;
use rayon::prelude::*;
use rustc_hash::{FxBuildHasher, FxHashMap};
use std::collections::BTreeMap;
use std::hash::BuildHasher;
use std::sync::{Arc, OnceLock};

/// Where an old address leads now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Redirect {
    /// The old address below the base path, without a leading slash: `briefings/old/`.
    pub from: String,
    /// Where it leads.
    pub to: Target,
}

/// What everything that has an address says of itself.
pub(super) struct Claims<'a> {
    pub(super) facts: &'a SiteFacts,
    pub(super) entries: &'a [Entry],
    pub(super) roster: &'a Roster,
    pub(super) actors: &'a [ActorEntry],
    pub(super) pages: &'a [OwnPage],
    pub(super) tags: &'a BTreeMap<String, Tag>,
    pub(super) namesakes: &'a BTreeMap<String, Namesakes>,
    pub(super) assets: &'a [String],
    pub(super) corrections: bool,
}

impl Claims<'_> {
    /// Whether what is called so has a share picture: where the font lacks a letter, there is none.
    pub(super) fn is_pictured(&self, title: &str) -> bool {
        self.facts.publish.pictures && picture::covers(title) && picture::covers(&self.facts.title)
    }
}

/// Bytes that nearly every address below the base path has room in.
const ROOM: usize = 64;

/// Everything's address.
#[derive(Debug, Default)]
pub struct Addresses {
    base_path: String,
    base_url: Option<String>,
    map: Arc<Map>,
    /// Whose blocks a link may point at.
    briefings: Vec<Arc<Briefing>>,
}

/// Who has which address: what a change of words alone leaves as it is.
#[derive(Debug, Default)]
pub(super) struct Map {
    slugs: Vec<String>,
    actor_ids: Vec<String>,
    /// Address below the base path, with what it shows; sorted. Pages end in `/` or are empty (home), files do not.
    pages: Vec<(String, Target)>,
    /// Places in `pages` by the hash of the address, where it has that hash alone; made when an address is first looked up: every page asks for several.
    places: OnceLock<FxHashMap<u64, u32>>,
    redirects: Vec<Redirect>,
}

impl Map {
    pub(super) fn new(claims: &Claims<'_>) -> Checked<Self> {
        let mut diagnostics = Diagnostics::default();
        let mut addresses = Self {
            slugs: claims.entries.iter().map(|entry| entry.briefing.wished_slug.clone()).collect(),
            actor_ids: claims.roster.actors.iter().map(|actor| actor.id.clone()).collect(),
            ..Self::default()
        };
        let mut claims_of: Vec<(String, Target, Claimant<'_>)> =
            targets(claims).into_par_iter().with_min_len(1024).map(|(target, claimant)| (addresses.path(&target), target, claimant)).collect();
        // Stable: of several claims to one address, the first stays the first.
        claims_of.par_sort_by(|a, b| a.0.cmp(&b.0));
        let mut owners: Vec<Claimant<'_>> = Vec::with_capacity(claims_of.len());
        addresses.pages.reserve_exact(claims_of.len());
        for (path, target, claimant) in claims_of {
            match (addresses.pages.last(), owners.last()) {
                (Some((last, _)), Some(other)) if *last == path => {
                    // A page of the site's own replaces a generated one; it is claimed first. Of two articles at one address that is said already.
                    if !(other.own_page && claimant.generated || other.beside && claimant.beside) {
                        diagnostics.push(taken(&path, &claimant, other));
                    }
                }
                _ => {
                    addresses.pages.push((path, target));
                    owners.push(claimant);
                }
            }
        }
        addresses.redirects(claims, &owners, &mut diagnostics);
        Checked { value: addresses, diagnostics }
    }

    /// The place of an address among those that something has.
    fn place(&self, path: &str) -> Option<usize> {
        let hash = |path: &str| FxBuildHasher.hash_one(path);
        let places = self.places.get_or_init(|| self.pages.iter().zip(0..).map(|((path, _), at)| (hash(path), at)).collect());
        let at = *places.get(&hash(path))? as usize;
        match self.pages.get(at) {
            Some((known, _)) if known == path => Some(at),
            // Two addresses of one hash.
            _ => self.pages.binary_search_by(|(known, _)| known.as_str().cmp(path)).ok(),
        }
    }

    fn redirects<'a>(&mut self, claims: &Claims<'a>, owners: &[Claimant<'a>], diagnostics: &mut Diagnostics) {
        let mut wanted: Vec<(String, Target, Claimant<'_>)> = Vec::new();
        for (no, entry) in claims.entries.iter().enumerate() {
            let no = BriefingNo::at(no);
            let claimant = Claimant::file(&entry.briefing.seed, "a former slug");
            for old in &entry.briefing.meta.former {
                wanted.push((format!("briefings/{old}/"), Target::Article(no), claimant));
                if claims.facts.publish.source {
                    wanted.push((format!("briefings/{old}/source/"), Target::Source(no), claimant));
                }
                if entry.briefing.faq.is_some() {
                    wanted.push((format!("briefings/{old}/faq/"), Target::Faq(no), claimant));
                }
            }
        }
        for (no, actor) in claims.roster.actors.iter().enumerate() {
            if claims.actors[no].listed {
                for old in &actor.former {
                    wanted.push((format!("actors/{old}/"), Target::Actor(ActorNo::at(no)), Claimant::of(What::FormerId(&actor.id))));
                }
            }
        }
        let mut claimed: FxHashMap<String, Claimant<'_>> = FxHashMap::default();
        for (from, to, claimant) in wanted {
            if let Some(other) = claimed.get(&from).or_else(|| owners.get(self.place(&from)?)) {
                diagnostics.push(taken(&from, &claimant, other));
                continue;
            }
            claimed.insert(from.clone(), claimant);
            self.redirects.push(Redirect { from, to });
        }
        self.redirects.sort_by(|a, b| a.from.cmp(&b.from));
    }

    /// Address below the base path, without a leading slash: `briefings/talks/`; of a block, that of the article.
    fn path(&self, target: &Target) -> String {
        let mut path = String::with_capacity(ROOM);
        self.push_path(target, &mut path);
        path
    }

    /// Adds the address below the base path.
    fn push_path(&self, target: &Target, path: &mut String) {
        let pieces: [&str; 3] = match target {
            Target::Home => [""; 3],
            Target::Briefings(1) => ["briefings/", "", ""],
            Target::Briefings(page) => ["briefings/page/", &page.to_string(), "/"],
            Target::Article(no) => ["briefings/", &self.slugs[no.index()], "/"],
            Target::Faq(no) => ["briefings/", &self.slugs[no.index()], "/faq/"],
            Target::Source(no) => ["briefings/", &self.slugs[no.index()], "/source/"],
            Target::Handout(no) => ["briefings/", &self.slugs[no.index()], "/print/"],
            Target::HandoutFile(no) => ["briefings/", &self.slugs[no.index()], "/print/handout.html"],
            Target::Block(no, _) => ["briefings/", &self.slugs[no.index()], "/"],
            Target::Actors => ["actors/", "", ""],
            Target::ActorList(ActorList::Name, 1) => ["actors/", "", ""],
            Target::ActorList(list, 1) => ["actors/", &list_name(*list), ""],
            Target::ActorList(list, page) => ["actors/", &list_name(*list), &format!("page/{page}/")],
            Target::Actor(no) => ["actors/", &self.actor_ids[no.index()], "/"],
            Target::ActorPart(no, page) => ["actors/", &self.actor_ids[no.index()], &format!("/page/{page}/")],
            Target::Namesakes(name) => ["actors/called/", name, "/"],
            Target::Tag(tag) => ["tags/", tag, "/"],
            Target::Tags => ["tags/", "", ""],
            Target::Corrections => ["corrections/", "", ""],
            Target::Page(path) if path == "index" => [""; 3],
            Target::Page(path) if path == "404" => ["404.html", "", ""],
            Target::Page(path) => [path, "/", ""],
            Target::Asset(path) => [path, "", ""],
            Target::Feed(of, form) => {
                let name = match form {
                    FeedForm::Atom => "feed.xml",
                    FeedForm::Json => "feed.json",
                };
                match of {
                    FeedOf::Site => [name, "", ""],
                    FeedOf::Tag(tag) => ["tags/", tag, &format!("/{name}")],
                    FeedOf::Corrections => ["corrections/", name, ""],
                    FeedOf::Actor(no) => ["actors/", &self.actor_ids[no.index()], &format!("/{name}")],
                }
            }
            Target::PlainText(no) => ["briefings/", &self.slugs[no.index()], "/index.txt"],
            Target::Sitemap => ["sitemap.xml", "", ""],
            Target::Search => ["search/", "", ""],
            Target::Data => ["data/", "", ""],
            Target::BriefingData(no) => ["briefings/", &self.slugs[no.index()], "/index.json"],
            Target::DataFile(file) => [file.path(), "", ""],
            Target::Citations(no) => ["briefings/", &self.slugs[no.index()], "/cite/"],
            Target::CitationFile(no, form) => ["briefings/", &self.slugs[no.index()], &format!("/cite/{}", form.file())],
            Target::BriefingPicture(no) => ["briefings/", &self.slugs[no.index()], "/picture.png"],
            Target::ActorPicture(no) => ["actors/", &self.actor_ids[no.index()], "/picture.png"],
            Target::Method => ["method/", "", ""],
            Target::NotFound => ["404.html", "", ""],
        };
        pieces.into_iter().for_each(|piece| path.push_str(piece));
    }
}

impl Addresses {
    pub(super) fn new(claims: &Claims<'_>, map: Arc<Map>) -> Self {
        Self {
            base_path: claims.facts.base_path.clone(),
            base_url: claims.facts.base_url.clone(),
            map,
            briefings: claims.entries.iter().map(|entry| entry.briefing.clone()).collect(),
        }
    }

    /// The page that shows a target: of a block, that of the FAQ or of the article.
    fn page_of<'t>(&self, target: &'t Target) -> std::borrow::Cow<'t, Target> {
        match target {
            Target::Block(no, block) => {
                let role = self.briefings[no.index()].block(*block).role;
                let faq = matches!(role, Role::FaqTitle | Role::FaqIntro | Role::Section | Role::Question | Role::Answer);
                std::borrow::Cow::Owned(if faq { Target::Faq(*no) } else { Target::Article(*no) })
            }
            target => std::borrow::Cow::Borrowed(target),
        }
    }

    /// The address for `href`: from the host's root, base path and fragment included.
    pub fn href(&self, target: &Target) -> String {
        self.from(&self.base_path, target)
    }

    /// The whole address with scheme and host, where the site has a base address.
    pub fn absolute(&self, target: &Target) -> Option<String> {
        Some(self.from(self.base_url.as_deref()?, target))
    }

    /// The address of `target` behind `base`, fragment included.
    fn from(&self, base: &str, target: &Target) -> String {
        let fragment = match target {
            Target::Block(no, block) => self.briefings[no.index()].blocks.get(block.index()).map(|block| block.anchor.as_str()),
            _ => None,
        };
        let mut address = String::with_capacity(base.len() + ROOM + fragment.map_or(0, str::len));
        address.push_str(base);
        self.map.push_path(&self.page_of(target), &mut address);
        if let Some(fragment) = fragment {
            address.push('#');
            address.push_str(fragment);
        }
        address
    }

    /// The file in the output folder that holds a target's page: `briefings/talks/index.html`.
    pub fn file(&self, target: &Target) -> String {
        file_of(&self.map.path(&self.page_of(target)))
    }

    /// Everything that has a page, with its address below the base path, sorted by address.
    pub fn pages(&self) -> impl Iterator<Item = (&str, &Target)> {
        self.map.pages.iter().map(|(path, target)| (path.as_str(), target))
    }

    /// Whether a target has a page of its own (a generated page that one of the site's own replaces has not).
    pub fn has(&self, target: &Target) -> bool {
        self.find(&self.map.path(&self.page_of(target))) == Some(target)
    }

    /// Whether the site has a page or file at this address below the base path.
    pub fn find(&self, path: &str) -> Option<&Target> {
        self.map.place(path).map(|at| &self.map.pages[at].1)
    }

    /// Old addresses, sorted.
    pub fn all_redirects(&self) -> &[Redirect] {
        &self.map.redirects
    }

    /// Begins and ends with `/`.
    pub fn base_path(&self) -> &str {
        &self.base_path
    }
}

/// The file that a server shows at an address below the base path.
pub fn file_of(path: &str) -> String {
    if path.is_empty() || path.ends_with('/') { format!("{path}index.html") } else { path.to_owned() }
}

/// Fewer actors than this are seen at a glance.
const FEWEST_SORTED: usize = 8;

/// Who claims an address. Made for every page, so it is put into words only where two claim one.
#[derive(Clone, Copy)]
struct Claimant<'a> {
    what: What<'a>,
    /// Made from the whole, so that a page of the site's own may replace it.
    generated: bool,
    own_page: bool,
    /// For programs, beside an article that has its own address.
    beside: bool,
}

#[derive(Clone, Copy)]
enum What<'a> {
    /// Something of a file of the site: `the article`.
    OfFile(&'static str, &'a str),
    Asset(&'a str),
    Actor(&'a str),
    FormerId(&'a str),
    Generated(&'static str),
}

impl std::fmt::Display for What<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            What::OfFile(what, file) => write!(f, "{what} of `{file}`"),
            What::Asset(path) => write!(f, "the file `{path}`"),
            What::Actor(id) => write!(f, "the actor `{id}`"),
            What::FormerId(id) => write!(f, "a former id of the actor `{id}`"),
            What::Generated(what) => f.write_str(what),
        }
    }
}

impl<'a> Claimant<'a> {
    fn of(what: What<'a>) -> Self {
        Self { what, generated: false, own_page: false, beside: false }
    }

    fn file(file: &'a str, what: &'static str) -> Self {
        Self::of(What::OfFile(what, file))
    }

    fn beside(file: &'a str, what: &'static str) -> Self {
        Self { beside: true, ..Self::file(file, what) }
    }

    fn generated(what: &'static str) -> Self {
        Self { generated: true, ..Self::of(What::Generated(what)) }
    }
}

fn taken(path: &str, claimant: &Claimant<'_>, other: &Claimant<'_>) -> Diagnostic {
    let mut finding = Diagnostic::new(Code::AddressTaken, format!("the address `/{path}` is claimed twice: by {} and by {}", other.what, claimant.what));
    let file = [claimant, other].into_iter().find_map(|claimant| if let What::OfFile(_, file) = claimant.what { Some(file) } else { None });
    if let Some(file) = file {
        finding = finding.in_file(file);
    }
    finding.help("give one of the two another `slug` (a briefing), `id` (an actor) or file name (a page)")
}

/// Address of a list of the actor index, below that of the index.
fn list_name(list: ActorList) -> String {
    match list {
        ActorList::Name => String::new(),
        ActorList::Mentions => "by/mentions/".to_owned(),
        ActorList::Seen => "by/seen/".to_owned(),
        ActorList::Kind(kind) => format!("kind/{}/", kind.name().replace('_', "-")),
    }
}

/// The lists of the actor index, with how many stand in each. With a handful of actors one order is enough; without dates nobody
/// knows who was named last.
fn actor_lists(claims: &Claims<'_>) -> Vec<(ActorList, usize)> {
    let listed: Vec<Kind> = claims.roster.actors.iter().zip(claims.actors).filter(|(_, entry)| entry.listed).map(|(actor, _)| actor.kind).collect();
    let mut lists = vec![(ActorList::Name, listed.len())];
    if listed.len() >= FEWEST_SORTED {
        lists.push((ActorList::Mentions, listed.len()));
        if claims.entries.iter().any(|entry| entry.briefing.meta.date.is_some()) {
            lists.push((ActorList::Seen, listed.len()));
        }
        for kind in Kind::ALL {
            let count = listed.iter().filter(|known| **known == kind).count();
            if count > 0 {
                lists.push((ActorList::Kind(kind), count));
            }
        }
    }
    lists
}

/// The feeds that have something to tell: a feed has a date, which comes from its entries, and what has no date is in none.
pub(super) fn feeds(claims: &Claims<'_>) -> Vec<FeedOf> {
    if claims.facts.base_url.is_none() || !claims.facts.publish.feeds {
        return Vec::new();
    }
    let is_told = |no: BriefingNo| claims.entries.get(no.index()).is_some_and(|entry| !entry.draft && entry.briefing.meta.date.is_some());
    let mut all = Vec::new();
    if (0..claims.entries.len()).any(|no| is_told(BriefingNo::at(no))) {
        all.push(FeedOf::Site);
    }
    all.extend(claims.tags.iter().filter(|(_, tag)| tag.briefings.iter().any(|no| is_told(*no))).map(|(slug, _)| FeedOf::Tag(slug.clone())));
    if claims.entries.iter().any(|entry| !entry.draft && !entry.briefing.meta.corrections.is_empty()) {
        all.push(FeedOf::Corrections);
    }
    let is_certain = |reference: &MentionRef| {
        let entry = claims.entries.get(reference.briefing.index());
        let mention = entry.and_then(|entry| Some((entry, entry.mentions.mentions.get(reference.at as usize)?)));
        mention.is_some_and(|(entry, mention)| mention.certainty == Certainty::Certain && place::of(&entry.briefing, mention.block).is_shown())
    };
    for (no, _) in claims.actors.iter().enumerate().filter(|(_, actor)| actor.listed) {
        if claims.actors[no].mentions.iter().rev().any(|reference| is_told(reference.briefing) && is_certain(reference)) {
            all.push(FeedOf::Actor(ActorNo::at(no)));
        }
    }
    all
}

/// Everything that has a page, the site's own pages first.
fn targets<'a>(claims: &Claims<'a>) -> Vec<(Target, Claimant<'a>)> {
    let mut all: Vec<(Target, Claimant<'a>)> = Vec::new();
    for page in claims.pages {
        all.push((Target::Page(page.path.clone()), Claimant { own_page: true, ..Claimant::file(&page.file, "the page") }));
    }
    for path in claims.assets {
        all.push((Target::Asset(path.clone()), Claimant::of(What::Asset(path))));
    }
    for (no, entry) in claims.entries.iter().enumerate() {
        let no = BriefingNo::at(no);
        all.push((Target::Article(no), Claimant::file(&entry.briefing.seed, "the article")));
        all.push((Target::Handout(no), Claimant::file(&entry.briefing.seed, "the handout")));
        all.push((Target::HandoutFile(no), Claimant::file(&entry.briefing.seed, "the handout")));
        if claims.facts.publish.source {
            all.push((Target::Source(no), Claimant::file(&entry.briefing.seed, "the source page")));
        }
        if claims.facts.publish.plain_text {
            all.push((Target::PlainText(no), Claimant::file(&entry.briefing.seed, "the plain text")));
        }
        if entry.briefing.faq.is_some() {
            all.push((Target::Faq(no), Claimant::file(&entry.briefing.seed, "the FAQ")));
        }
        if claims.facts.publish.data {
            all.push((Target::BriefingData(no), Claimant::beside(&entry.briefing.seed, "the data")));
        }
        if claims.facts.publish.citations {
            let claimant = || Claimant::beside(&entry.briefing.seed, "the citations");
            all.push((Target::Citations(no), claimant()));
            all.extend(CitationForm::ALL.map(|form| (Target::CitationFile(no, form), claimant())));
        }
        if claims.is_pictured(&entry.briefing.title.text) {
            all.push((Target::BriefingPicture(no), Claimant::beside(&entry.briefing.seed, "the picture")));
        }
    }
    for (no, actor) in claims.roster.actors.iter().enumerate() {
        if claims.actors[no].listed {
            let no = ActorNo::at(no);
            let claimant = || Claimant::of(What::Actor(&actor.id));
            all.push((Target::Actor(no), claimant()));
            if claims.is_pictured(&actor.name) {
                all.push((Target::ActorPicture(no), Claimant { beside: true, ..claimant() }));
            }
            let parts = mention_parts(claims.actors[no.index()].mentions.len());
            if parts > 0 {
                all.extend((1..=parts).map(|part| (Target::ActorPart(no, u32::try_from(part).unwrap_or(u32::MAX)), claimant())));
            }
        }
    }
    let generated = |what: &'static str| Claimant::generated(what);
    all.push((Target::Home, generated("the home page")));
    for page in 1..=claims.entries.len().div_ceil(BRIEFINGS_A_PAGE).max(1) {
        all.push((Target::Briefings(u32::try_from(page).unwrap_or(u32::MAX)), generated("the list of briefings")));
    }
    all.push((Target::Actors, generated("the actor index")));
    for (list, count) in actor_lists(claims) {
        let pages = count.div_ceil(ACTORS_A_PAGE).max(1);
        let first = if list == ActorList::Name { 2 } else { 1 };
        all.extend((first..=pages).map(|page| (Target::ActorList(list, u32::try_from(page).unwrap_or(u32::MAX)), generated("the actor index"))));
    }
    all.extend(claims.namesakes.keys().map(|name| (Target::Namesakes(name.clone()), generated("a page of namesakes"))));
    all.extend(claims.tags.keys().map(|tag| (Target::Tag(tag.clone()), generated("a tag"))));
    if !claims.tags.is_empty() {
        all.push((Target::Tags, generated("the list of tags")));
    }
    if claims.corrections {
        all.push((Target::Corrections, generated("the list of corrections")));
    }
    if claims.facts.base_url.is_some() {
        all.push((Target::Sitemap, generated("the sitemap")));
        for of in feeds(claims) {
            all.extend(FeedForm::ALL.map(|form| (Target::Feed(of.clone(), form), generated("a feed"))));
        }
    }
    if claims.facts.publish.search {
        all.push((Target::Search, generated("the search page")));
    }
    let files = DataFile::published(&claims.facts.publish);
    if !files.is_empty() {
        all.push((Target::Data, generated("the page on data")));
    }
    all.extend(files.into_iter().map(|file| (Target::DataFile(file), generated("a file for programs"))));
    all.push((Target::Method, generated("the page on the method")));
    all.push((Target::NotFound, generated("the page for what is not there")));
    all
}
