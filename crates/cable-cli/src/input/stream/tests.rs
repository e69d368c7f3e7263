#![allow(clippy::unwrap_used, reason = "a test that cannot run must fail")]

use super::*;
use serde_json::Value;

/// What is read before it is known to be too long: more than a row.
const START: usize = 1000;

/// The records of an input, as one piece or as a stream that reads so many bytes at once.
fn records(input: &str, stretch: Option<usize>) -> Vec<Value> {
    let file = Arc::new(File { name: "-".to_owned(), shown: "-".to_owned(), named: true });
    let mut records = Vec::new();
    let mut give = |piece: Result<Piece, Unreadable>| {
        let Ok(piece) = piece else { return false };
        piece.each(None, |telegram| records.push(serde_json::to_value(telegram.record()).unwrap()));
        true
    };
    let all_read = match stretch {
        None => whole::pieces(&file, input.as_bytes().to_vec(), &mut give),
        Some(stretch) => {
            let (start, mut rest) = input.as_bytes().split_at(START.min(input.len()));
            Stream::new(&file, start.to_vec(), stretch).read(&mut rest, &mut give)
        }
    };
    assert!(all_read);
    records
}

/// However it is read, the records are the same but for the count of telegrams.
fn check(input: &str) {
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
    check(&(1..=9).map(telegram).collect::<String>());
}

#[test]
fn a_join_with_separators() {
    check(&(1..=5).map(|n| format!("From 08ALDERPORT{n}\n{}", telegram(n).replace("FM ", "XX "))).collect::<String>());
}

#[test]
fn partial_extracts_and_messages_without_an_envelope() {
    let extract = "This record is a partial extract of the original cable.\n\n1. (U) Text.\n\n";
    let message = "UNCLAS\nMSGID/GENADMIN/CNO LYDDA/N1/JUN//\n1. TEXT.//\nBT\n#0001\nNNNN\n";
    check(&[extract, extract, &telegram(3), message, message, extract, message].concat());
}

#[test]
fn the_bulk_dump() {
    let row = |number: u32| {
        let text = telegram(number);
        let (header, body) = text.split_once("\n\n").unwrap();
        let body = body.replace("caf", "\\\"caf\\\"");
        format!("\"{number}\",\"2/1/2008 12:00\",\"08ALDERPORT9\",\"A\",\"SECRET\",\"\",\"{header}\",\"{body}\"\n")
    };
    check(&(1..=9).map(row).collect::<String>());
}
