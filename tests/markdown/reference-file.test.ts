// The facts of the reference file, counted by hand.

import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parseRoadmap } from "../../src/index.js";

const text = readFileSync(new URL("../fixtures/reference.md", import.meta.url), "utf8");
const { roadmap, problems } = parseRoadmap(text);

test("it has 36 topics in eight phases, all not started", () => {
  expect(roadmap.title).toBe("Backend & Cloud Development Roadmap");
  expect(roadmap.topics.length).toBe(36);
  const phases = roadmap.phases.filter(({ topics }) => topics.length > 0);
  expect(phases.map(({ label, topics }) => [label, topics.length])).toEqual([
    ["1", 6],
    ["2", 7],
    ["3", 7],
    ["4", 3],
    ["5", 5],
    ["6", 3],
    ["7", 3],
    ["8", 2],
  ]);
  expect(new Set(roadmap.topics.map(({ status }) => status))).toEqual(new Set(["not-started"]));
  expect(roadmap.topics[0]?.name).toBe("Programming Language Fundamentals (Golang)");
  expect(roadmap.topics.at(-1)?.name).toBe("Designing Architect-Level Solutions");
});

test("it has two tracks with three phases each, and their goals", () => {
  expect(roadmap.tracks.map(({ title, goal, phases }) => [title.slice(-28), goal, phases.length])).toEqual(
    [
      ["Backend Engineering Roadmap", "Build reliable, scalable backend systems using Golang & microservices", 3],
      ["Cloud Development Roadmap", "Deploy & scale backend applications on AWS efficiently", 3],
    ].map(([title, ...rest]) => [expect.stringContaining(String(title)), ...rest]),
  );
});

test("it has 35 tasks in the phases of the tracks, six of them checked", () => {
  expect(roadmap.tasks.length).toBe(35);
  expect(roadmap.tasks.filter(({ status }) => status === "done").length).toBe(6);
  expect(roadmap.tracks.map(({ phases }) => phases.map(({ tasks }) => tasks.length))).toEqual([
    [7, 7, 7],
    [4, 5, 5],
  ]);
  expect(roadmap.tasks.every(({ depth }) => depth === 0)).toBe(true);
});

test("the status cell that lists all statuses is its legend and counts as not started", () => {
  expect(roadmap.legends.map(({ start, end }) => text.slice(start, end))).toEqual(["Not Started / In Progress / Done"]);
  expect([...roadmap.vocabulary.spelling]).toEqual([
    ["not-started", "Not Started"],
    ["in-progress", "In Progress"],
    ["done", "Done"],
  ]);
  expect(roadmap.topics[0]?.isStatusWritten).toBe(false);
});

test("it has no problems", () => {
  expect(problems).toEqual([]);
});
