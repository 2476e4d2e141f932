//! Numbers that article and FAQ state differently. Careful: a number counts only with the noun behind it, in sentences that speak of the same thing.

use super::Context;
use super::word::{lower, words};
use crate::diagnostics::{Code, Diagnostics};
use crate::language;
use crate::language::checking::NumberWord;
use crate::language::naming::{MONTH, STOP};
use crate::model::{BlockNo, Role};
use crate::text::TextRange;
use crate::text::fold::fold;
use rustc_hash::{FxHashMap, FxHashSet};

/// So many words must two sentences share, beside the noun.
const SHARED: usize = 3;
/// A noun that is counted more often than this is what the text is about, and says nothing of sameness.
const MOST: usize = 20;

/// A number with its noun.
struct Counted<'t> {
    block: BlockNo,
    range: TextRange,
    /// In hundredths.
    value: u128,
    noun: String,
    /// Words of its sentence that say something.
    about: FxHashSet<&'t str>,
}

/// Where the FAQ gives another number than the article.
pub(super) fn mismatches(context: &Context<'_>, found: &mut Diagnostics) {
    let briefing = context.briefing;
    if briefing.faq.is_none() {
        return;
    }
    let folded: FxHashMap<BlockNo, String> = context
        .texts()
        .filter(|(number, text)| matches!(briefing.block(*number).role, Role::Paragraph | Role::Answer | Role::Question) && text.len() < 16_384)
        .map(|(number, text)| (number, text.to_lowercase()))
        .collect();
    let (mut article, mut faq): (Vec<Counted<'_>>, Vec<Counted<'_>>) = (Vec::new(), Vec::new());
    for (number, text) in context.texts() {
        // Where small letters have other lengths than large ones, places would not fit.
        let Some(small) = folded.get(&number).filter(|small| small.len() == text.len()) else { continue };
        let list = if briefing.block(number).role == Role::Paragraph { &mut article } else { &mut faq };
        counted(context, number, text, small, list);
    }
    let mut by_noun: FxHashMap<&str, Vec<&Counted<'_>>> = FxHashMap::default();
    for counted in &article {
        by_noun.entry(&counted.noun).or_default().push(counted);
    }
    let mut asked: FxHashMap<&str, usize> = FxHashMap::default();
    for counted in &faq {
        *asked.entry(&counted.noun).or_default() += 1;
    }
    for counted in &faq {
        let Some(others) = by_noun.get(counted.noun.as_str()).filter(|others| others.len() <= MOST && asked[counted.noun.as_str()] <= MOST) else { continue };
        if others.iter().any(|other| other.value == counted.value) {
            continue;
        }
        let best = others
            .iter()
            .map(|other| (other.about.intersection(&counted.about).count(), *other))
            .max_by_key(|(shared, other)| (*shared, std::cmp::Reverse(other.range.start)));
        let Some((_, other)) = best.filter(|(shared, _)| *shared >= SHARED) else { continue };
        let words = |counted: &Counted<'_>| counted.range.of(briefing.block(counted.block).text.text()).to_owned();
        let message = format!("here it is `{}`, and in the article `{}`", words(counted), words(other));
        let finding = context.finding(Code::NumberMismatch, counted.block, counted.range, message);
        found.push(finding.help(format!("make the two agree; the article says it in the paragraph `{}`", briefing.block(other.block).anchor.as_str())));
    }
}

fn counted<'t>(context: &Context<'_>, block: BlockNo, text: &str, small: &'t str, list: &mut Vec<Counted<'t>>) {
    if !text.contains(|c: char| c.is_ascii_digit()) && !words(text).iter().any(|word| value(context, word.of(small)).is_some()) {
        return;
    }
    for sentence in language::sentences(text, context.pack) {
        let sentence_text = sentence.of(text);
        let words: Vec<TextRange> =
            words(sentence_text).into_iter().map(|word| TextRange::new((word.start + sentence.start) as usize, (word.end + sentence.start) as usize)).collect();
        let mut about: Option<FxHashSet<&str>> = None;
        let mut at = 0;
        while at < words.len() {
            let first = at;
            let Some((value, next)) = number(context, text, small, &words, at) else {
                at += 1;
                continue;
            };
            at = next;
            let approximate = first.checked_sub(1).is_some_and(|before| {
                let mut buffer = [0; 16];
                lower(words[before].of(text), &mut buffer).is_some_and(|word| context.pack.checking.approximations.contains(word))
            });
            let Some(noun) = words.get(at).filter(|_| !approximate) else { continue };
            let gap = text.get(words[at - 1].end as usize..noun.start as usize).unwrap_or(".");
            let name = noun.of(text);
            let plain = name.len() >= 3 && gap == " " && name.chars().all(char::is_lowercase) && context.pack.naming.flags(name) & (STOP | MONTH) == 0;
            if !plain {
                continue;
            }
            let about = about.get_or_insert_with(|| {
                let says = |word: &&str| word.len() >= 4 && context.pack.naming.flags(word) & STOP == 0 && !word.starts_with(|c: char| c.is_ascii_digit());
                words.iter().map(|word| word.of(small)).filter(says).collect()
            });
            let mut about = about.clone();
            about.remove(name);
            let range = TextRange::new(words[first].start as usize, noun.end as usize);
            list.push(Counted { block, range, value, noun: fold(name), about });
        }
    }
}

/// The number that begins with the word at `at`, and the word behind it: `1,200`, `3.5 million`, `forty`.
fn number(context: &Context<'_>, text: &str, small: &str, words: &[TextRange], at: usize) -> Option<(u128, usize)> {
    let mut next = at + 1;
    let word = words[at].of(small);
    let mut found = if word.bytes().all(|b| b.is_ascii_digit()) {
        let before = text.get(..words[at].start as usize)?;
        // A year, a part of a date or of a larger number, money: what stands behind is not what is counted.
        if before.ends_with(|c: char| matches!(c, '$' | '€' | '£' | '.' | ',' | '/' | ':' | '-' | '–') || c.is_alphanumeric())
            || (word.len() == 4 && matches!(word.get(..2), Some("19" | "20")))
        {
            return None;
        }
        let mut whole: u128 = word.parse().ok().filter(|_| word.len() <= 12)?;
        whole *= 100;
        while let Some(part) = words.get(next) {
            let joined = text.get(words[next - 1].end as usize..part.start as usize)?;
            let digits = part.of(small);
            if joined == "," && digits.len() == 3 && digits.bytes().all(|b| b.is_ascii_digit()) && whole < u128::MAX / 10_000 {
                whole = whole * 1000 + digits.parse::<u128>().ok()? * 100;
            } else if joined == "." && digits.len() <= 2 && digits.bytes().all(|b| b.is_ascii_digit()) {
                whole += digits.parse::<u128>().ok()? * if digits.len() == 1 { 10 } else { 1 };
            } else {
                break;
            }
            next += 1;
        }
        whole
    } else {
        match value(context, word)? {
            NumberWord::Is(value) => u128::from(value) * 100,
            NumberWord::Times(_) => return None,
        }
    };
    while let Some(NumberWord::Times(times)) = words.get(next).and_then(|word| value(context, word.of(small))) {
        found = found.checked_mul(u128::from(times))?;
        next += 1;
    }
    Some((found, next))
}

fn value(context: &Context<'_>, word: &str) -> Option<NumberWord> {
    context.pack.checking.numbers.get(word).copied()
}
