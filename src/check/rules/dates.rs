//! Dates that only the day of the text makes dates: `on Friday`, `last week`.

use super::Context;
use super::word::{lower, words};
use crate::diagnostics::{Code, Diagnostics};
use crate::language::checking::{RelativeDate, Side, Unit};
use crate::language::naming::MONTH;
use crate::model::{Date, QuotationKind};
use crate::text::TextRange;

/// Each with the date that it is, where the briefing says of which day it is.
pub(super) fn relative(context: &Context<'_>, found: &mut Diagnostics) {
    let day = context.briefing.meta.date;
    let quoted: Vec<_> = context.entry.mentions.quotations.iter().filter(|quotation| quotation.kind == QuotationKind::Direct).collect();
    for (block, text) in context.texts() {
        let words = words(text);
        for at in 0..words.len() {
            let Some((range, when)) = date(context, text, &words, at) else { continue };
            // What somebody said is not changed.
            let first = quoted.partition_point(|quotation| quotation.block < block);
            if quoted[first..].iter().take_while(|quotation| quotation.block == block).any(|quotation| quotation.range.overlaps(range)) {
                continue;
            }
            let words = range.of(text);
            let (message, help) = match day.and_then(|day| meant(day, when)) {
                Some(meant) => (format!("`{words}` means nothing a month later; seen from the briefing's date it is {meant}"), format!("write {meant}")),
                None => {
                    (format!("`{words}` means nothing a month later"), "write the date; with `date` in the overlay this finding says which it is".to_owned())
                }
            };
            found.push(context.finding(Code::RelativeDate, block, range, message).help(help));
        }
    }
}

/// A date, as it is counted from the day of the text.
#[derive(Clone, Copy)]
enum When {
    Weekday(u8, Side),
    Away(Unit, i64),
}

/// The date whose last word is the one at `at`.
fn date(context: &Context<'_>, text: &str, words: &[TextRange], at: usize) -> Option<(TextRange, When)> {
    let lists = &context.pack.checking;
    let (mut buffer, mut other) = ([0; 16], [0; 16]);
    let word = words[at];
    let shown = word.of(text);
    let own = lower(shown, &mut buffer)?;
    let before = at.checked_sub(1).map(|before| words[before]).filter(|before| text.get(before.end as usize..word.start as usize) == Some(" "));
    let before_word = before.and_then(|before| lower(before.of(text), &mut other));
    if let Some(weekday) = lists.weekdays.get(own) {
        let (Some(before), Some(side)) = (before, before_word.and_then(|word| lists.weekday_leads.get(word))) else { return None };
        if !shown.starts_with(char::is_uppercase) || is_dated(context, text, words, at) {
            return None;
        }
        let side = if *side == Side::Near && speaks_of_what_will_be(context, text, words, at) { Side::After } else { *side };
        return Some((TextRange::new(before.start as usize, word.end as usize), When::Weekday(*weekday, side)));
    }
    let RelativeDate { lead, unit, count } = *lists.relative_dates.get(own)?.iter().find(|date| date.lead.is_none_or(|lead| before_word == Some(lead)))?;
    // `Last Week Tonight` and `yesterday’s men`: a name, or a turn of speech.
    let start = if lead.is_some() { before?.start } else { word.start };
    let capital = shown.starts_with(char::is_uppercase) && start != words.first()?.start && lead.is_some();
    if capital || text.get(word.end as usize..).is_some_and(|rest| rest.starts_with(['’', '\''])) {
        return None;
    }
    Some((TextRange::new(start as usize, word.end as usize), When::Away(unit, count)))
}

/// Whether the date stands behind the day of the week, or a name begins with it: `on Monday, 6 October`, `on Friday Prayers`.
fn is_dated(context: &Context<'_>, text: &str, words: &[TextRange], at: usize) -> bool {
    let mut buffer = [0; 16];
    words.iter().skip(at + 1).take(2).enumerate().any(|(number, next)| {
        let gap = text.get(words[at + number].end as usize..next.start as usize).unwrap_or(".");
        let word = next.of(text);
        let near = !gap.contains(['.', ';', '!', '?', '\n']);
        let month =
            lower(word, &mut buffer).is_some_and(|word| context.pack.naming.flags(word) & MONTH != 0 && !context.pack.checking.weekdays.contains_key(word));
        near && (word.starts_with(|c: char| c.is_ascii_digit()) || month || (number == 0 && gap == " " && word.starts_with(char::is_uppercase)))
    })
}

fn speaks_of_what_will_be(context: &Context<'_>, text: &str, words: &[TextRange], at: usize) -> bool {
    let mut buffer = [0; 16];
    let within = |a: TextRange, b: TextRange| !text.get(a.end as usize..b.start as usize).unwrap_or(".").contains(['.', '!', '?', '\n']);
    let first = (1..=at).rev().take(40).take_while(|at| within(words[at - 1], words[*at])).last().map_or(at, |at| at - 1);
    let mut last = at;
    while last + 1 < words.len() && last < at + 40 && within(words[last], words[last + 1]) {
        last += 1;
    }
    words[first..=last].iter().any(|word| lower(word.of(text), &mut buffer).is_some_and(|word| context.pack.checking.future.contains(word)))
}

/// The date that is meant, seen from `day`: a day, the Monday of a week, a month, a year.
fn meant(day: Date, when: When) -> Option<String> {
    let (year, month, _) = day.parts();
    Some(match when {
        When::Weekday(weekday, side) => {
            let back = (i64::from(day.weekday()) - i64::from(weekday)).rem_euclid(7);
            let away = match side {
                Side::Near => -back,
                Side::Before if back == 0 => -7,
                Side::Before => -back,
                Side::After => 7 - back,
            };
            day.plus_days(away)?.to_string()
        }
        When::Away(Unit::Day, count) => day.plus_days(count)?.to_string(),
        When::Away(Unit::Week, count) => format!("the week of {}", day.plus_days(count * 7 - i64::from(day.weekday()))?),
        When::Away(Unit::Month, count) => {
            let months = i64::from(year) * 12 + i64::from(month) - 1 + count;
            format!("{:04}-{:02}", months.div_euclid(12), months.rem_euclid(12) + 1)
        }
        When::Away(Unit::Year, count) => format!("{:04}", i64::from(year) + count),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_is_counted_from_the_day_of_the_text() {
        // A Friday.
        let day = Date::parse("2026-01-30").unwrap();
        for (when, date) in [
            (When::Weekday(4, Side::Near), "2026-01-30"),
            (When::Weekday(4, Side::Before), "2026-01-23"),
            (When::Weekday(4, Side::After), "2026-02-06"),
            (When::Weekday(2, Side::Near), "2026-01-28"),
            (When::Weekday(5, Side::After), "2026-01-31"),
            (When::Away(Unit::Day, -1), "2026-01-29"),
            (When::Away(Unit::Week, 1), "the week of 2026-02-02"),
            (When::Away(Unit::Month, -1), "2025-12"),
            (When::Away(Unit::Year, 1), "2027"),
        ] {
            assert_eq!(meant(day, when).as_deref(), Some(date));
        }
    }
}
