//! Where Find shows its hits outside of the text: in the title and the header, in Source, beside the scroll bar.

use crate::find::{TEXT, ask, find, looks_at, many_paragraphs, opened};
use crate::runner::{Group, Wants, tests};
use e2e::media::PHONE;
use e2e::{Page, Result};

pub const GROUP: Group = Group {
    name: "hits",
    browser: Wants::Any,
    tests: tests![
        what_stands_outside_of_paragraphs_is_marked_in_its_place,
        each_hit_in_the_title_is_marked,
        what_the_page_shows_nowhere_else_is_shown_in_source,
        beside_the_scroll_bar,
        the_text_has_room_on_a_phone: [NarrowScreen],
    ],
};

async fn what_stands_outside_of_paragraphs_is_marked_in_its_place(page: Page) -> Result {
    const MARKED: &str = "
        const ranges = [...CSS.highlights.get('found-here')];
        const ids = ranges.map(range => range.startContainer.parentElement.closest('[id]').id);
        return ranges.length > 0 && ranges.every(range => range.toString() === arguments[1])
            && ids[0].startsWith(arguments[0])";
    const CHECKS: &str = "return document.querySelector('[aria-selected=true]').textContent";
    let text = TEXT.replace("2. (U)", "The Lamps\n---------\n\n2. (U)");
    opened(&page, &text).await?;
    // The title contains the word twice, the heading once.
    let cases = [
        ("ewwt", "1 of 1", "field-", "EWWT"),
        ("lamp for", "1 of 1", "subject", "LAMP FOR"),
        ("the lamps", "1 of 2", "heading-2", "The Lamps"),
        ("secstate", "1 of 1", "field-", "SECSTATE"),
    ];
    for (words, count, id, written) in cases {
        find(&page, words, count).await?;
        page.until(&format!("{words:?} is marked"), MARKED, &[id.into(), written.into()]).await?;
        looks_at(&page, written).await?;
    }
    // This waits longer than the page does before it opens Source.
    page.settled().await?;
    assert_eq!(page.run::<String>(CHECKS, &[]).await?, "Checks");
    Ok(())
}

/// Each occurrence of a word in the title is a place of its own, whatever is compared and however letters are folded.
async fn each_hit_in_the_title_is_marked(page: Page) -> Result {
    const TITLE: &str = "\u{130}STANBUL: TURMOIL IN OIL, Oil and CAF\u{c9}, caf\u{e9} aaaa";
    const BEGINS: &str = "
        const [place, ...others] = arguments;
        const begins = layer => [...CSS.highlights.get(layer)]
            .filter(range => range.startContainer.parentElement.closest('h1')).map(range => range.startOffset);
        return begins('found-here')[0] === place && begins('found-1').join() === others.join()";
    opened(&page, &TEXT.replace("A LAMP FOR THE HARBOR", TITLE)).await?;
    let begins = |word: &str| -> Vec<usize> {
        TITLE.match_indices(word).map(|(at, _)| TITLE[..at].encode_utf16().count()).collect()
    };
    for (words, control, places) in [
        ("oil", None, [begins("OIL"), begins("Oil")].concat()),
        ("oil", Some("Whole words"), [begins("OIL")[1..].to_vec(), begins("Oil")].concat()),
        ("Oil", Some("Match case"), begins("Oil")),
        ("cafe", None, [begins("CAF"), begins("caf")].concat()),
        ("aa", None, vec![begins("aaaa")[0], begins("aaaa")[0] + 2]),
    ] {
        if let Some(control) = control {
            page.click(control).await?;
        }
        ask(&page, words).await?;
        for (number, place) in places.iter().enumerate() {
            if number > 0 {
                page.click("Next hit").await?;
            }
            let others = places.iter().filter(|other| *other != place);
            let begin: Vec<_> = [place].into_iter().chain(others).map(|&at| at.into()).collect();
            page.until(&format!("hit {number} of {words:?} is marked at {place}"), BEGINS, &begin).await?;
        }
        if let Some(control) = control {
            page.click(control).await?;
        }
    }
    Ok(())
}

async fn what_the_page_shows_nowhere_else_is_shown_in_source(page: Page) -> Result {
    opened(&page, TEXT).await?;
    find(&page, "subject:", "1 of 1").await?;
    page.until("Source is open", "return document.querySelector('[aria-selected=true]').textContent === 'Source'", &[])
        .await?;
    looks_at(&page, "SUBJECT:").await
}

/// A needle is in the last tenth of the text, hay everywhere.
async fn beside_the_scroll_bar(page: Page) -> Result {
    const LINES: &str = "
        const [from, to, most] = arguments;
        // A shape has the lines of a colour, each from where it begins.
        const drawn = [...document.querySelectorAll('.hit-rail path')].map(shape => shape.getAttribute('d')).join('');
        const shares = [...drawn.matchAll(/M-1 ([0-9.]+)/g)].map(([, top]) => Number(top) / innerHeight);
        return shares.length > 0 && shares.length <= most && Math.min(...shares) >= from && Math.max(...shares) <= to";
    opened(&page, &many_paragraphs(1_900)).await?;
    find(&page, "needle", "1 of 1").await?;
    // There is the line itself, and the mark of the current hit.
    page.until("one place is marked", LINES, &[0.9.into(), 1.into(), 2.into()]).await?;
    find(&page, "hay", "1 of 1,999").await?;
    page.until("lines are marked, not hits", LINES, &[0.into(), 1.into(), 260.into()]).await?;
    find(&page, "straw", "No hits").await?;
    page.until("none is", "return document.querySelectorAll('.hit-rail path').length === 0", &[]).await
}

/// Bar and marking together stay above the first quarter of the screen, and the marking stays in sight.
async fn the_text_has_room_on_a_phone(page: Page) -> Result {
    const ROOM: &str = "
        const { bottom: below, top } = document.querySelector('.band').getBoundingClientRect();
        const bar = document.querySelector('search').getBoundingClientRect();
        return scrollY > 0 && bar.top === 0 && Math.abs(top - bar.bottom) < 2 && below < innerHeight / 4";
    page.browser.set_screen(PHONE).await?;
    opened(&page, TEXT).await?;
    find(&page, "dear", "1 of 1").await?;
    page.until("text stands in three quarters of the screen", ROOM, &[]).await?;
    looks_at(&page, "dear").await
}
