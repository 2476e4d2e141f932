//! nginx: rules to be included in a server block, and a server block to start from.

use super::rules::{A_HANDOUT_FILE, bare_base, fingerprinted, handout_files, headers};
use super::stamp::{Comment, stamped};
use super::{Facts, HostFile, Owner};
use crate::policy;
use std::collections::BTreeMap;

pub(super) const RULES: &str = "hosting/nginx-rules.conf";

pub(super) fn files(facts: &Facts) -> Vec<HostFile> {
    vec![rules_file(facts), HostFile { path: "hosting/nginx.conf", text: stamped("nginx", Comment::Hash, &server(facts)), owner: Owner::Person }]
}

/// Shared with the container.
pub(super) fn rules_file(facts: &Facts) -> HostFile {
    HostFile { path: RULES, text: stamped("nginx", Comment::Hash, &rules(facts)), owner: Owner::Chancery }
}

fn server(facts: &Facts) -> String {
    let domain = facts.domain();
    format!(
        "# A start for /etc/nginx/sites-available/: fill in names, certificates and folders. The rules beside it are made from the site.\n\
         server {{\n    listen 80;\n    listen [::]:80;\n    server_name {domain};\n\n    \
         # The site lies in `{folder}` below this folder.\n    root /srv/www/{domain};\n\n    \
         include /etc/nginx/chancery/nginx-rules.conf;\n\n    \
         # With the module of Debian's libnginx-mod-http-brotli-static, and a site built with --precompress:\n    # brotli_static on;\n}}\n",
        folder = facts.base_path,
    )
}

fn rules(facts: &Facts) -> String {
    let base = &facts.base_path;
    let mut text = "# To be included in the server block of the site.\n\n".to_owned();
    text.push_str(&types());
    text.push_str(&format!(
        "\n# Variants that `chancery build --precompress` puts beside the texts.\ngzip_static on;\ngzip_vary on;\n\n\
         server_tokens off;\n# A redirect names no host and no port, so that it is right behind a proxy too.\nabsolute_redirect off;\nindex index.html;\nerror_page 404 {base}404.html;\n\n"
    ));
    text.push_str(&header_lines("", "", policy::CACHED_SHORTLY, facts));
    text.push_str("\n# Hidden files are nobody's business.\nlocation ~ /\\.(?!well-known/) {\n    return 404;\n}\n");
    text.push_str(&format!("\nlocation ~ \"{}\" {{\n{}}}\n", fingerprinted(facts), header_lines("    ", "", policy::CACHED_FOR_EVER, facts)));
    text.push_str(&format!("\nlocation ~ \"{}\" {{\n{}}}\n", handout_files(facts), header_lines("    ", A_HANDOUT_FILE, policy::CACHED_SHORTLY, facts)));
    let search = policy::SEARCH_ADDRESS;
    text.push_str(&format!("\nlocation {base}{search} {{\n{}}}\n", header_lines("    ", search, policy::CACHED_SHORTLY, facts)));
    if let Some(bare) = bare_base(facts) {
        text.push_str(&format!("\nlocation = {bare} {{\n    return 301 {base};\n}}\n"));
    }
    for (from, to) in &facts.redirects {
        text.push_str(&format!("\nlocation = {from} {{\n    return 301 {to};\n}}\n"));
    }
    text
}

/// nginx inherits headers only where a location names none of its own: each block has them all.
fn header_lines(indent: &str, address: &str, caching: &str, facts: &Facts) -> String {
    let mut lines: String = headers(address, facts).into_iter().map(|(name, value)| format!("{indent}add_header {name} \"{value}\" always;\n")).collect();
    // Not of errors: a page that is missing now may be there in a moment.
    lines.push_str(&format!("{indent}add_header Cache-Control \"{caching}\";\n"));
    lines
}

fn types() -> String {
    let mut by_type: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    let mut with_charset: Vec<&str> = Vec::new();
    for (ending, media_type) in policy::media_types() {
        let (bare, charset) = media_type.split_once(';').map_or((media_type, false), |(bare, _)| (bare, true));
        by_type.entry(bare).or_default().push(ending);
        // `text/html` is always among them.
        if charset && bare != "text/html" && !with_charset.contains(&bare) {
            with_charset.push(bare);
        }
    }
    let mut text = "types {\n".to_owned();
    for (media_type, endings) in by_type {
        text.push_str(&format!("    {media_type} {};\n", endings.join(" ")));
    }
    text.push_str(&format!("}}\ndefault_type {};\ncharset utf-8;\ncharset_types {};\n", policy::UNKNOWN_TYPE, with_charset.join(" ")));
    text
}
