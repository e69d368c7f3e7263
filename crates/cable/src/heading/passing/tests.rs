use super::{
    asks_agency, asks_somebody, goes_on, introduces_text, is_empty, is_for_post, is_instruction, is_surely_instruction,
    next_instruction,
};

#[test]
fn instructions() {
    for line in [
        "DEPARTMENT FOR EUR/CB",
        "LYDDA FOR, DOE",
        "STATE PASS USTR",
        "FOR EUR/WE",
        "PLEASE PASS TO USAID",
        "STATE:NEA/MAG (ROE)",
        "TARSIS, LYDDA AND EMMAUS FOR DOE",
        "FROM THE AMBASSADOR TO THE SECRETARY",
        "LYDDA: FOR DOE",
        "DEPT. FOR EUR/WE: DOE; G/TIP: ROE",
    ] {
        assert!(is_instruction(line), "{line}");
    }
    for line in [
        "LYDDA AND BIRCH JUN 19:",
        "AND DRL",
        "HAUGEN; LYDDA FOR DOE",
        "DEPT. OF TALKS. FOR DOE",
        "DOE AND B. ROE; USAID FOR M. ROE",
        "EUR/WE, NEA/MAG",
        "",
    ] {
        assert!(!is_instruction(line), "{line}");
    }
}

#[test]
fn instructions_without_codes() {
    assert!(is_empty("PASS TO OFFICE CODES:") && is_empty("PASS TO ALL OFFICE CODES"));
    assert!(!is_empty("PASS TO OFFICE CODES: COMTARSIS//N1//") && !is_empty(""));
}

#[test]
fn sure_instructions() {
    for line in ["PASS TO USAID", "LYDDA PASS ELMSTAD FOR ROE", "STATE PLEASE PASS TO USAID", "PLEASE PASS TO Doe"] {
        assert!(is_surely_instruction(line), "{line}");
    }
    assert!(is_surely_instruction("NSC FOR ABBOT/DORNE"));
    for line in [
        "FOR EUR/WE",
        "USAID FOR FLOOD RELIEF",
        "DOL FOR TRAINING",
        "PROSPECTS FOR PEACE",
        "THE BILL WILL PASS",
        "Pass to them",
        "",
    ] {
        assert!(!is_surely_instruction(line), "{line}");
    }
}

#[test]
fn agencies_asked() {
    for line in
        ["STATE PASS USTR", "DEPT PLEASE PASS TO ROE", "USAID FOR AFR/SA", "TREASURY ALSO FOR EUR/WE, NEA AND T"]
    {
        assert!(asks_agency(line), "{line}");
    }
    for line in [
        "STATE MAY PASS BILL",
        "TARSIS PASS REOPENS",
        "USAID FOR FLOOD RELIEF",
        "USAID FOR HIV/AIDS PROGRAM",
        "USAID FOR HIV/AIDS",
        "USAID FOR AFR/SA ROPES",
        "THANKS USAID FOR AFR/SA",
        "BIDS FOR OIL/GAS",
        "STATE pass USTR",
        "",
    ] {
        assert!(!asks_agency(line), "{line}");
    }
}

#[test]
fn somebody_asked() {
    for line in ["FOR AMBASSADOR ROE", "FOR THE SECRETARY", "FOR EUR/WE AND NEA", "OSLO FOR DOE", "STATE PASS USTR"] {
        assert!(asks_somebody(line), "{line}");
    }
    for line in [
        "FOR DEMOCRATIC CHANGE",
        "FOR HUMAN RIGHTS, XG",
        "PROSPECTS FOR COFFEE EXPORTS",
        "NOT FOR PUBLICATION",
        "REASONS FOR CLASSIFICATION: 1.5 (B)",
        "For Ambassador Roe",
    ] {
        assert!(!asks_somebody(line), "{line}");
    }
}

#[test]
fn instructions_for_posts() {
    for line in ["ROME FOR ROE", "PORT AU PRINCE FOR ROE", "ROME, OSLO FOR DOE", "ROME FOR AMBASSADOR ROE"] {
        assert!(is_for_post(line), "{line}");
    }
    for line in ["TALKS FOR ROE", "Rome for talks", "FOR ROE", "ROME 12 FOR ROE", "ROME FOR TALKS ON JUNE 5", ""] {
        assert!(!is_for_post(line), "{line}");
    }
}

#[test]
fn openings() {
    for line in ["FOLLOWING IS REPEATED", "FOR YOUR INFORMATION AND GUIDANCE", "THIS REPORT ENDS", "THE FOLLOWING IS"] {
        assert!(introduces_text(line), "{line}");
    }
    for line in ["FOLLOWING TALKS", "FOR YOUR EYES", "THE FOLLOWING", "THIS", "Following is a list", ""] {
        assert!(!introduces_text(line), "{line}");
    }
}

#[test]
fn lines_that_go_on() {
    assert!(goes_on("NSC FOR DIRECTOR B.", "DOE AND USAID FOR ROE"));
    assert!(goes_on("LYDDA FOR DOE; TARSIS FOR", "ROE AND DOE FOR ALL"));
    assert!(goes_on("LYDDA, TARSIS,", "EMMAUS FOR ROE"));
    assert!(goes_on("LYDDA FOR DOE; TARSIS,", "EMMAUS FOR ROE"));
    assert!(!goes_on("DEPARTMENT FOR EUR/CB, G/AB,", "DEPARTMENT FOR ROE"));
    assert!(!goes_on("NEA FOR ROE, DOE, E.", "NSC FOR ROE"));
    assert!(!goes_on("FOR AMBASSADOR ROE", "FOLLOWING REPEAT LYDDA 417"));
    assert!(goes_on("DEPARTMENT FOR EUR/CB, LYDDA FOR ROE; NSC", "FOR J. DOE"));
    assert!(goes_on("DEPT FOR EUR/SE (ROE), AND EUR/PRA", "(ALDER), DOE FOR NNSA"));
    assert!(!goes_on("DEPT FOR EUR/SE", "(PLEASE PASS TO USAID), DOE FOR NNSA"));
    assert!(!goes_on("NSC", "FOR J. DOE"));
    assert!(goes_on("PLEASE PASS USTR FOR ROE AND TREASURY", "FOR J. DOE"));
    assert!(!goes_on("DEPT FOR EUR AND NEA", "FOR AMBASSADOR ROE"));
    assert!(goes_on("LYDDA PASS TO ROE (WHO IS AT THE", "SUMMIT FOR DOE)"));
    assert!(goes_on("LYDDA PASS TO ROE (AND", "NSC FOR DOE) ONLY"));
    assert!(!goes_on("DEPARTMENT FOR EUR/SE (ROE", "NSC FOR DOE"));
    assert!(!goes_on("DEPARTMENT FOR EUR/SE (ROE", "NSC FOR ALDER (DOE)"));
    assert!(!goes_on("DEPARTMENT FOR EUR/SE (ROE, DOE", "PLEASE PASS TO USTR"));
    assert!(!goes_on("DEPARTMENT FOR EUR/CB", "NSC FOR ROE"));
    assert!(!goes_on("EUR/CB", "NEA/QY"));
    assert!(!goes_on("USTARSIS", "USAID"));
    for (above, below) in [("USEC", "USED"), ("USTARSIS,", "USAID"), ("USTARSIS", "USAID AND ROE")] {
        assert!(goes_on(above, below), "{above} / {below}");
    }
    assert!(goes_on("FOLLOWING TEL FROM LYDDA SENT", "ROME IS REPEATED TO YOU: QUOTE"));
    assert!(!goes_on("LYDDA FOR DOE", "ROME IS REPEATED TO YOU: QUOTE"));
    assert!(!goes_on("FOLLOWING TEL FROM LYDDA", "DEPARTMENT PASS TO ROE"));
    assert!(goes_on("DEPARTMENT FOR EUR/CB", "NEA/QY"));
}

#[test]
fn instructions_in_a_row() {
    let next = |line: &'static str| next_instruction(line).map(|at| &line[at..]);
    assert_eq!(next("DEPT FOR E:ROE; EUR:DOE NSC FOR J. ROE USDA FOR DOE"), Some("NSC FOR J. ROE USDA FOR DOE"));
    assert_eq!(next("STATE PASS ROE SOUTHCOM ALSO FOR DOE"), Some("SOUTHCOM ALSO FOR DOE"));
    assert_eq!(next("STATE FOR EUR/SE USAID FOR DOE"), Some("USAID FOR DOE"));
    assert_eq!(next("NSC FOR ROE AND DOE DOL FOR ALDER"), Some("DOL FOR ALDER"));
    assert_eq!(next("DEPT FOR EUR/RUS (ROE, ALDER) DOE FOR BIRCH"), Some("DOE FOR BIRCH"));
    assert_eq!(next("DEPT FOR ROE EUR/SE DOC FOR BIRCH"), Some("DOC FOR BIRCH"));
    for line in [
        "DEPT FOR EUR/SE JOHN DOE FOR ACTION",
        "DEPT PASS (IMMEDIATE) DOE FOR ROE",
        "STATE PASS DOE FOR ROE",
        "STATE FOR ROE, DOE FOR BIRCH",
        "STATE FOR EUR USAID ROME FOR DOE",
        "STATE PASS AMEMBASSY ROME FOR DOE",
        "NSC FOR ROE, ROME FOR DOE",
        "NSC FOR ROE AND ROME FOR DOE",
        "STATE FOR USAID ROME FOR DOE",
        "STATE FOR CONSULATE NAPLES FOR ROE",
        "EUR FOR ROE, NSC FOR DOE",
        "STATE PASS NSC FOR ROE",
        "FOR UNDER SECRETARY OF STATE FOR QUAYS",
        "DEPT FOR EUR/SE AND COMMANDER SOUTHCOM FOR DOE",
        "STATE FOR OFFICE THAT ASKED USAID FOR HELP",
        "",
    ] {
        assert_eq!(next(line), None, "{line}");
    }
}
