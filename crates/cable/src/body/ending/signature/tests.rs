use super::*;
use crate::row;

fn check(text: &str, signer: Option<&str>, expected: Option<&str>) {
    let rows = row::rows(text, Span::new(0, text.len() as u32), &[]);
    let found = ending(text, &rows, signer).signature.map(|signature| signature.span.of(text));
    assert_eq!(found, expected, "{text}");
}

#[test]
fn behind_closing_rows() {
    check("The text ends here. Visit Tarsis's Classified Website: XXXXXXXXXXXX ROE", None, None);
    check("Visit Tarsis's Classified Website: XXXXXXXXXXXX ROE", None, Some("ROE"));
    check("Visit Tarsis's Classified Website: XXXXXXXXXXXXROE", None, Some("ROE"));
    check("The boats are those of XXXXXROE", None, None);
    check("The boats are those of XXXXXXXXXXXX", None, None);
    check("It reads: \"It is shut.\" End Text ROE", None, Some("ROE"));
    check("It is shut.\n\nROE\n\n\"\tClassification: SECRET", None, Some("ROE"));
    check("It is shut.\n\nLOU\nCLASSIFICATION: SECRET//NOFORN", None, Some("LOU"));
    check("It is shut.\n\nClassification: SECRET", None, None);
    check("It is shut. CONFIDENTIAL", None, None);
    check("It reads: \"It is shut.\" End Text", None, None);
}

#[test]
fn signatures() {
    check("The text ends here.\n\nROE", None, Some("ROE"));
    check("The text ends here.\nROE\nNNNN\n", None, Some("ROE"));
    check("The text ends here.\n\nROE\n\nSECRET//NOFORN", None, Some("ROE"));
    check("The text ends here.\n\nROE\n2008-04-16", None, Some("ROE"));
    check("The text ends here.\nROE\n\nUNCLASSIFIED    TARSIS    00000417", None, Some("ROE"));
    check("The text ends here.\nMcRoe", None, Some("McRoe"));
    check("The text ends here. ROE", None, Some("ROE"));
    check("The text ends here. ROE\n CONFIDENTIAL\n> @@@ALDER@@@", None, Some("ROE"));
    check("End Comment. VAN ROE", None, Some("VAN ROE"));
    check("It was not reviewed. ROE .", None, Some("ROE"));
    check("END COMMENT.\nROE\nROE\n", None, Some("ROE"));
    check("The text ends here. Roe", Some("ROE"), Some("Roe"));
    check("The text ends here. Cole Hart", Some("Jane Cole Hart"), Some("Cole Hart"));
    check("The text ends here. Hart", Some("Jane Cole Hart"), Some("Hart"));
    check("The text ends here.\n\nROE\n\nEPET @ The Tarsis Post", Some("Roe"), Some("ROE"));
    check("The text ends here.\n\nROE\n\nEPET @ The Tarsis Post", None, None);
    check("Done. Roe\n\n\"Visit the site at http://tarsis.s\ngov.gov/wiki\"", None, Some("Roe"));
    check("Done.\nROE\nVisit the post's site:\nhttp://tarsis.example", None, Some("ROE"));
    check("Done.\nROE\n\"Visit the site at http://tarsis.s\ngov.gov/wiki\"", None, Some("ROE"));
    check("Visit http://tarsis.gov/index. htm Roe", None, Some("Roe"));
    check("The text ends here.\n\nVAN DER ROE DOE", None, Some("VAN DER ROE DOE"));
    check("The text ends here.\n\nTHE SHIPS OF TARSIS", None, None);
    check("The text ends here.\n\nroe", None, Some("roe"));
    check("Done.\nEND TEXT ROE", None, Some("ROE"));
    check("END TEXT VAN ROE", None, Some("VAN ROE"));
    check("AS THEY SAID\nSIGNED DOE\nUNQUOTE\nROE", None, Some("ROE"));
    check("AS THEY SAID.\n\nDOE UNQUOTE ROE", None, Some("ROE"));
    check("DONE.\n\nROE##\n", None, Some("ROE"));
    check("DONE.\n\nROE.\n", None, Some("ROE"));
    check("DONE.\n\nROE .\n", None, Some("ROE"));
    check("DONE.\n\nVAN ROE##\n", None, Some("VAN ROE"));
    check("DONE.\n\nROE (ACTING)", None, Some("ROE"));
    check("DONE.\n\nROE, ACTING", None, Some("ROE"));
    check("DONE.\n\nROE (CHARGE)\n", None, Some("ROE"));
    check("DONE.\n\nROE BT\n", None, Some("ROE"));
    check("DONE.\n\nST. ROE\n", None, Some("ST. ROE"));
    check("DONE.\n\nROE JR.\n", None, Some("ROE JR."));
    check("IT IS DONE BY THE MINISTER\n(ACTING)", None, None);
    check("THE NEW MASTER IS JANE\nROE (ACTING)", None, None);
    check("THE OFFICES:\nTRADE (ACTING)\nPORTS (ACTING)", None, None);
    check("DONE.\n\nDIRECTOR (ACTING)", None, None);
    check("DONE.\n\nNO SINGLE GROUP ACTING", None, None);
    check("DONE.\nJ. ROE JR.", None, None);
    check("IT IS SO. JANE Q. ROE JR.", None, None);
    check("THE BOATS ARE AT THESE PLACES.\n\nMAIN ST.", None, None);
    check("DONE.\n\nHIGH ST.", None, None);
    check("THE BOATS ARE NOW AT\nST. ROE", None, None);
    check("DONE.\n\nDE ROE.\n", Some("JANE DE ROE"), Some("DE ROE"));
    check("THEY COME FROM THESE TOWNS.\n\nLYDDA.\n\nLA ROE.\n", None, None);
    check("DONE.\n\nEL ROE -\n", None, None);
    check("DONE.\n\nAS RECEIVED##\n", None, None);
    check("DONE.\n\nTHE HARBOUR.\n", None, None);
    check("THEY WENT TO\n\nLA ROE.\n", None, None);
    check("DONE AT\nLA ROE.\n", None, None);
    check("DONE.\n\nIN LA ROE.\n", None, None);
    check("Done.\nROE\\\n", None, Some("ROE"));
    check("Done. ROE\\\n", None, Some("ROE"));
    check("DONE.\n\nROE AND DOE\n", None, Some("ROE AND DOE"));
    check("Done.\n\nROE\nDOE\n", None, Some("ROE\nDOE"));
    check("DONE WITH THEM.\n\nROE\nDOE\n", Some("DOE"), Some("ROE\nDOE"));
    check("Done by\nROE\nDOE\n", None, None);
    check("It is done.\n\nXXXXXXXXXXXX\nROE", None, Some("ROE"));
    check("It is done.\n\n\u{b6}7. (C) XXXXXXXXXXXX\n ROE", None, Some("ROE"));
    check("It is done.\n\nxxxxx\nRoe", None, Some("Roe"));
    check("IT IS DONE\nEND TEXT\nROE", None, Some("ROE"));
    check("It is done.\nRoe\n\n\nNnnn", None, Some("Roe"));
    check("IT WILL DO.\n\nGP-3\nROE", None, Some("ROE"));
    check("DONE.\nROE\n\nNNNN\n\n   2009TARSIS00417 - Classification: SECRET", None, Some("ROE"));
    check("DONE.\nROE\n\nNOTE BY OC/T: AS RECEIVED.", None, Some("ROE"));
    check("DONE.\n\nROE\nNMAFVVZCZ", None, Some("ROE"));
    check("DONE.\nROE\n\nCONFIDENTIAL\n\n\nNNN", None, Some("ROE"));
    check("DONE. ROE\n\nSECRET\n\nNNN", None, Some("ROE"));
    check("Done.\nPlease visit the site: http://tarsis.example\nROE", None, Some("ROE"));
}

#[test]
fn closing_rows() {
    for (text, expected) in [
        ("Done.\n\nMINIMIZE CONSIDERED\n\nROE", 1),
        ("Done.\n\nROE\n\nMINIMIZE CONSIDERED", 1),
        ("Done.\n\nMINIMIZE CONSIDERED.\nVisit the site:\nhttp://tarsis.example\nROE", 1),
        ("Done.\n\nVisit Tarsis's Harbour Forum at\nhttp://tarsis.example/har bour\n\nROE", 1),
        ("They went to our\nclassified website and were glad.\n\n2. It is new.\n\nROE", 3),
        ("A delegation of Lydda will\nvisit Alder; see the website.\n\nROE", 2),
        ("Visit Alder; see the website.\n\n2. It is new.\n\nROE", 2),
        ("To see more, visit our\nclassified website at:\nhttp://tarsis.example\n\nROE", 3),
        ("Done.\n\nVisit our site:\nhttp://tarsis.example\n\nIt is read by all of us.\n\nROE", 4),
        ("Done.\n\nVisit our site:\n\nhttp://tarsis.example\n\nROE", 1),
        ("They\nVisit the harbour at\nBirch.\n\nROE", 3),
        ("They plan to\nVisit the harbour at\nhttp://tarsis.example/plan\n\nROE", 3),
        ("Links:\n\nVisit of Doe:\nhttp://tarsis.example/doe\n\nROE", 3),
        ("It is done.\nMinimize considered\nNNNN", 1),
        ("Done.\nROE\nEnd Cable Text\nJ. Doe printed it.", 1),
        ("Done. See\nhttp://tarsis.example\nROE", 2),
    ] {
        let rows = row::rows(text, Span::new(0, text.len() as u32), &[]);
        assert_eq!(ending(text, &rows, None).text, expected, "{text}");
    }
}

#[test]
fn last_words() {
    check("It is all about the situation in\nTarsis", None, None);
    check("It is all about Tarsis.", None, None);
    check("It is all about the\nharbour", None, None);
    check("Done.\nEND TEXT", None, None);
    check("DONE.\n\nUNQUOTE", None, None);
    check("THE POSITION OF THE PARTY IN\nTARSIS", None, None);
    check("Done. End Comment", None, None);
    check("It was 5.6 per cent. The", None, None);
    check("", None, None);
}
