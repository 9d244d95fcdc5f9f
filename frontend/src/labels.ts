// Names on the map: as many as fit without lying over one another, the weightiest first.
import L from "leaflet";
import { element } from "./page";

export interface Label {
  at: L.LatLng;
  text: string;
  kind: string;
  /** The zoom from which it is shown. */
  from: number;
  /** How many degrees what it names is across; a name much wider than that is left out. */
  across?: number;
  /** Pixels between what it names and the name. */
  gap?: number;
}

const HEIGHT = 16;
const WIDTH = 7;
const MOST = 40;

export class Labels {
  private readonly layer = L.layerGroup();
  private all: Label[] = [];

  constructor(private readonly map: L.Map) {
    map.createPane("labels").style.zIndex = "580";
    this.layer.addTo(map);
    map.on("zoomend moveend", () => this.place());
  }

  set(labels: Label[]): void {
    this.all = labels;
    this.place();
  }

  private place(): void {
    this.layer.clearLayers();
    const taken: L.Bounds[] = [];
    const view = this.map.getBounds();
    for (const label of this.all) {
      if (taken.length >= MOST) return;
      if (this.map.getZoom() < label.from || !view.contains(label.at)) continue;
      const at = this.map.latLngToContainerPoint(label.at);
      const width = label.text.length * WIDTH;
      const room = (label.across ?? Infinity) * (256 / 360) * 2 ** this.map.getZoom();
      if (room < width * 0.7) continue;
      const left = label.kind === "town" ? at.x + (label.gap ?? 10) : at.x - width / 2;
      const box = L.bounds([left, at.y - HEIGHT / 2], [left + width, at.y + HEIGHT / 2]);
      if (taken.some((other) => other.overlaps(box))) continue;
      taken.push(box);
      this.add(label, width);
    }
  }

  private add(label: Label, width: number): void {
    const html = element("span", {}, label.text);
    const anchor: L.PointExpression = label.kind === "town" ? [-(label.gap ?? 10), HEIGHT / 2] : [width / 2, HEIGHT / 2];
    const icon = L.divIcon({ className: `map-label ${label.kind}`, html, iconSize: [width, HEIGHT], iconAnchor: anchor });
    L.marker(label.at, { icon, pane: "labels", interactive: false, keyboard: false }).addTo(this.layer);
  }
}
