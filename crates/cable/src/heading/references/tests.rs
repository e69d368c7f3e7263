//! Lists as written, and a row for each reference read.

use super::{Context, references};
use crate::{Logical, Span};

const APRIL: Context = Context { year: Some(2008), day: Some(110), post: Some("ELBONIA"), number: Some(286) };

/// Expected references as `label kind mrn | text`.
#[track_caller]
fn check_in(context: &Context, text: &str, expected: &[&str]) -> Vec<String> {
    let field = Logical::lines(text, &[Span::new(0, text.len() as u32)]);
    let (found, diagnostics) = references(&field, context);
    let found: Vec<String> = found
        .into_iter()
        .map(|field| {
            let reference = field.value;
            let mrn = reference.number.and_then(|number| number.canonical());
            let label = reference.label.as_deref().unwrap_or("-");
            format!("{label} {:?} {} | {}", reference.kind, mrn.as_deref().unwrap_or("-"), reference.text)
        })
        .collect();
    assert_eq!(found, expected, "{text:?}");
    diagnostics.into_iter().map(|diagnostic| diagnostic.code.name().to_owned()).collect()
}

#[track_caller]
fn check(text: &str, expected: &[&str]) {
    assert_eq!(check_in(&APRIL, text, expected), Vec::<String>::new(), "{text:?}");
}

#[test]
fn short_names_of_the_own_post() {
    let casablanca = Context { post: Some("CASABLANCA"), ..APRIL };
    check_in(&casablanca, "REF: 05 CASA 1220", &["- Cable 05CASABLANCA1220 | 05 CASA 1220"]);
    check_in(&casablanca, "REF: 05 CAS 1220", &["- Cable 05CAS1220 | 05 CAS 1220"]);
    check("REF: 05 CASA 1220", &["- Cable 05CASA1220 | 05 CASA 1220"]);
}

#[test]
fn lettered() {
    let two = ["A Cable 08ELBONIA138 | ELBONIA 138", "B Cable 08ROME160 | ROME 160"];
    for text in [
        "REF: A. ELBONIA 138\nB. ROME 160",
        "REF: A. ELBONIA 138\n\n     B. ROME 160\n",
        "REFS: A) ELBONIA 138 B) ROME 160",
        "REF: (A) ELBONIA 138 (B) ROME 160",
        "REF: A. ELBONIA 138, B. ROME 160",
        "REF: A) ELBONIA 138; B) ROME 160",
        "REF A) ELBONIA 138 B)\nROME 160",
        "REF: A. A) ELBONIA 138 B. B) ROME 160",
        "REF: a) ELBONIA 138\nb) ROME 160",
        "REFS: A.) ELBONIA 138 B.) ROME 160",
        "REF: ELBONIA 138 (A), ROME 160 (B)",
        "REF: A. (C) ELBONIA 138 B. (U) ROME 160",
        "REFTEL A: ELBONIA 138; REFTEL B: ROME 160",
        "A. ELBONIA 138\nB. ROME 160",
        "REF: [A] ELBONIA 138, [B] ROME 160",
        "REF: A - ELBONIA 138\nB - ROME 160",
        "REF: A. REF A ELBONIA 138 B. REF B ROME 160",
        "REF: A. REF: A) ELBONIA 138 B. B) ROME 160",
        "Ref(s): A. REF: ELBONIA 138 \u{b6}B. ROME 160",
        "Refs: (A) ELBONIA 138\n-    (B) ROME 160",
        "Refs: (A) ELBONIA 138 -    (B) ROME 160",
        "REF: A.ELBONIA 138, B.ROME 160",
        "REF: A:ELBONIA 138; B:ROME 160",
        "REF: A/ ELBONIA 138 B/ ROME 160",
        "REF: (A.) ELBONIA 138, (B.) ROME 160",
    ] {
        check(text, &two);
    }
}

#[test]
fn numbered() {
    let two = ["1 Cable 08OSLO138 | OSLO 138", "2 Cable 08ROME160 | ROME 160"];
    check("REF: 1. OSLO 138\n     2. ROME 160", &two);
    check("REF: (1) OSLO 138 (2) ROME 160", &two);
    check("REF: 1.OSLO 138; 2.ROME 160", &two);
    check("REF: 1. OSLO 138 - 2. ROME 160", &two);
    let rows: Vec<_> = (1..=12).map(|figure| format!("{figure}. ROME {figure}0")).collect();
    let each: Vec<_> = (1..=12).map(|figure| format!("{figure} Cable 08ROME{figure}0 | ROME {figure}0")).collect();
    check(&format!("REF: {}", rows.join("\n")), &each.iter().map(String::as_str).collect::<Vec<_>>());
    let three = ["1 Cable 08OSLO138 | OSLO 138", "2 Email - | ROE-DOE EMAIL", "3 Cable 08ROME160 | ROME 160"];
    check("REF: 1. OSLO 138, 2. ROE-DOE EMAIL, 3. ROME 160", &three);
}

#[test]
fn letters_that_are_none() {
    check("REF: A.I.D. 12", &["- Cable 08AID12 | A.I.D. 12"]);
    check("REF: A. OSLO 41, C.ROME 160", &["A Cable 08OSLO41 | OSLO 41", "A Cable 08ROME160 | C.ROME 160"]);
    check("REF: E.BERLIN 12", &["- Cable 08BERLIN12 | E.BERLIN 12"]);
    check(
        "REF: A.OSLO 41, B.ROE-DOE EMAIL, C.ROME 160",
        &["A Cable 08OSLO41 | OSLO 41", "B Email - | ROE-DOE EMAIL", "C Cable 08ROME160 | ROME 160"],
    );
    check("REF: A.OSLO 41, B.F. ROE MEMO", &["A Cable 08OSLO41 | OSLO 41", "A Memo - | B.F. ROE MEMO"]);
    check("REF: A/ OSLO 12 AND B/ ROME 4", &["A Cable 08OSLO12 | OSLO 12", "B Cable 08ROME4 | ROME 4"]);
    check("REF: A/S ROE MEMO", &["- Memo - | A/S ROE MEMO"]);
    check("REF: B/ ROE MEMO", &["- Memo - | B/ ROE MEMO"]);
    check("REF: 1. OSLO 138 SAYS THIS", &["- Other - | 1. OSLO 138 SAYS THIS"]);
    check("REF: 1. ANNEX 4", &["- Other - | 1. ANNEX 4"]);
    check("REF: A. ROE AND B.DOE MEMO", &["A Memo - | ROE AND B.DOE MEMO"]);
    check("REF: A. ROME 5 (1)\nB. OSLO 6", &["A Cable 08ROME5 | ROME 5 (1)", "B Cable 08OSLO6 | OSLO 6"]);
    check("REF: ROME 1. OSLO 2. LYDDA 3", &["- Cable 08ROME1 | ROME 1. OSLO 2. LYDDA 3"]);
}

#[test]
fn without_letters() {
    check("REFTEL: ELBONIA 84", &["- Cable 08ELBONIA84 | ELBONIA 84"]);
    check(
        "REF: Rome 1, Rome 2; Oslo 3",
        &["- Cable 08ROME1 | Rome 1", "- Cable 08ROME2 | Rome 2", "- Cable 08OSLO3 | Oslo 3"],
    );
    check(
        "REF: ROME 1 CIRCULAR; ROME CA-34 OF MAY 2, 2008",
        &["- Cable 08ROME1 | ROME 1 CIRCULAR", "- Other - | ROME CA-34 OF MAY 2, 2008"],
    );
    check("REF: COMTARSIS 061306 MAR 07/QUAYGEN 071/07", &["- Cable - | COMTARSIS 061306 MAR 07/QUAYGEN 071/07"]);
    let day = "- Cable 08ROME1 | ROME 1, MARCH 13, 2008";
    check("REF: ROME 1, MARCH 13, 2008", &[day]);
    check("REF: ROME 1, MARCH 13, 2008; OSLO 3", &[day, "- Cable 08OSLO3 | OSLO 3"]);
    check(
        "REF: ROME 1, MARCH 13, 1998; OSLO 3",
        &["- Cable 98ROME1 | ROME 1, MARCH 13, 1998", "- Cable 08OSLO3 | OSLO 3"],
    );
    check("REF: ROME 1, 3/13/98", &["- Cable 98ROME1 | ROME 1, 3/13/98"]);
    check("REF: 07 ROME 1, MARCH 13, 2007", &["- Cable 07ROME1 | 07 ROME 1, MARCH 13, 2007"]);
    check(
        "REF: A. ROME 1 OF 5 JUNE 1975 B. OSLO 3 DTD 6/5/98",
        &["A Cable 75ROME1 | ROME 1 OF 5 JUNE 1975", "B Cable 98OSLO3 | OSLO 3 DTD 6/5/98"],
    );
    check("REF: GENERAL ORDER 12 OSLO 22", &["- Other - | GENERAL ORDER 12", "- Cable 08OSLO22 | OSLO 22"]);
    check("REF: ROME 1, 13 MAR 08", &["- Cable 08ROME1 | ROME 1, 13 MAR 08"]);
    check("REF: ROME 1, 2, MAY 14", &["- Cable 08ROME1 | ROME 1", "- Cable 08ROME2 | 2", "- Other - | MAY 14"]);
    check("REF: ROME 1, MARCH 13, 2008 LETTER", &["- Cable 08ROME1 | ROME 1", "- Other - | MARCH 13, 2008 LETTER"]);
    check("REF: ROME 1 CIRCULAR; PARA 4", &["- Cable 08ROME1 | ROME 1 CIRCULAR; PARA 4"]);
    check("REF: ROME 1: OSLO 3", &["- Cable 08ROME1 | ROME 1", "- Cable 08OSLO3 | OSLO 3"]);
    check(
        "REF: (A) 07 ROME 1 (B) 07 OSLO\n- 3 (C) ROME 5\n-    (D) OSLO 6",
        &[
            "A Cable 07ROME1 | 07 ROME 1",
            "B Cable 07OSLO3 | 07 OSLO - 3",
            "C Cable 08ROME5 | ROME 5",
            "D Cable 08OSLO6 | OSLO 6",
        ],
    );
    check("REF: ROME 1\n     OSLO 3", &["- Cable 08ROME1 | ROME 1", "- Cable 08OSLO3 | OSLO 3"]);
    check(
        "REF: SAO PAULO 433 BRASILIA 709 2007 ROME 5",
        &[
            "- Cable 08SAOPAULO433 | SAO PAULO 433",
            "- Cable 08BRASILIA709 | BRASILIA 709",
            "- Cable 07ROME5 | 2007 ROME 5",
        ],
    );
    check(
        "REF: (A) PORT AU PRINCE 1234 (B) SAO PAULO 433 (C) ELBONIA 28\n6 (D) OSLO 3",
        &[
            "A Cable 08PORTAUPRINCE1234 | PORT AU PRINCE 1234",
            "B Cable 08SAOPAULO433 | SAO PAULO 433",
            "C Cable 08ELBONIA286 | ELBONIA 28 6",
            "D Cable 08OSLO3 | OSLO 3",
        ],
    );
    check(
        "REF: A. 2008 ELBONIA 1\n\u{b6}B. 2962 AND PREVIOUS",
        &["A Cable 08ELBONIA1 | 2008 ELBONIA 1", "B Cable 08ELBONIA2962 | 2962 AND PREVIOUS"],
    );
    check(
        "REF: ELBONIA 14 ELBONIA 00000286 001.2 OF 002 ROME 3",
        &["- Cable 08ELBONIA14 | ELBONIA 14", "- Cable 08ROME3 | ROME 3"],
    );
    check(
        "REF: A) ROME 692/317/274; B) 07 OSLO\n93/45",
        &[
            "A Cable 08ROME692 | ROME 692",
            "A Cable 08ROME317 | 317",
            "A Cable 08ROME274 | 274",
            "B Cable 07OSLO93 | 07 OSLO 93",
            "B Cable 07OSLO45 | 45",
        ],
    );
    check("REF: 377 ELBONIA", &["- Cable 08ELBONIA377 | 377 ELBONIA"]);
    check("REF: ROME 1 AND PREVIOUS", &["- Cable 08ROME1 | ROME 1 AND PREVIOUS"]);
    check("REF: ROME 1, AND PREVIOUS", &["- Cable 08ROME1 | ROME 1, AND PREVIOUS"]);
}

#[test]
fn the_same_post() {
    check("REF: STATE 936/935", &["- Cable 08STATE936 | STATE 936", "- Cable 08STATE935 | 935"]);
    check(
        "REF: A. 07 STATE 36 AND 2764 B. ROME 5",
        &["A Cable 07STATE36 | 07 STATE 36", "A Cable 07STATE2764 | 2764", "B Cable 08ROME5 | ROME 5"],
    );
    check(
        "REF: D. 07 ROME 1807 AND 08 ROME 0075",
        &["D Cable 07ROME1807 | 07 ROME 1807", "D Cable 08ROME75 | 08 ROME 0075"],
    );
}

#[test]
fn remarks_and_subjects() {
    check(
        "REF: A) ROME 2208 (NOTAL) B) OSLO 22 (EXDIS)",
        &["A Cable 08ROME2208 | ROME 2208 (NOTAL)", "B Cable 08OSLO22 | OSLO 22 (EXDIS)"],
    );
    check(
        "REF: A. ROME 5\n(NOTAL), B. OSLO 6\n(EXDIS)",
        &["A Cable 08ROME5 | ROME 5 (NOTAL)", "B Cable 08OSLO6 | OSLO 6 (EXDIS)"],
    );
    check("REF: A. ROME 5 (C)\nB. OSLO 6 (U)", &["A Cable 08ROME5 | ROME 5 (C)", "B Cable 08OSLO6 | OSLO 6 (U)"]);
    check("REF: A. ROME 5 (C) B. OSLO 6", &["A Cable 08ROME5 | ROME 5 (C)", "B Cable 08OSLO6 | OSLO 6"]);
    check("REF: ROME 5, PARA 4; OSLO 6", &["- Cable 08ROME5 | ROME 5, PARA 4", "- Cable 08OSLO6 | OSLO 6"]);
    check("REF: STATE 81957: REPORT OF A\nMEETING", &["- Cable 08STATE81957 | STATE 81957: REPORT OF A MEETING"]);
}

#[test]
fn other_kinds() {
    check(
        "REF: A. DOE-ROE E-MAIL OF 3/23 B. DOE EMAILS/TELCONS C. ROME 5",
        &["A Email - | DOE-ROE E-MAIL OF 3/23", "B Email - | DOE EMAILS/TELCONS", "C Cable 08ROME5 | ROME 5"],
    );
    check("REF: DOE-ROE TELCON APRIL 16", &["- Telcon - | DOE-ROE TELCON APRIL 16"]);
    check(
        "REF: A. IIR 4 201 3706 05\nB. TD-314/03138-05\nC. 314/07696-07",
        &["A Report - | IIR 4 201 3706 05", "B Report - | TD-314/03138-05", "C Report - | 314/07696-07"],
    );
    check(
        "REF: A. IIR 6 941 0165 09//USDAO ROME//061207Z JAN 09\n(NOTAL)\nB. ROME 5",
        &["A Report - | IIR 6 941 0165 09//USDAO ROME//061207Z JAN 09 (NOTAL)", "B Cable 08ROME5 | ROME 5"],
    );
    check(
        "REF: A) ROME 5 ET AL.; OSLO 6 ET AL.; DOE - ROE, POE TELCONS",
        &["A Cable 08ROME5 | ROME 5 ET AL.", "A Cable 08OSLO6 | OSLO 6 ET AL.", "A Telcon - | DOE - ROE, POE TELCONS"],
    );
    check("REF: A. DAILY REPORT FOR MAY 17,\nB. 2008", &["A Report - | DAILY REPORT FOR MAY 17 2008"]);
    check("REF: HTTP://WWW.EXAMPLE.ORG/PAGE", &["- Web - | HTTP://WWW.EXAMPLE.ORG/PAGE"]);
    check(
        "REF: A. USIA CIRC QM 12, OCT 11, 2007 B. USIA CIRC QM 13,\nOCT 31, 2007 C. STATE 5 TOSEC 6",
        &[
            "A Other - | USIA CIRC QM 12, OCT 11, 2007",
            "B Other - | USIA CIRC QM 13, OCT 31, 2007",
            "C Cable 08STATE5 | STATE 5 TOSEC 6",
        ],
    );
    check("REF: DOE MEMO", &["- Memo - | DOE MEMO"]);
}

#[test]
fn nothing() {
    for text in
        ["", "REF:", "Ref:      None", "REF: N/A", "REF: NOTAL", "REF: (SBU) This is not for Internet distribution."]
    {
        check(text, &[]);
    }
}

#[test]
fn a_lost_mark_in_front_of_a_letter() {
    let found =
        check_in(&APRIL, "REF: A. ROME 1\n1B. OSLO 2", &["A Cable 08ROME1 | ROME 1", "B Cable 08OSLO2 | OSLO 2"]);
    assert_eq!(found, ["reference-label-repaired"]);
}

#[test]
fn years() {
    let january = Context { day: Some(12), number: Some(12), ..APRIL };
    let found = check_in(&january, "REF: ELBONIA 2837", &["- Cable 07ELBONIA2837 | ELBONIA 2837"]);
    assert_eq!(found, ["reference-year-assumed"]);
    let others = ["- Cable 07ROME3001 | ROME 3001", "- Cable 07STATE15601 | STATE 15601"];
    assert_eq!(check_in(&january, "ROME 3001; STATE 15601", &others).len(), 2);
    assert_eq!(check_in(&APRIL, "19 ELBONIA 28", &["- Cable - | 19 ELBONIA 28"]), ["reference-year-later"]);
    for (context, text, expected) in [
        (january, "ELBONIA 14", "- Cable 08ELBONIA14 | ELBONIA 14"),
        (january, "ROME 2837", "- Cable 08ROME2837 | ROME 2837"),
        (january, "STATE 15600", "- Cable 08STATE15600 | STATE 15600"),
        (january, "TOSEC 10027", "- Cable 08TOSEC10027 | TOSEC 10027"),
        (january, "08 ROME 9417", "- Cable 08ROME9417 | 08 ROME 9417"),
        (january, "06 ELBONIA 2837", "- Cable 06ELBONIA2837 | 06 ELBONIA 2837"),
        (january, "ROME 3001 DTG 092315Z JAN 08", "- Cable 08ROME3001 | ROME 3001 DTG 092315Z JAN 08"),
        (january, "ROME 3001 (JAN 9)", "- Cable 08ROME3001 | ROME 3001 (JAN 9)"),
        (january, "SECDEF 7821", "- Cable 08SECDEF7821 | SECDEF 7821"),
        (january, "WHITE HOUSE 50123", "- Cable 08WHITEHOUSE50123 | WHITE HOUSE 50123"),
        (APRIL, "ROME 99417", "- Cable 08ROME99417 | ROME 99417"),
        (APRIL, "ELBONIA 2837", "- Cable 08ELBONIA2837 | ELBONIA 2837"),
        (Context::default(), "ELBONIA 28", "- Cable - | ELBONIA 28"),
        (Context::default(), "07 ELBONIA 28", "- Cable 07ELBONIA28 | 07 ELBONIA 28"),
    ] {
        assert_eq!(check_in(&context, text, &[expected]), Vec::<String>::new(), "{text:?}");
    }
}

#[test]
fn numbers_alone() {
    check("REF: A) 6307 B) ROME 160", &["A Cable 08ELBONIA6307 | 6307", "B Cable 08ROME160 | ROME 160"]);
    check("REF: A. ROME 2969 B. 2962", &["A Cable 08ROME2969 | ROME 2969", "B Cable 08ROME2962 | 2962"]);
}

#[test]
fn years_that_are_misprinted_or_stand_last() {
    check(
        "REF: A. O7 ROME 160\nB. ELBONIA 84",
        &["A Cable 07ROME160 | O7 ROME 160", "B Cable 08ELBONIA84 | ELBONIA 84"],
    );
    check(
        "REF: A. ROME 5679 06\nB. ROME 94 07",
        &["A Cable 06ROME5679 | ROME 5679 06", "B Cable 07ROME94 | ROME 94 07"],
    );
}

#[test]
fn a_letter_without_a_mark() {
    check("REF. A ROME 160", &["- Cable 08ROME160 | ROME 160"]);
}

#[test]
fn notices_behind_the_list() {
    check("REF: ROME 160\n\nSENSITIVE BUT UNCLASSIFIED", &["- Cable 08ROME160 | ROME 160"]);
    check("REF: ROME 160\nSensitive-but-unclassified.", &["- Cable 08ROME160 | ROME 160"]);
    check("REF: ROME 160 This cable is sensitive but unclassified.", &["- Cable 08ROME160 | ROME 160"]);
}

#[test]
fn letters_behind_a_gap() {
    let (first, last) = ("A Cable 08ROME292 | ROME 292", "P Cable 08ROME1754 | ROME 1754");
    check("REF: A. ROME 292\nP. ROME 1754", &[first, last]);
    check("REF: A. ROME 292\n\u{b6}P. ROME 1754", &[first, last]);
    check("REF: A. ROME 292\nP. ROE 1754", &[first, "A Cable 08PROE1754 | P. ROE 1754"]);
    check("REF: A. ROME 292\n(U) ROPES", &[first, "A Other - | (U) ROPES"]);
}
