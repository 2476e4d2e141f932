//! Handouts as pages and as single files: each is rendered once for both, and the files hold the pictures of the site.

use crate::diagnostics::Diagnostic;
use crate::input::InputFile;
use crate::model::{Briefing, BriefingNo, MarkKind};
use crate::policy;
use crate::text::{Fingerprint, Fingerprinter, digest};
use rustc_hash::FxHashMap;
use std::sync::Mutex;

/// Pages that were rendered for one of the two and wait for the other. The two stand side by side in the order of addresses, so that few wait at a time.
#[derive(Debug, Default)]
pub(super) struct Handouts(Mutex<FxHashMap<BriefingNo, Vec<u8>>>);

impl Handouts {
    /// The page of a handout, from `make` or from the last time that it was asked for.
    pub(super) fn page(&self, no: BriefingNo, make: impl FnOnce() -> Result<Vec<u8>, Diagnostic>) -> Result<Vec<u8>, Diagnostic> {
        if let Some(page) = self.0.lock().ok().and_then(|mut waiting| waiting.remove(&no)) {
            return Ok(page);
        }
        let page = make()?;
        if let Ok(mut waiting) = self.0.lock() {
            waiting.insert(no, page.clone());
        }
        Ok(page)
    }
}

/// A picture larger than this is not taken into a file: its description stands in its place.
const LARGEST: usize = 2 << 20;

fn find<'a>(statics: &'a [InputFile], path: &str) -> Option<&'a InputFile> {
    let name = |file: &'a InputFile| file.path.strip_prefix("content/static/").unwrap_or(&file.path);
    statics.binary_search_by(|file| name(file).cmp(path)).ok().map(|at| &statics[at]).filter(|file| file.bytes.len() <= LARGEST)
}

/// A picture as a `data:` address.
pub(super) fn picture(statics: &[InputFile], path: &str) -> Option<String> {
    let file = find(statics, path)?;
    Some(format!("data:{};base64,{}", policy::media_type(path), digest::base64(&file.bytes)))
}

/// The fingerprint of a file together with that of its pictures.
pub(super) fn with_pictures(print: Fingerprint, briefing: &Briefing, statics: &[InputFile]) -> Fingerprint {
    let marks = briefing.blocks.iter().flat_map(|block| block.text.marks());
    let mut pictures = marks.filter_map(|mark| if let MarkKind::Image { src } = &mark.kind { Some(src) } else { None }).peekable();
    if pictures.peek().is_none() {
        return print;
    }
    let mut all = Fingerprinter::new();
    all.add_fingerprint(print);
    for src in pictures {
        all.add(&**src).add_fingerprint(find(statics, src).map(|file| file.fingerprint).unwrap_or_default());
    }
    all.finish()
}
