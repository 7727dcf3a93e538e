// Templates: what `npm run new` writes compiles unchanged, and its test passes.

import { cpSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { execPath } from "node:process";
import { expect, test } from "vitest";
import { runProgram } from "../support/run-program.js";
import { makeTempFolder } from "../support/temp-folder.js";

const root = join(import.meta.dirname, "../..");

test.each([
  ["operation", "archive-topic", "operations"],
  ["view", "week-lines", "views"],
])("the %s template compiles, and its test passes", async (kind, name, folder) => {
  const place = makeTempFolder();
  for (const part of [
    "src",
    "scripts",
    "tests/support",
    "tests/fixtures",
    "package.json",
    "tsconfig.json",
    "vitest.config.ts",
  ])
    cpSync(join(root, part), join(place, part), { recursive: true });
  cpSync(join(root, `tests/${folder}`), join(place, `tests/${folder}`), { recursive: true });
  symlinkSync(join(root, "node_modules"), join(place, "node_modules"));
  const node = (...args: string[]) => runProgram({ command: execPath, args }, { cwd: place });
  expect(await node("scripts/new.mjs", kind, name)).toMatchObject({ stderr: "", exitCode: 0 });
  const compiled = await node("node_modules/typescript/bin/tsc", "--incremental", "false", "--tsBuildInfoFile", "null");
  expect([compiled.stdout, compiled.exitCode]).toEqual(["", 0]);
  const tested = await node(
    "node_modules/vitest/vitest.mjs",
    "run",
    "--project",
    "fast",
    `tests/${folder}/${name}.test.ts`,
  );
  expect([tested.stderr, tested.exitCode]).toEqual(["", 0]);
});
