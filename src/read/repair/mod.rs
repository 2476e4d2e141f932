//! Careful restoration of damaged text: one rule a file, one table. A repair that is not sure is not made.

mod contraction;
mod document;
mod final_stop;
mod full_stop;
mod possessive;
mod question_mark;
mod quote_space;

pub(super) use document::Document;

use crate::language::RestoringWords;
use crate::model::{Restoration, Role, meta::Restore};

/// Something to be put in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Fix {
    /// Before this byte of the raw words.
    pub(super) at: usize,
    /// What is put in.
    pub(super) shown: &'static str,
    /// Which rule says so.
    pub(super) rule: Restoration,
}

/// What a rule looks at.
pub(super) struct Context<'c> {
    /// The raw words of a block.
    text: &'c str,
    tokens: &'c [Token],
    role: Role,
    document: &'c Document<'c>,
    words: &'static RestoringWords,
}

/// A word: letters, digits and what joins them.
#[derive(Clone, Copy, Debug)]
pub(super) struct Token {
    start: usize,
    end: usize,
    /// Begins with a capital letter.
    high: bool,
    /// Nothing but one space stands between it and the word before it.
    joined: bool,
}

impl Token {
    fn of(self, text: &str) -> &str {
        text.get(self.start..self.end).unwrap_or_default()
    }
}

type Rule = fn(&Context<'_>, &mut Vec<usize>);

/// Every rule: what it is called, what it puts in, and the function that finds the places.
const RULES: &[(Restoration, &str, Rule)] = &[
    (Restoration::QuoteSpace, " ", quote_space::find),
    (Restoration::Possessive, "’", possessive::find),
    (Restoration::Contraction, "’", contraction::find),
    (Restoration::FullStop, ".", full_stop::find),
    (Restoration::FinalStop, ".", final_stop::find),
    (Restoration::QuestionMark, "?", question_mark::find),
];

/// What is restored in a block of these raw words, sorted by place.
pub(super) fn fixes(text: &str, role: Role, document: &Document<'_>, words: &'static RestoringWords, restore: &Restore) -> Vec<Fix> {
    let mut fixes = Vec::new();
    if *restore == Restore::All(false) || matches!(role, Role::FrontMatter | Role::Separator) {
        return fixes;
    }
    let tokens = tokens(text);
    let context = Context { text, tokens: &tokens, role, document, words };
    let mut places = Vec::new();
    for (rule, shown, find) in RULES {
        if restore.allows(*rule) {
            find(&context, &mut places);
            fixes.extend(places.drain(..).map(|at| Fix { at, shown, rule: *rule }));
        }
    }
    fixes.sort_by_key(|fix| fix.at);
    fixes
}

/// The words of `text`.
fn tokens(text: &str) -> Vec<Token> {
    let bytes = text.as_bytes();
    let mut tokens: Vec<Token> = Vec::with_capacity(text.len() / 6 + 1);
    let mut at = 0;
    while at < bytes.len() {
        if bytes.get(at) == Some(&b' ') || !is_word(bytes, at) {
            at += 1;
            continue;
        }
        let start = at;
        loop {
            // Most words are letters alone, and a space ends them.
            at += bytes.get(at..).unwrap_or_default().iter().take_while(|byte| byte.is_ascii_alphanumeric()).count();
            match bytes.get(at) {
                None | Some(b' ') => break,
                Some(b'-' | b'\'') if is_word(bytes, at + 1) => at += 1,
                Some(_) if is_word(bytes, at) => at += 1,
                Some(_) => break,
            }
        }
        let high = match bytes.get(start) {
            Some(b) if b.is_ascii() => b.is_ascii_uppercase(),
            _ => text.get(start..).and_then(|rest| rest.chars().next()).is_some_and(char::is_uppercase),
        };
        let joined = tokens.last().is_some_and(|last| last.end + 1 == start && bytes.get(last.end) == Some(&b' '));
        tokens.push(Token { start, end: at, high, joined });
    }
    tokens
}

/// Letters and digits; of other scripts every byte, save those of the marks of the general punctuation block (E2 80 xx), but for ’.
fn is_word(bytes: &[u8], at: usize) -> bool {
    match bytes.get(at) {
        None => false,
        Some(b) if b.is_ascii() => b.is_ascii_alphanumeric(),
        Some(0xE2) if bytes.get(at + 1) == Some(&0x80) => {
            bytes.get(at + 2) == Some(&0x99) && bytes.get(at + 3).is_some_and(u8::is_ascii_alphanumeric) && at > 0
        }
        Some(0x80) if at > 0 && bytes.get(at - 1) == Some(&0xE2) => is_word(bytes, at - 1),
        Some(b) if *b >= 0x80 && *b < 0xC0 => {
            at >= 2 && bytes.get(at - 2) == Some(&0xE2) && bytes.get(at - 1) == Some(&0x80) && is_word(bytes, at - 2) || !punctuation_tail(bytes, at)
        }
        Some(0xC2) => false,
        Some(_) => true,
    }
}

/// Whether the byte at `at` is the last of a mark of the general punctuation block or belongs to a Latin-1 sign.
fn punctuation_tail(bytes: &[u8], at: usize) -> bool {
    let before = |back: usize| at.checked_sub(back).and_then(|at| bytes.get(at)).copied();
    before(1) == Some(0xC2) || (before(1) == Some(0x80) && before(2) == Some(0xE2))
}

/// Looks `word` up in lower case without allocating for ASCII.
fn lower<'b>(word: &str, buffer: &'b mut String) -> &'b str {
    buffer.clear();
    if word.is_ascii() {
        buffer.push_str(word);
        buffer.make_ascii_lowercase();
    } else {
        buffer.extend(word.chars().flat_map(char::to_lowercase));
    }
    buffer
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::pack;

    /// `damaged` with what was restored in brackets.
    fn restored(damaged: &str, role: Role, document: &str) -> String {
        let words = &pack("en").restoring;
        let document = Document { stopless: true, ..Document::of(document, words) };
        let mut shown = damaged.to_owned();
        for fix in fixes(damaged, role, &document, words, &Restore::All(true)).iter().rev() {
            shown.insert_str(fix.at, &format!("[{}]", fix.shown));
        }
        shown
    }

    #[track_caller]
    fn check(cases: &[(Role, &str)]) {
        let english = "It is said that the end of the road to the sea and to the hills is near to the town and Marup’s house. ";
        for (role, expected) in cases {
            let damaged: String =
                expected.replace(['[', ']'], "\u{1}").split('\u{1}').enumerate().filter(|(at, _)| at % 2 == 0).map(|(_, piece)| piece).collect();
            assert_eq!(&restored(&damaged, *role, &english.repeat(3)), expected);
        }
    }

    #[test]
    fn what_is_sure_is_restored() {
        use Role::{Answer, Paragraph, Question, Section};
        check(&[
            (Paragraph, "He said “enough.”[ ]The town slept."),
            (Paragraph, "The “old” town slept, “he said” (twice)."),
            (Paragraph, "Iran[’]s nuclear program and Norway[’]s offer."),
            (Paragraph, "Iranians and Americans dislike it. The Kurds want it."),
            (Paragraph, "Marup[’]s speech was short."),
            (Paragraph, "They don[’]t know that the others promises were kept, as was his wont."),
            (Question, "What[’]s the biggest obstacle to success[?]"),
            (Question, "What led to this[?]"),
            (Question, "What law does it rest on[?]"),
            (Question, "How serious is the decline[?]"),
            (Question, "Why choose Bergen as the location[?]"),
            (Question, "In what way does it help[?]"),
            (Question, "Is it over?"),
            (Question, "What we know so far"),
            (Question, "Why it matters"),
            (Question, "How the dam was built"),
            (Question, "When the ice melts"),
            (Section, "What is next"),
            (Answer, "They seek guarantees against an attack[.] Secondary goals likely include relief[.]"),
            (Answer, "The talks involve the US[.] The exact participants vary[.]"),
            (Answer, "Reports in the Daily Mail about The Hague say that First Minister Smith met the Green Party leader[.]"),
            (Answer, "He called The shots, she said. It went well[.]"),
            (Answer, "Yes[.] Her pension depends on years of service and not on how she left[.]"),
            (Answer, "Yes"),
        ]);
    }
}
