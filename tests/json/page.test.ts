// The data of the web page: what it shows, and how it names what it changes.

import { expect, test } from "vitest";
import { planRequested, requestOperation } from "../../src/app/requested-operations.js";
import { envelopes } from "../../src/json/envelopes/index.js";
import { pageData } from "../../src/json/page.js";
import { UserError } from "../../src/model/errors.js";
import { operations } from "../../src/operations/index.js";
import { openText } from "../support/opened-text.js";

const options = {
  path: "notes/roadmap.md",
  isReadOnly: false,
  isInRepository: false,
  journal: { undo: null, redo: null },
};

async function pageOf(text: string) {
  const opened = await openText(text);
  const page = pageData({ opened, trouble: null }, options);
  expect(envelopes.page.safeParse({ schemaVersion: 1, ...page }).error).toBeUndefined();
  return { opened, page };
}

const everyColumn = [
  "# Plan",
  "",
  "| Topic | Phase | Started | Due | Status | Progress | Priority | Depends on | Notes | *Owner* | a=b | Who | Who | Proof |",
  "|---|---|---|---|---|---|---|---|---|---|---|---|---|---|",
  "| **[SQL](https://example.org/sql)** | 1 | 2026-11-01 | | *In Progress* | 40% | High | HTTP | [a](b) \\| `c`<br/>second | _me_ | x | y | z | <https://example.org> |",
  "| HTTP | 1 | | | | | | | | | | | | | beyond |",
  "",
  "- [ ] read **a** [book](https://example.org)",
  "  more of it",
  "",
].join("\n");

test("each cell is there as it is written, and without Markdown where that differs", async () => {
  const { page } = await pageOf(everyColumn);
  expect(page.topics[0]?.cells[8]).toBe("[a](b) \\| `c`<br/>second");
  expect(page.topics[0]?.texts?.[8]).toBe("a | c\nsecond");
  expect(page.topics[1]?.texts).toBeNull();
  expect(page.tasks[0]?.text).toBe("read **a** [book](https://example.org)");
});

test("setting any cell to what is written in it changes nothing", async () => {
  const { page, opened } = await pageOf(everyColumn);
  const columns = page.tables[0]?.columns ?? [];
  expect(columns.map(({ title, field }) => [title, field])).toEqual([
    ["Topic", "name"],
    ["Phase", "phase"],
    ["Started", "started"],
    ["Due", "due"],
    ["Status", "status"],
    ["Progress", null],
    ["Priority", "priority"],
    ["Depends on", "dependsOn"],
    ["Notes", "comments"],
    ["Owner", "column"],
    ["a=b", null],
    ["Who", null],
    ["Who", null],
    ["Proof", "proof"],
    ["", null],
  ]);
  for (const [index, { title, field }] of columns.entries()) {
    if (field === null) continue;
    const text = page.topics[0]?.cells[index] ?? "";
    const lists: Record<string, unknown> = { column: [`${title}=${text}`], proof: page.topics[0]?.links };
    const input = { topic: "#1", [field]: lists[field] ?? text };
    const planned = await planRequested([requestOperation(operations.set, input)])(opened);
    expect([title, planned.edits]).toEqual([title, []]);
  }
});

test("a file that could not be read yet is a page with its trouble and nothing else", () => {
  const trouble = new UserError("NOT_UTF8", "roadmap.md is not UTF-8", "convert it");
  const page = pageData({ opened: null, trouble }, { ...options, isReadOnly: true });
  expect(envelopes.page.safeParse({ schemaVersion: 1, ...page }).error).toBeUndefined();
  expect(page).toMatchObject({
    file: "roadmap.md",
    hash: null,
    readOnly: true,
    trouble: { code: "NOT_UTF8", message: "roadmap.md is not UTF-8", hint: "convert it" },
    topics: [],
  });
});

test("the hash of a row changes with any of its bytes, and with no other row", async () => {
  const { page: before } = await pageOf(everyColumn);
  const { page: after } = await pageOf(everyColumn.replace("| HTTP | 1 |", "| HTTP | 1  |").replace("a** [", "b** ["));
  expect(after.rowHashes.topics[0]).toBe(before.rowHashes.topics[0]);
  expect(after.rowHashes.topics[1]).not.toBe(before.rowHashes.topics[1]);
  expect(after.rowHashes.tasks[0]).not.toBe(before.rowHashes.tasks[0]);
});
