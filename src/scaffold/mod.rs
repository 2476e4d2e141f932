//! A beginning for a person: a site, a briefing, an actor, a page, a theme of one's own; seeds from texts of other forms; schemas for editors.
//! Gives changes to be made and writes nothing itself.

pub mod import;
mod init;
mod new;
pub mod schema;

pub use init::init;
pub use new::{NewActor, actor, actor_entry, briefing, guess_kind, page, theme};

/// Why something cannot be made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// What is wrong: lowercase, one clause, no full stop.
    pub message: String,
    /// What to do about it.
    pub help: String,
}

impl Refusal {
    pub(crate) fn new(message: impl Into<String>, help: impl Into<String>) -> Self {
        Self { message: message.into(), help: help.into() }
    }
}

/// The line by which an editor finds the schema of a YAML file: `depth` folders below `content/`.
pub(crate) fn modeline(schema: schema::Schema, depth: usize) -> String {
    format!("# yaml-language-server: $schema={}{}/{}\n", "../".repeat(depth), schema::FOLDER, schema.file())
}
