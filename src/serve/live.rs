//! Tells open pages that the site changed: the script that the preview alone puts into a page, and the stream of events that it listens to.

use super::findings;
use hyper::body::Bytes;
use serde::Serialize;
use std::sync::Mutex;
use tokio::sync::mpsc::{self, Receiver, Sender};

/// Where the preview's own files stand. No page of a site can have such an address below a base path, and none of chancery's own below the root.
pub(super) const FOLDER: &str = "/_chancery/";
/// The stream of events.
pub(super) const EVENTS: &str = "/_chancery/events";
/// Before a page's address: why its names are linked, as JSON.
pub(super) const WHY: &str = "/_chancery/why";

/// The preview's own files, by name below [`FOLDER`].
const FILES: &[(&str, &[u8])] = &[("live.js", include_bytes!("live.js")), ("live.css", include_bytes!("live.css")), ("panel.js", include_bytes!("panel.js"))];

/// One of the preview's own files.
pub(super) fn file(path: &str) -> Option<&'static [u8]> {
    let name = path.strip_prefix(FOLDER)?;
    FILES.iter().find(|(own, _)| *own == name).map(|(_, bytes)| *bytes)
}

/// Streams that are open at once; the oldest goes when another comes.
const MOST_STREAMS: usize = 64;
/// Messages that a reader may leave unread before its stream is cut; it asks again by itself.
const UNREAD: usize = 8;

/// What open pages are told.
#[derive(Serialize)]
struct State<'a> {
    /// Changes with each good build.
    build: &'a str,
    /// Errors of the newest build, good or not.
    findings: &'a [findings::Shown],
}

/// Everybody who listens, and what whoever comes next is told first.
#[derive(Default)]
pub(super) struct Listeners(Mutex<Inner>);

#[derive(Default)]
struct Inner {
    streams: Vec<Sender<Bytes>>,
    last: Bytes,
}

impl Listeners {
    /// Tells everybody.
    pub(super) fn tell(&self, build: &str, findings: &[findings::Shown]) {
        // A state is made of text and numbers alone; it can always be written.
        let json = serde_json::to_string(&State { build, findings }).unwrap_or_default();
        let message = Bytes::from(format!("data: {json}\n\n"));
        if let Ok(mut inner) = self.0.lock() {
            inner.last = message.clone();
            inner.send(&message);
        }
    }

    /// A comment, so that a stream whose reader is gone is noticed.
    pub(super) fn knock(&self) {
        if let Ok(mut inner) = self.0.lock() {
            inner.send(&Bytes::from_static(b":\n\n"));
        }
    }

    /// A new stream, which begins with the newest state.
    pub(super) fn listen(&self) -> Receiver<Bytes> {
        let (send, receive) = mpsc::channel(UNREAD);
        if let Ok(mut inner) = self.0.lock() {
            if inner.streams.len() >= MOST_STREAMS {
                inner.streams.remove(0);
            }
            // The stream is new: it has room.
            let _ = send.try_send(inner.last.clone());
            inner.streams.push(send);
        }
        receive
    }
}

impl Inner {
    fn send(&mut self, message: &Bytes) {
        self.streams.retain(|stream| stream.try_send(message.clone()).is_ok());
    }
}

/// Puts the script into a page. `page` is a fingerprint of what the page shows, style sheets aside.
pub(super) fn with_script(html: &[u8], build: &str, page: &str) -> Vec<u8> {
    let script = format!("<script src=\"{FOLDER}live.js\" data-build=\"{build}\" data-page=\"{page}\" defer></script>\n");
    let at = memchr::memmem::find(html, b"</head>").unwrap_or(html.len());
    let mut with = Vec::with_capacity(html.len() + script.len());
    with.extend_from_slice(&html[..at]);
    with.extend_from_slice(script.as_bytes());
    with.extend_from_slice(&html[at..]);
    with
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_script_stands_in_the_head_or_at_the_end() {
        for (html, begins) in [("<head></head><p>", "<head><script "), ("<p>no head", "<p>no head<script ")] {
            let with = String::from_utf8(with_script(html.as_bytes(), "b", "p")).unwrap();
            assert!(with.starts_with(begins), "{with}");
        }
    }

    #[test]
    fn whoever_does_not_read_is_cut_off_and_the_others_are_not() {
        let listeners = Listeners::default();
        let (_deaf, mut reader) = (listeners.listen(), listeners.listen());
        for build in 0..20 {
            listeners.tell(&build.to_string(), &[]);
            while reader.try_recv().is_ok() {}
        }
        assert_eq!(listeners.0.lock().unwrap().streams.len(), 1);
    }
}
