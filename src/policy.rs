//! Headers, security policy, caching and media types, as data: for the preview, for a meta element, for hosts' own files and for deploying.

/// What a page may load: itself only, and no inline script or style.
pub const CONTENT_SECURITY_POLICY: &str = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'";

/// What the search page may: it compiles its index reader in the browser. Everything else is as on every page.
pub const SEARCH_SECURITY_POLICY: &str = "default-src 'none'; style-src 'self'; script-src 'self' 'wasm-unsafe-eval'; img-src 'self'; font-src 'self'; connect-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'";

/// The one page with [`SEARCH_SECURITY_POLICY`], below the base path.
pub const SEARCH_ADDRESS: &str = "search/";

/// The name of a handout that is one file, beside the page of the handout.
pub const HANDOUT_FILE: &str = "handout.html";

/// Matches the addresses of handouts that are one file, below the base path, for hosts that are told by a regular expression: what [`is_handout_file`] says.
pub const HANDOUT_FILES: &str = r"briefings/(?:[^/]+/)+print/handout\.html";

/// What only a header can say: nobody may frame a page.
pub const FRAME_POLICY: &str = "frame-ancestors 'none'";

/// Headers of every answer, name and value; [`header_policy`] comes on top.
pub const HEADERS: &[(&str, &str)] = &[
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "strict-origin-when-cross-origin"),
    ("Permissions-Policy", "camera=(), geolocation=(), microphone=()"),
    ("Cross-Origin-Opener-Policy", "same-origin"),
];

/// Of files whose name holds the fingerprint of their content: a year, never asked for again.
pub const CACHED_FOR_EVER: &str = "public, max-age=31536000, immutable";
/// Of everything else: five minutes, then asked for again.
pub const CACHED_SHORTLY: &str = "public, max-age=300, must-revalidate";

/// Matches the addresses of fingerprinted files below the base path, for hosts that are told by a regular expression: what [`is_fingerprinted`] says.
pub const FINGERPRINTED: &str = r"assets/(?:[^/]+/)*[^/.]*-[0-9a-f]{8}(?:\.[^/]*)?";

/// The security policy of the page at `address` (below the base path), for its meta element.
pub fn security_policy(address: &str) -> &'static str {
    if address == SEARCH_ADDRESS { SEARCH_SECURITY_POLICY } else { CONTENT_SECURITY_POLICY }
}

/// Whether a handout that is one file stands at `address` (below the base path).
pub fn is_handout_file(address: &str) -> bool {
    address
        .strip_suffix(HANDOUT_FILE)
        .and_then(|rest| rest.strip_suffix("/print/"))
        .and_then(|rest| rest.strip_prefix("briefings/"))
        .is_some_and(|slug| !slug.is_empty())
}

/// The security policy of a handout that is one file: nothing is asked for; its one style element is known by its hash, its pictures stand within.
/// `style` is `sha256-...`.
pub fn handout_policy(style: &str) -> String {
    format!("default-src 'none'; style-src '{style}'; img-src data:; base-uri 'none'; form-action 'none'")
}

/// The value of the `Content-Security-Policy` header at `address` (below the base path); `style` is the one of handouts that are one file.
pub fn header_policy(address: &str, style: &str) -> String {
    if is_handout_file(address) { format!("{}; {FRAME_POLICY}", handout_policy(style)) } else { format!("{}; {FRAME_POLICY}", security_policy(address)) }
}

/// The header for hosts that can give all pages only one: everything that any page may. Each page's own meta element takes the rest away.
pub fn widest_policy(style: &str) -> String {
    let widest = SEARCH_SECURITY_POLICY.replace("style-src 'self'", &format!("style-src 'self' '{style}'")).replace("img-src 'self'", "img-src 'self' data:");
    format!("{widest}; {FRAME_POLICY}")
}

/// How long a file may be kept.
pub fn caching(path: &str) -> &'static str {
    if is_fingerprinted(path) { CACHED_FOR_EVER } else { CACHED_SHORTLY }
}

/// Whether a file's name holds the fingerprint of its content: `assets/style-1a2b3c4d.css`.
pub fn is_fingerprinted(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or(path);
    let stem = name.split('.').next().unwrap_or(name);
    let is_hex = |hash: &str| hash.len() == 8 && hash.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f'));
    path.starts_with("assets/") && stem.rsplit_once('-').is_some_and(|(_, hash)| is_hex(hash))
}

/// Ending, media type, and whether it is text that compresses.
const MEDIA_TYPES: &[(&str, &str, bool)] = &[
    // First, so that hosts that go by patterns take the variant `index.html.gz` for HTML by a later one.
    ("gz", "application/gzip", false),
    ("html", "text/html; charset=utf-8", true),
    ("css", "text/css; charset=utf-8", true),
    ("js", "text/javascript; charset=utf-8", true),
    ("mjs", "text/javascript; charset=utf-8", true),
    ("xml", "application/xml; charset=utf-8", true),
    ("json", "application/json", true),
    ("jsonld", "application/ld+json", true),
    ("webmanifest", "application/manifest+json", true),
    ("txt", "text/plain; charset=utf-8", true),
    ("csv", "text/csv; charset=utf-8", true),
    ("svg", "image/svg+xml", true),
    ("wasm", "application/wasm", true),
    ("png", "image/png", false),
    ("jpg", "image/jpeg", false),
    ("jpeg", "image/jpeg", false),
    ("webp", "image/webp", false),
    ("avif", "image/avif", false),
    ("gif", "image/gif", false),
    ("ico", "image/x-icon", false),
    ("woff", "font/woff", false),
    ("woff2", "font/woff2", false),
    ("pdf", "application/pdf", false),
    ("md", "text/markdown; charset=utf-8", true),
    ("ics", "text/calendar; charset=utf-8", true),
    ("ttf", "font/ttf", false),
    ("otf", "font/otf", false),
    ("mp3", "audio/mpeg", false),
    ("mp4", "video/mp4", false),
    ("webm", "video/webm", false),
    ("zip", "application/zip", false),
    ("epub", "application/epub+zip", false),
    ("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", false),
    ("bib", "application/x-bibtex", true),
    ("ris", "application/x-research-info-systems", true),
    ("ndjson", "application/x-ndjson", true),
    ("graphml", "application/graphml+xml", true),
    ("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", false),
    ("pptx", "application/vnd.openxmlformats-officedocument.presentationml.presentation", false),
];

/// The media type of what has no ending that we know.
pub const UNKNOWN_TYPE: &str = "application/octet-stream";

/// Endings with their media types, for hosts that are told.
pub fn media_types() -> impl Iterator<Item = (&'static str, &'static str)> {
    MEDIA_TYPES.iter().map(|(ending, media_type, _)| (*ending, *media_type))
}

/// Endings of files that may have compressed variants beside them.
pub fn compressible_endings() -> impl Iterator<Item = &'static str> {
    MEDIA_TYPES.iter().filter(|(_, _, is_text)| *is_text).map(|(ending, ..)| *ending)
}

/// The media type of a file, by its ending; `CNAME`, `_headers` and their like are text.
pub fn media_type(path: &str) -> &'static str {
    find(path).map_or(UNKNOWN_TYPE, |(_, media_type, _)| media_type)
}

/// Whether a file is text that is worth compressing.
pub fn is_compressible(path: &str) -> bool {
    find(path).is_some_and(|(_, _, is_text)| *is_text)
}

fn find(path: &str) -> Option<&'static (&'static str, &'static str, bool)> {
    let ending = path.rsplit('/').next()?.rsplit_once('.')?.1.to_ascii_lowercase();
    MEDIA_TYPES.iter().find(|(known, ..)| *known == ending)
}

/// Compressed variants that may stand beside a file: ending, and the name of the encoding.
pub const VARIANTS: &[(&str, &str)] = &[("br", "br"), ("gz", "gzip")];

/// The one compressed file that is no variant of a text: it is loaded as it is.
pub const ARCHIVE: &str = "data/all.json.gz";

/// The file whose compressed variant `path` would be: `style.css` for `style.css.br`.
pub fn variant_of(path: &str) -> Option<&str> {
    if path == ARCHIVE {
        return None;
    }
    let (base, ending) = path.rsplit_once('.')?;
    (VARIANTS.iter().any(|(known, _)| *known == ending) && is_compressible(base)).then_some(base)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_fingerprinted_files_are_kept_for_ever() {
        assert!(caching("assets/style-1a2b3c4d.css").contains("immutable"));
        for path in ["index.html", "assets/style.css", "style-1a2b3c4d.css", "assets/style-1a2b3c4.css", "assets/style-1A2B3C4D.css"] {
            assert!(!caching(path).contains("immutable"), "{path}");
        }
    }

    #[test]
    fn the_search_page_alone_may_compile_what_it_reads() {
        for address in ["", "actors/", "search/page/", "briefings/search/"] {
            assert!(!header_policy(address, "sha256-x").contains("wasm"), "{address}");
        }
        assert_eq!(SEARCH_SECURITY_POLICY.replace(" 'wasm-unsafe-eval'", ""), CONTENT_SECURITY_POLICY);
        assert!(header_policy(SEARCH_ADDRESS, "sha256-x").contains("wasm-unsafe-eval"));
    }

    #[test]
    fn a_handout_that_is_one_file_alone_may_have_a_style_within() {
        for address in ["briefings/talks/print/handout.html", "briefings/2026/talks/print/handout.html"] {
            assert_eq!(
                header_policy(address, "sha256-x"),
                "default-src 'none'; style-src 'sha256-x'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
            );
        }
        for address in ["briefings/talks/print/", "briefings/print/handout.html", "print/handout.html", "about/print/handout.html", ""] {
            assert!(!header_policy(address, "sha256-x").contains("sha256"), "{address}");
        }
        assert!(
            widest_policy("sha256-x")
                .starts_with("default-src 'none'; style-src 'self' 'sha256-x'; script-src 'self' 'wasm-unsafe-eval'; img-src 'self' data:;")
        );
    }

    #[test]
    fn a_variant_belongs_to_a_text() {
        assert_eq!(variant_of("a/index.html.br"), Some("a/index.html"));
        assert_eq!(variant_of("style.css.gz"), Some("style.css"));
        for path in ["archive.tar.gz", "photo.png.br", "index.html", "data.gz", ARCHIVE] {
            assert_eq!(variant_of(path), None, "{path}");
        }
    }

    #[test]
    fn every_text_says_its_encoding_unless_its_type_fixes_it() {
        for (ending, media_type) in media_types() {
            let is_text = media_type.starts_with("text/") || media_type.starts_with("application/xml");
            assert_eq!(media_type.contains("charset=utf-8"), is_text, "{ending}");
        }
    }
}
