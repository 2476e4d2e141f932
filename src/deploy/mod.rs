//! Deploying: the built site goes to a bucket or a folder, and nobody who reads it meanwhile meets a page whose parts are missing.
//!
//! A deploy reads the target's manifest and plans. Where there is something to do it takes the lock, writes into the manifest
//! what it is about to put, puts assets, then pages, then what leads to pages, then writes the manifest anew, and deletes last.
//! Cut off anywhere, it leaves the manifest of what is pending, and the next deploy looks at these paths and goes on.
//!
//! `async` stays in this room: who calls sees plain functions.

mod carry;
mod digest;
mod entry;
mod lock;
mod plan;
mod refused;
pub mod report;
mod run;
mod site;
mod state;
mod store;
mod target;
mod verify;

pub use carry::{Failure, Foreign};
pub use plan::{Item, LARGEST_SHARE, Plan, Stale};
pub use refused::Refused;
pub use run::{Action, Done, Request, Share, deploy};
pub use site::Allowed;
pub use verify::{Verified, Wrong, verify};

use crate::fault::Fault;

/// Why a deploy ended early.
#[derive(Debug)]
pub enum Stop {
    /// The machine or the store refused.
    Fault(Fault),
    /// These objects could not be put or deleted; what was put is in order, and the next deploy goes on.
    Failures(Vec<Failure>),
    /// Files that no deploy of ours put there stand in the way: at most ten of them, and how many there are.
    Foreign(Vec<String>, usize),
    /// More would be deleted than without being told so: how many, of how many.
    TooMuch(usize, usize),
    /// Another deploy is at work.
    Busy,
}

impl From<Fault> for Stop {
    fn from(fault: Fault) -> Self {
        Self::Fault(fault)
    }
}

fn runtime() -> Result<tokio::runtime::Runtime, Fault> {
    tokio::runtime::Builder::new_current_thread().enable_all().build().map_err(|error| Fault::new("begin with", "the network", error))
}

/// A refusal of something that was done to a whole target.
fn stopped(action: &str, target: impl std::fmt::Display, refused: &Refused) -> Stop {
    let fault = Fault::new(action, target, &refused.cause);
    Stop::Fault(match refused.help {
        Some(help) => fault.with_help(help),
        None => fault,
    })
}
