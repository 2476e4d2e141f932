//! What a host's own files lack, and what of the site is beyond the host's limits.

use super::cloudfront::FUNCTION;
use super::disk::{Standing, State};
use super::{Facts, Host, Owner, files};
use crate::diagnostics::{Code, Diagnostic, Diagnostics};

/// What the output folder holds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Measured {
    /// Path and size of each file.
    pub files: Vec<(String, u64)>,
}

/// Limits as the hosts' own manuals state them; of a free plan, where plans differ.
struct Limits {
    files: Option<usize>,
    file_bytes: Option<u64>,
    all_bytes: Option<u64>,
    redirects: Option<usize>,
    redirect_bytes: Option<usize>,
}

const NONE: Limits = Limits { files: None, file_bytes: None, all_bytes: None, redirects: None, redirect_bytes: None };

fn limits(host: Host) -> Limits {
    match host {
        Host::GithubPages => Limits { all_bytes: Some(1 << 30), file_bytes: Some(100 << 20), ..NONE },
        Host::GitlabPages => Limits { all_bytes: Some(1 << 30), files: Some(200_000), ..NONE },
        Host::Netlify => Limits { redirects: Some(10_000), ..NONE },
        Host::CloudflarePages => Limits { files: Some(20_000), file_bytes: Some(25 << 20), redirects: Some(2000), redirect_bytes: Some(1000), ..NONE },
        Host::Nginx | Host::Caddy | Host::Apache | Host::Container | Host::S3Cloudfront | Host::Rsync => NONE,
    }
}

/// The largest function that CloudFront takes.
const FUNCTION_BYTES: usize = 10 << 10;

/// Findings for one host. `standing` says how each of its files stands on disk; `measured` is what the last build wrote, where there is one.
pub fn check(host: Host, facts: &Facts, standing: &[Standing], measured: Option<&Measured>) -> Diagnostics {
    let mut diagnostics = Diagnostics::default();
    let init = format!("run `chancery host init {}`", host.name());
    for file in standing {
        let finding = match (file.owner, file.state) {
            (_, State::Missing) => Diagnostic::new(Code::HostFile, "this file is missing").help(&init),
            (Owner::Chancery, State::Stale) => Diagnostic::new(Code::HostFile, "this file is out of date").help(&init),
            (Owner::Chancery, State::Edited) => Diagnostic::new(Code::HostFileEdited, "a person edited this file, so it does not follow the site any more")
                .help(format!("bring it up to date by hand, or let `chancery host init {} --force` write it anew", host.name())),
            (_, State::Current) | (Owner::Person, State::Stale | State::Edited) => continue,
        };
        diagnostics.push(finding.in_file(file.path));
    }
    let over = |message: String, help: &str| Diagnostic::new(Code::HostLimit, format!("{}: {message}", host.name())).help(help);
    let limits = limits(host);
    if let Some(measured) = measured {
        let count = measured.files.len();
        if let Some(most) = limits.files.filter(|most| count > *most) {
            diagnostics.push(over(format!("the site has {count} files, and this host takes {most}"), "choose another host, or a plan with more"));
        }
        let all: u64 = measured.files.iter().map(|(_, size)| size).sum();
        if let Some(most) = limits.all_bytes.filter(|most| all > *most) {
            diagnostics.push(over(format!("the site has {} MiB, and this host takes {} MiB", all >> 20, most >> 20), "choose another host"));
        }
        for (path, size) in &measured.files {
            if let Some(most) = limits.file_bytes.filter(|most| size > most) {
                diagnostics.push(over(
                    format!("`{path}` has {} MiB, and this host takes {} MiB a file", size >> 20, most >> 20),
                    "make it smaller, or put it elsewhere",
                ));
            }
        }
    }
    let count = facts.redirects.len();
    if let Some(most) = limits.redirects.filter(|most| count > *most) {
        diagnostics.push(over(
            format!("there are {count} redirects, and this host takes {most}"),
            "the pages at the old addresses go on leading to the new ones without rules",
        ));
    }
    if let Some(most) = limits.redirect_bytes {
        for (from, to) in facts.redirects.iter().filter(|(from, to)| from.len() + to.len() + 5 > most) {
            diagnostics.push(over(format!("the redirect from `{from}` to `{to}` is longer than {most} characters"), "shorten the slug"));
        }
    }
    if matches!(host, Host::Netlify | Host::CloudflarePages) {
        if facts.base_path != "/" {
            diagnostics.push(over(
                format!("`base_url` has the path `{}`, but this host shows a site at the root of its domain", facts.base_path),
                "set `base_url` to the domain alone",
            ));
        }
        for path in &facts.unmarked_assets {
            diagnostics.push(over(
                format!("everything below `assets/` is kept for a year there, and the name of `{path}` does not change with its content"),
                "move it to another folder of `content/static/`",
            ));
        }
    }
    if host == Host::S3Cloudfront {
        let size = files(host, facts).iter().find(|file| file.path == FUNCTION).map_or(0, |file| file.text.len());
        if size > FUNCTION_BYTES {
            diagnostics.push(over(
                format!("`{FUNCTION}` has {size} bytes, and CloudFront takes {FUNCTION_BYTES}"),
                "take the oldest redirects out of it: the pages at those addresses go on leading to the new ones",
            ));
        }
    }
    diagnostics.sort();
    diagnostics
}

#[cfg(test)]
mod tests {
    use super::*;

    fn limit_findings(host: Host, facts: &Facts, files: Vec<(String, u64)>) -> Vec<String> {
        check(host, facts, &[], Some(&Measured { files })).iter().map(|finding| finding.message.clone()).collect()
    }

    #[test]
    fn limits_are_told_at_their_edge() {
        let facts = |redirects: usize| Facts {
            base_path: "/".to_owned(),
            redirects: (0..redirects).map(|number| (format!("/briefings/old-{number}/"), format!("/briefings/new-{number}/"))).collect(),
            ..Facts::default()
        };
        let many = |count: usize, size: u64| (0..count).map(|number| (format!("{number}.html"), size)).collect::<Vec<_>>();
        for (host, facts, files, found) in [
            (Host::CloudflarePages, facts(2000), many(20_000, 10), 0),
            (Host::CloudflarePages, facts(2001), many(20_001, 10), 2),
            (Host::CloudflarePages, facts(0), many(2, (25 << 20) + 1), 2),
            (Host::GithubPages, facts(0), many(11, 100 << 20), 1),
            (Host::GithubPages, facts(0), many(10, 100 << 20), 0),
            (Host::S3Cloudfront, facts(20), many(1, 1), 0),
            (Host::S3Cloudfront, facts(300), many(1, 1), 1),
            (Host::Nginx, facts(5000), many(100_000, 1), 0),
        ] {
            let findings = limit_findings(host, &facts, files);
            assert_eq!(findings.len(), found, "{host:?}: {findings:#?}");
        }
    }

    #[test]
    fn a_host_that_knows_no_base_path_says_so() {
        let facts = Facts { base_path: "/repo/".to_owned(), unmarked_assets: vec!["assets/logo.png".to_owned()], ..Facts::default() };
        assert_eq!(limit_findings(Host::Netlify, &facts, Vec::new()).len(), 2);
        assert_eq!(limit_findings(Host::GithubPages, &facts, Vec::new()).len(), 0);
    }
}
