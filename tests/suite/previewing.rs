//! `chancery serve`: what it shows, what it refuses, and that it follows changes.

use crate::site_test::{CHANCERY, SMALL, SiteTest};
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// A running preview; it is stopped when the test ends.
pub struct Preview {
    child: Child,
    /// `http://127.0.0.1:PORT/`, with the base path.
    pub address: String,
    pub host: String,
    /// What it said at its start.
    said: Vec<String>,
}

impl Preview {
    #[track_caller]
    pub fn start(site: &SiteTest, more: &[&str]) -> Self {
        Self::start_with(site, more, &[])
    }

    /// With folders of programs before all others.
    #[track_caller]
    pub fn start_with(site: &SiteTest, more: &[&str], programs: &[&std::path::Path]) -> Self {
        let path = std::env::var_os("PATH").unwrap_or_default();
        let path = std::env::join_paths(programs.iter().map(|folder| (*folder).to_owned()).chain(std::env::split_paths(&path))).unwrap();
        // Port 0 is any free one: tests run beside each other.
        let mut child = Command::new(CHANCERY)
            .env("PATH", path)
            .args(["serve", "--date", "2026-06-01"])
            .args(if more.contains(&"--port") { &[][..] } else { &["--port", "0"] })
            .args(more)
            .current_dir(site.root())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let mut lines = BufReader::new(child.stderr.take().unwrap()).lines();
        let mut said = Vec::new();
        let address = lines
            .by_ref()
            .map_while(Result::ok)
            .find_map(|line| {
                said.push(line.clone());
                line.strip_prefix("serving ").map(|rest| rest.split(' ').next().unwrap().to_owned())
            })
            .unwrap_or_else(|| panic!("the preview did not start:\n{}", said.join("\n")));
        std::thread::spawn(move || lines.for_each(drop));
        let host = address.trim_start_matches("http://").split('/').next().unwrap().to_owned();
        Self { child, address, host, said }
    }

    /// Status, head and body of the answer to a request line.
    fn ask(&self, method: &str, path: &str, host: &str) -> (u16, String, String) {
        let mut stream = TcpStream::connect(&self.host).unwrap();
        stream.set_read_timeout(Some(Duration::from_secs(10))).unwrap();
        write!(stream, "{method} {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n").unwrap();
        let mut bytes = Vec::new();
        stream.read_to_end(&mut bytes).unwrap();
        let text = String::from_utf8_lossy(&bytes).into_owned();
        let (head, body) = text.split_once("\r\n\r\n").unwrap();
        let status = head.split(' ').nth(1).unwrap().parse().unwrap();
        (status, head.to_owned(), body.to_owned())
    }

    fn get(&self, path: &str) -> (u16, String, String) {
        self.ask("GET", path, &self.host)
    }

    /// Asks until the page holds `text`.
    #[track_caller]
    fn until(&self, path: &str, text: &str) {
        let end = Instant::now() + Duration::from_secs(20);
        loop {
            let (_, _, body) = self.get(path);
            if body.contains(text) {
                return;
            }
            assert!(Instant::now() < end, "{path} never showed {text:?}:\n{body}");
            std::thread::sleep(Duration::from_millis(20));
        }
    }
}

impl Drop for Preview {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

#[test]
fn pages_are_shown_with_the_headers_of_the_policy() {
    let site = SiteTest::new(SMALL);
    let preview = Preview::start(&site, &[]);
    let (status, head, body) = preview.get("/briefings/ferry/");
    assert_eq!(status, 200, "{body}");
    let head = head.to_lowercase();
    for part in
        ["content-type: text/html; charset=utf-8", "content-security-policy: default-src 'none'", "frame-ancestors 'none'", "x-content-type-options: nosniff"]
    {
        assert!(head.contains(part), "{part} is not in {head}");
    }
    assert!(body.contains("Harbour Ferry"));
    assert!(!site.has("index.html"), "the preview writes nothing into public/");
}

#[test]
fn a_folder_without_its_slash_is_sent_on_and_what_is_not_there_says_so() {
    let site = SiteTest::new(SMALL);
    let preview = Preview::start(&site, &["--base-url", "https://example.org/repo/"]);
    let (status, head, _) = preview.get("/repo/briefings/ferry");
    assert_eq!(status, 308);
    assert!(head.to_lowercase().contains("location: /repo/briefings/ferry/"), "{head}");
    assert_eq!(preview.get("/").0, 308);
    let (status, _, body) = preview.get("/repo/a/b/c");
    assert_eq!(status, 404);
    assert!(body.contains("href=\"/repo/\""), "{body}");
}

#[test]
fn nothing_but_the_site_is_served_and_nobody_but_this_machine_is_answered() {
    let site = SiteTest::new(SMALL);
    site.write("secret.txt", "secret");
    let preview = Preview::start(&site, &[]);
    for path in [
        "/../secret.txt",
        "/%2e%2e/secret.txt",
        "/..%2fsecret.txt",
        "/seeds/ferry.txt",
        "/content/site.yaml",
        "/.chancery-manifest",
        "//secret.txt",
        "/%00",
        "/%ff",
        "/\\..\\secret.txt",
    ] {
        let (status, _, body) = preview.get(path);
        assert!(status == 404 || status == 400, "{path}: {status}");
        assert!(!body.contains("secret\n"), "{path}");
    }
    assert_eq!(preview.ask("GET", "/", "evil.example").0, 421);
    assert_eq!(preview.ask("POST", "/", &preview.host).0, 405);
    let (status, _, body) = preview.ask("HEAD", "/", &preview.host);
    assert_eq!((status, body.as_str()), (200, ""));
}

#[test]
fn a_change_is_shown_and_a_broken_one_leaves_the_last_good_site() {
    let site = SiteTest::new(SMALL);
    let preview = Preview::start(&site, &[]);
    site.write("content/briefings/ferry.yaml", "title: The Pier Reopens\n");
    preview.until("/briefings/ferry/", "The Pier Reopens");
    site.write("content/briefings/ferry.yaml", "title: [broken\n");
    std::thread::sleep(Duration::from_millis(300));
    preview.until("/briefings/ferry/", "The Pier Reopens");
    site.write("content/briefings/ferry.yaml", "title: The Pier Is Open\n");
    preview.until("/briefings/ferry/", "The Pier Is Open");
    site.write("seeds/new.txt", "A New Briefing\n\nFinland joined the line.\n");
    preview.until("/", "A New Briefing");
}

#[test]
fn a_port_that_is_taken_gives_the_next_free_one() {
    let site = SiteTest::new(SMALL);
    let first = Preview::start(&site, &[]);
    let port = first.host.rsplit_once(':').unwrap().1.to_owned();
    let second = Preview::start(&site, &["--port", &port]);
    assert_ne!(second.host, first.host);
    assert_eq!(second.get("/").0, 200);
}

#[test]
fn a_built_page_holds_nothing_of_the_preview_and_a_previewed_page_only_its_script() {
    let site = SiteTest::new(SMALL);
    site.build(&[]);
    let preview = Preview::start(&site, &[]);
    for (address, file) in [("/", "index.html"), ("/briefings/ferry/", "briefings/ferry/index.html"), ("/nowhere", "404.html")] {
        let built = site.page(file);
        let own = built.matches("<script").count()
            == built.matches("<script src=\"/assets/").count() + built.matches("<script type=\"application/ld+json\">").count();
        assert!(!built.contains("_chancery") && own, "{file}");
        let (_, _, shown) = preview.get(address);
        let script: Vec<&str> = shown.lines().filter(|line| line.contains("_chancery")).collect();
        assert_eq!(script.len(), 1, "{shown}");
        assert_eq!(shown.replace(&format!("{}\n", script[0]), ""), built, "{address}");
    }
}

#[test]
fn headers_are_those_of_a_host_and_what_is_known_is_not_sent_again() {
    let site = SiteTest::new(SMALL);
    let preview = Preview::start(&site, &[]);
    let (_, head, body) = preview.get("/");
    assert!(head.contains("cache-control: no-cache"), "{head}");
    let tag = head.lines().find_map(|line| line.strip_prefix("etag: ")).unwrap();
    let again = format!("{}\r\nIf-None-Match: \"x\", W/{tag}", preview.host);
    assert_eq!(preview.ask("GET", "/", &again).0, 304);
    let style = body.split("href=\"").find(|rest| rest.starts_with("/assets/style-")).unwrap().split('"').next().unwrap();
    assert!(preview.get(style).1.contains("immutable"));
}

#[test]
fn events_are_not_told_to_pages_of_other_sites() {
    let site = SiteTest::new(SMALL);
    let preview = Preview::start(&site, &[]);
    let foreign = format!("{}\r\nOrigin: https://evil.example", preview.host);
    assert_eq!(preview.ask("GET", "/_chancery/events", &foreign).0, 403);
}

#[test]
fn idle_connections_do_not_stop_the_next() {
    let site = SiteTest::new(SMALL);
    let preview = Preview::start(&site, &[]);
    // As many as this test's own process may hold open.
    let mut idle = Vec::new();
    for number in 0..1_000 {
        let Ok(mut stream) = TcpStream::connect(&preview.host) else { break };
        if number % 2 == 0 {
            let _ = stream.write_all(b"GET / HTTP/1.1\r\nHost: ");
        }
        idle.push(stream);
        if idle.len() == 900 {
            // The oldest are long gone on the other side.
            idle.drain(..450);
        }
    }
    let begun = Instant::now();
    assert_eq!(preview.get("/").0, 200);
    assert!(begun.elapsed() < Duration::from_secs(2));
}

#[test]
fn a_folder_deleted_and_made_again_and_a_file_renamed_into_place_are_followed() {
    let site = SiteTest::new(SMALL);
    let preview = Preview::start(&site, &[]);
    let seeds = site.root().join("seeds");
    std::fs::remove_dir_all(&seeds).unwrap();
    std::thread::sleep(Duration::from_millis(150));
    site.write("seeds/other.txt", "Another Briefing\n\nFinland joined the line.\n");
    preview.until("/", "Another Briefing");
    // As a branch is switched: the whole folder at once.
    site.write("elsewhere/third.txt", "A Third Briefing\n\nFinland joined the line.\n");
    std::fs::remove_dir_all(&seeds).unwrap();
    std::fs::rename(site.root().join("elsewhere"), &seeds).unwrap();
    preview.until("/", "A Third Briefing");
    // As many editors save.
    site.write("seeds/.third.txt.swp", "A Fourth Briefing\n\nFinland joined the line.\n");
    std::fs::rename(site.root().join("seeds/.third.txt.swp"), seeds.join("third.txt")).unwrap();
    preview.until("/", "A Fourth Briefing");
    site.write("themes/default/static/style.css", "body { color: rgb(1, 2, 3); }");
    site.write("seeds/later/fifth.txt", "A Fifth Briefing\n\nFinland joined the line.\n");
    preview.until("/", "A Fifth Briefing");
}

#[test]
fn a_site_that_is_broken_from_the_start_says_so_in_the_browser_and_is_shown_once_mended() {
    let site = SiteTest::new(SMALL);
    site.write("content/site.yaml", "titel: <b>Harbour</b>\n");
    let preview = Preview::start(&site, &[]);
    let (status, _, body) = preview.get("/");
    assert_eq!(status, 503, "{body}");
    for part in ["yaml-unknown-key", "content/site.yaml:1:1", "<mark>titel</mark>: &lt;b&gt;", "did you mean `title`?", "/_chancery/live.js"] {
        assert!(body.contains(part), "{part} is not in\n{body}");
    }
    site.write("content/site.yaml", "title: Harbour\n");
    preview.until("/", "Harbour Ferry");
}

#[test]
fn whoever_opens_the_preview_to_the_network_is_warned_and_names_are_still_refused() {
    let site = SiteTest::new(SMALL);
    let preview = Preview::start(&site, &["--host", "0.0.0.0"]);
    assert!(preview.said.iter().any(|line| line.contains("everybody who reaches this machine")), "{:?}", preview.said);
    let port = preview.host.rsplit_once(':').unwrap().1.to_owned();
    assert_eq!(preview.ask("GET", "/", &format!("192.168.1.10:{port}")).0, 200);
    assert_eq!(preview.ask("GET", "/", "evil.example").0, 421);
}

#[cfg(target_os = "linux")]
#[test]
fn the_browser_is_opened_at_the_site() {
    use std::os::unix::fs::PermissionsExt;
    let site = SiteTest::new(SMALL);
    // In the place of the desktop's own opener: a program that writes down what it is asked to open.
    let programs = site.root().join("programs");
    site.write("programs/xdg-open", format!("#!/bin/sh\necho \"$1\" > '{}'\n", site.root().join("opened").display()));
    std::fs::set_permissions(programs.join("xdg-open"), std::fs::Permissions::from_mode(0o755)).unwrap();
    let preview = Preview::start_with(&site, &["--open", "--base-url", "https://example.org/talks/"], &[&programs]);
    let end = Instant::now() + Duration::from_secs(20);
    let opened = loop {
        let opened = std::fs::read_to_string(site.root().join("opened")).unwrap_or_default();
        if !opened.trim().is_empty() {
            break opened;
        }
        assert!(Instant::now() < end, "nothing was opened");
        std::thread::sleep(Duration::from_millis(20));
    };
    assert_eq!(opened.trim(), preview.address);
    assert!(preview.address.ends_with("/talks/"));
}

#[test]
fn why_a_name_is_linked_is_told_to_own_pages_alone_and_with_what_corrects_it() {
    let site = SiteTest::new(SMALL);
    let preview = Preview::start(&site, &["--base-url", "https://example.org/talks/"]);
    let (status, head, body) = preview.get("/_chancery/why/talks/briefings/ferry/");
    assert_eq!(status, 200, "{body}");
    assert!(head.to_lowercase().contains("content-type: application/json"), "{head}");
    for part in [
        "Ann Lindqvist, person (ann-lindqvist)",
        "this is a short form of Ann Lindqvist",
        "chancery actors adopt ann-lindqvist",
        "chancery actors ignore Lindqvist --in ferry",
    ] {
        assert!(body.contains(part), "{part} is not in {body}");
    }
    let (_, _, actor) = preview.get("/_chancery/why/talks/actors/norway/");
    assert!(actor.contains("chancery knows") && actor.contains("chancery actors rename norway"), "{actor}");
    for path in ["/_chancery/why/", "/_chancery/why/talks/nowhere/", "/_chancery/why/../content/site.yaml"] {
        let (status, _, body) = preview.get(path);
        assert!(status == 404 || body == "[]", "{path}: {status} {body}");
    }
    site.build(&[]);
    assert!(!site.page("briefings/ferry/index.html").contains("_chancery"));
}
