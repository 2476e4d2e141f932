//! `chancery actors ignore`

use super::finish;
use crate::cli::{Common, Exit, report};
use crate::curate::{self, Desk};
use crate::input::scan;
use clap::Args;

#[derive(Debug, Args)]
pub(super) struct IgnoreArgs {
    /// The words that are no actor, as they stand in the text
    phrase: String,
    /// Only in this briefing: the path of its seed below `seeds/`, without the ending
    #[arg(long = "in", value_name = "BRIEFING")]
    briefing: Option<String>,
    /// Show what would be written, and write nothing
    #[arg(long)]
    dry_run: bool,
}

pub(super) fn run(common: &Common, args: &IgnoreArgs) -> Exit {
    let inputs = match scan::scan(&common.root) {
        Ok(inputs) => inputs,
        Err(fault) => return report::fault(&fault),
    };
    match curate::ignore(Desk::of(&inputs), &args.phrase, args.briefing.as_deref()) {
        Ok(made) => finish(common, &made, args.dry_run),
        Err(refusal) => report::refusal(&refusal),
    }
}
