//! Real servers on 127.0.0.1 and a client that sees what they send. Where a server is not installed the tests say so and
//! pass, unless `CI` is set: then it must be there.

use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// The program, where it is installed.
pub fn program(name: &str) -> Option<String> {
    let folders = std::env::var("PATH").unwrap_or_default();
    let found =
        folders.split(':').chain(["/usr/sbin", "/usr/local/sbin", "/sbin"]).map(|folder| format!("{folder}/{name}")).find(|path| Path::new(path).is_file());
    if found.is_none() {
        missing(name);
    }
    found
}

/// Says that something is missing; fails where CI is set.
pub fn missing(name: &str) {
    assert!(std::env::var_os("CI").is_none(), "{name} must be installed where CI is set");
    println!("{name} is not installed: nothing was tried with it");
}

pub fn free_port() -> u16 {
    TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port()
}

/// A server process; it is stopped when the test ends.
pub struct Server {
    child: Child,
    pub port: u16,
}

impl Server {
    /// Starts it and waits until it answers on `port`.
    #[track_caller]
    pub fn start(command: &mut Command, port: u16) -> Self {
        let log = tempfile::NamedTempFile::new().unwrap();
        let child = command.stdin(Stdio::null()).stdout(log.reopen().unwrap()).stderr(log.reopen().unwrap()).spawn().unwrap();
        let mut server = Self { child, port };
        let end = Instant::now() + Duration::from_secs(60);
        while TcpStream::connect(("127.0.0.1", port)).is_err() {
            let said = || std::fs::read_to_string(log.path()).unwrap_or_default();
            if let Some(status) = server.child.try_wait().unwrap() {
                panic!("the server ended with {status}:\n{}", said());
            }
            assert!(Instant::now() < end, "the server does not answer:\n{}", said());
            std::thread::sleep(Duration::from_millis(20));
        }
        server
    }

    #[track_caller]
    pub fn get(&self, path: &str, headers: &[(&str, &str)]) -> Answer {
        get(self.port, path, headers)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // Asked first, so that a server's own children end with it.
        let _ = Command::new("kill").arg(self.child.id().to_string()).status();
        let end = Instant::now() + Duration::from_secs(3);
        while Instant::now() < end {
            if !matches!(self.child.try_wait(), Ok(None)) {
                return;
            }
            std::thread::sleep(Duration::from_millis(20));
        }
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

pub struct Answer {
    pub status: u16,
    head: Vec<(String, String)>,
    pub body: Vec<u8>,
}

impl Answer {
    /// Values of a header, joined.
    pub fn header(&self, name: &str) -> String {
        self.head.iter().filter(|(known, _)| known.eq_ignore_ascii_case(name)).map(|(_, value)| value.as_str()).collect::<Vec<_>>().join(", ")
    }

    /// Where a redirect leads, without scheme and host.
    pub fn location(&self) -> String {
        let location = self.header("location");
        match location.split_once("://") {
            Some((_, rest)) => rest.find('/').map_or("/", |at| &rest[at..]).to_owned(),
            None => location,
        }
    }
}

#[track_caller]
pub fn get(port: u16, path: &str, headers: &[(&str, &str)]) -> Answer {
    let mut stream = TcpStream::connect(("127.0.0.1", port)).unwrap();
    stream.set_read_timeout(Some(Duration::from_secs(20))).unwrap();
    let more: String = headers.iter().map(|(name, value)| format!("{name}: {value}\r\n")).collect();
    write!(stream, "GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n{more}Connection: close\r\n\r\n").unwrap();
    let mut bytes = Vec::new();
    stream.read_to_end(&mut bytes).unwrap();
    let at = bytes.windows(4).position(|window| window == b"\r\n\r\n").unwrap_or_else(|| panic!("{path}: no answer: {}", String::from_utf8_lossy(&bytes)));
    let head_text = String::from_utf8_lossy(&bytes[..at]).into_owned();
    let mut lines = head_text.lines();
    let status = lines.next().unwrap().split(' ').nth(1).unwrap().parse().unwrap();
    let head: Vec<(String, String)> = lines.filter_map(|line| line.split_once(':')).map(|(name, value)| (name.to_owned(), value.trim().to_owned())).collect();
    let mut answer = Answer { status, head, body: bytes[at + 4..].to_vec() };
    if answer.header("transfer-encoding").contains("chunked") {
        answer.body = unchunked(&answer.body);
    }
    answer
}

pub fn unchunked(mut rest: &[u8]) -> Vec<u8> {
    let mut body = Vec::new();
    while let Some(at) = rest.windows(2).position(|window| window == b"\r\n") {
        let size = usize::from_str_radix(String::from_utf8_lossy(&rest[..at]).split(';').next().unwrap().trim(), 16).unwrap();
        if size == 0 {
            break;
        }
        body.extend_from_slice(&rest[at + 2..at + 2 + size]);
        rest = &rest[at + 4 + size..];
    }
    body
}
