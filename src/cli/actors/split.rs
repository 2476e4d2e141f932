//! `chancery actors split`

use super::{Loaded, finish, load};
use crate::cli::{Common, Exit, SiteArgs, report};
use crate::curate::{self, Desk};
use clap::Args;

#[derive(Debug, Args)]
pub(super) struct SplitArgs {
    /// The actor that is two: its name, another name, or its id
    name: String,
    /// What the second one is called, told apart from the first: "Ann Lee (journalist)"
    #[arg(long = "as", value_name = "NAME")]
    second: String,
    /// A briefing that means the second one: the path of its seed below `seeds/`, without the ending; may be given several times
    #[arg(long = "in", value_name = "BRIEFING", required = true)]
    briefings: Vec<String>,
    /// Show what would be written, and write nothing
    #[arg(long)]
    dry_run: bool,
    #[command(flatten)]
    site: SiteArgs,
}

pub(super) fn run(common: &Common, args: &SplitArgs) -> Exit {
    let Loaded { inputs, build } = match load(common, &args.site) {
        Ok(loaded) => loaded,
        Err(exit) => return exit,
    };
    let made = curate::who::find(&build.site, &args.name).and_then(|no| curate::split(Desk::of(&inputs), &build.site, no, &args.second, &args.briefings));
    match made {
        Ok(made) => finish(common, &made, args.dry_run),
        Err(refusal) => report::refusal(&refusal),
    }
}
