// Dependencies: what doctor says about cycles and unknown names.

import { expect, test } from "vitest";
import { examined } from "../support/examine.js";
import { fc } from "../support/fast-check.js";

/** A table of these topics, each with its depends-on cell. */
function page(...rows: readonly (readonly [name: string, dependsOn: string])[]): string {
  const lines = rows.map(([name, dependsOn]) => `| ${name} | | ${dependsOn} |\n`);
  return `| Topic | Status | Depends on |\n|---|---|---|\n${lines.join("")}`;
}

const messagesOf = (text: string) => examined(text).problems.map(({ message, hint }) => [message, hint]);

test("a cycle is reported once, with all its topics and a command", () => {
  expect(messagesOf(page(["HTTP", "SQL"], ["REST", "HTTP"], ["SQL", "REST"]))).toEqual([
    [
      '"HTTP", "REST" and "SQL" depend on each other',
      "remove one of these dependencies: `roadmap set http --depends-on TEXT`",
    ],
  ]);
  expect(messagesOf(page(["HTTP", "http"]))[0]?.[0]).toBe('"HTTP" depends on itself');
});

test("an unknown name is reported with the nearest one", () => {
  expect(messagesOf(page(["HTTP", ""], ["CSS", ""], ["REST", "CSS, HTTPS"], ["SQL", "kitchen"]))).toEqual([
    [
      '"REST" depends on "HTTPS", but no topic has that name',
      'did you mean "HTTP"? Correct it with `roadmap set rest --depends-on "CSS, HTTP"`',
    ],
    ['"SQL" depends on "kitchen", but no topic has that name', "correct it with `roadmap set sql --depends-on TEXT`"],
  ]);
});

test("of several unknown names in a cell, none is corrected alone", () => {
  expect(messagesOf(page(["HTTP", ""], ["SQL", "HTTP"], ["REST", "HTTPS, SQLL"])).map(([, hint]) => hint)).toEqual([
    'did you mean "HTTP"? Correct it with `roadmap set rest --depends-on TEXT`',
    'did you mean "SQL"? Correct it with `roadmap set rest --depends-on TEXT`',
  ]);
});

test("topics are in a reported cycle exactly if they reach themselves", () => {
  const graph = fc.array(fc.uniqueArray(fc.integer({ min: 0, max: 6 }), { maxLength: 3 }), {
    minLength: 1,
    maxLength: 7,
  });
  fc.assert(
    fc.property(graph, (targets) => {
      const nameOf = (index: number) => `Topic ${"ABCDEFG".charAt(index)}`;
      const known = targets.map((all) => all.filter((target) => target < targets.length));
      const reached = (from: number) => {
        const seen = new Set<number>();
        for (let next = known[from] ?? []; next.length > 0; ) {
          const fresh = next.filter((index) => !seen.has(index));
          for (const index of fresh) seen.add(index);
          next = fresh.flatMap((index) => known[index] ?? []);
        }
        return seen;
      };
      const expected = known.flatMap((_, index) => (reached(index).has(index) ? [nameOf(index)] : []));
      const rows = known.map((all, index) => [nameOf(index), all.map(nameOf).join(", ")] as const);
      const cycles = examined(page(...rows)).problems.filter(({ code }) => code === "DEPENDENCY_CYCLE");
      const named = cycles.flatMap(({ message }) => message.match(/Topic [A-G]/g) ?? []);
      expect(named.sort()).toEqual(expected);
    }),
  );
});

test("a chain of 20,000 topics is examined without a deep recursion", () => {
  const rows = Array.from({ length: 20_000 }, (_, index) => [`Topic ${index}`, `Topic ${index + 1}`] as const);
  const codes = examined(page(...rows)).problems.map(({ code }) => code);
  expect(codes).toEqual(["DEPENDENCY_UNKNOWN"]);
});
