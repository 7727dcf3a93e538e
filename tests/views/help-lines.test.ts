// Help topics: they show the data that the program uses, and fit the terminal.

import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { helpTopicNames, helpTopicOf } from "../../src/cli/help/topic-names.js";
import { dateExamples, dayExamples, exitCodeTexts, helpTopics } from "../../src/cli/help/topics.js";
import { parseRoadmap } from "../../src/index.js";
import { readFrontMatter } from "../../src/markdown/front-matter.js";
import { frontMatterPlace } from "../../src/markdown/front-matter-place.js";
import { possibleDays } from "../../src/model/date-words.js";
import { dateReadings } from "../../src/model/dates.js";
import { plainCanvas } from "../../src/views/canvas.js";
import { helpLines } from "../../src/views/help-lines.js";
import { tooWide } from "../support/widths.js";

const page = (name: string) => readFileSync(new URL(`../../docs/${name}.md`, import.meta.url), "utf8");

function textOf(topic: (typeof helpTopicNames)[number], width = Number.POSITIVE_INFINITY): string {
  return helpLines(helpTopics[topic], { ...plainCanvas, width }).join("\n");
}

/** The examples of a topic, as they are shown. */
function examplesIn(topic: (typeof helpTopicNames)[number]): string {
  return helpTopics[topic].parts
    .flatMap((part) => (typeof part === "object" && "code" in part ? [part.code] : []))
    .join("\n\n");
}

test.each(helpTopicNames)("%s fits every terminal from 20 columns on, except for its examples", (topic) => {
  for (const width of [20, 40, 80, 140]) {
    const lines = textOf(topic, width).split("\n");
    const examples = examplesIn(topic)
      .split("\n")
      .map((line) => `  ${line}`);
    const proseLines = lines.filter((line) => !examples.includes(line) && !/[`]/.test(line));
    expect(tooWide(proseLines.join("\n"), width)).toEqual([]);
  }
});

test("a help topic of two words is found with or without its hyphen", () => {
  expect(helpTopicOf(["front", "matter"])).toBe("front-matter");
  expect(helpTopicOf(["exit-codes"])).toBe("exit-codes");
  expect(helpTopicOf(["nothing"])).toBe(undefined);
});

test("the example of a file is read as a roadmap", () => {
  const { topics, tasks, tables } = parseRoadmap(examplesIn("file")).roadmap;
  expect(topics.map(({ name, status, started }) => [name, status, started])).toEqual([
    ["HTTP", "in-progress", "2026-02-01"],
  ]);
  expect(tasks.map(({ name, status }) => [name, status])).toEqual([
    ["read the RFC", "done"],
    ["write a parser", "not-started"],
  ]);
  expect(tables).toHaveLength(1);
});

test("the example of front matter sets settings, and every setting has a line in help", () => {
  const text = `${examplesIn("front-matter")}\n`;
  const place = frontMatterPlace(text);
  const reading = place ? readFrontMatter(text, place) : expect.fail("no front matter");
  expect(reading.problems).toEqual([]);
  expect([...reading.places.keys()]).toEqual(["columns", "status", "dates", "commit"]);
  for (const key of Object.keys(reading.settings))
    expect(textOf("front-matter")).toMatch(new RegExp(`^ {2}${key} `, "m"));
});

test("every example of a date means the same day, and every word for a day means one day", () => {
  for (const example of dateExamples)
    expect(
      dateReadings(example).map(({ day }) => day),
      example,
    ).toContain("2026-03-04");
  for (const words of dayExamples) expect(possibleDays(words, { today: "2026-11-22" }), words).toHaveLength(1);
});

test("the page about exit codes says what help says", () => {
  const rows = Array.from(page("exit-codes").matchAll(/^\| \d+ +\| (\w+) +\| (.*?) +\|/gm), ([, name, text]) => [
    name,
    text,
  ]);
  expect(Object.fromEntries(rows)).toEqual(exitCodeTexts);
});
