//! Nothing leaves: a whole session requests only the page's own files, and the policy stops any other request.

use crate::panels::fixture;
use crate::runner::{Group, Wants, tests};
use crate::ways_in::EXAMPLE;
use e2e::{Artefact, Engine, Page, Result, Settings};
use serde_json::json;
use std::collections::BTreeSet;
use std::fs;
use std::io::{ErrorKind, Read};
use std::net::{Ipv4Addr, TcpListener};
use std::time::Duration;

pub const GROUP: Group = Group {
    name: "network",
    // Files that the page's worker kept for other tests would not be requested again.
    browser: Wants::Own,
    tests: tests![
        a_session_asks_for_nothing: [Requests],
        the_policy_stops_requests,
        sinks_refuse_text: [TrustedTypes],
        the_server_needs_no_root,
    ],
};

/// Returns whether an address is one of the page's own files, or in the page's own memory.
fn is_own(page: &Page, address: &str) -> bool {
    let folder = page.address.rsplit_once('/').map_or("", |(folder, _)| folder);
    match page.artefact {
        _ if address.starts_with("data:") => true,
        Artefact::Offline => address == page.address || address.starts_with("blob:null/"),
        Artefact::Served => {
            let blob = format!("blob:{}", page.address.split("/reading").next().unwrap_or_default());
            address.starts_with(folder) || address.starts_with(&blob)
        }
    }
}

async fn a_session_asks_for_nothing(page: Page) -> Result {
    let (path, text) = fixture("saved-page.html")?;
    page.open_example().await?;
    for control in ["References", "Source", "Wrap lines", "Checks", "Copy Summary", "Export"] {
        page.click(control).await?;
    }
    for control in ["Copy JSON", "Save JSON", "Save BibTeX", "Open"] {
        page.click(control).await?;
    }
    page.pick(&[&path]).await?;
    page.shows(text.as_bytes()).await?;
    page.paste("<img src=\"https://example.org/a.png\"> http://example.org/b").await?;
    page.until("it is open", "return document.body.textContent.includes('example.org/b')", &[]).await?;
    page.drop_file("reef.png", b"\x89PNG\r\n\x1A\n").await?;
    page.until("it is refused", "return document.querySelector('[role=alert]') !== null", &[]).await?;
    page.click("Back").await?;
    page.shows(text.as_bytes()).await?;
    page.click("Close").await?;
    let requests = page.requests().await?;
    let is_kept = |address: &String| *address == page.address || address.starts_with("data:image/svg");
    assert!(requests.iter().any(is_kept), "the log is kept: {requests:?}");
    let foreign: Vec<_> = requests.iter().filter(|address| !is_own(&page, address)).collect();
    assert_eq!(foreign, Vec::<&String>::new());
    // The page and the files that index.html names are requested once each, and so is the worker that keeps them.
    let files: Vec<_> =
        requests.iter().filter(|address| address.starts_with("http") || address.starts_with("file")).collect();
    let distinct: BTreeSet<_> = files.iter().collect();
    // For a request with a digest Firefox uses nothing preloaded, and its cache may keep nothing of this server.
    let again = files.iter().filter(|address| address.ends_with(".wasm")).count().saturating_sub(1);
    let again = if page.browser.engine() == Engine::Firefox { again.min(1) } else { 0 };
    assert_eq!(distinct.len() + again, files.len(), "{files:?}");
    if page.artefact == Artefact::Offline {
        // Firefox does not report what it reads from the disk.
        assert!(files == [&page.address] || page.browser.engine() == Engine::Firefox && files.is_empty(), "{files:?}");
        return Ok(());
    }
    let index = fs::read_to_string(Settings::from_environment()?.dist.join("index.html"))?;
    let named = index.split("\"./").skip(1).filter_map(|rest| rest.split('"').next());
    let named: BTreeSet<_> = named.chain(["", "service-worker.js"]).collect();
    let asked: BTreeSet<_> = files.iter().map(|address| address.rsplit('/').next().unwrap_or_default()).collect();
    assert!(asked.is_subset(&named), "{asked:?} of {named:?}");
    assert!(asked.len() > 6, "the page is more than one file: {asked:?}");
    Ok(())
}

/// Every way in which a script can make a request, with the directive that must stop it.
const REQUESTS: [(&str, &str); 16] = [
    ("connect-src", "fetch(address, { mode: 'no-cors' }).catch(() => {})"),
    ("connect-src", "const r = new XMLHttpRequest(); r.onerror = () => {}; r.open('POST', address); r.send('x')"),
    ("connect-src", "navigator.sendBeacon(address, 'x')"),
    ("connect-src", "new WebSocket(address.replace('http', 'ws'))"),
    ("connect-src", "new EventSource(address)"),
    ("img-src", "new Image().src = address"),
    ("img-src", "add('link', { rel: 'icon', href: address })"),
    ("frame-src", "add('iframe', { src: address })"),
    ("media-src", "add('video', { src: address })"),
    ("style-src-elem", "add('link', { rel: 'stylesheet', href: address })"),
    ("style-src-elem", "add('style', { textContent: `@import '${address}'` })"),
    (
        "font-src",
        "const face = new FontFace('x', `url(${address})`); document.fonts.add(face); face.load().catch(() => {})",
    ),
    ("default-src", "add('link', { rel: 'prefetch', href: address })"),
    ("script-src-elem", "add('link', { rel: 'modulepreload', href: address })"),
    ("form-action", "add('form', { action: address, method: 'post' }).submit()"),
    ("base-uri", "add('base', { href: address })"),
];

/// Attempts, by words in them, that an engine stops without telling the page, or never makes. The listener shows, then
/// and after all the others, that nothing leaves.
const fn untold(engine: Engine) -> &'static [&'static str] {
    match engine {
        Engine::Chromium => &[],
        Engine::Firefox => &["iframe", "prefetch", "modulepreload"],
        Engine::WebKit => &["icon", "prefetch"],
    }
}

/// Each is tried from within the page, against a listener that records whoever sends it something.
async fn the_policy_stops_requests(page: Page) -> Result {
    const TRY: &str = "
        const [address, late, untold, done] = arguments;
        const add = (name, properties) => {
            const element = Object.assign(document.createElement(name), properties);
            document.body.append(element);
            return element;
        };
        // What was tried before may be refused late, and more than once.
        const told = ({ effectiveDirective }) => late.includes(effectiveDirective) || done(effectiveDirective);
        document.addEventListener('securitypolicyviolation', told);
        try { ATTEMPT } catch {}
        if (untold) done(untold)";
    let elsewhere = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
    elsewhere.set_nonblocking(true)?;
    let address = format!("http://{}/", elsewhere.local_addr()?);
    page.open_example().await?;
    for (tried, (directive, attempt)) in REQUESTS.into_iter().enumerate() {
        let script = TRY.replace("ATTEMPT", attempt);
        let late: Vec<&str> =
            REQUESTS[..tried].iter().map(|(late, _)| *late).filter(|late| *late != directive).collect();
        let is_untold = untold(page.browser.engine()).iter().any(|words| attempt.contains(words));
        let untold = is_untold.then_some(directive);
        let stopped_by: String = page.run_async(&script, &[json!(address), json!(late), json!(untold)]).await?;
        assert_eq!(stopped_by, directive, "{attempt}");
        assert_eq!(said_to(&elsewhere)?, Vec::<String>::new(), "{attempt}");
    }
    assert_eq!(page.seen().await?.source, EXAMPLE, "and the page lives on");
    Ok(())
}

/// What was sent to a listener, one text per connection that sent something. For a frame or a form Chromium connects
/// before it asks the policy, and then hangs up silently.
fn said_to(listener: &TcpListener) -> Result<Vec<String>> {
    let mut said = Vec::new();
    loop {
        match listener.accept() {
            Ok((mut stream, _)) => {
                stream.set_nonblocking(false)?;
                stream.set_read_timeout(Some(Duration::from_millis(500)))?;
                let mut bytes = [0; 1024];
                let count = stream.read(&mut bytes).unwrap_or(0);
                said.extend((count > 0).then(|| String::from_utf8_lossy(&bytes[..count]).into_owned()));
            }
            Err(error) if error.kind() == ErrorKind::WouldBlock => return Ok(said),
            Err(error) => return Err(error.into()),
        }
    }
}

/// Trusted Types: a text never becomes markup or a script, whatever tries.
async fn sinks_refuse_text(page: Page) -> Result {
    const TRY: &str = "
        const attempts = {
            innerHTML: () => { document.createElement('p').innerHTML = '<b>x</b>' },
            insertAdjacentHTML: () => document.body.insertAdjacentHTML('beforeend', '<b>x</b>'),
            DOMParser: () => new DOMParser().parseFromString('<b>x</b>', 'text/html'),
            srcdoc: () => { document.createElement('iframe').srcdoc = '<b>x</b>' },
            script: () => { document.createElement('script').text = 'window.ran = 1' },
            timer: () => window.setTimeout('window.ran = 1'),
            Function: () => new window.Function('window.ran = 1')(),
            policy: () => trustedTypes.createPolicy('own', { createHTML: (text) => text }),
        };
        const passed = (act) => { try { act(); return true } catch { return false } };
        // What the driver itself evaluates may evaluate more; the window's functions are the page's.
        const done = arguments[0];
        window.setTimeout(() => done(Object.keys(attempts).filter(name => passed(attempts[name])).concat(window.ran ? ['it ran'] : [])))";
    assert_eq!(page.run_async::<Vec<String>>(TRY, &[]).await?, Vec::<String>::new());
    Ok(())
}

/// Served from a folder: no address of the page begins at the server's root.
async fn the_server_needs_no_root(page: Page) -> Result {
    const ADDRESSES: &str = "
        const elements = [...document.querySelectorAll('[src], [href]')];
        return elements.map(e => e.getAttribute('src') ?? e.getAttribute('href'))
            .filter(address => !address.startsWith('./') && !address.startsWith('data:') && !address.startsWith('#'))";
    assert_eq!(page.run::<Vec<String>>(ADDRESSES, &[]).await?, Vec::<String>::new());
    Ok(())
}
