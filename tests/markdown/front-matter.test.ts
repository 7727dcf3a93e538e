// Front matter: valid settings, and what is refused.

import { expect, test } from "vitest";
import { parseRoadmap } from "../../src/index.js";

const table = "| Fach | Stand der Dinge | Von |\n|---|---|---|\n| a | erledigt! | 05/06/2026 |\n";
const read = (front: string, body = table) => parseRoadmap(`---\n${front}\n---\n\n${body}`);
const codes = (front: string) => read(front).problems.map(({ code, span }) => [code, span.start]);

test("columns, status words, dates and phase names are read from the front matter", () => {
  const { roadmap, problems } = read(
    [
      "title: x",
      "roadmap:",
      "  columns: { topic: Fach, status: Stand der Dinge, started: Von }",
      "  status: { done: [Erledigt!, fertig] }",
      "  dates: DD/MM/YYYY",
      "  commit: true",
      "  weekly: 6",
      '  phases: { "1": Basics }',
    ].join("\n"),
  );
  expect(problems).toEqual([]);
  expect(roadmap.topics[0]).toMatchObject({ name: "a", status: "done", started: "2026-06-05" });
  expect(roadmap.settings).toMatchObject({ commit: true, weekly: 6 });
  expect(roadmap.settings.phases.get("1")).toBe("Basics");
});

test("an unknown key and a bad value are problems on their lines, and the other settings still count", () => {
  const { roadmap, problems } = read("roadmap:\n  dates: DD/MM/YYYY\n  colour: red\n  weekly: many");
  expect(problems.map(({ code }) => code)).toEqual(["FRONT_MATTER_KEY", "FRONT_MATTER_VALUE", "TABLE_UNTRACKED"]);
  expect(problems.map(({ span }) => roadmap.text.slice(span.start, span.end))).toEqual([
    "colour: red",
    "weekly: many",
    "| Fach | Stand der Dinge | Von |",
  ]);
  expect(roadmap.settings.dates).toBe("DD/MM/YYYY");
});

const indent = "indent it by two spaces";

test.each([
  ["roadmap:\nstatus: { done: Fini }", "status: { done: Fini }", indent],
  ["roadmap:\ndates: DD/MM/YYYY", "dates: DD/MM/YYYY", indent],
  ["roadmap: { commit: true }\ncolumns: { topic: Fach }", "columns: { topic: Fach }", indent],
  ["columns:\n  topic: Fach", "columns:", `write \`roadmap:\` in the line above it, and ${indent}`],
])("a setting that is not below roadmap: is a problem: %j", (yaml, place, hint) => {
  const { roadmap, problems } = read(yaml);
  const found = problems.filter(({ code }) => code === "FRONT_MATTER_KEY");
  expect(found.map(({ span }) => roadmap.text.slice(span.start, span.end))).toEqual([place]);
  expect(found.map((problem) => problem.hint)).toEqual([hint]);
});

test.each(["status: draft", "columns: 2", "columns: { width: 3 }", "status: {}", "dates: DD/MM/YYYY", "roadmap:"])(
  "a key of another program is no problem: %s",
  (yaml) => {
    expect(read(yaml).problems.filter(({ code }) => code.startsWith("FRONT_MATTER"))).toEqual([]);
  },
);

test("an invalid entry of a map does not disable its siblings", () => {
  const { roadmap, problems } = read(
    "roadmap:\n  columns: { topic: Fach, foo: x }\n  status: { done: erledigt, blocked: [zu, 3], zz: q }",
  );
  expect(problems.map(({ code }) => code)).toEqual([
    "FRONT_MATTER_KEY",
    "FRONT_MATTER_VALUE",
    "FRONT_MATTER_KEY",
    "TABLE_UNTRACKED",
  ]);
  expect(problems[0]?.hint).toContain("valid settings under columns: topic, phase,");
  expect(problems[2]?.hint).toContain("valid settings under status: not-started,");
  expect([...roadmap.settings.columns]).toEqual([["topic", ["Fach"]]]);
  expect([...roadmap.settings.status]).toEqual([["done", ["erledigt"]]]);
});

test("a word for two statuses is a problem on the line of the second one, and is read as the first", () => {
  const { roadmap, problems } = read(
    "roadmap:\n  columns: { topic: Fach, status: Stand der Dinge }\n  dates: DD/MM/YYYY\n  status:\n    in-progress: erledigt!\n    done: [Fertig, ERLEDIGT!]",
  );
  expect(problems.map(({ code, message }) => [code, message])).toEqual([
    ["FRONT_MATTER_VALUE", '"ERLEDIGT!" is a word for both in-progress and done; it is read as in-progress'],
  ]);
  expect(problems.map(({ span }) => roadmap.text.slice(span.start, span.end))).toEqual(["done: [Fertig, ERLEDIGT!]"]);
  expect(roadmap.topics[0]?.status).toBe("in-progress");
});

test("invalid YAML is a problem, and the file is read without it", () => {
  expect(codes("roadmap: [")[0]?.[0]).toBe("FRONT_MATTER_INVALID");
  expect(read("roadmap: [", "- [ ] a\n").roadmap.tasks.length).toBe(1);
});

test.each(["js", "javascript", "coffee", "json", "toml", "JS"])(
  "front matter in %s is refused and not executed",
  (language) => {
    const ran = "__roadmap_front_matter_ran";
    const text = `---${language}\nglobalThis.${ran} = true, { roadmap: {} }\n---\n\n- [ ] a\n`;
    const { roadmap, problems } = parseRoadmap(text);
    expect(problems.map(({ code }) => code)).toEqual(["FRONT_MATTER_LANGUAGE"]);
    expect(Object.hasOwn(globalThis, ran)).toBe(false);
    expect(roadmap.tasks.length).toBe(1);
  },
);

test("aliases that multiply and keys like members of objects do no harm", () => {
  const bomb = [
    "a: &a [x,x,x,x,x,x,x,x,x]",
    ..."bcdefghi"
      .split("")
      .map((name, index) => `${name}: &${name} [${`*${"abcdefgh"[index]},`.repeat(9).slice(0, -1)}]`),
  ];
  expect(read([...bomb, "roadmap: *i"].join("\n")).problems.length).toBeGreaterThan(0);
  expect(codes("roadmap:\n  __proto__: { dates: x }\n  constructor: 1").length).toBeGreaterThan(0);
});

test("a file that begins with a thematic break has no front matter", () => {
  expect(parseRoadmap("---\n\n- [ ] a\n").roadmap.tasks.length).toBe(1);
  expect(parseRoadmap("----\nroadmap: x\n----\n").problems).toEqual([]);
});

test("a byte order mark, CRLF and a lone CR around front matter change nothing", () => {
  for (const ending of ["\n", "\r\n", "\r"]) {
    const text = `\ufeff---\nroadmap:\n  dates: DD/MM/YYYY\n---\n- [ ] a\n`.replaceAll("\n", ending);
    const { roadmap, problems } = parseRoadmap(text);
    expect([roadmap.settings.dates, roadmap.tasks.length, problems]).toEqual(["DD/MM/YYYY", 1, []]);
  }
});

test("a key that is written twice, as when two suggested lines are pasted, is a problem that says how to join them", () => {
  const text =
    "---\nroadmap:\n  status: { done: ok }\n  status: { done: fine }\n---\n\n| Topic | Status |\n|---|---|\n";
  const [problem] = parseRoadmap(text).problems;
  expect(problem).toMatchObject({ code: "FRONT_MATTER_INVALID", hint: expect.stringContaining("each key once") });
});
