//! JSON-LD in the words of schema.org: what a page shows, and nothing that it does not show.
//!
//! An article is a `NewsArticle` where it has a date and an address, else a `WebPage`. Nodes have an `@id` only where the site has a
//! base address: an id that is no address of this site would name nothing.

use super::Head;
use super::describe::{self, site_node};
use super::node::{Graph, Node};
use crate::model::{ActorNo, BlockNo, Briefing, BriefingNo, Certainty, MarkKind, QuotationKind, RichText, Target};
use crate::render::place::{self, Place};
use crate::render::share;
use crate::site::BRIEFINGS_A_PAGE;
use rustc_hash::FxHashSet;
use std::borrow::Cow;

/// So many actors and quotations are named at most.
const MOST_MENTIONS: usize = 24;
const MOST_QUOTATIONS: usize = 24;

/// What the page says of itself.
pub(super) fn graph<'p>(head: &Head<'p>) -> Graph<'p> {
    let graph = match head.target {
        Target::Home => home(head),
        Target::Article(no) => vec![article(head, *no)],
        Target::Faq(no) => vec![faq(head, *no)],
        Target::Actor(no) => vec![actor_page(head, *no)],
        Target::ActorPart(no, _) => vec![Node { about: vec![describe::actor(head, *no)], ..page(head, "CollectionPage") }],
        Target::Briefings(number) => {
            let start = (*number as usize).saturating_sub(1).saturating_mul(BRIEFINGS_A_PAGE).min(head.site.newest().len());
            let shown = &head.site.newest()[start..];
            vec![Node { main_entity: list(head, &shown[..shown.len().min(BRIEFINGS_A_PAGE)]), ..page(head, "CollectionPage") }]
        }
        Target::Tag(slug) => {
            let briefings = head.site.tags().get(slug).map_or(&[][..], |tag| &tag.briefings);
            vec![Node { main_entity: list(head, &briefings[..briefings.len().min(BRIEFINGS_A_PAGE)]), ..page(head, "CollectionPage") }]
        }
        Target::Tags | Target::Corrections | Target::Actors | Target::ActorList(..) | Target::Namesakes(_) => vec![page(head, "CollectionPage")],
        _ => vec![page(head, "WebPage")],
    };
    Graph { context: "https://schema.org", graph: graph.into_iter().chain(describe::crumbs(head)).collect() }
}

/// A page of this type; without an address every page is a `WebPage`, for the other types ask for one.
fn page<'p>(head: &Head<'p>, kind: &'static str) -> Node<'p> {
    let url = head.absolute(head.target).filter(|_| head.has_address());
    Node {
        id: url.as_ref().map(|url| format!("{url}#page")),
        description: Some(head.description).filter(|text| !text.trim().is_empty()),
        in_language: Some(head.language),
        is_part_of: site_node(head).into_iter().collect(),
        ..Node { url, ..Node::named(if head.site.facts().base_url.is_some() { kind } else { "WebPage" }, head.title) }
    }
}

/// The site, and the list that its home page shows.
fn home<'p>(head: &Head<'p>) -> Vec<Node<'p>> {
    let newest = head.site.newest();
    let facts = head.site.facts();
    let shown = Node { main_entity: list(head, &newest[..newest.len().min(20)]), ..page(head, "CollectionPage") };
    let site = site_node(head).map(|site| Node {
        in_language: Some(&facts.language),
        description: facts.description.as_deref(),
        publisher: vec![Node {
            publishing_principles: head.absolute(&Target::Method),
            logo: head.icon.and_then(|icon| head.absolute_file(icon.path)),
            ..describe::publisher(head)
        }],
        license: describe::licence(head),
        ..site
    });
    site.into_iter().chain([shown]).collect()
}

/// Briefings in their order; nothing without addresses to lead to.
fn list<'p>(head: &Head<'p>, briefings: &[BriefingNo]) -> Vec<Node<'p>> {
    let items: Vec<Node<'p>> = briefings
        .iter()
        .zip(1..)
        .filter_map(|(no, position)| {
            let url = Some(head.absolute(&Target::Article(*no))?);
            Some(Node { position: Some(position), url, ..Node::named("ListItem", head.site.briefing(*no).title.text.as_str()) })
        })
        .collect();
    if items.is_empty() { Vec::new() } else { vec![Node { item_list_element: items, ..Node::new("ItemList") }] }
}

/// An article.
fn article<'p>(head: &Head<'p>, no: BriefingNo) -> Node<'p> {
    let site = head.site;
    let (briefing, meta) = (site.briefing(no), site.meta(no));
    let kind = describe::article_type(head, no);
    let url = head.absolute(head.target);
    let headline = describe::headline(&briefing.title.text);
    let mut parts = quotations(head, no, Place::Article);
    if let Some(address) = head.absolute(&Target::Faq(no)).filter(|_| briefing.faq.is_some()) {
        parts.push(Node::elsewhere(format!("{address}#faq")));
    }
    let (translation_of_work, work_translation) = describe::translations(head, no);
    let is_article = kind != "WebPage";
    Node {
        id: url.as_ref().map(|url| format!("{url}#article")),
        headline: Some(headline).filter(|_| is_article),
        name: Some(Cow::Borrowed(headline)).filter(|_| !is_article),
        description: Some(head.description).filter(|text| !text.trim().is_empty()),
        main_entity_of_page: url.clone().filter(|_| is_article),
        url,
        image: picture(head),
        in_language: Some(head.language),
        date_published: meta.date,
        date_modified: meta.date.and(meta.changed()),
        author: vec![describe::author(head)],
        publisher: vec![describe::publisher(head)],
        license: describe::licence(head),
        keywords: meta.tags.iter().map(String::as_str).filter(|tag| !tag.trim().is_empty()).collect(),
        is_part_of: site_node(head).into_iter().collect(),
        has_part: parts,
        mentions: mentioned(head, no),
        citation: describe::sources(head, no),
        correction: meta.corrections.iter().map(|correction| correction.text.as_str()).filter(|text| !text.trim().is_empty()).collect(),
        translation_of_work,
        work_translation,
        ..Node::new(kind)
    }
}

/// An FAQ: each question once, with its answer as the page shows it.
fn faq<'p>(head: &Head<'p>, no: BriefingNo) -> Node<'p> {
    let (briefing, meta) = (head.site.briefing(no), head.site.meta(no));
    let url = head.absolute(head.target);
    let whole = Node {
        id: head.absolute(&Target::Article(no)).map(|url| format!("{url}#article")),
        ..Node::named(describe::article_type(head, no), describe::headline(&briefing.title.text))
    };
    let mut seen: FxHashSet<&str> = FxHashSet::default();
    let questions = briefing.questions().filter_map(|pair| {
        let asked = briefing.block(pair.question).text.text();
        let answer = words_of(briefing, &pair.answer);
        if asked.trim().is_empty() || answer.trim().is_empty() || !seen.insert(asked) {
            return None;
        }
        let answer = Node { text: Some(answer), ..Node::new("Answer") };
        Some(Node { url: head.absolute(&Target::Block(no, pair.question)), accepted_answer: vec![answer], ..Node::named("Question", asked) })
    });
    let main_entity: Vec<Node<'p>> = questions.collect();
    // Questions without a word in their answers make no FAQ.
    let kind = if main_entity.is_empty() { "WebPage" } else { "FAQPage" };
    Node {
        id: url.as_ref().map(|url| format!("{url}#faq")),
        description: Some(head.description).filter(|text| !text.trim().is_empty()),
        url,
        in_language: Some(head.language),
        date_published: meta.date,
        date_modified: meta.date.and(meta.changed()),
        publisher: vec![describe::publisher(head)],
        is_part_of: vec![whole],
        has_part: quotations(head, no, Place::Faq),
        main_entity,
        ..Node::named(kind, head.title)
    }
}

/// The actor that a page is about; without an address, a page with the actor in it.
fn actor_page<'p>(head: &Head<'p>, no: ActorNo) -> Node<'p> {
    let node = describe::actor_whole(head, no);
    if head.site.facts().base_url.is_some() { node } else { Node { main_entity: vec![node], ..page(head, "WebPage") } }
}

/// The actors that the briefing names for certain, the most named first.
fn mentioned<'p>(head: &Head<'p>, no: BriefingNo) -> Vec<Node<'p>> {
    let entry = head.site.entry(no);
    let mut shown = (BlockNo(u32::MAX), false);
    let mut named: Vec<(ActorNo, usize)> = Vec::with_capacity(entry.mentions.mentions.len());
    for (at, mention) in entry.mentions.mentions.iter().enumerate() {
        if shown.0 != mention.block {
            shown = (mention.block, place::of(&entry.briefing, mention.block).is_shown());
        }
        if shown.1 && mention.certainty == Certainty::Certain && head.site.is_listed(mention.actor) {
            named.push((mention.actor, at));
        }
    }
    named.sort_unstable();
    let mut counted: Vec<(std::cmp::Reverse<usize>, usize, ActorNo)> =
        named.chunk_by(|a, b| a.0 == b.0).map(|same| (std::cmp::Reverse(same.len()), same[0].1, same[0].0)).collect();
    counted.sort_unstable();
    counted.truncate(MOST_MENTIONS);
    counted.into_iter().map(|(.., actor)| describe::actor(head, actor)).collect()
}

/// Words in quotation marks whose speaker is certain, as they stand in one place of the briefing.
fn quotations<'p>(head: &Head<'p>, no: BriefingNo, on: Place) -> Vec<Node<'p>> {
    let entry = head.site.entry(no);
    let certain = entry.mentions.quotations.iter().filter(|said| said.kind == QuotationKind::Direct && said.certainty == Certainty::Certain);
    let spoken = certain.filter_map(|said| Some((said, said.speaker.filter(|speaker| head.site.is_listed(*speaker))?)));
    spoken
        .filter(|(said, _)| place::of(&entry.briefing, said.block) == on)
        .filter_map(|(said, speaker)| {
            let text = said.range.of(entry.briefing.block(said.block).text.text());
            let url = head.absolute(&Target::Block(no, said.block));
            // The type of its own, beside one that every reader of schema.org knows.
            let node = Node { additional_type: Some("https://schema.org/Quotation"), ..Node::new("CreativeWork") };
            (!text.trim().is_empty()).then(|| Node { text: Some(Cow::Borrowed(text)), url, creator: vec![describe::actor(head, speaker)], ..node })
        })
        .take(MOST_QUOTATIONS)
        .collect()
}

/// The words of several blocks as a page shows them: without the descriptions of pictures.
fn words_of<'p>(briefing: &'p Briefing, blocks: &[BlockNo]) -> Cow<'p, str> {
    if let [only] = blocks {
        return words(&briefing.block(*only).text);
    }
    let mut all = String::new();
    for at in blocks {
        let text = words(&briefing.block(*at).text);
        if !all.is_empty() && !text.is_empty() {
            all.push('\n');
        }
        all.push_str(&text);
    }
    Cow::Owned(all)
}

fn words(text: &RichText) -> Cow<'_, str> {
    let mut pictures = text.marks().iter().filter(|mark| matches!(mark.kind, MarkKind::Image { .. })).peekable();
    if pictures.peek().is_none() {
        return Cow::Borrowed(text.text());
    }
    let mut out = String::new();
    let mut done = 0;
    for picture in pictures {
        out.push_str(text.text().get(done..picture.range.start as usize).unwrap_or_default());
        done = done.max(picture.range.end as usize);
    }
    out.push_str(text.text().get(done..).unwrap_or_default());
    Cow::Owned(out)
}

/// The picture that stands for a page: the one that was drawn for it, else the first of the briefing's own, else that of the site, else its icon.
pub(super) fn picture(head: &Head<'_>) -> Option<String> {
    if let Some(drawn) = share::drawn(head.site, head.target) {
        return head.absolute(&drawn);
    }
    let first = head.briefing().and_then(|no| {
        let briefing = head.site.briefing(no);
        let marks = briefing.article.iter().flat_map(|at| briefing.block(*at).text.marks());
        marks.into_iter().find_map(|mark| if let MarkKind::Image { src } = &mark.kind { Some(&**src) } else { None })
    });
    head.absolute_file(first.or(share::own(head.site)).or(head.icon.map(|icon| icon.path))?)
}
