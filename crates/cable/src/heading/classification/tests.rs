//! A line for each form of a classification line, and lines that only look like one.

use super::classification;
use crate::Level::{self, *};

/// Level, caveats, text of the level, rest, damage.
type Expected<'a> = (Level, &'a [&'a str], &'a str, &'a str, bool);

#[track_caller]
fn check(line: &str, expected: Option<Expected>) {
    let found = classification(line);
    let found = found.as_ref().map(|found| {
        let caveats: Vec<&str> = found.caveats.iter().map(String::as_str).collect();
        (found.level, caveats, &line[found.text.clone()], &line[found.rest.clone()], found.damaged)
    });
    let expected = expected.map(|(level, caveats, text, rest, damaged)| (level, caveats.to_vec(), text, rest, damaged));
    assert_eq!(found, expected, "{line:?}");
}

#[test]
fn lines() {
    for (line, level, caveats, text, rest) in [
        (
            "C O N F I D E N T I A L SECTION 01 OF 02 ELBONIA 000417",
            Confidential,
            &[] as &[_],
            "C O N F I D E N T I A L",
            "SECTION 01 OF 02 ELBONIA 000417",
        ),
        ("UNCLAS ELBONIA 0012", Unclassified, &[], "UNCLAS", "ELBONIA 0012"),
        ("UNCLAS STATE 12", Unclassified, &[], "UNCLAS", "STATE 12"),
        ("UNCLAS SECTION TWO OF TWO ELBONIA 0012", Unclassified, &[], "UNCLAS", "SECTION TWO OF TWO ELBONIA 0012"),
        ("S E C R E T ABU ELBON 000012 ", Secret, &[], "S E C R E T", "ABU ELBON 000012"),
        ("S E C R E T NOFORN ELBONIA 000012", Secret, &["NOFORN"], "S E C R E T", "ELBONIA 000012"),
        (
            "S E C R E T//NOFORN SECTION 01 OF 03 ELBONIA 000012",
            Secret,
            &["NOFORN"],
            "S E C R E T",
            "SECTION 01 OF 03 ELBONIA 000012",
        ),
        ("UNCLAS SECTION 01 OF 02 ELBONIA 000012", Unclassified, &[], "UNCLAS", "SECTION 01 OF 02 ELBONIA 000012"),
        ("UNCLAS SENSITIVE ELBONIA 000012", Unclassified, &["SENSITIVE"], "UNCLAS", "ELBONIA 000012"),
        ("U N C L A S  E F T O ELBONIA 000012", Unclassified, &["EFTO"], "U N C L A S", "ELBONIA 000012"),
        ("UNCLASSIFIED//FOR OFFICIAL USE ONLY", Unclassified, &["FOR OFFICIAL USE ONLY"], "UNCLASSIFIED", ""),
        ("UNCLASSIFIED   STATE   00100153", Unclassified, &[], "UNCLASSIFIED", "STATE   00100153"),
        ("U N C L A S S I F I E D ELBONIA 01234", Unclassified, &[], "U N C L A S S I F I E D", "ELBONIA 01234"),
        ("T O P S E C R E T ELBONIA 01234", TopSecret, &[], "T O P S E C R E T", "ELBONIA 01234"),
        (
            "LIMITED OFFICIAL USE SECTION 1 OF 2 ELBONIA 1234",
            LimitedOfficialUse,
            &[],
            "LIMITED OFFICIAL USE",
            "SECTION 1 OF 2 ELBONIA 1234",
        ),
        ("LIMOFFUSE ELBONIA 01234", LimitedOfficialUse, &[], "LIMOFFUSE", "ELBONIA 01234"),
        ("C O N F I D E N T I A L N O F O R N", Confidential, &["NOFORN"], "C O N F I D E N T I A L", ""),
        ("SECRET", Secret, &[], "SECRET", ""),
        (
            "CONFIDENTIAL FINAL SECTION OF 2 ELBONIA 0905",
            Confidential,
            &[],
            "CONFIDENTIAL",
            "FINAL SECTION OF 2 ELBONIA 0905",
        ),
        (
            "S E C R E T//REL TO USA, FVEY//NODIS SECTION 01 OF 02",
            Secret,
            &["REL TO USA, FVEY", "NODIS"],
            "S E C R E T",
            "SECTION 01 OF 02",
        ),
        ("S E C R E T STATE 012345 SIPDIS", Secret, &[], "S E C R E T", "STATE 012345 SIPDIS"),
        ("UNCLAS ELBONIA 000417SIPDIS", Unclassified, &[], "UNCLAS", "ELBONIA 000417SIPDIS"),
        ("UNCLAS 000417", Unclassified, &[], "UNCLAS", "000417"),
        ("UNCLAS 01 OF 02 ELBONIA 000417", Unclassified, &[], "UNCLAS", "01 OF 02 ELBONIA 000417"),
    ] {
        check(line, Some((level, caveats, text, rest, false)));
    }
}

#[test]
fn damaged_lines() {
    for (line, level, text, rest) in [
        ("SS E C R E T ELBONIA 000012", Secret, "SS E C R E T", "ELBONIA 000012"),
        ("E C R E T ELBONIA 000012", Secret, "E C R E T", "ELBONIA 000012"),
        (
            "C O N F I D E N T CTA L SECTION 1 OF 3 ELBONIA 12",
            Confidential,
            "C O N F I D E N T CTA L",
            "SECTION 1 OF 3 ELBONIA 12",
        ),
        ("CC O N F I D E N T I A L SECTION 01 OF 02", Confidential, "CC O N F I D E N T I A L", "SECTION 01 OF 02"),
        ("C O N F I D E N T A L ELBONIA 000012", Confidential, "C O N F I D E N T A L", "ELBONIA 000012"),
        (
            "C ONFIDENTIAL SECTION 01 of 02 ELBONIA 000012",
            Confidential,
            "C ONFIDENTIAL",
            "SECTION 01 of 02 ELBONIA 000012",
        ),
        ("C o n f i d e n t i a l section 01 of 02", Confidential, "C o n f i d e n t i a l", "section 01 of 02"),
        ("CONFIDENTAL SECTION 01 OF 02", Confidential, "CONFIDENTAL", "SECTION 01 OF 02"),
        ("LIMITED OFFICAL USE ELBONIA 0417", LimitedOfficialUse, "LIMITED OFFICAL USE", "ELBONIA 0417"),
        ("SECRETSTATE 024170", Secret, "SECRET", "STATE 024170"),
        ("CECRETSTATE 024170", Secret, "CECRET", "STATE 024170"),
        ("SECRETUSUN NEW YORK 024170", Secret, "SECRET", "USUN NEW YORK 024170"),
        ("CONFIDENTIALSTAKE 024170", Confidential, "CONFIDENTIAL", "STAKE 024170"),
        ("CONF lDENTIALUSUNNEWYORK024170", Confidential, "CONF lDENTIAL", "USUNNEWYORK024170"),
        (
            "CONFIDENTIALSECTION 01 OF 04 NEW ELBONIA 000417",
            Confidential,
            "CONFIDENTIAL",
            "SECTION 01 OF 04 NEW ELBONIA 000417",
        ),
    ] {
        check(line, Some((level, &[], text, rest, true)));
    }
}

#[test]
fn lines_by_place() {
    let read = |line: &str| super::classification_by_place(line).map(|found| found.level);
    for (line, level) in [
        ("UNCLAS (ROPES) TARSIS 000417", Unclassified),
        ("SECRET//FGI//NOFORN TARSIS 000417", Secret),
        ("LIMITED OFFICIAL USE TARSIS 1976", LimitedOfficialUse),
        ("CONFIDENTIAL TARSIS: 417", Confidential),
    ] {
        assert_eq!((classification(line), read(line)), (None, Some(level)), "{line}");
    }
    for line in [
        "SECRET SERVICE FOR ROE",
        "SECRET SERVICE FOR ROE IN ROOM 12",
        "CONFIDENTIAL FILES OF THE HARBOUR",
        "Secret talks of 2004",
        "SECRETARIAT 12",
        "TREASURY PASS SECRET SERVICE 12",
        "CONFIDENTIAL CLERK PASS TO ROOM 12",
    ] {
        assert_eq!(read(line), None, "{line}");
    }
}

#[test]
fn years() {
    for line in ["UNCLAS ROME 1976", "LIMITED OFFICIAL USE ROME 2043", "SECRET SEC 01 OF 02 TARSIS 1976"] {
        assert!(classification(line).is_some(), "{line}");
    }
    for line in ["SECRET TALKS ROME 1976", "SECRET TARSIS 1976", "SECRET ROME 1976 TALKS", "SECRET SEC REPORTS 1976"] {
        assert_eq!(classification(line), None, "{line}");
    }
}

#[test]
fn prose() {
    for line in [
        "Secret talks began in 2004.",
        "SECRET TALKS IN ELBONIA IN 2004",
        "SECRETARY OF STATE",
        "SECRETARY STATE 024170",
        "SECRETLY ON 024170",
        "SECRETARIAT 024170",
        "CONFIDENTIALITY 024170",
        "UNCLASSIFIEDPAPERS TO STATE 024170",
        "SECRETSECTION OF THE ARCHIVE 024170",
        "SECRETSECTION ONE TREE 024170",
        "CECRETSTAKE 024170",
        "THE SECRETSTATE 024170",
        "Confidential sources told us",
        "Unclassified paper was handed over",
        "CONFIDENTIAL     XYZ1234",
        "CONFIDENTIAL 02 OF 04",
        "SECRET 02 OF 04 ROPES",
        "Secret 02 of 04 ropes 000417",
        "SECRET 02 OF 04 ROPES IN 2004",
        "a b c d e f",
        "SUBJECT: SECRET",
        "1. (C) Secret",
        "",
        "\u{c9}cret",
    ] {
        check(line, None);
    }
}
