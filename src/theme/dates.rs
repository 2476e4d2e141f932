//! Dates as a language writes them. Only this file knows the package.

use crate::model::Date;
use icu_calendar::Gregorian;
use icu_datetime::FixedCalendarDateTimeFormatter;
use icu_datetime::fieldsets::YMD;

/// Writes dates in one language, by the Gregorian calendar that briefings use.
pub(super) struct Dates(Option<FixedCalendarDateTimeFormatter<Gregorian, YMD>>);

impl Dates {
    pub(super) fn of(language: &str) -> Self {
        let locale: icu_locale_core::Locale = language.parse().unwrap_or(icu_locale_core::Locale::UNKNOWN);
        Self(FixedCalendarDateTimeFormatter::try_new(locale.into(), YMD::long()).ok())
    }

    /// The day in full: `30 January 2026`.
    pub(super) fn long(&self, date: Date) -> String {
        let (year, month, day) = date.parts();
        let parts = (u8::try_from(month), u8::try_from(day));
        let (Some(formatter), (Ok(month), Ok(day))) = (&self.0, parts) else { return date.to_string() };
        icu_calendar::Date::try_new_gregorian(i32::from(year), month, day).map_or_else(|_| date.to_string(), |day| formatter.format(&day).to_string())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_language_writes_a_day_in_its_own_way() {
        let day = Date::new(2026, 1, 30).unwrap();
        for (language, expected) in [
            ("en", "January 30, 2026"),
            ("en-GB", "30 January 2026"),
            ("de", "30. Januar 2026"),
            ("ru", "30 января 2026\u{202f}г."),
            ("zh", "2026年1月30日"),
            ("fa", "۳۰ ژانویه ۲۰۲۶"),
        ] {
            assert_eq!(Dates::of(language).long(day), expected, "{language}");
        }
    }
}
