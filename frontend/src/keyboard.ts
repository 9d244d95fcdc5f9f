// Keys: any element with data-key="x" (or "g d": one after the other) is clicked or focused by it.
import { element } from "./page";

// How long the second key of a pair may take.
const PATIENCE = 1500;
const FIELDS = "input, textarea, select, [contenteditable]";

function keyed(): Map<string, HTMLElement> {
  const found = new Map<string, HTMLElement>();
  for (const item of document.querySelectorAll<HTMLElement>("[data-key]")) {
    const keys = item.dataset["key"] ?? "";
    if (!found.has(keys) && item.checkVisibility()) found.set(keys, item);
  }
  return found;
}

function act(item: HTMLElement): void {
  if (item.matches(FIELDS)) item.focus();
  else item.click();
}

function nameOf(item: HTMLElement): string {
  const label = item.getAttribute("aria-label") ?? item.title;
  const field = item.id ? document.querySelector(`label[for="${CSS.escape(item.id)}"]`) : null;
  return (label || field?.textContent || item.innerText || "").replace(/\s+/g, " ").trim().slice(0, 80);
}

function row(keys: string, name: string): HTMLTableRowElement {
  const caps = keys.split(" ").flatMap((key, i) => [...(i ? [" then "] : []), element("kbd", {}, key)]);
  return element("tr", {}, element("th", { scope: "row" }, ...caps), element("td", {}, name));
}

function dialog(): HTMLDialogElement {
  const made = element("dialog", { class: "help", "aria-labelledby": "help-title" });
  document.body.append(made);
  return made;
}

function open(shown: HTMLDialogElement): void {
  const rows = [...keyed()].map(([keys, item]) => row(keys, nameOf(item)));
  const fixed = [row("?", "This list"), row("Esc", "Close, or leave a field")];
  shown.replaceChildren(
    element("h2", { id: "help-title" }, "Keys"),
    element("table", {}, element("tbody", {}, ...fixed, ...rows)),
    element("form", { method: "dialog" }, element("button", { autofocus: "" }, "Close")),
  );
  shown.showModal();
}

/** Listens for keys on the whole page; they rest while a field has the focus. */
export function keyboard(): void {
  const help = dialog();
  let before = "";
  let timer = 0;
  for (const button of document.querySelectorAll("[data-help]")) {
    button.addEventListener("click", () => open(help));
  }
  addEventListener("keydown", (event) => {
    const target = event.target as HTMLElement;
    if (event.key === "Escape" && target.matches(FIELDS)) target.blur();
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    if (target.matches(FIELDS) || document.querySelector("dialog[open]")) return;
    if (event.key === "?") return open(help);
    const items = keyed();
    const item = items.get(`${before} ${event.key}`) ?? items.get(event.key);
    before = item ? "" : event.key;
    clearTimeout(timer);
    timer = window.setTimeout(() => (before = ""), PATIENCE);
    if (item) {
      event.preventDefault();
      act(item);
    }
  });
}
