//! What a piece of text looks like: facts for the outline to decide on. Decides nothing.

use crate::language::ReadingWords;

/// How a text ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub(super) enum Ending {
    /// With a full stop, an exclamation mark or what stands for them in other scripts; also within closing quotation marks.
    Stop,
    /// With a question mark.
    Question,
    /// With a colon.
    Colon,
    /// With a comma or semicolon.
    Comma,
    /// With a word.
    #[default]
    Open,
}

/// What an FAQ heading says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum FaqHeading {
    /// Only that an FAQ begins.
    Bare,
    /// More: bytes `start..end` of the text are its title.
    Titled(usize, usize),
}

/// What a piece of text looks like.
#[derive(Clone, Debug, Default)]
pub(super) struct Evidence {
    pub(super) ending: Ending,
    /// Number of characters.
    pub(super) chars: usize,
    /// Number of words; where words are not parted by spaces, an estimate. At most [`SHORT`] are counted.
    pub(super) words: usize,
    /// Begins with a capital letter, a digit, or a letter of a script without capitals.
    pub(super) begins_high: bool,
    /// At least two thirds of the longer words begin with a capital letter, or the script has none.
    pub(super) titled: bool,
    /// All its letters are capitals.
    pub(super) shouted: bool,
    /// A sentence ends within it.
    pub(super) inner_stop: bool,
    /// Begins as a question does.
    pub(super) asks: bool,
    /// An FAQ heading.
    pub(super) faq: Option<FaqHeading>,
    /// An FAQ heading only where questions follow.
    pub(super) weak_faq: bool,
    /// A place and date on a line of its own.
    pub(super) dateline: bool,
}

/// Beyond this many bytes a text is neither heading nor question, and only its end is looked at.
const LONG: usize = 400;
/// Words counted at most.
pub(super) const SHORT: usize = 60;
/// Of questions that no text may be longer than.
pub(super) const QUESTION_WORDS: usize = 40;

impl Evidence {
    pub(super) fn of(text: &str, words: &ReadingWords) -> Self {
        let mut found = Self { ending: ending(text), ..Self::default() };
        if text.len() > LONG {
            found.chars = text.len();
            found.words = SHORT;
            found.inner_stop = true;
            found.begins_high = true;
            return found;
        }
        found.chars = text.chars().count();
        found.look_at_words(text);
        found.inner_stop = has_inner_stop(text);
        found.asks = asks(text, words);
        if found.words <= 18 && found.ending != Ending::Stop {
            let lower = text.to_lowercase();
            found.faq = faq_heading(text, &lower, words);
            found.weak_faq = is_phrase(&lower, &words.weak_faq_headings);
            found.dateline = is_dateline(text, words);
        } else if found.words <= 10 {
            found.dateline = is_dateline(text, words);
        }
        found
    }

    fn look_at_words(&mut self, text: &str) {
        if is_plain(text) {
            self.look_at_plain_words(text.as_bytes());
        } else {
            self.look_at_any_words(text);
        }
    }

    fn look_at_any_words(&mut self, text: &str) {
        let (mut words, mut long, mut high, mut cased, mut wide) = (0, 0, 0, false, 0);
        let mut lower = false;
        for word in text.split_whitespace() {
            words += 1;
            let Some(first) = word.chars().find(|c| c.is_alphanumeric()) else { continue };
            if words == 1 {
                self.begins_high = !first.is_lowercase();
            }
            if word.is_ascii() {
                cased |= word.bytes().any(|byte| byte.is_ascii_uppercase());
                lower |= word.bytes().any(|byte| byte.is_ascii_lowercase());
            } else {
                for c in word.chars() {
                    cased |= c.is_uppercase();
                    lower |= c.is_lowercase();
                    wide += usize::from(is_wide(c));
                }
            }
            if first.is_uppercase() || first.is_ascii_digit() {
                high += 1;
                long += 1;
            } else if word.len() > 3 {
                long += 1;
            }
        }
        self.words = words.max(wide / 2).min(SHORT);
        self.titled = (!cased && !lower) || high * 3 >= long * 2;
        self.shouted = cased && !lower;
    }

    /// The same, quicker, for what [`is_plain`].
    fn look_at_plain_words(&mut self, text: &[u8]) {
        // The compiler looks at many bytes at once.
        let (cased, lower) = text.iter().fold((false, false), |(cased, lower), byte| (cased | byte.is_ascii_uppercase(), lower | byte.is_ascii_lowercase()));
        let (mut words, mut long, mut high) = (0, 0, 0);
        for word in text.split(|byte| matches!(byte, b' ' | b'\t'..=b'\r')).filter(|word| !word.is_empty()) {
            words += 1;
            let Some(first) = word.iter().find(|byte| byte.is_ascii_alphanumeric()) else { continue };
            if words == 1 {
                self.begins_high = !first.is_ascii_lowercase();
            }
            if first.is_ascii_uppercase() || first.is_ascii_digit() {
                high += 1;
                long += 1;
            } else if word.len() > 3 {
                long += 1;
            }
        }
        self.words = words.min(SHORT);
        self.titled = (!cased && !lower) || high * 3 >= long * 2;
        self.shouted = cased && !lower;
    }
}

/// Whether the text is ASCII but for typographic quotation marks, dashes and dots: no letter, digit or space stands beyond ASCII.
fn is_plain(text: &str) -> bool {
    let mut rest = text.as_bytes();
    while let Some(at) = rest.iter().position(|byte| !byte.is_ascii()) {
        match rest.get(at..) {
            Some([0xE2, 0x80, 0x93 | 0x94 | 0x98 | 0x99 | 0x9C | 0x9D | 0xA6, after @ ..]) => rest = after,
            _ => return false,
        }
    }
    true
}

/// Characters of scripts that part no words.
fn is_wide(c: char) -> bool {
    matches!(c, '\u{2E80}'..='\u{9FFF}' | '\u{AC00}'..='\u{D7AF}' | '\u{F900}'..='\u{FAFF}' | '\u{0E00}'..='\u{0EFF}' | '\u{20000}'..='\u{3FFFF}')
}

/// How `text` ends, closing quotation marks and brackets aside.
pub(super) fn ending(text: &str) -> Ending {
    for c in text.chars().rev() {
        return match c {
            '"' | '”' | '’' | '\'' | '»' | '«' | '“' | ')' | ']' | '*' | '_' | '」' | '』' | '）' => continue,
            c if c.is_whitespace() => continue,
            '.' | '!' | '…' | '。' | '！' | '।' | '۔' | '։' | '።' => Ending::Stop,
            '?' | '？' | '؟' | '\u{37E}' => Ending::Question,
            ':' | '：' => Ending::Colon,
            ',' | ';' | '，' | '、' | '؛' | '،' => Ending::Comma,
            _ => Ending::Open,
        };
    }
    Ending::Open
}

fn has_inner_stop(text: &str) -> bool {
    // The bytes that the marks below begin with; most short texts have none.
    if !text.bytes().any(|byte| matches!(byte, b'.' | b'!' | b'?' | 0xE3 | 0xEF)) {
        return false;
    }
    let mut before = ' ';
    let mut two_before = ' ';
    let mut three_before = ' ';
    for c in text.chars() {
        if c.is_whitespace() && (matches!(before, '!' | '?') || (before == '.' && two_before.is_lowercase() && three_before.is_alphabetic())) {
            return true;
        }
        if matches!(before, '。' | '！' | '？') && c.is_alphanumeric() {
            return true;
        }
        three_before = two_before;
        two_before = before;
        before = c;
    }
    false
}

/// Whether `text` begins with a question word, or has one after a preposition or "and".
fn asks(text: &str, words: &ReadingWords) -> bool {
    let mut buffer = String::new();
    let mut clause = text.split_whitespace().take(3).peekable();
    while let Some(word) = clause.next() {
        let open = word.ends_with([',', ':']);
        buffer.clear();
        buffer.extend(word.trim_matches(|c: char| !c.is_alphanumeric()).chars().flat_map(char::to_lowercase));
        if words.question_words.contains(buffer.as_str()) {
            return clause.peek().is_some() || ending(text) == Ending::Question;
        }
        if open || !words.question_leads.contains(buffer.as_str()) {
            return false;
        }
    }
    false
}

fn bare(text: &str) -> &str {
    text.trim_matches(|c: char| !c.is_alphanumeric() && !matches!(c, '\u{900}'..='\u{DFF}'))
}

fn is_phrase(lower: &str, phrases: &[&str]) -> bool {
    let bare = bare(lower);
    phrases.iter().any(|phrase| phrase.len() == bare.len() && *phrase == bare)
}

/// An FAQ heading: one of the phrases alone, before a title or after one.
fn faq_heading(text: &str, lower: &str, words: &ReadingWords) -> Option<FaqHeading> {
    let phrases = &words.faq_headings;
    if is_phrase(lower, phrases) {
        return Some(FaqHeading::Bare);
    }
    // Lower-casing may change lengths; then places cannot be carried over and only bare headings are known.
    if lower.len() != text.len() {
        return None;
    }
    let head = lower.len() - lower.trim_start_matches(|c: char| !c.is_alphanumeric()).len();
    let first = lower.as_bytes().get(head);
    for phrase in phrases.iter().filter(|phrase| phrase.as_bytes().first() == first) {
        if let Some(rest) = lower[head..].strip_prefix(phrase) {
            let next = rest.chars().next()?;
            if next.is_alphanumeric() || matches!(next, '\'' | '’' | '-') {
                continue;
            }
            let title = rest.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, ':' | '-' | '–' | '—' | '|' | '·' | ')' | '.' | '：'));
            let start = lower.len() - title.len();
            // "FAQ for residents" is a title as it stands.
            let prepositional = words.faq_title_leads.iter().any(|word| title.strip_prefix(word).is_some_and(|rest| rest.starts_with(' ')));
            return Some(FaqHeading::Titled(if prepositional { head } else { start }, text.len()));
        }
    }
    let tail = lower.trim_end_matches(|c: char| !c.is_alphanumeric());
    let last = tail.as_bytes().last();
    for phrase in phrases.iter().filter(|phrase| phrase.as_bytes().last() == last) {
        if let Some(title) = tail.strip_suffix(phrase) {
            let before = title.chars().next_back()?;
            if before.is_alphanumeric() {
                continue;
            }
            // "Ferry Strike: FAQ" and "Ferry Strike FAQs"; a sentence that speaks of questions and answers is no heading.
            let parted = title.trim_end().ends_with([':', '-', '–', '—', '|', '(']);
            let whole = text.get(..title.len())?;
            if parted || whole.split_whitespace().all(|word| word.len() <= 3 || word.chars().next().is_some_and(|c| !c.is_lowercase())) {
                let end = title.trim_end_matches(|c: char| c.is_whitespace() || matches!(c, ':' | '-' | '–' | '—' | '|' | '(')).len();
                return (end > 0).then_some(FaqHeading::Titled(0, end));
            }
        }
    }
    None
}

/// "PORT ELLERY, 4 March": a place in capitals or a capital letter, a comma, a month and a day, and little else. Also a date alone.
fn is_dateline(text: &str, words: &ReadingWords) -> bool {
    // Most texts have no day in them.
    if !text.bytes().any(|byte| byte.is_ascii_digit()) {
        return false;
    }
    let (mut month, mut digits, mut others, mut low) = (false, false, 0, 0);
    let mut buffer = String::new();
    for word in text.split_whitespace() {
        let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
        buffer.clear();
        buffer.extend(bare.chars().flat_map(char::to_lowercase));
        if bare.is_empty() {
            continue;
        } else if words.months.contains(buffer.as_str()) && bare.starts_with(char::is_uppercase) {
            month = true;
        } else if bare.starts_with(|c: char| c.is_ascii_digit()) && bare.len() <= 4 {
            digits = true;
        } else {
            others += 1;
            low += usize::from(bare.starts_with(char::is_lowercase));
        }
    }
    month && digits && low == 0 && others <= 6 && (others == 0 || text.contains(','))
}

#[cfg(test)]
mod tests {
    #[test]
    fn plain_words_are_seen_as_all_others_are() {
        for text in ["What is NATO", "12 “Days” in May – and then", "", "— …", "THE END", "a b c", "  Three  Fine\tWords ", "U.S. officials’ view"]
        {
            let (mut plain, mut other) = (Evidence::default(), Evidence::default());
            assert!(is_plain(text), "{text}");
            plain.look_at_plain_words(text.as_bytes());
            other.look_at_any_words(text);
            assert_eq!(format!("{plain:?}"), format!("{other:?}"), "{text}");
        }
    }

    use super::*;
    use crate::language::pack;

    fn of(text: &str) -> Evidence {
        Evidence::of(text, &pack("en").reading)
    }

    #[test]
    fn faq_headings_in_many_words() {
        for (text, expected) in [
            ("Frequently Asked Questions", Some("")),
            ("FAQ:", Some("")),
            ("Q&A", Some("")),
            ("— Questions & Answers —", Some("")),
            ("常见问题", Some("")),
            ("FAQs The Tarn Valley", Some("The Tarn Valley")),
            ("FAQ: Moving house", Some("Moving house")),
            ("FAQ for residents", Some("FAQ for residents")),
            ("Ferry Strike: Frequently Asked Questions", Some("Ferry Strike")),
            ("The Ferry Strike FAQs", Some("The Ferry Strike")),
            ("The minister answered frequently asked questions", None),
            ("Faqir Khan spoke", None),
            ("FAQ pages are useful.", None),
        ] {
            let found = of(text).faq.map(|heading| match heading {
                FaqHeading::Bare => "",
                FaqHeading::Titled(start, end) => &text[start..end],
            });
            assert_eq!(found, expected, "{text}");
        }
    }

    #[test]
    fn questions_and_datelines() {
        for (text, asks) in [
            ("What is it", true),
            ("In what way does it help", true),
            ("So why now?", true),
            ("In spring the ice melts", false),
            ("Is", false),
            ("Whatever happens", false),
        ] {
            assert_eq!(of(text).asks, asks, "{text}");
        }
        for (text, dateline) in [
            ("PORT ELLERY, 4 March", true),
            ("SKERRY, Nov. 9, 2024", true),
            ("12 March 2025", true),
            ("The vote was held on 4 March", false),
            ("March of the Penguins, 4 stars", false),
        ] {
            assert_eq!(of(text).dateline, dateline, "{text}");
        }
    }
}
