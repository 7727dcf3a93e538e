// Names: a few questions are answered by a search and many by an index, and both must agree.

import { expect, test } from "vitest";
import { parseRoadmap } from "../../src/index.js";
import { isBeginningOfAnother, isInAnother, thingsNamed } from "../../src/model/names.js";
import type { Roadmap } from "../../src/model/roadmap.js";
import { fc } from "../support/fast-check.js";

const words = ["http", "api", "2", "20", "c++", "rest:", "Ünder", "under", "网络", "🚀", "①", "é", "Docker-Compose"];

const name = fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 3 }).map((all) => all.join(" "));

const asked = fc.array(fc.constantFrom("http", "api", "2", "20", "c", "under", "网络", "e", "docker", "compose"), {
  minLength: 1,
  maxLength: 2,
});

function roadmapOf(...names: readonly string[]): Roadmap {
  return parseRoadmap(`| Topic | Status |\n|---|---|\n${names.map((name) => `| ${name} | |\n`).join("")}`).roadmap;
}

/** The same roadmap, for which nothing is remembered yet. */
function copyOf(roadmap: Roadmap): Roadmap {
  return { ...roadmap };
}

function answers(roadmap: Roadmap, text: string) {
  const self = roadmap.topics[0] ?? null;
  return [
    thingsNamed(roadmap, text),
    isBeginningOfAnother(roadmap, text, self),
    isInAnother(roadmap, text, { self, kind: "topic" }),
  ];
}

/** So many that an index answers what comes next. */
function askMany(roadmap: Roadmap): Roadmap {
  for (let count = 0; count < 20; count++) answers(roadmap, "other");
  return roadmap;
}

test("a search and an index find the same names", () => {
  fc.assert(
    fc.property(fc.array(name, { minLength: 1, maxLength: 8 }), asked, (names, questions) => {
      const roadmap = roadmapOf(...names);
      const text = questions.join(" ");
      expect(answers(copyOf(roadmap), text)).toEqual(answers(askMany(copyOf(roadmap)), text));
    }),
    { numRuns: 500 },
  );
});

test.each([51, 52])("words that %i names have are in another one, in a row or not", (count) => {
  const roadmap = roadmapOf("alpha beta", ...Array.from({ length: count }, (_, index) => `beta ${index} alpha`));
  const isCommon = (roadmap: Roadmap) =>
    isInAnother(roadmap, "alpha beta", { self: roadmap.topics[0] ?? null, kind: "topic" });
  expect([isCommon(copyOf(roadmap)), isCommon(askMany(copyOf(roadmap)))]).toEqual([true, true]);
});

test("words that fifty names have, in a row only in one of them, are in no other", () => {
  const roadmap = roadmapOf("alpha beta", ...Array.from({ length: 49 }, (_, index) => `beta ${index} alpha`));
  const isCommon = (roadmap: Roadmap) =>
    isInAnother(roadmap, "alpha beta", { self: roadmap.topics[0] ?? null, kind: "topic" });
  expect([isCommon(copyOf(roadmap)), isCommon(askMany(copyOf(roadmap)))]).toEqual([false, false]);
});
