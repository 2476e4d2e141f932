//! The page of an actor: evidence, sentence by sentence.

use super::beside::{BarView, TogetherView, bars, together};
use super::frame::{ActorCard, LinkView, Making, PageView, Series, SiteView};
use super::named::{NamedIn, QuotationView, around, named, said};
use super::places::{PlaceView, Places};
use crate::model::{Actor, ActorNo, ActorOrigin, Alias, AliasKind, FeedOf, Target};
use crate::render::head::identifier_address;
use crate::render::inline::{Html, Inline};
use crate::site::{ActorEntry, MENTIONS_A_PAGE, MentionRef, mention_parts};
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use rustc_hash::{FxHashMap, FxHashSet};
use serde::Serialize;
use std::collections::BTreeMap;

/// The page of an actor: `actor.html`. It shows the newest mentions; where there are many, all of them stand on numbered parts, the
/// oldest on the first. What is neither a mention nor a quotation stands on the page itself alone.
#[derive(Debug, Serialize)]
pub struct ActorView<'a> {
    /// The site.
    pub site: SiteView<'a>,
    /// The page.
    pub page: PageView<'a>,
    /// The actor, with its counts.
    pub actor: ActorCard<'a>,
    /// Where the name comes from: `curated`, `gazetteer` or `detected`.
    pub origin: &'static str,
    /// A sentence that a person wrote about it.
    pub summary: Option<&'a str>,
    /// Roles that a person gave.
    pub roles: &'a [String],
    /// Affiliations that a person gave, with a link where it is an actor of this site.
    pub affiliations: Vec<Affiliation<'a>>,
    /// Roles as the texts state them, each once.
    pub stated: Vec<StatedView<'a>>,
    /// Other names by which it is called.
    pub aliases: Vec<AliasView<'a>>,
    /// External identifiers.
    pub identifiers: Vec<IdentifierView<'a>>,
    /// Links that a person gave.
    pub links: Vec<LinkView<'a>>,
    /// Number of quotations.
    pub quotation_count: usize,
    /// Quotations that it speaks.
    pub quotations: Vec<QuotationView<'a>>,
    /// Where it is named: briefing by briefing, sentence by sentence.
    pub briefings: Vec<NamedIn<'a>>,
    /// The number of the part; nothing on the page itself.
    pub part: Option<u32>,
    /// Actors named in the same blocks, most often first, at most thirty.
    pub together: Vec<TogetherView<'a>>,
    /// How often it is named over time, where the briefings are dated.
    pub bars: Vec<BarView>,
    /// What a reader can report, each as a message that is begun, where the site names a mail address.
    pub repairs: Vec<LinkView<'a>>,
    /// Address of the feed of its sentences, where there is one.
    pub feed: Option<String>,
    /// Page of others with the same name, where there are any.
    pub namesakes: Option<String>,
}

/// An affiliation that a person gave.
#[derive(Debug, Serialize)]
pub struct Affiliation<'a> {
    /// Name or words.
    pub text: &'a str,
    /// Address of the actor's page.
    pub href: Option<String>,
}

/// A role as a text states it.
#[derive(Debug, Serialize)]
pub struct StatedView<'a> {
    /// The phrase, in the text's words.
    pub text: &'a str,
    /// The sentence that first states it, the phrase marked.
    pub html: Html,
    /// Where that stands.
    pub place: PlaceView<'a>,
    /// Where it was last stated, where that is elsewhere.
    pub last: Option<PlaceView<'a>>,
    /// Whether whose role it is was inferred.
    pub inferred: bool,
}

/// Another name.
#[derive(Debug, Serialize)]
pub struct AliasView<'a> {
    /// As written.
    pub text: &'a str,
    /// `name`, `short`, `acronym`, `demonym` or `metonym`.
    pub kind: &'static str,
    /// What such a name is called.
    pub kind_label: &'a str,
    /// Whether it was found in the texts and no person has confirmed it.
    pub inferred: bool,
}

/// An external identifier.
#[derive(Debug, Serialize)]
pub struct IdentifierView<'a> {
    /// `wikidata`, `iso`, ...
    pub name: &'a str,
    /// The identifier.
    pub value: &'a str,
    /// Its address, where the name is one that has known addresses.
    pub href: Option<String>,
}

const MOST_STATED: usize = 12;
/// So many statements of roles are looked at.
const MOST_LOOKED: usize = 2_000;
/// So many quotations stand on a page at least.
const QUOTATIONS_A_PAGE: usize = 50;

/// What a page of an actor shows of its mentions and quotations.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Part {
    /// Its number; nothing on the page itself.
    pub(crate) number: Option<u32>,
    /// How many parts there are: 0 where all mentions stand on the page itself.
    pub(crate) parts: u32,
    mentions: (usize, usize),
    quotations: (usize, usize),
}

impl Part {
    pub(crate) fn of(entry: &ActorEntry, number: Option<u32>) -> Self {
        let (all, said) = (entry.mentions.len(), entry.quotations.len());
        let parts = mention_parts(all);
        let each = QUOTATIONS_A_PAGE.max(said.div_ceil(parts.max(1)));
        let (mentions, quotations) = match number {
            Some(number) => {
                let number = number as usize;
                let slice = |len: usize, each: usize| ((number - 1).saturating_mul(each).min(len), number.saturating_mul(each).min(len));
                (slice(all, MENTIONS_A_PAGE), slice(said, each))
            }
            None => {
                // The newest part, and the one before it where it has only begun.
                let mut start = parts.saturating_sub(1) * MENTIONS_A_PAGE;
                if all - start < MENTIONS_A_PAGE / 2 {
                    start = start.saturating_sub(MENTIONS_A_PAGE);
                }
                ((start, all), (said.saturating_sub(each), said))
            }
        };
        Self { number, parts: u32::try_from(parts).unwrap_or(u32::MAX), mentions, quotations }
    }

    pub(crate) fn mentions(self, entry: &ActorEntry) -> &[MentionRef] {
        &entry.mentions[self.mentions.0..self.mentions.1]
    }

    pub(crate) fn quotations(self, entry: &ActorEntry) -> &[MentionRef] {
        &entry.quotations[self.quotations.0..self.quotations.1]
    }

    /// The part with what is older.
    fn older(self) -> Option<u32> {
        let before = self.number.map_or_else(|| u32::try_from(self.mentions.0 / MENTIONS_A_PAGE).unwrap_or(u32::MAX), |number| number - 1);
        (before > 0).then_some(before)
    }
}

/// Makes an actor's page, or a numbered part of its mentions.
pub(crate) fn actor<'a>(making: &Making<'a>, no: ActorNo, number: Option<u32>, mut inline: Inline<'a>) -> ActorView<'a> {
    let site = making.site;
    let entry = site.actor_entry(no);
    let actor = site.roster().actor(no);
    let language = site.facts().language.as_str();
    let part = Part::of(entry, number);
    let mut places = Places::new(making);
    let first = number.is_none();
    let card = making.actor_card(no);
    let description = describe(making, &card, actor.summary.as_deref());
    let target = |number: u32| if number > part.parts { Target::Actor(no) } else { Target::ActorPart(no, number) };
    let page = match number {
        Some(number) => making.page_of(Series { number, pages: part.parts }, target, language, &actor.name, &description),
        None => making.page(&Target::Actor(no), language, actor.name.clone(), description),
    };
    let page =
        PageView { previous: part.older().map(|older| making.href(&target(older))), next: number.map(|number| making.href(&target(number + 1))), ..page };
    ActorView {
        site: making.site(&Target::Actor(no)),
        page,
        origin: match actor.origin {
            ActorOrigin::Curated => "curated",
            ActorOrigin::Gazetteer => "gazetteer",
            ActorOrigin::Detected => "detected",
        },
        actor: card,
        summary: actor.summary.as_deref().filter(|_| first),
        roles: if first { &actor.roles } else { &[] },
        affiliations: if first { affiliations(making, &actor.affiliations) } else { Vec::new() },
        stated: if first { stated(making, &entry.roles, &mut places, &mut inline) } else { Vec::new() },
        aliases: if first { aliases(making, actor) } else { Vec::new() },
        identifiers: if first { identifiers(&actor.identifiers) } else { Vec::new() },
        links: if first { actor.links.iter().map(|(text, url)| LinkView { text, href: url.clone() }).collect() } else { Vec::new() },
        quotation_count: entry.quotations.len(),
        quotations: part.quotations(entry).iter().rev().filter_map(|quotation| said(making, *quotation, language, &mut places, &mut inline)).collect(),
        briefings: named(making, part.mentions(entry), language, &mut places, &mut inline),
        part: number,
        together: if first { together(making, no, &mut places, &mut inline) } else { Vec::new() },
        bars: if first { bars(making, entry) } else { Vec::new() },
        repairs: if first { repairs(making, no) } else { Vec::new() },
        feed: making.feed(FeedOf::Actor(no)),
        namesakes: {
            let slug = crate::text::slug::slug(&actor.name, 80);
            site.namesakes().contains_key(&slug).then(|| making.href(&Target::Namesakes(slug)))
        },
    }
}

/// Messages that are begun, to the address that takes reports of errors.
fn repairs<'a>(making: &Making<'a>, no: ActorNo) -> Vec<LinkView<'a>> {
    let Some(contact) = making.site.facts().contact.as_deref().filter(|contact| contact.starts_with("mailto:") && !contact.contains('?')) else {
        return Vec::new();
    };
    let actor = making.site.roster().actor(no);
    let target = Target::Actor(no);
    let page = making.site.addresses().absolute(&target).unwrap_or_else(|| making.href(&target));
    let encoded = |text: &str| utf8_percent_encode(text, NON_ALPHANUMERIC).to_string();
    ["repair_not_same", "repair_same", "repair_name"]
        .map(|key| {
            let label = making.words.get(key);
            let subject = making.words.fill("repair_subject", &[("repair", label), ("name", &actor.name)]);
            let body = making.words.fill("repair_body", &[("repair", label), ("name", &actor.name), ("id", &actor.id), ("page", &page)]);
            LinkView { text: label, href: format!("{contact}?subject={}&body={}", encoded(&subject), encoded(&body)) }
        })
        .into()
}

/// Roles as the texts state them: each once, with the sentence that states it first.
fn stated<'a>(making: &Making<'a>, roles: &[MentionRef], places: &mut Places<'_, 'a>, inline: &mut Inline<'a>) -> Vec<StatedView<'a>> {
    let mut first: FxHashMap<String, usize> = FxHashMap::default();
    let mut ends: Vec<(MentionRef, MentionRef)> = Vec::new();
    for reference in roles.iter().take(MOST_LOOKED) {
        let entry = making.site.entry(reference.briefing);
        let Some(role) = entry.mentions.roles.get(reference.at as usize) else { continue };
        let text = role.phrase.of(entry.briefing.block(role.block).text.text());
        if text.is_empty() {
            continue;
        }
        match first.get(&crate::text::fold::fold(text)) {
            Some(at) => ends[*at].1 = *reference,
            None if ends.len() < MOST_STATED => {
                first.insert(crate::text::fold::fold(text), ends.len());
                ends.push((*reference, *reference));
            }
            None => {}
        }
    }
    let views = ends.into_iter().filter_map(|(from, to)| {
        let entry = making.site.entry(from.briefing);
        let role = entry.mentions.roles.get(from.at as usize)?;
        let text = &entry.briefing.block(role.block).text;
        let (sentence, ..) = around(making.site, from.briefing, role.block, role.phrase);
        let last = (to != from).then(|| making.site.entry(to.briefing).mentions.roles.get(to.at as usize)).flatten();
        Some(StatedView {
            text: role.phrase.of(text.text()),
            html: inline.sentence(text, sentence, &[role.phrase]),
            place: places.place(from.briefing, role.block),
            last: last.map(|role| places.place(to.briefing, role.block)),
            inferred: role.evidence.is_guessed(),
        })
    });
    views.collect()
}

fn describe(making: &Making<'_>, card: &ActorCard<'_>, summary: Option<&str>) -> String {
    if let Some(summary) = summary {
        return summary.to_owned();
    }
    let (mentions, briefings, kind) = (&card.mentions_label, &card.briefings_label, card.kind_label);
    making.words.fill("actor_description", &[("name", card.name), ("kind", kind), ("mentions", mentions), ("briefings", briefings)])
}

fn affiliations<'a>(making: &Making<'a>, given: &'a [String]) -> Vec<Affiliation<'a>> {
    given
        .iter()
        .map(|text| match making.site.roster().find(text).filter(|no| making.site.is_listed(*no)) {
            Some(no) => Affiliation { text: &making.site.roster().actor(no).name, href: Some(making.href(&Target::Actor(no))) },
            None => Affiliation { text, href: None },
        })
        .collect()
}

fn aliases<'a>(making: &Making<'a>, actor: &'a Actor) -> Vec<AliasView<'a>> {
    let mut seen: FxHashSet<&str> = FxHashSet::default();
    seen.insert(&actor.name);
    let inferred = actor.origin == ActorOrigin::Detected;
    let kind = |kind| match kind {
        AliasKind::Name => ("name", "alias_name"),
        AliasKind::Short => ("short", "alias_short"),
        AliasKind::Acronym => ("acronym", "alias_acronym"),
        AliasKind::Demonym => ("demonym", "alias_demonym"),
        AliasKind::Metonym => ("metonym", "alias_metonym"),
    };
    let view = |alias: &'a Alias| {
        let (kind, label) = kind(alias.kind);
        AliasView { text: &alias.text, kind, kind_label: making.words.get(label), inferred }
    };
    actor.aliases.iter().filter(|alias| seen.insert(&alias.text)).map(view).collect()
}

fn identifiers(given: &BTreeMap<String, String>) -> Vec<IdentifierView<'_>> {
    given.iter().map(|(name, value)| IdentifierView { name, value, href: identifier_address(name, value) }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::BriefingNo;

    fn entry(mentions: u32) -> ActorEntry {
        let mentions = (0..mentions).map(|at| MentionRef { briefing: BriefingNo(0), at }).collect();
        ActorEntry { mentions, ..ActorEntry::default() }
    }

    #[test]
    fn parts_hold_still_and_every_one_of_them_is_reached() {
        for count in [0, 1, 99, 100, 149, 150, 199, 200, 240, 250, 1_000, 1_049, 1_050] {
            let entry = entry(count);
            let page = Part::of(&entry, None);
            let newest = page.mentions(&entry);
            assert_eq!(newest.last(), entry.mentions.last(), "{count}: the page itself shows the newest");
            assert_eq!(page.older().is_some(), newest.len() < entry.mentions.len(), "{count}: what it leaves out is linked");
            let mut seen = Vec::new();
            for number in 1..=page.parts {
                let part = Part::of(&entry, Some(number));
                seen.extend_from_slice(part.mentions(&entry));
                assert_eq!(part.older(), (number > 1).then(|| number - 1), "{count}");
            }
            assert!(page.parts == 0 || seen == entry.mentions, "{count}: the parts are the whole, the oldest first");
            assert!(page.older().is_none_or(|older| older < page.parts), "{count}");
        }
    }
}
