// Planned dates: how start, finish and the other operations treat a future date, or one that may have been a plan.

import { expect, test } from "vitest";
import { operations, parseRoadmap, UserError } from "../../src/index.js";
import { checkOperation, page, run, testDay } from "../support/check-operation.js";
import { fc } from "../support/fast-check.js";

const { start, finish, reopen, reset, set } = operations;
const other = "REST | 1 |  |  | Not Started |  | ";

/** The code, exit code, message and hint of a refused operation. */
function refusal(action: () => unknown): string[] {
  try {
    action();
  } catch (error) {
    if (error instanceof UserError) return [`${error.code} ${error.exitCode}`, error.message, error.hint];
    throw error;
  }
  return [];
}

const notes = (operation: typeof finish | typeof start, input: { topic: string; date?: string }, before: string) =>
  operation.plan(parseRoadmap(before, { today: testDay }).roadmap, input, testDay).notes;

test("finishing replaces a planned finish date by today, or by the given date, with a note", () => {
  const before = page("HTTP | 1 | 2026-02-01 | 2026-12-31 | In Progress |  | ", other);
  checkOperation(finish, {
    input: { topic: "HTTP" },
    before,
    after: page(`HTTP | 1 | 2026-02-01 | ${testDay} | Done |  | `, other),
    undo: (after) => run(set, { topic: "HTTP", status: "in progress", finished: "2026-12-31" }, after),
  });
  checkOperation(finish, {
    input: { topic: "HTTP", date: "2026-10-13" },
    before,
    after: page("HTTP | 1 | 2026-02-01 | 2026-10-13 | Done |  | ", other),
  });
  expect(notes(finish, { topic: "HTTP" }, before)).toEqual([
    `the planned finish date 2026-12-31 was replaced by ${testDay}`,
  ]);
});

test("a past finish date of a topic that is not done is kept or replaced only on request", () => {
  const before = page("HTTP | 1 |  | 2026-10-13 | In Progress |  | ", other);
  expect(refusal(() => run(finish, { topic: "HTTP", proof: ["https://a.example/1;2"] }, before))).toEqual([
    "VALUE_UNDECIDED 3",
    '"HTTP" already has a finish date, 2026-10-13: was it finished then, or was that a plan?',
    "`roadmap finish http --proof 'https://a.example/1;2' --date 2026-10-13` keeps that date, or " +
      `\`roadmap finish http --proof 'https://a.example/1;2' --date ${testDay}\` replaces it with today`,
  ]);
  for (const [date, written] of [
    ["2026-10-13", "2026-10-13"],
    ["today", testDay],
    ["1.9.2026", "2026-09-01"],
  ] as const) {
    checkOperation(finish, {
      input: { topic: "HTTP", date },
      before,
      after: page(`HTTP | 1 |  | ${written} | Done |  | `, other),
    });
  }
});

test("a finish date of today is a fact, and that of a done topic stays", () => {
  checkOperation(finish, {
    input: { topic: "HTTP" },
    before: page(`HTTP | 1 |  | ${testDay} | In Progress |  | `),
    after: page(`HTTP | 1 |  | ${testDay} | Done |  | `),
  });
  const done = page("HTTP | 1 | 2026-02-01 | 2026-03-01 | Done |  | ");
  checkOperation(finish, { input: { topic: "HTTP", date: "2026-04-01" }, before: done, after: done });
  checkOperation(finish, { input: { topic: "HTTP" }, before: done, after: done });
});

test("a done topic with a future finish date is called planned, with the command that corrects it", () => {
  const done = page("HTTP | 1 | 2026-02-01 | 2026-12-31 | Done |  | ");
  checkOperation(finish, { input: { topic: "HTTP", date: "2026-04-01" }, before: done, after: done });
  const note = (date: string) =>
    `its planned finish date 2026-12-31 is after today; that date was kept (\`roadmap set http --finished ${date}\` corrects it)`;
  expect(notes(finish, { topic: "HTTP", date: "2026-04-01" }, done)).toEqual([note("2026-04-01")]);
  expect(notes(finish, { topic: "HTTP" }, done)).toEqual([note("DATE")]);
  const { roadmap } = parseRoadmap(done, { today: testDay });
  const { already } = finish.plan(roadmap, { topic: "HTTP", date: "2026-04-01" }, testDay);
  expect(already).toBe("already done (planned finish date 2026-12-31)");
});

test("a blank status with a past finish date is already done: finishing keeps the date", () => {
  checkOperation(finish, {
    input: { topic: "HTTP" },
    before: page("HTTP | 1 |  | 2026-03-01 |  |  | "),
    after: page("HTTP | 1 |  | 2026-03-01 | Done |  | "),
  });
});

test("a given date replaces text that is not a date if the topic is not done", () => {
  const before = page("HTTP | 1 |  | next month | In Progress |  | ");
  checkOperation(finish, {
    input: { topic: "HTTP", date: "2026-10-13" },
    before,
    after: page("HTTP | 1 |  | 2026-10-13 | Done |  | "),
  });
  expect(notes(finish, { topic: "HTTP" }, before)).toEqual([
    'finished contains "next month", which is not a date; it was kept (`roadmap set http --finished DATE` replaces it)',
    "it has no start date; set one with `roadmap set http --started DATE`",
  ]);
});

test("an ambiguous finish date is not taken for a fact", () => {
  const before = page("HTTP | 1 |  | 05/06/2026 | In Progress |  | ");
  expect(refusal(() => run(finish, { topic: "HTTP" }, before))).toEqual([
    "DATE_ORDER_UNCLEAR 4",
    'the finish date of "HTTP", 05/06/2026, is ambiguous: day or month first?',
    "set the order in the front matter: roadmap: dates: DD/MM/YYYY or MM/DD/YYYY",
  ]);
  const done = page("HTTP | 1 |  | 05/06/2026 | Done |  | ");
  expect(run(finish, { topic: "HTTP" }, done)).toBe(done);
});

test("a planned start is replaced when the topic starts, and cleared when it is finished before", () => {
  const before = page("HTTP | 1 | 2026-12-07 | 2026-12-13 |  |  | ", other);
  checkOperation(start, {
    input: { topic: "HTTP" },
    before,
    after: page(`HTTP | 1 | ${testDay} | 2026-12-13 | In Progress |  | `, other),
  });
  checkOperation(start, {
    input: { topic: "HTTP", date: "yesterday" },
    before,
    after: page("HTTP | 1 | 2026-11-21 | 2026-12-13 | In Progress |  | ", other),
  });
  checkOperation(finish, {
    input: { topic: "HTTP" },
    before,
    after: page(`HTTP | 1 |  | ${testDay} | Done |  | `, other),
  });
  expect(notes(start, { topic: "HTTP" }, before)).toEqual([
    `the planned start date 2026-12-07 was replaced by ${testDay}`,
  ]);
  expect(notes(finish, { topic: "HTTP" }, before)).toEqual([
    `the planned finish date 2026-12-13 was replaced by ${testDay}`,
    "the planned start date 2026-12-07 was cleared",
    "it has no start date; set one with `roadmap set http --started DATE`",
  ]);
});

test("a past start date of a topic that is not started is replaced by a given date", () => {
  const before = page("HTTP | 1 | 2026-10-01 |  | Not Started |  | ");
  expect(run(start, { topic: "HTTP", date: "2026-11-01" }, before)).toBe(
    page("HTTP | 1 | 2026-11-01 |  | In Progress |  | "),
  );
  expect(run(start, { topic: "HTTP" }, before)).toBe(page("HTTP | 1 | 2026-10-01 |  | In Progress |  | "));
});

test("start and finish refuse a future date, with the command that plans it", () => {
  const before = page("HTTP | 1 |  |  | In Progress |  | ");
  const [code, message, hint] = refusal(() => run(finish, { topic: "HTTP", date: "in 3 days" }, before));
  expect([code, message]).toEqual(["DATE_IN_FUTURE 2", 'cannot finish "HTTP" on 2026-11-25: that is after today']);
  expect(hint).toBe("to plan it, run `roadmap set http --finished 2026-11-25`");
  expect(refusal(() => run(start, { topic: "HTTP", date: "2027-01-01" }, before))[2]).toBe(
    "to plan it, run `roadmap set http --started 2027-01-01`",
  );
  expect(refusal(() => run(finish, { topic: "HTTP", date: "05/06/2026" }, before))).toEqual([
    "DATE_AMBIGUOUS 2",
    'ambiguous date "05/06/2026": day or month first?',
    "use 2026-06-05 or 2026-05-06",
  ]);
});

test("finishing and starting leave no future date, whatever the dates were, and touch no other row", () => {
  const day = fc.constantFrom("", "TBD", "2026-10-13", "2026-11-21", testDay, "2026-11-23", "2027-03-01", "soon");
  const status = fc.constantFrom("", "Not Started", "In Progress", "Blocked", "Skipped", "Done");
  const date = fc.constantFrom(undefined, "today", "yesterday", "2026-10-01", "21.11.2026");
  fc.assert(
    fc.property(fc.constantFrom(start, finish), fc.tuple(day, day, status, date), (operation, cells) => {
      const [started, finished, word, asked] = cells;
      const before = page(
        `HTTP | 1 | ${started} | ${finished} | ${word} |  | `,
        "REST | 1 | 2027-01-01 | 2027-02-02 |  |  | ",
      );
      const then = parseRoadmap(before, { today: testDay }).roadmap.topics[0];
      let after: string;
      try {
        after = run(operation, { topic: "HTTP", ...(asked === undefined ? {} : { date: asked }) }, before);
      } catch (error) {
        if (!(error instanceof UserError)) throw error;
        expect(["VALUE_UNDECIDED", "FINISH_BEFORE_START", "ALREADY_DONE"]).toContain(error.code);
        return;
      }
      const [now, other] = parseRoadmap(after, { today: testDay }).roadmap.topics;
      expect(now?.status).toBe(operation === start ? "in-progress" : "done");
      if (then?.status !== "done") {
        expect((now?.started ?? "") <= testDay).toBe(true);
        if (operation === finish) expect((now?.finished ?? "") <= testDay).toBe(true);
      }
      expect(other).toMatchObject({ status: "not-started", started: "2027-01-01", finished: "2027-02-02" });
    }),
  );
});

test("reopening keeps the planned finish date of a topic that was never finished", () => {
  for (const status of ["Blocked", "Skipped"]) {
    expect(run(reopen, { topic: "HTTP" }, page(`HTTP | 1 | 2026-02-01 | 2026-12-31 | ${status} |  | `))).toBe(
      page("HTTP | 1 | 2026-02-01 | 2026-12-31 | In Progress |  | "),
    );
  }
  expect(run(reset, { topic: "HTTP" }, page("HTTP | 1 | 2026-12-07 | 2026-12-31 | Blocked |  | "))).toBe(
    page("HTTP | 1 |  |  | Not Started |  | "),
  );
});

test("setting a plan implies no status, and a done topic with a future finish date gets a note", () => {
  const set1 = (status: string) => page(`HTTP | 1 |  |  | ${status} |  | `);
  const plan = (values: object, before: string) =>
    set.plan(parseRoadmap(before, { today: testDay }).roadmap, { topic: "HTTP", ...values }, testDay).notes;
  expect(plan({ finished: "2026-12-31" }, set1(""))).toEqual([]);
  const note = ["it is done, but its finish date (2026-12-31) is after today"];
  expect(plan({ finished: "2026-12-31" }, set1("Done"))).toEqual(note);
  expect(plan({ status: "done", finished: "in 39 days" }, set1(""))).toEqual(note);
  expect(plan({ status: "done" }, page("HTTP | 1 |  | 2026-12-31 |  |  | "))).toEqual(note);
  expect(plan({ status: "done", finished: "" }, page("HTTP | 1 |  | 2026-12-31 |  |  | "))).toEqual([]);
});

test("a new topic with planned dates is not started", () => {
  const added = (values: object) => {
    const before = page("REST | 1 |  |  | Not Started |  | ");
    return run(operations["add-topic"], { name: "DNS", ...values }, before)
      .split("\n")
      .at(-2);
  };
  expect(added({ finished: "tomorrow" })).toBe("| DNS | | | 2026-11-23 | Not Started | | |");
  expect(added({ started: "yesterday", finished: "in a week" })).toBe(
    "| DNS | | 2026-11-21 | 2026-11-29 | In Progress | | |",
  );
  expect(added({ finished: "2026-11-01" })).toBe("| DNS | | | 2026-11-01 | Done | | |");
});
