// Bundles what is shipped, and remembers of which packages it is made.

import { join } from "node:path";
import { build } from "esbuild";
import { thirdPartyNotices } from "./notices.mjs";

const root = join(import.meta.dirname, "..");

/** What esbuild reports of each build. */
const metafiles = [];

/** Builds something that is shipped. */
export async function bundle(settings) {
  const result = await build({ ...settings, metafile: true });
  metafiles.push(result.metafile);
  return result;
}

/** The licenses of all that was built until now; `more` are those of its engine. */
export function bundledNotices(more) {
  return thirdPartyNotices(root, metafiles, more);
}
