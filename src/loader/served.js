// Starts the program of the page that a web server gives; this is the one request that the page makes after it has
// loaded. <link id="program"> has the program's address, and in a sealed page its digest too: not as `integrity`, which
// browsers ignore there with a warning.
(function () {
  "use strict";
  // Without start.js, or where it has already said why this browser cannot run it, nobody answers.
  if (document.dispatchEvent(new CustomEvent("cable-viewer:loading", { cancelable: true }))) return;
  function failed(cause) {
    document.dispatchEvent(new CustomEvent("cable-viewer:failed", { detail: cause }));
  }
  // The page has all it needs: from here on a second policy allows no request at all, to its own server neither.
  function seal() {
    var policy = document.createElement("meta");
    policy.httpEquiv = "Content-Security-Policy";
    policy.content = "default-src 'none'; img-src data:";
    document.head.appendChild(policy);
  }
  try {
    var link = document.getElementById("program");
    wasm_bindgen({ module_or_path: fetch(link.href, { integrity: link.dataset.integrity }) }).then(seal, failed);
  } catch (cause) {
    failed(cause);
  }
})();
