use super::*;

#[track_caller]
fn check(rest: &str, sections: Option<(u16, u16)>, number: Option<(&str, u32)>) {
    let found = numbering(rest);
    let count = found.sections.map(|(count, _)| (count.number, count.of));
    assert_eq!(count, sections, "{rest}");
    let written = found.number.as_ref().map(|read| (read.post.as_deref().unwrap_or_default(), read.number));
    assert_eq!(written, number, "{rest}");
}

#[track_caller]
fn check_captions(rest: &str, captions: &[&str], damaged: bool) {
    let found = numbering(rest);
    let written: Vec<&str> = found.captions.iter().map(|(_, caption)| caption.as_str()).collect();
    assert_eq!((written.as_slice(), found.damaged), (captions, damaged), "{rest}");
}

#[test]
fn forms() {
    check("SECTION 01 OF 02 TARSIS 000417", Some((1, 2)), Some(("TARSIS", 417)));
    check("section 01 of 04 new tarsis 000348", Some((1, 4)), Some(("NEWTARSIS", 348)));
    check("SECTION 1 OF 2 TARSIS 0905/1", Some((1, 2)), Some(("TARSIS", 905)));
    check("SECTION 1 OF 2 TARSIS 0905/2", Some((1, 2)), None);
    check("TARSIS 0905/1", None, None);
    check("TARSIS 0905/1 SECTION 1 OF 2", Some((1, 2)), None);
    check("FINAL SECTION OF 2 TARSIS 0905", Some((2, 2)), Some(("TARSIS", 905)));
    check("TARSIS 000417 SECTION 01 OF 02", Some((1, 2)), Some(("TARSIS", 417)));
    check("01 OF 02 TARSIS 000417", Some((1, 2)), Some(("TARSIS", 417)));
    check("TARSIS 01 OF 02", None, Some(("TARSIS", 1)));
    check("01 OF TARSIS 000417", None, None);
    check("1 OF 2 TARSIS 000417", None, None);
    check("PORT OF SPAIN 000546", None, Some(("PORTOFSPAIN", 546)));
    check("SECTION 01 OF 02 PORT OF SPAIN 000546", Some((1, 2)), Some(("PORTOFSPAIN", 546)));
    check("TARSIS 000417S/CT FOR ROE", None, Some(("TARSIS", 417)));
    check("TARSIS 0417S/CT FOR ROE", None, None);
    check("STATE 311722 TOSEC 340058", None, Some(("STATE", 311_722)));
    check("SECTO 8024", None, Some(("SECTO", 8024)));
    check("TARSIS 000243 SIPDIS NOFORN", None, Some(("TARSIS", 243)));
    check("SECTION 01 OF 02", Some((1, 2)), None);
    check("SECTION ONE OF TWO TARSIS 0417", Some((1, 2)), Some(("TARSIS", 417)));
    check("FINAL SECTION OF THREE TARSIS 0417", Some((3, 3)), Some(("TARSIS", 417)));
    check("FIRST SECTION OF 2 TARSIS 0417", Some((1, 2)), Some(("TARSIS", 417)));
    check("SECOND SECTION OF TWO TARSIS 0417", Some((2, 2)), Some(("TARSIS", 417)));
    check("THIRD SECTION OF 2 TARSIS 0417", None, Some(("TARSIS", 417)));
    check("THIRD OF 4 TARSIS 0417", None, Some(("TARSIS", 417)));
    check("FIRST LYDDA 0417", None, Some(("FIRSTLYDDA", 417)));
    check("417", None, None);
    check("", None, None);
}

#[test]
fn no_post() {
    check("000417", None, Some(("", 417)));
    check("SECTION 01 OF 02 000417", Some((1, 2)), Some(("", 417)));
    check("0417", None, None);
}

#[test]
fn captions_are_no_posts() {
    for line in [
        "TARSISSIPDIS 000417",
        "TARSIS SIPDIS 000417",
        "SIPDIS TARSIS 000417",
        "SIPDISTARSIS 000417",
        "TARSIS 000417SIPDIS",
        "S I P D I S TARSIS 000417",
        "CORRECTED COPY TARSIS 000417",
        "C O R R E C T E D C O P Y TARSIS 000417",
        "SIPDIS CORRECTED COPY TARSIS 000417",
    ] {
        check(line, None, Some(("TARSIS", 417)));
    }
    check_captions("TARSISSIPDIS 000417", &["SIPDIS"], true);
    check_captions("TARSIS 000417SIPDIS", &[], true);
    check_captions("SIPDIS AIDAC TARSIS 000417", &["SIPDIS", "AIDAC"], false);
    check_captions("CORRECTED COPY TARSIS 000417", &["CORRECTED COPY"], false);
    check_captions("TARSIS 000417", &[], false);
}

#[test]
fn damaged_sections() {
    check("SECTION O1 OF O2 TARSIS 000417", Some((1, 2)), Some(("TARSIS", 417)));
    check("SECTION 01 OF TARSIS 000417", None, Some(("TARSIS", 417)));
    check("SECTION TARSIS 000417", None, Some(("TARSIS", 417)));
    check("FINAL SECTION TARSIS 000417", None, Some(("TARSIS", 417)));
    check("OF 02 TARSIS 000417", None, Some(("TARSIS", 417)));
    check("ECTION 01 OF 02 TARSIS 000417", Some((1, 2)), Some(("TARSIS", 417)));
    check("SECTION 01 GF 02 TARSIS 000417", Some((1, 2)), Some(("TARSIS", 417)));
    check("SECTION 02 F 02 TARSIS 000417", Some((2, 2)), Some(("TARSIS", 417)));
    check("SECTION 0 QF 05 TARSIS 000417", None, Some(("TARSIS", 417)));
    check("SECTION 01 OF ONE TREE HILL 000321", None, Some(("ONETREEHILL", 321)));
    check("SECTION ONE TREE HILL 000321", None, Some(("ONETREEHILL", 321)));
    check("PORT OF ONE TREE 000321", None, Some(("PORTOFONETREE", 321)));
    for sections in ["01 ON 02", "01 O 02", "01 GF 02", "01 OF"] {
        check_captions(&format!("SECTION {sections} TARSIS 000417"), &[], true);
    }
    check_captions("01 OF 02 TARSIS 000417", &[], true);
    check_captions("ECTION 01 OF 02 TARSIS 000417", &[], true);
    check_captions("SECTION ONE OF TWO TARSIS 000417", &[], false);
    check_captions("SECTION O1 OF O2 TARSIS 000417", &[], true);
    check_captions("SECTION 01 OF TARSIS 000417", &[], true);
    check_captions("SECTION 01 OF 02 TARSIS 000417", &[], false);
}
