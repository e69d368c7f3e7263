#![allow(clippy::unwrap_used, reason = "a test that cannot run must fail")]

use super::*;
use serde_json::Value;

/// The bytes read before the input is known to be too long: more than a row.
const START: usize = 1000;

/// The records of an input, as one piece or as a stream that reads `stretch` bytes at once.
fn records(input: &[u8], stretch: Option<usize>) -> Vec<Value> {
    let file = Arc::new(File { name: "-".to_owned(), shown: "-".to_owned(), named: true });
    let mut records = Vec::new();
    let mut give = |piece: Result<Piece, Unreadable>| {
        let Ok(piece) = piece else { return false };
        piece.each(None, |telegram| records.push(serde_json::to_value(telegram.record()).unwrap()));
        true
    };
    let all_read = match stretch {
        None => whole::pieces(&file, input.to_vec(), &mut give),
        Some(stretch) => {
            let (start, mut rest) = input.split_at(START.min(input.len()));
            Stream::new(&file, start.to_vec(), stretch).read(&mut rest, &mut give)
        }
    };
    assert!(all_read);
    records
}

/// Checks that the records are the same however the input is read, except for the count of telegrams.
fn check(input: impl AsRef<[u8]>) {
    let input = input.as_ref();
    let mut expected = records(input, None);
    for record in &mut expected {
        record["part"]["of"] = Value::Null;
    }
    assert!(expected.len() > 2);
    for stretch in [1, 7, 64, 200, 501, 2000, 1 << 20] {
        assert_eq!(records(input, Some(stretch)), expected, "{stretch}");
    }
}

fn telegram(number: u32) -> String {
    let text = format!(
        "VZCZCXRO0412\nRR RUEHQX\nDE RUEHQW #{number:04} 0321200\nZNR UUUUU ZZH\nR 011200Z FEB 08\n\
         FM AMEMBASSY ALDERPORT\nTO RUEHC/SECSTATE WASHDC 0101\n\nUNCLAS ALDERPORT {number:06}\n\nE.O. 12958: N/A\n\
         TAGS: PREL\nSUBJECT: THE CAFE\nREF: LYDDA 98\n\n"
    );
    let paragraphs: String = (1..=number).map(|n| format!("¶{n}. (U) The caf\u{e9}.\n\n")).collect();
    text + &paragraphs
}

#[test]
fn a_concatenation() {
    check((1..=9).map(telegram).collect::<String>());
}

#[test]
fn a_join_with_separators() {
    check((1..=5).map(|n| format!("From 08ALDERPORT{n}\n{}", telegram(n).replace("FM ", "XX "))).collect::<String>());
}

#[test]
fn partial_extracts_and_messages_without_an_envelope() {
    let extract = "This record is a partial extract of the original cable.\n\n1. (U) Text.\n\n";
    let message = "UNCLAS\nMSGID/GENADMIN/CNO LYDDA/N1/JUN//\n1. TEXT.//\nBT\n#0001\nNNNN\n";
    check([extract, extract, &telegram(3), message, message, extract, message].concat());
}

#[test]
fn the_bulk_dump() {
    let row = |number: u32| {
        let text = telegram(number);
        let (header, body) = text.split_once("\n\n").unwrap();
        let body = body.replace("caf", "\\\"caf\\\"");
        format!("\"{number}\",\"2/1/2008 12:00\",\"08ALDERPORT9\",\"A\",\"SECRET\",\"\",\"{header}\",\"{body}\"\n")
    };
    check((1..=9).map(row).collect::<String>());
}

#[test]
fn a_byte_order_mark_is_no_text() {
    check([b"\xEF\xBB\xBF", (1..=5).map(telegram).collect::<String>().as_bytes()].concat());
}

#[test]
fn the_first_telegrams_decide_the_encoding_of_all() {
    let western = |text: String| -> Vec<u8> { text.chars().map(|c| u8::try_from(u32::from(c)).unwrap()).collect() };
    // Two Windows-1252 letters make one of UTF-8.
    let last = telegram(1).replace('¶', "").replace('\u{e9}', "\u{c3}\u{a9}");
    check([western((1..=5).map(telegram).collect()), western(last)].concat());
    // A character that was cut is no Western letter.
    let first: String = (1..=5).map(telegram).collect();
    check([first.as_bytes(), telegram(1).replace(['¶', '\u{e9}'], "").as_bytes(), b"\xE2\x80\n"].concat());
}

#[test]
fn what_cannot_be_cut_is_not_read() {
    let file = Arc::new(File { name: "-".to_owned(), shown: "-".to_owned(), named: true });
    let utf16: Vec<u8> = telegram(1).encode_utf16().flat_map(u16::to_le_bytes).collect();
    let page = format!("<html><body><pre>{}</pre>", telegram(1));
    for start in [utf16, page.into_bytes()] {
        let mut sentences = Vec::new();
        let mut give = |piece: Result<Piece, Unreadable>| {
            sentences.extend(piece.err().map(|why| why.to_string()));
            true
        };
        assert!(pieces(&file, start, &mut io::repeat(b' '), &mut give));
        assert_eq!(sentences, ["-: more than 64 MB of a saved page or of UTF-16, which is not read; split it"]);
    }
}
