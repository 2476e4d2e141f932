//! A feed as Atom (RFC 4287).

use super::Feed;
use crate::model::{Date, FeedForm};
use crate::site::Site;
use crate::text::escape::{Place, escape};

/// The bytes of the feed.
pub(super) fn write(site: &Site, feed: &Feed<'_>) -> Vec<u8> {
    let facts = site.facts();
    let mut out = String::with_capacity(1024 + feed.entries.len() * 900);
    out.push_str("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"");
    escape(&facts.language, Place::Attribute, &mut out);
    out.push_str("\">\n");
    element("id", &feed.id, &mut out);
    element("title", &feed.title, &mut out);
    if let Some(description) = feed.description {
        element("subtitle", description, &mut out);
    }
    moment("updated", feed.updated(), &mut out);
    out.push_str("<author>");
    element("name", facts.signed(), &mut out);
    out.push_str("</author>\n");
    link("self", "application/atom+xml", &feed.itself(site, FeedForm::Atom), &mut out);
    link("alternate", "text/html", &site.addresses().absolute(&feed.page).unwrap_or_default(), &mut out);
    if let Some(licence) = &facts.licence {
        element("rights", licence, &mut out);
    }
    element("generator", "chancery", &mut out);
    for entry in &feed.entries {
        out.push_str("<entry");
        if entry.language != facts.language {
            out.push_str(" xml:lang=\"");
            escape(entry.language, Place::Attribute, &mut out);
            out.push('"');
        }
        out.push_str(">\n");
        element("id", &entry.id, &mut out);
        element("title", entry.title, &mut out);
        link("alternate", "text/html", &entry.url, &mut out);
        moment("published", Some(entry.published), &mut out);
        moment("updated", Some(entry.updated), &mut out);
        for tag in entry.tags {
            out.push_str("<category term=\"");
            escape(tag, Place::Attribute, &mut out);
            out.push_str("\"/>\n");
        }
        element(if entry.is_whole { "content" } else { "summary" }, entry.text, &mut out);
        out.push_str("</entry>\n");
    }
    out.push_str("</feed>\n");
    out.into_bytes()
}

fn element(name: &str, text: &str, out: &mut String) {
    out.push('<');
    out.push_str(name);
    out.push('>');
    escape(text, Place::Text, out);
    out.push_str("</");
    out.push_str(name);
    out.push_str(">\n");
}

fn moment(name: &str, date: Option<Date>, out: &mut String) {
    if let Some(date) = date {
        element(name, &date.rfc3339(), out);
    }
}

fn link(rel: &str, media_type: &str, href: &str, out: &mut String) {
    out.push_str("<link rel=\"");
    out.push_str(rel);
    out.push_str("\" type=\"");
    out.push_str(media_type);
    out.push_str("\" href=\"");
    escape(href, Place::Attribute, out);
    out.push_str("\"/>\n");
}
