//! Templates, style and strings. A site's `themes/NAME/` overrides the embedded default file by file. Never sees a briefing.

use crate::diagnostics::{Checked, Diagnostic};
use crate::input::InputFile;
use crate::text::Fingerprint;
use serde::Serialize;

/// A theme, ready to render.
#[derive(Debug, Default)]
pub struct Theme {}

/// A file of the theme that is published: style, font, script, picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asset {
    /// Its path in the output, with its fingerprint: `assets/style-1a2b3c4d.css`.
    pub path: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

impl Theme {
    /// Loads the theme `name` from the site's `themes/` files over the embedded default.
    pub fn load(_name: &str, _files: &[InputFile]) -> Checked<Self> {
        Checked::clean(Self::default())
    }

    /// Renders a template over a view.
    ///
    /// # Errors
    /// A `template-render` finding that names the template.
    pub fn render<V: Serialize>(&self, _template: &str, _view: &V) -> Result<String, Diagnostic> {
        Ok(String::new())
    }

    /// The files that are published, sorted by path.
    pub fn assets(&self) -> &[Asset] {
        &[]
    }

    /// Of everything that decides what a view looks like.
    pub fn fingerprint(&self) -> Fingerprint {
        Fingerprint::default()
    }
}
