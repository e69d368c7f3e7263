// Marks what was found, brings it into view, and reads what is selected. A script of its own, because the Custom Highlight API is not among
// what web-sys gives for good, and ranges over the page's text are made and dropped here without crossing into the
// program. It exposes nothing, loads nothing, sends nothing, and changes no text.
//
// It listens on `document` for these events of the program, both CustomEvent:
// - "cable-viewer:found"  `detail` is a Uint32Array with seven numbers a hit, as src/find/marks.rs says
// - "cable-viewer:here"   `detail` is the number of the hit that the reader looks at, or -1
// - "cable-viewer:selected"  `detail` is an array, which takes a pair for each block of prose that the selection reaches:
//                            its paragraph, as `data-paragraph` has it, and the selected words, which are those of the
//                            text, without numbers, marks and page breaks
(() => {
  "use strict";
  const WIDTH = 7;
  const COLOURS = 8;
  const layers = [];
  const here = layer("found-here", 1);
  for (let colour = 1; colour <= COLOURS; colour++) layers.push(layer("found-" + colour, 0));

  let hits = new Uint32Array();
  let current = -1;
  let due = false; // whether marks are to be laid anew in the next frame
  let shows = false; // whether the current hit is to be brought into view then
  let places = new Map(); // element -> its hits, as [begins, ends, number]

  // Only what is near the screen is marked.
  const near = new IntersectionObserver(
    (entries) => entries.filter((entry) => entry.isIntersecting).forEach((entry) => mark(entry.target)),
    { rootMargin: "100% 0%" },
  );
  // What the page draws anew loses its ranges.
  const drawn = new MutationObserver((records) => {
    if (records.some((record) => record.target.nodeType === 1 && record.target.closest("main"))) lay();
  });

  document.addEventListener("cable-viewer:found", (event) => {
    hits = event.detail;
    drawn.disconnect();
    if (hits.length > 0) drawn.observe(document.body, { subtree: true, childList: true });
    lay();
  });
  document.addEventListener("cable-viewer:here", (event) => {
    current = event.detail;
    shows = current >= 0;
    lay();
  });

  document.addEventListener("cable-viewer:selected", ({ detail }) => {
    const selection = getSelection();
    if (!selection.rangeCount || selection.isCollapsed) return;
    const selected = selection.getRangeAt(0);
    const around = selected.commonAncestorContainer;
    const within = (around.nodeType === 1 ? around : around.parentElement).closest(".prose") || around;
    for (const prose of within.matches(".prose") ? [within] : within.querySelectorAll(".prose")) {
      if (!selected.intersectsNode(prose)) continue;
      const range = document.createRange();
      range.selectNodeContents(prose);
      if (range.compareBoundaryPoints(Range.START_TO_START, selected) < 0) {
        range.setStart(selected.startContainer, selected.startOffset);
      }
      if (range.compareBoundaryPoints(Range.END_TO_END, selected) > 0) {
        range.setEnd(selected.endContainer, selected.endOffset);
      }
      const words = range.toString().trim();
      if (words) detail.push([prose.dataset.paragraph, words]);
    }
  });

  function layer(name, priority) {
    if (!globalThis.Highlight) return null; // the hits are listed all the same
    const made = new Highlight();
    made.priority = priority;
    CSS.highlights.set(name, made);
    return made;
  }

  function lay() {
    if (due) return;
    due = true;
    requestAnimationFrame(() => {
      due = false;
      near.disconnect();
      for (const each of [here, ...layers]) each?.clear();
      places = new Map();
      const groups = shownGroups();
      for (let number = 0; number * WIDTH < hits.length; number++) {
        for (const [element, begins, ends] of placesOf(number, groups)) {
          if (!places.has(element)) places.set(element, []);
          places.get(element).push([begins, ends, number]);
        }
      }
      for (const element of places.keys()) near.observe(element);
      if (shows) show(groups, 8);
      shows = false;
    });
  }

  // The groups of lines of Source, and of a text that is no telegram.
  function shownGroups() {
    return [".source", ".plain-text"].map((pane) => document.querySelectorAll(pane + " .source-group"));
  }

  function placesOf(number, groups) {
    const [paragraph, begins, ends, group, from, to] = hits.subarray(number * WIDTH, number * WIDTH + WIDTH);
    const prose = paragraph > 0 && document.querySelector("#paragraph-" + paragraph + " .prose");
    const found = groups.filter((list) => list[group]).map((list) => [list[group], from, to]);
    if (prose) found.unshift([prose, begins, ends]);
    return found;
  }

  function mark(element) {
    near.unobserve(element);
    const seek = seeker(element);
    for (const [begins, ends, number] of places.get(element) || []) {
      const range = seek(begins, ends);
      const colour = hits[number * WIDTH + WIDTH - 1];
      if (range) (number === current ? here : layers[colour])?.add(range);
    }
  }

  // Makes ranges of an element's text from offsets in it.
  function seeker(element) {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    const nodes = [];
    let length = 0;
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      nodes.push([node, length, (length += node.length)]);
    }
    return (begins, ends) => {
      const first = nodes.find(([, , end]) => begins < end);
      const last = nodes.find(([, , end]) => ends <= end);
      if (!first || !last) return null;
      const range = document.createRange();
      range.setStart(first[0], begins - first[1]);
      range.setEnd(last[0], ends - last[1]);
      return range;
    };
  }

  // Where the page has drawn nothing yet, heights are guesses, which a later frame puts right.
  function show(groups, frames) {
    for (const [element, begins, ends] of current < 0 ? [] : placesOf(current, groups)) {
      element.closest("details")?.setAttribute("open", "");
      const range = element.checkVisibility() && seeker(element)(begins, ends);
      if (!range) continue;
      const pane = element.closest("pre");
      if (pane) centre(range, pane, pane.getBoundingClientRect());
      // A pane beside the text follows; where it is the only place, the page moves to it.
      if (!pane || !hits[current * WIDTH]) {
        const bar = document.querySelector(".find-bar")?.getBoundingClientRect().bottom || 0;
        centre(range, document.scrollingElement, { top: Math.max(bar, 0), bottom: innerHeight });
      }
    }
    if (frames > 1) requestAnimationFrame(() => show(groups, frames - 1));
  }

  function centre(range, scroller, view) {
    const box = range.getBoundingClientRect();
    if (box.top >= view.top && box.bottom <= view.bottom) return;
    scroller.scrollBy({ top: (box.top + box.bottom - view.top - view.bottom) / 2, behavior: "instant" });
  }
})();
