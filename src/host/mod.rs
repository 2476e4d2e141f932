//! Hosts' own files: what nginx, Caddy, Apache, Netlify and the others must be told, written from one source of headers,
//! caching, media types and redirects (`policy`). Pure but for `disk`, which reads and writes them.

mod apache;
mod caddy;
mod check;
mod cloudfront;
mod container;
pub mod disk;
mod nginx;
mod pages;
mod rsync;
mod rules;
mod stamp;

pub use check::{Measured, check};

use crate::build::Build;
use crate::policy;

/// Somewhere a site can be published.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Host {
    /// GitHub Pages, by a workflow.
    GithubPages,
    /// GitLab Pages, by a pipeline.
    GitlabPages,
    /// Netlify.
    Netlify,
    /// Cloudflare Pages.
    CloudflarePages,
    /// nginx on a server.
    Nginx,
    /// Caddy on a server.
    Caddy,
    /// Apache on a server.
    Apache,
    /// A container image.
    Container,
    /// An S3 bucket behind CloudFront.
    S3Cloudfront,
    /// Any server that is reached by SSH.
    Rsync,
}

/// Every host, with its name on the command line.
pub const HOSTS: &[(Host, &str)] = &[
    (Host::GithubPages, "github-pages"),
    (Host::GitlabPages, "gitlab-pages"),
    (Host::Netlify, "netlify"),
    (Host::CloudflarePages, "cloudflare-pages"),
    (Host::Nginx, "nginx"),
    (Host::Caddy, "caddy"),
    (Host::Apache, "apache"),
    (Host::Container, "container"),
    (Host::S3Cloudfront, "s3-cloudfront"),
    (Host::Rsync, "rsync"),
];

impl Host {
    /// Its name on the command line.
    pub fn name(self) -> &'static str {
        HOSTS.iter().find(|(host, _)| *host == self).map_or("", |(_, name)| name)
    }

    /// The host of this name.
    pub fn named(name: &str) -> Option<Self> {
        HOSTS.iter().find(|(_, known)| *known == name).map(|(host, _)| *host)
    }
}

/// What a host must know of the site.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Facts {
    /// Scheme, host and base path, ended by `/`.
    pub base_url: Option<String>,
    /// Begins and ends with `/`.
    pub base_path: String,
    /// Old address and new one, from the host's root; sorted.
    pub redirects: Vec<(String, String)>,
    /// Files below `assets/` whose name holds no fingerprint.
    pub unmarked_assets: Vec<String>,
    /// How the policy of handouts that are one file names their style: `sha256-...`.
    pub handout_style: String,
    /// Files whose name has no ending, below the base path.
    pub without_ending: Vec<String>,
}

impl Facts {
    /// Of a build.
    pub fn of(build: &Build) -> Self {
        let addresses = build.site.addresses();
        let base_path = addresses.base_path().to_owned();
        let redirects = addresses.all_redirects().iter().map(|redirect| (format!("{base_path}{}", redirect.from), addresses.href(&redirect.to))).collect();
        let paths: Vec<String> = build.outputs().into_iter().map(|(path, _)| path).collect();
        let only = |keep: &dyn Fn(&str) -> bool| paths.iter().filter(|path| keep(path)).cloned().collect();
        Self {
            base_url: build.settings.base_url.clone(),
            handout_style: build.theme.handout().source().to_owned(),
            redirects,
            unmarked_assets: only(&|path| path.starts_with("assets/") && !policy::is_fingerprinted(path)),
            without_ending: only(&|path| !path.rsplit('/').next().is_some_and(|name| name.contains('.'))),
            base_path,
        }
    }

    /// The host's name, without a port: `example.org`.
    fn domain(&self) -> &str {
        let rest = self.base_url.as_deref().and_then(|url| url.split_once("://")).map_or("", |(_, rest)| rest);
        let name = rest.split('/').next().unwrap_or_default();
        let name = name.split(':').next().unwrap_or_default();
        if name.is_empty() { "example.org" } else { name }
    }

    /// The base path as a folder below the document root: empty, or `repo/`.
    fn folder(&self) -> &str {
        self.base_path.trim_start_matches('/')
    }
}

/// Whose a file is once it is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Owner {
    /// Made from the site; made again when the site changes.
    Chancery,
    /// A start: names, certificates and folders are a person's to fill in, and it is never asked to be up to date.
    Person,
}

/// A file for a host.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HostFile {
    /// Relative to the site's folder.
    pub path: &'static str,
    /// The whole text, stamp included.
    pub text: String,
    /// Whose it is.
    pub owner: Owner,
}

/// Everything that a host must be given.
pub fn files(host: Host, facts: &Facts) -> Vec<HostFile> {
    match host {
        Host::GithubPages => pages::github(facts),
        Host::GitlabPages => pages::gitlab(facts),
        Host::Netlify => pages::netlify(facts),
        Host::CloudflarePages => pages::cloudflare(facts),
        Host::Nginx => nginx::files(facts),
        Host::Caddy => caddy::files(facts),
        Host::Apache => apache::files(facts),
        Host::Container => container::files(facts),
        Host::S3Cloudfront => cloudfront::files(facts),
        Host::Rsync => rsync::files(facts),
    }
}
