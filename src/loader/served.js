// Starts the program of the page that a web server gives; this is the one request that the page makes after it has
// loaded. <link id="program"> has the program's address, and in a sealed page its digest too: not as `integrity`, which
// browsers ignore there with a warning.
(function () {
  "use strict";
  function failed(cause) {
    document.dispatchEvent(new CustomEvent("cable-viewer:failed", { detail: cause }));
  }
  try {
    var link = document.getElementById("program");
    wasm_bindgen({ module_or_path: fetch(link.href, { integrity: link.dataset.integrity }) }).catch(failed);
  } catch (cause) {
    failed(cause);
  }
})();
