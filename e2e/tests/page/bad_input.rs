//! Input that is not text, empty, too large or oddly encoded: each gets a sentence, and what was open stays open.

use crate::panels::Expected;
use crate::runner::{Group, Wants, tests};
use crate::ways_in::EXAMPLE;
use e2e::media::PHONE;
use e2e::{Page, Result};
use std::fs::File;

pub const GROUP: Group = Group {
    name: "bad_input",
    browser: Wants::Any,
    tests: tests![
        what_is_no_text,
        nothing_to_read,
        too_large,
        the_sentence_can_be_dismissed,
        no_telegram: [NarrowScreen],
        encodings,
        lone_carriage_returns,
        refused_before_anything_is_open,
    ],
};

/// Checks that the page's refusal contains these words, and that the example is still open.
async fn refuses(page: &Page, words: &[&str]) -> Result {
    const SAYS: &str =
        "return arguments[0].every(word => document.querySelector('[role=alert]')?.textContent.includes(word))";
    page.until(&format!("the page says {words:?}"), SAYS, &[words.into()]).await?;
    let seen = page.seen().await?;
    assert!(seen.alert.ends_with('.') && seen.alert.len() > 40, "a sentence: {}", seen.alert);
    Expected::of(EXAMPLE, "Example")?.check(&seen);
    Ok(())
}

async fn what_is_no_text(page: Page) -> Result {
    const CASES: &[(&str, &[u8], &[&str])] = &[
        ("empty.txt", b"", &["empty.txt", "0 bytes"]),
        ("blank.txt", b" \r\n\t\n", &["blank.txt"]),
        ("reef.png", b"\x89PNG\r\n\x1A\n\0\0\0\rIHDR", &["reef.png", "picture", "PNG"]),
        ("reef.txt", b"\xFF\xD8\xFF\xE0\0\x10JFIF\0", &["reef.txt", "picture", "JPEG"]),
        ("reef.pdf", b"%PDF-1.7\n%\xE2\xE3\xCF\xD3\n", &["reef.pdf", "PDF"]),
        ("reef.zip", b"PK\x03\x04\x14\0\0\0\x08\0", &["reef.zip"]),
    ];
    page.open_example().await?;
    for (name, bytes, words) in CASES {
        page.drop_file(name, bytes).await?;
        refuses(&page, words).await?;
    }
    Ok(())
}

async fn nothing_to_read(page: Page) -> Result {
    page.open_example().await?;
    page.paste("").await?;
    refuses(&page, &["The clipboard", "nothing to read"]).await?;
    page.click("Open").await?;
    page.open_typed(" \n ").await?;
    refuses(&page, &["The text field", "nothing to read"]).await
}

/// The file is not read, so it may be larger than memory.
async fn too_large(page: Page) -> Result {
    let folder = tempfile::tempdir()?;
    let path = folder.path().join("everything.txt");
    File::create(&path)?.set_len(300 * 1024 * 1024)?;
    page.open_example().await?;
    page.click("Open").await?;
    page.pick(&[&path]).await?;
    refuses(&page, &["everything.txt", "300 MB", "64 MB"]).await?;
    let stated: String = page.run("return document.getElementById('ways-in-hint').textContent", &[]).await?;
    assert!(stated.contains("64 MB"), "the limit is stated before: {stated}");
    Ok(())
}

async fn the_sentence_can_be_dismissed(page: Page) -> Result {
    page.open_example().await?;
    page.drop_file("empty.txt", b"").await?;
    refuses(&page, &["empty.txt"]).await?;
    page.click("Dismiss").await?;
    page.until("it is gone", "return !document.querySelector('[role=alert]')?.textContent", &[]).await
}

/// It is opened as text, with the reason and the choice of rules right below its name, and no empty parts.
async fn no_telegram(page: Page) -> Result {
    let text = "Quince jelly\n\nPeel nothing. Core nothing. Boil for an hour.\n";
    page.drop_file("jelly.txt", text.as_bytes()).await?;
    page.shows(text.as_bytes()).await?;
    let seen = page.seen().await?;
    assert_eq!(seen.title, "jelly.txt");
    assert_eq!(seen.source, text);
    let main: String = page.run("return document.querySelector('main').innerText", &[]).await?;
    let (above, below) = main.split_once("Boil for an hour.").ok_or_else(|| main.clone())?;
    assert!(above.contains("jelly.txt\n\nThis is not taken for a telegram"), "{above}");
    assert!(above.contains("Read as") && !above.contains("No part of this text"), "{above}");
    assert!(!below.contains("not taken for a telegram"), "{below}");
    page.browser.set_screen(PHONE).await?;
    let script = "const { left, right, bottom } = document.getElementById('read-as').getBoundingClientRect();
        return left >= 0 && right <= innerWidth && bottom < innerHeight / 2";
    assert!(page.run::<bool>(script, &[]).await?, "the choice is seen");
    Ok(())
}

async fn encodings(page: Page) -> Result {
    let text = "FM AMEMBASSY PORT CALDER\nSUBJECT: CAF\u{c9} \u{201c}REEF\u{201d}\n1. (U) Na\u{ef}ve.";
    let wide =
        |order: fn(u16) -> [u8; 2]| "\u{feff}".encode_utf16().chain(text.encode_utf16()).flat_map(order).collect();
    let marked = format!("\u{feff}{text}").into_bytes();
    let western = text.chars().map(|c| match c {
        '\u{201c}' => 0x93,
        '\u{201d}' => 0x94,
        c => u8::try_from(u32::from(c)).unwrap_or(b'?'),
    });
    let cases: [(&str, Vec<u8>, &str); 4] = [
        ("wide.txt", wide(u16::to_le_bytes), "UTF-16 LE"),
        ("wide-be.txt", wide(u16::to_be_bytes), "UTF-16 BE"),
        ("western.txt", western.collect(), "Windows-1252"),
        ("marked.txt", marked, "UTF-8 with BOM"),
    ];
    for (name, bytes, encoding) in cases {
        page.drop_file(name, &bytes).await?;
        page.shows(&bytes).await?;
        let seen = page.seen().await?;
        assert_eq!((seen.status("Encoding"), seen.status("File")), (encoding, name));
        Expected::of(text, name)?.check(&seen);
    }
    Ok(())
}

async fn lone_carriage_returns(page: Page) -> Result {
    let text = "FM AMEMBASSY PORT CALDER\rSUBJECT: OLD LINE ENDS\r\r1. (U) The reef.\r\r2. (U) The lamp.\r";
    page.drop_file("old.txt", text.as_bytes()).await?;
    page.shows(text.as_bytes()).await?;
    let seen = page.seen().await?;
    assert_eq!((seen.title.as_str(), seen.status("Line ends")), ("OLD LINE ENDS", "CR"));
    Expected::of(text, "old.txt")?.check(&seen);
    Ok(())
}

async fn refused_before_anything_is_open(page: Page) -> Result {
    page.drop_file("reef.png", b"\x89PNG\r\n\x1A\n").await?;
    page.until(
        "the page says so",
        "return document.querySelector('[role=alert]')?.textContent.includes('reef.png') ?? false",
        &[],
    )
    .await?;
    page.open_example().await?;
    assert_eq!(page.seen().await?.alert, "", "the sentence goes when something opens");
    Ok(())
}
