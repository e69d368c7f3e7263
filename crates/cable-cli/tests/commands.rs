//! Runs the real program: the commands for people and for pipes.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test that cannot run must fail")]

mod program;

use program::{TELEGRAM, numbered, piped, run, stderr, stdout};
use std::fs;
use std::path::Path;

/// Checks what a command prints for a text.
fn check(arguments: &[&str], text: &str, expected: &str) {
    let output = piped(arguments, text.as_bytes());
    assert!(output.status.success(), "{}", stderr(&output));
    assert_eq!(stdout(&output), expected, "{arguments:?}");
}

#[test]
fn text_is_laid_out() {
    check(
        &["text"],
        TELEGRAM,
        "08ALDERPORT17\nTHE MARKET OPENS AGAIN\n\nClassification  UNCLASSIFIED\nDate            2008-02-01 12:00Z\n\
         Precedence      routine\nFrom            AMEMBASSY ALDERPORT\nTo              SECSTATE WASHDC\n\
         Captions        SIPDIS\nE.O.            12958: N/A\nTAGS            PREL, ECON\n\n\
         1. (U) The caf\u{e9} on the quay opens again in March.\n\nBIRCHWOOD\n",
    );
    let two = piped(&["text"], [numbered(17), numbered(18)].concat().as_bytes());
    assert_eq!(stdout(&two).split('\u{C}').count(), 2);
}

#[test]
fn markdown_is_a_document() {
    let output = piped(&["markdown"], [numbered(17), numbered(18)].concat().as_bytes());
    let documents: Vec<&str> = stdout(&output).split("\n---\n\n").collect();
    assert_eq!(documents.len(), 2);
    for (document, number) in documents.iter().zip(["08ALDERPORT17", "08ALDERPORT18"]) {
        assert!(
            document.starts_with(&format!("# THE MARKET OPENS AGAIN\n\n{number}\n\n- **Classification:** UN")),
            "{document}"
        );
        assert!(document.trim_end().ends_with("BIRCHWOOD"), "{document}");
    }
}

#[test]
fn tables_have_columns() {
    check(&["tags"], TELEGRAM, "PREL\tsubject\tExternal Political Relations\nECON\tsubject\tEconomic Conditions\n");
    let with_reference = TELEGRAM.replace("AGAIN\n", "AGAIN\nREF: A. LYDDA 98 B. 07 TARSIS 12\n");
    check(&["refs"], &with_reference, "08LYDDA98\tcable\n07TARSIS12\tcable\n");
    check(
        &["refs", "--with-cable"],
        &with_reference,
        "08ALDERPORT17\t-\t08LYDDA98\tcable\n08ALDERPORT17\t-\t07TARSIS12\tcable\n",
    );
}

#[test]
fn a_table_has_one_line_of_names() {
    let folder = tempfile::tempdir().unwrap();
    for number in [17, 18] {
        fs::write(folder.path().join(format!("{number}.txt")), numbered(number)).unwrap();
    }
    let output = run(folder.path(), &["csv", "17.txt", "18.txt"]);
    let rows: Vec<&str> = stdout(&output).split_terminator("\r\n").collect();
    assert_eq!(rows.len(), 3, "{rows:?}");
    assert!(rows[0].starts_with("file,part,dialect,mrn,"));
    assert!(rows[1].starts_with("17.txt,1,cablegate,08ALDERPORT17,"));
    assert!(rows[2].starts_with("18.txt,1,cablegate,08ALDERPORT18,"));
}

#[test]
fn documents_of_several_files_are_parted() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("one.txt"), numbered(17)).unwrap();
    fs::write(folder.path().join("two.txt"), [numbered(18), numbered(19)].concat()).unwrap();
    let count = |arguments: &[&str], between: &str| {
        stdout(&run(folder.path(), &[arguments, &["one.txt", "two.txt"]].concat())).split(between).count()
    };
    assert_eq!(count(&["text"], "\u{C}\n"), 3);
    assert_eq!(count(&["markdown"], "\n---\n\n"), 3);
    assert_eq!(count(&["cite", "--style", "bibtex"], "\n\n@"), 3);
}

#[test]
fn citations_are_documents_of_their_style() {
    const NOTE: &str = "Embassy Alderport to Department of State, Telegram 17, February 1, 2008, 08ALDERPORT17.\n";
    check(&["cite"], TELEGRAM, NOTE);
    check(
        &["cite", "--style", "nara"],
        &[TELEGRAM, &numbered(18)].concat(),
        &(NOTE.to_owned() + &NOTE.replace("17", "18")),
    );
    let items = piped(&["cite", "--style", "csl-json"], [TELEGRAM, &numbered(18)].concat().as_bytes());
    let items: serde_json::Value = serde_json::from_str(stdout(&items)).unwrap();
    assert_eq!(items[1]["number"], "08ALDERPORT18");
    // Even if nothing could be read.
    let folder = tempfile::tempdir().unwrap();
    let nothing = run(folder.path(), &["cite", "--style", "csl-json", "missing.txt"]);
    assert_eq!(serde_json::from_str::<serde_json::Value>(stdout(&nothing)).unwrap(), serde_json::json!([]));
    assert_eq!(run(folder.path(), &["cite", "--style", "mla"]).status.code(), Some(2));
}

const CONTRADICTION: &str = "\
warning[serial-differs]: The station serial number does not fit the message reference number. Station serial 0017 does not fit ALDERPORT 18.
 --> 08ALDERPORT18.txt:3:12
  |
3 | DE RUEHQW #0017 0321200
  |            ^^^^ compared with `ALDERPORT 000018`
";

#[test]
fn findings_are_frames_around_their_place() {
    let folder = tempfile::tempdir().unwrap();
    let text = TELEGRAM.replace("ALDERPORT 000017", "ALDERPORT 000018");
    fs::write(folder.path().join("08ALDERPORT18.txt"), text).unwrap();
    let output = run(folder.path(), &["check", "--level", "warning", "08ALDERPORT18.txt"]);
    assert_eq!(stdout(&output).trim_end(), CONTRADICTION.trim_end());
    assert!(output.status.success());
    assert_eq!(stderr(&output), "cable: 1 warning, 0 repairs and 1 info in 1 telegram\n");
    assert_eq!(run(folder.path(), &["check", "--strict", "08ALDERPORT18.txt"]).status.code(), Some(1));
    assert!(run(folder.path(), &["check", "--strict", "--level", "warning", "."]).status.code() == Some(1));
    assert_eq!(piped(&["check", "--strict"], TELEGRAM.as_bytes()).status.code(), Some(0));
}

#[test]
fn frames_count_lines_of_the_input() {
    let joined =
        [numbered(17), TELEGRAM.replace("ALDERPORT 000017", "ALDERPORT 000018").replace("0017 0321", "0019 0321")]
            .concat();
    let output = piped(&["check", "--level", "warning"], joined.as_bytes());
    let line = numbered(17).lines().count() + 3;
    assert!(stdout(&output).contains(&format!("standard input:{line}:12")), "{}", stdout(&output));
    // In the bulk dump a place is a place of the dump, not of the text in it.
    let (header, body) = joined.split_once("\n\n").unwrap();
    let row =
        format!("\"1\",\"2/1/2008 12:00\",\"08ALDERPORT99\",\"A\",\"UNCLASSIFIED\",\"\",\"{header}\",\"{body}\"\n");
    let output = piped(&["check", "--level", "warning"], [row.as_str(), &row].concat().as_bytes());
    // The telegram's line begins behind the quote of its column there.
    let line = row.lines().count() + header.lines().count();
    let column = row.lines().find_map(|line| line.find("ALDERPORT 0000")).unwrap() + 1;
    let place = format!("standard input:{line}:{column}\n");
    assert!(stdout(&output).contains(&place), "{place} is not in {}", stdout(&output));
}

#[test]
fn places_in_a_saved_page_are_those_of_the_page() {
    let folder = tempfile::tempdir().unwrap();
    let (header, body) = TELEGRAM.split_once("\n\n").unwrap();
    // The archive's pages have the body on one line.
    let body = body.replace("SUBJECT: ", "SUBJECT: \u{e9} ").replace("ECON", "ECON, PREL").replace('\n', "&#x000A;");
    let page =
        format!("<html><body>\n<code><pre>{header}</pre></code>\n<code><pre>{body}</pre></code></body></html>\n");
    fs::write(folder.path().join("page.html"), &page).unwrap();
    let output = run(folder.path(), &["check", "--level", "repair", "page.html"]);
    let (index, row) = page.lines().enumerate().find(|(_, row)| row.contains("PREL")).unwrap();
    let (line, column) = (index + 1, row[..row.rfind("PREL").unwrap()].chars().count() + 1);
    assert!(stdout(&output).contains(&format!(" --> page.html:{line}:{column}\n")), "{}", stdout(&output));
    assert!(stdout(&output).contains(" | TAGS: PREL, ECON, PREL\n"), "{}", stdout(&output));
}

#[test]
fn terminals_are_not_commanded() {
    let text = TELEGRAM.replace("THE MARKET", "THE \u{1b}[31m \u{9b} MARKET \u{202e}").replace("17 0321", "18 0321");
    let output = piped(&["check"], text.replace("0018 ", "\u{9b}0018 ").as_bytes());
    assert!(!stdout(&output).contains(['\u{1b}', '\u{9b}', '\u{202e}']), "{}", stdout(&output));
}

#[test]
fn help_fits_a_terminal() {
    let help = run(Path::new("."), &["--help"]);
    assert!(stdout(&help).starts_with("Takes US diplomatic telegrams (\"cables\") apart\n"), "{}", stdout(&help));
    let (_, examples) = stdout(&help).split_once("Examples:").unwrap();
    assert!(examples.lines().all(|line| line.len() < 80), "{examples}");
    let version = run(Path::new("."), &["--version"]);
    assert!(stdout(&version).starts_with("cable "), "{}", stdout(&version));
    let misspelt = run(Path::new("."), &["chekc"]);
    assert_eq!(misspelt.status.code(), Some(2));
    assert!(stderr(&misspelt).contains("'check'"), "{}", stderr(&misspelt));
}

#[test]
fn every_shell_has_completions() {
    let folder = tempfile::tempdir().unwrap();
    for shell in ["bash", "zsh", "fish", "elvish", "powershell"] {
        let output = run(folder.path(), &["completions", shell]);
        assert!(output.status.success());
        for word in ["markdown", "strict", "with-cable"] {
            assert!(stdout(&output).contains(word), "{word} for {shell}");
        }
    }
}
