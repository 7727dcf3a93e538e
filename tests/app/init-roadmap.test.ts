// First texts: every template is an aligned roadmap without problems, with something to do in every phase.

import { expect, test } from "vitest";
import { firstText } from "../../src/app/init-roadmap.js";
import { shownPhases } from "../../src/model/outline.js";
import { cellText } from "../../src/model/roadmap.js";
import { templateNames } from "../../src/templates/index.js";
import { alignText } from "../support/align-text.js";

const lists = templateNames.filter((name) => name !== "blank");

test.each(templateNames)("%s has the columns of the reference file, no problem, and is aligned", async (template) => {
  const { roadmap, problems } = await firstText({ template });
  expect(problems).toEqual([]);
  expect(roadmap.tables.map(({ columns }) => [...columns.keys()])).toEqual([
    ["topic", "phase", "started", "finished", "comments", "status", "resources", "deliverables", "proof"],
  ]);
  expect(alignText(roadmap.text)).toBe(roadmap.text);
  expect(roadmap.text).toMatch(/^# [A-Z][^\n]*\n\n(?:\*Goal: [a-z][^\n]*\.\*\n\n)?\|/);
});

test.each(lists)(
  "%s has topics in phases, each with a deliverable, and a few tasks in each phase",
  async (template) => {
    const { roadmap } = await firstText({ template });
    const { topics, tasks } = roadmap;
    expect(topics.length).toBeGreaterThanOrEqual(12);
    expect(topics.length).toBeLessThanOrEqual(18);
    expect(new Set(topics.map(({ name }) => name)).size).toBe(topics.length);
    for (const topic of topics) {
      expect(topic.status).toBe("not-started");
      for (const kind of ["comments", "resources", "deliverables"] as const)
        expect(cellText(roadmap, topic, kind), `${topic.name}: ${kind}`).not.toBe("");
      for (const kind of ["started", "finished", "proof"] as const) expect(cellText(roadmap, topic, kind)).toBe("");
    }
    expect(new Set(topics.map(({ phase }) => phase?.number))).toEqual(new Set([1, 2, 3, 4]));
    const shown = shownPhases(roadmap);
    expect(shown.map(({ title, tasks }) => [title.slice(0, 9), tasks.length])).toEqual([
      ["Phase 1: ", 3],
      ["Phase 2: ", 3],
      ["Phase 3: ", 3],
      ["Phase 4: ", 3],
    ]);
    expect(shown.every((phase) => phase.topics.length > 0)).toBe(true);
    expect(tasks.every(({ status }) => status === "not-started")).toBe(true);
  },
);

test.each([
  ["My year", "My year"],
  ["  two\nlines\u001b ", "two lines"],
  ["C #", "C #"],
  ["##", "##"],
  ["C#", "C#"],
  ["<<<<<<< HEAD", "<<<<<<< HEAD"],
  ["# twice", "# twice"],
  ["$& $1", "$& $1"],
])("a title of %j is read as %j", async (title, read) => {
  const { roadmap } = await firstText({ template: "data", title });
  expect(roadmap.title).toBe(read);
  expect(roadmap.topics.length).toBeGreaterThan(12);
});
