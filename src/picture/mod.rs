//! Share pictures: a title with where it stands, drawn offline from an embedded font. Knows texts and colours, no site and no page.
//!
//! The font has Latin, Greek and Cyrillic letters. What it lacks is never drawn as boxes: [`covers`] says so, and then there is no picture.

#[cfg(feature = "pictures")]
mod drawing;
#[cfg(feature = "pictures")]
mod encoding;
#[cfg(feature = "pictures")]
mod letters;
#[cfg(feature = "pictures")]
mod lines;

use crate::text::{Fingerprint, Fingerprinter};

/// Whether this program can draw at all.
pub const AVAILABLE: bool = cfg!(feature = "pictures");

/// The size that those who show links ask for.
pub const WIDTH: u32 = 1200;
/// As [`WIDTH`].
pub const HEIGHT: u32 = 630;

/// Goes up when the same words are drawn otherwise than before.
const FORM: u8 = 1;

/// What a picture shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Card<'a> {
    /// What it is about.
    pub title: &'a str,
    /// What that is: a briefing, a person.
    pub kind: &'a str,
    /// Its date, as the language writes it.
    pub date: Option<&'a str>,
    /// The site's name.
    pub site: &'a str,
    /// What it is drawn in.
    pub colours: Colours<'a>,
}

/// Colours, as `#rgb` or `#rrggbb`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Colours<'a> {
    /// The ground.
    pub paper: &'a str,
    /// The title and the site's name.
    pub ink: &'a str,
    /// The date.
    pub quiet: &'a str,
    /// The rule above the site's name.
    pub line: &'a str,
    /// The edge, and what it is.
    pub accent: &'a str,
}

impl Card<'_> {
    /// Of everything that decides the picture.
    pub fn fingerprint(&self) -> Fingerprint {
        let Self { title, kind, date, site, colours: Colours { paper, ink, quiet, line, accent } } = self;
        let mut print = Fingerprinter::new();
        print.add([FORM]).add(title).add(kind).add(date.unwrap_or_default()).add(site);
        for colour in [paper, ink, quiet, line, accent] {
            print.add(colour);
        }
        print.finish()
    }
}

/// Whether the font has every letter of `text`, and `text` has one.
#[cfg(feature = "pictures")]
pub fn covers(text: &str) -> bool {
    letters::covers(text)
}

/// Without the feature there is no font.
#[cfg(not(feature = "pictures"))]
pub fn covers(_: &str) -> bool {
    false
}

/// The picture as PNG. The same card gives the same bytes.
///
/// # Errors
/// Where the library refuses.
#[cfg(feature = "pictures")]
pub fn draw(card: &Card<'_>) -> Result<Vec<u8>, String> {
    drawing::draw(card)
}

/// Without the feature there is nothing to draw with.
///
/// # Errors
/// Always.
#[cfg(not(feature = "pictures"))]
pub fn draw(_: &Card<'_>) -> Result<Vec<u8>, String> {
    Err("this program was built without the feature `pictures`".to_owned())
}

#[cfg(test)]
mod tests;
