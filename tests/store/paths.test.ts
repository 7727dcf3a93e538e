// State folders: created level by level, for no other user, and without endless loops.

import { existsSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { makePrivateFolder } from "../../src/store/private-folder.js";
import { makeTempFolder } from "../support/temp-folder.js";

test("a folder is created with its parents, for its owner only; a second time changes nothing", () => {
  const folder = join(makeTempFolder(), "a", "b", "c");
  makePrivateFolder(folder);
  makePrivateFolder(folder);
  expect(statSync(folder).mode & 0o777).toBe(0o700);
  expect(statSync(join(folder, "..")).mode & 0o777).toBe(0o700);
});

test("a file in place of a folder is an error", () => {
  const path = join(makeTempFolder(), "file");
  writeFileSync(path, "");
  expect(() => makePrivateFolder(path)).toThrow("EEXIST");
  expect(() => makePrivateFolder(join(path, "below"))).toThrow(/EEXIST|ENOTDIR/);
});

test("a folder that cannot be created is reported at once", (context) => {
  if (!existsSync("/proc/self")) context.skip("there is no /proc here");
  expect(() => makePrivateFolder("/proc/roadmap/history")).toThrow("ENOENT");
});
