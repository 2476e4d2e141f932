//! What a template sees: one typed view for each kind of page, of text, finished HTML, addresses and numbers.
//!
//! The doc comments here are the contract with theme authors: `docs/themes.md` is made of them, and a test holds the two together.

pub mod actor;
pub mod actor_index;
pub mod article;
pub mod beside;
pub mod block;
pub mod citations;
pub mod company;
pub mod data;
pub mod faq;
pub mod frame;
pub mod handout;
pub mod honesty;
pub mod lists;
pub mod named;
pub mod places;
pub mod score;
pub mod seed;

pub use actor::ActorView;
pub use actor_index::{IndexView, NamesakesView};
pub use article::ArticleView;
pub use citations::CitationsView;
pub use data::DataView;
pub use faq::FaqView;
pub use handout::HandoutView;
pub use lists::{BriefingsView, CorrectionsView, HomeView, MethodView, NotFoundView, OwnPageView, RedirectView, SearchView, TagView, TagsView};
pub use seed::SeedView;

#[cfg(test)]
mod contract;
