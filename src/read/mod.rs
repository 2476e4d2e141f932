//! A seed to a briefing: decode, cut into pieces, decide what each line is, restore, anchor. Knows no actors and no site.

mod anchor;
mod assemble;
mod decode;
mod evidence;
mod front_matter;
pub mod markdown;
mod marker;
mod outline;
pub mod overlay;
mod own_page;
mod passage;
mod plain;
mod repair;
mod title;
mod unit;

pub use own_page::{OwnPageText, own_page};

use crate::diagnostics::{Checked, Code, Diagnostic, Diagnostics};
use crate::language::pack;
use crate::model::{Briefing, Meta, meta::Restore};

/// A seed as the site's folder holds it.
#[derive(Clone, Copy, Debug)]
pub struct SeedInput<'a> {
    /// Path below `seeds/` without its ending: `harbour-talks`.
    pub key: &'a str,
    /// Path in the site: `seeds/harbour-talks.txt`. Ends in `.md` (in any case) where the seed is Markdown.
    pub path: &'a str,
    /// The file's bytes, as they lie on disk.
    pub bytes: &'a [u8],
    /// What the overlay says, where there is one.
    pub overlay: Option<&'a Meta>,
}

/// What `read` takes from the settings.
#[derive(Clone, Debug)]
pub struct ReadOptions {
    /// BCP 47 tag of the site's language, where the briefing names none.
    pub language: String,
    /// Which restorations are made, where the briefing says nothing.
    pub restore: Restore,
}

/// Reads one seed. `None` where it holds no text, with the diagnostic that says so.
pub fn read(seed: &SeedInput<'_>, options: &ReadOptions) -> Checked<Option<Briefing>> {
    let mut diagnostics = Diagnostics::default();
    let decoded = decode::decode(seed.bytes, seed.path, &mut diagnostics);
    let text = decoded.text.as_ref();
    if text.trim().is_empty() {
        diagnostics.push(Diagnostic::new(Code::EmptySeed, "the seed holds no text").in_file(seed.path).help("write something into it, or delete it"));
        return Checked { value: None, diagnostics };
    }
    let markdown = seed.path.len() >= 3 && seed.path.get(seed.path.len() - 3..).is_some_and(|end| end.eq_ignore_ascii_case(".md"));
    let front = front_matter::split(text, markdown, seed.path, &decoded.map, &mut diagnostics);
    let own = front.yaml.map_or_else(Meta::default, |(yaml, at)| {
        let place = decoded.map.to_disk(at, at).start as usize;
        overlay::parse_meta(seed.path, yaml, place).unpack(&mut diagnostics)
    });
    let meta = seed.overlay.map_or_else(|| own.clone(), |overlay| front_matter::over(overlay, &own));
    let language = meta.language.as_deref().unwrap_or(&options.language).to_owned();
    let pack = pack(&language);

    let body = text.get(front.end..).unwrap_or_default();
    let mut units = front.unit.into_iter().collect::<Vec<_>>();
    if markdown && !markdown::is_plain(body) {
        let mut findings = markdown::Findings::new(seed.path, &decoded.map, &mut diagnostics);
        units.extend(markdown::units(body, front.end, &pack.reading, &mut findings));
    } else {
        units.extend(plain::units(body, front.end, &pack.reading));
    }
    let roles = outline::decide(&mut units);
    let parts = assemble::Parts { seed, own: &own, meta, options, pack, text, units, roles, map: decoded.map };
    let briefing = assemble::assemble(parts, &mut diagnostics);
    Checked { value: Some(briefing), diagnostics }
}

/// A file's text for showing it, and how its bytes map to the file.
#[derive(Clone, Debug, Default)]
pub struct Decoded {
    /// The text.
    pub text: String,
    /// From bytes of the text to bytes on disk.
    pub map: crate::model::SourceMap,
}

/// Decodes a file as `read` does, without a word about it.
pub fn decode_for_display(bytes: &[u8]) -> Decoded {
    let decoded = decode::decode(bytes, "", &mut Diagnostics::default());
    Decoded { text: decoded.text.into_owned(), map: decoded.map }
}
