//! A line for each form of a reference.

use super::*;

#[track_caller]
fn check(text: &str, expected: Option<(&str, Option<u16>, &str, u32)>) {
    let found = telegram(text, 0);
    let found = found
        .as_ref()
        .map(|named| (&text[..named.end], named.number.year, named.number.post.as_str(), named.number.number));
    assert_eq!(found, expected, "{text:?}");
}

#[test]
fn telegrams() {
    for (text, written, year, post, number) in [
        ("TARSIS 138", "TARSIS 138", None, "TARSIS", 138),
        ("MEXICO 002071", "MEXICO 002071", None, "MEXICO", 2071),
        ("08 STATE 81854 (NOTAL)", "08 STATE 81854", Some(2008), "STATE", 81854),
        ("99 PRETORIA 12315", "99 PRETORIA 12315", Some(1999), "PRETORIA", 12315),
        ("08STATE81854", "08STATE81854", Some(2008), "STATE", 81854),
        ("2008 LA PAZ 12", "2008 LA PAZ 12", Some(2008), "LAPAZ", 12),
        ("PORT AU PRINCE 3", "PORT AU PRINCE 3", None, "PORTAUPRINCE", 3),
        ("TEL AVIV 2999", "TEL AVIV 2999", None, "TELAVIV", 2999),
        ("TEL TARSIS 138", "TEL TARSIS 138", None, "TARSIS", 138),
        ("USUN NEW YORK 123", "USUN NEW YORK 123", None, "USUNNEWYORK", 123),
        ("St. Petersburg 4", "St. Petersburg 4", None, "STPETERSBURG", 4),
        ("KABUL 12 (07)", "KABUL 12 (07)", Some(2007), "KABUL", 12),
        ("KABUL 123-91", "KABUL 123-91", Some(1991), "KABUL", 123),
        ("KABUL 123/08, ROME 1", "KABUL 123/08", Some(2008), "KABUL", 123),
        ("MOSCOW 03242 2008", "MOSCOW 03242 2008", Some(2008), "MOSCOW", 3242),
        ("ROME 709 2008 SAO PAULO 5", "ROME 709", None, "ROME", 709),
        ("SECSTATE 1234.", "SECSTATE 1234", None, "STATE", 1234),
        ("STATE 936/935", "STATE 936", None, "STATE", 936),
        ("PORT OF\nSPAIN 3", "PORT OF\nSPAIN 3", None, "PORTOFSPAIN", 3),
        ("THE HAGUE 3", "THE HAGUE 3", None, "THEHAGUE", 3),
        ("TARSIS-138", "TARSIS-138", None, "TARSIS", 138),
        ("TARSIS: 138", "TARSIS: 138", None, "TARSIS", 138),
        ("TARSIS CABLES 138", "TARSIS CABLES 138", None, "TARSIS", 138),
        ("UNCLAS TARSIS 138", "UNCLAS TARSIS 138", None, "TARSIS", 138),
        ("TARSIS (C)0138", "TARSIS (C)0138", None, "TARSIS", 138),
        ("TARSIS O1512", "TARSIS O1512", None, "TARSIS", 1512),
        ("COTON0U 348", "COTON0U 348", None, "COTONOU", 348),
        ("CAIR0 348", "CAIR0 348", None, "CAIRO", 348),
        ("05 Cair0 348", "05 Cair0 348", Some(2005), "CAIRO", 348),
        ("CAIRO 0348", "CAIRO 0348", None, "CAIRO", 348),
        ("Brasila 12", "Brasila 12", None, "BRASILIA", 12),
        ("PRAGUE, 1228, STATE 5", "PRAGUE, 1228", None, "PRAGUE", 1228),
        ("STATE 1484761", "STATE 1484761", None, "STATE", 1484761),
        ("TARSIS 692/317/274", "TARSIS 692", None, "TARSIS", 692),
        ("TARSIS 07718 99, ROME 1", "TARSIS 07718 99", Some(1999), "TARSIS", 7718),
        ("HK05511", "HK05511", None, "HONGKONG", 5511),
        ("TARSIS #138", "TARSIS #138", None, "TARSIS", 138),
        ("TARSIS No. 138", "TARSIS No. 138", None, "TARSIS", 138),
        ("TARSIS (07) 138", "TARSIS (07) 138", Some(2007), "TARSIS", 138),
        ("TARSIS 07 138", "TARSIS 07 138", Some(2007), "TARSIS", 138),
        ("TARSIS 07-138", "TARSIS 07-138", Some(2007), "TARSIS", 138),
        ("07-TARSIS-138", "07-TARSIS-138", Some(2007), "TARSIS", 138),
        ("TARSIS 138 of 2007", "TARSIS 138 of 2007", Some(2007), "TARSIS", 138),
        ("TARSIS 138 OF 5 JUNE 1975", "TARSIS 138 OF 5 JUNE 1975", Some(1975), "TARSIS", 138),
        ("TARSIS 138 DTD 6/5/75, ROME 1", "TARSIS 138 DTD 6/5/75", Some(1975), "TARSIS", 138),
        ("TARSIS 138 dated June 5, 2007", "TARSIS 138 dated June 5, 2007", Some(2007), "TARSIS", 138),
        ("TARSIS 138 OF 31 JUN 2008 (07)", "TARSIS 138", None, "TARSIS", 138),
        ("TARSIS 138, 6/5/62", "TARSIS 138", None, "TARSIS", 138),
        ("TARSIS 4401.3", "TARSIS 4401", None, "TARSIS", 4401),
        ("TARSIS 138 OF JUNE 5", "TARSIS 138", None, "TARSIS", 138),
        ("TARSIS 138 OF THE SERIES", "TARSIS 138", None, "TARSIS", 138),
        ("TARSIS 138 ON TALKS OF 5 JUNE 1975", "TARSIS 138", None, "TARSIS", 138),
        ("STATE 41703 TOSEC 80017", "STATE 41703 TOSEC 80017", None, "STATE", 41703),
        ("TARSIS 138 SECTO 8024", "TARSIS 138", None, "TARSIS", 138),
        ("TARSIS 138 TOSEC 80017", "TARSIS 138", None, "TARSIS", 138),
        ("STATE 41703 TOSEC 80017 AND 80018", "STATE 41703", None, "STATE", 41703),
        ("STATE 41703 TOSEC 80017;\n80018", "STATE 41703", None, "STATE", 41703),
        ("STATE 41703, TOSEC 80017", "STATE 41703", None, "STATE", 41703),
        ("STATE 41703 TOSEC SERIES", "STATE 41703", None, "STATE", 41703),
        ("TARSIS 138 SECTOR 4", "TARSIS 138", None, "TARSIS", 138),
        ("SECTO 8024", "SECTO 8024", None, "SECTO", 8024),
        ("TARSIS 12-08", "TARSIS 12-08", Some(2008), "TARSIS", 12),
    ] {
        check(text, Some((written, year, post, number)));
    }
    for text in ["Reasons 1.4", "TARSIS 311345 Z MAY 73", "TARSIS 311345Z MAY 73", "EMBTEL 3164", "DEPTEL 3164"] {
        check(text, None);
    }
}

#[test]
fn other_things() {
    for text in [
        "SMITH 12/14/07",
        "APRIL 16",
        "USIA CIRC QM 417, MAY 5, 1974",
        "STATE CIRC 1964",
        "MAY 9",
        "E-MAIL OF 3/23",
        "UNSCR 1737",
        "IIR 4 201 3706 05",
        "SECDEF MSG DTG 301601Z SEP 08",
        "DOE EMAIL 10.01.2009",
        "PARA 4",
        "COMTARSIS 061306 MAR 20/TARSISGEN 071/20",
        "COMDTINST 16247.1H",
        "TARSIS DIRECTIVE 4650",
        "DIRECTIVE 4650.2 DTD 26 JAN 1998",
        "STANDING ORDER 12",
        "USDAO ROME EX U-0011-06",
        "ROME",
        "ROME 0",
        "TARSIS 1234567",
        "12345",
        "9 FAM 41",
        "C-AL9-02352",
        "THE REPORT 12",
        "K. 06 TARSIS 12",
        "I. 2007",
        "TARSIS (NOTAL)",
        "the minister said that he had seen 12",
        "",
    ] {
        check(text, None);
    }
}

#[test]
fn reports() {
    for (text, end) in [
        ("IIR 4 201 3706 05", Some(17)),
        ("IIR 6-849-9075-10 X", Some(17)),
        ("TD-314/03138-05", Some(15)),
        ("TDX-315/090481-08 AND", Some(17)),
        ("314/07696-07", Some(12)),
        ("STATE 123", None),
        ("3/4/05", None),
    ] {
        assert_eq!(report(text, 0), end, "{text:?}");
    }
}

#[test]
fn documents() {
    for text in ["DOD DIRECTIVE 4650.2", "INSTRUCTION 12", "TARSIS REGULATIONS 4"] {
        assert!(ends_with_document(text), "{text:?}");
    }
    for text in ["DOD DIRECTIVE 4650.2 DTD 26 JAN 1998", " TARSIS INSTRUCTION 4650.2", "ORDER 12"] {
        assert!(is_document(text), "{text:?}");
    }
    for text in ["THEY HAVE ON ORDER 12 TRUCKS.", "THE HARBOR HAS ON ORDER 12", "ORDER 12 IS NEW", "(C) ORDER 12.", ""]
    {
        assert!(!is_document(text), "{text:?}");
    }
    for text in ["DOD DIRECTIVE 4650.2 DTD 26 JAN 1998", "DIRECTIVE OF 26 JAN 1998", "TARSIS 12 ORDER", "BORDER 12", ""]
    {
        assert!(!ends_with_document(text), "{text:?}");
    }
}

#[test]
fn the_number_can_stand_first() {
    let found = |text: &str| number_first(text, 0..text.len()).map(|named| (named.number.post, named.number.number));
    assert_eq!(found("377 KATHMANDU"), Some(("KATHMANDU".to_owned(), 377)));
    assert_eq!(found("2008 KATHMANDU"), None);
    assert_eq!(found("377 KATHMANDU 12"), None);
    assert_eq!(found("41 FAM"), None);
}

#[test]
fn words_are_sorted() {
    assert!(post::NO_POST.split(' ').is_sorted());
}
