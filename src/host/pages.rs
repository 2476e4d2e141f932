//! Hosts that build or take the site from a repository: workflows, and `_headers` and `_redirects` in the output.

use super::rules::headers_of_all;
use super::stamp::{Comment, stamped};
use super::{Facts, HostFile, Owner};
use crate::policy;

pub(super) const REDIRECTS: &str = "content/static/_redirects";
const HEADERS: &str = "content/static/_headers";
pub(super) const CNAME: &str = "content/static/CNAME";
const VERSION: &str = env!("CARGO_PKG_VERSION");
/// The oldest Rust that builds the program.
const RUST: &str = env!("CARGO_PKG_RUST_VERSION");

pub(super) fn github(facts: &Facts) -> Vec<HostFile> {
    let workflow = GITHUB.replace("@VERSION@", VERSION);
    let mut files = vec![HostFile { path: ".github/workflows/pages.yml", text: stamped("github-pages", Comment::Hash, &workflow), owner: Owner::Chancery }];
    // A domain of one's own; `github.io` needs none.
    if facts.base_url.is_some() && !facts.domain().ends_with(".github.io") && facts.domain() != "github.io" {
        files.push(HostFile { path: CNAME, text: format!("{}\n", facts.domain()), owner: Owner::Chancery });
    }
    files
}

const GITHUB: &str = r"name: pages

on:
  push:
    branches: [main]
  workflow_dispatch:

permissions:
  contents: read
  pages: write
  id-token: write

concurrency:
  group: pages
  cancel-in-progress: false

jobs:
  build:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - uses: actions/cache@v4
        with:
          path: ~/.cargo/bin/chancery
          key: chancery-@VERSION@-${{ runner.os }}
      - run: test -x ~/.cargo/bin/chancery || cargo install chancery --locked --version @VERSION@
      - run: ~/.cargo/bin/chancery build
      - run: touch public/.nojekyll
      - uses: actions/upload-pages-artifact@v3
        with:
          path: public

  deploy:
    needs: build
    runs-on: ubuntu-latest
    environment:
      name: github-pages
      url: ${{ steps.deployment.outputs.page_url }}
    steps:
      - id: deployment
        uses: actions/deploy-pages@v4
";

pub(super) fn gitlab(_: &Facts) -> Vec<HostFile> {
    let pipeline = GITLAB.replace("@VERSION@", VERSION).replace("@RUST@", RUST);
    vec![HostFile { path: ".gitlab-ci.yml", text: stamped("gitlab-pages", Comment::Hash, &pipeline), owner: Owner::Chancery }]
}

/// GitLab Pages sends the variants that stand beside a file. Its `_redirects` would never be asked: the page at the old address stands in the way.
const GITLAB: &str = r#"pages:
  stage: deploy
  image: rust:@RUST@-slim
  cache:
    key: chancery-@VERSION@
    paths:
      - .chancery-bin/
  script:
    - test -x .chancery-bin/bin/chancery || cargo install chancery --locked --version @VERSION@ --root .chancery-bin
    - .chancery-bin/bin/chancery build --precompress
  artifacts:
    paths:
      - public
  rules:
    - if: $CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH
"#;

pub(super) fn netlify(facts: &Facts) -> Vec<HostFile> {
    let settings = format!(
        "[build]\n  publish = \"public\"\n  command = \"cargo install chancery --locked --version {VERSION} && chancery build\"\n\n[build.processing]\n  skip_processing = true\n"
    );
    vec![
        HostFile { path: "netlify.toml", text: stamped("netlify", Comment::Hash, &settings), owner: Owner::Chancery },
        header_file("netlify", facts),
        // Without the mark of force the page at the old address would stand in the way.
        redirect_file("netlify", facts, "301!"),
    ]
}

pub(super) fn cloudflare(facts: &Facts) -> Vec<HostFile> {
    vec![header_file("cloudflare-pages", facts), redirect_file("cloudflare-pages", facts, "301")]
}

/// Rules that match the same address add up on these hosts, so none may contradict another: the security policy grants what
/// any page needs, and each page's own meta element takes the rest away; pages keep the host's own caching, which asks each time.
fn header_file(host: &str, facts: &Facts) -> HostFile {
    let mut text = "/*\n".to_owned();
    for (name, value) in headers_of_all(facts) {
        text.push_str(&format!("  {name}: {value}\n"));
    }
    text.push_str(&format!("\n{}assets/*\n  Cache-Control: {}\n", facts.base_path, policy::CACHED_FOR_EVER));
    HostFile { path: HEADERS, text: stamped(host, Comment::Hash, &text), owner: Owner::Chancery }
}

fn redirect_file(host: &str, facts: &Facts, status: &str) -> HostFile {
    let mut text = "# Old addresses, from `former` in overlays and registry.\n".to_owned();
    text.extend(facts.redirects.iter().map(|(from, to)| format!("{from} {to} {status}\n")));
    HostFile { path: REDIRECTS, text: stamped(host, Comment::Hash, &text), owner: Owner::Chancery }
}
