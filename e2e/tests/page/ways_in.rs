//! Paste, drop, pick, typed text and the example: each leads to the right panels.

use crate::panels::{Expected, fixture};
use crate::runner::{Group, Wants, tests};
use e2e::page::Key;
use e2e::{Page, Result};
use serde_json::json;

pub const GROUP: Group = Group {
    name: "ways_in",
    browser: Wants::Any,
    tests: tests![
        paste_anywhere,
        paste_with_the_keyboard,
        paste_into_the_field,
        paste_a_file,
        drop_a_file,
        drop_a_text,
        drag_shows_where,
        pick_a_file,
        pick_several_files,
        typed_text,
        the_example,
        over_an_open_text,
    ],
};

/// The content of the example's file.
pub const EXAMPLE: &str = include_str!("../../../src/example.txt");

/// Waits for a text, and checks it and the name shown for its file.
async fn leads_to(page: &Page, text: &str, name: &str) -> Result {
    page.shows(text.as_bytes()).await?;
    let seen = page.seen().await?;
    assert_eq!(seen.status("File"), name);
    assert_eq!(seen.alert, "");
    Expected::of(text, name)?.check(&seen);
    assert_eq!(page.errors().await?, Vec::<String>::new());
    Ok(())
}

async fn paste_anywhere(page: Page) -> Result {
    let (_, text) = fixture("sections.txt")?;
    page.run::<()>("document.activeElement.blur()", &[]).await?;
    page.paste(&text).await?;
    leads_to(&page, &text, "Pasted text").await
}

/// The browser's own clipboard and its own paste event.
async fn paste_with_the_keyboard(page: Page) -> Result {
    let text = "FM AMEMBASSY PORT CALDER\nSUBJECT: A LAMP\n1. (U) It is lit.";
    page.type_into_field(text).await?;
    page.press_with(Key::Control, 'a').await?;
    page.press_with(Key::Control, 'x').await?;
    page.run::<()>("document.activeElement.blur()", &[]).await?;
    page.press_with(Key::Control, 'v').await?;
    leads_to(&page, text, "Pasted text").await
}

async fn paste_into_the_field(page: Page) -> Result {
    let (_, text) = fixture("pilcrows.txt")?;
    page.labelled("Text of a telegram").await?.click().await?;
    page.paste(&text).await?;
    leads_to(&page, &text, "Pasted text").await
}

/// What a file manager puts on the clipboard: the file, and its name as text.
async fn paste_a_file(page: Page) -> Result {
    const PASTE: &str = "
        const clipboardData = new DataTransfer();
        clipboardData.setData('text/plain', arguments[0]);
        clipboardData.items.add(new File([arguments[1]], arguments[0], { type: 'text/plain' }));
        const event = new ClipboardEvent('paste', { bubbles: true, cancelable: true });
        Object.defineProperty(event, 'clipboardData', { value: clipboardData });
        document.body.dispatchEvent(event)";
    let (_, text) = fixture("references.txt")?;
    page.run::<()>(PASTE, &["references.txt".into(), text.as_str().into()]).await?;
    leads_to(&page, &text, "references.txt").await
}

async fn drop_a_file(page: Page) -> Result {
    let (_, text) = fixture("saved-page.html")?;
    page.drop_file("saved-page.html", text.as_bytes()).await?;
    leads_to(&page, &text, "saved-page.html").await
}

async fn drop_a_text(page: Page) -> Result {
    const DROP: &str = "
        const dataTransfer = new DataTransfer();
        dataTransfer.setData('text/plain', arguments[0]);
        document.body.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }))";
    let (_, text) = fixture("page-breaks.txt")?;
    page.run::<()>(DROP, &[text.as_str().into()]).await?;
    leads_to(&page, &text, "Dropped text").await
}

/// The hint comes and goes with the pointer.
async fn drag_shows_where(page: Page) -> Result {
    const DRAG: &str = "
        const dataTransfer = new DataTransfer();
        dataTransfer.items.add(new File(['x'], 'x.txt'));
        document.body.dispatchEvent(new DragEvent(arguments[0], { dataTransfer, bubbles: true, cancelable: true }))";
    const HINT: &str = "return document.body.innerText.includes('Drop it anywhere') === arguments[0]";
    page.run::<()>(DRAG, &["dragover".into()]).await?;
    page.until("the hint is there", HINT, &[json!(true)]).await?;
    page.run::<()>(DRAG, &["dragleave".into()]).await?;
    page.until("the hint is gone", HINT, &[json!(false)]).await
}

async fn pick_a_file(page: Page) -> Result {
    let (path, text) = fixture("sections.txt")?;
    page.pick(&[&path]).await?;
    leads_to(&page, &text, "sections.txt").await
}

/// All are opened; the first is shown.
async fn pick_several_files(page: Page) -> Result {
    let (first, text) = fixture("sections.txt")?;
    let (second, other) = fixture("references.txt")?;
    page.pick(&[&first, &second]).await?;
    leads_to(&page, &text, "sections.txt").await?;
    page.click("Next").await?;
    leads_to(&page, &other, "references.txt").await
}

async fn typed_text(page: Page) -> Result {
    let text = "FM USMISSION WESTERN SHOALS\nSUBJECT: TIDES\n1. (U) High at noon.";
    page.type_into_field(text).await?;
    page.within("form", "Open").await?.click().await?;
    leads_to(&page, text, "Typed text").await
}

async fn the_example(page: Page) -> Result {
    page.open_example().await?;
    leads_to(&page, EXAMPLE, "Example").await
}

/// Where a text is open, a button shows the ways in, and anything can be pasted at any time.
async fn over_an_open_text(page: Page) -> Result {
    page.open_example().await?;
    page.click("Open").await?;
    let (path, text) = fixture("pilcrows.txt")?;
    page.pick(&[&path]).await?;
    leads_to(&page, &text, "pilcrows.txt").await?;
    let (_, text) = fixture("sections.txt")?;
    page.paste(&text).await?;
    leads_to(&page, &text, "Pasted text").await
}
