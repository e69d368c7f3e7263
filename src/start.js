// The part of the page that works without WebAssembly: it says why a start failed, and after a panic it hands the
// text back. A classic script, inlined before the loader in both artefacts; its hash stands in the policy. It exposes
// nothing, loads nothing and writes only text into the page.
//
// In <html data-state>: "starting" (set by index.html) until the program sets "ready"; "failed" is set here.
//
// It listens on `document` for these events, all CustomEvent:
// - "cable-viewer:failed"  from the loader: the start threw; `detail` is the error, or a string. The loader does
//                          `import(..)`/`init(..)` and on a throw dispatches this; it shows nothing itself.
// - "cable-viewer:hold"    from the program, before a text is parsed: `detail` is the text as a string, or null when
//                          it was closed.
// - "cable-viewer:panic"   from the program's panic hook: `detail` is the message and its place, no content.
// A trap without a panic (out of memory, stack) reaches it as the window's "error" event.
