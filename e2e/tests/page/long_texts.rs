//! Texts of more paragraphs than the page draws at once: all of them can be reached, and printed.

use crate::runner::{Group, Wants, tests};
use e2e::{Page, Result};
use serde_json::json;

pub const GROUP: Group = Group {
    name: "long_texts",
    browser: Wants::Any,
    tests: tests![
        few_are_drawn_and_all_are_reached_by_scrolling,
        a_link_leads_far_down,
        what_is_in_use_stays,
        all_is_printed,
        source_is_reached_as_well,
    ],
};

const PARAGRAPHS: usize = 5_000;

fn text() -> String {
    let mut text = String::from("FM AMEMBASSY TARSIS\nSUBJECT: MANY PARAGRAPHS\n\n");
    for number in 1..=PARAGRAPHS {
        let more = " and some more of it".repeat(number % 7);
        text.push_str(&format!("{number}. (U) Some hay of the usual length{more}.\n\n"));
    }
    text
}

/// Drops the text as a file, which costs the driver less than a paste.
async fn opened(page: &Page) -> Result<String> {
    let text = text();
    const DROP: &str = "
        const dataTransfer = new DataTransfer();
        dataTransfer.items.add(new File([arguments[0]], 'many.txt'));
        document.body.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }))";
    page.run::<()>(DROP, &[text.as_str().into()]).await?;
    page.shows(text.as_bytes()).await?;
    Ok(text)
}

const DRAWN: &str = "return document.querySelectorAll('#body .paragraph').length";
/// Whether a paragraph is on the screen.
const SOMETHING: &str = "
    return [...document.querySelectorAll('#body .paragraph')].some(e => {
        const box = e.getBoundingClientRect();
        return box.bottom > 0 && box.top < innerHeight;
    })";

async fn few_are_drawn_and_all_are_reached_by_scrolling(page: Page) -> Result {
    const SEEN: &str = "
        const box = document.getElementById(`paragraph-${arguments[0]}`)?.getBoundingClientRect();
        return box !== undefined && box.bottom > 0 && box.top < innerHeight";
    opened(&page).await?;
    assert!(page.run::<usize>(DRAWN, &[]).await? < 500);
    // Scrolls down to the end, screen by screen at first, and then in one go, as when dragging the bar.
    for _ in 0..10 {
        page.run::<()>("scrollBy({ top: innerHeight, behavior: 'instant' })", &[]).await?;
        page.until("something is drawn", SOMETHING, &[]).await?;
    }
    let to_the_end = format!("scrollTo({{ top: document.body.scrollHeight, behavior: 'instant' }}); {SEEN}");
    page.until("the last is seen", &to_the_end, &[json!(PARAGRAPHS)]).await?;
    assert!(page.run::<usize>(DRAWN, &[]).await? < 500);
    page.until("the first is gone", "return document.getElementById('paragraph-1') === null", &[]).await?;
    let to_the_top =
        format!("scrollTo({{ top: 0, behavior: 'instant' }}); {}", SEEN.replace("box.top < innerHeight", "true"));
    page.until("the first is back", &to_the_top, &[json!(1)]).await?;
    assert_eq!(page.errors().await?, Vec::<String>::new());
    Ok(())
}

async fn a_link_leads_far_down(page: Page) -> Result {
    const THERE: &str = "
        const e = document.activeElement, box = e.getBoundingClientRect();
        return e.id === arguments[0] && box.top >= 0 && box.bottom <= innerHeight";
    opened(&page).await?;
    // As when following a link from elsewhere: WebKit's Back skips steps that only a script has made.
    for number in [4_321, 17, 2_500] {
        page.browser.goto(format!("{}#p{number}", page.address)).await?;
        page.until("it is there", THERE, &[format!("paragraph-{number}").into()]).await?;
    }
    page.browser.back().await?;
    page.until("it is back", THERE, &["paragraph-17".into()]).await
}

/// Scrolling does not remove an element that has the keyboard or is selected.
async fn what_is_in_use_stays(page: Page) -> Result {
    const THERE: &str = "return document.getElementById(arguments[0]) !== null";
    opened(&page).await?;
    page.run::<()>("document.querySelector('#paragraph-3 .paragraph-number').focus()", &[]).await?;
    page.run::<()>("scrollTo({ top: 100000, behavior: 'instant' })", &[]).await?;
    page.until("something is drawn", SOMETHING, &[]).await?;
    page.until("others are gone", "return document.getElementById('paragraph-11') === null", &[]).await?;
    assert!(page.run::<bool>(THERE, &["paragraph-3".into()]).await?);
    let holds: bool = page.run("return document.activeElement.closest('#paragraph-3') !== null", &[]).await?;
    assert!(holds, "it has the keyboard");
    Ok(())
}

async fn all_is_printed(page: Page) -> Result {
    opened(&page).await?;
    page.run::<()>("window.dispatchEvent(new Event('beforeprint'))", &[]).await?;
    page.until("all is drawn", &format!("{DRAWN} === arguments[0]"), &[json!(PARAGRAPHS)]).await?;
    page.run::<()>("window.dispatchEvent(new Event('afterprint'))", &[]).await?;
    page.until("few are drawn", &format!("{DRAWN} < 500"), &[]).await
}

async fn source_is_reached_as_well(page: Page) -> Result {
    const CHOSEN: &str = "
        const e = document.activeElement, box = e.getClientRects()[0];
        return e.matches('pre .chosen') && e.textContent.includes(arguments[0]) && box.top >= 0 && box.bottom <= innerHeight";
    let text = opened(&page).await?;
    page.run::<()>("location.hash = 'p4900'", &[]).await?;
    page.until("it is there", "return document.activeElement.id === 'paragraph-4900'", &[]).await?;
    page.within("#paragraph-4900", "Show source").await?.click().await?;
    page.until("its source is chosen", CHOSEN, &["4900.".into()]).await?;
    let shown: usize = page.run("return document.querySelector('.source').textContent.length", &[]).await?;
    assert!(shown < text.len(), "{shown}");
    Ok(())
}
