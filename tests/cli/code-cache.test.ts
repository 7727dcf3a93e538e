// The V8 code cache of the build: the program also runs if it is missing or damaged.

import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";

let folder = "";
let codePath = "";
let code: Buffer;
const file = join(import.meta.dirname, "../fixtures/reference.md");

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "roadmap-code-cache-"));
  cpSync("dist", folder, { recursive: true });
  const kept = `.cjs.${process.version}-${process.platform}-${process.arch}`;
  const name = readdirSync(folder).find((file) => file.startsWith("view-") && file.endsWith(kept));
  if (name === undefined) throw new Error("there is no kept code: run `npm run build` with this Node first");
  codePath = join(folder, name);
  code = readFileSync(codePath);
});

afterAll(() => rmSync(folder, { recursive: true }));

function list(): string {
  return execFileSync(process.execPath, [join(folder, "bin.cjs"), "list", "--json", "--file", file], {
    encoding: "utf8",
  });
}

test("the program works the same without its code cache, and with a damaged one", () => {
  writeFileSync(codePath, code);
  const expected = list();
  expect(JSON.parse(expected).topics.length).toBeGreaterThan(30);
  rmSync(codePath);
  expect(list()).toBe(expected);
  const damaged = [0, 16, 5_000, code.length >> 1, code.length - 6, code.length - 1].map((at) => {
    const copy = Buffer.from(code);
    copy.writeUInt8((copy.readUInt8(at) + 1) % 256, at);
    return copy;
  });
  for (const bytes of [Buffer.alloc(0), Buffer.from("abc"), code.subarray(0, 4_000), ...damaged]) {
    writeFileSync(codePath, bytes);
    expect(list()).toBe(expected);
  }
});
