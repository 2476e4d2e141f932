//! The suite: one binary, a file for each thing that people do.
#![allow(missing_docs, unreachable_pub, clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::print_stdout, clippy::print_stderr)]

mod actors;
mod authoring;
mod browser;
#[cfg(feature = "deploy")]
mod buckets;
mod building;
mod citing;
mod codes;
mod company;
mod curation;
mod data;
#[cfg(feature = "deploy")]
mod deployed_pages;
#[cfg(feature = "deploy")]
mod deploying;
#[cfg(feature = "deploy")]
mod deploying_cut_off;
#[cfg(feature = "deploy")]
mod deploying_servers;
mod diagnostics;
mod docs;
mod expected;
#[cfg(feature = "external")]
mod external;
mod feeds;
mod following_links;
mod golden;
mod handouts;
mod honesty;
mod hosting;
mod house;
mod incremental;
mod languages;
mod links;
mod linting;
mod metamorphic;
mod outlines;
mod pictures;
mod precompressing;
mod previewing;
mod progress;
mod reader;
mod reading;
mod restoration;
mod sample;
mod scores;
mod searching;
mod servers;
mod sharing;
mod site_test;
mod structured;
mod switches;
mod themes;
mod weight;
