//! The FAQ's page.

use super::block::{BlockView, Blocks, ContentsItem, NoteView, found_in, notes};
use super::frame::{DateView, Making, PageView, SiteView};
use crate::model::{BlockNo, Briefing, BriefingNo, Faq, Target};
use crate::render::inline::{Html, Inline};
use crate::render::place;
use crate::site::Entry;
use rustc_hash::FxHashMap;
use serde::Serialize;

/// The page of an FAQ: `faq.html`.
#[derive(Debug, Serialize)]
pub struct FaqView<'a> {
    /// The site.
    pub site: SiteView<'a>,
    /// The page.
    pub page: PageView<'a>,
    /// The briefing's title.
    pub title: &'a str,
    /// The FAQ's own title, where the seed gives one.
    pub faq_title: Option<Html>,
    /// Id of the FAQ's title.
    pub title_id: Option<&'a str>,
    /// Whether the briefing is a draft.
    pub draft: bool,
    /// Date of the briefing.
    pub date: Option<DateView>,
    /// Address of the article.
    pub article: String,
    /// Address of the page that shows the seed line by line, where the site has it.
    pub source: Option<String>,
    /// Whether the article has any text.
    pub has_article: bool,
    /// Number of answered questions.
    pub count: usize,
    /// Sections and questions.
    pub contents: Vec<ContentsItem<'a>>,
    /// Text before the first question.
    pub intro: Vec<BlockView<'a>>,
    /// Sections in order.
    pub sections: Vec<SectionView<'a>>,
    /// Footnotes of the answers.
    pub notes: Vec<NoteView<'a>>,
}

/// Questions under one heading.
#[derive(Debug, Serialize)]
pub struct SectionView<'a> {
    /// Its heading; the first section may have none.
    pub heading: Option<Html>,
    /// Id of the heading.
    pub id: Option<&'a str>,
    /// `ltr` or `rtl`, where the heading runs against the page.
    pub direction: Option<&'static str>,
    /// Text under the heading.
    pub intro: Vec<BlockView<'a>>,
    /// Level of its questions' headings: 3, or 2 where the section has no heading.
    pub level: u8,
    /// Its questions.
    pub questions: Vec<QuestionView<'a>>,
}

/// A question with its answer.
#[derive(Debug, Serialize)]
pub struct QuestionView<'a> {
    /// Its id within the page.
    pub id: &'a str,
    /// The question.
    pub html: Html,
    /// The question, plain.
    pub text: &'a str,
    /// `ltr` or `rtl`, where it runs against the page.
    pub direction: Option<&'static str>,
    /// Address of how to cite it, where that is published.
    pub cite: Option<String>,
    /// Its answer, block by block.
    pub answer: Vec<BlockView<'a>>,
    /// The paragraphs of the article that bear on it, at most three, best first.
    pub paragraphs: Vec<ParagraphLink<'a>>,
}

/// A paragraph that bears on a question.
#[derive(Debug, Serialize)]
pub struct ParagraphLink<'a> {
    /// Its number.
    pub number: u32,
    /// Its number, in words.
    pub label: String,
    /// Its first words.
    pub text: &'a str,
    /// Whether it has more words than that.
    pub cut: bool,
    /// Its address.
    pub href: String,
    /// What the two share: names and rare terms.
    pub shared: &'a [String],
}

/// Whom an FAQ is shown to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum On {
    /// Readers of the site, who can follow a link.
    Screen,
    /// Readers of a handout, who cannot.
    Paper,
}

/// Makes the page of an FAQ; `None` where the briefing has none.
pub(crate) fn faq<'a>(making: &Making<'a>, no: BriefingNo, mut inline: Inline<'a>) -> Option<FaqView<'a>> {
    let entry = making.site.entry(no);
    let briefing = &*entry.briefing;
    let faq = briefing.faq.as_ref()?;
    let language = making.site.language(no);
    let target = Target::Faq(no);
    let title = faq.title.map(|at| briefing.block(at));
    let faq_title = title.map(|block| inline.heading(&block.text));
    let intro = blocks(entry, &faq.intro, 2, &mut inline);
    let sections = sections(making, no, On::Screen, &mut inline);
    let count = briefing.questions().count();
    let title_text = &briefing.title.text;
    let questions = making.words.count("questions", count as u64);
    let page_title = making.words.fill("faq_page_title", &[("title", title_text)]);
    let first = briefing.questions().next().map_or("", |pair| briefing.block(pair.question).text.text());
    let description = making.words.fill("faq_description", &[("questions", &questions), ("title", title_text), ("first", first_words(first))]);
    let mut page = making.page(&target, language, page_title, description);
    page.translations = making.translations(no, Target::Faq);
    Some(FaqView {
        site: making.site(&target),
        page,
        title: title_text,
        faq_title,
        title_id: title.map(|block| block.anchor.as_str()),
        draft: entry.draft,
        date: briefing.meta.date.map(|date| making.date(date)),
        article: making.href(&Target::Article(no)),
        source: making.source(no),
        has_article: !briefing.article.is_empty(),
        count,
        contents: contents(briefing, faq),
        intro,
        sections,
        notes: notes(&briefing.blocks, &entry.mentions, &mut inline),
    })
}

/// The sections of an FAQ; on paper without what leads elsewhere.
pub(crate) fn sections<'a>(making: &Making<'a>, no: BriefingNo, on: On, inline: &mut Inline<'a>) -> Vec<SectionView<'a>> {
    let entry = making.site.entry(no);
    let briefing = &*entry.briefing;
    let Some(faq) = &briefing.faq else { return Vec::new() };
    let is_told = on == On::Screen && !entry.links.bears_on.is_empty();
    let numbers: FxHashMap<BlockNo, u32> = if is_told { briefing.paragraphs().zip(1..).collect() } else { FxHashMap::default() };
    let cite = making.citations(no).filter(|_| on == On::Screen);
    let mut sections = Vec::with_capacity(faq.sections.len());
    for section in &faq.sections {
        let heading = section.heading.map(|at| briefing.block(at));
        let level = if heading.is_some() { 3 } else { 2 };
        let html = heading.map(|heading| inline.heading(&heading.text));
        let intro = blocks(entry, &section.intro, 3, inline);
        let mut questions = Vec::with_capacity(section.questions.len());
        for pair in &section.questions {
            let block = briefing.block(pair.question);
            let text = block.text.text();
            let html = inline.heading(&block.text);
            let mut answer = blocks(entry, &pair.answer, level + 1, inline);
            if let (Some(page), Some(first)) = (&cite, answer.first_mut()) {
                first.cite = Some(format!("{page}#{}", first.id));
            }
            let from = entry.links.bears_on.partition_point(|link| link.question < pair.question);
            let bears = entry.links.bears_on[from..].iter().take_while(|link| on == On::Screen && link.question == pair.question);
            let paragraphs = bears
                .filter(|link| place::of(briefing, link.paragraph).is_shown())
                .filter_map(|link| {
                    let text = briefing.block(link.paragraph).text.text();
                    let first = first_words(text);
                    let number = *numbers.get(&link.paragraph)?;
                    Some(ParagraphLink {
                        number,
                        label: making.words.fill("paragraph", &[("number", &number.to_string())]),
                        text: first,
                        cut: first.len() < text.len(),
                        href: making.href(&Target::Block(no, link.paragraph)),
                        shared: &link.shared,
                    })
                })
                .collect();
            questions.push(QuestionView {
                id: block.anchor.as_str(),
                html,
                text,
                direction: inline.direction(text),
                cite: cite.as_ref().map(|page| format!("{page}#{}", block.anchor.as_str())),
                answer,
                paragraphs,
            });
        }
        sections.push(SectionView {
            heading: html,
            id: heading.map(|heading| heading.anchor.as_str()),
            direction: heading.and_then(|heading| inline.direction(heading.text.text())),
            intro,
            level,
            questions,
        });
    }
    sections
}

fn blocks<'a>(entry: &'a Entry, list: &'a [BlockNo], top: u8, inline: &mut Inline<'a>) -> Vec<BlockView<'a>> {
    let mut blocks = Blocks::new(top);
    for at in list {
        blocks.add(entry.briefing.block(*at), found_in(&entry.mentions, *at), None, inline);
    }
    blocks.finish()
}

/// Headings and questions, as they follow one another.
fn contents<'a>(briefing: &'a Briefing, faq: &'a Faq) -> Vec<ContentsItem<'a>> {
    let item = |no: BlockNo, level: u8| {
        let block = briefing.block(no);
        ContentsItem { text: block.text.text(), href: format!("#{}", block.anchor.as_str()), level }
    };
    let mut contents = Vec::new();
    for section in &faq.sections {
        contents.extend(section.heading.map(|heading| item(heading, 2)));
        let level = if section.heading.is_some() { 3 } else { 2 };
        contents.extend(section.questions.iter().map(|pair| item(pair.question, level)));
    }
    contents
}

/// The first dozen words, at most about a hundred bytes.
pub(crate) fn first_words(text: &str) -> &str {
    let line = memchr::memchr2(b'\n', b'\t', text.as_bytes()).map_or(text, |end| &text[..end]);
    let mut end = 0;
    for (count, word) in line.split_whitespace().enumerate() {
        let stop = word.as_ptr() as usize - text.as_ptr() as usize + word.len();
        if count >= 12 || (stop > 100 && end > 0) {
            break;
        }
        end = stop;
    }
    if end <= 160 {
        return &text[..end];
    }
    // One word as long as a line: cut where a character ends.
    let at = (0..=100).rev().find(|at| text.is_char_boundary(*at)).unwrap_or_default();
    &text[..at]
}
