//! Recognizes symbols of offices, as in passing instructions: `EUR/CB`, `S/ES-O`.

use crate::envelope::is_routing_indicator;
use crate::glossary;
use crate::words::up_to;

/// Whether one of a line's words is the symbol of an office: `NEA/ARP, G/TIP AND DRL`.
pub(crate) fn names_office(line: &str) -> bool {
    line.split([' ', ',', ';']).any(is_office)
}

/// Whether a line is the symbol of one office, `EUR/CB`, and not `HIV/AIDS`, which looks like one.
pub(super) fn is_office(line: &str) -> bool {
    let is_part = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_uppercase());
    line.contains('/') && line.split('/').all(is_part) && line != "HIV/AIDS"
}

/// Whether a line is one word that begins like names of American missions and agencies: `USIAEA`, `USAID`.
pub(super) fn is_like_mission(line: &str) -> bool {
    line.len() > 4 && line.starts_with("US") && line.bytes().all(|byte| byte.is_ascii_uppercase())
}

/// Whether a row, and the one below if its list goes on there, names only offices by symbols: `NEA/QY, T, INR`. One
/// symbol must have a stroke: a list without any can be of agencies or posts.
pub(crate) fn names_offices_alone(row: &str, below: &str) -> bool {
    const LONGEST: usize = 5;
    // Bureaus have short symbols; a longer word, or a post's name, is an addressee.
    let is_part = |part: &str| {
        (1..=LONGEST).contains(&part.len())
            && part.bytes().all(|byte| byte.is_ascii_uppercase())
            && !glossary::is_post(part)
    };
    let is_symbol = |symbol: &str| {
        let is_short = symbol.len() < LONGEST || symbol.contains(['/', '-']);
        is_short && symbol.split(['/', '-']).all(is_part) && !is_routing_indicator(up_to(symbol, b"/"))
    };
    let are_symbols = |row: &str| row.trim().trim_end_matches(',').split(',').map(str::trim).all(is_symbol);
    row.split(',').map(str::trim).any(is_office) && are_symbols(row) && (!row.ends_with(',') || are_symbols(below))
}

#[cfg(test)]
mod tests {
    use super::{names_office, names_offices_alone};

    #[test]
    fn offices() {
        assert!(names_office("NEA/ARP, G/TIP AND DRL"));
        assert!(!names_office("MISTAKE IN PARAGRAPHS 8, 9") && !names_office("TEXT OF PARA 8/9"));
    }

    #[test]
    fn lists_of_offices() {
        for (row, below) in [("NEA/QY, S/P, T,", "S/ES-O, INL"), ("EUR/XG", "SIPDIS"), ("DS, INR/SPM", "")] {
            assert!(names_offices_alone(row, below), "{row}");
        }
        for (row, below) in [
            ("CIA WASHDC", ""),
            ("CIA, DIA", ""),
            ("NEA/QY, LYDDA", ""),
            ("NEA/QY, OSLO", ""),
            ("NEA/QY,", "AMEMBASSY LYDDA"),
            ("NEA/QY PRIORITY", ""),
            ("RUEHC/CIA, EUR/XG", ""),
            ("USEU/BRUSSELS", ""),
            ("", ""),
        ] {
            assert!(!names_offices_alone(row, below), "{row}");
        }
    }
}
