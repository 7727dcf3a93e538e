// A worker with one handler, for the tests of thread limits.

import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { buildSync } from "esbuild";
import { makeTempFolder } from "./temp-folder.js";

/** A worker script with this text as its handler. */
export function workerScript(handler: string): URL {
  const source = (path: string) => JSON.stringify(fileURLToPath(new URL(`../../src/${path}`, import.meta.url)));
  const contents = `import { serveWorker } from ${source("store/run-in-worker.ts")};
    import { UserError } from ${source("model/errors.ts")};
    serveWorker(${handler});`;
  const folder = makeTempFolder();
  const outfile = join(folder, "worker.mjs");
  writeFileSync(join(folder, "worker.ts"), contents);
  buildSync({ entryPoints: [join(folder, "worker.ts")], outfile, bundle: true, platform: "node", format: "esm" });
  return pathToFileURL(outfile);
}
