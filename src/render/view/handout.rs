//! A briefing as one handout to print: article, questions and answers, who is who, sources, an index of names. It holds no links but
//! the one back, for paper has none.

use super::article::{CastMember, SourceView, cast, sources};
use super::block::{BlockView, Blocks, NoteView, notes};
use super::faq::{On, SectionView, sections};
use super::frame::{DateView, Making, PageView, SiteView};
use super::honesty::HonestyView;
use crate::model::{ActorNo, BlockNo, BriefingNo, Role, Target};
use crate::render::inline::{Found, Inline};
use rustc_hash::FxHashMap;
use serde::Serialize;
use std::collections::BTreeMap;

/// The handout of a briefing: `handout.html`.
#[derive(Debug, Serialize)]
pub struct HandoutView<'a> {
    /// The site.
    pub site: SiteView<'a>,
    /// The page.
    pub page: PageView<'a>,
    /// The briefing's title.
    pub title: &'a str,
    /// Whether it is a draft.
    pub draft: bool,
    /// Its date.
    pub date: Option<DateView>,
    /// When it last changed.
    pub updated: Option<DateView>,
    /// Address of the article.
    pub article: String,
    /// The same as a reader of paper would type it, where the site has a base address.
    pub address: Option<String>,
    /// Sentences under the title, where a person wrote them.
    pub standfirst: Option<&'a str>,
    /// What to take away, where a person wrote it.
    pub key_points: &'a [String],
    /// The article, block by block, without links.
    pub blocks: Vec<BlockView<'a>>,
    /// The sections of the FAQ, without links and without the paragraphs that bear on a question.
    pub sections: Vec<SectionView<'a>>,
    /// The actors most named, at most sixteen.
    pub cast: Vec<CastMember<'a>>,
    /// Every actor that the article names, with its paragraphs, by name.
    pub names: Vec<NameView<'a>>,
    /// What the briefing rests on, where a person says so.
    pub sources: Vec<SourceView<'a>>,
    /// Footnotes of the article.
    pub notes: Vec<NoteView<'a>>,
    /// How the page was made, in numbers.
    pub made: HonestyView,
}

/// A name of the index, with its paragraphs.
#[derive(Debug, Serialize)]
pub struct NameView<'a> {
    /// The name.
    pub name: &'a str,
    /// Numbers of the paragraphs: `1, 3, 9`.
    pub places: String,
}

const MOST_CAST: usize = 16;

/// Makes the handout. `inline` and `answers` link nothing.
pub(crate) fn handout<'a>(making: &Making<'a>, no: BriefingNo, mut inline: Inline<'a>, mut answers: Inline<'a>) -> HandoutView<'a> {
    let site = making.site;
    let entry = site.entry(no);
    let briefing = &*entry.briefing;
    let meta = &briefing.meta;
    let language = site.language(no);
    let mut blocks = Blocks::new(2);
    let mut numbers: FxHashMap<BlockNo, u32> = FxHashMap::default();
    for at in &briefing.article {
        let block = briefing.block(*at);
        let number = (block.role == Role::Paragraph).then(|| {
            let number = u32::try_from(numbers.len() + 1).unwrap_or(u32::MAX);
            numbers.insert(*at, number);
            number
        });
        blocks.add(block, Found::default(), number, &mut inline);
    }
    let blocks = blocks.finish();
    let notes = notes(&briefing.blocks, &crate::model::Mentions::default(), &mut inline);
    let (mut cast, _) = cast(making, no, entry);
    cast.truncate(MOST_CAST);
    let target = Target::Handout(no);
    let title = making.words.fill("faq_page_title", &[("title", &briefing.title.text)]);
    let title = if blocks.is_empty() { title } else { briefing.title.text.clone() };
    let mut page = making.page(&target, language, format!("{title} ({})", making.words.get("handout")), briefing.description.clone());
    page.noindex = true;
    page.canonical = None;
    HandoutView {
        site: making.site(&target),
        page,
        title: &briefing.title.text,
        draft: entry.draft,
        date: meta.date.map(|date| making.date(date)),
        updated: meta.updated.filter(|date| Some(*date) != meta.date).map(|date| making.date(date)),
        article: making.href(&Target::Article(no)),
        address: site.addresses().absolute(&Target::Article(no)),
        standfirst: meta.standfirst.as_deref(),
        key_points: &meta.key_points,
        blocks,
        sections: sections(making, no, On::Paper, &mut answers),
        cast,
        names: names(making, no, &numbers),
        sources: sources(making, no),
        notes,
        made: HonestyView::of(making, no),
    }
}

/// The listed actors of the article by name, each with its paragraphs.
fn names<'a>(making: &Making<'a>, no: BriefingNo, numbers: &FxHashMap<BlockNo, u32>) -> Vec<NameView<'a>> {
    let mut places: BTreeMap<ActorNo, Vec<u32>> = BTreeMap::new();
    for mention in &making.site.entry(no).mentions.mentions {
        let Some(number) = numbers.get(&mention.block).filter(|_| making.site.is_listed(mention.actor)) else { continue };
        let of_actor = places.entry(mention.actor).or_default();
        if of_actor.last() != Some(number) {
            of_actor.push(*number);
        }
    }
    let mut names: Vec<(&str, Vec<u32>, ActorNo)> =
        places.into_iter().map(|(actor, numbers)| (making.site.roster().actor(actor).sort_name.as_str(), numbers, actor)).collect();
    names.sort_by_key(|(name, ..)| crate::text::fold::fold(name));
    names
        .into_iter()
        .map(|(_, numbers, actor)| NameView {
            name: &making.site.roster().actor(actor).name,
            places: numbers.iter().map(u32::to_string).collect::<Vec<_>>().join(", "),
        })
        .collect()
}
