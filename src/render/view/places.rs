//! Places in briefings, as links that say what they lead to.

use super::frame::Making;
use crate::model::{BlockNo, BriefingNo, Role, Target};
use crate::render::place;
use rustc_hash::FxHashMap;
use serde::Serialize;

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

/// Numbers of paragraphs, for one briefing at a time: what is asked for comes in the order of briefings.
pub(crate) struct Places<'m, 'a> {
    making: &'m Making<'a>,
    briefing: Option<BriefingNo>,
    numbers: FxHashMap<BlockNo, u32>,
}

impl<'m, 'a> Places<'m, 'a> {
    pub(crate) fn new(making: &'m Making<'a>) -> Self {
        Self { making, briefing: None, numbers: FxHashMap::default() }
    }

    pub(crate) fn place(&mut self, no: BriefingNo, block: BlockNo) -> PlaceView<'a> {
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
