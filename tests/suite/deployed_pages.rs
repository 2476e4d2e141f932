//! The deployed site as readers get it: a folder that `chancery deploy` filled, shown by nginx with the files that `chancery host` wrote.

use crate::browser::{Browser, chromium};
use crate::buckets::{Bucket, configure, deploy, deployed};
use crate::hosting::{nginx, open_to_all};
use crate::servers::Server;
use crate::site_test::{SMALL, SiteTest};

/// A site with all that a host must be told of, deployed into `www` and shown by nginx.
fn online() -> Option<(SiteTest, Server)> {
    let site = SiteTest::new(SMALL);
    std::fs::create_dir_all(site.root().join("www")).unwrap();
    let folder = Bucket::Folder(site.root().join("www"));
    configure(&site, &[("live", folder.target(0))]);
    site.write("content/briefings/ferry.yaml", "slug: harbour/ferry\nformer: [ferry]\ndate: 2026-03-01\n");
    site.write("content/pages/about.md", "# About\n\nA page of our own.\n");
    for (path, bytes) in [("photo of a pier.png", &[7_u8; 3000][..]), ("data.json", &[b'1'; 2000]), (".well-known/security.txt", b"Contact: x\n")] {
        site.write(&format!("content/static/{path}"), bytes);
    }
    site.build(&["--precompress"]);
    deployed(&site, &[]);
    open_to_all(site.root());
    let server = nginx(&site)?;
    // Now it is known where readers see it.
    configure(&site, &[("live", folder.target(0).replace('}', &format!(", address: 'http://127.0.0.1:{}'}}", server.port)))]);
    Some((site, server))
}

#[test]
fn what_is_public_is_verified() {
    let Some((site, _server)) = online() else { return };
    let run = deploy(&site, &["--verify"]);
    assert!(run.status == 0 && run.stderr.contains(" addresses below http://127.0.0.1:") && run.stderr.contains(", 0 wrong"), "{}", run.stderr);
    // Somebody changes, removes and adds.
    let www = site.root().join("www");
    std::fs::write(www.join("index.html"), "changed").unwrap();
    std::fs::remove_file(www.join("index.html.br")).unwrap();
    std::fs::remove_file(www.join("index.html.gz")).unwrap();
    std::fs::remove_file(www.join("data.json")).unwrap();
    std::fs::create_dir_all(www.join("nothing-is-here")).unwrap();
    std::fs::write(www.join("nothing-is-here/index.html"), "here it is").unwrap();
    open_to_all(site.root());
    let run = deploy(&site, &["--verify", "--format", "json"]);
    let report: serde_json::Value = serde_json::from_str(&run.stdout).unwrap();
    let wrong: Vec<String> = report["wrong"]
        .as_array()
        .unwrap()
        .iter()
        .map(|wrong| format!("{} {}", wrong["address"].as_str().unwrap(), wrong["fault"].as_str().unwrap()))
        .collect();
    assert!(run.status == 1 && wrong.len() == 3, "{report:#}");
    assert!(wrong[0].contains("/ another content than was deployed"), "{wrong:#?}");
    assert!(wrong[1].contains("/data.json status 404"), "{wrong:#?}");
    assert!(wrong[2].contains("/nothing-is-here/ status 200, and not 404"), "{wrong:#?}");
}

#[test]
fn a_type_that_a_server_gives_wrongly_is_found() {
    let Some((site, server)) = online() else { return };
    let rules = site.root().join("hosting/nginx-rules.conf");
    let text = std::fs::read_to_string(&rules).unwrap();
    assert!(text.contains("application/json"), "{text}");
    std::fs::write(&rules, text.replace("application/json", "text/plain")).unwrap();
    drop(server);
    let Some(server) = crate::hosting::nginx_with_its_files(&site) else { return };
    configure(&site, &[("live", Bucket::Folder(site.root().join("www")).target(0).replace('}', &format!(", address: 'http://127.0.0.1:{}'}}", server.port)))]);
    let run = deploy(&site, &["--verify"]);
    assert!(run.status == 1 && run.stderr.contains("/data.json: type `text/plain") && run.stderr.contains(" wrong"), "{}", run.stderr);
    let others = run.stderr.lines().filter(|line| line.starts_with("error: http") && !line.contains(".json: type")).count();
    assert_eq!(others, 0, "nothing else is wrong: {}", run.stderr);
}

#[test]
fn a_browser_reads_the_deployed_site_without_a_complaint() {
    let Some(program) = chromium() else { return };
    let Some((site, server)) = online() else { return };
    let mut tab = Browser::start(&program).tab();
    for path in
        ["", "briefings/", "briefings/harbour/ferry/", "briefings/harbour/ferry/faq/", "briefings/ferry/", "actors/", "actors/norway/", "about/", "404.html"]
    {
        tab.open(&format!("http://127.0.0.1:{}/{path}", server.port), 1280, "light");
        assert_eq!(tab.eval("document.querySelectorAll('h1').length"), 1, "/{path}");
        assert_eq!(
            tab.eval("document.styleSheets.length > 0 && [...document.styleSheets].every(sheet => sheet.cssRules.length > 0)"),
            true,
            "/{path} has its style"
        );
    }
    assert_eq!(tab.eval("location.pathname"), "/404.html");
    let policy = server.get("/", &[]).header("content-security-policy");
    assert!(policy.starts_with("default-src 'none'"), "{policy}");
    assert_eq!(tab.complaints, Vec::<String>::new());
    drop(site);
}
