//! The actor index: by name, by kind, the most and the last named; and several of one name.

use super::article::actor_link;
use super::frame::{ActorCard, LinkView, Making, PageView, Series, SiteView, kinds_key};
use crate::model::{ActorList, Kind, Target};
use crate::site::ACTORS_A_PAGE;
use serde::Serialize;

/// The actor index: `actors.html`. By name it is a series of pages; the other orders, and each kind, are series of their own.
#[derive(Debug, Serialize)]
pub struct IndexView<'a> {
    /// The site.
    pub site: SiteView<'a>,
    /// The page.
    pub page: PageView<'a>,
    /// What is listed: "Actors", "Persons".
    pub title: &'a str,
    /// Number of actors that are listed, on all pages of this series.
    pub count: usize,
    /// That number, in words.
    pub count_label: String,
    /// Address of the whole index, by name.
    pub all_actors: String,
    /// `name`, `mentions`, `seen` or `kind`.
    pub order: &'static str,
    /// The orders that there are, this one marked; empty where there are few actors.
    pub orders: Vec<ChoiceView<'a>>,
    /// The kinds that there are, this one marked; empty where there are few actors.
    pub kinds: Vec<ChoiceView<'a>>,
    /// By name: the letters, each with the address where its names begin.
    pub letters: Vec<ChoiceView<'a>>,
    /// The actors of this page: under their letters where the order is by name, else in one group.
    pub groups: Vec<GroupView<'a>>,
    /// On the first page by name: other names by which the texts call an actor, with the actor.
    pub see: Vec<SeeView<'a>>,
    /// On the first page by name: names that several actors have.
    pub namesakes: Vec<LinkView<'a>>,
}

/// One of several lists that can be chosen.
#[derive(Debug, Serialize)]
pub struct ChoiceView<'a> {
    /// What it is called.
    pub text: &'a str,
    /// Its address.
    pub href: String,
    /// How many stand in it, where that is worth saying.
    pub count: Option<usize>,
    /// Whether it is the one that is shown.
    pub current: bool,
}

/// Actors of the index that stand together.
#[derive(Debug, Serialize)]
pub struct GroupView<'a> {
    /// The letter, or `#` for names that begin with none; nothing where the order is not by name.
    pub letter: Option<&'a str>,
    /// An id for it.
    pub id: String,
    /// Its actors, in the order of the site's language.
    pub actors: Vec<ActorCard<'a>>,
}

/// Another name of an actor: "Kremlin: see Russia".
#[derive(Debug, Serialize)]
pub struct SeeView<'a> {
    /// The other name, as a text writes it.
    pub name: &'a str,
    /// The actor.
    pub actor: LinkView<'a>,
}

/// Several of one name: `namesakes.html`.
#[derive(Debug, Serialize)]
pub struct NamesakesView<'a> {
    /// The site.
    pub site: SiteView<'a>,
    /// The page.
    pub page: PageView<'a>,
    /// The name.
    pub name: &'a str,
    /// Those who have it.
    pub actors: Vec<ActorCard<'a>>,
}

/// Makes a page of the actor index.
pub(crate) fn index<'a>(making: &Making<'a>, list: ActorList, number: u32) -> IndexView<'a> {
    let site = making.site;
    let (words, facts) = (making.words, site.facts());
    let listed = site.actor_list(list);
    let series = Series::of(number, listed.len(), ACTORS_A_PAGE);
    let target = |number: u32| if (list, number) == (ActorList::Name, 1) { Target::Actors } else { Target::ActorList(list, number) };
    let first_by_name = target(number) == Target::Actors;
    let title = match list {
        ActorList::Kind(kind) => words.get(kinds_key(kind)),
        _ => words.get("actors"),
    };
    let count_label = words.count("actor_count", listed.len() as u64);
    let page_title = match list {
        ActorList::Mentions => words.get("actors_by_mentions"),
        ActorList::Seen => words.get("actors_by_seen"),
        _ => title,
    };
    let description = words.fill("actors_description", &[("actors", &count_label), ("site", &facts.title), ("order", page_title)]);
    let shown = series.slice(listed, ACTORS_A_PAGE);
    let groups =
        if list == ActorList::Name { by_letter(making, number) } else { vec![GroupView { letter: None, id: "_all".to_owned(), actors: cards(making, shown) }] };
    let sorted = site.addresses().has(&Target::ActorList(ActorList::Mentions, 1));
    IndexView {
        site: making.site(&Target::Actors),
        page: making.page_of(series, target, &facts.language, page_title, &description),
        title,
        count: listed.len(),
        count_label,
        all_actors: making.href(&Target::Actors),
        order: match list {
            ActorList::Name => "name",
            ActorList::Mentions => "mentions",
            ActorList::Seen => "seen",
            ActorList::Kind(_) => "kind",
        },
        orders: if sorted { orders(making, list) } else { Vec::new() },
        kinds: if sorted { kinds(making, list) } else { Vec::new() },
        letters: if list == ActorList::Name { letters(making, number) } else { Vec::new() },
        groups: groups.into_iter().filter(|group| !group.actors.is_empty()).collect(),
        see: if first_by_name {
            site.other_names().iter().map(|(name, actor)| SeeView { name, actor: actor_link(making, *actor) }).collect()
        } else {
            Vec::new()
        },
        namesakes: if first_by_name {
            site.namesakes().iter().map(|(slug, namesakes)| LinkView { text: &namesakes.name, href: making.href(&Target::Namesakes(slug.clone())) }).collect()
        } else {
            Vec::new()
        },
    }
}

fn cards<'a>(making: &Making<'a>, actors: &[crate::model::ActorNo]) -> Vec<ActorCard<'a>> {
    actors.iter().map(|no| making.actor_card(*no)).collect()
}

/// The letters that the page `number` shows, each with those of its actors that stand there.
fn by_letter<'a>(making: &Making<'a>, number: u32) -> Vec<GroupView<'a>> {
    let start = (number.saturating_sub(1) as usize).saturating_mul(ACTORS_A_PAGE);
    let end = start.saturating_add(ACTORS_A_PAGE);
    let mut before = 0;
    let mut groups = Vec::new();
    for (at, (letter, actors)) in making.site.actors_by_letter().iter().enumerate() {
        let from = start.saturating_sub(before).min(actors.len());
        let to = end.saturating_sub(before).min(actors.len());
        before += actors.len();
        if from < to {
            groups.push(GroupView { letter: Some(letter), id: letter_id(at), actors: cards(making, &actors[from..to]) });
        }
    }
    groups
}

fn letter_id(at: usize) -> String {
    format!("_letter-{}", at + 1)
}

fn letters<'a>(making: &Making<'a>, shown: u32) -> Vec<ChoiceView<'a>> {
    let mut before = 0;
    let mut letters = Vec::new();
    for (at, (letter, actors)) in making.site.actors_by_letter().iter().enumerate() {
        let page = u32::try_from(before / ACTORS_A_PAGE + 1).unwrap_or(u32::MAX);
        before += actors.len();
        let on = if page == shown { String::new() } else { making.href(&Target::ActorList(ActorList::Name, page)) };
        letters.push(ChoiceView { text: letter, href: format!("{on}#{}", letter_id(at)), count: None, current: false });
    }
    letters
}

fn orders<'a>(making: &Making<'a>, shown: ActorList) -> Vec<ChoiceView<'a>> {
    [(ActorList::Name, "order_name"), (ActorList::Mentions, "order_mentions"), (ActorList::Seen, "order_seen")]
        .into_iter()
        .map(|(list, key)| (list, key, if list == ActorList::Name { Target::Actors } else { Target::ActorList(list, 1) }))
        .filter(|(.., target)| making.site.addresses().has(target))
        .map(|(list, key, target)| ChoiceView { text: making.words.get(key), href: making.href(&target), count: None, current: list == shown })
        .collect()
}

fn kinds<'a>(making: &Making<'a>, shown: ActorList) -> Vec<ChoiceView<'a>> {
    Kind::ALL
        .into_iter()
        .map(|kind| (kind, Target::ActorList(ActorList::Kind(kind), 1)))
        .filter(|(_, target)| making.site.addresses().has(target))
        .map(|(kind, target)| {
            let list = ActorList::Kind(kind);
            ChoiceView {
                text: making.words.get(kinds_key(kind)),
                href: making.href(&target),
                count: Some(making.site.actor_list(list).len()),
                current: list == shown,
            }
        })
        .collect()
}

/// Makes the page of a name; `None` where it has none.
pub(crate) fn namesakes<'a>(making: &Making<'a>, slug: &str) -> Option<NamesakesView<'a>> {
    let called = making.site.namesakes().get(slug)?;
    let target = Target::Namesakes(slug.to_owned());
    let title = making.words.fill("namesakes_title", &[("name", &called.name)]);
    let actors = making.words.count("actor_count", called.actors.len() as u64);
    let description = making.words.fill("namesakes_description", &[("name", &called.name), ("actors", &actors)]);
    Some(NamesakesView {
        site: making.site(&target),
        page: making.page(&target, &making.site.facts().language, title, description),
        name: &called.name,
        actors: called.actors.iter().map(|no| making.actor_card(*no)).collect(),
    })
}
