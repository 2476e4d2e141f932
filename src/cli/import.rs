//! `chancery import`

use super::changes::{self, Mode};
use super::{Common, Exit, ImportArgs, report};
use crate::fault::Fault;
use crate::scaffold::import::{self, Source};
use std::io::Read;

pub(super) fn run(common: &Common, args: &ImportArgs) -> Exit {
    let standard_input = vec![std::path::PathBuf::from("-")];
    let files = if args.files.is_empty() { &standard_input } else { &args.files };
    if args.name.is_some() && files.len() > 1 {
        return report::usage("`--name` names one seed; import the files one by one");
    }
    let (mut changes, mut exit) = (Vec::new(), Exit::Success);
    for file in files {
        let name = file.to_string_lossy();
        let bytes = if name == "-" {
            let mut bytes = Vec::new();
            std::io::stdin().lock().read_to_end(&mut bytes).map(|_| bytes)
        } else {
            std::fs::read(file)
        };
        let bytes = match bytes {
            Ok(bytes) => bytes,
            Err(error) => {
                let help = if file.is_dir() { "name the files in it" } else { "look at its name and its permissions" };
                exit = report::fault(&Fault::new("read", file.display(), error).with_help(help));
                continue;
            }
        };
        match import::import(&Source { name: &name, bytes: &bytes, wanted: args.name.as_deref() }) {
            Ok(done) => {
                if !done.dropped.is_empty() && !common.quiet {
                    report::say(&format!("{}: left behind: {}\n", done.change.path, done.dropped.join(", ")));
                }
                changes.push(done.change);
            }
            Err(mut refusal) => {
                // One of several: which one is said.
                let which = if name == "-" { "standard input".to_owned() } else { format!("`{}`", file.display()) };
                refusal.message = format!("{which} was not imported: {}", refusal.message);
                exit = report::refusal(&refusal);
            }
        }
    }
    if changes.is_empty() {
        return exit;
    }
    match changes::run(common, &changes, Mode::of(args.dry_run)) {
        Exit::Success => exit,
        failed => failed,
    }
}
