//! `chancery actors review`

use super::{Loaded, load};
use crate::cli::{Common, Exit, SiteArgs, report};
use crate::curate;
use clap::Args;

#[derive(Debug, Args)]
pub(super) struct ReviewArgs {
    /// Show no more than so many
    #[arg(long, value_name = "NUMBER", default_value_t = 20)]
    most: usize,
    #[command(flatten)]
    site: SiteArgs,
}

pub(super) fn run(common: &Common, args: &ReviewArgs) -> Exit {
    let Loaded { inputs, build } = match load(common, &args.site) {
        Ok(loaded) => loaded,
        Err(exit) => return exit,
    };
    let cases = curate::review(&build.site, &inputs);
    let mut out = String::new();
    for case in cases.iter().take(args.most) {
        let times = if case.count == 1 { "once".to_owned() } else { format!("{} times", case.count) };
        out.push_str(&format!("{} ({times})\n  {}\n  {}\n    {}\n", case.name, case.why, case.first.place, case.first.sentence));
        out.extend(case.commands.iter().map(|command| format!("  $ {command}\n")));
        out.push('\n');
    }
    report::print(&out);
    if !common.quiet {
        report::say(&match cases.len() {
            0 => "nothing is doubtful\n".to_owned(),
            all if all > args.most => format!("{} of {all} doubtful cases; `--most {all}` shows all\n", args.most),
            all => format!("{all} doubtful case{}\n", if all == 1 { "" } else { "s" }),
        });
    }
    Exit::Success
}
