//! Compressed variants beside the texts of the output, for servers that send them as they are: the same bytes on every
//! machine, and made again only where the text itself changed.

use super::{Existing, Planned, carry, write_file};
use crate::fault::Fault;
use crate::manifest::Written;
use crate::policy;
use crate::text::{Fingerprint, Fingerprinter};
use rayon::prelude::*;
use std::collections::BTreeMap;
use std::io::Write;
use std::path::Path;

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
    pub(super) is_new: bool,
}

/// Makes the variants of all texts among `files` in `staging`, or takes them over from `output`; sorted by path.
pub(super) fn variants(files: &BTreeMap<String, Written>, output: &Path, staging: &Path, existing: &Existing) -> Result<Vec<Variant>, Fault> {
    let wanted: Vec<(&str, &Written, &str)> = files
        .iter()
        .filter(|(path, written)| written.size > SMALLEST && policy::is_compressible(path))
        .flat_map(|(path, written)| policy::VARIANTS.iter().map(move |(ending, _)| (path.as_str(), written, *ending)))
        // A file of the site's own of that name is left alone.
        .filter(|(path, _, ending)| !files.contains_key(&format!("{path}.{ending}")))
        .collect();
    let mut made = wanted.into_par_iter().map(|(path, base, ending)| variant(path, base, ending, output, staging, existing)).collect::<Result<Vec<_>, _>>()?;
    made.sort_by(|a, b| a.path.cmp(&b.path));
    Ok(made)
}

fn variant(base_path: &str, base: &Written, ending: &str, output: &Path, staging: &Path, existing: &Existing) -> Result<Variant, Fault> {
    let path = format!("{base_path}.{ending}");
    let made_from = Fingerprinter::new().add(MADE_BY).add(ending).add_fingerprint(base.fingerprint).finish();
    let planned = Planned { path, made_from };
    let new = staging.join(&planned.path);
    if let Some(written) = existing.unchanged(output, &planned) {
        carry(&output.join(&planned.path), &new)?;
        return Ok(Variant { path: planned.path, made_from, written, is_new: false });
    }
    let source = staging.join(base_path);
    let bytes = std::fs::read(&source).map_err(|error| Fault::new("read", source.display(), error))?;
    let packed = if ending == "br" { brotli(&bytes) } else { gzip(&bytes) }.map_err(|error| Fault::new("compress", source.display(), error))?;
    let written = Written { fingerprint: Fingerprint::of(&packed), size: packed.len() as u64 };
    if existing.same_bytes(output, &planned.path, &written) {
        carry(&output.join(&planned.path), &new)?;
        return Ok(Variant { path: planned.path, made_from, written, is_new: false });
    }
    write_file(&new, &packed)?;
    Ok(Variant { path: planned.path, made_from, written, is_new: true })
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
