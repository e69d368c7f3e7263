//! Texts that mean harm, or nothing: no panic, and the guarantees hold.

mod common;

use common::fixtures;
use common::telegram::any::telegram;
use common::telegram::write::PLAIN;
use proptest::prelude::*;

/// Checks that the guarantees hold, and that the second run gives the same.
fn check(text: &str) {
    let cables: Vec<_> = cable::cables(text).collect();
    assert_eq!(cable::guarantee::violations(text, &cables), Vec::<String>::new(), "{text:?}");
    assert!(cable::cables(text).eq(cables), "{text:?}");
}

/// The same for the text of a saved page.
fn check_page(page: &str) {
    let reading = cable::read(page);
    assert!(reading.map.is_some(), "{page:?}");
    check(&reading.text);
}

/// Words that the parser looks for.
const PIECES: [&str; 48] = [
    "VZCZCXRO0001\n",
    "RR RUEHAB\n",
    "DE RUEHAB #0001/01 0010000\n",
    "ZNY CCCCC ZZH\n",
    "R 010000Z JAN 08\n",
    "FM ",
    "TO RUEHC/",
    "INFO ",
    "XMT ",
    "C O N F I D E N T I A L ",
    "SECTION 01 OF 02 ",
    "ALDERPORT 000001\n",
    "SIPDIS\n",
    "E.O. 12958: DECL: ",
    "TAGS: ",
    "[PREL](#) ",
    "SUBJECT: ",
    "REF: A. ",
    "[1](#)B. ",
    "Classified By: ",
    "for reasons 1.4 ",
    "(b) and (d)",
    "[1](#)1. ",
    "¶2. ",
    "13. ",
    "(C) ",
    "(S//NF",
    "Summary: ",
    "End Summary.",
    "(Note: ",
    "End Note.)",
    "Comment",
    "\n-------\n",
    "BEGIN TEXT",
    "END TEXT",
    "ALDERPORT 00000001  002 OF 002\n",
    "\n",
    "\n\n",
    "\r",
    "\r\n",
    " ",
    "\t",
    "\0",
    "\u{202E}",
    "\u{FEFF}",
    "ß¶é",
    "GRAYLING",
    "NNNN\n",
];

/// A hundred kilobytes of one thing.
fn kilobytes(thing: &str) -> String {
    thing.repeat(100_000 / thing.len())
}

/// The same for rows of the bulk dump; every place of the text must have one in the rows.
fn check_rows(input: &str) {
    let decoded = cable::decode::csv::decode(input);
    let cables: Vec<_> = decoded.cables(None).collect();
    let expected = if cables.is_empty() { decoded.text.len() } else { 0 };
    assert_eq!(expected, 0, "text without a row: {input:?}");
    if !cables.is_empty() {
        assert_eq!(cable::guarantee::violations(&decoded.text, &cables), Vec::<String>::new(), "{input:?}");
    }
    for cable in &cables {
        let source = decoded.map.source(cable.span);
        assert!(input.get(source.start as usize..source.end as usize).is_some(), "{source:?} of {input:?}");
    }
}

proptest! {
    #[test]
    fn any_rows(input in "(\\PC|[\"\\\\,\r\n]|\",\"){0,200}") {
        check_rows(&input);
        check_rows(&format!("\"1\",\"6/2/2009 11:30\",\"09TARSIS417\",\"T\",\"SECRET\",\"\",\"FM A\",\"{input}\"\n"));
    }

    #[test]
    fn any_string(text: String) {
        check(&text);
    }

    #[test]
    fn any_string_of_many_kinds(text in "(\\PC|[\\r\\n\\t\\x00 ]|[A-Z]{3,5} |[0-9]{1,3}\\. ){0,200}") {
        check(&text);
    }

    #[test]
    fn any_heap_of_pieces(pieces in prop::collection::vec(prop::sample::select(&PIECES[..]), 0..80)) {
        check(&pieces.concat());
    }

    #[test]
    fn a_telegram_cut_anywhere(telegram in telegram(), start: prop::sample::Index, end: prop::sample::Index) {
        let text = telegram.write(PLAIN);
        let (a, b) = (start.index(text.len()), end.index(text.len()));
        let whole = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        check(&whole(&text.as_bytes()[a.min(b)..a.max(b)]));
    }

    #[test]
    fn a_saved_page_of_anything(inside: String) {
        check_page(&format!("<html><code><pre>{inside}</pre></code><pre>"));
        check_page(&format!("<html><body>{inside}"));
    }
}

#[test]
fn a_hundred_kilobytes_of_one_thing() {
    let things = [
        "(",
        "[",
        "[1](#)",
        "[](",
        "¶",
        "¶1. ",
        "1. ",
        "\n",
        "\r",
        "\r\n",
        " ",
        "\t",
        "\0",
        "-",
        "-\n",
        "\u{202E}",
        "\u{2067}",
        "SUBJECT: ",
        "SUBJECT:\n",
        "TAGS: ",
        "REF: A. ",
        "Summary: ",
        "(Note: ",
        "End Note.) ",
        "SIPDIS\n",
        "BEGIN TEXT\n",
        "Classified By: ",
        "VZCZCXRO0001\n",
        "FM A\n",
        "NNNN\n",
        "NNNN\nUNCLAS\n",
        "R 010000Z JAN 08\nFM A\n",
        "DE RUEHAB #0001/02 0010000\nFM A\n",
        "MRN: 08 ALDERPORT 1\n",
        "From 08ALDERPORT1\n",
        "1,08ALDERPORT1,\"UNCLAS\n",
        "1\n08ALDERPORT1\nUNCLAS\n",
        "VZCZCXRO0001\nDE RUEHAB #0001/02 0010000\nFM A\n1. \n",
        "ALDERPORT 00000001  002 OF 002\n",
        "A. ",
        "(C) ",
    ];
    for thing in things {
        check(&kilobytes(thing));
    }
}

#[test]
fn a_hundred_kilobytes_of_one_thing_in_a_page() {
    for thing in
        ["<", "<a", "<a ", "<!--", "<pre>", "</pre>", "<code>", "<script>", "&", "&#", "&amp", "&amp;", "<br>", "< >"]
    {
        check_page(&format!("<html><code><pre>{}", kilobytes(thing)));
        check_page(&format!("<html>{}", kilobytes(thing)));
    }
}

#[test]
fn a_hundred_kilobytes_of_one_thing_in_rows() {
    for thing in ["\"", "\\", ",", "\n", "\",\"", "\"\"", "\\\"", "\"1\",\"2\"\n"] {
        check_rows(&kilobytes(thing));
        check_rows(&format!("\"1\",\"6/2/2009 11:30\",\"09TARSIS417\",\"{}", kilobytes(thing)));
    }
}

#[test]
fn white_space_in_every_field() {
    for label in ["SUBJECT:", "TAGS:", "REF:", "E.O. 12958:", "Classified By:", "FM", "TO", "¶1."] {
        check(&format!("{label}{}x", kilobytes(" ")));
        check(&format!("{label}{}x", kilobytes("\n ")));
    }
}

#[test]
fn markup_in_every_field() {
    for fixture in fixtures() {
        for bait in ["<img src=x onerror=alert(1)>", "javascript:alert(1)", "<script>", "\u{202E}", "\0", "](#)"] {
            check(&fixture.text.replace(": ", &format!(": {bait} ")));
            check(&fixture.text.replace(' ', bait));
        }
    }
}
