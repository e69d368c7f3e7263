//! Lists of TAGS as written, and the codes read from them.

use super::{TagKind, ends_term, read};

#[track_caller]
fn check(text: &str, expected: &[&str]) {
    let found: Vec<String> = read(text).into_iter().map(|(_, tag)| tag.code).collect();
    assert_eq!(found, expected, "{text:?}");
}

#[test]
fn lists() {
    check("PHUM PREL KCRM MU", &["PHUM", "PREL", "KCRM", "MU"]);
    check("PGOV, PREL, ECON", &["PGOV", "PREL", "ECON"]);
    check("PREL;PGOV;KCOR", &["PREL", "PGOV", "KCOR"]);
    check("EINV,EFIN\nAF", &["EINV", "EFIN", "AF"]);
    check("prel pgov", &["PREL", "PGOV"]);
    check("PREL, #, PGOV,", &["PREL", "PGOV"]);
    check("AU-1 UNO", &["AU-1", "UNO"]);
    check("", &[]);
    check(" , ;", &[]);
    check("N/A", &[]);
    check("None.", &[]);
    check("PREL, PGO V, MU", &["PREL", "PGOV", "MU"]);
    check("PREL, [NAME REMOVED], MU", &["PREL", "MU"]);
    check("ECPS [Communications, and Mail], KWWW [World Wide Web Site], FR [France; Corsica]", &["ECPS", "KWWW", "FR"]);
    check("ECON [Economic\nAffairs] PREL", &["ECON", "PREL"]);
    check("PREL [PGOV] [MU], ECON", &["PREL", "PGOV", "MU", "ECON"]);
    check("[PREL] [PGOV]", &["PREL", "PGOV"]);
    check("PREL [PGOV ECON] MU", &["PREL", "PGOV", "ECON", "MU"]);
    check("PREL, PGOV [US, FR, MU]", &["PREL", "PGOV", "US", "FR", "MU"]);
    check("PINR [DOE, JOHN]", &["PINR", "DOE", "JOHN"]);
    check("PREL, [HARBOUR DUES], MU", &["PREL", "HARBOUR DUES", "MU"]);
    check("OVIP [ROE, JANE], PREL", &["OVIP", "ROE, JANE", "PREL"]);
    check("PREL, MU, U.S-Tarsian Relations", &["PREL", "MU", "U.S-TARSIAN RELATIONS"]);
    check("PREL, U.S.-Tarsian Relations, MU", &["PREL", "U.S.-TARSIAN RELATIONS", "MU"]);
    check("1.ECON 2.MU 3.PREL", &["ECON", "MU", "PREL"]);
    check("A.PREL B.PGOV", &["A", "PREL", "B", "PGOV"]);
    check("PREL.PGOV.MU", &["PREL", "PGOV", "MU"]);
    check("OVIP (ROE, J.), PREL", &["OVIP", "ROE, J.", "PREL"]);
    check("PREL HUMAN RIGHTS PGOV", &["PREL", "HUMAN RIGHTS", "PGOV"]);
    check("PREL, HARBOUR DUES, PGOV", &["PREL", "HARBOUR DUES", "PGOV"]);
    check("PREL HARBOUR DUES PGOV", &["PREL", "HARBOUR", "DUES", "PGOV"]);
    check("PREL, TRADE IN NETS, PGOV", &["PREL", "TRADE IN NETS", "PGOV"]);
    check("PREL, NETS AND ROPES, PGOV", &["PREL", "NETS AND ROPES", "PGOV"]);
    check("HARBOUR DUES, PGOV", &["HARBOUR DUES", "PGOV"]);
    check("HARBOUR DUES PGOV, PREL", &["HARBOUR", "DUES", "PGOV", "PREL"]);
    check("HARBOUR DUES", &["HARBOUR", "DUES"]);
    check("PREL, TRADE IN, PGOV", &["PREL", "TRADE", "IN", "PGOV"]);
    check("PREL, TRADE IN PK, PGOV", &["PREL", "TRADE", "IN", "PK", "PGOV"]);
    check("PREL TRADE IN NETS PGOV", &["PREL", "TRADE", "IN", "NETS", "PGOV"]);
    check("IS KMDR MEDIA REACTION REPORT", &["IS", "KMDR", "MEDIA REACTION REPORT"]);
    check("PREL FOREIGN TRADE", &["PREL", "FOREIGN", "TRADE"]);
    check("PREL SIPDIS", &["PREL"]);
    check("PREL, EUN, USEU BRUSSELS", &["PREL", "EUN", "USEU"]);
    check("EUN BRUSSELS", &["EUN", "BRUSSELS"]);
    check("PREL, PGGOV", &["PREL", "PGOV"]);
    check("OVIP, PGGOV", &["OVIP", "PGGOV"]);
    check("PREL AND XXXXXXXXXXXX PGOV", &["PREL", "PGOV"]);
}

#[test]
fn terms_that_a_line_end_parts() {
    for (above, word, expected) in [
        ("TAGS: PREL COUNTRY", "CLEARANCE", true),
        ("PREL, MEDIA REACTION", "REPORT", true),
        ("TAGS: PREL MEDIA", "REACTION", false),
        ("TAGS: PREL CROSSCOUNTRY", "CLEARANCE", false),
        ("TAGS: PREL", "CLEARANCE", false),
        ("TAGS: PREL COUNTRY", "SENSITIVE", false),
        ("", "RIGHTS", false),
    ] {
        assert_eq!(ends_term(above, word), expected, "{above} / {word}");
    }
    let cable = crate::parse("UNCLAS TARSIS 0417\nTAGS: EWWT COUNTRY\nCLEARANCE\nSUBJECT: ROPES\n");
    assert_eq!(cable.tags.last().map(|tag| tag.value.code.as_str()), Some("COUNTRY CLEARANCE"));
}

#[test]
fn persons() {
    check("OVIP (ROE, JANE), PREL", &["OVIP", "ROE, JANE", "PREL"]);
    check("OVIP (Roe,  Jane A.)", &["OVIP", "ROE, JANE A."]);
    check("OVIP ROE, JANE PREL", &["OVIP", "ROE, JANE", "PREL"]);
    check("OVIP ROE JANE PREL", &["OVIP", "ROE, JANE", "PREL"]);
    check("OVIP ROE JANE", &["OVIP", "ROE, JANE"]);
    check("OVIP ROE JANE HARBOUR PREL", &["OVIP", "ROE", "JANE", "HARBOUR", "PREL"]);
    check("OREP (ROE, JANE; DOE, JOHN) PREL", &["OREP", "ROE, JANE", "DOE, JOHN", "PREL"]);
    check("OVIP (ROE,JANE), PREL", &["OVIP", "ROE, JANE", "PREL"]);
    check("OVIP (ROE, JANE, DOE, JOHN)", &["OVIP", "ROE, JANE", "DOE, JOHN"]);
    check("OVIP (ROE, JANE, JR.)", &["OVIP", "ROE, JANE, JR."]);
    check("OVIP, PREL, ASEAN", &["OVIP", "PREL", "ASEAN"]);
    let kinds = |text: &str| read(text).into_iter().map(|(_, tag)| tag.kind).collect::<Vec<_>>();
    use TagKind::*;
    assert_eq!(kinds("OVIP, LARKIN, HALE, AND ROE."), [Subject, Person, Person, Person]);
    assert_eq!(kinds("OVIP, LARKIN, PREL"), [Subject, Person, Subject]);
    assert_eq!(kinds("OVIP, QQQQ, PREL"), [Subject, Unknown, Subject]);
    assert_eq!(kinds("OVIP, LARKIN, HALE"), [Subject, Unknown, Unknown]);
    check("PREL (PGOV)", &["PREL", "PGOV"]);
    check("(U) PREL, IR", &["PREL", "IR"]);
    check("PREL, IR (U)", &["PREL", "IR"]);
    check("PREL (SBU) IR", &["PREL", "IR"]);
    check("PREL, (TS)", &["PREL", "TS"]);
    check("OVIP (ROE, S.)", &["OVIP", "ROE, S."]);
    check("OVIP (ROE, JANE", &["OVIP", "ROE, JANE"]);
    check("PREL ((", &["PREL"]);
}

#[test]
fn codes_run_together() {
    check("PRELPGOV", &["PREL", "PGOV"]);
    check("PRELPGOVIR", &["PREL", "PGOV", "IR"]);
    check("PRELQQQQ", &["PRELQQQQ"]);
    check("IRPREL", &["IR", "PREL"]);
    check("IRPRELPGOV", &["IR", "PREL", "PGOV"]);
    check("UNESCO", &["UNESCO"]);
    check("PREL MEDIA REACTION", &["PREL", "MEDIA", "REACTION"]);
    check("PREL, INDIA, USAID", &["PREL", "INDIA", "USAID"]);
}

#[test]
fn kinds() {
    let found: Vec<_> =
        read("PREL KCRM IR NATO QX KZZY QQQQ OVIP (ROE, J)").into_iter().map(|(_, tag)| tag.kind).collect();
    use TagKind::*;
    assert_eq!(found, [Subject, Program, Geographic, Organization, Geographic, Program, Unknown, Subject, Person]);
}

#[test]
fn terms_between_commas() {
    check("PREL, FOREIGN POLICY ISSUES, NO", &["PREL", "FOREIGN POLICY ISSUES", "NO"]);
    check("PREL, TIP IN TURKEY REPORT, TU", &["PREL", "TIP IN TURKEY REPORT", "TU"]);
}
