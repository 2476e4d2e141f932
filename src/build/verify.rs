//! The site's own promise: no link dangles, no page is an orphan. Read from the bytes of the pages, as a browser would
//! follow them, so that it holds for themes and Markdown too.

use memchr::memmem;
use rustc_hash::{FxBuildHasher, FxHashMap, FxHasher};
use serde::{Deserialize, Serialize};
use std::hash::Hasher;

/// Links and ids of one file, as hashes: the site's promise is checked over all files, also those that were not made again.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PageLinks {
    /// Internal addresses that the page links to, without fragment; sorted.
    #[serde(with = "words")]
    pub pages: Vec<u64>,
    /// Internal addresses with fragment; sorted.
    #[serde(with = "words")]
    pub fragments: Vec<u64>,
    /// Own address with each id.
    #[serde(with = "words")]
    pub ids: Vec<u64>,
    /// Whether it is a page that readers must be able to reach.
    pub is_page: bool,
}

/// Hashes as plain bytes: a number that is a hash has no small form.
mod words {
    use serde::de::{Error, Visitor};
    use serde::{Deserializer, Serializer};

    pub(super) fn serialize<S: Serializer>(words: &[u64], serializer: S) -> Result<S::Ok, S::Error> {
        let mut bytes = Vec::with_capacity(words.len() * 8);
        for word in words {
            bytes.extend_from_slice(&word.to_le_bytes());
        }
        serializer.serialize_bytes(&bytes)
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<u64>, D::Error> {
        deserializer.deserialize_bytes(Words)
    }

    struct Words;

    impl Visitor<'_> for Words {
        type Value = Vec<u64>;

        fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
            formatter.write_str("bytes, eight for each number")
        }

        fn visit_bytes<E: Error>(self, bytes: &[u8]) -> Result<Vec<u64>, E> {
            let (words, rest) = bytes.as_chunks::<8>();
            if rest.is_empty() { Ok(words.iter().map(|word| u64::from_le_bytes(*word)).collect()) } else { Err(E::custom("cut off")) }
        }
    }
}

impl PageLinks {
    fn link(&mut self, path: &[u8], fragment: Option<&[u8]>) {
        let fragment = fragment.map(without_directive);
        let page = begin(path);
        self.pages.push(end(page.clone(), None));
        if let Some(fragment) = fragment.filter(|fragment| !fragment.is_empty()) {
            self.fragments.push(end(page, Some(fragment)));
        }
    }

    /// Takes in the value of a link in the page at `path`.
    fn follow(&mut self, value: &[u8], path: &str, base_path: &str) {
        // Nearly every link of a page: an address that chancery made, or a place in the same page.
        let mark = match memchr::memchr3(b'#', b'&', b'?', value) {
            None => Some(value.len()),
            Some(at) if value[at] == b'#' && memchr::memchr2(b'&', b'?', &value[at..]).is_none() => Some(at),
            Some(_) => None,
        };
        let below = value.strip_prefix(base_path.as_bytes());
        match (mark, below) {
            (Some(0), _) if value.len() > 1 => self.link(path.as_bytes(), Some(&value[1..])),
            (Some(mark), Some(below)) if mark >= base_path.len() && !below.starts_with(b"/") => {
                let (address, fragment) = below.split_at(mark - base_path.len());
                self.link(address, fragment.strip_prefix(b"#"));
            }
            _ => {
                if let Some(link) = std::str::from_utf8(value).ok().and_then(|value| internal(value, path, base_path)) {
                    self.link(link.path.as_bytes(), link.fragment.as_deref().map(str::as_bytes));
                }
            }
        }
    }
}

/// The address below the base path that shows an output file.
pub fn address(path: &str) -> &str {
    match path.strip_suffix("index.html") {
        Some(folder) if folder.is_empty() || folder.ends_with('/') => folder,
        _ => path,
    }
}

/// A link as it stands in a page.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Link {
    /// Below the base path, without fragment.
    pub path: String,
    /// The fragment, where there is one.
    pub fragment: Option<String>,
}

/// The internal links of an HTML page at `path` (below the base path): values of `href` and `src` that stay on the site.
pub fn links(html: &[u8], path: &str, base_path: &str) -> Vec<Link> {
    let mut all: Vec<Link> = attributes(html, b" href=\"").chain(attributes(html, b" src=\"")).filter_map(|value| internal(value, path, base_path)).collect();
    all.sort();
    all.dedup();
    all
}

fn attributes<'a>(html: &'a [u8], name: &'static [u8]) -> impl Iterator<Item = &'a str> {
    memmem::find_iter(html, name).filter_map(move |at| {
        let value = &html[at + name.len()..];
        let end = memchr::memchr(b'"', value)?;
        // Text holds no quotation mark that is not escaped, so what follows is an attribute's value.
        std::str::from_utf8(&value[..end]).ok()
    })
}

fn internal(value: &str, path: &str, base_path: &str) -> Option<Link> {
    let value = value.replace("&amp;", "&");
    let (address, fragment) = match value.split_once('#') {
        Some((address, fragment)) => (address.to_owned(), Some(fragment.to_owned())),
        None => (value, None),
    };
    if address.starts_with("//") || address.split('/').next().is_some_and(|first| first.contains(':')) {
        return None;
    }
    let address = address.split('?').next().unwrap_or_default();
    let whole = if address.is_empty() {
        path.to_owned()
    } else if address.starts_with('/') {
        match address.strip_prefix(base_path) {
            Some(below) => below.to_owned(),
            // Outside of the base path nothing is ours: a link that leaves it is broken.
            None => address.to_owned(),
        }
    } else {
        join(path, address)
    };
    let fragment = fragment.map(|fragment| fragment.split(":~:").next().unwrap_or_default().to_owned());
    Some(Link { path: whole, fragment: fragment.filter(|fragment| !fragment.is_empty()) })
}

fn join(path: &str, relative: &str) -> String {
    let mut pieces: Vec<&str> = path.split('/').collect();
    pieces.pop();
    let folder = relative.ends_with('/') || relative.ends_with("..") || relative.ends_with("/.");
    for piece in relative.split('/') {
        match piece {
            "" | "." => {}
            ".." => {
                pieces.pop();
            }
            piece => pieces.push(piece),
        }
    }
    let mut whole = pieces.join("/");
    if folder && !whole.is_empty() {
        whole.push('/');
    }
    whole
}

/// The links and ids of an output file. `path` is its address below the base path.
pub fn inspect(path: &str, bytes: &[u8], base_path: &str) -> PageLinks {
    let mut found = PageLinks::default();
    if !(path.is_empty() || path.ends_with('/') || path.ends_with(".html")) {
        return found;
    }
    found.is_page = true;
    let own = begin(path.as_bytes());
    // One pass over the page: every attribute, and of those the three that lead somewhere or can be led to.
    let mut from = 0;
    while let Some(at) = memchr::memchr(b'=', &bytes[from..]).map(|at| from + at) {
        from = at + 1;
        let Some(name) = Attribute::before(&bytes[..at]) else { continue };
        let Some(value) = bytes[from..].strip_prefix(b"\"") else { continue };
        // Text holds no quotation mark that is not escaped, so what follows is an attribute's value.
        let Some(value) = memchr::memchr(b'"', value).map(|end| &value[..end]) else { continue };
        from += value.len() + 2;
        match name {
            Attribute::Id => found.ids.push(end(own.clone(), Some(value))),
            Attribute::Link => found.follow(value, path, base_path),
        }
    }
    found.pages.sort_unstable();
    found.pages.dedup();
    found.fragments.sort_unstable();
    found.fragments.dedup();
    // Kept until all pages are there.
    found.pages.shrink_to_fit();
    found.fragments.shrink_to_fit();
    found.ids.shrink_to_fit();
    found
}

/// The id in a fragment, without what tells the browser which words to look for.
fn without_directive(fragment: &[u8]) -> &[u8] {
    memchr::memchr_iter(b':', fragment).find(|at| fragment[*at..].starts_with(b":~:")).map_or(fragment, |at| &fragment[..at])
}

/// An attribute that links depend on.
enum Attribute {
    Link,
    Id,
}

impl Attribute {
    /// The one whose name ends `head`.
    fn before(head: &[u8]) -> Option<Self> {
        match head {
            [.., b' ', b'h', b'r', b'e', b'f'] | [.., b' ', b's', b'r', b'c'] => Some(Self::Link),
            [.., b' ', b'i', b'd'] => Some(Self::Id),
            _ => None,
        }
    }
}

/// What does not hold.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Broken {
    /// Files with a link that leads to nothing: positions in the list.
    pub dangling: Vec<usize>,
    /// Pages that cannot be reached from the home page: positions in the list.
    pub orphans: Vec<usize>,
    /// Whether a link of this hash leads somewhere is answered by this table.
    known: FxHashMap<u64, ()>,
}

impl Broken {
    /// Whether `link` leads to nothing.
    pub fn is_dangling(&self, link: &Link) -> bool {
        !self.known.contains_key(&hash(&link.path, link.fragment.as_deref()))
    }
}

/// Checks all files: their addresses below the base path, and what `inspect` said of each. `exempt` pages need not be
/// reached (the 404 page, redirects).
pub fn verify(files: &[(&str, &PageLinks)], exempt: impl Fn(&str) -> bool) -> Broken {
    let ids: usize = files.iter().map(|(_, page)| page.ids.len() + 1).sum();
    let mut known: FxHashMap<u64, ()> = FxHashMap::with_capacity_and_hasher(ids, FxBuildHasher);
    let mut numbers: FxHashMap<u64, usize> = FxHashMap::with_capacity_and_hasher(files.len(), FxBuildHasher);
    for (number, (path, page)) in files.iter().enumerate() {
        let address = hash(path, None);
        known.insert(address, ());
        numbers.insert(address, number);
        known.extend(page.ids.iter().map(|id| (*id, ())));
    }
    let dangling =
        (0..files.len()).filter(|number| files[*number].1.pages.iter().chain(&files[*number].1.fragments).any(|link| !known.contains_key(link))).collect();
    let mut reached = vec![false; files.len()];
    let mut next: Vec<usize> = numbers.get(&hash("", None)).copied().into_iter().collect();
    while let Some(number) = next.pop() {
        if std::mem::replace(&mut reached[number], true) {
            continue;
        }
        next.extend(files[number].1.pages.iter().filter_map(|link| numbers.get(link)).filter(|n| !reached[**n]));
    }
    let orphans = (0..files.len()).filter(|number| files[*number].1.is_page && !reached[*number] && !exempt(files[*number].0)).collect();
    Broken { dangling, orphans, known }
}

pub(super) fn hash(path: &str, fragment: Option<&str>) -> u64 {
    end(begin(path.as_bytes()), fragment.map(str::as_bytes))
}

fn begin(path: &[u8]) -> FxHasher {
    let mut hasher = FxHasher::default();
    hasher.write(path);
    hasher
}

fn end(mut hasher: FxHasher, fragment: Option<&[u8]>) -> u64 {
    if let Some(fragment) = fragment {
        hasher.write_u8(b'#');
        hasher.write(fragment);
    }
    // FxHash leaves the low bits weak; a table of hashes needs them.
    hasher.finish().wrapping_mul(0x9e37_79b9_7f4a_7c15).rotate_left(29)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn internal_links_are_told_from_others() {
        let html = br##"<a href="/repo/a/#x">1</a><a href="https://example.org/">2</a><a href="mailto:a@b.c">3</a><a href="//cdn/x">4</a><a href="#here">5</a><a href="../up/">6</a><img src="/repo/p.png"><a href="/other/">7</a>"##;
        let found: Vec<String> = links(html, "b/c/", "/repo/").into_iter().map(|link| format!("{}#{}", link.path, link.fragment.unwrap_or_default())).collect();
        assert_eq!(found, ["/other/#", "a/#x", "b/c/#here", "b/up/#", "p.png#"]);
    }

    #[test]
    fn dangling_links_and_orphans_are_found() {
        let page = |path: &str, html: &str| inspect(path, html.as_bytes(), "/");
        let home = page("", r#"<a href="/a/">a</a><a href="/a/#gone">b</a>"#);
        let a = page("a/", r#"<p id="there"><a href="/">home</a>"#);
        let lonely = page("lonely/", r#"<a href="/a/#there">x</a>"#);
        let broken = verify(&[("", &home), ("a/", &a), ("lonely/", &lonely)], |_| false);
        assert_eq!((broken.dangling, broken.orphans), (vec![0], vec![2]));
    }
}
