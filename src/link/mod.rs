//! Which paragraphs bear on which question. Knows mentions, not how they were found.

mod bears_on;
mod term;

pub use bears_on::{bears_on, unsupported};
