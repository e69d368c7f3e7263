//! What a reader copies and saves: each form as the parser gives it, metadata, the page with a text in it.

use crate::panels::{Expected, fixture};
use crate::runner::{Group, Wants, tests};
use crate::ways_in::EXAMPLE;
use base64::Engine;
use base64::engine::general_purpose::STANDARD as BASE64;
use cable::export::{self, Style};
use e2e::page::Key;
use e2e::{Artefact, Page, Result};
use serde_json::json;
use std::path::Path;
use std::{env, fs};

pub const GROUP: Group = Group {
    name: "taking",
    browser: Wants::Any,
    tests: tests![
        every_form_is_the_parser_s,
        the_panel_is_put_away,
        one_drawer_is_out_at_a_time,
        without_a_clipboard,
        metadata_comes_and_goes,
        the_page_is_saved_with_its_text,
        where_it_cannot_save_itself_it_says_so,
        a_hostile_text_comes_back,
    ],
};

/// A page served without TLS has no clipboard; the browser's old command reports what it copies.
const WITHOUT_CLIPBOARD: &str = "
    Object.defineProperty(navigator, 'clipboard', { value: undefined });
    document.addEventListener('copy', () => { window.copied = document.activeElement.value }, true)";

/// Captures what the page gives the browser to save. For each file that is really saved, the MiniBrowser adds a row to
/// its window, until nothing is left of the page.
pub const KEEP: &str = "
    document.addEventListener('cable-viewer:save', (event) => {
        window.saved = event.detail;
        event.stopImmediatePropagation();
        event.preventDefault();
    }, true);
    navigator.clipboard.writeText = async (text) => { window.copied = text }";

/// Clicks a control that copies, and returns what it copied.
pub async fn copied(page: &Page, control: &str) -> Result<String> {
    page.run::<()>("window.copied = null", &[]).await?;
    page.click(control).await?;
    page.until("it is copied", "return window.copied !== null", &[]).await?;
    page.run("return window.copied", &[]).await
}

/// Clicks a control that saves, and returns name, media type and text.
async fn saved(page: &Page, control: &str) -> Result<[String; 3]> {
    page.run::<()>("window.saved = null", &[]).await?;
    page.click(control).await?;
    page.until("it is saved", "return window.saved !== null", &[]).await?;
    page.run("return window.saved", &[]).await
}

/// The forms by their names, as the parser gives them.
fn forms(expected: &Expected, file: &str) -> Result<[(&'static str, String); 10]> {
    let Expected { text, cable, record } = expected;
    let cited = |style: Style| {
        let [before, _, behind] = style.around();
        [before, &export::cite(text, cable, file, style), behind].concat()
    };
    Ok([
        ("JSON", serde_json::to_string_pretty(record)? + "\n"),
        ("Markdown", export::markdown(record)),
        ("Plain text", export::plain(record)),
        ("CSV", export::CSV_HEADER.to_owned() + &*export::csv_row(record)),
        ("National Archives note", cited(Style::Nara)),
        ("Foreign Relations note", cited(Style::Frus)),
        ("Chicago note", cited(Style::Chicago)),
        ("BibTeX", cited(Style::Bibtex)),
        ("RIS", cited(Style::Ris)),
        ("CSL-JSON", cited(Style::CslJson)),
    ])
}

async fn every_form_is_the_parser_s(page: Page) -> Result {
    page.run::<()>(KEEP, &[]).await?;
    for name in ["nara-outgoing.txt", "saved-page.html", "plain-message.txt", "no-telegram.txt"] {
        let (path, text) = fixture(name)?;
        if page.run::<bool>("return document.getElementById('open')?.ariaExpanded === 'false'", &[]).await? {
            page.click("Open").await?;
        }
        page.pick(&[&path]).await?;
        page.shows(text.as_bytes()).await?;
        page.click("Export").await?;
        let expected = Expected::of(&text, name)?;
        for (form, content) in forms(&expected, name)? {
            assert_eq!(copied(&page, &format!("Copy {form}")).await?, content, "{form} of {name}");
            let [file, _, text] = saved(&page, &format!("Save {form}")).await?;
            assert_eq!(text, content, "{form} of {name}");
            let stem = expected.record.mrn.as_deref().unwrap_or(name.trim_end_matches(".txt"));
            assert!(file.starts_with(&format!("{stem}.")), "{file}");
        }
        page.click("Export").await?;
    }
    assert_eq!(page.errors().await?, Vec::<String>::new());
    Ok(())
}

async fn the_panel_is_put_away(page: Page) -> Result {
    page.open_example().await?;
    page.click("Export").await?;
    page.press(Key::Tab).await?;
    assert_eq!(page.focus().await?.id, "open", "the panel follows the toolbar");
    page.run::<()>("document.querySelector('#export button').focus()", &[]).await?;
    page.press(Key::Escape).await?;
    page.until("it is away", "return document.querySelector('#export').hidden", &[]).await?;
    assert_eq!(page.focus().await?.name, "Export");
    Ok(())
}

async fn one_drawer_is_out_at_a_time(page: Page) -> Result {
    const OUT: &str = "
        const out = [...document.querySelectorAll('#reading-settings, #export, #ways-in')].filter((one) => one.checkVisibility());
        return out.map((one) => one.id).join() === arguments[0]";
    page.open_example().await?;
    for (name, id) in [("Open", "ways-in"), ("Export", "export"), ("Settings", "reading-settings"), ("Settings", "")] {
        page.click(name).await?;
        page.until(&format!("{id} alone is out"), OUT, &[id.into()]).await?;
    }
    Ok(())
}

async fn without_a_clipboard(page: Page) -> Result {
    page.open_example().await?;
    page.run::<()>(WITHOUT_CLIPBOARD, &[]).await?;
    page.click("Export").await?;
    let Expected { record, .. } = Expected::of(EXAMPLE, "Example")?;
    let name = "Copy Plain text";
    assert_eq!(copied(&page, name).await?, export::plain(&record));
    assert_eq!(page.focus().await?.name, name, "the keyboard stays where it is");
    Ok(())
}

async fn metadata_comes_and_goes(page: Page) -> Result {
    const METADATA: &str = "
        const found = [...document.head.querySelectorAll('meta[name^=citation_]')];
        return found.map(e => [e.name, e.content])";
    page.open_example().await?;
    let Expected { text, cable, .. } = Expected::of(EXAMPLE, "Example")?;
    let expected = export::embedded(&text, &cable, "Example");
    let expected: Vec<_> = expected.into_iter().map(|(name, content)| (name.to_owned(), content)).collect();
    assert_eq!(page.run::<Vec<(String, String)>>(METADATA, &[]).await?, expected);
    page.click("Close").await?;
    page.until("it is gone", "return document.head.querySelector('meta[name^=citation_]') === null", &[]).await
}

/// Saves the open text as a page, opens that file from the disk, and returns the page and its HTML.
async fn reopened(page: &Page) -> Result<(Page, String)> {
    page.run::<()>(KEEP, &[]).await?;
    let [name, media_type, html] = saved(page, "Save as one HTML file").await?;
    assert!(name.ends_with(".html") && media_type == "text/html", "{name} {media_type}");
    let folder = tempfile::tempdir()?;
    let path = folder.path().join("saved.html");
    fs::write(&path, &html)?;
    let again = Page { address: format!("file://{}", path.display()), ..page.clone() };
    // Earlier errors are not its own.
    page.errors().await?;
    again.browser.goto("about:blank").await?;
    again.browser.goto(&again.address).await?;
    again.ready().await?;
    Ok((again, html))
}

/// Makes the page of a web server get the offline file, as from the worker that keeps its files, or get nothing.
async fn gives_the_file(page: &Page, gives: bool) -> Result {
    const GIVE: &str = "
        const [file] = arguments;
        document.addEventListener('cable-viewer:file', (event) => {
            event.stopImmediatePropagation();
            if (file === null) return;
            event.preventDefault();
            event.detail(new TextEncoder().encode(file).buffer);
        }, true)";
    let file = Path::new(&env::var("CABLE_DIST")?).join("cable-viewer.html");
    let file = gives.then(|| fs::read_to_string(file)).transpose()?;
    page.run(GIVE, &[json!(file)]).await
}

async fn where_it_cannot_save_itself_it_says_so(page: Page) -> Result {
    gives_the_file(&page, false).await?;
    page.open_example().await?;
    page.click("Export").await?;
    let offers: bool = page.run("return document.body.innerText.includes('Save as one HTML file')", &[]).await?;
    let says: bool =
        page.run("return document.body.innerText.includes('The page of a web server cannot')", &[]).await?;
    assert_eq!((offers, says), (page.artefact == Artefact::Offline, page.artefact == Artefact::Served));
    Ok(())
}

async fn the_page_is_saved_with_its_text(page: Page) -> Result {
    gives_the_file(&page, true).await?;
    page.open_example().await?;
    page.click("Export").await?;
    let (again, html) = reopened(&page).await?;
    again.shows(EXAMPLE.as_bytes()).await?;
    let expected = Expected::of(EXAMPLE, "Example")?;
    expected.check(&again.seen().await?);
    assert_eq!(again.seen().await?.status("File"), "Example");
    assert_eq!(again.errors().await?, Vec::<String>::new());
    // Everything is there again, including saving; another text replaces the first.
    again.run::<()>(KEEP, &[]).await?;
    again.click("Export").await?;
    let [_, _, second] = saved(&again, "Save as one HTML file").await?;
    if page.artefact == Artefact::Offline {
        assert_eq!(second, html, "the same text makes the same file");
    }
    again.click("Close").await?;
    again.open_typed("FM AMEMBASSY TARSIS\nSUBJECT: ROPES\n\n1. New.\n").await?;
    again.click("Export").await?;
    let (third, other) = reopened(&again).await?;
    assert_eq!(third.seen().await?.title, "ROPES");
    let closed = BASE64.encode(EXAMPLE);
    assert!(html.contains(&closed) && !other.contains(&closed), "what was closed is forgotten");
    Ok(())
}

async fn a_hostile_text_comes_back(page: Page) -> Result {
    let text = "FM AMEMBASSY TARSIS\nSUBJECT: </script></template><!-- <script>window.ran=1</script>\n\n\
                1. \u{2028}\u{2029} \0 \u{202e}desrever\u{202c} --> ]]> \u{1F9ED} \r\n&amp; &#0; \u{feff} end\r";
    page.drop_file("</template><img src=x onerror=window.ran=1>.txt", text.as_bytes()).await?;
    page.shows(text.as_bytes()).await?;
    gives_the_file(&page, true).await?;
    page.click("Export").await?;
    let (again, _) = reopened(&page).await?;
    again.shows(text.as_bytes()).await?;
    assert_eq!(
        again.seen().await?.source,
        cable::read(text).text,
        "byte for byte, but for what stands for a character"
    );
    assert_eq!(again.seen().await?.status("File"), "</template><img src=x onerror=window.ran=1>.txt");
    assert!(!again.run::<bool>("return 'ran' in window", &[]).await?);
    assert_eq!(again.errors().await?, Vec::<String>::new());
    Ok(())
}
