//! Citations against the published form of each style, and records against parsers of their formats.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot run must fail")]

mod common;

use biblatex::{Bibliography, ChunksExt};
use biblib::{CitationParser, RisParser};
use cable::Cable;
use cable::export::{Style, cite, embedded, quotation};
use citationberg::json::{DateValue, Item, NameValue, Value};
use common::fixtures;

/// A telegram of 1974 as the Archives keep it, with the facts of the one that their model cites; the text is ours.
fn archived(from: &str, to: &str, line: &str, number: &str, attributes: &str) -> String {
    format!(
        "CONFIDENTIAL\n\nPAGE 01        {number}\n\nACTION NEA-10\n\n{line}\nFM {from}\nTO {to}\n\n\
         C O N F I D E N T I A L {number}\n\nE.O. 11652: GDS\nTAGS: PFOR\nSUBJ: ROPES\n\n1. THE ROPES ARE NEW.\nLOAM\n\n\
         CONFIDENTIAL\n\nNNNN\n\nMessage Attributes\n\n{attributes}"
    )
}

#[track_caller]
fn check(text: &str, style: Style, expected: &str) {
    assert_eq!(cite(text, &cable::parse(text), "telegram.txt", style), expected);
}

/// "Citing Foreign Affairs Records" (National Archives, September 2023), model A, without the day of access.
#[test]
fn the_archives_model() {
    let attributes = "Capture Date: 01 JAN 1994\nDocument Number: 1974MANILA07657\nFilm Number: D740169-1020\n";
    let text = archived("AMEMBASSY MANILA", "SECSTATE WASHDC", "R 270800Z JUN 74", "MANILA 07657", attributes);
    check(
        &text,
        Style::Nara,
        "Embassy Manila to Department of State, Telegram 07657, June 27, 1974, 1974MANILA07657, Central Foreign Policy \
         Files, 1973-79/Electronic Telegrams, RG 59: General Records of the Department of State, U.S. National Archives.",
    );
    // In the Chicago Manual's order for correspondence in a collection, 14.111 and 14.292.
    check(
        &text,
        Style::Chicago,
        "Embassy Manila to Department of State, “ROPES,” telegram 7657, June 27, 1974, 1974MANILA07657, Central Foreign \
         Policy Files, 1973–79, RG 59, National Archives, College Park, MD.",
    );
}

/// The source notes of documents 169, 140 and 139 in Foreign Relations, 1969-76, E-11, part 2, and their headings
/// except for the country: "Telegram 4226 From the Embassy in Chile to the Department of State".
#[test]
fn foreign_relations() {
    let attributes = |number: &str, film: &str| format!("Document Number: {number}\nFilm Number: {film}\n");
    let post = ("AMEMBASSY SANTIAGO", "SECSTATE WASHDC");
    check(
        &archived(post.0, post.1, "R 171500Z JUL 74", "SANTIAGO 4226", &attributes("1974SANTIA04226", "D740192-0983")),
        Style::Frus,
        "Telegram 4226 From the Embassy in Santiago to the Department of State, July 17, 1974. Source: National \
         Archives, RG 59, Central Foreign Policy File, D740192–0983. Confidential.",
    );
    check(
        &archived(post.1, post.0, "O 171500Z JUL 74", "STATE 190162\nEXDIS", &attributes("1974STATE190162", "n/a")),
        Style::Frus,
        "Telegram 190162 From the Department of State to the Embassy in Santiago, July 17, 1974. Source: National \
         Archives, RG 59, Central Foreign Policy File, [no film number]. Confidential; Immediate; Exdis.",
    );
}

/// Nothing says where a copy other than the Archives' is kept.
#[test]
fn other_copies_have_no_archive() {
    let text = "P 101200Z JUN 09\nFM AMCONSUL CEDAR BAY\nTO RUEHC/SECSTATE WASHDC 4711\nRUEHLC/AMEMBASSY LIBREVILLE\n\n\
                S E C R E T CEDAR BAY 000417\n\nNOFORN\nSIPDIS\n\nSUBJECT: THE \"NEW\" ROPES\n\n1. (S) New.\n";
    check(
        text,
        Style::Nara,
        "Consulate Cedar Bay to Department of State and others, Telegram 417, June 10, 2009, 09CEDARBAY417.",
    );
    check(
        text,
        Style::Frus,
        "Telegram 417 From the Consulate in Cedar Bay to Multiple Posts, June 10, 2009. Source: 09CEDARBAY417. Secret; \
         Priority; Noforn; Sipdis.",
    );
    check(
        text,
        Style::Chicago,
        "Consulate Cedar Bay to Department of State and others, “THE 'NEW' ROPES,” telegram 417, June 10, 2009, \
         09CEDARBAY417.",
    );
}

#[test]
fn what_is_not_there_is_left_out() {
    check("FM AMEMBASSY TARSIS\n\n1. One.\n", Style::Nara, "Embassy Tarsis, Telegram.");
    check("milk\n", Style::Nara, "Telegram, telegram.");
    check("milk\n", Style::Chicago, "telegram, n.d., telegram.");
    let undated = "FM AMEMBASSY TARSIS\nTO AMCONSUL LYDDA\n\nUNCLAS TARSIS 0417\n\nSUBJECT: ROPES\n";
    check(undated, Style::Chicago, "Embassy Tarsis to Consulate Lydda, “ROPES,” telegram 417, n.d.");
    check("milk\n", Style::Frus, "Telegram. Source: telegram. No classification marking.");
}

#[test]
fn a_quotation_has_its_citation_and_paragraphs() {
    let text = "R 101200Z JUN 09\nFM AMEMBASSY TARSIS\nTO SECSTATE WASHDC\n\nUNCLAS TARSIS 000417\n\nSUBJECT: ROPES\n\n1. Old.\n\n2. (U) New.\n";
    let said = quotation(text, &cable::parse(text), "ropes.txt", " The ropes are new. ", &[0, 1]);
    let expected = "“The ropes are new.”\n\nEmbassy Tarsis to Department of State, Telegram 417, June 10, 2009, paragraphs 1, \
                    2 (U), 09TARSIS417.\n";
    assert_eq!(said, expected);
}

/// Every telegram of every fixture, and one with hostile words.
fn telegrams() -> Vec<(String, Cable, String)> {
    let hostile = "R 101200Z JUN 09\nFM AMEMBASSY O'{}\nTO SECSTATE WASHDC\n\nUNCLAS TARSIS 000417\n\nTAGS: PREL, ECON\n\
                   SUBJECT: {\\} } 50% OF #1 & $2_3 ~^ \"X\" \\\\ </script>\tTY  - JOUR\n\n1. One.\n";
    let mut out = vec![(hostile.to_owned(), cable::parse(hostile), "hostile {}.txt".to_owned())];
    for fixture in fixtures() {
        let reading = cable::read(&fixture.text);
        let text = reading.text.into_owned();
        out.extend(reading.cables.into_iter().map(|cable| (text.clone(), cable, fixture.name.clone())));
    }
    assert!(out.len() > 30);
    out
}

/// The subject on one line, as records have it.
fn subject(cable: &Cable) -> Option<String> {
    let subject = cable.subject.as_ref()?.value.trim();
    (!subject.is_empty()).then(|| subject.replace(char::is_control, " "))
}

#[test]
fn bibtex_is_read_by_a_parser() {
    for (text, cable, file) in telegrams() {
        let entry = cite(&text, &cable, &file, Style::Bibtex);
        let parsed = Bibliography::parse(&entry).unwrap_or_else(|error| panic!("{error}: {entry}"));
        assert_eq!(parsed.len(), 1, "{entry}");
        let found = parsed.iter().next().unwrap();
        let verbatim = |name: &str| found.get(name).map(|chunks| chunks.format_verbatim());
        if let Some(subject) = subject(&cable) {
            assert_eq!(verbatim("title"), Some(subject), "{entry}");
        }
        assert_eq!(verbatim("number"), cable.quoted_number(), "{entry}");
        if let Some(date) = cable.written_on() {
            let biblatex::PermissiveType::Typed(read) = found.date().unwrap() else { panic!("{entry}") };
            let biblatex::DateValue::At(read) = read.value else { panic!("{entry}") };
            let read = (read.year, read.month.map(|month| month + 1), read.day.map(|day| day + 1));
            assert_eq!(read, (i32::from(date.year()), Some(date.month()), Some(date.day())));
        }
        if let Ok(authors) = found.author() {
            assert_eq!((authors.len(), authors[0].given_name.as_str()), (1, ""), "an office has one name: {entry}");
        }
    }
}

/// Commas separate keywords, so a person among the TAGS has none.
#[test]
fn a_person_is_one_keyword() {
    let text = "FM AMEMBASSY TARSIS\n\nTAGS: OVIP (ROE, JANE), PREL\n\n1. One.\n";
    for (style, expected) in [
        (Style::Bibtex, "keywords = {OVIP, ROE JANE, PREL}"),
        (Style::CslJson, "\"keyword\": \"OVIP, ROE JANE, PREL\""),
    ] {
        let record = cite(text, &cable::parse(text), "telegram.txt", style);
        assert!(record.contains(expected), "{record}");
    }
}

#[test]
fn ris_is_read_by_a_parser() {
    for (text, cable, file) in telegrams() {
        let record = cite(&text, &cable, &file, Style::Ris);
        let parsed = RisParser::new().parse(&record).unwrap_or_else(|error| panic!("{error}: {record}"));
        assert_eq!(parsed.len(), 1, "{record}");
        let found = &parsed[0];
        assert_eq!(found.citation_type[0], "Report");
        if let Some(subject) = subject(&cable) {
            assert_eq!(found.title, subject);
        }
        assert_eq!(found.issn, Vec::from_iter(cable.quoted_number()), "{record}");
        assert_eq!(found.date.as_ref().map(|date| date.year), cable.written_on().map(|on| on.year().into()));
        let day = found.extra_fields.get("DA").map(|values| values.join(" "));
        assert_eq!(day, cable.written_on().map(|on| on.to_string().replace('-', "/") + "/"), "{record}");
        assert_eq!(found.keywords, cable.tags.iter().map(|tag| tag.value.code.clone()).collect::<Vec<_>>());
    }
}

#[test]
fn csl_json_is_read_by_a_parser() {
    for (text, cable, file) in telegrams() {
        let [before, between, behind] = Style::CslJson.around();
        let item = cite(&text, &cable, &file, Style::CslJson);
        let items = [before, &item, between, &item, behind].concat();
        let parsed: Vec<Item> = serde_json::from_str(&items).unwrap_or_else(|error| panic!("{error}: {items}"));
        assert_eq!(parsed.len(), 2);
        let found = &parsed[0];
        assert_eq!(found.type_().as_deref(), Some("report"));
        let value = |name: &str| found.0.get(name).and_then(Value::to_str).map(|value| value.into_owned());
        if let Some(subject) = &cable.subject {
            assert_eq!(value("title").as_deref(), Some(subject.value.trim()));
        }
        assert_eq!(value("number"), cable.quoted_number());
        let date = match found.0.get("issued") {
            Some(Value::Date(DateValue::DateParts { date_parts, .. })) => Some(date_parts.0[0].0.clone()),
            None => None,
            other => panic!("{other:?}"),
        };
        let written = cable.written_on().map(|on| vec![on.year() as i16, on.month().into(), on.day().into()]);
        assert_eq!(date, written, "{item}");
        if let Some(Value::Names(recipients)) = found.0.get("recipient") {
            assert!(recipients.iter().all(|name| matches!(name, NameValue::Literal(_))), "{item}");
            assert_eq!(recipients.len(), cable.to.len());
        }
    }
}

#[test]
fn metadata_makes_a_report() {
    for (text, cable, file) in telegrams() {
        let metadata = embedded(&text, &cable, &file);
        let content =
            |name: &str| metadata.iter().find(|(known, _)| *known == name).map(|(_, content)| content.clone());
        assert_eq!(content("citation_technical_report_number"), cable.quoted_number());
        assert_eq!(content("citation_date"), cable.written_on().map(|on| on.to_string()));
        assert_eq!(
            content("citation_technical_report_institution").is_some(),
            cable.from.is_some() || cable.reference_number.is_some()
        );
        assert!(content("citation_title").is_some_and(|title| !title.is_empty()));
        assert_eq!(content("citation_author"), None, "an office would be taken apart into first and last name");
    }
}
