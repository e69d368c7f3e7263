//! Rows that say that another telegram is quoted, with its header.

use crate::heading;

/// Whether a line introduces a quoted telegram: `QUOTE:`, alone or with that one's classification line, or `FOLLOWING
/// REPEAT TARSIS 417 SENT ACTION LYDDA`.
pub(in crate::zone) fn is_quotation(line: &str) -> bool {
    const OPENINGS: [&str; 5] =
        ["FOLLOWING REPEAT ", "FOLLOWING REPEATED ", "FOLLOWING TEL ", "FOLLOWING TELEGRAM ", "FOLLOWING MESSAGE "];
    let quoted = || ["QUOTE", "QTE"].iter().find_map(|word| line.strip_prefix(word)?.strip_prefix([':', ' ']));
    opens_quotation(line)
        || OPENINGS.iter().any(|opening| line.starts_with(opening))
        || quoted().is_some_and(|quoted| heading::names_telegram(quoted.trim_start()))
}

/// Whether a line is only `QUOTE:` or the like.
pub(super) fn opens_quotation(line: &str) -> bool {
    matches!(line.trim_end_matches([':', '.']), "QUOTE" | "QTE" | "BEGIN QUOTE" | "BEGIN TEXT")
}

#[cfg(test)]
mod tests {
    #[test]
    fn quotations() {
        for line in ["QUOTE:", "FOLLOWING REPEAT TARSIS 417 SENT LYDDA", "QUOTE: CONFIDENTIAL TARSIS 0417"] {
            assert!(super::is_quotation(line), "{line}");
        }
        for line in ["QUOTE: THE HARBOR IS OURS", "QUOTED", "FOLLOWING IS A LIST"] {
            assert!(!super::is_quotation(line), "{line}");
        }
    }

    #[test]
    fn repeated_telegrams() {
        let check = |repeat: &str| {
            let text = format!("FM ALDER\nTO BIRCH\n\nUNCLAS TARSIS 0417\n{repeat}\nTAGS: EWWT\nSUBJECT: ROPES\n");
            let found: Vec<_> = crate::parse(&text).passing.into_iter().map(|field| field.value).collect();
            assert_eq!(found, ["FOR ROE", "FOLLOWING REPEAT LYDDA 12 SENT ACTION BIRCH QUAY JUN 19:"], "{text}");
        };
        let repeat = "FOR ROE\nFOLLOWING REPEAT LYDDA 12 SENT ACTION BIRCH\nQUAY JUN 19:";
        check(&format!("{repeat}\nQUOTE\nUNCLAS LYDDA 0012"));
        check(&format!("{repeat}\nQUOTE UNCLAS LYDDA 0012"));
        check(repeat);
    }

    #[test]
    fn rows_below_the_line_of_a_repeated_telegram() {
        let check = |row: &str, passing: &[&str]| {
            let opening = "FOLLOWING TELEGRAM FROM LYDDA SENT BIRCH\nROME IS REPEATED TO YOU: QUOTE";
            let quoted = format!("SECRET LYDDA 0012\nEXDIS\n{row}\nE.O. 11652: GDS\nTAGS: EWWT\nSUBJECT: ROPES\n");
            let cable = crate::parse(&format!("SECRET TARSIS 0417\nEXDIS\n{opening}\n{quoted}1. RAIN.\n"));
            let found: Vec<_> = cable.passing.iter().map(|field| field.value.as_str()).collect();
            let whole = opening.replace('\n', " ");
            assert_eq!(found, [&[whole.as_str()], passing].concat(), "{row}");
            let repeated = |found: &&crate::Diagnostic| found.code == crate::Code::FieldRepeated;
            assert_eq!(cable.diagnostics.iter().filter(repeated).count(), 1, "{row}");
        };
        check("STATE PLEASE PASS TO ALDER", &["STATE PLEASE PASS TO ALDER"]);
        check("THE PORT IS OPEN", &[]);
    }

    #[test]
    fn telegrams_repeated_for_information() {
        let check = |opening: &str, info: &[&str]| {
            let quoted = "QUOTE:\nUNCLAS LYDDA 0012\n\nTAGS: EWWT\nSUBJECT: ROPES\n";
            let text = format!("R 021130Z JUN 09\nFM ALDER\nINFO BIRCH\nUNCLAS TARSIS 0417\n\n{opening}\n\n{quoted}");
            let cable = crate::parse(&text);
            let found: Vec<_> = cable.info.iter().map(|field| field.value.name.as_str()).collect();
            assert_eq!((cable.mrn().as_deref(), found.as_slice()), (Some("09TARSIS417"), info), "{text}");
        };
        check("LYDDA 12 IS BEING REPEATED FOR YOUR\nINFO:", &["BIRCH"]);
        check("LYDDA 12 IS REPEATED\nFOR\nINFO:", &["BIRCH"]);
        check("FOR ROE\nINFO AMEMBASSY ROME", &["BIRCH", "AMEMBASSY ROME"]);
    }
}
