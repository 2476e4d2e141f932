//! What programs read in the head of a page: icon, feeds, OpenGraph, citation elements, JSON-LD. One finished piece of HTML for each
//! page, so that a theme prints it with one line. Without a base address nothing is said that needs a whole address.

mod describe;
mod identity;
mod json;
mod node;
mod structured;

pub(crate) use identity::address as identifier_address;

use super::icon::Icon;
use super::inline::Html;
use super::share;
use crate::model::{BriefingNo, FeedForm, FeedOf, Target};
use crate::picture;
use crate::site::Site;
use crate::text::escape::{Place, escape};
use crate::theme::Strings;

/// A page, as its head speaks of it.
pub(crate) struct Head<'p> {
    pub(crate) site: &'p Site,
    pub(crate) words: &'p Strings,
    pub(crate) icon: Option<Icon<'p>>,
    pub(crate) target: &'p Target,
    pub(crate) language: &'p str,
    pub(crate) title: &'p str,
    pub(crate) description: &'p str,
}

impl Head<'_> {
    /// The whole address of a target.
    fn absolute(&self, target: &Target) -> Option<String> {
        self.site.addresses().absolute(target)
    }

    /// The whole address of a file below the root.
    fn absolute_file(&self, path: &str) -> Option<String> {
        Some(format!("{}{path}", self.site.facts().base_url.as_deref()?))
    }

    /// The briefing that the page shows.
    fn briefing(&self) -> Option<BriefingNo> {
        match self.target {
            Target::Article(no) | Target::Faq(no) => Some(*no),
            _ => None,
        }
    }

    /// The title of the briefing or the name of the actor that the page is about; else its own.
    fn subject(&self) -> &str {
        match self.target {
            Target::Article(no) | Target::Faq(no) => &self.site.briefing(*no).title.text,
            Target::Actor(no) | Target::ActorPart(no, _) => &self.site.roster().actor(*no).name,
            _ => self.title,
        }
    }

    /// Whether the page is to be found by an address of its own.
    fn has_address(&self) -> bool {
        match self.target {
            Target::NotFound | Target::Handout(_) => false,
            Target::Page(path) => path != "404",
            _ => true,
        }
    }
}

/// Room for what most pages say.
const ROOM: usize = 3072;

/// The elements of a page.
pub(crate) fn metadata(head: &Head<'_>) -> Html {
    let mut out = String::with_capacity(ROOM);
    if let Some(icon) = head.icon {
        let href = format!("{}{}", head.site.addresses().base_path(), icon.path);
        element("link", &[("rel", "icon"), ("type", icon.media_type), ("href", &href)], &mut out);
    }
    element("link", &[("rel", "manifest"), ("href", &format!("{}{}", head.site.addresses().base_path(), super::courtesy::MANIFEST))], &mut out);
    feeds(head, &mut out);
    if let Target::Article(no) = head.target {
        let text = Target::PlainText(*no);
        if head.site.addresses().has(&text) {
            element("link", &[("rel", "alternate"), ("type", "text/plain"), ("href", &head.site.addresses().href(&text))], &mut out);
        }
    }
    if head.site.facts().publish.structured_data {
        social(head, &mut out);
        if let Some(no) = head.briefing() {
            citation(head, no, &mut out);
        }
        out.push_str("<script type=\"application/ld+json\">");
        json::append(&structured::graph(head), &mut out);
        out.push_str("</script>\n");
    }
    Html::made(out)
}

/// The site's feed, and that of the page.
fn feeds(head: &Head<'_>, out: &mut String) {
    let addresses = head.site.addresses();
    let own = match head.target {
        Target::Tag(slug) => Some(FeedOf::Tag(slug.clone())),
        Target::Corrections => Some(FeedOf::Corrections),
        Target::Actor(no) => Some(FeedOf::Actor(*no)),
        _ => None,
    };
    for of in own.into_iter().chain([FeedOf::Site]) {
        let title = if of == FeedOf::Site { head.site.facts().title.clone() } else { format!("{} · {}", head.title, head.site.facts().title) };
        for form in FeedForm::ALL {
            let target = Target::Feed(of.clone(), form);
            if addresses.has(&target) {
                element("link", &[("rel", "alternate"), ("type", form.media_type()), ("title", &title), ("href", &addresses.href(&target))], out);
            }
        }
    }
}

/// OpenGraph, for whoever shows a link with a title and a sentence.
fn social(head: &Head<'_>, out: &mut String) {
    let facts = head.site.facts();
    let mut say = |property: &str, content: &str| element("meta", &[("property", property), ("content", content)], out);
    say("og:title", head.title);
    say(
        "og:type",
        match head.target {
            Target::Article(_) | Target::Faq(_) | Target::Handout(_) => "article",
            Target::Actor(no) if head.site.roster().actor(*no).kind == crate::model::Kind::Person => "profile",
            _ => "website",
        },
    );
    say("og:description", head.description);
    say("og:site_name", &facts.title);
    // A territory is part of it; without one there is nothing to say.
    if let Some((language, territory)) = head.language.split_once('-').filter(|(_, territory)| territory.len() == 2) {
        say("og:locale", &format!("{language}_{}", territory.to_ascii_uppercase()));
    }
    if let Some(address) = head.absolute(head.target).filter(|_| head.has_address()) {
        say("og:url", &address);
    }
    if let Some(picture) = structured::picture(head).filter(|picture| !picture.ends_with(".svg")) {
        say("og:image", &picture);
        if share::drawn(head.site, head.target).is_some() {
            say("og:image:type", "image/png");
            say("og:image:width", &picture::WIDTH.to_string());
            say("og:image:height", &picture::HEIGHT.to_string());
            // What can be read in it.
            say("og:image:alt", head.subject());
        }
    }
    let is_wide = share::drawn(head.site, head.target).is_some() || share::own(head.site).is_some();
    if is_wide && head.site.facts().base_url.is_some() {
        // The others are read from OpenGraph; that a picture is to be shown wide is said by nothing else.
        say_by_name("twitter:card", "summary_large_image", out);
    }
    let mut say = |property: &str, content: &str| element("meta", &[("property", property), ("content", content)], out);
    if let Some(no) = head.briefing() {
        let meta = head.site.meta(no);
        if let Some(date) = meta.date {
            say("article:published_time", &date.rfc3339());
            say("article:modified_time", &meta.changed().unwrap_or(date).rfc3339());
        }
        meta.tags.iter().for_each(|tag| say("article:tag", tag));
    }
}

/// What reference managers read.
fn citation(head: &Head<'_>, no: BriefingNo, out: &mut String) {
    let (facts, meta) = (head.site.facts(), head.site.meta(no));
    let mut say = |name: &str, content: &str| say_by_name(name, content, out);
    say("citation_title", head.title);
    say("citation_author", facts.signed());
    if let Some(date) = meta.date {
        let (year, month, day) = date.parts();
        say("citation_publication_date", &format!("{year:04}/{month:02}/{day:02}"));
    }
    say("citation_publisher", facts.publisher.as_deref().unwrap_or(&facts.title));
    say("citation_language", head.language);
    if !meta.tags.is_empty() {
        say("citation_keywords", &meta.tags.join("; "));
    }
    if let Some(address) = head.absolute(head.target) {
        say("citation_fulltext_html_url", &address);
    }
}

fn say_by_name(name: &str, content: &str, out: &mut String) {
    element("meta", &[("name", name), ("content", content)], out);
}

/// Appends an empty element. What has nothing to say is left out.
fn element(name: &str, attributes: &[(&str, &str)], out: &mut String) {
    if attributes.iter().any(|(_, value)| value.trim().is_empty()) {
        return;
    }
    out.push('<');
    out.push_str(name);
    for (key, value) in attributes {
        out.push(' ');
        out.push_str(key);
        out.push_str("=\"");
        escape(value, Place::Attribute, out);
        out.push('"');
    }
    out.push_str(">\n");
}
