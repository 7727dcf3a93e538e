// The file in what is told as the next command: where the person had to name it, the next command names it too.

import { expect, test } from "vitest";
import { hintNamingFile, linesNamingFile } from "../../src/cli/name-file.js";
import { makePlace } from "../support/program.js";

test("next commands name the file that the person named, each of them, and nothing else does", () => {
  const lines = [
    "✓ roadmap start",
    "  next: roadmap undo or roadmap redo",
    "  next: `roadmap resolve 1`, or with `--theirs`",
  ];
  expect(linesNamingFile(lines, undefined)).toEqual(lines);
  expect(linesNamingFile(lines, "my plan.md")).toEqual([
    "✓ roadmap start",
    "  next: roadmap undo --file 'my plan.md' or roadmap redo --file 'my plan.md'",
    "  next: `roadmap resolve 1 --file 'my plan.md'`, or with `--theirs`",
  ]);
  expect(linesNamingFile(["  next: roadmap start --file a.md"], "b.md")).toEqual(["  next: roadmap start --file a.md"]);
  expect(linesNamingFile(["  next: roadmap next"], "-rf.md")).toEqual(["  next: roadmap next --file ./-rf.md"]);
  expect(linesNamingFile(["  next: roadmap next"], "a\u001b.md")).toEqual(["  next: roadmap next --file 'a^[.md'"]);
  expect(hintNamingFile("roadmap reopen http", "a.md")).toBe("roadmap reopen http --file a.md");
  expect(hintNamingFile("`roadmap list` shows every name", "a.md")).toBe("`roadmap list` shows every name");
});

test("what is told after a command with --file can be typed as it stands, also where the command was refused", async () => {
  const place = makePlace({ "roadmap.md": "| Topic | Status |\n|---|---|\n| Other | |\n" });
  place.write(
    "| Topic | Status | Deliverables | Proof |\n|---|---|---|---|\n| Http | Done | a server | |\n",
    "plan.md",
  );
  for (const named of [["plan.md"], ["--file", "plan.md"]])
    expect((await place.run("doctor", ...named)).stdout).toContain(
      '\n  roadmap finish "#1" --proof <link> --file plan.md\n',
    );
  const { stderr } = await place.run("start", "http", "--file", "plan.md");
  const [, hint = ""] = stderr.split("\n");
  expect(hint).toBe("  roadmap reopen http --file plan.md");
  const { stdout } = await place.run(...hint.trim().split(" ").slice(1));
  expect(stdout.split("\n")[1]).toBe("  next: roadmap finish http --file plan.md");
  expect((await place.run("start", "other")).stdout).not.toContain("--file");
});
