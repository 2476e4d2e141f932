//! chancery turns plain-text briefings into a themed, cross-linked static site.
//!
//! The rooms, from the door down to the ground. A room uses only rooms of the groups below its own
//! (`tests/suite/house.rs` reads this table and holds the code to it):
//!
//! | group | rooms |
//! | --- | --- |
//! | door | `cli` |
//! | uses of a build | `serve`, `check`, `host`, `deploy`, `score` |
//! | corrections | `curate` |
//! | beginnings | `scaffold` |
//! | conductor | `build` |
//! | writers | `write`, `edit` |
//! | pages | `render`, `search` |
//! | policy | `policy` |
//! | the whole and its clothes | `site`, `theme` |
//! | analysis | `read`, `actors`, `link` |
//! | what a person wrote | `input` |
//! | share pictures | `picture` |
//! | words as data | `language` |
//! | the product's words | `model`, `manifest`, `yaml` |
//! | findings | `diagnostics`, `fault` |
//! | ground | `text` |
//!
//! Reading [`build`] reads the program: it names every stage, once, in order.

pub mod cli;

pub mod check;
#[cfg(feature = "deploy")]
pub mod deploy;
pub mod host;
pub mod score;
pub mod serve;

pub mod curate;

pub mod scaffold;

pub mod build;

pub mod edit;
pub mod write;

pub mod render;
pub mod search;

pub mod policy;

pub mod site;
pub mod theme;

pub mod actors;
pub mod link;
pub mod read;

pub mod input;

pub mod picture;

pub mod language;

pub mod manifest;
pub mod model;
pub mod yaml;

pub mod diagnostics;
pub mod fault;

pub mod text;
