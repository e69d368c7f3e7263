// Draws beside the scroll bar where in the text hits stand: one line for as many as fall on it. It is for the eye alone;
// the count and the list say the same in words. A script of its own for the reasons that marks.js gives, and it listens to
// that script's events "cable-viewer:found" and "cable-viewer:here".
(() => {
  "use strict";
  const WIDTH = 7;
  const TERM = 6;
  const GROUP = 10; // paragraphs to a part of Body, as src/components/body.rs puts them
  const LINES = 250; // more would touch each other
  let hits = new Uint32Array();
  let current = -1;
  let due = false;

  document.addEventListener("cable-viewer:found", (event) => {
    hits = event.detail;
    draw();
  });
  document.addEventListener("cable-viewer:here", (event) => {
    current = event.detail;
    draw();
  });
  addEventListener("resize", draw);

  function draw() {
    if (due) return;
    due = true;
    requestAnimationFrame(() => {
      due = false;
      document.querySelector(".hit-rail")?.replaceChildren(...lines());
    });
  }

  function lines() {
    const found = new Map();
    const parts = document.querySelectorAll(".panel-body [data-part]");
    let paragraph = 0;
    let box;
    let here = null;
    for (let at = 0; at < hits.length; at += WIDTH) {
      if (hits[at] === 0) continue; // it stands in the header
      if (hits[at] !== paragraph) {
        paragraph = hits[at];
        box = boxOf(paragraph, parts);
      }
      const line = Math.round((box.top + box.height * (hits[at + 1] / box.length)) * LINES);
      if (!found.has(line)) found.set(line, "found-" + (hits[at + TERM] + 1));
      if (at === current * WIDTH) here = line;
    }
    const all = [...found].map(([line, name]) => lineAt(line, name));
    return here === null ? all : [...all, lineAt(here, "found-here")];
  }

  // Where a paragraph begins and how high it is, as shares of the page, and how many characters its prose has. One that is
  // not drawn has its share of the part that it belongs to.
  function boxOf(paragraph, parts) {
    const whole = document.documentElement.scrollHeight;
    const drawn = document.getElementById("paragraph-" + paragraph);
    const place = (drawn || parts[Math.floor((paragraph - 1) / GROUP)])?.getBoundingClientRect();
    if (!place) return { top: 0, height: 0, length: 1 };
    const top = (place.top + scrollY) / whole;
    const height = place.height / whole;
    if (drawn) return { top, height, length: drawn.querySelector(".prose")?.textContent.length || 1 };
    return { top: top + (height * ((paragraph - 1) % GROUP)) / GROUP, height: 0, length: 1 };
  }

  function lineAt(line, name) {
    const drawn = document.createElementNS("http://www.w3.org/2000/svg", "rect");
    drawn.setAttribute("class", name);
    drawn.setAttribute("y", (100 * line) / LINES + "%");
    return drawn;
  }
})();
