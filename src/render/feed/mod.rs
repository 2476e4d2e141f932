//! Feeds: the site's briefings, those of a tag, corrections, and the sentences that name an actor. Ids are made of the seed's own name
//! and words, so that no change of title, slug or theme makes a new entry; dates come from content alone, and what has none is left out.

mod atom;
mod json;

use super::icon::Icon;
use super::place;
use super::view::named::around;
use crate::model::{ActorNo, BriefingNo, Certainty, Date, FeedForm, FeedOf, Target};
use crate::site::Site;
use crate::text::Fingerprint;
use crate::text::fold::fold;
use crate::theme::Strings;
use rustc_hash::FxHashSet;
use std::borrow::Cow;

/// So many entries stand in a feed, the newest.
const MOST: usize = 50;

/// A feed, whatever its form.
struct Feed<'a> {
    id: String,
    title: Cow<'a, str>,
    description: Option<&'a str>,
    /// The page that shows the same to people.
    page: Target,
    of: FeedOf,
    entries: Vec<Entry<'a>>,
}

/// An entry. Its text is plain.
struct Entry<'a> {
    id: String,
    url: String,
    title: &'a str,
    text: &'a str,
    /// Whether the text is the whole of what is told, and not the beginning of more.
    is_whole: bool,
    language: &'a str,
    published: Date,
    updated: Date,
    tags: &'a [String],
}

/// The bytes of a feed.
pub(super) fn feed(site: &Site, words: &Strings, icon: Option<Icon<'_>>, of: &FeedOf, form: FeedForm) -> Vec<u8> {
    let facts = site.facts();
    let feed = match of {
        FeedOf::Site => Feed {
            id: home(site),
            title: Cow::Borrowed(&facts.title),
            description: facts.description.as_deref(),
            page: Target::Home,
            of: of.clone(),
            entries: briefings(site, site.newest()),
        },
        FeedOf::Tag(slug) => {
            let tag = site.tags().get(slug);
            Feed {
                id: named_id(site, "tag", slug),
                title: Cow::Owned(format!("{} · {}", tag.map_or(slug.as_str(), |tag| &tag.name), facts.title)),
                description: None,
                page: Target::Tag(slug.clone()),
                of: of.clone(),
                entries: briefings(site, tag.map_or(&[], |tag| &tag.briefings)),
            }
        }
        FeedOf::Corrections => Feed {
            id: named_id(site, "corrections", ""),
            title: Cow::Owned(format!("{} · {}", words.get("corrections"), facts.title)),
            description: None,
            page: Target::Corrections,
            of: of.clone(),
            entries: corrections(site),
        },
        FeedOf::Actor(no) => {
            let actor = site.roster().actor(*no);
            Feed {
                id: named_id(site, "actor", &actor.id),
                title: Cow::Owned(format!("{} · {}", actor.name, facts.title)),
                description: actor.summary.as_deref(),
                page: Target::Actor(*no),
                of: of.clone(),
                entries: sentences(site, *no),
            }
        }
    };
    match form {
        FeedForm::Atom => atom::write(site, &feed),
        FeedForm::Json => json::write(site, icon, &feed),
    }
}

/// The newest dated briefings of a list that goes from the newest to the oldest.
fn briefings<'a>(site: &'a Site, newest: &[BriefingNo]) -> Vec<Entry<'a>> {
    let dated = newest.iter().filter(|no| !site.entry(**no).draft).filter_map(|no| Some((*no, site.meta(*no).date?)));
    dated
        .take(MOST)
        .map(|(no, date)| {
            let briefing = site.briefing(no);
            Entry {
                id: named_id(site, "briefing", &briefing.key),
                url: site.addresses().absolute(&Target::Article(no)).unwrap_or_default(),
                title: &briefing.title.text,
                text: briefing.meta.standfirst.as_deref().unwrap_or(&briefing.description),
                is_whole: false,
                language: site.language(no),
                published: date,
                updated: briefing.meta.changed().unwrap_or(date).max(date),
                tags: &briefing.meta.tags,
            }
        })
        .collect()
}

fn corrections(site: &Site) -> Vec<Entry<'_>> {
    let mut seen = FxHashSet::default();
    let shown = site.corrections().iter().filter(|(no, _)| !site.entry(*no).draft);
    shown
        .filter_map(|(no, at)| {
            let briefing = site.briefing(*no);
            let correction = briefing.meta.corrections.get(*at)?;
            let block = correction.block.as_deref().and_then(|id| super::view::block::find(briefing, id)).filter(|at| place::of(briefing, *at).is_shown());
            let target = block.map_or(Target::Article(*no), |block| Target::Block(*no, block));
            let id = format!("{}:{}:{}", named_id(site, "correction", &briefing.key), correction.date, words_id(&correction.text));
            seen.insert(id.clone()).then_some(())?;
            Some(Entry {
                id,
                url: site.addresses().absolute(&target).unwrap_or_default(),
                title: &briefing.title.text,
                text: &correction.text,
                is_whole: true,
                language: site.language(*no),
                published: correction.date,
                updated: correction.date,
                tags: &[],
            })
        })
        .take(MOST)
        .collect()
}

/// The sentences that name an actor for certain, those of the newest briefing first, each once.
fn sentences(site: &Site, no: ActorNo) -> Vec<Entry<'_>> {
    let mut entries = Vec::new();
    for of_briefing in site.actor_entry(no).mentions.chunk_by(|a, b| a.briefing == b.briefing).rev() {
        let Some(briefing_no) = of_briefing.first().map(|reference| reference.briefing) else { continue };
        let (entry, language) = (site.entry(briefing_no), site.language(briefing_no));
        // Lists of mentions go from what has no date to the newest: from here on nothing has one.
        let Some(date) = entry.briefing.meta.date else { break };
        if entry.draft {
            continue;
        }
        let mut last = None;
        for reference in of_briefing {
            let Some(mention) = entry.mentions.mentions.get(reference.at as usize) else { continue };
            if mention.certainty != Certainty::Certain || !place::of(&entry.briefing, mention.block).is_shown() {
                continue;
            }
            let block = entry.briefing.block(mention.block);
            let (sentence, ..) = around(site, briefing_no, mention.block, mention.range);
            let text = sentence.of(block.text.text()).trim();
            if text.is_empty() || last.replace((mention.block, sentence.start)) == Some((mention.block, sentence.start)) {
                continue;
            }
            entries.push(Entry {
                id: format!("{}:{}:{}", named_id(site, "sentence", &entry.briefing.key), block.anchor.as_str(), words_id(text)),
                url: site.addresses().absolute(&Target::Block(briefing_no, mention.block)).unwrap_or_default(),
                title: &entry.briefing.title.text,
                text,
                is_whole: true,
                language,
                published: date,
                updated: entry.briefing.meta.changed().unwrap_or(date).max(date),
                tags: &[],
            });
            if entries.len() == MOST {
                return entries;
            }
        }
    }
    entries
}

fn home(site: &Site) -> String {
    site.addresses().absolute(&Target::Home).unwrap_or_default()
}

/// The home address with a fragment that no page has: an id that stays while the thing keeps its name.
fn named_id(site: &Site, kind: &str, name: &str) -> String {
    let mut id = home(site);
    id.push('#');
    id.push_str(kind);
    if !name.is_empty() {
        id.push(':');
    }
    for byte in name.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.' | b'/') {
            id.push(char::from(byte));
        } else {
            id.push_str(&format!("%{byte:02X}"));
        }
    }
    id
}

/// Of the letters and digits of a text: the same before and after a restoration, which only adds marks.
fn words_id(text: &str) -> String {
    let letters: String = fold(text).chars().filter(|c| c.is_alphanumeric()).collect();
    Fingerprint::of(letters.as_bytes()).hex()[..12].to_owned()
}

impl Feed<'_> {
    /// The day of its newest entry.
    fn updated(&self) -> Option<Date> {
        self.entries.iter().map(|entry| entry.updated).max()
    }

    fn itself(&self, site: &Site, form: FeedForm) -> String {
        site.addresses().absolute(&Target::Feed(self.of.clone(), form)).unwrap_or_default()
    }
}
