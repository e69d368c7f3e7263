//! Civil dates and minutes, which are all that a telegram's date-time group can say.

use crate::misspelt::is_near;
use crate::words::starts_with_any_case;
use serde::{Serialize, Serializer};
use std::fmt;

/// A day of the Gregorian calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date {
    year: u16,
    month: u8,
    day: u8,
}

/// A minute in UTC ("Zulu"), the precision of a date-time group.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DateTime {
    /// The day.
    pub date: Date,
    /// Hour, 0 to 23.
    pub hour: u8,
    /// Minute, 0 to 59.
    pub minute: u8,
}

impl Date {
    /// The day, or `None` where the calendar has no such day.
    pub fn new(year: u16, month: u8, day: u8) -> Option<Self> {
        (day >= 1 && day <= days_in(year, month)).then_some(Self { year, month, day })
    }

    /// The `ordinal`-th day (1 to 366) of a year, as format line 3 writes days.
    pub fn from_ordinal(year: u16, ordinal: u16) -> Option<Self> {
        let mut rest = ordinal;
        for month in 1..=12 {
            let days = u16::from(days_in(year, month));
            if rest <= days {
                return Self::new(year, month, u8::try_from(rest).ok()?);
            }
            rest = rest.checked_sub(days)?;
        }
        None
    }

    /// Four-digit year.
    pub fn year(self) -> u16 {
        self.year
    }

    /// Month, 1 to 12.
    pub fn month(self) -> u8 {
        self.month
    }

    /// The month's name.
    pub(crate) fn month_name(self) -> &'static str {
        MONTHS.get(usize::from(self.month).saturating_sub(1)).copied().unwrap_or_default()
    }

    /// The day as it is written in a sentence.
    ///
    /// ```
    /// assert_eq!(cable::Date::new(2007, 3, 12).map(cable::Date::in_words).as_deref(), Some("12 March 2007"));
    /// ```
    pub fn in_words(self) -> String {
        format!("{} {} {}", self.day, self.month_name(), self.year)
    }

    /// Day of the month, 1 to 31.
    pub fn day(self) -> u8 {
        self.day
    }

    /// Number of the day, 1 for the first of the year 1. The difference of two numbers is the days between two dates.
    pub fn day_number(self) -> u32 {
        let before = u32::from(self.year).saturating_sub(1);
        let leap_days = (before / 4).saturating_sub(before / 100).saturating_add(before / 400);
        before.saturating_mul(365).saturating_add(leap_days).saturating_add(u32::from(self.ordinal()))
    }

    /// Day of the year, 1 to 366.
    pub fn ordinal(self) -> u16 {
        (1..self.month).map(|month| days_in(self.year, month)).chain([self.day]).map(u16::from).sum()
    }
}

impl DateTime {
    /// Number of the minute. The difference of two numbers is the minutes between two times.
    pub fn minutes(self) -> u32 {
        let hours = self.date.day_number().saturating_mul(24).saturating_add(u32::from(self.hour));
        hours.saturating_mul(60).saturating_add(u32::from(self.minute))
    }
}

/// Four-digit year for two digits. The oldest telegrams of the electronic sets are of 1966, so 66 to 99 is the
/// twentieth century.
pub(crate) fn full_year(two_digits: u16) -> u16 {
    two_digits.saturating_add(if two_digits >= 66 { 1900 } else { 2000 })
}

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// The month (1 to 12) that a word names in three letters or more: `JUN`, `June`, `SEPT`.
pub(crate) fn month(word: &str) -> Option<u8> {
    let named = |name: &&str| word.len() >= 3 && starts_with_any_case(name, word);
    MONTHS.iter().zip(1..).find(|(name, _)| named(name)).map(|(_, month)| month)
}

/// Whether a word is at most one letter away from the abbreviation of a month.
pub(crate) fn is_nearly_month(word: &str) -> bool {
    MONTHS.iter().filter_map(|month| month.get(..3)).any(|month| is_near(word, month, 1))
}

fn days_in(year: u16, month: u8) -> u8 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400)) => 29,
        2 => 28,
        1..=12 => 31,
        _ => 0,
    }
}

impl fmt::Display for Date {
    /// ISO 8601: `2009-06-02`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

impl fmt::Display for DateTime {
    /// ISO 8601: `2009-06-02T11:30:00Z`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}T{:02}:{:02}:00Z", self.date, self.hour, self.minute)
    }
}

impl Serialize for Date {
    /// Writes it as it is displayed.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl Serialize for DateTime {
    /// Writes it as it is displayed.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

#[cfg(test)]
mod tests {
    use super::{Date, DateTime};

    #[test]
    fn minutes_are_numbered_without_a_gap() {
        let at = |year, month, day, hour, minute| {
            Date::new(year, month, day).map(|date| DateTime { date, hour, minute }.minutes())
        };
        let following = [
            (at(1999, 12, 31, 23, 59), at(2000, 1, 1, 0, 0)),
            (at(2000, 2, 28, 23, 59), at(2000, 2, 29, 0, 0)),
            (at(2008, 12, 31, 23, 59), at(2009, 1, 1, 0, 0)),
            (at(2009, 2, 28, 23, 59), at(2009, 3, 1, 0, 0)),
        ];
        for (minute, next) in following {
            assert_eq!(minute.map(|minute| minute + 1), next);
        }
        assert_eq!(Date::new(1, 1, 1).map(Date::day_number), Some(1));
        assert_eq!(Date::new(1970, 1, 1).map(Date::day_number), Some(719_163));
    }
}
