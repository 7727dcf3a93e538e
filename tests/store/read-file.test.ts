// Reading files: which are accepted, which are refused with which message, and that no byte changes.

import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { defaultMaxBytes, findInvalidUtf8, readRoadmapFile } from "../../src/store/read-file.js";
import { makeTempFolder } from "../support/temp-folder.js";

const usual = { maxBytes: defaultMaxBytes };

function fileWith(bytes: Uint8Array | string): string {
  const path = join(makeTempFolder(), "roadmap.md");
  writeFileSync(path, bytes);
  return path;
}

test.each([
  ["an empty file", ""],
  ["a byte order mark", "\uFEFF# Roadmap\n"],
  ["two byte order marks", "\uFEFF\uFEFF"],
  ["mixed line endings, lone CR and no final newline", "a\r\nb\nc\rd"],
  ["a NUL and other control characters", "a\0b\x1b[31m\x7f"],
  ["every length of UTF-8 sequence", "a é ↔ 1️⃣ 𝄞 \u{10FFFF} \uD7FF \uE000 \uFFFD"],
])("%s is read as it is and encodes to the same bytes", (_, text) => {
  const path = fileWith(text);
  const file = readRoadmapFile(path, usual);
  expect(file).toEqual({
    path,
    realPath: path,
    text,
    hash: createHash("sha256").update(text).digest("hex"),
    bytes: Buffer.from(text),
  });
});

test.each([
  ["a lone continuation byte", [0x61, 0x80], 1],
  ["Latin-1", [0x63, 0x61, 0x66, 0xe9, 0x0a], 3],
  ["an overlong form", [0x61, 0x61, 0xc0, 0xaf], 2],
  ["an overlong form of three bytes", [0xe0, 0x80, 0xaf], 0],
  ["a surrogate", [0xed, 0xa0, 0x80], 0],
  ["more than U+10FFFF", [0x20, 0xf4, 0x90, 0x80, 0x80], 1],
  ["a sequence cut off by the end", [0xe2, 0x86, 0x94, 0xe2, 0x86], 3],
  ["0xFF", [0x0a, 0xff], 1],
])("%s is refused, naming the byte offset", (_, bytes, offset) => {
  const path = fileWith(Uint8Array.from(bytes));
  expect(() => readRoadmapFile(path, usual)).toThrow(
    expect.objectContaining({
      code: "NOT_UTF8",
      exitCode: 4,
      message: expect.stringContaining(`at offset ${offset}`),
    }),
  );
});

test.each([
  ["little", [0xff, 0xfe, 0x23, 0x00]],
  ["big", [0xfe, 0xff, 0x00, 0x23]],
])("%s-endian UTF-16 is refused by name, with the command that converts it", (_, bytes) => {
  const path = fileWith(Uint8Array.from(bytes));
  expect(() => readRoadmapFile(path, usual)).toThrow(
    expect.objectContaining({
      code: "NOT_UTF8",
      message: expect.stringContaining("is UTF-16, not UTF-8: invalid byte 0x"),
      hint: expect.stringContaining("iconv -f UTF-16 -t UTF-8"),
    }),
  );
});

test("the search for the invalid byte agrees with the platform's decoder on every pair and on random bytes", () => {
  const strict = new TextDecoder("utf-8", { fatal: true });
  const isValid = (bytes: Uint8Array): boolean => {
    try {
      strict.decode(bytes);
      return true;
    } catch {
      return false;
    }
  };
  let seed = 1;
  const random = (below: number): number => {
    seed = (seed * 48271) % 2147483647;
    return seed % below;
  };
  const wrong: Uint8Array[] = [];
  const leads = [
    0x20, 0xc2, 0xdf, 0xe0, 0xe1, 0xed, 0xef, 0xf0, 0xf1, 0xf4, 0xf5, 0x80, 0xbf, 0x9f, 0xa0, 0x8f, 0x90, 0xbd,
  ];
  for (let round = 0; round < 20_000; round++) {
    const bytes = Buffer.from(Array.from({ length: 1 + random(6) }, () => leads[random(leads.length)] ?? 0));
    const offset = findInvalidUtf8(bytes);
    const validLengths = Array.from({ length: bytes.length + 1 }, (_, length) => length).filter((length) =>
      isValid(bytes.subarray(0, length)),
    );
    const longest = validLengths.at(-1);
    if (offset !== (longest === bytes.length ? -1 : longest)) wrong.push(bytes);
  }
  expect(wrong).toEqual([]);
});

test("a file of exactly the limit is read, and one byte more is refused with the option to use", () => {
  const path = fileWith("x".repeat(1000));
  expect(readRoadmapFile(path, { maxBytes: 1000 }).bytes.length).toBe(1000);
  expect(() => readRoadmapFile(path, { maxBytes: 999 })).toThrow(
    expect.objectContaining({ code: "FILE_TOO_LARGE", exitCode: 4, hint: expect.stringContaining("--max-size") }),
  );
});

test("a file that reports no size but has text, as under /proc, is read to its end", () => {
  const path = "/proc/self/status";
  try {
    expect(readRoadmapFile(path, usual).text).toContain("Pid:");
  } catch (error) {
    expect(error).toMatchObject({ code: "FILE_NOT_FOUND" });
  }
});

test("a chain of symbolic links is followed to the real path, and the typed name is kept", () => {
  const folder = makeTempFolder();
  mkdirSync(join(folder, "real"));
  writeFileSync(join(folder, "real", "roadmap.md"), "text");
  symlinkSync(join("real", "roadmap.md"), join(folder, "one.md"));
  symlinkSync("one.md", join(folder, "two.md"));
  const file = readRoadmapFile(join(folder, "two.md"), usual);
  expect(file).toMatchObject({
    path: join(folder, "two.md"),
    realPath: join(folder, "real", "roadmap.md"),
    text: "text",
  });
});

test("each kind of broken path has its own message: missing, dangling, loop, below a file, too long", () => {
  const folder = makeTempFolder();
  symlinkSync("nowhere.md", join(folder, "dangling.md"));
  symlinkSync("loop.md", join(folder, "loop.md"));
  writeFileSync(join(folder, "file.md"), "");
  const refusal = (name: string): unknown => {
    try {
      return readRoadmapFile(join(folder, name), usual);
    } catch (error) {
      return error;
    }
  };
  expect(refusal("missing.md")).toMatchObject({ code: "FILE_NOT_FOUND", exitCode: 3 });
  expect(refusal("dangling.md")).toMatchObject({ code: "DANGLING_LINK", exitCode: 3 });
  expect(refusal("loop.md")).toMatchObject({ code: "LINK_LOOP", exitCode: 4 });
  expect(refusal("file.md/roadmap.md")).toMatchObject({ code: "FILE_NOT_FOUND", exitCode: 3 });
  expect(refusal(`${"x".repeat(300)}.md`)).toMatchObject({ code: "FILE_NOT_FOUND", exitCode: 3 });
  expect(refusal("a\0b.md")).toMatchObject({ code: "FILE_NOT_FOUND", exitCode: 3 });
});

test("a folder, a device and a pipe are refused, and the pipe does not block", () => {
  const folder = makeTempFolder();
  execFileSync("mkfifo", [join(folder, "pipe.md")]);
  symlinkSync("/dev/zero", join(folder, "device.md"));
  expect(() => readRoadmapFile(folder, usual)).toThrow(/is a folder, not a file/);
  expect(() => readRoadmapFile(join(folder, "pipe.md"), usual)).toThrow(/is a pipe, not a file/);
  expect(() => readRoadmapFile(join(folder, "device.md"), usual)).toThrow(
    expect.objectContaining({ code: "NOT_A_FILE", exitCode: 4, message: expect.stringContaining("is a device") }),
  );
});

test.skipIf(process.getuid?.() === 0)("a file that may not be read is refused with exit 7 (skipped for root)", () => {
  const path = fileWith("secret");
  chmodSync(path, 0);
  expect(() => readRoadmapFile(path, usual)).toThrow(expect.objectContaining({ code: "NO_PERMISSION", exitCode: 7 }));
});

test("names that look like options, patterns or escape sequences are names", () => {
  const folder = makeTempFolder();
  for (const name of ["-rf.md", ":(top)x.md", "*.md", "a\nb.md", "\x1b[31m.md", `${"n".repeat(252)}.md`]) {
    writeFileSync(join(folder, name), name);
    expect(readRoadmapFile(join(folder, name), usual).text).toBe(name);
  }
});
