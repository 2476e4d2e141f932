//! Where a block of a briefing is shown, if it is shown at all.

use super::{BlockNo, Briefing, Role, Section};

/// Where a block is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Place {
    /// On the article's page.
    Article,
    /// On the FAQ's page.
    Faq,
    /// Nowhere: a heading with nothing under it, a question without an answer, front matter.
    Hidden,
}

impl Place {
    pub(crate) fn is_shown(self) -> bool {
        self != Self::Hidden
    }
}

/// Where `no` is shown. Costs the logarithm of the number of blocks.
pub(crate) fn of(briefing: &Briefing, no: BlockNo) -> Place {
    let Some(block) = briefing.blocks.get(no.index()) else { return Place::Hidden };
    match block.role {
        Role::Paragraph | Role::Heading | Role::Dateline => {
            if briefing.article.binary_search(&no).is_ok() {
                Place::Article
            } else {
                Place::Hidden
            }
        }
        Role::Title => Place::Article,
        Role::FaqTitle | Role::FaqIntro | Role::Section | Role::Question | Role::Answer => {
            if in_faq(briefing, no) {
                Place::Faq
            } else {
                Place::Hidden
            }
        }
        Role::FrontMatter | Role::FaqMarker | Role::Footnote | Role::Separator => Place::Hidden,
    }
}

/// Sections, questions and answers stand in reading order, so each is found by halving.
fn in_faq(briefing: &Briefing, no: BlockNo) -> bool {
    let Some(faq) = &briefing.faq else { return false };
    if faq.title == Some(no) || faq.intro.binary_search(&no).is_ok() {
        return true;
    }
    let first = |section: &Section| {
        section.heading.or(section.intro.first().copied()).or(section.questions.first().map(|question| question.question)).unwrap_or(BlockNo(0))
    };
    let Some(section) = faq.sections.partition_point(|section| first(section) <= no).checked_sub(1).map(|at| &faq.sections[at]) else {
        return false;
    };
    if section.heading == Some(no) || section.intro.binary_search(&no).is_ok() {
        return true;
    }
    let question = section.questions.partition_point(|question| question.question <= no).checked_sub(1).map(|at| &section.questions[at]);
    question.is_some_and(|question| question.question == no || question.answer.binary_search(&no).is_ok())
}
