//! Who is named with whom, as arcs beside a column of names, and the same as rows of a table. Nearly all of its bytes are marks that repeat:
//! a template would take as long over them as over the text.
//!
//! The drawing has no style and no script of its own, only attributes: a style sheet gives it colours by the classes of its elements.

use super::Html;
use crate::text::escape::{Place, escape};
use crate::text::script::Direction;
use std::fmt::Write;

/// Two actors, by their places in the column, and how many blocks name both.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Pair {
    /// The upper.
    pub(crate) upper: usize,
    /// The lower.
    pub(crate) lower: usize,
    /// Number of blocks.
    pub(crate) blocks: u32,
}

/// Sizes in the drawing's own unit, which is about a pixel where there is room.
const WIDE: usize = 340;
const NAMES: usize = 200;
const ROW: usize = 26;
/// A longer name is cut; the table has it whole.
const LONGEST: usize = 25;
/// No arc is wider than that of so many blocks.
const MOST: u32 = 5;

/// The drawing: each name once, one below the other, and an arc for each pair.
pub(crate) fn drawing(names: &[&str], pairs: &[Pair], direction: Direction) -> Html {
    let mut svg = String::with_capacity(512 + names.len() * 64 + pairs.len() * 64);
    let high = ROW * names.len();
    // Seen from a right-to-left page the names stand on the right.
    let (side, anchor, sweep) = if direction == Direction::Rtl { (WIDE - NAMES, "start", 0) } else { (NAMES, "end", 1) };
    let (at_name, at_arc) = if direction == Direction::Rtl { (side + 10, side) } else { (side - 10, side) };
    let _ = write!(svg, "<svg viewBox=\"0 0 {WIDE} {high}\" width=\"{WIDE}\" height=\"{high}\" direction=\"ltr\" aria-hidden=\"true\">");
    let _ = write!(svg, "<g text-anchor=\"{anchor}\">");
    for (row, name) in names.iter().enumerate() {
        let _ = write!(svg, "<text x=\"{at_name}\" y=\"{}\">", row * ROW + 17);
        match name.char_indices().nth(LONGEST) {
            Some((end, _)) => {
                escape(name[..end].trim_end(), Place::Text, &mut svg);
                svg.push('…');
            }
            None => escape(name, Place::Text, &mut svg),
        }
        svg.push_str("</text>");
    }
    svg.push_str("</g><g fill=\"none\">");
    for pair in pairs {
        let (from, to) = (pair.upper * ROW + ROW / 2, pair.lower * ROW + ROW / 2);
        let radius = (to - from) / 2;
        // Twelve names high the widest arc stays within the drawing.
        let reach = (radius * 9 / 10).max(8);
        let width = pair.blocks.min(MOST);
        let _ = write!(svg, "<path d=\"M{at_arc} {from}A{reach} {radius} 0 0 {sweep} {at_arc} {to}\" stroke-width=\"{width}\"/>");
    }
    svg.push_str("</g></svg>");
    Html(svg)
}

/// The same as rows of a table: one actor, the other, the number of blocks.
pub(crate) fn rows(names: &[&str], pairs: &[Pair]) -> Html {
    let mut html = String::with_capacity(pairs.len() * 96);
    let name = |at: usize, html: &mut String| {
        html.push_str("<bdi>");
        escape(names.get(at).copied().unwrap_or_default(), Place::Text, html);
        html.push_str("</bdi>");
    };
    for pair in pairs {
        html.push_str("<tr><th scope=\"row\">");
        name(pair.upper, &mut html);
        html.push_str("</th><td>");
        name(pair.lower, &mut html);
        let _ = write!(html, "</td><td>{}</td></tr>", pair.blocks);
    }
    Html(html)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_text_and_a_long_one_is_cut_in_the_drawing_alone() {
        let long = "The Honourable Company of Navigators";
        let names = ["<b>&\"", "شورى", long];
        let pairs = [Pair { upper: 0, lower: 1, blocks: 9 }, Pair { upper: 1, lower: 2, blocks: 1 }];
        let svg = drawing(&names, &pairs, Direction::Ltr).0;
        assert!(svg.contains("<text x=\"190\" y=\"17\">&lt;b&gt;&amp;\"</text>") && svg.contains(">The Honourable Company of…</text>"), "{svg}");
        assert!(svg.contains("<path d=\"M200 13A11 13 0 0 1 200 39\" stroke-width=\"5\"/>"), "{svg}");
        assert!(drawing(&names, &pairs, Direction::Rtl).0.contains("<path d=\"M140 39A11 13 0 0 0 140 65\" stroke-width=\"1\"/>"));
        let rows = rows(&names, &pairs).0;
        assert_eq!(
            rows,
            format!(
                "<tr><th scope=\"row\"><bdi>&lt;b&gt;&amp;\"</bdi></th><td><bdi>شورى</bdi></td><td>9</td></tr><tr><th scope=\"row\"><bdi>شورى</bdi></th><td><bdi>{long}</bdi></td><td>1</td></tr>"
            )
        );
    }
}
