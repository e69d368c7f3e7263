//! A text read by the rules that the reader chooses, and telegrams exported as JSON.

use crate::panels::{Expected, fixture};
use crate::runner::{Group, Wants, tests};
use crate::ways_in::EXAMPLE;
use e2e::{Page, Result};

pub const GROUP: Group = Group {
    name: "telegrams",
    browser: Wants::Any,
    tests: tests![
        the_reader_chooses_the_dialect,
        the_choice_is_forgotten_with_the_text,
        the_json_is_that_of_the_command,
        a_long_text_is_announced
    ],
};

const NAME: &str = "two-telegrams.txt";

/// Waits until the page has this title.
async fn titled(page: &Page, title: &str) -> Result {
    let script = "return document.querySelector('h1').textContent === arguments[0]";
    page.until(&format!("{title} is shown"), script, &[title.into()]).await?;
    page.settled().await
}

/// Chooses from the list with this label, as a person does.
async fn choose(page: &Page, label: &str, option: &str) -> Result {
    const CHOOSE: &str = "
        const [list, name] = arguments;
        list.focus();
        list.selectedIndex = [...list.options].findIndex(option => option.text.startsWith(name));
        list.dispatchEvent(new Event('change', { bubbles: true }))";
    let list = page.labelled(label).await?;
    page.run(CHOOSE, &[list.to_json()?, option.into()]).await
}

/// The chosen option of the list with this label.
async fn chosen(page: &Page, label: &str) -> Result<String> {
    let list = page.labelled(label).await?;
    page.run("return arguments[0].selectedOptions[0].text", &[list.to_json()?]).await
}

async fn the_reader_chooses_the_dialect(page: Page) -> Result {
    page.open_example().await?;
    let own = Expected::of(EXAMPLE, "Example")?;
    own.check(&page.seen().await?);
    const RECOGNISED: &str = "return document.querySelector('.masthead .recognised').textContent";
    let recognised = "Recognised as Cablegate text with Markdown residue";
    assert_eq!(
        (chosen(&page, "Read as").await?, page.run::<String>(RECOGNISED, &[]).await?),
        ("Automatic".to_owned(), recognised.to_owned())
    );
    for (name, dialect) in [("Plain text", cable::Dialect::Unknown), ("Navy", cable::Dialect::Navy)] {
        choose(&page, "Read as", name).await?;
        let script = "return document.querySelector('.live-region').textContent.startsWith('Read as')";
        page.until("it is read", script, &[]).await?;
        let again = cable::read_as(EXAMPLE, Some(dialect)).cables.into_iter().next().ok_or("no telegram")?;
        let seen = page.seen().await?;
        assert_eq!(seen.header.is_empty(), again.subject.is_none() && again.from.is_none(), "{name}");
        assert_eq!(page.run::<String>(RECOGNISED, &[]).await?, recognised, "what it is does not change");
        assert_eq!(page.focus().await?.id, "read-as", "the keyboard stays where it is");
        page.run::<()>("document.querySelector('.live-region p').textContent = ''", &[]).await?;
    }
    // When read as a message it can have the same title, but no captions.
    choose(&page, "Read as", "Automatic").await?;
    let script =
        "return [...document.querySelectorAll('.panel-header dt')].some(term => term.textContent === 'Captions')";
    page.until("it is read again", script, &[]).await?;
    page.settled().await?;
    own.check(&page.seen().await?);
    Ok(())
}

async fn the_choice_is_forgotten_with_the_text(page: Page) -> Result {
    page.open_example().await?;
    choose(&page, "Read as", "Plain text").await?;
    titled(&page, "Example").await?;
    let (_, text) = fixture(NAME)?;
    page.paste(&text).await?;
    page.shows(text.as_bytes()).await?;
    assert!(chosen(&page, "Read as").await?.starts_with("Automatic"));
    // One step back, the text is still read as the reader chose.
    page.click("Back").await?;
    titled(&page, "Example").await?;
    assert_eq!(chosen(&page, "Read as").await?, "Plain text");
    Ok(())
}

/// Save and Copy give what the command prints: the record of the shown telegram, indented by two blanks per level.
async fn the_json_is_that_of_the_command(page: Page) -> Result {
    const KEEP: &str = "
        document.addEventListener('cable-viewer:save', (event) => { window.saved = event.detail }, true);
        navigator.clipboard.writeText = async (text) => { window.copied = text }";
    let (path, text) = fixture(NAME)?;
    page.pick(&[&path]).await?;
    page.shows(text.as_bytes()).await?;
    page.run::<()>(KEEP, &[]).await?;
    page.click("Export").await?;
    for number in [1, 2] {
        let record = Expected::nth(&text, NAME, number)?.record;
        let json = serde_json::to_string_pretty(&record)? + "\n";
        page.click("Save JSON").await?;
        let saved: Vec<String> = page.run("return window.saved", &[]).await?;
        assert_eq!(saved, [record.mrn.unwrap_or_default() + ".json", "application/json".into(), json.clone()]);
        page.click("Copy JSON").await?;
        page.until("it is copied", "return document.body.innerText.includes('JSON copied.')", &[]).await?;
        assert_eq!(page.run::<String>("return window.copied", &[]).await?, json);
        page.run::<()>("document.querySelector('.live-region p').textContent = ''", &[]).await?;
        if number == 1 {
            page.click("Next").await?;
            titled(&page, "THE SECOND OF TWO").await?;
        }
    }
    Ok(())
}

/// Before a long text blocks the page for a while, the page says what it is doing.
async fn a_long_text_is_announced(page: Page) -> Result {
    const WATCH: &str = "
        new MutationObserver(() => {
            if (document.querySelector('.live-region').textContent === 'Reading …') window.announced = true;
        }).observe(document.body, { subtree: true, childList: true, characterData: true })";
    page.run::<()>(WATCH, &[]).await?;
    let text = EXAMPLE.repeat(1 + 1_000_000 / EXAMPLE.len());
    page.paste(&text).await?;
    page.shows(text.as_bytes()).await?;
    assert!(page.run::<bool>("return window.announced === true", &[]).await?);
    Ok(())
}
