//! Words by which `check` sees what needs a person's eyes: dates that fade, numbers as words.

use super::files::Files;
use rustc_hash::{FxHashMap, FxHashSet};

/// Which day a day of the week is, seen from the day of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// The last one before it, or the day itself; the next one where the sentence speaks of what will be.
    Near,
    /// The last one before it.
    Before,
    /// The next one after it.
    After,
}

/// What a date is counted in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// Days.
    Day,
    /// Weeks.
    Week,
    /// Months.
    Month,
    /// Years.
    Year,
}

/// What a word says of a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NumberWord {
    /// It is the number.
    Is(u64),
    /// The number before it is so many times more.
    Times(u64),
}

/// `last week`, by its last word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RelativeDate {
    /// The word before it, where there is one.
    pub lead: Option<&'static str>,
    /// What it is counted in.
    pub unit: Unit,
    /// How many of it away.
    pub count: i64,
}

/// The word lists of `check`; all lower case.
#[derive(Debug)]
pub struct CheckingWords {
    /// Days of the week, from 0 for Monday.
    pub weekdays: FxHashMap<&'static str, u8>,
    /// Words before a day of the week that make it one certain day.
    pub weekday_leads: FxHashMap<&'static str, Side>,
    /// Phrases of one or two words, by their last word.
    pub relative_dates: FxHashMap<&'static str, Vec<RelativeDate>>,
    /// Words of a sentence that speaks of what will be.
    pub future: FxHashSet<&'static str>,
    /// Numbers as words.
    pub numbers: FxHashMap<&'static str, NumberWord>,
    /// Words before a number that is not meant exactly.
    pub approximations: FxHashSet<&'static str>,
}

impl CheckingWords {
    pub(super) fn of(files: &Files) -> Self {
        let pairs = |list| files.entries(list).into_iter().filter_map(|line| line.rsplit_once(' '));
        let mut relative_dates: FxHashMap<&'static str, Vec<RelativeDate>> = FxHashMap::default();
        for (line, count) in pairs("relative_dates") {
            let (Some((phrase, unit)), Ok(count)) = (line.rsplit_once(' '), count.parse()) else { continue };
            let unit = match unit {
                "week" => Unit::Week,
                "month" => Unit::Month,
                "year" => Unit::Year,
                _ => Unit::Day,
            };
            let (lead, last) = phrase.rsplit_once(' ').map_or((None, phrase), |(lead, last)| (Some(lead), last));
            relative_dates.entry(last).or_default().push(RelativeDate { lead, unit, count });
        }
        Self {
            weekdays: pairs("weekdays").filter_map(|(day, number)| Some((day, number.parse().ok()?))).collect(),
            weekday_leads: pairs("weekday_leads")
                .map(|(word, side)| {
                    let side = match side {
                        "before" => Side::Before,
                        "after" => Side::After,
                        _ => Side::Near,
                    };
                    (word, side)
                })
                .collect(),
            relative_dates,
            future: files.entries("future_words").into_iter().collect(),
            numbers: pairs("number_words")
                .filter_map(|(word, value)| {
                    let value = match value.strip_prefix('*') {
                        Some(times) => NumberWord::Times(times.parse().ok()?),
                        None => NumberWord::Is(value.parse().ok()?),
                    };
                    Some((word, value))
                })
                .collect(),
            approximations: files.entries("approximations").into_iter().collect(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_of_the_lists_is_understood() {
        let words = CheckingWords::of(&super::super::ENGLISH);
        assert_eq!((words.weekdays.len(), words.weekdays["friday"]), (7, 4));
        assert_eq!(words.weekday_leads["next"], Side::After);
        assert_eq!(words.relative_dates["week"].len(), 3);
        assert_eq!(words.relative_dates["yesterday"], [RelativeDate { lead: None, unit: Unit::Day, count: -1 }]);
        assert_eq!((words.numbers["forty"], words.numbers["million"]), (NumberWord::Is(40), NumberWord::Times(1_000_000)));
        assert_eq!(words.numbers.len(), super::super::ENGLISH.entries("number_words").len());
    }
}
