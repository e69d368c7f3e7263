//! What an archive says about a telegram, against its text: another telegram's body under an id is a real error of both
//! the dump and the pages.

use crate::telegram_name::TelegramName;
use crate::{Cable, Code, Date, DateTime, Diagnostic, Span, heading};

/// What an archive says about a telegram; empty where it says nothing.
pub(super) struct Said<'a> {
    /// Where: `row`, `page`.
    pub place: &'static str,
    /// Reference number: `09TARSIS417`.
    pub number: &'a str,
    /// When it was written: `6/2/2009 11:30`.
    pub date: &'a str,
    /// Classification: `SECRET//NOFORN`.
    pub level: &'a str,
}

/// Adds a diagnostic for each value in which archive and text differ.
pub(super) fn note(said: &Said, cable: &mut Cable) {
    let found = [reference_number(said.number, cable), written_on(said.date, cable), classification(said.level, cable)];
    for (span, says) in found.into_iter().flatten() {
        let detail = Some(format!("The {} says {says}.", said.place));
        super::insert(Diagnostic::new(Code::RowDiffers, span, detail), cable);
    }
}

fn reference_number(says: &str, cable: &Cable) -> Option<(Span, String)> {
    let written = cable.reference_number.as_ref()?;
    let named = TelegramName::read(says)?;
    named.differs(&written.value).then(|| (written.raw, named.to_string()))
}

fn written_on(says: &str, cable: &Cable) -> Option<(Span, String)> {
    let written = cable.date.as_ref()?;
    let date = minute(says)?;
    (written.value? != date).then(|| (written.raw, says.to_owned()))
}

/// `6/2/2009 11:30`: month, day, year and minute, Z.
fn minute(says: &str) -> Option<DateTime> {
    let (day, time) = says.trim().split_once(' ')?;
    let (month, day) = day.split_once('/')?;
    let (day, year) = day.split_once('/')?;
    let (hour, minute) = time.split_once(':')?;
    let date = Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)?;
    Some(DateTime { date, hour: hour.parse().ok()?, minute: minute.get(..2)?.parse().ok()? })
}

fn classification(says: &str, cable: &Cable) -> Option<(Span, String)> {
    let written = cable.classification.as_ref()?;
    let level = heading::classification(says)?.level;
    (level != written.value.level).then(|| (written.raw, says.to_owned()))
}
