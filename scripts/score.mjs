// Prints how the program reads the real roadmaps next to the project, or those in the folder given: npm run score -- FOLDER

import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";

const root = join(import.meta.dirname, "..");
const folder = resolve(process.argv[2] ?? join(root, "../shared/corpus"));
if (!existsSync(join(folder, "gold.jsonl"))) {
  console.error(`score: ${folder} has no gold.jsonl`);
  process.exit(1);
}
const outfile = join(root, "node_modules/.cache/score.cjs");
await build({
  entryPoints: [join(root, "tests/support/score-gold.ts")],
  outfile,
  bundle: true,
  platform: "node",
  format: "cjs",
  logLevel: "error",
});
const { scoreGold, scoreLines } = await import(pathToFileURL(outfile).href);
console.log(scoreLines(scoreGold(folder)).join("\n"));
