// The part of the page that works without WebAssembly: it says why a start failed, and after a panic it hands the
// text back, shows it as it is, and offers a report of what happened, to be copied. It is a classic script, run before
// the loader in both artefacts. It exposes nothing, loads nothing, sends nothing, and writes only text into the page.
// Its syntax is that of 2015, so that a browser too old for the program can still say why.
//
// In <html data-state>: "starting" (written in index.html) until the program sets "ready"; "failed" is set here.
//
// It listens on `document` for these events, all CustomEvent:
// - "cable-viewer:failed"  from the loader: the start threw; `detail` is the error, or a string. The loader catches
//                          what `import(..)` and `init(..)` throw and dispatches this; it shows nothing itself.
//                          What it does not catch reaches this script as an error of the window.
// - "cable-viewer:loading" from the loader, when it runs: a script that the policy refused reports nothing itself.
//                          preventDefault lets it go on; it does not start a program that nobody watches.
// - "cable-viewer:hold"    from the program, before a text is parsed: `detail` is the text as a string, or null when
//                          it was closed.
// - "cable-viewer:panic"   from the program's panic hook: `detail` is the place in the program, never content.
// - "cable-viewer:clock"   from the program: `detail` is [milliseconds since 1970, time zone or null]; day, minute and
//                          name of the zone are appended. It is here because a zone that the browser does not know is
//                          an exception, which would end the program.
// - "cable-viewer:save"    from the program: `detail` is [name, type, text], with one text or several that are joined,
//                          to be offered as a file. It is here because a click on a link can navigate: here the link
//                          is one to a blob of the page's own, and the program has no click.
// - "cable-viewer:copy"    from the program, where the page has no clipboard (served without TLS): `detail` is a text
//                          that the old command is to copy. preventDefault tells the program that it has.
// - "cable-viewer:enclose" from a script that has the offline file as packed: `detail` is [file name, name, text,
//                          that file], to be offered as a file with the text in it. Name and text are in the file's
//                          <template id="document">, UTF-8 in base64, separated by a blank: whatever a text holds, it
//                          can neither end the element nor become markup.
// - "cable-viewer:page"    from the program, as loader/packed.js has it, for the page of a web server: it can save the
//                          offline file with a text in it if somebody answers "cable-viewer:file", whose `detail` is
//                          called with that file's bytes.
// A trap without a panic (out of memory, stack) also reaches this script as an error of the window.
(() => {
  "use strict";
  const root = document.documentElement;
  const NOT_STARTED = "The page could not start";
  let text = null; // what is open, in case the program dies
  let blocked = false; // whether the policy has refused something since the start
  let loading = false; // whether the loader has run

  // The reader's settings, if they were to be kept: set before the first paint. src/state/settings.rs has the same
  // list; anything else is ignored.
  const SETTINGS = [
    "theme=light", "theme=dark", "width=narrow", "width=wide", "size=small", "size=large", "size=larger", "face=sans",
    "keys=off",
  ];
  try {
    const kept = localStorage.getItem("cable-viewer.settings");
    if (kept !== null) {
      root.dataset.kept = "";
      for (const setting of kept.split(" ").filter((setting) => SETTINGS.indexOf(setting) >= 0)) {
        const [name, value] = setting.split("=");
        root.dataset[name] = value;
      }
    }
  } catch (error) {
    // Storage is switched off: nothing was kept.
  }

  // The notice is made now, because it must not need anything that may be broken later.
  const notice = element("div", "failure");
  const title = element("h2", "failure-title");
  const sentence = element("p", "failure-sentence");
  const place = element("p", "failure-place");
  const copied = element("p", "failure-copied");
  const field = element("textarea", "failure-text");
  const copy = element("button", "failure-button");
  const show = element("button", "failure-button");
  const reload = element("button", "failure-button");
  const report = element("button", "failure-button");
  const full = element("label", "failure-full");
  const withText = element("input", "failure-with-text");
  title.id = "failure-title";
  sentence.id = "failure-sentence";
  notice.setAttribute("role", "alertdialog");
  notice.setAttribute("aria-labelledby", title.id);
  notice.setAttribute("aria-describedby", sentence.id);
  copied.setAttribute("role", "status");
  field.setAttribute("aria-label", "The text");
  const plain = element("label", "failure-plain");
  const file = element("input", "failure-file");
  plain.textContent = "Read a text here as it stands: choose its file, or paste it below. ";
  plain.appendChild(file);
  file.type = "file";
  withText.type = "checkbox";
  full.appendChild(withText);
  full.appendChild(document.createTextNode(" with the text in it"));
  copy.textContent = "Copy text";
  show.textContent = "Read as plain text";
  reload.textContent = "Reload";
  report.textContent = "Copy report";
  for (const button of [copy, show, reload, report]) button.type = "button";
  for (const part of [title, sentence, place, copy, show, reload, report, full, copied, plain, field]) {
    notice.appendChild(part);
  }

  copy.addEventListener("click", () => give(text));
  report.addEventListener("click", () => give(told()));
  show.addEventListener("click", () => showText(text));
  reload.addEventListener("click", () => location.reload());

  // A browser that cannot run the program still reads a text.
  file.addEventListener("change", () => {
    const reader = new FileReader();
    reader.onload = () => (field.value = reader.result);
    if (file.files[0]) reader.readAsText(file.files[0]);
  });

  document.addEventListener("cable-viewer:loading", (event) => {
    loading = true;
    if (root.dataset.state === "starting") event.preventDefault();
  });
  document.addEventListener("cable-viewer:hold", (event) => (text = event.detail));
  document.addEventListener("cable-viewer:panic", (event) => stopped(event.detail));
  // A task later, once refusals by the policy have been reported.
  document.addEventListener("cable-viewer:failed", (event) => setTimeout(failed, 0, event.detail));
  document.addEventListener("cable-viewer:clock", clock);
  document.addEventListener("cable-viewer:save", save);
  document.addEventListener("cable-viewer:copy", (event) => {
    const before = document.activeElement;
    const lent = element("textarea", "visually-hidden");
    lent.value = event.detail;
    document.body.appendChild(lent);
    lent.select();
    if (document.execCommand("copy")) event.preventDefault();
    lent.remove();
    if (before) before.focus();
  });
  document.addEventListener("cable-viewer:enclose", (event) => enclose(...event.detail));
  document.addEventListener("cable-viewer:page", (event) => {
    const take = (bytes) => {
      if (event.detail && bytes) enclose(...event.detail, new TextDecoder().decode(bytes));
    };
    const asked = new CustomEvent("cable-viewer:file", { cancelable: true, detail: take });
    if (!document.dispatchEvent(asked)) event.preventDefault();
  });
  document.addEventListener("securitypolicyviolation", () => (blocked = true));
  addEventListener("unhandledrejection", (event) => thrown(event.reason));
  // Capturing, because the error of a script that cannot be loaded does not bubble.
  addEventListener("error", (event) => thrown(event.error || event.target), true);

  // Deferred scripts have run by then.
  document.addEventListener("DOMContentLoaded", () => setTimeout(() => {
    if (root.dataset.state === "starting" && !loading) failed("a script of the page did not run");
  }));

  if (typeof WebAssembly !== "object" || !isNewEnough()) failed();

  // light-dark() is the newest thing that the page needs: README's floor follows from it.
  function isNewEnough() {
    return typeof CSS === "object" && CSS.supports("color", "light-dark(red, red)");
  }

  function thrown(error) {
    if (root.dataset.state !== "starting") {
      if (isTrap(error)) stopped(error.message);
    } else if (error instanceof Error) {
      failed(error);
    } else if (error instanceof HTMLScriptElement) {
      failed("a script could not be loaded");
    }
  }

  // Errors that end a WebAssembly program without its panic hook. InternalError is Firefox's word for a full stack.
  function isTrap(error) {
    return error instanceof WebAssembly.RuntimeError || error instanceof RangeError || /^InternalError/.test(error);
  }

  function failed(error) {
    const message = error === undefined ? "" : String(error.message || error);
    paint(NOT_STARTED, cause(error, message) + " Nothing was sent.", message);
  }

  function cause(error, message) {
    if (typeof WebAssembly !== "object") {
      return "This browser has no WebAssembly, or it is switched off. Switch it on, or use another browser.";
    }
    if (blocked || /content security policy|\bCSP\b/i.test(message)) {
      return "A script of the page was refused: by a policy of the server, of an extension or of this browser, or because " +
        "the file is not as it was made. Get it again, and compare its SHA-256 with one from someone you trust.";
    }
    if (error === undefined || error instanceof SyntaxError || error instanceof WebAssembly.CompileError ||
      error instanceof WebAssembly.LinkError || error instanceof ReferenceError) {
      return "This browser is too old for the program, or the file is damaged. Use Chrome or Edge from 123, Firefox from " +
        "120 or Safari from 17.5, or get the file again.";
    }
    return "A part of the page could not be loaded or started. Reload it, or get the file again.";
  }

  function stopped(where) {
    const rest = text === null
      ? "Reload the page to start again."
      : "The text is still here: copy it, or reload the page to start again.";
    paint("The page has stopped", "A fault in the program has stopped it. Nothing was sent. " + rest, where || "");
  }

  // The first failure is the cause; what follows from it adds nothing.
  function paint(heading, words, where) {
    if (root.dataset.state === "failed") return;
    root.dataset.state = "failed";
    title.textContent = heading;
    sentence.textContent = words;
    place.textContent = where;
    copy.hidden = show.hidden = full.hidden = text === null;
    plain.hidden = field.hidden = text !== null || heading !== NOT_STARTED;
    const append = () => {
      // Everything behind the notice is out of action.
      for (const part of document.body.children) part.inert = true;
      document.body.appendChild(notice);
      (copy.hidden ? reload : copy).focus();
    };
    if (document.body) append();
    else document.addEventListener("DOMContentLoaded", append);
  }

  // What helps to fix the fault, and nothing of the text unless the reader asks for it.
  function told() {
    const version = document.querySelector("meta[name=version]");
    const lines = [
      "Cable Viewer " + (version ? version.content : ""),
      "Browser: " + navigator.userAgent,
      "Said: " + title.textContent + ". " + sentence.textContent,
      "Place: " + place.textContent,
    ];
    if (text !== null) lines.push("Text: " + text.length + " characters");
    if (text !== null && withText.checked) lines.push("", text);
    return lines.join("\n") + "\n";
  }

  function give(content) {
    const byHand = () => selectText(content);
    if (!navigator.clipboard) return byHand();
    navigator.clipboard.writeText(content).then(() => (copied.textContent = "Copied."), byHand);
  }

  function showText(content) {
    field.hidden = false;
    field.readOnly = true;
    field.value = content;
    field.focus();
  }

  // Where there is no clipboard (a page served without TLS) the old command may still copy; otherwise the reader does.
  function selectText(content) {
    showText(content);
    field.select();
    copied.textContent = document.execCommand("copy")
      ? "Copied."
      : "This browser does not let the page write to the clipboard. " +
        "The text is selected: copy it with Ctrl+C or Cmd+C.";
  }

  function clock(event) {
    const [moment, zone] = event.detail;
    const parts = { year: "numeric", month: "long", day: "numeric", hour: "2-digit", minute: "2-digit" };
    const form = Object.assign(parts, { hourCycle: "h23", timeZoneName: "short", timeZone: zone || undefined });
    try {
      const at = {};
      for (const { type, value } of new Intl.DateTimeFormat("en-GB", form).formatToParts(moment)) at[type] = value;
      event.detail.push(`${at.day} ${at.month} ${at.year}`, `${at.hour}:${at.minute}`, at.timeZoneName);
    } catch (error) {
      // The browser does not know this zone: the program says nothing about it.
    }
  }

  // preventDefault tells the program that the browser has taken it.
  function save(event) {
    const [name, type, content] = event.detail;
    const link = element("a");
    const address = URL.createObjectURL(new Blob([].concat(content), { type }));
    link.href = address;
    link.download = name;
    link.click();
    event.preventDefault();
    // The browser may read the blob a little after the click.
    setTimeout(() => URL.revokeObjectURL(address), 60000);
  }

  function enclose(file, name, text, page) {
    const [begin, end] = ['<template id="document">', "</template>"];
    const [head, rest] = page.split(begin + end);
    const content = head + begin + encoded(name) + " " + encoded(text) + end + rest;
    const detail = [file, "text/html", content];
    document.dispatchEvent(new CustomEvent("cable-viewer:save", { cancelable: true, detail }));
  }

  function encoded(text) {
    const bytes = new TextEncoder().encode(text);
    if (bytes.toBase64) return bytes.toBase64();
    let binary = "";
    const STEP = 32768; // more arguments than this some engines do not take
    for (let i = 0; i < bytes.length; i += STEP) binary += String.fromCharCode.apply(null, bytes.subarray(i, i + STEP));
    return btoa(binary);
  }

  function element(name, className) {
    const made = document.createElement(name);
    made.className = className;
    return made;
  }
})();
