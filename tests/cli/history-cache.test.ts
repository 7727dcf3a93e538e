// The cache of the history: it speeds up the next call and can never make an answer wrong.

import { createHash } from "node:crypto";
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readCache, writeCache } from "../../src/store/text-cache.js";
import type { Place } from "../support/program.js";
import { makeTempFolder } from "../support/temp-folder.js";
import { committed, finished, plan, started } from "../support/versions.js";

const folderOf = (place: Place) => join(place.env.HOME ?? "", ".cache", "roadmap");

function cacheFileOf(place: Place): string {
  const [name, another] = namesIn(place);
  expect(another).toBeUndefined();
  return join(folderOf(place), name ?? "");
}

/** Next to them is the compiled code. */
const namesIn = (place: Place) => readdirSync(folderOf(place)).filter((name) => name !== "code");

async function logOf(place: Place): Promise<string> {
  const { stdout, stderr, exitCode } = await place.runWith({ env: { XDG_CACHE_HOME: undefined } }, "log", "--json");
  expect([stderr, exitCode]).toEqual(["", 0]);
  return stdout;
}

test("the second answer equals the first and comes from a file that only its owner can read", async () => {
  const place = committed([plan, started, Buffer.from([0xff]), finished]);
  const first = await logOf(place);
  const path = cacheFileOf(place);
  expect([lstatSync(path).mode & 0o777, lstatSync(folderOf(place)).mode & 0o777]).toEqual([0o600, 0o700]);
  const before = lstatSync(path).mtimeMs;
  expect(await logOf(place)).toBe(first);
  expect(lstatSync(path).mtimeMs, "nothing new, nothing written").toBe(before);
});

test("a cache that is damaged anywhere gives the same answer and is fixed", async () => {
  const place = committed([plan, started, finished]);
  const first = await logOf(place);
  const path = cacheFileOf(place);
  const good = readFileSync(path);
  const damages = [
    Buffer.alloc(0),
    good.subarray(0, good.length >> 1),
    Buffer.from(good.toString().replaceAll("Done", "Gone")),
    Buffer.from(good.toString().replaceAll("added", "removed")),
    Buffer.from(swappedKeys(good.toString())),
    Buffer.concat([good, Buffer.from("\0\xff garbage")]),
    Buffer.from(good.toString().replaceAll("\n", "\r\n")),
    ...Array.from({ length: 8 }, (_, part) => {
      const bytes = Buffer.from(good);
      bytes.fill(0x30, Math.floor((part * good.length) / 8), Math.floor(((part + 1) * good.length) / 8));
      return bytes;
    }),
  ];
  for (const [index, damage] of damages.entries()) {
    writeFileSync(path, damage);
    expect(await logOf(place), `damage ${index}`).toBe(first);
  }
  expect(readFileSync(path).equals(good)).toBe(true);
});

/** Each comparison under the key of the next one. */
function swappedKeys(text: string): string {
  const [head, ...lines] = text.trimEnd().split("\n");
  const parts = lines.map((line) => line.split("\t"));
  const keys = parts.map(([, key]) => key);
  return `${[head, ...parts.map(([sum, , body], index) => [sum, keys[(index + 1) % keys.length], body].join("\t"))].join("\n")}\n`;
}

test.each([
  ["a link", (path: string) => symlinkSync("../../elsewhere", path)],
  ["a folder", (path: string) => mkdirSync(path)],
  [
    "what everybody may write",
    (path: string) => {
      writeFileSync(path, "x");
      chmodSync(path, 0o666);
    },
  ],
])("%s in place of the cache is not read", async (_, put) => {
  const place = committed([plan, started]);
  const first = await logOf(place);
  const path = cacheFileOf(place);
  const good = readFileSync(path);
  writeFileSync(join(place.env.HOME ?? "", "elsewhere"), good);
  rmSync(path);
  put(path);
  expect(await logOf(place)).toBe(first);
});

test("a cache folder that cannot be created, or that others can write, is not used", async () => {
  const place = committed([plan, started]);
  const first = await logOf(place);
  const folder = folderOf(place);
  rmSync(folder, { recursive: true });
  writeFileSync(folder, "in the way");
  expect(await logOf(place)).toBe(first);
  rmSync(folder);
  mkdirSync(folder);
  chmodSync(folder, 0o777);
  expect(await logOf(place)).toBe(first);
  expect(readdirSync(folder)).toEqual([]);
});

test("two programs at once leave a whole cache", async () => {
  const place = committed([plan, started, finished]);
  const [first, ...others] = await Promise.all(Array.from({ length: 6 }, () => logOf(place)));
  for (const other of others) expect(other).toBe(first);
  expect(namesIn(place)).toHaveLength(1);
  expect(await logOf(place)).toBe(first);
});

test("repositories do not share a cache, so the objects of one are not used for another", async () => {
  const one = committed([plan, started]);
  await logOf(one);
  const text = readFileSync(cacheFileOf(one), "utf8");
  const other = committed([plan, started]);
  const expected = await logOf(other);
  writeFileSync(cacheFileOf(other), text.replaceAll("In Progress", "Done"));
  expect(await logOf(other)).toBe(expected);
});

const file = (env: Record<string, string>, version = "1") => ({ subject: "a", version, env });

test("another version of the program does not read this version's cache", () => {
  const env = { XDG_CACHE_HOME: makeTempFolder() };
  writeCache(file(env), new Map([["key", "text"]]));
  expect([...readCache(file(env))]).toEqual([["key", "text"]]);
  expect(readCache(file(env, "2")).size).toBe(0);
  expect(readCache({ ...file(env), subject: "b" }).size).toBe(0);
});

test("a line with the right checksum under another key is ignored", () => {
  const env = { XDG_CACHE_HOME: makeTempFolder() };
  writeCache(file(env), new Map([["key", "text"]]));
  const path = join(env.XDG_CACHE_HOME, "roadmap", readdirSync(join(env.XDG_CACHE_HOME, "roadmap"))[0] ?? "");
  const sum = createHash("sha256").update("text").digest("hex").slice(0, 32);
  writeFileSync(path, `${readFileSync(path, "utf8")}${sum}\tother\ttext\n`);
  expect([...readCache(file(env)).keys()]).toEqual(["key"]);
});

test("the cache keeps the latest entries within its size, and a limited number of files", () => {
  const env = { XDG_CACHE_HOME: makeTempFolder() };
  const texts = new Map(Array.from({ length: 40 }, (_, index) => [`key ${index}`, "x".repeat(1_000_000)]));
  writeCache(file(env), texts);
  const kept = [...readCache(file(env)).keys()];
  expect([kept.length < 40, kept.at(-1)]).toEqual([true, "key 39"]);
  for (let index = 0; index < 40; index++) writeCache({ ...file(env), subject: `${index}` }, new Map());
  expect(readdirSync(join(env.XDG_CACHE_HOME, "roadmap")).length).toBeLessThanOrEqual(24);
  expect(existsSync(join(env.XDG_CACHE_HOME, "roadmap"))).toBe(true);
});
