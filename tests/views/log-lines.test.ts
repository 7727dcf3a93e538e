// Log lines: one line for each change of each commit in a terminal, at three widths.

import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import type { HistoryEntry } from "../../src/model/history/history.js";
import { type Canvas, plainCanvas } from "../../src/views/canvas.js";
import { logLines } from "../../src/views/log-lines.js";
import { asciiTerminal, terminal } from "../support/canvases.js";
import { entriesOf, noEntry, today } from "../support/history-entries.js";
import { tooWide, wideText } from "../support/widths.js";

const inProgress = readFileSync(new URL("../fixtures/in-progress.md", import.meta.url), "utf8");

/** The fixture as it was before each change, newest first; undone one after the other. */
const undone = [
  ["[/] Containerize", "[ ] Containerize"],
  [
    "| 4 | 2026-11-26 | | Dockerfile, layers, multi-stage | In Progress |",
    "| 4 | | | Dockerfile, layers, multi-stage | |",
  ],
  ["geo routing | Skipped |", "geo routing | |"],
  [
    "2026-11-24 | Bidirectional messaging, WS vs SSE vs polling | Done | Gorilla WebSocket, RFC 6455 | Build chat WebSocket server | https://example.org/proof/17",
    " | Bidirectional messaging, WS vs SSE vs polling | In Progress | Gorilla WebSocket, RFC 6455 | Build chat WebSocket server | ",
  ],
  ["consistent hashing | Blocked", "consistent hashing | In Progress"],
] as const;

const texts = [inProgress];
for (const [now, before] of undone) texts.unshift((texts[0] ?? "").replace(now, before));

const days = ["2026-11-21", "2026-11-23", "2026-11-24", "2026-11-25", "2026-11-26", "2026-11-27"];
const changes = entriesOf(days.map((day, index) => [day, texts[index] ?? ""]));

interface Shown {
  readonly leftOut?: number;
  readonly hasCells?: boolean;
  readonly unreadable?: readonly HistoryEntry[];
}

function log(
  entries: readonly HistoryEntry[],
  canvas: Canvas,
  { leftOut = 0, hasCells = false, unreadable = [] }: Shown = {},
) {
  const view = { uncommitted: null, entries, leftOut, unreadable, today, hasCells };
  return logLines({ ...view, longer: "roadmap log --limit 50" }, canvas);
}

test("a terminal shows one line for each change, with the proof of what was finished", () => {
  expect(log(changes, terminal(80), { leftOut: 47 })).toEqual([
    "Fri 27 Nov  [/] Containerize and deploy Go apps with Docker…   started   5555555",
    "Thu 26 Nov   ◐  Containerization with Docker                   started   4444444",
    "Wed 25 Nov   –  CDN, Edge, Global Latency                      skipped   3333333",
    "Tue 24 Nov   ✓  WebSockets & Real-time Communication           finished  2222222",
    "                example.org/proof/17",
    "Mon 23 Nov   !  Distributed Caching                            blocked   1111111",
    "",
    "47 older commits",
    "→ roadmap log --limit 50",
  ]);
  expect(log(changes, terminal(40), { leftOut: 47 })).toEqual([
    "27 Nov  [/] Containerize and deploy Go…",
    "26 Nov   ◐  Containerization with Docker",
    "25 Nov   –  CDN, Edge, Global Latency",
    "24 Nov   ✓  WebSockets & Real-time Comm…",
    "23 Nov   !  Distributed Caching",
    "",
    "47 older commits",
    "→ roadmap log --limit 50",
  ]);
  expect(log(changes, terminal(120), { leftOut: 1 })).toEqual([
    "Fri 27 Nov  [/] Containerize and deploy Go apps with Docker & ECS (Fargate)        started   5555555",
    "Thu 26 Nov   ◐  Containerization with Docker                                       started   4444444",
    "Wed 25 Nov   –  CDN, Edge, Global Latency                                          skipped   3333333",
    "Tue 24 Nov   ✓  WebSockets & Real-time Communication                               finished  2222222",
    "                example.org/proof/17",
    "Mon 23 Nov   !  Distributed Caching                                                blocked   1111111",
    "",
    "1 older commit",
    "→ roadmap log --limit 50",
  ]);
});

const small = `| Topic | Phase | Status | Comments | Proof |
|---|---|---|---|---|
| HTTP | 1 | | basics | |
| REST | 1 | | | |
| Kafka | 2 | Done | | |

## Week 1

- [ ] read the RFC
- [x] write a parser
`;

test("every kind of change has a word, with what it was before where the row cannot say it", () => {
  const renamed = small.replace("HTTP", "HTTP/2");
  const changed = renamed.replace("basics", "all of it").replace("[x]", "[ ]");
  const removed = changed.replace(/\| Kafka.*\n/, "").replace("## Week 1", "Words.\n\n## Week 1");
  const rust = "| Rust | 1 | In Progress | | |\n| REST |";
  const entries = entriesOf([
    ["2025-12-31", small],
    ["2025-12-31", renamed],
    ["2026-01-03", changed],
    ["2026-01-04", removed],
    ["2026-01-05", removed.replaceAll("\n\n", "\n\n\n")],
    ["2026-01-06", removed.replace("| REST |", rust).replace("# Week 1\n", "# Week One\n")],
    [
      "2026-01-09",
      removed.replace("- [ ] read the RFC\n", "").replace("- [ ] write", "- [x] read the RFC\n- [ ] write"),
    ],
    ["2026-01-10", `${removed}\n## Week 2\n\n- [ ] read the RFC\n`.replace("- [ ] read the RFC\n", "")],
  ]);
  expect(log(entries, terminal(80))).toEqual([
    "Sat 10 Jan        ~  write a parser                  moved               7777777",
    "                 [ ] read the RFC                    unchecked",
    "                     to Week 2",
    "                  +  phase Week 2                    added",
    "Fri 9 Jan         -  Rust                            removed             6666666",
    "                 [x] read the RFC                    checked off",
    "                  ~  phase Week 1                    renamed",
    "                     from Week One",
    "Tue 6 Jan         +  Rust                            added, in progress  5555555",
    "                  ~  phase Week One                  renamed",
    "                     from Week 1",
    "Mon 5 Jan         ~  formatting only                                     4444444",
    "Sun 4 Jan         -  Kafka                           removed             3333333",
    "                  ~  other text                      changed",
    "Sat 3 Jan         ~  HTTP/2                          comments changed    2222222",
    "                 [ ] write a parser                  unchecked",
    "Wed 31 Dec 2025   ~  HTTP/2                          renamed             1111111",
    "                     from HTTP",
  ]);
  expect(log(entries, terminal(40))).toEqual([
    "10 Jan        ~  write a parser",
    "             [ ] read the RFC",
    "                 to Week 2",
    "              +  phase Week 2",
    "9 Jan         -  Rust",
    "             [x] read the RFC",
    "              ~  phase Week 1",
    "                 from Week One",
    "6 Jan         +  Rust",
    "              ~  phase Week One",
    "                 from Week 1",
    "5 Jan         ~  formatting only",
    "4 Jan         -  Kafka",
    "              ~  other text",
    "3 Jan         ~  HTTP/2",
    "             [ ] write a parser",
    "31 Dec 2025   ~  HTTP/2",
    "                 from HTTP",
  ]);
});

test("many changes of one commit are counted, topics and tasks apart", () => {
  expect(
    log(
      entriesOf([
        ["2026-06-28", ""],
        ["2026-06-28", inProgress],
      ]),
      terminal(80),
    ),
  ).toEqual([
    "Sun 28 Jun  + 36 topics                                         added    1111111",
    "            + 35 tasks                                          added",
    "            + topic table                                       added",
    "            + 6 phases                                          added",
    "            ~ other text                                        changed",
  ]);
});

test("renames of the file, a shallow clone and unreadable revisions are told", () => {
  const entry = { ...noEntry, day: "2026-11-24", commit: "a".repeat(40) };
  const entries: HistoryEntry[] = [
    { ...entry, kind: "changed", path: "plan.md", renamedFrom: "roadmap.md" },
    { ...entry, kind: "removed" },
    { ...entry, kind: "added" },
    { ...entry, kind: "earliest", commit: "b".repeat(40) },
  ];
  const unreadable = [{ ...entry, kind: "unreadable" as const, trouble: "it is not UTF-8" }];
  expect(log(entries, terminal(80), { unreadable, leftOut: 2 })).toEqual([
    "Tue 24 Nov  ~ plan.md                                           renamed  aaaaaaa",
    "              from roadmap.md",
    "Tue 24 Nov  - roadmap.md                                        removed  aaaaaaa",
    "Tue 24 Nov  + roadmap.md                                        added    aaaaaaa",
    "",
    "this clone is shallow: no history before bbbbbbb",
    "1 revision could not be read (aaaaaaa: it is not UTF-8)",
    "",
    "2 older commits",
    "→ roadmap log --limit 50",
  ]);
  expect(log([], terminal(80))).toEqual(["no commits found"]);
});

test("several authors are named where there is room", () => {
  const entries = entriesOf([
    ["2026-01-01", small],
    ["2026-01-02", small.replace("basics", "all"), "Ada"],
    ["2026-01-03", small, "Grace Hopper"],
  ]);
  expect(log(entries, terminal(80))).toEqual([
    "Sat 3 Jan  ~ HTTP                        comments changed  Grace Hopper  2222222",
    "Fri 2 Jan  ~ HTTP                        comments changed  Ada           1111111",
  ]);
  expect(log(entries, terminal(60))).toEqual([
    "Sat 3 Jan  ~ HTTP    comments changed  Grace Hopper  2222222",
    "Fri 2 Jan  ~ HTTP    comments changed  Ada           1111111",
  ]);
});

test("uncommitted changes come first", () => {
  const [pending] = changes;
  const view = { uncommitted: pending?.comparison ?? null, entries: changes.slice(1, 3), leftOut: 0, unreadable: [] };
  const drawn = { ...view, today, longer: "", hasCells: false };
  expect(logLines(drawn, terminal(80))).toEqual([
    "Uncommitted changes",
    "            [/] Containerize and deploy Go apps with Docker &…  started",
    "",
    "Thu 26 Nov   ◐  Containerization with Docker                    started  4444444",
    "Wed 25 Nov   –  CDN, Edge, Global Latency                       skipped  3333333",
  ]);
  expect(logLines({ ...drawn, hasCells: true }, terminal(80))).toEqual([
    "Uncommitted changes",
    "  [/] Containerize and deploy Go apps with Docker & ECS (Fargate)",
    "      Mark  [ ] → [/]",
    "4444444  Thu 26 Nov  Dana",
    "  ◐ Containerization with Docker",
    "    Status   (blank) → In Progress",
    "    Started  (blank) → 2026-11-26",
    "3333333  Wed 25 Nov  Dana",
    "  – CDN, Edge, Global Latency",
    "    Status  (blank) → Skipped",
  ]);
});

test("ASCII terminals get the second set of signs, and ISO dates where they are wanted", () => {
  expect(log(changes.slice(0, 3), asciiTerminal(60), { leftOut: 1 })).toEqual([
    "Fri 27 Nov  [/] Containerize and deploy...  started  5555555",
    "Thu 26 Nov   >  Containerization with D...  started  4444444",
    "Wed 25 Nov   -  CDN, Edge, Global Latency   skipped  3333333",
    "",
    "1 older commit",
    "-> roadmap log --limit 50",
  ]);
  expect(log(changes.slice(0, 1), { ...terminal(80), days: "iso" })).toEqual([
    "2026-11-27  [/] Containerize and deploy Go apps with Docker &…  started  5555555",
  ]);
});

test("a pipe gets ISO dates and old and new values, without a hint", () => {
  expect(log(changes.slice(0, 2), plainCanvas, { leftOut: 2 })).toEqual([
    "5555555  2026-11-27  Dana",
    "  ~ Containerize and deploy Go apps with Docker & ECS (Fargate)   mark  [ ] → [/]",
    "4444444  2026-11-26  Dana",
    "  ~ Containerization with Docker   status  (blank) → In Progress   started  (blank) → 2026-11-26",
    "and 2 more",
  ]);
});

test.each([20, 40, 80, 140])("a log with difficult texts fits %i columns", (width) => {
  const edited = wideText
    .replaceAll("[ ]", "[x]")
    .replaceAll("In Progress | h", "Done | h")
    .replaceAll("short", "テスト");
  const entries = entriesOf([
    ["2025-01-01", ""],
    ["2025-01-01", wideText],
    ["2026-01-02", edited],
    ["2026-01-03", ""],
  ]);
  const canvas = { ...terminal(width), hasHints: false };
  const lines = [false, true].flatMap((hasCells) =>
    log(entries, canvas, { hasCells, leftOut: 3, unreadable: entries }),
  );
  expect(tooWide(lines.join("\n"), width)).toEqual([]);
});
