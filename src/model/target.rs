//! Everything that a link can point at: an enum, never a string. `site/address` alone makes addresses of them.

use super::{ActorNo, BlockNo, BriefingNo};

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
    /// A block, on whichever page shows it.
    Block(BriefingNo, BlockNo),
    /// The actor index.
    Actors,
    /// A page of an actor; the first is 1.
    Actor(ActorNo, u32),
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
    /// The Atom feed.
    Feed,
    /// The sitemap.
    Sitemap,
    /// The page that says that there is no such page.
    NotFound,
}
