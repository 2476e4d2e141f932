//! The things that nodes of many pages refer to: site, publisher, author, actors, sources, and the way from the home page.

use super::Head;
use super::identity;
use super::node::Node;
use crate::language::{naming, pack};
use crate::model::{ActorNo, ActorOrigin, AliasKind, BriefingNo, Kind, Target};
use crate::text::fold::fold;
use std::borrow::Cow;

/// Search engines cut a headline here.
const LONGEST_HEADLINE: usize = 110;

/// The site; nothing without an address.
pub(super) fn site_node<'p>(head: &Head<'p>) -> Option<Node<'p>> {
    let url = head.absolute(&Target::Home)?;
    Some(Node { id: Some(format!("{url}#website")), url: Some(url), ..Node::named("WebSite", head.site.facts().title.as_str()) })
}

/// The licence, where it is said by its address.
pub(super) fn licence<'p>(head: &Head<'p>) -> Option<&'p str> {
    head.site.facts().licence.as_deref().filter(|licence| licence.starts_with("https://") || licence.starts_with("http://"))
}

/// Who publishes: the publisher, else the site under its own name.
pub(super) fn publisher<'p>(head: &Head<'p>) -> Node<'p> {
    let facts = head.site.facts();
    let url = head.absolute(&Target::Home);
    let id = url.as_ref().map(|url| format!("{url}#publisher"));
    Node { id, url, ..Node::named("Organization", facts.publisher.as_deref().unwrap_or(&facts.title)) }
}

/// Who writes: the author, else who publishes.
pub(super) fn author<'p>(head: &Head<'p>) -> Node<'p> {
    let facts = head.site.facts();
    match facts.author.as_deref().filter(|author| Some(*author) != facts.publisher.as_deref()) {
        Some(author) => {
            let id = head.absolute(&Target::Home).map(|url| format!("{url}#author"));
            Node { id, ..Node::named(if is_person(author, &facts.language) { "Person" } else { "Organization" }, author) }
        }
        None => publisher(head),
    }
}

/// Whether `author` is a person's name: a given name, another word, and no word of a body.
fn is_person(author: &str, language: &str) -> bool {
    let words = &pack(language).naming;
    let folded: Vec<String> = author.split_whitespace().map(|word| fold(word.trim_matches(|c: char| !c.is_alphanumeric()))).collect();
    let of_bodies = naming::ORGANISATION | naming::OFFICE | naming::BUSINESS | naming::LEGAL | naming::GOVERNMENT | naming::ARMED;
    folded.len() >= 2 && folded.first().is_some_and(|first| words.is_given(first)) && folded.iter().all(|word| words.flags(word) & of_bodies == 0)
}

/// Where an article can be cited it is one; else it is a page.
pub(super) fn article_type(head: &Head<'_>, no: BriefingNo) -> &'static str {
    if head.site.meta(no).date.is_some() && head.site.facts().base_url.is_some() { "NewsArticle" } else { "WebPage" }
}

/// As much of a title as search engines take, whole words.
pub(super) fn headline(title: &str) -> &str {
    let Some((end, _)) = title.char_indices().nth(LONGEST_HEADLINE) else { return title.trim() };
    let head = &title[..end];
    head.rfind(char::is_whitespace).map_or(head, |at| &head[..at]).trim()
}

/// An actor, as pages that name it refer to it.
pub(super) fn actor<'p>(head: &Head<'p>, no: ActorNo) -> Node<'p> {
    let actor = head.site.roster().actor(no);
    let id = head.absolute(&Target::Actor(no)).map(|url| url + "#actor");
    Node { id, ..Node::named(actor_type(actor.kind), actor.name.as_str()) }
}

/// An actor with everything that a person said of it. What was only found in the texts is not among it.
pub(super) fn actor_whole<'p>(head: &Head<'p>, no: ActorNo) -> Node<'p> {
    let whole = head.site.roster().actor(no);
    let mut node = actor(head, no);
    node.url = head.absolute(&Target::Actor(no));
    node.main_entity_of_page.clone_from(&node.url);
    node.description = whole.summary.as_deref();
    if whole.origin != ActorOrigin::Detected {
        let is_name = |kind| matches!(kind, AliasKind::Name | AliasKind::Short | AliasKind::Acronym);
        node.alternate_name = whole.aliases.iter().filter(|alias| is_name(alias.kind) && alias.text != whole.name).map(|alias| alias.text.as_str()).collect();
        node.alternate_name.dedup();
    }
    for (name, value) in &whole.identifiers {
        match identity::address(name, value) {
            Some(address) => node.same_as.push(address),
            None if !value.trim().is_empty() => node.identifier.push(Node { property_id: Some(name), value: Some(value), ..Node::new("PropertyValue") }),
            None => {}
        }
    }
    if whole.kind == Kind::Person {
        node.job_title = whole.roles.iter().map(String::as_str).filter(|role| !role.trim().is_empty()).collect();
        let bodies = whole.affiliations.iter().filter_map(|id| head.site.roster().find(id)).filter(|no| head.site.is_listed(*no));
        let bodies = bodies.filter(|no| actor_type(head.site.roster().actor(*no).kind) == "Organization");
        node.affiliation = bodies.map(|no| actor(head, no)).collect();
    }
    node
}

/// What the briefing rests on.
pub(super) fn sources<'p>(head: &Head<'p>, no: BriefingNo) -> Vec<Node<'p>> {
    let node = |source: &'p crate::model::meta::SourceNote| Node {
        url: source.url.clone(),
        publisher: source.publisher.as_deref().map(|name| Node::named("Organization", name)).into_iter().collect(),
        date_published: source.date,
        ..Node::named("CreativeWork", source.title.as_str())
    };
    head.site.meta(no).sources.iter().map(node).collect()
}

/// What the briefing translates, and what translates it.
pub(super) fn translations<'p>(head: &Head<'p>, no: BriefingNo) -> (Vec<Node<'p>>, Vec<Node<'p>>) {
    let site = head.site;
    let is_original = |no: BriefingNo| site.meta(no).translation_of.is_none();
    let others = site.translations(no).iter().copied().filter(|other| *other != no && is_original(*other) != is_original(no));
    let nodes: Vec<Node<'p>> = others
        .filter_map(|other| {
            let url = head.absolute(&Target::Article(other))?;
            Some(Node { id: Some(url + "#article"), in_language: Some(site.language(other)), ..Node::new(article_type(head, other)) })
        })
        .collect();
    if is_original(no) { (Vec::new(), nodes) } else { (nodes, Vec::new()) }
}

/// The way from the home page to the page; nothing on the home page, and nothing without addresses.
pub(super) fn crumbs<'p>(head: &Head<'p>) -> Option<Node<'p>> {
    let site = head.site;
    if site.facts().base_url.is_none() || !head.has_address() {
        return None;
    }
    let mut way: Vec<(Cow<'p, str>, Target)> = vec![(Cow::Borrowed(&site.facts().title), Target::Home)];
    let word = |key: &'static str| Cow::Borrowed(head.words.get(key));
    let title = Cow::Borrowed(head.title);
    let briefings = (word("briefings"), Target::Briefings(1));
    let actors = (word("actors"), Target::Actors);
    let this = head.target.clone();
    match head.target {
        Target::Home => return None,
        Target::Article(no) => way.extend([briefings, (Cow::Borrowed(site.briefing(*no).title.text.as_str()), this)]),
        Target::Faq(no) => way.extend([briefings, (Cow::Borrowed(site.briefing(*no).title.text.as_str()), Target::Article(*no)), (word("faq"), this)]),
        Target::Briefings(1) => way.push(briefings),
        Target::Briefings(_) => way.extend([briefings, (title, this)]),
        Target::Actors => way.push(actors),
        Target::Actor(no) => way.extend([actors, (Cow::Borrowed(site.roster().actor(*no).name.as_str()), this)]),
        Target::ActorPart(no, _) => way.extend([actors, (Cow::Borrowed(site.roster().actor(*no).name.as_str()), Target::Actor(*no)), (title, this)]),
        Target::ActorList(..) | Target::Namesakes(_) => way.extend([actors, (title, this)]),
        Target::Tag(slug) => way.extend([(word("tags"), Target::Tags), (site.tags().get(slug).map_or(title, |tag| Cow::Borrowed(tag.name.as_str())), this)]),
        _ => way.push((title, this)),
    }
    let items = way.into_iter().zip(1..).map(|((name, target), position)| Node {
        position: Some(position),
        item: head.absolute(&target),
        ..Node::named("ListItem", name)
    });
    Some(Node { item_list_element: items.collect(), ..Node::new("BreadcrumbList") })
}

/// The type of schema.org for a kind of actor.
fn actor_type(kind: Kind) -> &'static str {
    match kind {
        Kind::Person => "Person",
        Kind::State => "Country",
        Kind::Organisation | Kind::ArmedGroup | Kind::Office => "Organization",
        Kind::Place => "Place",
        // A people is neither a state nor an organisation, and schema.org has no word for it: it is a term of this site.
        Kind::People => "DefinedTerm",
    }
}
