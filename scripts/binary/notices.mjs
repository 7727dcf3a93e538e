// Notices of the binary: the licenses of Bun and of everything that Bun contains, with where to get the source.

import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";

/**
 * The list is that of Bun's LICENSE.md. Where Bun reports the revision of a library, the address is that of the revision.
 *
 * @param bun the path of a runtime that can be run here
 */
export function engineNotices(bun) {
  const text = readFileSync(join(import.meta.dirname, "../licenses/bun.txt"), "utf8");
  const versions = JSON.parse(execFileSync(bun, ["-p", "JSON.stringify(process.versions)"], { encoding: "utf8" }));
  return text.replace(/\{(\w+)\}/g, (_, name) => {
    if (versions[name] === undefined)
      throw new Error(`Bun no longer reports the version of ${name}; see scripts/licenses`);
    return versions[name];
  });
}
