//! What a request is answered with: files of the newest build alone; no path is ever looked up on the disk.

use super::{Newest, Shown, findings, live};
use crate::build::Output;
use crate::curate;
use crate::policy;
use crate::text::Fingerprint;
use hyper::body::{Bytes, Frame, Incoming, SizeHint};
use hyper::header::{self, HeaderMap, HeaderName, HeaderValue};
use hyper::{Method, Request, Response, StatusCode};
use std::convert::Infallible;
use std::net::IpAddr;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};
use std::time::Duration;
use tokio::sync::mpsc::Receiver;

/// Everything that an answer needs.
pub(super) struct Preview {
    /// What is shown.
    pub(super) newest: Newest,
    /// Who is told of changes.
    pub(super) listeners: live::Listeners,
    /// The address that the preview listens on.
    pub(super) host: IpAddr,
}

/// A page that takes longer is given up: a template may run for ever.
const MAKING_TIME: Duration = Duration::from_secs(30);

/// The body of an answer.
pub(super) enum Body {
    /// All of it, taken when it is sent.
    Whole(Option<Bytes>),
    /// Events for as long as the reader stays.
    Events(Receiver<Bytes>),
}

impl hyper::body::Body for Body {
    type Data = Bytes;
    type Error = Infallible;

    fn poll_frame(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Result<Frame<Bytes>, Infallible>>> {
        match self.get_mut() {
            Self::Whole(bytes) => Poll::Ready(bytes.take().map(|bytes| Ok(Frame::data(bytes)))),
            Self::Events(events) => events.poll_recv(context).map(|event| event.map(|bytes| Ok(Frame::data(bytes)))),
        }
    }

    fn is_end_stream(&self) -> bool {
        matches!(self, Self::Whole(None))
    }

    fn size_hint(&self) -> SizeHint {
        match self {
            Self::Whole(bytes) => SizeHint::with_exact(bytes.as_ref().map_or(0, |bytes| bytes.len() as u64)),
            Self::Events(_) => SizeHint::default(),
        }
    }
}

/// Answers one request.
pub(super) async fn answer(preview: &Arc<Preview>, request: Request<Incoming>) -> Response<Body> {
    if !is_asked_for_by_name(&request, preview.host) {
        return plain(StatusCode::MISDIRECTED_REQUEST, "this preview answers only to its own address and to localhost");
    }
    if request.method() != Method::GET && request.method() != Method::HEAD {
        let mut response = plain(StatusCode::METHOD_NOT_ALLOWED, "the preview answers to GET and HEAD");
        response.headers_mut().insert(header::ALLOW, HeaderValue::from_static("GET, HEAD"));
        return response;
    }
    let path = request.uri().path().to_owned();
    if path == live::EVENTS {
        return if is_from_elsewhere(request.headers()) { plain(StatusCode::FORBIDDEN, "events are told to the preview's own pages") } else { events(preview) };
    }
    if let Some(bytes) = live::file(&path) {
        return with_headers(StatusCode::OK, policy::media_type(&path), NO_STORE, bytes.to_vec());
    }
    if let Some(page) = path.strip_prefix(live::WHY).filter(|page| page.starts_with('/')) {
        return if is_from_elsewhere(request.headers()) { plain(StatusCode::FORBIDDEN, "this is told to the preview's own pages") } else { why(preview, page) };
    }
    let known = request.headers().get(header::IF_NONE_MATCH).and_then(|tags| tags.to_str().ok()).map(str::to_owned);
    let preview = preview.clone();
    // Making a page is work for the processor, not for the thread that keeps the connections.
    let made = tokio::task::spawn_blocking(move || match preview.newest.get() {
        Some(shown) => respond(&shown, &path, known.as_deref()),
        None => page(StatusCode::SERVICE_UNAVAILABLE, &findings::page(&preview.newest.findings()), ""),
    });
    match tokio::time::timeout(MAKING_TIME, made).await {
        Ok(Ok(response)) => response,
        _ => plain(StatusCode::INTERNAL_SERVER_ERROR, "this page could not be made"),
    }
}

/// Against DNS rebinding: a page elsewhere must not be able to read the preview by a name that leads here.
fn is_asked_for_by_name(request: &Request<Incoming>, own: IpAddr) -> bool {
    let mut hosts = request.headers().get_all(header::HOST).iter();
    let (Some(host), None) = (hosts.next().and_then(|host| host.to_str().ok()), hosts.next()) else { return false };
    let mut named = vec![host];
    named.extend(request.uri().authority().map(hyper::http::uri::Authority::as_str));
    named.into_iter().all(|name| is_own_name(name, own))
}

/// Whether `HOST[:PORT]` is a name of this preview. One that listens to the network has as many addresses as the machine, but no names.
fn is_own_name(host: &str, own: IpAddr) -> bool {
    let name = match host.rsplit_once(':') {
        Some((name, port)) if !port.is_empty() && port.bytes().all(|b| b.is_ascii_digit()) => name,
        _ => host,
    };
    if name == "localhost" {
        return true;
    }
    let Ok(address) = name.trim_start_matches('[').trim_end_matches(']').parse::<IpAddr>() else { return false };
    address.is_loopback() || address == own || own.is_unspecified()
}

/// Whether a page of another site asks. The browser says so by either header; a request without them is no page's.
fn is_from_elsewhere(headers: &HeaderMap) -> bool {
    let text = |name: &str| headers.get(name).map(|value| value.to_str().unwrap_or("?"));
    let foreign_site = text("sec-fetch-site").is_some_and(|site| site != "same-origin" && site != "none");
    let foreign_origin = text("origin").is_some_and(|origin| origin.strip_prefix("http://") != text("host"));
    foreign_site || foreign_origin
}

/// Why the names on a page are linked.
fn why(preview: &Preview, page: &str) -> Response<Body> {
    let names = preview.newest.get().and_then(|shown| {
        let addresses = shown.build.site.addresses();
        let below = decode(page)?.strip_prefix(addresses.base_path())?.to_owned();
        Some(curate::why(&shown.build.site, addresses.find(&below)?))
    });
    // A page without names has nothing to say; that is no fault.
    let json = serde_json::to_vec(&names.unwrap_or_default()).unwrap_or_default();
    with_headers(StatusCode::OK, "application/json", NO_STORE, json)
}

fn events(preview: &Preview) -> Response<Body> {
    let mut response = with_headers(StatusCode::OK, "text/event-stream", NO_STORE, Vec::new());
    *response.body_mut() = Body::Events(preview.listeners.listen());
    response
}

fn respond(shown: &Shown, path: &str, known: Option<&str>) -> Response<Body> {
    let base = shown.build.site.addresses().base_path();
    let Some(address) = decode(path) else { return plain(StatusCode::BAD_REQUEST, "this address is not well formed") };
    let Some(below) = address.strip_prefix(base) else {
        return if address == "/" || format!("{address}/") == base { redirect(base) } else { not_found(shown) };
    };
    if let Some(output) = shown.find(below) {
        return file(shown, below, &output, StatusCode::OK, known);
    }
    if let Some(output) = shown.find_in_index(below) {
        return file(shown, below, &output, StatusCode::OK, known);
    }
    let folder = format!("{below}/");
    if shown.find(&folder).is_some() {
        return redirect(&format!("{base}{folder}"));
    }
    if let Some(output) = below.strip_suffix("index.html").and_then(|folder| shown.find(folder)) {
        return file(shown, below, &output, StatusCode::OK, known);
    }
    not_found(shown)
}

fn not_found(shown: &Shown) -> Response<Body> {
    match shown.find("404.html") {
        Some(output) => file(shown, "404.html", &output, StatusCode::NOT_FOUND, None),
        None => plain(StatusCode::NOT_FOUND, "there is no such page"),
    }
}

fn file(shown: &Shown, path: &str, output: &Output, status: StatusCode, known: Option<&str>) -> Response<Body> {
    let bytes = match shown.build.make(output) {
        Ok(bytes) => bytes,
        Err(finding) => return page(StatusCode::INTERNAL_SERVER_ERROR, &findings::alone(&finding), &shown.number),
    };
    let name = if path.is_empty() || path.ends_with('/') { "index.html" } else { path };
    let media_type = policy::media_type(name);
    // What allows no script gets none: such a page is not renewed by itself.
    let bytes = if media_type.starts_with("text/html") && !policy::is_handout_file(path) {
        live::with_script(&bytes, &shown.number, &without_styles(shown, &bytes))
    } else {
        bytes
    };
    let tag = format!("\"{}\"", Fingerprint::of(&bytes).hex());
    let mut response = if status == StatusCode::OK && known.is_some_and(|known| known.split(',').any(|one| one.trim().trim_start_matches("W/") == tag)) {
        with_headers(StatusCode::NOT_MODIFIED, media_type, caching(name), Vec::new())
    } else {
        with_headers(status, media_type, caching(name), bytes)
    };
    if let Ok(tag) = HeaderValue::from_str(&tag) {
        response.headers_mut().insert(header::ETAG, tag);
    }
    // The policy of this very address: one page may need more than the others.
    if let Ok(policy) = HeaderValue::from_str(&policy::header_policy(path, shown.build.theme.handout().source())) {
        response.headers_mut().insert(header::CONTENT_SECURITY_POLICY, policy);
    }
    response
}

/// Of what a page shows, whatever its style sheets hold: where this stays the same, only they need to be loaded again.
fn without_styles(shown: &Shown, html: &[u8]) -> String {
    let styles = shown.build.theme.assets().iter().filter(|asset| asset.path.ends_with(".css"));
    let page = styles.fold(String::from_utf8_lossy(html), |page, style| page.replace(&style.path, &style.name).into());
    Fingerprint::of(page.as_bytes()).hex()
}

/// A page that is none of the site's.
fn page(status: StatusCode, html: &[u8], build: &str) -> Response<Body> {
    with_headers(status, "text/html; charset=utf-8", NO_STORE, live::with_script(html, build, &Fingerprint::of(html).hex()))
}

const NO_STORE: &str = "no-store";

/// As on a real host, but that a page is asked for each time: its author may have changed it a moment ago.
fn caching(name: &str) -> &'static str {
    if policy::is_fingerprinted(name) { policy::caching(name) } else { "no-cache" }
}

fn with_headers(status: StatusCode, media_type: &'static str, caching: &'static str, bytes: Vec<u8>) -> Response<Body> {
    let mut response = Response::new(Body::Whole((!bytes.is_empty()).then(|| Bytes::from(bytes))));
    *response.status_mut() = status;
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(media_type));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static(caching));
    if let Ok(policy) = HeaderValue::from_str(&policy::header_policy("", "")) {
        headers.insert(header::CONTENT_SECURITY_POLICY, policy);
    }
    for (name, value) in policy::HEADERS {
        if let Ok(name) = HeaderName::try_from(*name) {
            headers.insert(name, HeaderValue::from_static(value));
        }
    }
    response
}

fn plain(status: StatusCode, text: &str) -> Response<Body> {
    with_headers(status, "text/plain; charset=utf-8", NO_STORE, format!("{text}\n").into_bytes())
}

/// Never remembered by the browser: another site may be shown at this port tomorrow.
fn redirect(to: &str) -> Response<Body> {
    let mut response = plain(StatusCode::PERMANENT_REDIRECT, "this page has moved");
    match HeaderValue::from_str(&encode(to)) {
        Ok(to) => {
            response.headers_mut().insert(header::LOCATION, to);
            response
        }
        Err(_) => plain(StatusCode::BAD_REQUEST, "this address is not well formed"),
    }
}

/// An address for a header: what is not plain ASCII is percent-encoded.
fn encode(address: &str) -> String {
    percent_encoding::utf8_percent_encode(address, percent_encoding::CONTROLS).to_string()
}

/// Percent-decodes a path; `None` where it is not UTF-8, or holds a NUL.
fn decode(path: &str) -> Option<String> {
    let text = percent_encoding::percent_decode_str(path).decode_utf8().ok()?;
    (!text.contains('\0')).then(|| text.into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::net::Ipv4Addr;

    #[test]
    fn only_its_own_names_are_answered() {
        let (own, wide) = (IpAddr::V4(Ipv4Addr::LOCALHOST), IpAddr::V4(Ipv4Addr::UNSPECIFIED));
        for host in ["127.0.0.1", "127.0.0.1:4000", "localhost:4000", "[::1]:4000"] {
            assert!(is_own_name(host, own), "{host}");
        }
        for host in ["evil.example", "127.0.0.1.evil.example", "127.0.0.1@evil.example:4000", "192.168.1.10", "[::ffff:8.8.8.8]", ""] {
            assert!(!is_own_name(host, own), "{host}");
        }
        assert!(is_own_name("192.168.1.10:4000", wide));
        assert!(!is_own_name("evil.example", wide));
    }

    #[test]
    fn events_are_told_to_own_pages_alone() {
        let headers = |pairs: &[(&'static str, &'static str)]| -> HeaderMap {
            pairs.iter().map(|(name, value)| (HeaderName::from_static(name), HeaderValue::from_static(value))).collect()
        };
        assert!(!is_from_elsewhere(&headers(&[("host", "127.0.0.1:4000")])));
        assert!(!is_from_elsewhere(&headers(&[("host", "127.0.0.1:4000"), ("origin", "http://127.0.0.1:4000"), ("sec-fetch-site", "same-origin")])));
        for foreign in [("origin", "https://evil.example"), ("origin", "null"), ("origin", "http://127.0.0.1:4001"), ("sec-fetch-site", "cross-site")] {
            assert!(is_from_elsewhere(&headers(&[("host", "127.0.0.1:4000"), foreign])), "{foreign:?}");
        }
    }
}
