//! How to cite each paragraph, question and answer: what is cited here; styles for people and files for programs below. Plain text written
//! by plain code: there are dozens for each briefing. Dates come from content alone, so that no style holds a day of access.

mod files;
pub(crate) mod fragment;
pub(crate) mod styles;

pub(crate) use files::file;

use crate::model::{BlockNo, Briefing, BriefingNo, Date, Target};
use crate::site::Site;

/// What all citations of a briefing share.
pub(crate) struct Work<'a> {
    pub(crate) title: &'a str,
    /// Who answers for it: the site's author, else its publisher.
    pub(crate) author: Option<&'a str>,
    pub(crate) site: &'a str,
    pub(crate) publisher: Option<&'a str>,
    pub(crate) date: Option<Date>,
    pub(crate) language: &'a str,
    /// Begins the keys of entries.
    pub(crate) key: String,
    /// Whole addresses of the two pages, where the site has a base address.
    article: Option<String>,
    faq: Option<String>,
}

/// A part that is cited.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Part {
    Paragraph(u32),
    Question(u32),
    Answer(u32),
}

/// A block that is cited.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Cited<'a> {
    pub(crate) no: BlockNo,
    pub(crate) id: &'a str,
    pub(crate) part: Part,
    pub(crate) text: &'a str,
}

impl<'a> Work<'a> {
    pub(crate) fn of(site: &'a Site, no: BriefingNo) -> Self {
        let (briefing, facts) = (site.briefing(no), site.facts());
        Self {
            title: &briefing.title.text,
            author: facts.author.as_deref().or(facts.publisher.as_deref()),
            site: &facts.title,
            publisher: facts.publisher.as_deref(),
            date: briefing.meta.date,
            language: site.language(no),
            key: briefing.wished_slug.replace('/', "-"),
            article: site.addresses().absolute(&Target::Article(no)),
            faq: site.addresses().absolute(&Target::Faq(no)),
        }
    }

    /// The address of the page that shows a part.
    pub(crate) fn page(&self, part: Part) -> Option<&str> {
        if matches!(part, Part::Paragraph(_)) { self.article.as_deref() } else { self.faq.as_deref() }
    }
}

/// Every paragraph of the article, every question, and each answer by its first block.
pub(crate) fn cited(briefing: &Briefing) -> Vec<Cited<'_>> {
    let of = |no: BlockNo, part: Part| {
        let block = briefing.block(no);
        Cited { no, id: block.anchor.as_str(), part, text: block.text.text() }
    };
    let paragraphs = briefing.paragraphs().zip(1..).map(|(no, number)| of(no, Part::Paragraph(number)));
    let answers = briefing.questions().zip(1..).flat_map(|(pair, number)| {
        [Some(of(pair.question, Part::Question(number))), pair.answer.first().map(|no| of(*no, Part::Answer(number)))].into_iter().flatten()
    });
    paragraphs.chain(answers).collect()
}
