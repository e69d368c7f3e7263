// Starts the program of the offline file. `cargo xtask pack` puts it, gzipped and in base64, into
// <script id="program">, a block that no browser runs.
(function () {
  "use strict";
  // Without start.js, or where it has already said why this browser cannot run it, nobody answers.
  if (document.dispatchEvent(new CustomEvent("cable-viewer:loading", { cancelable: true }))) return;
  function failed(cause) {
    document.dispatchEvent(new CustomEvent("cable-viewer:failed", { detail: cause }));
  }
  function decoded(base64) {
    if (Uint8Array.fromBase64) return Uint8Array.fromBase64(base64);
    var binary = atob(base64);
    var bytes = new Uint8Array(binary.length);
    for (var i = 0; i < binary.length; i++) bytes[i] = binary.charCodeAt(i);
    return bytes;
  }
  try {
    var block = document.getElementById("program");
    var packed = new Blob([decoded(block.textContent)]).stream();
    block.remove();
    var program = packed.pipeThrough(new DecompressionStream("gzip"));
    var response = new Response(program, { headers: { "Content-Type": "application/wasm" } });
    wasm_bindgen({ module_or_path: response }).catch(failed);
  } catch (cause) {
    failed(cause);
  }
})();
