// Marks hits and what a link quotes, brings them into view, and reads what is selected. It is a script of its own,
// because the Custom Highlight API is still unstable in web-sys, and ranges over the page's text are made and dropped
// here without crossing into the program. It exposes nothing, loads nothing, sends nothing, and changes no text.
//
// It listens on `document` for these events of the program, all CustomEvent:
// - "cable-viewer:found"  `detail` is a Uint32Array with seven numbers per hit, as src/find/marks.rs says, and a list
//                         of the spots of hits outside of prose: the number of the hit, the ids of the elements that
//                         show it, the text that they show, and where the hit begins and ends in that text
// - "cable-viewer:here"   `detail` is the number of the current hit, or -1, inside its spot if it is outside of prose
// - "cable-viewer:selected"  `detail` is an array, to which a pair is added for each block of prose in the selection:
//                            its paragraph, as in `data-paragraph`, and the selected words of the text, without
//                            numbers, marks and page breaks
// - "cable-viewer:quoted" `detail` is a Uint32Array with the number of the paragraph that a link leads to and the
//                         beginning and the end of what is quoted of its prose, two zeros for nothing; or an empty one
// - "cable-viewer:chosen" `detail` is the id of what was chosen in Source, which is to be held in view
(() => {
  "use strict";
  const WIDTH = 7;
  const COLOURS = 8;
  // How long what is brought into view is held there, in milliseconds and, for slow machines, in frames.
  const SETTLES = 600;
  const FRAMES = 20;
  // The fields of a hit for its paragraph, and for its group of lines in Source: which one, from, to.
  const PROSE = [0, 1, 2];
  const LINES = [3, 4, 5];
  const layers = [];
  const here = layer("found-here", 2);
  const quotation = layer("quoted", 1);
  for (let colour = 1; colour <= COLOURS; colour++) layers.push(layer("found-" + colour, 0));

  let hits = new Uint32Array();
  let columns = []; // what hits are looked up by: paragraph and group, rising
  let spots = [];
  let current = -1;
  let spot = [];
  let quoted = new Uint32Array();
  let due = false; // whether marks are to be laid anew in the next frame
  let turn = 0; // counts what was brought into view, and what the reader did since
  let shows = null; // what is to be brought into view then: "hit" or "quotation"

  // Only what is near the screen is marked.
  const near = new IntersectionObserver(
    (entries) => entries.filter((entry) => entry.isIntersecting).forEach((entry) => mark(entry.target)),
    { rootMargin: "100% 0%" },
  );
  // An element that the page draws anew loses its ranges.
  const drawn = new MutationObserver((records) => {
    if (records.some((record) => record.target.nodeType === 1 && record.target.closest("main"))) lay();
  });

  document.addEventListener("cable-viewer:found", (event) => {
    [hits, spots] = event.detail;
    columns = [PROSE, LINES].map(([which]) => column(which));
    // A paragraph's number also stands in the fields behind it, so that the column rises.
    columns[0].forEach((paragraph, number, all) => (all[number] = paragraph || all[number - 1] || 0));
    changed();
  });
  document.addEventListener("cable-viewer:here", (event) => {
    spot = event.detail;
    [current] = spot;
    if (current >= 0) shows = "hit";
    lay();
  });
  document.addEventListener("cable-viewer:quoted", (event) => {
    quoted = event.detail;
    if (quoted.length > 0) shows = "quotation";
    changed();
  });

  document.addEventListener("cable-viewer:chosen", ({ detail }) => {
    settle(() => [[document.getElementById(detail), 0, 0]], false);
  });

  function changed() {
    drawn.disconnect();
    if (hits.length + quoted.length > 0) drawn.observe(document.body, { subtree: true, childList: true });
    lay();
  }

  document.addEventListener("cable-viewer:selected", ({ detail }) => {
    const selection = getSelection();
    if (!selection.rangeCount || selection.isCollapsed) return;
    const selected = selection.getRangeAt(0);
    const around = selected.commonAncestorContainer;
    const element = around.nodeType === 1 ? around : around.parentElement;
    const within = element.closest(".prose") || element;
    // A summary is both in its own panel and in the body: each paragraph is taken from only one of them.
    const from = new Map();
    for (const prose of within.matches(".prose") ? [within] : within.querySelectorAll(".prose")) {
      if (!selected.intersectsNode(prose) || !prose.checkVisibility()) continue;
      const { paragraph } = prose.dataset, panel = prose.closest("section");
      if (paragraph && (from.get(paragraph) || panel) !== panel) continue;
      from.set(paragraph, panel);
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
      for (const each of [here, quotation, ...layers]) each?.clear();
      if (hits.length > 0) {
        for (const prose of document.querySelectorAll(".prose[data-begins]")) watch(prose);
        for (const group of document.querySelectorAll(".source-group:not(.undrawn)")) watch(group);
      }
      if (quoted[1] < quoted[2]) colour(quotation, [[proseOf(quoted[0]), quoted[1], quoted[2]]]);
      for (const each of spots) {
        if (each[0] !== current) colour(layers[hits[each[0] * WIDTH + WIDTH - 1]], spotted(each));
      }
      const elsewhere = spotted(spot);
      colour(here, elsewhere);
      if (shows === "hit") {
        const isOutside = !hits[current * WIDTH] && elsewhere.length === 0;
        settle(() => [...elsewhere.slice(0, 1), ...placesOf(current)], isOutside);
      }
      if (shows === "quotation") settle(() => [[proseOf(quoted[0]), quoted[1], quoted[2]]], false);
      shows = null;
    });
  }

  function colour(layer, places) {
    for (const place of places) {
      const range = within(...place);
      if (range) layer?.add(range);
    }
  }

  // The elements outside of prose and Source that show a hit, each with where it begins and ends.
  function spotted([, ids = [], text, from, to]) {
    const found = [];
    for (const element of ids.map((id) => document.getElementById(id))) {
      const at = element ? element.textContent.indexOf(text) : -1;
      if (at >= 0) found.push([element, at + from, at + to]);
    }
    return found;
  }

  // One of the seven numbers of each hit. This is a loop, because one call per hit is felt at every key.
  function column(which) {
    const numbers = new Uint32Array(hits.length / WIDTH);
    for (let number = 0; number < numbers.length; number++) numbers[number] = hits[number * WIDTH + which];
    return numbers;
  }

  function watch(element) {
    const [first, beyond] = hitsIn(element);
    if (first < beyond) near.observe(element);
  }

  // The hits in an element: the number of the first, and of the one behind the last.
  function hitsIn(element) {
    const isProse = "paragraph" in element.dataset;
    const wanted = isProse ? Number(element.dataset.paragraph) + 1 : Number(element.dataset.part);
    const column = columns[isProse ? 0 : 1];
    const first = firstFrom(column, wanted);
    return [first, firstFrom(column, wanted + 1), isProse ? PROSE : LINES];
  }

  function firstFrom(column, wanted) {
    let [from, to] = [0, column.length];
    while (from < to) {
      const middle = (from + to) >> 1;
      if (column[middle] < wanted) from = middle + 1;
      else to = middle;
    }
    return from;
  }

  function proseOf(paragraph) {
    return document.querySelector("#paragraph-" + paragraph + " .prose");
  }

  function placesOf(number) {
    if (number < 0 || number * WIDTH >= hits.length) return [];
    const [paragraph, begins, ends, group, from, to] = hits.subarray(number * WIDTH, number * WIDTH + WIDTH);
    const lines = document.querySelectorAll('.source-group[data-part="' + group + '"]');
    const found = [...lines].map((element) => [element, from, to]);
    // Summary and Comment are above Body: a paragraph that is folded in Body is shown above.
    const all = [...document.querySelectorAll('[data-paragraph="' + (paragraph - 1) + '"]')].map((prose) => {
      const from = prose.dataset.begins;
      return [prose, begins - from, ends - from];
    });
    const holds = ([prose, from, to]) => prose.checkVisibility() && from >= 0 && to <= prose.textContent.length;
    if (all.length > 0) found.unshift(all.findLast(holds) || all.at(-1));
    return found;
  }

  function mark(element) {
    near.unobserve(element);
    const seek = seeker(element);
    const [first, beyond, [which, begins, ends]] = hitsIn(element);
    const from = Number(element.dataset.begins || 0); // Summary and Comment show parts of paragraphs
    for (let number = first; number < beyond; number++) {
      const at = number * WIDTH;
      if (hits[at + which] !== hits[first * WIDTH + which]) continue; // it stands behind the paragraph
      if (hits[at + begins] < from) continue;
      const range = seek(hits[at + begins] - from, hits[at + ends] - from);
      if (range) (number === current ? here : layers[hits[at + WIDTH - 1]])?.add(range);
    }
  }

  // Returns a function that makes ranges of an element's text from offsets in it. The offsets must rise.
  function seeker(element) {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    const nodes = [];
    let length = 0;
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      nodes.push([node, length, (length += node.length)]);
    }
    let from = 0;
    return (begins, ends) => {
      while (from < nodes.length && nodes[from][2] <= begins) from++;
      let last = from;
      while (last < nodes.length && nodes[last][2] < ends) last++;
      if (last >= nodes.length) return null;
      const range = document.createRange();
      range.setStart(nodes[from][0], begins - nodes[from][1]);
      range.setEnd(nodes[last][0], ends - nodes[last][1]);
      return range;
    };
  }

  function within(element, begins, ends) {
    return element && seeker(element)(begins, ends);
  }

  // Holds what is shown in view. Where the page has drawn nothing yet, heights are guesses, which later frames correct;
  // the hold ends when they have, or when the reader does something.
  function settle(places, inPanesAlone) {
    const mine = ++turn;
    const until = performance.now() + SETTLES;
    let frames = 0;
    (function again() {
      if (mine !== turn) return;
      show(places(), inPanesAlone);
      if (++frames < FRAMES || performance.now() < until) requestAnimationFrame(again);
    })();
  }

  addEventListener("pointerdown", () => document.documentElement.removeAttribute("data-led"), { capture: true });
  for (const done of ["wheel", "touchmove", "pointerdown", "keydown"]) {
    addEventListener(done, () => turn++, { capture: true, passive: true });
  }

  // In Firefox `scroll-padding` does not apply to sticky elements: the pane beside the text would leave the keyboard's
  // element behind the bar.
  addEventListener("focusin", ({ target }) => {
    if (!target.closest(".inspector, .outline") || !target.matches(":focus-visible")) return;
    const { top } = target.getBoundingClientRect();
    const from = covered();
    // The browser itself is about to bring into view what is off the screen.
    if (top >= 0 && top < from) scrollBy({ top: top - from, behavior: "instant" });
  });

  // How far down the find bar and the band hide what scrolls below them.
  function covered() {
    const bottoms = [...document.querySelectorAll(".find-bar, .band")].map((bar) => bar.getBoundingClientRect().bottom);
    return Math.max(0, ...bottoms);
  }

  // Once the band has reached the top, the style sheet keeps the toolbar's buttons in reach.
  addEventListener("scroll", () => {
    const isFar = document.querySelector(".band")?.getBoundingClientRect().top <= 0;
    document.documentElement.toggleAttribute("data-far", isFar);
  });

  // A pane beside the text scrolls to the place. Where that is the only place, the page scrolls to it as well.
  function show(places, inPanesAlone) {
    for (const [element, begins, ends] of places) {
      element?.closest("details")?.setAttribute("open", "");
      if (!element?.checkVisibility()) continue;
      const what = (begins < ends && within(element, begins, ends)) || element;
      // A list of addressees can scroll by itself.
      if (element.matches(".entry")) element.scrollIntoView({ block: "nearest", behavior: "instant" });
      const pane = element.closest("pre");
      if (pane) centre(what, pane, pane.getBoundingClientRect());
      if (!pane || inPanesAlone) {
        centre(what, document.scrollingElement, { top: covered(), bottom: innerHeight });
      }
    }
  }

  function centre(what, scroller, view) {
    const box = what.getBoundingClientRect();
    if (box.top >= view.top && box.bottom <= view.bottom) return;
    // A place that is longer than the view is shown from its top.
    const isLong = box.height > view.bottom - view.top;
    const top = isLong ? box.top - view.top : (box.top + box.bottom - view.top - view.bottom) / 2;
    scroller.scrollBy({ top, behavior: "instant" });
  }
})();
