//! Long texts: 50,000 paragraphs opened and scrolled through, and words found in 10,000.

use crate::{PAINTED, say};
use e2e::{Artefact, Browser, Result, Stage};
use serde::Deserialize;
use serde_json::json;

/// How often each is measured.
const RUNS: usize = 5;

/// Makes a telegram of so many paragraphs of so many words, each a little different, and drops it as a file. Gives the
/// time until its panels are painted. The text is made before the clock runs.
const OPEN: &str = "
    const [paragraphs, words, done] = arguments;
    const some = ['the', 'harbor', 'lamp', 'was', 'seen', 'by', 'keeper', 'north', 'of', 'reef', 'and', 'pilot', 'channel'];
    const lines = ['FM AMEMBASSY TARSIS', 'TO SECSTATE WASHDC', '', 'C O N F I D E N T I A L TARSIS 000412', '',
        'TAGS: PREL', 'SUBJECT: A LONG TEXT', ''];
    let seed = 7;
    for (let number = 1; number <= paragraphs; number++) {
        const line = [];
        for (let word = 0; word < words; word++) {
            seed = (seed * 1103515245 + 12345) % 2147483648;
            line.push(some[seed % some.length]);
        }
        const wrapped = line.join(' ').replace(/(.{60}\\S*) /g, '$1\\n');
        lines.push(`${number}. (${number % 3 ? 'C' : 'U'}) ${wrapped}.`, '');
    }
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File([lines.join('\\n')], 'long.txt'));
    const event = new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true });
    requestAnimationFrame(() => {
        const began = performance.now();
        new MutationObserver((_, observer) => {
            if (!document.querySelector('#source pre')) return;
            observer.disconnect();
            painted(() => done(performance.now() - began));
        }).observe(document.body, { subtree: true, childList: true });
        document.body.dispatchEvent(event);
    })";

/// Scrolls as a wheel does, then jumps as when the scroll bar is dragged; gives the longest time between two frames.
const SCROLL: &str = "
    const done = arguments[0];
    let last, longest = 0, frame = 0;
    const step = (now) => {
        if (frame > 1) longest = Math.max(longest, now - last);
        last = now;
        if (++frame > 400) return done(longest);
        if (frame < 200) scrollBy({ top: 240, behavior: 'instant' });
        else if (frame % 10 === 0) scrollTo({ top: document.body.scrollHeight * ((frame * 37) % 200) / 200, behavior: 'instant' });
        requestAnimationFrame(step);
    };
    requestAnimationFrame(step)";

/// Types a word into the find field, key by key. Gives the time from the first key to the first hits counted, and the
/// longest time from a key to the next frame painted.
const FIND: &str = "
    const [word, done] = arguments;
    const field = document.querySelector('search input'), status = document.querySelector('search [role=status]');
    let hits, longest = 0, at = 0, first = performance.now();
    new MutationObserver(() => {
        if (hits === undefined && /\\d/.test(status.textContent)) painted(() => { hits ??= performance.now() - first });
    }).observe(status, { subtree: true, childList: true, characterData: true });
    const key = () => {
        if (at === word.length) return setTimeout(() => done({ hits, longest }), 500);
        const began = performance.now();
        field.value = word.slice(0, ++at);
        field.dispatchEvent(new InputEvent('input', { bubbles: true }));
        painted(() => { longest = Math.max(longest, performance.now() - began); setTimeout(key, 60) });
    };
    requestAnimationFrame(() => { first = performance.now(); key(); })";

#[derive(Deserialize)]
struct Keys {
    hits: f64,
    longest: f64,
}

/// Measures on the offline file.
pub async fn measure(stage: &Stage, browser: &Browser) -> Result {
    let (open, find) = ([PAINTED, OPEN].concat(), [PAINTED, FIND].concat());
    let (mut opened, mut scrolled, mut hits, mut keys) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    for _ in 0..RUNS {
        let page = stage.visit(browser, Artefact::Offline).await?;
        opened.push(page.run_async::<f64>(&open, &[json!(50_000), json!(40)]).await?);
        scrolled.push(page.run_async::<f64>(SCROLL, &[]).await?);
        let page = stage.visit(browser, Artefact::Offline).await?;
        page.run_async::<f64>(&open, &[json!(10_000), json!(143)]).await?;
        page.open_find().await?;
        let times: Keys = page.run_async(&find, &["north reef".into()]).await?;
        hits.push(times.hits);
        keys.push(times.longest);
    }
    println!("medians of {RUNS} runs, offline file, long texts");
    say("50,000 paragraphs opened", opened, 1_500, 1_000);
    say("longest frame, scrolling", scrolled, 50, 34);
    say("first hits in 10,000", hits, 100, 50);
    say("longest key, finding", keys, 50, 34);
    Ok(())
}
