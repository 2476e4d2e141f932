//! The ground: spans, sources, sentences' raw material, folding, slugs, fingerprints, typed numbers.
//! Knows nothing of briefings.

pub mod digest;
pub mod escape;
pub mod fingerprint;
pub mod fold;
pub mod lines;
pub mod near;
pub mod number;
pub mod script;
pub mod slug;
pub mod span;

pub use fingerprint::{Fingerprint, Fingerprinter};
pub use span::{SourceSpan, TextRange};
