//! What every page has: the site, the page itself, and the small things that many pages show.

use crate::model::{ActorNo, BriefingNo, Date, FeedForm, FeedOf, Kind, Target};
use crate::policy;
use crate::render::head::{Head, metadata};
use crate::render::icon::Icon;
use crate::render::inline::Html;
use crate::render::kind::kind_key;
use crate::site::Site;
use crate::text::script::Direction;
use crate::theme::Strings;
use serde::Serialize;

/// The site, as every page shows it.
#[derive(Debug, Serialize)]
pub struct SiteView<'a> {
    /// The site's name.
    pub title: &'a str,
    /// A sentence about the site, where its owner wrote one.
    pub description: Option<&'a str>,
    /// Address of the home page.
    pub home: String,
    /// What every address on the site begins with: `/` or `/folder/`. Stands before the paths in `assets`.
    pub root: &'a str,
    /// The main pages, in order.
    pub navigation: Vec<NavigationItem<'a>>,
    /// Address of the Atom feed, where there is one.
    pub feed: Option<String>,
    /// Address of the page that says how pages are made.
    pub method: String,
    /// Address of the page that says what there is for programs, where there is something.
    pub data: Option<String>,
    /// Where a reader can report an error, ready for `href`.
    pub contact: Option<&'a str>,
    /// Who publishes the site.
    pub publisher: Option<&'a str>,
    /// Licence of the texts: words, or an address.
    pub licence: Option<&'a str>,
}

/// A main page.
#[derive(Debug, Serialize)]
pub struct NavigationItem<'a> {
    /// What it is called.
    pub title: &'a str,
    /// Its address.
    pub href: String,
    /// Whether the page belongs to it.
    pub current: bool,
}

/// The page itself.
#[derive(Debug, Serialize)]
pub struct PageView<'a> {
    /// BCP 47 tag of its language.
    pub language: &'a str,
    /// `ltr` or `rtl`.
    pub direction: &'static str,
    /// Title for the browser and for search engines, without the site's name.
    pub title: String,
    /// A sentence for search engines.
    pub description: String,
    /// Its whole address, where the site has a base address and the page is to be found by it.
    pub canonical: Option<String>,
    /// Whether search engines are asked to pass it over.
    pub noindex: bool,
    /// The content security policy for the meta element.
    pub policy: &'static str,
    /// What programs read in the head of a page: the icon, feeds, OpenGraph, citation elements, JSON-LD. A theme prints it once, in `head`.
    pub metadata: Html,
    /// Its translations and itself, each with its language, where there are any.
    pub translations: Vec<TranslationView<'a>>,
    /// Address of the page before it in a series.
    pub previous: Option<String>,
    /// Address of the page after it in a series.
    pub next: Option<String>,
    /// Its number in a series; 1 where there is none.
    pub number: u32,
    /// How many pages the series has; 1 where there is none.
    pub pages: u32,
}

/// The same page in a language.
#[derive(Debug, Serialize)]
pub struct TranslationView<'a> {
    /// BCP 47 tag of the language.
    pub language: &'a str,
    /// Its title.
    pub title: &'a str,
    /// Its address on the site.
    pub href: String,
    /// Its whole address, where the site has a base address.
    pub absolute: Option<String>,
    /// Whether it is the page itself.
    pub current: bool,
}

/// A day.
#[derive(Debug, Serialize)]
pub struct DateView {
    /// `2026-01-30`.
    pub iso: String,
    /// As the language writes it.
    pub text: String,
}

/// A link.
#[derive(Debug, Serialize)]
pub struct LinkView<'a> {
    /// What it says.
    pub text: &'a str,
    /// Where it leads.
    pub href: String,
}

/// A briefing in a list.
#[derive(Debug, Serialize)]
pub struct BriefingCard<'a> {
    /// Its title.
    pub title: &'a str,
    /// Address of its article.
    pub href: String,
    /// BCP 47 tag of its language, where it is not the page's.
    pub language: Option<&'a str>,
    /// Its date.
    pub date: Option<DateView>,
    /// Its first words, or what a person wrote in their place.
    pub description: &'a str,
    /// Number of its paragraphs.
    pub paragraphs: usize,
    /// Number of its answered questions.
    pub questions: usize,
    /// Address of its FAQ, where it has one.
    pub faq: Option<String>,
    /// Whether it is a draft.
    pub draft: bool,
}

/// An actor in a list.
#[derive(Debug, Serialize)]
pub struct ActorCard<'a> {
    /// Its id.
    pub id: &'a str,
    /// Its name.
    pub name: &'a str,
    /// Address of its page.
    pub href: String,
    /// `person`, `state`, `organisation`, `armed_group`, `office`, `place` or `people`; the string `kind_...` names it.
    pub kind: &'static str,
    /// Its first role as a text states it, in that text's words; else the first that a person gave.
    pub role: Option<&'a str>,
    /// Whether the role stands in a text word for word, so that it may be set in quotation marks.
    pub role_is_stated: bool,
    /// How many briefings name it.
    pub briefings: u32,
    /// How often it is named.
    pub mentions: usize,
    /// Whether a person curated it.
    pub curated: bool,
    /// What its kind is called.
    pub kind_label: &'a str,
    /// Its mentions, in words.
    pub mentions_label: String,
    /// The briefings that name it, in words.
    pub briefings_label: String,
    /// Date of the newest dated briefing that names it.
    pub last: Option<DateView>,
}

/// What all views are made with.
#[derive(Clone, Copy)]
pub(crate) struct Making<'a> {
    pub(crate) site: &'a Site,
    pub(crate) words: &'a Strings,
    pub(crate) icon: Option<Icon<'a>>,
}

/// A page's place in a series.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Series {
    pub(crate) number: u32,
    pub(crate) pages: u32,
}

impl Series {
    /// The page `number` of a series that shows `items`, `a_page` on each.
    pub(crate) fn of(number: u32, items: usize, a_page: usize) -> Self {
        Self { number, pages: u32::try_from(items.div_ceil(a_page).max(1)).unwrap_or(u32::MAX) }
    }

    /// The items of this page.
    pub(crate) fn slice<T>(self, items: &[T], a_page: usize) -> &[T] {
        let start = (self.number.saturating_sub(1) as usize).saturating_mul(a_page).min(items.len());
        &items[start..items.len().min(start.saturating_add(a_page))]
    }
}

impl<'a> Making<'a> {
    pub(crate) fn href(&self, target: &Target) -> String {
        self.site.addresses().href(target)
    }

    /// Address of the page that shows a briefing's seed, where the site has it.
    pub(crate) fn source(&self, no: BriefingNo) -> Option<String> {
        self.site.facts().publish.source.then(|| self.href(&Target::Source(no)))
    }

    /// The frame of the site round a page of `target`.
    pub(crate) fn site(&self, target: &Target) -> SiteView<'a> {
        let (site, facts) = (self.site, self.site.facts());
        let mut navigation = Vec::with_capacity(4);
        let in_search = matches!(target, Target::Search);
        let in_briefings = matches!(
            target,
            Target::Briefings(_)
                | Target::Article(_)
                | Target::Faq(_)
                | Target::Source(_)
                | Target::Handout(_)
                | Target::HandoutFile(_)
                | Target::Tag(_)
                | Target::Tags
        );
        let in_actors = matches!(target, Target::Actors | Target::ActorList(..) | Target::Actor(_) | Target::ActorPart(..) | Target::Namesakes(_));
        for (page, key, current) in
            [(Target::Briefings(1), "nav_briefings", in_briefings), (Target::Actors, "nav_actors", in_actors), (Target::Search, "nav_search", in_search)]
        {
            if site.addresses().has(&page) {
                navigation.push(NavigationItem { title: self.words.get(key), href: self.href(&page), current });
            }
        }
        let mut own: Vec<_> = site.pages().iter().filter(|page| !matches!(page.path.as_str(), "index" | "404")).collect();
        own.sort_by_key(|page| (page.order.unwrap_or(i64::MAX), &page.path));
        for page in own {
            let at = Target::Page(page.path.clone());
            navigation.push(NavigationItem { title: &page.title, href: self.href(&at), current: at == *target });
        }
        SiteView {
            title: &facts.title,
            description: facts.description.as_deref(),
            home: self.href(&Target::Home),
            root: site.addresses().base_path(),
            navigation,
            feed: self.feed(FeedOf::Site),
            method: self.href(&Target::Method),
            data: site.addresses().has(&Target::Data).then(|| self.href(&Target::Data)),
            contact: facts.contact.as_deref(),
            publisher: facts.publisher.as_deref(),
            licence: facts.licence.as_deref(),
        }
    }

    /// Address of a feed as Atom, where there is one.
    pub(crate) fn feed(&self, of: FeedOf) -> Option<String> {
        let target = Target::Feed(of, FeedForm::Atom);
        self.site.addresses().has(&target).then(|| self.href(&target))
    }

    /// The page of `target`, alone.
    pub(crate) fn page(&self, target: &Target, language: &'a str, title: String, description: String) -> PageView<'a> {
        let head = Head { site: self.site, words: self.words, icon: self.icon, target, language, title: &title, description: &description };
        PageView {
            metadata: metadata(&head),
            language,
            direction: Direction::of_language(language).name(),
            title,
            description,
            canonical: self.site.addresses().absolute(target),
            noindex: self.site.facts().noindex,
            policy: policy::security_policy(self.site.addresses().href(target).strip_prefix(self.site.addresses().base_path()).unwrap_or_default()),
            translations: Vec::new(),
            previous: None,
            next: None,
            number: 1,
            pages: 1,
        }
    }

    /// Address of how to cite the blocks of a briefing, where that is published.
    pub(crate) fn citations(&self, no: BriefingNo) -> Option<String> {
        self.site.facts().publish.citations.then(|| self.href(&Target::Citations(no)))
    }

    /// The translations of a briefing; `of` makes the target of the page that is shown.
    pub(crate) fn translations(&self, no: BriefingNo, of: impl Fn(BriefingNo) -> Target) -> Vec<TranslationView<'a>> {
        let all = self.site.translations(no).iter().map(|other| (*other, of(*other))).filter(|(_, target)| self.site.addresses().has(target));
        let view = |(other, target): (BriefingNo, Target)| TranslationView {
            language: self.site.language(other),
            title: &self.site.briefing(other).title.text,
            href: self.href(&target),
            absolute: self.site.addresses().absolute(&target),
            current: other == no,
        };
        let views: Vec<TranslationView<'a>> = all.map(view).collect();
        if views.len() > 1 { views } else { Vec::new() }
    }

    /// The page of `target(n)` in a series.
    pub(crate) fn page_of(&self, series: Series, target: impl Fn(u32) -> Target, language: &'a str, title: &str, description: &str) -> PageView<'a> {
        let mut title = title.to_owned();
        let mut description = description.to_owned();
        // The first numbered page of an actor stands beside the actor's own, and is not it.
        if series.number > 1 || matches!(target(1), Target::ActorPart(..)) {
            let (number, pages) = (series.number.to_string(), series.pages.to_string());
            let place = self.words.fill("page_of", &[("number", &number), ("pages", &pages)]);
            title = format!("{title} ({place})");
            description = format!("{description} ({place})");
        }
        let mut page = self.page(&target(series.number), language, title, description);
        page.previous = (series.number > 1).then(|| self.href(&target(series.number - 1)));
        page.next = (series.number < series.pages).then(|| self.href(&target(series.number + 1)));
        page.number = series.number;
        page.pages = series.pages;
        page
    }

    pub(crate) fn date(&self, date: Date) -> DateView {
        DateView { iso: date.to_string(), text: self.words.date(date) }
    }

    pub(crate) fn briefing_card(&self, no: BriefingNo, page_language: &str) -> BriefingCard<'a> {
        let entry = self.site.entry(no);
        let briefing = &*entry.briefing;
        let language = self.site.language(no);
        BriefingCard {
            title: &briefing.title.text,
            href: self.href(&Target::Article(no)),
            language: (language != page_language).then_some(language),
            date: briefing.meta.date.map(|date| self.date(date)),
            description: briefing.meta.standfirst.as_deref().unwrap_or(&briefing.description),
            paragraphs: briefing.paragraphs().count(),
            questions: briefing.questions().count(),
            faq: briefing.faq.is_some().then(|| self.href(&Target::Faq(no))),
            draft: entry.draft,
        }
    }

    pub(crate) fn actor_card(&self, no: ActorNo) -> ActorCard<'a> {
        let actor = self.site.roster().actor(no);
        let entry = self.site.actor_entry(no);
        let role = entry.roles.first().and_then(|role| {
            let entry = self.site.entry(role.briefing);
            let stated = entry.mentions.roles.get(role.at as usize)?;
            Some(stated.phrase.of(entry.briefing.block(stated.block).text.text())).filter(|phrase| !phrase.is_empty())
        });
        ActorCard {
            id: &actor.id,
            name: &actor.name,
            href: self.href(&Target::Actor(no)),
            kind: actor.kind.name(),
            role: role.or(actor.roles.first().map(String::as_str)),
            role_is_stated: role.is_some(),
            briefings: entry.briefings,
            mentions: entry.mentions.len(),
            curated: actor.origin == crate::model::ActorOrigin::Curated,
            kind_label: self.words.get(kind_key(actor.kind)),
            mentions_label: self.words.count("mentions", entry.mentions.len() as u64),
            briefings_label: self.words.count("in_briefings", entry.briefings.into()),
            last: entry.mentions.last().and_then(|last| self.site.meta(last.briefing).date).map(|date| self.date(date)),
        }
    }
}

/// The string that names several of a kind.
pub(crate) fn kinds_key(kind: Kind) -> &'static str {
    match kind {
        Kind::Person => "kinds_person",
        Kind::State => "kinds_state",
        Kind::Organisation => "kinds_organisation",
        Kind::ArmedGroup => "kinds_armed_group",
        Kind::Office => "kinds_office",
        Kind::Place => "kinds_place",
        Kind::People => "kinds_people",
    }
}
