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
    host: String,
}

impl Preview {
    #[track_caller]
    pub fn start(site: &SiteTest, more: &[&str]) -> Self {
        // Port 0 is any free one: tests run beside each other.
        let mut child = Command::new(CHANCERY)
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
        Self { child, address, host }
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
