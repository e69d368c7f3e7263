// Starts the program of the page that a web server gives. Trunk puts the program's address and digest into
// <link id="program">; this is the one request that the page makes after it has loaded.
(function () {
  "use strict";
  function failed(cause) {
    document.dispatchEvent(new CustomEvent("cable-viewer:failed", { detail: cause }));
  }
  try {
    var link = document.getElementById("program");
    wasm_bindgen({ module_or_path: fetch(link.href, { integrity: link.integrity }) }).catch(failed);
  } catch (cause) {
    failed(cause);
  }
})();
