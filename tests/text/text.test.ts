// Edits, lines, diffs, widths and visible text.

import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { applyEdits, type Edit } from "../../src/text/edit.js";
import { lineStarts, lineTextAt, positionAt } from "../../src/text/lines.js";
import { quoteForShell } from "../../src/text/quote-for-shell.js";
import { diffLines } from "../../src/text/unified-diff.js";
import { asLine, jsonText, visible, visibleOutput, withoutTerminalControls } from "../../src/text/visible.js";
import { fitInColumns, widthInColumns } from "../../src/text/width.js";
import { anyCharacter } from "../support/any-character.js";
import { fc } from "../support/fast-check.js";
import { makeTempFolder } from "../support/temp-folder.js";

const edit = (start: number, end: number, text: string): Edit => ({ at: { start, end }, text });

test("edits are applied to the original text in any order", () => {
  expect(applyEdits("abcdef", [edit(4, 5, "E"), edit(0, 1, ""), edit(2, 2, "-")])).toBe("b-cdEf");
  expect(applyEdits("ab", [edit(1, 1, "1"), edit(1, 1, "2")])).toBe("a12b");
  expect(applyEdits("ab", [])).toBe("ab");
});

test("edits that overlap or reach outside the text are refused", () => {
  for (const edits of [[edit(0, 2, ""), edit(1, 3, "")], [edit(0, 9, "")], [edit(-1, 0, "")], [edit(2, 1, "")]]) {
    expect(() => applyEdits("abc", edits)).toThrow(RangeError);
  }
});

test("lines end at LF, CRLF and a lone CR, and columns count characters", () => {
  const text = "a\r\n😀b\rc\n";
  const starts = lineStarts(text);
  expect(positionAt(text, starts, text.indexOf("b"))).toEqual({ line: 2, column: 2 });
  expect(positionAt(text, starts, text.indexOf("c"))).toEqual({ line: 3, column: 1 });
  expect(positionAt(text, starts, text.length)).toEqual({ line: 4, column: 1 });
  expect(["a", "b", "c"].map((letter) => lineTextAt(text, text.indexOf(letter)))).toEqual(["a", "😀b", "c"]);
  expect([1, 2, 3, 6, 7, 8].map((offset) => lineTextAt(text, offset))).toEqual(["a", "", "😀b", "😀b", "c", "c"]);
});

test("a byte order mark is not a column", () => {
  const text = "\ufeffab\nc";
  const columns = [0, 1, 2, 3, 5].map((offset) => positionAt(text, lineStarts(text), offset).column);
  expect(columns).toEqual([1, 1, 2, 3, 2]);
});

test("a quoted word is passed unchanged by a shell", () => {
  const words = ["a.md", "~", "~/a~", "-f", "#3", 'it\'s $(here) `or` "there"', "a\nb", "🚀 *", "\\", ""];
  const line = words.map(quoteForShell).join(" ");
  const given = execFileSync("sh", ["-c", `printf '%s\\0' ${line}`], { encoding: "utf8" });
  expect(
    given
      .split("\0")
      .slice(0, -1)
      .filter((word) => word !== "--"),
  ).toEqual(words);
  expect(quoteForShell("docs/road-map.md")).toBe("docs/road-map.md");
});

test("a byte order mark is not a character of the first line", () => {
  const text = "\ufeffab\nc";
  const places = [0, 1, 2, text.indexOf("c")].map((offset) => positionAt(text, lineStarts(text), offset));
  expect(places.map(({ line, column }) => [line, column])).toEqual([
    [1, 1],
    [1, 1],
    [1, 2],
    [2, 1],
  ]);
});

test("a diff is the same as git's, and turns the old text into the new one", () => {
  const words = fc.constantFrom("a", "b", "c", "\n", "\n", "\r\n", "x y");
  const folder = makeTempFolder();
  const run = (args: string[]) => {
    try {
      return execFileSync("git", args, { cwd: folder, encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
    } catch (error) {
      // git diff exits with 1 if the files differ.
      return error instanceof Error && "stdout" in error ? String(error.stdout) : "";
    }
  };
  fc.assert(
    fc.property(
      fc.array(words, { maxLength: 60 }),
      fc.array(fc.tuple(fc.nat(60), fc.nat(3), words), { maxLength: 4 }),
      (parts, cuts) => {
        const text = parts.join("");
        const edits: Edit[] = [];
        for (const [at, length, replacement] of cuts.sort((a, b) => a[0] - b[0])) {
          const start = Math.min(at, text.length);
          const end = Math.min(start + length, text.length);
          if (start >= (edits.at(-1)?.at.end ?? 0)) edits.push(edit(start, end, replacement));
        }
        const changed = applyEdits(text, edits);
        writeFileSync(join(folder, "r.md"), text);
        const lines = diffLines(text, edits, "r.md");
        if (changed === text) return lines.length === 0 || expect(lines).toEqual([]);
        writeFileSync(join(folder, "p.diff"), `${lines.join("\n")}\n`);
        execFileSync("git", ["apply", "--whitespace=nowarn", "p.diff"], { cwd: folder });
        const applied = execFileSync("cat", [join(folder, "r.md")], { encoding: "utf8" });
        expect(applied).toBe(changed);
        return true;
      },
    ),
    { numRuns: 60 },
  );
  expect(run(["--version"])).toContain("git");
});

test("leading Hangul letters without a vowel count as one character, where terminals show two", () => {
  // Never written next to each other; string-width, which follows terminals here, returns 4.
  expect(widthInColumns("ᄀᄀ")).toBe(2);
});

test("a shortened text is never wider than requested and ends with an ellipsis", () => {
  expect(fitInColumns("abcdef", 4)).toBe("abc…");
  expect(fitInColumns("abcd", 4)).toBe("abcd");
  expect(fitInColumns("網路網路", 5)).toBe("網路…");
  expect(fitInColumns("👩‍👩‍👧 family", 4)).toBe("👩‍👩‍👧…");
  expect(fitInColumns("abc", 0)).toBe("");
});

test("control characters are shown escaped, and nothing else is changed", () => {
  expect(visible("a\u001b]8;;x\u0007\u009b31m\r\b\t\u202e\u2066\u0000\u007f\ufeff\u2028")).toBe(
    "a^[]8;;x^G<U+009B>31m^M^H^I<U+202E><U+2066>^@^?<U+FEFF><U+2028>",
  );
  expect(visible("Ünïcödé 網 👩‍👩‍👧 ‚Üî")).toBe("Ünïcödé 網 👩‍👩‍👧 ‚Üî");
  fc.assert(
    fc.property(fc.string({ unit: anyCharacter }), (text) => {
      expect(visible(text)).not.toMatch(/[\p{Cc}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\u{e0000}-\u{e007f}]/u);
    }),
  );
});

test("hidden characters are shown escaped: tags, soft hyphens, annotations, deprecated format characters", () => {
  expect(visible("a\u{e0041}\u{e007f}\u00ad\u180e\u200b\u2060\u206a\u206f\ufff9\ufffb")).toBe(
    "a<U+E0041><U+E007F><U+00AD><U+180E><U+200B><U+2060><U+206A><U+206F><U+FFF9><U+FFFB>",
  );
  // The flags of subdivisions of a country are written with tags.
  expect(visible("🏴\u{e0067}\u{e007f}")).toBe("🏴<U+E0067><U+E007F>");
  expect(visible("Kaf\u200dka \u200c")).toBe("Kaf<U+200D>ka <U+200C>");
  expect(visible("👍\ufe0f\ufe0f\u{e0161}葛\u{e0100}")).toBe("👍\ufe0f<U+FE0F><U+E0161>葛\u{e0100}");
});

test("joiners and variation selectors stay where emoji and scripts need them", () => {
  for (const text of ["👩‍❤️‍👨 1️⃣ ✔︎ 🏳️‍🌈 👨🏽‍🚀", "می‌خواهم", "क्‍ष", "葛󠄀城"]) expect(visible(text)).toBe(text);
});

test("a file for other programs keeps what its reader may need, without control characters", () => {
  expect(withoutTerminalControls("Pro\u00adgramm\u200b \u202e\u{e0041}\u206a\u001b")).toBe(
    "Pro\u00adgramm\u200b <U+202E><U+E0041><U+206A>^[",
  );
  expect(asLine("a\u{e0041}\u202e b\u00adc")).toBe("a b\u00adc");
});

test("JSON is made visible by escapes, and its values stay the same", () => {
  fc.assert(
    fc.property(fc.string({ unit: anyCharacter }), (text) => {
      const json = jsonText({ text }, 2);
      expect(JSON.parse(json)).toEqual({ text });
      expect(visible(json.replaceAll("\n", ""))).toBe(json.replaceAll("\n", ""));
    }),
  );
  expect(jsonText("\u{e0041}\u202e")).toBe('"\\udb40\\udc41\\u202e"');
});

test("an output keeps its line breaks and its own colors, but no colors from foreign bytes", () => {
  const text = "a\r\nb\tc\r\u001b[31mred\u001b[39m\u001b[2J\n";
  expect(visibleOutput(text, "painted")).toBe("a\nb^Ic^M\u001b[31mred\u001b[39m^[[2J\n");
  expect(visibleOutput(text, "plain")).toBe("a\nb^Ic^M^[[31mred^[[39m^[[2J\n");
});
