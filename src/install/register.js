// Has the browser keep the page (service-worker.js), offers a newer version, and hands out the offline file. Only the
// served page has this script. It loads nothing but the worker and sends nothing.
//
// It listens on `document` for these events, both CustomEvent:
// - "cable-viewer:started"  from the loader: `detail` is a function that cuts the page off from its server, to be
//                           called when the worker is registered. preventDefault says that it will be.
// - "cable-viewer:hold"     from the program: `detail` is the open text, or null
// - "cable-viewer:file"     from the program: `detail` is called with the offline file's bytes, or with null
//
// <html data-cached> says that the page opens without its server.
(() => {
  "use strict";
  const WORKER = "./service-worker.js";
  // Milliseconds after which the page cuts itself off from its server, whatever became of the worker.
  const PATIENCE = 10000;
  const root = document.documentElement;
  const version = document.querySelector("meta[name=version]").content;
  let isOpen = false; // whether the reader has something open
  let notice = null;

  document.addEventListener("cable-viewer:hold", (event) => (isOpen = event.detail !== null));
  document.addEventListener("cable-viewer:started", (event) => {
    // There is none without TLS, or in browsers told to keep nothing. Where cookies are refused, so is all else.
    if (!navigator.serviceWorker) return;
    if (!navigator.cookieEnabled) return;
    event.preventDefault();
    const late = new Promise((done) => setTimeout(done, PATIENCE));
    Promise.race([register(), late]).catch(() => {}).then(event.detail);
  });
  document.addEventListener("cable-viewer:file", (event) => {
    const worker = navigator.serviceWorker && navigator.serviceWorker.controller;
    if (!worker) return;
    event.preventDefault();
    ask(worker, "file").then(event.detail);
  });

  async function register() {
    const registration = await navigator.serviceWorker.register(address());
    if (registration.active) offer(registration.waiting);
    registration.addEventListener("updatefound", () => {
      const worker = registration.installing;
      const isUpdate = registration.active !== null;
      worker.addEventListener("statechange", () => {
        if (worker.state === "installed" && isUpdate) offer(worker);
      });
    });
    navigator.serviceWorker.ready.then(() => (root.dataset.cached = ""));
    document.addEventListener("visibilitychange", () => {
      if (!document.hidden && registration.active) registration.active.postMessage("look");
    });
  }

  // Trusted Types guard the address of a script. This policy allows one address and no other.
  function address() {
    if (typeof trustedTypes === "undefined") return WORKER;
    return trustedTypes.createPolicy("cable-viewer-worker", { createScriptURL: () => WORKER }).createScriptURL("");
  }

  function ask(worker, question) {
    const { port1, port2 } = new MessageChannel();
    worker.postMessage(question, [port2]);
    return new Promise((done) => (port1.onmessage = (event) => done(event.data)));
  }

  async function offer(worker) {
    if (!worker) return;
    // A page that is the new version already, because its server sent it, needs no offer.
    if ((await ask(worker, "version")) === version) return worker.postMessage("take over");
    const say = element("p", "A new version is ready.");
    const reload = element("button", "Reload");
    const later = element("button", "Later");
    if (notice) notice.remove();
    notice = element("aside", "");
    notice.className = "update";
    notice.setAttribute("aria-label", "New version");
    say.setAttribute("role", "status");
    for (const button of [reload, later]) {
      button.type = "button";
      button.className = "button";
    }
    notice.append(say, reload, later);
    document.body.append(notice);

    later.addEventListener("click", () => notice.remove());
    reload.addEventListener("click", () => {
      const asks = "Close it and reload";
      if (isOpen && reload.textContent !== asks) {
        say.textContent = "Reloading closes what is open, and nothing of it is kept.";
        reload.textContent = asks;
        return;
      }
      // Another tab may have let the worker take over before.
      if (worker.state !== "installed") return location.reload();
      navigator.serviceWorker.addEventListener("controllerchange", () => location.reload(), { once: true });
      worker.postMessage("take over");
    });
  }

  function element(name, text) {
    const made = document.createElement(name);
    made.textContent = text;
    return made;
  }
})();
