//! The words of the product, as plain data. Facts stand beside each other, not inside: a [`Briefing`] never changes after
//! it was read; its [`Mentions`] stand beside it, and so do its links.
//!
//! | word | type |
//! | --- | --- |
//! | briefing, article, FAQ, block | [`briefing`] |
//! | text as shown, with marks and restorations | [`rich_text`] |
//! | what a person adds to a seed | [`meta`] |
//! | actor, alias, roster | [`actor`] |
//! | mention, quotation, stated role, certainty | [`mention`] |
//! | question bears on paragraph, related briefings | [`links`] |
//! | how loud a finding is to be | [`lint`] |
//! | what is published beside the pages | [`publish`] |
//! | everything that a link can point at | [`target`] |

pub mod actor;
pub mod briefing;
pub mod date;
mod evidence;
pub mod links;
pub mod lint;
pub mod mention;
pub mod meta;
pub(crate) mod place;
pub mod publish;
pub mod rich_text;
mod stated;
pub mod target;

pub use crate::text::number::{ActorNo, BlockNo, BriefingNo};
pub use actor::{Actor, ActorOrigin, Alias, AliasKind, Kind, Roster};
pub use briefing::{Anchor, Block, Briefing, Faq, QuestionAnswer, Role, Section, Shape, SourceMap, Title, TitleOrigin};
pub use date::Date;
pub use evidence::Evidence;
pub use links::{BearsOn, BriefingLinks};
pub use mention::{Certainty, Mention, Mentions, Naming, OpenCase, OtherName, Quotation, QuotationKind, Relation, StatedRole, Thresholds};
pub use meta::Meta;
pub use publish::Publish;
pub use rich_text::{Edit, Mark, MarkKind, Restoration, RichText, RichTextBuilder};
pub use stated::{MergeEvidence, RoleEvidence, SpeakerEvidence};
pub use target::{ActorList, CitationForm, DataFile, FeedForm, FeedOf, Target};
