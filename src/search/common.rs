//! Words that stand in every paragraph, written so that the index passes over them and the reader still sees them.
//!
//! Their places alone would be most of what a question costs (`the` and all that is indexed beside it). So they are written as
//! marks in front of the next word, which the library drops from words: they have no place of their own, and a phrase with
//! `of the` in it is found as its other words, one behind the other. The search page's script reads them back.

/// Two of these stand for one word. No letter, digit or emoji, nothing that HTML escapes or that the library parts words at its own way.
const DIGITS: &[u8; 21] = b"!$%()+,-/:;=?@[]^{|}~";

/// Stands before and behind the marks.
const FENCE: char = '`';

/// How a word may be written: each has a mark of its own.
const FORMS: usize = 3;

/// The words of a language that are not indexed.
pub(super) struct Common {
    words: &'static [&'static str],
}

impl Common {
    /// The first of them that marks suffice for.
    pub(super) fn of(words: &'static [&'static str]) -> Self {
        let most = DIGITS.len() * DIGITS.len() / FORMS;
        Self { words: &words[..words.len().min(most)] }
    }

    /// In the order of their marks.
    pub(super) fn words(&self) -> &'static [&'static str] {
        self.words
    }

    /// The words of a sentence, parted by single spaces. Its last word is always written out: there is none to lead.
    pub(super) fn write(&self, sentence: &str) -> String {
        let mut out = String::with_capacity(sentence.len());
        let mut marks = String::new();
        let mut words = sentence.split_whitespace().peekable();
        while let Some(word) = words.next() {
            if words.peek().is_some()
                && let Some(mark) = self.mark(word)
            {
                marks.extend(mark);
                continue;
            }
            if !out.is_empty() {
                out.push(' ');
            }
            // A word that begins as marks do would be read as such.
            if !marks.is_empty() || !self.words.is_empty() && word.starts_with(FENCE) {
                out.push(FENCE);
                out.push_str(&marks);
                out.push(FENCE);
                marks.clear();
            }
            out.push_str(word);
        }
        out
    }

    fn mark(&self, word: &str) -> Option<[char; 2]> {
        let at = self.words.iter().position(|common| word.eq_ignore_ascii_case(common))?;
        let is_rest_small = !word.bytes().skip(1).any(|byte| byte.is_ascii_uppercase());
        let form = match word.bytes().next()?.is_ascii_uppercase() {
            false if is_rest_small => 0,
            true if is_rest_small => 1,
            _ if word.bytes().all(|byte| byte.is_ascii_uppercase()) => 2,
            // `tHe` is written out.
            _ => return None,
        };
        let code = at * FORMS + form;
        Some([DIGITS[code / DIGITS.len()], DIGITS[code % DIGITS.len()]].map(char::from))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn common_words_become_marks_before_the_next_word() {
        let common = Common { words: &["of", "the"] };
        let (of, the, capital_the, the_in_capitals) = ("!!", "!(", "!)", "!+");
        for (sentence, written) in [
            ("Keepers of the lighthouse left.", format!("Keepers `{of}{the}`lighthouse left.")),
            ("The keepers  left", format!("`{capital_the}`keepers left")),
            ("THE KEEPERS", format!("`{the_in_capitals}`KEEPERS")),
            ("what it is made of", "what it is made of".to_owned()),
            ("tHe keepers, the, others", "tHe keepers, the, others".to_owned()),
            ("a `quoted` word", "a ```quoted` word".to_owned()),
            ("the `quoted` word", format!("`{the}``quoted` word")),
            ("", String::new()),
        ] {
            assert_eq!(common.write(sentence), written, "{sentence}");
        }
    }

    #[test]
    fn no_two_forms_share_a_mark() {
        let words = crate::language::pack("en").too_common.as_slice();
        let common = Common::of(words);
        assert_eq!(common.words().len(), words.len(), "marks suffice");
        let forms = words.iter().filter(|word| word.len() > 1).flat_map(|word| {
            let capital = format!("{}{}", word[..1].to_uppercase(), &word[1..]);
            [(*word).to_owned(), capital, word.to_uppercase()]
        });
        let marks: Vec<_> = forms.map(|form| common.mark(&form)).collect();
        let apart: std::collections::BTreeSet<_> = marks.iter().collect();
        assert!(marks.iter().all(Option::is_some));
        assert_eq!(marks.len(), apart.len());
    }
}
