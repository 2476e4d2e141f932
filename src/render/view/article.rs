//! The article's page.

use super::block::{BlockView, Blocks, ContentsItem, CorrectionView, NoteView, QuestionLink, SpeakerView, contents, correction, find, found_in, notes};
use super::company::{CompanyView, company};
use super::frame::{BriefingCard, DateView, LinkView, Making, PageView, SiteView};
use super::honesty::HonestyView;
use super::score::{ScoreView, score};
use crate::language::{pack, sentences};
use crate::model::{ActorNo, BlockNo, Briefing, BriefingNo, Certainty, Quotation, QuotationKind, Role, Target};
use crate::render::inline::Inline;
use crate::render::kind::kind_key;
use crate::render::place;
use crate::site::Entry;
use rustc_hash::FxHashMap;
use serde::Serialize;

/// The page of an article: `article.html`.
#[derive(Debug, Serialize)]
pub struct ArticleView<'a> {
    /// The site.
    pub site: SiteView<'a>,
    /// The page.
    pub page: PageView<'a>,
    /// The briefing's title.
    pub title: &'a str,
    /// Id of the title, where it stands in the seed as a line of its own.
    pub title_id: Option<&'a str>,
    /// Whether it is a draft.
    pub draft: bool,
    /// Its date.
    pub date: Option<DateView>,
    /// When it last changed.
    pub updated: Option<DateView>,
    /// Minutes that reading takes, at 220 words a minute; 0 where there is no article.
    pub minutes: u64,
    /// Number of paragraphs.
    pub paragraphs: u32,
    /// Sentences under the title, where a person wrote them.
    pub standfirst: Option<&'a str>,
    /// What to take away, where a person wrote it.
    pub key_points: &'a [String],
    /// The actors most named in this briefing, at most eight, the most named first.
    pub cast: Vec<CastMember<'a>>,
    /// The other actors of this briefing.
    pub more_cast: Vec<CastMember<'a>>,
    /// Who is named where, where there are enough paragraphs and actors to compare.
    pub score: Option<ScoreView<'a>>,
    /// Who is named with whom, where at least three actors meet.
    pub company: Option<CompanyView>,
    /// Headings of the article.
    pub contents: Vec<ContentsItem<'a>>,
    /// The article, block by block; empty where the seed is only an FAQ.
    pub blocks: Vec<BlockView<'a>>,
    /// Footnotes of the article.
    pub notes: Vec<NoteView<'a>>,
    /// The FAQ, where there is one.
    pub faq: Option<FaqLink<'a>>,
    /// Tags.
    pub tags: Vec<LinkView<'a>>,
    /// Address of the page that shows the seed line by line, where the site has it.
    pub source: Option<String>,
    /// Address of the handout to print.
    pub handout: String,
    /// Address of its JSON, where that is published.
    pub data: Option<String>,
    /// Address of the handout as one file.
    pub handout_file: String,
    /// What that file is called where it is kept: `talks.html`.
    pub handout_name: String,
    /// What the briefing rests on, where a person says so.
    pub sources: Vec<SourceView<'a>>,
    /// Corrections.
    pub corrections: Vec<CorrectionView<'a>>,
    /// Related briefings.
    pub related: Vec<RelatedView<'a>>,
    /// How the page was made, in numbers.
    pub made: HonestyView,
}

/// An actor of a briefing.
#[derive(Debug, Serialize)]
pub struct CastMember<'a> {
    /// Its id.
    pub id: &'a str,
    /// Its name.
    pub name: &'a str,
    /// Address of its page.
    pub href: String,
    /// `person`, `state`, ... as for an `ActorCard`.
    pub kind: &'static str,
    /// Its role as this briefing states it, in the text's words.
    pub role: Option<&'a str>,
    /// Address of the block that states the role.
    pub role_href: Option<String>,
    /// How often this briefing names it.
    pub count: u32,
    /// What its kind is called.
    pub kind_label: &'a str,
    /// Where a reader can have its mentions marked: those in the text have the class `f` and this number.
    pub follow: Option<u32>,
    /// What the choice to mark its mentions is called.
    pub follow_label: Option<String>,
}

/// The FAQ of an article.
#[derive(Debug, Serialize)]
pub struct FaqLink<'a> {
    /// Address of its page.
    pub href: String,
    /// Number of its answered questions.
    pub count: usize,
    /// Its questions, with their addresses.
    pub questions: Vec<QuestionLink<'a>>,
}

/// A source that a person names.
#[derive(Debug, Serialize)]
pub struct SourceView<'a> {
    /// What it is called.
    pub title: &'a str,
    /// Where it is.
    pub url: Option<&'a str>,
    /// Who published it.
    pub publisher: Option<&'a str>,
    /// When.
    pub date: Option<DateView>,
}

/// A related briefing, and why.
#[derive(Debug, Serialize)]
pub struct RelatedView<'a> {
    /// The briefing.
    pub briefing: BriefingCard<'a>,
    /// Whether a person says that it is related.
    pub by_person: bool,
    /// Actors that both name and few others do, at most three.
    pub shared: Vec<LinkView<'a>>,
    /// Their names, with commas.
    pub shared_names: String,
    /// Why it is related, in words.
    pub reason: String,
}

const MOST_CAST: usize = 8;
/// A first sentence longer than this is no note beside a paragraph.
const LONGEST_ANSWER: usize = 600;
const WORDS_A_MINUTE: u64 = 220;

/// Makes the page of an article.
pub(crate) fn article<'a>(making: &Making<'a>, no: BriefingNo, mut inline: Inline<'a>) -> ArticleView<'a> {
    let site = making.site;
    let entry = site.entry(no);
    let briefing = &*entry.briefing;
    let meta = &briefing.meta;
    let language = site.language(no);
    let target = Target::Article(no);
    let mut bears: Vec<(BlockNo, BlockNo)> = entry.links.bears_on.iter().map(|link| (link.paragraph, link.question)).collect();
    bears.sort_unstable();
    let mut corrected: Vec<(BlockNo, usize)> =
        meta.corrections.iter().enumerate().filter_map(|(at, correction)| Some((find(briefing, correction.block.as_deref()?)?, at))).collect();
    corrected.sort_unstable();
    let (mut cast, order) = cast(making, no, entry);
    let more_cast = cast.split_off(cast.len().min(MOST_CAST));
    // Where nobody else is named there is nobody to tell apart.
    if cast.len() > 1 {
        for (member, number) in cast.iter_mut().zip(1..) {
            member.follow = Some(number);
            member.follow_label =
                Some(making.words.fill("follow", &[("name", member.name), ("mentions", &making.words.count("mentions", member.count.into()))]));
        }
        inline = inline.with_followed(order.iter().copied().take(cast.len()));
    }
    let mut answers: FxHashMap<BlockNo, Option<&'a str>> = FxHashMap::default();
    let answered: FxHashMap<BlockNo, &[BlockNo]> = briefing.questions().map(|pair| (pair.question, pair.answer.as_slice())).collect();
    let cite = making.citations(no);
    let mut blocks = Blocks::new(2);
    let mut number = 0;
    let mut words = 0;
    for at in &briefing.article {
        let block = briefing.block(*at);
        let numbered = (block.role == Role::Paragraph).then(|| {
            number += 1;
            number
        });
        words += block.text.text().split_ascii_whitespace().count() as u64;
        let found = found_in(&entry.mentions, *at);
        let view = blocks.add(block, found, numbered, &mut inline);
        view.speakers = speakers(making, found.quotations);
        view.cite = cite.as_ref().filter(|_| numbered.is_some()).map(|page| format!("{page}#{}", view.id));
        let from = bears.partition_point(|(paragraph, _)| paragraph < at);
        for (_, question) in bears[from..].iter().take_while(|(paragraph, _)| paragraph == at) {
            if place::of(briefing, *question).is_shown() {
                let answer = *answers.entry(*question).or_insert_with(|| first_sentence(briefing, answered.get(question)?, language));
                view.questions.push(QuestionLink { text: briefing.block(*question).text.text(), href: making.href(&Target::Block(no, *question)), answer });
            }
        }
        if !view.questions.is_empty() {
            view.questions_label = Some(making.words.count("bears_on", view.questions.len() as u64));
        }
        let from = corrected.partition_point(|(block, _)| block < at);
        view.corrections.extend(corrected[from..].iter().take_while(|(block, _)| block == at).filter_map(|(_, i)| correction(making, no, *i)));
    }
    let blocks = blocks.finish();
    let notes = notes(&briefing.blocks, &entry.mentions, &mut inline);
    let company = company(making, no, &order, language);
    let carriers: Vec<(ActorNo, &str, String)> = order.into_iter().zip(&cast).map(|(actor, member)| (actor, member.name, member.href.clone())).collect();
    let description = if briefing.description.is_empty() { briefing.title.text.clone() } else { briefing.description.clone() };
    let mut page = making.page(&target, language, briefing.title.text.clone(), description);
    page.translations = making.translations(no, Target::Article);
    ArticleView {
        site: making.site(&target),
        page,
        title: &briefing.title.text,
        title_id: briefing.blocks.iter().find(|block| block.role == Role::Title).map(|block| block.anchor.as_str()),
        draft: entry.draft,
        date: meta.date.map(|date| making.date(date)),
        updated: meta.updated.filter(|date| Some(*date) != meta.date).map(|date| making.date(date)),
        minutes: words.div_ceil(WORDS_A_MINUTE),
        paragraphs: number,
        standfirst: meta.standfirst.as_deref(),
        key_points: &meta.key_points,
        cast,
        more_cast,
        score: score(briefing, &entry.mentions, &carriers, making.words),
        company,
        contents: contents(briefing.article.iter().map(|at| briefing.block(*at)), &blocks),
        blocks,
        notes,
        faq: briefing.faq.is_some().then(|| FaqLink {
            href: making.href(&Target::Faq(no)),
            count: briefing.questions().count(),
            questions: briefing
                .questions()
                .map(|pair| QuestionLink {
                    text: briefing.block(pair.question).text.text(),
                    href: making.href(&Target::Block(no, pair.question)),
                    answer: None,
                })
                .collect(),
        }),
        tags: tags(making, &meta.tags),
        sources: sources(making, no),
        source: making.source(no),
        handout: making.href(&Target::Handout(no)),
        data: site.facts().publish.data.then(|| making.href(&Target::BriefingData(no))),
        handout_file: making.href(&Target::HandoutFile(no)),
        handout_name: format!("{}.html", briefing.wished_slug.rsplit('/').next().unwrap_or_default()),
        corrections: super::block::corrections(making, no),
        related: site
            .related(no)
            .iter()
            .map(|related| {
                let shared_names = related.shared.iter().take(3).map(|actor| site.roster().actor(*actor).name.as_str()).collect::<Vec<_>>().join(", ");
                let by_person = related.by_person.then(|| making.words.get("related_by_person").to_owned());
                let shares = (!shared_names.is_empty()).then(|| making.words.fill("related_shares", &[("names", &shared_names)]));
                RelatedView {
                    briefing: making.briefing_card(related.briefing, language),
                    by_person: related.by_person,
                    shared: related.shared.iter().take(3).map(|actor| actor_link(making, *actor)).collect(),
                    shared_names,
                    reason: by_person.into_iter().chain(shares).collect::<Vec<_>>().join("; "),
                }
            })
            .collect(),
        made: HonestyView::of(making, no),
    }
}

/// Who speaks in words of their own, each once.
fn speakers<'a>(making: &Making<'a>, quotations: &[Quotation]) -> Vec<SpeakerView<'a>> {
    let mut found: Vec<(ActorNo, bool)> = Vec::new();
    for quotation in quotations.iter().filter(|quotation| quotation.kind == QuotationKind::Direct) {
        let Some(speaker) = quotation.speaker.filter(|speaker| making.site.is_listed(*speaker)) else { continue };
        let inferred = quotation.certainty == Certainty::Inferred;
        match found.iter_mut().find(|(known, _)| *known == speaker) {
            Some((_, all_inferred)) => *all_inferred &= inferred,
            None => found.push((speaker, inferred)),
        }
    }
    let view = |(no, inferred)| SpeakerView { name: &making.site.roster().actor(no).name, href: making.href(&Target::Actor(no)), inferred };
    found.into_iter().map(view).collect()
}

/// The first sentence of an answer, unless it is long beyond a note.
fn first_sentence<'a>(briefing: &'a Briefing, answer: &[BlockNo], language: &str) -> Option<&'a str> {
    let text = briefing.block(*answer.first()?).text.text();
    // A first sentence lies near the beginning: no page walks a whole long answer for it.
    let mut end = text.len().min(LONGEST_ANSWER);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let head = text.get(..end)?;
    let sentence = sentences(head, pack(language)).first()?.of(head);
    (sentence.len() < head.len() || head.len() == text.len()).then_some(sentence)
}

/// What a briefing rests on.
pub(crate) fn sources<'a>(making: &Making<'a>, no: BriefingNo) -> Vec<SourceView<'a>> {
    let view = |source: &'a crate::model::meta::SourceNote| SourceView {
        title: &source.title,
        url: source.url.as_deref(),
        publisher: source.publisher.as_deref(),
        date: source.date.map(|date| making.date(date)),
    };
    making.site.meta(no).sources.iter().map(view).collect()
}

/// A link to an actor's page.
pub(crate) fn actor_link<'a>(making: &Making<'a>, no: ActorNo) -> LinkView<'a> {
    LinkView { text: &making.site.roster().actor(no).name, href: making.href(&Target::Actor(no)) }
}

fn tags<'a>(making: &Making<'a>, tags: &'a [String]) -> Vec<LinkView<'a>> {
    let mut links = Vec::new();
    for name in tags {
        let slug = crate::text::slug::slug(name, 80);
        if let Some(tag) = making.site.tags().get(&slug) {
            let link = LinkView { text: tag.name.as_str(), href: making.href(&Target::Tag(slug)) };
            if !links.iter().any(|known: &LinkView<'_>| known.href == link.href) {
                links.push(link);
            }
        }
    }
    links
}

/// Who is who: the listed actors of a briefing, the most named first, then in the order in which they are named; and their numbers.
pub(crate) fn cast<'a>(making: &Making<'a>, no: BriefingNo, entry: &'a Entry) -> (Vec<CastMember<'a>>, Vec<ActorNo>) {
    let briefing = &*entry.briefing;
    let mut counts: FxHashMap<ActorNo, (u32, u32)> = FxHashMap::default();
    let mut last = (BlockNo(0), place::of(briefing, BlockNo(0)));
    for (at, mention) in entry.mentions.mentions.iter().enumerate() {
        if last.0 != mention.block {
            last = (mention.block, place::of(briefing, mention.block));
        }
        if last.1.is_shown() && making.site.is_listed(mention.actor) {
            let first = u32::try_from(at).unwrap_or(u32::MAX);
            counts.entry(mention.actor).or_insert((0, first)).0 += 1;
        }
    }
    let mut order: Vec<(ActorNo, u32, u32)> = counts.into_iter().map(|(actor, (count, first))| (actor, count, first)).collect();
    order.sort_unstable_by_key(|(_, count, first)| (std::cmp::Reverse(*count), *first));
    let mut roles: FxHashMap<ActorNo, usize> = FxHashMap::default();
    for (at, role) in entry.mentions.roles.iter().enumerate() {
        if !role.evidence.is_guessed() && place::of(briefing, role.block).is_shown() {
            roles.entry(role.actor).or_insert(at);
        }
    }
    let actors = order.iter().map(|(actor, ..)| *actor).collect();
    let members = order
        .into_iter()
        .map(|(actor, count, _)| {
            let role = roles.get(&actor).and_then(|at| entry.mentions.roles.get(*at));
            let member = making.site.roster().actor(actor);
            CastMember {
                id: &member.id,
                name: &member.name,
                href: making.href(&Target::Actor(actor)),
                kind: member.kind.name(),
                role: role.map(|role| role.phrase.of(briefing.block(role.block).text.text())).filter(|phrase| !phrase.is_empty()),
                role_href: role.map(|role| making.href(&Target::Block(no, role.block))),
                count,
                kind_label: making.words.get(kind_key(member.kind)),
                follow: None,
                follow_label: None,
            }
        })
        .collect();
    (members, actors)
}
