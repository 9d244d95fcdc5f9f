// A report: highlights open their cards; keys step through them; selected words become a claim.
"use strict";
(() => {
  const text = document.getElementById("text");
  const cards = new Map([...document.querySelectorAll(".evidence-card")].map((c) => [c.id, c]));
  const pieces = [...text.querySelectorAll("[data-s]")];
  const marked = pieces.filter((p) => p.dataset.m);
  const stops = marked.filter((p) => p.tabIndex === 0 || !p.hasAttribute("tabindex"));
  const hint = document.getElementById("hint");
  const at = document.getElementById("at");
  let current = -1;
  // On a small screen the cards lie over the lower half of the text.
  const narrow = matchMedia("(max-width: 60rem)");
  const where = () => ({ block: narrow.matches ? "start" : "center" });

  hint.hidden = false;
  document.getElementById("steps").hidden = stops.length === 0;

  // Only what was asked for is shown, the most telling first.
  function show(ids) {
    for (const card of cards.values()) card.hidden = true;
    const home = document.getElementById("cards");
    ids.map((id) => cards.get(id)).filter(Boolean).forEach((card) => {
      card.hidden = false;
      home.append(card);
    });
    for (const piece of marked) {
      piece.classList.toggle("of", piece.dataset.m.split(" ").some((id) => id === ids[0]));
    }
    hint.hidden = ids.length > 0;
    attach(cards.get(ids.find((id) => cards.has(id))));
  }

  // One set of forms serves all cards: it moves into the one shown first and takes its values.
  const deciding = document.getElementById("deciding");
  function attach(card) {
    if (!deciding) return;
    deciding.hidden = !card;
    if (!card) return;
    card.append(deciding);
    const { kindOf: kind, speaker, act, status } = card.dataset;
    const values = { speaker, act, status };
    for (const form of deciding.querySelectorAll("form")) {
      form.elements.subject.value = card.id;
      form.elements.back.value = `${location.pathname}#${card.id}`;
      if (!form.dataset.form) continue;
      form.hidden = true;
      form.elements.value.value = values[form.dataset.form] || "";
    }
    for (const button of deciding.querySelectorAll(".opens")) button.hidden = button.dataset.of !== kind;
  }

  function light(test) {
    let first = null;
    for (const piece of pieces) {
      const on = test(piece);
      piece.classList.toggle("on", on);
      if (on && !first) first = piece;
    }
    return first;
  }

  // What is asked for: the thing whose words these are, and what lies on the same words.
  function choose(piece, { scroll = true } = {}) {
    const ids = piece.dataset.m.split(" ");
    current = stops.indexOf(piece);
    at.textContent = current < 0 ? "" : `${current + 1} of ${stops.length}`;
    show(ids);
    light((p) => p === piece);
    if (scroll) piece.scrollIntoView(where());
  }

  function step(by) {
    if (!stops.length) return;
    const open = stops.filter((p) => p.checkVisibility());
    const here = open.indexOf(stops[current]);
    const next = open[(here + by + open.length) % open.length] || open[0];
    choose(next);
    next.focus({ preventScroll: true });
  }

  // An address says which words ("#120-140") or which thing ("#cla-…").
  function follow() {
    const asked = decodeURIComponent(location.hash.slice(1));
    const span = asked.match(/^(\d+)-(\d+)$/);
    if (span) {
      const [start, end] = [Number(span[1]), Number(span[2])];
      const inside = (p) => Number(p.dataset.s) >= start && Number(p.dataset.e) <= end;
      const first = light(inside);
      const ids = pieces.filter((p) => inside(p) && p.dataset.m).flatMap((p) => p.dataset.m.split(" "));
      show([...new Set(ids)].slice(0, 12));
      if (first) first.scrollIntoView(where());
      return;
    }
    const card = cards.get(asked);
    if (!card) return;
    const words = marked.filter((p) => p.dataset.m.split(" ").includes(asked));
    const stop = words.find((p) => p.dataset.m.split(" ")[0] === asked && stops.includes(p)) || words[0];
    if (stop) choose(stop);
    show([asked, ...(stop ? stop.dataset.m.split(" ").filter((id) => id !== asked) : [])]);
    light((p) => words.includes(p));
  }

  text.addEventListener("click", (event) => {
    const piece = event.target.closest("[data-m]");
    if (!piece) return;
    event.preventDefault();
    if (!getSelection().isCollapsed) return;
    history.replaceState(null, "", `#${piece.dataset.m.split(" ")[0]}`);
    choose(piece, { scroll: narrow.matches });
  });
  document.getElementById("next").addEventListener("click", () => step(1));
  document.getElementById("back").addEventListener("click", () => step(-1));

  for (const box of document.querySelectorAll("[data-kind]")) {
    box.addEventListener("change", () => text.classList.toggle(`without-${box.dataset.kind}`, !box.checked));
  }

  for (const button of document.querySelectorAll(".opens")) {
    button.addEventListener("click", () => {
      for (const form of deciding.querySelectorAll(".more")) {
        form.hidden = form.dataset.form !== button.dataset.opens || !form.hidden;
        if (form.hidden) continue;
        form.elements.value.focus();
        if (form.elements.value.select) form.elements.value.select();
      }
    });
  }
  // Offsets of the record count characters, those of a browser count UTF-16 units.
  function offset(node, units) {
    const piece = (node.nodeType === Node.TEXT_NODE ? node.parentElement : node).closest("[data-s]");
    if (!piece) return null;
    const before = node.nodeType === Node.TEXT_NODE ? node.data.slice(0, units) : "";
    const whole = node.nodeType === Node.TEXT_NODE ? [...before].length : units ? [...piece.textContent].length : 0;
    return Number(piece.dataset.s) + whole;
  }

  const missed = document.getElementById("missed");
  if (missed) {
    const mark = document.getElementById("mark");
    let chosen = null;
    document.addEventListener("selectionchange", () => {
      const selection = getSelection();
      const inside = selection.rangeCount && !selection.isCollapsed && text.contains(selection.anchorNode) && text.contains(selection.focusNode);
      if (!inside) { if (missed.hidden) mark.hidden = true; return; }
      const range = selection.getRangeAt(0);
      const start = offset(range.startContainer, range.startOffset);
      const end = offset(range.endContainer, range.endOffset);
      if (start === null || end === null || start >= end) return;
      chosen = { start, end, words: selection.toString() };
      mark.hidden = false;
    });
    mark.addEventListener("click", () => {
      if (!chosen) return;
      missed.elements.start.value = chosen.start;
      missed.elements.end.value = chosen.end;
      document.getElementById("missed-words").textContent = `“${chosen.words}”`;
      missed.hidden = false;
      mark.hidden = true;
      missed.elements.speaker.focus();
    });
    document.getElementById("missed-cancel").addEventListener("click", () => { missed.hidden = true; });
  }

  show([]);
  addEventListener("hashchange", follow);
  follow();
  // Once more when the page stands: a browser goes to the card itself at the end of loading.
  addEventListener("load", () => setTimeout(follow));
})();
