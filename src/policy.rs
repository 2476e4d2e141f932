//! Headers, security policy and caching, as data: for the preview, for a meta element, for hosts' own files.

/// What a page may load: itself only, and no inline script or style.
pub const CONTENT_SECURITY_POLICY: &str =
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'";

/// What only a header can say: nobody may frame a page.
pub const FRAME_POLICY: &str = "frame-ancestors 'none'";

/// Headers of every answer, name and value; `Content-Security-Policy` holds [`CONTENT_SECURITY_POLICY`] and [`FRAME_POLICY`].
pub const HEADERS: &[(&str, &str)] = &[
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "strict-origin-when-cross-origin"),
    ("Permissions-Policy", "camera=(), geolocation=(), microphone=()"),
    ("Cross-Origin-Opener-Policy", "same-origin"),
];

/// How long a file may be kept: fingerprinted files for ever, everything else is asked for again.
pub fn caching(path: &str) -> &'static str {
    if is_fingerprinted(path) { "public, max-age=31536000, immutable" } else { "public, max-age=0, must-revalidate" }
}

/// Whether a file's name holds the fingerprint of its content: `assets/style-1a2b3c4d.css`.
pub fn is_fingerprinted(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or(path);
    let stem = name.split('.').next().unwrap_or(name);
    path.starts_with("assets/") && stem.rsplit_once('-').is_some_and(|(_, hash)| hash.len() == 8 && hash.bytes().all(|b| b.is_ascii_hexdigit()))
}

/// The media type of a file, by its ending.
pub fn media_type(path: &str) -> &'static str {
    let ending = path.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase()).unwrap_or_default();
    match ending.as_str() {
        "html" => "text/html; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "xml" => "application/xml; charset=utf-8",
        "json" => "application/json",
        "txt" => "text/plain; charset=utf-8",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "jpg" | "jpeg" => "image/jpeg",
        "webp" => "image/webp",
        "avif" => "image/avif",
        "gif" => "image/gif",
        "ico" => "image/x-icon",
        "woff2" => "font/woff2",
        "pdf" => "application/pdf",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_fingerprinted_files_are_kept_for_ever() {
        assert!(caching("assets/style-1a2b3c4d.css").contains("immutable"));
        for path in ["index.html", "assets/style.css", "style-1a2b3c4d.css", "assets/style-1a2b3c4.css"] {
            assert!(!caching(path).contains("immutable"), "{path}");
        }
    }
}
