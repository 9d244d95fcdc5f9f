// The timeline: a sign for a known day, a bar for a span that surely holds it; outline and
// hatching for what is not said to have happened.
import { DataSet } from "vis-data";
import { Timeline } from "vis-timeline";
import "vis-timeline/styles/vis-timeline-graph2d.css";
import "./timeline.css";
import { element, pageData } from "./page";

interface Item {
  id: string;
  group: string;
  start: string;
  end: string | null;
  label: string;
  when: string;
  status: string;
  standing: "real" | "unreal" | "denied";
  /** Put at the day of the first report, since no day of its own is known. */
  reported: boolean;
  sources: number;
  href: string;
}

interface Data {
  groups: { id: string; label: string }[];
  items: Item[];
  from: string;
  to: string;
}

const DAY = 86_400_000;
// A bar has no sign of its own beside its words.
const SIGN = { real: "", unreal: "◇ ", denied: "✕ " } as const;

function shown(item: Item): object {
  const spans = item.end !== null;
  return {
    id: item.id,
    group: item.group,
    start: Date.parse(item.start),
    // The last day counts as a whole.
    ...(spans ? { end: Date.parse(item.end ?? item.start) + DAY } : {}),
    type: spans ? "range" : "point",
    className: [item.standing, spans ? "span" : "day", ...(item.reported ? ["reported"] : [])].join(" "),
    source: item,
  };
}

/** Returns the words on an item, as text: a report's words never become markup here. */
function words({ source: item }: { source: Item }): HTMLElement {
  return element("span", {}, (item.end ? SIGN[item.standing] : "") + item.label);
}

function detail(item: Item): HTMLElement[] {
  const parts = [item.when, item.status, `${item.sources} independent source${item.sources === 1 ? "" : "s"}`];
  return [
    element("a", { href: item.href }, item.label),
    element("span", { class: "soft" }, ` ${parts.filter(Boolean).join(" · ")}`),
  ];
}

function control(timeline: Timeline, action: string): void {
  const { start, end } = timeline.getWindow();
  const step = (end.getTime() - start.getTime()) * 0.3;
  if (action === "in") timeline.zoomIn(0.5);
  else if (action === "out") timeline.zoomOut(0.5);
  else if (action === "fit") timeline.fit();
  else {
    const by = action === "earlier" ? -step : step;
    timeline.setWindow(start.getTime() + by, end.getTime() + by);
  }
}

function draw(box: HTMLElement, data: Data): void {
  const groups = data.groups.map(({ id, label }) => ({ id, content: element("span", {}, label) }));
  const timeline = new Timeline(box, new DataSet(data.items.map(shown)), new DataSet(groups), {
    template: words,
    start: Date.parse(data.from),
    end: Date.parse(data.to),
    zoomKey: "ctrlKey",
    horizontalScroll: true,
    verticalScroll: true,
    maxHeight: Math.min(720, Math.round(innerHeight * 0.75)),
    zoomMin: 3 * DAY,
    zoomMax: 200 * 365 * DAY,
    margin: { item: { horizontal: 4, vertical: 4 } },
    orientation: { axis: "both", item: "top" },
    showCurrentTime: false,
    showTooltips: false,
    groupOrder: "order",
    align: "left",
    onInitialDrawComplete: () => {
      box.dataset["drawn"] = "yes";
      // What scrolls can be scrolled by keys.
      const rows = box.querySelector(".vis-left");
      rows?.setAttribute("tabindex", "0");
      rows?.setAttribute("role", "group");
      rows?.setAttribute("aria-label", "Rows of the timeline");
    },
  });
  const line = document.getElementById("timeline-detail");
  const byId = new Map(data.items.map((item) => [item.id, item]));
  timeline.on("select", ({ items = [] }) => {
    const item = byId.get(items[0] ?? "");
    if (line && item) line.replaceChildren(...detail(item));
  });
  timeline.on("doubleClick", ({ item }: { item?: string }) => {
    const found = byId.get(item ?? "");
    if (found) location.assign(found.href);
  });
  for (const button of document.querySelectorAll<HTMLElement>("[data-timeline]")) {
    button.addEventListener("click", () => control(timeline, button.dataset["timeline"] ?? ""));
  }
}

const box = document.getElementById("timeline");
const data = pageData<Data>("timeline-data");
// Drawing takes a second: the page around it, with the same as a table, is painted first.
if (box && data?.items.length) requestAnimationFrame(() => setTimeout(() => draw(box, data)));
