//! Runs the real program: `cable json`, and what every command does with its input.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test that cannot run must fail")]

mod program;

use program::{TELEGRAM, cable, files, lines, piped, run, stderr, stdout};
use serde_json::Value;
use std::fs;
use std::io::Read;
use std::process::Stdio;

#[test]
fn one_telegram_is_one_indented_object() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("08ALDERPORT17.txt"), TELEGRAM).unwrap();
    let output = run(folder.path(), &["json", "08ALDERPORT17.txt"]);
    assert!(output.status.success(), "{}", stderr(&output));
    assert!(stdout(&output).starts_with("{\n  \"schema\": \"cable/1\",\n  \"file\": \"08ALDERPORT17.txt\""));
    let record: Value = serde_json::from_str(stdout(&output)).unwrap();
    assert_eq!(record["mrn"], "08ALDERPORT17");
    assert_eq!(record["subject"], "THE MARKET OPENS AGAIN");
    assert_eq!(record["paragraphs"][0]["text"], "The caf\u{e9} on the quay opens again in March.");
}

#[test]
fn records_come_in_the_order_of_the_arguments_and_names() {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir_all(folder.path().join("set/inner")).unwrap();
    for name in ["z.txt", "set/b.txt", "set/a.txt", "set/inner/c.txt"] {
        fs::write(folder.path().join(name), TELEGRAM).unwrap();
    }
    fs::write(folder.path().join("set/picture.png"), b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR").unwrap();
    let output = run(folder.path(), &["json", "--lines", "z.txt", "set"]);
    assert!(output.status.success(), "{}", stderr(&output));
    assert_eq!(files(&output), ["z.txt", "a.txt", "b.txt", "c.txt"]);
}

/// A pipe in a folder would be waited for without end, and a loop of links walked without end.
#[cfg(unix)]
#[test]
fn only_files_are_opened_below_a_folder() {
    use std::os::unix::fs::symlink;
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join("set")).unwrap();
    fs::write(folder.path().join("out.txt"), TELEGRAM).unwrap();
    let made = std::process::Command::new("mkfifo").arg(folder.path().join("set/a-pipe.txt")).status().unwrap();
    assert!(made.success());
    symlink("../out.txt", folder.path().join("set/b-link.txt")).unwrap();
    symlink("../set", folder.path().join("set/c-loop")).unwrap();
    let output = run(folder.path(), &["json", "--lines", "set"]);
    assert!(output.status.success(), "{}", stderr(&output));
    assert_eq!(files(&output), ["b-link.txt"]);
}

#[test]
fn standard_input_is_a_dash_or_nothing() {
    for arguments in [&["json", "--lines", "-"][..], &["json", "--lines"]] {
        let output = piped(arguments, TELEGRAM.as_bytes());
        assert!(output.status.success(), "{}", stderr(&output));
        assert_eq!(files(&output), ["-"]);
    }
}

#[test]
fn every_encoding_gives_the_same_record() {
    let folder = tempfile::tempdir().unwrap();
    let utf16 = |mark: [u8; 2], bytes: fn(u16) -> [u8; 2]| -> Vec<u8> {
        mark.into_iter().chain(TELEGRAM.encode_utf16().flat_map(bytes)).collect()
    };
    // Windows-1252 has Latin-1's letters at Latin-1's places; the pilcrow and the accented e are the only ones here.
    let windows_1252: Vec<u8> = TELEGRAM.chars().map(|c| u8::try_from(u32::from(c)).unwrap()).collect();
    let variants = [
        TELEGRAM.as_bytes().to_vec(),
        [b"\xEF\xBB\xBF", TELEGRAM.as_bytes()].concat(),
        utf16([0xFF, 0xFE], u16::to_le_bytes),
        utf16([0xFE, 0xFF], u16::to_be_bytes),
        windows_1252,
    ];
    let mut records = Vec::new();
    for bytes in variants {
        fs::write(folder.path().join("telegram.txt"), bytes).unwrap();
        records.extend(lines(&run(folder.path(), &["json", "--lines", "telegram.txt"])));
    }
    assert_eq!(records.len(), 5);
    assert_eq!(records[0]["paragraphs"][0]["text"], "The caf\u{e9} on the quay opens again in March.");
    assert!(records.iter().all(|record| *record == records[0]));
}

#[test]
fn a_saved_page_is_decoded() {
    let folder = tempfile::tempdir().unwrap();
    let (header, body) = TELEGRAM.split_once("\n\n").unwrap();
    let body = body.replace("¶1.", "<a id='par1' href='#par1'>¶</a>1.").replace('\n', "&#x000A;");
    let page = format!("<html><body><code><pre>{header}</pre></code><code><pre>{body}</pre></code></body></html>");
    fs::write(folder.path().join("page.html"), page).unwrap();
    let records = lines(&run(folder.path(), &["json", "--lines", "page.html"]));
    assert_eq!(records[0]["dialect"], "cablegate-html");
    assert_eq!(records[0]["mrn"], "08ALDERPORT17");
    assert_eq!(records[0]["paragraphs"][0]["number"], 1);
}

#[test]
fn what_cannot_be_read_is_said_after_the_rest_is_done() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("good.txt"), TELEGRAM).unwrap();
    fs::write(folder.path().join("picture.png"), b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR").unwrap();
    fs::write(folder.path().join("empty.txt"), b"").unwrap();
    let output = run(folder.path(), &["json", "--lines", "missing.txt", "picture.png", "empty.txt", "good.txt"]);
    assert_eq!(output.status.code(), Some(2));
    assert_eq!(files(&output), ["good.txt"]);
    let complaints: Vec<&str> = stderr(&output).lines().collect();
    assert_eq!(complaints.len(), 3, "{complaints:?}");
    assert!(complaints[0].starts_with("cable: missing.txt: "), "{complaints:?}");
    assert_eq!(
        complaints[1..],
        ["cable: picture.png is a picture (PNG), not text", "cable: empty.txt is empty: 0 bytes"]
    );
}

#[test]
fn a_reader_that_leaves_early_is_no_error() {
    let folder = tempfile::tempdir().unwrap();
    for i in 0..200 {
        fs::write(folder.path().join(format!("{i}.txt")), TELEGRAM).unwrap();
    }
    let mut command = cable(folder.path(), &["json", "."]);
    let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    drop(child.stdout.take());
    let mut said = String::new();
    child.stderr.take().unwrap().read_to_string(&mut said).unwrap();
    assert!(child.wait().unwrap().success());
    assert_eq!(said, "");
}

#[test]
fn help_names_what_there_is() {
    let folder = tempfile::tempdir().unwrap();
    for (arguments, phrases) in [
        (&["json", "--help"][..], &["--lines", "[FILE]...", "or - for standard input", "--dialect"][..]),
        (&["--help"], &["Exit codes:", "uniq -c", "64 MB", "completions"]),
        (&["check", "--help"], &["--strict", "--level"]),
    ] {
        let help = run(folder.path(), arguments);
        assert!(help.status.success());
        let words = stdout(&help).split_whitespace().collect::<Vec<_>>().join(" ");
        for phrase in phrases {
            assert!(words.contains(phrase), "{phrase} is not in: {words}");
        }
    }
    assert_eq!(run(folder.path(), &["jsn"]).status.code(), Some(2));
    assert_eq!(run(folder.path(), &["json", "--dialect", "latin"]).status.code(), Some(2));
}

#[test]
fn a_dialect_can_be_chosen() {
    let output = piped(&["json", "--lines", "--dialect", "unknown"], TELEGRAM.as_bytes());
    let records = lines(&output);
    assert_eq!(records[0]["dialect"], "unknown");
    assert_eq!(records[0]["subject"], Value::Null);
}
