//! Corrections by a person: registry and overlays as they are to be, from what was found. Gives changes to be made and writes nothing itself;
//! what a person wrote before is kept, or named where it cannot be.

mod adopt;
mod desk;
mod dossier;
mod entry;
mod ignore;
mod merge;
mod rename;
mod review;
mod split;
pub mod who;
mod why;

pub use adopt::adopt;
pub use desk::Desk;
pub use dossier::{Dossier, Fact, dossier};
pub use ignore::ignore;
pub use merge::merge;
pub use rename::{Rename, rename};
pub use review::{Case, quoted, review};
pub use split::split;
pub use why::{Why, why};

use crate::edit::Change;

/// What a correction asks for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Correction {
    /// The files as they are to be.
    pub changes: Vec<Change>,
    /// What the person should know.
    pub notes: Vec<String>,
}
