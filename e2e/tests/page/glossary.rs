//! What codes and abbreviations mean: in the panel, and at their places by pointer, keyboard and finger; and what the
//! clocks showed.

use crate::panels::Expected;
use crate::runner::{Group, Wants, tests};
use crate::ways_in::EXAMPLE;
use cable::glossary::{Term, TermKind, term, terms};
use e2e::page::Key;
use e2e::{Engine, Page, Result};
use serde::Deserialize;
use serde_json::json;
use std::fs;
use std::path::Path;

pub const GROUP: Group = Group {
    name: "glossary",
    browser: Wants::Any,
    tests: tests![
        the_terms_of_the_document_and_no_others,
        what_is_not_known_stays_unknown,
        each_leads_to_its_first_place,
        the_card_by_pointer,
        no_card_under_a_resting_pointer,
        the_card_by_keyboard,
        the_card_by_touch: [DevTools],
        fields_have_a_card_too,
        prose_stays_prose,
        three_clocks: [TimeZone],
        every_zone_is_known,
        an_unknown_zone_has_no_clock,
    ],
};

/// An entry of the panel.
#[derive(Debug, Deserialize, PartialEq, Eq)]
struct Entry {
    code: String,
    meaning: String,
    note: String,
    count: String,
}

async fn entries(page: &Page) -> Result<Vec<Entry>> {
    const ENTRIES: &str = "
        return [...document.querySelectorAll('#glossary .term-entry')].map(entry => {
            const [code, meaning, note, count] = [...entry.children].map(e => e.textContent);
            return { code, meaning, note, count };
        })";
    page.run(ENTRIES, &[]).await
}

const TEXT: &str = "VZCZCXRO0417\nRR RUEHDE\nDE RUEHMS #0417 1070544\nZNY CCCCC ZZH\nO R 160544Z APR 08\nFM AMEMBASSY MUSCAT\n\
    TO RUEHC/SECSTATE WASHDC 1234\n\nC O N F I D E N T I A L MUSCAT 000417\n\nSIPDIS\n\n\
    E.O. 12958: DECL: 04/15/2018\nTAGS: PHUM, QQXZ, MU\nSUBJECT: GOATS\n\nREF: A. RIO 12\n     B. MUSCAT 3\n\n\
    Classified By: DCM Ann Loam for reasons 1.4 (b).\n\n\
    1. (C) Summary: The DCM met the MFA. The DCM smiled. End Summary.\n\n2. (C) PolOff heard of it. NFI.\n\nLOAM\n";

async fn opened(page: &Page, text: &str) -> Result {
    page.paste(text).await?;
    page.shows(text.as_bytes()).await
}

async fn the_terms_of_the_document_and_no_others(page: Page) -> Result {
    for text in [EXAMPLE, TEXT] {
        opened(&page, text).await?;
        let expected = Expected::of(text, "")?;
        let shown = entries(&page).await?;
        for used in terms(&expected.cable, &expected.text) {
            let Term { code, meaning, source, .. } = used.term;
            let count = if used.spans.len() == 1 { "once".into() } else { format!("{} times", used.spans.len()) };
            let found = shown.iter().find(|entry| entry.code == code && entry.count == count);
            let found = found.ok_or_else(|| format!("{code}, {count}: {shown:#?}"))?;
            assert!(found.meaning.ends_with(meaning.unwrap_or("Meaning not known")), "{found:?}");
            assert!(found.note.ends_with(source), "{found:?}");
        }
        let is_known = |code: &str| term(TermKind::Tag, code, expected.cable.written_on()).is_some();
        let unknown = expected.cable.tags.iter().filter(|tag| !is_known(&tag.value.code)).count();
        assert_eq!(shown.len(), terms(&expected.cable, &expected.text).len() + unknown);
    }
    Ok(())
}

/// Nothing is made up, and a name in the text counts more than what an indicator is said to stand for.
async fn what_is_not_known_stays_unknown(page: Page) -> Result {
    opened(&page, TEXT).await?;
    let shown = entries(&page).await?;
    let of = |code: &str| shown.iter().find(|entry| entry.code == code);
    let unknown = of("QQXZ").ok_or("the unknown TAGS are listed")?;
    assert_eq!((&*unknown.meaning, &*unknown.note), ("Meaning not known", "Not in the table of TAGS for its time"));
    assert!(of("PHUM").is_some_and(|entry| entry.note.starts_with("Official: ")), "{shown:#?}");
    assert!(of("MU").is_some_and(|entry| entry.meaning == "Oman" && entry.note.starts_with("Until 2012. ")));
    assert!(of("POLOFF").is_some_and(|entry| entry.note.starts_with("Unconfirmed: ")));
    assert_eq!(of("RUEHC"), None, "the text says who that is");
    assert_eq!(of("RUEHMS"), None, "the text says who that is");
    assert!(of("RUEHDE").is_some_and(|entry| entry.meaning.starts_with("Most often ")), "{shown:#?}");
    opened(&page, "SUBJECT: QUINCE\n\n1. (U) Peel nothing.").await?;
    let said: String = page.run("return document.querySelector('#glossary .remark').textContent", &[]).await?;
    assert!(said.ends_with('.') && said.len() > 20, "{said}");
    Ok(())
}

async fn each_leads_to_its_first_place(page: Page) -> Result {
    const HAS: &str = "
        const e = document.activeElement, box = e.getBoundingClientRect();
        return e.matches(arguments[0]) && box.bottom > 0 && box.top < innerHeight && e.textContent.includes(arguments[1])";
    opened(&page, TEXT).await?;
    for (button, place, word) in [
        ("once, show the first place of PHUM", ".tag-line .term", "PHUM"),
        ("2 times, show the first place of DCM", "#summary .term", "DCM"),
        ("once, show the first place of POLOFF", "#body .term", "PolOff"),
        ("once, show the first place of RIODEJANEIRO", "pre .chosen", "RIO 12"),
    ] {
        page.click("Glossary").await?;
        // Scrolled to smoothly, it would not stay where a pointer finds it.
        let button = page.control(button).await?.to_json()?;
        page.run::<()>("arguments[0].click()", &[button]).await?;
        page.until(&format!("{word} has the keyboard"), HAS, &[place.into(), word.into()]).await?;
    }
    Ok(())
}

/// Waits until the card says this; nothing: until there is none.
async fn card(page: &Page, words: &str) -> Result {
    const SAYS: &str = "
        const card = document.querySelector('[role=tooltip]');
        if (!arguments[0]) return !card.checkVisibility();
        const box = card.getBoundingClientRect();
        const seen = box.left >= 0 && box.right <= innerWidth && box.top >= 0 && box.bottom <= innerHeight;
        return card.checkVisibility() && seen && card.textContent.includes(arguments[0])";
    page.until(&format!("the card says {words:?}"), SAYS, &[words.into()]).await
}

/// WCAG 1.4.13: it can be dismissed where one is, the pointer can go onto it, and it stays until it is left.
async fn the_card_by_pointer(page: Page) -> Result {
    opened(&page, TEXT).await?;
    let (term, card_itself) =
        (page.one("#body #paragraph-2 .term:first-child").await?, page.one("[role=tooltip]").await?);
    let chain = || page.browser.action_chain();
    card(&page, "").await?;
    chain().move_to_element_center(&term).perform().await?;
    card(&page, "Political officer").await?;
    chain().move_to_element_center(&card_itself).perform().await?;
    // Longer than the pointer is waited for.
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

/// What is scrolled under a pointer that rests asks for no card, though WebKit tells of a move then.
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
    // A field: its card first, then its source.
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
        // What had the keyboard by a key gives it on as if by a key.
        page.press(Key::Tab).await?;
        page.run::<()>(FOCUS, &[entry.into()]).await?;
        card(&page, words).await?;
    }
    Ok(())
}

/// An explained word is text like the others: selected, copied and found.
async fn prose_stays_prose(page: Page) -> Result {
    const SELECTED: &str = "
        const prose = document.querySelector('#paragraph-2 .prose');
        getSelection().selectAllChildren(prose);
        return [getSelection().toString(), prose.textContent]";
    opened(&page, TEXT).await?;
    let expected = Expected::of(TEXT, "")?.record.paragraphs.swap_remove(1).text;
    assert_eq!(page.run::<[String; 2]>(SELECTED, &[]).await?, [expected.clone(), expected]);
    let marked: Vec<String> =
        page.run("return [...document.querySelectorAll('#summary .term')].map(e => e.textContent)", &[]).await?;
    assert_eq!(marked, ["DCM", "MFA"], "each once in a paragraph");
    Ok(())
}

async fn three_clocks(page: Page) -> Result {
    const LINE: &str = "return [...document.querySelector('.reference-line').children].map(e => e.textContent)";
    let far = TEXT.replace("000417", "000418").replace("160544Z", "162144Z");
    let nowhere = TEXT.replace("MUSCAT", "TARSIS");
    for (zone, text, expected) in [
        ("UTC", TEXT, &["16 April 2008, 05:44 UTC", "09:44 at Muscat"][..]),
        ("Europe/Berlin", TEXT, &["16 April 2008, 05:44 UTC", "09:44 at Muscat", "07:44 CEST on your clock"]),
        (
            "America/New_York",
            &far,
            &["16 April 2008, 21:44 UTC", "17 April 2008, 01:44 at Muscat", "17:44 GMT-4 on your clock"],
        ),
        ("UTC", &nowhere, &["16 April 2008, 05:44 UTC"]),
    ] {
        page.browser.set_time_zone(zone).await?;
        opened(&page, text).await?;
        let line: Vec<String> = page.run(LINE, &[]).await?;
        assert_eq!(&line[..line.len() - 1], expected, "{zone}");
        page.click("Close").await?;
    }
    Ok(())
}

/// Time zones that are younger than what an engine may know; README says so.
const fn too_young(engine: Engine) -> &'static [&'static str] {
    match engine {
        Engine::WebKit => &["America/Ciudad_Juarez"],
        Engine::Chromium | Engine::Firefox => &[],
    }
}

/// Each time zone of the table of posts is one that the browser knows.
async fn every_zone_is_known(page: Page) -> Result {
    const UNKNOWN: &str = "
        return arguments[0].filter(timeZone => {
            try { return !new Intl.DateTimeFormat('en', { timeZone }); } catch { return true; }
        })";
    let table = Path::new(env!("CARGO_MANIFEST_DIR")).join("../crates/cable/data/posts.tsv");
    let table = fs::read_to_string(table)?;
    let zones: Vec<&str> =
        table.lines().filter(|line| !line.starts_with('#')).filter_map(|line| line.split('\t').nth(5)).collect();
    assert!(zones.len() > 200);
    let mut unknown: Vec<String> = page.run(UNKNOWN, &[json!(zones)]).await?;
    unknown.retain(|zone| !too_young(page.browser.engine()).contains(&zone.as_str()));
    assert_eq!(unknown, Vec::<String>::new());
    Ok(())
}

/// Of a post whose time zone the browser does not know, the page gives no local time, and all the rest.
async fn an_unknown_zone_has_no_clock(page: Page) -> Result {
    const OTHER: &str = "
        document.addEventListener('cable-viewer:clock', ({ detail }) => {
            if (detail[1]) detail[1] = 'Nowhere/At_All';
        }, true)";
    page.run::<()>(OTHER, &[]).await?;
    opened(&page, TEXT).await?;
    let line: String = page.run("return document.querySelector('.reference-line').textContent", &[]).await?;
    assert!(line.contains("05:44 UTC") && !line.contains("at Muscat"), "{line}");
    Expected::of(TEXT, "")?.check(&page.seen().await?);
    Ok(())
}
