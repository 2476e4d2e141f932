//! Everything known, before a page is made: briefings, actors, tags, pages, and the address of each. Immutable, with one
//! constructor; knows no template and no setting that does not concern it.

pub mod address;
mod index;
mod memo;
mod order;
mod related;

pub use address::{Addresses, Redirect};
pub use index::{ActorEntry, MentionRef, Together};
pub use memo::Memo;
pub use order::Letter;
pub use related::Related;

use crate::diagnostics::{Checked, Code, Diagnostic, Diagnostics, Severity};
use crate::model::{ActorList, ActorNo, Block, Briefing, BriefingLinks, BriefingNo, Date, Mentions, Meta, Publish, Roster};
use crate::text::{Fingerprint, near};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, OnceLock};

/// What the owner says of the whole site, and what every page may show.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SiteFacts {
    /// The site's name.
    pub title: String,
    /// A sentence about the site, where the owner wrote one.
    pub description: Option<String>,
    /// Scheme, host and base path, ended by `/`.
    pub base_url: Option<String>,
    /// Begins and ends with `/`.
    pub base_path: String,
    /// BCP 47 tag.
    pub language: String,
    /// Who publishes the site.
    pub publisher: Option<String>,
    /// Who writes it.
    pub author: Option<String>,
    /// Mail or web address for errors, ready for `href`.
    pub contact: Option<String>,
    /// Licence of the texts.
    pub licence: Option<String>,
    /// Whether search engines are asked to stay away.
    pub noindex: bool,
    /// Whether detected actors get pages and links.
    pub detected: bool,
    /// The day on which `security.txt` expires, where it has one to name.
    pub expires: Option<Date>,
    /// What is published beside the pages.
    pub publish: Publish,
}

impl SiteFacts {
    /// Who signs what stands on the site: its author, else its publisher, else the site by its name.
    pub fn signed(&self) -> &str {
        self.author.as_deref().or(self.publisher.as_deref()).unwrap_or(&self.title)
    }
}

/// How many briefings stand on a page of the list.
pub const BRIEFINGS_A_PAGE: usize = 50;
/// How many mentions stand on a numbered page of an actor.
pub const MENTIONS_A_PAGE: usize = 100;
/// How many numbered pages an actor with so many mentions has: none where its own page shows all of them.
pub fn mention_parts(mentions: usize) -> usize {
    if mentions < MENTIONS_A_PAGE + MENTIONS_A_PAGE / 2 { 0 } else { mentions.div_ceil(MENTIONS_A_PAGE) }
}

/// How many actors stand on a page of the index.
pub const ACTORS_A_PAGE: usize = 200;

/// A briefing with the tables beside it.
#[derive(Clone, Debug)]
pub struct Entry {
    /// What was read.
    pub briefing: Arc<Briefing>,
    /// What it was read from: the bytes of the seed, as they lie on disk.
    pub seed: Arc<Vec<u8>>,
    /// Who is named in it.
    pub mentions: Arc<Mentions>,
    /// What bears on what.
    pub links: Arc<BriefingLinks>,
    /// Whether it is shown only because drafts were asked for.
    pub draft: bool,
    /// Of everything that the briefing was read from: seed, overlay, options.
    pub content: Fingerprint,
    /// Of the mentions, as [`Mentions::shape`] gives it, where tables are remembered between builds.
    pub shape: Option<Fingerprint>,
}

/// One of the site's own pages.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnPage {
    /// Its file in the site.
    pub file: String,
    /// Its path: `about`, `method/sources`; `index` is the home page and `404` the page that says that there is none.
    pub path: String,
    /// Its title.
    pub title: String,
    /// Its description.
    pub description: String,
    /// Its language, where it has one of its own.
    pub language: Option<String>,
    /// Its content.
    pub blocks: Vec<Block>,
    /// Where the page's content is worth listing among the site's navigation: its place there.
    pub order: Option<i64>,
}

/// A tag and the briefings that have it, newest first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tag {
    /// As written.
    pub name: String,
    /// Newest first.
    pub briefings: Vec<BriefingNo>,
}

/// Several actors of one name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Namesakes {
    /// The name, as written.
    pub name: String,
    /// Those who are called so, by id.
    pub actors: Vec<ActorNo>,
}

/// What the constructor is given.
#[derive(Debug, Default)]
pub struct Parts {
    /// About the site.
    pub facts: SiteFacts,
    /// Visible briefings, sorted by key.
    pub entries: Vec<Entry>,
    /// Their actors.
    pub roster: Arc<Roster>,
    /// The site's own pages, sorted by path.
    pub pages: Vec<OwnPage>,
    /// Paths below the output's root that files copied as they are claim: `content/static/` and the theme's assets.
    pub assets: Vec<String>,
}

/// Everything known.
#[derive(Debug)]
pub struct Site {
    facts: SiteFacts,
    entries: Vec<Entry>,
    newest: Vec<BriefingNo>,
    roster: Arc<Roster>,
    tables: Arc<Tables>,
    other_names: OnceLock<Vec<(String, ActorNo)>>,
    relations: Arc<related::Relations>,
    tags: BTreeMap<String, Tag>,
    pages: Vec<OwnPage>,
    corrections: Vec<(BriefingNo, usize)>,
    translations: Vec<Vec<BriefingNo>>,
    addresses: Addresses,
}

/// Mentions turned round. Depends on who is named in which order and on the dates of briefings, and on nothing else of a text. What only some pages show is made
/// when the first of them asks: an author who looks at one page does not wait for the others.
#[derive(Debug)]
struct Tables {
    actors: Vec<ActorEntry>,
    namesakes: BTreeMap<String, Namesakes>,
    together: Vec<OnceLock<Vec<Together>>>,
    order: OnceLock<Vec<(Letter, Vec<ActorNo>)>>,
    lists: OnceLock<order::Orders>,
}

impl Tables {
    fn new(entries: &[Entry], roster: &Roster, facts: &SiteFacts) -> Self {
        let actors = index::actors(entries, roster, facts.detected);
        let namesakes = index::namesakes(roster, &actors);
        let together = actors.iter().map(|_| OnceLock::new()).collect();
        Self { actors, namesakes, together, order: OnceLock::new(), lists: OnceLock::new() }
    }
}

impl Site {
    /// Indexes everything both ways and gives everything its address.
    pub fn new(parts: Parts) -> Checked<Self> {
        Self::remembering(parts, None)
    }

    /// As [`Site::new`]; tables whose makings are those of the last time are taken from there.
    pub fn remembering(parts: Parts, memo: Option<&mut Memo>) -> Checked<Self> {
        let mut diagnostics = Diagnostics::default();
        let Parts { facts, entries, roster, pages, assets } = parts;
        let newest = order::newest(&entries);
        let mut nothing = Memo::default();
        let (keeps, memo) = memo.map_or((false, &mut nothing), |memo| (true, memo));
        let roster = memo.roster(roster);
        let tables = memo.tables(keeps, &entries, &roster, &facts);
        let tags = tags(&entries, &newest);
        let relations = memo.relations(&entries, &mut diagnostics);
        let mut corrections: Vec<(BriefingNo, usize)> =
            entries.iter().enumerate().flat_map(|(no, entry)| (0..entry.briefing.meta.corrections.len()).map(move |i| (BriefingNo::at(no), i))).collect();
        corrections.sort_by_key(|(no, i)| (std::cmp::Reverse(entries[no.index()].briefing.meta.corrections[*i].date), *no, *i));
        let translations = translations(&entries, &facts.language);
        check_originals(&entries, &mut diagnostics);
        check_corrections(&entries, &mut diagnostics);
        let claims = address::Claims {
            facts: &facts,
            entries: &entries,
            roster: &roster,
            actors: &tables.actors,
            pages: &pages,
            tags: &tags,
            namesakes: &tables.namesakes,
            assets: &assets,
            corrections: !corrections.is_empty(),
        };
        let addresses = memo.addresses(keeps, &claims, &mut diagnostics);
        let other_names = OnceLock::new();
        let site = Self { facts, entries, newest, roster, tables, other_names, relations, tags, pages, corrections, translations, addresses };
        Checked { value: site, diagnostics }
    }

    /// About the site.
    pub fn facts(&self) -> &SiteFacts {
        &self.facts
    }

    /// All visible briefings, by number (sorted by key).
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// One briefing with its tables.
    pub fn entry(&self, no: BriefingNo) -> &Entry {
        &self.entries[no.index()]
    }

    /// One briefing.
    pub fn briefing(&self, no: BriefingNo) -> &Briefing {
        &self.entries[no.index()].briefing
    }

    /// What overlay and front matter say of a briefing.
    pub fn meta(&self, no: BriefingNo) -> &Meta {
        &self.entries[no.index()].briefing.meta
    }

    /// Dated briefings newest first, then the others by title.
    pub fn newest(&self) -> &[BriefingNo] {
        &self.newest
    }

    /// The actors.
    pub fn roster(&self) -> &Roster {
        &self.roster
    }

    /// Where an actor is named, and with whom.
    pub fn actor_entry(&self, no: ActorNo) -> &ActorEntry {
        &self.tables.actors[no.index()]
    }

    /// Listed actors named in the same blocks as this one, most often first.
    pub fn together(&self, no: ActorNo) -> &[Together] {
        self.tables.together[no.index()].get_or_init(|| index::together(&self.entries, &self.tables.actors, no))
    }

    /// Every pair of listed actors that stand in one block, with the number of such blocks; also those that no page has room for.
    pub fn pairs(&self) -> BTreeMap<(ActorNo, ActorNo), u32> {
        index::pairs(&self.entries, &self.tables.actors)
    }

    /// As [`Site::pairs`], of one briefing: the lower number first, then the number of blocks; sorted.
    pub fn pairs_in(&self, no: BriefingNo) -> Vec<(ActorNo, ActorNo, u32)> {
        index::pairs_in(self.entry(no), &self.tables.actors)
    }

    /// Whether an actor has a page and is linked.
    pub fn is_listed(&self, no: ActorNo) -> bool {
        self.tables.actors[no.index()].listed
    }

    /// Listed actors by the letter of their sorting names, in the order of the site's language.
    pub fn actors_by_letter(&self) -> &[(Letter, Vec<ActorNo>)] {
        self.tables.order.get_or_init(|| order::by_letter(&self.roster, &self.tables.actors, &self.facts.language))
    }

    /// Listed actors in an order of the index.
    pub fn actor_list(&self, list: ActorList) -> &[ActorNo] {
        let by_letter = self.actors_by_letter();
        let lists = self.tables.lists.get_or_init(|| order::orders(&self.roster, &self.tables.actors, &self.entries, by_letter));
        match list {
            ActorList::Name => &lists.name,
            ActorList::Mentions => &lists.mentions,
            ActorList::Seen => &lists.seen,
            ActorList::Kind(kind) => lists.kinds.get(&kind).map_or(&[], Vec::as_slice),
        }
    }

    /// Acronyms, places and buildings by which the texts call a listed actor, in the order of the site's language.
    pub fn other_names(&self) -> &[(String, ActorNo)] {
        self.other_names.get_or_init(|| order::other_names(&self.roster, &self.tables.actors, &self.entries, &self.facts.language))
    }

    /// Briefings related to this one, with the reason; best first.
    pub fn related(&self, no: BriefingNo) -> &[Related] {
        self.relations.of(no, &self.entries, &self.tables.actors)
    }

    /// Tags by slug.
    pub fn tags(&self) -> &BTreeMap<String, Tag> {
        &self.tags
    }

    /// Names that several listed actors have, by slug.
    pub fn namesakes(&self) -> &BTreeMap<String, Namesakes> {
        &self.tables.namesakes
    }

    /// The site's own pages.
    pub fn pages(&self) -> &[OwnPage] {
        &self.pages
    }

    /// All corrections, newest first: briefing and place in its list.
    pub fn corrections(&self) -> &[(BriefingNo, usize)] {
        &self.corrections
    }

    /// A briefing and its translations, by language and key; empty where it has none.
    pub fn translations(&self, no: BriefingNo) -> &[BriefingNo] {
        self.translations.get(no.index()).map_or(&[], Vec::as_slice)
    }

    /// Everything's address.
    pub fn addresses(&self) -> &Addresses {
        &self.addresses
    }

    /// The language of a briefing.
    pub fn language(&self, no: BriefingNo) -> &str {
        self.briefing(no).language.as_deref().unwrap_or(&self.facts.language)
    }
}

/// What is a translation of one briefing belongs together, the briefing itself included. A language that is there twice is shown once.
fn translations(entries: &[Entry], site_language: &str) -> Vec<Vec<BriefingNo>> {
    if entries.iter().all(|entry| entry.briefing.meta.translation_of.is_none()) {
        return Vec::new();
    }
    let by_key: BTreeMap<&str, usize> = entries.iter().enumerate().map(|(no, entry)| (entry.briefing.key.as_str(), no)).collect();
    let original = |no: usize| {
        let mut at = no;
        // A chain of translations leads to its beginning; a circle is left where it is entered again.
        for _ in 0..8 {
            match entries[at].briefing.meta.translation_of.as_deref().and_then(|key| by_key.get(key)) {
                Some(next) if *next != no => at = *next,
                _ => break,
            }
        }
        at
    };
    let language = |no: usize| entries[no].briefing.language.as_deref().unwrap_or(site_language);
    let mut groups: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for no in 0..entries.len() {
        groups.entry(original(no)).or_default().push(no);
    }
    let mut translations = vec![Vec::new(); entries.len()];
    for mut group in groups.into_values().filter(|group| group.len() > 1) {
        group.sort_by_key(|no| (language(*no), *no));
        group.dedup_by_key(|no| language(*no));
        for no in &group {
            translations[*no] = group.iter().map(|no| BriefingNo::at(*no)).collect();
        }
    }
    translations
}

/// Translations of what is not there.
fn check_originals(entries: &[Entry], diagnostics: &mut Diagnostics) {
    if entries.iter().all(|entry| entry.briefing.meta.translation_of.is_none()) {
        return;
    }
    let keys: BTreeSet<&str> = entries.iter().map(|entry| entry.briefing.key.as_str()).collect();
    let known = near::Known::new(keys.iter().copied());
    for briefing in entries.iter().map(|entry| &entry.briefing) {
        if let Some(key) = briefing.meta.translation_of.as_deref().filter(|key| !keys.contains(key)) {
            let message = format!("`{}` says that it is a translation of `{key}`, which is no visible briefing", briefing.key);
            let mut finding = Diagnostic::new(Code::UnknownBriefing, message).in_file(&briefing.seed).help(related::named_so(known.meant(key)));
            // The original may be withdrawn, or not yet published: the translation still stands for itself.
            finding.severity = Severity::Warning;
            diagnostics.push(finding);
        }
    }
}

/// Tags that differ only in case or marks are one tag, written as its first use in the order of keys.
fn tags(entries: &[Entry], newest: &[BriefingNo]) -> BTreeMap<String, Tag> {
    let mut tags: BTreeMap<String, Tag> = BTreeMap::new();
    for entry in entries {
        for name in &entry.briefing.meta.tags {
            let slug = crate::text::slug::slug(name, 80);
            if !slug.is_empty() {
                tags.entry(slug).or_insert_with(|| Tag { name: name.clone(), briefings: Vec::new() });
            }
        }
    }
    for no in newest {
        for name in &entries[no.index()].briefing.meta.tags {
            if let Some(tag) = tags.get_mut(&crate::text::slug::slug(name, 80))
                && tag.briefings.last() != Some(no)
            {
                tag.briefings.push(*no);
            }
        }
    }
    tags
}

fn check_corrections(entries: &[Entry], diagnostics: &mut Diagnostics) {
    for entry in entries {
        let briefing = &entry.briefing;
        for block in briefing.meta.corrections.iter().filter_map(|correction| correction.block.as_deref()) {
            if !briefing.blocks.iter().any(|b| b.anchor.as_str() == block) {
                let finding =
                    Diagnostic::new(Code::DanglingLink, format!("a correction of `{}` names the block `{block}`, which it does not have", briefing.seed))
                        .in_file(&briefing.seed);
                diagnostics.push(finding.help("copy the id from the address of the paragraph's number on the page"));
            }
        }
    }
}
