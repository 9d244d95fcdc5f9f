// The network: who did what to whom, who speaks of whom. The table below it holds the same.
import cytoscape from "cytoscape";
import { apart } from "./apart";
import { colour, element, onTheme, pageData } from "./page";

interface Node {
  id: string;
  label: string;
  type: string;
  weight: number;
  href: string;
}

interface Edge {
  id: string;
  source: string;
  target: string;
  /** Deeds, or words about somebody. */
  kind: "did" | "said";
  standing: "real" | "unreal" | "denied";
  label: string;
  count: number;
  href: string;
}

interface Data {
  nodes: Node[];
  edges: Edge[];
}

const SHAPES: Record<string, cytoscape.Css.NodeShape> = {
  person: "ellipse",
  state: "round-rectangle",
  government: "rectangle",
  armed_group: "triangle",
  organisation: "hexagon",
  group: "diamond",
};

function styles(): cytoscape.StylesheetJson {
  const [ink, card, accent, warn, bad, soft] = ["--ink", "--card", "--accent", "--warn", "--bad", "--soft"].map(colour);
  return [
    {
      selector: "node",
      style: {
        label: "data(label)",
        shape: "data(shape)" as unknown as cytoscape.Css.NodeShape,
        width: "data(size)",
        height: "data(size)",
        color: ink,
        "background-color": accent,
        // The layout keeps room for names of this size; sizeNames sets what is seen.
        "font-size": 20,
        "text-max-width": "170px",
        "text-wrap": "wrap",
        "text-valign": "bottom",
        "text-margin-y": 3,
        "text-background-color": card,
        "text-background-opacity": 0.75,
        "text-background-padding": "1px",
      },
    },
    {
      selector: "edge",
      style: {
        width: "data(width)",
        "line-color": soft,
        "target-arrow-color": soft,
        "target-arrow-shape": "triangle",
        "arrow-scale": 0.8,
        "curve-style": "bezier",
        opacity: 0.75,
      },
    },
    { selector: "edge[kind = 'said']", style: { "line-style": "dotted", "target-arrow-shape": "vee" } },
    { selector: "edge[standing = 'unreal']", style: { "line-style": "dashed", "line-color": warn, "target-arrow-color": warn } },
    { selector: "edge[standing = 'denied']", style: { "line-style": "dashed", "line-color": bad, "target-arrow-color": bad, "target-arrow-shape": "tee" } },
    { selector: ".faint", style: { opacity: 0.12 } },
    { selector: "edge.near", style: { label: "data(label)", color: ink, "text-rotation": "autorotate", "text-background-color": card, "text-background-opacity": 0.85, "z-index": 9, opacity: 1 } },
    { selector: "node:selected", style: { "border-width": 3, "border-color": ink } },
  ] as cytoscape.StylesheetJson;
}

/** Returns what a small screen can show of it: the weightiest actors and the ties among them. */
function fitting(data: Data, room: number): Data {
  const nodes = data.nodes.slice(0, room);
  const kept = new Set(nodes.map((node) => node.id));
  return { nodes, edges: data.edges.filter((edge) => kept.has(edge.source) && kept.has(edge.target)) };
}

function elements(data: Data): cytoscape.ElementDefinition[] {
  const most = Math.max(1, ...data.nodes.map((node) => node.weight));
  const strongest = Math.max(1, ...data.edges.map((edge) => edge.count));
  return [
    ...data.nodes.map((node) => ({
      data: { ...node, shape: SHAPES[node.type] ?? "octagon", size: 12 + 26 * Math.sqrt(node.weight / most) },
    })),
    ...data.edges.map((edge) => ({
      data: { ...edge, label: `${edge.label} (${edge.count})`, width: 1 + 4 * Math.sqrt(edge.count / strongest) },
    })),
  ];
}

/** Keeps names and signs of one size on the screen, however near one looks. */
function sizeNames(graph: cytoscape.Core): void {
  const scale = 1 / graph.zoom();
  graph.batch(() => {
    for (const node of graph.nodes()) {
      const size = Number(node.data("size")) * scale;
      node.style({ width: size, height: size, "font-size": 12.5 * scale, "text-max-width": `${110 * scale}px` });
    }
    for (const edge of graph.edges()) {
      edge.style({ width: Number(edge.data("width")) * scale, "font-size": 11.5 * scale, "arrow-scale": 0.8 * Math.min(1, scale) });
    }
  });
}

/** Spreads the drawing over its box, and its signs with their names apart from one another. */
function spread(graph: cytoscape.Core, box: HTMLElement): void {
  const drawn = graph.nodes().boundingBox({ includeLabels: false });
  const wider = (box.clientWidth / box.clientHeight) * (drawn.h / Math.max(1, drawn.w));
  graph.nodes().positions((node) => ({ x: node.position("x") * Math.max(1, wider), y: node.position("y") }));
  graph.fit(undefined, 60);
  const zoom = graph.zoom();
  const nodes = graph.nodes().toArray();
  const boxes = nodes.map((node) => {
    const name = String(node.data("label")).length * 6.6;
    const size = Number(node.data("size"));
    const lines = Math.ceil(name / 105);
    return { x: node.position("x") * zoom, y: node.position("y") * zoom, width: Math.max(size, Math.min(name, 112)) + 6, height: size + 14 * lines + 8 };
  });
  apart(boxes);
  nodes.forEach((node, i) => {
    const { x, y } = boxes[i] ?? { x: 0, y: 0 };
    node.position({ x: x / zoom, y: y / zoom });
  });
  graph.fit(undefined, 40);
}

function show(graph: cytoscape.Core, node: cytoscape.NodeSingular, line: HTMLElement | null): void {
  graph.elements().addClass("faint").removeClass("near");
  node.closedNeighborhood().removeClass("faint");
  node.connectedEdges().addClass("near");
  const edges = node.connectedEdges().length;
  line?.replaceChildren(
    element("a", { href: String(node.data("href")) }, String(node.data("label"))),
    element("span", { class: "soft" }, ` ${String(node.data("type")).replaceAll("_", " ")} · ${edges} lines shown`),
  );
}

function draw(box: HTMLElement, data: Data): void {
  // Cytoscape would add a style element for its one rule (the box is positioned, by our own
  // styles); it looks for this id first, and the page's policy forbids style elements.
  document.head.append(element("meta", { id: "__________cytoscape_stylesheet" }));
  const graph = cytoscape({
    container: box,
    elements: elements(fitting(data, box.clientWidth < 600 ? 20 : Infinity)),
    style: styles(),
    minZoom: 0.2,
    maxZoom: 4,
    userZoomingEnabled: false,
    layout: {
      name: "cose",
      animate: false,
      randomize: false,
      nodeDimensionsIncludeLabels: true,
      nodeRepulsion: () => 300_000,
      idealEdgeLength: () => 130,
      edgeElasticity: () => 300,
      gravity: 0.5,
      nodeOverlap: 40,
      componentSpacing: 80,
      padding: 24,
      numIter: 1500,
    } as cytoscape.CoseLayoutOptions,
  });
  spread(graph, box);
  sizeNames(graph);
  // Names keep their size on the screen, so that each fitting changes the edges of the drawing.
  for (let round = 0; round < 3; round++) {
    graph.fit(undefined, 24);
    sizeNames(graph);
  }
  graph.on("zoom", () => sizeNames(graph));
  const line = document.getElementById("network-detail");
  graph.on("tap", "node", (event) => show(graph, event.target as cytoscape.NodeSingular, line));
  graph.on("tap", (event) => {
    if (event.target === graph) graph.elements().removeClass("faint near");
  });
  const zoom = (by: number) => graph.zoom({ level: graph.zoom() * by, renderedPosition: { x: box.clientWidth / 2, y: box.clientHeight / 2 } });
  const actions: Record<string, () => void> = { in: () => zoom(1.3), out: () => zoom(1 / 1.3), fit: () => graph.fit(undefined, 40) };
  for (const button of document.querySelectorAll<HTMLElement>("[data-network]")) {
    button.addEventListener("click", () => actions[button.dataset["network"] ?? ""]?.());
  }
  for (const link of document.querySelectorAll<HTMLElement>("[data-node]")) {
    link.addEventListener("click", () => {
      const node = graph.getElementById(link.dataset["node"] ?? "");
      if (node.nonempty()) show(graph, node as unknown as cytoscape.NodeSingular, line);
      box.scrollIntoView({ block: "center" });
    });
  }
  onTheme(() => {
    graph.style(styles());
    sizeNames(graph);
  });
  box.dataset["drawn"] = "yes";
}

const box = document.getElementById("network");
const data = pageData<Data>("network-data");
if (box && data?.nodes.length) draw(box, data);
