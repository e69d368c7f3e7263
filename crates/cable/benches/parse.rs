//! How fast a text is taken apart: `cargo bench -p cable`.
//!
//! With `CABLE_CORPUS=FOLDER` also every `.txt` below that folder, each one in turn, as one figure.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a bench that cannot run must fail")]

use divan::Bencher;
use divan::counter::BytesCount;
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

/// Every text of the folder that `CABLE_CORPUS` names; every fixture where it names none.
#[divan::bench]
fn corpus(bencher: Bencher) {
    let fixtures = concat!(env!("CARGO_MANIFEST_DIR"), "/fixtures");
    let folder = std::env::var("CABLE_CORPUS").unwrap_or_else(|_| fixtures.to_owned());
    let mut texts = Vec::new();
    collect(Path::new(&folder), &mut texts);
    assert!(!texts.is_empty(), "{folder} holds no .txt");
    let bytes: usize = texts.iter().map(String::len).sum();
    bencher.counter(BytesCount::new(bytes)).bench(|| texts.iter().map(|text| parse(black_box(text))).sum::<usize>());
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
