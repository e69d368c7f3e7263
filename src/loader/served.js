// Starts the program of the page that a web server sends. This is the only request that the page makes after it has
// loaded, before the browser is asked to keep it (../install/). <link id="program"> has the program's address and, in a
// sealed page, its digest. The digest is not in `integrity`, which browsers ignore there with a warning.
(function () {
  "use strict";
  // Nobody answers where start.js is missing, or has already said why this browser cannot run the program.
  if (document.dispatchEvent(new CustomEvent("cable-viewer:loading", { cancelable: true }))) return;
  function failed(cause) {
    document.dispatchEvent(new CustomEvent("cable-viewer:failed", { detail: cause }));
  }
  // The page has all it needs. From here on a second policy allows no request at all, not even to its own server.
  function seal() {
    var policy = document.createElement("meta");
    policy.httpEquiv = "Content-Security-Policy";
    // The browser itself requests the manifest, when somebody installs the page.
    policy.content = "default-src 'none'; img-src data:; manifest-src 'self'";
    document.head.appendChild(policy);
  }
  // register.js seals the page later where it has something to register.
  function started() {
    if (document.dispatchEvent(new CustomEvent("cable-viewer:started", { cancelable: true, detail: seal }))) seal();
  }
  try {
    var link = document.getElementById("program");
    wasm_bindgen({ module_or_path: fetch(link.href, { integrity: link.dataset.integrity }) }).then(started, failed);
  } catch (cause) {
    failed(cause);
  }
})();
