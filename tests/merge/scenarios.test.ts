// Merge scenarios: each in both orders, clean ones byte for byte, conflicts only where the sides conflict.

import { describe, expect, test } from "vitest";
import { mergeTexts } from "../support/merge-texts.js";

const head = "# Plan\n\n| Topic | Phase | Started | Status | Notes |\n| --- | --- | --- | --- | --- |\n";
const http = "| HTTP | 1 | | | read |\n";
const rest = "| REST | 1 | | | |\n";
const sql = "| SQL | 2 | | | |\n";
const tail = "\n## Phase 1: Basics\n- [ ] read the RFC\n- [ ] write a parser\n";
const base = head + http + rest + sql + tail;

interface Clean {
  readonly name: string;
  readonly base?: string;
  readonly ours: string;
  readonly theirs: string;
  /** The result of both orders; a pair if ours comes first. */
  readonly merged: string | readonly [string, string];
}

const doneHttp = "| HTTP | 1 | | Done | read |\n";
const startedHttp = "| HTTP | 1 | 2026-01-02 | | read |\n";
const grpc = "| gRPC | 3 | | | |\n";
const table = "| Topic | Status |\n| --- | --- |\n";
const dns = "| DNS | 3 | | | |\n";

function phase(number: number, ...topics: readonly string[]): string {
  return `## Phase ${number}\n\n${table}${topics.map((topic) => `| ${topic} | |\n`).join("")}\n`;
}

const clean: readonly Clean[] = [
  {
    name: "a topic added to a table that the other side moved under another heading",
    base: phase(1, "HTTP"),
    ours: `${phase(2, "HTTP")}## Phase 1 later\n`,
    theirs: phase(1, "HTTP", "SQL"),
    merged: `${phase(2, "HTTP", "SQL")}## Phase 1 later\n`,
  },
  {
    name: "different cells of one row",
    ours: head + doneHttp + rest + sql + tail,
    theirs: head + startedHttp + rest + sql + tail,
    merged: `${head}| HTTP | 1 | 2026-01-02 | Done | read |\n${rest}${sql}${tail}`,
  },
  {
    name: "cells of adjacent rows",
    ours: head + doneHttp + rest + sql + tail,
    theirs: `${head}${http}| REST | 1 | | Done | |\n${sql}${tail}`,
    merged: `${head}${doneHttp}| REST | 1 | | Done | |\n${sql}${tail}`,
  },
  {
    name: "the same cell, the same text",
    ours: head + doneHttp + rest + sql + tail,
    theirs: head + doneHttp + rest + sql + tail,
    merged: head + doneHttp + rest + sql + tail,
  },
  {
    name: "the same cell, the same text, and another cell",
    ours: head + doneHttp + rest + sql + tail,
    theirs: `${head}| HTTP | 1 | 2026-01-02 | Done | read |\n${rest}${sql}${tail}`,
    merged: `${head}| HTTP | 1 | 2026-01-02 | Done | read |\n${rest}${sql}${tail}`,
  },
  {
    name: "rows appended by both",
    ours: head + http + rest + sql + grpc + tail,
    theirs: head + http + rest + sql + dns + tail,
    merged: [head + http + rest + sql + grpc + dns + tail, head + http + rest + sql + dns + grpc + tail],
  },
  {
    name: "the same row appended by both",
    ours: head + http + rest + sql + grpc + tail,
    theirs: head + http + rest + sql + grpc + tail.replace("[ ] read", "[x] read"),
    merged: head + http + rest + sql + grpc + tail.replace("[ ] read", "[x] read"),
  },
  {
    name: "the same row added by both in different places",
    ours: head + http + grpc + rest + sql + tail,
    theirs: head + http + rest + sql + grpc + tail,
    merged: [head + http + grpc + rest + sql + tail, head + http + rest + sql + grpc + tail],
  },
  {
    name: "the same topic added by both, with different cells filled",
    ours: `${head}${http}${rest}${sql}| gRPC | 3 | | Done | |\n${tail}`,
    theirs: `${head}${http}${rest}${sql}| gRPC | 3 | | | new |\n${tail}`,
    merged: `${head}${http}${rest}${sql}| gRPC | 3 | | Done | new |\n${tail}`,
  },
  {
    name: "a row deleted that the other side did not change",
    ours: head + http + sql + tail,
    theirs: head + doneHttp + rest + sql + tail,
    merged: head + doneHttp + sql + tail,
  },
  {
    name: "a row deleted by both",
    ours: head + http + sql + tail,
    theirs: `${head}${http}| SQL | 2 | | Done | |\n${tail}`,
    merged: `${head}${http}| SQL | 2 | | Done | |\n${tail}`,
  },
  {
    name: "a row deleted that the other side only padded",
    ours: head + http + sql + tail,
    theirs: `${head}${http}| REST   | 1  | | | |\n${sql}${tail}`,
    merged: head + http + sql + tail,
  },
  {
    name: "rows reordered against a cell",
    ours: head + sql + http + rest + tail,
    theirs: `${head}${http}${rest}| SQL | 2 | | Done | |\n${tail}`,
    merged: `${head}| SQL | 2 | | Done | |\n${http}${rest}${tail}`,
  },
  {
    name: "rows reordered against a row appended",
    ours: head + sql + http + rest + tail,
    theirs: head + http + rest + sql + grpc + tail,
    merged: head + sql + http + rest + grpc + tail,
  },
  {
    name: "a column added against a cell",
    ours: base.replace(/^(\|.*)$/gm, "$1 x |").replace("| --- | x |", "| --- | --- |"),
    theirs: head + doneHttp + rest + sql + tail,
    merged: (head + doneHttp + rest + sql + tail)
      .replace(/^(\|.*)$/gm, "$1 x |")
      .replace("| --- | x |", "| --- | --- |"),
  },
  {
    name: "a column added against a row added",
    ours: base.replace(/^(\|.*)$/gm, "$1 x |").replace("| --- | x |", "| --- | --- |"),
    theirs: head + http + rest + sql + grpc + tail,
    merged: base
      .replace(sql, sql + grpc)
      .replace(/^(\|.*)$/gm, "$1 x |")
      .replace("| --- | x |", "| --- | --- |")
      .replace(grpc.replace("\n", " x |\n"), grpc.replace("\n", " |\n")),
  },
  {
    name: "different columns added by both",
    ours: base.replace(/^(\|.*)$/gm, "$1 o |").replace("| --- | o |", "| --- | --- |"),
    theirs: base.replace(/^(\|.*)$/gm, "$1 t |").replace("| --- | t |", "| --- | :-: |"),
    merged: [
      base.replace(/^(\|.*)$/gm, "$1 o | t |").replace("| --- | o | t |", "| --- | --- | :-: |"),
      base.replace(/^(\|.*)$/gm, "$1 t | o |").replace("| --- | t | o |", "| --- | :-: | --- |"),
    ],
  },
  {
    name: "a column renamed against a cell in it",
    ours: base.replace("| Notes |", "| Remarks |"),
    theirs: `${head}| HTTP | 1 | | | read twice |\n${rest}${sql}${tail}`,
    merged: `${head}| HTTP | 1 | | | read twice |\n${rest}${sql}${tail}`.replace("| Notes |", "| Remarks |"),
  },
  {
    name: "a column deleted against a cell in another one",
    ours: base.replace(/^((?:\|[^|\n]*){4})\|[^|\n]*\|$/gm, "$1|"),
    theirs: head + doneHttp + rest + sql + tail,
    merged: (head + doneHttp + rest + sql + tail).replace(/^((?:\|[^|\n]*){4})\|[^|\n]*\|$/gm, "$1|"),
  },
  {
    name: "columns in another order against a cell",
    ours: base.replace(/^\|([^|\n]*)\|([^|\n]*)\|/gm, "|$2|$1|"),
    theirs: head + doneHttp + rest + sql + tail,
    merged: (head + doneHttp + rest + sql + tail).replace(/^\|([^|\n]*)\|([^|\n]*)\|/gm, "|$2|$1|"),
  },
  {
    name: "a topic renamed against a cell, where two of its cells are in no other row",
    base: base.replace(http, "| HTTP | 1 | 2026-01-01 | | read |\n"),
    ours: base.replace(http, "| HTTP in depth | 1 | 2026-01-01 | | read |\n"),
    theirs: base.replace(http, "| HTTP | 1 | 2026-01-01 | Done | read |\n"),
    merged: base.replace(http, "| HTTP in depth | 1 | 2026-01-01 | Done | read |\n"),
  },
  {
    name: "a misspelled topic corrected against a cell",
    base: base.replace(http, "| HTTP hedaers | 1 | 2026-01-01 | | read |\n"),
    ours: base.replace(http, "| HTTP headers | 1 | 2026-01-01 | | read |\n"),
    theirs: base.replace(http, "| HTTP hedaers | 1 | 2026-01-01 | Done | read |\n"),
    merged: base.replace(http, "| HTTP headers | 1 | 2026-01-01 | Done | read |\n"),
  },
  {
    name: "a task checked, and words added in a script without spaces",
    base: base.replace("write a parser", "学习基础"),
    ours: base.replace("write a parser", "学习网络基础"),
    theirs: base.replace("[ ] write a parser", "[x] 学习基础"),
    merged: base.replace("[ ] write a parser", "[x] 学习网络基础"),
  },
  {
    name: "a task checked with X, and reworded",
    ours: base.replace("[ ] read", "[X] read"),
    theirs: base.replace("read the RFC", "read the new RFC"),
    merged: base.replace("[ ] read the RFC", "[X] read the new RFC"),
  },
  {
    name: "a task that one side checked with X and the other with x",
    ours: base.replace("[ ] read", "[X] read"),
    theirs: base.replace("[ ] read", "[x] read"),
    merged: [base.replace("[ ] read", "[X] read"), base.replace("[ ] read", "[x] read")],
  },
  {
    name: "a task deleted whose mark the other side only wrote as X for x",
    base: base.replace("[ ] read", "[x] read"),
    ours: base.replace("- [ ] read the RFC\n", ""),
    theirs: base.replace("[ ] read", "[X] read"),
    merged: base.replace("- [ ] read the RFC\n", ""),
  },
  {
    name: "phases added in two places, with the header that all tables have",
    base: `# Plan\n\n${phase(1, "Go")}${phase(3, "SQL")}`,
    ours: `# Plan\n\n${phase(1, "Go")}${phase(3, "SQL")}${phase(4, "Kafka")}`,
    theirs: `# Plan\n\n${phase(1, "Go")}${phase(2, "Redis")}${phase(3, "SQL")}`,
    merged: `# Plan\n\n${phase(1, "Go")}${phase(2, "Redis")}${phase(3, "SQL")}${phase(4, "Kafka")}`,
  },
  {
    name: "phases added in one place",
    base: `# Plan\n\n${phase(1, "Go")}`,
    ours: `# Plan\n\n${phase(1, "Go")}${phase(2, "Redis")}`,
    theirs: `# Plan\n\n${phase(1, "Go")}${phase(3, "Kafka")}`,
    merged: [
      `# Plan\n\n${phase(1, "Go")}${phase(2, "Redis")}${phase(3, "Kafka")}`,
      `# Plan\n\n${phase(1, "Go")}${phase(3, "Kafka")}${phase(2, "Redis")}`,
    ],
  },
  {
    name: "the same phase added in one place",
    base: `# Plan\n\n${phase(1, "Go")}`,
    ours: `# Plan\n\n${phase(1, "Go")}${phase(2, "Redis")}`,
    theirs: `# Plan\n\n${phase(1, "Go")}${phase(2, "Kafka")}`,
    merged: [
      `# Plan\n\n${phase(1, "Go")}${phase(2, "Redis", "Kafka")}`,
      `# Plan\n\n${phase(1, "Go")}${phase(2, "Kafka", "Redis")}`,
    ],
  },
  {
    name: "a task added at the end of a phase against a phase added after it",
    ours: `${base}- [ ] test it\n`,
    theirs: `${base}\n## Phase 2\n- [ ] deploy\n`,
    merged: `${base}- [ ] test it\n\n## Phase 2\n- [ ] deploy\n`,
  },
  {
    name: "a phase renamed against a topic added to it",
    base: `# Plan\n\n${phase(1, "Go")}${phase(2, "Redis")}`,
    ours: `# Plan\n\n${phase(1, "Go")}${phase(2, "Redis")}`.replace("Phase 2", "Databases"),
    theirs: `# Plan\n\n${phase(1, "Go")}${phase(2, "Redis", "Kafka")}`,
    merged: `# Plan\n\n${phase(1, "Go")}${phase(2, "Redis", "Kafka")}`.replace("Phase 2", "Databases"),
  },
  {
    name: "a phase renamed against a phase added before it",
    base: `# Plan\n\n${phase(1, "Go")}${phase(3, "Redis")}`,
    ours: `# Plan\n\n${phase(1, "Go")}${phase(3, "Redis")}`.replace("Phase 3", "Databases"),
    theirs: `# Plan\n\n${phase(1, "Go")}${phase(2, "Kafka")}${phase(3, "Redis")}`,
    merged: `# Plan\n\n${phase(1, "Go")}${phase(2, "Kafka")}${phase(3, "Redis")}`.replace("Phase 3", "Databases"),
  },
  {
    name: "different tasks checked",
    ours: base.replace("[ ] read", "[x] read"),
    theirs: base.replace("[ ] write", "[x] write"),
    merged: base.replace("[ ] read", "[x] read").replace("[ ] write", "[x] write"),
  },
  {
    name: "a task checked and reworded",
    ours: base.replace("[ ] read", "[x] read"),
    theirs: base.replace("read the RFC", "read the new RFC"),
    merged: base.replace("[ ] read the RFC", "[x] read the new RFC"),
  },
  {
    name: "tasks added by both in one place",
    ours: `${base}- [ ] ours\n`,
    theirs: `${base}- [ ] theirs\n`,
    merged: [`${base}- [ ] ours\n- [ ] theirs\n`, `${base}- [ ] theirs\n- [ ] ours\n`],
  },
  {
    name: "a task moved against a check",
    ours: base.replace("- [ ] read the RFC\n- [ ] write a parser\n", "- [ ] write a parser\n- [ ] read the RFC\n"),
    theirs: base.replace("[ ] read", "[x] read"),
    merged: base.replace("- [ ] read the RFC\n- [ ] write a parser\n", "- [ ] write a parser\n- [x] read the RFC\n"),
  },
  {
    name: "a task below another against a task added above it",
    ours: base.replace("write a parser\n", "write a parser\n  - [ ] with tests\n"),
    theirs: base.replace("write a parser\n", "write a parser\n- [ ] ship it\n"),
    merged: base.replace("write a parser\n", "write a parser\n  - [ ] with tests\n- [ ] ship it\n"),
  },
  {
    name: "a task added under one that the other side reworded",
    base: `${base}- [ ] test\n`,
    ours: `${base.replace("write a parser", "write a fast parser")}- [ ] test\n`,
    theirs: `${base}  - [ ] handle errors\n- [ ] test\n`,
    merged: `${base.replace("write a parser", "write a fast parser")}  - [ ] handle errors\n- [ ] test\n`,
  },
  {
    name: "a task added under one, and the one above it deleted",
    base: `${base}- [ ] test\n`,
    ours: `${base.replace("- [ ] read the RFC\n", "")}- [ ] test\n`,
    theirs: `${base}  - [ ] handle errors\n- [ ] test\n`,
    merged: `${base.replace("- [ ] read the RFC\n", "")}  - [ ] handle errors\n- [ ] test\n`,
  },
  {
    name: "padding against a cell",
    ours: base.replace(http, "| HTTP   | 1     |         |        | read  |\n"),
    theirs: head + doneHttp + rest + sql + tail,
    merged: `${head}| HTTP   | 1     |         | Done | read  |\n${rest}${sql}${tail}`,
  },
  {
    name: "padding against padding",
    ours: base.replace(http, "| HTTP   | 1     |         |        | read  |\n"),
    theirs: base.replace(http, "|HTTP|1||| read  |\n"),
    merged: [
      base.replace(http, "| HTTP   | 1     |         |        | read  |\n"),
      base.replace(http, "|HTTP|1||| read  |\n"),
    ],
  },
  {
    name: "CRLF for LF against a cell",
    ours: base.replaceAll("\n", "\r\n"),
    theirs: head + doneHttp + rest + sql + tail,
    merged: (head + doneHttp + rest + sql + tail).replaceAll("\n", "\r\n"),
  },
  {
    name: "CRLF for LF against a row and a line added",
    ours: base.replaceAll("\n", "\r\n"),
    theirs: `${head}${http}${rest}${sql}${grpc}${tail}\nlast words\n`,
    merged: `${head}${http}${rest}${sql}${grpc}${tail}\nlast words\n`.replaceAll("\n", "\r\n"),
  },
  {
    name: "a byte order mark taken away against a cell",
    base: `\ufeff${base}`,
    ours: base,
    theirs: `\ufeff${head}${doneHttp}${rest}${sql}${tail}`,
    merged: head + doneHttp + rest + sql + tail,
  },
  {
    name: "the final newline taken away against a task added there",
    ours: base.slice(0, -1),
    theirs: `${base}- [ ] theirs\n`,
    merged: `${base}- [ ] theirs`,
  },
  {
    name: "no final newline, against a check in the last line",
    base: base.slice(0, -1),
    ours: base.slice(0, -1).replace("[ ] write", "[x] write"),
    theirs: `${base.slice(0, -1)}\n- [ ] theirs`,
    merged: `${base.slice(0, -1).replace("[ ] write", "[x] write")}\n- [ ] theirs`,
  },
  {
    name: "topics of one name, another one changed by each side",
    base: `${head}| Go | 1 | | | a |\n| Go | 2 | | | b |\n${tail}`,
    ours: `${head}| Go | 1 | | Done | a |\n| Go | 2 | | | b |\n${tail}`,
    theirs: `${head}| Go | 1 | | | a |\n| Go | 2 | | Done | b |\n${tail}`,
    merged: `${head}| Go | 1 | | Done | a |\n| Go | 2 | | Done | b |\n${tail}`,
  },
  {
    name: "a topic of one name deleted, the other one changed",
    base: `${head}| Go | 1 | | | a |\n| Go | 2 | | | b |\n${tail}`,
    ours: `${head}| Go | 2 | | | b |\n${tail}`,
    theirs: `${head}| Go | 1 | | | a |\n| Go | 2 | | Done | b |\n${tail}`,
    merged: `${head}| Go | 2 | | Done | b |\n${tail}`,
  },
  {
    name: "two tables with the same topics",
    base: `${head}${http}\n## More\n\n${head}${http}${tail}`,
    ours: `${head}${doneHttp}\n## More\n\n${head}${http}${tail}`,
    theirs: `${head}${http}\n## More\n\n${head}${startedHttp}${grpc}${tail}`,
    merged: `${head}${doneHttp}\n## More\n\n${head}${startedHttp}${grpc}${tail}`,
  },
  {
    name: "a topic added to one of two tables that share a name, and its neighbour moved to the other table",
    base: `# Plan\n\n## One\n\n${table}| Intro | |\n| B | |\n\n## Two\n\n${table}| Intro | |\n| C | |\n`,
    ours: `# Plan\n\n## One\n\n${table}| Intro | |\n\n## Two\n\n${table}| Intro | |\n| C | |\n| B | |\n`,
    theirs: `# Plan\n\n## One\n\n${table}| Intro | |\n| B | |\n| N | |\n\n## Two\n\n${table}| Intro | |\n| C | |\n`,
    merged: `# Plan\n\n## One\n\n${table}| Intro | |\n| N | |\n\n## Two\n\n${table}| Intro | |\n| C | |\n| B | |\n`,
  },
  {
    name: "cells beyond the last column, another one changed by each side",
    base: `${head}| Go | 1 | | | a | beyond | more |\n`,
    ours: `${head}| Go | 1 | | | a | beyond it | more |\n`,
    theirs: `${head}| Go | 1 | | Done | a | beyond | more and more |\n`,
    merged: `${head}| Go | 1 | | Done | a | beyond it | more and more |\n`,
  },
  {
    name: "prose far from a cell",
    ours: `${base}\nlast words\n`,
    theirs: head + doneHttp + rest + sql + tail,
    merged: `${head}${doneHttp}${rest}${sql}${tail}\nlast words\n`,
  },
  {
    name: "a section of tasks moved against a check in it",
    base: `${base}\n## Phase 2\n- [ ] deploy\n`,
    ours: `${head}${http}${rest}${sql}\n## Phase 2\n- [ ] deploy\n${tail}`,
    theirs: `${base}\n## Phase 2\n- [x] deploy\n`,
    merged: `${head}${http}${rest}${sql}\n## Phase 2\n- [x] deploy\n${tail}`,
  },
];

describe("merges both", () => {
  test.each(clean)("$name", ({ base: common = base, ours, theirs, merged }) => {
    const [oursFirst, theirsFirst] = typeof merged === "string" ? [merged, merged] : merged;
    expect(mergeTexts(common, ours, theirs).text).toBe(oursFirst);
    expect(mergeTexts(common, theirs, ours).text).toBe(theirsFirst);
  });
});
