//! What is forbidden in a script of the page, and the exceptions.

use crate::worker;

/// What is forbidden in a script, grouped by what it could be used for.
pub const FORBIDDEN: &[(&str, &[&str])] = &[
    (
        "navigation",
        &[
            "location =",
            ".href =",
            "location.assign",
            "location.replace",
            "arg0.assign(",
            "arg0.replace(",
            "open(",
            "submit(",
            "requestSubmit(",
            "navigate(",
            "click(",
        ],
    ),
    ("peer to peer", &["RTCPeerConnection", "webkitRTCPeerConnection", "RTCDataChannel"]),
    (
        "network",
        &[
            "fetch(",
            "XMLHttpRequest",
            "WebSocket",
            "WebSocketStream",
            "WebTransport",
            "EventSource",
            "sendBeacon",
            "importScripts",
            "import(",
            "Worker(",
            "SharedWorker(",
            "serviceWorker",
            "new Image(",
        ],
    ),
    (
        "text run as HTML",
        &[
            "innerHTML",
            "outerHTML",
            "insertAdjacentHTML",
            "write(",
            "writeln(",
            "setHTMLUnsafe",
            "setHTML",
            "parseHTMLUnsafe",
            "createContextualFragment",
            "parseFromString",
            "srcdoc",
        ],
    ),
    (
        "storage",
        &["localStorage", "sessionStorage", "indexedDB", "cookie", "cookieStore", "caches.", "showSaveFilePicker("],
    ),
    ("text run as a script", &["eval(", "new Function", "setTimeout(getString", "setInterval(getString"]),
    ("any of these, by a name that is not in sight", &["Reflect.get(", "Reflect.apply(", "Reflect.construct("]),
];

/// An exception.
pub struct Allowed {
    /// The scripts that may contain it.
    pub scripts: &'static [&'static str],
    /// The text as it is in the script.
    pub text: &'static str,
    /// Why this is not what the words are forbidden for.
    _reason: &'static str,
}

pub const ALLOWED: &[Allowed] = &[
    Allowed {
        scripts: &["loader"],
        text: "wasm_bindgen({ module_or_path: fetch(link.href, { integrity: link.dataset.integrity }) }).then(started, failed);",
        _reason: "the served page fetches its program, by digest; the offline file does not",
    },
    Allowed {
        scripts: &["register"],
        text: "if (!navigator.serviceWorker) return;",
        _reason: "whether there are workers",
    },
    Allowed {
        scripts: &["register"],
        text: "const worker = navigator.serviceWorker && navigator.serviceWorker.controller;",
        _reason: "the worker that is asked for the offline file",
    },
    Allowed {
        scripts: &["register"],
        text: "const registration = await navigator.serviceWorker.register(address());",
        _reason: "the worker, by the one address that the Trusted Types policy of its script knows",
    },
    Allowed {
        scripts: &["register"],
        text: "navigator.serviceWorker.ready.then(() => (root.dataset.cached = \"\"));",
        _reason: "whether the page is kept",
    },
    Allowed {
        scripts: &["register"],
        text: "navigator.serviceWorker.addEventListener(\"controllerchange\", () => location.reload(), { once: true });",
        _reason: "reloads this page when the reader has asked for the new version",
    },
    Allowed {
        scripts: &[worker::NAME],
        text: "const cache = await caches.open(CACHE);",
        _reason: "the cache that keeps the page's own files",
    },
    Allowed {
        scripts: &[worker::NAME],
        text: "const response = await fetch(address, { cache: \"no-cache\", integrity: FILES[name] });",
        _reason: "the page's own files, each by its digest",
    },
    Allowed {
        scripts: &[worker::NAME],
        text: "return (await kept(name)) || fetch(request);",
        _reason: "a request of the page for one of its own files",
    },
    Allowed {
        scripts: &[worker::NAME],
        text: "const fetched = fetch(request);",
        _reason: "the page itself, asked for by the browser",
    },
    Allowed {
        scripts: &["start", "offline start"],
        text: "link.href = address;",
        _reason: "a download: the address is that of a blob which the line above has made",
    },
    Allowed {
        scripts: &["glue", "offline glue"],
        text: "const n=arg0.localStorage;",
        _reason: "the reading settings, where the reader asks that they are kept: `src/storage/`",
    },
    Allowed {
        scripts: &["start", "offline start"],
        text: "const kept = localStorage.getItem(\"cable-viewer.settings\");",
        _reason: "the same settings, before the first paint",
    },
    Allowed { scripts: &["start", "offline start"], text: "link.click();", _reason: "the same download's click" },
    Allowed {
        scripts: &["offline loader"],
        text: "var page = \"<!doctype html>\\n\" + pristine.outerHTML + \"\\n\";",
        _reason: "it is read, not set: the page as a file to keep",
    },
];
