//! `chancery deploy`

use super::DeployArgs;
use crate::build::publish;
use crate::cli::{Common, Exit, Format, report};
use crate::deploy::{self, Action, Allowed, Done, Foreign, LARGEST_SHARE, Request, Share, Stale, Stop};
use crate::input::deploy::{Deploy, Target};
use crate::input::{Settings, scan, settings};
use std::time::Duration;

/// So many files that stand in the way are named.
const NAMED: usize = 10;

pub(in crate::cli) fn run(common: &Common, args: &DeployArgs) -> Exit {
    let inputs = match scan::scan(&common.root) {
        Ok(inputs) => inputs,
        Err(fault) => return report::fault(&fault),
    };
    let read = settings::read(inputs.site.as_ref(), None);
    if read.diagnostics.has_errors() {
        report::findings(&read.diagnostics, &inputs, common, report::Shown::AsAsked);
        return Exit::Failure;
    }
    let settings = read.value;
    let (name, target) = match chosen(&settings.deploy, args.target.as_deref()) {
        Ok(chosen) => chosen,
        Err(message) => return report::usage(&message),
    };
    if args.verify {
        return verify(common, args, &settings, name, target);
    }
    let output = args.output.clone().unwrap_or_else(|| common.root.join("public"));
    let request = Request {
        root: &common.root,
        output: (!args.rollback).then_some(&output),
        sources: publish::sources(&inputs),
        allowed: Allowed { drafts: args.drafts, out_of_date: args.as_built },
        target,
        transfers: transfers(args, &settings.deploy),
        timeout: Duration::from_secs(args.timeout),
        lease: Duration::from_secs(args.lease),
        action: if args.dry_run { Action::Plan } else { Action::Carry },
        stale: if args.delete_stale { Stale::Delete } else { Stale::Leave },
        share: if args.force { Share::Any } else { Share::Limited },
        foreign: if args.adopt { Foreign::Adopt } else { Foreign::Refuse },
    };
    let say = |words: &str| {
        if !common.quiet {
            report::say(&format!("{words}\n"));
        }
    };
    match deploy::deploy(&request, &say) {
        Ok(done) => {
            match args.format {
                Format::Json => report::print(&format!("{:#}\n", deploy::report::done(name, &request, &done))),
                Format::Human => {
                    if args.dry_run {
                        report::print(&listed(&done));
                    }
                    say(&summary(name, &request, &done));
                }
            }
            if args.dry_run && !done.foreign.is_empty() && !args.adopt { Exit::Failure } else { Exit::Success }
        }
        Err(stop) => {
            if args.format == Format::Json {
                report::print(&format!("{:#}\n", deploy::report::stop(name, &stop)));
            }
            stopped(name, &stop)
        }
    }
}

/// The target that is meant: the one that is named, the default, or the only one.
fn chosen<'a>(deploy: &'a Deploy, named: Option<&str>) -> Result<(&'a str, &'a Target), String> {
    let names: Vec<&str> = deploy.targets.keys().map(String::as_str).collect();
    let name = match (named.or(deploy.default.as_deref()), names.as_slice()) {
        (_, []) => {
            return Err("there is no target: write `deploy: {targets: {production: {url: ...}}}` into `content/site.yaml` (see docs/hosting.md)".to_owned());
        }
        (Some(name), _) => name,
        (None, [only]) => only,
        (None, _) => return Err(format!("name the target: {}", names.join(", "))),
    };
    deploy
        .targets
        .get_key_value(name)
        .map(|(name, target)| (name.as_str(), target))
        .ok_or_else(|| format!("there is no target `{name}`; there are {}", names.join(", ")))
}

fn transfers(args: &DeployArgs, deploy: &Deploy) -> usize {
    args.transfers.map_or(deploy.transfers, usize::from)
}

fn verify(common: &Common, args: &DeployArgs, settings: &Settings, name: &str, target: &Target) -> Exit {
    let Some(address) = target.address.as_ref().or(settings.base_url.as_ref()) else {
        return report::usage("nothing says where readers see the site: write `base_url` into `content/site.yaml`, or `address` into the target");
    };
    match deploy::verify(&common.root, target, address, transfers(args, &settings.deploy), Duration::from_secs(args.timeout)) {
        Ok(verified) => {
            match args.format {
                Format::Json => report::print(&format!("{:#}\n", deploy::report::verified(name, address, &verified))),
                Format::Human => {
                    for wrong in &verified.wrong {
                        report::say(&format!("error: {}: {}\n", wrong.address, wrong.fault));
                    }
                    if !common.quiet {
                        report::say(&format!("{name}: {} addresses below {address} fetched, {} wrong\n", verified.fetched, verified.wrong.len()));
                    }
                }
            }
            if verified.wrong.is_empty() { Exit::Success } else { Exit::Failure }
        }
        Err(stop) => {
            if args.format == Format::Json {
                report::print(&format!("{:#}\n", deploy::report::stop(name, &stop)));
            }
            stopped(name, &stop)
        }
    }
}

/// Every file that a plan would touch, a line each.
fn listed(done: &Done) -> String {
    let plan = &done.plan;
    let mut lines = String::new();
    for (mark, items) in [("new", &plan.new), ("changed", &plan.changed)] {
        lines.extend(items.iter().map(|item| format!("{mark:8}{} ({})\n", item.path, bytes(item.size))));
    }
    lines.extend(plan.outlived.iter().chain(&plan.deleted).map(|path| format!("delete  {path}\n")));
    lines.extend(
        plan.stale
            .iter()
            .filter(|item| !plan.deleted.contains(&item.path) && !plan.outlived.contains(&item.path))
            .map(|item| format!("stale   {}\n", item.path)),
    );
    lines.extend(done.foreign.iter().map(|path| format!("foreign {path}\n")));
    lines
}

fn summary(name: &str, request: &Request<'_>, done: &Done) -> String {
    let plan = &done.plan;
    let mut words =
        format!("{name} ({}): {} new, {} changed, {} same, {} stale", request.target.place, plan.new.len(), plan.changed.len(), plan.same, plan.stale.len());
    if request.action == Action::Plan {
        words.push_str(&format!("; {} would be sent, {} files deleted", bytes(plan.bytes), plan.deleted.len() + plan.outlived.len()));
    } else if plan.nothing {
        words.push_str("; nothing to do");
    } else {
        words.push_str(&format!("; {} files with {} sent, {} deleted", done.put, bytes(done.bytes), done.deleted));
    }
    if done.resumed {
        words.push_str("\nnote: a deploy before this one was cut off; this one looked at what it had put");
    }
    if done.variants_left_out > 0 {
        words.push_str(&format!("\nnote: {} compressed variants stay here: an object store does not choose between them", done.variants_left_out));
    }
    if !done.left.is_empty() {
        words.push_str(&format!("\nnote: {} stale files were changed by somebody else and stay: {}", done.left.len(), some(&done.left)));
    }
    if !done.foreign.is_empty() {
        words.push_str(&format!("\nnote: {} files stand in the way that no deploy of chancery put there; `--adopt` replaces them", done.foreign.len()));
    }
    words
}

fn some(paths: &[String]) -> String {
    let mut words = paths.iter().take(NAMED).cloned().collect::<Vec<_>>().join(", ");
    if paths.len() > NAMED {
        words.push_str(", ...");
    }
    words
}

/// `512 B`, `1.5 MB`.
fn bytes(count: u64) -> String {
    #[expect(clippy::cast_precision_loss, reason = "shown with one digit")]
    let scaled = |unit: u64| count as f64 / unit as f64;
    match count {
        0..1_000 => format!("{count} B"),
        1_000..1_000_000 => format!("{:.1} kB", scaled(1_000)),
        1_000_000..1_000_000_000 => format!("{:.1} MB", scaled(1_000_000)),
        _ => format!("{:.1} GB", scaled(1_000_000_000)),
    }
}

fn stopped(name: &str, stop: &Stop) -> Exit {
    match stop {
        Stop::Fault(fault) => return report::fault(fault),
        Stop::Failures(failures) => {
            for failure in failures {
                report::say(&format!("error: cannot {} `{}`: {}\n", failure.action, failure.path, failure.refused.cause));
                if let Some(help) = failure.refused.help {
                    report::say(&format!("  help: {help}\n"));
                }
            }
            report::say("what is online is in order; run the deploy again, and it goes on\n");
        }
        Stop::Foreign(paths, count) => {
            report::say(&format!("error: {count} files of `{name}` stand in the way that no deploy of chancery put there: {}\n", paths.join(", ")));
            report::say("  help: move them away, deploy to another folder, or replace them with `--adopt`\n");
        }
        Stop::TooMuch(count, of) => {
            report::say(&format!(
                "error: {count} of {of} files of `{name}` would be deleted, which is more than one in {LARGEST_SHARE}; nothing was changed\n"
            ));
            report::say("  help: is this the right site and the right target? If so, say `--force`\n");
        }
        Stop::Busy => {
            report::say(&format!("error: another deploy to `{name}` is at work\n"));
            report::say("  help: wait until it is done, and run the deploy again\n");
        }
    }
    Exit::Failure
}
