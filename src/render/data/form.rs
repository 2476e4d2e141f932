//! The form of the JSON of a briefing, `chancery-briefing/1`. The doc comments are the descriptions of the published schema.

use crate::model::{ActorOrigin, Certainty, Kind, Naming, QuotationKind, Restoration, Role, RoleEvidence, SpeakerEvidence, TitleOrigin};
use schemars::JsonSchema;
use serde::Serialize;

/// A briefing: the text as readers see it, and what was found in it. `start` and `end` (exclusive) count bytes of a block's `text` in UTF-8;
/// `source` counts bytes of the seed as it lies on disk. A list or value that is not there is empty or unknown.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct BriefingData<'a> {
    /// Address of the JSON Schema of this file.
    #[serde(rename = "$schema", skip_serializing_if = "Option::is_none")]
    pub(super) schema: Option<String>,
    /// `chancery-briefing/1`: name and version of the format.
    pub(super) format: &'static str,
    /// The seed's path below `seeds/` without its ending: identifies the briefing.
    pub(super) id: &'a str,
    /// The seed's path in the site.
    pub(super) seed: &'a str,
    /// Encoding of the seed, where it is not UTF-8.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) encoding: Option<&'a str>,
    /// Address of the article's page. With `#` and the id of a block of the page `article` it is the address of that block.
    pub(super) address: String,
    /// Address of the FAQ's page. With `#` and the id of a block of the page `faq` it is the address of that block.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) faq: Option<String>,
    /// The title.
    pub(super) title: &'a str,
    /// Where the title is from.
    pub(super) title_origin: TitleOrigin,
    /// Language tag (BCP 47).
    pub(super) language: &'a str,
    /// Whether it is a draft that is shown for once.
    #[serde(skip_serializing_if = "is_false")]
    pub(super) draft: bool,
    /// Day of the briefing, YYYY-MM-DD.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) date: Option<String>,
    /// Day of the last change that matters to readers, YYYY-MM-DD.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) updated: Option<String>,
    /// What a person wrote under the title.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) standfirst: Option<&'a str>,
    /// What to take away, written by a person.
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    pub(super) key_points: &'a [String],
    /// Tags.
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    pub(super) tags: &'a [String],
    /// What the briefing rests on, as a person names it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) sources: Vec<SourceData<'a>>,
    /// What was wrong and has been put right.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) corrections: Vec<CorrectionData<'a>>,
    /// Who publishes the site.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) publisher: Option<&'a str>,
    /// Licence of the text.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) licence: Option<&'a str>,
    /// All blocks of the seed in reading order; those without a page are not shown to readers.
    pub(super) blocks: Vec<BlockData<'a>>,
    /// The questions of the FAQ, each with its answer.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) questions: Vec<QuestionData<'a>>,
    /// The actors that are named, by id.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) actors: Vec<ActorData<'a>>,
    /// How many there are of each: the numbers at the foot of the page.
    pub(super) counts: Counts,
}

/// A piece of the text that a permalink can address.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct BlockData<'a> {
    /// Its id: the fragment of its permalink. Unique within the briefing.
    pub(super) id: &'a str,
    /// What it does in the briefing.
    pub(super) role: Role,
    /// The page that shows it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) page: Option<PageName>,
    /// Its number among the paragraphs of the article.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) number: Option<u32>,
    /// The text as readers see it, restorations included. In a table rows end with a line feed, cells are parted by tabs.
    pub(super) text: &'a str,
    /// Its whole lines in the seed: first byte, one past the last.
    pub(super) source: [u32; 2],
    /// Emphasis, links and the like.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) marks: Vec<MarkData<'a>>,
    /// Restorations: where the text differs from the seed.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) edits: Vec<EditData<'a>>,
    /// Places where an actor is named.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) mentions: Vec<MentionData<'a>>,
    /// Words that somebody says.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) quotations: Vec<QuotationData<'a>>,
    /// Roles as the text states them.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) roles: Vec<RoleData<'a>>,
    /// Who acts on whom, where a verb says so.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) acts: Vec<ActData<'a>>,
    /// Stretches that may name an actor and were left as plain text.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) open: Vec<OpenData<'a>>,
}

/// A page of a briefing.
#[derive(Clone, Copy, Debug, Serialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub(super) enum PageName {
    Article,
    Faq,
}

/// A mark over a stretch of text.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct MarkData<'a> {
    pub(super) start: u32,
    pub(super) end: u32,
    /// `emphasis`, `strong`, `strike`, `code`, `link`, `image`, `footnote` or `break`.
    pub(super) kind: &'static str,
    /// Of a link its address, of an image its path, of a footnote its label.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) to: Option<&'a str>,
}

/// A restoration.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct EditData<'a> {
    pub(super) start: u32,
    pub(super) end: u32,
    /// What stands in the seed.
    pub(super) was: &'a str,
    /// Which rule did it.
    pub(super) rule: Restoration,
    /// Where that stands in the seed.
    pub(super) source: [u32; 2],
}

/// A place where an actor is named.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct MentionData<'a> {
    pub(super) start: u32,
    pub(super) end: u32,
    /// The name as it stands in `text`.
    pub(super) text: &'a str,
    /// Id of the actor.
    pub(super) actor: &'a str,
    /// How the actor is named.
    pub(super) naming: Naming,
    /// How sure it is that this actor is meant.
    pub(super) certainty: Certainty,
    /// How often such a mention is right, in a thousand.
    pub(super) confidence: u16,
    /// What decided it.
    pub(super) evidence: &'static str,
    /// Where it stands in the seed.
    pub(super) source: [u32; 2],
}

/// Words that somebody says.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct QuotationData<'a> {
    pub(super) start: u32,
    pub(super) end: u32,
    /// The words.
    pub(super) text: &'a str,
    /// Whether they are the speaker's own or reported.
    pub(super) kind: QuotationKind,
    /// Id of the actor who speaks, where the text names one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) speaker: Option<&'a str>,
    /// How sure the speaker is.
    pub(super) certainty: Certainty,
    /// How often such a speaker is right, in a thousand.
    pub(super) confidence: u16,
    /// By what the speaker was found.
    pub(super) evidence: SpeakerEvidence,
    /// Where it stands in the seed.
    pub(super) source: [u32; 2],
}

/// A role as the text states it.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct RoleData<'a> {
    pub(super) start: u32,
    pub(super) end: u32,
    /// Id of the actor whose role it is.
    pub(super) actor: &'a str,
    /// The title, in the text's words.
    pub(super) title: String,
    /// Id of the actor of whom it is a role.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) of: Option<&'a str>,
    /// How sure it is.
    pub(super) certainty: Certainty,
    /// How often such a role is right, in a thousand.
    pub(super) confidence: u16,
    /// By what it was found.
    pub(super) evidence: RoleEvidence,
}

/// An act that a verb states.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct ActData<'a> {
    pub(super) start: u32,
    pub(super) end: u32,
    /// Id of the actor who acts.
    pub(super) source: &'a str,
    /// Id of the actor on or with whom.
    pub(super) target: &'a str,
    /// The act in one word.
    pub(super) act: &'a str,
}

/// A stretch that may name an actor.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct OpenData<'a> {
    pub(super) start: u32,
    pub(super) end: u32,
    /// Ids of the actors that it may name.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) may_be: Vec<&'a str>,
    /// Why it was left open.
    pub(super) reason: &'a str,
}

/// A question with its answer.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct QuestionData<'a> {
    /// Id of the section's heading.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) section: Option<&'a str>,
    /// Id of the question's block.
    pub(super) question: &'a str,
    /// Ids of the blocks of its answer.
    pub(super) answer: Vec<&'a str>,
    /// The paragraphs that bear on it, best first.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) paragraphs: Vec<BearsData<'a>>,
}

/// A paragraph that bears on a question.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct BearsData<'a> {
    /// Id of the paragraph's block.
    pub(super) block: &'a str,
    /// How strongly, in thousandths; comparable within a briefing.
    pub(super) score: u32,
    /// What the two share.
    pub(super) shared: &'a [String],
}

/// An actor that is named in the briefing.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct ActorData<'a> {
    /// Its id.
    pub(super) id: &'a str,
    /// Its name.
    pub(super) name: &'a str,
    /// What it is.
    pub(super) kind: Kind,
    /// Who says that it is an actor: a person (`curated`), what everybody knows (`gazetteer`), the program (`detected`).
    pub(super) origin: ActorOrigin,
    /// Address of its page, where it has one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) address: Option<String>,
    /// How often this briefing names it.
    pub(super) mentions: u32,
}

/// A source.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct SourceData<'a> {
    pub(super) title: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) url: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) publisher: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) date: Option<String>,
}

/// A correction.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct CorrectionData<'a> {
    pub(super) date: String,
    pub(super) text: &'a str,
    /// Id of the block that it concerns.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) block: Option<&'a str>,
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

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde asks for a reference")]
fn is_false(value: &bool) -> bool {
    !value
}
