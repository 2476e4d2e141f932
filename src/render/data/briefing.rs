//! A briefing as JSON: its blocks, and in each what was found there.

use super::form::{
    ActData, ActorData, BearsData, BlockData, BriefingData, CorrectionData, Counts, EditData, MarkData, MentionData, OpenData, PageName, QuestionData,
    QuotationData, RoleData, SourceData,
};
use crate::actors::Facts;
use crate::model::{ActorNo, BlockNo, Briefing, BriefingNo, Certainty, MarkKind, Role, Target};
use crate::render::place::{self, Place};
use crate::site::{Entry, Site};
use crate::text::{SourceSpan, TextRange};

/// Name and version of the format.
const FORMAT: &str = "chancery-briefing/1";

/// The JSON of a briefing; `schema` where it stands in a file of its own.
pub(crate) fn briefing(site: &Site, no: BriefingNo, schema: Option<String>) -> BriefingData<'_> {
    let entry = site.entry(no);
    let briefing = &*entry.briefing;
    let meta = &briefing.meta;
    let facts = Facts { briefing, mentions: &entry.mentions, roster: site.roster() };
    let address = |target: Target| super::address(site, &target);
    let date = |date: crate::model::Date| date.to_string();
    BriefingData {
        schema,
        format: FORMAT,
        id: &briefing.key,
        seed: &briefing.seed,
        encoding: briefing.source.encoding.as_deref(),
        address: address(Target::Article(no)),
        faq: briefing.faq.is_some().then(|| address(Target::Faq(no))),
        title: &briefing.title.text,
        title_origin: briefing.title.origin,
        language: site.language(no),
        draft: entry.draft,
        date: meta.date.map(date),
        updated: meta.updated.map(date),
        standfirst: meta.standfirst.as_deref(),
        key_points: &meta.key_points,
        tags: &meta.tags,
        sources: meta
            .sources
            .iter()
            .map(|note| SourceData { title: &note.title, url: note.url.as_deref(), publisher: note.publisher.as_deref(), date: note.date.map(date) })
            .collect(),
        corrections: meta.corrections.iter().map(|made| CorrectionData { date: date(made.date), text: &made.text, block: made.block.as_deref() }).collect(),
        publisher: site.facts().publisher.as_deref(),
        licence: site.facts().licence.as_deref(),
        blocks: blocks(facts),
        questions: questions(site, no),
        actors: actors(site, facts),
        counts: Counts::of(entry),
    }
}

impl Counts {
    /// Of one briefing.
    pub(crate) fn of(entry: &Entry) -> Self {
        let Entry { briefing, mentions, .. } = entry;
        let rules = &briefing.meta.actors;
        Self {
            paragraphs: briefing.paragraphs().count(),
            questions: briefing.questions().count(),
            mentions: mentions.mentions.len(),
            inferred: mentions.mentions.iter().filter(|mention| mention.certainty == Certainty::Inferred).count(),
            open: mentions.open.len(),
            quotations: mentions.quotations.len(),
            edits: briefing.blocks.iter().map(|block| block.text.edits().len()).sum(),
            corrected: rules.is.len() + rules.not.len() + rules.ignore.len(),
        }
    }
}

fn blocks(facts: Facts<'_>) -> Vec<BlockData<'_>> {
    let briefing = facts.briefing;
    let mut mentions = facts.mentions().peekable();
    let mut quotations = facts.quotations().peekable();
    let mut roles = facts.roles().peekable();
    let mut acts = facts.acts().peekable();
    let mut open = facts.open().peekable();
    let mut number = 0;
    let mut blocks = Vec::with_capacity(briefing.blocks.len());
    for (at, block) in briefing.blocks.iter().enumerate() {
        let at = BlockNo::at(at);
        let text = block.text.text();
        let page = match place::of(briefing, at) {
            Place::Article => Some(PageName::Article),
            Place::Faq => Some(PageName::Faq),
            Place::Hidden => None,
        };
        let numbered = block.role == Role::Paragraph && page.is_some();
        number += u32::from(numbered);
        let mut data = BlockData {
            id: block.anchor.as_str(),
            role: block.role,
            page,
            number: numbered.then_some(number),
            text,
            source: span(block.span),
            marks: block.text.marks().iter().map(|mark| self::mark(mark.range, &mark.kind)).collect(),
            edits: block.text.edits().iter().map(|edit| self::edit(briefing, edit)).collect(),
            mentions: Vec::new(),
            quotations: Vec::new(),
            roles: Vec::new(),
            acts: Vec::new(),
            open: Vec::new(),
        };
        // All tables are sorted by block: each is walked once.
        while let Some((row, source)) = mentions.next_if(|(row, _)| row.block <= at) {
            let TextRange { start, end } = row.range;
            let (naming, certainty, confidence, evidence) = (row.naming, row.certainty, row.confidence, row.evidence.name());
            let (text, actor, source) = (row.range.of(text), facts.id(row.actor), span(source));
            data.mentions.push(MentionData { start, end, text, actor, naming, certainty, confidence, evidence, source });
        }
        while let Some((row, source)) = quotations.next_if(|(row, _)| row.block <= at) {
            let TextRange { start, end } = row.range;
            let (text, speaker) = (row.range.of(text), row.speaker.map(|actor| facts.id(actor)));
            data.quotations.push(QuotationData {
                start,
                end,
                text,
                kind: row.kind,
                speaker,
                certainty: row.certainty,
                confidence: row.confidence,
                evidence: row.evidence,
                source: span(source),
            });
        }
        while let Some((row, title)) = roles.next_if(|(row, _)| row.block <= at) {
            let TextRange { start, end } = row.title;
            data.roles.push(RoleData {
                start,
                end,
                actor: facts.id(row.actor),
                title,
                of: row.of.map(|actor| facts.id(actor)),
                certainty: row.certainty,
                confidence: row.confidence,
                evidence: row.evidence,
            });
        }
        while let Some(row) = acts.next_if(|row| row.block <= at) {
            let TextRange { start, end } = row.verb;
            data.acts.push(ActData { start, end, source: facts.id(row.source), target: facts.id(row.target), act: &row.act });
        }
        while let Some((row, _)) = open.next_if(|(row, _)| row.block <= at) {
            let TextRange { start, end } = row.range;
            data.open.push(OpenData { start, end, may_be: row.may_be.iter().map(|actor| facts.id(*actor)).collect(), reason: &row.reason });
        }
        blocks.push(data);
    }
    blocks
}

fn mark(range: TextRange, kind: &MarkKind) -> MarkData<'_> {
    let (kind, to) = match kind {
        MarkKind::Emphasis => ("emphasis", None),
        MarkKind::Strong => ("strong", None),
        MarkKind::Strike => ("strike", None),
        MarkKind::Code => ("code", None),
        MarkKind::Link { href } => ("link", Some(&**href)),
        MarkKind::Image { src } => ("image", Some(&**src)),
        MarkKind::Footnote { label } => ("footnote", Some(&**label)),
        MarkKind::Break => ("break", None),
    };
    MarkData { start: range.start, end: range.end, kind, to }
}

fn edit<'a>(briefing: &Briefing, edit: &'a crate::model::Edit) -> EditData<'a> {
    let source = briefing.source.to_disk(edit.source.0 as usize, edit.source.1 as usize);
    EditData { start: edit.range.start, end: edit.range.end, was: &edit.was, rule: edit.rule, source: span(source) }
}

fn questions(site: &Site, no: BriefingNo) -> Vec<QuestionData<'_>> {
    let entry = site.entry(no);
    let briefing = &*entry.briefing;
    let id = |block: BlockNo| briefing.block(block).anchor.as_str();
    let bears_on = &entry.links.bears_on;
    let mut questions = Vec::new();
    for section in briefing.faq.iter().flat_map(|faq| &faq.sections) {
        for pair in &section.questions {
            let from = bears_on.partition_point(|link| link.question < pair.question);
            let bears = bears_on[from..].iter().take_while(|link| link.question == pair.question);
            questions.push(QuestionData {
                section: section.heading.map(id),
                question: id(pair.question),
                answer: pair.answer.iter().map(|block| id(*block)).collect(),
                paragraphs: bears.map(|link| BearsData { block: id(link.paragraph), score: link.score, shared: &link.shared }).collect(),
            });
        }
    }
    questions
}

fn actors<'a>(site: &'a Site, facts: Facts<'a>) -> Vec<ActorData<'a>> {
    let mut named: Vec<ActorNo> = facts.mentions().map(|(mention, _)| mention.actor).collect();
    named.sort_unstable();
    named
        .chunk_by(|a, b| a == b)
        .filter_map(|same| Some((*same.first()?, same.len())))
        .map(|(no, mentions)| {
            let actor = site.roster().actor(no);
            ActorData {
                id: &actor.id,
                name: &actor.name,
                kind: actor.kind,
                origin: actor.origin,
                address: site.is_listed(no).then(|| super::address(site, &Target::Actor(no))),
                mentions: u32::try_from(mentions).unwrap_or(u32::MAX),
            }
        })
        .collect()
}

fn span(span: SourceSpan) -> [u32; 2] {
    [span.start, span.end]
}
