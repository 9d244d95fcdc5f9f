// How a place is marked: shape and pattern say what colour says too.
import type L from "leaflet";
import type { MapPlace } from "./map";
import { shape } from "./page";

/** Returns whether something is said to have happened at a place. */
export function real(place: MapPlace): boolean {
  return place.happened > 0;
}

/** Returns whether something is planned, possible or demanded there. */
export function unreal(place: MapPlace): boolean {
  return place.planned > 0;
}

function circle(size: number): SVGElement {
  return shape("circle", { cx: size / 2, cy: size / 2, r: size / 2 - 1.5, class: "mark-real" });
}

function diamond(at: number, half: number): SVGElement {
  const points = `${at},${at - half} ${at + half},${at} ${at},${at + half} ${at - half},${at}`;
  return shape("polygon", { points, class: "mark-unreal" });
}

function cross(at: number, half: number): SVGElement {
  const d = `M${at - half},${at - half}L${at + half},${at + half}M${at + half},${at - half}L${at - half},${at + half}`;
  return shape("path", { d, class: "mark-denied" });
}

/** Returns the mark of a place: a disc for what happened, a hollow diamond for what is planned or
 * possible, a cross for what is denied; a small sign on a disc says that there is more than one. */
export function mark(place: MapPlace, size: number): SVGElement {
  const made = shape("svg", { width: size, height: size, viewBox: `0 0 ${size} ${size}`, "aria-hidden": "true" });
  const inner = size / 2 - 2;
  if (real(place)) {
    made.append(circle(size));
    const small = size / 2;
    if (place.denied) made.append(cross(small, size / 6));
    else if (unreal(place)) made.append(diamond(small, size / 4.5));
  } else if (unreal(place)) made.append(diamond(size / 2, inner));
  else made.append(cross(size / 2, inner));
  return made;
}

function hatch(id: string, kind: string, d: string): SVGElement {
  const pattern = shape("pattern", { id, width: 8, height: 8, patternUnits: "userSpaceOnUse" });
  pattern.append(shape("path", { d, class: `hatch-${kind}` }));
  return pattern;
}

/** Puts the hatchings that areas are filled with into the map's drawing. */
export function defineHatches(map: L.Map): void {
  for (const drawing of map.getContainer().querySelectorAll("svg.leaflet-zoom-animated")) {
    if (drawing.querySelector("defs")) continue;
    const defs = shape("defs");
    defs.append(
      hatch("hatch-unreal", "unreal", "M-2,2L2,-2M0,8L8,0M6,10L10,6"),
      hatch("hatch-denied", "denied", "M-2,2L2,-2M0,8L8,0M6,10L10,6M-2,6L2,10M0,0L8,8M6,-2L10,2"),
    );
    drawing.prepend(defs);
  }
}
