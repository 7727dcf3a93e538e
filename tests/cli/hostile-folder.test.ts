// Hostile folders: files of a cloned repository that engines and package managers read neither run nor change anything.

import { existsSync, mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { expect, test } from "vitest";
import { isBinary, makePlace, referenceText } from "../support/program.js";

const settings =
  "ROADMAP_FILE=reference.md\nROADMAP_TODAY=1999-01-01\nBUN_OPTIONS=--preload=./evil.js\nNODE_OPTIONS=--require=./evil.js\n";
const everything = {
  main: "./evil.js",
  exports: "./evil.js",
  imports: { "#zod": "./evil.js" },
  preload: ["./evil.js"],
};
const compiler = { extends: "./evil.json", compilerOptions: { baseUrl: ".", paths: { "*": ["./evil.js"] } } };
const packages = ["zod", "fs", "bun", "commander", "typescript"];
const ownParts = ["main", "view", "change", "whole", "front-matter", "reference-reader", "compare-worker"];

/** Texts by file name; `evil.js` leaves a trace when it runs. */
const traps: Readonly<Record<string, readonly [names: readonly string[], text: string]>> = {
  "settings of the environment": [[".env", ".env.local", ".env.production", ".env.development"], settings],
  "settings of Bun": [["bunfig.toml", ".bunfig.toml"], 'preload = ["./evil.js"]\n[define]\n"process.env.X" = "1"\n'],
  "settings of npm": [[".npmrc"], "node-options=--require=./evil.js\n"],
  "a package": [["package.json"], JSON.stringify(everything)],
  "settings of TypeScript": [["tsconfig.json", "jsconfig.json"], JSON.stringify(compiler)],
  "installed packages": [packages.map((name) => `node_modules/${name}/index.js`), "require('../../evil.js')"],
  "parts of the program": [ownParts.flatMap((name) => [`${name}.cjs`, `${name}.js`]), "require('./evil.js')"],
  "tables of the program": [["entities.txt", "languages/foreign-statuses.txt"], "x"],
};

/** With front matter, a word of another language, a named character, and quotes so deep that a worker reads it. */
const text = `---
roadmap:
  status:
    done: [shipped]
---

# A &mdash; B

| Topic | Status | Finished |
|---|---|---|
| HTTP | erledigt | |
| SQL | | |

${"> ".repeat(150)}x
`;

function hostilePlace(names: readonly string[], content: string) {
  const place = makePlace({ "roadmap.md": text, "reference.md": referenceText });
  const leaveTrace = `require("fs").writeFileSync(${JSON.stringify(place.path("trace"))}, "");`;
  for (const [name, written] of [["evil.js", leaveTrace], ...names.map((name) => [name, content])]) {
    mkdirSync(dirname(place.path(name)), { recursive: true });
    place.write(written ?? "", name);
  }
  return place;
}

test.each(Object.entries(traps))("%s in the current folder: nothing runs, nothing changes", async (_, trap) => {
  const [place, plain] = [hostilePlace(...trap), makePlace({ "roadmap.md": text, "reference.md": referenceText })];
  for (const args of [["list"], ["finish", "sql"], ["doctor"], ["-f", "reference.md"], ["completion", "bash"]]) {
    const ran = await place.run(...args);
    expect(ran).toEqual(await plain.run(...args));
    expect(ran.exitCode).toBeLessThan(2);
  }
  expect(place.read()).toBe(plain.read());
  expect(place.read()).toContain("| SQL | shipped | 2026-11-22 |");
  expect(existsSync(place.path("trace"))).toBe(false);
});

test.runIf(isBinary)("options of Bun on the command line are unknown options", async () => {
  const place = hostilePlace([], "");
  for (const args of [["--preload=./evil.js"], ["-e", "1"], ["--inspect"], ["--config=bunfig.toml"], ["--smol"]])
    expect(await place.run(...args)).toMatchObject({ exitCode: 2, stderr: expect.stringContaining("unknown option") });
  expect(await place.run("run", "evil.js")).toMatchObject({ exitCode: 2 });
  expect(existsSync(place.path("trace"))).toBe(false);
});

test.runIf(isBinary)("variables of Node, and those of Bun for other commands, do nothing", async () => {
  const place = hostilePlace([], "");
  const expected = await place.run("list");
  for (const env of [
    { NODE_OPTIONS: "--require=./evil.js" },
    { NODE_PATH: place.path("node_modules") },
    { BUN_INSPECT_PRELOAD: "./evil.js" },
    { BUN_CONFIG_PRELOAD: "./evil.js" },
    { NODE_ENV: "development" },
  ])
    expect(await place.runWith({ env }, "list")).toEqual(expected);
  expect(existsSync(place.path("trace"))).toBe(false);
});

// As Node honours NODE_OPTIONS. Bun reads it before the program starts, and no flag of the build switches it off.
test.runIf(isBinary)("BUN_OPTIONS of the user is honoured", async () => {
  const place = hostilePlace([], "");
  await place.runWith({ env: { BUN_OPTIONS: "--preload=./evil.js" } }, "list");
  expect(existsSync(place.path("trace"))).toBe(true);
});
