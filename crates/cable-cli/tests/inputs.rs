//! Runs the real program: archives and the bulk dump.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test that cannot run must fail")]

mod program;

use flate2::{Compression, write::GzEncoder};
use program::{TELEGRAM, files, lines, numbered, piped, run, stderr, stdout};
use serde_json::Value;
use std::fs;
use std::io::{Cursor, Write};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::fast());
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap()
}

fn zip(entries: &[(&str, &[u8])]) -> Vec<u8> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in entries {
        archive.start_file(*name, SimpleFileOptions::default()).unwrap();
        archive.write_all(bytes).unwrap();
    }
    archive.finish().unwrap().into_inner()
}

fn row(number: u32) -> String {
    let text = numbered(number);
    let (header, body) = text.split_once("\n\n").unwrap();
    format!(
        "\"{number}\",\"2/1/2008 12:{:02}\",\"08ALDERPORT{number}\",\"A\",\"UNCLASSIFIED\",\"\",\"{header}\",\"{}\"\n",
        number % 60,
        body.replace("caf", "\\\"caf\\\"")
    )
}

#[test]
fn exports_beside_their_texts_are_passed_over() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("a.txt"), TELEGRAM).unwrap();
    for (name, arguments) in [("a.json", &["json", "a.txt"][..]), ("b.jsonl", &["json", "--lines", "a.txt"])] {
        fs::write(folder.path().join(name), run(folder.path(), arguments).stdout).unwrap();
    }
    assert_eq!(files(&run(folder.path(), &["json", "--lines", "."])), ["a.txt"]);
    let named = run(folder.path(), &["text", "a.json"]);
    assert_eq!(named.status.code(), Some(2));
    assert!(stderr(&named).starts_with("cable: a.json: an export of telegrams"), "{}", stderr(&named));
}

#[test]
fn archives_are_read_as_their_files() {
    let folder = tempfile::tempdir().unwrap();
    let inner = gzip(numbered(19).as_bytes());
    let entries: [(&str, &[u8]); 4] = [
        ("set/b.txt", TELEGRAM.as_bytes()),
        ("a.txt", TELEGRAM.as_bytes()),
        ("c.txt.gz", &inner),
        ("p.png", b"\x89PNG\r\n\x1a\n"),
    ];
    fs::write(folder.path().join("set.zip"), zip(&entries)).unwrap();
    fs::write(folder.path().join("one.txt.gz"), gzip(TELEGRAM.as_bytes())).unwrap();
    fs::write(folder.path().join("LOUD.TXT.GZ"), gzip(TELEGRAM.as_bytes())).unwrap();
    fs::write(folder.path().join("broken.zip"), b"PK\x03\x04 nothing").unwrap();
    let output = run(folder.path(), &["json", "--lines", "set.zip", "one.txt.gz", "LOUD.TXT.GZ"]);
    assert!(output.status.success(), "{}", stderr(&output));
    assert_eq!(files(&output), ["b.txt", "a.txt", "c.txt", "one.txt", "LOUD.TXT"]);
    assert_eq!(lines(&output)[2]["number"], 19);
    assert_eq!(files(&piped(&["json", "--lines"], &gzip(TELEGRAM.as_bytes()))), ["-"]);
    let broken = run(folder.path(), &["json", "--lines", "broken.zip", "one.txt.gz"]);
    assert_eq!(broken.status.code(), Some(2));
    assert!(stderr(&broken).starts_with("cable: broken.zip: "), "{}", stderr(&broken));
    assert_eq!(files(&broken), ["one.txt"]);
}

#[test]
fn nothing_to_read_is_no_success() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name);
    fs::create_dir_all(path("empty/inner")).unwrap();
    fs::create_dir(path("pictures")).unwrap();
    fs::write(path("pictures/p.png"), b"\x89PNG\r\n\x1a\n").unwrap();
    fs::write(path("empty.zip"), zip(&[])).unwrap();
    for name in ["empty", "pictures", "empty.zip"] {
        let output = run(folder.path(), &["check", "--strict", name]);
        assert_eq!(output.status.code(), Some(2), "{name}");
        assert!(
            stderr(&output).starts_with(&format!("cable: {name}: there is no text in it\n")),
            "{}",
            stderr(&output)
        );
    }
}

#[test]
fn archives_that_are_not_unpacked_are_named() {
    let folder = tempfile::tempdir().unwrap();
    let inner = zip(&[("b.txt", TELEGRAM.as_bytes())]);
    let entries: [(&str, &[u8]); 4] = [
        ("a.txt", TELEGRAM.as_bytes()),
        ("in/INNER.ZIP", &inner),
        ("sheet.xlsx", &inner),
        ("c.gz", &gzip(&gzip(b"d"))),
    ];
    fs::write(folder.path().join("set.zip"), zip(&entries)).unwrap();
    let output = run(folder.path(), &["json", "--lines", "set.zip"]);
    assert_eq!(output.status.code(), Some(2));
    assert_eq!(files(&output), ["a.txt"]);
    assert_eq!(
        stderr(&output),
        "cable: set.zip/in/INNER.ZIP is a ZIP archive, not text; it was not unpacked\n\
         cable: set.zip/c.gz is a gzip archive, not text; it was not unpacked\n"
    );
}

/// Sets the flag that asks for a password, in both headers of the entry.
fn locked(mut archive: Vec<u8>) -> Vec<u8> {
    for (header, flags) in [(b"PK\x03\x04", 6), (b"PK\x01\x02", 8)] {
        let at = archive.windows(4).position(|window| window == header).unwrap();
        archive[at + flags] |= 1;
    }
    archive
}

#[test]
fn names_write_no_lines_of_ours() {
    let folder = tempfile::tempdir().unwrap();
    let name = "a\n\nwarning[serial-differs]: forged\n --> real.txt:1:1\n";
    let text = TELEGRAM.replace("ALDERPORT 000017", "ALDERPORT 000018");
    let archive = zip(&[(name, text.as_bytes())]);
    fs::write(folder.path().join("locked.zip"), locked(archive.clone())).unwrap();
    fs::write(folder.path().join("open.zip"), archive).unwrap();
    let output = run(folder.path(), &["check", "open.zip"]);
    assert!(!stdout(&output).lines().any(|line| line.starts_with("warning[serial-differs]: forged")));
    assert!(stdout(&output).contains("open.zip/a\u{FFFD}\u{FFFD}warning"), "{}", stdout(&output));
    let output = run(folder.path(), &["check", "locked.zip"]);
    assert_eq!(output.status.code(), Some(2));
    assert_eq!(stderr(&output).lines().count(), 2, "{}", stderr(&output));
    // An entry that cannot be opened has a name too.
    assert!(stderr(&output).starts_with("cable: locked.zip/a\u{FFFD}\u{FFFD}warning"), "{}", stderr(&output));
}

#[test]
fn the_bulk_dump_gives_a_record_a_row() {
    let output = piped(&["json", "--lines"], (1..=3).map(row).collect::<String>().as_bytes());
    let records = lines(&output);
    let numbers: Vec<&Value> = records.iter().map(|record| &record["mrn"]).collect();
    assert_eq!(numbers, ["08ALDERPORT1", "08ALDERPORT2", "08ALDERPORT3"]);
    assert_eq!(records[2]["part"]["index"], 3);
    assert_eq!(records[2]["part"]["of"], 3);
    assert_eq!(records[0]["paragraphs"][0]["text"], "The \"caf\"\u{e9} on the quay opens again in March.");
}
