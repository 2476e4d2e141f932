//! Lists and single pages: home, briefings, tags, corrections, the site's own pages, what is not there, what moved.

use super::block::{BlockView, Blocks, ContentsItem, CorrectionView, NoteView, QuestionLink, contents, correction, notes};
use super::frame::{ActorCard, BriefingCard, LinkView, Making, PageView, Series, SiteView};
use super::honesty::HonestyView;
use crate::model::{ActorNo, BriefingNo, FeedOf, Mentions, Role, Target};
use crate::render::inline::{Found, Html, Inline};
use crate::site::{BRIEFINGS_A_PAGE, OwnPage};
use serde::Serialize;

/// The home page: `home.html`.
#[derive(Debug, Serialize)]
pub struct HomeView<'a> {
    /// The site.
    pub site: SiteView<'a>,
    /// The page.
    pub page: PageView<'a>,
    /// The newest briefings, at most twenty.
    pub briefings: Vec<BriefingCard<'a>>,
    /// The first questions that the newest briefing answers, at most six.
    pub questions: Vec<QuestionLink<'a>>,
    /// Number of all briefings.
    pub count: usize,
    /// Address of the list of all briefings.
    pub all_briefings: String,
    /// The actors named in most briefings: at least eight where there are so many, more with more briefings, at most twenty.
    pub actors: Vec<ActorCard<'a>>,
    /// Number of all actors.
    pub actor_count: usize,
    /// Address of the actor index.
    pub all_actors: String,
    /// Address of the list of tags, where there are any.
    pub tags: Option<String>,
    /// Address of the list of corrections, where there are any.
    pub corrections: Option<String>,
}

/// A page of the list of all briefings: `briefings.html`.
#[derive(Debug, Serialize)]
pub struct BriefingsView<'a> {
    /// The site.
    pub site: SiteView<'a>,
    /// The page.
    pub page: PageView<'a>,
    /// Its briefings, newest first.
    pub briefings: Vec<BriefingCard<'a>>,
    /// Number of all briefings.
    pub count: usize,
    /// Address of the list of tags, where there are any.
    pub tags: Option<String>,
    /// Address of the list of corrections, where there are any.
    pub corrections: Option<String>,
}

/// The briefings with a tag: `tag.html`.
#[derive(Debug, Serialize)]
pub struct TagView<'a> {
    /// The site.
    pub site: SiteView<'a>,
    /// The page.
    pub page: PageView<'a>,
    /// The tag.
    pub name: &'a str,
    /// Its briefings, newest first.
    pub briefings: Vec<BriefingCard<'a>>,
    /// Address of the list of tags.
    pub all_tags: String,
    /// Address of its feed, where there is one.
    pub feed: Option<String>,
}

/// The list of tags: `tags.html`.
#[derive(Debug, Serialize)]
pub struct TagsView<'a> {
    /// The site.
    pub site: SiteView<'a>,
    /// The page.
    pub page: PageView<'a>,
    /// The tags.
    pub tags: Vec<TagCard<'a>>,
}

/// A tag in a list.
#[derive(Debug, Serialize)]
pub struct TagCard<'a> {
    /// The tag.
    pub name: &'a str,
    /// Address of its page.
    pub href: String,
    /// Number of its briefings.
    pub count: usize,
}

/// All corrections: `corrections.html`.
#[derive(Debug, Serialize)]
pub struct CorrectionsView<'a> {
    /// The site.
    pub site: SiteView<'a>,
    /// The page.
    pub page: PageView<'a>,
    /// The corrections, newest first.
    pub corrections: Vec<CorrectionView<'a>>,
    /// Address of their feed, where there is one.
    pub feed: Option<String>,
}

/// One of the site's own pages: `page.html`.
#[derive(Debug, Serialize)]
pub struct OwnPageView<'a> {
    /// The site.
    pub site: SiteView<'a>,
    /// The page.
    pub page: PageView<'a>,
    /// Its title.
    pub title: &'a str,
    /// Its headings.
    pub contents: Vec<ContentsItem<'a>>,
    /// Its content, block by block.
    pub blocks: Vec<BlockView<'a>>,
    /// Its footnotes.
    pub notes: Vec<NoteView<'a>>,
}

/// The search page: `search.html`. What it asks stands in `search/bundles.json` and beside it; a theme without this template has no search.
#[derive(Debug, Serialize)]
pub struct SearchView<'a> {
    /// The site.
    pub site: SiteView<'a>,
    /// The page.
    pub page: PageView<'a>,
    /// Kinds of pages that a search can be narrowed to.
    pub kinds: Vec<SearchKind<'a>>,
}

/// A kind of page that a search can be narrowed to.
#[derive(Debug, Serialize)]
pub struct SearchKind<'a> {
    /// As the index has it: `article`, `faq`, `actor` or `page`.
    pub name: &'static str,
    /// What it is called.
    pub label: &'a str,
}

/// The page that says that there is no such page: `not-found.html`. It is shown at any address.
#[derive(Debug, Serialize)]
pub struct NotFoundView<'a> {
    /// The site.
    pub site: SiteView<'a>,
    /// The page.
    pub page: PageView<'a>,
    /// The newest briefings.
    pub briefings: Vec<LinkView<'a>>,
}

/// The page that says how pages are made: `method.html`.
#[derive(Debug, Serialize)]
pub struct MethodView<'a> {
    /// The site.
    pub site: SiteView<'a>,
    /// The page.
    pub page: PageView<'a>,
    /// How all briefings of the site were made, in numbers.
    pub made: HonestyView,
}

/// The page at an old address: `redirect.html`.
#[derive(Debug, Serialize)]
pub struct RedirectView<'a> {
    /// The site.
    pub site: SiteView<'a>,
    /// The page.
    pub page: PageView<'a>,
    /// Where it leads.
    pub href: String,
}

const HOME_BRIEFINGS: usize = 20;
const HOME_QUESTIONS: usize = 6;
/// Beside one briefing a long list of names would be all that one sees.
const FEWEST_HOME_ACTORS: usize = 8;
const MOST_HOME_ACTORS: usize = 20;
const HOME_ACTORS_A_BRIEFING: usize = 3;

pub(crate) fn home<'a>(making: &Making<'a>) -> HomeView<'a> {
    let site = making.site;
    let language = site.facts().language.as_str();
    let mut actors: Vec<ActorNo> = site.actors_by_letter().iter().flat_map(|(_, actors)| actors.iter().copied()).collect();
    let actor_count = actors.len();
    actors.retain(|no| !site.actor_entry(*no).mentions.is_empty());
    actors.sort_by_key(|no| {
        let entry = site.actor_entry(*no);
        (std::cmp::Reverse(entry.briefings), std::cmp::Reverse(entry.mentions.len()))
    });
    let count = site.entries().len();
    actors.truncate(count.saturating_mul(HOME_ACTORS_A_BRIEFING).clamp(FEWEST_HOME_ACTORS, MOST_HOME_ACTORS));
    let title = site.facts().title.clone();
    let briefings = making.words.count("briefing_count", count as u64);
    let described = site.facts().description.clone();
    let description = described.unwrap_or_else(|| making.words.fill("home_description", &[("site", &title), ("briefings", &briefings)]));
    HomeView {
        site: making.site(&Target::Home),
        page: making.page(&Target::Home, language, title, description),
        briefings: site.newest().iter().take(HOME_BRIEFINGS).map(|no| making.briefing_card(*no, language)).collect(),
        questions: site.newest().first().map(|no| first_questions(making, *no)).unwrap_or_default(),
        count,
        all_briefings: making.href(&Target::Briefings(1)),
        actors: actors.into_iter().map(|no| making.actor_card(no)).collect(),
        actor_count,
        all_actors: making.href(&Target::Actors),
        tags: tags_href(making),
        corrections: corrections_href(making),
    }
}

fn first_questions<'a>(making: &Making<'a>, no: BriefingNo) -> Vec<QuestionLink<'a>> {
    let briefing = making.site.briefing(no);
    let link = |question| QuestionLink { text: briefing.block(question).text.text(), href: making.href(&Target::Block(no, question)), answer: None };
    briefing.questions().take(HOME_QUESTIONS).map(|pair| link(pair.question)).collect()
}

fn tags_href(making: &Making<'_>) -> Option<String> {
    making.site.addresses().has(&Target::Tags).then(|| making.href(&Target::Tags))
}

fn corrections_href(making: &Making<'_>) -> Option<String> {
    making.site.addresses().has(&Target::Corrections).then(|| making.href(&Target::Corrections))
}

pub(crate) fn briefings<'a>(making: &Making<'a>, number: u32) -> BriefingsView<'a> {
    let site = making.site;
    let language = site.facts().language.as_str();
    let series = Series::of(number, site.newest().len(), BRIEFINGS_A_PAGE);
    let count = site.newest().len();
    let briefings = making.words.count("briefing_count", count as u64);
    let description = making.words.fill("briefings_description", &[("briefings", &briefings), ("site", &site.facts().title)]);
    BriefingsView {
        site: making.site(&Target::Briefings(number)),
        page: making.page_of(series, Target::Briefings, language, making.words.get("briefings"), &description),
        briefings: series.slice(site.newest(), BRIEFINGS_A_PAGE).iter().map(|no| making.briefing_card(*no, language)).collect(),
        count,
        tags: tags_href(making),
        corrections: corrections_href(making),
    }
}

pub(crate) fn tag<'a>(making: &Making<'a>, slug: &str) -> Option<TagView<'a>> {
    let tag = making.site.tags().get(slug)?;
    let language = making.site.facts().language.as_str();
    let target = Target::Tag(slug.to_owned());
    let count = making.words.count("briefing_count", tag.briefings.len() as u64);
    let title = making.words.fill("tag_title", &[("tag", &tag.name)]);
    let description = making.words.fill("tag_description", &[("tag", &tag.name), ("briefings", &count), ("site", &making.site.facts().title)]);
    Some(TagView {
        site: making.site(&target),
        page: making.page(&target, language, title, description),
        name: &tag.name,
        briefings: tag.briefings.iter().map(|no| making.briefing_card(*no, language)).collect(),
        all_tags: making.href(&Target::Tags),
        feed: making.feed(FeedOf::Tag(slug.to_owned())),
    })
}

pub(crate) fn tags<'a>(making: &Making<'a>) -> TagsView<'a> {
    let title = making.words.get("tags").to_owned();
    let description = making.words.fill("tags_description", &[("site", &making.site.facts().title)]);
    TagsView {
        site: making.site(&Target::Tags),
        page: making.page(&Target::Tags, &making.site.facts().language, title, description),
        tags: making
            .site
            .tags()
            .iter()
            .map(|(slug, tag)| TagCard { name: &tag.name, href: making.href(&Target::Tag(slug.clone())), count: tag.briefings.len() })
            .collect(),
    }
}

pub(crate) fn corrections<'a>(making: &Making<'a>) -> CorrectionsView<'a> {
    let title = making.words.get("corrections").to_owned();
    let description = making.words.fill("corrections_description", &[("site", &making.site.facts().title)]);
    CorrectionsView {
        site: making.site(&Target::Corrections),
        page: making.page(&Target::Corrections, &making.site.facts().language, title, description),
        corrections: making.site.corrections().iter().filter_map(|(no, at)| correction(making, *no, *at)).collect(),
        feed: making.feed(FeedOf::Corrections),
    }
}

pub(crate) fn own_page<'a>(making: &Making<'a>, page: &'a OwnPage, mut inline: Inline<'a>) -> OwnPageView<'a> {
    let target = Target::Page(page.path.clone());
    let language = page.language.as_deref().unwrap_or(&making.site.facts().language);
    let shown = || page.blocks.iter().filter(|block| matches!(block.role, Role::Heading | Role::Paragraph | Role::Dateline));
    let mut blocks = Blocks::new(2);
    for block in shown() {
        blocks.add(block, Found::default(), None, &mut inline);
    }
    let blocks = blocks.finish();
    let contents = contents(shown(), &blocks);
    let description = if page.description.is_empty() { page.title.clone() } else { page.description.clone() };
    let mut view = making.page(&target, language, page.title.clone(), description);
    if page.path == "404" {
        view.canonical = None;
        view.noindex = true;
    }
    OwnPageView { site: making.site(&target), page: view, title: &page.title, contents, blocks, notes: notes(&page.blocks, &Mentions::default(), &mut inline) }
}

pub(crate) fn not_found<'a>(making: &Making<'a>) -> NotFoundView<'a> {
    let site = making.site;
    let title = making.words.get("not_found").to_owned();
    let description = making.words.fill("not_found_description", &[("site", &site.facts().title)]);
    let mut page = making.page(&Target::NotFound, &site.facts().language, title, description);
    page.canonical = None;
    page.noindex = true;
    NotFoundView {
        site: making.site(&Target::NotFound),
        page,
        briefings: site.newest().iter().take(5).map(|no| LinkView { text: &site.briefing(*no).title.text, href: making.href(&Target::Article(*no)) }).collect(),
    }
}

pub(crate) fn search<'a>(making: &Making<'a>) -> SearchView<'a> {
    let facts = making.site.facts();
    let words = making.words;
    let mut page = making.page(&Target::Search, &facts.language, words.get("search").to_owned(), words.fill("search_description", &[("site", &facts.title)]));
    page.noindex = true;
    let kinds = [("article", "search_articles"), ("faq", "search_faqs"), ("actor", "search_actors"), ("page", "search_pages")];
    SearchView { site: making.site(&Target::Search), page, kinds: kinds.into_iter().map(|(name, key)| SearchKind { name, label: words.get(key) }).collect() }
}

pub(crate) fn method<'a>(making: &Making<'a>) -> MethodView<'a> {
    let facts = making.site.facts();
    let description = making.words.fill("method_description", &[("site", &facts.title)]);
    MethodView {
        site: making.site(&Target::Method),
        page: making.page(&Target::Method, &facts.language, making.words.get("method").to_owned(), description),
        made: HonestyView::of_all(making),
    }
}

pub(crate) fn redirect<'a>(making: &Making<'a>, to: &Target) -> RedirectView<'a> {
    let title = making.words.get("moved").to_owned();
    let description = making.words.get("moved_description").to_owned();
    let mut page = making.page(to, &making.site.facts().language, title, description);
    page.noindex = true;
    page.metadata = Html::default();
    RedirectView { site: making.site(&Target::Home), page, href: making.href(to) }
}
