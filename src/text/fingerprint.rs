//! Fingerprints of content: BLAKE3, cut to 128 bits.

use serde::{Deserialize, Serialize};

/// Tells two contents apart; equal contents have equal fingerprints on every machine.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Fingerprint(pub [u8; 16]);

impl Fingerprint {
    /// Of these bytes.
    pub fn of(bytes: &[u8]) -> Self {
        Self::cut(blake3::hash(bytes))
    }

    /// As 32 hexadecimal digits.
    pub fn hex(self) -> String {
        let digit = |value: u8| char::from(b"0123456789abcdef"[usize::from(value & 15)]);
        self.0.iter().flat_map(|byte| [digit(byte >> 4), digit(*byte)]).collect()
    }

    fn cut(hash: blake3::Hash) -> Self {
        let mut short = [0; 16];
        short.copy_from_slice(&hash.as_bytes()[..16]);
        Self(short)
    }
}

/// Builds a fingerprint from parts; each part is framed by its length, so that parts cannot run into each other.
#[derive(Clone, Default)]
pub struct Fingerprinter(blake3::Hasher);

impl Fingerprinter {
    /// With nothing in it.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds one part.
    pub fn add(&mut self, part: impl AsRef<[u8]>) -> &mut Self {
        let part = part.as_ref();
        self.0.update(&(part.len() as u64).to_le_bytes());
        self.0.update(part);
        self
    }

    /// Adds a fingerprint.
    pub fn add_fingerprint(&mut self, part: Fingerprint) -> &mut Self {
        self.0.update(&part.0);
        self
    }

    /// The fingerprint of all that was added.
    pub fn finish(&self) -> Fingerprint {
        Fingerprint::cut(self.0.finalize())
    }
}

impl std::io::Write for Fingerprinter {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.update(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_do_not_run_into_each_other() {
        let one = Fingerprinter::new().add("ab").add("c").finish();
        let other = Fingerprinter::new().add("a").add("bc").finish();
        assert_ne!(one, other);
    }
}
