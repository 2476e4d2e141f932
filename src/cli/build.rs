//! `chancery build`

use super::report::{self, Shown};
use super::{BuildArgs, Common, Exit};
use crate::build::publish::{PublishOptions, Report, publish};
use crate::input::scan;
use crate::write::{Foreign, Precompress};

pub(super) fn run(common: &Common, args: &BuildArgs) -> Exit {
    let options = match report::options(&args.site) {
        Ok(options) => options,
        Err(exit) => return exit,
    };
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
    let checked = match publish(&inputs, &options, &target) {
        Ok(checked) => checked,
        Err(fault) => return report::fault(&fault),
    };
    report::findings(&checked.diagnostics, &inputs, common, Shown::AsAsked);
    if !common.quiet {
        let counts = report::counts(&checked.diagnostics).map(|counts| format!("; {counts}")).unwrap_or_default();
        let words = match &checked.value {
            Some(done) => summary(done, &output.display().to_string()),
            None => format!("nothing was written: `{}` is as it was", output.display()),
        };
        report::say(&format!("{words}{counts}\n"));
    }
    report::exit(&checked.diagnostics, common)
}

fn summary(done: &Report, output: &str) -> String {
    let mut words: String = done.notices.iter().map(|notice| format!("note: {notice}\n")).collect();
    let plural = |number: usize, one: &str| format!("{number} {one}{}", if number == 1 { "" } else { "s" });
    words.push_str(&format!("{}, {}, {} in `{output}`", plural(done.briefings, "briefing"), plural(done.actors, "actor"), plural(done.files, "file")));
    if done.unchanged {
        words.push_str(" (nothing changed)");
    } else {
        words.push_str(&format!(" ({} new or changed", done.written));
        if done.removed > 0 {
            words.push_str(&format!(", {} removed", done.removed));
        }
        words.push(')');
    }
    words
}
