//! Each row: what came in, what the reader is told.

use super::opened::within_limit;
use super::read::shown;
use super::*;

/// Name, size, encoding and line ends, then what is to be said; or the refusal's sentence.
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
    assert_eq!(told("reef.txt", Opened::from_bytes(Way::Drop, "reef.txt".into(), bytes.to_vec())), expect);
}

#[track_caller]
fn check_text(way: Way, text: &str, expect: &str) {
    assert_eq!(told(way.source(), Opened::from_text(way, text.into())), expect);
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
fn files_left_out_are_counted() {
    let opened = Opened::from_text(Way::Drop, "REEF".into()).map(|o| Opened { left_out: 2, replaced: 3, ..o });
    assert_eq!(
        opened.map(|o| o.sentence()),
        Ok(Some(
            "2 more files came with it and were not opened; open them one at a time. \
             3 places in it are not valid Unicode and are shown as \u{FFFD}."
                .into()
        ))
    );
}

#[test]
fn a_file_name_cannot_disguise_itself() {
    assert_eq!(shown("reef 07.txt"), "reef 07.txt");
    assert_eq!(shown("reef\u{202E}txt.exe\n"), "reef\u{FFFD}txt.exe\u{FFFD}");
}
