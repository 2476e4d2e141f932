//! A calendar date, as written in overlays and front matter: `2026-01-30`.

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;

/// A day of the Gregorian calendar, without time and zone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date(jiff::civil::Date);

impl Date {
    /// From `YYYY-MM-DD`.
    ///
    /// # Errors
    /// What is wrong, as a clause.
    pub fn parse(text: &str) -> Result<Self, String> {
        let well_formed = text.len() == 10 && text.bytes().enumerate().all(|(i, b)| if i == 4 || i == 7 { b == b'-' } else { b.is_ascii_digit() });
        if !well_formed {
            return Err(format!("`{text}` is not a date; write it as YYYY-MM-DD"));
        }
        text.parse().map(Self).map_err(|_| format!("`{text}` is not a day of the calendar"))
    }

    /// From year, month and day; `None` where there is no such day.
    pub fn new(year: i16, month: i8, day: i8) -> Option<Self> {
        jiff::civil::Date::new(year, month, day).ok().map(Self)
    }

    /// Today in UTC, from the seconds since 1970 that the caller read off the clock.
    pub fn from_unix_seconds(seconds: i64) -> Option<Self> {
        let days = jiff::Span::new().try_days(seconds.div_euclid(86_400)).ok()?;
        jiff::civil::Date::new(1970, 1, 1).ok()?.checked_add(days).ok().map(Self)
    }

    /// The day of the week, from 0 for Monday.
    pub fn weekday(self) -> u8 {
        u8::try_from(self.0.weekday().to_monday_zero_offset()).unwrap_or_default()
    }

    /// So many days later, or earlier; `None` beyond the calendar.
    pub fn plus_days(self, days: i64) -> Option<Self> {
        let days = jiff::Span::new().try_days(days).ok()?;
        self.0.checked_add(days).ok().map(Self)
    }

    /// Year, month (1 to 12) and day (1 to 31).
    pub fn parts(self) -> (i16, i8, i8) {
        (self.0.year(), self.0.month(), self.0.day())
    }

    /// Midnight UTC of this day by RFC 3339, for feeds.
    pub fn rfc3339(self) -> String {
        format!("{self}T00:00:00Z")
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month, day) = self.parts();
        write!(f, "{year:04}-{month:02}-{day:02}")
    }
}

impl Serialize for Date {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Date {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Self::parse(&text).map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_days_of_the_calendar_are_dates() {
        assert_eq!(Date::parse("2026-01-30").unwrap().to_string(), "2026-01-30");
        for wrong in ["2026-02-30", "30.01.2026", "2026-1-3", "", "2026-01-30T00:00:00Z", "２０２６-01-30"] {
            assert!(Date::parse(wrong).is_err(), "{wrong}");
        }
    }
}
