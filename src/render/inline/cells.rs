//! Cells of the table of who is named where. Nearly all of its bytes are marks that repeat: a template would take as long over them as over the text.

use super::Html;
use crate::text::escape::{Place, escape};
use crate::theme::Strings;

/// An actor is named in a column.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Cell<'a> {
    /// Number of the first paragraph of the column that names it.
    pub(crate) number: u32,
    /// Id of that paragraph.
    pub(crate) id: &'a str,
    /// Whether its words are quoted or reported in the column, where that is certain.
    pub(crate) speaks: bool,
}

/// The cells of one row, a `td` for each column: empty, or a link to the paragraph, of the class `speaks` where the actor speaks there.
pub(crate) fn cells(name: &str, cells: &[Option<Cell<'_>>], words: &Strings) -> Html {
    let mut html = String::with_capacity(cells.len() * 64);
    for cell in cells {
        html.push_str("<td>");
        if let Some(Cell { number, id, speaks }) = cell {
            html.push_str("<a href=\"#");
            escape(id, Place::Attribute, &mut html);
            html.push_str("\" tabindex=\"-1\"");
            if *speaks {
                html.push_str(" class=\"speaks\"");
            }
            html.push_str(" aria-label=\"");
            let key = if *speaks { "score_speaks" } else { "score_named" };
            escape(&words.fill(key, &[("name", name), ("number", &number.to_string())]), Place::Attribute, &mut html);
            html.push_str("\"></a>");
        }
        html.push_str("</td>");
    }
    Html(html)
}
