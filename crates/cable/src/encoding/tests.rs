//! Each row has bytes and what they are read as.

use super::*;

/// `Encoding, replaced: text`, or the refusal's sentence after a name.
#[track_caller]
fn check(bytes: impl AsRef<[u8]>, expect: &str) {
    let got = match decode(bytes.as_ref().to_vec()) {
        Ok(Decoded { text, encoding, replaced: 0 }) => format!("{encoding}: {text}"),
        Ok(Decoded { text, encoding, replaced }) => format!("{encoding}, {replaced} replaced: {text}"),
        Err(why) => format!("It {why}. {}", why.remedy()),
    };
    assert_eq!(got, expect);
}

/// The same check for a refusal, given by the start of its sentence.
#[track_caller]
fn check_refused(bytes: impl AsRef<[u8]>, begins: &str) {
    let got = decode(bytes.as_ref().to_vec()).map_err(|why| why.to_string());
    assert!(got.as_ref().is_err_and(|sentence| sentence.starts_with(begins)), "{got:?} does not begin {begins:?}");
}

fn utf16(text: &str, unit: impl Fn(u16) -> [u8; 2]) -> Vec<u8> {
    text.encode_utf16().flat_map(unit).collect()
}

#[test]
fn nothing_to_read() {
    check("", "It is empty: 0 bytes. There is nothing to read; choose another file.");
    check_refused(" \r\n\t\u{A0}\n", "holds only characters that show nothing");
    check_refused([0; 512], "holds only characters that show nothing");
    check_refused(b"\xEF\xBB\xBF", "holds only characters that show nothing");
    check_refused(b"\xFF\xFE", "holds only characters that show nothing");
    check_refused(utf16("\u{FEFF} \n", u16::to_be_bytes), "holds only characters that show nothing");
}

#[test]
fn utf8_and_its_mark() {
    check("SUBJECT: REEF", "UTF-8: SUBJECT: REEF");
    check("¶1. (U) “Reef”", "UTF-8: ¶1. (U) “Reef”");
    check(b"\xEF\xBB\xBFREEF", "UTF-8 with BOM: REEF");
    check(b"\xEF\xBB\xBFR\xFFEEF", "UTF-8 with BOM, 1 replaced: R\u{FFFD}EEF");
}

#[test]
fn utf8_with_a_fault_stays_utf8() {
    check(b"\xC2\xB61. (U) Reef \xE2\x80", "UTF-8, 1 replaced: ¶1. (U) Reef \u{FFFD}");
    check("caf\u{E9}\u{FFFD}".as_bytes(), "UTF-8: café\u{FFFD}");
}

#[test]
fn a_part_is_read_by_the_encoding_of_the_whole() {
    assert_eq!(of_bytes("REEF".as_bytes()), Encoding::Utf8);
    assert_eq!(of_bytes("caf\u{E9}".as_bytes()), Encoding::Utf8);
    assert_eq!(of_bytes(b"\xC2\xB6 \xE2\x80"), Encoding::Utf8);
    assert_eq!(of_bytes(b"caf\xE9"), Encoding::Windows1252);
    assert_eq!(decode_as(b"\xC3\xA9".to_vec(), Encoding::Windows1252).text, "\u{C3}\u{A9}");
    assert_eq!(decode_as(b"caf\xE9".to_vec(), Encoding::Utf8).text, "caf\u{FFFD}");
}

#[test]
fn utf16_by_mark_and_by_nuls() {
    check(utf16("\u{FEFF}RR RUEHQX", u16::to_le_bytes), "UTF-16 LE: RR RUEHQX");
    check(utf16("\u{FEFF}RR RUEHQX", u16::to_be_bytes), "UTF-16 BE: RR RUEHQX");
    check(utf16("RR “RUEHQX” DE RUEHQW #0412", u16::to_le_bytes), "UTF-16 LE: RR “RUEHQX” DE RUEHQW #0412");
    check(utf16("RR “RUEHQX” DE RUEHQW #0412", u16::to_be_bytes), "UTF-16 BE: RR “RUEHQX” DE RUEHQW #0412");
    check(b"\xFF\xFER\0E\0\x00\xD8E\0F", "UTF-16 LE, 2 replaced: RE\u{FFFD}E\u{FFFD}");
}

#[test]
fn windows_1252_has_a_character_for_every_byte() {
    check(b"\x93Reef\x94 \x96 caf\xE9 \x80 5", "Windows-1252: “Reef” – café € 5");
    check(b"\xB61. (U) Reef", "Windows-1252: ¶1. (U) Reef");
    let all: Vec<u8> = (0x80..=0xFF).collect();
    let text = windows_1252::decode(&all).text;
    assert_eq!(text.chars().count(), 128);
    assert_eq!(text.chars().filter(|c| c.is_control()).count(), 5);
}

#[test]
fn control_codes_inside_text_are_kept() {
    check(b"RE\0EF\x07 \x1B[0m", "UTF-8: RE\0EF\x07 \x1B[0m");
    check(b"a\rb", "UTF-8: a\rb");
    check("\u{202E}FEER", "UTF-8: \u{202E}FEER");
}

#[test]
fn other_kinds_of_file_by_their_first_bytes() {
    check(
        b"\x89PNG\r\n\x1a\n",
        "It is a picture (PNG), not text. Recognise the text in it with another program, and paste that.",
    );
    check_refused(b"\xFF\xD8\xFF\xE0\0\x10JFIF", "is a picture (JPEG)");
    check_refused(b"GIF89a", "is a picture (GIF)");
    check_refused(b"RIFF\x10\0\0\0WEBPVP8 ", "is a picture (WebP)");
    check_refused(b"II*\0\x08\0\0\0", "is a picture (TIFF)");
    check_refused(b"BM\x10\x20\0\0\0\0\0\0\x36", "is a picture (BMP)");
    check_refused(b"%PDF-1.7\n%\xE2\xE3", "is a PDF document");
    check_refused(b"{\\rtf1\\ansi Reef}", "is a Rich Text document");
    check_refused(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", "is an Office document");
    check_refused(b"PK\x03\x04\x14\0\0\0_rels/", "is a ZIP archive");
    check_refused(b"PK\x03\x04\x14\0\0\0[Content_Types].xml word/document.xml", "is a Word document");
    check_refused(b"PK\x03\x04\x14\0mimetypeapplication/vnd.oasis.opendocument.text", "is an OpenDocument file");
    check_refused(b"PK\x03\x04\x14\0mimetypeapplication/epub+zip", "is an electronic book");
    check_refused(b"\x1F\x8B\x08\0", "is a gzip archive");
    check_refused(b"7z\xBC\xAF\x27\x1C", "is a packed archive");
    check_refused(b"\0\0\0\x20ftypheic", "is a film, sound or picture");
}

#[test]
fn a_binary_file_without_a_known_signature() {
    let mixed: Vec<u8> = (0..=255).cycle().take(4096).collect();
    check_refused(mixed, "is a binary file of an unknown kind");
}

#[test]
fn text_that_begins_like_a_file_is_text() {
    check("BM MZ PK GIF8 %PD", "UTF-8: BM MZ PK GIF8 %PD");
    check("PK 34", "UTF-8: PK 34");
    check("RIFF RAFF WEBP", "UTF-8: RIFF RAFF WEBP");
}

#[test]
fn pasted_text_is_taken_as_it_is() {
    let taken = take("a\r\nb".into()).map(|d| (d.text, d.encoding, d.replaced));
    assert_eq!(taken, Ok(("a\r\nb".to_string(), Encoding::Unicode, 0)));
    assert_eq!(take(String::new()).map(|d| d.text), Err(NotText::Empty));
    assert_eq!(take(" \n".into()).map(|d| d.text), Err(NotText::Blank));
}

#[test]
fn line_ends() {
    let rows = [
        ("", LineEnds::None),
        ("a", LineEnds::None),
        ("a\nb\n", LineEnds::Lf),
        ("\n", LineEnds::Lf),
        ("a\r\nb", LineEnds::CrLf),
        ("a\rb\r", LineEnds::Cr),
        ("a\r\r\nb", LineEnds::Mixed),
        ("a\n\r\n", LineEnds::Mixed),
        ("a\rb\n", LineEnds::Mixed),
    ];
    for (text, expect) in rows {
        assert_eq!(LineEnds::of(text), expect, "{text:?}");
    }
}
