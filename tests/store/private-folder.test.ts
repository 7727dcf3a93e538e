// Private folders: files that another user may have put into the state folder are neither trusted nor written to.

import {
  chmodSync,
  chownSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { hashBytes } from "../../src/store/hash.js";
import { readJournal } from "../../src/store/journal/read.js";
import { withLock } from "../../src/store/lock/lock.js";
import { makeTrustedFolder } from "../../src/store/private-folder.js";
import { defaultMaxBytes, readRoadmapFile } from "../../src/store/read-file.js";
import { recordAndSave } from "../../src/store/save/record-and-save.js";
import { makeRecoveryCopy, recoverInterrupted } from "../../src/store/save/recover.js";
import { makeTempFolder } from "../support/temp-folder.js";

const isRoot = process.getuid?.() === 0;
const otherUser = 65534;

/** A file as left by an interrupted save, with its recovery copy and a journal. */
async function place() {
  const folder = makeTempFolder();
  const path = join(folder, "roadmap.md");
  writeFileSync(path, "new");
  const home = join(folder, "state");
  const [env, root] = [{ XDG_STATE_HOME: home }, join(home, "roadmap")];
  await change(path, env, "old");
  writeFileSync(path, "nld");
  const { ino, dev } = statSync(path);
  const texts = { oldBytes: Buffer.from("old"), newBytes: Buffer.from("new") };
  const copy = makeRecoveryCopy(root, { realPath: path, inode: ino, device: dev }, texts);
  return { path, env, home, root, copy: copy.folder };
}

type Place = Awaited<ReturnType<typeof place>>;

function change(path: string, env: Place["env"], text: string) {
  return withLock(
    path,
    (lock) => {
      const base = readRoadmapFile(path, { maxBytes: defaultMaxBytes });
      const edits = [{ at: { start: 0, end: base.text.length }, text }];
      const steps = [{ kind: "change" as const, summary: "write", changed: [], edits }];
      return recordAndSave(base, { text, edits, steps }, lock);
    },
    { env },
  );
}

const recover = ({ path, env }: Place) => withLock(path, recoverInterrupted, { env });
const journal = ({ env, path }: Place) => readJournal(env, { realPath: path, text: readFileSync(path, "utf8") });
const journalOf = ({ root }: Place) => join(root, "journal", readdirSync(join(root, "journal"))[0] ?? "");

const linkAside = (path: string) => {
  renameSync(path, `${path}.aside`);
  symlinkSync(`${path}.aside`, path);
};

test("only files that no other user can have written are trusted", async () => {
  const own = await place();
  expect(await recover(own)).toMatchObject({ kind: "restored" });
  expect(readFileSync(own.path, "utf8")).toBe("old");
  expect(journal(own)).toMatchObject({ problem: null, segments: [{ end: "old" }] });
});

test("a world-writable parent is accepted if no one else can replace its content", async () => {
  const own = await place();
  chmodSync(own.home, 0o1777);
  expect(await recover(own)).toMatchObject({ kind: "restored" });
});

test.each<[string, (own: Place) => void]>([
  ["in a state folder that others can write", ({ root }) => chmodSync(root, 0o777)],
  ["in a state folder that the group can write", ({ root }) => chmodSync(root, 0o770)],
  ["in a state folder that is a link", ({ root }) => linkAside(root)],
  ["in a folder where anyone can exchange it", ({ home }) => chmodSync(home, 0o777)],
  ["in a recovery folder that others can write", ({ copy }) => chmodSync(join(copy, ".."), 0o722)],
  ["in a recovery folder that is a link", ({ copy }) => linkAside(join(copy, ".."))],
  ["in a folder of its own that others can write", ({ copy }) => chmodSync(copy, 0o733)],
  ["with a label that others can write", ({ copy }) => chmodSync(join(copy, "label.json"), 0o666)],
  ["with a text that the group can write", ({ copy }) => chmodSync(join(copy, "old.md"), 0o660)],
  ["with a text that is a link", ({ copy }) => linkAside(join(copy, "old.md"))],
  ["with a text that has a second name", ({ copy }) => linkSync(join(copy, "new.md"), join(copy, "other.md"))],
])("a recovery copy %s is ignored", async (_, loosen) => {
  const own = await place();
  loosen(own);
  expect(await recover(own)).toEqual({ kind: "nothing" });
  expect(readFileSync(own.path, "utf8")).toBe("nld");
});

test.skipIf(!isRoot).each<[string, (own: Place) => string[]]>([
  ["the state folder", ({ root }) => [root]],
  ["the recovery folder", ({ copy }) => [join(copy, "..")]],
  ["the copy's folder", ({ copy }) => [copy]],
  ["its files", ({ copy }) => ["label.json", "old.md", "new.md"].map((name) => join(copy, name))],
])("a recovery copy is ignored when another user owns %s (skipped unless root)", async (_, pathsOf) => {
  const own = await place();
  for (const path of pathsOf(own)) chownSync(path, otherUser, otherUser);
  expect(await recover(own)).toEqual({ kind: "nothing" });
  expect(readFileSync(own.path, "utf8")).toBe("nld");
});

test.each<[string, (own: Place) => void, RegExp]>([
  [
    "that others can write",
    (own) => chmodSync(journalOf(own), 0o666),
    /can be changed by other users; run `chmod go-w /,
  ],
  [
    "in a folder that others can write",
    ({ root }) => chmodSync(join(root, "journal"), 0o777),
    /journal can be changed/,
  ],
  ["in a state folder that others can write", ({ root }) => chmodSync(root, 0o777), /roadmap can be changed/],
  ["in a folder where anyone can exchange it", ({ home }) => chmodSync(home, 0o777), /; set XDG_STATE_HOME and /],
  [
    "in a folder that is a link",
    ({ root }) => linkAside(join(root, "journal")),
    /is not a folder that only you own; check/,
  ],
])(
  "a journal %s is not read and not written: the change is saved, and the reason is given",
  async (_, loosen, reason) => {
    const own = await place();
    const before = readFileSync(journalOf(own), "utf8");
    loosen(own);
    expect(journal(own)).toMatchObject({ segments: [], problem: expect.stringMatching(reason) });
    const { notRecorded: notRemembered } = await change(own.path, own.env, "third");
    expect([readFileSync(own.path, "utf8"), notRemembered]).toEqual(["third", expect.stringMatching(reason)]);
    expect(readFileSync(journalOf(own), "utf8")).toBe(before);
  },
);

test("a file that must be saved in place is refused without a safe place for its recovery copy", async () => {
  const own = await place();
  const other = join(own.home, "other.md");
  linkSync(own.path, other);
  chmodSync(own.root, 0o777);
  await expect(change(own.path, own.env, "third")).rejects.toMatchObject({
    code: "NOT_PRIVATE",
    exitCode: 7,
    message: expect.stringMatching(
      /^cannot lock .*roadmap\.md: .*roadmap can be changed by other users; nothing was changed$/,
    ),
    hint: expect.stringMatching(/^run `chmod go-w /),
  });
  expect(readFileSync(own.path, "utf8")).toBe("nld");
});

test("a created folder is for its owner only, whatever the umask", () => {
  const root = join(makeTempFolder(), "roadmap");
  const umask = process.umask(0);
  try {
    expect(makeTrustedFolder(root, "recovery", hashBytes("x"))).toBe(join(root, "recovery", hashBytes("x")));
  } finally {
    process.umask(umask);
  }
  for (const path of [root, join(root, "recovery")]) expect(statSync(path).mode & 0o777).toBe(0o700);
  mkdirSync(join(root, "open"), { mode: 0o700 });
  chmodSync(join(root, "open"), 0o720);
  expect(() => makeTrustedFolder(root, "open")).toThrow("can be changed by other users");
});
