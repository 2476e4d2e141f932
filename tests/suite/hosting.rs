//! `chancery host`: the files that it writes, and what real servers make of them.

use crate::servers::{Answer, Server, free_port, program};
use crate::site_test::{SMALL, SiteTest};
use chancery::policy;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

const BASES: [(&str, &str); 2] = [("https://example.org/", "/"), ("https://example.org/repo/", "/repo/")];
const HOSTS: [&str; 10] = ["github-pages", "gitlab-pages", "netlify", "cloudflare-pages", "nginx", "caddy", "apache", "container", "s3-cloudfront", "rsync"];

/// A site with all that a host must be told of, built below `www` as its base path says.
pub fn hosted(base_url: &str, base: &str) -> SiteTest {
    let site = SiteTest::new(SMALL);
    site.write("content/site.yaml", format!("title: Harbour\nbase_url: {base_url}\n"));
    site.write("content/briefings/ferry.yaml", "slug: harbour/ferry\nformer: [ferry]\ndate: 2026-03-01\n");
    site.write("content/actors/people.yaml", "id: ann-lindqvist\nname: Ann Lindqvist\nkind: person\nformer: [lindqvist]\n");
    site.write("content/pages/search.md", "# Search\n\nThe page that may compile its reader.\n");
    site.write("content/pages/about.md", "# About\n\n[Search](/search/)\n");
    for (path, bytes) in [
        ("photo.png", &[7_u8; 3000][..]),
        ("data.json", &[b'1'; 2000]),
        ("drawing.svg", b"<svg xmlns=\"http://www.w3.org/2000/svg\"/>"),
        ("table.csv", b"a,b\n"),
    ] {
        site.write(&format!("content/static/{path}"), bytes);
    }
    let output = format!("www{base}");
    site.build(&["--precompress", "--output", output.trim_end_matches('/')]);
    // Servers run as somebody else, who must be able to read.
    open_to_all(site.root());
    site
}

pub fn open_to_all(folder: &Path) {
    let status = Command::new("chmod").args(["-R", "a+rX"]).arg(folder).status().unwrap();
    assert!(status.success());
}

#[track_caller]
fn init(site: &SiteTest, host: &str) {
    let run = site.run(&["host", "init", host]);
    assert_eq!(run.status, 0, "{host}: {}", run.stderr);
    open_to_all(site.root());
}

fn text(site: &SiteTest, path: &str) -> String {
    std::fs::read_to_string(site.root().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// Replaces what a person fills in; each of the words must be there.
#[track_caller]
fn filled_in(mut text: String, words: &[(&str, &str)]) -> String {
    for (from, to) in words {
        assert!(text.contains(from), "{from:?} is not in {text}");
        text = text.replace(from, to);
    }
    text
}

pub fn nginx(site: &SiteTest) -> Option<Server> {
    program("nginx")?;
    init(site, "nginx");
    nginx_with_its_files(site)
}

/// With the files for nginx as they stand in the site's folder.
pub fn nginx_with_its_files(site: &SiteTest) -> Option<Server> {
    let program = program("nginx")?;
    let (root, port) = (site.root().display().to_string(), free_port());
    let module = ["/usr/lib/nginx/modules", "/usr/share/nginx/modules"]
        .into_iter()
        .map(|folder| PathBuf::from(folder).join("ngx_http_brotli_static_module.so"))
        .find(|path| path.exists());
    let load = module.as_ref().map(|path| format!("load_module {};\n", path.display())).unwrap_or_default();
    let mut server = filled_in(
        text(site, "hosting/nginx.conf"),
        &[
            ("listen 80;", &format!("listen 127.0.0.1:{port};")),
            ("    listen [::]:80;\n", ""),
            ("/srv/www/example.org;", &format!("{root}/www;")),
            ("/etc/nginx/chancery/", &format!("{root}/hosting/")),
        ],
    );
    if module.is_some() {
        server = filled_in(server, &[("# brotli_static on;", "brotli_static on;")]);
    }
    let temporary: String = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map(|name| format!("{name}_temp_path {root}/{name};\n")).concat();
    site.write(
        "all.conf",
        format!("{load}daemon off;\nworker_processes 1;\nerror_log stderr;\npid {root}/nginx.pid;\nevents {{ worker_connections 64; }}\nhttp {{\naccess_log off;\n{temporary}{server}}}\n"),
    );
    Some(Server::start(Command::new(program).args(["-p", &root, "-e", "stderr", "-c", &format!("{root}/all.conf")]), port))
}

fn caddy(site: &SiteTest) -> Option<Server> {
    let program = program("caddy")?;
    init(site, "caddy");
    let (root, port) = (site.root().display().to_string(), free_port());
    let server = filled_in(
        text(site, "hosting/Caddyfile"),
        &[("example.org {", &format!("http://127.0.0.1:{port} {{")), ("/srv/www/example.org", &format!("{root}/www"))],
    );
    site.write("hosting/Caddyfile.test", format!("{{\n\tadmin off\n}}\n{server}"));
    let mut command = Command::new(program);
    command.args(["run", "--adapter", "caddyfile", "--config"]).arg(format!("{root}/hosting/Caddyfile.test"));
    Some(Server::start(command.env("HOME", &root).env("XDG_DATA_HOME", &root).env("XDG_CONFIG_HOME", &root), port))
}

fn apache(site: &SiteTest) -> Option<Server> {
    let program = program("apache2")?;
    init(site, "apache");
    let (root, port) = (site.root().display().to_string(), free_port());
    let host = filled_in(
        text(site, "hosting/apache.conf"),
        &[("*:80", &format!("127.0.0.1:{port}")), ("/srv/www/example.org", &format!("{root}/www")), ("/etc/apache2/chancery/", &format!("{root}/hosting/"))],
    );
    // With what Debian switches on by itself: compression on the fly must not come on top.
    let modules: String = ["mpm_event", "authz_core", "dir", "mime", "headers", "rewrite", "env", "filter", "deflate", "setenvif"]
        .map(|name| format!("LoadModule {name}_module /usr/lib/apache2/modules/mod_{name}.so\n"))
        .concat();
    let user = if Command::new("id").arg("-u").output().unwrap().stdout == b"0\n" { "User www-data\nGroup www-data\n" } else { "" };
    site.write(
        "all.conf",
        format!(
            "ServerRoot {root}\nServerName example.org\nListen 127.0.0.1:{port}\nPidFile {root}/apache.pid\nErrorLog /dev/stderr\n{modules}{user}TypesConfig /etc/mime.types\n\
             AddType application/x-gzip .gz .tgz\nAddOutputFilterByType DEFLATE text/html text/plain text/css application/xml\nDefaultRuntimeDir {root}\n{host}"
        ),
    );
    Some(Server::start(Command::new(program).args(["-d", &root, "-f", &format!("{root}/all.conf"), "-DFOREGROUND"]), port))
}

/// How the policy names the style of a handout that is one file.
fn handout_style() -> String {
    chancery::theme::Theme::default().handout().source().to_owned()
}

fn is_security(answer: &Answer, address: &str) -> Vec<String> {
    let mut faults = Vec::new();
    for (name, value) in policy::HEADERS
        .iter()
        .map(|(name, value)| (*name, (*value).to_owned()))
        .chain([("Content-Security-Policy", policy::header_policy(address, &handout_style()))])
    {
        if answer.header(name) != value {
            faults.push(format!("{name}: {:?}, not {value:?}", answer.header(name)));
        }
    }
    faults
}

/// Everything that a host must do, asked of a running server.
fn everything_holds(site: &SiteTest, server: &Server, base: &str, brotli: bool) -> Vec<String> {
    let mut faults = Vec::new();
    let mut hold = |what: String, holds: bool, answer: &Answer| {
        if !holds {
            faults.push(format!("{what}: status {}, headers {:?}", answer.status, answer_head(answer)));
        }
    };
    let output = site.root().join(format!("www{base}"));
    let files = crate::site_test::files_below(&output);
    assert!(files.len() > 40, "{files:#?}");
    for path in files.iter().filter(|path| !path.starts_with('.') && policy::variant_of(path).is_none()) {
        let address = path.strip_suffix("index.html").filter(|folder| folder.is_empty() || folder.ends_with('/')).unwrap_or(path);
        // The page at an old address is for hosts without rules.
        if matches!(address, "briefings/ferry/" | "briefings/ferry/faq/" | "briefings/ferry/source/" | "actors/lindqvist/") {
            let answer = server.get(&format!("{base}{address}"), &[]);
            let to = address.replace("briefings/ferry", "briefings/harbour/ferry").replace("actors/lindqvist", "actors/ann-lindqvist");
            hold(format!("{address} has moved"), answer.status == 301 && answer.location() == format!("{base}{to}"), &answer);
            continue;
        }
        let bytes = std::fs::read(output.join(path)).unwrap();
        let answer = server.get(&format!("{base}{address}"), &[]);
        hold(format!("{address} is there"), answer.status == 200 && answer.body == bytes, &answer);
        hold(
            format!("{address} has its type"),
            answer.header("content-type").replace("; ", ";").eq_ignore_ascii_case(&policy::media_type(path).replace("; ", ";")),
            &answer,
        );
        hold(format!("{address} has its caching"), answer.header("cache-control") == policy::caching(path), &answer);
        let security = is_security(&answer, if address.starts_with("search/") { "search/" } else { address });
        hold(format!("{address} has its policy: {security:?}"), security.is_empty(), &answer);
        let varied = files.contains(&format!("{path}.gz"));
        for (encoding, ending) in [("gzip", "gz"), ("br", "br")] {
            if ending == "br" && !brotli {
                continue;
            }
            let packed = server.get(&format!("{base}{address}"), &[("Accept-Encoding", encoding)]);
            let variant = output.join(format!("{path}.{ending}"));
            if varied {
                let right = packed.header("content-encoding") == encoding && packed.body == std::fs::read(&variant).unwrap();
                hold(format!("{address} comes as the {encoding} variant"), right, &packed);
                let typed = packed.header("content-type") == answer.header("content-type") && packed.header("cache-control") == answer.header("cache-control");
                hold(format!("{address} as {encoding} has type and caching"), typed, &packed);
                for answer in [&packed, &answer] {
                    hold(format!("{address} varies"), answer.header("vary").to_lowercase().contains("accept-encoding"), answer);
                }
            }
        }
        let unpacked = server.get(&format!("{base}{address}"), &[("Accept-Encoding", "identity")]);
        hold(format!("{address} comes as it is where that is asked for"), unpacked.header("content-encoding").is_empty() && unpacked.body == bytes, &unpacked);
        if let Some(folder) = address.strip_suffix('/') {
            let answer = server.get(&format!("{base}{folder}"), &[]);
            hold(format!("/{folder} leads to its folder"), [301, 308].contains(&answer.status) && answer.location() == format!("{base}{address}"), &answer);
        }
    }
    let not_found = std::fs::read(output.join("404.html")).unwrap();
    for path in
        ["nothing", "briefings/nothing/", "a/b/c/d/e", "assets/nothing-00000000.css", "nothing.json", ".chancery-manifest", ".git/config", "a/.hidden/b"]
    {
        let answer = server.get(&format!("{base}{path}"), &[]);
        hold(format!("{path} is not there"), answer.status == 404 && answer.body == not_found, &answer);
        hold(format!("{path}: the page for what is not there is a page"), answer.header("content-type").starts_with("text/html"), &answer);
        hold(format!("{path} is not kept"), !answer.header("cache-control").contains("immutable"), &answer);
        let security = is_security(&answer, path);
        hold(format!("{path} has its policy: {security:?}"), security.is_empty(), &answer);
    }
    if let Some(bare) = base.strip_suffix('/').filter(|bare| !bare.is_empty()) {
        let answer = server.get(bare, &[]);
        hold("the base path without its slash leads to it".to_owned(), [301, 308].contains(&answer.status) && answer.location() == base, &answer);
    }
    let unpacked = |bytes: &[u8]| {
        let mut text = Vec::new();
        flate2::read::GzDecoder::new(bytes).read_to_end(&mut text).map(|_| text)
    };
    let home = server.get(base, &[("Accept-Encoding", "gzip")]);
    assert_eq!(unpacked(&home.body).unwrap(), std::fs::read(output.join("index.html")).unwrap());
    faults
}

fn answer_head(answer: &Answer) -> Vec<String> {
    ["content-type", "content-encoding", "cache-control", "vary", "location"].map(|name| format!("{name}: {}", answer.header(name))).to_vec()
}

#[test]
fn nginx_keeps_every_promise() {
    for (url, base) in BASES {
        let site = hosted(url, base);
        let Some(server) = nginx(&site) else { return };
        let brotli = text(&site, "all.conf").contains("load_module");
        assert!(brotli || std::env::var_os("CI").is_none(), "libnginx-mod-http-brotli-static must be installed where CI is set");
        let faults = everything_holds(&site, &server, base, brotli);
        assert!(faults.is_empty(), "{base}: {faults:#?}");
    }
}

#[test]
fn caddy_keeps_every_promise() {
    for (url, base) in BASES {
        let site = hosted(url, base);
        let Some(server) = caddy(&site) else { return };
        let faults = everything_holds(&site, &server, base, true);
        assert!(faults.is_empty(), "{base}: {faults:#?}");
    }
}

#[test]
fn apache_keeps_every_promise() {
    for (url, base) in BASES {
        let site = hosted(url, base);
        let Some(server) = apache(&site) else { return };
        let faults = everything_holds(&site, &server, base, true);
        assert!(faults.is_empty(), "{base}: {faults:#?}");
    }
}

#[test]
fn what_is_written_is_found_right_until_the_site_changes() {
    for (url, base) in BASES {
        for host in HOSTS {
            let site = hosted(url, base);
            let before = site.run(&["host", "check", host]);
            assert!(before.status == 1 && before.stderr.contains("[host-file]"), "{host}: {}", before.stderr);
            init(&site, host);
            let limited = base != "/" && ["netlify", "cloudflare-pages"].contains(&host);
            let run = site.run(&["host", "check", host]);
            assert_eq!((run.status, run.stderr.contains("[host-limit]")), (0, limited), "{host}: {}", run.stderr);
            assert!(site.run(&["host", "check"]).stderr.contains(&format!("{host}: ")), "without a name, it is found");
            let again = site.run(&["host", "init", host]);
            assert!(again.status == 0 && !again.stderr.contains("wrote"), "{host}: {}", again.stderr);
            site.write("content/briefings/ferry.yaml", "slug: ferries\nformer: [ferry, harbour/ferry]\ndate: 2026-03-01\n");
            let told = ["netlify", "cloudflare-pages", "nginx", "caddy", "apache", "container", "s3-cloudfront"].contains(&host);
            let after = site.run(&["host", "check", host]);
            assert_eq!(after.status == 1, told, "{host}: rules follow the site's redirects: {}", after.stderr);
            init(&site, host);
            assert_eq!(site.run(&["host", "check", host]).status, 0, "{host}");
        }
    }
}

#[test]
fn a_persons_edits_are_never_written_over_without_being_asked() {
    let site = hosted("https://example.org/", "/");
    init(&site, "nginx");
    let rules = text(&site, "hosting/nginx-rules.conf");
    let server = text(&site, "hosting/nginx.conf");
    site.write("hosting/nginx-rules.conf", format!("{rules}# mine\n"));
    site.write("hosting/nginx.conf", format!("{server}# mine\n"));
    let run = site.run(&["host", "init", "nginx"]);
    assert!(run.status == 1 && run.stderr.contains("hosting/nginx-rules.conf") && run.stderr.contains("--force"), "{}", run.stderr);
    assert!(text(&site, "hosting/nginx-rules.conf").ends_with("# mine\n"));
    let check = site.run(&["host", "check", "nginx"]);
    assert!(check.status == 0 && check.stderr.contains("[host-file-edited]"), "{}", check.stderr);
    assert!(!check.stderr.contains("hosting/nginx.conf:"), "names and folders are a person's: {}", check.stderr);
    assert_eq!(site.run(&["host", "check", "nginx", "--strict"]).status, 1);
    assert_eq!(site.run(&["host", "init", "nginx", "--force"]).status, 0);
    assert_eq!((text(&site, "hosting/nginx-rules.conf"), text(&site, "hosting/nginx.conf")), (rules, server));

    // A file that was there before: nothing of the host is written.
    let site = hosted("https://example.org/", "/");
    site.write("netlify.toml", "[build]\n");
    assert_eq!(site.run(&["host", "init", "netlify"]).status, 1);
    assert_eq!(text(&site, "netlify.toml"), "[build]\n");
    assert!(!site.root().join("content/static/_headers").exists());
}

#[test]
fn an_unknown_host_is_bad_usage() {
    let site = SiteTest::new(SMALL);
    for arguments in [&["host", "init", "nowhere"][..], &["host", "check", "nowhere"], &["host", "init"], &["host"]] {
        assert_eq!(site.run(arguments).status, 2, "{arguments:?}");
    }
}

#[test]
fn headers_and_redirects_are_in_the_output_of_hosts_that_read_them_there() {
    for (host, mark) in [("netlify", "301!"), ("cloudflare-pages", "301")] {
        let site = hosted("https://example.org/", "/");
        init(&site, host);
        site.build(&[]);
        assert!(site.page("_redirects").contains(&format!("\n/briefings/ferry/ /briefings/harbour/ferry/ {mark}\n")), "{}", site.page("_redirects"));
        let headers = site.page("_headers");
        for (name, value) in policy::HEADERS {
            assert!(headers.contains(&format!("\n  {name}: {value}\n")), "{headers}");
        }
        assert!(headers.contains("\n/assets/*\n  Cache-Control: public, max-age=31536000, immutable\n"), "{headers}");
        // Rules that match the same address add up: none may be said twice.
        for name in ["Cache-Control", "Content-Security-Policy"] {
            assert_eq!(headers.matches(name).count(), 1, "{headers}");
        }
    }
}

#[test]
fn a_domain_of_ones_own_is_named_to_github_and_its_own_is_not() {
    for (url, cname) in [("https://example.org/", Some("example.org\n")), ("https://someone.github.io/repo/", None)] {
        let site = hosted(url, if cname.is_some() { "/" } else { "/repo/" });
        init(&site, "github-pages");
        assert_eq!(std::fs::read_to_string(site.root().join("content/static/CNAME")).ok().as_deref(), cname);
        let workflow: serde_json::Value = serde_yaml::from_str(&text(&site, ".github/workflows/pages.yml")).unwrap();
        for step in workflow["jobs"].as_object().unwrap().values().flat_map(|job| job["steps"].as_array().unwrap()) {
            if let Some(action) = step["uses"].as_str() {
                let (name, version) = action.split_once('@').unwrap();
                assert!(name.starts_with("actions/") && version.strip_prefix('v').is_some_and(|number| number.parse::<u32>().is_ok()), "{action}");
            }
        }
    }
}

/// The function as CloudFront runs it, in Node.
#[test]
fn the_cloudfront_function_leads_to_files_and_to_new_addresses() {
    let Some(node) = program("node") else { return };
    for (url, base) in BASES {
        let site = hosted(url, base);
        site.write("content/static/LICENCE", "free");
        init(&site, "s3-cloudfront");
        let asked = [
            "",
            "briefings/ferry/",
            "briefings/harbour/ferry",
            "briefings/harbour/ferry/",
            "assets/style.css",
            "LICENCE",
            ".chancery/x",
            ".well-known/acme.txt",
            "constructor",
        ];
        let script = format!(
            "{}\nfor (const path of {}) console.log(JSON.stringify(handler({{request: {{uri: '{base}' + path, headers: {{}}}}}})));",
            text(&site, "hosting/cloudfront-function.js"),
            serde_json::to_string(&asked).unwrap()
        );
        let output = Command::new(&node).args(["-e", &script]).stderr(Stdio::inherit()).output().unwrap();
        let answers: Vec<serde_json::Value> = String::from_utf8(output.stdout).unwrap().lines().map(|line| serde_json::from_str(line).unwrap()).collect();
        let short: Vec<String> = answers
            .iter()
            .map(|answer| match answer["statusCode"].as_u64() {
                Some(301) => format!("-> {}", answer["headers"]["location"]["value"].as_str().unwrap()),
                Some(status) => status.to_string(),
                None => answer["uri"].as_str().unwrap().to_owned(),
            })
            .collect();
        let expected = [
            format!("{base}index.html"),
            format!("-> {base}briefings/harbour/ferry/"),
            format!("-> {base}briefings/harbour/ferry/"),
            format!("{base}briefings/harbour/ferry/index.html"),
            format!("{base}assets/style.css"),
            format!("{base}LICENCE"),
            "404".to_owned(),
            format!("{base}.well-known/acme.txt"),
            format!("-> {base}constructor/"),
        ];
        assert_eq!(short, expected);
        let settings = text(&site, "hosting/cloudfront.md");
        assert!(settings.contains(&format!("{base}404.html")) && settings.contains("`Content-Security-Policy`"), "{settings}");
    }
}

/// The script with a stand-in for SSH that runs here what it was to run there.
#[test]
fn the_rsync_script_exchanges_the_site_in_one_step_and_keeps_what_readers_still_ask_for() {
    if program("rsync").is_none() {
        return;
    }
    for (url, base) in BASES {
        let site = hosted(url, base);
        init(&site, "rsync");
        site.write("bin/ssh", "#!/bin/sh\nwhile [ \"${1#-}\" != \"$1\" ]; do case $1 in -l) shift;; esac; shift; done\nshift\nexec sh -c \"$*\"\n");
        assert!(Command::new("chmod").arg("+x").arg(site.root().join("bin/ssh")).status().unwrap().success());
        let there = site.root().join("there");
        let path = format!("{}:{}", site.root().join("bin").display(), std::env::var("PATH").unwrap());
        let publish = || {
            let output = Command::new("sh")
                .arg("hosting/rsync-publish.sh")
                .arg(format!("user@host:{}", there.display()))
                .env("PATH", &path)
                .env("KEEP", "2")
                .current_dir(site.root())
                .output()
                .unwrap();
            assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
            // Names of releases tell seconds.
            std::thread::sleep(std::time::Duration::from_millis(1100));
        };
        site.build(&[]);
        publish();
        let current = there.join("current").join(base.trim_matches('/'));
        let expected = |site: &SiteTest| site.files();
        assert_eq!(crate::site_test::files_below(&current), expected(&site));
        let old_style: Vec<String> = site.files().into_iter().filter(|path| path.contains("style-")).collect();
        site.write("themes/default/static/style.css", "body { color: black }\n");
        site.build(&[]);
        publish();
        publish();
        let now = crate::site_test::files_below(&current);
        for path in site.files().iter().chain(&old_style) {
            assert!(now.contains(path), "{path} is missing from {now:#?}");
        }
        assert_eq!(std::fs::read_dir(there.join("releases")).unwrap().count(), 2, "older releases are gone");
        assert!(std::fs::symlink_metadata(there.join("current")).unwrap().is_symlink());
    }
}

#[test]
fn the_container_serves_the_site_where_docker_runs() {
    let runs = Command::new("docker").arg("info").stdout(Stdio::null()).stderr(Stdio::null()).status().is_ok_and(|status| status.success());
    if !runs {
        // Docker is no part of what CI must have: a runner without the daemon says so.
        println!("no Docker daemon runs here: the image was not built");
        return;
    }
    let site = hosted("https://example.org/repo/", "/repo/");
    init(&site, "container");
    site.build(&["--precompress"]);
    let tag = format!("chancery-test-{}", std::process::id());
    let built = Command::new("docker").args(["build", "-q", "-f", "hosting/Dockerfile", "-t", &tag, "."]).current_dir(site.root()).status().unwrap();
    assert!(built.success());
    let port = free_port();
    let mut command = Command::new("docker");
    command.args(["run", "--rm", "--read-only", "--tmpfs", "/tmp", "-p", &format!("127.0.0.1:{port}:8080"), &tag]);
    let server = Server::start(&mut command, port);
    let answer = server.get("/repo/", &[("Accept-Encoding", "gzip")]);
    assert_eq!((answer.status, answer.header("content-encoding")), (200, "gzip".to_owned()));
    drop(server);
    let _ = Command::new("docker").args(["rmi", "-f", &tag]).status();
}
