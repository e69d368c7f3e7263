// Has the program draw everything that is to be printed. The program draws in microtasks, and Firefox runs none between
// "beforeprint" and the copy of the page that it prints: here they run during that event. It is a script of its own,
// because the program has no way to run them. It exposes nothing, loads nothing, sends nothing.
//
// The program listens on `document` for "cable-viewer:print", a CustomEvent: `detail` is whether printing begins.
(() => {
  "use strict";
  addEventListener("beforeprint", () => tell(true));
  addEventListener("afterprint", () => tell(false));

  function tell(detail) {
    const { queueMicrotask } = globalThis;
    const tasks = [];
    globalThis.queueMicrotask = (task) => tasks.push(task);
    try {
      document.dispatchEvent(new CustomEvent("cable-viewer:print", { detail }));
      for (const task of tasks) task(); // which may add to them
    } finally {
      globalThis.queueMicrotask = queueMicrotask;
    }
  }
})();
