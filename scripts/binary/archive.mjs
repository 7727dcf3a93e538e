// Packs a built binary for a release: node scripts/binary/archive.mjs TARGET FOLDER

import { execFileSync } from "node:child_process";
import { cpSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";

const root = join(import.meta.dirname, "../..");
const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
const [target, folder] = process.argv.slice(2);
const name = `roadmap-${version}-${target}`;

// Everything is in a folder of this name: unpacked, an archive must replace no file next to it.
const parent = "dist-binary/archive";
rmSync(join(root, parent), { recursive: true, force: true });
try {
  cpSync(join(root, "dist-binary", target), join(root, parent, name), { recursive: true });
  // Relative paths, because tar reads a colon as the end of a host's name.
  execFileSync("tar", ["-czf", `${folder}/${name}.tar.gz`, "-C", parent, name], { cwd: root, stdio: "inherit" });
} finally {
  rmSync(join(root, parent), { recursive: true, force: true });
}
