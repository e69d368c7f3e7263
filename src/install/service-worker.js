// Keeps the files of the page in the browser, so that it opens without its server. It never sees a reader's text, which
// is no part of any request. It only asks its own server for the page's own files, and sends nothing.
//
// Files are kept by digest: a file that a new version has in common with the old one is not fetched again, and one that
// differs from what was built is not kept at all.
//
// It answers these messages of the page:
// - "take over"  the reader has asked for the new version
// - "look"       whether the server has a newer one
// - "version"    tells the port that comes with it which version this is
// - "file"       gives that port the offline file's bytes, or null
"use strict";

// `cargo xtask build` fills in these two.
const VERSION = "development";
const FILES = {};

const INDEX = "index.html";
const OFFLINE_FILE = "cable-viewer.html";
// The milliseconds that the server has to send the page itself, before the kept one is shown.
const PATIENCE = 3000;
const CACHE = "cable-viewer " + registration.scope;

addEventListener("install", (event) => event.waitUntil(keep()));
addEventListener("activate", (event) => event.waitUntil(forget().then(() => clients.claim())));

addEventListener("fetch", (event) => {
  const name = nameOf(event.request);
  if (!Object.hasOwn(FILES, name)) return;
  event.respondWith(event.request.mode === "navigate" ? newest(event.request, name) : keptOrFetched(event.request, name));
});

addEventListener("message", (event) => {
  const [port] = event.ports;
  if (event.data === "take over") skipWaiting();
  if (event.data === "look") event.waitUntil(registration.update().catch(() => {}));
  if (event.data === "version") port.postMessage(VERSION);
  if (event.data === "file") event.waitUntil(bytes(OFFLINE_FILE).then((file) => port.postMessage(file)));
});

// The name of the page's file that a request is for.
function nameOf(request) {
  const address = new URL(request.url);
  const name = (address.origin + address.pathname).slice(registration.scope.length);
  if (request.method !== "GET" || !request.url.startsWith(registration.scope)) return "";
  return name === "" ? INDEX : name;
}

function place(name) {
  return new URL("?" + FILES[name], registration.scope).href;
}

async function kept(name) {
  const cache = await caches.open(CACHE);
  return Object.hasOwn(FILES, name) ? cache.match(place(name)) : undefined;
}

async function keep() {
  const cache = await caches.open(CACHE);
  await Promise.all(Object.keys(FILES).map(async (name) => {
    if (await cache.match(place(name))) return;
    const address = name === INDEX ? "./" : name;
    const response = await fetch(address, { cache: "no-cache", integrity: FILES[name] });
    if (!response.ok) throw new Error(`${name}: ${response.status}`);
    // Made anew, because a browser does not accept a redirected answer for a page.
    const type = response.headers.get("Content-Type") || "";
    await cache.put(place(name), new Response(await response.blob(), { headers: { "Content-Type": type } }));
  }));
}

async function forget() {
  const cache = await caches.open(CACHE);
  const wanted = new Set(Object.keys(FILES).map(place));
  for (const request of await cache.keys()) if (!wanted.has(request.url)) await cache.delete(request);
}

async function keptOrFetched(request, name) {
  return (await kept(name)) || fetch(request);
}

// The page itself comes from the server if that answers in time, so that loading it again repairs a failed start.
async function newest(request, name) {
  const held = await kept(name);
  const fetched = fetch(request);
  if (!held) return fetched;
  const answered = fetched.then((response) => (response.ok ? response : held), () => held);
  return Promise.race([answered, new Promise((done) => setTimeout(done, PATIENCE, held))]);
}

async function bytes(name) {
  const response = await kept(name);
  return response ? response.arrayBuffer() : null;
}
