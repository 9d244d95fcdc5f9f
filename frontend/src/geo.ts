// Borders: the world's countries and, where a place asks for them, a country's provinces.
import { feature } from "topojson-client";
import type { GeometryCollection, Topology } from "topojson-specification";

export interface Area {
  names: string[];
  id: number;
  code: string;
  geometry: GeoJSON.Polygon | GeoJSON.MultiPolygon;
}

type Kept = Topology<Record<string, GeometryCollection<Record<string, unknown>>>>;

const waiting = new Map<string, (data: Kept) => void>();
const here = new URL(".", (document.currentScript as HTMLScriptElement).src);

// Called by each file of borders: a page on a disk may run scripts but not fetch data.
Object.assign(window, { dragomanGeo: (key: string, data: Kept) => waiting.get(key)?.(data) });

function load(key: string): Promise<Kept | null> {
  return new Promise((resolve) => {
    const script = document.createElement("script");
    waiting.set(key, resolve);
    script.src = new URL(`geo/${key}.js`, here).href;
    script.onerror = () => resolve(null);
    document.head.append(script);
  });
}

/** Changes rings that jump across the date line so that they run on beyond 180 degrees. */
function unwrap(geometry: Area["geometry"]): Area["geometry"] {
  const parts = geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates;
  for (const ring of parts.flat()) {
    let turn = 0;
    let before = ring[0]?.[0] ?? 0;
    for (const point of ring) {
      const x = point[0] ?? 0;
      if (Math.abs(x - before) > 180) turn += x < before ? 360 : -360;
      before = x;
      point[0] = x + turn;
    }
  }
  return geometry;
}

function areas(data: Kept, layer: string, code: string): Area[] {
  const layered = data.objects[layer];
  if (!layered) return [];
  return feature(data, layered).features.map(({ properties: p, geometry }) => ({
    names: (p?.["names"] as string[] | undefined) ?? [String(p?.["name"] ?? "")],
    id: Number(p?.["id"] ?? 0),
    code: String(p?.["code"] ?? code),
    geometry: unwrap(geometry as Area["geometry"]),
  }));
}

/** Returns the outlines of all countries. */
export async function countries(): Promise<Area[]> {
  const data = await load("world");
  // Antarctica lies round the pole, where a flat map has no place for it.
  return data ? areas(data, "countries", "").filter((area) => area.code !== "AQ") : [];
}

/** Returns the provinces of a country by its ISO code; none where there are no borders of it. */
export async function provinces(code: string): Promise<Area[]> {
  if (!COUNTRIES.includes(code)) return [];
  const data = await load(code);
  return data ? areas(data, "areas", code) : [];
}

function inRing(x: number, y: number, ring: GeoJSON.Position[]): boolean {
  let inside = false;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [xi = 0, yi = 0] = ring[i] ?? [];
    const [xj = 0, yj = 0] = ring[j] ?? [];
    if (yi > y !== yj > y && x < ((xj - xi) * (y - yi)) / (yj - yi) + xi) inside = !inside;
  }
  return inside;
}

/** Returns whether an area holds a point. */
export function holds(area: Area, lat: number, lon: number): boolean {
  const { geometry } = area;
  const parts = geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates;
  return parts.some(
    ([outer = [], ...holes]) => inRing(lon, lat, outer) && !holes.some((hole) => inRing(lon, lat, hole)),
  );
}

/** Returns the middle of the largest part of an area, as [lat, lon], and its size in square degrees. */
export function middle(area: Area): { at: [number, number]; size: number } {
  const { geometry } = area;
  const parts = geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates;
  let best: [number, number] = [0, 0];
  let largest = -1;
  for (const [ring = []] of parts) {
    let [twice, x, y] = [0, 0, 0];
    for (let i = 0; i < ring.length - 1; i++) {
      const [x0 = 0, y0 = 0] = ring[i] ?? [];
      const [x1 = 0, y1 = 0] = ring[i + 1] ?? [];
      const cross = x0 * y1 - x1 * y0;
      twice += cross;
      x += (x0 + x1) * cross;
      y += (y0 + y1) * cross;
    }
    if (Math.abs(twice) > largest && twice !== 0) {
      largest = Math.abs(twice);
      best = [y / (3 * twice), x / (3 * twice)];
    }
  }
  return { at: best, size: largest / 2 };
}

function folded(name: string): string {
  return name
    .normalize("NFD")
    .replace(/[^\p{L} ]/gu, "")
    .toLowerCase()
    .replace(/\b(governorate|province|oblast|region|state|of)\b/g, "")
    .trim();
}

/** Returns the province meant: the one of this GeoNames id, else of this name, else round this point. */
export function provinceOf(
  found: Area[],
  place: { geonames: number; name: string; lat: number | null; lon: number | null },
): Area | undefined {
  const wanted = folded(place.name);
  return (
    found.find((area) => place.geonames && area.id === place.geonames) ??
    found.find((area) => area.names.some((name) => folded(name) === wanted)) ??
    found.find((area) => place.lat !== null && place.lon !== null && holds(area, place.lat, place.lon))
  );
}
