// The map: a mark where a place is known as a point, an area where it is a province or a country,
// a dashed ring where the reports are vaguer than that.
import L from "leaflet";
import "leaflet/dist/leaflet.css";
import "./map.css";
import { type Area, countries, middle, provinceOf, provinces } from "./geo";
import { Labels } from "./labels";
import { defineHatches, mark, real, unreal } from "./marks";
import { counted, element, onTheme, pageData } from "./page";

export interface MapEvent {
  label: string;
  when: string;
  status: string;
  href: string;
}

export interface MapPlace {
  id: string;
  name: string;
  href: string;
  shape: "point" | "ring" | "province" | "country";
  precision: string;
  lat: number | null;
  lon: number | null;
  country: string;
  geonames: number;
  happened: number;
  planned: number;
  denied: number;
  events: MapEvent[];
}

const ATTRIBUTION = "Borders: Natural Earth, as they are there; they take no side.";
// Radius in metres of the ring drawn for a place known only roughly.
const ROUGH = 15_000;

function total(place: MapPlace): number {
  return place.happened + place.planned + place.denied;
}

function popup(place: MapPlace): HTMLElement {
  const events = place.events.map((event) =>
    element(
      "li",
      {},
      element("a", { href: event.href }, event.label),
      element("span", { class: "soft" }, ` ${[event.when, event.status].filter(Boolean).join(" · ")}`),
    ),
  );
  const counts = [
    place.happened && `${place.happened} happened or going on`,
    place.planned && `${place.planned} planned, possible or demanded`,
    place.denied && `${place.denied} said not to have happened`,
  ].filter(Boolean);
  return element(
    "div",
    { class: "map-popup" },
    element("strong", {}, place.name),
    element("p", { class: "soft" }, place.precision),
    element("p", {}, counts.join("; ")),
    element("ul", {}, ...events),
    element("a", { href: place.href }, `All of it: ${counted(total(place), "event")}`),
  );
}

/** Returns how many pixels across the mark of a place is. */
function sizeOf(place: MapPlace, most: number): number {
  return Math.round(11 + 21 * Math.sqrt(total(place) / most));
}

function summary(place: MapPlace): string {
  return `${place.name}: ${counted(total(place), "event")}`;
}

class View {
  readonly map: L.Map;
  private readonly base = L.featureGroup();
  private readonly shapes = L.featureGroup();
  private readonly points = L.featureGroup();
  private readonly labels: Labels;

  constructor(box: HTMLElement, private readonly places: MapPlace[]) {
    this.map = L.map(box, { minZoom: 2, maxZoom: 11, worldCopyJump: true, zoomSnap: 0.5, scrollWheelZoom: false });
    this.map.attributionControl.setPrefix(false).addAttribution(ATTRIBUTION);
    L.control.scale({ imperial: false }).addTo(this.map);
    this.map.createPane("land").style.zIndex = "250";
    this.map.setView([25, 30], 2);
    for (const group of [this.base, this.shapes, this.points]) group.addTo(this.map);
    this.labels = new Labels(this.map);
    // The wheel scrolls the page until the map is used.
    this.map.on("focus click", () => this.map.scrollWheelZoom.enable());
    this.map.on("blur mouseout", () => this.map.scrollWheelZoom.disable());
  }

  async draw(): Promise<void> {
    this.drawPoints();
    this.frame();
    const world = await countries();
    for (const area of world) this.drawBase(area);
    this.drawCountries(world);
    await this.drawProvinces();
    defineHatches(this.map);
    this.nameThings(world);
    this.map.getContainer().dataset["drawn"] = "yes";
  }

  private drawBase(area: Area): void {
    L.geoJSON(area.geometry, { pane: "land", interactive: false, style: { className: "land", weight: 0.7 } }).addTo(this.base);
  }

  private bind(layer: L.Layer, place: MapPlace): void {
    layer.bindPopup(() => popup(place), { maxWidth: 300, minWidth: 200, autoPanPadding: [20, 20] });
    layer.bindTooltip(element("span", {}, summary(place)), { sticky: true });
  }

  private area(area: Area, place: MapPlace, most: number): void {
    // A country lies under its provinces, and both under marks and names.
    const [least, span] = place.shape === "country" ? [0.05, 0.1] : [0.08, 0.3];
    const weight = least + span * Math.sqrt(total(place) / most);
    const kind = real(place) ? "real" : unreal(place) ? "unreal" : "denied";
    const layer = L.geoJSON(area.geometry, {
      style: { className: `area ${place.shape} ${kind}`, weight: 1.5, fillOpacity: kind === "real" ? weight : 0.7 },
    });
    this.bind(layer, place);
    layer.addTo(this.shapes);
  }

  private drawCountries(world: Area[]): void {
    const found = this.places.filter((place) => place.shape === "country");
    const most = Math.max(1, ...found.map(total));
    for (const place of found) {
      const area = world.find((country) => country.code === place.country);
      if (area) this.area(area, place, most);
      else this.ring(place);
    }
  }

  private async drawProvinces(): Promise<void> {
    const found = this.places.filter((place) => place.shape === "province");
    const most = Math.max(1, ...found.map(total));
    const codes = [...new Set(found.map((place) => place.country))];
    const known = new Map(await Promise.all(codes.map(async (code) => [code, await provinces(code)] as const)));
    for (const place of found) {
      const area = provinceOf(known.get(place.country) ?? [], place);
      if (area) this.area(area, place, most);
      else this.ring(place);
    }
  }

  private ring(place: MapPlace): void {
    if (place.lat === null || place.lon === null) return;
    const layer = L.circle([place.lat, place.lon], { radius: ROUGH, className: "ring", weight: 2 });
    this.bind(layer, place);
    layer.addTo(this.shapes);
  }

  private drawPoints(): void {
    const points = this.places.filter((place) => place.shape === "point");
    const most = Math.max(1, ...points.map(total));
    for (const place of points) {
      const size = sizeOf(place, most);
      const icon = L.divIcon({ className: "mark", html: mark(place, size) as unknown as HTMLElement, iconSize: [size, size] });
      const layer = L.marker([place.lat ?? 0, place.lon ?? 0], { icon, riseOnHover: true, keyboard: true });
      this.bind(layer, place);
      layer.addTo(this.points);
      layer.getElement()?.setAttribute("aria-label", summary(place));
    }
    for (const place of this.places) if (place.shape === "ring") this.ring(place);
  }

  private nameThings(world: Area[]): void {
    const shown = [...this.places].sort((a, b) => total(b) - total(a));
    const points = shown.filter((place) => place.shape === "point" && place.lat !== null);
    const most = Math.max(1, ...points.map(total));
    this.labels.set([
      ...points.map((p) => ({ at: L.latLng(p.lat ?? 0, p.lon ?? 0), text: p.name.split(",")[0] ?? "", kind: "town", from: 5, gap: sizeOf(p, most) / 2 + 3 })),
      ...world
        .map((area) => ({ ...middle(area), text: area.names[0] ?? "" }))
        .sort((a, b) => b.size - a.size)
        .map(({ at, size, text }) => ({ at: L.latLng(at), text, kind: "country", from: 2, across: Math.sqrt(size) })),
    ]);
  }

  /** Shows where most of it is: four fifths of what has a point, else everything. */
  private frame(): void {
    const points = this.places.filter((p) => p.lat !== null && p.lon !== null && p.shape !== "country");
    const used = points.length ? points : this.places.filter((p) => p.lat !== null);
    if (!used.length) return;
    const spread = (pick: (place: MapPlace) => number): [number, number] => {
      const all = used.flatMap((p) => Array<number>(total(p)).fill(pick(p))).sort((a, b) => a - b);
      return [all[Math.floor(all.length * 0.1)] ?? 0, all[Math.ceil(all.length * 0.9) - 1] ?? 0];
    };
    const [south, north] = spread((p) => p.lat ?? 0);
    const [west, east] = spread((p) => p.lon ?? 0);
    this.map.fitBounds([[south, west], [north, east]], { padding: [40, 40], maxZoom: 8, animate: false });
  }
}

const box = document.getElementById("map");
const data = pageData<MapPlace[]>("map-data");
if (box && data) {
  const view = new View(box, data);
  void view.draw();
  onTheme(() => defineHatches(view.map));
}
