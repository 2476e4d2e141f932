//! What the program says of itself: `completions`, `man`, `schema`, `explain`.

use super::changes::{self, Mode};
use super::{Cli, Common, Exit, ExplainArgs, ManArgs, SchemaArgs, report};
use crate::diagnostics::{Code, EVERY_CODE};
use crate::edit::Change;
use crate::fault::Fault;
use crate::scaffold::schema::Schema;
use crate::text::near;
use clap::CommandFactory;
use clap_complete::Shell;

/// Prints the completions of a shell.
pub(super) fn completions(shell: Shell) -> Exit {
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut Cli::command(), "chancery", &mut script);
    report::print(&String::from_utf8_lossy(&script));
    Exit::Success
}

/// Writes a man page for each command.
pub(super) fn man(args: &ManArgs) -> Exit {
    let fault = |error: std::io::Error| report::fault(&Fault::new("write the man pages to", args.output.display(), error));
    if let Err(error) = std::fs::create_dir_all(&args.output) {
        return fault(error);
    }
    match clap_mangen::generate_to(Cli::command(), &args.output) {
        Ok(()) => Exit::Success,
        Err(error) => fault(error),
    }
}

/// Writes the schemas into the site, or prints one.
pub(super) fn schema(common: &Common, args: &SchemaArgs) -> Exit {
    if let Some(name) = &args.print {
        return match Schema::ALL.into_iter().find(|schema| schema.file().trim_end_matches(".json") == name) {
            Some(schema) => {
                report::print(&schema.json());
                Exit::Success
            }
            None => report::usage("the schemas are `site`, `briefing` and `actor`"),
        };
    }
    let changes: Vec<Change> = Schema::ALL
        .into_iter()
        .filter_map(|schema| match std::fs::read(common.root.join(schema.path())) {
            Ok(before) if before == schema.json().as_bytes() => None,
            Ok(before) => Some(Change::changed(schema.path(), before, schema.json())),
            Err(_) => Some(Change::new_file(schema.path(), schema.json())),
        })
        .collect();
    changes::run(common, &changes, Mode::Made)
}

/// Says what a code means.
pub(super) fn explain(args: &ExplainArgs) -> Exit {
    match &args.code {
        Some(name) => match EVERY_CODE.iter().find(|code| code.name() == name) {
            Some(code) => {
                report::print(&code.page());
                Exit::Success
            }
            None => match near::meant(name, EVERY_CODE.iter().map(|code| code.name())) {
                Some(meant) => report::usage(&format!("there is no code `{name}`; did you mean `{meant}`?")),
                None => report::usage(&format!("there is no code `{name}`; `chancery explain` lists all of them")),
            },
        },
        None => {
            let line = |code: &Code| format!("{:8} {:24} {}\n", code.severity().name(), code.name(), code.explanation());
            report::print(&EVERY_CODE.iter().map(line).collect::<String>());
            Exit::Success
        }
    }
}
