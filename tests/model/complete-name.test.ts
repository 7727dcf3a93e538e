// Completing names: the next words of a name, until they refer only to the intended one.

import { expect, test } from "vitest";
import { readRoadmap } from "../../src/markdown/read-roadmap.js";
import { scanBlocks } from "../../src/markdown/scan/index.js";
import { completeName } from "../../src/model/complete-name.js";
import { AmbiguousName, findTopic } from "../../src/model/find.js";
import type { Thing } from "../../src/model/names.js";
import type { Roadmap } from "../../src/model/roadmap.js";
import { fc } from "../support/fast-check.js";
import { hostileText } from "../support/hostile-names.js";

function roadmapOf(names: readonly string[]): Roadmap {
  const text = `| Topic | Status |\n|---|---|\n${names.map((name) => `| ${name} | |\n`).join("")}`;
  return readRoadmap(text, scanBlocks(text) ?? { headings: [], paragraphs: [], tables: [], items: [], others: [] }, {
    today: null,
  }).roadmap;
}

function texts(names: readonly string[], before: readonly string[], current: string): string[] {
  return completeName(roadmapOf(names), ["topic"], { before, current }).map(({ text }) => text);
}

const names = ["HTTP Fundamentals", "REST API Basics", "Advanced HTTP", "gRPC & HTTP/2 (streams)", "Kafka", "Kafka"];

test.each([
  [[], "", ["http", "rest", "advanced", "grpc", "kafka", "5", "6"]],
  [[], "ht", ["http"]],
  [[], "HT", ["HTtp"]],
  [[], "fun", ["fundamentals"]],
  [[], "Fun", ["Fundamentals"]],
  [["http"], "", ["fundamentals"]],
  [["HTTP"], "f", ["fundamentals"]],
  [["http"], "2", ["2"]],
  [["http/2"], "", ["streams"]],
  [["http"], "adv", ["advanced"]],
  [["rest", "api"], "", ["basics"]],
  [["rest"], "basi", ["basics"]],
  [["http fundamentals"], "", []],
  [[], "http f", ["http fundamentals"]],
  [[], "http ", ["http fundamentals"]],
  [[], "rest-a", ["rest-api"]],
  [[], "rest-", []],
  [[], "#", ["#1", "#2", "#3", "#4", "#5", "#6"]],
  [["http"], "#", []],
  [["nothing"], "", []],
  [[], "zzz", []],
])("after %j, %j is completed to %j", (before, current, expected) => {
  expect(texts(names, before, current)).toEqual(expected);
});

test("a name whose words match another topic is offered only by its number", () => {
  expect(texts(["REST: API", "REST API Guide"], [], "")).toEqual(["rest", "1"]);
  expect(texts(["REST: API", "REST API Guide"], ["rest"], "api")).toEqual(["api"]);
  expect(texts(["C", "C++", "🚀"], [], "")).toEqual(["c", "2", "3"]);
});

test("candidates consist only of letters and digits, whatever the names are", () => {
  const text = hostileText;
  const { roadmap } = readRoadmap(text, scanBlocks(text) ?? expect.fail("not scanned"), { today: null });
  const typed = { before: [], current: "" };
  const offered = [...completeName(roadmap, ["topic"], typed), ...completeName(roadmap, ["task"], typed)].map(
    ({ text }) => text,
  );
  expect(offered).toHaveLength(20);
  expect(offered.filter((one) => !/^(?:[\p{L}\p{N}\p{M}]+|t?\d+)$/u.test(one))).toEqual([]);
});

const word = fc.constantFrom("a", "b", "ab", "A", "C++", "é", "1", "x-y", "(b)", "🚀", "ＡＢ", "ß", "İ");
const name = fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join(" "));

test("completing word by word leads to the topic or to a choice, never to another topic", () => {
  fc.assert(
    fc.property(fc.array(name, { minLength: 1, maxLength: 6 }), fc.nat(), (names, choice) => {
      const roadmap = roadmapOf(names);
      const typed: string[] = [];
      let meant: readonly Thing[] = roadmap.topics;
      for (let isDone = false; !isDone; ) {
        const offered = completeName(roadmap, ["topic"], { before: typed, current: "" });
        const taken = offered[choice % offered.length];
        if (taken) typed.push(taken.text);
        meant = taken?.things ?? meant;
        isDone = !taken;
      }
      const found = foundBy(roadmap, typed.join(" "));
      if (found !== "ambiguous") expect(meant, `${JSON.stringify(names)}: ${typed.join(" ")}`).toContain(found);
    }),
    { numRuns: 500 },
  );
});

function foundBy(roadmap: Roadmap, words: string) {
  try {
    return findTopic(roadmap, words);
  } catch (error) {
    if (error instanceof AmbiguousName) return "ambiguous";
    throw error;
  }
}
