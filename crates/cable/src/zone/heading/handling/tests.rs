#[test]
fn addressees_below_the_classification() {
    let check = |rows: &str, informed: usize| {
        let text = format!("UNCLAS TARSIS 0417\n\n{rows}\n\nE.O. 12958: N/A\nTAGS: EWWT\nSUBJECT: ROPES\n");
        assert_eq!(crate::parse(&text).info.len(), informed, "{rows}");
    };
    check("CXLYDDA:\n    ACTION: POL\n    INFO:   CONS RSO AMB\n            DCM", 0);
    check("ACTION: ALDER\nINFO: BIRCH", 1);
    check("INFO: AMCONSUL LYDDA", 1);
    check("ACTION: AMB\nINFO: AMCONSUL LYDDA", 1);
    check("ACTION: AMB\nINFO RUEHDE/AMCONSUL LYDDA 12", 1);
    check("ACTION: AMB\n\nINFO: RSO", 1);
}

#[test]
fn second_copies() {
    let check = |row: &str, paragraphs: usize| {
        let header = "E.O. 12958: N/A TAGS: EWWT";
        let text = format!("UNCLAS TARSIS 0417\nSUBJECT: ROPES\n{row}UNCLAS TARSIS 0417 {header}\n\n1. RAIN.\n");
        let cable = crate::parse(&text);
        let subject = cable.subject.as_ref().map(|subject| subject.value.as_str());
        assert_eq!((subject, cable.paragraphs.len()), (Some("ROPES"), paragraphs), "{row}");
    };
    check("\n", 1);
    check("\n4/1/2009 14:50 ", 1);
    check("\n14:50 ", 2);
    check("\n4/1/2009 AT 14:50 ", 2);
}

#[test]
fn releases() {
    let check = |rows: &str, captions: &[&str], passing: &[&str]| {
        let text =
            format!("UNCLAS TARSIS 0417\n\n{rows}\n\nE.O. 12958: N/A\nTAGS: EWWT\nSUBJECT: ROPES\nREL TO BOATS\n");
        let cable = crate::parse(&text);
        let words =
            |fields: &[crate::Field<String>]| fields.iter().map(|field| field.value.clone()).collect::<Vec<_>>();
        assert_eq!(
            (words(&cable.captions), words(&cable.passing)),
            (
                captions.iter().map(|word| (*word).to_owned()).collect(),
                passing.iter().map(|word| (*word).to_owned()).collect()
            ),
            "{rows}"
        );
        assert_eq!(cable.subject.map(|subject| subject.value).as_deref(), Some("ROPES REL TO BOATS"), "{rows}");
    };
    check("SIPDIS\nREL TO UK", &["SIPDIS", "REL TO UK"], &[]);
    check("STATE FOR DRL, EUR AND\nREL AFFAIRS", &[], &["STATE FOR DRL, EUR AND REL AFFAIRS"]);
}

#[test]
fn captions_in_brackets() {
    let check = |rows: &str, captions: usize, subject: &str, references: usize| {
        let cable = crate::parse(&format!("UNCLAS TARSIS 0417\n\n{rows}\n\n1. RAIN.\n"));
        let found = cable.subject.map(|subject| subject.value);
        assert_eq!(
            (cable.captions.len(), found.as_deref(), cable.references.len()),
            (captions, Some(subject), references),
            "{rows}"
        );
    };
    check("SUBJECT: ROPES\nREF: (A) ROME 1\n(EXDIS)\n(B) OSLO 2", 0, "ROPES", 2);
    check("SUBJECT: ROPES\nREF: ROME 1\n(NODIS)", 0, "ROPES", 1);
    check("SUBJECT: VISIT OF THE HARBOR\n(TERREP)", 0, "VISIT OF THE HARBOR (TERREP)", 0);
    check("(EXDIS)\nSUBJECT: ROPES\nREF: ROME 1", 1, "ROPES", 1);
}

#[test]
fn instructions_between_fields() {
    let check = |order: &str, codes: &str, rows: &str, passing: &[&str], subject: &str| {
        let fields = format!("E.O. 12958: N/A{order}\nTAGS: EWWT, XG{codes}\nSUBJECT: ROPES{rows}\nREF: ROME 1");
        let cable = crate::parse(&format!("UNCLAS TARSIS 0417\n\n{fields}\n\n1. THEY ARE NEW.\n"));
        let found: Vec<_> = cable.passing.iter().map(|field| field.value.as_str()).collect();
        assert_eq!((found.as_slice(), cable.tags.len(), cable.references.len()), (passing, 2, 1), "{fields}");
        assert_eq!(cable.subject.map(|subject| subject.value).as_deref(), Some(subject), "{fields}");
        let order = cable.executive_order.and_then(|order| order.value.instruction);
        assert_eq!(order.as_deref(), Some("N/A"), "{fields}");
    };
    let row = "USAID FOR AFR/SA";
    check(&format!("\n{row}"), "", "", &[row], "ROPES");
    check(&format!("\n\n{row}"), "", "", &[row], "ROPES");
    check("", &format!("\n{row}"), "", &[row], "ROPES");
    check("", "", &format!("\n{row}"), &[row], "ROPES");
    check("", "", &format!("\n\n{row}"), &[row], "ROPES");
    check("", "\nFOR AMBASSADOR ROE", "", &["FOR AMBASSADOR ROE"], "ROPES");
    check("", "", "\nSTATE PASS USTR", &["STATE PASS USTR"], "ROPES");
    check("", "", "\nFOR AMBASSADOR FROM ROE", &[], "ROPES FOR AMBASSADOR FROM ROE");
    check("", "", "\nUSAID FOR FLOOD RELIEF", &[], "ROPES USAID FOR FLOOD RELIEF");
    check("", "", " OF\nUSAID FOR AFR/SA", &[], "ROPES OF USAID FOR AFR/SA");
    check("", "", "\nFOR SALE FROM LYDDA", &[], "ROPES FOR SALE FROM LYDDA");
    check("", "", ": LETTERS\nFOR AMBASSADOR ROE FROM DOE", &[], "ROPES: LETTERS FOR AMBASSADOR ROE FROM DOE");
    check("", "", "\nTARSIS PASS REOPENS", &[], "ROPES TARSIS PASS REOPENS");
    check("\nHARBOR WATCHERS", "", "", &[], "ROPES");
    check("", "", "\nUSAID FOR HIV/AIDS BOATS", &[], "ROPES USAID FOR HIV/AIDS BOATS");
    check("", "", "\nFOR AMBASSADOR ROE FROM LYDDA HARBOR", &[], "ROPES FOR AMBASSADOR ROE FROM LYDDA HARBOR");
}

#[test]
fn codes_with_words() {
    let check = |rows: &str, tags: usize, passing: usize| {
        let cable = crate::parse(&format!("UNCLAS TARSIS 0417\n\nE.O. 12958: N/A\nTAGS: {rows}\nSUBJECT: ROPES\n"));
        assert_eq!((cable.tags.len(), cable.passing.len()), (tags, passing), "{rows}");
    };
    check("EWWT, MOVEMENT\nFOR DEMOCRATIC CHANGE", 2, 0);
    check("EWWT, COMMITTEE\nFOR HARBOR RIGHTS, XG", 3, 0);
    check("EWWT, XG\nFOR AMBASSADOR ROE", 2, 1);
}

#[test]
fn captions_below_a_page_marker() {
    const AGAIN: &str = "\n\nTARSIS 00000417  002 OF 003\n\nNOFORN\nSIPDIS\n\n";
    let check = |rows: &str, subject: &str, references: usize, paragraphs: usize| {
        let text = format!("SECRET TARSIS 000417\n\nNOFORN\nSIPDIS\n\nTAGS: EWWT\nSUBJECT: {rows}\n");
        let cable = crate::parse(&text);
        let found = cable.subject.map(|subject| subject.value);
        assert_eq!(
            (found.as_deref(), cable.references.len(), cable.paragraphs.len()),
            (Some(subject), references, paragraphs),
            "{rows}"
        );
    };
    check(&format!("ROPES AND THE{AGAIN}OLD QUAY\n\n1. RAIN."), "ROPES AND THE OLD QUAY", 0, 1);
    check(&format!("ROPES\n\nREF: A. ROME 1{AGAIN}B. OSLO 2\n\n1. RAIN."), "ROPES", 2, 1);
    check(&format!("ROPES{AGAIN}1. RAIN."), "ROPES", 0, 1);
    check(&format!("ROPES{AGAIN}The harbour is closed for a long while."), "ROPES", 0, 1);
    check(&format!("ROPES{AGAIN}REF: ROME 1\n\n1. RAIN."), "ROPES", 1, 1);
    check(&format!("ROPES{AGAIN}DEPARTMENT FOR EUR/SE\nREF: ROME 1\n\n1. RAIN."), "ROPES", 1, 1);
    check(&format!("ROPES\n\nREF: ROME 1{AGAIN}DEPARTMENT FOR EUR/SE\n\n1. RAIN."), "ROPES", 1, 1);
    check(&format!("ROPES{AGAIN}ACTION REQUEST\n\n1. RAIN."), "ROPES", 0, 1);
    check(&format!("ROPES{AGAIN}TRANSACTIONS\n\n1. RAIN."), "ROPES TRANSACTIONS", 0, 1);
    check(&format!("ROPES{AGAIN}THIS IS AN ACTION CABLE - SEE PARA 5\nREF: ROME 1\n\n1. RAIN."), "ROPES", 1, 1);
    check(&format!("ROPES{AGAIN}THE HARBOUR IS CLOSED FOR A LONG WHILE.\n\nROE"), "ROPES", 0, 1);
    check(&format!("ROPES\n\nREF: ROME 1{AGAIN}COMMENT AND SUMMARY\n\n1. RAIN."), "ROPES", 1, 1);
    check(&format!("ROPES OF{AGAIN}LYDDA CLOSED THE QUAY.\n\n1. RAIN."), "ROPES OF LYDDA CLOSED THE QUAY.", 0, 1);
    check(
        &format!("ROPES AND{}QUAY\n\n1. RAIN.", AGAIN.replace("SIPDIS", "SIPDIS\nEXDIS\nNODIS\nSENSITIVE")),
        "ROPES AND QUAY",
        0,
        1,
    );
    check("ROPES\n\nSIPDIS\n\nThe harbour is closed for a long while.", "ROPES", 0, 1);
}

#[test]
fn instructions_below_references() {
    let check = |rows: &str, passing: &[&str], references: usize| {
        let text = format!("UNCLAS TARSIS 0417\nTAGS: EWWT\nSUBJECT: ROPES\n{rows}\n1. THEY ARE NEW.\n");
        let cable = crate::parse(&text);
        let found: Vec<_> = cable.passing.iter().map(|field| field.value.as_str()).collect();
        assert_eq!((found.as_slice(), cable.references.len()), (passing, references), "{rows}");
    };
    check("REF: A) ROME 1 B) OSLO 2\nOSLO FOR ROE", &["OSLO FOR ROE"], 2);
    check("REF: ROME 1 (NOTAL)\nOSLO, ROME FOR ROE", &["OSLO, ROME FOR ROE"], 1);
    check("REF: ROME 1 (SUMMIT IN ROME)\nOSLO FOR TALKS", &[], 2);
    check("REF: ROME 1\n\nOSLO FOR THE TALKS", &[], 1);
    check("REF: DOE-ROE TELCON ON TRIP TO\nOSLO FOR TALKS", &[], 1);
    check("REF: ROME 1,\nOSLO FOR ROE", &[], 2);
    check("REF: ROME 1\nTALKS FOR ROE", &[], 2);
}
