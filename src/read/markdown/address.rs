//! What a link or picture in Markdown may point at.

/// Where a link leads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Address {
    /// A page elsewhere, or a mail address.
    Elsewhere,
    /// A place on the site itself.
    Own,
    /// Anything else: a script, a file of the reader's machine.
    Unsafe,
}

/// Of what kind `href` is. Browsers pass over white space and control characters in a scheme, so an address with one is never let through.
pub(super) fn address(href: &str) -> Address {
    if href.chars().any(|c| c.is_control() || c.is_whitespace() || c == '\\') || href.is_empty() {
        return Address::Unsafe;
    }
    if href.starts_with("//") {
        return Address::Unsafe;
    }
    let before = href.split(['/', '?', '#']).next().unwrap_or_default();
    match before.split_once(':') {
        None => Address::Own,
        Some((scheme, _)) if ["http", "https", "mailto"].iter().any(|known| scheme.eq_ignore_ascii_case(known)) => Address::Elsewhere,
        Some(_) => Address::Unsafe,
    }
}

/// A picture's address below the site's root: without a leading slash, and never leading out of it.
pub(super) fn picture(href: &str) -> Option<String> {
    let path = href.split(['?', '#']).next().unwrap_or_default();
    let mut parts = Vec::new();
    for part in path.split('/') {
        match part {
            "" | "." => {}
            ".." => return None,
            part => parts.push(part),
        }
    }
    (!parts.is_empty()).then(|| parts.join("/"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_plain_addresses_pass() {
        for (href, expected) in [
            ("https://example.org/a", Address::Elsewhere),
            ("HTTP://example.org", Address::Elsewhere),
            ("mailto:desk@example.org", Address::Elsewhere),
            ("/glossary/", Address::Own),
            ("glossary#a:b", Address::Own),
            ("#top", Address::Own),
            ("javascript:alert(1)", Address::Unsafe),
            ("java\tscript:alert(1)", Address::Unsafe),
            (" javascript:alert(1)", Address::Unsafe),
            ("data:text/html,x", Address::Unsafe),
            ("file:///etc/passwd", Address::Unsafe),
            ("//example.org", Address::Unsafe),
            ("/\\example.org", Address::Unsafe),
            ("", Address::Unsafe),
        ] {
            assert_eq!(address(href), expected, "{href}");
        }
        assert_eq!(picture("./maps//lake.png?x"), Some("maps/lake.png".into()));
        assert_eq!(picture("../lake.png"), None);
    }
}
