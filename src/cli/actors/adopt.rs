//! `chancery actors adopt`

use super::{Loaded, finish, load};
use crate::cli::{Common, Exit, KindArg, SiteArgs, report};
use crate::curate::{self, Desk};
use clap::Args;

#[derive(Debug, Args)]
pub(super) struct AdoptArgs {
    /// Its name, another name, or its id
    name: String,
    /// What it is [default: as found]
    #[arg(long, value_enum)]
    kind: Option<KindArg>,
    /// Show what would be written, and write nothing
    #[arg(long)]
    dry_run: bool,
    #[command(flatten)]
    site: SiteArgs,
}

pub(super) fn run(common: &Common, args: &AdoptArgs) -> Exit {
    let Loaded { inputs, build } = match load(common, &args.site) {
        Ok(loaded) => loaded,
        Err(exit) => return exit,
    };
    let made =
        curate::who::find(&build.site, &args.name).and_then(|no| curate::adopt(Desk::of(&inputs), build.site.roster().actor(no), args.kind.map(Into::into)));
    match made {
        Ok(made) => finish(common, &made, args.dry_run),
        Err(refusal) => report::refusal(&refusal),
    }
}
