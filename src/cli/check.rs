//! `chancery check`

use super::changes::{self, Mode};
use super::report::{self, Shown};
use super::{CheckArgs, Common, Exit, FindingsFormat};
use crate::check;
use crate::check::fix::{self, Seeds};
use crate::diagnostics::{github, json, sarif};
use crate::input::scan;

pub(super) fn run(common: &Common, args: &CheckArgs) -> Exit {
    let options = match report::options(&args.site) {
        Ok(options) => options,
        Err(exit) => return exit,
    };
    let inputs = match scan::scan(&common.root) {
        Ok(inputs) => inputs,
        Err(fault) => return report::fault(&fault),
    };
    if args.dry_run && !args.fix && !args.fix_seeds {
        return report::usage("`--dry-run` shows what `--fix` or `--fix-seeds` would change; give one of them");
    }
    let mut inputs = inputs;
    let mut diagnostics = check::check(&inputs, &options);
    if args.fix || args.fix_seeds {
        let seeds = if args.fix_seeds { Seeds::Edited } else { Seeds::Left };
        let changes = fix::fixes(&inputs, &diagnostics, seeds);
        let exit = changes::run(common, &changes, Mode::of(args.dry_run));
        if args.dry_run || exit != Exit::Success {
            return exit;
        }
        // What is left, as it stands now.
        inputs = match scan::scan(&common.root) {
            Ok(inputs) => inputs,
            Err(fault) => return report::fault(&fault),
        };
        diagnostics = check::check(&inputs, &options);
    }
    match args.format {
        FindingsFormat::Json => report::findings_as(json::to_json, &diagnostics, &inputs),
        FindingsFormat::Sarif => report::findings_as(sarif::to_sarif, &diagnostics, &inputs),
        FindingsFormat::Github => report::findings_as(github::to_commands, &diagnostics, &inputs),
        FindingsFormat::Human => {
            report::findings(&diagnostics, &inputs, common, Shown::All);
            if !common.quiet {
                report::say(&format!("{}\n", report::counts(&diagnostics).unwrap_or_else(|| "no errors, no warnings".to_owned())));
            }
        }
    }
    report::exit(&diagnostics, common)
}
