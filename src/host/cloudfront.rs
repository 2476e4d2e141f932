//! S3 behind CloudFront: the function for folder addresses and redirects, and the settings as text.

use super::rules::headers_of_all;
use super::stamp::{Comment, stamped};
use super::{Facts, HostFile, Owner};

pub(super) const FUNCTION: &str = "hosting/cloudfront-function.js";

pub(super) fn files(facts: &Facts) -> Vec<HostFile> {
    vec![
        HostFile { path: FUNCTION, text: stamped("s3-cloudfront", Comment::Slashes, &function(facts)), owner: Owner::Chancery },
        HostFile { path: "hosting/cloudfront.md", text: stamped("s3-cloudfront", Comment::Markup, &settings(facts)), owner: Owner::Chancery },
    ]
}

/// A list in JavaScript; addresses hold nothing that needs escaping but what JSON escapes.
fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}

fn function(facts: &Facts) -> String {
    let base = &facts.base_path;
    let redirects: String = facts.redirects.iter().map(|(from, to)| format!("  {}: {},\n", quoted(from), quoted(to))).collect();
    let plain: String = facts.without_ending.iter().map(|path| format!("  {}: true,\n", quoted(&format!("{base}{path}")))).collect();
    let mut text = "// A CloudFront function for viewer requests, runtime cloudfront-js-2.0.\n".to_owned();
    text.push_str(&format!("var MOVED = {{\n{redirects}}};\nvar PLAIN = {{\n{plain}}};\n"));
    text.push_str(
        "\nfunction has(table, key) {\n  return Object.prototype.hasOwnProperty.call(table, key);\n}\n\n\
         function moved(to) {\n  return { statusCode: 301, statusDescription: 'Moved Permanently', headers: { location: { value: to } } };\n}\n\n\
         function handler(event) {\n  var request = event.request;\n  var uri = request.uri;\n\
         \x20 if (has(MOVED, uri)) return moved(MOVED[uri]);\n\
         \x20 if (/\\/\\.(?!well-known\\/)/.test(uri)) return { statusCode: 404, statusDescription: 'Not Found' };\n\
         \x20 if (uri.endsWith('/')) {\n    request.uri = uri + 'index.html';\n\
         \x20 } else if (!has(PLAIN, uri) && uri.split('/').pop().indexOf('.') < 0) {\n    return moved(uri + '/');\n  }\n\
         \x20 return request;\n}\n",
    );
    text
}

fn settings(facts: &Facts) -> String {
    let base = &facts.base_path;
    // A response headers policy is one for all pages: it grants what any page needs, and each page's own meta element takes the rest away.
    let rows: String = headers_of_all(facts).into_iter().map(|(name, value)| format!("| `{name}` | `{value}` |\n")).collect();
    format!(
        "# S3 and CloudFront for {domain}\n\n\
         1. **Bucket**: private, all public access blocked. Deploy to `s3://BUCKET{prefix}`: `chancery deploy` sets content type and caching of each object.\n\
         2. **Origin**: the bucket's REST address, with origin access control (not its web site address).\n\
         3. **Bucket policy**: `s3:GetObject` on `arn:aws:s3:::BUCKET/*` for this distribution alone (`AWS:SourceArn`), and a statement that denies `arn:aws:s3:::BUCKET{prefix}.chancery/*`, where `chancery deploy` keeps its own records.\n\
         4. **Behaviour**: redirect HTTP to HTTPS; GET and HEAD; compress objects automatically; the cache policy `CachingOptimized`, which follows the `Cache-Control` of each object.\n\
         5. **Function** on viewer requests: `cloudfront-function.js` beside this file, runtime `cloudfront-js-2.0`. It must be no larger than 10 KB; `chancery host check` says so when it is.\n\
         6. **Error pages**: 403 and 404 both answer `{base}404.html` with status 404 and a minimum TTL of 10 seconds. (S3 says 403 where a key is missing and may not be listed.)\n\
         7. **Response headers policy**, all overriding the origin's:\n\n| header | value |\n| --- | --- |\n{rows}\n\
         No page is let more than its own meta element lets it: only the search page has `wasm-unsafe-eval` there.\n",
        domain = facts.domain(),
        prefix = base,
    )
}
