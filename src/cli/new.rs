//! `chancery new`

use super::changes::{self, Mode};
use super::{Common, Exit, NewArgs, NewKind, report};
use crate::scaffold::{self, NewActor};

pub(super) fn run(common: &Common, args: &NewArgs) -> Exit {
    let date = match report::date(args.date.as_deref()) {
        Ok(date) => date,
        Err(exit) => return exit,
    };
    let exists = |path: &str| std::fs::symlink_metadata(common.root.join(path)).is_ok();
    let made = match &args.what {
        NewKind::Briefing { title } => scaffold::briefing(title, date, exists),
        NewKind::Actor { name, kind, id } => {
            let name = name.trim();
            let guessed = kind.map_or_else(|| scaffold::guess_kind(name, date), Into::into);
            if kind.is_none() && !common.quiet {
                report::say(&format!("the kind is a guess: {}; give `--kind` to say what it is\n", guessed.name()));
            }
            scaffold::actor(&NewActor { name, id: id.as_deref(), kind: guessed, aliases: Vec::new() }, exists)
        }
        NewKind::Page { title } => scaffold::page(title),
        NewKind::Theme { name, files } => scaffold::theme(name, files),
    };
    let made = match made {
        Ok(made) => made,
        Err(refusal) => return report::refusal(&refusal),
    };
    let exit = changes::run(common, &made, Mode::of(args.dry_run));
    if let (NewKind::Theme { name, .. }, Exit::Success, false) = (&args.what, exit, common.quiet) {
        report::say(&format!("write `theme: {name}` into `content/site.yaml` to have the site in it\n"));
    }
    exit
}
