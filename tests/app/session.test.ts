// A session: its state follows the file, and its changes are those of the command line.

import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { requestOperation } from "../../src/app/requested-operations.js";
import { openSession } from "../../src/app/session.js";
import { operations } from "../../src/operations/index.js";
import { makeTempFolder } from "../support/temp-folder.js";

const plan = [
  "# Plan",
  "",
  "| Topic | Phase | Started | Finished | Status | Notes |",
  "|---|---|---|---|---|---|",
  "| HTTP | 1 | | | | |",
  "| SQL | 1 | | | | [a](https://example.org) |",
  "",
  "- [ ] read a book",
  "",
].join("\n");

async function open(text: string) {
  const folder = makeTempFolder();
  const path = join(folder, "roadmap.md");
  writeFileSync(path, text);
  const env = { HOME: folder, XDG_STATE_HOME: join(folder, "state"), ROADMAP_TODAY: "2026-11-30" };
  const session = await openSession({ lookup: { env, cwd: folder, file: path } });
  return { session, path, env, folder, read: () => readFileSync(path, "utf8") };
}

const start = (topic: string) => requestOperation(operations.start, { topic });

test("a change is saved, and one named change is undone below a later one", async () => {
  const { session, read } = await open(plan);
  await session.change([start("HTTP")], {});
  await session.change([start("SQL")], {});
  const { changes } = await session.journal();
  const first = changes.at(-1)?.change.id ?? "";
  await session.undo({ change: first }, {});
  expect(read()).toContain("| HTTP | 1 | | | | |\n| SQL | 1 | 2026-11-30 | | In Progress |");
  expect((await session.journal()).redo?.summary).toBe("start HTTP");
  expect((await session.journal()).undo?.summary).toBe("start SQL");
  expect((await session.state()).opened?.file.text).toBe(read());
});
