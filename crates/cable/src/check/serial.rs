//! The reference number as the envelope and the page markers repeat it.

use super::Comparison;
use crate::interruption::Interruption;
use crate::{Cable, Check, CheckKind, Code, ReferenceNumber};

/// The station serial number is the reference number modulo 10,000 (1,120 of 1,120 measured).
pub(super) fn station_serial(cable: &Cable) -> Option<Check> {
    let serial = cable.transmission.station_serial.as_ref()?;
    let number = cable.reference_number.as_ref()?;
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
