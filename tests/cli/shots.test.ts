// Pictures of documents: `npm run shots` makes the same bytes again, and changes nothing else.

import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { isBinary, makePlace } from "../support/program.js";

const root = fileURLToPath(new URL("../..", import.meta.url));

test("the pictures in docs are those that the program makes of the fixture", ({ skip }) => {
  skip(isBinary, "`npm run shots` runs the npm package");
  const place = makePlace({});
  execFileSync(process.execPath, [join(root, "scripts/shots.mjs"), place.folder], { env: place.env });
  const names = readdirSync(place.folder).filter((name) => name.endsWith(".svg"));
  expect(names.sort()).toEqual(["progress.svg", "terminal.svg"]);
  for (const name of names)
    expect(place.read(name), `docs/${name}: run \`npm run shots\``).toBe(
      readFileSync(join(root, "docs", name), "utf8"),
    );
});
