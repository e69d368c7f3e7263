// Unpacks gzip or DEFLATE with the browser's own DecompressionStream, which is still unstable in web-sys. It exposes
// nothing, loads nothing and sends nothing.
//
// It listens on `document` for this event of the program, a CustomEvent:
// - "cable-viewer:unpack"  `detail` is [bytes, format, most, done]. `done` is called with the unpacked bytes, with null
//                          where they are more than `most`, or with nothing where they cannot be unpacked. Unpacking
//                          stops at the limit, whatever size the packed file claims.
(() => {
  "use strict";
  document.addEventListener("cable-viewer:unpack", (event) => {
    event.preventDefault();
    const [bytes, format, most, done] = event.detail;
    unpacked(bytes, format, most).then(done, () => done());
  });

  async function unpacked(bytes, format, most) {
    const reader = new Blob([bytes]).stream().pipeThrough(new DecompressionStream(format)).getReader();
    const parts = [];
    let length = 0;
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      length += value.length;
      if (length > most) {
        reader.cancel();
        return null;
      }
      parts.push(value);
    }
    const whole = new Uint8Array(length);
    let at = 0;
    for (const part of parts) {
      whole.set(part, at);
      at += part.length;
    }
    return whole;
  }
})();
