//! Finds the name, and thus the year, of a telegram without date-time group: from the archive's record in or beside a
//! copy, or from its title above one.

use super::Parser;
use crate::date::full_year;
use crate::interruption::{Interruption, InterruptionKind};
use crate::split::recorded_name;
use crate::telegram_name::TelegramName;
use crate::{Date, body, heading, line};

/// The number of rows among which the archive's title stands.
const MOST_OPENING_ROWS: usize = 4;

/// The number of rows among which the archive's row that closes a text stands.
const MOST_CLOSING_ROWS: usize = 4;

impl Parser<'_> {
    /// Finds the name in an archive's record that an export left in the text, in the row that closes the text, or in
    /// the title above it.
    pub(super) fn find_record(&mut self, found: &[Interruption]) {
        if self.written_on().is_none() {
            let headers = found.iter().filter(|found| found.kind == InterruptionKind::SectionHeader);
            let mut rows = headers.flat_map(|header| line::rows(self.text, header.span));
            let closing = || line::rows_above(self.text, self.cable.span).map(|row| row.of(self.text));
            let mut above = closing().skip(1);
            let mut pairs = closing().take(MOST_CLOSING_ROWS).map(|row| (row, above.next().unwrap_or_default()));
            let number = |(row, above)| body::closing_number(row).or_else(|| body::foot_number(row, above));
            let closed = || pairs.find_map(|rows| TelegramName::read(number(rows)?));
            let opening = || line::rows(self.text, self.cable.span).take(MOST_OPENING_ROWS);
            let titled = || opening().find_map(|row| titled_name(row.of(self.text)));
            let written = rows.find_map(|row| recorded_name(row.of(self.text))).or_else(closed).or_else(titled);
            self.recorded = written.or_else(|| self.recorded.take());
        }
    }

    /// Whether a telegram of this dialect can be from `year`.
    pub(super) fn may_be_of(&self, year: u16) -> bool {
        self.cable.dialect.rules().years.contains(&year)
    }

    /// The year of the telegram's number: from its date-time group, or else from a record that names the same number,
    /// or else from a group whose date does not exist.
    pub(super) fn year_of(&self, post: &str, number: u32) -> Option<u16> {
        let recorded = || self.recorded.as_ref().filter(|named| named.is_of(post, number));
        let written = self.written_on().map(Date::year);
        written.or_else(|| Some(full_year(recorded()?.year % 100))).or(self.year)
    }
}

/// The telegram that a row above its copy names: the archive's title, or only the number, perhaps behind a label that
/// is not one of a telegram's.
fn titled_name(line: &str) -> Option<TelegramName> {
    let labelled = line.split_once(": ").filter(|_| heading::label(line).is_none());
    let number = labelled.map_or(line, |(_, number)| number);
    let alone = || Some(number).filter(|line| line.bytes().all(|byte| byte.is_ascii_alphanumeric()));
    TelegramName::read(body::titled_number(line).or_else(alone)?)
}

#[cfg(test)]
mod tests {
    #[track_caller]
    fn check(group: &str, closing: &str, expected: Option<&str>) {
        let text = format!(
            "{group}\nFM AMEMBASSY TARSIS\nTO SECSTATE WASHDC 1291\nBT\nUNCLAS TARSIS 000417\nTAGS: PREL\nSUBJECT: \
             ROPES\n\n1. They hold.\n\nROE\n\n{closing}"
        );
        assert_eq!(crate::parse(&text).mrn().as_deref(), expected, "{text}");
    }

    #[test]
    fn years() {
        const RECORD: &str = "2008TARSIS00417 - Classification: UNCLASSIFIED";
        check("R 310544Z FEB 06", RECORD, Some("08TARSIS417"));
        check("R 310544Z FEB 06", "", Some("06TARSIS417"));
        check("R 160544Z FEB 06", RECORD, Some("06TARSIS417"));
        check("R 160544Z FEV 06", RECORD, Some("08TARSIS417"));
        check("R 160544Z FEV 06", "", Some("06TARSIS417"));
        check("R 160544Z FEV 2006", "", None);
        check("R 160544Z ETA 06", "", None);
    }

    #[test]
    fn numbers_above() {
        for (row, expected) in [
            ("02TARSIS417", Some("02TARSIS417")),
            ("2002TARSIS00417 - UNCLASSIFIED", Some("02TARSIS417")),
            ("Identifier: 02TARSIS417", Some("02TARSIS417")),
            ("REF: 02TARSIS417", None),
            ("Identifier: 02TARSIS418", None),
            ("02TARSIS418", None),
            ("02LYDDA417", None),
            ("02TARSIS417 is not of that year", None),
            ("REF 02TARSIS417", None),
        ] {
            let text = format!("{row}\nRopes\n\nUNCLAS TARSIS 000417\n\nSUBJECT: ROPES\n\n1. They hold.\n\nROE");
            assert_eq!(crate::parse(&text).mrn().as_deref(), expected, "{row}");
        }
    }

    #[test]
    fn numbers_of_the_archive() {
        let number = |group: &str| {
            let text = format!(
                "PAGE 01  TARSIS 00905  060018Z\nACTION SS-25\n{group}\nFM AMEMBASSY TARSIS\nTO SECSTATE WASHDC\nUNCLAS \
                 TARSIS 0905\nE.O. 11652: N/A\nSUBJ: ROPES\n1. THEY HOLD.\nROE"
            );
            let cable = crate::parse(&text);
            (cable.dialect, cable.mrn())
        };
        assert_eq!(number("R 051020Z JVN 79"), (crate::Dialect::Nara1970s, Some("1979TARSIS00905".to_owned())));
        assert_eq!(number("R 312561Z JUN 97"), (crate::Dialect::Nara1970s, None));
    }
}
