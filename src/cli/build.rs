//! `chancery build`

use super::progress::Progress;
use super::report::{self, Shown};
use super::{BuildArgs, Common, Exit};
use crate::build::publish::{PublishOptions, Report, publish_watched};
use crate::build::watch::{Stage, Watch};
use crate::input::scan;
use crate::write::{Foreign, Precompress};
use std::sync::Arc;
use std::time::Duration;

pub(super) fn run(common: &Common, args: &BuildArgs) -> Exit {
    let options = match report::options(&args.site) {
        Ok(options) => options,
        Err(exit) => return exit,
    };
    let progress = Arc::new(Progress::new(common));
    let inputs = match scan::scan(&common.root) {
        Ok(inputs) => inputs,
        Err(fault) => return report::fault(&fault),
    };
    let output = args.output.clone().unwrap_or_else(|| common.root.join("public"));
    let target = PublishOptions {
        root: &common.root,
        output: &output,
        foreign: if args.force { Foreign::Keep } else { Foreign::Refuse },
        precompress: if args.precompress { Precompress::Yes } else { Precompress::No },
    };
    let watch: Arc<dyn Watch> = progress.clone();
    let result = publish_watched(&inputs, &options, &target, &watch);
    progress.finish();
    let (took, timings) = (progress.took(), progress.timings());
    let checked = match result {
        Ok(checked) => checked,
        Err(fault) => return report::fault(&fault),
    };
    report::findings(&checked.diagnostics, &inputs, common, Shown::AsAsked);
    if !common.quiet {
        let counts = report::counts(&checked.diagnostics).map(|counts| format!("; {counts}")).unwrap_or_default();
        let words = match &checked.value {
            Some(done) => {
                let searched = done.indexed.map(|pages| searched(pages, progress.of(Stage::Indexing))).unwrap_or_default();
                format!("{} in {}{searched}", summary(done, &output.display().to_string()), report::time(took))
            }
            None => format!("nothing was written: `{}` is as it was", output.display()),
        };
        report::say(&format!("{words}{counts}\n"));
    }
    if args.timings {
        report::say(&timings);
    }
    report::exit(&checked.diagnostics, common)
}

/// What the search costs, where it cost anything.
fn searched(pages: usize, took: Duration) -> String {
    format!(", of which the search index of {pages} page{} took {}", if pages == 1 { "" } else { "s" }, report::time(took))
}

fn summary(done: &Report, output: &str) -> String {
    let mut words: String = done.notices.iter().map(|notice| format!("note: {notice}\n")).collect();
    let plural = |number: usize, one: &str| format!("{number} {one}{}", if number == 1 { "" } else { "s" });
    words.push_str(&format!("{}, {}, {} in `{output}`", plural(done.briefings, "briefing"), plural(done.actors, "actor"), plural(done.files, "file")));
    if done.unchanged {
        words.push_str(" (nothing changed)");
    } else {
        words.push_str(&format!(" ({} new or changed", done.written));
        let kept = done.files.saturating_sub(done.written);
        if kept > 0 {
            words.push_str(&format!(", {kept} as they were"));
        }
        if done.removed > 0 {
            words.push_str(&format!(", {} removed", done.removed));
        }
        words.push(')');
    }
    words
}
