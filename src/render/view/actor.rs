//! The pages of actors: the index, an actor, several of one name.

use super::article::actor_link;
use super::frame::{ActorCard, DateView, LinkView, Making, PageView, Series, SiteView, kind_key};
use crate::language::{Pack, pack, sentences};
use crate::model::{ActorNo, ActorOrigin, Alias, AliasKind, BlockNo, BriefingNo, Certainty, Kind, QuotationKind, Role, Target};
use crate::render::inline::{Html, Inline};
use crate::render::place;
use crate::site::{MENTIONS_A_PAGE, MentionRef};
use crate::text::TextRange;
use rustc_hash::{FxHashMap, FxHashSet};
use serde::Serialize;
use std::collections::BTreeMap;

/// The page of an actor: `actor.html`. Long ones are a series; what is not a mention or a quotation stands on the first.
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
    /// Actors named in the same blocks, most often first.
    pub together: Vec<TogetherView<'a>>,
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
    /// Where it stands.
    pub place: PlaceView<'a>,
    /// Whether whose role it is was inferred.
    pub inferred: bool,
}

/// A place in a briefing.
#[derive(Debug, Serialize)]
pub struct PlaceView<'a> {
    /// Title of the briefing.
    pub briefing: &'a str,
    /// `paragraph`, `heading`, `question`, `answer`, `section`, `intro` or `title`.
    pub kind: &'static str,
    /// Number of the paragraph.
    pub number: Option<u32>,
    /// What the place is called, by the strings `place_...`: "paragraph 3".
    pub label: String,
    /// Its address.
    pub href: String,
}

/// Another name.
#[derive(Debug, Serialize)]
pub struct AliasView<'a> {
    /// As written.
    pub text: &'a str,
    /// `name`, `short`, `acronym`, `demonym` or `metonym`; the string `alias_...` names it.
    pub kind: &'static str,
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

/// Words that an actor says.
#[derive(Debug, Serialize)]
pub struct QuotationView<'a> {
    /// `direct` or `indirect`.
    pub kind: &'static str,
    /// The words.
    pub html: Html,
    /// The words that say who spoke.
    pub cue: Option<&'a str>,
    /// Whether the speaker was inferred.
    pub inferred: bool,
    /// BCP 47 tag, where it is not the page's.
    pub language: Option<&'a str>,
    /// Where it stands.
    pub place: PlaceView<'a>,
}

/// A briefing that names an actor.
#[derive(Debug, Serialize)]
pub struct NamedIn<'a> {
    /// Its title.
    pub title: &'a str,
    /// Address of its article.
    pub href: String,
    /// Its date.
    pub date: Option<DateView>,
    /// BCP 47 tag, where it is not the page's.
    pub language: Option<&'a str>,
    /// The sentences, in reading order.
    pub sentences: Vec<SentenceView<'a>>,
}

/// A sentence that names an actor.
#[derive(Debug, Serialize)]
pub struct SentenceView<'a> {
    /// The sentence, the name marked.
    pub html: Html,
    /// Whether words before it were left out: the sentence is very long.
    pub cut_before: bool,
    /// Whether words after it were left out.
    pub cut_after: bool,
    /// Whether it is inferred that the actor is meant.
    pub inferred: bool,
    /// Where it stands.
    pub place: PlaceView<'a>,
}

/// An actor named beside another.
#[derive(Debug, Serialize)]
pub struct TogetherView<'a> {
    /// The other.
    pub actor: LinkView<'a>,
    /// Number of blocks that name both.
    pub blocks: u32,
}

/// The actor index: `actors.html`.
#[derive(Debug, Serialize)]
pub struct IndexView<'a> {
    /// The site.
    pub site: SiteView<'a>,
    /// The page.
    pub page: PageView<'a>,
    /// Number of actors.
    pub count: usize,
    /// All actors under their letters.
    pub letters: Vec<LetterView<'a>>,
    /// All actors by kind.
    pub kinds: Vec<KindView<'a>>,
    /// Names that several actors have.
    pub namesakes: Vec<LinkView<'a>>,
}

/// A letter of the index.
#[derive(Debug, Serialize)]
pub struct LetterView<'a> {
    /// The letter, or `#` for names that begin with none.
    pub letter: &'a str,
    /// An id for it.
    pub id: String,
    /// Its actors, in the order of the site's language.
    pub actors: Vec<ActorCard<'a>>,
}

/// A kind of the index.
#[derive(Debug, Serialize)]
pub struct KindView<'a> {
    /// `person`, `state`, ...; the string `kinds_...` names it.
    pub kind: &'static str,
    /// An id for it.
    pub id: String,
    /// Its actors.
    pub actors: Vec<LinkView<'a>>,
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

/// A sentence longer than this is shown from a little before the name to a little after it.
const LONGEST: usize = 1_600;
/// So much is shown on each side of the name then.
const AROUND: usize = 400;
/// In a block longer than this, sentences are looked for near the name only: no page walks a whole long block for each name in it.
const LONG_BLOCK: usize = 16_384;
const NEAR: usize = 4_096;
const MOST_STATED: usize = 12;
/// So many statements of roles are looked at.
const MOST_LOOKED: usize = 2_000;

/// As many pages as there are for the mentions; more quotations than that stand closer together.
pub(crate) fn quotations_a_page(quotations: usize, series: Series) -> usize {
    MENTIONS_A_PAGE.max(quotations.div_ceil(series.pages as usize))
}

/// Makes a page of an actor.
pub(crate) fn actor<'a>(making: &Making<'a>, no: ActorNo, number: u32, mut inline: Inline<'a>) -> ActorView<'a> {
    let site = making.site;
    let entry = site.actor_entry(no);
    let actor = site.roster().actor(no);
    let language = site.facts().language.as_str();
    let series = Series::of(number, entry.mentions.len(), MENTIONS_A_PAGE);
    let mut places = Places::new(making);
    let first = number == 1;
    let quotations_a_page = quotations_a_page(entry.quotations.len(), series);
    let card = making.actor_card(no);
    let description = describe(making, &card, actor.summary.as_deref());
    ActorView {
        site: making.site(&Target::Actor(no, number)),
        page: making.page_of(series, |page| Target::Actor(no, page), language, &actor.name, &description),
        origin: match actor.origin {
            ActorOrigin::Curated => "curated",
            ActorOrigin::Gazetteer => "gazetteer",
            ActorOrigin::Detected => "detected",
        },
        actor: card,
        summary: actor.summary.as_deref().filter(|_| first),
        roles: if first { &actor.roles } else { &[] },
        affiliations: if first { affiliations(making, &actor.affiliations) } else { Vec::new() },
        stated: if first { stated(making, &entry.roles, &mut places) } else { Vec::new() },
        aliases: if first { aliases(&actor.name, &actor.aliases) } else { Vec::new() },
        identifiers: if first { identifiers(&actor.identifiers) } else { Vec::new() },
        links: if first { actor.links.iter().map(|(text, url)| LinkView { text, href: url.clone() }).collect() } else { Vec::new() },
        quotation_count: entry.quotations.len(),
        quotations: series
            .slice(&entry.quotations, quotations_a_page)
            .iter()
            .filter_map(|quotation| said(making, *quotation, language, &mut places, &mut inline))
            .collect(),
        briefings: named(making, series.slice(&entry.mentions, MENTIONS_A_PAGE), language, &mut places, &mut inline),
        together: if first {
            entry.together.iter().map(|together| TogetherView { actor: actor_link(making, together.actor), blocks: together.blocks }).collect()
        } else {
            Vec::new()
        },
        namesakes: {
            let slug = crate::text::slug::slug(&actor.name, 80);
            site.namesakes().contains_key(&slug).then(|| making.href(&Target::Namesakes(slug)))
        },
    }
}

fn describe(making: &Making<'_>, card: &ActorCard<'_>, summary: Option<&str>) -> String {
    if let Some(summary) = summary {
        return summary.to_owned();
    }
    let mentions = making.words.count("mentions", card.mentions as u64);
    let briefings = making.words.count("in_briefings", u64::from(card.briefings));
    let kind = making.words.get(kind_key(card.kind));
    making.words.fill("actor_description", &[("name", card.name), ("kind", kind), ("mentions", &mentions), ("briefings", &briefings)])
}

/// Numbers of paragraphs, for one briefing at a time: what is asked for comes in the order of briefings.
struct Places<'m, 'a> {
    making: &'m Making<'a>,
    briefing: Option<BriefingNo>,
    numbers: FxHashMap<BlockNo, u32>,
}

impl<'m, 'a> Places<'m, 'a> {
    fn new(making: &'m Making<'a>) -> Self {
        Self { making, briefing: None, numbers: FxHashMap::default() }
    }

    fn place(&mut self, no: BriefingNo, block: BlockNo) -> PlaceView<'a> {
        let briefing = self.making.site.briefing(no);
        let shown = place::of(briefing, block).is_shown();
        let kind = match briefing.block(block).role {
            Role::Heading => "heading",
            Role::Question => "question",
            Role::Answer => "answer",
            Role::Section => "section",
            Role::FaqIntro => "intro",
            Role::Title | Role::FaqTitle => "title",
            _ => "paragraph",
        };
        if self.briefing != Some(no) {
            self.briefing = Some(no);
            self.numbers = briefing.paragraphs().zip(1..).collect();
        }
        let target = if shown { Target::Block(no, block) } else { Target::Article(no) };
        let number = self.numbers.get(&block).copied();
        let words = self.making.words;
        let label = match (kind, number) {
            ("paragraph", Some(number)) => words.fill("place_paragraph", &[("number", &number.to_string())]),
            ("paragraph", None) => words.get("place_text").to_owned(),
            ("question", _) => words.get("place_question").to_owned(),
            ("answer", _) => words.get("place_answer").to_owned(),
            ("section", _) => words.get("place_section").to_owned(),
            ("intro", _) => words.get("place_intro").to_owned(),
            ("title", _) => words.get("place_title").to_owned(),
            _ => words.get("place_heading").to_owned(),
        };
        PlaceView { briefing: &briefing.title.text, kind, number, label, href: self.making.href(&target) }
    }
}

fn affiliations<'a>(making: &Making<'a>, given: &'a [String]) -> Vec<Affiliation<'a>> {
    given
        .iter()
        .map(|text| match making.site.roster().find(text).filter(|no| making.site.is_listed(*no)) {
            Some(no) => Affiliation { text: &making.site.roster().actor(no).name, href: Some(making.href(&Target::Actor(no, 1))) },
            None => Affiliation { text, href: None },
        })
        .collect()
}

fn stated<'a>(making: &Making<'a>, roles: &[MentionRef], places: &mut Places<'_, 'a>) -> Vec<StatedView<'a>> {
    let mut seen: FxHashSet<String> = FxHashSet::default();
    let mut views = Vec::new();
    for reference in roles.iter().take(MOST_LOOKED) {
        let entry = making.site.entry(reference.briefing);
        let Some(role) = entry.mentions.roles.get(reference.at as usize) else { continue };
        let text = role.phrase.of(entry.briefing.block(role.block).text.text());
        if !text.is_empty() && seen.insert(crate::text::fold::fold(text)) {
            views.push(StatedView { text, place: places.place(reference.briefing, role.block), inferred: role.certainty == Certainty::Inferred });
            if views.len() == MOST_STATED {
                break;
            }
        }
    }
    views
}

fn aliases<'a>(name: &str, aliases: &'a [Alias]) -> Vec<AliasView<'a>> {
    let mut seen: FxHashSet<&str> = FxHashSet::default();
    seen.insert(name);
    let kind = |kind| match kind {
        AliasKind::Name => "name",
        AliasKind::Short => "short",
        AliasKind::Acronym => "acronym",
        AliasKind::Demonym => "demonym",
        AliasKind::Metonym => "metonym",
    };
    aliases.iter().filter(|alias| seen.insert(&alias.text)).map(|alias| AliasView { text: &alias.text, kind: kind(alias.kind) }).collect()
}

fn identifiers(given: &BTreeMap<String, String>) -> Vec<IdentifierView<'_>> {
    given
        .iter()
        .map(|(name, value)| {
            let plain = !value.is_empty() && value.bytes().all(|b| b.is_ascii_alphanumeric());
            let href = (name == "wikidata" && plain).then(|| format!("https://www.wikidata.org/wiki/{value}"));
            IdentifierView { name, value, href }
        })
        .collect()
}

fn said<'a>(
    making: &Making<'a>,
    reference: MentionRef,
    page_language: &str,
    places: &mut Places<'_, 'a>,
    inline: &mut Inline<'a>,
) -> Option<QuotationView<'a>> {
    let entry = making.site.entry(reference.briefing);
    let quotation = entry.mentions.quotations.get(reference.at as usize)?;
    let text = &entry.briefing.block(quotation.block).text;
    let language = making.site.language(reference.briefing);
    Some(QuotationView {
        kind: if quotation.kind == QuotationKind::Direct { "direct" } else { "indirect" },
        html: inline.sentence(text, quotation.range, &[]),
        cue: quotation.cue.map(|cue| cue.of(text.text())).filter(|cue| !cue.is_empty()),
        inferred: quotation.certainty == Certainty::Inferred,
        language: (language != page_language).then_some(language),
        place: places.place(reference.briefing, quotation.block),
    })
}

/// The sentences of a page, briefing by briefing. Names in one sentence are marked together.
fn named<'a>(making: &Making<'a>, references: &[MentionRef], page_language: &str, places: &mut Places<'_, 'a>, inline: &mut Inline<'a>) -> Vec<NamedIn<'a>> {
    let site = making.site;
    let mut views: Vec<NamedIn<'a>> = Vec::new();
    for of_briefing in references.chunk_by(|a, b| a.briefing == b.briefing) {
        let Some(no) = of_briefing.first().map(|reference| reference.briefing) else { continue };
        let entry = site.entry(no);
        let language = site.language(no);
        let mut sentences = Sentences { pack: pack(language), block: None, found: Vec::new() };
        let mut view = NamedIn {
            title: &entry.briefing.title.text,
            href: making.href(&Target::Article(no)),
            date: entry.briefing.meta.date.map(|date| making.date(date)),
            language: (language != page_language).then_some(language),
            sentences: Vec::new(),
        };
        let mentions: Vec<_> = of_briefing.iter().filter_map(|reference| entry.mentions.mentions.get(reference.at as usize)).collect();
        let mut at = 0;
        while let Some(mention) = mentions.get(at) {
            let text = &entry.briefing.block(mention.block).text;
            let (sentence, cut_before, cut_after) = sentences.around(text.text(), mention.block, mention.range);
            let same = mentions[at..].iter().take_while(|other| other.block == mention.block && sentence.contains(other.range)).count().max(1);
            let together = &mentions[at..at + same];
            let names: Vec<TextRange> = together.iter().map(|mention| mention.range).collect();
            view.sentences.push(SentenceView {
                html: inline.sentence(text, sentence, &names),
                cut_before,
                cut_after,
                inferred: together.iter().all(|mention| mention.certainty == Certainty::Inferred),
                place: places.place(no, mention.block),
            });
            at += same;
        }
        views.push(view);
    }
    views
}

/// The sentences of one block at a time.
struct Sentences {
    pack: &'static Pack,
    block: Option<BlockNo>,
    found: Vec<TextRange>,
}

impl Sentences {
    /// The sentence round `name`, and whether it was cut before and after.
    fn around(&mut self, text: &str, block: BlockNo, name: TextRange) -> (TextRange, bool, bool) {
        let sentence = if text.len() > LONG_BLOCK {
            let start = boundary(text, (name.start as usize).saturating_sub(NEAR));
            let end = boundary(text, (name.end as usize + NEAR).min(text.len()));
            let found = sentences(&text[start..end], self.pack);
            let within = TextRange::new(name.start as usize - start, name.end as usize - start);
            let range = holding(&found, within).unwrap_or(within);
            TextRange::new(range.start as usize + start, range.end as usize + start)
        } else {
            if self.block != Some(block) {
                self.block = Some(block);
                self.found = sentences(text, self.pack);
            }
            holding(&self.found, name).unwrap_or(name)
        };
        if sentence.len() <= LONGEST {
            return (sentence, false, false);
        }
        let start = boundary(text, (name.start as usize).saturating_sub(AROUND)).max(sentence.start as usize);
        let end = boundary(text, (name.end as usize + AROUND).min(text.len())).min(sentence.end as usize);
        (TextRange::new(start, end), start > sentence.start as usize, end < sentence.end as usize)
    }
}

/// The sentence that `name` begins in; widened where the name goes on beyond it.
fn holding(sentences: &[TextRange], name: TextRange) -> Option<TextRange> {
    let at = sentences.partition_point(|sentence| sentence.end <= name.start);
    let sentence = sentences.get(at).filter(|sentence| sentence.start <= name.start)?;
    Some(TextRange { start: sentence.start, end: sentence.end.max(name.end) })
}

fn boundary(text: &str, mut at: usize) -> usize {
    while at > 0 && !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

/// Makes the actor index.
pub(crate) fn index<'a>(making: &Making<'a>) -> IndexView<'a> {
    let site = making.site;
    let letters: Vec<LetterView<'a>> = site
        .actors_by_letter()
        .iter()
        .enumerate()
        .map(|(at, (letter, actors))| LetterView {
            letter,
            id: format!("_letter-{}", at + 1),
            actors: actors.iter().map(|no| making.actor_card(*no)).collect(),
        })
        .collect();
    let mut by_kind: BTreeMap<Kind, Vec<LinkView<'a>>> = BTreeMap::new();
    for no in site.actors_by_letter().iter().flat_map(|(_, actors)| actors) {
        by_kind.entry(site.roster().actor(*no).kind).or_default().push(actor_link(making, *no));
    }
    let count = letters.iter().map(|letter| letter.actors.len()).sum();
    let title = making.words.get("actors").to_owned();
    let actors = making.words.count("actor_count", count as u64);
    let description = making.words.fill("actors_description", &[("actors", &actors), ("site", &site.facts().title)]);
    IndexView {
        site: making.site(&Target::Actors),
        page: making.page(&Target::Actors, &site.facts().language, title, description),
        count,
        letters,
        kinds: by_kind.into_iter().map(|(kind, actors)| KindView { kind: kind.name(), id: format!("_kind-{}", kind.name()), actors }).collect(),
        namesakes: site
            .namesakes()
            .iter()
            .map(|(slug, namesakes)| LinkView { text: &namesakes.name, href: making.href(&Target::Namesakes(slug.clone())) })
            .collect(),
    }
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
