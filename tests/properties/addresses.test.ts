// Addresses: with any names, what is printed for a topic or task finds only that one, in every command.

import { execFileSync } from "node:child_process";
import { expect, test } from "vitest";
import { AmbiguousName, applyEdits, findTask, findTopic, parseRoadmap } from "../../src/index.js";
import { addressOf, nameToType, numberToType } from "../../src/model/address.js";
import { completeName } from "../../src/model/complete-name.js";
import { UserError } from "../../src/model/errors.js";
import { findTopicOrTask } from "../../src/model/find.js";
import { kindOf, type Thing } from "../../src/model/names.js";
import type { Roadmap } from "../../src/model/roadmap.js";
import { operations } from "../../src/operations/index.js";
import { type Plan, planEdits } from "../../src/operations/operation.js";
import { anyCharacter } from "../support/any-character.js";
import { fc } from "../support/fast-check.js";
import { hostileNames } from "../support/hostile-names.js";

const numbers = fc
  .nat({ max: 12 })
  .chain((number) =>
    fc.constantFrom(
      `${number}`,
      `#${number}`,
      `t${number}`,
      `T${number}`,
      `topic #${number}`,
      `task #${number}`,
      `topic #0${number}`,
      `0${number}`,
      `**${number}**`,
      `${number}.`,
      `1.${number}`,
      `${number} things`,
      `Top ${number}`,
      `\\#${number}`,
      "①",
      "t²",
    ),
  );

const words = fc
  .array(fc.constantFrom("HTTP", "http", "REST:", "API", "C", "C++", "é", "e", "e\u0301", "&", "-x", "ß", "ss", "🚀"), {
    minLength: 1,
    maxLength: 3,
  })
  .map((all) => all.join(" "));

const name = fc.oneof(
  { weight: 4, arbitrary: numbers },
  { weight: 4, arbitrary: words },
  { weight: 1, arbitrary: fc.constantFrom("", "a<br>b", ...hostileNames) },
  { weight: 1, arbitrary: fc.array(anyCharacter, { minLength: 1, maxLength: 4 }).map((all) => all.join("")) },
);

const cell = name.map((text) => text.replace(/[|\r\n\u2028\u2029]/g, " "));

const roadmap = fc
  .record({
    tables: fc.array(fc.array(fc.tuple(cell, fc.constantFrom("1", "2", "1.5", "")), { maxLength: 5 }), {
      maxLength: 3,
    }),
    tasks: fc.array(cell, { maxLength: 6 }),
  })
  .map(({ tables, tasks }) => {
    const head = "| Topic | Phase | Status |\n|---|---|---|\n";
    const rows = tables.map((topics) => head + topics.map(([topic, phase]) => `| ${topic} | ${phase} | |\n`).join(""));
    return `# Plan\n\n${rows.join("\nmore\n\n")}\n## Phase 1: Tasks\n\n${tasks.map((task) => `- [ ] ${task}\n`).join("")}`;
  })
  .map((text) => parseRoadmap(text).roadmap);

const things = ({ topics, tasks }: Roadmap): readonly Thing[] => [...topics, ...tasks];

/** What the commands that accept a kind find, and what those for the other kind suggest. */
function found(plan: Roadmap, wanted: string, thing: Thing): Thing[] {
  const either = findTopicOrTask(plan, wanted);
  const [own, other] = kindOf(thing) === "topic" ? [findTopic, findTask] : [findTask, findTopic];
  expect(() => other(plan, wanted)).toThrow(UserError);
  return [own(plan, wanted), "topic" in either ? either.topic : either.task];
}

/** As a shell passes it. */
const unquoted = (typed: string) => (typed.startsWith("'") || typed.startsWith('"') ? typed.slice(1, -1) : typed);

test("the printed number and words of a topic or task find only that one, in every command", () => {
  fc.assert(
    fc.property(roadmap, (plan) => {
      for (const thing of things(plan)) {
        expect(found(plan, addressOf(plan, thing), thing)).toEqual([thing, thing]);
        expect(found(plan, unquoted(numberToType(plan, thing)), thing)).toEqual([thing, thing]);
        const typed = unquoted(nameToType(plan, thing));
        const either = findTopicOrTask(plan, typed);
        expect("topic" in either ? either.topic : either.task).toBe(thing);
        expect(kindOf(thing) === "topic" ? findTopic(plan, typed) : findTask(plan, typed)).toBe(thing);
      }
    }),
    { numRuns: 1000 },
  );
});

test("each candidate of an ambiguous name has an address that finds only it", () => {
  fc.assert(
    fc.property(roadmap, (plan) => {
      for (const thing of things(plan)) {
        if (thing.name === "") continue;
        for (const find of [findTopicOrTask, kindOf(thing) === "topic" ? findTopic : findTask]) {
          try {
            const one = find(plan, thing.name);
            expect("topic" in one ? one.topic : "task" in one ? one.task : one).toBe(thing);
          } catch (error) {
            if (!(error instanceof AmbiguousName)) throw error;
            const { candidates } = error.ambiguity;
            expect(candidates.map(({ type, number }) => `${type} ${number}`)).toContain(
              `${kindOf(thing)} ${thing.number}`,
            );
            for (const { type, number, address } of candidates) {
              const one = findTopicOrTask(plan, address);
              const meant = "topic" in one ? one.topic : one.task;
              expect([kindOf(meant), meant.number]).toEqual([type, number]);
            }
          }
        }
      }
    }),
    { numRuns: 500 },
  );
});

test("a number finds its row or task, or is ambiguous; a completion for one thing finds it", () => {
  fc.assert(
    fc.property(roadmap, (plan) => {
      const rightOrUnclear = (wanted: string, thing: Thing) => {
        try {
          const one = findTopicOrTask(plan, wanted);
          expect("topic" in one ? one.topic : one.task, wanted).toBe(thing);
        } catch (error) {
          if (!(error instanceof AmbiguousName)) throw error;
        }
      };
      for (const topic of plan.topics) {
        rightOrUnclear(`${topic.number}`, topic);
        rightOrUnclear(`#${topic.number}`, topic);
      }
      for (const task of plan.tasks) rightOrUnclear(`t${task.number}`, task);
      for (const current of ["", "#", "1", "t1"]) {
        for (const { text, things: meant } of completeName(plan, ["topic", "task"], { before: [], current })) {
          const [only, another] = meant;
          if (only && !another && /^(?:#|t)?\d+$/.test(text)) expect(found(plan, text, only)).toEqual([only, only]);
        }
      }
    }),
    { numRuns: 300 },
  );
});

test("what is suggested after adding and renaming finds only that topic in the new text", () => {
  fc.assert(
    fc.property(roadmap, cell, fc.nat(), (plan, name, choice) => {
      const today = "2026-11-30";
      const topic = plan.topics[choice % Math.max(1, plan.topics.length)];
      if (!topic || name.trim() === "") return;
      for (const [added, changed] of [
        [0, () => operations.rename.plan(plan, { topic: addressOf(plan, topic), to: name }, today)],
        [1, () => operations["add-topic"].plan(plan, { name, after: addressOf(plan, topic) }, today)],
      ] as const) {
        const result = attempted(changed);
        const typed = /^roadmap (?:show|start) (.*)$/.exec(result?.next ?? "")?.[1];
        if (!result || typed === undefined) continue;
        const after = parseRoadmap(textAfter(plan, result)).roadmap;
        // Otherwise the change is refused when it is verified: a bold name alone in its row is a section row.
        if (after.topics.length !== plan.topics.length + added) continue;
        const meant = after.topics[topic.number - 1 + added];
        if (result.already === null) expect(findTopic(after, unquoted(typed)), typed).toBe(meant);
      }
    }),
    { numRuns: 500 },
  );
});

/** Null if the operation is refused. */
function attempted(plan: () => Plan): Plan | null {
  try {
    return plan();
  } catch (error) {
    if (error instanceof UserError) return null;
    throw error;
  }
}

function textAfter(plan: Roadmap, made: Plan): string {
  return applyEdits(plan.text, planEdits(plan, made));
}

test("a suggested command arrives unchanged when pasted into a shell", () => {
  const plans = fc.sample(roadmap, { numRuns: 60, seed: 7 });
  const typed = plans.flatMap((plan) => things(plan).map((thing) => ({ plan, thing, text: nameToType(plan, thing) })));
  const script = typed.map(({ text }) => `printf '%s ' ${text}; echo`).join("\n");
  const lines = execFileSync("sh", ["-c", script], { encoding: "utf8" }).split("\n");
  expect(typed.length).toBeGreaterThan(200);
  for (const [index, { plan, thing }] of typed.entries()) {
    const one = findTopicOrTask(plan, (lines[index] ?? "").trimEnd());
    expect("topic" in one ? one.topic : one.task, typed[index]?.text).toBe(thing);
  }
});
