// After an interrupted overwrite: what is provably ours is restored, everything else is reported and left alone.

import { existsSync, linkSync, readdirSync, readFileSync, statSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { withLock } from "../../../src/store/lock/lock.js";
import { isTornWrite, makeRecoveryCopy, recoverInterrupted } from "../../../src/store/save/recover.js";
import { makeTempFolder } from "../../support/temp-folder.js";

const oldBytes = Buffer.from(`${"old text ".repeat(1500)}\n`);
const newBytes = Buffer.from(`${"NEW TEXT ".repeat(2000)}\n`);

/** A file that contains `found`, with the recovery copy of a save that was to replace the old bytes by the new. */
function interrupted(found: Buffer) {
  const folder = makeTempFolder();
  const path = join(folder, "roadmap.md");
  writeFileSync(path, found);
  const env = { XDG_STATE_HOME: join(folder, "state") };
  const stateFolder = join(folder, "state", "roadmap");
  const { ino, dev } = statSync(path);
  const copy = makeRecoveryCopy(stateFolder, { realPath: path, inode: ino, device: dev }, { oldBytes, newBytes });
  return { folder, path, env, copy, recover: (name = path) => withLock(name, recoverInterrupted, { env }) };
}

test("without a recovery copy, nothing is restored", async () => {
  const { copy, recover } = interrupted(oldBytes);
  expect(await recover()).toEqual({ kind: "nothing" });
  expect(existsSync(copy.folder)).toBe(false);
  expect(await recover()).toEqual({ kind: "nothing" });
});

test.each([
  ["half overwritten", Buffer.concat([newBytes.subarray(0, 5000), oldBytes.subarray(5000)])],
  ["made longer only", Buffer.concat([oldBytes, newBytes.subarray(oldBytes.length, oldBytes.length + 700)])],
  [
    "made longer with zeros, as after a power cut",
    Buffer.concat([oldBytes, Buffer.alloc(newBytes.length - oldBytes.length)]),
  ],
  ["overwritten in every second block", mixture()],
])("a file %s gets its old text back, and the mixture is kept", async (_, found) => {
  const { path, copy, recover } = interrupted(found);
  const report = await recover();
  expect(report.kind).toBe("restored");
  expect(readFileSync(path).equals(oldBytes)).toBe(true);
  if (report.kind === "restored") expect(readFileSync(report.tornText).equals(found)).toBe(true);
  expect(existsSync(copy.folder)).toBe(false);
});

function mixture(): Buffer {
  const found = Buffer.from(oldBytes);
  newBytes.copy(found, 4096, 4096, 8192);
  return found;
}

test("a completely written file is not restored", async () => {
  const { path, copy, recover } = interrupted(newBytes);
  expect(await recover()).toEqual({ kind: "nothing" });
  expect(readFileSync(path).equals(newBytes)).toBe(true);
  expect(existsSync(copy.folder)).toBe(false);
});

test("a file edited since is left alone, and the message says where both texts are", async () => {
  const edited = Buffer.from(mixture());
  edited.write("my own words", 300);
  const { path, copy, recover } = interrupted(edited);
  await expect(recover()).rejects.toMatchObject({
    code: "INTERRUPTED_SAVE",
    exitCode: 4,
    message: expect.stringContaining(copy.oldPath),
    hint: expect.stringContaining(`diff ${copy.oldPath} ${path}`),
  });
  expect(readFileSync(path).equals(edited)).toBe(true);
  expect(readFileSync(copy.oldPath).equals(oldBytes)).toBe(true);
});

test("an unfinished copy does not count", async () => {
  const { path, copy, recover } = interrupted(mixture());
  truncateSync(join(copy.folder, "new.md"), 10);
  expect(await recover()).toEqual({ kind: "nothing" });
  expect(readFileSync(path).equals(mixture())).toBe(true);
});

test("a torn file is restored under any of its names, and copies of other files are ignored", async () => {
  const { folder, path, recover, copy } = interrupted(mixture());
  const [other, stranger] = [join(folder, "other.md"), join(folder, "stranger.md")];
  linkSync(path, other);
  writeFileSync(stranger, mixture());
  expect(await recover(stranger)).toEqual({ kind: "nothing" });
  expect(existsSync(copy.folder)).toBe(true);
  expect((await recover(other)).kind).toBe("restored");
  expect(readFileSync(path).equals(oldBytes)).toBe(true);
  expect(readdirSync(join(folder, "state", "roadmap", "recovery"))).toEqual([expect.stringMatching(/^torn-/)]);
});

test("an interruption at any point is a torn write, for longer, shorter and equal texts", () => {
  const letters = (letter: string, count: number) => Buffer.from(letter.repeat(count));
  for (const [from, to] of [
    [9000, 9000],
    [9000, 5000],
    [5000, 13_000],
    [0, 6000],
    [6000, 0],
    [1, 2],
  ]) {
    const [old, next] = [letters("o", from ?? 0), letters("n", to ?? 0)];
    for (let end = old.length; end <= next.length; end += 97) {
      expect(isTornWrite(Buffer.concat([old, next.subarray(old.length, end)]), old, next)).toBe(true);
    }
    const grown = Buffer.concat([old, next.subarray(old.length)]);
    for (let end = 0; end <= Math.min(old.length, next.length); end += 97) {
      expect(isTornWrite(Buffer.concat([next.subarray(0, end), grown.subarray(end)]), old, next)).toBe(true);
    }
  }
});

test("at most one block of a torn write changes from new to old in its middle", () => {
  const [old, next] = [Buffer.from("o".repeat(12_288)), Buffer.from("n".repeat(12_288))];
  const found = Buffer.from(old);
  next.copy(found, 0, 0, 1000);
  expect(isTornWrite(found, old, next)).toBe(true);
  next.copy(found, 4096, 4096, 5000);
  expect(isTornWrite(found, old, next)).toBe(false);
  next.copy(found, 0, 0, 4096);
  expect(isTornWrite(found, old, next)).toBe(true);
});

test("a text with other letters, in the wrong order, or of an impossible length is not torn", () => {
  const [old, next] = [Buffer.from("o".repeat(9000)), Buffer.from("n".repeat(9000))];
  const withAt = (at: number, text: string) => {
    const found = Buffer.from(old);
    found.write(text, at);
    return found;
  };
  expect(isTornWrite(withAt(100, "x"), old, next)).toBe(false);
  expect(isTornWrite(withAt(100, "nnn"), old, next)).toBe(false);
  expect(isTornWrite(old.subarray(0, 8000), old, next)).toBe(false);
  expect(isTornWrite(Buffer.concat([old, Buffer.alloc(1)]), old, next)).toBe(false);
});
