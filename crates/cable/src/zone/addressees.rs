//! Rows that name addressees without a label.

use super::{Zone, ZonedRow};
use crate::envelope::designator::is_post_alone;
use crate::envelope::transmission::is_routing_continuation;
use crate::envelope::{FormatLine, distribution, is_counter, is_distribution};
use crate::heading::is_caption;
use crate::row::Gap;
use crate::words::{has_small, is_number};

/// Whether a zone's rows are addressees.
fn is_addressees(zone: Zone) -> bool {
    matches!(zone, Zone::Envelope(FormatLine::To | FormatLine::Info | FormatLine::Exempt))
}

/// Whether a row without a label is a further addressee. Behind a blank row only a post or one with routing surely is.
pub(super) fn continues_addressees(line: &str, gap: Gap, above: &ZonedRow) -> bool {
    if !is_addressees(above.zone) {
        return false;
    }
    let upper = !has_small(line);
    let routed = line
        .split_once('/')
        .is_some_and(|(routing, _)| is_routing_continuation(routing.trim()) && !routing.trim().is_empty());
    let names =
        |line: &str| line.bytes().any(|byte| byte.is_ascii_alphanumeric()) && line != "BT" && !is_group_count(line);
    routed
        || upper
            && (gap != Gap::Blank || is_post_alone(line))
            && names(line)
            && distribution::label(line).is_none()
            && !is_distribution(line)
            && !is_counter(line)
            && !is_caption(line)
}

/// Whether a line is format line 10, the number of groups of letters that follow: `GR 47`.
fn is_group_count(line: &str) -> bool {
    line.strip_prefix("GR").is_some_and(|count| count == "NC" || is_number(count.trim_start()))
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
        check("TO ALDER\nGR 47\nBT", &["ALDER"]);
        check("TO ALDER\nGRIMSBY\n", &["ALDER", "GRIMSBY"]);
        check("TO ALDER\n\nAMCONSUL LYDDA FOR ROE\n", &["ALDER"]);
        check("TO ALDER\n\nAMCONSUL LYDDA\n\nUNCLASSIFIED\n", &["ALDER", "AMCONSUL LYDDA"]);
        check("TO ALDER\n\nAMCONSUL LYDDA\n\nSIPDIS\n", &["ALDER", "AMCONSUL LYDDA"]);
    }
}
