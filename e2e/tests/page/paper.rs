//! What a reader prints: all of the text, the classification on each page, and no controls.

use crate::panels::{Expected, fixtures};
use crate::runner::{Group, Wants, tests};
use e2e::{Page, Result};
use std::fs;

/// Some seconds after it has printed, Firefox stops opening pages.
pub const GROUP: Group = Group {
    name: "paper",
    browser: Wants::Own,
    tests: tests![
        it_is_the_text_and_no_controls: [Printing, Preferences],
        a_long_text_is_printed_whole: [Printing],
        pages_are_numbered: [Printing, MarginBoxes],
    ],
};

/// The text of each printed page.
async fn printed(page: &Page) -> Result<Vec<String>> {
    let pdf = page.browser.print().await?;
    let pages = pdf_extract::extract_text_from_mem_by_pages(&pdf)?;
    Ok(pages.into_iter().map(|text| text.split_whitespace().collect::<Vec<_>>().join(" ")).collect())
}

/// A text without blanks, since a line end may have removed one, and without ligatures, which only print has.
fn dense(text: &str) -> String {
    let text = text.replace('ﬁ', "fi").replace('ﬂ', "fl").replace('ﬀ', "ff").replace('ﬃ', "ffi").replace('ﬄ', "ffl");
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

async fn it_is_the_text_and_no_controls(page: Page) -> Result {
    for path in fixtures()?.iter().filter(|path| path.ends_with("sections.txt") || path.ends_with("page-breaks.txt")) {
        let text = fs::read_to_string(path)?;
        page.drop_file("telegram.txt", text.as_bytes()).await?;
        page.shows(text.as_bytes()).await?;
        page.click("Export").await?;
        page.browser.set_preferences(&[("prefers-color-scheme", "dark")]).await?;
        let pages = printed(&page).await?;
        let record = Expected::of(&text, "telegram.txt")?.record;
        let all = dense(&pages.concat());
        // The text is compared word by word, since a page break of the copy or of the paper may be between two words.
        let body = all.split_once("BODY").and_then(|(_, body)| body.split_once("paragraphs"));
        let (_, mut body) = body.ok_or_else(|| format!("the body is not printed: {all}"))?;
        for word in record.paragraphs.iter().flat_map(|paragraph| paragraph.text.split_whitespace()) {
            let at = body.find(&dense(word)).ok_or_else(|| format!("{word} is not printed in its place: {all}"))?;
            body = &body[at + dense(word).len()..];
        }
        // Summary and Comment are printed once, in their paragraphs, and empty panels are not printed.
        let begins = dense(&record.paragraphs[0].text.chars().take(60).collect::<String>());
        assert_eq!(all.matches(&begins).count(), 1, "{begins} is printed once: {all}");
        assert!(all.contains("GLOSSARY") && !all.contains(&dense("No part of this text")), "{all}");
        for control in ["Close", "Find", "Copy", "Save as one HTML file", "as above", "Read as"] {
            assert!(!all.contains(&dense(control)), "{control} is not for paper: {all}");
        }
    }
    Ok(())
}

/// A telegram of more paragraphs than the screen shows at once.
async fn long(page: &Page) -> Result {
    let paragraphs: String = (1..=1200).map(|number| format!("{number}. (S) Paragraph number {number}.\n\n")).collect();
    let text = format!(
        "R 101200Z JUN 09\nFM AMEMBASSY TARSIS\nTO SECSTATE WASHDC\n\nS E C R E T TARSIS 000417\n\nNOFORN\n\nSUBJECT: LONG\n\n{paragraphs}"
    );
    page.paste(&text).await?;
    page.shows(text.as_bytes()).await
}

/// All paragraphs are printed, and the classification is at the head and the foot of each page.
async fn a_long_text_is_printed_whole(page: Page) -> Result {
    long(&page).await?;
    let shown = "return document.querySelectorAll('.paragraph').length";
    let before: usize = page.run(shown, &[]).await?;
    assert!(before < 1200, "the screen shows a part");
    let pages = printed(&page).await?;
    assert!(pages.len() > 10, "{} pages", pages.len());
    for (index, printed) in pages.iter().enumerate() {
        let printed = dense(printed);
        for marking in ["SECRET", "09TARSIS417"] {
            assert!(printed.matches(marking).count() > 1, "page {}: {printed}", index + 1);
        }
    }
    let all = dense(&pages.concat());
    for number in 1..=1200 {
        assert!(all.contains(&format!("Paragraphnumber{number}.")), "paragraph {number} is printed");
    }
    page.until("the screen is as it was", &format!("{shown} === {before}"), &[]).await
}

async fn pages_are_numbered(page: Page) -> Result {
    long(&page).await?;
    let pages = printed(&page).await?;
    let of = pages.len();
    assert!(of > 10, "{of} pages");
    for (index, printed) in pages.iter().enumerate() {
        let printed = dense(printed);
        assert!(printed.contains(&format!("{}/{of}", index + 1)), "page {}: {printed}", index + 1);
    }
    Ok(())
}
