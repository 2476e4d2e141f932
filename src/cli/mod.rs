//! The command line: flags to one call, its report to words. Nothing is decided here.

mod actors;
mod build;
mod changes;
mod check;
mod deploy;
mod host;
mod import;
mod init;
mod new;
mod progress;
mod reference;
mod report;
mod serve;

use crate::model::Kind;
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
    /// Make a new site that builds at once
    Init(InitArgs),
    /// Make a new briefing, actor, page or theme
    New(NewArgs),
    /// Make seeds from texts: .txt, .md, .html, .docx, or standard input
    Import(ImportArgs),
    /// Build the site
    Build(BuildArgs),
    /// Show the site in a browser while you work on it
    Serve(ServeArgs),
    /// Report everything that needs a person's eyes, and build nothing
    Check(CheckArgs),
    /// Say who is named in the briefings, and correct it
    Actors(actors::ActorsArgs),
    /// Write and check the files that a host asks for: nginx, Netlify, GitHub Pages and others
    Host(HostArgs),
    /// Put the built site into a bucket or a folder: only what has changed, in an order that breaks no page
    ///
    /// Targets stand in `content/site.yaml`: S3 and what speaks it (R2, MinIO, Ceph, Spaces), Azure Blob Storage, Google
    /// Cloud Storage, a folder. Credentials come from the environment or the provider's own chain. Google Cloud Storage is
    /// untested: there is no server of its kind to test against.
    Deploy(deploy::DeployArgs),
    /// Say what the code of a finding means, or list all codes
    Explain(ExplainArgs),
    /// Write JSON Schemas of the site's YAML files, for editors
    Schema(SchemaArgs),
    /// Print completions for a shell
    Completions {
        /// The shell
        #[arg(value_enum)]
        shell: clap_complete::Shell,
    },
    /// Write man pages, one for each command
    Man(ManArgs),
}

#[derive(Debug, Args)]
struct InitArgs {
    /// The folder of the new site [default: the current one]
    dir: Option<PathBuf>,
    /// The date of the example, as YYYY-MM-DD [default: today in UTC]
    #[arg(long, value_name = "DATE")]
    date: Option<String>,
    /// Show what would be written, and write nothing
    #[arg(long)]
    dry_run: bool,
}

#[derive(Debug, Args)]
struct NewArgs {
    #[command(subcommand)]
    what: NewKind,
    /// The date of a new briefing, as YYYY-MM-DD [default: today in UTC]
    #[arg(long, global = true, value_name = "DATE")]
    date: Option<String>,
    /// Show what would be written, and write nothing
    #[arg(long, global = true)]
    dry_run: bool,
}

#[derive(Debug, Subcommand)]
enum NewKind {
    /// A seed and what is added to it; a draft until you say otherwise
    Briefing {
        /// Its title
        title: String,
    },
    /// A registry entry
    Actor {
        /// Its name
        name: String,
        /// What it is [default: guessed from the name]
        #[arg(long, value_enum)]
        kind: Option<KindArg>,
        /// Its id, the last part of its address [default: made from the name]
        #[arg(long)]
        id: Option<String>,
    },
    /// A page of the site's own, in Markdown
    Page {
        /// Its title
        title: String,
    },
    /// A theme that stands over the default one
    Theme {
        /// Its name
        name: String,
        /// Files of the default theme to copy, for instance templates/base.html [default: static/style.css]
        files: Vec<String>,
    },
}

/// What an actor is, as an argument.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum KindArg {
    Person,
    State,
    Organisation,
    #[value(name = "armed_group")]
    ArmedGroup,
    Office,
    Place,
    People,
}

impl From<KindArg> for Kind {
    fn from(kind: KindArg) -> Self {
        match kind {
            KindArg::Person => Self::Person,
            KindArg::State => Self::State,
            KindArg::Organisation => Self::Organisation,
            KindArg::ArmedGroup => Self::ArmedGroup,
            KindArg::Office => Self::Office,
            KindArg::Place => Self::Place,
            KindArg::People => Self::People,
        }
    }
}

#[derive(Debug, Args)]
struct ImportArgs {
    /// The texts; `-`, or none, is standard input
    files: Vec<PathBuf>,
    /// The name of the new seed [default: made from the file's name, or the text's first line]
    #[arg(long)]
    name: Option<String>,
    /// Show what would be written, and write nothing
    #[arg(long)]
    dry_run: bool,
}

#[derive(Debug, Args)]
struct ExplainArgs {
    /// The code, for instance empty-section
    code: Option<String>,
}

#[derive(Debug, Args)]
struct SchemaArgs {
    /// Print one schema instead: site, briefing or actor
    #[arg(long, value_name = "NAME")]
    print: Option<String>,
}

#[derive(Debug, Args)]
struct ManArgs {
    /// Where to write them
    #[arg(long, short, value_name = "DIR", default_value = "man")]
    output: PathBuf,
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
    /// Put `.br` and `.gz` variants beside every text of more than 1 kB, for servers that send them as they are
    #[arg(long)]
    precompress: bool,
    /// Say how long each stage took
    #[arg(long)]
    timings: bool,
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
    #[arg(long, value_enum, default_value_t = FindingsFormat::Human)]
    format: FindingsFormat,
    /// Ask other sites too whether the links to them lead anywhere; what was good is remembered for a week
    #[arg(long)]
    external: bool,
    /// Ask no longer than this
    #[arg(long, value_name = "SECONDS", default_value_t = 60, requires = "external")]
    external_time: u64,
    /// Say how long each stage took
    #[arg(long)]
    timings: bool,
    /// Mend what can be mended safely, in overlays, registry and settings
    #[arg(long, conflicts_with = "format")]
    fix: bool,
    /// Mend seeds too: write restorations into them
    #[arg(long, conflicts_with = "format")]
    fix_seeds: bool,
    /// Show as a diff what `--fix` or `--fix-seeds` would change, and change nothing
    #[arg(long)]
    dry_run: bool,
}

#[derive(Debug, Args)]
struct HostArgs {
    #[command(subcommand)]
    command: HostCommand,
}

#[derive(Debug, Subcommand)]
enum HostCommand {
    /// Write a host's own files, never over a person's edits
    ///
    /// Hosts: github-pages, gitlab-pages, netlify, cloudflare-pages, nginx, caddy, apache, container, s3-cloudfront, rsync.
    Init(HostInitArgs),
    /// Say which of a host's files are out of date, and what of the site is beyond its limits
    Check(HostCheckArgs),
}

#[derive(Debug, Args)]
struct HostInitArgs {
    /// The host
    target: String,
    #[command(flatten)]
    site: SiteArgs,
    /// Where the built site is, which is measured [default: `public` in the site's folder]
    #[arg(long, short, value_name = "DIR")]
    output: Option<PathBuf>,
    /// Write over files that a person wrote or edited
    #[arg(long)]
    force: bool,
}

#[derive(Debug, Args)]
struct HostCheckArgs {
    /// The host; without it every host whose files are here
    target: Option<String>,
    #[command(flatten)]
    site: SiteArgs,
    /// Where the built site is, which is measured [default: `public` in the site's folder]
    #[arg(long, short, value_name = "DIR")]
    output: Option<PathBuf>,
    /// How to print the findings
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

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum FindingsFormat {
    /// For reading
    Human,
    /// For another program
    Json,
    /// SARIF 2.1.0, for forges and editors
    Sarif,
    /// Workflow commands, which GitHub shows on the lines of a change
    Github,
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
        Command::Host(args) => host::run(&cli.common, args),
        Command::Deploy(args) => deploy::run(&cli.common, args),
        Command::Init(args) => init::run(&cli.common, args),
        Command::New(args) => new::run(&cli.common, args),
        Command::Import(args) => import::run(&cli.common, args),
        Command::Explain(args) => reference::explain(args),
        Command::Schema(args) => reference::schema(&cli.common, args),
        Command::Completions { shell } => reference::completions(*shell),
        Command::Man(args) => reference::man(args),
    }
}
