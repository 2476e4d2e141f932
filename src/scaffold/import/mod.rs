//! A text as it comes (plain, Markdown, HTML, a word processor's document) to a clean seed, with a report of what was left behind.

mod docx;
mod draft;
mod html;

use super::Refusal;
use crate::edit::Change;
use crate::read;
use crate::text::slug::slug;
use draft::Draft;

/// A text to import.
#[derive(Clone, Copy, Debug)]
pub struct Source<'a> {
    /// Its file name, or `-` for what came by standard input.
    pub name: &'a str,
    /// As it came.
    pub bytes: &'a [u8],
    /// The name of its seed, where it is not made from the file's.
    pub wanted: Option<&'a str>,
}

/// A seed to be made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Imported {
    /// The new seed.
    pub change: Change,
    /// What was left behind, in words: `2 pictures`.
    pub dropped: Vec<String>,
}

/// What a text is, by its name and its first bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Form {
    Plain,
    Markdown,
    Html,
    Docx,
}

/// Larger texts are no briefings.
const LARGEST: usize = 64 << 20;
/// Longest name of a seed.
const LONGEST: usize = 60;

/// Reads one text.
///
/// # Errors
/// A form that is not read, a document that is broken, a text without words, a name that no file can have.
pub fn import(source: &Source<'_>) -> Result<Imported, Refusal> {
    if source.bytes.len() > LARGEST {
        return Err(Refusal::new(format!("it is larger than {} MiB", LARGEST >> 20), "import the part of it that is a briefing"));
    }
    let form = form(source)?;
    let (text, markdown, draft) = match form {
        Form::Plain | Form::Markdown => {
            let (text, draft) = plain(source.bytes)?;
            (text, form == Form::Markdown, draft)
        }
        Form::Html => {
            let draft = html::read(&read::decode_for_display(source.bytes).text);
            (draft.text(), draft.is_markdown(), draft)
        }
        Form::Docx => {
            let draft = docx::read(source.bytes)?;
            (draft.text(), draft.is_markdown(), draft)
        }
    };
    let Some(first) = text.lines().find(|line| line.chars().any(char::is_alphanumeric)) else {
        return Err(Refusal::new("it holds no text", "is it the right file?"));
    };
    let stem = source.name.rsplit(['/', '\\']).next().unwrap_or_default();
    let stem = stem.rsplit_once('.').map_or(stem, |(stem, _)| stem);
    let name = match source.wanted {
        Some(wanted) => slug(wanted, LONGEST),
        None if source.name == "-" => slug(first, LONGEST),
        None => slug(stem, LONGEST),
    };
    if name.is_empty() || crate::text::slug::is_reserved(&name) {
        let why = if name.is_empty() { "holds no letter or digit" } else { "is a name that Windows keeps for itself" };
        let whose = source.wanted.map_or_else(|| "its name".to_owned(), |wanted| format!("`{wanted}`"));
        return Err(Refusal::new(format!("{whose} {why}, and gives none for a seed"), "name the seed with `--name`"));
    }
    let path = format!("seeds/{name}.{}", if markdown { "md" } else { "txt" });
    let plural = |count: usize, what: &str| match (count, what.split_once(" (")) {
        _ if what.starts_with("its ") => what.to_owned(),
        (1, _) => format!("1 {what}"),
        (_, Some((thing, more))) => format!("{count} {thing}s ({more}"),
        _ if what.ends_with('s') => what.to_owned(),
        _ => format!("{count} {what}s"),
    };
    let dropped = draft.dropped.iter().map(|(what, count)| plural(*count, what)).collect();
    Ok(Imported { change: Change::new_file(path, text), dropped })
}

fn form(source: &Source<'_>) -> Result<Form, Refusal> {
    let ending = source.name.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase()).unwrap_or_default();
    let form = match ending.as_str() {
        "txt" | "text" => Form::Plain,
        "md" | "markdown" => Form::Markdown,
        "html" | "htm" | "xhtml" => Form::Html,
        "docx" => Form::Docx,
        "doc" | "odt" | "rtf" | "pages" => {
            return Err(Refusal::new("it is of a form that is not read", "save it as `.docx` or as plain text"));
        }
        "pdf" => {
            return Err(Refusal::new("it is a PDF, which has no text in order", "copy its text, and give it to `chancery import` by standard input"));
        }
        _ if source.bytes.starts_with(b"PK\x03\x04") => Form::Docx,
        _ if looks_like_html(source.bytes) => Form::Html,
        _ => Form::Plain,
    };
    Ok(form)
}

fn looks_like_html(bytes: &[u8]) -> bool {
    let head: String = String::from_utf8_lossy(&bytes[..bytes.len().min(512)]).to_ascii_lowercase();
    let head = head.trim_start_matches(['\u{feff}', ' ', '\n', '\r', '\t']);
    head.starts_with("<!doctype html") || head.starts_with("<html")
}

/// Text as it is, line by line: in UTF-8, with line feeds, without what cannot be seen.
///
/// # Errors
/// Where it is no text: a picture, a program, a document under a wrong name.
fn plain(bytes: &[u8]) -> Result<(String, Draft), Refusal> {
    let mut draft = Draft::default();
    let decoded = read::decode_for_display(bytes);
    if is_no_text(&decoded.text) {
        return Err(Refusal::new("it is no text: it holds bytes that stand for no letters", "save it as plain text from the program that wrote it"));
    }
    if decoded.map.encoding.is_some() {
        draft.drop("its old encoding (it is UTF-8 now)");
    }
    let mut text = String::with_capacity(decoded.text.len());
    let mut blank = 0;
    for line in decoded.text.replace("\r\n", "\n").replace('\r', "\n").lines() {
        let seen: String = line.chars().map(|c| if c == '\u{a0}' { ' ' } else { c }).filter(|c| !draft::is_invisible(*c)).collect();
        if seen.chars().count() != line.chars().count() {
            draft.drop("line (with characters that cannot be seen)");
        }
        let seen = seen.trim_end();
        blank = if seen.is_empty() { blank + 1 } else { 0 };
        if blank > 1 || (seen.is_empty() && text.is_empty()) {
            continue;
        }
        text.push_str(seen);
        text.push('\n');
    }
    let end = text.trim_end().len();
    text.truncate(end);
    text.push('\n');
    Ok((text, draft))
}

/// No text holds a zero, or a control character in every fiftieth place.
fn is_no_text(text: &str) -> bool {
    let control = text.chars().filter(|c| c.is_control() && !matches!(c, '\n' | '\r' | '\t' | '\u{c}' | '\u{85}')).count();
    text.contains('\0') || control > text.len() / 50 + 8
}

#[cfg(test)]
mod tests {
    use super::*;

    fn imported(name: &str, bytes: &[u8]) -> Result<(String, String), String> {
        import(&Source { name, bytes, wanted: None })
            .map(|done| (done.change.path, String::from_utf8(done.change.after.unwrap()).unwrap()))
            .map_err(|refusal| refusal.message)
    }

    #[test]
    fn a_plain_text_is_cleaned_and_keeps_its_lines() {
        let (path, text) = imported("/tmp/My Talks.TXT", "\u{feff}\r\nOne\u{a0}two \u{200b}\r\n\r\n\r\n\r\nThree  \r\n\r\n".as_bytes()).unwrap();
        assert_eq!((path.as_str(), text.as_str()), ("seeds/my-talks.txt", "One two\n\nThree\n"));
    }

    #[test]
    fn what_comes_by_standard_input_is_named_by_its_first_line() {
        assert_eq!(imported("-", b"Harbour Ferry to Resume\n\nText.\n").unwrap().0, "seeds/harbour-ferry-to-resume.txt");
        assert_eq!(imported("-", b"<!DOCTYPE html><h1>A page</h1><p>Text.").unwrap().1, "# A page\n\nText.\n");
    }

    #[test]
    fn what_cannot_be_read_says_what_to_do() {
        for (name, bytes) in [
            ("a.pdf", &b"%PDF"[..]),
            ("a.doc", b"x"),
            ("a.docx", b"no archive"),
            ("a.txt", b" \n"),
            ("b.txt", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"),
            ("c.txt", &[1u8; 40]),
            ("con.txt", b"Text"),
            ("-", b"???"),
            ("a", b"PK\x03\x04"),
        ] {
            assert!(imported(name, bytes).is_err(), "{name}");
        }
    }
}
