// Starts the program of the offline file, and saves that file again with a text in it. `cargo xtask pack` puts the
// program, gzipped and in base 94, into <script id="program">, a block that no browser runs. A text that it was saved
// with is in <template id="document">, where ../start.js writes it.
//
// It listens on `document` for these events of the program, both CustomEvent:
// - "cable-viewer:enclosed"  `detail` is an array, to which the name and the text of the saved document are added, once
// - "cable-viewer:page"      `detail` is [file name, name, text], to be saved as a page; or null, which only asks
//                            whether this page can do that. preventDefault says that it can.
(function () {
  "use strict";
  // Nobody answers where start.js is missing, or has already said why this browser cannot run the program.
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
  // Two characters are thirteen or fourteen bits, a single last one is seven; xtask/src/base94.rs says which.
  function unpacked(text) {
    function digit(place) {
      var code = text.charCodeAt(place);
      return code - (code > 60 ? 33 : 32);
    }
    var bytes = new Uint8Array(text.length);
    for (var from = 0, at = 0, held = 0, bits = 0; from < text.length; from += 2) {
      var isPair = from + 1 < text.length;
      var value = digit(from) + (isPair ? digit(from + 1) * 94 : 0);
      held |= value << bits;
      bits += !isPair ? 7 : value % 8192 < 644 ? 14 : 13;
      for (; bits >= 8; bits -= 8) {
        bytes[at++] = held;
        held >>= 8;
      }
    }
    return bytes.subarray(0, at);
  }
  try {
    var enclosed = document.getElementById("document").content;
    var parts = enclosed.textContent.split(" ");
    enclosed.textContent = "";
    // The page before the program changes it, and without the text: what is closed must be forgotten here, too. Its
    // blocks are the same to the byte, so its policy still allows them.
    var pristine = document.documentElement.cloneNode(true);
    document.addEventListener("cable-viewer:page", function (event) {
      event.preventDefault();
      if (!event.detail) return;
      var page = "<!doctype html>\n" + pristine.outerHTML + "\n";
      document.dispatchEvent(new CustomEvent("cable-viewer:enclose", { detail: event.detail.concat(page) }));
    });
    document.addEventListener("cable-viewer:enclosed", function (event) {
      // The same to the byte, even if it begins with what looks like a byte order mark.
      var reader = new TextDecoder("utf-8", { ignoreBOM: true });
      if (parts.length === 2) event.detail.push(reader.decode(decoded(parts[0])), reader.decode(decoded(parts[1])));
      parts = [];
    });
    var block = document.getElementById("program");
    var packed = new Blob([unpacked(block.textContent)]).stream();
    block.remove();
    var program = packed.pipeThrough(new DecompressionStream("gzip"));
    var response = new Response(program, { headers: { "Content-Type": "application/wasm" } });
    wasm_bindgen({ module_or_path: response }).catch(failed);
  } catch (cause) {
    failed(cause);
  }
})();
