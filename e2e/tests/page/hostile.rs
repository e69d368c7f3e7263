//! Text that tries to be more than text: it is shown, and nothing runs.

use crate::panels::Expected;
use crate::runner::{Group, Wants, tests};
use e2e::{Page, Result};
use serde_json::json;

pub const GROUP: Group = Group {
    name: "hostile",
    browser: Wants::Any,
    tests: tests![markup_in_every_field, addresses_are_no_links, controls_are_shown, one_line_of_ten_megabytes],
};

const MARKUP: [&str; 6] = [
    "<img src=x onerror=window.ran=1>",
    "<script>window.ran=1</script>",
    "<svg onload=window.ran=1>",
    "<a href=\"javascript:window.ran=1\">x</a>",
    "\"><iframe srcdoc='<script>parent.ran=1</script>'>",
    "{{window.ran=1}}${window.ran=1}",
];

/// A telegram with the same words in every field.
fn telegram(words: &str) -> String {
    format!(
        "VZCZCXRO3117\nRR RUEHQX {words}\nDE RUEHQW #0412/01 0711035\nZNY CCCCC ZZH\nR 121035Z MAR 07\n\
         FM AMEMBASSY {words}\nTO RUEHC/{words} 2210\nINFO RUEHQZ/{words}\n\n\
         C O N F I D E N T I A L SECTION 01 OF 02 PORT CALDER 000412\n\nSIPDIS\n\nDEPARTMENT FOR {words}\n\n\
         E.O. 12958: DECL: {words}\nTAGS: PREL {words}\nSUBJECT: {words}\n\nREF: A. {words}\n     B. PORT CALDER 301\n\n\
         Classified By: {words} for Reasons 1.4 b/d.\n\n1. (C) Summary: {words} End Summary.\n\n\
         {words}\n-------\n\n2. (C) {words} (Note: {words} End Note.)\n\n3. (C) Comment: {words} End Comment.\n\n{words}\n"
    )
}

/// Opens a text and checks its panels, and that nothing in it took effect.
async fn stays_text(page: &Page, text: &str) -> Result {
    const ALIVE: &str = "
        const foreign = document.querySelectorAll('img, svg, iframe, object, embed, video, audio, base, [onerror], [onload]');
        const scripts = [...document.scripts].filter(script => script.textContent.includes('window.ran'));
        const links = [...document.links].filter(link => !link.getAttribute('href').startsWith('#'));
        return (window.ran ? ['it ran'] : []).concat([...foreign, ...scripts, ...links].map(e => e.outerHTML))";
    // The tag in the file name is hostile as well.
    let name = "<img src=x onerror=window.ran=1>.txt";
    page.drop_file(name, text.as_bytes()).await?;
    page.shows(text.as_bytes()).await?;
    let seen = page.seen().await?;
    assert_eq!(seen.status("File"), name);
    Expected::of(text, name)?.check(&seen);
    for tab in ["Checks", "References", "Glossary", "Source"] {
        page.click(tab).await?;
    }
    assert_eq!(page.run::<Vec<String>>(ALIVE, &[]).await?, Vec::<String>::new());
    assert_eq!(page.errors().await?, Vec::<String>::new());
    Ok(())
}

async fn markup_in_every_field(page: Page) -> Result {
    for words in MARKUP {
        let text = telegram(words);
        stays_text(&page, &text).await?;
        let seen = page.seen().await?;
        assert_eq!(seen.title, words);
        assert!(seen.summary.join("").contains(words), "{:?}", seen.summary);
    }
    Ok(())
}

async fn addresses_are_no_links(page: Page) -> Result {
    for words in [
        "javascript:window.ran=1",
        "https://example.org/a?b=c",
        "mailto:a@example.org",
        "data:text/html,<script>window.ran=1</script>",
    ] {
        stays_text(&page, &telegram(words)).await?;
    }
    Ok(())
}

/// Each control character is shown as a symbol and isolated, so that it cannot turn or hide what is around it, and it
/// is still in the text.
async fn controls_are_shown(page: Page) -> Result {
    const SYMBOLS: &str = "
        const controls = [...document.querySelectorAll('h1 .control')];
        return controls.map(e => [getComputedStyle(e).unicodeBidi, getComputedStyle(e, '::before').content.replace(/\"/g, '')])";
    let words = "SAFE \u{202e}DESREVER\u{202c} \u{2066}A\u{2069} \u{200f}B \u{feff}C \0NUL \u{7}BELL";
    let text = telegram(words);
    stays_text(&page, &text).await?;
    let seen = page.seen().await?;
    assert_eq!(seen.title, Expected::of(&text, "")?.record.subject.unwrap_or_default());
    let shown: Vec<(String, String)> = page.run(SYMBOLS, &[]).await?;
    let controls = seen.title.chars().filter(|c| !c.is_ascii_graphic() && *c != ' ').count();
    assert_eq!(shown.len(), controls, "{shown:?}");
    assert!(controls >= 7, "the subject keeps its controls: {:?}", seen.title);
    for (bidi, symbol) in &shown {
        assert!(bidi.contains("isolate") && !symbol.is_empty() && symbol != "none", "{bidi} {symbol:?}");
    }
    Ok(())
}

/// The page stays usable: it draws only so much at once, and all of the text is reached by scrolling.
async fn one_line_of_ten_megabytes(page: Page) -> Result {
    const DROP: &str = "
        const dataTransfer = new DataTransfer();
        dataTransfer.items.add(new File([arguments[0] + 'A'.repeat(arguments[1])], 'long.txt'));
        document.body.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }))";
    const END: &str = "
        const pane = document.querySelector('.source');
        pane.scrollTop = pane.scrollHeight;
        return pane.lastElementChild.textContent.endsWith('AAAA')";
    let size = 10 * 1024 * 1024;
    for before in ["", "FM AMEMBASSY PORT CALDER\nSUBJECT: LONG\n\n1. (U) ", "SUBJECT: "] {
        page.run::<()>(DROP, &[before.into(), json!(size)]).await?;
        let text = format!("{before}{}", "A".repeat(size));
        page.shows(text.as_bytes()).await?;
        page.click("References").await?;
        page.click("Checks").await?;
        page.click("Source").await?;
        let shown: usize = page.run("return document.body.textContent.length", &[]).await?;
        assert!(shown < size, "{shown} characters are shown at once");
        page.until("the end is drawn", END, &[]).await?;
    }
    assert_eq!(page.errors().await?, Vec::<String>::new());
    Ok(())
}
