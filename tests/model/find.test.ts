// Which topic or task a few words mean.

import { expect, test } from "vitest";
import { AmbiguousName, findTask, findTopic, parseRoadmap, UserError } from "../../src/index.js";
import { findTopicOrTask, nameToType } from "../../src/model/find.js";

function roadmapOf(...names: (string | [name: string, phase: string])[]) {
  const rows = names.map((name) => (typeof name === "string" ? `| ${name} | 1 |` : `| ${name[0]} | ${name[1]} |`));
  return parseRoadmap(
    `| Topic | Phase |\n|---|---|\n${rows.join("\n")}\n\n## Tasks\n\n- [ ] Kafka streams\n- [ ] Kafka basics\n`,
  ).roadmap;
}

const candidates = (action: () => unknown): number[] | string => {
  try {
    action();
  } catch (error) {
    if (error instanceof AmbiguousName) return error.ambiguity.candidates.map(({ number }) => number);
    if (error instanceof UserError) return error.code;
    throw error;
  }
  return "found";
};

test("an exact name wins over a beginning, without case, Unicode form and Markdown", () => {
  const roadmap = roadmapOf("HTTP/2", "**HTTP**", "Cafe\u0301");
  expect(findTopic(roadmap, "http").number).toBe(2);
  expect(findTopic(roadmap, "CAFÉ").number).toBe(3);
  expect(findTopic(roadmap, "http/2").number).toBe(1);
});

test("a unique beginning wins over a run of words, that over a set of words", () => {
  const roadmap = roadmapOf("Docker Compose", "Containers with Docker", "REST API Basics", "Basics of SQL");
  expect(findTopic(roadmap, "docker").number).toBe(1);
  expect(findTopic(roadmap, "api basics").number).toBe(3);
  expect(findTopic(roadmap, "sql basics").number).toBe(4);
  expect(candidates(() => findTopic(roadmap, "basics rest sql"))).toBe("TOPIC_NOT_FOUND");
});

test("several equal matches are ambiguous, whatever way they match", () => {
  const roadmap = roadmapOf("HTTP one", "HTTP two", "Same", "Same");
  expect(candidates(() => findTopic(roadmap, "http"))).toEqual([1, 2]);
  expect(candidates(() => findTopic(roadmap, "same"))).toEqual([3, 4]);
});

test("numbers mean rows and places in a phase, unless a topic is called so", () => {
  const roadmap = roadmapOf(["a", "1"], ["b", "2"], ["c", "2"], ["#1", "3"], ["2.1", "3"], ["7", "3"]);
  expect(findTopic(roadmap, "#2").name).toBe("b");
  expect(findTopic(roadmap, "2.2").name).toBe("c");
  expect(findTopic(roadmap, "#1").number).toBe(4);
  expect(findTopic(roadmap, "2.1").number).toBe(5);
  expect(findTopic(roadmap, "7").number).toBe(6);
  expect(findTopic(roadmap, "topic #1").number).toBe(1);
  expect(candidates(() => findTopic(roadmap, "#99"))).toBe("TOPIC_NOT_FOUND");
  expect(candidates(() => findTopic(roadmap, "task #1"))).toBe("TOPIC_NOT_FOUND");
});

test("names of emoji alone and blank words are handled", () => {
  const roadmap = roadmapOf("🎉", "🎉 party");
  expect(findTopic(roadmap, "🎉").number).toBe(1);
  expect(candidates(() => findTopic(roadmap, "  "))).toBe("TOPIC_NOT_FOUND");
  expect(candidates(() => findTopic(roadmapOf(" "), " "))).toBe("TOPIC_NOT_FOUND");
});

test("tasks are found like topics, and for finish only when no topic matches", () => {
  const roadmap = roadmapOf("Kafka");
  expect(findTask(roadmap, "kafka streams").number).toBe(1);
  expect(findTask(roadmap, "#2").name).toBe("Kafka basics");
  expect(findTopicOrTask(roadmap, "kafka")).toMatchObject({ topic: { number: 1 } });
  expect(findTopicOrTask(roadmap, "streams")).toMatchObject({ task: { number: 1 } });
  expect(findTopicOrTask(roadmap, "task #2")).toMatchObject({ task: { number: 2 } });
  expect(candidates(() => findTopicOrTask(roadmap, "#2"))).toBe("TOPIC_NOT_FOUND");
  expect(candidates(() => findTask(roadmap, "kafka"))).toEqual([1, 2]);
  expect(() => findTopic(roadmap, "streams")).toThrow(
    expect.objectContaining({
      hint: "`roadmap check kafka streams` checks it off; add `--mark /` to mark it as in progress",
    }),
  );
});

test("what is not found names the nearest", () => {
  expect(() => findTopic(roadmapOf("HTTP Fundamentals", "SQL"), "htpp fundamentals")).toThrow(
    expect.objectContaining({ hint: expect.stringContaining('"HTTP Fundamentals"') }),
  );
});

test("what to type for a topic finds just that topic", () => {
  const roadmap = roadmapOf("JSON, Serialization & Tags", "Same", "Same", "🎉", "C++", "C");
  for (const topic of roadmap.topics)
    expect(findTopic(roadmap, nameToType(roadmap, topic).replaceAll('"', ""))).toBe(topic);
  expect(nameToType(roadmap, roadmap.topics[0] ?? expect.fail())).toBe("json serialization tags");
});
