//! A container image: nginx without privileges, with the same rules as on a server.

use super::nginx;
use super::stamp::{Comment, stamped};
use super::{Facts, HostFile, Owner};

const IMAGE: &str = "nginxinc/nginx-unprivileged:1.28-alpine-slim";

pub(super) fn files(facts: &Facts) -> Vec<HostFile> {
    let file = |path, body: &str| HostFile { path, text: stamped("container", Comment::Hash, body), owner: Owner::Chancery };
    vec![
        nginx::rules_file(facts),
        file(
            "hosting/Dockerfile",
            &format!(
                "# chancery build --precompress\n# docker build -f hosting/Dockerfile -t briefings .\n# docker run --rm --read-only --tmpfs /tmp -p 8080:8080 briefings\n\
                 FROM {IMAGE}\nCOPY {} /etc/nginx/chancery/nginx-rules.conf\nCOPY hosting/container.conf /etc/nginx/conf.d/default.conf\nCOPY public/ /usr/share/nginx/site/{}\nEXPOSE 8080\n",
                nginx::RULES,
                facts.folder()
            ),
        ),
        file("hosting/Dockerfile.dockerignore", "*\n!hosting\n!public\npublic/.chancery-manifest\n"),
        file(
            "hosting/container.conf",
            "server {\n    listen 8080;\n    server_name _;\n    root /usr/share/nginx/site;\n    include /etc/nginx/chancery/nginx-rules.conf;\n}\n",
        ),
    ]
}
