use super::*;

fn check(line: &str, expected: Option<(Label, &str)>) {
    assert_eq!(label(line).map(|(label, len)| (label, &line[len..])), expected, "{line}");
}

#[test]
fn labels() {
    check("E.O. 12958: DECL: 06/01/2019", Some((Label::ExecutiveOrder, "E.O. 12958: DECL: 06/01/2019")));
    check("EO 12958 DECL: 02/22/2011", Some((Label::ExecutiveOrder, "EO 12958 DECL: 02/22/2011")));
    check("E.0. 12958: N/A", Some((Label::ExecutiveOrder, "E.0. 12958: N/A")));
    check("E.O.112065 N/A", Some((Label::ExecutiveOrder, "E.O.112065 N/A")));
    check("E.O. L1652: GDS", Some((Label::ExecutiveOrder, "E.O. L1652: GDS")));
    check("E.O. 129...", Some((Label::ExecutiveOrder, "E.O. 129...")));
    check("E.O. 1", None);
    check("E.O. LYDDA", None);
    check("TAGS: PREL", Some((Label::Tags, "PREL")));
    check("TAGS PREL, PGOV", Some((Label::Tags, "PREL, PGOV")));
    check("TAGS\u{c}PREL, MU", Some((Label::Tags, "PREL, MU")));
    check("SUBJECT\u{2028}ROPES", Some((Label::Subject, "ROPES")));
    check("SUBJECT: ONE", Some((Label::Subject, "ONE")));
    check("Subject:  One", Some((Label::Subject, "One")));
    check("SUBJECT-- ONE", Some((Label::Subject, "ONE")));
    check("SUBJECT--MATTER OF IT", None);
    check("SUBJECT(U): ONE", Some((Label::Subject, "(U): ONE")));
    check("SUBJECT(S) OF TALKS", None);
    check("(U) TAGS: PREL", Some((Label::Tags, "PREL")));
    check("(U) E.O. 12958 asks the harbour master for this:", None);
    check("REF. TARSIS 138", Some((Label::References, "TARSIS 138")));
    check("REF...08 TARSIS 138", Some((Label::References, "08 TARSIS 138")));
    check("REF. A TARSIS 138", Some((Label::References, "A TARSIS 138")));
    check("REFS. A. TARSIS 138", Some((Label::References, "A. TARSIS 138")));
    check("REF. the harbour", None);
    check("REF...", Some((Label::References, "...")));
    check("REFTEL...", Some((Label::References, "...")));
    check("REF.", None);
    check("REF: A. TARSIS 138", Some((Label::References, "A. TARSIS 138")));
    check("REF A) TARSIS 138", Some((Label::References, "A) TARSIS 138")));
    check("Ref A: Tarsis 138; Ref B: Lydda 2", Some((Label::References, "A: Tarsis 138; Ref B: Lydda 2")));
    check("Ref A shows it", None);
    check("REFTEL: TARSIS 138", Some((Label::References, "TARSIS 138")));
    check("RETELS: TARSIS 138", Some((Label::References, "TARSIS 138")));
    check("Classified By: Ambassador Jane Roe", Some((Label::ClassifiedBy, "Ambassador Jane Roe")));
    check("(U) Classified by Jane Roe", Some((Label::ClassifiedBy, "Jane Roe")));
    check("Classified ByConsul Jane Roe", Some((Label::ClassifiedBy, "Consul Jane Roe")));
    check("Classified bypassers", None);
    check("Reason: 1.4 (b)", Some((Label::ClassifiedBy, "1.4 (b)")));
    check("\"TAGS: PREL", Some((Label::Tags, "PREL")));
    check("\"TAGS: SHEEP AND THEIR", None);
    check("\"Classified By: Jane Roe \"", Some((Label::ClassifiedBy, "Jane Roe \"")));
    check("\"Classified by\" is a label: so it is", None);
    check("\"CLASSIFIED BY: A NOVEL\"", None);
    check("\"Subject: Ropes", None);
}

#[test]
fn prose() {
    for line in [
        "Subject to review",
        "Refer to it",
        "EMBASSY",
        "Reason enough",
        "TAGSTER",
        "tags were put on",
        "E.",
        "",
        "MOON 1234",
        "STAGE: ONE",
        "SUMMARY: ONE",
    ] {
        check(line, None);
    }
}
