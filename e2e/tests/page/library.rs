//! Several telegrams that came in together: listed, sorted, narrowed, chosen.

use crate::panels::{Expected, fixture};
use crate::runner::{Group, Wants, tests};
use crate::taking::KEEP;
use cable::export;
use e2e::page::Key;
use e2e::{Page, Result};

pub const GROUP: Group = Group {
    name: "library",
    browser: Wants::Any,
    tests: tests![
        each_is_reached_and_shown_alone,
        chosen_from_the_list,
        sorted_and_narrowed_down,
        sorted_by_file,
        narrowed_down_to_words_of_the_texts,
        words_that_a_line_end_divides_are_found_and_shown,
        keys_lead_through_it,
        of_very_many_few_are_drawn,
        rows_of_the_bulk_dump,
        one_is_closed_alone,
        it_stays_one_step_back,
        one_telegram_has_none,
        what_is_listed_is_saved,
        nothing_that_was_closed_is_saved,
    ],
};

const TWO: &str = "two-telegrams.txt";

/// Waits until the page has this title.
async fn titled(page: &Page, title: &str) -> Result {
    let script = "return document.querySelector('h1').textContent === arguments[0]";
    page.until(&format!("{title} is shown"), script, &[title.into()]).await?;
    page.settled().await
}

/// The rows of the list as text, with a blank between two cells.
async fn rows(page: &Page) -> Result<Vec<String>> {
    const ROWS: &str = "
        const rows = [...document.querySelectorAll('#library tbody tr')];
        return rows.map(row => [...row.cells].map(cell => cell.textContent).join(' '))";
    page.run(ROWS, &[]).await
}

/// Waits until the list says how many it holds.
async fn lists(page: &Page, count: &str) -> Result {
    let script = "return document.querySelector('#library [role=status]')?.textContent === arguments[0]";
    page.until(&format!("{count} are listed"), script, &[format!("{count} listed").into()]).await
}

/// Waits until the list says that it is empty, and why.
async fn lists_none(page: &Page, of: u32, words: &str) -> Result {
    let script = "return document.querySelector('#library [role=status]').textContent === arguments[0]";
    page.until("none is listed", script, &[format!("None of the {of} holds {words}.").into()]).await
}

/// The place in the library, as the page says it.
async fn place(page: &Page) -> Result<String> {
    page.run("return document.querySelector('#library .panel-aside').textContent", &[]).await
}

async fn each_is_reached_and_shown_alone(page: Page) -> Result {
    let (path, text) = fixture(TWO)?;
    page.pick(&[&path]).await?;
    page.shows(text.as_bytes()).await?;
    Expected::nth(&text, TWO, 1)?.check(&page.seen().await?);
    assert_eq!(page.seen().await?.panels[0], "Library");
    page.control("Next").await?.focus().await?;
    page.press(Key::Enter).await?;
    titled(&page, "THE SECOND OF TWO").await?;
    Expected::nth(&text, TWO, 2)?.check(&page.seen().await?);
    assert_eq!(page.focus().await?.name, "Next", "the keyboard stays where it is");
    assert_eq!(place(&page).await?, "2 of 2");
    let said: String = page.run("return document.querySelector('.live-region').textContent", &[]).await?;
    assert_eq!(said, "Telegram 2 of 2: THE SECOND OF TWO");
    // There is none behind the last.
    page.press(Key::Enter).await?;
    page.click("Previous").await?;
    titled(&page, "THE FIRST OF TWO").await
}

async fn chosen_from_the_list(page: Page) -> Result {
    let (first, text) = fixture(TWO)?;
    let (second, other) = fixture("references.txt")?;
    page.pick(&[&first, &second]).await?;
    page.shows(text.as_bytes()).await?;
    lists(&page, "3").await?;
    let listed = rows(&page).await?;
    assert!(
        listed[0].starts_with("09CEDARBAY61 2009-03-07 AMEMBASSY CEDAR BAY THE FIRST OF TWO Unclassified"),
        "{listed:?}"
    );
    assert!(listed[1].ends_with(TWO) && listed[2].ends_with("references.txt"), "{listed:?}");
    page.click("THE SECOND OF TWO").await?;
    titled(&page, "THE SECOND OF TWO").await?;
    page.until("the list makes room", "return !document.querySelector('#library-list').checkVisibility()", &[]).await?;
    assert_eq!(page.focus().await?.id, "main", "the keyboard is at what was chosen");
    page.click("Show list").await?;
    let current: Vec<String> = page
        .run("return [...document.querySelectorAll('#library [aria-current]')].map(e => e.textContent)", &[])
        .await?;
    assert_eq!(current, ["THE SECOND OF TWO"]);
    page.click("Next").await?;
    page.shows(other.as_bytes()).await?;
    assert_eq!(page.errors().await?, Vec::<String>::new());
    Ok(())
}

async fn what_is_listed_is_saved(page: Page) -> Result {
    const SAVED: &str = "
        const [name, type, texts] = window.saved;
        return [name, type, [].concat(texts).join('')]";
    let (first, text) = fixture(TWO)?;
    let (second, _) = fixture("references.txt")?;
    page.run::<()>(KEEP, &[]).await?;
    page.pick(&[&first, &second]).await?;
    page.shows(text.as_bytes()).await?;
    lists(&page, "3").await?;
    page.click("Save listed").await?;
    page.until("it is saved", "return window.saved !== undefined", &[]).await?;
    let [name, media_type, json]: [String; 3] = page.run(SAVED, &[]).await?;
    assert_eq!((&*name, &*media_type), ("3-telegrams.json", "application/json"));
    let records: Vec<serde_json::Value> = serde_json::from_str(&json)?;
    let expected = Expected::nth(&text, TWO, 2)?.record;
    assert_eq!((records.len(), &records[1]), (3, &serde_json::to_value(&expected)?));
    // Of a narrowed list, only the telegrams in it are saved.
    page.labelled("Only with the words").await?.send_keys("second cedar").await?;
    lists(&page, "1 of 3").await?;
    page.run::<()>("window.saved = undefined", &[]).await?;
    page.labelled("Save what is listed as").await?.send_keys("CSV").await?;
    page.click("Save listed").await?;
    page.until("it is saved", "return window.saved !== undefined", &[]).await?;
    let [name, _, table]: [String; 3] = page.run(SAVED, &[]).await?;
    assert_eq!(
        (&*name, &*table),
        ("1-telegrams.csv", &*(export::CSV_HEADER.to_owned() + &*export::csv_row(&expected)))
    );
    let said: String = page.run("return document.querySelector('.live-region').textContent", &[]).await?;
    assert_eq!(said, "Given to the browser to save as 1-telegrams.csv.");
    Ok(())
}

async fn nothing_that_was_closed_is_saved(page: Page) -> Result {
    const TOLD: &str = "return document.querySelector('.live-region').textContent === arguments[0]";
    const BEGUN: &str = "
        const button = (name) => [...document.querySelectorAll('button')].find(button => button.textContent === name);
        const watch = setInterval(() => {
            if (!button('Stop saving')) return;
            clearInterval(watch);
            button(arguments[0]).click();
        });
        button('Save listed').click()";
    let (path, text) = fixture(TWO)?;
    let many = text.repeat(2_000);
    page.run::<()>(KEEP, &[]).await?;
    page.paste(&many).await?;
    page.shows(many.as_bytes()).await?;
    lists(&page, "4,000").await?;
    // Stopped as soon as it has begun, for which a click from outside would be too late.
    page.run::<()>(BEGUN, &["Stop saving".into()]).await?;
    page.until("it says so", TOLD, &["Saving stopped.".into()]).await?;
    page.run::<()>(BEGUN, &["Close all 4,000".into()]).await?;
    page.until("it is closed", "return document.querySelector('#library') === null", &[]).await?;
    page.settled().await?;
    assert!(!page.run::<bool>("return window.saved !== undefined", &[]).await?);
    // With an empty list, nothing is saved.
    page.pick(&[&path]).await?;
    page.shows(text.as_bytes()).await?;
    page.labelled("Only with the words").await?.send_keys("nowhere").await?;
    lists_none(&page, 2, "nowhere").await?;
    assert!(page.run::<bool>("return document.querySelector('#library .panel-aside') === null", &[]).await?);
    let is_off = "return [...document.querySelectorAll('#library [aria-disabled]')].at(-1).textContent";
    assert_eq!(page.run::<String>(is_off, &[]).await?, "Save listed");
    page.click("Save listed").await?;
    assert!(!page.run::<bool>("return window.saved !== undefined", &[]).await?);
    Ok(())
}

async fn sorted_and_narrowed_down(page: Page) -> Result {
    let (path, text) = fixture(TWO)?;
    page.pick(&[&path]).await?;
    page.shows(text.as_bytes()).await?;
    lists(&page, "2").await?;
    let sorted: bool = page.run("return document.querySelector('#library [aria-sort]') !== null", &[]).await?;
    assert!(!sorted, "they stand as they came");
    page.within("#library", "Date").await?.click().await?;
    page.within("#library", "Date").await?.click().await?;
    let sort = "return document.querySelector('#library [aria-sort]').getAttribute('aria-sort')";
    page.until("the last stands first", &format!("{sort} === 'descending'"), &[]).await?;
    assert!(rows(&page).await?[0].contains("THE SECOND OF TWO"));
    // The way follows the list as it is sorted.
    page.click("Previous").await?;
    titled(&page, "THE SECOND OF TWO").await?;
    page.labelled("Only with the words").await?.send_keys("first cedar").await?;
    lists(&page, "1 of 2").await?;
    assert!(rows(&page).await?[0].contains("THE FIRST OF TWO"));
    page.click("Next").await?;
    titled(&page, "THE FIRST OF TWO").await?;
    page.labelled("Only with the words").await?.send_keys(" nowhere").await?;
    lists_none(&page, 2, "first cedar nowhere").await
}

/// By file name, then reversed, then as they came.
async fn sorted_by_file(page: Page) -> Result {
    const SORTED: &str =
        "return (document.querySelector('#library [aria-sort]')?.getAttribute('aria-sort') ?? '') === arguments[0]";
    let (first, text) = fixture(TWO)?;
    let (second, _) = fixture("references.txt")?;
    page.pick(&[&first, &second]).await?;
    page.shows(text.as_bytes()).await?;
    lists(&page, "3").await?;
    for (sorted, file) in [("", TWO), ("ascending", "references.txt"), ("descending", TWO), ("", TWO)] {
        page.until(&format!("sorted {sorted:?}"), SORTED, &[sorted.into()]).await?;
        assert!(rows(&page).await?[0].ends_with(file), "{sorted:?}");
        page.within("#library", "File").await?.click().await?;
    }
    Ok(())
}

async fn narrowed_down_to_words_of_the_texts(page: Page) -> Result {
    let (first, text) = fixture(TWO)?;
    let (second, _) = fixture("references.txt")?;
    page.pick(&[&first, &second]).await?;
    page.shows(text.as_bytes()).await?;
    lists(&page, "3").await?;
    let words = page.labelled("Only with the words").await?;
    words.send_keys("pellington").await?;
    lists(&page, "2 of 3").await?;
    // One word is in the text, one on the card.
    words.send_keys(" second").await?;
    lists(&page, "1 of 3").await?;
    assert!(rows(&page).await?[0].contains("THE SECOND OF TWO"));
    words.send_keys(" nowhere").await?;
    lists_none(&page, 3, "pellington second nowhere").await
}

/// Two telegrams with words divided at line ends.
const DIVIDED: &str = "R 101200Z JUN 09\nFM AMEMBASSY TARSIS\nTO SECSTATE WASHDC\n\nUNCLAS TARSIS 000412\n\nTAGS: ECON\n\
    SUBJECT: ROPES\n\n1. Nothing of it.\n\n2. The har-\nbor is shut.\n\n\
    R 111200Z JUN 09\nFM AMEMBASSY TARSIS\nTO SECSTATE WASHDC\n\nUNCLAS TARSIS 000413\n\nTAGS: ECON\n\
    SUBJECT: QUAY\n\n1. A broad con-\nsensus on ropes was not found.\n";

async fn words_that_a_line_end_divides_are_found_and_shown(page: Page) -> Result {
    const COUNT: &str = "
        const bar = document.querySelector('.find-bar:not([hidden])');
        return bar !== null && bar.querySelector('input').value === arguments[0]
            && bar.querySelector('[role=status]').textContent.startsWith(arguments[1])";
    const SHOWS: &str = "
        return [...CSS.highlights.get('found-here')].some(range => {
            const box = range.getBoundingClientRect();
            return range.toString() === arguments[0] && box.top >= 0 && box.bottom <= innerHeight;
        })";
    page.paste(DIVIDED).await?;
    page.shows(DIVIDED.as_bytes()).await?;
    lists(&page, "2").await?;
    let words = page.labelled("Only with the words").await?;
    words.send_keys("consensus unclassified").await?;
    lists(&page, "1 of 2").await?;
    page.within("#library", "QUAY").await?.click().await?;
    titled(&page, "QUAY").await?;
    // The marking is only on the card, and Find asks for the word in the text.
    page.until("Find counts the word", COUNT, &["consensus".into(), "1 of 1".into()]).await?;
    page.until("the word is shown", SHOWS, &["consensus".into()]).await?;
    assert_eq!(page.focus().await?.id, "main", "the keyboard is at what was chosen");
    // Choosing the telegram that is already shown only changes what Find asks for.
    page.click("Show list").await?;
    page.labelled("Only with the words").await?.send_keys(" ropes").await?;
    page.within("#library", "QUAY").await?.click().await?;
    page.until("Find counts both words", COUNT, &["consensus, ropes".into(), "1 of 2".into()]).await?;
    // Once put away, Find stays away, and keeps what is asked for.
    page.click("Close find").await?;
    page.click("Show list").await?;
    page.within("#library", "QUAY").await?.click().await?;
    page.settled().await?;
    let closed: bool = page.run("return document.querySelector('.find-bar').hidden", &[]).await?;
    assert!(closed, "Find was put away");
    page.open_find().await?;
    page.until("Find counts both words", COUNT, &["consensus, ropes".into(), "1 of 2".into()]).await
}

async fn keys_lead_through_it(page: Page) -> Result {
    page.paste(DIVIDED).await?;
    page.shows(DIVIDED.as_bytes()).await?;
    lists(&page, "2").await?;
    for (key, title) in [(".", "QUAY"), (".", "QUAY"), (",", "ROPES"), (",", "ROPES")] {
        page.browser.action_chain().send_keys(key).perform().await?;
        titled(&page, title).await?;
        assert_eq!(page.focus().await?.id, "main", "the keyboard is at the telegram");
    }
    // The keys follow the list, which is reversed now, and do nothing in a text field.
    page.within("#library", "Number").await?.click().await?;
    page.within("#library", "Number").await?.click().await?;
    page.browser.action_chain().send_keys(",").perform().await?;
    titled(&page, "QUAY").await?;
    page.labelled("Only with the words").await?.send_keys(".").await?;
    lists(&page, "2").await?;
    titled(&page, "QUAY").await?;
    page.run::<()>("document.documentElement.dataset.keys = 'off'; document.getElementById('main').focus()", &[])
        .await?;
    page.browser.action_chain().send_keys(".").perform().await?;
    titled(&page, "QUAY").await?;
    assert_eq!(page.errors().await?, Vec::<String>::new());
    Ok(())
}

/// A text of this many telegrams.
fn many(count: usize) -> Result<String> {
    let (_, two) = fixture(TWO)?;
    let (first, second) = two.split_at(two.rfind("VZCZC").ok_or("the fixture has two telegrams")?);
    let numbered = |n: usize| second.replace("0062", &format!("{n:04}")).replace("SECOND", &format!("NO{n}"));
    Ok(std::iter::once(first.to_owned()).chain((2..=count).map(numbered)).collect())
}

async fn of_very_many_few_are_drawn(page: Page) -> Result {
    let text = many(9_000)?;
    let folder = tempfile::tempdir()?;
    let path = folder.path().join("many.txt");
    std::fs::write(&path, &text)?;
    page.pick(&[&path]).await?;
    page.shows(text.as_bytes()).await?;
    lists(&page, "9,000").await?;
    assert_eq!(rows(&page).await?.len(), 100);
    page.labelled("Only with the words").await?.send_keys("no8765").await?;
    lists(&page, "1 of 9,000").await?;
    page.click("THE NO8765 OF TWO").await?;
    titled(&page, "THE NO8765 OF TWO").await?;
    assert_eq!(place(&page).await?, "1 of 1 listed");
    Ok(())
}

async fn rows_of_the_bulk_dump(page: Page) -> Result {
    let row = |number: usize| {
        format!(
            "\"{number}\",\"6/2/2009 11:30\",\"09TARSIS{number}\",\"Embassy Tarsis\",\"CONFIDENTIAL\",\"\",\
             \"P 021130Z JUN 09\nFM AMEMBASSY TARSIS\",\"C O N F I D E N T I A L TARSIS 000{number}\n\n\
             SUBJECT: FERRY {number}\n\n1. (C) The line.\"\n"
        )
    };
    let dump: String = (417..420).map(row).collect();
    page.drop_file("cables.csv", dump.as_bytes()).await?;
    page.shows(dump.as_bytes()).await?;
    lists(&page, "3").await?;
    page.click("FERRY 418").await?;
    titled(&page, "FERRY 418").await?;
    Expected::nth(&dump, "cables.csv", 2)?.check(&page.seen().await?);
    Ok(())
}

/// The next one in the list is shown, and the list stays as it is. The closed telegram is gone, and Back does not lead
/// to another in its place.
async fn one_is_closed_alone(page: Page) -> Result {
    let (first, text) = fixture(TWO)?;
    let (second, other) = fixture("references.txt")?;
    page.pick(&[&first, &second]).await?;
    page.shows(text.as_bytes()).await?;
    lists(&page, "3").await?;
    page.click("Next").await?;
    titled(&page, "THE SECOND OF TWO").await?;
    page.within("#library", "Number").await?.click().await?;
    page.click("Close this one").await?;
    titled(&page, "THE FIRST OF TWO").await?;
    lists(&page, "2").await?;
    assert!(rows(&page).await?.iter().all(|row| !row.contains("THE SECOND OF TWO")));
    assert_eq!(
        (place(&page).await?, page.focus().await?.name),
        ("2 of 2 listed".to_owned(), "Close this one".to_owned())
    );
    page.browser.back().await?;
    page.settled().await?;
    assert_eq!(page.seen().await?.title, "THE FIRST OF TWO");
    page.click("Close this one").await?;
    page.shows(other.as_bytes()).await?;
    assert_ne!(page.seen().await?.panels[0], "Library", "one alone is no library");
    page.until("it is closed", "return !document.body.textContent.includes('CEDAR BAY')", &[]).await?;
    page.click("Close").await
}

async fn it_stays_one_step_back(page: Page) -> Result {
    let (path, text) = fixture(TWO)?;
    page.pick(&[&path]).await?;
    page.shows(text.as_bytes()).await?;
    page.click("Next").await?;
    titled(&page, "THE SECOND OF TWO").await?;
    page.paste("FM AMEMBASSY PORT CALDER\nSUBJECT: QUINCE\n1. (U) The harvest.").await?;
    titled(&page, "QUINCE").await?;
    assert_ne!(page.seen().await?.panels[0], "Library");
    page.click("Back").await?;
    titled(&page, "THE SECOND OF TWO").await?;
    assert_eq!(place(&page).await?, "2 of 2");
    page.click("Close all 2").await?;
    page.until("it is closed", "return !document.body.textContent.includes('CEDAR BAY')", &[]).await
}

async fn one_telegram_has_none(page: Page) -> Result {
    page.open_example().await?;
    assert_eq!(page.seen().await?.panels[0], "Summary");
    Ok(())
}
