//! A feed as JSON Feed 1.1 (<https://www.jsonfeed.org/version/1.1/>).

use super::Feed;
use crate::model::{FeedForm, Target};
use crate::render::icon::Icon;
use crate::site::Site;
use crate::text::escape::clean;
use serde::Serialize;
use std::borrow::Cow;

#[derive(Serialize)]
struct Whole<'a> {
    version: &'static str,
    title: Cow<'a, str>,
    home_page_url: String,
    feed_url: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    description: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    favicon: Option<String>,
    authors: [Author<'a>; 1],
    language: &'a str,
    items: Vec<Item<'a>>,
}

#[derive(Serialize)]
struct Author<'a> {
    name: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<String>,
}

#[derive(Serialize)]
struct Item<'a> {
    id: &'a str,
    url: &'a str,
    title: Cow<'a, str>,
    content_text: Cow<'a, str>,
    date_published: String,
    date_modified: String,
    #[serde(skip_serializing_if = "<[String]>::is_empty")]
    tags: &'a [String],
    #[serde(skip_serializing_if = "Option::is_none")]
    language: Option<&'a str>,
}

/// The bytes of the feed. The same characters as in Atom, which cannot hold all that JSON can.
pub(super) fn write(site: &Site, icon: Option<Icon<'_>>, feed: &Feed<'_>) -> Vec<u8> {
    let facts = site.facts();
    let items = feed.entries.iter().map(|entry| Item {
        id: &entry.id,
        url: &entry.url,
        title: clean(entry.title),
        content_text: clean(entry.text),
        date_published: entry.published.rfc3339(),
        date_modified: entry.updated.rfc3339(),
        tags: entry.tags,
        language: Some(entry.language).filter(|language| *language != facts.language),
    });
    let whole = Whole {
        version: "https://jsonfeed.org/version/1.1",
        title: clean(&feed.title),
        home_page_url: site.addresses().absolute(&feed.page).unwrap_or_default(),
        feed_url: feed.itself(site, FeedForm::Json),
        description: feed.description,
        favicon: icon.zip(facts.base_url.as_deref()).map(|(icon, base)| format!("{base}{}", icon.path)),
        authors: [Author { name: facts.signed(), url: site.addresses().absolute(&Target::Home) }],
        language: &facts.language,
        items: items.collect(),
    };
    // Text and lists alone: they can always be written.
    let mut bytes = serde_json::to_vec(&whole).unwrap_or_default();
    bytes.push(b'\n');
    bytes
}
