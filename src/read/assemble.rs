//! Units and their roles to a briefing: blocks, article, FAQ, title, and what is missing.

use super::anchor::Anchors;
use super::repair::{self, Document, Fix};
use super::unit::{Form, Unit};
use super::{ReadOptions, SeedInput, title};
use crate::diagnostics::{Code, Diagnostic, Diagnostics};
use crate::language::Pack;
use crate::model::meta::Restore;
use crate::model::{Block, BlockNo, Briefing, Faq, MarkKind, Meta, QuestionAnswer, Restoration, Role, Section, Shape, SourceMap};
use crate::text::{Fingerprint, slug};

/// All that a briefing is made of.
pub(super) struct Parts<'s, 'a> {
    pub(super) seed: &'s SeedInput<'s>,
    pub(super) own: &'s Meta,
    pub(super) meta: Meta,
    pub(super) options: &'s ReadOptions,
    pub(super) pack: &'static Pack,
    pub(super) text: &'s str,
    pub(super) units: Vec<Unit<'a>>,
    pub(super) roles: Vec<Role>,
    pub(super) map: SourceMap,
}

/// Bytes of one component of a slug, at most.
const SLUG: usize = 100;

pub(super) fn assemble(parts: Parts<'_, '_>, found: &mut Diagnostics) -> Briefing {
    let Parts { seed, own, meta, options, pack, text, units, roles, map } = parts;
    let headed = units.iter().zip(&roles).any(|(unit, role)| *role == Role::Title && matches!(unit.form, Form::Heading(_)));
    let mut units = units;
    for (unit, role) in units.iter_mut().zip(&roles) {
        if unit.bold && matches!(role, Role::Title | Role::Heading | Role::FaqTitle | Role::Section | Role::Question) {
            unit.passage.unmark_whole();
        }
    }
    let answers = units.iter().zip(&roles).filter(|(unit, role)| **role == Role::Answer && unit.shape == Shape::Text && unit.evidence.words >= 4);
    let document = Document::of(text, &pack.restoring).with_answers(answers.map(|(unit, _)| unit.passage.text.as_ref()));
    let restore = meta.restore.as_ref().unwrap_or(&options.restore);
    let mut anchors = Anchors::default();
    let blocks: Vec<Block> = units
        .iter()
        .zip(&roles)
        .map(|(unit, role)| Block {
            role: *role,
            shape: shape(unit, *role),
            quoted: unit.quoted,
            anchor: anchors.give(&unit.passage.text),
            text: unit.passage.restored(&fixes(unit, *role, &document, pack, restore)),
            span: map.to_disk(unit.start, unit.end),
        })
        .collect();
    let article = article(&blocks, seed.path, found);
    let faq = faq(&blocks, seed.path, found);
    let title = title::title(seed.overlay, own, &blocks, headed, pack, seed.key);
    let description = title::description(&meta, &blocks, pack);
    Briefing {
        key: seed.key.to_owned(),
        seed: seed.path.to_owned(),
        wished_slug: meta.slug.clone().unwrap_or_else(|| slug_of_key(seed.key)),
        title,
        description,
        language: meta.language.clone(),
        meta,
        paragraphs: article.iter().copied().filter(|no| blocks[no.index()].role == Role::Paragraph).collect(),
        blocks: blocks.into(),
        article,
        faq,
        source: map,
    }
}

/// What is restored in a unit: nothing in tables and code.
fn fixes(unit: &Unit<'_>, role: Role, document: &Document<'_>, pack: &'static Pack, restore: &Restore) -> Vec<Fix> {
    if matches!(unit.shape, Shape::Table { .. } | Shape::Code) {
        return Vec::new();
    }
    // An item of a list ends as it likes.
    let item = role == Role::Answer && unit.shape != Shape::Text;
    let mut fixes = repair::fixes(&unit.passage.text, role, document, &pack.restoring, restore);
    let code = |at: usize| unit.passage.marks().iter().any(|mark| mark.kind == MarkKind::Code && mark.range.range().contains(&at));
    fixes.retain(|fix| !(item && fix.rule == Restoration::FinalStop) && (unit.passage.marks().is_empty() || !code(fix.at)));
    fixes
}

fn slug_of_key(key: &str) -> String {
    let parts: Vec<String> = key
        .split('/')
        .map(|part| {
            let slug = slug::slug(part, SLUG);
            if slug.is_empty() { format!("briefing-{}", Fingerprint::of(part.as_bytes()).hex().get(..8).unwrap_or_default()) } else { slug }
        })
        .collect();
    parts.join("/")
}

/// How a block is set: a plain line that became a heading is one of the level that its place gives it.
fn shape(unit: &Unit<'_>, role: Role) -> Shape {
    match (role, unit.form) {
        (_, Form::Heading(level)) => Shape::Heading(level),
        (Role::Title, _) => Shape::Heading(1),
        (Role::Heading | Role::FaqTitle | Role::FaqMarker, _) => Shape::Heading(2),
        (Role::Section, _) => Shape::Heading(3),
        // A question's number or bullet is a marker, not an item of a list.
        (Role::Question, _) => Shape::Text,
        _ => unit.shape,
    }
}

fn numbered(blocks: &[Block]) -> impl DoubleEndedIterator<Item = (BlockNo, &Block)> {
    blocks.iter().enumerate().map(|(at, block)| (BlockNo::at(at), block))
}

/// What the article shows: a heading only where a paragraph stands under it, be it under a lower heading.
fn article(blocks: &[Block], file: &str, found: &mut Diagnostics) -> Vec<BlockNo> {
    let mut shown = Vec::new();
    // Levels of headings that text was found under, walking from behind.
    let mut text_under = 0u32;
    for (number, block) in numbered(blocks).rev() {
        match block.role {
            Role::Paragraph | Role::Dateline => {
                shown.push(number);
                text_under = u32::MAX;
            }
            Role::Heading => {
                let level = if let Shape::Heading(level) = block.shape { level.min(31) } else { 2 };
                if text_under & (1 << level) == 0 {
                    warn(Code::EmptySection, "nothing stands under this heading", "write something under it, or delete it", block, file, found);
                } else {
                    shown.push(number);
                }
                // Text under this heading is under those above it that are higher, and under none beside it.
                text_under &= (1 << level) - 1;
            }
            // The FAQ parts what is before it from what is behind it.
            Role::FaqMarker | Role::FaqTitle | Role::Section | Role::Question | Role::Answer | Role::FaqIntro => text_under = 0,
            Role::FrontMatter | Role::Title | Role::Footnote | Role::Separator => {}
        }
    }
    shown.reverse();
    shown
}

fn faq(blocks: &[Block], file: &str, found: &mut Diagnostics) -> Option<Faq> {
    let mut faq = Faq::default();
    let mut section = Section::default();
    let mut open: Option<QuestionAnswer> = None;
    let mut begun = false;
    let mut marker = None;
    for (number, block) in numbered(blocks) {
        match block.role {
            Role::FaqMarker => {
                begun = true;
                marker = Some(block);
            }
            Role::FaqTitle => {
                begun = true;
                if faq.title.is_none() {
                    faq.title = Some(number);
                }
            }
            Role::Section => {
                begun = true;
                answer(&mut section, open.take(), blocks, file, found);
                close(&mut faq, std::mem::take(&mut section), blocks, file, found);
                section.heading = Some(number);
            }
            Role::Question => {
                begun = true;
                answer(&mut section, open.take(), blocks, file, found);
                open = Some(QuestionAnswer { question: number, answer: Vec::new() });
            }
            Role::Answer => match &mut open {
                Some(question) => question.answer.push(number),
                None => section.intro.push(number),
            },
            Role::FaqIntro => section.intro.push(number),
            _ => {}
        }
    }
    answer(&mut section, open.take(), blocks, file, found);
    close(&mut faq, section, blocks, file, found);
    if !begun {
        return None;
    }
    if faq.sections.is_empty()
        && let Some(marker) = marker
    {
        warn(Code::EmptySection, "no answered question stands under this heading", "write questions and answers under it, or delete it", marker, file, found);
    }
    (!faq.sections.is_empty()).then_some(faq)
}

fn answer(section: &mut Section, question: Option<QuestionAnswer>, blocks: &[Block], file: &str, found: &mut Diagnostics) {
    let Some(question) = question else { return };
    if !question.answer.is_empty() {
        section.questions.push(question);
    } else if let Some(block) = blocks.get(question.question.index()) {
        warn(Code::UnansweredQuestion, "this question has no answer", "write the answer on the line below it", block, file, found);
    }
}

fn close(faq: &mut Faq, mut section: Section, blocks: &[Block], file: &str, found: &mut Diagnostics) {
    if !section.questions.is_empty() {
        // What stands before the first question of all is the introduction of the FAQ.
        if section.heading.is_none() && faq.sections.is_empty() {
            faq.intro.append(&mut section.intro);
        }
        faq.sections.push(section);
        return;
    }
    if let Some(block) = section.heading.and_then(|heading| blocks.get(heading.index())) {
        warn(Code::EmptySection, "no answered question stands under this heading", "write something under it, or delete it", block, file, found);
    }
    // Text is never lost for want of a question: it goes on with what was shown before it.
    if let Some(last) = faq.sections.last_mut().and_then(|section| section.questions.last_mut()) {
        last.answer.append(&mut section.intro);
    } else {
        faq.intro.append(&mut section.intro);
    }
}

fn warn(code: Code, message: &str, help: &str, block: &Block, file: &str, found: &mut Diagnostics) {
    found.push(Diagnostic::new(code, message).in_file(file).at(block.span).help(help));
}
