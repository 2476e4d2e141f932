//! SHA-256, which others can check too.

use sha2::{Digest, Sha256};

/// Of these bytes, in hexadecimal.
pub(super) fn of(bytes: &[u8]) -> String {
    let mut digest = Running::default();
    digest.add(bytes);
    digest.finish()
}

/// Of bytes that come in pieces.
#[derive(Clone, Default)]
pub(super) struct Running(Sha256);

impl Running {
    pub(super) fn add(&mut self, bytes: &[u8]) {
        self.0.update(bytes);
    }

    pub(super) fn finish(self) -> String {
        self.0.finalize().iter().map(|byte| format!("{byte:02x}")).collect()
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn it_is_what_everybody_else_computes() {
        assert_eq!(super::of(b"abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }
}
