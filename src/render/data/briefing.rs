//! A briefing as JSON, `chancery-briefing/1`: its blocks, and in each what was found there. The doc comments are the descriptions of the
//! published schema.

use crate::actors::Facts;
use crate::model::{
    ActorNo, ActorOrigin, BlockNo, Briefing, BriefingNo, Certainty, Kind, MarkKind, Naming, QuotationKind, Restoration, Role, Target, TitleOrigin,
};
use crate::render::place::{self, Place};
use crate::site::{Entry, Site};
use crate::text::{SourceSpan, TextRange};
use schemars::JsonSchema;
use serde::Serialize;

/// Name and version of the format.
pub(crate) const FORMAT: &str = "chancery-briefing/1";

/// A briefing: the text as readers see it, and what was found in it. `start` and `end` (exclusive) count bytes of a block's `text` in UTF-8;
/// `source` counts bytes of the seed as it lies on disk. A list or value that is not there is empty or unknown.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct BriefingData<'a> {
    /// Address of the JSON Schema of this file.
    #[serde(rename = "$schema", skip_serializing_if = "Option::is_none")]
    schema: Option<String>,
    /// `chancery-briefing/1`: name and version of the format.
    format: &'static str,
    /// The seed's path below `seeds/` without its ending: identifies the briefing.
    id: &'a str,
    /// The seed's path in the site.
    seed: &'a str,
    /// Encoding of the seed, where it is not UTF-8.
    #[serde(skip_serializing_if = "Option::is_none")]
    encoding: Option<&'a str>,
    /// Address of the article's page. With `#` and the id of a block of the page `article` it is the address of that block.
    address: String,
    /// Address of the FAQ's page. With `#` and the id of a block of the page `faq` it is the address of that block.
    #[serde(skip_serializing_if = "Option::is_none")]
    faq: Option<String>,
    /// The title.
    title: &'a str,
    /// Where the title is from.
    title_origin: TitleOrigin,
    /// Language tag (BCP 47).
    language: &'a str,
    /// Whether it is a draft that is shown for once.
    #[serde(skip_serializing_if = "is_false")]
    draft: bool,
    /// Day of the briefing, YYYY-MM-DD.
    #[serde(skip_serializing_if = "Option::is_none")]
    date: Option<String>,
    /// Day of the last change that matters to readers, YYYY-MM-DD.
    #[serde(skip_serializing_if = "Option::is_none")]
    updated: Option<String>,
    /// What a person wrote under the title.
    #[serde(skip_serializing_if = "Option::is_none")]
    standfirst: Option<&'a str>,
    /// What to take away, written by a person.
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    key_points: &'a [String],
    /// Tags.
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    tags: &'a [String],
    /// What the briefing rests on, as a person names it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    sources: Vec<SourceData<'a>>,
    /// What was wrong and has been put right.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    corrections: Vec<CorrectionData<'a>>,
    /// Who publishes the site.
    #[serde(skip_serializing_if = "Option::is_none")]
    publisher: Option<&'a str>,
    /// Licence of the text.
    #[serde(skip_serializing_if = "Option::is_none")]
    licence: Option<&'a str>,
    /// All blocks of the seed in reading order; those without a page are not shown to readers.
    blocks: Vec<BlockData<'a>>,
    /// The questions of the FAQ, each with its answer.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    questions: Vec<QuestionData<'a>>,
    /// The actors that are named, by id.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    actors: Vec<ActorData<'a>>,
    /// How many there are of each: the numbers at the foot of the page.
    counts: Counts,
}

/// A piece of the text that a permalink can address.
#[derive(Debug, Serialize, JsonSchema)]
struct BlockData<'a> {
    /// Its id: the fragment of its permalink. Unique within the briefing.
    id: &'a str,
    /// What it does in the briefing.
    role: Role,
    /// The page that shows it.
    #[serde(skip_serializing_if = "Option::is_none")]
    page: Option<PageName>,
    /// Its number among the paragraphs of the article.
    #[serde(skip_serializing_if = "Option::is_none")]
    number: Option<u32>,
    /// The text as readers see it, restorations included. In a table rows end with a line feed, cells are parted by tabs.
    text: &'a str,
    /// Its whole lines in the seed: first byte, one past the last.
    source: [u32; 2],
    /// Emphasis, links and the like.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    marks: Vec<MarkData<'a>>,
    /// Restorations: where the text differs from the seed.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    edits: Vec<EditData<'a>>,
    /// Places where an actor is named.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    mentions: Vec<MentionData<'a>>,
    /// Words that somebody says.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    quotations: Vec<QuotationData<'a>>,
    /// Roles as the text states them.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    roles: Vec<RoleData<'a>>,
    /// Who acts on whom, where a verb says so.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    acts: Vec<ActData<'a>>,
    /// Stretches that may name an actor and were left as plain text.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    open: Vec<OpenData<'a>>,
}

/// A page of a briefing.
#[derive(Clone, Copy, Debug, Serialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
enum PageName {
    Article,
    Faq,
}

/// A mark over a stretch of text.
#[derive(Debug, Serialize, JsonSchema)]
struct MarkData<'a> {
    start: u32,
    end: u32,
    /// `emphasis`, `strong`, `strike`, `code`, `link`, `image`, `footnote` or `break`.
    kind: &'static str,
    /// Of a link its address, of an image its path, of a footnote its label.
    #[serde(skip_serializing_if = "Option::is_none")]
    to: Option<&'a str>,
}

/// A restoration.
#[derive(Debug, Serialize, JsonSchema)]
struct EditData<'a> {
    start: u32,
    end: u32,
    /// What stands in the seed.
    was: &'a str,
    /// Which rule did it.
    rule: Restoration,
    /// Where that stands in the seed.
    source: [u32; 2],
}

/// A place where an actor is named.
#[derive(Debug, Serialize, JsonSchema)]
struct MentionData<'a> {
    start: u32,
    end: u32,
    /// The name as it stands in `text`.
    text: &'a str,
    /// Id of the actor.
    actor: &'a str,
    /// How the actor is named.
    naming: Naming,
    /// How sure it is that this actor is meant.
    certainty: Certainty,
    /// How often such a mention is right, in a thousand.
    confidence: u16,
    /// What decided it.
    evidence: &'static str,
    /// Where it stands in the seed.
    source: [u32; 2],
}

/// Words that somebody says.
#[derive(Debug, Serialize, JsonSchema)]
struct QuotationData<'a> {
    start: u32,
    end: u32,
    /// The words.
    text: &'a str,
    /// Whether they are the speaker's own or reported.
    kind: QuotationKind,
    /// Id of the actor who speaks, where the text names one.
    #[serde(skip_serializing_if = "Option::is_none")]
    speaker: Option<&'a str>,
    /// How sure the speaker is.
    certainty: Certainty,
    /// Where it stands in the seed.
    source: [u32; 2],
}

/// A role as the text states it.
#[derive(Debug, Serialize, JsonSchema)]
struct RoleData<'a> {
    start: u32,
    end: u32,
    /// Id of the actor whose role it is.
    actor: &'a str,
    /// The title, in the text's words.
    title: String,
    /// Id of the actor of whom it is a role.
    #[serde(skip_serializing_if = "Option::is_none")]
    of: Option<&'a str>,
    /// How sure it is.
    certainty: Certainty,
}

/// An act that a verb states.
#[derive(Debug, Serialize, JsonSchema)]
struct ActData<'a> {
    start: u32,
    end: u32,
    /// Id of the actor who acts.
    source: &'a str,
    /// Id of the actor on or with whom.
    target: &'a str,
    /// The act in one word.
    act: &'a str,
}

/// A stretch that may name an actor.
#[derive(Debug, Serialize, JsonSchema)]
struct OpenData<'a> {
    start: u32,
    end: u32,
    /// Ids of the actors that it may name.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    may_be: Vec<&'a str>,
    /// Why it was left open.
    reason: &'a str,
}

/// A question with its answer.
#[derive(Debug, Serialize, JsonSchema)]
struct QuestionData<'a> {
    /// Id of the section's heading.
    #[serde(skip_serializing_if = "Option::is_none")]
    section: Option<&'a str>,
    /// Id of the question's block.
    question: &'a str,
    /// Ids of the blocks of its answer.
    answer: Vec<&'a str>,
    /// The paragraphs that bear on it, best first.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    paragraphs: Vec<BearsData<'a>>,
}

/// A paragraph that bears on a question.
#[derive(Debug, Serialize, JsonSchema)]
struct BearsData<'a> {
    /// Id of the paragraph's block.
    block: &'a str,
    /// How strongly, in thousandths; comparable within a briefing.
    score: u32,
    /// What the two share.
    shared: &'a [String],
}

/// An actor that is named in the briefing.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct ActorData<'a> {
    /// Its id.
    id: &'a str,
    /// Its name.
    name: &'a str,
    /// What it is.
    kind: Kind,
    /// Who says that it is an actor: a person (`curated`), what everybody knows (`gazetteer`), the program (`detected`).
    origin: ActorOrigin,
    /// Address of its page, where it has one.
    #[serde(skip_serializing_if = "Option::is_none")]
    address: Option<String>,
    /// How often this briefing names it.
    mentions: u32,
}

/// A source.
#[derive(Debug, Serialize, JsonSchema)]
struct SourceData<'a> {
    title: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    publisher: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    date: Option<String>,
}

/// A correction.
#[derive(Debug, Serialize, JsonSchema)]
struct CorrectionData<'a> {
    date: String,
    text: &'a str,
    /// Id of the block that it concerns.
    #[serde(skip_serializing_if = "Option::is_none")]
    block: Option<&'a str>,
}

/// Numbers of a briefing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub(crate) struct Counts {
    /// Numbered paragraphs of the article.
    pub(crate) paragraphs: usize,
    /// Answered questions.
    pub(crate) questions: usize,
    /// Mentions for which an actor was found.
    pub(crate) mentions: usize,
    /// How many of them are inferred.
    pub(crate) inferred: usize,
    /// Stretches that were left open.
    pub(crate) open: usize,
    /// Quotations, direct and indirect.
    pub(crate) quotations: usize,
    /// Restorations.
    pub(crate) edits: usize,
    /// What a person has said about the actors of this briefing.
    pub(crate) corrected: usize,
}

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
            data.quotations.push(QuotationData { start, end, text, kind: row.kind, speaker, certainty: row.certainty, source: span(source) });
        }
        while let Some((row, title)) = roles.next_if(|(row, _)| row.block <= at) {
            let TextRange { start, end } = row.title;
            data.roles.push(RoleData { start, end, actor: facts.id(row.actor), title, of: row.of.map(|actor| facts.id(actor)), certainty: row.certainty });
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

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde asks for a reference")]
fn is_false(value: &bool) -> bool {
    !value
}
