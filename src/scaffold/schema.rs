//! JSON Schemas of the YAML files that a person writes, for editors that complete and check while one types.
//! The shapes here are those of the readers (`input/settings`, `read/overlay`, `actors/registry`); a test holds them to each other.

use crate::input::LinkPolicy;
use crate::model::lint::LintLevel;
use crate::model::meta::Status;
use crate::model::publish::Export;
use crate::model::{AliasKind, Kind, Restoration};
use schemars::{JsonSchema, SchemaGenerator, generate::SchemaSettings, json_schema};
use std::collections::{BTreeMap, BTreeSet};

/// The folder of the schemas; hidden, so that nothing takes them for content.
pub const FOLDER: &str = ".schema";

/// A kind of file that has a schema.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Schema {
    /// `content/site.yaml`.
    Site,
    /// Overlays.
    Overlay,
    /// Registry files.
    Actor,
}

impl Schema {
    /// All.
    pub const ALL: [Schema; 3] = [Self::Site, Self::Overlay, Self::Actor];

    /// The schema's own file name.
    pub fn file(self) -> &'static str {
        match self {
            Self::Site => "site.json",
            Self::Overlay => "briefing.json",
            Self::Actor => "actor.json",
        }
    }

    /// Where it lies in a site.
    pub fn path(self) -> String {
        format!("content/{FOLDER}/{}", self.file())
    }

    /// As JSON text.
    pub fn json(self) -> String {
        let mut generator = SchemaSettings::draft07().into_generator();
        let schema = match self {
            Self::Site => generator.root_schema_for::<SiteFile>(),
            Self::Overlay => generator.root_schema_for::<OverlayFile>(),
            Self::Actor => generator.root_schema_for::<RegistryFile>(),
        };
        // A schema is made of text and numbers alone; it can always be written.
        let mut json = serde_json::to_string_pretty(&schema).unwrap_or_default();
        json.push('\n');
        json
    }
}

/// A day, as YYYY-MM-DD.
struct Day;

impl JsonSchema for Day {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Day".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> schemars::Schema {
        // No `format`: some readers of YAML take a bare date for something else than text.
        json_schema!({"type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$", "description": "A day, as YYYY-MM-DD"})
    }
}

/// The settings of a site.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
#[expect(dead_code, reason = "only its shape is asked for")]
struct SiteFile {
    /// The site's name.
    title: Option<String>,
    /// A sentence about the site.
    description: Option<String>,
    /// Where the site is published, for instance `https://example.org/briefings/`.
    #[schemars(regex(pattern = r"^https?://"))]
    base_url: Option<String>,
    /// Language tag of the texts: `en`, `fr`, `pt-BR`.
    language: Option<String>,
    /// Name of a folder under `themes/`, or `default`.
    theme: Option<String>,
    /// Who publishes the site.
    publisher: Option<String>,
    /// Who writes it.
    author: Option<String>,
    /// An e-mail or web address to which errors are reported.
    contact: Option<String>,
    /// Licence of the texts, as text or address.
    licence: Option<String>,
    /// Which mentions of an actor are links.
    links: Option<LinkPolicy>,
    /// Which repairs of damaged text are made.
    restore: Option<RestoreValue>,
    /// What is published beside the pages.
    publish: Option<PublishValue>,
    /// Whether actors that the program found by itself get pages and links.
    detected: Option<bool>,
    /// From how many in a hundred a mention has to be right to be shown.
    sure: Option<SureValue>,
    /// Whether search engines are asked to stay away.
    noindex: Option<bool>,
    /// Findings of `chancery check` that are to be another level here, by code.
    lint: Option<BTreeMap<String, LintLevel>>,
    /// Where `chancery deploy` puts the site. Secrets never stand here.
    deploy: Option<DeployValue>,
}

#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
#[expect(dead_code, reason = "only its shape is asked for")]
struct DeployValue {
    /// Transfers at a time; 16 without it.
    #[schemars(range(min = 1, max = 256))]
    transfers: Option<usize>,
    /// The target that is meant where the command names none.
    default: Option<String>,
    /// Targets by name.
    targets: Option<BTreeMap<String, TargetValue>>,
}

#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
#[expect(dead_code, reason = "only its shape is asked for")]
struct TargetValue {
    /// Where the site goes: `s3://BUCKET/FOLDER`, `az://CONTAINER`, `gs://BUCKET`, `file:///srv/www` or a path.
    url: String,
    /// The address of the server, where it is not the provider's own.
    #[schemars(regex(pattern = r"^https?://"))]
    endpoint: Option<String>,
    /// Region of the bucket.
    region: Option<String>,
    /// Azure's storage account.
    account: Option<String>,
    /// Where readers see the site; `base_url` without it.
    #[schemars(regex(pattern = r"^https?://"))]
    address: Option<String>,
    /// Whether what a deploy replaces is kept, so that one can go back.
    rollback: Option<bool>,
}

/// All or none, or these rules.
#[derive(JsonSchema)]
#[schemars(untagged)]
#[expect(dead_code, reason = "only its shape is asked for")]
enum RestoreValue {
    All(bool),
    Only(Vec<Restoration>),
}

/// A level for the whole briefing, or the ids of the blocks in which the finding is allowed.
#[derive(JsonSchema)]
#[schemars(untagged)]
#[expect(dead_code, reason = "only its shape is asked for")]
enum BriefingLint {
    Level(LintLevel),
    Blocks(Vec<String>),
}

#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
#[expect(dead_code, reason = "only its shape is asked for")]
struct PublishValue {
    /// Atom and JSON feeds.
    feeds: Option<bool>,
    /// What machines read in a page's head: JSON-LD, OpenGraph and citation elements.
    structured_data: Option<bool>,
    /// The words of each briefing as plain text, and a list of them.
    plain_text: Option<bool>,
    /// The search page and its index.
    search: Option<bool>,
    /// The JSON of each briefing, with its schema; published without it.
    data: Option<bool>,
    /// Citations of each briefing; published without it.
    citations: Option<bool>,
    /// A share picture of each briefing and of each actor; none without it.
    pictures: Option<bool>,
    /// Files with what all briefings hold together; none without it.
    exports: Option<BTreeSet<Export>>,
    /// The page of each briefing that shows its seed line by line.
    source: Option<bool>,
}

/// From how many in a hundred a mention has to be right to be shown.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
#[expect(dead_code, reason = "only its shape is asked for")]
struct SureValue {
    /// As certain.
    certain: Option<f64>,
    /// As inferred; what is below is left open.
    inferred: Option<f64>,
}

/// What a person adds to a briefing without touching its seed.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
#[expect(dead_code, reason = "only its shape is asked for")]
struct OverlayFile {
    /// The address below `/briefings/`.
    slug: Option<String>,
    /// Old slugs: their addresses lead to the new one.
    former: Option<OneOrMany<String>>,
    /// The title.
    title: Option<String>,
    /// Date of the briefing.
    date: Option<Day>,
    /// Date of the last change that matters to readers.
    updated: Option<Day>,
    /// Language tag, where it is not that of the site.
    language: Option<String>,
    /// The briefing that this one translates: the path of its seed below `seeds/`, without ending.
    translation_of: Option<String>,
    /// A sentence or two under the title.
    standfirst: Option<String>,
    /// What to take away.
    key_points: Option<OneOrMany<String>>,
    /// Whether readers are shown the briefing.
    status: Option<Status>,
    /// First day on which it is shown.
    publish_from: Option<Day>,
    /// Last day on which it is shown.
    publish_until: Option<Day>,
    /// What the briefing rests on.
    sources: Option<OneOrMany<SourceValue>>,
    /// What was wrong and has been put right.
    corrections: Option<OneOrMany<CorrectionValue>>,
    /// Briefings that belong with this one: paths of their seeds, without ending.
    related: Option<OneOrMany<String>>,
    /// Tags; each has a page.
    tags: Option<OneOrMany<String>>,
    /// Which repairs of damaged text are made here.
    restore: Option<RestoreValue>,
    /// Rules for actors in this briefing alone.
    actors: Option<ActorRulesValue>,
    /// Findings of `chancery check` that are to be another level here, by code; or the ids of the blocks in which one is allowed.
    lint: Option<BTreeMap<String, BriefingLint>>,
}

#[derive(JsonSchema)]
#[schemars(untagged)]
#[expect(dead_code, reason = "only its shape is asked for")]
enum OneOrMany<T> {
    One(T),
    Many(Vec<T>),
}

#[derive(JsonSchema)]
#[schemars(untagged)]
#[expect(dead_code, reason = "only its shape is asked for")]
enum SourceValue {
    /// An address or a text.
    Text(String),
    Whole(SourceFields),
}

#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
#[expect(dead_code, reason = "only its shape is asked for")]
struct SourceFields {
    /// What it is called.
    title: Option<String>,
    /// Where it is.
    #[schemars(regex(pattern = r"^https?://"))]
    url: Option<String>,
    /// Who published it.
    publisher: Option<String>,
    /// When.
    date: Option<Day>,
}

#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
#[expect(dead_code, reason = "only its shape is asked for")]
struct CorrectionValue {
    /// When it was made.
    date: Day,
    /// What was wrong and what is right.
    text: String,
    /// Id of the block it concerns: the fragment of its permalink.
    block: Option<String>,
}

#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
#[expect(dead_code, reason = "only its shape is asked for")]
struct ActorRulesValue {
    /// Phrases, and the id of the actor that each names here.
    is: Option<BTreeMap<String, String>>,
    /// Phrases in which nobody is named.
    not: Option<OneOrMany<String>>,
    /// Ids or phrases that are not linked in this briefing at all.
    ignore: Option<OneOrMany<String>>,
}

/// One actor, or a list of them.
#[derive(JsonSchema)]
#[schemars(untagged)]
#[expect(dead_code, reason = "only its shape is asked for")]
enum RegistryFile {
    One(Box<RegistryEntry>),
    Many(Vec<RegistryEntry>),
}

/// An actor that a person has confirmed, or texts that are none.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
#[expect(dead_code, reason = "only its shape is asked for")]
struct RegistryEntry {
    /// The address below `/actors/`: small letters, digits, hyphens.
    #[schemars(regex(pattern = r"^[a-z0-9]+(-[a-z0-9]+)*$"))]
    id: Option<String>,
    /// Old ids: their addresses lead to the new one.
    former: Option<OneOrMany<String>>,
    /// The name that heads the page.
    name: Option<String>,
    /// What it is.
    kind: Option<Kind>,
    /// Other names.
    aliases: Option<OneOrMany<AliasValue>>,
    /// A sentence about the actor.
    summary: Option<String>,
    /// Roles, as text.
    roles: Option<OneOrMany<String>>,
    /// Ids of actors, or texts.
    affiliations: Option<OneOrMany<String>>,
    /// Identifiers elsewhere: `iso`, `wikidata`.
    identifiers: Option<BTreeMap<String, String>>,
    /// Addresses.
    links: Option<OneOrMany<LinkValue>>,
    /// Phrases in which one of the names does not name this actor.
    not: Option<OneOrMany<String>>,
    /// Texts that are no actor, in an entry of their own; or `true` beside a name.
    ignore: Option<IgnoreValue>,
}

#[derive(JsonSchema)]
#[schemars(untagged)]
#[expect(dead_code, reason = "only its shape is asked for")]
enum AliasValue {
    Text(String),
    Whole(AliasFields),
}

#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
#[expect(dead_code, reason = "only its shape is asked for")]
struct AliasFields {
    /// As written.
    text: String,
    /// What kind of name it is.
    kind: Option<AliasKind>,
}

#[derive(JsonSchema)]
#[schemars(untagged)]
#[expect(dead_code, reason = "only its shape is asked for")]
enum LinkValue {
    Address(String),
    Whole(LinkFields),
}

#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
#[expect(dead_code, reason = "only its shape is asked for")]
struct LinkFields {
    /// What it says.
    title: Option<String>,
    /// Where it leads.
    #[schemars(regex(pattern = r"^https?://"))]
    url: String,
}

#[derive(JsonSchema)]
#[schemars(untagged)]
#[expect(dead_code, reason = "only its shape is asked for")]
enum IgnoreValue {
    All(bool),
    Text(OneOrMany<String>),
}
