//! Results of whole stages, by what they were made from: where that is the same, the result is. For a preview, which builds again and again;
//! never changes a byte of a page.

use super::Content;
use crate::actors::{Cast, Registry};
use crate::diagnostics::{Checked, Diagnostics};
use crate::model::Meta;
use crate::site;
use crate::text::Fingerprint;
use crate::theme::Theme;
use rustc_hash::FxHashMap;
use std::sync::Arc;

/// A result, and what was found while it was made.
type Made<T> = Option<(Fingerprint, Arc<T>, Diagnostics)>;

/// What is remembered.
#[derive(Debug, Default)]
pub(in crate::build) struct Memo {
    /// Overlays by path.
    pub(super) overlays: FxHashMap<String, (Fingerprint, Arc<Checked<Meta>>)>,
    pub(super) registry: Made<Registry>,
    pub(super) cast: Made<Cast>,
    pub(super) theme: Made<Theme>,
    pub(super) content: Made<Content>,
    pub(super) site: site::Memo,
}

/// What was made from this before, or is made now.
pub(super) fn remembered<T>(
    last: Option<&mut Made<T>>,
    from: impl FnOnce() -> Fingerprint,
    diagnostics: &mut Diagnostics,
    make: impl FnOnce() -> Checked<T>,
) -> Arc<T> {
    let Some(last) = last else { return Arc::new(make().unpack(diagnostics)) };
    let from = from();
    if let Some((known, made, found)) = last
        && *known == from
    {
        diagnostics.extend(found.clone());
        return made.clone();
    }
    let Checked { value, diagnostics: found } = make();
    let value = Arc::new(value);
    diagnostics.extend(found.clone());
    *last = Some((from, value.clone(), found));
    value
}
