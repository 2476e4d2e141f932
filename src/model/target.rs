//! Everything that a link can point at: an enum, never a string. `site/address` alone makes addresses of them.

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
    /// A briefing as one handout to print.
    Handout(BriefingNo),
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
