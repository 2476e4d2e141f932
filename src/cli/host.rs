//! `chancery host init` and `chancery host check`

use super::report::{self, Shown};
use super::{Common, Exit, Format, HostArgs, HostCheckArgs, HostCommand, HostInitArgs};
use crate::build::{self, Cache};
use crate::diagnostics::{Code, Diagnostic, Diagnostics, json};
use crate::host::{self, Facts, HOSTS, Host, disk};
use crate::input::{Inputs, scan};

pub(super) fn run(common: &Common, args: &HostArgs) -> Exit {
    match &args.command {
        HostCommand::Init(args) => init(common, args),
        HostCommand::Check(args) => check(common, args),
    }
}

fn init(common: &Common, args: &HostInitArgs) -> Exit {
    let Some(host) = Host::named(&args.target) else { return unknown(&args.target) };
    let (facts, inputs) = match facts(common, &args.site) {
        Ok(known) => known,
        Err(exit) => return exit,
    };
    let edits = if args.force { disk::Edits::Replace } else { disk::Edits::Keep };
    let done = match disk::write(&common.root, host, &facts, edits) {
        Ok(done) => done,
        Err(fault) => return report::fault(&fault),
    };
    let mut diagnostics = Diagnostics::default();
    for path in &done.edited {
        diagnostics.push(
            Diagnostic::new(Code::HostFile, "a person wrote or edited this file; nothing was written")
                .in_file(*path)
                .help("move it away, or write over it with `--force`"),
        );
    }
    diagnostics.extend(host::check(host, &facts, &[], disk::measure(&output(common, args.output.as_ref())).as_ref()));
    report::findings(&diagnostics, &inputs, common, Shown::AsAsked);
    if !common.quiet {
        let mut words: String = done.written.iter().map(|path| format!("wrote {path}\n")).collect();
        words.extend(done.left.iter().map(|path| format!("left {path} as it is\n")));
        report::say(&words);
    }
    report::exit(&diagnostics, common)
}

fn check(common: &Common, args: &HostCheckArgs) -> Exit {
    let (facts, inputs) = match facts(common, &args.site) {
        Ok(known) => known,
        Err(exit) => return exit,
    };
    let hosts = match &args.target {
        Some(name) => match Host::named(name) {
            Some(host) => vec![host],
            None => return unknown(name),
        },
        None => match disk::hosts_in_use(&common.root, &facts) {
            Ok(hosts) => hosts,
            Err(fault) => return report::fault(&fault),
        },
    };
    let measured = disk::measure(&output(common, args.output.as_ref()));
    let mut diagnostics = Diagnostics::default();
    for host in &hosts {
        match disk::standing(&common.root, *host, &facts) {
            Ok(standing) => diagnostics.extend(host::check(*host, &facts, &standing, measured.as_ref())),
            Err(fault) => return report::fault(&fault),
        }
    }
    diagnostics.sort();
    match args.format {
        Format::Json => report::findings_as(json::to_json, &diagnostics, &inputs),
        Format::Human => {
            report::findings(&diagnostics, &inputs, common, Shown::All);
            if !common.quiet {
                let names: Vec<&str> = hosts.iter().map(|host| host.name()).collect();
                let sizes = if measured.is_none() { " (the site is not built: its files were not measured)" } else { "" };
                report::say(&match (names.is_empty(), report::counts(&diagnostics)) {
                    (true, _) => format!("no files of a host are here; write them with `chancery host init`: {}\n", all_names()),
                    (false, counts) => format!("{}: {}{sizes}\n", names.join(", "), counts.unwrap_or_else(|| "all is right".to_owned())),
                });
            }
        }
    }
    report::exit(&diagnostics, common)
}

/// What a host must know: of the site as it is now, not as it was built.
fn facts(common: &Common, site: &super::SiteArgs) -> Result<(Facts, Inputs), Exit> {
    let options = report::options(site)?;
    let inputs = scan::scan(&common.root).map_err(|fault| report::fault(&fault))?;
    let checked = build::build(&inputs, &options, &mut Cache::default());
    match checked.value.filter(|_| !checked.diagnostics.has_errors()) {
        Some(build) => Ok((Facts::of(&build), inputs)),
        None => {
            report::findings(&checked.diagnostics, &inputs, common, Shown::AsAsked);
            Err(Exit::Failure)
        }
    }
}

fn output(common: &Common, asked: Option<&std::path::PathBuf>) -> std::path::PathBuf {
    asked.cloned().unwrap_or_else(|| common.root.join("public"))
}

fn all_names() -> String {
    HOSTS.iter().map(|(_, name)| *name).collect::<Vec<_>>().join(", ")
}

fn unknown(name: &str) -> Exit {
    report::usage(&format!("`{name}` is no host that chancery knows; there are {}", all_names()))
}
