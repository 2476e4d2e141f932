//! Targets to deploy to, on 127.0.0.1: S3 by moto, Azure Blob Storage by Azurite, a folder. And a proxy that does to requests what networks do.

use crate::servers::{Server, free_port, program};
use crate::site_test::{CHANCERY, Run, SiteTest, files_below};
use std::collections::BTreeMap;
use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

/// What a name in a bucket holds.
pub type Objects = BTreeMap<String, Vec<u8>>;

/// Somewhere to deploy to.
pub enum Bucket {
    S3 { server: Server, name: &'static str },
    Azure { server: Server, name: &'static str, _data: tempfile::TempDir },
    Folder(PathBuf),
}

/// The account and key that every Azurite has.
pub const AZURITE_ACCOUNT: &str = "devstoreaccount1";
pub const AZURITE_KEY: &str = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

/// moto looks whether a request is signed, and not how.
pub const SIGNED: (&str, &str) =
    ("Authorization", "AWS4-HMAC-SHA256 Credential=AKIATESTING/20260101/us-east-1/s3/aws4_request, SignedHeaders=host, Signature=x");

impl Bucket {
    /// S3 with an empty bucket, where moto is installed.
    pub fn s3() -> Option<Self> {
        let program = program("moto_server")?;
        let port = free_port();
        let server = Server::start(Command::new(program).args(["-H", "127.0.0.1", "-p", &port.to_string()]), port);
        let bucket = Self::S3 { server, name: "site" };
        assert_eq!(ask(port, "PUT", "/site", &[SIGNED], b"").status, 200, "the bucket is made");
        Some(bucket)
    }

    /// Azure with an empty container, where Azurite is installed.
    pub fn azure() -> Option<Self> {
        let program = program("azurite-blob")?;
        let port = free_port();
        let data = tempfile::tempdir().unwrap();
        let mut command = Command::new(program);
        command.args([
            "--blobHost",
            "127.0.0.1",
            "--blobPort",
            &port.to_string(),
            "--disableTelemetry",
            "--skipApiVersionCheck",
            "--silent",
            "--inMemoryPersistence",
        ]);
        let server = Server::start(command.current_dir(data.path()), port);
        let made = Command::new("python3").args(["-c", MAKE_CONTAINER, &port.to_string(), AZURITE_ACCOUNT, AZURITE_KEY, "$web"]).output().unwrap();
        assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
        Some(Self::Azure { server, name: "$web", _data: data })
    }

    /// A folder beside the site's own.
    pub fn folder(site: &SiteTest) -> Self {
        let folder = site.root().join("online");
        std::fs::create_dir_all(&folder).unwrap();
        Self::Folder(folder)
    }

    pub fn port(&self) -> u16 {
        match self {
            Self::S3 { server, .. } | Self::Azure { server, .. } => server.port,
            Self::Folder(_) => 0,
        }
    }

    /// As a target of `site.yaml`; a server may be asked through another port.
    pub fn target(&self, port: u16) -> String {
        match self {
            Self::S3 { name, .. } => format!("{{url: 's3://{name}', endpoint: 'http://127.0.0.1:{port}', region: us-east-1}}"),
            Self::Azure { name, .. } => {
                format!("{{url: 'az://{name}', endpoint: 'http://127.0.0.1:{port}/{AZURITE_ACCOUNT}', account: {AZURITE_ACCOUNT}}}")
            }
            Self::Folder(folder) => format!("{{url: 'file://{}'}}", folder.display()),
        }
    }

    /// Everything there, our own records left out.
    pub fn objects(&self) -> Objects {
        let names = self.names();
        names.into_iter().filter(|name| !name.starts_with(".chancery/")).map(|name| (name.clone(), self.read(&name))).collect()
    }

    pub fn names(&self) -> Vec<String> {
        match self {
            Self::Folder(folder) => files_below(folder),
            Self::S3 { server, name } => {
                let mut all = Vec::new();
                let mut from = String::new();
                loop {
                    let list = ask(server.port, "GET", &format!("/{name}?list-type=2{from}"), &[SIGNED], b"");
                    let text = String::from_utf8(list.body).unwrap();
                    all.extend(between(&text, "<Key>", "</Key>"));
                    match between(&text, "<NextContinuationToken>", "</NextContinuationToken>").first() {
                        Some(token) => from = format!("&continuation-token={token}"),
                        None => return all,
                    }
                }
            }
            Self::Azure { server, name, .. } => {
                let list = ask(server.port, "GET", &format!("/{AZURITE_ACCOUNT}/{name}?restype=container&comp=list"), &[], b"");
                between(&String::from_utf8(list.body).unwrap(), "<Name>", "</Name>")
            }
        }
    }

    pub fn read(&self, name: &str) -> Vec<u8> {
        match self {
            Self::Folder(folder) => std::fs::read(folder.join(name)).unwrap(),
            _ => self.answer(name).body,
        }
    }

    /// What a reader's browser gets.
    pub fn answer(&self, path: &str) -> Heard {
        let path = path.replace(' ', "%20");
        match self {
            Self::S3 { server, name } => ask(server.port, "GET", &format!("/{name}/{path}"), &[SIGNED], b""),
            Self::Azure { server, name, .. } => ask(server.port, "GET", &format!("/{AZURITE_ACCOUNT}/{name}/{path}"), &[], b""),
            Self::Folder(_) => panic!("a folder answers nobody"),
        }
    }

    /// Puts something there that no deploy put.
    pub fn put(&self, path: &str, bytes: &[u8]) {
        match self {
            Self::S3 { server, name } => assert_eq!(ask(server.port, "PUT", &format!("/{name}/{path}"), &[SIGNED], bytes).status, 200),
            Self::Azure { .. } => panic!("only with a signature"),
            Self::Folder(folder) => {
                let full = folder.join(path);
                std::fs::create_dir_all(full.parent().unwrap()).unwrap();
                std::fs::write(full, bytes).unwrap();
            }
        }
    }
}

const MAKE_CONTAINER: &str = r#"
import base64, hashlib, hmac, sys, urllib.request
from email.utils import formatdate
port, account, key, name = sys.argv[1:]
date = formatdate(usegmt=True)
headers = f"x-ms-blob-public-access:container\nx-ms-date:{date}\nx-ms-version:2021-12-02\n"
text = "PUT\n\n\n\n\n\n\n\n\n\n\n\n" + headers + f"/{account}/{account}/{name}\nrestype:container"
sign = base64.b64encode(hmac.new(base64.b64decode(key), text.encode(), hashlib.sha256).digest()).decode()
request = urllib.request.Request(f"http://127.0.0.1:{port}/{account}/{name}?restype=container", method="PUT", data=b"")
for line in headers.splitlines():
    request.add_header(*line.split(":", 1))
request.add_header("Authorization", f"SharedKey {account}:{sign}")
request.add_header("Content-Type", "")
urllib.request.urlopen(request)
"#;

fn between(text: &str, from: &str, to: &str) -> Vec<String> {
    text.split(from).skip(1).filter_map(|rest| Some(rest.split_once(to)?.0.replace("&amp;", "&"))).collect()
}

/// An answer.
pub struct Heard {
    pub status: u16,
    head: String,
    pub body: Vec<u8>,
}

impl Heard {
    pub fn header(&self, name: &str) -> String {
        let found = self.head.lines().filter_map(|line| line.split_once(':')).find(|(known, _)| known.eq_ignore_ascii_case(name));
        found.map(|(_, value)| value.trim().to_owned()).unwrap_or_default()
    }
}

/// One request of any kind.
pub fn ask(port: u16, method: &str, path: &str, headers: &[(&str, &str)], body: &[u8]) -> Heard {
    let more: String = headers.iter().map(|(name, value)| format!("{name}: {value}\r\n")).collect();
    let head = format!("{method} {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nContent-Length: {}\r\n{more}Connection: close\r\n\r\n", body.len());
    let mut stream = TcpStream::connect(("127.0.0.1", port)).unwrap();
    stream.set_read_timeout(Some(Duration::from_secs(60))).unwrap();
    stream.write_all(head.as_bytes()).unwrap();
    stream.write_all(body).unwrap();
    let mut bytes = Vec::new();
    stream.read_to_end(&mut bytes).unwrap();
    let at = bytes.windows(4).position(|window| window == b"\r\n\r\n").unwrap_or_else(|| panic!("{method} {path}: no answer"));
    let head = String::from_utf8_lossy(&bytes[..at]).into_owned();
    let status = head.split(' ').nth(1).unwrap().parse().unwrap();
    let mut body = bytes[at + 4..].to_vec();
    if head.to_ascii_lowercase().contains("transfer-encoding: chunked") {
        body = crate::servers::unchunked(&body);
    }
    Heard { status, head, body }
}

/// A site with these targets, built.
pub fn site(targets: &[(&str, &Bucket)]) -> SiteTest {
    let site = SiteTest::new(crate::site_test::SMALL);
    configure(&site, &targets.iter().map(|(name, bucket)| (*name, bucket.target(bucket.port()))).collect::<Vec<_>>());
    site.write("content/briefings/ferry.yaml", "date: 2026-03-01\n");
    site.write("content/static/photo of a pier.png", [7_u8; 3000]);
    site.build(&[]);
    site
}

/// Writes the settings, targets included.
pub fn configure(site: &SiteTest, targets: &[(&str, String)]) {
    let targets: String = targets.iter().map(|(name, target)| format!("    {name}: {target}\n")).collect();
    site.write("content/site.yaml", format!("title: Harbour\nbase_url: https://example.org/\ndeploy:\n  targets:\n{targets}"));
}

/// `chancery deploy`, with credentials that the servers of the tests know, and a short lease.
pub fn command(site: &SiteTest, arguments: &[&str]) -> Command {
    let mut command = Command::new(CHANCERY);
    command.arg("deploy").args(arguments).current_dir(site.root()).env("NO_COLOR", "1").stdin(Stdio::null());
    for (name, _) in std::env::vars().filter(|(name, _)| name.starts_with("AWS_") || name.starts_with("AZURE_") || name.starts_with("GOOGLE_")) {
        command.env_remove(name);
    }
    command.env("AWS_ACCESS_KEY_ID", "AKIATESTING").env("AWS_SECRET_ACCESS_KEY", SECRET).env("AZURE_STORAGE_ACCOUNT_KEY", AZURITE_KEY);
    command
}

/// A word that no output may hold.
pub const SECRET: &str = "verysecretword";

pub fn deploy(site: &SiteTest, arguments: &[&str]) -> Run {
    finished(&mut command(site, arguments))
}

pub fn finished(command: &mut Command) -> Run {
    let Output { status, stdout, stderr } = command.output().unwrap();
    let run = Run { status: status.code().unwrap_or(-1), stdout: String::from_utf8(stdout).unwrap(), stderr: String::from_utf8(stderr).unwrap() };
    assert!(!format!("{}{}", run.stdout, run.stderr).contains(SECRET), "a secret is shown: {}", run.stderr);
    assert!(!run.stderr.contains("panicked"), "{}", run.stderr);
    run
}

/// Deploys, and expects that it works.
#[track_caller]
pub fn deployed(site: &SiteTest, arguments: &[&str]) -> Run {
    let run = deploy(site, arguments);
    assert_eq!(run.status, 0, "{}", run.stderr);
    run
}

/// What `public/` holds, as an object store or a folder is to hold it.
pub fn built(site: &SiteTest, bucket: &Bucket) -> Objects {
    let public = site.root().join("public");
    let files = site.files();
    let is_variant = |path: &String| !matches!(bucket, Bucket::Folder(_)) && [".br", ".gz"].iter().any(|ending| path.ends_with(ending));
    files.into_iter().filter(|path| !is_variant(path)).map(|path| (path.clone(), std::fs::read(public.join(&path)).unwrap())).collect()
}

/// Styles, scripts and pictures that a page asks for and that are not there.
pub fn pages_without_their_assets(objects: &Objects) -> Vec<String> {
    let mut faults = Vec::new();
    let mut found = 0;
    for (path, bytes) in objects.iter().filter(|(path, _)| path.ends_with(".html")) {
        let text = String::from_utf8_lossy(bytes);
        for tag in text.split('<').filter(|tag| ["link ", "script ", "img "].iter().any(|name| tag.starts_with(name))) {
            let tag = tag.split('>').next().unwrap();
            if tag.contains("canonical") || tag.contains("alternate") {
                continue;
            }
            for address in between(tag, "href=\"", "\"").into_iter().chain(between(tag, "src=\"", "\"")) {
                let asset = resolved(path, &address);
                found += 1;
                if !objects.contains_key(&asset) {
                    faults.push(format!("{path} asks for {asset}"));
                }
            }
        }
    }
    assert!(found > 0 || !objects.keys().any(|path| path.ends_with(".html")), "pages ask for something");
    faults
}

fn resolved(page: &str, address: &str) -> String {
    let address = address.trim_start_matches("https://example.org");
    if let Some(rooted) = address.strip_prefix('/') {
        return rooted.to_owned();
    }
    let mut pieces: Vec<&str> = page.split('/').collect();
    pieces.pop();
    for piece in address.split('/') {
        match piece {
            ".." => drop(pieces.pop()),
            "." => {}
            piece => pieces.push(piece),
        }
    }
    pieces.join("/")
}

/// What the proxy does to a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// Nothing.
    None,
    /// An answer of this status, and the server hears nothing.
    Status(u16),
    /// No answer, and the server hears nothing.
    Silence,
    /// The server does it, and its answer is lost.
    Lost,
    /// The answer comes so many milliseconds later.
    Slow(u64),
    /// The server's clock is years off.
    OtherClock,
    /// The server does not hear under which condition it should write.
    Unconditional,
}

/// A proxy on a port of its own; it ends with the test's process.
pub struct Proxy {
    pub port: u16,
    /// Requests that came.
    pub seen: Arc<AtomicUsize>,
}

impl Proxy {
    /// `fault` sees the number of the request, its method and path.
    pub fn before(server: u16, fault: impl Fn(usize, &str, &str) -> Fault + Send + Sync + 'static) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let port = listener.local_addr().unwrap().port();
        let seen = Arc::new(AtomicUsize::new(0));
        let (fault, count) = (Arc::new(fault), seen.clone());
        std::thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let (fault, count) = (fault.clone(), count.clone());
                // A connection that breaks off is what this is for.
                std::thread::spawn(move || drop(pass(stream, server, &*fault, &count)));
            }
        });
        Self { port, seen }
    }

    pub fn seen(&self) -> usize {
        self.seen.load(Ordering::SeqCst)
    }
}

fn pass(mut client: TcpStream, server: u16, fault: &dyn Fn(usize, &str, &str) -> Fault, count: &AtomicUsize) -> std::io::Result<()> {
    let mut bytes = Vec::new();
    let mut buffer = [0; 65_536];
    let head_end = loop {
        if let Some(at) = bytes.windows(4).position(|window| window == b"\r\n\r\n") {
            break at;
        }
        match client.read(&mut buffer)? {
            0 => return Ok(()),
            read => bytes.extend_from_slice(&buffer[..read]),
        }
    };
    let head = String::from_utf8_lossy(&bytes[..head_end]).into_owned();
    let length = head.lines().filter_map(|line| line.split_once(": ")).find(|(name, _)| name.eq_ignore_ascii_case("content-length"));
    let length: usize = length.map_or(0, |(_, value)| value.parse().unwrap());
    while bytes.len() < head_end + 4 + length {
        match client.read(&mut buffer)? {
            0 => return Ok(()),
            read => bytes.extend_from_slice(&buffer[..read]),
        }
    }
    let mut words = head.split(' ');
    let (method, path) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
    let fault = fault(count.fetch_add(1, Ordering::SeqCst), method, path);
    match fault {
        Fault::Status(status) => {
            let body = format!("<Error><Code>Trouble</Code><Message>{SECRET}</Message></Error>");
            return write!(client, "HTTP/1.1 {status} Trouble\r\nContent-Length: {}\r\nConnection: close\r\n\r\n{body}", body.len());
        }
        Fault::Silence => {
            std::thread::sleep(Duration::from_secs(20));
            return Ok(());
        }
        _ => {}
    }
    let mut upstream = TcpStream::connect(("127.0.0.1", server))?;
    let head = head.lines().filter(|line| !left_out(line, fault)).collect::<Vec<_>>().join("\r\n");
    write!(upstream, "{head}\r\nConnection: close\r\n\r\n")?;
    upstream.write_all(&bytes[head_end + 4..])?;
    let mut answer = Vec::new();
    upstream.read_to_end(&mut answer)?;
    match fault {
        Fault::Lost => return Ok(()),
        Fault::Slow(milliseconds) => std::thread::sleep(Duration::from_millis(milliseconds)),
        Fault::OtherClock => answer = with_another_clock(&answer),
        _ => {}
    }
    client.write_all(&answer)
}

fn left_out(line: &str, fault: Fault) -> bool {
    let line = line.to_ascii_lowercase();
    line.starts_with("connection:") || (fault == Fault::Unconditional && (line.starts_with("if-none-match:") || line.starts_with("if-match:")))
}

fn with_another_clock(answer: &[u8]) -> Vec<u8> {
    let at = answer.windows(4).position(|window| window == b"\r\n\r\n").unwrap_or(answer.len());
    let old = |line: &str| ["date:", "last-modified:"].iter().any(|name| line.to_ascii_lowercase().starts_with(name));
    let head = String::from_utf8_lossy(&answer[..at]).into_owned();
    let head: Vec<String> = head
        .lines()
        .map(|line| if old(line) { format!("{}: Thu, 01 Jan 2015 00:00:00 GMT", line.split(':').next().unwrap()) } else { line.to_owned() })
        .collect();
    [head.join("\r\n").as_bytes(), &answer[at..]].concat()
}
