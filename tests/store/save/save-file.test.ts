// Saving: links, modes, owners, odd names and other programs' texts.

import {
  appendFileSync,
  chmodSync,
  chownSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { type HeldLock, withLock } from "../../../src/store/lock/lock.js";
import { removeLock } from "../../../src/store/lock/unlock.js";
import { defaultMaxBytes, findRealPath, type RoadmapFile, readRoadmapFile } from "../../../src/store/read-file.js";
import { saveRoadmapFile } from "../../../src/store/save/save-file.js";
import { makeTempFolder } from "../../support/temp-folder.js";

const isRoot = process.getuid?.() === 0;

function place(name = "roadmap.md", text = "old\n") {
  const folder = makeTempFolder();
  const path = join(folder, name);
  writeFileSync(path, text);
  return { folder, path, env: { XDG_STATE_HOME: makeTempFolder() } };
}

interface Saving {
  readonly env: Readonly<Record<string, string>>;
  /** What happens between reading and saving. */
  readonly meanwhile?: (base: RoadmapFile, lock: HeldLock) => void;
}

function save(path: string, newText: string, { env, meanwhile }: Saving) {
  return withLock(
    findRealPath(path),
    (lock) => {
      const base = readRoadmapFile(path, { maxBytes: defaultMaxBytes });
      meanwhile?.(base, lock);
      return saveRoadmapFile(base, newText, lock);
    },
    { env },
  );
}

test("the file has the new text, the report says how, and nothing else is left", async () => {
  const { folder, path, env } = place();
  const report = await save(path, "\uFEFFnew ↔\r\n", { env });
  const saved = readRoadmapFile(path, { maxBytes: defaultMaxBytes });
  expect(saved.text).toBe("\uFEFFnew ↔\r\n");
  expect(report).toEqual({ how: "renamed", hash: saved.hash, keptBeside: undefined });
  expect(readdirSync(folder)).toEqual(["roadmap.md"]);
});

test.each([0o600, 0o444, 0o664, 0o640, 0o755])("mode %o is kept", async (mode) => {
  const { path, env } = place();
  chmodSync(path, mode);
  await save(path, "new\n", { env });
  expect(statSync(path).mode & 0o7777).toBe(mode);
  expect(readFileSync(path, "utf8")).toBe("new\n");
});

test.skipIf(!isRoot)("the owner, group and set-group-id bit are kept (skipped unless root)", async () => {
  const { path, env } = place();
  chownSync(path, 65534, 12345);
  chmodSync(path, 0o2664);
  await save(path, "new\n", { env });
  expect(statSync(path)).toMatchObject({ uid: 65534, gid: 12345 });
  expect(statSync(path).mode & 0o7777).toBe(0o2664);
});

test("the real file at the end of a chain of symbolic links changes, and the links stay", async () => {
  const { folder, path, env } = place();
  mkdirSync(join(folder, "links"));
  symlinkSync("../roadmap.md", join(folder, "links", "one.md"));
  symlinkSync("one.md", join(folder, "links", "two.md"));
  await save(join(folder, "links", "two.md"), "new\n", { env });
  expect(readFileSync(path, "utf8")).toBe("new\n");
  expect(lstatSync(path).isFile()).toBe(true);
  expect(readlinkSync(join(folder, "links", "two.md"))).toBe("one.md");
  expect(readdirSync(join(folder, "links")).sort()).toEqual(["one.md", "two.md"]);
});

test("a file with several names (hard links) is written in place, so every name has the new text", async () => {
  for (const [from, to] of [
    ["old\n", "a longer text\n"],
    ["a longer text\n", "s\n"],
    ["same\n", "size\n"],
    ["x", ""],
  ]) {
    const { folder, path, env } = place("roadmap.md", from);
    linkSync(path, join(folder, "other.md"));
    const inode = statSync(path).ino;
    expect(await save(path, to ?? "", { env })).toMatchObject({ how: "in-place" });
    expect(readFileSync(join(folder, "other.md"), "utf8")).toBe(to);
    expect(statSync(path).ino).toBe(inode);
    expect(readdirSync(folder).sort()).toEqual(["other.md", "roadmap.md"]);
    expect(readdirSync(join(env.XDG_STATE_HOME, "roadmap", "recovery"))).toEqual([]);
  }
});

test.each(["-rf.md", ":(top)x.md", "*.md", "a\nb\x1b[31m.md", "'\"$(x).md", "n".repeat(255), "–".repeat(85)])(
  "the name %j is not special",
  async (name) => {
    const { folder, path, env } = place(name);
    await save(path, "new\n", { env });
    expect(readFileSync(path, "utf8")).toBe("new\n");
    expect(readdirSync(folder)).toEqual([name]);
  },
);

test.each<[string, (path: string) => void]>([
  ["changed", (path) => writeFileSync(path, "mine\n")],
  ["changed to a text of the same length", (path) => writeFileSync(path, "OLD\n")],
  ["added to", (path) => appendFileSync(path, "mine\n")],
  ["emptied", (path) => writeFileSync(path, "")],
  ["removed", (path) => rmSync(path)],
  ["moved away", (path) => renameSync(path, `${path}.bak`)],
  [
    "replaced by a folder",
    (path) => {
      rmSync(path);
      mkdirSync(path);
    },
  ],
  [
    "replaced by a link to another file",
    (path) => {
      writeFileSync(`${path}.victim`, "old\n");
      rmSync(path);
      symlinkSync(`${path}.victim`, path);
    },
  ],
])("a file that was %s in the meantime is left alone", async (_, change) => {
  for (const hasOtherName of [false, true]) {
    const { folder, path, env } = place();
    if (hasOtherName) linkSync(path, join(folder, "other.md"));
    let after: unknown;
    const meanwhile = () => {
      change(path);
      after = snapshot(folder);
    };
    await expect(save(path, "new\n", { env, meanwhile })).rejects.toMatchObject({
      code: "CHANGED_MEANWHILE",
      exitCode: 5,
      message: expect.stringContaining("nothing was written"),
    });
    expect(snapshot(folder, ".roadmap-lock")).toEqual(after);
  }
});

/** Names and texts; without the lock, which is gone when the save is over. */
function snapshot(folder: string, without = ".roadmap-lock") {
  const names = readdirSync(folder).filter((name) => !name.endsWith(without));
  return names.map((name) => {
    const isFile = lstatSync(join(folder, name)).isFile();
    return [name, isFile ? readFileSync(join(folder, name), "utf8") : "no file"];
  });
}

test("nothing is written once the lock was removed by force", async () => {
  for (const hasOtherName of [false, true]) {
    const { folder, path, env } = place();
    if (hasOtherName) linkSync(path, join(folder, "other.md"));
    const meanwhile = () => removeLock(path, { env, force: true });
    await expect(save(path, "new\n", { env, meanwhile })).rejects.toMatchObject({ code: "LOCK_LOST", exitCode: 6 });
    expect(readFileSync(path, "utf8")).toBe("old\n");
  }
});

test("a text that UTF-8 cannot encode is a bug, and nothing is written", async () => {
  const { path, env } = place();
  await expect(save(path, "half \uD83D pair", { env })).rejects.toThrow(RangeError);
  expect(readFileSync(path, "utf8")).toBe("old\n");
});

test("16 MiB are saved completely", async () => {
  const { path, env } = place("roadmap.md", "x".repeat(defaultMaxBytes));
  const text = `${"y".repeat(defaultMaxBytes - 1)}\n`;
  await save(path, text, { env });
  expect(readFileSync(path, "utf8") === text).toBe(true);
});
