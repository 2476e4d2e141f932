//! How to cite each block of a briefing.

use super::frame::{LinkView, Making, PageView, SiteView};
use crate::model::{BriefingNo, CitationForm, Target};
use crate::render::inline::{Html, citations};
use serde::Serialize;

/// How to cite each paragraph, question and answer of a briefing: `citations.html`.
#[derive(Debug, Serialize)]
pub struct CitationsView<'a> {
    /// The site.
    pub site: SiteView<'a>,
    /// The page.
    pub page: PageView<'a>,
    /// The briefing's title.
    pub title: &'a str,
    /// Address of the article.
    pub article: String,
    /// Files for programs that manage references.
    pub forms: Vec<LinkView<'a>>,
    /// An entry for each paragraph, question and answer: `section` elements with its id, three styles and a link to the words.
    pub entries: Html,
}

/// Makes the page.
pub(crate) fn view<'a>(making: &Making<'a>, no: BriefingNo) -> CitationsView<'a> {
    let title = making.site.briefing(no).title.text.as_str();
    let target = Target::Citations(no);
    let name = making.words.fill("cite_title", &[("title", title)]);
    let description = making.words.fill("cite_description", &[("title", title)]);
    let mut page = making.page(&target, making.site.language(no), name, description);
    page.noindex = true;
    page.canonical = None;
    CitationsView {
        site: making.site(&target),
        page,
        title,
        article: making.href(&Target::Article(no)),
        forms: CitationForm::ALL.map(|form| LinkView { text: form.name(), href: making.href(&Target::CitationFile(no, form)) }).into(),
        entries: citations::citations(making.site, making.words, no),
    }
}
