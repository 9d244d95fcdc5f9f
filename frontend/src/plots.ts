// Plots where people would rather look than read; each stands over a table of the same data.
import * as Plot from "@observablehq/plot";
import "./plots.css";
import { onTheme, pageData } from "./page";

interface Binned {
  month: string;
  series: string;
  count: number;
}

interface Figure {
  source: string;
  low: number | null;
  high: number | null;
  what: string;
  when: string;
  label: string;
}

interface Share {
  holder: string;
  source: string;
  when: string;
  share: number;
  label: string;
}

interface Data {
  events: Binned[];
  claims: Binned[];
  figures: { title: string; what: string; rows: Figure[] }[];
  shares: Share[];
  /** The order of the series, the largest first; those beyond the palette are folded by the server. */
  event_series: string[];
  claim_series: string[];
}

// Okabe and Ito's palette, told apart by the colour-blind; each bar also carries a hatching.
const PALETTE = ["#0072b2", "#e69f00", "#009e73", "#d55e00", "#cc79a7", "#56b4e9", "#a89f00", "#7f7f7f"];
const SYMBOLS = ["circle", "diamond", "square", "triangle", "star", "cross", "wye", "times"] as const;

function put(id: string, make: (width: number) => SVGElement | HTMLElement): void {
  const box = document.getElementById(id);
  if (!box) return;
  const drawn = make(Math.max(280, box.clientWidth));
  drawn.setAttribute("aria-hidden", "true");
  box.replaceChildren(drawn);
  box.dataset["drawn"] = "yes";
}

function overTime(rows: Binned[], series: string[], width: number): SVGElement | HTMLElement {
  const dated = rows.map((row) => ({ ...row, at: new Date(`${row.month}-01`) }));
  return Plot.plot({
    width,
    height: 280,
    marginLeft: 44,
    color: { domain: series, range: PALETTE },
    x: { type: "utc", label: null },
    y: { grid: true, label: "a month", tickFormat: "d" },
    marks: [
      Plot.rectY(dated, { x: "at", y: "count", interval: "month", fill: "series", order: series, insetLeft: 0.5, insetRight: 0.5 }),
      Plot.ruleY([0]),
    ],
  });
}

function figures(rows: Figure[], width: number): SVGElement | HTMLElement {
  const known = rows.filter((row) => row.low !== null || row.high !== null);
  const margin = Math.min(220, width * 0.4);
  const open = known.filter((row) => row.high === null || row.low === null);
  return Plot.plot({
    width,
    height: 40 + 26 * new Set(known.map((row) => row.label)).size,
    marginLeft: margin,
    marginRight: 28,
    x: { grid: true, label: null, zero: true, nice: true, tickFormat: "~s" },
    y: { label: null, domain: [...new Set(known.map((row) => row.label))] },
    color: { domain: ["killed", "injured"], range: [PALETTE[3] ?? "", PALETTE[0] ?? ""], unknown: PALETTE[7] ?? "" },
    marks: [
      Plot.ruleY(known, { x1: (d: Figure) => d.low ?? 0, x2: (d: Figure) => d.high ?? d.low ?? 0, y: "label", stroke: "what", strokeWidth: 4 }),
      Plot.dot(known, { x: (d: Figure) => d.low ?? d.high, y: "label", fill: "what", r: 5 }),
      Plot.dot(known, { x: (d: Figure) => d.high ?? d.low, y: "label", fill: "what", r: 5 }),
      Plot.text(open, { x: (d: Figure) => d.low ?? d.high, y: "label", text: (d: Figure) => (d.high === null ? "▸" : "◂"), dx: 11, fontSize: 13 }),
      Plot.axisY({ lineWidth: margin / 11, textOverflow: "ellipsis", label: null, tickSize: 0 }),
    ],
  });
}

function shares(rows: Share[], width: number): SVGElement | HTMLElement {
  const dated = rows.map((row) => ({ ...row, at: new Date(row.when) }));
  const holders = [...new Set(rows.map((row) => row.holder))];
  return Plot.plot({
    width,
    height: 300,
    marginRight: 20,
    x: { type: "utc", label: null, inset: 24 },
    y: { domain: [0, 100], grid: true, label: "% of the territory, as claimed" },
    color: { domain: holders, range: PALETTE },
    symbol: { domain: holders, range: SYMBOLS },
    marks: [
      Plot.dot(dated, { x: "at", y: "share", fill: "holder", symbol: "holder", r: 6 }),
      Plot.text(dated, { x: "at", y: "share", text: "source", dy: -12, fontSize: 11, lineWidth: 12, textOverflow: "ellipsis" }),
    ],
  });
}

const data = pageData<Data>("plots-data");

function draw(): void {
  if (!data) return;
  if (data.events.length) put("plot-events", (width) => overTime(data.events, data.event_series, width));
  if (data.claims.length) put("plot-claims", (width) => overTime(data.claims, data.claim_series, width));
  data.figures.forEach(({ rows }, i) => put(`plot-figures-${i}`, (width) => figures(rows, width)));
  if (data.shares.length) put("plot-shares", (width) => shares(data.shares, width));
}

draw();
onTheme(draw);
let width = innerWidth;
addEventListener("resize", () => {
  if (innerWidth !== width) draw();
  width = innerWidth;
});
