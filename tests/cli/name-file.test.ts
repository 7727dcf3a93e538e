// Suggested commands: if the user had to name the file, the next command names it too.

import { expect, test } from "vitest";
import { namingFile } from "../../src/views/wrap.js";
import { makePlace } from "../support/program.js";
import { inTerminal } from "../support/pty.js";

test.each([
  [
    "roadmap undo or roadmap redo",
    "my plan.md",
    "roadmap --file 'my plan.md' undo or roadmap --file 'my plan.md' redo",
  ],
  ["`roadmap resolve 1`, or with `--theirs`", "a.md", "`roadmap --file a.md resolve 1`, or with `--theirs`"],
  ["roadmap start --file a.md", "b.md", "roadmap start --file a.md"],
  ["roadmap next", "-rf.md", "roadmap --file ./-rf.md next"],
  ["roadmap next", "a\u001b.md", "roadmap --file 'a^[.md' next"],
  ["`roadmap list` shows all names", "a.md", "`roadmap --file a.md list` shows all names"],
  ["say yes: roadmap remove --yes 'a;`b'", "$&.md", "say yes: roadmap --file '$&.md' remove --yes 'a;`b'"],
  ["`roadmap help dates` tells", "a.md", "`roadmap help dates` tells"],
])("each suggested command names the file that the user named, and nothing else does: %s", (told, file, named) => {
  expect(namingFile(told, { file })).toBe(named);
  expect(namingFile(told, {})).toBe(told);
});

test("commands suggested after --file can be pasted, even after a refusal", async () => {
  const place = makePlace({ "roadmap.md": "| Topic | Status |\n|---|---|\n| Other | |\n" });
  place.write(
    "| Topic | Status | Deliverables | Proof |\n|---|---|---|---|\n| Http | Done | a server | |\n",
    "plan.md",
  );
  for (const named of [["plan.md"], ["--file", "plan.md"]])
    expect((await place.run("doctor", ...named)).stdout).toContain("\n  roadmap --file plan.md finish 1 --proof URL\n");
  const { stderr } = await place.run("start", "http", "--file", "plan.md");
  const [, hint = ""] = stderr.split("\n");
  expect(hint).toBe("  roadmap --file plan.md reopen http");
  const { output } = await inTerminal(place, ...hint.trim().split(" ").slice(1));
  expect(output).toMatch(/\n→ roadmap --file plan\.md finish http\n$/);
  expect((await place.run("start", "other")).stdout).not.toContain("--file");
});

test("hints of views name the file too, and a topic named like a command is not changed", async () => {
  const place = makePlace({ "roadmap.md": "| Topic | Status |\n|---|---|\n| Other | |\n" });
  place.write("|Topic|Status|\n|---|---|\n|roadmap next|Done|\n", "plan.md");
  const tell = async (...words: string[]) => {
    const { stdout, stderr } = await place.run("--file", "plan.md", ...words);
    return stdout + stderr;
  };
  expect(await tell("fmt", "--check")).toContain("\n  roadmap --file plan.md fmt\n");
  expect(await tell("fmt")).toContain("\n  `roadmap --file plan.md undo` reverts it\n");
  expect(await tell("undo")).toContain("\n  `roadmap --file plan.md redo` applies it again\n");
  expect(await tell("undo", "--list")).toContain("\n  commands: `roadmap --file plan.md redo`\n");
  expect(await tell("stats")).toContain("\n  roadmap --file plan.md set TOPIC --finished DATE\n");
  expect(await tell("list", "--status", "blocked")).toContain("`roadmap --file plan.md list` to see everything");
  expect(await tell("list")).toContain(" roadmap next ");
});
