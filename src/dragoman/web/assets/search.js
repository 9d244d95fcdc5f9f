// The search of published pages: no program answers there, so that the page itself looks through
// the passages, which come as scripts (see searchable.py). It finds what the program would find:
// all words in one paragraph, "phrases", begin*, whatever marks the letters bear.
"use strict";
(() => {
  const box = document.getElementById("search");
  const field = document.getElementById("words");
  const status = document.getElementById("search-status");
  const list = document.getElementById("search-found");
  const aside = document.getElementById("search-facets");
  const more = document.getElementById("search-more");
  const narrowed = document.getElementById("search-narrowed");
  const here = document.currentScript.src;
  if (!box) return;

  const AT_ONCE = 20;
  const NAMES = ["speaker", "act", "place", "type", "since", "outlet"];
  let tables = null;
  let passages = [];
  let missing = 0;
  let shown = AT_ONCE;

  // The scripts of passages call this: the tables first, then a part at a time.
  window.dragomanPassages = (value) => {
    if (Array.isArray(value)) {
      for (const [report, start, end, text, claims, accounts] of value) {
        passages.push({ report: tables.byId.get(report), start, end, text, plain: plain(text), claims, accounts });
      }
      missing -= 1;
    } else {
      const reports = value.reports.map(([id, title, outlet, published, day, copyOf]) => ({ id, title, outlet, published, day, copyOf }));
      tables = { ...value, byId: new Map(reports.map((report) => [report.id, report])) };
      missing = value.parts;
      for (let part = 1; part <= value.parts; part += 1) load(part);
    }
    search();
  };

  function load(part) {
    const script = document.createElement("script");
    script.src = new URL(`../passages/${part}.js`, here).href;
    script.async = false;
    document.head.append(script);
  }

  /** Returns text in small letters without marks on them, as long as it was. */
  function plain(text) {
    if (/^[\x00-\x7f]*$/.test(text)) return text.toLowerCase();
    return text.replace(/[^\x00-\x7f]|[A-Z]/g, (c) => (c.normalize("NFD")[0].toLowerCase() || c)[0]);
  }

  /** Returns the words and phrases of a query as patterns over plain text. */
  function termsOf(query) {
    const parts = query.split('"').flatMap((part, k) => (k % 2 ? [part] : part.split(/\s+/)));
    return parts.flatMap((part) => {
      const pieces = plain(part).match(/[\p{L}\p{N}_]+/gu);
      if (!pieces) return [];
      const end = part.endsWith("*") ? "[\\p{L}\\p{N}_]*" : "(?![\\p{L}\\p{N}_])";
      return [new RegExp(`(?<![\\p{L}\\p{N}_])${pieces.join("[^\\p{L}\\p{N}_]+")}${end}`, "gu")];
    });
  }

  function asked() {
    const given = new URLSearchParams(location.hash.slice(1));
    const found = { q: (given.get("q") || "").trim() };
    for (const name of [...NAMES, "until"]) found[name] = given.get(name) || "";
    return found;
  }

  function lies(place, outer) {
    return place === outer || (tables.within[place] || []).includes(outer);
  }

  /** Returns whether a passage is what was asked for, its words aside. */
  function wanted({ report, claims, accounts }, want) {
    if (want.outlet && report.outlet !== want.outlet) return false;
    if (want.since && !(report.day && report.day.slice(0, want.since.length) >= want.since)) return false;
    if (want.until && !(report.day && report.day.slice(0, want.until.length) <= want.until)) return false;
    if ((want.speaker || want.act)
      && !claims.some(([who, act]) => (!want.speaker || who === want.speaker) && (!want.act || act === want.act))) return false;
    return !(want.place || want.type)
      || accounts.some(([place, type]) => (!want.type || type === want.type) && (!want.place || lies(place, want.place)));
  }

  /** Returns how well a passage answers the words (Okapi BM25, all of one weight), 0 if not. */
  function score(passage, terms, usual) {
    let total = 0;
    for (const term of terms) {
      const often = (passage.plain.match(term) || []).length;
      if (!often) return 0;
      total += often / (often + 1.2 * (0.25 + 0.75 * (passage.text.length / usual)));
    }
    return total;
  }

  /** Returns the passages asked for, best or (without words) latest first, each once however many
   *  reprints hold it. */
  function look(want, terms) {
    const usual = passages.reduce((sum, { text }) => sum + text.length, 0) / Math.max(1, passages.length);
    const found = new Map();
    for (const passage of passages) {
      if (!wanted(passage, want)) continue;
      const worth = terms.length ? score(passage, terms, usual) : Number(passage.claims.length > 0 || passage.accounts.length > 0);
      if (!worth) continue;
      const key = `${passage.report.copyOf || passage.report.id} ${passage.text.split(/\s+/).join(" ")}`;
      const first = found.get(key);
      if (first) {
        first.reprints += 1;
        first.outlets.add(passage.report.outlet);
      } else found.set(key, { passage, worth, reprints: 0, outlets: new Set([passage.report.outlet]) });
    }
    const later = (a, b) => b.passage.report.day.localeCompare(a.passage.report.day);
    return [...found.values()].sort(terms.length ? (a, b) => b.worth - a.worth : later);
  }

  function make(tag, attributes, ...children) {
    const made = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
    made.append(...children);
    return made;
  }

  function address(want, changed) {
    const kept = Object.entries({ ...want, ...changed }).filter(([, value]) => value);
    return `#${new URLSearchParams(kept)}`;
  }

  function withMarks(text, terms) {
    const spans = terms.flatMap((term) => [...plain(text).matchAll(term)].map((hit) => [hit.index, hit.index + hit[0].length]));
    spans.sort((a, b) => a[0] - b[0]);
    const parts = [];
    let at = 0;
    for (const [start, end] of spans) {
      if (start < at) continue;
      parts.push(text.slice(at, start), make("mark", {}, text.slice(start, end)));
      at = end;
    }
    return [...parts, text.slice(at)];
  }

  function item({ passage, reprints }, terms) {
    const { report, start, end, text, claims } = passage;
    const href = `reports/${report.id}.html#${start}-${end}`;
    const cite = make("cite", {}, make("a", { href }, make("bdi", {}, report.title)), " · ", make("bdi", {}, report.outlet));
    if (report.published) cite.append(`, ${report.published}`);
    if (reprints) cite.append(` · and in ${reprints} reprint${reprints === 1 ? "" : "s"}`);
    const line = make("li", {}, make("div", { class: "words" }, ...withMarks(text, terms)), cite);
    const said = claims.filter(([who]) => tables.speakers[who]).slice(0, 4);
    if (said.length) {
      const who = said.flatMap(([name, act], k) => [
        k ? " · " : "",
        make("a", { href: `actors/${name}.html` }, make("bdi", {}, tables.speakers[name])),
        ` ${tables.acts[act].toLowerCase()}`,
      ]);
      line.append(make("div", { class: "soft" }, ...who));
    }
    return line;
  }

  /** Returns the values of a facet that a passage holds; reprints bring their outlets. */
  function values(name, { passage: { report, claims, accounts }, outlets }) {
    if (name === "outlet") return outlets;
    if (name === "since") return report.day ? [report.day.slice(0, 4)] : [];
    if (name === "speaker") return claims.map(([who]) => who).filter((who) => tables.speakers[who]);
    if (name === "act") return claims.map(([, act]) => act);
    if (name === "place") return accounts.map(([place]) => place).filter(Boolean);
    return accounts.map(([, type]) => type);
  }

  function wordsOf(name, code) {
    const known = { speaker: tables.speakers, act: tables.acts, place: tables.places, type: tables.types }[name];
    return (known && known[code]) || code;
  }

  function choosing(name, code) {
    return name === "since" ? { since: code, until: code } : { [name]: code };
  }

  function facet(name, found, want) {
    const counts = new Map();
    for (const hit of found) {
      for (const value of new Set(values(name, hit))) counts.set(value, (counts.get(value) || 0) + 1);
    }
    const ordered = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, tables.most);
    const rows = ordered.map(([code, count]) => {
      const link = make("a", { href: address(want, choosing(name, code)) }, make("bdi", {}, wordsOf(name, code)));
      if (want[name] === code) link.setAttribute("aria-current", "true");
      return make("li", {}, link, " ", make("span", { class: "soft" }, String(count)));
    });
    return rows.length ? [make("section", {}, make("h2", {}, tables.titles[name]), make("ul", {}, ...rows))] : [];
  }

  function leaveOut(name, want) {
    const words = name === "since" && want.until !== want.since ? `${want.since} – ${want.until}` : wordsOf(name, want[name]);
    const link = make("a", { class: "button", href: address(want, choosing(name, "")) }, `${tables.titles[name].toLowerCase()}: `, make("bdi", {}, words), " ✕");
    link.setAttribute("aria-label", `Leave out: ${tables.titles[name]} ${words}`);
    return [link, " "];
  }

  function search() {
    if (!tables) return;
    const want = asked();
    if (document.activeElement !== field) field.value = want.q;
    const terms = termsOf(want.q);
    const found = look(want, terms);
    const number = found.length.toLocaleString("en");
    status.textContent = `${number} passage${found.length === 1 ? "" : "s"}${terms.length ? "" : " in which somebody speaks or something is told"}.${missing ? " Still loading …" : ""}`;
    list.replaceChildren(...found.slice(0, shown).map((hit) => item(hit, terms)));
    more.hidden = found.length <= shown;
    const chosen = NAMES.filter((name) => want[name]);
    narrowed.replaceChildren(...(chosen.length ? ["Narrowed to: ", ...chosen.flatMap((name) => leaveOut(name, want))] : []));
    aside.replaceChildren(...NAMES.flatMap((name) => facet(name, found, want)));
  }

  field.addEventListener("input", () => {
    history.replaceState(null, "", address(asked(), { q: field.value.trim() }));
    shown = AT_ONCE;
    search();
  });
  more.addEventListener("click", () => { shown += AT_ONCE; search(); });
  addEventListener("hashchange", () => { shown = AT_ONCE; search(); });
})();
