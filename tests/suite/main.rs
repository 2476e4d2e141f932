//! The suite: one binary, a file for each thing that people do.
#![allow(missing_docs, unreachable_pub)]

mod house;
mod links;
mod outlines;
mod reading;
mod restoration;
