// Builds the web page: what `roadmap web` serves.

import { cpSync } from "node:fs";
import { join } from "node:path";
import { bundle } from "./bundle.mjs";

const root = join(import.meta.dirname, "..");

/**
 * The page gets texts without Markdown from the server; only a link with a rare entity in it would need the table, which
 * is a third of the script.
 */
const withoutEntityTable = {
  name: "without-entity-table",
  setup({ onLoad }) {
    onLoad({ filter: /\bmodel\/entity-table\.ts$/ }, () => ({ contents: 'export const entityTable = () => "";' }));
  },
};

export async function buildPage(outdir) {
  await bundle({
    absWorkingDir: root,
    bundle: true,
    format: "esm",
    target: ["chrome123", "firefox120", "safari17.5"],
    minify: true,
    legalComments: "none",
    jsx: "automatic",
    jsxImportSource: "preact",
    // Views that are opened later are files of their own.
    splitting: true,
    chunkNames: "app-[name]-[hash]",
    // The hashes depend on paths, which would otherwise lead out of the project where node_modules is a link.
    preserveSymlinks: true,
    outdir,
    entryPoints: { app: "src/web/page/main.tsx" },
    plugins: [withoutEntityTable],
  });
  await bundle({
    absWorkingDir: root,
    bundle: true,
    minify: true,
    target: ["chrome123", "firefox120", "safari17.5"],
    outdir,
    entryPoints: { app: "src/web/page/styles/index.css" },
  });
  cpSync(join(root, "src/web/page/index.html"), join(outdir, "index.html"));
}
