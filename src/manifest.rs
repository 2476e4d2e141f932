//! What a build wrote, with fingerprints: a text file in the output folder, so that the next build can tell its own files from a person's.

use crate::text::Fingerprint;
use std::collections::BTreeMap;

/// Name of the manifest in the output folder.
pub const FILE_NAME: &str = ".chancery-manifest";
const HEADER: &str = "chancery-manifest/1";
/// A line of its own under the header.
const DRAFTS: &str = "drafts";
/// Begins a line of its own under the header.
const SOURCES: &str = "sources ";

/// A file that was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Written {
    /// Of its bytes.
    pub fingerprint: Fingerprint,
    /// Number of bytes.
    pub size: u64,
}

/// Files that a build wrote, by path below the output folder.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Manifest {
    /// Path to what was written there.
    pub files: BTreeMap<String, Written>,
    /// Whether drafts are among them: such a site is for looking at, not for publishing.
    pub drafts: bool,
    /// Of all that the site was built from, so that a deploy can tell a build that is out of date.
    pub sources: Option<Fingerprint>,
}

impl Manifest {
    /// As text: a header, then a line a file, sorted by path.
    pub fn to_text(&self) -> String {
        let mut text = String::with_capacity(HEADER.len() + self.files.len() * 90);
        text.push_str(HEADER);
        text.push('\n');
        if self.drafts {
            text.push_str(DRAFTS);
            text.push('\n');
        }
        if let Some(sources) = self.sources {
            text.push_str(SOURCES);
            text.push_str(&sources.hex());
            text.push('\n');
        }
        for (path, written) in &self.files {
            text.push_str(&written.fingerprint.hex());
            text.push(' ');
            text.push_str(&written.size.to_string());
            text.push(' ');
            text.push_str(path);
            text.push('\n');
        }
        text
    }

    /// From text; `None` where it is no manifest. Lines that cannot be read, or whose path leaves the folder, are no files of ours.
    pub fn from_text(text: &str) -> Option<Self> {
        let mut lines = text.lines();
        if lines.next() != Some(HEADER) {
            return None;
        }
        let mut files = Vec::with_capacity(text.len() / 64);
        let mut drafts = false;
        let mut sources = None;
        for line in lines {
            drafts |= line == DRAFTS;
            if let Some(hex) = line.strip_prefix(SOURCES) {
                sources = from_hex(hex).or(sources);
            }
            let mut parts = line.splitn(3, ' ');
            let (Some(hex), Some(size), Some(path)) = (parts.next(), parts.next(), parts.next()) else { continue };
            let (Some(fingerprint), Ok(size)) = (from_hex(hex), size.parse()) else { continue };
            if is_inside(path) {
                files.push((path.to_owned(), Written { fingerprint, size }));
            }
        }
        Some(Self { files: files.into_iter().collect(), drafts, sources })
    }

    /// The files that `other` does not have, sorted by path.
    pub fn without<'a>(&'a self, other: &'a Self) -> impl Iterator<Item = &'a String> {
        let mut others = other.files.keys().peekable();
        self.files.keys().filter(move |path| {
            while others.next_if(|known| known < path).is_some() {}
            others.next_if(|known| known == path).is_none()
        })
    }
}

/// Whether a path of the output stays inside of it on every file system.
pub fn is_inside(path: &str) -> bool {
    !path.is_empty() && !path.contains(['\\', '\0', '\n', '\r']) && path.split('/').all(|piece| !piece.is_empty() && piece != "." && piece != "..")
}

fn from_hex(hex: &str) -> Option<Fingerprint> {
    let (pairs, rest) = hex.as_bytes().as_chunks::<2>();
    let pairs: &[[u8; 2]; 16] = pairs.try_into().ok().filter(|_| rest.is_empty())?;
    let digit = |byte: u8| (byte as char).to_digit(16).and_then(|digit| u8::try_from(digit).ok());
    let mut out = [0; 16];
    for (byte, [high, low]) in out.iter_mut().zip(pairs) {
        *byte = digit(*high)? << 4 | digit(*low)?;
    }
    Some(Fingerprint(out))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read_again() {
        let mut manifest = Manifest::default();
        manifest.files.insert("a b/index.html".to_owned(), Written { fingerprint: Fingerprint::of(b"x"), size: 1 });
        assert_eq!(Manifest::from_text(&manifest.to_text()), Some(manifest.clone()));
        manifest.drafts = true;
        manifest.sources = Some(Fingerprint::of(b"seeds"));
        assert_eq!(Manifest::from_text(&manifest.to_text()), Some(manifest));
    }

    #[test]
    fn a_forged_manifest_names_nothing_outside_of_the_folder() {
        let hex = "0".repeat(32);
        let text = format!("{HEADER}\n{hex} 1 ../x\n{hex} 1 /etc/passwd\n{hex} 1 a/../../x\nrubbish\n");
        assert_eq!(Manifest::from_text(&text), Some(Manifest::default()));
        assert_eq!(Manifest::from_text("something else"), None);
    }
}
