//! `chancery check`

use super::report::{self, Shown};
use super::{CheckArgs, Common, Exit, Format};
use crate::check;
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
    let diagnostics = check::check(&inputs, &options);
    match args.format {
        Format::Json => report::findings_as_json(&diagnostics, &inputs),
        Format::Human => {
            report::findings(&diagnostics, &inputs, common, Shown::All);
            if !common.quiet {
                report::say(&format!("{}\n", report::counts(&diagnostics).unwrap_or_else(|| "no errors, no warnings".to_owned())));
            }
        }
    }
    report::exit(&diagnostics, common)
}
