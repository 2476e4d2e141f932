//! The drawing: an SVG of a card, and resvg, which makes pixels of it. Nothing of it is read from a file or from the system.

use super::letters::{self, Weight, width};
use super::lines::{self, LEADING, Lines};
use super::{Card, Colours, HEIGHT, WIDTH, encoding};
use crate::text::escape::{Place, escape};
use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{Options, Tree, fontdb};
use std::fmt::Write;
use std::sync::{Arc, LazyLock};

/// From the edge to the words.
const MARGIN: f32 = 88.0;
/// Of what stands above and below the title.
const SMALL: f32 = 32.0;
/// Where the title may stand: top and height.
const TITLE: (f32, f32) = (142.0, 362.0);

static FONTS: LazyLock<Arc<fontdb::Database>> = LazyLock::new(|| {
    let mut fonts = fontdb::Database::new();
    for bytes in [letters::REGULAR, letters::BOLD] {
        fonts.load_font_source(fontdb::Source::Binary(Arc::new(bytes)));
    }
    Arc::new(fonts)
});

pub(super) fn draw(card: &Card<'_>) -> Result<Vec<u8>, String> {
    let options = Options { fontdb: FONTS.clone(), ..Options::default() };
    let tree = Tree::from_str(&svg(card), &options).map_err(|error| error.to_string())?;
    let mut pixels = Pixmap::new(WIDTH, HEIGHT).ok_or("there is no room for its pixels")?;
    resvg::render(&tree, Transform::default(), &mut pixels.as_mut());
    encoding::png(pixels.data(), WIDTH, HEIGHT)
}

/// A line of words, its foot at `y`.
struct Line<'a> {
    text: &'a str,
    x: f32,
    y: f32,
    size: f32,
    weight: Weight,
    colour: &'a str,
}

impl Line<'_> {
    fn push(&self, svg: &mut String) {
        let weight = if self.weight == Weight::Bold { 700 } else { 400 };
        let (x, y, size, colour) = (self.x, self.y, self.size, self.colour);
        let _ = write!(svg, "<text x=\"{x}\" y=\"{y}\" font-size=\"{size}\" font-weight=\"{weight}\" fill=\"{colour}\">");
        escape(self.text, Place::Text, svg);
        svg.push_str("</text>");
    }
}

fn small<'a>(text: &'a str, x: f32, y: f32, weight: Weight, colour: &'a str) -> Line<'a> {
    Line { text, x, y, size: SMALL, weight, colour }
}

fn svg(card: &Card<'_>) -> String {
    let Colours { paper, ink, quiet, line, accent } = card.colours;
    let wide = WIDTH as f32 - 2.0 * MARGIN;
    let mut svg = format!("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{WIDTH}\" height=\"{HEIGHT}\" font-family=\"{}\">", letters::FAMILY);
    let _ = write!(svg, "<path fill=\"{paper}\" d=\"M0 0H{WIDTH}V{HEIGHT}H0z\"/><path fill=\"{accent}\" d=\"M0 0H20V{HEIGHT}H0z\"/>");
    let _ = write!(svg, "<path fill=\"{line}\" d=\"M{MARGIN} 528H{}V530H{MARGIN}z\"/>", MARGIN + wide);
    // Words of the theme, in whatever language: what cannot be drawn is left away.
    let kind = Some(card.kind).filter(|kind| letters::covers(kind));
    if let Some(kind) = kind {
        small(&lines::cut_to_fit(kind, wide / SMALL, Weight::Bold), MARGIN, 110.0, Weight::Bold, accent).push(&mut svg);
    }
    let Lines { size, lines } = lines::set(card.title, wide, TITLE.1);
    for (line, at) in lines.iter().zip(0_u8..) {
        // Capitals of this font are about seven tenths of its size: so far below the top is the first foot.
        Line { text: line, x: MARGIN, y: TITLE.0 + size * (0.86 + LEADING * f32::from(at)), size, weight: Weight::Bold, colour: ink }.push(&mut svg);
    }
    let mut room = wide;
    if let Some(date) = card.date.filter(|date| letters::covers(date)) {
        let taken = width(date, Weight::Regular) * SMALL;
        small(date, MARGIN + wide - taken, 582.0, Weight::Regular, quiet).push(&mut svg);
        room -= taken + SMALL;
    }
    small(&lines::cut_to_fit(card.site, room / SMALL, Weight::Bold), MARGIN, 582.0, Weight::Bold, ink).push(&mut svg);
    svg.push_str("</svg>");
    svg
}
