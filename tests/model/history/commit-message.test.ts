// Commit messages: a subject for people, and trailers that list every change.

import { expect, test } from "vitest";
import { parseRoadmap } from "../../../src/index.js";
import { commitMessage, messageText } from "../../../src/model/history/commit-message.js";
import { compareRoadmaps } from "../../../src/model/history/compare.js";
import { widthInColumns } from "../../../src/text/width.js";
import { page } from "../../support/check-operation.js";

const message = (before: string, after: string) =>
  commitMessage(compareRoadmaps(parseRoadmap(before).roadmap, parseRoadmap(after).roadmap));

const plan = page("HTTP Fundamentals | 1 | 2026-02-01 |  | In Progress |  | old", "REST | 2 |  |  |  |  | ");

test("one change is the subject, without a body, and its trailers list every cell", () => {
  const after = plan.replace("2026-02-01 | | In Progress | |", "2026-02-01 | 2026-03-01 | Done | https://a.example |");
  expect(messageText(message(plan, after))).toBe(
    `roadmap: finish HTTP Fundamentals

Roadmap-Topic: HTTP Fundamentals
Roadmap-Change: finished (blank) -> 2026-03-01
Roadmap-Change: status In Progress -> Done
Roadmap-Change: proof (blank) -> https://a.example
`,
  );
});

const http = "HTTP Fundamentals | 1 | 2026-02-01 | | In Progress";
const tasks = "# Plan\n\n## One\n\n- [ ] write\n- [x] read\n\n## Two\n\n- [ ] rest\n";

test.each([
  ["start REST", plan, plan.replace("REST | 2 | | | |", "REST | 2 | | | In Progress |")],
  ["block HTTP Fundamentals", plan, plan.replace("In Progress", "Blocked")],
  ["skip HTTP Fundamentals", plan, plan.replace("In Progress", "Skipped")],
  ["reset HTTP Fundamentals", plan, plan.replace(http, "HTTP Fundamentals | 1 |  |  | Not Started")],
  ["reopen HTTP Fundamentals", plan.replace("In Progress", "Done"), plan],
  ["rename REST to REST API", plan, plan.replace("REST", "REST API")],
  ["update HTTP Fundamentals (comments)", plan, plan.replace("old", "new")],
  ["remove REST", plan, plan.replace(/\| REST.*\n/, "")],
  ["add REST", plan.replace(/\| REST.*\n/, ""), plan],
  ["check write", tasks, tasks.replace("[ ] write", "[x] write")],
  ["uncheck read", tasks, tasks.replace("[x] read", "[ ] read")],
  ["skip write", tasks, tasks.replace("[ ] write", "[-] write")],
  ["mark read (mark)", tasks, tasks.replace("[x] read", "[X] read")],
  ["move rest", tasks, tasks.replace("\n## Two\n\n- [ ] rest\n", "- [ ] rest\n\n## Two\n")],
  ["rename phase Two to Second", tasks, tasks.replace("## Two", "## Second")],
  ["add phase Three", tasks, `${tasks}\n## Three\n`],
  ["remove phase Three", `${tasks}\n## Three\n`, tasks],
  ["rename column Comments to Notes", plan, plan.replace("Comments", "Notes")],
  ["edit the text", tasks, tasks.replace("# Plan", "# Plans")],
  ["reformat the file", plan, plan.replaceAll("| ", "|  ")],
])("the subject is: %s", (subject, before, after) => {
  const { subject: written, trailers } = message(before, after);
  expect(written).toBe(`roadmap: ${subject}`);
  expect(trailers[0]).toMatch(/^Roadmap-(?:Topic|Task|Column|Phase|Text): ./);
});

test("several changes are counted in the subject and listed in the body", () => {
  const all = tasks.replaceAll("[ ]", "[x]").replace("[x] read", "[x] read all");
  expect(message(tasks, all)).toMatchObject({
    subject: "roadmap: check 2 tasks, rename read to read all",
    body: ["check write", "rename read to read all", "check rest"],
  });
});

test("changes of many kinds are only counted", () => {
  const rows = Array.from({ length: 60 }, (_, index) => `Topic ${index} | 1 |  |  |  |  | `);
  const states = ["Done", "Blocked", "Skipped", "In Progress"];
  const after = rows.map((row, index) => row.replace("1 |  |  |  |", `1 |  |  | ${states[index % 4]} |`));
  const { subject, body } = message(page(...rows), page(...after));
  expect(subject).toBe("roadmap: 60 changes");
  expect([body.length, body.at(-1)]).toEqual([21, "and 40 more"]);
});

test("a huge change has a message of bounded size, which says how much it omits", () => {
  const rows = Array.from({ length: 5000 }, (_, index) => `Topic ${index} | 1 |  |  |  |  | `);
  const { trailers } = message(page(), page(...rows));
  expect(trailers.at(-1)).toBe("Roadmap-More: 4866");
  expect(trailers.length).toBeLessThan(420);
});

test("names of any kind make one line each, within 72 columns, without control characters", () => {
  const name = `界${"very long ".repeat(20)}`;
  const after = plan.replace("REST", `\u001b[31m\u202e${name}`).replace("old", `\u0007x${"y".repeat(500)}`);
  const { subject, body, trailers } = message(plan, after);
  for (const line of [subject, ...body, ...trailers]) {
    expect(line).not.toMatch(/[\p{Cc}\u202e]/u);
    expect(line.length).toBeLessThan(300);
  }
  const long = message(plan, `${plan}| ${name} | 1 | | | | | |\n`);
  expect(widthInColumns(long.subject)).toBeLessThanOrEqual(72);
  expect(long.subject.endsWith("…")).toBe(true);
});

test("a custom subject replaces the generated one, cleaned, and the trailers stay", () => {
  const comparison = compareRoadmaps(parseRoadmap(plan).roadmap, parseRoadmap(plan.replace("old", "new")).roadmap);
  expect(commitMessage(comparison, { subject: "done\u001b at\nlast" })).toMatchObject({
    subject: "done at last",
    trailers: ["Roadmap-Topic: HTTP Fundamentals", "Roadmap-Change: comments old -> new"],
  });
  expect(commitMessage(comparison, { subject: " \n" }).subject).toBe("roadmap: update HTTP Fundamentals (comments)");
});

test("the trailer of a moved topic has its old and new position", () => {
  const [a, b, c] = ["A | 1 |  |  |  |  | a", "B | 1 |  |  |  |  | b", "C | 1 |  |  |  |  | c"];
  expect(message(page(a ?? "", b ?? "", c ?? ""), page(c ?? "", a ?? "", b ?? "")).trailers).toEqual([
    "Roadmap-Topic: C",
    "Roadmap-Change: moved 1, below B -> 1, the top",
  ]);
});
