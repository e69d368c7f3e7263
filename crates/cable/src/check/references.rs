//! References against the telegram's own date and number.

use super::Comparison;
use crate::diagnostic::in_places;
use crate::{Cable, Check, CheckKind, Code, ReferenceNumber, Span};

/// A telegram refers to earlier ones: references of its own post and year have lower numbers. A higher number is a
/// misprint, belongs to an earlier year that is left out, or stands in a copy that was sent again later (6 of 415
/// measured).
pub(super) fn not_later(cable: &Cable) -> Option<Check> {
    let own = cable.reference_number.as_ref().filter(|own| own.value.year.is_some())?;
    let numbers =
        cable.references.iter().filter_map(|reference| Some((reference.value.number.as_ref()?, reference.raw)));
    let mut ours = numbers.filter(|(number, _)| number.year == own.value.year && number.post == own.value.post);
    let first = ours.clone().next()?;
    let is_later = |(number, _): &(&ReferenceNumber, Span)| number.number > own.value.number;
    let later = ours.find(is_later);
    let places = ours.filter(is_later).count().saturating_add(1);
    let (number, span) = later.unwrap_or(first);
    let compared = Comparison { kind: CheckKind::References, span, against: own.raw };
    let name = |number: &ReferenceNumber| number.canonical().unwrap_or_default();
    Some(match later {
        None => compared.holds("No reference of the same post and year is later than the telegram.".to_owned()),
        Some(_) => {
            let detail = format!("The reference {} is later than {}.", name(number), name(&own.value));
            let detail = in_places(places).map_or(detail.clone(), |places| [&*detail, &*places].join(" "));
            compared.fails(Code::ReferenceLater, detail)
        }
    })
}

#[cfg(test)]
mod tests {
    use crate::{CheckKind, Code};

    /// Checks a telegram 09TARSIS417 of June with the reference.
    #[track_caller]
    fn check(reference: &str, expected: Option<Option<Code>>) {
        let text = format!(
            "O 101200Z JUN 09\nFM AMEMBASSY TARSIS\n\nUNCLAS TARSIS 000417\n\nSUBJECT: GOATS\nREF: {reference}\n\n1. Text.\n"
        );
        let cable = crate::parse(&text);
        let check = cable.checks.iter().find(|check| check.kind == CheckKind::References);
        assert_eq!(check.map(|check| check.code), expected, "{reference}");
    }

    #[test]
    fn references_are_earlier() {
        check("TARSIS 416", Some(None));
        check("08 TARSIS 418 AND TARSIS 12", Some(None));
        check("08 TARSIS 418", None);
        check("LYDDA 9000", None);
        check("TARSIS 418", Some(Some(Code::ReferenceLater)));
        check("A. LYDDA 502 B. TARSIS 12 C. TARSIS 1417", Some(Some(Code::ReferenceLater)));
        check("TELCON OF JUNE 3", None);
    }

    #[test]
    fn later_references_are_counted() {
        let text = "O 101200Z JUN 09\nFM AMEMBASSY TARSIS\n\nUNCLAS TARSIS 000417\n\nSUBJECT: GOATS\n\
                    REF: A. TARSIS 12 B. TARSIS 1417 C. TARSIS 418\n\n1. Text.\n";
        let cable = crate::parse(text);
        let later = cable.diagnostics.iter().find(|found| found.code == Code::ReferenceLater);
        let detail = later.and_then(|later| later.detail.as_deref());
        assert_eq!(detail, Some("The reference 09TARSIS1417 is later than 09TARSIS417. The same in 2 places."));
    }
}
