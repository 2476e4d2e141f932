//! The line that tells chancery's own text from one that a person edited: it holds the fingerprint of everything else in the file.

use crate::text::Fingerprint;

const MARK: &str = "Made by `chancery host init ";
/// It stands among the first lines: a script's first line is taken.
const WITHIN: usize = 3;

/// How a file's form writes a line that is for people.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Comment {
    /// `# text`
    Hash,
    /// `// text`
    Slashes,
    /// `<!-- text -->`
    Markup,
}

/// Puts the stamp before `body`, or after its first line where that tells the system what to run.
pub(super) fn stamped(host: &str, comment: Comment, body: &str) -> String {
    let (first, rest) = if body.starts_with("#!") { body.split_at(body.find('\n').map_or(body.len(), |at| at + 1)) } else { ("", body) };
    let hex = Fingerprint::of(body.as_bytes()).hex();
    let words = format!("{MARK}{host}` ({}). Once you edit this file, it is yours: it is not written over without `--force`.", &hex[..16]);
    let line = match comment {
        Comment::Hash => format!("# {words}"),
        Comment::Slashes => format!("// {words}"),
        Comment::Markup => format!("<!-- {words} -->"),
    };
    format!("{first}{line}\n{rest}")
}

/// The host that a text was written for, where it has a stamp; and whether the text is as it was written.
pub(super) fn read(text: &str) -> Option<(&str, bool)> {
    let mut start = 0;
    for line in text.split_inclusive('\n').take(WITHIN) {
        if let Some((_, rest)) = line.split_once(MARK)
            && let Some((host, rest)) = rest.split_once("` (")
            && let Some((hex, _)) = rest.split_once(')')
        {
            let body = format!("{}{}", &text[..start], &text[start + line.len()..]);
            return Some((host, Fingerprint::of(body.as_bytes()).hex().starts_with(hex) && hex.len() == 16));
        }
        start += line.len();
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_edit_shows() {
        for (comment, body) in [(Comment::Hash, "a\nb\n"), (Comment::Hash, "#!/bin/sh\nset -eu\n"), (Comment::Slashes, "x;\n"), (Comment::Markup, "# T\n")] {
            let text = stamped("nginx", comment, body);
            assert_eq!(read(&text), Some(("nginx", true)), "{text}");
            assert_eq!(read(&format!("{text}more\n")), Some(("nginx", false)));
            assert_eq!(text.starts_with("#!"), body.starts_with("#!"), "{text}");
        }
        assert_eq!(read("server {}\n"), None);
    }
}
