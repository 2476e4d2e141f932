//! A word processor's document to a draft: the paragraphs of `word/document.xml`, with its headings and lists.

use super::draft::{Block, Draft};
use crate::scaffold::Refusal;
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use std::io::{Cursor, Read};

/// More text than this is not unpacked, whatever the document says of itself.
const LARGEST: u64 = 64 << 20;

/// Reads a document.
pub(super) fn read(bytes: &[u8]) -> Result<Draft, Refusal> {
    let broken =
        |why: String| Refusal::new(format!("this document cannot be read: {why}"), "open it in your word processor and save it again, or as plain text");
    let damaged = || broken("a part of it is damaged".to_owned());
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).map_err(|_| broken("it is no `.docx` file, or only a part of one".to_owned()))?;
    let mut draft = Draft::default();
    for name in archive.file_names() {
        match name.as_deref().unwrap_or_default() {
            "word/footnotes.xml" => draft.drop("footnotes"),
            "word/endnotes.xml" => draft.drop("endnotes"),
            "word/comments.xml" => draft.drop("comments"),
            name if name.starts_with("word/header") => draft.drop("page header"),
            name if name.starts_with("word/footer") => draft.drop("page footer"),
            _ => {}
        }
    }
    let mut xml = String::new();
    let file = archive.by_name("word/document.xml").map_err(|_| broken("it holds no text of a word processor".to_owned()))?;
    file.take(LARGEST + 1).read_to_string(&mut xml).map_err(|_| damaged())?;
    if xml.len() as u64 > LARGEST {
        return Err(broken(format!("its text is larger than {} MiB", LARGEST >> 20)));
    }
    if document(&xml, &mut draft).is_none() {
        return Err(damaged());
    }
    Ok(draft)
}

/// What is known of the paragraph that is being read.
#[derive(Default)]
struct Paragraph {
    text: String,
    heading: Option<u8>,
    item: bool,
}

/// `None` where the markup is broken, or ends in the middle: what is behind the break would be lost without a word.
fn document(xml: &str, draft: &mut Draft) -> Option<()> {
    let mut reader = Reader::from_str(xml);
    let mut paragraph = Paragraph::default();
    let (mut in_text, mut deleted, mut tables) = (false, 0usize, 0usize);
    let mut open = 0usize;
    loop {
        let event = reader.read_event().ok()?;
        match &event {
            Event::Start(_) => open += 1,
            Event::End(_) => open = open.checked_sub(1)?,
            _ => {}
        }
        match event {
            Event::Eof => break,
            Event::Start(start) => match local(&start) {
                "t" => in_text = deleted == 0,
                "del" | "moveFrom" => {
                    deleted += 1;
                    draft.drop("deleted passage");
                }
                "tbl" => {
                    tables += 1;
                    draft.drop("table (its rows are lines)");
                }
                "hyperlink" => draft.drop("link (its words are kept)"),
                "drawing" | "pict" => draft.drop("picture"),
                other => about(other, &start, &mut paragraph),
            },
            Event::Empty(start) => match local(&start) {
                "br" | "cr" | "tab" => paragraph.text.push(' '),
                "noBreakHyphen" => paragraph.text.push('-'),
                other => about(other, &start, &mut paragraph),
            },
            Event::End(end) => match end.name().local_name().into_inner() {
                "t" => in_text = false,
                "del" | "moveFrom" => deleted = deleted.saturating_sub(1),
                "tc" => paragraph.text.push_str(" | "),
                "tr" => {
                    let row = std::mem::take(&mut paragraph).text;
                    draft.push(Block::Paragraph, row.trim_matches([' ', '|']));
                }
                "tbl" => tables = tables.saturating_sub(1),
                // In a table a paragraph ends no block: its row does.
                "p" if tables > 0 => paragraph.text.push(' '),
                "p" => end_paragraph(std::mem::take(&mut paragraph), draft),
                _ => {}
            },
            Event::Text(text) if in_text => paragraph.text.push_str(&text),
            Event::CData(text) if in_text => paragraph.text.push_str(&text),
            Event::GeneralRef(name) if in_text => match name.resolve_char_ref().ok().flatten() {
                Some(c) => paragraph.text.push(c),
                None => paragraph.text.push_str(quick_xml::escape::resolve_predefined_entity(&name).unwrap_or_default()),
            },
            _ => {}
        }
    }
    (open == 0).then_some(())
}

fn local<'a>(start: &'a BytesStart<'_>) -> &'a str {
    start.name().local_name().into_inner()
}

/// What the properties of a paragraph say: its style, its place in a list.
fn about(name: &str, start: &BytesStart<'_>, paragraph: &mut Paragraph) {
    match name {
        "pStyle" => {
            let style = start.attributes().flatten().find(|attribute| attribute.key.local_name().into_inner() == "val");
            let style = style.map(|attribute| attribute.value.to_ascii_lowercase()).unwrap_or_default();
            paragraph.heading = match style.as_str() {
                "title" => Some(1),
                _ => style.strip_prefix("heading").and_then(|level| level.trim().parse::<u8>().ok()).map(|level| level.clamp(1, 6)),
            };
        }
        "numPr" => paragraph.item = true,
        _ => {}
    }
}

fn end_paragraph(paragraph: Paragraph, draft: &mut Draft) {
    let Paragraph { text, heading, item } = paragraph;
    match heading {
        Some(level) => draft.push(|text| Block::Heading(level, text), &text),
        None if item => draft.push(|text| Block::Item(None, text), &text),
        None => draft.push(Block::Paragraph, &text),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Write;

    /// A document as a word processor packs it.
    fn packed(body: &str, others: &[&str]) -> Vec<u8> {
        let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
        let options = zip::write::SimpleFileOptions::default();
        archive.start_file("word/document.xml", options).unwrap();
        let xml = format!("<?xml version=\"1.0\"?><w:document xmlns:w=\"w\"><w:body>{body}</w:body></w:document>");
        archive.write_all(xml.as_bytes()).unwrap();
        for other in others {
            archive.start_file(*other, options).unwrap();
        }
        archive.finish().unwrap().into_inner()
    }

    #[test]
    fn paragraphs_headings_lists_and_tables_are_read_and_the_rest_is_counted() {
        let text = |words: &str| format!("<w:r><w:t xml:space=\"preserve\">{words}</w:t></w:r>");
        let body = [
            format!("<w:p><w:pPr><w:pStyle w:val=\"Title\"/></w:pPr>{}</w:p>", text("The Pier")),
            format!("<w:p>{}{}<w:r><w:br/></w:r>{}</w:p>", text("Talks &amp; "), text("&#8220;ferries&#8221;"), text("resume")),
            format!("<w:p><w:del><w:r><w:delText>never</w:delText></w:r></w:del>{}</w:p>", text("Now.")),
            format!("<w:p><w:pPr><w:pStyle w:val=\"Heading2\"/></w:pPr>{}</w:p>", text("FAQ")),
            format!("<w:p><w:pPr><w:numPr><w:ilvl w:val=\"0\"/></w:numPr></w:pPr>{}</w:p>", text("first")),
            format!("<w:tbl><w:tr><w:tc><w:p>{}</w:p></w:tc><w:tc><w:p>{}</w:p></w:tc></w:tr></w:tbl>", text("a"), text("b")),
            "<w:p><w:r><w:drawing/></w:r><w:r><w:drawing><x/></w:drawing></w:r></w:p>".to_owned(),
        ]
        .concat();
        let draft = read(&packed(&body, &["word/footnotes.xml", "word/header1.xml"])).unwrap();
        let lines: Vec<String> = draft.text().lines().filter(|line| !line.is_empty()).map(str::to_owned).collect();
        assert_eq!(lines, ["# The Pier", "Talks & “ferries” resume", "Now.", "## FAQ", "- first", "a | b"]);
        let dropped: Vec<&str> = draft.dropped.keys().copied().collect();
        assert_eq!(dropped, ["deleted passage", "footnotes", "page header", "picture", "table (its rows are lines)"]);
    }

    #[test]
    fn a_broken_document_is_refused() {
        assert!(read(b"PK\x03\x04").is_err());
        assert!(read(&packed("</w:p><w:p>", &[])).is_err());
        // Cut off in the middle: nothing is lost without a word.
        assert!(read(&packed("<w:p><w:r><w:t>Hello", &[])).is_err());
    }
}
