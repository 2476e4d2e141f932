//! The Atom feed of the dated briefings. Ids are made of the seed's own name, so that a new slug makes no new entry; dates come from content alone.

use crate::diagnostics::{Code, Diagnostic};
use crate::model::{BriefingNo, Date, Target};
use crate::site::Site;
use crate::text::escape::clean;
use atom_syndication::{Category, Entry, Feed, Generator, Link, Person, Text, WriteConfig};

/// So many briefings stand in the feed, the newest.
const MOST: usize = 50;

/// `feed.xml`.
pub(super) fn feed(site: &Site) -> Result<Vec<u8>, Diagnostic> {
    let facts = site.facts();
    let dated: Vec<(BriefingNo, Date)> =
        site.newest().iter().filter_map(|no| Some((*no, site.meta(*no).date?))).filter(|(no, _)| !site.entry(*no).draft).take(MOST).collect();
    let changed = dated.iter().map(|(no, date)| site.meta(*no).updated.unwrap_or(*date)).max();
    let mut feed = Feed::default();
    feed.set_title(clean(&facts.title).into_owned());
    feed.set_id(site.addresses().absolute(&Target::Home).unwrap_or_default());
    feed.set_lang(facts.language.clone());
    if let Some(moment) = changed.and_then(|date| date.rfc3339().parse().ok()) {
        feed.set_updated::<atom_syndication::FixedDateTime>(moment);
    }
    feed.set_authors(vec![Person { name: clean(facts.signed()).into_owned(), ..Person::default() }]);
    feed.set_generator(Generator { value: "chancery".to_owned(), ..Generator::default() });
    feed.set_links(vec![link(site, &Target::Home, "alternate"), link(site, &Target::Feed, "self")]);
    if let Some(description) = &facts.description {
        feed.set_subtitle(Text::plain(clean(description).into_owned()));
    }
    if let Some(licence) = &facts.licence {
        feed.set_rights(Text::plain(clean(licence).into_owned()));
    }
    feed.set_entries(dated.iter().map(|(no, date)| entry(site, *no, *date)).collect::<Vec<_>>());
    feed.write_with_config(Vec::new(), WriteConfig { write_document_declaration: true, indent_size: Some(2) })
        .map_err(|error| Diagnostic::new(Code::TemplateRender, format!("the feed could not be made: {error}")))
}

fn link(site: &Site, target: &Target, rel: &str) -> Link {
    Link { href: site.addresses().absolute(target).unwrap_or_default(), rel: rel.to_owned(), ..Link::default() }
}

fn entry(site: &Site, no: BriefingNo, date: Date) -> Entry {
    let briefing = site.briefing(no);
    let meta = &briefing.meta;
    let mut entry = Entry::default();
    entry.set_title(clean(&briefing.title.text).into_owned());
    entry.set_id(id(site, &briefing.key));
    entry.set_links(vec![link(site, &Target::Article(no), "alternate")]);
    if let Ok(moment) = date.rfc3339().parse::<atom_syndication::FixedDateTime>() {
        entry.set_published(moment);
        entry.set_updated(moment);
    }
    if let Some(moment) = meta.updated.and_then(|date| date.rfc3339().parse::<atom_syndication::FixedDateTime>().ok()) {
        entry.set_updated(moment);
    }
    entry.set_summary(Text::plain(clean(meta.standfirst.as_deref().unwrap_or(&briefing.description)).into_owned()));
    entry.set_categories(meta.tags.iter().map(|tag| Category { term: clean(tag).into_owned(), ..Category::default() }).collect::<Vec<_>>());
    entry
}

/// The home address with the seed's key as a fragment: an id that no page has, and that stays while the seed keeps its name.
fn id(site: &Site, key: &str) -> String {
    let mut id = site.addresses().absolute(&Target::Home).unwrap_or_default();
    id.push_str("#briefing:");
    for byte in key.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.' | b'/') {
            id.push(char::from(byte));
        } else {
            id.push_str(&format!("%{byte:02X}"));
        }
    }
    id
}
