//! JSON that may stand inside a `script` element, whatever the texts in it say.

use serde::Serialize;
use serde_json::ser::{CompactFormatter, Formatter, Serializer};
use std::io::{self, Write};

/// Appends `value` to `out`. No `<`, `>` or `&` is left in it, nor a line separator of JavaScript's, nor a character that HTML
/// does not allow: each stands as `\uXXXX`, which every reader of JSON takes for the character.
pub(super) fn append<T: Serialize>(value: &T, out: &mut String) {
    let mut bytes = Vec::with_capacity(2048);
    // Writing into memory does not fail, and the nodes have no maps with keys that are no text.
    if value.serialize(&mut Serializer::with_formatter(&mut bytes, InScript(CompactFormatter))).is_ok() {
        out.push_str(std::str::from_utf8(&bytes).unwrap_or_default());
    }
}

struct InScript(CompactFormatter);

impl Formatter for InScript {
    fn write_string_fragment<W: ?Sized + Write>(&mut self, writer: &mut W, fragment: &str) -> io::Result<()> {
        let bytes = fragment.as_bytes();
        let mut done = 0;
        let mut at = 0;
        while at < bytes.len() {
            // Most of a text is plain: whole strides of it are passed over at once.
            while bytes.get(at..at + STRIDE).is_some_and(|stride| !stride.iter().fold(false, |any, byte| any | may_need_escape(*byte))) {
                at += STRIDE;
            }
            let Some(next) = bytes[at..].iter().position(|byte| may_need_escape(*byte)) else { break };
            at += next;
            let Some(c) = fragment[at..].chars().next() else { break };
            if needs_escape(c) {
                writer.write_all(&bytes[done..at])?;
                let mut units = [0; 2];
                for unit in c.encode_utf16(&mut units) {
                    write!(writer, "\\u{unit:04x}")?;
                }
                done = at + c.len_utf8();
            }
            at += c.len_utf8();
        }
        writer.write_all(&bytes[done..])
    }
}

/// So many bytes are looked at together.
const STRIDE: usize = 16;

/// Whether a character that begins with this byte may have to be escaped: markup, DEL, and the lead bytes of C1 controls, of the
/// separators and of noncharacters.
fn may_need_escape(byte: u8) -> bool {
    // Without a branch, so that a processor looks at many bytes at once.
    (byte == b'<') | (byte == b'>') | (byte == b'&') | (byte == 0x7f) | (byte == 0xc2) | (byte == 0xe2) | (byte >= 0xef)
}

fn needs_escape(c: char) -> bool {
    let code = u32::from(c);
    matches!(c, '<' | '>' | '&' | '\u{7f}'..='\u{9f}' | '\u{2028}' | '\u{2029}' | '\u{fdd0}'..='\u{fdef}') || code & 0xfffe == 0xfffe
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_text_leaves_the_element_and_every_text_comes_back() {
        for text in [
            "</script><script>alert(1)</script>",
            "<!--<script>",
            "]]> & &lt; \" \\ ' /",
            "line\u{2028}separators\u{2029}",
            "nul\0, del\u{7f}, c1\u{85}, \u{fdd0}\u{ffff}\u{1fffe}",
            "é ü 中 😀 \u{10ffff} £",
            "",
        ] {
            let mut out = String::new();
            append(&text, &mut out);
            assert!(!out.contains(['<', '>', '&', '\u{2028}', '\u{2029}', '\u{7f}', '\u{85}', '\u{fdd0}', '\u{ffff}']), "{out}");
            assert!(out.chars().all(|c| !c.is_control()), "{out}");
            assert_eq!(serde_json::from_str::<String>(&out).unwrap(), text);
        }
    }
}
