//! The ground: spans, sources, sentences' raw material, folding, slugs, fingerprints, typed numbers.
//! Knows nothing of briefings.

pub mod digest;
pub mod escape;
pub mod fingerprint;
pub mod fold;
pub mod later;
pub mod lines;
pub mod near;
pub mod number;
pub mod packed;
pub mod script;
pub mod slug;
pub mod span;

pub use fingerprint::{Fingerprint, Fingerprinter};
pub use later::Later;
pub use span::{SourceSpan, TextRange};
