// Tables that are sorted by a click on a heading and narrowed by what is typed.
import { counted, element } from "./page";

const compare = new Intl.Collator("en", { numeric: true, sensitivity: "base" }).compare;

function value(row: HTMLTableRowElement, column: number): string {
  const cell = row.cells[column];
  return (cell?.dataset["v"] ?? cell?.textContent ?? "").trim();
}

function sort(table: HTMLTableElement, heading: HTMLTableCellElement): void {
  const body = table.tBodies[0];
  if (!body) return;
  const up = heading.ariaSort !== "ascending";
  for (const other of table.tHead?.rows[0]?.cells ?? []) other.removeAttribute("aria-sort");
  heading.ariaSort = up ? "ascending" : "descending";
  const rows = [...body.rows];
  const column = heading.cellIndex;
  // What is empty stays at the end either way.
  rows.sort((a, b) => {
    const [x, y] = [value(a, column), value(b, column)];
    if (!x || !y) return Number(!x) - Number(!y);
    return up ? compare(x, y) : compare(y, x);
  });
  body.append(...rows);
}

function sortable(table: HTMLTableElement): void {
  for (const heading of table.tHead?.rows[0]?.cells ?? []) {
    if (!heading.textContent?.trim()) continue;
    const button = element("button", { type: "button", class: "sort", click: () => sort(table, heading) });
    button.append(...heading.childNodes);
    heading.append(button);
  }
}

function narrow(field: HTMLInputElement): void {
  const table = document.querySelector<HTMLTableElement>(field.dataset["filter"] ?? "");
  const body = table?.tBodies[0];
  if (!body) return;
  const status = element("span", { class: "soft", role: "status" });
  field.after(status);
  field.addEventListener("input", () => {
    const words = field.value.toLowerCase().split(/\s+/).filter(Boolean);
    let shown = 0;
    for (const row of body.rows) {
      const text = row.textContent?.toLowerCase() ?? "";
      row.hidden = !words.every((word) => text.includes(word));
      if (!row.hidden) shown++;
    }
    status.textContent = words.length ? ` ${counted(shown, "row")}` : "";
  });
}

/** Readies `table[data-sortable]` and `input[data-filter="#table"]`. */
export function tables(): void {
  document.querySelectorAll<HTMLTableElement>("table[data-sortable]").forEach(sortable);
  document.querySelectorAll<HTMLInputElement>("input[data-filter]").forEach(narrow);
}
