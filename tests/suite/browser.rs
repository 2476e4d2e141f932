//! The pages in real Chromium, driven over its debugging protocol. Where no Chromium is installed the tests say so and pass,
//! unless `CI` is set: then it must be there.

use crate::previewing::Preview;
use crate::site_test::{SMALL, SiteTest};
use serde_json::{Value, json};
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use tempfile::TempDir;
use tungstenite::{Message, WebSocket};

pub fn chromium() -> Option<String> {
    let named = std::env::var("CHROMIUM").ok();
    let found = named
        .into_iter()
        .chain(["chromium", "chromium-browser", "google-chrome"].map(str::to_owned))
        .find(|name| Command::new(name).arg("--version").stdout(Stdio::null()).stderr(Stdio::null()).status().is_ok_and(|status| status.success()));
    assert!(found.is_some() || std::env::var_os("CI").is_none(), "Chromium must be installed where CI is set");
    if found.is_none() {
        println!("Chromium is not installed: the pages were not opened");
    }
    found
}

pub struct Browser {
    child: Child,
    _profile: TempDir,
    address: String,
}

pub struct Tab {
    socket: WebSocket<std::net::TcpStream>,
    next: u64,
    /// Messages of the console, refused loads, violations of the policy.
    pub complaints: Vec<String>,
    _browser: Browser,
}

impl Browser {
    pub fn start(program: &str) -> Self {
        let profile = tempfile::tempdir().unwrap();
        let mut child = Command::new(program)
            .args([
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--remote-debugging-port=0",
            ])
            .arg(format!("--user-data-dir={}", profile.path().display()))
            .arg("about:blank")
            .stderr(Stdio::piped())
            .stdout(Stdio::null())
            .spawn()
            .unwrap();
        let mut lines = BufReader::new(child.stderr.take().unwrap()).lines();
        let address = lines
            .by_ref()
            .map_while(Result::ok)
            .find_map(|line| line.split_once("ws://").map(|(_, rest)| rest.split('/').next().unwrap().to_owned()))
            .expect("Chromium says where it listens");
        // What it says later must not fill the pipe.
        std::thread::spawn(move || lines.for_each(drop));
        Self { child, _profile: profile, address }
    }

    pub fn tab(self) -> Tab {
        // A busy machine may take its time until Chromium knows of its tab.
        let list = (0..40).find_map(|_| pages(&self.address)).expect("Chromium has a tab");
        let url = list.as_array().unwrap().iter().find(|tab| tab["type"] == "page").unwrap()["webSocketDebuggerUrl"].as_str().unwrap().to_owned();
        let stream = std::net::TcpStream::connect(&self.address).unwrap();
        stream.set_read_timeout(Some(std::time::Duration::from_secs(30))).unwrap();
        let (socket, _) = tungstenite::client(url, stream).unwrap();
        let mut tab = Tab { socket, next: 0, complaints: Vec::new(), _browser: self };
        for domain in ["Page.enable", "Runtime.enable", "Log.enable", "Network.enable"] {
            tab.call(domain, &json!({}));
        }
        tab
    }
}

/// The tabs of a browser, where it answers and has one.
fn pages(address: &str) -> Option<Value> {
    use std::io::{Read, Write};
    let mut http = std::net::TcpStream::connect(address).unwrap();
    write!(http, "GET /json/list HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n\r\n").unwrap();
    // Chromium keeps the connection open whatever is asked: what came until it falls silent is the answer.
    http.set_read_timeout(Some(std::time::Duration::from_millis(500))).unwrap();
    let mut answer = Vec::new();
    let _ = http.read_to_end(&mut answer);
    let answer = String::from_utf8(answer).unwrap();
    let list: Value = serde_json::from_str(answer.split_once("\r\n\r\n")?.1.trim()).ok()?;
    list.as_array()?.iter().any(|tab| tab["type"] == "page").then_some(list)
}

impl Drop for Browser {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl Tab {
    pub fn call(&mut self, method: &str, params: &Value) -> Value {
        let answer = self.ask(method, params);
        assert!(answer.get("error").is_none(), "{method}: {answer}");
        answer["result"].clone()
    }

    /// The whole answer, an error too.
    fn ask(&mut self, method: &str, params: &Value) -> Value {
        self.next += 1;
        let id = self.next;
        self.socket.send(Message::text(json!({"id": id, "method": method, "params": params}).to_string())).unwrap();
        loop {
            let message = self.read();
            if message["id"] == id {
                return message;
            }
        }
    }

    fn read(&mut self) -> Value {
        loop {
            let message = self.socket.read().expect("Chromium answers");
            let Message::Text(text) = message else { continue };
            let value: Value = serde_json::from_str(&text).unwrap();
            match value["method"].as_str() {
                Some("Log.entryAdded") => self.complaints.push(value["params"]["entry"]["text"].to_string()),
                Some("Runtime.exceptionThrown") => self.complaints.push(value["params"].to_string()),
                Some("Network.requestWillBeSent") => {
                    let url = value["params"]["request"]["url"].as_str().unwrap_or_default();
                    if !url.starts_with("http://127.0.0.1:") && !url.starts_with("about:") {
                        self.complaints.push(format!("asked for {url}"));
                    }
                }
                _ => {}
            }
            return value;
        }
    }

    pub fn open(&mut self, url: &str, width: u32, scheme: &str) {
        self.call("Emulation.setDeviceMetricsOverride", &json!({"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": false}));
        self.call("Emulation.setEmulatedMedia", &json!({"features": [{"name": "prefers-color-scheme", "value": scheme}]}));
        self.call("Page.navigate", &json!({"url": url}));
        while self.read()["method"] != "Page.loadEventFired" {}
    }

    /// Asks until the page says `true`. A page that is being loaded anew says nothing yet.
    #[track_caller]
    pub fn until(&mut self, expression: &str) {
        let end = std::time::Instant::now() + std::time::Duration::from_secs(20);
        let asked = json!({"expression": expression, "returnByValue": true});
        while self.ask("Runtime.evaluate", &asked)["result"]["result"]["value"] != true {
            assert!(std::time::Instant::now() < end, "never came true: {expression}\n{}", self.eval("document.documentElement.outerHTML"));
            std::thread::sleep(std::time::Duration::from_millis(20));
        }
    }

    pub fn eval(&mut self, expression: &str) -> Value {
        self.call("Runtime.evaluate", &json!({"expression": expression, "returnByValue": true}))["result"]["value"].clone()
    }
}

pub fn real_seed() -> SiteTest {
    let site = SiteTest::new(SMALL);
    site.write("seeds/ankara-talks.txt", std::fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("seeds/ankara-talks.txt")).unwrap());
    site
}

/// Each page, wide and narrow, light and dark.
#[test]
fn every_kind_of_page_is_shown_as_it_should_be() {
    let Some(program) = chromium() else { return };
    let site = real_seed();
    site.write("content/pages/about.md", "# About\n\nA page of our own.\n");
    site.write("content/briefings/ferry.yaml", "date: 2026-03-01\ntags: [Transport]\ncorrections: [{date: 2026-03-02, text: The pier was repaired.}]\n");
    let preview = Preview::start(&site, &[]);
    let mut tab = Browser::start(&program).tab();
    let pages =
        ["", "briefings/", "briefings/ankara-talks/", "briefings/ankara-talks/faq/", "actors/", "actors/iran/", "tags/transport/", "corrections/", "about/"];
    let mut faults = Vec::new();
    for page in pages {
        let mut grounds = Vec::new();
        for (width, scheme) in [(1280, "light"), (320, "light"), (1280, "dark"), (320, "dark")] {
            tab.open(&format!("{}{page}", preview.address), width, scheme);
            let overflow = tab.eval("document.documentElement.scrollWidth - innerWidth");
            if overflow.as_f64().unwrap_or(1.0) > 0.0 {
                faults.push(format!("/{page} is {overflow} px too wide in {width} px"));
            }
            let styled = tab.eval("document.styleSheets.length > 0 && [...document.styleSheets].every(sheet => sheet.cssRules.length > 0)");
            if styled != true {
                faults.push(format!("/{page} has no style"));
            }
            if width == 1280 {
                grounds.push(tab.eval("getComputedStyle(document.documentElement).backgroundColor"));
            }
            if tab.eval("document.querySelectorAll('h1').length") != 1 || tab.eval("document.title.length > 0") != true {
                faults.push(format!("/{page} has not one heading and a title"));
            }
        }
        if grounds[0] == grounds[1] {
            faults.push(format!("/{page} looks the same in light and dark: {}", grounds[0]));
        }
    }
    faults.append(&mut tab.complaints);
    assert!(faults.is_empty(), "{faults:#?}");
}

#[test]
fn a_permalink_leads_to_its_paragraph_and_an_actor_link_to_its_page() {
    let Some(program) = chromium() else { return };
    let site = real_seed();
    let preview = Preview::start(&site, &[]);
    let mut tab = Browser::start(&program).tab();
    tab.open(&format!("{}briefings/ankara-talks/", preview.address), 1280, "light");
    let permalinks =
        tab.eval("[...document.querySelectorAll('main a[href^=\"#\"]')].map(a => a.getAttribute('href')).filter(href => document.querySelector(href)).length");
    assert!(permalinks.as_u64().unwrap_or(0) >= 14, "{permalinks} permalinks lead somewhere");
    let href = tab.eval("[...document.querySelectorAll('main p a')].map(a => a.pathname).find(path => path.includes('/actors/'))");
    tab.open(&format!("{}{}", preview.address, href.as_str().expect("an actor is linked").trim_start_matches('/')), 1280, "light");
    assert!(tab.eval("document.querySelectorAll('mark').length").as_u64().unwrap_or(0) > 0, "the actor's page marks its name");
    assert_eq!(tab.complaints, Vec::<String>::new());
}

/// A person at work: write, see, break, read what is wrong, mend. Nobody presses reload.
#[test]
fn an_open_page_follows_what_its_author_writes() {
    let Some(program) = chromium() else { return };
    let site = SiteTest::new(SMALL);
    let long: String = (0..60).map(|n| format!("Paragraph {n} says that Norway and Sweden share the cost of line {n}.\n\n")).collect();
    site.write("seeds/long.txt", format!("A Long Briefing\n\n{long}"));
    let preview = Preview::start(&site, &[]);
    let mut tab = Browser::start(&program).tab();
    tab.open(&format!("{}briefings/long/", preview.address), 1280, "light");

    // A changed text is seen, at the place where the reader was.
    tab.eval("scrollTo({ top: 1500, behavior: 'instant' }); window.before = true");
    site.write("seeds/long.txt", format!("A Longer Briefing\n\n{long}And one more.\n"));
    tab.until("document.querySelector('h1')?.textContent.includes('Longer') && document.readyState === 'complete'");
    tab.until("Math.abs(scrollY - 1500) < 5");
    assert_eq!(tab.eval("window.before === undefined"), true, "the page was loaded again");

    // A change elsewhere leaves the page alone; a changed style is put in without loading the page again.
    tab.eval("window.before = true");
    site.write("seeds/elsewhere.txt", "Another Headline\n\nThe pier is sound.\n");
    site.write("themes/default/static/style.css", "h1 { color: rgb(1, 2, 3); }");
    tab.until("getComputedStyle(document.querySelector('h1')).color === 'rgb(1, 2, 3)'");
    tab.until("document.querySelectorAll('link[rel=stylesheet]').length === 1");
    assert_eq!(tab.eval("window.before === true"), true, "the page was not loaded again");

    // A broken file is shown over the page, which stays; it can be dismissed, and goes when it is mended.
    let shown = "document.querySelector('chancery-findings')?.shadowRoot";
    site.write("content/briefings/long.yaml", "titel: The Pier <script>\n");
    tab.until(&format!("{shown}?.textContent.includes('did you mean `title`?') === true"));
    let words = tab.eval(&format!("{shown}.textContent"));
    for part in ["yaml-unknown-key", "content/briefings/long.yaml:1:1", "titel: The Pier <script>"] {
        assert!(words.as_str().unwrap_or_default().contains(part), "{part} is not in {words}");
    }
    assert_eq!(tab.eval("document.querySelector('h1').textContent.includes('Longer')"), true, "the last good page stays");
    // Its style comes a moment after its words.
    tab.until(&format!("getComputedStyle({shown}.querySelector('.over')).position === 'fixed'"));
    tab.eval(&format!("{shown}.querySelector('button').click()"));
    assert_eq!(tab.eval("document.querySelector('chancery-findings')"), Value::Null, "it can be dismissed");
    site.write("content/briefings/long.yaml", "titles: The Pier\n");
    tab.until(&format!("{shown}?.textContent.includes('titles') === true"));
    site.write("content/briefings/long.yaml", "title: The Pier\n");
    tab.until("document.querySelector('h1')?.textContent === 'The Pier' && document.querySelector('chancery-findings') === null");
    assert_eq!(tab.complaints, Vec::<String>::new());
}

/// Each linked name can be asked why it is linked; the answer says what corrects it, and nothing is written.
#[test]
fn a_name_says_why_it_is_linked_and_what_would_correct_it() {
    let Some(program) = chromium() else { return };
    let site = SiteTest::new(SMALL);
    let preview = Preview::start(&site, &[]);
    let mut tab = Browser::start(&program).tab();
    tab.open(&format!("{}briefings/ferry/", preview.address), 1280, "light");
    let button = "[...document.querySelectorAll('chancery-name')].map(name => name.shadowRoot.querySelector('button'))";
    let panel = "document.querySelector('chancery-why').shadowRoot.querySelector('section')";
    tab.until("document.querySelectorAll('chancery-name').length >= 3");
    assert_eq!(tab.eval(&format!("{panel}.hidden")), true);
    tab.eval(&format!("{button}.find(button => button.ariaLabel.includes('Ann Lindqvist')).click()"));
    let words = tab.eval(&format!("{panel}.textContent"));
    for part in ["Ann Lindqvist, person (ann-lindqvist)", "it was found in the texts", "chancery actors adopt ann-lindqvist", "content/briefings/ferry.yaml"] {
        assert!(words.as_str().unwrap_or_default().contains(part), "{part} is not in {words}");
    }
    tab.eval(&format!("{panel}.dispatchEvent(new KeyboardEvent('keydown', {{ key: 'Escape' }}))"));
    assert_eq!(tab.eval(&format!("{panel}.hidden")), true, "Escape closes it");
    tab.open(&format!("{}actors/norway/", preview.address), 1280, "light");
    tab.until("document.querySelector('main h1 chancery-name') !== null");
    tab.eval("document.querySelector('main h1 chancery-name').shadowRoot.querySelector('button').click()");
    assert_eq!(tab.eval(&format!("{panel}.textContent.includes('chancery actors rename norway')")), true);
    assert_eq!(tab.complaints, Vec::<String>::new());
    assert!(!site.root().join("content").exists(), "nothing is written");
}

/// As a new user: an empty folder, `init`, the preview, a pasted text, a wrong actor, a broken file. Nobody presses reload.
#[test]
fn a_new_user_comes_from_an_empty_folder_to_a_corrected_site() {
    let Some(program) = chromium() else { return };
    let site = SiteTest::new("");
    assert_eq!(site.run(&["init"]).status, 0);
    let preview = Preview::start(&site, &[]);
    let mut tab = Browser::start(&program).tab();
    tab.open(&preview.address, 1280, "light");
    site.write("seeds/pasted.txt", "Talks at the Harbour\n\nMinister Eva Stenmark said that the pier was sound. Stenmark left.\n");
    tab.until("document.body?.textContent.includes('Talks at the Harbour') === true");
    tab.open(&format!("{}briefings/pasted/", preview.address), 1280, "light");
    tab.until("document.querySelector('main a.actor[href=\"/actors/eva-stenmark/\"]') !== null");
    // The command that the page itself gives.
    tab.until("document.querySelectorAll('chancery-name').length >= 1");
    assert_eq!(site.run(&["actors", "rename", "eva-stenmark", "Eva Stenmark-Lund"]).status, 0);
    tab.until("document.querySelector('main a.actor[href=\"/actors/eva-stenmark-lund/\"]') !== null");
    let overlay = "content/briefings/pasted.yaml";
    site.write(overlay, "title: \"Talks\n");
    tab.until("document.querySelector('chancery-findings')?.shadowRoot.textContent.includes('content/briefings/pasted.yaml') === true");
    site.write(overlay, "title: Talks in Port Halden\n");
    tab.until("document.querySelector('h1')?.textContent === 'Talks in Port Halden' && document.querySelector('chancery-findings') === null");
    site.build(&["--strict", "--base-url", "https://example.org/"]);
    assert!(site.page("actors/eva-stenmark/index.html").contains("/actors/eva-stenmark-lund/"));
}
