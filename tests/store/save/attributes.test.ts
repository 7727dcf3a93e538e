// Permissions of a saved file: no one gains access, and ACLs and extended attributes stay.

import { execFileSync, spawnSync } from "node:child_process";
import { appendFileSync, chmodSync, chownSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { withLock } from "../../../src/store/lock/lock.js";
import { writeOutput } from "../../../src/store/new-file.js";
import { defaultMaxBytes, readRoadmapFile } from "../../../src/store/read-file.js";
import { saveRoadmapFile } from "../../../src/store/save/save-file.js";
import { makeTempFolder } from "../../support/temp-folder.js";

const isRoot = process.getuid?.() === 0;
const canSet = ["setfacl", "getfacl", "setfattr", "getfattr"].every(
  (tool) => spawnSync(tool, ["--version"]).status === 0,
);
const skipped = "(skipped without setfacl and setfattr)";

function place(mode: number) {
  const folder = makeTempFolder();
  chmodSync(folder, 0o755);
  const path = join(folder, "roadmap.md");
  writeFileSync(path, "old\n");
  chmodSync(path, mode);
  return { folder, path, env: { XDG_STATE_HOME: makeTempFolder() } };
}

type Place = ReturnType<typeof place>;

function save({ path, env }: Pick<Place, "path" | "env">, text: string) {
  return withLock(path, (lock) => saveRoadmapFile(readRoadmapFile(path, { maxBytes: defaultMaxBytes }), text, lock), {
    env,
  });
}

const acl = (path: string) =>
  execFileSync("getfacl", ["--omit-header", "--absolute-names", path], { encoding: "utf8" });
const attributes = (path: string) =>
  execFileSync("getfattr", ["--absolute-names", "--dump", path], { encoding: "utf8" });
const setAcl = (path: string, ...entries: readonly string[]) =>
  execFileSync("setfacl", [...entries.flatMap((entry) => ["-m", entry]), path]);

/** What another user may do with the file: "r", "w", "rw" or nothing. */
function rightsOf(path: string, [uid, gid]: readonly [uid: number, gid: number]): string {
  const script = 'cat "$1" >/dev/null 2>&1 && printf r; { true >> "$1"; } 2>/dev/null && printf w; true';
  return spawnSync("sh", ["-c", script, "sh", path], { uid, gid, encoding: "utf8" }).stdout;
}

test.skipIf(!canSet).each([
  [0o600, ["u:65534:rw"]],
  [0o640, ["u:65534:r"]],
  [0o644, ["u:65534:-"]],
  [0o644, ["g:65534:rw", "u:1234:r"]],
  [0o664, ["g::-", "u:1234:rw"]],
  [0o755, ["u:65534:rwx"]],
])(`the ACL of a file with mode %o is kept: %j ${skipped}`, async (mode, entries) => {
  const file = place(mode);
  setAcl(file.path, ...entries);
  const before = acl(file.path);
  for (const text of ["first\n", "second, which is longer\n", "3\n"]) {
    await save(file, text);
    expect([readFileSync(file.path, "utf8"), acl(file.path)]).toEqual([text, before]);
  }
});

test.skipIf(!canSet)(`an ACL set between two saves is kept ${skipped}`, async () => {
  for (const [mode, entry] of [
    [0o600, "u:65534:rw"],
    [0o644, "u:65534:-"],
  ] as const) {
    const file = place(mode);
    expect((await save(file, "first\n")).how).toBe("renamed");
    setAcl(file.path, entry);
    const before = acl(file.path);
    expect((await save(file, "second\n")).how).toBe("in-place");
    expect(acl(file.path)).toBe(before);
  }
});

test.skipIf(!canSet)(`extended attributes are kept ${skipped}`, async () => {
  const file = place(0o644);
  execFileSync("setfattr", ["--name=user.tag", "--value=study", file.path]);
  const before = attributes(file.path);
  await save(file, "first\n");
  await save(file, "second\n");
  expect([before, attributes(file.path)]).toEqual([expect.stringContaining('user.tag="study"'), before]);
});

test("a file without either is saved by renaming, whatever its mode and last writer", async () => {
  for (const mode of [0o600, 0o640, 0o644, 0o664, 0o666, 0o755]) {
    const file = place(mode);
    for (const text of ["first\n", "second\n"]) expect((await save(file, text)).how).toBe("renamed");
    appendFileSync(file.path, "by hand\n");
    expect((await save(file, "third\n")).how).toBe("renamed");
    chmodSync(file.path, mode);
    expect((await save(file, "fourth\n")).how).toBe("renamed");
    expect(statSync(file.path).mode & 0o7777).toBe(mode);
  }
});

test("if no program can read the attributes, the file is saved in place", async () => {
  const file = place(0o660);
  const { PATH } = process.env;
  process.env.PATH = makeTempFolder();
  try {
    expect((await save(file, "new\n")).how).toBe("in-place");
  } finally {
    process.env.PATH = PATH;
  }
  expect(readFileSync(file.path, "utf8")).toBe("new\n");
});

test.skipIf(!canSet || !isRoot)(
  `a default ACL of the folder gives no one permissions on an old file ${skipped}`,
  async () => {
    const file = place(0o660);
    setAcl(file.folder, "d:u:65534:rw");
    expect(rightsOf(file.path, [65534, 65534])).toBe("");
    await save(file, "new\n");
    expect([readFileSync(file.path, "utf8"), rightsOf(file.path, [65534, 65534])]).toEqual(["new\n", ""]);
  },
);

test.skipIf(!canSet || !isRoot)(`an exported file keeps its owner, its mode and its ACL ${skipped}`, () => {
  const { path } = place(0o660);
  chownSync(path, 1234, 4321);
  writeOutput(path, Buffer.from("new\n"), Buffer.from("old\n"));
  expect(statSync(path)).toMatchObject({ uid: 1234, gid: 4321, mode: 0o100660 });
  setAcl(path, "u:65534:r", "g::-");
  const before = acl(path);
  writeOutput(path, Buffer.from("newer and longer\n"), Buffer.from("new\n"));
  expect([readFileSync(path, "utf8"), acl(path), statSync(path).uid]).toEqual(["newer and longer\n", before, 1234]);
});
