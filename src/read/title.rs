//! The title of a briefing and the first words of it.

use crate::language::{Pack, sentences};
use crate::model::{Block, Meta, Role, Shape, Title, TitleOrigin};

/// Characters of a title that was cut from a sentence, at most.
const TITLE: usize = 90;
/// A clause shorter than this says too little for a title.
const CLAUSE: usize = 28;
/// Bytes of a description at most.
const DESCRIPTION: usize = 200;

/// From overlay, front matter, heading, headline, FAQ title or first sentence, in this order; else from the seed's `name`.
pub(super) fn title(overlay: Option<&Meta>, front_matter: &Meta, blocks: &[Block], headed: bool, pack: &Pack, name: &str) -> Title {
    if let Some(text) = overlay.and_then(|meta| meta.title.clone()) {
        return Title { text, origin: TitleOrigin::Overlay };
    }
    if let Some(text) = front_matter.title.clone() {
        return Title { text, origin: TitleOrigin::FrontMatter };
    }
    let of_role = |role: Role| blocks.iter().find(|block| block.role == role && !block.text.is_empty()).map(|block| one_line(block.text.text()));
    if let Some(text) = of_role(Role::Title) {
        return Title { text, origin: if headed { TitleOrigin::Heading } else { TitleOrigin::Headline } };
    }
    if let Some(text) = of_role(Role::FaqTitle) {
        return Title { text, origin: TitleOrigin::FaqTitle };
    }
    let first = [Role::Paragraph, Role::Heading, Role::Section, Role::Question, Role::FaqIntro, Role::Answer, Role::Dateline, Role::Footnote]
        .into_iter()
        .find_map(|role| blocks.iter().find(|block| block.role == role && is_prose(block)));
    if let Some(block) = first {
        return Title { text: shortened(first_sentence(block, pack)), origin: TitleOrigin::FirstSentence };
    }
    Title { text: words_of(name), origin: TitleOrigin::FileName }
}

/// Standfirst, else the first sentence of what is shown first.
pub(super) fn description(meta: &Meta, blocks: &[Block], pack: &Pack) -> String {
    if let Some(standfirst) = &meta.standfirst {
        return cut(&one_line(standfirst), DESCRIPTION);
    }
    let first = [Role::Paragraph, Role::FaqIntro, Role::Answer].into_iter().find_map(|role| blocks.iter().find(|block| block.role == role && is_prose(block)));
    first.map(|block| cut(&one_line(first_sentence(block, pack)), DESCRIPTION)).unwrap_or_default()
}

fn is_prose(block: &Block) -> bool {
    !matches!(block.shape, Shape::Table { .. } | Shape::Code) && block.text.text().chars().any(char::is_alphanumeric)
}

fn first_sentence<'b>(block: &'b Block, pack: &Pack) -> &'b str {
    // A sentence is looked for near the beginning only: a megabyte without a stop has none that could be shown.
    let text = block.text.text();
    let head = &text[..floor(text, 2_000)];
    sentences(head, pack).first().map_or(head, |range| range.of(head))
}

/// A sentence as a title: whole where it is short, else its first clause, else its first words.
fn shortened(sentence: &str) -> String {
    let sentence = one_line(sentence);
    let bare = sentence.trim_end_matches(['.', '。']);
    let bare = if bare.is_empty() { sentence.as_str() } else { bare };
    if bare.chars().count() <= TITLE {
        return bare.to_owned();
    }
    let head = &bare[..bare.char_indices().nth(TITLE).map_or(bare.len(), |(at, _)| at)];
    let clause = head
        .char_indices()
        .rfind(|(at, c)| matches!(c, ';' | ':' | '—' | '–' | ',' | '，' | '；') && *at >= CLAUSE && !between_digits(head, *at))
        .map(|(at, _)| head[..at].trim_end());
    clause.map_or_else(|| cut(bare, head.len()), str::to_owned)
}

fn between_digits(text: &str, at: usize) -> bool {
    let digit = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_digit);
    digit(at.checked_sub(1).and_then(|before| text.as_bytes().get(before))) && digit(text.as_bytes().get(at + 1))
}

/// At most `most` bytes, cut at a word, with an ellipsis where something was cut off.
fn cut(text: &str, most: usize) -> String {
    if text.len() <= most {
        return text.to_owned();
    }
    let head = &text[..floor(text, most.saturating_sub('…'.len_utf8()))];
    let head = head.rfind(char::is_whitespace).filter(|at| *at > most / 2).map_or(head, |at| &head[..at]);
    format!("{}…", head.trim_end_matches(|c: char| c.is_whitespace() || matches!(c, ',' | ';' | ':' | '-' | '–' | '—')))
}

fn floor(text: &str, at: usize) -> usize {
    if at >= text.len() {
        return text.len();
    }
    (0..=at).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0)
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// `2024/oslo-talks` as words.
fn words_of(name: &str) -> String {
    let last = name.rsplit('/').find(|part| !part.is_empty()).unwrap_or(name);
    let words: String = last.chars().map(|c| if matches!(c, '-' | '_') || c.is_control() { ' ' } else { c }).collect();
    let words = one_line(&words);
    let mut chars = words.chars();
    chars.next().map_or(words.clone(), |first| first.to_uppercase().chain(chars).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_sentence_is_cut_where_a_clause_ends() {
        for (sentence, title) in [
            ("The harbour closes.", "The harbour closes"),
            (
                "The harbour of Port Ellery will close for eleven days in April, the port authority said on Monday, while engineers replace the gates.",
                "The harbour of Port Ellery will close for eleven days in April",
            ),
            (
                "The harbour of Port Ellery will close for eleven days while engineers replace the old gates of the inner lock near the market.",
                "The harbour of Port Ellery will close for eleven days while engineers replace the old…",
            ),
        ] {
            assert_eq!(shortened(sentence), title);
        }
        assert_eq!(words_of("2024/oslo-talks"), "Oslo talks");
    }
}
