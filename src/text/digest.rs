//! What browsers are told of bytes: their SHA-256 as a security policy names it, and the bytes themselves as text.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

/// The source expression by which a security policy allows exactly this text: `sha256-...`, without quotation marks.
pub fn source_expression(text: &str) -> String {
    format!("sha256-{}", base64(&Sha256::digest(text.as_bytes())))
}

/// Bytes as Base64, for a `data:` address.
pub fn base64(bytes: &[u8]) -> String {
    STANDARD.encode(bytes)
}

#[cfg(test)]
mod tests {
    #[test]
    fn it_is_what_the_specification_computes() {
        // From the example of Content Security Policy Level 3, section 8.
        assert_eq!(super::source_expression("doSomething();"), "sha256-RFWPLDbv2BY+rCkDzsE+0fr8ylGr2R2faWMhq4lfEQc=");
    }
}
