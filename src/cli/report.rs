//! Findings and results as words: what goes to standard error and standard output, and the exit status that follows.

use super::{Common, Exit, SiteArgs};
use crate::build::located::Located;
use crate::build::{BuildOptions, Drafts};
use crate::diagnostics::{Diagnostics, Severity, human, json};
use crate::fault::Fault;
use crate::input::Inputs;
use crate::model::Date;
use crate::scaffold::Refusal;
use std::collections::BTreeMap;
use std::io::{IsTerminal, Write};

/// What the site's arguments mean; a usage fault is printed.
pub(super) fn options(args: &SiteArgs) -> Result<BuildOptions, Exit> {
    let date = date(args.date.as_deref())?;
    Ok(BuildOptions { base_url: args.base_url.clone(), date, drafts: if args.drafts { Drafts::Shown } else { Drafts::Hidden } })
}

/// The day that is given, or today in UTC; a usage fault is printed.
pub(super) fn date(given: Option<&str>) -> Result<Date, Exit> {
    match given {
        Some(text) => Date::parse(text).map_err(|message| usage(&message)),
        None => today().ok_or_else(|| usage("the clock of this machine cannot be read; give `--date`")),
    }
}

/// Prints why something cannot be made.
pub(super) fn refusal(refusal: &Refusal) -> Exit {
    say(&format!("error: {}\n  help: {}\n", refusal.message, refusal.help));
    Exit::Failure
}

fn today() -> Option<Date> {
    let since = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).ok()?;
    Date::from_unix_seconds(i64::try_from(since.as_secs()).ok()?)
}

/// Prints a fault of the command line.
pub(super) fn usage(message: &str) -> Exit {
    say(&format!("error: {message}\n"));
    Exit::Usage
}

/// Prints what the machine refused.
pub(super) fn fault(fault: &Fault) -> Exit {
    let mut text = format!("error: {fault}\n");
    if let Some(help) = &fault.help {
        text.push_str(&format!("  help: {help}\n"));
    }
    say(&text);
    Exit::Failure
}

/// How much is said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shown {
    /// Errors, warnings, and notes where they are asked for.
    All,
    /// As `--quiet` and `--verbose` say.
    AsAsked,
}

/// Prints findings to standard error, with the lines they concern.
pub(super) fn findings(diagnostics: &Diagnostics, inputs: &Inputs, common: &Common, shown: Shown) {
    let colour = if std::io::stderr().is_terminal() && std::env::var_os("NO_COLOR").is_none() { human::Colour::Terminal } else { human::Colour::None };
    let wanted = |severity: Severity| match severity {
        Severity::Error => true,
        Severity::Warning => !common.quiet,
        Severity::Advice => !common.quiet && (shown == Shown::All || common.verbose),
        Severity::Note => shown == Shown::All || common.verbose,
    };
    let mut out = String::new();
    let mut located = Located::new(inputs);
    for finding in diagnostics.iter().filter(|finding| wanted(finding.severity)) {
        out.push_str(&human::to_text(finding, located.source(finding), colour));
        out.push_str("\n\n");
    }
    say(&out);
}

/// A form of findings that another program reads.
pub(super) type Form = fn(&Diagnostics, &mut json::Locate<'_>) -> String;

/// The findings on standard output, in this form.
pub(super) fn findings_as(form: Form, diagnostics: &Diagnostics, inputs: &Inputs) {
    let mut located = Located::new(inputs);
    print(&form(diagnostics, &mut |finding| located.place(finding).map(|place| (place.line, place.column))));
}

/// The exit status that findings lead to.
pub(super) fn exit(diagnostics: &Diagnostics, common: &Common) -> Exit {
    let failed = diagnostics.has_errors() || (common.strict && diagnostics.count(Severity::Warning) > 0);
    if failed { Exit::Failure } else { Exit::Success }
}

/// `1 error (yaml-syntax), 3 warnings (no-base-url, relative-date ×2)`, where there are any.
pub(super) fn counts(diagnostics: &Diagnostics) -> Option<String> {
    let part = |severity: Severity, one: &str| {
        let mut kinds: BTreeMap<&str, usize> = BTreeMap::new();
        diagnostics.iter().filter(|finding| finding.severity == severity).for_each(|finding| *kinds.entry(finding.code.name()).or_default() += 1);
        let number: usize = kinds.values().sum();
        let named: Vec<String> = kinds.into_iter().map(|(kind, count)| if count == 1 { kind.to_owned() } else { format!("{kind} ×{count}") }).collect();
        // Advice has no plural.
        let words = if severity == Severity::Advice { format!("{number} {one}") } else { plural(number, one) };
        (number > 0).then(|| format!("{words} ({})", named.join(", ")))
    };
    let parts: Vec<String> = [(Severity::Error, "error"), (Severity::Warning, "warning"), (Severity::Advice, "advice")]
        .into_iter()
        .filter_map(|(severity, one)| part(severity, one))
        .collect();
    (!parts.is_empty()).then(|| parts.join(", "))
}

/// `1 file`, `2 files`.
pub(super) fn plural(number: usize, one: &str) -> String {
    format!("{number} {one}{}", if number == 1 { "" } else { "s" })
}

/// `12 ms`, `1.5 s`.
pub(super) fn time(took: std::time::Duration) -> String {
    if took.as_millis() < 1_000 { format!("{} ms", took.as_millis()) } else { format!("{:.1} s", took.as_secs_f64()) }
}

/// To standard error; a closed one is no fault of the site.
pub(super) fn say(text: &str) {
    let _ = std::io::stderr().lock().write_all(text.as_bytes());
}

/// To standard output; a broken pipe is no fault.
pub(super) fn print(text: &str) {
    let mut out = std::io::stdout().lock();
    let _ = out.write_all(text.as_bytes()).and_then(|()| out.flush());
}
