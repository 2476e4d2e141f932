//! `chancery actors rename`

use super::{Loaded, finish, load};
use crate::cli::{Common, Exit, SiteArgs, report};
use crate::curate::{self, Desk, Rename};
use clap::Args;

#[derive(Debug, Args)]
pub(super) struct RenameArgs {
    /// Its name, another name, or its id
    name: String,
    /// What it is to be called
    new: String,
    /// Its new id, the last part of its address [default: made from the new name]
    #[arg(long)]
    id: Option<String>,
    /// Show what would be written, and write nothing
    #[arg(long)]
    dry_run: bool,
    #[command(flatten)]
    site: SiteArgs,
}

pub(super) fn run(common: &Common, args: &RenameArgs) -> Exit {
    let Loaded { inputs, build } = match load(common, &args.site) {
        Ok(loaded) => loaded,
        Err(exit) => return exit,
    };
    let roster = build.site.roster();
    let new = Rename { name: &args.new, id: args.id.as_deref() };
    let made = curate::who::find(&build.site, &args.name).and_then(|no| curate::rename(Desk::of(&inputs), roster, roster.actor(no), &new));
    match made {
        Ok(made) => finish(common, &made, args.dry_run),
        Err(refusal) => report::refusal(&refusal),
    }
}
