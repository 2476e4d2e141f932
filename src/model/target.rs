//! Everything that a link can point at: an enum, never a string. `site/address` alone makes addresses of them.

use super::publish::{Export, Publish};
use super::{ActorNo, BlockNo, BriefingNo, Kind};

/// Something that has an address on the site.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Target {
    /// The home page.
    Home,
    /// A page of the list of all briefings; the first is 1.
    Briefings(u32),
    /// A briefing's article page.
    Article(BriefingNo),
    /// A briefing's FAQ page.
    Faq(BriefingNo),
    /// The seed of a briefing, line by line.
    Source(BriefingNo),
    /// A briefing as one handout to print.
    Handout(BriefingNo),
    /// The same as one file.
    HandoutFile(BriefingNo),
    /// A block, on whichever page shows it.
    Block(BriefingNo, BlockNo),
    /// The actor index.
    Actors,
    /// A list of actors in another order, or of one kind; its first page is 1. The first page by name is `Actors`.
    ActorList(ActorList, u32),
    /// An actor's page, with the newest mentions.
    Actor(ActorNo),
    /// The Nth part of an actor's mentions, from 1, counted from the oldest: what stands there stays there.
    ActorPart(ActorNo, u32),
    /// The page of a name that several actors share; the folded, slugged name.
    Namesakes(String),
    /// The briefings with a tag; its slug.
    Tag(String),
    /// The list of tags.
    Tags,
    /// All corrections.
    Corrections,
    /// One of the site's own pages; its path ("about").
    Page(String),
    /// A file of the theme or of `content/static/`: the path in the output.
    Asset(String),
    /// A feed.
    Feed(FeedOf, FeedForm),
    /// The words of a briefing as plain text.
    PlainText(BriefingNo),
    /// The sitemap.
    Sitemap,
    /// The search page.
    Search,
    /// The page that says what there is for programs.
    Data,
    /// What a briefing holds, as JSON.
    BriefingData(BriefingNo),
    /// A file for programs about the whole site.
    DataFile(DataFile),
    /// How to cite each block of a briefing: a page.
    Citations(BriefingNo),
    /// The same for a program that manages references.
    CitationFile(BriefingNo, CitationForm),
    /// The share picture of a briefing.
    BriefingPicture(BriefingNo),
    /// The share picture of an actor.
    ActorPicture(ActorNo),
    /// The page that says how pages are made.
    Method,
    /// The page that says that there is no such page.
    NotFound,
}

/// What a feed tells of.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FeedOf {
    /// New briefings.
    Site,
    /// New briefings with a tag; its slug.
    Tag(String),
    /// Corrections.
    Corrections,
    /// Sentences that name an actor.
    Actor(ActorNo),
}

/// How a feed is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FeedForm {
    /// Atom, RFC 4287.
    Atom,
    /// JSON Feed 1.1.
    Json,
}

impl FeedForm {
    /// Both.
    pub const ALL: [FeedForm; 2] = [Self::Atom, Self::Json];

    /// The media type.
    pub fn media_type(self) -> &'static str {
        match self {
            Self::Atom => "application/atom+xml",
            Self::Json => "application/feed+json",
        }
    }
}

/// Which actors, in which order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ActorList {
    /// All, by name.
    Name,
    /// All, the most named first.
    Mentions,
    /// All, the last named first.
    Seen,
    /// One kind, by name.
    Kind(Kind),
}

/// A file for programs about the whole site.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DataFile {
    /// The JSON Schema of the JSON of a briefing.
    BriefingSchema,
    /// The JSON Schema of the file that holds everything.
    SiteSchema,
    /// A table of all mentions.
    Mentions,
    /// A table of all quotations.
    Quotations,
    /// A table of all actors that are named.
    Actors,
    /// Entities of FollowTheMoney.
    Entities,
    /// Who is named with whom.
    Graph,
    /// Everything.
    All,
}

impl DataFile {
    /// Whether it describes files, and holds nothing of the site.
    pub fn is_schema(self) -> bool {
        matches!(self, Self::BriefingSchema | Self::SiteSchema)
    }

    /// Its address below the base path.
    pub fn path(self) -> &'static str {
        match self {
            Self::BriefingSchema => "data/schema/briefing-1.json",
            Self::SiteSchema => "data/schema/site-1.json",
            Self::Mentions => "data/mentions.csv",
            Self::Quotations => "data/quotations.csv",
            Self::Actors => "data/actors.csv",
            Self::Entities => "data/entities.ftm.ndjson",
            Self::Graph => "data/together.graphml",
            Self::All => "data/all.json.gz",
        }
    }

    /// The files that these switches ask for, in the order in which they are shown.
    pub fn published(publish: &Publish) -> Vec<Self> {
        let mut files = Vec::new();
        if publish.data {
            files.push(Self::BriefingSchema);
        }
        for export in &publish.exports {
            match export {
                Export::Csv => files.extend([Self::Mentions, Self::Quotations, Self::Actors]),
                Export::Ftm => files.push(Self::Entities),
                Export::Graphml => files.push(Self::Graph),
                Export::All => files.extend([Self::All, Self::SiteSchema]),
            }
        }
        files
    }
}

/// A form of citations for programs that manage references.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum CitationForm {
    /// BibTeX.
    Bibtex,
    /// RIS.
    Ris,
    /// CSL-JSON.
    Csl,
}

impl CitationForm {
    /// All, in the order in which they are shown.
    pub const ALL: [Self; 3] = [Self::Bibtex, Self::Ris, Self::Csl];

    /// Name of the file.
    pub fn file(self) -> &'static str {
        match self {
            Self::Bibtex => "citations.bib",
            Self::Ris => "citations.ris",
            Self::Csl => "citations.json",
        }
    }

    /// What it is called.
    pub fn name(self) -> &'static str {
        match self {
            Self::Bibtex => "BibTeX",
            Self::Ris => "RIS",
            Self::Csl => "CSL-JSON",
        }
    }
}
