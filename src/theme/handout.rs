//! The style of a handout that is one file. It stands in the file itself: nothing is asked for, and the policy of its address names it by its hash.

use crate::text::digest;

/// Its name below `static/`. It is not published among the assets.
pub(super) const NAME: &str = "handout.css";

/// The style of a handout that is one file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct HandoutStyle {
    text: String,
    source: String,
}

impl HandoutStyle {
    pub(super) fn new(bytes: &[u8]) -> Self {
        // Within a `style` element nothing is escaped, and `</` could end it; in a style sheet `<\/` is the same.
        let text = String::from_utf8_lossy(bytes).replace("</", "<\\/");
        let source = digest::source_expression(&text);
        Self { text, source }
    }

    /// The style sheet, as it stands in the element.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// How a security policy names it: `sha256-...`.
    pub fn source(&self) -> &str {
        &self.source
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_style_cannot_end_its_element() {
        assert_eq!(HandoutStyle::new(b"a::before { content: '</style><script>' }").text(), "a::before { content: '<\\/style><script>' }");
    }
}
