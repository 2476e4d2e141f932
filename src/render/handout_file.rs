//! A handout as one file that asks for nothing: the main part of its page, with the theme's style within, whole addresses, and its pictures as data.
//! The page is not made again: what the template gave is taken over tag by tag.

use crate::model::{BriefingNo, Target};
use crate::policy;
use crate::site::Site;
use crate::text::escape::{Place, escape};
use crate::theme::HandoutStyle;
use memchr::{memchr, memmem};
use std::fmt::Write;

/// The file from `page`, the page of the handout of `no`. `picture` gives a file of the site, by its path below the base path, as a `data:` address.
pub(super) fn file(site: &Site, style: &HandoutStyle, no: BriefingNo, page: &str, picture: impl Fn(&str) -> Option<String>) -> String {
    let mut out = String::with_capacity(page.len() + style.text().len());
    out.push_str("<!doctype html>\n");
    out.push_str(tag(page, "<html").unwrap_or("<html>"));
    out.push_str("\n<head>\n<meta charset=\"utf-8\">\n<meta http-equiv=\"Content-Security-Policy\" content=\"");
    escape(&policy::handout_policy(style.source()), Place::Attribute, &mut out);
    out.push_str("\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"robots\" content=\"noindex\">\n");
    for part in [title(page), tag(page, "<meta name=\"description\"")].into_iter().flatten() {
        out.push_str(part);
        out.push('\n');
    }
    let _ = write!(out, "<style>{}</style>\n</head>\n<body>\n", style.text());
    // A theme without a main part gets its whole body taken over.
    let body = between(page, "<main", "</main>").or_else(|| between(page, "<body", "</body>")).unwrap_or(page);
    let opened = body.find('>').map_or(0, |at| at + 1);
    let inner = body[opened..].strip_suffix("</main>").or_else(|| body[opened..].strip_suffix("</body>")).unwrap_or(&body[opened..]);
    out.push_str("<main>");
    Carrier { site, address: site.addresses().href(&Target::Handout(no)), picture }.carry(inner, &mut out);
    out.push_str("</main>\n</body>\n</html>\n");
    out
}

/// Takes tags over.
struct Carrier<'a, P> {
    site: &'a Site,
    /// Of the page, from the host's root.
    address: String,
    picture: P,
}

impl<P: Fn(&str) -> Option<String>> Carrier<'_, P> {
    fn carry(&self, html: &str, out: &mut String) {
        // Whether the link that is open was taken over; links never stand within links.
        let mut in_link = false;
        let mut rest = html;
        while let Some(at) = memchr(b'<', rest.as_bytes()) {
            out.push_str(&rest[..at]);
            let end = at + tag_end(&rest[at..]);
            let tag = &rest[at..end];
            rest = &rest[end..];
            if tag.starts_with("<a ") {
                in_link = self.link(tag, out);
                // A way back to a place that nobody can find is not worth its words.
                if !in_link && tag.contains("class=\"back\"") {
                    rest = memmem::find(rest.as_bytes(), b"</a>").map_or("", |at| &rest[at..]);
                }
            } else if tag == "</a>" {
                if in_link {
                    out.push_str(tag);
                }
            } else if tag.starts_with("<img ") {
                self.image(tag, out);
            } else if tag.starts_with("<script") {
                rest = memmem::find(rest.as_bytes(), b"</script>").map_or("", |at| &rest[at + "</script>".len()..]);
            } else if !tag.starts_with("<link") {
                out.push_str(tag);
            }
        }
        out.push_str(rest);
    }

    /// A link with its whole address; none where the site does not know what that is.
    fn link(&self, tag: &str, out: &mut String) -> bool {
        let Some((before, address, after)) = attribute(tag, " href=\"") else {
            out.push_str(tag);
            return true;
        };
        let is_whole = address.starts_with("//") || address.split('/').next().is_some_and(|first| first.contains(':'));
        if address.starts_with('#') || is_whole {
            out.push_str(tag);
            return true;
        }
        let Some(base) = self.site.facts().base_url.as_deref() else { return false };
        out.push_str(before);
        // Addresses from the host's root stand behind scheme and host, others behind the address of the page.
        let host = base.strip_suffix(self.site.addresses().base_path()).unwrap_or(base);
        escape(host, Place::Attribute, out);
        if !address.starts_with('/') {
            out.push_str(&self.address);
        }
        out.push_str(address);
        out.push_str(after);
        true
    }

    /// A picture as data; its description where there is no such file.
    fn image(&self, tag: &str, out: &mut String) {
        let Some((before, address, after)) = attribute(tag, " src=\"") else { return };
        let path = address.strip_prefix(self.site.addresses().base_path()).map(|path| path.replace("&amp;", "&").replace("&#39;", "'"));
        match path.and_then(|path| (self.picture)(&path)) {
            Some(data) => {
                out.push_str(before);
                out.push_str(&data);
                out.push_str(after);
            }
            None => out.push_str(attribute(tag, " alt=\"").map_or("", |(_, description, _)| description)),
        }
    }
}

/// An attribute's value, with what stands before and behind it.
fn attribute<'t>(tag: &'t str, name: &str) -> Option<(&'t str, &'t str, &'t str)> {
    let start = tag.find(name)? + name.len();
    let end = start + tag[start..].find('"')?;
    Some((&tag[..start], &tag[start..end], &tag[end..]))
}

/// One past the end of the tag that `html` begins with: a `>` within an attribute does not end it.
fn tag_end(html: &str) -> usize {
    let mut quoted = None;
    for (at, byte) in html.bytes().enumerate() {
        match (quoted, byte) {
            (None, b'>') => return at + 1,
            (None, b'"' | b'\'') => quoted = Some(byte),
            (Some(mark), byte) if mark == byte => quoted = None,
            _ => {}
        }
    }
    html.len()
}

/// The first tag that begins so.
fn tag<'p>(page: &'p str, begin: &str) -> Option<&'p str> {
    let at = page.find(begin)?;
    Some(&page[at..at + tag_end(&page[at..])])
}

fn title(page: &str) -> Option<&str> {
    let at = memmem::find(page.as_bytes(), b"<title>")?;
    let len = memmem::find(&page.as_bytes()[at..], b"</title>")?;
    Some(&page[at..at + len + "</title>".len()])
}

/// From the first place that begins so to the last that ends so, both included.
fn between<'p>(page: &'p str, begin: &str, end: &str) -> Option<&'p str> {
    let at = memmem::find(page.as_bytes(), begin.as_bytes())?;
    let bytes = &page.as_bytes()[at..];
    // The end of a part stands near the end of a page.
    let len = memchr::memrchr_iter(b'<', bytes).find(|at| bytes[*at..].starts_with(end.as_bytes()))?;
    Some(&page[at..at + len + end.len()])
}
