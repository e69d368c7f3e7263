//! Tests as tables. Each row: what came in, and what the reader is told.

use super::opened::within_limit;
use super::zip::Problem;
use super::*;

/// Name, size, encoding and line ends, then what is said about it; or the refusal's sentence.
fn told(name: &str, result: Result<Opened, Reason>) -> String {
    match result {
        Ok(o) => {
            let sentence = o.sentence().unwrap_or_default();
            format!("{}, {} bytes, {}, {}. {sentence}", o.name, o.bytes, o.encoding, o.line_ends)
        }
        Err(reason) => Refusal { name: name.to_owned(), reason }.to_string(),
    }
}

#[track_caller]
fn check_file(bytes: &[u8], expect: &str) {
    assert_eq!(told("reef.txt", Opened::from_bytes(Way::Drop, "", "reef.txt", bytes.to_vec(), [0; 32])), expect);
}

#[track_caller]
fn check_text(way: Way, text: &str, expect: &str) {
    assert_eq!(told(way.source(), Opened::from_text(way, text.into(), [0; 32])), expect);
}

#[test]
fn files() {
    check_file(b"SUBJECT: REEF\r\n", "reef.txt, 15 bytes, UTF-8, CR LF. ");
    check_file(b"\xFE\xFF\0R\0E\0E\0F", "reef.txt, 10 bytes, UTF-16 BE, no line ends. ");
    check_file(
        b"\xEF\xBB\xBFRE\xFFEF\n",
        "reef.txt, 9 bytes, UTF-8 with BOM, LF. One place in it is not valid UTF-8 with BOM and is shown as \u{FFFD}.",
    );
    check_file(b"", "reef.txt is empty: 0 bytes. There is nothing to read; choose another file.");
    check_file(
        b"\x89PNG\r\n\x1A\n",
        "reef.txt is a picture (PNG), not text. Recognise the text in it with another program, and paste that.",
    );
}

#[test]
fn texts() {
    check_text(Way::Paste, "a\rb", "Pasted text, 3 bytes, Unicode, CR. ");
    check_text(
        Way::Paste,
        " \n",
        "The clipboard holds nothing to read. Copy the text of a telegram, or choose a text file.",
    );
    check_text(
        Way::Typed,
        "",
        "The text field holds nothing to read. Copy the text of a telegram, or choose a text file.",
    );
}

#[test]
fn the_limit_is_stated_and_holds() {
    assert_eq!(MAX_SIZE, format!("{} MB", MAX_BYTES >> 20));
    assert_eq!(within_limit(MAX_BYTES), Ok(()));
    let reason = Reason::TooLarge { bytes: 300 << 20 };
    assert_eq!(within_limit(300 << 20), Err(reason));
    assert_eq!(
        Refusal { name: "dump.csv".into(), reason }.to_string(),
        "dump.csv has 300 MB; the limit is 64 MB, and it was not read. Cut it into smaller files and open one of them."
    );
    assert_eq!(within_limit(MAX_BYTES + 1), Err(Reason::TooLarge { bytes: MAX_BYTES + 1 }));
}

#[test]
fn replaced_characters_are_counted() {
    let opened = Opened::from_text(Way::Drop, "REEF".into(), [0; 32]).map(|o| Opened { replaced: 3, ..o });
    assert_eq!(
        opened.map(|o| o.sentence()),
        Ok(Some("3 places in it are not valid Unicode and are shown as \u{FFFD}.".into()))
    );
}

#[test]
fn a_text_knows_its_way() {
    let opened = Opened::from_bytes(Way::Pick, "reef.zip/1978", "quay.txt", b"FM QUAY".to_vec(), [0; 32]);
    assert_eq!(opened.map(|o| (o.path(), o.name)), Ok(("reef.zip/1978/quay.txt".into(), "quay.txt".into())));
}

/// Checks what is said about refusals for these reasons.
#[track_caller]
fn check_refused(reasons: &[Reason], expect: &str) {
    let refused: Vec<Refusal> = reasons.iter().map(|&reason| Refusal { name: "reef.zip".into(), reason }).collect();
    assert_eq!(sentence(&refused), expect);
}

#[test]
fn each_refusal_says_what_and_what_to_do() {
    check_refused(
        &[Reason::LeftOut { others: 0 }],
        "reef.zip was left out: up to 20,000 files and 256 MB are opened together. Open what was left out by itself.",
    );
    check_refused(
        &[Reason::Packed(Problem::Method(12))],
        "reef.zip is packed by a method that browsers do not know (number 12). Unpack it with another program.",
    );
    check_refused(&[], "");
}

#[test]
fn of_many_refusals_some_are_told() {
    let one = "reef.zip holds no files, or none that this browser shows to the page. Try “Choose a folder”, or choose the \
               text files themselves.";
    check_refused(&[Reason::NoFiles; 2], &[one, one].join("\n"));
    check_refused(&[Reason::NoFiles; 4], &format!("{one}\n{one}\n{one}\n1 other file was not opened either."));
    check_refused(&[Reason::NoFiles; 9], &format!("{one}\n{one}\n{one}\n6 other files were not opened either."));
}

#[test]
fn without_a_name_a_refusal_says_the_same() {
    let refusal = Refusal { name: "secret.txt".into(), reason: Reason::NoFiles };
    assert_eq!(
        refusal.nameless(),
        "The file holds no files, or none that this browser shows to the page. Try “Choose a folder”, or choose the text files themselves."
    );
}

#[test]
fn the_limit_together_is_the_one_that_is_stated() {
    assert_eq!(MAX_TOTAL_SIZE, format!("{} MB", MAX_TOTAL >> 20));
}
