//! Caddy: rules to be imported, and a Caddyfile to start from.

use super::rules::{A_HANDOUT_FILE, bare_base, fingerprinted, handout_files, headers};
use super::stamp::{Comment, stamped};
use super::{Facts, HostFile, Owner};
use crate::policy;

pub(super) fn files(facts: &Facts) -> Vec<HostFile> {
    let file = |path, body: &str, owner| HostFile { path, text: stamped("caddy", Comment::Hash, body), owner };
    vec![file("hosting/site.caddy", &rules(facts), Owner::Chancery), file("hosting/Caddyfile", &server(facts), Owner::Person)]
}

fn server(facts: &Facts) -> String {
    let domain = facts.domain();
    format!(
        "# A start: fill in names and folders. The rules beside it are made from the site.\n{domain} {{\n\t# The site lies in `{}` below this folder.\n\troot * /srv/www/{domain}\n\timport site.caddy\n}}\n",
        facts.base_path
    )
}

fn rules(facts: &Facts) -> String {
    let base = &facts.base_path;
    // `route` keeps the order as it is written: what is said later wins.
    let mut text = "# To be imported into the site's block.\nroute {\n\theader {\n".to_owned();
    for (name, value) in headers("", facts) {
        text.push_str(&format!("\t\t{name} \"{value}\"\n"));
    }
    // A header that is taken away makes a whole block wait until the end, where it would win: it stands alone.
    text.push_str(&format!("\t\tCache-Control \"{}\"\n\t}}\n\theader -Server\n", policy::CACHED_SHORTLY));
    text.push_str(&format!(
        "\n\t@fingerprinted path_regexp \"{}\"\n\theader @fingerprinted Cache-Control \"{}\"\n",
        fingerprinted(facts),
        policy::CACHED_FOR_EVER
    ));
    let search = policy::SEARCH_ADDRESS;
    text.push_str(&format!(
        "\n\t@search path {base}{search}*\n\theader @search Content-Security-Policy \"{}\"\n",
        policy::header_policy(search, &facts.handout_style)
    ));
    text.push_str(&format!(
        "\n\t@handout path_regexp \"{}\"\n\theader @handout Content-Security-Policy \"{}\"\n",
        handout_files(facts),
        policy::header_policy(A_HANDOUT_FILE, &facts.handout_style)
    ));
    for (number, (media_type, endings)) in by_type().into_iter().enumerate() {
        let folder = if endings.contains(&"html") { " */" } else { "" };
        let paths: Vec<String> = endings.iter().map(|ending| format!("*.{ending}")).collect();
        text.push_str(&format!("\n\t@type{number} path {}{folder}\n\theader @type{number} Content-Type \"{media_type}\"\n", paths.join(" ")));
    }
    let texts: Vec<String> = policy::compressible_endings().map(|ending| format!("*.{ending}")).collect();
    text.push_str(&format!("\n\t@texts path {} */\n\theader @texts {{\n\t\tVary Accept-Encoding\n\t\tdefer\n\t}}\n", texts.join(" ")));
    text.push_str("\n\t# Hidden files are nobody's business.\n\t@hidden {\n\t\tpath_regexp /\\.\n\t\tnot path /.well-known/*\n\t}\n\terror @hidden 404\n");
    if let Some(bare) = bare_base(facts) {
        text.push_str(&format!("\n\tredir {bare} {base} 301\n"));
    }
    for (from, to) in &facts.redirects {
        text.push_str(&format!("\tredir {from} {to} 301\n"));
    }
    text.push_str("\n\t# Variants that `chancery build --precompress` puts beside the texts.\n\tfile_server {\n\t\tprecompressed br gzip\n\t}\n}\n");
    text.push_str("\nhandle_errors {\n\troute {\n\t\theader {\n");
    for (name, value) in headers("", facts) {
        text.push_str(&format!("\t\t\t{name} \"{value}\"\n"));
    }
    text.push_str(&format!(
        "\t\t\tContent-Type \"{}\"\n\t\t\tCache-Control \"no-cache\"\n\t\t}}\n\t\theader -Server\n\t\trewrite * {base}404.html\n\t\tfile_server\n\t}}\n}}\n",
        policy::media_type("404.html")
    ));
    text
}

fn by_type() -> Vec<(&'static str, Vec<&'static str>)> {
    let mut all: Vec<(&str, Vec<&str>)> = Vec::new();
    for (ending, media_type) in policy::media_types() {
        match all.iter_mut().find(|(known, _)| *known == media_type) {
            Some((_, endings)) => endings.push(ending),
            None => all.push((media_type, vec![ending])),
        }
    }
    all
}
