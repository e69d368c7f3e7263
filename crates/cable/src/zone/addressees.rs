//! Rows that name addressees without a label.

use super::{Zone, ZonedRow};
use crate::envelope::designator::is_post_alone;
use crate::envelope::transmission::is_routing_continuation;
use crate::envelope::{FormatLine, distribution, is_counter, is_distribution};
use crate::heading::is_caption;
use crate::row::Gap;
use crate::words::has_small;

/// Whether rows of a zone are addressees.
fn is_addressees(zone: Zone) -> bool {
    matches!(zone, Zone::Envelope(FormatLine::To | FormatLine::Info | FormatLine::Exempt))
}

/// Whether a row without a label is one more addressee. Behind a blank row only a post surely is.
pub(super) fn continues_addressees(line: &str, gap: Gap, above: &ZonedRow) -> bool {
    if !is_addressees(above.zone) {
        return false;
    }
    let upper = !has_small(line);
    let routed = line
        .split_once('/')
        .is_some_and(|(routing, _)| is_routing_continuation(routing.trim()) && !routing.trim().is_empty());
    let names = |line: &str| line.bytes().any(|byte| byte.is_ascii_alphanumeric()) && line != "BT";
    routed
        || upper
            && (gap != Gap::Blank || is_post_alone(line))
            && names(line)
            && distribution::label(line).is_none()
            && !is_distribution(line)
            && !is_counter(line)
            && !is_caption(line)
}

/// Whether rows end with addressees that a copy has set apart, each behind a blank row: where a page breaks behind one
/// more row, that is the last of the list.
pub(super) fn is_set_apart(rows: &[ZonedRow]) -> bool {
    /// Of fewer it can be chance.
    const FEWEST: usize = 6;
    let last = rows.iter().rev().take(FEWEST);
    last.filter(|row| is_addressees(row.zone) && row.row.gap == Gap::Blank).count() == FEWEST
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
    fn addressees_behind_blank_rows() {
        check("TO ALDER\n\nAMCONSUL LYDDA\n\nCOMTARSIS\n", &["ALDER", "AMCONSUL LYDDA"]);
        check("TO ALDER\n\nAMCONSUL LYDDA\nINFO BIRCH", &["ALDER", "AMCONSUL LYDDA", "BIRCH"]);
        check("TO ALDER\n\nAMCONSUL LYDDA\n\nFROM AMBASSADOR ROE\n", &["ALDER", "AMCONSUL LYDDA"]);
        check("TO ALDER\n\nCOMTARSIS\n", &["ALDER"]);
        check("TO ALDER\n\nAMCONSUL LYDDA FOR ROE\n", &["ALDER"]);
        let list = "TO ALDER".to_owned() + &"\n\nAMCONSUL LYDDA".repeat(6);
        let posts = |last: &[&'static str]| [&["ALDER"], &["AMCONSUL LYDDA"; 6][..], last].concat();
        let page = "\n\nSECRET\n\nPAGE 02 TARSIS 00417 021130Z\n";
        check(&format!("{list}\n\nCOMTARSIS{page}"), &posts(&["COMTARSIS"]));
        check(&format!("{list}\n\nCOMTARSIS\n"), &posts(&[]));
        check(&format!("{list}\nAMCONSUL LYDDA\n\nVIA COURIER{page}"), &posts(&["AMCONSUL LYDDA"]));
        check(&format!("TO ALDER\n\nAMCONSUL LYDDA\n\nCOMTARSIS{page}"), &["ALDER", "AMCONSUL LYDDA"]);
        for row in [
            "STATE FOR ROE",
            "DEPT PASS TO NSC",
            "SIPDIS",
            "FROM AMBASSADOR ROE",
            "EYES ONLY FOR ROE",
            "FOR AMBASSADOR ROE",
            "NOTE BY OC/T: NOT PASSED LYDDA",
            "NOT PASSED TO ABOVE ADDRESSEE",
            "C O R R E C T E D C O P Y",
            "AMEMBASSY LYDDA FOR DOE",
            "Ropes",
            "BT",
        ] {
            check(&format!("{list}\n\n{row}{page}"), &posts(&[]));
        }
        check(&format!("{list}\n\nCOMTARSIS\nROPES{page}"), &posts(&[]));
        check("TO ALDER\n\nAMCONSUL LYDDA\n\nUNCLASSIFIED\n", &["ALDER", "AMCONSUL LYDDA"]);
        check("TO ALDER\n\nAMCONSUL LYDDA\n\nSIPDIS\n", &["ALDER", "AMCONSUL LYDDA"]);
    }
}
