//! The words of a text as rules look at them: letters and digits, with what joins them.

use crate::text::TextRange;

/// The words of `text`, in order. Apostrophes and hyphens within a word are of it.
pub(super) fn words(text: &str) -> Vec<TextRange> {
    let mut words = Vec::with_capacity(text.len() / 6 + 1);
    let mut start = None;
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let inner = || chars.clone().next().is_some_and(|(_, next)| next.is_alphanumeric());
        let of_word = c.is_alphanumeric() || (start.is_some() && matches!(c, '\'' | '’' | '-') && inner());
        match (of_word, start) {
            (true, None) => start = Some(at),
            (false, Some(from)) => {
                words.push(TextRange::new(from, at));
                start = None;
            }
            _ => {}
        }
    }
    if let Some(from) = start {
        words.push(TextRange::new(from, text.len()));
    }
    words
}

/// A word in small letters, for a look at a list; `None` where it is longer than any word of the lists or no ASCII.
pub(super) fn lower<'b>(word: &str, buffer: &'b mut [u8; 16]) -> Option<&'b str> {
    let buffer = buffer.get_mut(..word.len())?;
    buffer.copy_from_slice(word.as_bytes());
    buffer.make_ascii_lowercase();
    std::str::from_utf8(buffer).ok()
}
