//! The embedded font: which letters it has, and how wide they are.

use skrifa::charmap::Charmap;
use skrifa::instance::{LocationRef, Size};
use skrifa::metrics::GlyphMetrics;
use skrifa::{FontRef, MetadataProvider};
use std::sync::LazyLock;

/// How heavy.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Weight {
    Regular,
    Bold,
}

pub(super) const FAMILY: &str = "Literata";
pub(super) const REGULAR: &[u8] = include_bytes!("font/regular.ttf");
pub(super) const BOLD: &[u8] = include_bytes!("font/bold.ttf");

struct Face {
    letters: Charmap<'static>,
    widths: GlyphMetrics<'static>,
}

impl Face {
    fn of(bytes: &'static [u8]) -> Option<Self> {
        let font = FontRef::new(bytes).ok()?;
        Some(Self { letters: font.charmap(), widths: font.glyph_metrics(Size::new(1.0), LocationRef::default()) })
    }
}

static FACES: LazyLock<Option<(Face, Face)>> = LazyLock::new(|| Some((Face::of(REGULAR)?, Face::of(BOLD)?)));

/// Whether both weights have every letter of `text`, and `text` has one. Control characters are letters that no font has.
pub(super) fn covers(text: &str) -> bool {
    let Some((regular, bold)) = &*FACES else { return false };
    let has = |c: char| regular.letters.map(c).is_some() && bold.letters.map(c).is_some();
    text.chars().any(|c| !c.is_whitespace()) && text.chars().all(|c| c.is_whitespace() || has(c))
}

/// The width of a line at a size of 1, before its letters are moved closer.
pub(super) fn width(text: &str, weight: Weight) -> f32 {
    let Some((regular, bold)) = &*FACES else { return 0.0 };
    let face = if weight == Weight::Bold { bold } else { regular };
    text.chars().filter_map(|c| face.widths.advance_width(face.letters.map(c)?)).sum()
}
