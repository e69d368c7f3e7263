//! What is seen first, and in which order, on each screen.

use crate::panels::fixture;
use crate::runner::{Group, Wants, tests};
use e2e::media::{DESK, NARROW, PHONE, Screen, TABLET};
use e2e::page::Key;
use e2e::{Page, Result, STATES};
use serde::Deserialize;
use serde_json::json;

pub const GROUP: Group = Group {
    name: "layout",
    browser: Wants::Any,
    tests: tests![
        first_view_at_a_desk,
        the_marking_stays_in_sight,
        find_and_export_stay_in_reach,
        find_and_export_stay_in_reach_on_a_phone: [NarrowScreen],
        the_tabs_stay_in_sight,
        lines_have_some_words_and_no_more,
        source_has_room_for_its_lines,
        a_long_comment_stands_below_its_summary,
        order_on_a_phone: [NarrowScreen],
        nothing_scrolls_sideways: [Offline, NarrowScreen],
        long_words_break: [NarrowScreen],
        a_long_portion_mark_is_a_line: [NarrowScreen],
        many_addressees_do_not_push_the_date_away: [NarrowScreen],
        what_the_copy_says_stands_beside_its_label: [NarrowScreen],
        text_with_more_space: [Offline, NarrowScreen],
        text_of_twice_the_size,
    ],
};

/// The position of a part of the page, from the upper left corner of the screen.
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

/// SECRET - ENTIRE TEXT does not fit into the margin: it is above the text, and the words below follow it.
async fn a_long_portion_mark_is_a_line(page: Page) -> Result {
    const TEXT: &str = "P 131914Z DEC 89\nFM AMEMBASSY TARSIS\nTO SECSTATE WASHDC\n\nS E C R E T TARSIS 08545\n\n\
                        E.O. 12356: DECL: OADR\nTAGS: PGOV\nSUBJECT: THE LAMP\n\n1. (SECRET - ENTIRE TEXT). The lamp is lit.\n\n\
                        2. The reef is dark.\n";
    for screen in [DESK, PHONE] {
        page.browser.set_screen(screen).await?;
        page.paste(TEXT).await?;
        page.shows(TEXT.as_bytes()).await?;
        let (mark, text) = (place(&page, ".portion-long").await?, place(&page, "#paragraph-1 .prose").await?);
        assert!(mark.bottom - mark.top < 30.0 && mark.right <= f64::from(screen.width), "{mark:?}");
        assert!(mark.bottom <= text.top, "{mark:?} covers {text:?}");
    }
    Ok(())
}

/// On a phone a long list of addressees scrolls by itself, and the keyboard reaches each of them, in view.
async fn many_addressees_do_not_push_the_date_away(page: Page) -> Result {
    const ADDRESSEES: u16 = 60;
    const LAST_SEEN: &str = "
        const all = [...document.querySelectorAll('.panel-header .row')].find(e => e.children.length > 50);
        const last = all.lastElementChild.querySelector('button');
        last.focus();
        const box = all.getBoundingClientRect(), place = last.getBoundingClientRect();
        return [box.height, place.top >= box.top && place.bottom <= box.bottom + 1, all.children.length - 1]";
    let info: String = (1..=ADDRESSEES).map(|number| format!("AMEMBASSY PLACE{number:02}\n")).collect();
    let text = format!(
        "P 131914Z DEC 89\nFM AMEMBASSY TARSIS\nTO SECSTATE WASHDC\nINFO {info}\nUNCLAS TARSIS 08545\n\n\
         SUBJECT: THE LAMP\n\n1. The lamp is lit.\n"
    );
    page.browser.set_screen(PHONE).await?;
    page.paste(&text).await?;
    page.shows(text.as_bytes()).await?;
    let (height, is_seen, count): (f64, bool, u16) = page.run(LAST_SEEN, &[]).await?;
    assert_eq!(count, ADDRESSEES);
    assert!(height < f64::from(PHONE.height) / 2.0 && is_seen, "{height} pixels high, the last one seen: {is_seen}");
    Ok(())
}

/// In two columns, each value is beside its label from the copy, and no number is broken.
async fn what_the_copy_says_stands_beside_its_label(page: Page) -> Result {
    const FIELDS: &str = "
        return [...document.querySelectorAll('.entry:has(.entry-label)')].map(entry => {
            const [label, value] = ['.entry-label', '.entry-value'].map(part => entry.querySelector(part));
            const [left, right] = [label, value].map(part => part.getBoundingClientRect());
            const beside = left.left < right.left && Math.abs(left.top - right.top) < 8;
            return [label.textContent, value.textContent, beside];
        })";
    const LINES: &str = "
        const row = [...document.querySelectorAll('.row')].find(row => row.textContent.startsWith('Archive number'));
        const { height } = row.querySelector('.entry-value').getBoundingClientRect();
        return height / parseFloat(getComputedStyle(row).fontSize)";
    let (_, text) = fixture("nara-outgoing.txt")?;
    page.paste(&text).await?;
    page.shows(text.as_bytes()).await?;
    for screen in [DESK, TABLET, PHONE, NARROW] {
        page.browser.set_screen(screen).await?;
        let fields: Vec<(String, String, bool)> = page.run(FIELDS, &[]).await?;
        assert!(
            fields.iter().any(|(label, value, _)| (&**label, &**value) == ("Drafter", "TWFERRIER:MJW")),
            "{fields:?}"
        );
        // A label without a value of its own is empty, and its position does not matter.
        assert!(fields.iter().all(|(label, _, beside)| *beside || label.is_empty()), "{fields:?}");
        assert!(page.run::<f64>(LINES, &[]).await? < 2.0, "the archive number is broken on {screen:?}");
    }
    Ok(())
}

/// Masthead, Summary and Comment are seen in full, and Header from its heading on; nothing covers them.
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

/// This also holds at the end of the page, and the marking hides nothing that stays in sight beside the text.
async fn the_marking_stays_in_sight(page: Page) -> Result {
    example_on(&page, DESK).await?;
    page.run::<()>("scrollTo({ top: document.body.scrollHeight, behavior: 'instant' })", &[]).await?;
    page.settled().await?;
    let (band, tabs) = (place(&page, ".band").await?, place(&page, ".tabs").await?);
    assert!(band.top.abs() < 1.0 && band.bottom < 40.0, "{band:?}");
    assert!(tabs.top >= band.bottom - 0.5, "{tabs:?} below {band:?}");
    Ok(())
}

async fn find_and_export_stay_in_reach(page: Page) -> Result {
    in_reach(&page, DESK).await
}

async fn find_and_export_stay_in_reach_on_a_phone(page: Page) -> Result {
    in_reach(&page, PHONE).await
}

/// Far down the buttons are on the band, in front of it and beside its words; at the top they are in the toolbar.
async fn in_reach(page: &Page, screen: Screen) -> Result {
    const REACHED: &str = "
        const box = (selector) => document.querySelector(selector).getBoundingClientRect();
        const [band, words] = [box('.band'), box('.band-word')];
        return ['#find-button', '#export-button'].every(selector => {
            const { left, right, top, bottom } = box(selector);
            const over = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
            return top >= band.top && bottom <= band.bottom && right <= words.left && over.closest(selector) !== null;
        })";
    const AT_TOP: &str = "
        const { top } = document.querySelector('#export').getBoundingClientRect();
        return top >= 0 && top < innerHeight / 2";
    const STAYS: &str = "
        const { top } = document.querySelector('#paragraph-4').getBoundingClientRect();
        return Math.abs(top - arguments[0]) < 3";
    const NUMBER: &str = "return getComputedStyle(document.querySelector('.band'), '::after').content";
    example_on(page, screen).await?;
    assert_eq!(page.run::<String>(NUMBER, &[]).await?, "none", "the title says the number");
    let down = "scrollTo({ top: 1500, behavior: 'instant' })";
    page.run::<()>(down, &[]).await?;
    page.until("both are on the band", REACHED, &[]).await?;
    let number: String = page.run(NUMBER, &[]).await?;
    assert_eq!(number.contains("07PORTCALDER412") || number.contains("attr("), screen.width >= 720, "{number}");
    page.open_find().await?;
    page.click("Close find").await?;
    page.run::<()>(down, &[]).await?;
    page.until("both are on the band", REACHED, &[]).await?;
    let read = place(page, "#paragraph-4").await?.top;
    page.click("Export").await?;
    page.until("it is drawn out", AT_TOP, &[]).await?;
    page.until("what was read stays where it is", STAYS, &[read.into()]).await?;
    page.press(Key::Escape).await?;
    page.until("it stays when Export is put away", STAYS, &[read.into()]).await?;
    page.run::<()>("scrollTo({ top: 0, behavior: 'instant' })", &[]).await?;
    let in_toolbar = "return document.querySelector('#find-button').getBoundingClientRect().bottom
        <= document.querySelector('.band').getBoundingClientRect().top";
    page.until("both are in the toolbar", in_toolbar, &[]).await
}

/// The tabs stay while the panel below them scrolls.
async fn the_tabs_stay_in_sight(page: Page) -> Result {
    example_on(&page, DESK).await?;
    page.click("Glossary").await?;
    let tabs = place(&page, ".tabs").await?;
    page.run::<()>("document.querySelector('.inspector').scrollTo({ top: 400, behavior: 'instant' })", &[]).await?;
    assert!(page.run::<u32>("return document.querySelector('.inspector').scrollTop", &[]).await? > 0, "it scrolls");
    assert_eq!(place(&page, ".tabs").await?.top, tabs.top);
    Ok(())
}

/// Summary and Comment are beside each other where both are wide enough, and on a wide screen the inspector is no wider
/// than is readable.
async fn lines_have_some_words_and_no_more(page: Page) -> Result {
    example_on(&page, DESK).await?;
    for (width, is_beside) in [(1280, false), (1440, true), (1920, true)] {
        page.browser.set_screen(Screen { width, ..DESK }).await?;
        let (summary, comment) = (place(&page, "#summary").await?, place(&page, "#comment").await?);
        assert_eq!(comment.left > summary.right, is_beside, "{width}: {summary:?} and {comment:?}");
        assert!(summary.right - summary.left >= 320.0, "{width}: {summary:?}");
        let inspector = place(&page, ".tab-panel:not([hidden])").await?;
        assert!(inspector.right - inspector.left <= 641.0, "{width}: {inspector:?}");
    }
    Ok(())
}

/// At a desk a line of 69 characters is not wrapped while Source is shown; other tabs leave the text its width.
async fn source_has_room_for_its_lines(page: Page) -> Result {
    const LINES: &str = "
        const lines = document.querySelector('.source > .source-group');
        return Math.round(lines.getBoundingClientRect().height / parseFloat(getComputedStyle(lines).lineHeight))";
    let width = async |selector| {
        Ok::<_, Box<dyn std::error::Error + Send + Sync>>({
            let place = place(&page, selector).await?;
            place.right - place.left
        })
    };
    page.browser.set_screen(DESK).await?;
    let row = "ROPES ".repeat(12);
    let text = row.get(..69).unwrap_or_default();
    page.paste(text).await?;
    page.shows(text.as_bytes()).await?;
    let before = width(".masthead").await?;
    page.click("Source").await?;
    assert_eq!(page.run::<u32>(LINES, &[]).await?, 1, "the line is not wrapped");
    assert!(width(".masthead").await? >= 520.0, "the text keeps some words in a line");
    page.click("Glossary").await?;
    assert_eq!(width(".masthead").await?, before);
    Ok(())
}

async fn a_long_comment_stands_below_its_summary(page: Page) -> Result {
    page.browser.set_screen(DESK).await?;
    for (words, is_below) in [(20, false), (600, true)] {
        let text = format!(
            "R 101200Z JUN 09\nFM AMEMBASSY TARSIS\nTO SECSTATE WASHDC\n\nUNCLAS TARSIS 000417\n\nTAGS: EWWT\nSUBJECT: ROPES\n\n\
             1. (U) Summary: Ropes are dear. End Summary.\n\n2. (U) Comment: {}End Comment.\n",
            "All of it holds. ".repeat(words)
        );
        page.paste(&text).await?;
        page.shows(text.as_bytes()).await?;
        let (summary, comment) = (place(&page, "#summary").await?, place(&page, "#comment").await?);
        assert_eq!(comment.top >= summary.bottom, is_below, "{summary:?} and {comment:?}");
    }
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

/// WCAG 1.4.10: the page scrolls in only one direction, down to 320 pixels, and nothing is cut. Source may scroll by
/// itself where its lines are not wrapped.
async fn nothing_scrolls_sideways(page: Page) -> Result {
    for state in STATES {
        page.browser.refresh().await?;
        page.ready().await?;
        page.enter(state).await?;
        for screen in [DESK, TABLET, PHONE, NARROW] {
            page.browser.set_screen(screen).await?;
            let told = |error| format!("{}: {error}", state.name);
            fits(&page, screen).await.map_err(told)?;
            assert_eq!(page.run::<Vec<String>>(CUT, &[]).await?, Vec::<String>::new(), "{}, {screen:?}", state.name);
        }
    }
    Ok(())
}

async fn long_words_break(page: Page) -> Result {
    page.browser.set_screen(NARROW).await?;
    let long = format!("SUBJECT: {}\nTAGS: {}\n\n1. (U) {}", "A".repeat(300), "B".repeat(300), "C".repeat(900));
    page.drop_file("a-rather-long-name-of-a-file-that-will-be-opened-and-named-in-the-last-line.txt", long.as_bytes())
        .await?;
    page.shows(long.as_bytes()).await?;
    fits(&page, NARROW).await
}

/// WCAG 1.4.12: all text still fits with lines, paragraphs, letters and words further apart, as a reader may set them.
async fn text_with_more_space(page: Page) -> Result {
    const SPREAD: &str = "
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
            p { margin-block-end: 2em !important }`);
        document.adoptedStyleSheets.push(sheet);
        return getComputedStyle(document.querySelector('button')).letterSpacing";
    for state in STATES {
        page.browser.refresh().await?;
        page.ready().await?;
        let spacing: String = page.run(SPREAD, &[]).await?;
        assert!(spacing.ends_with("px") && spacing != "0px", "the letters stand further apart: {spacing}");
        page.enter(state).await?;
        for screen in [DESK, NARROW] {
            page.browser.set_screen(screen).await?;
            fits(&page, screen).await.map_err(|error| format!("{}: {error}", state.name))?;
            assert_eq!(page.run::<Vec<String>>(CUT, &[]).await?, Vec::<String>::new(), "{}, {screen:?}", state.name);
        }
    }
    Ok(())
}

/// Text that is cut off, in a box that hides what does not fit.
const CUT: &str = "
    const hides = (e) => { const { overflowX, overflowY } = getComputedStyle(e); return [overflowX, overflowY].some(o => o === 'hidden' || o === 'clip') };
    return [...document.querySelectorAll('body *')]
        .filter(e => e.checkVisibility() && !e.closest('.visually-hidden, input') && hides(e))
        .filter(e => e.scrollHeight > e.clientHeight + 1 || e.scrollWidth > e.clientWidth + 1)
        .map(e => e.outerHTML.slice(0, 120))";

async fn fits(page: &Page, screen: Screen) -> Result {
    const WIDTH: &str = "return document.documentElement.scrollWidth";
    const WIDE: &str = "
        return [...document.querySelectorAll('body *')]
            .filter(e => e.getBoundingClientRect().right > innerWidth + 1)
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
    example_on(&page, DESK).await?;
    page.run::<()>("document.documentElement.style.fontSize = '200%'", &[]).await?;
    fits(&page, DESK).await?;
    assert_eq!(page.run::<Vec<String>>(CUT, &[]).await?, Vec::<String>::new());
    Ok(())
}
