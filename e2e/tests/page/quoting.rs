//! Words and paragraphs that are copied with their citation.

use crate::panels::Expected;
use crate::runner::{Group, Wants, tests};
use crate::taking::{KEEP, copied};
use crate::ways_in::EXAMPLE;
use cable::export;
use e2e::{Page, Result};
use serde_json::json;

pub const GROUP: Group = Group {
    name: "quoting",
    browser: Wants::Any,
    tests: tests![
        a_paragraph_is_copied_with_its_citation,
        a_quotation_is_cited,
        words_within_a_paragraph_are_quoted,
        each_paragraph_is_quoted_once,
        words_of_the_title_are_no_quotation,
    ],
};

async fn a_paragraph_is_copied_with_its_citation(page: Page) -> Result {
    page.run::<()>(KEEP, &[]).await?;
    page.open_example().await?;
    page.one("#paragraph-2 .paragraph-number").await?.click().await?;
    page.until("it is led to", "return document.querySelector('#paragraph-2.at') !== null", &[]).await?;
    let Expected { text, cable, record } = Expected::of(EXAMPLE, "Example")?;
    let paragraph = &record.paragraphs[1];
    let expected = export::quotation(&text, &cable, "Example", &paragraph.text, &[1]);
    assert_eq!(copied(&page, "Copy with citation").await?, expected);
    Ok(())
}

/// Selects from one place in the prose of Body to another, each given as a paragraph's index and a number of letters.
const SELECT: &str = "
    const place = ([index, letters]) => {
        const prose = document.querySelectorAll('#body .prose')[index];
        const walker = document.createTreeWalker(prose, NodeFilter.SHOW_TEXT);
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
            if (letters <= node.length) return [node, letters];
            letters -= node.length;
        }
    };
    document.querySelectorAll('#body details').forEach((folded) => { folded.open = true });
    getSelection().setBaseAndExtent(...place(arguments[0]), ...place(arguments[1]))";

async fn a_quotation_is_cited(page: Page) -> Result {
    page.run::<()>(KEEP, &[]).await?;
    page.open_example().await?;
    let Expected { text, cable, record } = Expected::of(EXAMPLE, "Example")?;
    let all = &record.paragraphs;
    let last = all.len() - 1;
    let end = all[last].text.encode_utf16().count();
    page.run::<()>(SELECT, &[json!([1, 0]), json!([last, end])]).await?;
    let words = all[1..].iter().map(|paragraph| paragraph.text.as_str()).collect::<Vec<_>>().join("\n\n");
    let expected = export::quotation(&text, &cable, "Example", &words, &(1..all.len()).collect::<Vec<_>>());
    assert!(expected.contains("paragraphs 2–5 (C)"), "{expected}");
    page.until("it is offered", "return document.querySelector('.quoting') !== null", &[]).await?;
    assert_eq!(copied(&page, "Copy quotation").await?, expected);
    page.run::<()>("getSelection().removeAllRanges()", &[]).await?;
    page.until("it is withdrawn", "return document.querySelector('.quoting') === null", &[]).await
}

async fn words_within_a_paragraph_are_quoted(page: Page) -> Result {
    page.run::<()>(KEEP, &[]).await?;
    page.open_example().await?;
    let Expected { text, cable, record } = Expected::of(EXAMPLE, "Example")?;
    page.run::<()>(SELECT, &[json!([2, 3]), json!([2, 40])]).await?;
    page.until("it is offered", "return document.querySelector('.quoting') !== null", &[]).await?;
    let words: String = record.paragraphs[2].text.chars().skip(3).take(37).collect();
    let expected = export::quotation(&text, &cable, "Example", &words, &[2]);
    assert_eq!(copied(&page, "Copy quotation").await?, expected);
    // In Summary, which stands apart from Body.
    const SUMMARY: &str = "getSelection().selectAllChildren(document.querySelector('#summary .prose'))";
    page.run::<()>(SUMMARY, &[]).await?;
    let summary = record.summary.as_deref().unwrap_or_default();
    assert_eq!(copied(&page, "Copy quotation").await?, export::quotation(&text, &cable, "Example", summary, &[0]));
    Ok(())
}

/// A summary is both in its panel and in the body: its paragraph is quoted once.
async fn each_paragraph_is_quoted_once(page: Page) -> Result {
    const FROM_SUMMARY: &str = "
        const [first, last] = [document.querySelector('#summary .prose'), document.querySelector('#paragraph-2 .prose')];
        getSelection().setBaseAndExtent(first, 0, last, last.childNodes.length)";
    page.run::<()>(KEEP, &[]).await?;
    page.open_example().await?;
    let Expected { record, .. } = Expected::of(EXAMPLE, "Example")?;
    page.run::<()>(FROM_SUMMARY, &[]).await?;
    page.until("it is offered", "return document.querySelector('.quoting') !== null", &[]).await?;
    let quotation = copied(&page, "Copy quotation").await?;
    let words: String = record.summary.as_deref().unwrap_or_default().chars().take(30).collect();
    assert_eq!(quotation.matches(&words).count(), 1, "{quotation}");
    Ok(())
}

async fn words_of_the_title_are_no_quotation(page: Page) -> Result {
    page.open_example().await?;
    page.run::<()>("getSelection().setBaseAndExtent(...['h1', 'h1'].flatMap((name, end) => [document.querySelector(name).firstChild, end * 4]))", &[]).await?;
    page.settled().await?;
    let offers: bool = page.run("return document.querySelector('.quoting') !== null", &[]).await?;
    assert!(!offers);
    assert_eq!(page.errors().await?, Vec::<String>::new());
    Ok(())
}
