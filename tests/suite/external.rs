//! `check --external`: other sites are asked, one thing at a time, once a week, and not for ever.

use crate::site_test::SiteTest;
use std::io::{Read, Write};
use std::net::TcpListener;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

/// Another site: answers `/ok` and `/moved`, has nothing at `/gone`, fails at `/broken`, and never ends at `/slow`.
struct Elsewhere {
    address: String,
    asked: Arc<Mutex<Vec<String>>>,
    most_at_once: Arc<AtomicUsize>,
}

impl Elsewhere {
    fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = format!("http://{}", listener.local_addr().unwrap());
        let asked: Arc<Mutex<Vec<String>>> = Arc::default();
        let (now, most_at_once): (Arc<AtomicUsize>, Arc<AtomicUsize>) = Default::default();
        let (seen, most) = (asked.clone(), most_at_once.clone());
        std::thread::spawn(move || {
            for stream in listener.incoming() {
                let (Ok(mut stream), seen, now, most) = (stream, seen.clone(), now.clone(), most.clone()) else { continue };
                std::thread::spawn(move || {
                    let mut bytes = [0; 4096];
                    let Ok(len) = stream.read(&mut bytes) else { return };
                    most.fetch_max(now.fetch_add(1, Ordering::SeqCst) + 1, Ordering::SeqCst);
                    let line = String::from_utf8_lossy(&bytes[..len]).lines().next().unwrap_or_default().to_owned();
                    let path = line.split(' ').nth(1).unwrap_or_default().to_owned();
                    seen.lock().unwrap().push(path.clone());
                    if path == "/slow" {
                        std::thread::sleep(Duration::from_secs(30));
                    }
                    let status = match path.as_str() {
                        "/gone" => "404 Not Found",
                        "/broken" => "500 Internal Server Error",
                        "/moved" => "302 Found\r\nLocation: /ok",
                        "/members" => "403 Forbidden",
                        _ => "200 OK",
                    };
                    let _ = write!(stream, "HTTP/1.1 {status}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
                    now.fetch_sub(1, Ordering::SeqCst);
                });
            }
        });
        Self { address, asked, most_at_once }
    }

    fn asked(&self) -> Vec<String> {
        let mut asked = std::mem::take(&mut *self.asked.lock().unwrap());
        asked.sort();
        asked.dedup();
        asked
    }
}

fn site(elsewhere: &Elsewhere, paths: &[&str]) -> SiteTest {
    let links: String = paths.iter().map(|path| format!("- [one]({}{path}#part)\n", elsewhere.address)).collect();
    SiteTest::new(&format!("=== seeds/a.md\n# The Pier\n\nThe pier is sound.\n\n{links}"))
}

#[test]
fn a_dead_link_to_another_site_is_found_at_its_place_and_a_good_one_is_asked_once() {
    let elsewhere = Elsewhere::start();
    let site = site(&elsewhere, &["/ok", "/gone", "/broken", "/moved", "/members"]);
    let quiet = site.run(&["check"]);
    assert!(elsewhere.asked().is_empty() && !quiet.stderr.contains("external-link"), "nobody is asked without --external");
    let run = site.run(&["check", "--external"]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    for part in [&format!("{}/gone leads nowhere (404)", elsewhere.address), &format!("{}/broken cannot be shown by its host (500)", elsewhere.address)] {
        assert!(run.stderr.contains(part.as_str()), "{part} is not in {}", run.stderr);
    }
    assert_eq!(run.stderr.matches("[external-link]").count(), 2, "{}", run.stderr);
    assert!(run.stderr.contains("seeds/a.md:6:4"), "{}", run.stderr);
    assert_eq!(elsewhere.asked(), ["/broken", "/gone", "/members", "/moved", "/ok"]);
    assert_eq!(elsewhere.most_at_once.load(Ordering::SeqCst), 1, "a host is asked one thing at a time");
    site.run(&["check", "--external"]);
    assert_eq!(elsewhere.asked(), ["/broken", "/gone"], "what was good is remembered");
    assert_eq!(site.run(&["check", "--external", "--strict"]).status, 1);
    site.write("content/site.yaml", "base_url: https://example.org/\nlint: {external-link: allow}\n");
    assert_eq!(site.run(&["check", "--external", "--strict"]).status, 0);
}

#[test]
fn a_host_that_does_not_answer_costs_no_more_than_the_time_that_is_given() {
    let elsewhere = Elsewhere::start();
    let site = site(&elsewhere, &["/slow", "/ok"]);
    let begun = Instant::now();
    let run = site.run(&["check", "--external", "--external-time", "2"]);
    assert!(begun.elapsed() < Duration::from_secs(15), "{:?}", begun.elapsed());
    assert!(run.stderr.contains("external-link"), "{}", run.stderr);
}
