//! What readers get: every address of the deployed site is fetched and compared with what the manifest says of it.

use super::digest;
use super::entry::Entry;
use super::state;
use super::store::Store;
use super::target;
use super::{Stop, stopped};
use crate::fault::Fault;
use crate::input::deploy::Target;
use crate::policy;
use futures_util::StreamExt;
use percent_encoding::{AsciiSet, CONTROLS, utf8_percent_encode};
use reqwest::header::{ACCEPT_ENCODING, CACHE_CONTROL, CONTENT_TYPE, LOCATION};
use std::path::Path;
use std::time::Duration;

/// An address that answers otherwise than it should.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Wrong {
    /// The whole address.
    pub address: String,
    /// What is wrong with its answer.
    pub fault: String,
}

/// What was looked at.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Verified {
    /// How many addresses were fetched.
    pub fetched: usize,
    /// Those that are wrong, sorted.
    pub wrong: Vec<Wrong>,
}

/// Fetches all that is public of what the manifest of `target` names, below `address`.
///
/// # Errors
/// Where the target cannot be read, or holds no deploy.
pub fn verify(root: &Path, target: &Target, address: &str, transfers: usize, timeout: Duration) -> Result<Verified, Stop> {
    super::runtime()?.block_on(go(root, target, address, transfers, timeout))
}

async fn go(root: &Path, target: &Target, address: &str, transfers: usize, timeout: Duration) -> Result<Verified, Stop> {
    let store = target::open(target, root, timeout).map_err(|no| stopped("open the target", &target.place, &no))?;
    let known = state::read(&store).await.map_err(|no| stopped("read the manifest of", &target.place, &no))?;
    if known.manifest.files.is_empty() {
        let fault = Fault::new("verify", &target.place, "nothing was deployed there");
        return Err(Stop::Fault(fault.with_help("run `chancery deploy` first")));
    }
    let client = reqwest::Client::builder()
        .redirect(reqwest::redirect::Policy::none())
        .timeout(timeout)
        .user_agent(concat!("chancery/", env!("CARGO_PKG_VERSION")))
        .build()
        .map_err(|_| Stop::Fault(Fault::new("verify", address, "no connection can be made from this machine")))?;
    let files = &known.manifest.files;
    let shown: Vec<(&String, &Entry)> = files.iter().filter(|(path, _)| is_public(path, &|text| files.contains_key(text))).collect();
    let ask = |(path, entry): (String, Entry)| {
        let (store, client) = (&store, &client);
        async move { look(store, client, address, &path, &entry).await }
    };
    let owned: Vec<(String, Entry)> = shown.into_iter().map(|(path, entry)| (path.clone(), entry.clone())).collect();
    let mut verified = Verified { fetched: owned.len() + 1, wrong: Vec::new() };
    let mut looked = futures_util::stream::iter(owned).map(ask).buffer_unordered(transfers);
    while let Some(wrong) = looked.next().await {
        verified.wrong.extend(wrong);
    }
    verified.wrong.extend(nothing_there(&client, address).await);
    verified.wrong.sort();
    Ok(verified)
}

/// Servers hide names with a dot, and show a variant at the address of its text.
fn is_public(path: &str, is_there: &dyn Fn(&str) -> bool) -> bool {
    let is_hidden = path.split('/').any(|piece| piece.starts_with('.') && piece != ".well-known");
    !is_hidden && !policy::variant_of(path).is_some_and(is_there)
}

/// What stands for itself in an address.
const ENCODED: &AsciiSet = &CONTROLS.add(b' ').add(b'"').add(b'#').add(b'%').add(b'<').add(b'>').add(b'?').add(b'`').add(b'{').add(b'}').add(b'\\').add(b'^');

fn address_of(base: &str, path: &str) -> String {
    let shown = crate::build::publish::address(path);
    format!("{base}{}", utf8_percent_encode(shown, ENCODED))
}

async fn look(store: &Store, client: &reqwest::Client, base: &str, path: &str, entry: &Entry) -> Option<Wrong> {
    let address = address_of(base, path);
    let fault = fault_of(store, client, &address, path, entry).await?;
    Some(Wrong { address, fault })
}

async fn fault_of(store: &Store, client: &reqwest::Client, address: &str, path: &str, entry: &Entry) -> Option<String> {
    // As it is, and not out of a cache on the way.
    let asked = client.get(address).header(ACCEPT_ENCODING, "identity").header(CACHE_CONTROL, "no-cache").send().await;
    let mut answer = match asked {
        Ok(answer) => answer,
        Err(error) => return Some(words(&error).to_owned()),
    };
    let header = |name| answer.headers().get(name).and_then(|value| value.to_str().ok()).unwrap_or_default().to_owned();
    let status = answer.status().as_u16();
    if answer.status().is_redirection() {
        let to = header(LOCATION);
        return if leads_there(store, path, &to).await { None } else { Some(format!("status {status}, to `{to}`")) };
    }
    let expected = if path == "404.html" && status == 404 { 404 } else { 200 };
    if status != expected {
        return Some(format!("status {status}"));
    }
    let media_type = header(CONTENT_TYPE);
    if !same_type(&media_type, &entry.media_type) {
        return Some(format!("type `{media_type}`, and not `{}`", entry.media_type));
    }
    let (mut digest, mut size) = (digest::Running::default(), 0_u64);
    loop {
        match answer.chunk().await {
            Ok(Some(piece)) => {
                size += piece.len() as u64;
                if size > entry.size {
                    break;
                }
                digest.add(&piece);
            }
            Ok(None) => break,
            Err(error) => return Some(words(&error).to_owned()),
        }
    }
    if size == entry.size && digest.finish() == entry.sha256 {
        None
    } else {
        Some("another content than was deployed: something changes it on the way, or an old one is kept in a cache".to_owned())
    }
}

/// A host with rules of its own sends a reader on where the page at an old address would.
async fn leads_there(store: &Store, path: &str, to: &str) -> bool {
    let to = to.split_once("://").map_or(to, |(_, rest)| rest.find('/').map_or("/", |at| &rest[at..]));
    let Ok(Some((page, _))) = store.read(path).await else { return false };
    let page = String::from_utf8_lossy(&page);
    page.split_once("http-equiv=\"refresh\" content=\"0; url=").and_then(|(_, rest)| rest.split_once('"')).is_some_and(|(href, _)| {
        let href = href.split_once("://").map_or(href, |(_, rest)| rest.find('/').map_or("/", |at| &rest[at..]));
        // From the site's root, or relative to the page.
        href == to || to.ends_with(&format!("/{}", href.trim_start_matches("../").trim_start_matches('/')))
    })
}

async fn nothing_there(client: &reqwest::Client, base: &str) -> Option<Wrong> {
    let address = format!("{base}nothing-is-here/");
    let fault = match client.get(&address).send().await {
        Ok(answer) if matches!(answer.status().as_u16(), 404 | 410) => return None,
        Ok(answer) => format!("status {}, and not 404: nothing is there", answer.status().as_u16()),
        Err(error) => words(&error).to_owned(),
    };
    Some(Wrong { address, fault })
}

fn words(error: &reqwest::Error) -> &'static str {
    if error.is_timeout() {
        "no answer came in time"
    } else if error.is_connect() {
        "the server cannot be reached"
    } else {
        "the answer broke off"
    }
}

/// Media types are the same whatever their case and spaces; where the expected one names no charset, UTF-8 may be named.
fn same_type(there: &str, expected: &str) -> bool {
    let plain = |text: &str| text.to_ascii_lowercase().replace([' ', '"'], "");
    let (there, expected) = (plain(there), plain(expected));
    there == expected || there == format!("{expected};charset=utf-8")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_those_that_readers_use() {
        for (path, address) in [
            ("index.html", "https://example.org/repo/"),
            ("briefings/a/index.html", "https://example.org/repo/briefings/a/"),
            ("404.html", "https://example.org/repo/404.html"),
            ("a b#c.txt", "https://example.org/repo/a%20b%23c.txt"),
        ] {
            assert_eq!(address_of("https://example.org/repo/", path), address);
        }
    }

    #[test]
    fn types_are_compared_as_servers_write_them() {
        assert!(same_type("text/html;charset=UTF-8", "text/html; charset=utf-8"));
        assert!(same_type("application/json; charset=utf-8", "application/json"));
        assert!(!same_type("text/html", "text/html; charset=utf-8"));
        assert!(!same_type("text/html; charset=iso-8859-1", "text/html; charset=utf-8"));
    }

    #[test]
    fn what_servers_hide_is_not_asked_for() {
        let is_there = |path: &str| path == "a.html";
        for (path, expected) in [("a.html", true), ("a.html.gz", false), (".nojekyll", false), (".well-known/security.txt", true), ("b.gz", true)] {
            assert_eq!(is_public(path, &is_there), expected, "{path}");
        }
    }
}
