//! Rows that name addressees without a label, and rows with one that name none.

use super::{Zone, ZonedRow};
use crate::envelope::addressee::is_post_alone;
use crate::envelope::transmission::is_routing_continuation;
use crate::envelope::{FormatLine, distribution, is_counter, is_distribution};
use crate::heading::{classification, is_caption};
use crate::row::Gap;
use crate::words::has_small;

/// Addressees stand behind the originator: where some do, those in front of it are offices, to which a copy went.
pub(super) fn without_offices(zoned: &mut [ZonedRow]) {
    let is = |row: &ZonedRow, kind| row.zone == Zone::Envelope(kind);
    let Some(from) = zoned.iter().position(|row| is(row, FormatLine::From)) else { return };
    let Some((above, below)) = zoned.split_at_mut_checked(from) else { return };
    if below.iter().any(|row| is(row, FormatLine::To)) {
        let offices = above.iter_mut().filter(|row| is_addressees(row.zone));
        offices.for_each(|row| row.zone = Zone::Distribution);
    }
}

/// Whether rows of a zone are addressees.
fn is_addressees(zone: Zone) -> bool {
    matches!(zone, Zone::Envelope(FormatLine::To | FormatLine::Info | FormatLine::Exempt))
}

/// Whether a row without a label is one more addressee. Behind a blank row only a post surely is, and what stands behind
/// one that a blank row set apart, too.
pub(super) fn continues_addressees(line: &str, gap: Gap, above: &ZonedRow) -> bool {
    if !is_addressees(above.zone) {
        return false;
    }
    let upper = !has_small(line);
    let routed = line
        .split_once('/')
        .is_some_and(|(routing, _)| is_routing_continuation(routing.trim()) && !routing.trim().is_empty());
    let names = |line: &str| line.bytes().any(|byte| byte.is_ascii_alphanumeric()) && line != "BT";
    let is_below_spaced = || above.label == 0 && above.row.gap == Gap::Blank && classification(line).is_none();
    routed
        || upper
            && (gap != Gap::Blank || is_post_alone(line) || is_below_spaced())
            && names(line)
            && distribution::label(line).is_none()
            && !is_distribution(line)
            && !is_counter(line)
            && !is_caption(line)
}

#[cfg(test)]
mod tests {
    #[track_caller]
    fn check(list: &str, expected: &[&str]) {
        let text = format!(
            "R 021130Z JUN 89\nFM AMEMBASSY TARSIS\n{list}\nUNCLAS TARSIS 0417\n\nTAGS: EWWT\nSUBJECT: ROPES\n"
        );
        let cable = crate::parse(&text);
        let found: Vec<_> = cable.to.iter().chain(&cable.info).map(|field| field.value.name.as_str()).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn offices_above_the_originator() {
        let check = |above: &str, envelope: &str, expected: &[&str]| {
            let text = format!("{above}\n{envelope}\n\nUNCLAS TARSIS 0417\n\nTAGS: EWWT\nSUBJECT: ROPES\n");
            let found: Vec<_> = crate::parse(&text).info.into_iter().map(|field| field.value.name).collect();
            assert_eq!(found, expected, "{text}");
        };
        check("INFO AAID EXSEC\nCIAX 45P", "FM ALDER\nTO BIRCH", &[]);
        check("INFO AAID EXSEC", "FM ALDER\nTO BIRCH\nINFO LYDDA", &["LYDDA"]);
        check("TO BIRCH\nINFO LYDDA", "FM ALDER", &["LYDDA"]);
    }

    #[test]
    fn addressees_behind_blank_rows() {
        check("TO ALDER\n\nAMCONSUL LYDDA\n\nCOMTARSIS\n", &["ALDER", "AMCONSUL LYDDA", "COMTARSIS"]);
        check(
            "TO ALDER\n\nAMCONSUL LYDDA\n\nCOMTARSIS\nINFO BIRCH",
            &["ALDER", "AMCONSUL LYDDA", "COMTARSIS", "BIRCH"],
        );
        check("TO ALDER\n\nCOMTARSIS\n", &["ALDER"]);
        check("TO ALDER\n\nAMCONSUL LYDDA FOR ROE\n", &["ALDER"]);
        check("TO ALDER\n\nAMCONSUL LYDDA\n\nUNCLASSIFIED\n", &["ALDER", "AMCONSUL LYDDA"]);
        check("TO ALDER\n\nAMCONSUL LYDDA\n\nSIPDIS\n", &["ALDER", "AMCONSUL LYDDA"]);
    }
}
