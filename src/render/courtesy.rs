//! Files that programs ask for by a name of their own: robots, who to write to about security, an installable site, a list for language models.
//! A file of the site's own in `content/static/` stands in the place of each.

use super::icon::Icon;
use crate::model::Target;
use crate::site::Site;
use crate::text::script::Direction;
use serde::Serialize;
use std::fmt::Write;

/// One of these files.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Courtesy {
    /// `robots.txt`.
    Robots,
    /// `site.webmanifest`.
    Manifest,
    /// `.well-known/security.txt`, RFC 9116.
    Security,
    /// `llms.txt`: the briefings as plain text, listed.
    Texts,
}

/// The web manifest.
pub(super) const MANIFEST: &str = "site.webmanifest";

impl Courtesy {
    /// Its path below the output folder.
    pub fn path(self) -> &'static str {
        match self {
            Self::Robots => "robots.txt",
            Self::Manifest => MANIFEST,
            Self::Security => ".well-known/security.txt",
            Self::Texts => "llms.txt",
        }
    }

    fn is_wanted(self, site: &Site) -> bool {
        match self {
            Self::Robots | Self::Manifest => true,
            Self::Security => security(site).is_some(),
            Self::Texts => site.facts().publish.plain_text && !site.facts().noindex && !site.entries().is_empty(),
        }
    }
}

/// The files that this site has.
pub(super) fn all(site: &Site) -> impl Iterator<Item = Courtesy> + '_ {
    let known = [Courtesy::Robots, Courtesy::Manifest, Courtesy::Security, Courtesy::Texts];
    known.into_iter().filter(|file| file.is_wanted(site) && site.addresses().find(file.path()).is_none())
}

/// The text of a file.
pub(super) fn file(site: &Site, icon: Option<Icon<'_>>, file: Courtesy) -> String {
    match file {
        Courtesy::Robots => robots(site),
        Courtesy::Manifest => manifest(site, icon),
        Courtesy::Security => security(site).unwrap_or_default(),
        Courtesy::Texts => texts(site),
    }
}

fn robots(site: &Site) -> String {
    if site.facts().noindex {
        return "User-agent: *\nDisallow: /\n".to_owned();
    }
    let mut text = "User-agent: *\nAllow: /\n".to_owned();
    if let Some(address) = site.addresses().absolute(&Target::Sitemap).filter(|_| site.addresses().has(&Target::Sitemap)) {
        text.push_str("\nSitemap: ");
        text.push_str(&address);
        text.push('\n');
    }
    text
}

#[derive(Serialize)]
struct Manifest<'a> {
    name: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    description: Option<&'a str>,
    lang: &'a str,
    dir: &'static str,
    start_url: String,
    scope: &'a str,
    display: &'static str,
    icons: Vec<ManifestIcon>,
}

#[derive(Serialize)]
struct ManifestIcon {
    src: String,
    #[serde(rename = "type")]
    media_type: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    sizes: Option<&'static str>,
}

fn manifest(site: &Site, icon: Option<Icon<'_>>) -> String {
    let facts = site.facts();
    let root = site.addresses().base_path();
    let icon = icon.map(|icon| ManifestIcon {
        src: format!("{root}{}", icon.path),
        media_type: icon.media_type,
        // A drawing has every size; of other pictures the size is not known.
        sizes: (icon.media_type == "image/svg+xml").then_some("any"),
    });
    let manifest = Manifest {
        name: &facts.title,
        description: facts.description.as_deref(),
        lang: &facts.language,
        dir: Direction::of_language(&facts.language).name(),
        start_url: site.addresses().href(&Target::Home),
        scope: root,
        display: "browser",
        icons: icon.into_iter().collect(),
    };
    // Text and lists alone: they can always be written.
    let mut json = serde_json::to_string_pretty(&manifest).unwrap_or_default();
    json.push('\n');
    json
}

/// RFC 9116 asks for an address to write to and for a day on which the file expires, and looks for it at the root of a host alone.
fn security(site: &Site) -> Option<String> {
    let facts = site.facts();
    let contact = facts.contact.as_deref().filter(|contact| contact.starts_with("mailto:") || contact.starts_with("https://"))?;
    let expires = facts.expires.filter(|_| facts.base_path == "/")?;
    let mut text = format!("Contact: {contact}\nExpires: {}\nPreferred-Languages: {}\n", expires.rfc3339(), facts.language);
    if let Some(base) = facts.base_url.as_deref().filter(|base| base.starts_with("https://")) {
        let _ = writeln!(text, "Canonical: {base}{}", Courtesy::Security.path());
    }
    Some(text)
}

/// A list of the plain texts, the newest first, in the form that llmstxt.org describes.
fn texts(site: &Site) -> String {
    let facts = site.facts();
    let mut text = format!("# {}\n", line(&facts.title));
    if let Some(description) = &facts.description {
        let _ = write!(text, "\n> {}\n", line(description));
    }
    text.push_str("\n## Briefings\n\n");
    for no in site.newest().iter().filter(|no| !site.entry(**no).draft) {
        let target = Target::PlainText(*no);
        let address = site.addresses().absolute(&target).unwrap_or_else(|| site.addresses().href(&target));
        let _ = write!(text, "- [{}]({address})", line(&site.briefing(*no).title.text).replace(['[', ']'], ""));
        if let Some(date) = site.meta(*no).date {
            let _ = write!(text, ": {date}");
        }
        text.push('\n');
    }
    text
}

/// On one line, whatever it holds.
fn line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
