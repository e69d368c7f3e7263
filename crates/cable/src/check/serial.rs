//! The reference number, against the envelope and the page markers that repeat it.

use super::Comparison;
use crate::interruption::Interruption;
use crate::{Cable, Check, CheckKind, Code, ReferenceNumber};

/// Series of a travelling delegation: the station that sends for it counts separately.
const DELEGATIONS: [&str; 2] = ["PARTO", "SECTO"];

/// The station serial number is the reference number modulo 10,000 (1,120 of 1,120 measured).
pub(super) fn station_serial(cable: &Cable) -> Option<Check> {
    let serial = cable.transmission.station_serial.as_ref()?;
    let number = cable.reference_number.as_ref().filter(|own| !DELEGATIONS.contains(&own.value.post.as_str()))?;
    let compared = Comparison { kind: CheckKind::StationSerial, span: serial.raw, against: number.raw };
    let (post, own) = (&number.value.post, number.value.number);
    Some(match serial.value == own % 10_000 {
        true => compared.holds(format!("Station serial {:04} fits {post} {own}.", serial.value)),
        false => compared
            .fails(Code::SerialDiffers, format!("Station serial {:04} does not fit {post} {own}.", serial.value)),
    })
}

/// Every page marker carries the number of the telegram (491 of 491 measured).
pub(super) fn page_markers(cable: &Cable, interruptions: &[Interruption]) -> Option<Check> {
    let own = cable.reference_number.as_ref()?;
    let mut markers = interruptions.iter().filter_map(|marker| Some((marker.number?, marker.span)));
    let first = markers.clone().next()?;
    let other = markers.find(|(number, _)| *number != own.value.number);
    let (number, span) = other.unwrap_or(first);
    let compared = Comparison { kind: CheckKind::PageMarkers, span, against: own.raw };
    let ReferenceNumber { post, number: own, .. } = &own.value;
    Some(match other {
        None => compared.holds(format!("Every page marker says {own}.")),
        Some(_) => compared.fails(
            Code::MarkerDiffers,
            format!("A page marker says {number} and the classification line {post} {own}."),
        ),
    })
}

#[cfg(test)]
mod tests {
    use crate::CheckKind;

    #[test]
    fn station_serials() {
        for (number, expected) in
            [("TARSIS 000417", Some(true)), ("TARSIS 000418", Some(false)), ("SECTO 000417", None)]
        {
            let text = format!(
                "VZCZCXYZ0001\nRR RUEHXX\nDE RUEHTT #0417 1611200\nR 101200Z JUN 09\nFM AMEMBASSY \
                 TARSIS\nTO ALDER\nUNCLAS {number}\n\nSUBJECT: GOATS\n\n1. They eat.\n"
            );
            let cable = crate::parse(&text);
            let found = cable.checks.iter().find(|check| check.kind == CheckKind::StationSerial);
            assert_eq!(found.map(|check| check.holds), expected, "{number}");
        }
    }
}
