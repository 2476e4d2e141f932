//! `chancery actors`: a file for each subcommand, with its arguments and what it prints.

mod list;

use super::{Common, Exit};
use clap::{Args, Subcommand};

#[derive(Debug, Args)]
#[command(args_conflicts_with_subcommands = true)]
pub(super) struct ActorsArgs {
    #[command(subcommand)]
    command: Option<ActorsCommand>,
    #[command(flatten)]
    list: list::ListArgs,
}

#[derive(Debug, Subcommand)]
enum ActorsCommand {
    /// List who is named, most mentioned first; what `chancery actors` does without a subcommand
    List(list::ListArgs),
}

pub(super) fn run(common: &Common, args: &ActorsArgs) -> Exit {
    match &args.command {
        None => list::run(common, &args.list),
        Some(ActorsCommand::List(args)) => list::run(common, args),
    }
}
