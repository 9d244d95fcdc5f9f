// Plots where people would rather look than read; each stands over a table of the same data.
import * as Plot from "@observablehq/plot";
import "./plots.css";
import { colour, onTheme, pageData } from "./page";

interface Bins {
  unit: "day" | "month" | "year";
  /** The largest first; those beyond the palette are taken together by the server. */
  series: string[];
  items: { period: string; series: string; count: number }[];
}

interface Figure {
  low: number | null;
  high: number | null;
  what: string;
  label: string;
}

interface Share {
  holder: string;
  source: string;
  at: string;
  share: number;
  label: string;
}

interface Data {
  events: Bins;
  claims: Bins;
  figures: { rows: Figure[] }[];
  shares: Share[];
}

// Okabe and Ito's palette, which the colour-blind tell apart; plots.css has it too.
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

function overTime({ unit, series, items }: Bins, width: number): SVGElement | HTMLElement {
  const rows = items.map((item) => ({ ...item, at: new Date(item.period) }));
  return Plot.plot({
    width,
    height: 280,
    marginLeft: 44,
    color: { domain: series, range: PALETTE },
    x: { type: "utc", label: null },
    y: { grid: true, label: `a ${unit}` },
    marks: [
      Plot.rectY(rows, { x: "at", y: "count", interval: unit, fill: "series", order: series, insetLeft: 0.5, insetRight: 0.5 }),
      Plot.ruleY([0]),
    ],
  });
}

function figures(rows: Figure[], width: number): SVGElement | HTMLElement {
  const known = rows.filter((row) => row.low !== null || row.high !== null);
  const labels = [...new Set(known.map((row) => row.label))];
  const accent = colour("--accent");
  const margin = Math.min(300, Math.round(width * 0.45));
  const open = known.filter((row) => row.high === null || row.low === null);
  const far = Math.max(...known.map((row) => row.high ?? row.low ?? 0));
  const near = Math.min(...known.map((row) => row.low ?? row.high ?? 0));
  // Figures of very different size are told apart on a scale of powers alone.
  const scale = near > 0 && far / near > 50 ? { type: "log" as const, ticks: 4 } : { zero: true };
  return Plot.plot({
    width,
    height: 44 + 24 * labels.length,
    marginLeft: margin,
    marginRight: 28,
    x: { grid: true, label: null, nice: true, tickFormat: "~s", ...scale },
    y: { label: null, domain: labels },
    marks: [
      Plot.axisY({ label: null, tickSize: 0, textOverflow: "ellipsis", lineWidth: margin / 11.5 }),
      Plot.ruleY(known, { x1: (d: Figure) => d.low ?? d.high, x2: (d: Figure) => d.high ?? d.low, y: "label", stroke: accent, strokeWidth: 4 }),
      Plot.dot(known, { x: (d: Figure) => d.low ?? d.high, y: "label", fill: accent, r: 5 }),
      Plot.dot(known, { x: (d: Figure) => d.high ?? d.low, y: "label", fill: accent, r: 5 }),
      Plot.text(open, { x: (d: Figure) => d.low ?? d.high, y: "label", text: (d: Figure) => (d.high === null ? "▸" : "◂"), dx: 11, fontSize: 13 }),
    ],
  });
}

function shares(rows: Share[], width: number): SVGElement | HTMLElement {
  const dated = rows.filter((row) => row.at).map((row) => ({ ...row, day: new Date(row.at) }));
  const holders = [...new Set(dated.map((row) => row.label))];
  const days = dated.map((row) => row.day.getTime());
  const margin = Math.max((Math.max(...days) - Math.min(...days)) * 0.08, 20 * 86_400_000);
  return Plot.plot({
    width,
    height: 300,
    marginLeft: 44,
    x: { type: "utc", label: null, domain: [Math.min(...days) - margin, Math.max(...days) + margin] },
    y: { domain: [0, 100], grid: true, label: "percent" },
    symbol: { domain: holders, range: SYMBOLS },
    color: { domain: holders, range: PALETTE },
    marks: [
      Plot.dot(dated, { x: "day", y: "share", fill: "label", symbol: "label", r: 6 }),
      Plot.text(dated, { x: "day", y: "share", text: "label", dy: -12, fontSize: 11, lineWidth: 16, textOverflow: "ellipsis" }),
    ],
  });
}

const data = pageData<Data>("plots-data");

function draw(): void {
  if (!data) return;
  const { events, claims } = data;
  if (events.items.length) put("plot-events", (width) => overTime(events, width));
  if (claims.items.length) put("plot-claims", (width) => overTime(claims, width));
  data.figures.forEach(({ rows }, i) => put(`plot-figures-${i}`, (width) => figures(rows, width)));
  if (data.shares.some((row) => row.at)) put("plot-shares", (width) => shares(data.shares, width));
}

draw();
onTheme(draw);
let width = innerWidth;
addEventListener("resize", () => {
  if (innerWidth !== width) draw();
  width = innerWidth;
});
