//! Addresses of paragraphs and of quotations in them: they are written, copied and followed, and survive a reload.

use crate::runner::{Group, Wants, tests};
use e2e::{Page, Result};
use serde_json::Value;

pub const GROUP: Group = Group {
    name: "permalinks",
    browser: Wants::Any,
    tests: tests![
        a_number_is_a_link,
        the_same_text_opened_again_is_at_its_place,
        what_is_quoted_is_marked,
        a_link_is_copied,
        a_selection_is_copied_as_a_link,
        the_empty_page_knows_of_the_link,
        back_and_forward,
        between_telegrams,
        unnumbered_and_repeated,
        where_nothing_is,
        another_text_begins_afresh,
        a_link_leads_there_again,
        steps_of_a_former_text_lead_nowhere,
    ],
};

const TEXT: &str = "FM AMEMBASSY TARSIS\nSUBJECT: A LAMP\n\n\
    ¶1. (C) Summary: The lamp is lit. End Summary.\n\n\
    ¶2. (U) The keeper of the north\nreef lamp said that the Caf\u{e9} \u{1D11E} would close.\n\nTARSIS 00000412  002 OF 002\n\n\
    and so it did.\n\n¶3. (U) Points:\n\nBEGIN POINTS:\n\n1. One.\n\n2. Two.\n\nEND POINTS.\n\n¶4. (C) The lamps are dear.\n";

/// Opens a text under a fragment, after a reload as by a person.
async fn opened_at(page: &Page, fragment: &str, text: &str) -> Result {
    page.browser.goto(format!("{}#{fragment}", page.address)).await?;
    page.browser.refresh().await?;
    page.ready().await?;
    page.paste(text).await?;
    page.shows(text.as_bytes()).await
}

async fn opened(page: &Page) -> Result {
    page.paste(TEXT).await?;
    page.shows(TEXT.as_bytes()).await
}

/// Waits until a paragraph is the target of the address: marked, with the keyboard, on the screen.
async fn is_at(page: &Page, paragraph: usize) -> Result {
    const AT: &str = "
        const all = [...document.querySelectorAll('.paragraph.at')].map(e => e.id);
        const e = document.activeElement, box = e.getBoundingClientRect();
        return all.length === 1 && all[0] === arguments[0] && e.id === arguments[0] && box.bottom > 0 && box.top < innerHeight";
    page.until(&format!("paragraph {paragraph} is led to"), AT, &[format!("paragraph-{paragraph}").into()]).await
}

async fn fragment(page: &Page) -> Result<String> {
    page.run("return location.hash.slice(1)", &[]).await
}

/// Waits until these words are marked as quoted, and are on the screen.
async fn quotes(page: &Page, words: &str) -> Result {
    const QUOTES: &str = "
        const ranges = [...CSS.highlights.get('quoted')];
        if (arguments[0] === '') return ranges.length === 0;
        const box = ranges[0]?.getBoundingClientRect();
        return ranges.length === 1 && ranges[0].toString() === arguments[0] && box.top >= 0 && box.bottom <= innerHeight";
    page.until(&format!("{words:?} is quoted"), QUOTES, &[words.into()]).await
}

async fn a_number_is_a_link(page: Page) -> Result {
    opened(&page).await?;
    page.one("#paragraph-2 .paragraph-number").await?.click().await?;
    is_at(&page, 2).await?;
    assert_eq!(fragment(&page).await?, "p2");
    page.one("#paragraph-6 .paragraph-number").await?.click().await?;
    is_at(&page, 6).await?;
    assert_eq!(fragment(&page).await?, "p4");
    assert_eq!(page.errors().await?, Vec::<String>::new());
    Ok(())
}

async fn the_same_text_opened_again_is_at_its_place(page: Page) -> Result {
    opened_at(&page, "p2", TEXT).await?;
    is_at(&page, 2).await?;
    page.browser.refresh().await?;
    page.ready().await?;
    page.drop_file("lamp.txt", TEXT.as_bytes()).await?;
    page.shows(TEXT.as_bytes()).await?;
    is_at(&page, 2).await?;
    // Other line ends change nothing.
    let wrapped = TEXT.replace("north\nreef", "north reef").replace("said that", "said\nthat");
    opened_at(&page, "p2:4-26", &wrapped).await?;
    quotes(&page, "keeper of the north re").await
}

async fn what_is_quoted_is_marked(page: Page) -> Result {
    let cases = [
        ("p2:18-33", 2, "north reef lamp"),
        // Across the page marker; the clef is one character, but two UTF-16 units.
        ("p2:48-74", 2, "Café \u{1D11E} would close. and so"),
        // A paragraph that is also shown above is unfolded.
        ("p1:9-17", 1, "The lamp"),
    ];
    for (address, paragraph, words) in cases {
        opened_at(&page, address, TEXT).await?;
        is_at(&page, paragraph).await?;
        let text: String = page
            .run("return document.querySelector(`#paragraph-${arguments[0]} .prose`).textContent", &[paragraph.into()])
            .await?;
        let (from, to) = address.split_once(':').and_then(|(_, range)| range.split_once('-')).ok_or("a range")?;
        let (from, to): (usize, usize) = (from.parse()?, to.parse()?);
        let said: String = text.chars().skip(from).take(to - from).collect();
        quotes(&page, &said).await?;
        assert_eq!(said, words);
    }
    Ok(())
}

/// Captures what the page puts on the clipboard, which the browser keeps from other scripts.
async fn copied(page: &Page, click: impl Future<Output = Result>) -> Result<String> {
    const WATCH: &str = "
        window.copied = null;
        navigator.clipboard.writeText = async (text) => { window.copied = text }";
    page.run::<()>(WATCH, &[]).await?;
    click.await?;
    page.until("it is copied", "return window.copied !== null", &[]).await?;
    page.run("return window.copied", &[]).await
}

async fn a_link_is_copied(page: Page) -> Result {
    opened(&page).await?;
    page.one("#paragraph-2 .paragraph-number").await?.click().await?;
    is_at(&page, 2).await?;
    let link = copied(&page, async { Ok(page.within("#paragraph-2", "Copy link").await?.click().await?) }).await?;
    assert_eq!(link, format!("{}#p2", page.address));
    Ok(())
}

async fn a_selection_is_copied_as_a_link(page: Page) -> Result {
    const SELECT: &str = "
        const prose = document.querySelector('#paragraph-2 .prose'), walker = document.createTreeWalker(prose, 4);
        const [from, to] = arguments;
        let at = 0, range = document.createRange();
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
            if (at <= from && from < at + node.length) range.setStart(node, from - at);
            if (at < to && to <= at + node.length) range.setEnd(node, to - at);
            at += node.length;
        }
        getSelection().removeAllRanges();
        getSelection().addRange(range)";
    opened(&page).await?;
    page.one("#paragraph-2 .paragraph-number").await?.click().await?;
    is_at(&page, 2).await?;
    // In UTF-16 units the clef is two.
    page.run::<()>(SELECT, &[44.into(), 57.into()]).await?;
    let link = copied(&page, async { Ok(page.within("#paragraph-2", "Copy link").await?.click().await?) }).await?;
    assert_eq!(link, format!("{}#p2:44-56", page.address));
    let selected: String = page.run("return getSelection().toString()", &[]).await?;
    let (_, address) = link.split_once('#').ok_or("a fragment")?;
    opened_at(&page, address, TEXT).await?;
    quotes(&page, &selected).await?;
    // The words marked by the link are copied without being selected.
    let again = copied(&page, async { Ok(page.within("#paragraph-2", "Copy link").await?.click().await?) }).await?;
    assert_eq!(again, link);
    let citing = async { Ok(page.within("#paragraph-2", "Copy with citation").await?.click().await?) };
    let quotation = copied(&page, citing).await?;
    assert!(quotation.starts_with(&format!("\u{201c}{}", selected.trim())), "{quotation}");
    Ok(())
}

/// A link by itself brings no text: the page says what to do.
async fn the_empty_page_knows_of_the_link(page: Page) -> Result {
    const SAYS: &str = "return document.querySelector('main').textContent.includes('The link leads to a paragraph.')";
    for (fragment, says) in [("p2", true), ("2.p4:3-9", true), ("", false), ("main", false)] {
        page.browser.goto(format!("{}#{fragment}", page.address)).await?;
        page.browser.refresh().await?;
        page.ready().await?;
        assert_eq!(page.run::<bool>(SAYS, &[]).await?, says, "{fragment}");
    }
    opened_at(&page, "p2", TEXT).await?;
    is_at(&page, 2).await?;
    page.click("Close").await?;
    page.until("it is closed", "return document.querySelector('.empty-page') !== null", &[]).await?;
    assert!(!page.run::<bool>(SAYS, &[]).await?, "it was followed");
    Ok(())
}

async fn back_and_forward(page: Page) -> Result {
    opened(&page).await?;
    for paragraph in [2, 3, 6] {
        page.one(&format!("#paragraph-{paragraph} .paragraph-number")).await?.click().await?;
        is_at(&page, paragraph).await?;
    }
    page.browser.back().await?;
    is_at(&page, 3).await?;
    page.browser.back().await?;
    is_at(&page, 2).await?;
    page.browser.forward().await?;
    is_at(&page, 3).await?;
    page.browser.back().await?;
    page.browser.back().await?;
    page.until("nothing is led to", "return document.querySelector('.paragraph.at') === null", &[]).await
}

async fn between_telegrams(page: Page) -> Result {
    const SHOWS: &str = "
        const rows = [...document.querySelectorAll('.library tbody tr')];
        return rows.findIndex(row => row.classList.contains('is-shown')) === arguments[0]";
    let (_, text) = crate::panels::fixture("two-telegrams.txt")?;
    opened_at(&page, "2.p1", &text).await?;
    page.until("the second is shown", SHOWS, &[1.into()]).await?;
    is_at(&page, 1).await?;
    page.click("Previous").await?;
    page.until("the first is shown", SHOWS, &[0.into()]).await?;
    assert_eq!(fragment(&page).await?, "1");
    page.one("#paragraph-1 .paragraph-number").await?.click().await?;
    is_at(&page, 1).await?;
    assert_eq!(fragment(&page).await?, "1.p1");
    page.browser.back().await?;
    page.browser.back().await?;
    page.until("the second is shown", SHOWS, &[1.into()]).await?;
    is_at(&page, 1).await?;
    page.browser.forward().await?;
    page.browser.forward().await?;
    page.until("the first is shown", SHOWS, &[0.into()]).await?;
    is_at(&page, 1).await
}

async fn unnumbered_and_repeated(page: Page) -> Result {
    const LINKS: &str = "return [...document.querySelectorAll('.paragraph-number')].map(a => a.getAttribute('href'))";
    opened(&page).await?;
    let links: Vec<String> = page.run(LINKS, &[]).await?;
    assert_eq!(links, ["#p1", "#p2", "#p3", "#p3+1", "#p3+2", "#p4"]);
    opened_at(&page, "p3+2", TEXT).await?;
    is_at(&page, 5).await
}

/// An address that leads nowhere is reported, and moves nothing.
async fn where_nothing_is(page: Page) -> Result {
    const SAYS: &str = "return document.querySelector('.live-region').textContent.includes(arguments[0])";
    opened_at(&page, "p9", TEXT).await?;
    page.until("it is said", SAYS, &["no paragraph at #p9".into()]).await?;
    opened_at(&page, "p2:9000-9001", TEXT).await?;
    page.until("it is said", SAYS, &["shorter than this address says".into()]).await?;
    is_at(&page, 2).await?;
    quotes(&page, "").await?;
    for fragment in ["main", "%70%31", "p2:9", "javascript:x"] {
        opened_at(&page, fragment, TEXT).await?;
        let at: Vec<Value> =
            page.run("return [...document.querySelectorAll('.paragraph.at')].map(e => e.id)", &[]).await?;
        assert!(at.is_empty(), "{fragment}: {at:?}");
    }
    Ok(())
}

/// The address belongs to the text that it was made in.
async fn another_text_begins_afresh(page: Page) -> Result {
    opened_at(&page, "p2", TEXT).await?;
    is_at(&page, 2).await?;
    let other = TEXT.replace("LAMP", "LANTERN");
    page.paste(&other).await?;
    page.shows(other.as_bytes()).await?;
    page.until("the address is clear", "return location.hash === ''", &[]).await?;
    page.until("it is at its top", "return scrollY === 0 && document.querySelector('.paragraph.at') === null", &[])
        .await
}

async fn a_link_leads_there_again(page: Page) -> Result {
    opened(&page).await?;
    for _ in 0..2 {
        page.one("#paragraph-6 .paragraph-number").await?.click().await?;
        is_at(&page, 6).await?;
        page.run::<()>("scrollTo({ top: 0, behavior: 'instant' }); document.getElementById('main').focus()", &[])
            .await?;
        assert_eq!(fragment(&page).await?, "p4");
    }
    Ok(())
}

async fn steps_of_a_former_text_lead_nowhere(page: Page) -> Result {
    opened(&page).await?;
    page.one("#paragraph-2 .paragraph-number").await?.click().await?;
    is_at(&page, 2).await?;
    page.one("#paragraph-6 .paragraph-number").await?.click().await?;
    is_at(&page, 6).await?;
    let other = TEXT.replace("LAMP", "LANTERN");
    page.paste(&other).await?;
    page.shows(other.as_bytes()).await?;
    page.until("the address is clear", "return location.hash === ''", &[]).await?;
    page.browser.back().await?;
    page.until("the step is taken", "return location.hash === '#p2'", &[]).await?;
    let led: bool = page.run("return document.querySelector('.paragraph.at') !== null", &[]).await?;
    assert!(!led, "it leads into the text that was open before");
    // A link within this text works.
    page.one("#paragraph-6 .paragraph-number").await?.click().await?;
    is_at(&page, 6).await
}
