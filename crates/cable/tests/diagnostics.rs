//! Every code of a diagnostic with an example that gives it, and `docs/diagnostics.md`, which is made of both.
//!
//! An example is a file of `diagnostics/` named after its code: a paragraph that says why the code matters, perhaps the
//! line `File:` with the name that the text lies under, a line of four dashes, and the text.
//! `UPDATE=1 cargo test -p cable --test diagnostics` writes the document anew.
#![allow(clippy::unwrap_used, reason = "a test that cannot run must fail")]

use cable::{Code, Diagnostic, Severity, export};
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

struct Example {
    why: String,
    file: String,
    text: String,
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/diagnostics")
}

fn example(code: Code) -> Example {
    let path = folder().join(code.name()).with_extension("txt");
    // A missing example gives no code, which the first test says by its name.
    let content = fs::read_to_string(path).unwrap_or_default();
    let (head, text) = content.split_once("----\n").unwrap_or_default();
    let (why, file) = head.split_once("\nFile: ").unwrap_or((head, ""));
    Example { why: why.trim().to_owned(), file: file.trim().to_owned(), text: text.to_owned() }
}

/// What is found in an example.
fn found(example: &Example) -> Vec<Diagnostic> {
    let cables = cable::read(&example.text).cables;
    let named = cables.iter().filter_map(|cable| export::file_name_differs(&example.file, cable));
    named.chain(cables.iter().flat_map(|cable| cable.diagnostics.clone())).collect()
}

#[test]
fn every_code_has_an_example_that_gives_it() {
    let missing: Vec<&str> = Code::ALL
        .iter()
        .filter(|code| found(&example(**code)).iter().all(|diagnostic| diagnostic.code != **code))
        .map(|code| code.name())
        .collect();
    assert_eq!(missing, Vec::<&str>::new(), "examples that do not give their code");
}

#[test]
fn every_example_is_of_a_code() {
    for entry in fs::read_dir(folder()).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_stem().and_then(|name| name.to_str()).unwrap_or_default();
        assert!(Code::ALL.iter().any(|code| code.name() == name), "{} is named after no code", path.display());
    }
}

#[test]
fn the_document_lists_every_code() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/diagnostics.md");
    let document = document();
    if std::env::var_os("UPDATE").is_some() {
        fs::write(&path, document).unwrap();
    } else {
        let kept = fs::read_to_string(&path).unwrap_or_default();
        assert!(kept == document, "docs/diagnostics.md is out of date; UPDATE=1 writes it anew");
    }
}

fn document() -> String {
    let mut out = String::from(
        "# Diagnostics\n\nWhat the parser says about a telegram besides its fields. A **warning** is a contradiction: two \
         parts of the text do not agree. A\n**repair** is something that was joined, taken out or read as what was meant. \
         An **info** is a part that is usually\nthere and is not, or a doubt that the text leaves. Codes are stable; the \
         sentences are for people.\n\nThis file is made from the table of codes and the examples in \
         `crates/cable/tests/diagnostics`, each of which gives its code.\n",
    );
    for (severity, title) in [(Severity::Warning, "Warnings"), (Severity::Repair, "Repairs"), (Severity::Info, "Infos")]
    {
        writeln!(out, "\n## {title}").unwrap();
        for code in Code::ALL.iter().filter(|code| code.severity() == severity) {
            let example = example(*code);
            let given = found(&example).into_iter().find(|diagnostic| diagnostic.code == *code);
            let detail = given.and_then(|diagnostic| diagnostic.detail).map(|detail| format!(" *{detail}*"));
            writeln!(out, "\n### `{}`\n\n{}{}\n", code.name(), code.sentence(), detail.unwrap_or_default()).unwrap();
            writeln!(out, "{}\n", example.why).unwrap();
            if !example.file.is_empty() {
                writeln!(out, "In a file named `{}`:\n", example.file).unwrap();
            }
            writeln!(out, "```text\n{}\n```", example.text.trim_end()).unwrap();
        }
    }
    out
}
