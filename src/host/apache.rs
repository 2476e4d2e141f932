//! Apache: rules to be included in a virtual host, and a virtual host to start from.

use super::rules::{A_HANDOUT_FILE, bare_base, escaped, fingerprinted, handout_files, headers};
use super::stamp::{Comment, stamped};
use super::{Facts, HostFile, Owner};
use crate::policy;

pub(super) fn files(facts: &Facts) -> Vec<HostFile> {
    let file = |path, body: &str, owner| HostFile { path, text: stamped("apache", Comment::Hash, body), owner };
    vec![file("hosting/apache-rules.conf", &rules(facts), Owner::Chancery), file("hosting/apache.conf", &server(facts), Owner::Person)]
}

fn server(facts: &Facts) -> String {
    let domain = facts.domain();
    format!(
        "# A start for /etc/apache2/sites-available/: fill in names, certificates and folders. The rules beside it are made from the site.\n\
         # Needs: a2enmod headers rewrite\n\
         <VirtualHost *:80>\n    ServerName {domain}\n    # The site lies in `{}` below this folder.\n    DocumentRoot /srv/www/{domain}\n    \
         <Directory /srv/www/{domain}>\n        Require all granted\n        AllowOverride None\n        Options FollowSymLinks\n    </Directory>\n\n    \
         Include /etc/apache2/chancery/apache-rules.conf\n</VirtualHost>\n",
        facts.base_path
    )
}

fn rules(facts: &Facts) -> String {
    let base = &facts.base_path;
    let mut text =
        format!("# To be included in the virtual host of the site.\n\nDirectoryIndex index.html\nServerSignature Off\nErrorDocument 404 {base}404.html\n\n");
    for (name, value) in headers("", facts) {
        text.push_str(&format!("Header always set {name} \"{value}\"\n"));
    }
    let search = policy::SEARCH_ADDRESS;
    text.push_str(&format!(
        "Header always set Content-Security-Policy \"{}\" \"expr=%{{REQUEST_URI}} =~ m#^{}{search}#\"\n",
        policy::header_policy(search, &facts.handout_style),
        escaped(base)
    ));
    text.push_str(&format!(
        "Header always set Content-Security-Policy \"{}\" \"expr=%{{REQUEST_URI}} =~ m#{}#\"\n",
        policy::header_policy(A_HANDOUT_FILE, &facts.handout_style),
        handout_files(facts)
    ));
    text.push_str(&format!(
        "Header set Cache-Control \"{}\"\nHeader set Cache-Control \"{}\" \"expr=%{{REQUEST_URI}} =~ m#{}#\"\n",
        policy::CACHED_SHORTLY,
        policy::CACHED_FOR_EVER,
        fingerprinted(facts)
    ));
    text.push_str("\n# Types, of the compressed variants too.\n");
    for (ending, media_type) in policy::media_types() {
        text.push_str(&format!("<FilesMatch \"\\.{ending}(\\.(br|gz))?$\">\n    ForceType \"{media_type}\"\n</FilesMatch>\n"));
    }
    let texts = policy::compressible_endings().collect::<Vec<_>>().join("|");
    text.push_str(&format!("\n# Variants that `chancery build --precompress` puts beside the texts.\n<FilesMatch \"\\.({texts})(\\.(br|gz))?$\">\n    Header merge Vary Accept-Encoding\n</FilesMatch>\n"));
    for (ending, encoding) in policy::VARIANTS {
        text.push_str(&format!("<FilesMatch \"\\.({texts})\\.{ending}$\">\n    Header set Content-Encoding {encoding}\n</FilesMatch>\n"));
    }
    let archive = policy::ARCHIVE.rsplit('/').next().unwrap_or_default();
    text.push_str(&format!(
        "\n# No variant: it is loaded as it is.\n<Files \"{archive}\">\n    ForceType \"{}\"\n    Header unset Content-Encoding\n</Files>\n",
        policy::media_type(policy::ARCHIVE)
    ));
    text.push_str("\nRewriteEngine On\n# Hidden files are nobody's business.\nRewriteRule \"/\\.(?!well-known/)\" \"-\" [R=404,L]\n");
    if let Some(bare) = bare_base(facts) {
        text.push_str(&format!("RewriteRule \"^{}$\" \"{base}\" [R=301,L]\n", escaped(bare)));
    }
    for (from, to) in &facts.redirects {
        text.push_str(&format!("RewriteRule \"^{}$\" \"{to}\" [R=301,L]\n", escaped(from)));
    }
    text.push_str("RewriteCond \"%{DOCUMENT_ROOT}$1index.html\" -f\nRewriteRule \"^(.*/)$\" \"$1index.html\"\n");
    for (ending, encoding) in policy::VARIANTS {
        text.push_str(&format!(
            "RewriteCond \"%{{HTTP:Accept-Encoding}}\" \"\\b{encoding}\\b\"\nRewriteCond \"%{{DOCUMENT_ROOT}}$1.{ending}\" -f\n\
             RewriteRule \"^(.+\\.(?:{texts}))$\" \"$1.{ending}\" [E=no-gzip:1,E=no-brotli:1,PT,L]\n"
        ));
    }
    // Without a variant the path of the page itself goes on: it is an address, never a file of the machine.
    text.push_str("RewriteRule \"^(.*/index\\.html)$\" \"$1\" [PT,L]\n");
    text
}
