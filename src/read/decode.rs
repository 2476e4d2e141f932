//! Bytes to text, and how the one maps to the other. The only place that knows encodings.

use crate::diagnostics::{Code, Diagnostic, Diagnostics};
use crate::model::SourceMap;
use crate::text::SourceSpan;
use encoding_rs::{UTF_16BE, UTF_16LE, WINDOWS_1252};
use std::borrow::Cow;

/// A seed as text.
pub(super) struct Decoded<'a> {
    pub(super) text: Cow<'a, str>,
    pub(super) map: SourceMap,
}

/// How much of a file is looked at to tell UTF-16 without a byte order mark.
const SAMPLE: usize = 4096;

/// The text of `bytes`: UTF-8 unless a byte order mark or the bytes themselves say otherwise. Whatever is not UTF-8 is said in a warning.
pub(super) fn decode<'a>(bytes: &'a [u8], file: &str, found: &mut Diagnostics) -> Decoded<'a> {
    if let Some(rest) = bytes.strip_prefix(b"\xEF\xBB\xBF") {
        return decode_bytes(rest, 3, file, found);
    }
    if let Some(rest) = bytes.strip_prefix(b"\xFF\xFE") {
        return utf16(rest, 2, ByteOrder::Little, file, found);
    }
    if let Some(rest) = bytes.strip_prefix(b"\xFE\xFF") {
        return utf16(rest, 2, ByteOrder::Big, file, found);
    }
    match evident_utf16(bytes) {
        Some(order) => utf16(bytes, 0, order, file, found),
        None => decode_bytes(bytes, 0, file, found),
    }
}

#[derive(Clone, Copy)]
enum ByteOrder {
    Little,
    Big,
}

/// UTF-16 without a mark shows by its zero bytes: every second byte of text in Latin letters is one.
fn evident_utf16(bytes: &[u8]) -> Option<ByteOrder> {
    let sample = &bytes[..bytes.len().min(SAMPLE) & !1];
    if sample.len() < 4 {
        return None;
    }
    let pairs = sample.len() / 2;
    let (mut even, mut odd) = (0, 0);
    for pair in sample.chunks_exact(2) {
        even += usize::from(pair[0] == 0);
        odd += usize::from(pair[1] == 0);
    }
    if odd * 10 >= pairs * 4 && even * 20 <= pairs {
        Some(ByteOrder::Little)
    } else if even * 10 >= pairs * 4 && odd * 20 <= pairs {
        Some(ByteOrder::Big)
    } else {
        None
    }
}

fn decode_bytes<'a>(bytes: &'a [u8], skipped: usize, file: &str, found: &mut Diagnostics) -> Decoded<'a> {
    let fault = match std::str::from_utf8(bytes) {
        Ok(text) => return Decoded { text: Cow::Borrowed(text), map: SourceMap { encoding: None, skipped: narrow(skipped), steps: Vec::new() } },
        Err(fault) => fault.valid_up_to(),
    };
    // Text that is UTF-8 but for a few damaged bytes must not be taken for Windows-1252: every accent in it would be garbled.
    let (mut sound, mut broken) = (0usize, 0usize);
    for chunk in bytes.utf8_chunks() {
        sound += chunk.valid().bytes().filter(|b| *b >= 0xC0).count();
        broken += chunk.invalid().len();
    }
    let place = SourceSpan::new(skipped + fault, skipped + fault + 1);
    if skipped > 0 || sound > broken {
        let mut text = String::with_capacity(bytes.len() + 16);
        let mut steps = Steps::new(skipped);
        for chunk in bytes.utf8_chunks() {
            text.push_str(chunk.valid());
            steps.advance(chunk.valid().len(), chunk.valid().len());
            if !chunk.invalid().is_empty() {
                text.push('\u{FFFD}');
                steps.advance(3, chunk.invalid().len());
            }
        }
        found.push(
            Diagnostic::new(Code::Encoding, "bytes that are no UTF-8 were replaced by `\u{FFFD}`")
                .in_file(file)
                .at(place)
                .help("save the file as UTF-8 from the program in which it was written"),
        );
        return Decoded { text: Cow::Owned(text), map: steps.map("UTF-8", skipped) };
    }
    let (text, _) = WINDOWS_1252.decode_without_bom_handling(bytes);
    let mut steps = Steps::new(skipped);
    for c in text.chars() {
        steps.advance(c.len_utf8(), 1);
    }
    found.push(
        Diagnostic::new(Code::Encoding, "the file is not UTF-8; it was read as Windows-1252")
            .in_file(file)
            .at(place)
            .help("save it as UTF-8 to be sure that every letter is right"),
    );
    Decoded { text: Cow::Owned(text.into_owned()), map: steps.map("windows-1252", skipped) }
}

fn utf16<'a>(bytes: &'a [u8], skipped: usize, order: ByteOrder, file: &str, found: &mut Diagnostics) -> Decoded<'a> {
    let (encoding, name) = match order {
        ByteOrder::Little => (UTF_16LE, "UTF-16LE"),
        ByteOrder::Big => (UTF_16BE, "UTF-16BE"),
    };
    let (text, _) = encoding.decode_without_bom_handling(bytes);
    let mut steps = Steps::new(skipped);
    for c in text.chars() {
        steps.advance(c.len_utf8(), c.len_utf16() * 2);
    }
    // A last odd byte became a replacement character of its own, half as wide.
    steps.bound(skipped + bytes.len());
    found.push(Diagnostic::new(Code::Encoding, format!("the file is not UTF-8; it was read as {name}")).in_file(file).help("save it as UTF-8"));
    Decoded { text: Cow::Owned(text.into_owned()), map: steps.map(name, skipped) }
}

/// Collects where the distance between decoded text and disk changes.
struct Steps {
    decoded: usize,
    disk: usize,
    steps: Vec<(u32, u32)>,
}

impl Steps {
    fn new(skipped: usize) -> Self {
        Self { decoded: 0, disk: skipped, steps: vec![(0, narrow(skipped))] }
    }

    fn advance(&mut self, decoded: usize, disk: usize) {
        self.decoded += decoded;
        self.disk += disk;
        if decoded != disk {
            self.steps.push((narrow(self.decoded), narrow(self.disk)));
        }
    }

    fn bound(&mut self, end: usize) {
        if let Some(last) = self.steps.last_mut() {
            last.1 = last.1.min(narrow(end));
        }
    }

    fn map(self, encoding: &str, skipped: usize) -> SourceMap {
        SourceMap { encoding: Some(encoding.to_owned()), skipped: narrow(skipped), steps: self.steps }
    }
}

fn narrow(value: usize) -> u32 {
    u32::try_from(value).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(bytes: &[u8], text: &str, encoding: Option<&str>, word: &str, disk: std::ops::Range<usize>) {
        let mut found = Diagnostics::default();
        let decoded = decode(bytes, "seeds/x.txt", &mut found);
        assert_eq!(decoded.text, text);
        assert_eq!(decoded.map.encoding.as_deref(), encoding);
        assert_eq!(found.len(), usize::from(encoding.is_some()));
        let at = text.find(word).unwrap();
        assert_eq!(decoded.map.to_disk(at, at + word.len()).range(), disk);
    }

    #[test]
    fn every_encoding_keeps_its_places() {
        check("Café um zwölf".as_bytes(), "Café um zwölf", None, "um", 6..8);
        check(b"\xEF\xBB\xBFTwo words", "Two words", None, "words", 7..12);
        check(b"Caf\xE9 \x96 um zw\xF6lf", "Café – um zwölf", Some("windows-1252"), "zwölf", 10..15);
        check(b"\xFF\xFEA\0 \0\xF6\0 \0b\0", "A ö b", Some("UTF-16LE"), "b", 10..12);
        check(b"\0o\0n\0e\0 \0t\0w\0o", "one two", Some("UTF-16BE"), "two", 8..14);
        check("Erdoğan, Ğ \u{FFFD}x".replace('\u{FFFD}', "?").as_bytes(), "Erdoğan, Ğ ?x", None, "x", 14..15);
        check(b"Erdo\xC4\x9Fan, \xC4\x9E, \xC4 one", "Erdoğan, Ğ, \u{FFFD} one", Some("UTF-8"), "one", 16..19);
    }

    #[test]
    fn an_odd_last_byte_does_not_lead_out_of_the_file() {
        let mut found = Diagnostics::default();
        let decoded = decode(b"\xFF\xFEa\0b\0c", "x", &mut found);
        assert!(decoded.map.to_disk(0, decoded.text.len()).end <= 7);
    }
}
