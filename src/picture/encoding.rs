//! A drawing as PNG. A picture of a few colours and what lies between them is written with a table of colours: a quarter of the bytes to compress.

use png::{BitDepth, ColorType, DeflateCompression, Encoder, Filter};
use rustc_hash::FxHashMap;

/// `pixels` are red, green, blue, alpha, and all opaque.
pub(super) fn png(pixels: &[u8], width: u32, height: u32) -> Result<Vec<u8>, String> {
    let mut bytes = Vec::with_capacity(32 << 10);
    let mut encoder = Encoder::new(&mut bytes, width, height);
    encoder.set_depth(BitDepth::Eight);
    // The next faster way that the package has is made for photographs: it makes these pictures ten times as large.
    encoder.set_deflate_compression(DeflateCompression::Level(5));
    encoder.set_filter(Filter::NoFilter);
    let data = match indexed(pixels) {
        Some((table, indices)) => {
            encoder.set_color(ColorType::Indexed);
            encoder.set_palette(table);
            indices
        }
        None => {
            encoder.set_color(ColorType::Rgb);
            pixels.chunks_exact(4).flat_map(|pixel| pixel[..3].iter().copied()).collect()
        }
    };
    let mut writer = encoder.write_header().map_err(|error| error.to_string())?;
    writer.write_image_data(&data).map_err(|error| error.to_string())?;
    writer.finish().map_err(|error| error.to_string())?;
    Ok(bytes)
}

/// The colours in the order in which they are met, and each pixel's place among them; `None` where they are too many for a table.
fn indexed(pixels: &[u8]) -> Option<(Vec<u8>, Vec<u8>)> {
    let mut known: FxHashMap<[u8; 3], u8> = FxHashMap::default();
    let mut table: Vec<u8> = Vec::new();
    let mut indices = Vec::with_capacity(pixels.len() / 4);
    let mut last: ([u8; 3], u8) = ([0; 3], 0);
    for pixel in pixels.chunks_exact(4) {
        let colour = [pixel[0], pixel[1], pixel[2]];
        if colour != last.0 || table.is_empty() {
            let index = match known.get(&colour) {
                Some(index) => *index,
                None => {
                    let index = u8::try_from(known.len()).ok()?;
                    known.insert(colour, index);
                    table.extend_from_slice(&colour);
                    index
                }
            };
            last = (colour, index);
        }
        indices.push(last.1);
    }
    Some((table, indices))
}
