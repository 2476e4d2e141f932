//! The site as the last build wrote it, file by file with its hash; refused where it is not fit to be seen.

use super::digest;
use super::entry::{Entries, Entry};
use crate::fault::Fault;
use crate::manifest::{self, Manifest, Written};
use crate::policy;
use crate::text::{Fingerprint, Fingerprinter};
use rayon::prelude::*;
use std::io::{Read, Write};
use std::path::Path;

/// What the person says to a site that is not fit to be seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Allowed {
    /// Drafts may be put online.
    pub drafts: bool,
    /// The site may be older than what it was built from.
    pub out_of_date: bool,
}

/// Whether compressed variants are put.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Variants {
    /// A server of files chooses between them.
    Put,
    /// An object store would not.
    LeaveOut,
}

/// The files that are to be put.
#[derive(Debug, Default)]
pub(super) struct Site {
    pub(super) files: Entries,
    /// Compressed variants that are left out.
    pub(super) variants_left_out: usize,
}

/// Reads the output folder. `sources` is of the sources as they are now.
pub(super) fn read(output: &Path, sources: Fingerprint, allowed: Allowed, variants: Variants) -> Result<Site, Fault> {
    let no_site = |cause: &str| Fault::new("deploy", output.display(), cause).with_help("run `chancery build` first, or name the built site with `--output`");
    let text = match std::fs::read_to_string(output.join(manifest::FILE_NAME)) {
        Ok(text) => text,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Err(no_site("no site was built there")),
        Err(error) => return Err(Fault::new("read", output.join(manifest::FILE_NAME).display(), error)),
    };
    let built = Manifest::from_text(&text).ok_or_else(|| no_site("no site was built there"))?;
    if built.drafts && !allowed.drafts {
        let fault = Fault::new("deploy", output.display(), "it was built with `--drafts`, and drafts are not for readers");
        return Err(fault.with_help("run `chancery build` without `--drafts`, or say `--drafts` here too where this is a place for looking at drafts"));
    }
    if built.sources != Some(sources) && !allowed.out_of_date {
        let fault = Fault::new("deploy", output.display(), "seeds, content or theme have changed since it was built");
        return Err(fault.with_help("run `chancery build` first, or publish it as it is with `--as-built`"));
    }
    let is_left_out = |path: &str| variants == Variants::LeaveOut && policy::variant_of(path).is_some_and(|text| built.files.contains_key(text));
    let wanted: Vec<(&String, &Written)> = built.files.iter().filter(|(path, _)| super::entry::is_ours(path) && !is_left_out(path)).collect();
    let files: Entries = wanted
        .par_iter()
        .map(|(path, written)| {
            let (sha256, fingerprint, size) =
                hash(&output.join(path)).map_err(|error| Fault::new("read", output.join(path).display(), error).with_help("run `chancery build` again"))?;
            if fingerprint != written.fingerprint {
                let fault = Fault::new("deploy", output.join(path).display(), "it is not as it was built");
                return Err(fault.with_help("run `chancery build` again; files of your own belong in `content/static/`"));
            }
            Ok(((*path).clone(), about(path, sha256, size)))
        })
        .collect::<Result<_, _>>()?;
    if files.is_empty() {
        return Err(no_site("the site there is empty"));
    }
    let variants_left_out = built.files.len() - files.len();
    Ok(Site { files, variants_left_out })
}

fn about(path: &str, sha256: String, size: u64) -> Entry {
    let media_type = policy::media_type(policy::variant_of(path).unwrap_or(path)).to_owned();
    Entry { sha256, size, media_type, caching: policy::caching(path).to_owned() }
}

/// Piece by piece, so that memory does not grow with a file.
fn hash(path: &Path) -> std::io::Result<(String, Fingerprint, u64)> {
    let mut file = std::fs::File::open(path)?;
    let (mut digest, mut fingerprint, mut size) = (digest::Running::default(), Fingerprinter::new(), 0);
    let mut buffer = vec![0; 64 << 10];
    loop {
        let count = file.read(&mut buffer)?;
        if count == 0 {
            return Ok((digest.finish(), fingerprint.finish(), size));
        }
        digest.add(&buffer[..count]);
        fingerprint.write_all(&buffer[..count])?;
        size += count as u64;
    }
}
