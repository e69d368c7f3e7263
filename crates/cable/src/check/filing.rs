//! The filing time in format line 3, against the date-time group in format line 5.

use super::Comparison;
use crate::{Cable, Check, CheckKind, Code};

/// A message filed on the next day, within half a day of its date-time group, has crossed midnight.
const CROSSING: u32 = 12 * 60;

/// The day of filing is the day of the date-time group (1,115 of 1,120 measured; the others were filed 18 minutes to 5
/// days later).
pub(super) fn filing(cable: &Cable) -> Option<Check> {
    let filed = cable.transmission.filed.as_ref()?;
    let group = cable.date.as_ref()?;
    let (at, written) = (filed.value.at?, group.value?);
    let compared = Comparison { kind: CheckKind::Filing, span: filed.raw, against: group.raw };
    let (day, minute) = (filed.value.day, format!("{:02}:{:02}Z", at.hour, at.minute));
    let away = at.minutes().abs_diff(written.minutes());
    let apart = duration(away);
    Some(if at == written {
        compared.holds(format!("Filed on day {day}, {minute}: the minute of the date-time group."))
    } else if at < written {
        compared.fails(
            Code::FiledEarly,
            format!("Filed on day {day}, {minute}, {apart} before the minute of its date-time group."),
        )
    } else if at.date == written.date {
        compared.holds(format!("Filed {apart} after the date-time group, on the same day, {day}."))
    } else if away < CROSSING {
        compared.holds(format!("Filed just past midnight: day {day}, {minute}, is {apart} after the date-time group."))
    } else {
        compared.fails(Code::FiledLate, format!("Filed on day {day}, {minute}, {apart} after the date-time group."))
    })
}

/// A duration in its two largest units: `3 days 4 hours`, `18 minutes`.
fn duration(minutes: u32) -> String {
    let (days, hours, minutes) = (minutes / (24 * 60), minutes / 60 % 24, minutes % 60);
    let units = [(days, "day", "days"), (hours, "hour", "hours"), (minutes, "minute", "minutes")];
    let said = units.into_iter().filter(|unit| unit.0 > 0).take(2);
    let said: Vec<String> = said.map(|(n, one, many)| format!("{n} {}", if n == 1 { one } else { many })).collect();
    said.join(" ")
}

#[cfg(test)]
mod tests {
    use crate::{CheckKind, Code};

    /// Checks a telegram of 10 March (day 69) 2009, 23:50Z, filed as format line 3 says.
    #[track_caller]
    fn check(filed: &str, code: Option<Code>, message: &str) {
        let text = format!("DE RUEHXX #0417 {filed}\nO 102350Z MAR 09\nFM AMEMBASSY TARSIS\n");
        let cable = crate::parse(&text);
        let check = cable.checks.iter().find(|check| check.kind == CheckKind::Filing);
        let said = check.map(|check| (check.code, check.message.as_str()));
        assert_eq!(said, Some((code, message)), "{filed}");
    }

    #[test]
    fn filing_is_explained() {
        check("0692350", None, "Filed on day 69, 23:50Z: the minute of the date-time group.");
        check("0692358", None, "Filed 8 minutes after the date-time group, on the same day, 69.");
        check("0700008", None, "Filed just past midnight: day 70, 00:08Z, is 18 minutes after the date-time group.");
        check(
            "0701149",
            None,
            "Filed just past midnight: day 70, 11:49Z, is 11 hours 59 minutes after the date-time group.",
        );
        check("0701150", Some(Code::FiledLate), "Filed on day 70, 11:50Z, 12 hours after the date-time group.");
        check("0740051", Some(Code::FiledLate), "Filed on day 74, 00:51Z, 4 days 1 hour after the date-time group.");
        check(
            "0692349",
            Some(Code::FiledEarly),
            "Filed on day 69, 23:49Z, 1 minute before the minute of its date-time group.",
        );
    }
}
