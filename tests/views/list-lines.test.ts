// List lines: phases with what is done on one line, chosen columns, days left, and what gives way in narrow terminals.

import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parseRoadmap } from "../../src/index.js";
import { requireNamedColumn } from "../../src/model/named-columns.js";
import { type Canvas, plainCanvas } from "../../src/views/canvas.js";
import { daysUntilDue } from "../../src/views/due-words.js";
import { type Listed, listLines } from "../../src/views/list-lines.js";
import { asciiTerminal, terminal } from "../support/canvases.js";

const today = "2026-11-30";

function read(text: string) {
  return parseRoadmap(text, { today }).roadmap;
}

const inProgress = read(readFileSync(new URL("../fixtures/in-progress.md", import.meta.url), "utf8"));

function list(canvas: Canvas, { roadmap = inProgress, ...listed }: Partial<Listed> & { roadmap?: typeof inProgress }) {
  const { topics, tasks } = roadmap;
  return listLines(roadmap, { topics, tasks, columns: null, layout: "folded", today, ...listed }, canvas);
}

/** The lines from the one that begins like this. */
function from(lines: readonly string[], beginning: string, count: number): string[] {
  const start = lines.findIndex((line) => line.startsWith(beginning));
  return lines.slice(start, start + count);
}

test("a list of 80 columns has a line for each finished phase, and rows for the others", () => {
  const lines = list(terminal(80), {});
  expect(lines.slice(0, 18)).toEqual([
    "36 topics  17 done, 2 in progress, 1 blocked, 15 not started, 1 skipped",
    "",
    "✓ Phase 1  6 done                                                29 Jun – 15 Aug",
    "✓ Phase 2  7 done                                                17 Aug – 10 Oct",
    "",
    "  Phase 3                                                                 4 of 7",
    "  ✓ 14  Message Queues                              done         12 Oct – 20 Oct",
    "  ✓ 15  Distributed Systems Basics                  done         21 Oct – 1 Nov",
    "  ✓ 16  Horizontal Scaling & Load Balancing         done         2 Nov – 10 Nov",
    "  ✓ 17  WebSockets & Real-time Communication        done         11 Nov – 24 Nov",
    "  ◐ 18  Connection State Management                 in progress  18 Nov, 12 days",
    "  ! 19  Distributed Caching                         blocked      21 Nov, 9 days",
    "  ○ 20  API Versioning & Backwards Compatibility    not started",
    "",
    "  Phase 4                                                                 0 of 3",
    "  ◐ 21  Containerization with Docker                in progress  26 Nov, 4 days",
    "  ○ 22  Docker Compose                              not started",
    "  ○ 23  AWS Fundamentals                            not started",
  ]);
  expect(from(lines, "  Phase 7", 4)).toEqual([
    "  Phase 7                                                                 0 of 2",
    "  ○ 32  System Design Fundamentals                  not started",
    "  ○ 33  High Availability & Fault Tolerance         not started",
    "  – 34  CDN, Edge, Global Latency                   skipped",
  ]);
  expect(from(lines, "35 tasks", 100)).toEqual([
    "35 tasks  20 done, 1 in progress, 14 not started",
    "",
    "1️⃣ Backend Engineering Roadmap",
    "✓ 🟢 Phase 1: Fundamentals  7 done",
    "✓ 🟡 Phase 2: Scalable Backend Design  7 done",
    "",
    "  🟠 Phase 3: Microservices & Advanced Topics                             2 of 7",
    "  [ ] t15  Learn when to use Monolith vs. Microservices              not started",
    "  [ ] t16  Implement service-to-service communication (gRPC, event…  not started",
    "  [ ] t17  Set up logging & monitoring (Prometheus, Grafana, ELK S…  not started",
    "  [x] t18  Explore load balancing & horizontal scaling techniques    done",
    "  [ ] t19  Optimize performance with profiling and concurrency       not started",
    "  [x] t20  Kafka – Event-driven architecture & message brokering     done",
    "  [ ] t21  MQTT – Lightweight messaging protocol for IoT & real-ti…  not started",
    "",
    "2️⃣ Cloud Development Roadmap",
    "✓ 🟢 Phase 1: Cloud Basics  4 done",
    "",
    "  🟡 Phase 2: Deployment & Automation                                     0 of 5",
    "  [/] t26  Containerize and deploy Go apps with Docker & ECS (Farg…  in progress",
    "  [ ] t27  Use AWS API Gateway to expose services securely           not started",
    "  [ ] t28  Manage databases using RDS or DynamoDB                    not started",
    "  [ ] t29  Set up logging & monitoring with CloudWatch               not started",
    "  [ ] t30  Automate deployments using CI/CD (GitHub Actions, AWS C…  not started",
    "",
    "  🟠 Phase 3: Scaling & Serverless                                        0 of 5",
    "  [ ] t31  Implement load balancing with AWS ALB                     not started",
    "  [ ] t32  Set up auto-scaling for backend services                  not started",
    "  [ ] t33  Explore serverless computing (AWS Lambda + API Gateway)   not started",
    "  [ ] t34  Dive into Kubernetes with AWS EKS                         not started",
    "  [ ] t35  Manage infrastructure as code using Terraform/CDK         not started",
    "",
    "→ roadmap list --all    unfolds what is done",
  ]);
});

test("a list of 120 columns has the deliverables too, and is never wider", () => {
  expect(list(terminal(120), {}).slice(3, 10)).toEqual([
    "✓ Phase 2  7 done                                                                                        17 Aug – 10 Oct",
    "",
    "  Phase 3                                                                                                         4 of 7",
    "  ✓ 14  Message Queues                                            done         12 Oct – 20 Oct  Producer-consumer demo",
    "  ✓ 15  Distributed Systems Basics                                done         21 Oct – 1 Nov   Notes + design docs",
    "  ✓ 16  Horizontal Scaling & Load Balancing                       done         2 Nov – 10 Nov   Deploy scaled version",
    "  ✓ 17  WebSockets & Real-time Communication                      done         11 Nov – 24 Nov  Build chat WebSocket se…",
  ]);
  expect(list(terminal(200), {})).toEqual(list(terminal(120), {}));
});

test("in 40 columns, signs stand for the status, and a day or how long it has been for the days", () => {
  const lines = list(terminal(40), {});
  expect(lines.slice(0, 16)).toEqual([
    "36 topics",
    "  17 done, 2 in progress, 1 blocked, 15",
    "  not started, 1 skipped",
    "",
    "✓ Phase 1  6 done",
    "✓ Phase 2  7 done",
    "",
    "  Phase 3                         4 of 7",
    "  ✓ 14  Message Queues            20 Oct",
    "  ✓ 15  Distributed Systems Bas…   1 Nov",
    "  ✓ 16  Horizontal Scaling & Lo…  10 Nov",
    "  ✓ 17  WebSockets & Real-time…   24 Nov",
    "  ◐ 18  Connection State Manage…     12d",
    "  ! 19  Distributed Caching           9d",
    "  ○ 20  API Versioning & Backwa…",
    "",
  ]);
  expect(lines.slice(-4)).toEqual([
    "  [ ] t34  Dive into Kubernetes with AW…",
    "  [ ] t35  Manage infrastructure as cod…",
    "",
    "→ roadmap list --all",
  ]);
});

test("a terminal with only ASCII gets other signs", () => {
  const lines = list(asciiTerminal(80), { tasks: [] });
  expect([lines[2], ...lines.slice(9, 13), lines.at(-1)]).toEqual([
    "x Phase 1  6 done                                                29 Jun - 15 Aug",
    "  x 17  WebSockets & Real-time Communication        done         11 Nov - 24 Nov",
    "  > 18  Connection State Management                 in progress  18 Nov, 12 days",
    "  ! 19  Distributed Caching                         blocked      21 Nov, 9 days",
    "  . 20  API Versioning & Backwards Compatibility    not started",
    "-> roadmap list --all    unfolds what is done",
  ]);
});

test("unfolded, a finished phase has its rows, and nothing is left to unfold", () => {
  const lines = list(terminal(80), { layout: "grouped" });
  expect(lines.slice(2, 4)).toEqual([
    "  Phase 1                                                                 6 of 6",
    "  ✓  1  Programming Language Fundamentals (Golang)  done         29 Jun – 9 Jul",
  ]);
  expect(lines.filter((line) => /^ {2}.{1,3} +t?\d+ {2}/.test(line))).toHaveLength(71);
  expect(lines.at(-1)).toContain("t35");
});

test("a phase that is listed in part has no counts", () => {
  const open = inProgress.topics.filter(({ number }) => number > 17 && number < 24);
  const lines = list(terminal(40), { layout: "grouped", topics: open, tasks: [] });
  expect([lines[0], lines[1], lines[3], lines[9]]).toEqual([
    "6 topics",
    "  2 in progress, 1 blocked, 3 not",
    "",
    "  Phase 4                         0 of 3",
  ]);
  expect(lines[4]).toBe("  Phase 3");
});

test("into a pipe every row is printed, with dates as ISO 8601, and numbers as they are typed", () => {
  const lines = list(plainCanvas, {});
  expect(lines).toHaveLength(1 + 36 + 1 + 1 + 35);
  expect([lines[0], lines[18], lines[37], lines[38], lines[64]]).toEqual([
    " #  Topic                                       Phase  Status       Started     Finished    Proof",
    "18  Connection State Management                 3      in progress  2026-11-18",
    "",
    "  #  Task                                                                          Status       Phase                                        Track",
    "t26  Containerize and deploy Go apps with Docker & ECS (Fargate)                   in progress  🟡 Phase 2: Deployment & Automation          2️⃣ Cloud Development Roadmap",
  ]);
  expect(list({ ...terminal(80), width: Number.POSITIVE_INFINITY }, { layout: "flat" })[18]).toBe(
    "18  Connection State Management                 3      in progress  18 Nov",
  );
});

test("phases of one topic each are in the rows, unless they are the names", () => {
  const roadmap = read(
    "| Phase | Topic | Status | Started |\n|---|---|---|---|\n| Week 1 | HTTP | Done | |\n| Week 2 | DNS | | |\n| Rust | Rust | | |\n",
  );
  expect(list(terminal(40), { roadmap })).toEqual([
    "3 topics  1 done, 2 not started",
    "",
    "  ✓ 1  HTTP          Week 1  done",
    "  ○ 2  DNS           Week 2  not started",
    "  ○ 3  Rust                  not started",
  ]);
});

test("without phases, nothing is folded; next to phases, the rest is below its own line", () => {
  const done = "| Topic | Status |\n|---|---|\n| HTTP | Done |\n| DNS | Done |\n";
  expect(list(terminal(40), { roadmap: read(done) })).toEqual([
    "2 topics  2 done",
    "",
    "  ✓ 1  HTTP                         done",
    "  ✓ 2  DNS                          done",
  ]);
  const some =
    "| Topic | Phase | Status |\n|---|---|---|\n| A | 1 | Done |\n| B | 1 | Skipped |\n| C | - | |\n| D | - | |\n";
  expect(list(terminal(40), { roadmap: read(some) })).toEqual([
    "4 topics",
    "  1 done, 2 not started, 1 skipped",
    "",
    "✓ Phase 1  1 done, 1 skipped",
    "",
    "  No phase                        0 of 2",
    "  ○ 3  C                     not started",
    "  ○ 4  D                     not started",
    "",
    "→ roadmap list --all",
  ]);
});

const table = (rows: string) => read(`| Topic | Status | Started | Finished |\n|---|---|---|---|\n${rows}`.trimEnd());

const longName = "A rather long topic name";

test.each([
  ["| Done | 2026-11-30 | 2026-11-30 |", "30 Nov", "30 Nov"],
  ["| Done | 2025-12-30 | 2026-01-02 |", "30 Dec 2025 – 2 Jan", "2 Jan"],
  ["| Done | 2025-10-12 | 2025-10-20 |", "12 Oct – 20 Oct 2025", "20 Oct 2025"],
  ["| Done | | 2026-10-20 |", "20 Oct", "20 Oct"],
  ["| Done | 2026-10-20 | |", "from 20 Oct", ""],
  ["| In Progress | 2026-11-30 | |", "30 Nov, today", "today"],
  ["| In Progress | 2026-11-29 | |", "29 Nov, 1 day", "1d"],
  ["| In Progress | 2026-11-18 | 2026-12-20 |", "18 Nov – 20 Dec", "18 Nov"],
  ["| Blocked | 2026-12-05 | |", "from 5 Dec", "5 Dec"],
  ["| | 2026-12-05 | |", "from 5 Dec", "5 Dec"],
  ["| | | 2026-12-05 |", "by 5 Dec", "5 Dec"],
  ["| Skipped | 2026-11-05 | |", "from 5 Nov", "5 Nov"],
  ["| | soon | TBD |", "soon, TBD", ""],
  ["| | - | – |", "", ""],
])("the days of %j are %j, in narrow terminals %j", (row, long, short) => {
  const daysOf = (width: number) => {
    const line = list(terminal(width), { roadmap: table(`| ${longName} ${row}`) }).at(-1) ?? "";
    return line.replace(/^.*(?:\.\.|…|name)(?: +(?:not started|in progress|blocked|done|skipped))? */, "");
  };
  expect([daysOf(80), daysOf(40)]).toEqual([long, short]);
});

const planned = read(
  `# Plan

| Topic | Phase | Status | Started | Finished | Due | Priority | Owner |
|---|---|---|---|---|---|---|---|
| HTTP | 1 | Done | 1.10.2026 | 20.10.2026 | 25.10.2026 | high | *Ada* |
| A topic with a long name | 1 | In Progress | 1.11.2026 | soon | 3.12.2026 | | |
| DNS | 2 | | | | 28.11.2026 | | |

## Other

| Topic | Status | OWNER |
|---|---|---|
| Rust | | Béa |
`,
);

const columns = (...names: string[]) => names.map((name) => requireNamedColumn(planned, name));

test("a list has the columns that are chosen, in that order, blank where a table lacks one", () => {
  const chosen = { roadmap: planned, columns: columns("topic", "owner", "due", "finished", "status") };
  expect(list({ ...plainCanvas, width: 80 }, chosen)).toEqual([
    "#  Topic                     Owner  Due         Finished    Status",
    "1  HTTP                      Ada    2026-10-25  2026-10-20  done",
    "2  A topic with a long name         2026-12-03  soon        in progress",
    "3  DNS                              2026-11-28              not started",
    "4  Rust                      Béa                            not started",
  ]);
  expect(list(terminal(80), chosen)).toEqual([
    "#  Topic                     Owner  Due                     Finished",
    "1  HTTP                      Ada    25 Oct                  20 Oct",
    "2  A topic with a long name         3 Dec, in 3 days        soon",
    "3  DNS                              28 Nov, 2 days overdue",
    "4  Rust                      Béa",
  ]);
});

test("due dates and priorities give way before a name is cut; what is overdue stays marked", () => {
  const rows = (width: number) => list(terminal(width), { roadmap: planned, layout: "grouped" }).slice(-4).join("\n");
  expect(rows(100)).toBe(`\
  ✓ 1  HTTP                       Phase 1  done         1 Oct – 20 Oct  25 Oct                  high
  ◐ 2  A topic with a long name   Phase 1  in progress  1 Nov, 29 days  3 Dec, in 3 days
  ○ 3  DNS                        Phase 2  not started                  28 Nov, 2 days overdue
  ○ 4  Rust                       Other    not started`);
  expect(rows(80)).toBe(`\
  ✓ 1  HTTP                        Phase 1  done         1 Oct – 20 Oct
  ◐ 2  A topic with a long name    Phase 1  in progress  1 Nov, 29 days
  ○ 3  DNS                         Phase 2  not started                  overdue
  ○ 4  Rust                        Other    not started`);
  expect(rows(40)).toBe(`\
  ✓ 1  HTTP              20 Oct
  ◐ 2  A topic with a…      29d
  ○ 3  DNS                       overdue
  ○ 4  Rust`);
});

test.each([
  ["2026-11-30", "in-progress", "today"],
  ["2026-12-01", "not-started", "in 1 day"],
  ["2026-12-30", "blocked", "in 30 days"],
  ["2026-11-29", "blocked", "1 day overdue"],
  ["2025-11-30", "not-started", "365 days overdue"],
  ["2026-11-29", "done", null],
  ["2026-11-29", "skipped", null],
  [null, "in-progress", null],
] as const)("due on %j and %s: %j", (due, status, words) => {
  expect(daysUntilDue({ due, status }, today)).toBe(words);
});
