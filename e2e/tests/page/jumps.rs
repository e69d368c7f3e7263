//! From a field, paragraph, section, reference or check to its source, and from the source back.

use crate::panels::Expected;
use crate::runner::{Group, Wants, tests};
use crate::ways_in::EXAMPLE;
use cable::{Code, Span};
use e2e::media::{DESK, Screen};
use e2e::page::Key;
use e2e::{Page, Result};
use serde_json::json;

pub const GROUP: Group = Group {
    name: "jumps",
    browser: Wants::Any,
    tests: tests![
        from_a_field_and_back,
        from_a_paragraph_and_back,
        from_a_check,
        from_a_reference_and_back,
        from_the_words_to_the_reference,
        from_a_section,
        from_the_signature_and_back,
        with_the_keyboard,
        back_to_the_tab,
        lines_are_numbered,
        back_leads_to_where_one_read,
    ],
};

/// Waits until a stretch of the example is chosen in Source: marked, with the keyboard, and its beginning in view.
async fn is_chosen(page: &Page, example: &Expected, span: Span) -> Result {
    const IS: &str = "
        const runs = [...document.querySelectorAll('pre .chosen')];
        if (runs.map(run => run.textContent).join('') !== arguments[0] || document.activeElement !== runs[0]) return false;
        const begins = runs[0].getClientRects()[0], pane = runs[0].closest('pre').getBoundingClientRect();
        return begins.top >= Math.max(0, pane.top) && begins.bottom <= Math.min(innerHeight, pane.bottom)";
    let written = example.written(span);
    page.until(&format!("{written:?} is chosen"), IS, &[written.into()]).await?;
    let tab: String = page.run("return document.querySelector('[aria-selected=true]').textContent", &[]).await?;
    assert_eq!(tab, "Source");
    Ok(())
}

/// Clicks into the source at an offset, and waits until an element that `selector` finds has the keyboard, in view.
async fn leads_back(page: &Page, offset: u32, selector: &str) -> Result {
    const AT: &str = "
        const runs = [...document.querySelectorAll('pre [data-at]')];
        return runs.findLast(run => Number(run.dataset.at) <= arguments[0])";
    const IS_THERE: &str = "
        const e = document.activeElement, box = e.getBoundingClientRect();
        return e.matches(arguments[0]) && box.bottom > 0 && box.top < innerHeight && e.checkVisibility()";
    page.click("Source").await?;
    let run = page.browser.execute(AT, vec![json!(offset)]).await?.element()?;
    run.scroll_into_view().await?;
    // A click on the middle of a run of several lines would miss it.
    page.run::<()>(
        "arguments[0].dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }))",
        &[run.to_json()?],
    )
    .await?;
    page.until(&format!("{selector} has the keyboard"), IS_THERE, &[selector.into()]).await
}

/// Clicks the only element that a selector finds.
async fn click(page: &Page, selector: &str) -> Result {
    let element = page.one(selector).await?;
    element.scroll_into_view().await?;
    element.click().await?;
    Ok(())
}

async fn example(page: &Page) -> Result<Expected> {
    page.open_example().await?;
    Expected::of(EXAMPLE, "Example")
}

async fn from_a_field_and_back(page: Page) -> Result {
    const ENTRY: &str = "
        const row = [...document.querySelectorAll('dt')].find(dt => dt.textContent === arguments[0]).parentElement;
        return row.querySelectorAll('button')[arguments[1]].id";
    let example = example(&page).await?;
    let cable = &example.cable;
    let fields = [
        ("From", 0, cable.from.as_ref().map(|field| field.raw)),
        ("Info", 1, cable.info.get(1).map(|field| field.raw)),
        ("Date", 0, cable.date.as_ref().map(|field| field.raw)),
        ("Reference number", 0, cable.reference_number.as_ref().map(|field| field.raw)),
        ("Classification", 0, cable.classification.as_ref().map(|field| field.raw)),
        ("Captions", 0, cable.captions.first().map(|field| field.raw)),
        ("For the attention of", 1, cable.passing.get(1).map(|field| field.raw)),
        ("TAGS", 7, cable.tags.get(7).map(|field| field.raw)),
        ("Subject", 0, cable.subject.as_ref().map(|field| field.raw)),
    ];
    for (term, index, span) in fields {
        let span = span.ok_or_else(|| format!("the example has no {term} {index}"))?;
        let id: String = page.run(ENTRY, &[term.into(), json!(index)]).await?;
        click(&page, &format!("#{id}")).await?;
        is_chosen(&page, &example, span).await?;
        leads_back(&page, span.start, &format!("#{id}")).await?;
    }
    Ok(())
}

const OFFERS: &str = "return document.querySelector(`${arguments[0]} .paragraph-tools`) !== null";

async fn from_a_paragraph_and_back(page: Page) -> Result {
    let example = example(&page).await?;
    for (index, paragraph) in example.cable.paragraphs.iter().enumerate() {
        let id = format!("#paragraph-{}", index + 1);
        click(&page, &format!("{id} .paragraph-number")).await?;
        page.until("it offers its source", OFFERS, &[id.as_str().into()]).await?;
        page.within(&id, "Show source").await?.click().await?;
        let pieces = paragraph.pieces.iter().copied().chain(paragraph.mark.as_ref().map(|mark| mark.raw));
        let whole = pieces.chain([paragraph.label]).reduce(Span::cover).ok_or("a paragraph without text")?;
        is_chosen(&page, &example, whole).await?;
        leads_back(&page, paragraph.label.start, &id).await?;
    }
    Ok(())
}

/// Checks distinguishes the places of the repaired labels by what was written there.
async fn from_a_check(page: Page) -> Result {
    const SPOTS: &str = "
        const said = [...document.querySelectorAll('#checks li')].find(li => li.textContent.includes(arguments[0]));
        return [...said.querySelectorAll('button')]";
    let example = example(&page).await?;
    let repairs: Vec<_> = example.cable.diagnostics.iter().filter(|found| found.code == Code::LabelRepaired).collect();
    assert_eq!(repairs.len(), 2, "the example has two damaged labels");
    for (index, repair) in repairs.iter().enumerate() {
        page.click("Checks").await?;
        let sentence = repair.code.sentence();
        let spots = page.browser.execute(SPOTS, vec![sentence.into()]).await?.elements()?;
        assert_eq!(spots.len(), 2);
        page.run::<()>(
            "arguments[0].scrollIntoView({ behavior: 'instant', block: 'center' })",
            &[spots[index].to_json()?],
        )
        .await?;
        spots[index].click().await?;
        is_chosen(&page, &example, repair.span).await?;
    }
    Ok(())
}

async fn from_a_reference_and_back(page: Page) -> Result {
    let example = example(&page).await?;
    for (index, reference) in example.cable.references.iter().enumerate() {
        page.click("References").await?;
        let id = format!("#reference-{}", index + 1);
        click(&page, &id).await?;
        is_chosen(&page, &example, reference.raw).await?;
        leads_back(&page, reference.raw.start, &id).await?;
    }
    Ok(())
}

/// `ref A` in the text leads to the first reference; the report that is sent septel leads nowhere.
async fn from_the_words_to_the_reference(page: Page) -> Result {
    example(&page).await?;
    let link = page.within(".panel-body", "ref A").await?;
    link.scroll_into_view().await?;
    link.click().await?;
    page.until("the reference has the keyboard", "return document.activeElement.id === 'reference-1'", &[]).await?;
    let tab: String = page.run("return document.querySelector('[aria-selected=true]').textContent", &[]).await?;
    assert_eq!(tab, "References");
    let septel: bool = page.run("return [...document.links].some(a => /septel/i.test(a.textContent))", &[]).await?;
    assert!(!septel, "septel is no link");
    Ok(())
}

async fn from_a_section(page: Page) -> Result {
    let example = example(&page).await?;
    for (name, section) in [("Summary", cable::Role::Summary), ("Comment", cable::Role::Comment)] {
        let section = example.cable.sections.iter().find(|found| found.kind == section);
        let whole = section.and_then(|section| section.pieces.iter().copied().reduce(Span::cover));
        page.click(&format!("Show source of {name}")).await?;
        is_chosen(&page, &example, whole.ok_or("the example has both")?).await?;
    }
    Ok(())
}

async fn from_the_signature_and_back(page: Page) -> Result {
    let example = example(&page).await?;
    let signer = example.cable.signature.first().ok_or("the example is signed")?.raw;
    click(&page, "#signature-1").await?;
    is_chosen(&page, &example, signer).await?;
    leads_back(&page, signer.start, "#signature-1").await
}

/// Enter on a field goes to its source; Enter there goes back.
async fn with_the_keyboard(page: Page) -> Result {
    let example = example(&page).await?;
    let subject = example.cable.subject.as_ref().ok_or("the example has a subject")?.raw;
    let field: String = page
        .run("return [...document.querySelectorAll('dt')].find(dt => dt.textContent === 'Subject').parentElement.querySelector('button').id", &[])
        .await?;
    page.run::<()>("document.getElementById(arguments[0]).focus()", &[field.as_str().into()]).await?;
    page.press(Key::Enter).await?;
    is_chosen(&page, &example, subject).await?;
    page.press(Key::Enter).await?;
    page.until(
        "the field has the keyboard",
        "return document.activeElement.id === arguments[0]",
        &[field.as_str().into()],
    )
    .await
}

/// The element that led from another tab to Source has the keyboard again, in view.
async fn back_to_the_tab(page: Page) -> Result {
    const LAST: &str = "
        const last = [...document.querySelectorAll('#checks .spot')].at(-1);
        last.scrollIntoView({ block: 'center', behavior: 'instant' });
        return last";
    const IS_BACK: &str = "
        const { top, bottom } = arguments[0].getBoundingClientRect();
        return document.activeElement === arguments[0] && top >= 0 && bottom <= innerHeight";
    page.browser.set_screen(DESK).await?;
    page.open_example().await?;
    page.click("Source").await?;
    let offers = "return [...document.querySelectorAll('#source button')].some(e => e.textContent.startsWith('Back'))";
    assert!(!page.run::<bool>(offers, &[]).await?, "nothing led there");
    for screen in [DESK, Screen { width: 820, height: 600 }] {
        page.browser.set_screen(screen).await?;
        page.click("Checks").await?;
        let spot = page.browser.execute(LAST, vec![]).await?.element()?;
        spot.click().await?;
        page.until("it is chosen", "return document.querySelector('pre .chosen') !== null", &[]).await?;
        page.control("Back to Checks").await?.focus().await?;
        page.press(Key::Enter).await?;
        page.until("what led away has the keyboard", IS_BACK, &[spot.to_json()?]).await?;
    }
    Ok(())
}

/// Each line is numbered once, from the first on, even behind groups that are not drawn. The numbers are not text.
async fn lines_are_numbered(page: Page) -> Result {
    const NUMBERS: &str = "
        const groups = [...document.querySelectorAll('#source .source-group')];
        return groups.map(group => [...group.querySelectorAll('.line')].map(line => Number(line.dataset.line)))";
    const LEFT: &str = "
        const { content, position } = getComputedStyle(document.querySelector('#source .line'), '::before');
        return [content.startsWith('\"1\"') || content.startsWith('attr('), position]";
    page.open_example().await?;
    let groups: Vec<Vec<usize>> = page.run(NUMBERS, &[]).await?;
    let expected: Vec<usize> = (1..=EXAMPLE.lines().count()).collect();
    assert_eq!(groups.concat(), expected);
    assert_eq!(page.run::<(bool, String)>(LEFT, &[]).await?, (true, "absolute".to_owned()));
    let text = format!("{EXAMPLE}\n{}", "It goes on.\n".repeat(40_000));
    page.paste(&text).await?;
    page.shows(text.as_bytes()).await?;
    page.click("Source").await?;
    page.run::<()>("document.querySelector('pre.source').scrollTo({ top: 1e9, behavior: 'instant' })", &[]).await?;
    let last = "return [...document.querySelectorAll('#source .line')].at(-1)?.dataset.line === arguments[0]";
    page.until("the last line has its number", last, &[text.lines().count().to_string().into()]).await?;
    let drawn: Vec<Vec<usize>> = page.run(NUMBERS, &[]).await?;
    assert!(drawn.iter().any(|group| group.is_empty()), "not all of it is drawn");
    Ok(())
}

/// Where the inspector is not beside the text, a jump is a step in the history; where it is, nothing moves.
async fn back_leads_to_where_one_read(page: Page) -> Result {
    const LINK: &str = "
        const link = document.querySelector('#body .reference-link');
        link.scrollIntoView({ block: 'center', behavior: 'instant' });
        // A browser that has been in use keeps no more entries than it has: their number says nothing.
        window.steps = 0;
        const push = history.pushState;
        history.pushState = function (...step) { window.steps += 1; return push.apply(this, step) };
        return scrollY";
    const IS_BACK: &str = "return Math.abs(scrollY - arguments[0]) < 2";
    const HAS: &str = "return document.activeElement.id === arguments[0]";
    for (screen, steps) in [(DESK, 0), (Screen { width: 820, height: 600 }, 1)] {
        page.browser.set_screen(screen).await?;
        page.browser.refresh().await?;
        page.ready().await?;
        page.open_example().await?;
        let read: f64 = page.run(LINK, &[]).await?;
        page.within("#body", "ref A").await?.click().await?;
        page.until("the reference has the keyboard", HAS, &["reference-1".into()]).await?;
        assert_eq!(page.run::<u32>("return window.steps", &[]).await?, steps, "{screen:?}");
        if steps > 0 {
            page.until("the page has moved", "return Math.abs(scrollY - arguments[0]) > 50", &[read.into()]).await?;
            page.browser.back().await?;
        }
        page.until("what was read is on the screen", IS_BACK, &[read.into()]).await?;
    }
    // A part of the page that is far away is a step, too.
    page.run::<()>("scrollTo({ top: 0, behavior: 'instant' })", &[]).await?;
    page.click("Go to Source").await?;
    page.until("Source has the keyboard", HAS, &["source-heading".into()]).await?;
    page.browser.back().await?;
    page.until("the top is on the screen", IS_BACK, &[0.into()]).await
}
