//! Text for markup: what HTML and XML would read as markup is escaped, what they cannot hold at all is replaced.

use std::borrow::Cow;

/// Where the text will stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// Between tags: quotation marks stay as they are.
    Text,
    /// In an attribute, or anywhere.
    Attribute,
}

/// What stands for a character that no markup can hold: a control character, a noncharacter.
const REPLACEMENT: &str = "\u{fffd}";

/// Appends `text` to `out`, escaped for `place`.
pub fn escape(text: &str, place: Place, out: &mut String) {
    let result: Result<(), std::convert::Infallible> = pieces(text, place, |piece| {
        out.push_str(piece);
        Ok(())
    });
    let Ok(()) = result;
}

/// Writes `text`, escaped so that it may stand anywhere.
///
/// # Errors
/// Those of `out`.
pub fn write_escaped(text: &str, out: &mut dyn std::io::Write) -> std::io::Result<()> {
    pieces(text, Place::Attribute, |piece| out.write_all(piece.as_bytes()))
}

/// `text` without the characters that XML cannot hold; for writers that escape by themselves.
pub fn clean(text: &str) -> Cow<'_, str> {
    let bad = |c: &char| c.is_control() && !matches!(c, '\t' | '\n') || is_noncharacter(*c);
    if text.bytes().all(|b| (b' '..0x7f).contains(&b)) || !text.chars().any(|c| bad(&c)) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(text.chars().map(|c| if bad(&c) { '\u{fffd}' } else { c }).collect())
}

fn is_noncharacter(c: char) -> bool {
    let code = u32::from(c);
    (0xfdd0..=0xfdef).contains(&code) || code & 0xfffe == 0xfffe
}

/// Bytes that may begin something to look at: markup, controls, and the lead bytes of C1 controls and noncharacters.
const LOOK: [bool; 256] = {
    let mut look = [false; 256];
    let mut byte = 0;
    while byte < 256 {
        look[byte] =
            (byte < 0x20 && byte != 0x09 && byte != 0x0a) || matches!(byte as u8, b'&' | b'<' | b'>' | b'"' | b'\'' | 0x7f | 0xc2 | 0xef) || byte >= 0xf0;
        byte += 1;
    }
    look
};

/// So many bytes are looked at together.
const STRIDE: usize = 16;

/// Whether none of these bytes begins something to look at, judged coarsely and without a branch, so that a processor does it for all at once.
fn is_plain(bytes: &[u8]) -> bool {
    let look = |byte: &u8| (*byte < 0x20) | (*byte >= 0x7f) | (*byte == b'&') | (*byte == b'<') | (*byte == b'>') | (*byte == b'"') | (*byte == b'\'');
    !bytes.iter().fold(false, |any, byte| any | look(byte))
}

fn pieces<E>(text: &str, place: Place, mut put: impl FnMut(&str) -> Result<(), E>) -> Result<(), E> {
    let bytes = text.as_bytes();
    let mut done = 0;
    let mut at = 0;
    while at < bytes.len() {
        // Most of a text is plain: whole strides of it are passed over at once.
        while let Some(stride) = bytes.get(at..at + STRIDE)
            && is_plain(stride)
        {
            at += STRIDE;
        }
        let Some(next) = bytes[at..].iter().position(|byte| LOOK[usize::from(*byte)]) else { break };
        at += next;
        let Some(c) = text[at..].chars().next() else { break };
        let instead = match c {
            '&' => "&amp;",
            '<' => "&lt;",
            '>' => "&gt;",
            '"' if place == Place::Attribute => "&quot;",
            '\'' if place == Place::Attribute => "&#39;",
            '\r' => " ",
            c if c.is_control() || is_noncharacter(c) => REPLACEMENT,
            _ => {
                at += c.len_utf8();
                continue;
            }
        };
        put(&text[done..at])?;
        put(instead)?;
        at += c.len_utf8();
        done = at;
    }
    put(&text[done..])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markup_and_what_it_cannot_hold_never_pass() {
        for (text, in_text, in_attribute) in [
            ("<script>", "&lt;script&gt;", "&lt;script&gt;"),
            ("a & b \"c\" 'd'", "a &amp; b \"c\" 'd'", "a &amp; b &quot;c&quot; &#39;d&#39;"),
            ("nul\0, del\u{7f}, c1\u{85}", "nul\u{fffd}, del\u{fffd}, c1\u{fffd}", "nul\u{fffd}, del\u{fffd}, c1\u{fffd}"),
            ("\u{fdd0}\u{ffff}\u{1fffe}", "\u{fffd}\u{fffd}\u{fffd}", "\u{fffd}\u{fffd}\u{fffd}"),
            ("é ü 中 😀 £ \u{fffd}", "é ü 中 😀 £ \u{fffd}", "é ü 中 😀 £ \u{fffd}"),
            ("a\tb\nc\rd", "a\tb\nc d", "a\tb\nc d"),
        ] {
            let mut out = String::new();
            escape(text, Place::Text, &mut out);
            assert_eq!(out, in_text);
            let mut written = Vec::new();
            write_escaped(text, &mut written).unwrap();
            assert_eq!(String::from_utf8(written).unwrap(), in_attribute);
        }
    }

    #[test]
    fn what_a_writer_escapes_itself_is_only_cleaned() {
        assert_eq!(clean("a & b\u{1}"), "a & b\u{fffd}");
        assert!(matches!(clean("plain"), Cow::Borrowed(_)));
    }
}
