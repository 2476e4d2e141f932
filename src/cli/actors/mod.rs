//! `chancery actors`: a file for each subcommand, with its arguments and what it prints.

mod adopt;
mod explain;
mod ignore;
mod list;
mod merge;
mod rename;
mod review;
mod score;
mod show;
mod split;

use super::changes::{self, Mode};
use super::{Common, Exit, SiteArgs, report};
use crate::build::{self, Build, Cache, Drafts};
use crate::curate::Correction;
use crate::input::{Inputs, scan};
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
    /// Show everything that is known of an actor, each fact with its sentence
    Show(show::ShowArgs),
    /// Say why a place in a seed is a link, is none, or was left open
    Explain(explain::ExplainArgs),
    /// Show what is doubtful, most mentioned first, with the commands that settle it
    Review(review::ReviewArgs),
    /// Write a registry entry from what was found
    Adopt(adopt::AdoptArgs),
    /// Make one actor of two
    Merge(merge::MergeArgs),
    /// Make two actors of one: in the briefings that you name, it is another
    Split(split::SplitArgs),
    /// Give an actor another name; its old address leads to the new one
    Rename(rename::RenameArgs),
    /// Say that a text is no actor
    Ignore(ignore::IgnoreArgs),
}

pub(super) fn run(common: &Common, args: &ActorsArgs) -> Exit {
    match &args.command {
        None => list::run(common, &args.list),
        Some(ActorsCommand::List(args)) => list::run(common, args),
        Some(ActorsCommand::Show(args)) => show::run(common, args),
        Some(ActorsCommand::Explain(args)) => explain::run(common, args),
        Some(ActorsCommand::Review(args)) => review::run(common, args),
        Some(ActorsCommand::Adopt(args)) => adopt::run(common, args),
        Some(ActorsCommand::Merge(args)) => merge::run(common, args),
        Some(ActorsCommand::Split(args)) => split::run(common, args),
        Some(ActorsCommand::Rename(args)) => rename::run(common, args),
        Some(ActorsCommand::Ignore(args)) => ignore::run(common, args),
    }
}

/// A site that was read and linked, drafts included: who curates works on what is not published yet.
struct Loaded {
    inputs: Inputs,
    build: Build,
}

/// Errors are printed: nothing is curated on a registry that cannot be read.
fn load(common: &Common, site: &SiteArgs) -> Result<Loaded, Exit> {
    let mut options = report::options(site)?;
    options.drafts = Drafts::Shown;
    let inputs = scan::scan(&common.root).map_err(|fault| report::fault(&fault))?;
    let mut checked = build::build(&inputs, &options, &mut Cache::default());
    checked.diagnostics.retain(|finding| finding.severity == crate::diagnostics::Severity::Error);
    match checked.value.filter(|_| checked.diagnostics.is_empty()) {
        Some(build) => Ok(Loaded { inputs, build }),
        None => {
            report::findings(&checked.diagnostics, &inputs, common, report::Shown::AsAsked);
            Err(Exit::Failure)
        }
    }
}

/// Makes or shows a correction, and says what the person should know.
fn finish(common: &Common, made: &Correction, dry_run: bool) -> Exit {
    let exit = changes::run(common, &made.changes, Mode::of(dry_run));
    if exit == Exit::Success && !common.quiet {
        report::say(&made.notes.iter().map(|note| format!("note: {note}\n")).collect::<String>());
    }
    exit
}
