// Makes the pictures that documents show, with the built program: `npm run shots`, or `node scripts/shots.mjs FOLDER`.

import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const folder = process.argv[2] ?? join(root, "docs");
const roadmap = join(root, "tests", "fixtures", "in-progress.md");

const shots = {
  "terminal.svg": ["--style", "terminal"],
  "progress.svg": ["--style", "card"],
};

for (const [name, options] of Object.entries(shots)) {
  execFileSync(
    process.execPath,
    [join(root, "dist", "bin.cjs"), "-f", roadmap, "export", "svg", ...options, "-o", join(folder, name)],
    { env: { PATH: process.env.PATH, HOME: folder, ROADMAP_TODAY: "2026-11-30" }, stdio: "inherit" },
  );
}
