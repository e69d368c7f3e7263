//! How fast a text is parsed: `cargo bench -p cable`.
//!
//! The corpus is the fixtures, or with `CABLE_CORPUS=FOLDER` every `.txt` below that folder. Readers of other formats
//! run beside the parser on the same texts, because figures of one run can be compared and those of two machines
//! cannot.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a bench that cannot run must fail")]

use cable::export::{self, PartOf};
use divan::Bencher;
use divan::counter::BytesCount;
use serde_json::Value;
use std::fs;
use std::hint::black_box;
use std::path::Path;

fn main() {
    divan::main();
}

/// The telegram that the page opens as its example.
#[divan::bench]
fn example(bencher: Bencher) {
    let text = include_str!("../../../src/example.txt");
    bencher.counter(BytesCount::of_str(text)).bench(|| parse(black_box(text)));
}

/// Each text of the corpus in turn.
#[divan::bench]
fn corpus(bencher: Bencher) {
    let texts = texts();
    measure(bencher, &texts, parse);
}

/// The corpus as one text.
#[divan::bench]
fn corpus_joined(bencher: Bencher) {
    let joined = [texts().join("\n\n")];
    measure(bencher, &joined, parse);
}

/// For comparison: the same texts as mails, read by mail-parser.
#[divan::bench]
fn mails_by_mail_parser(bencher: Bencher) {
    let head = "From: post@example.org\r\nTo: desk@example.org\r\nSubject: Harbour\r\nDate: Wed, 16 Apr 2008 05:44:00 \
                +0000\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n";
    let mails: Vec<String> = texts().iter().map(|text| format!("{head}{text}")).collect();
    let parser = mail_parser::MessageParser::default();
    measure(bencher, &mails, |mail| parser.parse(mail.as_bytes()).map_or(0, |mail| mail.parts.len()));
}

/// For comparison: the exports of the same texts, read by serde_json.
#[divan::bench]
fn exports_by_serde_json(bencher: Bencher) {
    let export = |text: &String| {
        let record = |cable| export::record(text, &cable, "", PartOf { index: 1, of: 1 });
        serde_json::to_string(&cable::cables(text).map(record).collect::<Vec<_>>()).unwrap()
    };
    let exports: Vec<String> = texts().iter().map(export).collect();
    measure(bencher, &exports, |text| serde_json::from_str::<Value>(text).unwrap().as_array().map_or(0, Vec::len));
}

/// For comparison: the least that any reader does, finding the line ends.
#[divan::bench]
fn lines_by_memchr(bencher: Bencher) {
    let texts = texts();
    measure(bencher, &texts, |text| memchr::memchr_iter(b'\n', text.as_bytes()).count());
}

/// Reads all texts in each round; the figure is their bytes a second.
fn measure(bencher: Bencher, texts: &[String], read: impl Fn(&str) -> usize + Sync) {
    let bytes: usize = texts.iter().map(String::len).sum();
    let round = || texts.iter().map(|text| read(black_box(text))).sum::<usize>();
    bencher.counter(BytesCount::new(bytes)).bench(round);
}

/// Every text of the folder that `CABLE_CORPUS` names, or every fixture if it names none.
fn texts() -> Vec<String> {
    let fixtures = concat!(env!("CARGO_MANIFEST_DIR"), "/fixtures");
    let folder = std::env::var("CABLE_CORPUS").unwrap_or_else(|_| fixtures.to_owned());
    let mut texts = Vec::new();
    collect(Path::new(&folder), &mut texts);
    assert!(!texts.is_empty(), "{folder} holds no .txt");
    texts
}

fn parse(text: &str) -> usize {
    cable::cables(text).map(|cable| cable.parts.len()).sum()
}

fn collect(folder: &Path, texts: &mut Vec<String>) {
    for entry in fs::read_dir(folder).expect("the folder can be read") {
        let path = entry.unwrap().path();
        if path.is_dir() {
            collect(&path, texts);
        } else if path.extension().is_some_and(|extension| extension == "txt") {
            texts.push(String::from_utf8_lossy(&fs::read(&path).unwrap()).into_owned());
        }
    }
}
