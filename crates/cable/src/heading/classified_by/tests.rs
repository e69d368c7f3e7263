//! A line for each form of naming who classified a telegram and why.

use super::read;

/// Expected people as `title | name`, in order.
#[track_caller]
fn check(text: &str, people: &[&str], reasons: &str) {
    let (_, found, letters) = read(text);
    let found: Vec<String> =
        found.into_iter().map(|(_, who)| format!("{} | {}", who.title.as_deref().unwrap_or("-"), who.name)).collect();
    let letters: Vec<String> = letters.into_iter().map(|(_, reason)| reason).collect();
    assert_eq!(found, people, "{text:?}");
    assert_eq!(letters.join(" "), reasons, "{text:?}");
}

#[test]
fn text_that_damage_joined() {
    let joined = "it was closed all the same, ".repeat(12);
    check(&format!("Classified By: CDA Robert Roe a.y., {joined}"), &["CDA | Robert Roe"], "");
}

#[test]
fn title_and_name() {
    let both = "1.4(b) 1.4(d)";
    for (text, person) in [
        ("Classified By: Ambassador Gary B. Doe for Reasons 1.4 b/d.", "Ambassador | Gary B. Doe"),
        ("Classified By: Ambassador A. Jane Roe for reasons 1.4 (b) and (d).", "Ambassador | A. Jane Roe"),
        ("Classified By: Amb. Jane Roe for reasons 1.4 (b) and (d).", "Amb. | Jane Roe"),
        ("CLASSIFIED BY AMBASSADOR JANE ROE FOR REASONS 1.4 (B) AND (D)", "AMBASSADOR | JANE ROE"),
        ("Classfied By: DCM John Doe, reasons 1.4 (b,d)", "DCM | John Doe"),
        ("(U) Classified by Polcounselor John Doe; reasons: E.O. 12958 1.4 (b,d).", "Polcounselor | John Doe"),
        ("(U) Classified by DCM John Doe, E. O. 12958, reasons 1.4 (b) and (d).", "DCM | John Doe"),
        ("Classified by DCM John E. O. Doe, reasons 1.4 (b) and (d).", "DCM | John E. O. Doe"),
        ("Classified By: Classified by DCM John Doe for reasons 1.4 (b,d)", "DCM | John Doe"),
        ("Classified By: Classifed by POL M/C Jane Roe for reasons 1.4 (b,d)", "POL M/C | Jane Roe"),
        ("Classified By: (U) CDA Jane Roe; E.O 12958, reasons 1.4 (b,d)", "CDA | Jane Roe"),
        ("Classified By: This message classified by DCM John Doe for reasons 1.4 (b,d)", "DCM | John Doe"),
        ("Classified By: 1. CLASSIFIED BY DCM JOHN DOE REASONS: 1.4 (B) AND (D)", "DCM | JOHN DOE"),
        ("Classified By: U/S Maria Roe (G). Reason: 1.4 (b) and (d)", "U/S (G) | Maria Roe"),
        ("Classified By: DCM John Doe under 1.4 (b) and (d)", "DCM | John Doe"),
        ("Classified By: DCM John Doe according to E.O. 12958 reasons 1.4 (b) & (d)", "DCM | John Doe"),
        ("Classified By: DCM John Doe who signed it. Reasons: 1.4 (b) and (d)", "DCM | John Doe"),
        ("CLASSIFIED BY: DCM JOHN DOE, IN ACCORDANCE WITH 1.4 (B) AND (D)", "DCM | JOHN DOE"),
        ("Classified By: PRT Team Leader John Doe, 1.4 (b) and (d)", "PRT Team Leader | John Doe"),
        ("Classified By: John Doe, Political Section; REASON: 1.4 (b), (d)", "Political Section | John Doe"),
        ("Classified By: John Doe, Political Section, 1.4 (b), (d)", "Political Section | John Doe"),
        (
            "Classified By: John Doe, Chief, Economic Section, for reasons 1.4 (b,d)",
            "Chief, Economic Section | John Doe",
        ),
        ("Classified By: John Doe, DCM, Section 1.4 (b,d)", "DCM | John Doe"),
        ("Classified By: John Doe, DCM Section 1.4 (b,d)", "DCM | John Doe"),
        ("Classified By: John Doe, DCM, Under Section, 1.4 (b,d)", "DCM | John Doe"),
        ("Classified By: DCM John Doe under section, reasons 1.4 (b,d)", "DCM | John Doe"),
        ("Classified By: DCM John Doe section reasons 1.4 (b,d)", "DCM | John Doe"),
        ("Classified By: DCM John Doe for reasons under section 1.4 (b,d)", "DCM | John Doe"),
        ("Classified By: ECON/POL Section Head John Doe, 1.4 (b/d)", "ECON/POL Section Head | John Doe"),
        ("Classified By: CDA Robert Roe. 1.4 (b) and (d)", "CDA | Robert Roe"),
        ("Classified By: CDA: Robert Roe for reQ#8, 1.4 (b) and (d)", "CDA | Robert Roe"),
        ("Classified By: CHG: Robert Roe for reasons 1.4 (b) and (d)", "CHG | Robert Roe"),
        ("Classified By: Political M-C Jane Roe for reasons 1.4 (b) and (d)", "Political M-C | Jane Roe"),
        ("Classified By: DCM Jane MC Roe for reasons 1.4 (b) and (d)", "DCM | Jane MC Roe"),
        ("Classified By: CDA, A.I. JOHN DOE FOR REASON 1.4 (B/D).", "CDA, A.I. | JOHN DOE"),
        ("Classified By: Charge d'Affaires, a.i., John Doe for reasons 1.4 b, d", "Charge d'Affaires, a.i. | John Doe"),
        ("Classified By: Charge d' Affaires John Doe. Reason: 1.4 (b),(d).", "Charge d' Affaires | John Doe"),
        ("Classified By: Charge d,Affaires John Doe. Reason: 1.4 (b),(d).", "Charge d,Affaires | John Doe"),
        ("Classified By: POLITICAL COUNSELOR JANE ROE, REASONS: 1.4 (b/d)", "POLITICAL COUNSELOR | JANE ROE"),
        (
            "Classified By: Deputy Chief of Mission, John Doe for reasons 1.4 b and d",
            "Deputy Chief of Mission | John Doe",
        ),
        (
            "Classified By: Acting Minister Counselor for Political Affairs John Doe, 1.4 (b/d).",
            "Acting Minister Counselor for Political Affairs | John Doe",
        ),
        (
            "Classified By: Minister-Counselor for Political-Military Affairs John Doe for reasons 1.4 (b,d).",
            "Minister-Counselor for Political-Military Affairs | John Doe",
        ),
        ("Classified By: EUR/PRA Dir. Jane Roe, Reason 1.4 (b) and (d)", "EUR/PRA Dir. | Jane Roe"),
        ("Classified By: T U/S Jane A. Roe for Reasons 1.4 b,and d.", "T U/S | Jane A. Roe"),
        ("Classified By: Ambassador John Doe, Jr. Reasons 1.4 (b) and (d).", "Ambassador | John Doe, Jr."),
        ("Classified By: Ambassador John Doe: 1.4 (b), (d)", "Ambassador | John Doe"),
        ("Classified By: Ambassador Doe for reasons 1.4 (b) & (d).", "Ambassador | Doe"),
        ("Classified By: Jane W. Roe, Reasons 1.4 (b), (d)", "- | Jane W. Roe"),
        ("CLASSIFIED BY: Jane Roe, DCM; REASON: 1.4(B), (D)", "DCM | Jane Roe"),
        (
            "CLASSIFIED BY: Jane Roe, Director, Elbonia Office, DOS. REASON: 1.4 (b), (d)",
            "Director, Elbonia Office, DOS | Jane Roe",
        ),
        ("Classified By: JANE G. ROE, DIRECTOR, INR/OPS. REASON: 1.4(B)(D).", "DIRECTOR, INR/OPS | JANE G. ROE"),
        ("Classified By: Jane Roe, State POL; Reason: 1.4 (b,d)", "State POL | Jane Roe"),
        ("Classified By: ISN - J. S. ANN DOE, ACTING FOR REASONS 1.4(B) AND (D)", "ISN, ACTING | J. S. ANN DOE"),
        ("Classified By: Political Counselor John Doe for Reas ons 1.4b,d", "Political Counselor | John Doe"),
        ("Classified By: Jane Roe, Minister Counselor, r eason 1.4, b and d.", "Minister Counselor | Jane Roe"),
        ("Classified By: Acting Minister Counselor Andrew D oe, 1.4 (b/d).", "Acting Minister Counselor | Andrew Doe"),
        ("Classified By: Pol M/C Roe for Reasons 1.4 b and d.", "Pol M/C | Roe"),
        ("Classified By: Political MC John Doe for Reasons 1.4 b and d.", "Political MC | John Doe"),
        ("Classified By: Ambassador Anna de la Roe for Reasons 1.4 b and d.", "Ambassador | Anna de la Roe"),
        ("Classified By: Ambassador John Doe, III. \nReasons: 1.4 (b) and (d).", "Ambassador | John Doe, III"),
        ("Classified By: Ambasasdor Jane Roe for reaons 1.4 (b/d)", "Ambasasdor | Jane Roe"),
        ("CLASSIFIED BY ACTING COUNSEL0R JANE ROE F0R 1.4 (B/D)", "ACTING COUNSEL0R | JANE ROE"),
        ("Classified By: Amb:JROE, RASONS 1.4 (b) and (d)", "Amb | JROE"),
        ("Classified By: Ambassador to Tarsis Jane A. Roe, 1.4 (b/d)", "Ambassador to Tarsis | Jane A. Roe"),
        ("Classified By: Ambassador to Tarsis Roe, 1.4 (b/d)", "Ambassador to Tarsis | Roe"),
        (
            "Classified By: Special Envoy for Tarsis and Lydda \nJane A. Roe, Jr., 1.4 (b/d)",
            "Special Envoy for Tarsis and Lydda | Jane A. Roe, Jr.",
        ),
        ("Classified By: Pol Min Charles O. Do \ne, 1.4 (b/d)", "Pol Min | Charles O. Doe"),
        ("Classified By: Pol-Mil Counselor A.F. Roe, 1.4 (b/d)", "Pol-Mil Counselor | A.F. Roe"),
        ("Classified By: PolMinCouns John Doe, reasons 1.4 (b/d)", "PolMinCouns | John Doe"),
        ("Classified By: ConGen Tarsis DPO Jane Roe; Reason 1.4 (b) (d)", "ConGen Tarsis DPO | Jane Roe"),
        ("Classified By: NEA John B. Doe for reasons EO 12958 1.4 (b,d)", "NEA | John B. Doe"),
        ("Classified By: Acting DCM/John Doe for reasons 1.4 (b/d)", "Acting DCM | John Doe"),
        ("Classified by: DCM J. John Doe (acting) for reasons 1.4 (b/d)", "DCM (acting) | J. John Doe"),
        ("Classified By: Charge d'Affaires (AI) John Doe, 1.4 (b/d)", "Charge d'Affaires (AI) | John Doe"),
        ("Classified By: Charge, d,Affaires a. i. John Doe, 1.4 (b/d)", "Charge, d,Affaires a. i. | John Doe"),
        ("CLASSIFIED BY: ISN ? JANE ROE, ACTING, 1.4 (B/D)", "ISN, ACTING | JANE ROE"),
        (
            "Classified By: COUNSELOR FOR TRADE AFFAIR \nS JANE ROE, 1.4 (B/D)",
            "COUNSELOR FOR TRADE AFFAIR \nS | JANE ROE",
        ),
        ("Classified By: DOS GUIDE BY JANE ROE, 1.4 (B/D)", "- | JANE ROE"),
        ("CLASSIFIED BY DCM JANE ROE BASED UPON 1.4 (B/D)", "DCM | JANE ROE"),
        ("Classified By: DCM Jane Roe under Se \nction 1.4 b/d", "DCM | Jane Roe"),
        ("Classified By: DCM Jane Roe fo Reasons: 1.4(b), (d).", "DCM | Jane Roe"),
    ] {
        check(text, &[person], both);
    }
}

#[test]
fn two_people() {
    check(
        "Classified By: AMBASSADOR JANE ROE AND DCM JOHN DOE FOR REASONS 1.4 (B).",
        &["AMBASSADOR | JANE ROE", "DCM | JOHN DOE"],
        "1.4(b)",
    );
    check(
        "Classified By: Counselor for Political and Economic Affairs Jane Roe, reason 1.4 (b).",
        &["Counselor for Political and Economic Affairs | Jane Roe"],
        "1.4(b)",
    );
    check(
        "CLASSIFIED BY ACTING U/S FOR ARMS CONTROL AND HARBOURS (T) JOHN C. DOE, REASON 1.4 (B).",
        &["ACTING U/S FOR ARMS CONTROL AND HARBOURS (T) | JOHN C. DOE"],
        "1.4(b)",
    );
}

#[test]
fn nobody() {
    check("Classified By: Derived from Multiple Sources", &[], "");
    check("DERIVED FROM: DSCG 05-1 B, D", &[], "");
    check("Classified By: Ambassador for reasons 1.4 (b) and (d)", &[], "1.4(b) 1.4(d)");
    check("CLASSIFIED BY SECTION 1.5 (B)", &[], "1.5(b)");
    check("Classified By: Charge for reQ#8$UQ of 2 ships", &[], "");
    check("Classified By: TARSIS 222 \nTARSIS 216", &[], "");
    check("Classified By: Ambassador Jane Ro...", &[], "");
    check("Classified By:", &[], "");
    check("", &[], "");
}
