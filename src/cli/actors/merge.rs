//! `chancery actors merge`

use super::{Loaded, finish, load};
use crate::cli::{Common, Exit, SiteArgs, report};
use crate::curate::{self, Desk};
use clap::Args;

#[derive(Debug, Args)]
pub(super) struct MergeArgs {
    /// The actor that stays: its name, another name, or its id
    kept: String,
    /// The one that becomes the same; its address leads to the other
    gone: String,
    /// Show what would be written, and write nothing
    #[arg(long)]
    dry_run: bool,
    #[command(flatten)]
    site: SiteArgs,
}

pub(super) fn run(common: &Common, args: &MergeArgs) -> Exit {
    let Loaded { inputs, build } = match load(common, &args.site) {
        Ok(loaded) => loaded,
        Err(exit) => return exit,
    };
    let roster = build.site.roster();
    let made = curate::who::find(&build.site, &args.kept).and_then(|kept| {
        let gone = curate::who::find(&build.site, &args.gone)?;
        curate::merge(Desk::of(&inputs), roster.actor(kept), roster.actor(gone))
    });
    match made {
        Ok(made) => finish(common, &made, args.dry_run),
        Err(refusal) => report::refusal(&refusal),
    }
}
