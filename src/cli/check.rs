//! `chancery check`

use super::changes::{self, Mode};
use super::progress::Progress;
use super::report::{self, Shown};
use super::{CheckArgs, Common, Exit, FindingsFormat};
use crate::build::BuildOptions;
use crate::build::watch::Watch;
#[cfg(feature = "external")]
use crate::build::{self, Cache, levels};
use crate::check;
use crate::check::fix::{self, Seeds};
use crate::diagnostics::Diagnostics;
use crate::diagnostics::{github, json, sarif};
use crate::input::{Inputs, scan};
use std::sync::Arc;

pub(super) fn run(common: &Common, args: &CheckArgs) -> Exit {
    let options = match report::options(&args.site) {
        Ok(options) => options,
        Err(exit) => return exit,
    };
    let progress = Arc::new(Progress::new(common));
    let inputs = match scan::scan(&common.root) {
        Ok(inputs) => inputs,
        Err(fault) => return report::fault(&fault),
    };
    if args.dry_run && !args.fix && !args.fix_seeds {
        return report::usage("`--dry-run` shows what `--fix` or `--fix-seeds` would change; give one of them");
    }
    let mut inputs = inputs;
    let watch: Arc<dyn Watch> = progress.clone();
    let mut diagnostics = check::check_watched(&inputs, &options, &watch);
    progress.finish();
    let (took, timings) = (progress.took(), progress.timings());
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
    if args.external {
        match ask(common, args, &inputs, &options) {
            Ok(found) => diagnostics.extend(found),
            Err(exit) => return exit,
        }
        diagnostics.sort();
    }
    match args.format {
        FindingsFormat::Json => report::findings_as(json::to_json, &diagnostics, &inputs),
        FindingsFormat::Sarif => report::findings_as(sarif::to_sarif, &diagnostics, &inputs),
        FindingsFormat::Github => report::findings_as(github::to_commands, &diagnostics, &inputs),
        FindingsFormat::Human => {
            report::findings(&diagnostics, &inputs, common, Shown::All);
            if !common.quiet {
                let counts = report::counts(&diagnostics).unwrap_or_else(|| "nothing needs your eyes".to_owned());
                report::say(&format!("{} looked through in {}; {counts}\n", report::plural(inputs.seeds.len(), "seed"), report::time(took)));
            }
        }
    }
    if args.timings {
        report::say(&timings);
    }
    report::exit(&diagnostics, common)
}

/// What other sites say of the links to them.
#[cfg(feature = "external")]
fn ask(common: &Common, args: &CheckArgs, inputs: &Inputs, options: &BuildOptions) -> Result<Diagnostics, Exit> {
    use crate::check::external::{ExternalOptions, external};
    use std::time::Duration;
    let Some(build) = build::build(inputs, options, &mut Cache::default()).value else { return Ok(Diagnostics::default()) };
    let now = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).map_or(0, |since| since.as_secs());
    let limit = Duration::from_secs(args.external_time);
    let asking = ExternalOptions { root: common.root.clone(), now, limit, patience: Duration::from_secs(15).min(limit), pause: Duration::from_millis(250) };
    let mut found = external(&build, &asking).map_err(|fault| report::fault(&fault))?;
    levels::apply(&build.settings.lint, build.site.entries().iter().map(|entry| &*entry.briefing), &mut found);
    Ok(found)
}

#[cfg(not(feature = "external"))]
fn ask(_: &Common, _: &CheckArgs, _: &Inputs, _: &BuildOptions) -> Result<Diagnostics, Exit> {
    Err(report::usage("this chancery was built without `--external`; build it with the feature `external`"))
}
