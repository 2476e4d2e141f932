//! `chancery init`

use super::changes::{self, Mode};
use super::{Common, Exit, InitArgs, report};
use crate::scaffold;

pub(super) fn run(common: &Common, args: &InitArgs) -> Exit {
    let date = match report::date(args.date.as_deref()) {
        Ok(date) => date,
        Err(exit) => return exit,
    };
    let root = args.dir.clone().unwrap_or_else(|| common.root.clone());
    if root.exists() && !root.is_dir() {
        return report::usage(&format!("`{}` is a file; name a folder for the site", root.display()));
    }
    let made = scaffold::init(date, |path| std::fs::symlink_metadata(root.join(path)).is_ok());
    if made.is_empty() {
        report::say("everything that a new site has is there already; nothing was written\n");
        return Exit::Success;
    }
    let exit = changes::run(&Common { root: root.clone(), ..common.clone() }, &made, Mode::of(args.dry_run));
    if exit == Exit::Success && !common.quiet && !args.dry_run {
        let place = if root.as_os_str() == "." { String::new() } else { format!("cd {} && ", root.display()) };
        report::say(&format!("see the site with: {place}chancery serve --open\n"));
    }
    exit
}
