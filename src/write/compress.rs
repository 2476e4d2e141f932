//! Compressed variants beside the texts of the output, for servers that send them as they are: the same bytes on every
//! machine, and made again only where the text itself changed.

use super::ground::Ground;
use super::plan::{How, Planned};
use crate::fault::Fault;
use crate::manifest::Written;
use crate::policy;
use crate::text::{Fingerprint, Fingerprinter};
use rayon::prelude::*;
use std::collections::BTreeMap;
use std::io::Write;

/// Whether texts get compressed variants beside them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Precompress {
    /// They do.
    Yes,
    /// They do not.
    No,
}

/// What is smaller travels in one packet anyway.
const SMALLEST: u64 = 1024;
/// Changes when variants are made otherwise.
const MADE_BY: &str = "brotli-11 gzip-9 1";

/// A variant that stands in the staging folder now.
pub(super) struct Variant {
    pub(super) path: String,
    pub(super) made_from: Fingerprint,
    pub(super) written: Written,
    pub(super) how: How,
}

/// Makes the variants of all texts among `files`, or takes them over; sorted by path.
pub(super) fn variants(files: &BTreeMap<String, Written>, ground: &Ground<'_>) -> Result<Vec<Variant>, Fault> {
    let wanted: Vec<(&str, &Written, &str)> = files
        .iter()
        .filter(|(path, written)| written.size > SMALLEST && policy::is_compressible(path))
        .flat_map(|(path, written)| policy::VARIANTS.iter().map(move |(ending, _)| (path.as_str(), written, *ending)))
        // A file of the site's own of that name is left alone.
        .filter(|(path, _, ending)| !files.contains_key(&format!("{path}.{ending}")))
        .collect();
    let mut made = wanted.into_par_iter().map(|(path, base, ending)| variant(path, base, ending, ground)).collect::<Result<Vec<_>, _>>()?;
    made.sort_by(|a, b| a.path.cmp(&b.path));
    Ok(made)
}

fn variant(base_path: &str, base: &Written, ending: &str, ground: &Ground<'_>) -> Result<Variant, Fault> {
    let path = format!("{base_path}.{ending}");
    let made_from = Fingerprinter::new().add(MADE_BY).add(ending).add_fingerprint(base.fingerprint).finish();
    let planned = Planned { path, made_from };
    let known = ground.known(&planned.path);
    let placed = match ground.unchanged(&planned, known)? {
        Some(placed) => placed,
        None => {
            let source = ground.new.join(base_path);
            let bytes = std::fs::read(&source).map_err(|error| Fault::new("read", source.display(), error))?;
            let packed = if ending == "br" { brotli(&bytes) } else { gzip(&bytes) }.map_err(|error| Fault::new("compress", source.display(), error))?;
            ground.put(&planned.path, &packed, known)?
        }
    };
    Ok(Variant { path: planned.path, made_from, written: placed.written, how: placed.how })
}

fn brotli(bytes: &[u8]) -> std::io::Result<Vec<u8>> {
    let params = brotli::enc::BrotliEncoderParams { quality: 11, size_hint: bytes.len(), ..Default::default() };
    let mut packed = Vec::with_capacity(bytes.len() / 4);
    brotli::BrotliCompress(&mut &bytes[..], &mut packed, &params)?;
    Ok(packed)
}

/// No name and no time stand in the header, so that equal texts give equal files.
fn gzip(bytes: &[u8]) -> std::io::Result<Vec<u8>> {
    let mut encoder = flate2::GzBuilder::new().write(Vec::with_capacity(bytes.len() / 3), flate2::Compression::best());
    encoder.write_all(bytes)?;
    encoder.finish()
}
