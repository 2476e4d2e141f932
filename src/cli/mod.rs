//! The command line: flags to one call, its report to words. Nothing is decided here.

mod actors;
mod build;
mod check;
mod report;
mod serve;

use clap::{Args, Parser, Subcommand, ValueEnum};
use std::ffi::OsString;
use std::net::IpAddr;
use std::path::PathBuf;
use std::process::ExitCode;

/// What the program tells its caller.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Exit {
    /// All went well; there may have been warnings.
    Success,
    /// The input is at fault, or the machine refused.
    Failure,
    /// The command line is at fault.
    Usage,
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        match exit {
            Exit::Success => ExitCode::SUCCESS,
            Exit::Failure => ExitCode::from(1),
            Exit::Usage => ExitCode::from(2),
        }
    }
}

/// Turns plain-text briefings into a themed, cross-linked static site.
///
/// Put briefings as `.txt` or `.md` files into `seeds/` and run `chancery build`. The site appears in `public/`.
#[derive(Debug, Parser)]
#[command(name = "chancery", version, max_term_width = 100, arg_required_else_help = true)]
struct Cli {
    #[command(subcommand)]
    command: Command,
    #[command(flatten)]
    common: Common,
}

#[derive(Clone, Debug, Args)]
struct Common {
    /// The site's folder
    #[arg(long, global = true, value_name = "DIR", default_value = ".")]
    root: PathBuf,
    /// Say nothing but errors
    #[arg(long, short, global = true, conflicts_with = "verbose")]
    quiet: bool,
    /// Also say what was restored and which files changed
    #[arg(long, short, global = true)]
    verbose: bool,
    /// Let warnings fail the run
    #[arg(long, global = true)]
    strict: bool,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Build the site
    Build(BuildArgs),
    /// Show the site in a browser while you work on it
    Serve(ServeArgs),
    /// Report everything that needs a person's eyes, and build nothing
    Check(CheckArgs),
    /// Say who is named in the briefings
    Actors(ActorsArgs),
}

/// What decides the content of the site.
#[derive(Debug, Args)]
struct SiteArgs {
    /// Where the site will be published, for instance https://example.org/briefings/
    #[arg(long, value_name = "URL")]
    base_url: Option<String>,
    /// The day of the build, as YYYY-MM-DD; it decides only what is published [default: today in UTC]
    #[arg(long, value_name = "DATE")]
    date: Option<String>,
    /// Build drafts too, marked as such
    #[arg(long)]
    drafts: bool,
}

#[derive(Debug, Args)]
struct BuildArgs {
    #[command(flatten)]
    site: SiteArgs,
    /// Where to write the site [default: `public` in the site's folder]
    #[arg(long, short, value_name = "DIR")]
    output: Option<PathBuf>,
    /// Write even where the output folder holds files that chancery did not write; they are kept
    #[arg(long)]
    force: bool,
}

#[derive(Debug, Args)]
struct ServeArgs {
    #[command(flatten)]
    site: SiteArgs,
    /// The port; where it is taken, the next free one
    #[arg(long, default_value_t = 4000)]
    port: u16,
    /// The address to listen on; any other than the default lets others on the network read the preview
    #[arg(long, value_name = "ADDRESS", default_value = "127.0.0.1")]
    host: IpAddr,
    /// Open the site in the browser
    #[arg(long)]
    open: bool,
}

#[derive(Debug, Args)]
struct CheckArgs {
    #[command(flatten)]
    site: SiteArgs,
    /// How to print the findings
    #[arg(long, value_enum, default_value_t = Format::Human)]
    format: Format,
}

#[derive(Debug, Args)]
struct ActorsArgs {
    #[command(flatten)]
    site: SiteArgs,
    /// How to print the actors
    #[arg(long, value_enum, default_value_t = Format::Human)]
    format: Format,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Format {
    /// For reading
    Human,
    /// For another program
    Json,
}

/// Parses the command line and runs the command.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> Exit {
    let cli = match Cli::try_parse_from(arguments) {
        Ok(cli) => cli,
        Err(error) => {
            // Asking for help is no error; a broken pipe while it is printed is none either.
            let _ = error.print();
            return if error.use_stderr() { Exit::Usage } else { Exit::Success };
        }
    };
    match &cli.command {
        Command::Build(args) => build::run(&cli.common, args),
        Command::Serve(args) => serve::run(&cli.common, args),
        Command::Check(args) => check::run(&cli.common, args),
        Command::Actors(args) => actors::run(&cli.common, args),
    }
}
