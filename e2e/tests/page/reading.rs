//! Reading: portions, the outline, references, marks in the text, writing from right to left.

use crate::runner::{Group, Wants, tests};
use crate::taking::KEEP;
use e2e::media::{DESK, PHONE};
use e2e::page::Key;
use e2e::{Page, Result};
use serde_json::json;

pub const GROUP: Group = Group {
    name: "reading",
    browser: Wants::Any,
    tests: tests![
        portions_are_hidden_and_shown,
        hits_in_hidden_paragraphs,
        what_is_hidden_is_not_copied,
        a_link_to_a_hidden_paragraph,
        summary_and_comment_follow,
        the_choice_ends_with_the_text,
        the_outline_leads,
        the_outline_is_folded_on_a_phone: [NarrowScreen],
        references_lead_both_ways,
        a_reference_is_named_in_full,
        a_reference_opens_its_telegram,
        marks_are_no_text,
        the_mark_of_a_heading_is_a_mark,
        who_sends_is_no_other,
        tables_keep_their_columns,
        nothing_is_turned_around,
    ],
};

const TEXT: &str = "FM AMEMBASSY TARSIS\nTO SECSTATE WASHDC\n\nS E C R E T TARSIS 000412\n\nTAGS: PREL\n\
    SUBJECT: THE LAMP\n\nREF: A. 07 TARSIS 301\n     B. STATE 12345\n\n\
    ¶1. (S) Summary: The lamp is lit. End Summary.\n\n\
    THE LAMP\n--------\n\n¶2. (U) It was dark (ref A).\n\n¶3. (S) The oil is dear.\n\n¶4. (S) The keeper has oil:\n\nBEGIN POINTS:\n\n1. In the tower.\n\n2. In the boat.\n\nEND POINTS.\n\n\
    (C) THE KEEPER\n--------------\n\n¶5. (C) She is old (refs A and B). Septel tells more.\n\n¶6. She has no lamp oil of her own.\n\n\
    ¶7. (C) Comment: So it goes. End Comment.\n";

async fn opened(page: &Page) -> Result {
    page.paste(TEXT).await?;
    page.shows(TEXT.as_bytes()).await
}

/// The numbers and lines of the body, in order.
async fn body(page: &Page) -> Result<Vec<String>> {
    const BODY: &str = "
        const all = document.querySelectorAll('#body :is(.paragraph-number, .hidden-line)');
        return [...all].map(e => e.matches('a') ? e.textContent : e.firstChild.textContent)";
    page.run(BODY, &[]).await
}

async fn toggle(page: &Page, name: &str) -> Result {
    Ok(page.within(".portion-filter", name).await?.click().await?)
}

async fn portions_are_hidden_and_shown(page: Page) -> Result {
    const NAMES: &str = "return [...document.querySelectorAll('.portion-filter button')].map(e => e.textContent)";
    const SAYS: &str = "return document.querySelector('.portion-filter [role=status]').textContent === arguments[0]";
    opened(&page).await?;
    assert_eq!(page.run::<Vec<String>>(NAMES, &[]).await?, ["no mark 1", "U 1", "C 2", "S 5"]);
    toggle(&page, "S 5").await?;
    page.until("it is said", SAYS, &["5 paragraphs (S) hidden".into()]).await?;
    let without = ["1 paragraph (S) hidden", "2", "4 paragraphs (S) hidden", "5", "6", "7"];
    assert_eq!(body(&page).await?, without);
    toggle(&page, "no mark 1").await?;
    page.until("it is said", SAYS, &["6 paragraphs (no mark, S) hidden".into()]).await?;
    toggle(&page, "no mark 1").await?;
    // Headings stay, and the line brings back the paragraphs that it stands for.
    let headings: Vec<String> =
        page.run("return [...document.querySelectorAll('.body-heading')].map(e => e.textContent)", &[]).await?;
    assert_eq!(headings, ["THE LAMP", "(C) THE KEEPER"]);
    page.browser.execute("document.querySelectorAll('#body .hidden-line button')[1].click()", vec![]).await?;
    page.until("it has the keyboard", "return document.activeElement.id === 'paragraph-3'", &[]).await?;
    page.until("nothing is hidden", SAYS, &["".into()]).await?;
    assert_eq!(body(&page).await?, ["1", "2", "3", "4", "1", "2", "5", "6", "7"]);
    Ok(())
}

async fn what_is_hidden_is_not_copied(page: Page) -> Result {
    const SAYS: &str =
        "return document.querySelector('.live-region').textContent === 'Nothing was copied: all of Summary is hidden.'";
    page.run::<()>(KEEP, &[]).await?;
    opened(&page).await?;
    toggle(&page, "S 5").await?;
    page.click("Copy Summary").await?;
    page.until("it is said", SAYS, &[]).await?;
    assert!(page.run::<bool>("return window.copied === undefined", &[]).await?);
    Ok(())
}

async fn hits_in_hidden_paragraphs(page: Page) -> Result {
    const SAYS: &str = "return document.querySelector('search [role=status]').textContent === arguments[0]";
    opened(&page).await?;
    toggle(&page, "S 5").await?;
    page.open_find().await?;
    page.labelled("Find in this text").await?.send_keys("oil").await?;
    page.until("it counts", SAYS, &["1 of 3 · 2 in hidden paragraphs".into()]).await?;
    let shown = ["1 paragraph (S) hidden", "2", "3", "3 paragraphs (S) hidden", "5", "6", "7"];
    let is = "
        const all = document.querySelectorAll('#body :is(.paragraph-number, .hidden-line)');
        return JSON.stringify([...all].map(e => e.matches('a') ? e.textContent : e.firstChild.textContent)) === arguments[0]";
    page.until("the paragraph of the hit is shown", is, &[serde_json::to_string(&shown)?.into()]).await?;
    page.press(Key::Enter).await?;
    page.press(Key::Enter).await?;
    page.until("it counts", SAYS, &["3 of 3 · 2 in hidden paragraphs".into()]).await?;
    let hidden = ["1 paragraph (S) hidden", "2", "4 paragraphs (S) hidden", "5", "6", "7"];
    page.until("it is hidden again", is, &[serde_json::to_string(&hidden)?.into()]).await
}

async fn a_link_to_a_hidden_paragraph(page: Page) -> Result {
    opened(&page).await?;
    toggle(&page, "S 5").await?;
    page.run::<()>("location.hash = 'p4'", &[]).await?;
    page.until("it is shown", "return document.activeElement.id === 'paragraph-4'", &[]).await?;
    let said: String =
        page.run("return document.activeElement.querySelector('.paragraph-tools').textContent", &[]).await?;
    assert_eq!(said, "This paragraph is in a hidden portion; it is shown because a link or a search led to it.");
    Ok(())
}

async fn summary_and_comment_follow(page: Page) -> Result {
    opened(&page).await?;
    toggle(&page, "S 5").await?;
    let seen = page.seen().await?;
    assert_eq!((seen.summary.len(), seen.comment.len()), (0, 1));
    let line: String =
        page.run("return document.querySelector('#summary .hidden-line').firstChild.textContent", &[]).await?;
    assert_eq!(line, "1 paragraph (S) hidden");
    Ok(())
}

async fn the_choice_ends_with_the_text(page: Page) -> Result {
    opened(&page).await?;
    toggle(&page, "S 5").await?;
    let other = TEXT.replace("goes", "went");
    page.paste(&other).await?;
    page.shows(other.as_bytes()).await?;
    assert_eq!(body(&page).await?, ["1", "2", "3", "4", "1", "2", "5", "6", "7"]);
    Ok(())
}

/// It is in the margin, as those of paragraphs are, and not in the outline.
async fn the_mark_of_a_heading_is_a_mark(page: Page) -> Result {
    const MARK: &str = "
        const [mark, text] = ['#body .heading-mark:not(:empty)', '#body .prose'].map(one => document.querySelector(one));
        const { right } = mark.getBoundingClientRect();
        return [mark.textContent, right <= text.getBoundingClientRect().left]";
    page.browser.set_screen(DESK).await?;
    opened(&page).await?;
    let mark: (String, bool) = page.run(MARK, &[]).await?;
    assert_eq!(mark, ("(C)".to_owned(), true));
    Ok(())
}

async fn who_sends_is_no_other(page: Page) -> Result {
    let text = TEXT.replace("WASHDC\n", "WASHDC\nINFO AMEMBASSY TARSIS\nAMEMBASSY ROE\n");
    page.paste(&text).await?;
    page.shows(text.as_bytes()).await?;
    let route: String = page.run("return document.querySelector('.route').textContent", &[]).await?;
    assert!(route.ends_with(" and 1 other"), "{route}");
    Ok(())
}

async fn the_outline_leads(page: Page) -> Result {
    const LINKS: &str = "
        return [...document.querySelectorAll('nav.outline a')].map(a => `${a.textContent} ${a.getAttribute('href')}`)";
    opened(&page).await?;
    let links: Vec<String> = page.run(LINKS, &[]).await?;
    assert_eq!(links, ["1Summary #p1", "2THE LAMP #p2", "5THE KEEPER #p5", "7Comment #p7"]);
    page.one("nav.outline li:nth-child(3) a").await?.click().await?;
    page.until("it is there", "return document.activeElement.id === 'paragraph-7'", &[]).await?;
    page.settled().await?;
    page.browser.back().await?;
    page.until("one step takes it back", "return location.hash === ''", &[]).await?;
    let one = "SUBJECT: X\n\n1. (U) Text.\n\n2. (U) Text.";
    page.paste(one).await?;
    page.shows(one.as_bytes()).await?;
    assert!(page.run::<bool>("return document.querySelector('nav.outline') === null", &[]).await?);
    Ok(())
}

async fn the_outline_is_folded_on_a_phone(page: Page) -> Result {
    const SHOWN: &str = "return document.querySelector('nav.outline a').checkVisibility()";
    page.browser.set_screen(PHONE).await?;
    opened(&page).await?;
    assert!(!page.run::<bool>(SHOWN, &[]).await?);
    page.click("Outline").await?;
    page.until("it is unfolded", SHOWN, &[]).await
}

async fn references_lead_both_ways(page: Page) -> Result {
    const LINKS: &str = "return [...document.querySelectorAll('#body .reference-link')].map(a => a.textContent)";
    const CITED: &str = "
        return [...document.querySelectorAll('#references li')].map(li => [...li.querySelectorAll('.cited a')].map(a => a.textContent))";
    opened(&page).await?;
    assert_eq!(page.run::<Vec<String>>(LINKS, &[]).await?, ["ref A", "refs A", "B"]);
    page.within("#paragraph-7", "B").await?.click().await?;
    page.until("the reference has the keyboard", "return document.activeElement.id === 'reference-2'", &[]).await?;
    assert_eq!(page.run::<Vec<Vec<String>>>(CITED, &[]).await?, [vec!["¶2", "¶5"], vec!["¶5"]]);
    page.one("#references li:nth-child(2) .cited a").await?.click().await?;
    page.until("the paragraph has the keyboard", "return document.activeElement.id === 'paragraph-7'", &[]).await?;
    let watch = "window.copied = ''; navigator.clipboard.writeText = async (text) => { window.copied = text }";
    page.run::<()>(watch, &[]).await?;
    page.click("References").await?;
    page.click("Copy number 07TARSIS301").await?;
    let copied = "return window.copied === arguments[0]";
    page.until("the number is copied", copied, &["07TARSIS301".into()]).await?;
    page.click("Copy citation of 07TARSIS301").await?;
    page.until("the citation is copied", copied, &["TARSIS, Telegram 301, 2007, 07TARSIS301.".into()]).await
}

/// References are named in full, as in Navy messages. Something that is only a reference is not called another one.
async fn a_reference_is_named_in_full(page: Page) -> Result {
    const LINKS: &str = "return [...document.querySelectorAll('#body .reference-link')].map(a => a.textContent)";
    let text =
        TEXT.replace("B. STATE 12345", "B. THE KEEPER'S BOOK").replace("(refs A and B)", "(references (a) and (b))");
    page.paste(&text).await?;
    page.shows(text.as_bytes()).await?;
    assert_eq!(page.run::<Vec<String>>(LINKS, &[]).await?, ["ref A", "references (a)", "(b)"]);
    let notes: u32 = page.run("return document.querySelectorAll('#references .entry-note').length", &[]).await?;
    assert_eq!(notes, 0);
    Ok(())
}

async fn a_reference_opens_its_telegram(page: Page) -> Result {
    let telegram = |number: u32, reference: u32| {
        format!(
            "R 1012{}Z JUN 09\nFM AMEMBASSY TARSIS\nTO SECSTATE WASHDC\n\nUNCLAS TARSIS 0004{number}\n\nE.O. 12958: N/A\n\
             TAGS: ECON\nSUBJECT: ROPES {number}\n\nREF: TARSIS 4{reference}\n\n1. The ropes are new, see reftel.\n\n",
            number + 10
        )
    };
    let text = [telegram(17, 18), telegram(18, 99)].concat();
    page.paste(&text).await?;
    page.shows(text.as_bytes()).await?;
    page.click("References").await?;
    page.click("Open it here").await?;
    let title = "return document.querySelector('h1').textContent === arguments[0]";
    page.until("the other telegram is open", title, &["ROPES 18".into()]).await?;
    let none: bool =
        page.run("return document.querySelector('.reference-offers a[href=\"#1\"]') === null", &[]).await?;
    assert!(none, "what is not open is not offered");
    page.browser.back().await?;
    page.until("it is back", title, &["ROPES 17".into()]).await
}

/// Each mark is announced and explained, and not part of the text.
async fn tables_keep_their_columns(page: Page) -> Result {
    const TABLE: &str = "FM AMEMBASSY TARSIS\nSUBJECT: QUAYS\n\n1. (U) The boats were counted:\n\
        \x20         Boats   Crews\nNorth        12       -\nSouth (new)   1      40\n\n2. (U) Nobody counts them now.\n";
    // The right edges of the words in the last column, from the left edge of the page.
    const ENDS: &str = "
        const text = document.querySelector('#body .table').firstChild;
        return ['Crews', '-', '40'].map(word => {
            const range = document.createRange();
            const at = text.data.indexOf(word);
            range.setStart(text, at);
            range.setEnd(text, at + word.length);
            return Math.round(range.getBoundingClientRect().right);
        })";
    page.paste(TABLE).await?;
    page.shows(TABLE.as_bytes()).await?;
    let ends: Vec<i64> = page.run(ENDS, &[]).await?;
    assert!(ends.iter().all(|end| (end - ends[0]).abs() <= 1), "{ends:?}");
    page.reach("#body .table").await?;
    page.until("it can be scrolled with keys", "return document.activeElement.matches('.table')", &[]).await?;
    page.open_find().await?;
    page.labelled("Find in this text").await?.send_keys("boats crews north 12").await?;
    const SAYS: &str = "return document.querySelector('search [role=status]').textContent === '1 of 1'";
    page.until("it is found across the columns", SAYS, &[]).await
}

async fn marks_are_no_text(page: Page) -> Result {
    const MARKS: &str = "
        return [...document.querySelectorAll('#body .quiet-mark')].map(e =>
            [e.textContent, e.getAttribute('aria-label'), e.title, getComputedStyle(e, '::before').content])";
    let text = "FM AMEMBASSY TARSIS\nSUBJECT: X\n\n1. (U) The post,s goats met XXXXXXXXXXXX, a [SOURCE REMOVED], at the caf\u{fffd} on\n\n\
        TARSIS 00000412  002 OF 002\n\nthe quay.\n";
    page.paste(text).await?;
    page.shows(text.as_bytes()).await?;
    let marks: Vec<[String; 4]> = page.run(MARKS, &[]).await?;
    let seen = page.seen().await?;
    let prose = "The post,s goats met XXXXXXXXXXXX, a [SOURCE REMOVED], at the caf\u{fffd} on the quay.";
    assert_eq!(seen.body[0].text, prose);
    let said: Vec<&str> = marks.iter().map(|mark| mark[1].as_str()).collect();
    let taken_out = "Taken out before this copy was published";
    let expected = ["’", taken_out, taken_out, "A character was lost before the text was saved", "page 2"];
    assert_eq!(said, expected);
    for [inner, _, title, generated] in &marks {
        assert!(inner.is_empty() && !title.is_empty() && generated.len() > 2, "{marks:?}");
    }
    let selected: String = page
        .run("getSelection().selectAllChildren(document.querySelector('#paragraph-1 .prose')); return getSelection().toString()", &[])
        .await?;
    assert_eq!(selected.trim(), prose);
    Ok(())
}

/// Text written from right to left reads so in its own place, and moves nothing around it; controls are shown.
async fn nothing_is_turned_around(page: Page) -> Result {
    // Each place of the words, with what comes before and after it in text order.
    const ORDER: &str = "
        const [selector, words] = arguments;
        const bad = [];
        for (const element of document.querySelectorAll(selector)) {
            if (!element.checkVisibility()) continue;
            const outside = element.parentElement.closest('p, li, dd, h1, span, button, div');
            const style = getComputedStyle(element);
            const isolated = /isolate|plaintext/.test(style.unicodeBidi) || !/^inline$/.test(style.display);
            if (element.textContent.includes(words) && !isolated) bad.push(element.outerHTML.slice(0, 200));
        }
        return bad";
    let words = "\u{5e0}\u{5d5}\u{200b}\u{5e8} \u{202e}12\u{202c}";
    let text = format!(
        "R 121035Z MAR 07\nFM AMEMBASSY {words}\nTO RUEHC/{words} 2210\n\nUNCLAS TARSIS 000412\n\nTAGS: PREL\n\
         SUBJECT: {words} 34\n\nREF: A. {words} 12\n\n{words}\n------\n\n1. (U) The lamp {words} 56 (ref A).\n\n\
         {words}\n------\n\n2. (U) More.\n"
    );
    page.paste(&text).await?;
    page.shows(text.as_bytes()).await?;
    for (tab, places) in [
        (
            "References",
            vec!["h1", ".route > strong", ".entry-value", ".entry-written", ".body-heading", ".outline bdi", ".prose"],
        ),
        ("Source", vec![".source", ".source-group"]),
    ] {
        page.click(tab).await?;
        for place in places {
            let bad: Vec<String> = page.run(ORDER, &[place.into(), "\u{5e0}".into()]).await?;
            assert_eq!(bad, Vec::<String>::new(), "{place}");
        }
    }
    let shown: Vec<Vec<usize>> = page
        .run(
            "return arguments[0].map(place => [...document.querySelectorAll(place)].map(e => e.querySelectorAll('.control').length))",
            &[json!(["h1", ".prose", ".route", ".body-heading", "#references .entry-value", ".source"])],
        )
        .await?;
    for (place, counts) in shown.iter().enumerate() {
        assert!(counts.iter().any(|&count| count >= 3), "place {place}: {counts:?}");
    }
    Ok(())
}
