//! The preview's server: GET and HEAD on 127.0.0.1, files of the newest build alone; no path is ever looked up on the disk.

use super::{Newest, Shown};
use crate::build::Output;
use crate::fault::Fault;
use crate::policy;
use axum::Router;
use axum::body::Body;
use axum::extract::State;
use axum::http::{HeaderValue, Method, Request, Response, StatusCode, header};
use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::sync::Arc;

/// A server with its port.
pub(super) struct Server {
    listener: TcpListener,
    /// Where it listens.
    pub(super) address: SocketAddr,
    /// The port that was asked for, where it was taken.
    pub(super) taken: Option<u16>,
}

/// So many ports are tried.
const TRIES: u16 = 100;

impl Server {
    pub(super) fn bind(port: u16) -> Result<Self, Fault> {
        let mut last = None;
        for offset in 0..TRIES {
            let Some(port_now) = port.checked_add(offset) else { break };
            match TcpListener::bind((Ipv4Addr::LOCALHOST, port_now)) {
                Ok(listener) => {
                    let fault = |error: std::io::Error| Fault::new("listen on", format!("127.0.0.1:{port_now}"), error);
                    listener.set_nonblocking(true).map_err(fault)?;
                    let address = listener.local_addr().map_err(fault)?;
                    return Ok(Self { listener, address, taken: (offset > 0).then_some(port) });
                }
                Err(error) if error.kind() == std::io::ErrorKind::AddrInUse => last = Some(error),
                Err(error) => return Err(Fault::new("listen on", format!("127.0.0.1:{port_now}"), error).with_help("choose another port with `--port`")),
            }
        }
        let cause = last.map_or_else(|| "no port is free".to_owned(), |error| error.to_string());
        Err(Fault::new("listen on", format!("127.0.0.1:{port}"), cause).with_help("choose another port with `--port`"))
    }

    pub(super) fn run(self, newest: Arc<Newest>) -> Result<(), Fault> {
        let address = self.address;
        let fault = |error: std::io::Error| Fault::new("serve on", address, error);
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().map_err(fault)?;
        let app = Router::new().fallback(answer).with_state(newest);
        runtime
            .block_on(async move {
                let listener = tokio::net::TcpListener::from_std(self.listener)?;
                axum::serve(listener, app).await
            })
            .map_err(fault)
    }
}

async fn answer(State(newest): State<Arc<Newest>>, request: Request<Body>) -> Response<Body> {
    if !is_local(&request) {
        return plain(StatusCode::MISDIRECTED_REQUEST, "this preview answers only to 127.0.0.1 and localhost");
    }
    if request.method() != Method::GET && request.method() != Method::HEAD {
        let mut response = plain(StatusCode::METHOD_NOT_ALLOWED, "the preview answers to GET and HEAD");
        response.headers_mut().insert(header::ALLOW, HeaderValue::from_static("GET, HEAD"));
        return response;
    }
    let Some(shown) = newest.get() else {
        return plain(StatusCode::SERVICE_UNAVAILABLE, "the site has errors: see the terminal");
    };
    let path = request.uri().path().to_owned();
    let head_only = request.method() == Method::HEAD;
    // Making a page is work for the processor, not for the thread that keeps the connections.
    let made = tokio::task::spawn_blocking(move || respond(&shown, &path)).await;
    let mut response = made.unwrap_or_else(|_| plain(StatusCode::INTERNAL_SERVER_ERROR, "this page could not be made"));
    if head_only {
        *response.body_mut() = Body::empty();
    }
    response
}

/// Against DNS rebinding: a page elsewhere must not be able to read the preview by a name that leads here.
fn is_local(request: &Request<Body>) -> bool {
    let host = request.headers().get(header::HOST).and_then(|host| host.to_str().ok()).or_else(|| request.uri().host());
    let Some(host) = host else { return false };
    let name = host.rsplit_once(':').map_or(host, |(name, port)| if port.bytes().all(|b| b.is_ascii_digit()) { name } else { host });
    matches!(name, "127.0.0.1" | "localhost")
}

fn respond(shown: &Shown, path: &str) -> Response<Body> {
    let base = shown.build.site.addresses().base_path();
    let Some(address) = decode(path) else { return plain(StatusCode::BAD_REQUEST, "this address is not well formed") };
    let Some(below) = address.strip_prefix(base) else {
        return if address == "/" || format!("{address}/") == base { redirect(base) } else { not_found(shown) };
    };
    if let Some(output) = shown.files.get(below) {
        return file(shown, below, output, StatusCode::OK);
    }
    let folder = format!("{below}/");
    if shown.files.contains_key(&folder) {
        return redirect(&format!("{base}{folder}"));
    }
    if let Some(output) = below.strip_suffix("index.html").and_then(|folder| shown.files.get(folder)) {
        return file(shown, below, output, StatusCode::OK);
    }
    not_found(shown)
}

fn not_found(shown: &Shown) -> Response<Body> {
    match shown.files.get("404.html") {
        Some(output) => file(shown, "404.html", output, StatusCode::NOT_FOUND),
        None => plain(StatusCode::NOT_FOUND, "there is no such page"),
    }
}

fn file(shown: &Shown, path: &str, output: &Output, status: StatusCode) -> Response<Body> {
    match shown.build.make(output) {
        Ok(bytes) => {
            let name = if path.is_empty() || path.ends_with('/') { "index.html" } else { path };
            with_headers(status, path, policy::media_type(name), bytes)
        }
        Err(finding) => plain(StatusCode::INTERNAL_SERVER_ERROR, &finding.message),
    }
}

fn with_headers(status: StatusCode, address: &str, media_type: &'static str, bytes: Vec<u8>) -> Response<Body> {
    let mut response = Response::new(Body::from(bytes));
    *response.status_mut() = status;
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(media_type));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    if let Ok(policy) = HeaderValue::from_str(&policy::header_policy(address)) {
        headers.insert(header::CONTENT_SECURITY_POLICY, policy);
    }
    for (name, value) in policy::HEADERS {
        if let Ok(name) = header::HeaderName::try_from(*name) {
            headers.insert(name, HeaderValue::from_static(value));
        }
    }
    response
}

fn plain(status: StatusCode, text: &str) -> Response<Body> {
    with_headers(status, "", "text/plain; charset=utf-8", format!("{text}\n").into_bytes())
}

fn redirect(to: &str) -> Response<Body> {
    let mut response = plain(StatusCode::PERMANENT_REDIRECT, "this page has moved");
    match HeaderValue::from_str(to) {
        Ok(to) => {
            response.headers_mut().insert(header::LOCATION, to);
            response
        }
        Err(_) => plain(StatusCode::BAD_REQUEST, "this address is not well formed"),
    }
}

/// Percent-decodes a path; `None` where it is not UTF-8, or holds a NUL.
fn decode(path: &str) -> Option<String> {
    let text = percent_encoding::percent_decode_str(path).decode_utf8().ok()?;
    (!text.contains('\0')).then(|| text.into_owned())
}
