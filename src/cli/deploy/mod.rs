//! `chancery deploy`: what it is told. A small build without the feature `deploy` says how to get it.

#[cfg(feature = "deploy")]
mod run;

#[cfg(feature = "deploy")]
pub(super) use run::run;

use super::Format;
use clap::Args;
use std::path::PathBuf;

#[derive(Debug, Args)]
pub(super) struct DeployArgs {
    /// The target's name in `site.yaml`; without it `default`, or the only one
    target: Option<String>,
    /// The built site [default: `public` in the site's folder]
    #[arg(long, short, value_name = "DIR")]
    output: Option<PathBuf>,
    /// Say what would be done, file by file, and do nothing
    #[arg(long)]
    dry_run: bool,
    /// How to print the result
    #[arg(long, value_enum, default_value_t = Format::Human)]
    format: Format,
    /// Fetch every public address of the deployed site, and say which is wrong: status, type, content
    #[arg(long, conflicts_with_all = ["rollback", "dry_run", "delete_stale", "output"])]
    verify: bool,
    /// Go back to the site as it was before the last deploy
    #[arg(long, conflicts_with = "output")]
    rollback: bool,
    /// Delete what former deploys put there and the site has no more; at most a quarter of what is there
    #[arg(long)]
    delete_stale: bool,
    /// Delete more than a quarter
    #[arg(long, requires = "delete_stale")]
    force: bool,
    /// Replace files that stand in the way and that no deploy of chancery put there
    #[arg(long)]
    adopt: bool,
    /// Put a site online that was built with drafts
    #[arg(long)]
    drafts: bool,
    /// Put a site online whose seeds, content or theme have changed since it was built
    #[arg(long)]
    as_built: bool,
    /// Transfers at a time [default: 16, or what `site.yaml` says]
    #[arg(long, value_name = "NUMBER", value_parser = clap::value_parser!(u8).range(1..))]
    transfers: Option<u8>,
    /// How long a request may take before it counts as lost
    #[arg(long, value_name = "SECONDS", default_value_t = 120, value_parser = clap::value_parser!(u64).range(1..=3600))]
    timeout: u64,
    /// For how long the lock of a deploy that gives no sign of life is respected
    #[arg(long, value_name = "SECONDS", default_value_t = 30, value_parser = clap::value_parser!(u64).range(1..=600))]
    lease: u64,
}

#[cfg(not(feature = "deploy"))]
pub(super) fn run(_: &super::Common, _: &DeployArgs) -> super::Exit {
    super::report::usage(
        "this is a small build of chancery, without `deploy`; the released binaries have it, and so has `cargo install` without `--no-default-features`",
    )
}
