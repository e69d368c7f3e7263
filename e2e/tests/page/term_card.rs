//! What codes and abbreviations mean, at their places: by pointer, keyboard and finger.

use crate::glossary::{TEXT, opened};
use crate::runner::{Group, Wants, tests};
use e2e::media::TABLET;
use e2e::page::Key;
use e2e::{Page, Result};
use serde_json::json;

pub const GROUP: Group = Group {
    name: "term_card",
    browser: Wants::Any,
    tests: tests![
        the_card_by_pointer,
        no_card_under_a_resting_pointer,
        a_click_keeps_the_card_where_the_glossary_is_far,
        the_card_by_keyboard,
        the_card_by_touch: [DevTools],
        fields_have_a_card_too,
    ],
};

/// Waits until the card says this; for an empty text, until there is no card.
async fn card(page: &Page, words: &str) -> Result {
    const SAYS: &str = "
        const card = document.querySelector('[role=tooltip]');
        if (!arguments[0]) return !card.checkVisibility();
        const box = card.getBoundingClientRect();
        const seen = box.left >= 0 && box.right <= innerWidth && box.top >= 0 && box.bottom <= innerHeight;
        return card.checkVisibility() && seen && card.textContent.includes(arguments[0])";
    page.until(&format!("the card says {words:?}"), SAYS, &[words.into()]).await
}

/// WCAG 1.4.13: the card can be dismissed without moving, the pointer can go onto it, and it stays until it is left.
async fn the_card_by_pointer(page: Page) -> Result {
    opened(&page, TEXT).await?;
    let (term, card_itself) =
        (page.one("#body #paragraph-2 .term:first-child").await?, page.one("[role=tooltip]").await?);
    let chain = || page.browser.action_chain();
    card(&page, "").await?;
    chain().move_to_element_center(&term).perform().await?;
    card(&page, "Political officer").await?;
    chain().move_to_element_center(&card_itself).perform().await?;
    // This is longer than the card waits for the pointer.
    page.run_async::<()>("setTimeout(arguments[0], 500)", &[]).await?;
    card(&page, "Political officer").await?;
    page.press(Key::Escape).await?;
    card(&page, "").await?;
    chain().move_to_element_center(&page.one("h1").await?).perform().await?;
    chain().move_to_element_center(&term).perform().await?;
    card(&page, "Political officer").await?;
    chain().move_to_element_center(&page.one("h1").await?).perform().await?;
    card(&page, "").await?;
    term.click().await?;
    is_entry(&page, "POLOFF").await
}

/// The card stays wherever the pointer goes, until another click; the second click on the term leads on.
async fn a_click_keeps_the_card_where_the_glossary_is_far(page: Page) -> Result {
    page.browser.set_screen(TABLET).await?;
    opened(&page, TEXT).await?;
    let (term, title) = (page.one("#body #paragraph-2 .term:first-child").await?, page.one("h1").await?);
    let away = || page.browser.action_chain().move_to_element_center(&title);
    for _ in 0..2 {
        term.click().await?;
        away().perform().await?;
        // This is longer than the card waits for the pointer.
        page.run_async::<()>("setTimeout(arguments[0], 500)", &[]).await?;
        card(&page, "Political officer").await?;
        away().click().perform().await?;
        card(&page, "").await?;
    }
    term.click().await?;
    card(&page, "Political officer").await?;
    term.click().await?;
    is_entry(&page, "POLOFF").await
}

/// A term scrolled under a resting pointer shows no card, though WebKit reports a move then.
async fn no_card_under_a_resting_pointer(page: Page) -> Result {
    const MOVE: &str = "
        const [selector, clientX] = arguments;
        const move = new PointerEvent('pointermove', { bubbles: true, pointerType: 'mouse', clientX, clientY: 9 });
        document.querySelector(selector).dispatchEvent(move)";
    const TERM: &str = "#body #paragraph-2 .term";
    opened(&page, TEXT).await?;
    for (over, at, words) in [("h1", 9, ""), (TERM, 9, ""), (TERM, 10, "Political officer")] {
        page.run::<()>(MOVE, &[over.into(), json!(at)]).await?;
        card(&page, words).await?;
    }
    Ok(())
}

/// Waits until the entry of a code has the keyboard.
async fn is_entry(page: &Page, code: &str) -> Result {
    const IS: &str = "
        const e = document.activeElement;
        return e.matches('.term-entry') && e.checkVisibility() && e.querySelector('dt').textContent === arguments[0]";
    page.until(&format!("the entry of {code} has the keyboard"), IS, &[code.into()]).await?;
    card(page, "").await
}

async fn the_card_by_keyboard(page: Page) -> Result {
    opened(&page, TEXT).await?;
    page.run::<()>("document.querySelector('#paragraph-2 .paragraph-number').focus()", &[]).await?;
    page.press(Key::Tab).await?;
    card(&page, "Political officer").await?;
    let focus = page.focus().await?;
    assert_eq!((focus.name.as_str(), focus.marked), ("PolOff", true));
    page.press(Key::Escape).await?;
    card(&page, "").await?;
    page.press(Key::Tab).await?;
    card(&page, "No further information").await?;
    page.press_with(Key::Shift, char::from(Key::Tab)).await?;
    card(&page, "Political officer").await?;
    page.press(Key::Enter).await?;
    is_entry(&page, "POLOFF").await
}

/// A tap explains, a second one leads on, and a tap elsewhere puts the card away.
async fn the_card_by_touch(page: Page) -> Result {
    const MIDDLE: &str = "
        const e = document.querySelector(arguments[0]);
        e.scrollIntoView({ block: 'center', behavior: 'instant' });
        const box = e.getBoundingClientRect();
        return [box.left + box.width / 2, box.top + box.height / 2]";
    let cdp = page.browser.cdp();
    cdp.send_raw("Emulation.setTouchEmulationEnabled", json!({ "enabled": true, "maxTouchPoints": 1 })).await?;
    let tap = async |selector: &str| -> Result {
        let [x, y]: [f64; 2] = page.run(MIDDLE, &[selector.into()]).await?;
        let down = json!({ "type": "touchStart", "touchPoints": [{ "x": x, "y": y }] });
        cdp.send_raw("Input.dispatchTouchEvent", down).await?;
        cdp.send_raw("Input.dispatchTouchEvent", json!({ "type": "touchEnd", "touchPoints": [] })).await?;
        Ok(())
    };
    opened(&page, TEXT).await?;
    tap("#body #paragraph-2 .term").await?;
    card(&page, "Political officer").await?;
    tap("h1").await?;
    card(&page, "").await?;
    tap("#body #paragraph-2 .term").await?;
    card(&page, "Political officer").await?;
    tap("#body #paragraph-2 .term").await?;
    is_entry(&page, "POLOFF").await?;
    // A field shows its card first, then its source.
    tap("#header .row-inline .entry[data-term]").await?;
    card(&page, "SIPRNET distribution").await?;
    tap("#header .row-inline .entry[data-term]").await?;
    let chosen =
        "return document.activeElement.matches('pre .chosen') && document.activeElement.textContent === 'SIPDIS'";
    page.until("its source has the keyboard", chosen, &[]).await?;
    cdp.send_raw("Emulation.setTouchEmulationEnabled", json!({ "enabled": false })).await?;
    Ok(())
}

async fn fields_have_a_card_too(page: Page) -> Result {
    opened(&page, TEXT).await?;
    for (entry, words) in
        [("TAGS", "Human Rights"), ("Precedence", "Routine"), ("Declassification", "Classified National")]
    {
        const FOCUS: &str = "
            const row = [...document.querySelectorAll('dt')].find(dt => dt.textContent === arguments[0]).parentElement;
            document.querySelector('#header .entry').focus();
            row.querySelector('.entry').focus()";
        // An element that got the keyboard by a key passes it on as if by a key.
        page.press(Key::Tab).await?;
        page.run::<()>(FOCUS, &[entry.into()]).await?;
        card(&page, words).await?;
    }
    Ok(())
}
