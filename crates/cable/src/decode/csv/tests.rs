use super::*;
use crate::Code;

const ROW: &str = "\"1\",\"6/2/2009 11:30\",\"09TARSIS417\",\"Embassy Tarsis\",\"CONFIDENTIAL\",\"09LYDDA98|09LYDDA99\",\
                   \"P 021130Z JUN 09\nFM AMEMBASSY TARSIS\",\"C O N F I D E N T I A L TARSIS 000417\n\n\
                   SUBJECT: A \\\"FERRY\\\" \\\\ BOAT\n\n1. (C) The line\\'s owner, \"\"quoted\"\" so.\"\n";

/// Every offset of the decoded text leads to the bytes that it came from.
#[track_caller]
fn check(input: &str, texts: &[&str]) {
    let decoded = decode(input);
    let rows: Vec<&str> = decoded.rows.iter().map(|row| row.span.of(&decoded.text)).collect();
    assert_eq!(rows, texts, "{input}");
    for (at, character) in decoded.text.char_indices() {
        let span = Span::new(at as u32, (at + character.len_utf8()) as u32);
        let source = decoded.map.source(span).of(input);
        assert!(source.contains(character) || character == '\n', "{character:?} came from {source:?}");
    }
}

#[test]
fn rows() {
    let text = "P 021130Z JUN 09\nFM AMEMBASSY TARSIS\n\nC O N F I D E N T I A L TARSIS 000417\n\n\
                SUBJECT: A \"FERRY\" \\ BOAT\n\n1. (C) The line's owner, \"quoted\" so.\n";
    check(ROW, &[text]);
    check(&[ROW, "\r\n", ROW].concat(), &[text, text]);
    check(&["\u{FEFF}id,date,number,origin,classification,refs,header,body\r\n", ROW].concat(), &[text]);
    check("1,6/2/2009 11:30,09TARSIS417,Tarsis,SECRET,,,\"Body\\\"\"", &["Body\"\n"]);
    check("1,2,3\nnot closed \"", &["1,2,3\n", "not closed \"\n"]);
    check("a\\", &["a\\\n"]);
    check("", &[]);
}

#[test]
fn known_by_the_first_row() {
    assert!(is_csv(ROW));
    assert!(is_csv(&["id,date,number,origin,classification,refs,header,body\n", ROW].concat()));
    assert!(is_csv(&ROW.replace("\\\"", "\"\"")));
    for text in [
        "",
        "\"",
        "P 021130Z JUN 09\n",
        "\"a\",\"b\",\"c\",\"d\",\"e\",\"f\",\"g\",\"h\"\n",
        "id,date\n",
        "1,2,3,4,5,6,7,8\n",
    ] {
        assert!(!is_csv(text), "{text}");
    }
}

#[test]
fn rows_end_alike_however_the_bytes_come() {
    let input = [ROW, ROW].concat();
    let whole: Vec<usize> = records(&input).map(|record| record.end as usize).collect();
    assert_eq!(whole, [ROW.len(), 2 * ROW.len()]);
    for size in 1..9 {
        let mut scanner = Scanner::default();
        let (mut at, mut ends) = (0, Vec::new());
        for piece in input.as_bytes().chunks(size) {
            let mut rest = piece;
            while let Some(len) = scanner.row_end(rest) {
                at += len;
                ends.push(at);
                rest = &rest[len..];
            }
            at += rest.len();
        }
        assert_eq!(ends, whole, "{size}");
    }
}

#[test]
fn rows_are_alike_however_many_are_read_at_once() {
    let input = ["id,date,number,origin,classification,refs,header,body\n", ROW, ROW, "1,2,3\n", ROW].concat();
    let whole = decode(&input);
    for bytes in [0, 1, 100, 600, usize::MAX] {
        let mut decoder = Decoder::default();
        while decoder.read(&input, bytes) {
            assert!(decoder.bytes() < input.len());
        }
        assert_eq!((decoder.bytes(), &decoder.decoded.rows), (input.len(), &whole.rows), "{bytes}");
        assert_eq!((&decoder.decoded.text, &decoder.decoded.map), (&whole.text, &whole.map), "{bytes}");
    }
}

#[test]
fn a_row_is_compared() {
    let codes = |input: &str| -> Vec<Option<String>> {
        let differs = |cable: Cable| cable.diagnostics.into_iter().filter(|found| found.code == Code::RowDiffers);
        decode(input).cables(None).flat_map(differs).map(|found| found.detail).collect()
    };
    assert_eq!(codes(ROW), []);
    let says = |what: &str| Some(format!("The row says {what}."));
    assert_eq!(codes(&ROW.replace("09TARSIS417", "09TARSIS418")), [says("09TARSIS418")]);
    assert_eq!(codes(&ROW.replace("6/2/2009", "6/3/2009")), [says("6/3/2009 11:30")]);
    assert_eq!(codes(&ROW.replace("\"CONFIDENTIAL\"", "\"SECRET//NOFORN\"")), [says("SECRET//NOFORN")]);
}

#[test]
fn a_row_gives_the_year_of_a_number() {
    let number = |row: &str| decode(row).cables(None).next().and_then(|cable| cable.mrn());
    let undated = ROW.replace("P 021130Z JUN 09\n", "");
    assert_eq!(number(&undated).as_deref(), Some("09TARSIS417"));
    assert_eq!(number(&undated.replace("09TARSIS417", "09TARSIS418")), None);
    assert_eq!(number(&undated.replace("09TARSIS417", "09LYDDA417")), None);
    assert_eq!(number(&ROW.replace("09TARSIS417", "08TARSIS417")).as_deref(), Some("09TARSIS417"));
}

#[test]
fn a_row_is_one_telegram() {
    let two = ROW.replace("so.", "so.\n\nVZCZCXRO1\nDE RUEHLD #0001 1531130\nR 021130Z JUN 08\nFM AMCONSUL LYDDA\n");
    let reading = crate::read(&two);
    assert_eq!(reading.cables.len(), 1);
    assert_eq!(crate::guarantee::violations(&reading.text, &reading.cables), Vec::<String>::new());
}
