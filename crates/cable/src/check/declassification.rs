//! The executive order line against the date-time group and the classification.

use super::{Comparison, level};
use crate::words::behind_last;
use crate::{Cable, Check, CheckKind, Code, Date, Level};

/// A telegram is declassified after it was written, and under E.O. 12958 and 13526 within 25 years (350 of 352
/// measured; most say 10). If the line says that no order applies, nothing is classified.
pub(super) fn declassification(cable: &Cable) -> Option<Check> {
    let order = cable.executive_order.as_ref()?;
    // `DECLASSIFIED BY NARA 09/02/2009` gives the day when it was done, whatever the order allowed.
    if order.value.instruction.as_deref().is_some_and(|words| words.to_ascii_uppercase().contains("DECLASSIFIED")) {
        return None;
    }
    match order.value.declassify_on {
        Some(on) => {
            let group = cable.date.as_ref()?;
            let written = group.value?.date;
            let compared = Comparison { kind: CheckKind::Declassification, span: order.raw, against: group.raw };
            Some(date(compared, on, written, longest(order.value.order.as_deref())))
        }
        None if order.value.instruction.as_deref().is_some_and(is_not_applicable) => {
            let classification = cable.classification.as_ref()?;
            let against = classification.raw;
            let compared = Comparison { kind: CheckKind::Declassification, span: order.raw, against };
            Some(not_applicable(compared, classification.value.level))
        }
        None => None,
    }
}

/// The years that an order allows up to a date, if it sets a limit: E.O. 12958 as amended and E.O. 13526, section 1.5.
fn longest(order: Option<&str>) -> Option<u16> {
    matches!(order?, "12958" | "13292" | "13526").then_some(25)
}

fn date(compared: Comparison, on: Date, written: Date, longest: Option<u16>) -> Check {
    let months = |date: Date| (date.month(), date.day());
    let [on_day, written_day] = [on, written].map(Date::in_words);
    let years = on.year().saturating_sub(written.year()).saturating_sub(u16::from(months(on) < months(written)));
    if on < written {
        let message = format!("To be declassified on {on_day}, before it was written on {written_day}.");
        compared.fails(Code::DeclassifiedBeforeWritten, message)
    } else if longest.is_some_and(|longest| years > longest) {
        let message = format!("To be declassified on {on_day}, {years} years after {written_day}.");
        compared.fails(Code::DeclassifiedLate, message)
    } else {
        compared.holds(format!("To be declassified on {on_day}, after it was written on {written_day}."))
    }
}

fn not_applicable(compared: Comparison, overall: Level) -> Check {
    let name = level::name(overall);
    match overall {
        Level::Unclassified | Level::LimitedOfficialUse => {
            compared.holds(format!("No executive order applies, as is right for {name}."))
        }
        _ => compared.fails(
            Code::OrderNotApplied,
            format!("The executive order line says that none applies, the classification line {name}."),
        ),
    }
}

/// `N/A`, `DECL: N/A`, `NA`
fn is_not_applicable(instruction: &str) -> bool {
    let last = behind_last(instruction, b" :");
    ["N/A", "NA"].iter().any(|none| last.trim_end_matches('.').eq_ignore_ascii_case(none))
}

#[cfg(test)]
mod tests {
    use crate::{CheckKind, Code};

    /// Checks a telegram of 10 March 2009 with the level and executive order line.
    #[track_caller]
    fn check(level: &str, line: &str, expected: Option<Option<Code>>) {
        let text =
            format!("O 101200Z MAR 09\nFM AMEMBASSY TARSIS\n\n{level} TARSIS 000417\n\n{line}\nSUBJECT: GOATS\n");
        let cable = crate::parse(&text);
        let check = cable.checks.iter().find(|check| check.kind == CheckKind::Declassification);
        assert_eq!(check.map(|check| check.code), expected, "{line}");
    }

    #[test]
    fn dates_and_levels() {
        let fails = |code| Some(Some(code));
        check("CONFIDENTIAL", "E.O. 12958: DECL: 03/09/2019", Some(None));
        check("CONFIDENTIAL", "E.O. 12958: DECL: 03/10/2009", Some(None));
        check("CONFIDENTIAL", "E.O. 12958: DECL: 03/10/2034", Some(None));
        check("CONFIDENTIAL", "E.O. 12958: DECL: 03/09/1999", fails(Code::DeclassifiedBeforeWritten));
        check("CONFIDENTIAL", "E.O. 12958: DECL: 03/10/2039", fails(Code::DeclassifiedLate));
        check("CONFIDENTIAL", "E.O. 12356: DECL: 03/10/2039", Some(None));
        check("CONFIDENTIAL", "E.O. 12958: DECL: OADR", None);
        check("UNCLAS", "E.O. 12958: N/A", Some(None));
        check("CONFIDENTIAL", "E.O. 12958: DECL: N/A", fails(Code::OrderNotApplied));
    }
}
