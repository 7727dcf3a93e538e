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
    "  next: roadmap --file 'my plan.md' undo or roadmap --file 'my plan.md' redo",
    "  next: `roadmap --file 'my plan.md' resolve 1`, or with `--theirs`",
  ]);
  expect(linesNamingFile(["  next: roadmap start --file a.md"], "b.md")).toEqual(["  next: roadmap start --file a.md"]);
  expect(linesNamingFile(["  next: roadmap next"], "-rf.md")).toEqual(["  next: roadmap --file ./-rf.md next"]);
  expect(linesNamingFile(["  next: roadmap next"], "a\u001b.md")).toEqual(["  next: roadmap --file 'a^[.md' next"]);
  expect(hintNamingFile("roadmap reopen http", "a.md")).toBe("roadmap --file a.md reopen http");
  expect(hintNamingFile("`roadmap list` shows every name", "a.md")).toBe("`roadmap --file a.md list` shows every name");
  expect(hintNamingFile("say yes: roadmap remove --yes 'a;`b'", "$&.md")).toBe(
    "say yes: roadmap --file '$&.md' remove --yes 'a;`b'",
  );
  expect(hintNamingFile("`roadmap help dates` tells", "a.md")).toBe("`roadmap help dates` tells");
});

test("what is told after a command with --file can be typed as it stands, also where the command was refused", async () => {
  const place = makePlace({ "roadmap.md": "| Topic | Status |\n|---|---|\n| Other | |\n" });
  place.write(
    "| Topic | Status | Deliverables | Proof |\n|---|---|---|---|\n| Http | Done | a server | |\n",
    "plan.md",
  );
  for (const named of [["plan.md"], ["--file", "plan.md"]])
    expect((await place.run("doctor", ...named)).stdout).toContain(
      '\n  roadmap --file plan.md finish "#1" --proof <link>\n',
    );
  const { stderr } = await place.run("start", "http", "--file", "plan.md");
  const [, hint = ""] = stderr.split("\n");
  expect(hint).toBe("  roadmap --file plan.md reopen http");
  const { stdout } = await place.run(...hint.trim().split(" ").slice(1));
  expect(stdout.split("\n")[1]).toBe("  next: roadmap --file plan.md finish http");
  expect((await place.run("start", "other")).stdout).not.toContain("--file");
});
