// Draws beside the scroll bar where the hits are in the text: one line for all that fall on the same spot. It is only
// for the eye; the count and the list say the same in words. It is a script of its own for the reasons that marks.js
// gives, and it listens to that script's events "cable-viewer:found" and "cable-viewer:here".
(() => {
  "use strict";
  const WIDTH = 7;
  const TERM = 6;
  const GROUP = 10; // paragraphs to a part of Body, as src/components/body.rs puts them
  const LINES = 250; // more would touch each other
  let hits = new Uint32Array();
  let current = -1;
  let due = null; // what is to be drawn behind the next frame: "all", or the hit that the reader looks at, "here"
  let whole = 0; // the height of the page when it was asked last
  const undrawn = new Map(); // where parts that are not drawn stood then

  document.addEventListener("cable-viewer:found", (event) => {
    [hits] = event.detail;
    draw("all");
  });
  document.addEventListener("cable-viewer:here", (event) => {
    [current] = event.detail;
    draw("here");
  });
  addEventListener("resize", () => draw("all"));

  // The count and the hits on the screen are painted first.
  function draw(what) {
    if (due === null) requestAnimationFrame(() => setTimeout(lay));
    if (due !== "all") due = what;
  }

  function lay() {
    const rail = document.querySelector(".hit-rail");
    const all = due === "all";
    due = null;
    if (!rail) return;
    if (all) rail.replaceChildren(...shapes(0, hits.length));
    rail.querySelector(".found-here")?.remove();
    for (const here of shapes(current * WIDTH, (current + 1) * WIDTH)) {
      here.setAttribute("class", "found-here");
      rail.append(here);
    }
  }

  // The lines for these hits, one for each spot of the rail. All lines of a colour are one shape, because hundreds of
  // elements take longer to style than all else that a key makes the page do.
  function shapes(from, to) {
    const parts = document.querySelectorAll(".panel-body [data-part]");
    const { scrollHeight, clientHeight } = document.documentElement;
    if (scrollHeight !== whole) undrawn.clear();
    whole = scrollHeight;
    const taken = new Set();
    const colours = new Map();
    let paragraph = 0;
    let box;
    for (let at = Math.max(from, 0); at < Math.min(to, hits.length); at += WIDTH) {
      if (hits[at] === 0) continue; // it stands in the header
      if (hits[at] !== paragraph) {
        paragraph = hits[at];
        box = boxOf(paragraph, parts);
      }
      const line = Math.round((box.top + box.height * (hits[at + 1] / box.length)) * LINES);
      if (taken.has(line)) continue;
      taken.add(line);
      const colour = "found-" + (hits[at + TERM] + 1);
      const drawn = "M-1 " + (clientHeight * line) / LINES + "h99v3h-99z";
      colours.set(colour, (colours.get(colour) || "") + drawn);
    }
    return [...colours].map(([colour, drawn]) => shapeOf(colour, drawn));
  }

  // Where a paragraph begins and how high it is, as shares of the page, and how many characters its prose has. A
  // paragraph that is not drawn is given its share of the part that it belongs to.
  function boxOf(paragraph, parts) {
    const number = Math.floor((paragraph - 1) / GROUP);
    const part = parts[number];
    if (!part?.classList.contains("undrawn")) {
      const drawn = document.getElementById("paragraph-" + paragraph);
      return { ...sharesOf(drawn), length: drawn?.querySelector(".prose")?.textContent.length || 1 };
    }
    if (!undrawn.has(number)) undrawn.set(number, sharesOf(part));
    const { top, height } = undrawn.get(number);
    return { top: top + (height * ((paragraph - 1) % GROUP)) / GROUP, height: 0, length: 1 };
  }

  function sharesOf(element) {
    const { top, height } = element?.getBoundingClientRect() || { top: -scrollY, height: 0 };
    return { top: (top + scrollY) / whole, height: height / whole };
  }

  function shapeOf(colour, drawn) {
    const shape = document.createElementNS("http://www.w3.org/2000/svg", "path");
    shape.setAttribute("class", colour);
    shape.setAttribute("d", drawn);
    return shape;
  }
})();
