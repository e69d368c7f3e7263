//! What is seen first, and in which order, on each screen.

use crate::runner::{Group, Wants, tests};
use e2e::media::{DESK, NARROW, PHONE, Screen, TABLET};
use e2e::{Page, Result};
use serde::Deserialize;
use serde_json::json;

pub const GROUP: Group = Group {
    name: "layout",
    browser: Wants::Own,
    tests: tests![first_view_at_a_desk, order_on_a_phone, nothing_scrolls_sideways, text_of_twice_the_size],
};

/// Where a part of the page lies, from the upper left corner of the screen.
#[derive(Debug, Deserialize)]
struct Place {
    left: f64,
    top: f64,
    right: f64,
    bottom: f64,
}

async fn place(page: &Page, selector: &str) -> Result<Place> {
    page.run("return document.querySelector(arguments[0]).getBoundingClientRect().toJSON()", &[selector.into()]).await
}

async fn example_on(page: &Page, screen: Screen) -> Result {
    page.browser.set_screen(screen).await?;
    page.open_example().await
}

/// Masthead, Summary and Comment are seen whole, and Header from its heading on; nothing covers them.
async fn first_view_at_a_desk(page: Page) -> Result {
    const ON_TOP: &str = "
        const [selector, x, y] = arguments;
        return document.elementFromPoint(x, y).closest(selector) !== null";
    example_on(&page, DESK).await?;
    let (width, height) = (f64::from(DESK.width), f64::from(DESK.height));
    for part in ["h1", ".tag-line", "#summary", "#comment", "#header-heading", "#header dl > div"] {
        let place = place(&page, part).await?;
        assert!(
            place.top >= 0.0 && place.bottom <= height && place.left >= 0.0 && place.right <= width,
            "{part}: {place:?}"
        );
        let (x, y) = (place.left + 4.0, place.top + 4.0);
        assert!(page.run::<bool>(ON_TOP, &[json!(part), json!(x), json!(y)]).await?, "{part} is covered");
    }
    let header = place(&page, "#header").await?;
    assert!(header.top < height / 2.0 && header.bottom.min(height) - header.top > 300.0, "{header:?}");
    Ok(())
}

async fn order_on_a_phone(page: Page) -> Result {
    example_on(&page, PHONE).await?;
    let mut above = Place { left: 0.0, top: 0.0, right: 0.0, bottom: 0.0 };
    for part in ["h1", "#summary", "#comment", "#header", "#body"] {
        let place = place(&page, part).await?;
        assert!(place.top >= above.bottom, "{part} follows: {above:?}, {place:?}");
        assert!(place.left >= 0.0 && place.right <= f64::from(PHONE.width), "{part}: {place:?}");
        above = place;
    }
    Ok(())
}

/// WCAG 1.4.10: one scrolls in one direction, down to 320 pixels. Source may scroll by itself where its lines are not
/// wrapped.
async fn nothing_scrolls_sideways(page: Page) -> Result {
    for screen in [DESK, TABLET, PHONE, NARROW] {
        page.browser.set_screen(screen).await?;
        fits(&page, screen).await?;
    }
    page.open_example().await?;
    page.click("Open").await?;
    page.drop_file("a-rather-long-name-of-a-file-that-is-empty-and-will-be-refused.txt", b"").await?;
    for tab in ["Checks", "References", "Glossary", "Source"] {
        for screen in [DESK, TABLET, PHONE, NARROW] {
            page.browser.set_screen(screen).await?;
            page.click(tab).await?;
            fits(&page, screen).await?;
        }
    }
    let long = format!("SUBJECT: {}\nTAGS: {}\n\n1. (U) {}", "A".repeat(300), "B".repeat(300), "C".repeat(900));
    page.paste(&long).await?;
    page.shows(long.as_bytes()).await?;
    fits(&page, NARROW).await
}

async fn fits(page: &Page, screen: Screen) -> Result {
    const WIDTH: &str = "return document.documentElement.scrollWidth";
    const WIDE: &str = "
        return [...document.querySelectorAll('main *, header *, footer *')]
            .filter(e => e.checkVisibility() && e.getBoundingClientRect().right > innerWidth + 1 && !e.closest('pre'))
            .map(e => e.outerHTML.slice(0, 120)).slice(0, 5)";
    let width: u32 = page.run(WIDTH, &[]).await?;
    if width > screen.width {
        let wide: Vec<String> = page.run(WIDE, &[]).await?;
        return Err(format!("{width} pixels wide on a screen of {}: {wide:#?}", screen.width).into());
    }
    Ok(())
}

/// WCAG 1.4.4: text at 200 % still fits, and none of it is cut off.
async fn text_of_twice_the_size(page: Page) -> Result {
    const CUT: &str = "
        return [...document.querySelectorAll('h1, h2, p, dd, dt, button, li')]
            .filter(e => e.checkVisibility() && getComputedStyle(e).overflow === 'hidden' && e.scrollHeight > e.clientHeight + 1)
            .filter(e => !e.matches('.visually-hidden, .visually-hidden *'))
            .map(e => e.outerHTML.slice(0, 120))";
    example_on(&page, DESK).await?;
    page.run::<()>("document.documentElement.style.fontSize = '200%'", &[]).await?;
    fits(&page, DESK).await?;
    assert_eq!(page.run::<Vec<String>>(CUT, &[]).await?, Vec::<String>::new());
    Ok(())
}
