// Find: which topic or task a few words refer to.

import { expect, test } from "vitest";
import { AmbiguousName, findTask, findTopic, parseRoadmap, UserError } from "../../src/index.js";
import { nameToType, numberForm } from "../../src/model/address.js";
import { findTopicOrTask } from "../../src/model/find.js";
import { fc } from "../support/fast-check.js";

function roadmapOf(...names: (string | [name: string, phase: string])[]) {
  const rows = names.map((name) => (typeof name === "string" ? `| ${name} | 1 |` : `| ${name[0]} | ${name[1]} |`));
  return parseRoadmap(
    `| Topic | Phase | Status |\n|---|---|---|\n${rows.join("\n")}\n\n## Tasks\n\n- [ ] Kafka streams\n- [ ] Kafka basics\n`,
  ).roadmap;
}

const candidates = (action: () => unknown): string[] | string => {
  try {
    action();
  } catch (error) {
    if (error instanceof AmbiguousName) return error.ambiguity.candidates.map(({ address }) => address);
    if (error instanceof UserError) return error.code;
    throw error;
  }
  return "found";
};

const foundOr = (find: () => number): string[] | string => {
  let number = 0;
  const outcome = candidates(() => (number = find()));
  return outcome === "found" ? [`${number}`] : outcome;
};

test("an exact name wins over a prefix, ignoring case, Unicode form and Markdown", () => {
  const roadmap = roadmapOf("HTTP/2", "**HTTP**", "Cafe\u0301");
  expect(findTopic(roadmap, "http").number).toBe(2);
  expect(findTopic(roadmap, "CAFÉ").number).toBe(3);
  expect(findTopic(roadmap, "http/2").number).toBe(1);
});

test("the first level at which anything matches decides", () => {
  const roadmap = roadmapOf("Docker Compose", "Containers with Docker", "REST API Basics", "Basics of SQL");
  expect(findTopic(roadmap, "docker").number).toBe(1);
  expect(findTopic(roadmap, "api basics").number).toBe(3);
  expect(findTopic(roadmap, "sql basics").number).toBe(4);
  expect(candidates(() => findTopic(roadmap, "basics rest sql"))).toBe("TOPIC_NOT_FOUND");
});

test("several equal matches are ambiguous, however they match", () => {
  const roadmap = roadmapOf("HTTP one", "HTTP two", "Same", "Same");
  expect(candidates(() => findTopic(roadmap, "http"))).toEqual(["1", "2"]);
  expect(candidates(() => findTopic(roadmap, "same"))).toEqual(["3", "4"]);
});

test("numbers mean rows and positions in a phase, and are ambiguous if another topic has that name", () => {
  const roadmap = roadmapOf(["a", "1"], ["b", "2"], ["c", "2"], ["#1", "3"], ["2.1", "3"], ["7", "3"], ["3", "3"]);
  expect(findTopic(roadmap, "#2").name).toBe("b");
  expect(findTopic(roadmap, "2").name).toBe("b");
  expect(findTopic(roadmap, "2.2").name).toBe("c");
  expect(findTopic(roadmap, "1").number).toBe(1);
  expect(candidates(() => findTopic(roadmap, "#1"))).toEqual(["1", "4"]);
  expect(candidates(() => findTopic(roadmap, "2.1"))).toEqual(["2", "5"]);
  expect(candidates(() => findTopic(roadmap, "3"))).toEqual(["#3", "#7"]);
  expect(candidates(() => findTopic(roadmap, "7"))).toEqual(["#7", "6"]);
  expect(findTopic(roadmap, "topic #1").number).toBe(1);
  expect(candidates(() => findTopic(roadmap, "#99"))).toBe("TOPIC_NOT_FOUND");
  expect(candidates(() => findTopic(roadmap, "task #1"))).toBe("TOPIC_NOT_FOUND");
});

test("names of only emoji and blank words are handled", () => {
  const roadmap = roadmapOf("🎉", "🎉 party");
  expect(findTopic(roadmap, "🎉").number).toBe(1);
  expect(candidates(() => findTopic(roadmap, "  "))).toBe("TOPIC_NOT_FOUND");
  expect(candidates(() => findTopic(roadmapOf(" "), " "))).toBe("TOPIC_NOT_FOUND");
});

test("tasks are found like topics, and together with them", () => {
  const roadmap = roadmapOf("Kafka");
  expect(findTask(roadmap, "kafka streams").number).toBe(1);
  expect(findTask(roadmap, "t2").name).toBe("Kafka basics");
  expect(findTopicOrTask(roadmap, "kafka")).toMatchObject({ topic: { number: 1 } });
  expect(findTopicOrTask(roadmap, "streams")).toMatchObject({ task: { number: 1 } });
  expect(findTopicOrTask(roadmap, "task #2")).toMatchObject({ task: { number: 2 } });
  expect(candidates(() => findTopicOrTask(roadmap, "#2"))).toBe("TOPIC_NOT_FOUND");
  expect(findTopicOrTask(roadmap, "t2")).toMatchObject({ task: { number: 2 } });
  expect(candidates(() => findTopicOrTask(roadmap, "kaf"))).toEqual(["1", "t1", "t2"]);
  expect(candidates(() => findTask(roadmap, "kafka"))).toEqual(["t1", "t2"]);
  expect(() => findTopic(roadmap, "streams")).toThrow(
    expect.objectContaining({
      hint: "run `roadmap list --tasks` to see all tasks",
    }),
  );
});

test("an error for an unknown name suggests the nearest names", () => {
  expect(() => findTopic(roadmapOf("HTTP Fundamentals", "SQL"), "htpp fundamentals")).toThrow(
    expect.objectContaining({ hint: expect.stringContaining('"HTTP Fundamentals"') }),
  );
});

test("a number without a t is not a task, and the hint names the task of that number", () => {
  const roadmap = roadmapOf("Kafka");
  for (const number of ["2", "#2"])
    expect(() => findTask(roadmap, number)).toThrow(
      expect.objectContaining({ exitCode: 3, hint: "did you mean t2? `roadmap list --tasks` shows all tasks" }),
    );
  expect(() => findTask(roadmap, "1")).toThrow(
    expect.objectContaining({
      message: 'no task matches "1", but a topic does: "Kafka"',
      hint: expect.stringMatching(/\bt1\?/),
    }),
  );
});

const around = [
  "10.",
  "+10",
  "10)",
  "(10)",
  "#10.",
  "№10",
  "№ 10",
  "no. 10",
  "nr 10",
  "10:",
  "１０.",
  "⑩.",
  "10 3",
  "10/3",
];

test.each(around)("%s is never searched for inside a name", (wanted) => {
  const roadmap = roadmapOf("OWASP Top 10", "10. Caches", "No 10/3", "⑩ circles", "nr 10 and no 10");
  expect(candidates(() => findTopicOrTask(roadmap, wanted))).toBe("TOPIC_NOT_FOUND");
});

test("a number with another character next to it suggests the row it may mean, and matches a whole name", () => {
  const roadmap = roadmapOf("Caches", "10.", "Week 7: 2.1) x", "Top 1");
  expect(findTopic(roadmap, "10.").number).toBe(2);
  expect(() => findTopicOrTask(roadmap, "1.")).toThrow(
    expect.objectContaining({
      exitCode: 3,
      hint: 'did you mean "Caches", "Week 7: 2.1) x", "Top 1"? `roadmap list` shows all names',
    }),
  );
  expect(() => findTask(roadmap, "t2.")).toThrow(
    expect.objectContaining({ exitCode: 3, hint: expect.stringContaining('did you mean "Kafka basics"?') }),
  );
  expect(candidates(() => findTopic(roadmap, "2.1)"))).toBe("TOPIC_NOT_FOUND");
});

test("digits and symbols around a number match only a whole name", () => {
  const roadmap = roadmapOf("a 1 b", "2 c", "x 10", "3/4 d 5", "1.5 e", "7, 8 f");
  const text = fc.string({ unit: fc.constantFrom(..."0123456789 .,:;()+#/-") }).filter((one) => /\d/.test(one));
  fc.assert(
    fc.property(text, (wanted) => {
      fc.pre(numberForm(wanted) === null);
      expect(candidates(() => findTopicOrTask(roadmap, wanted))).toBe("TOPIC_NOT_FOUND");
    }),
  );
});

test.each([
  ["a prefix", "load b", ["1"]],
  ["a run of words", "balancing act", ["2"]],
  ["beginnings of words", "bal load", ["1"]],
  ["a part of a word of four characters", "bernet", ["4"]],
  ["a shorter part", "ber", "TOPIC_NOT_FOUND"],
  ["a part in a script without spaces", "平衡", ["5"]],
  ["one character of it", "衡", "TOPIC_NOT_FOUND"],
  ["accents left out", "resume", ["6"]],
  ["accents of another kind", "rèsumê writing", ["6"]],
  ["Markdown", "**Observability**", ["3"]],
  ["a number of a name that is not cut", "week 1", ["7"]],
  ["a part of a number", "week 20", "TOPIC_NOT_FOUND"],
  ["a number alone", "2024", "TOPIC_NOT_FOUND"],
  ["a place alone", "2.0", "TOPIC_NOT_FOUND"],
  ["a symbol that makes another word", "c#", "TOPIC_NOT_FOUND"],
])("%s (%s) finds what it should", (_, wanted, expected) => {
  const roadmap = roadmapOf(
    "Load Balancing",
    "A Balancing Act",
    "Observability",
    "Kubernetes",
    "负载平衡入门",
    "Résumé Writing",
    "Week 1: Start",
    "Week 12: End",
    "Goals of 2024",
    "OAuth 2.0",
    "C basics",
  );
  const found = foundOr(() => findTopic(roadmap, wanted).number);
  expect(found).toEqual(expected);
});

test.each([
  ["10. Storage", "storage"],
  ["10.", "9"],
  ["t3!", "9"],
  ["#12", "9"],
  ["9", "9"],
  ["🎉", "9"],
])(
  "a name like a number (%s) is reached by words that are not a number, otherwise by its own number",
  (name, typed) => {
    const roadmap = roadmapOf(..."abcdefgh", name);
    const topic = roadmap.topics.at(-1) ?? expect.fail();
    expect(nameToType(roadmap, topic)).toBe(typed);
    expect(findTopic(roadmap, nameToType(roadmap, topic))).toBe(topic);
  },
);

test.each([
  ["Connection State Management", "connection"],
  ["Docker Compose", "compose"],
  ["Containerization with Docker", "with"],
  ["Distributed Caching Basics", "distributed"],
  ["The ECS of AWS", "the"],
  ["AWS", "aws"],
  ["C", "c"],
  ["Résumé", "resume"],
  ["日本語", "8"],
  ["עברית", "9"],
  ["Containerizationofeverything", "10"],
  ["Go", "11"],
  ["Go", "12"],
  ["T3 stack", "stack"],
])("the shortest words that mean only %s are %s", (name, typed) => {
  const names = [
    "Connection State Management",
    "Docker Compose",
    "Containerization with Docker",
    "Distributed Caching Basics",
    "The ECS of AWS",
    "C",
    "Résumé",
    "日本語",
    "עברית",
    "Containerizationofeverything",
    "Go",
    "Go",
    "T3 stack",
    "AWS",
  ];
  const roadmap = roadmapOf(...names);
  const topic = roadmap.topics.find((topic) => topic.name === name && (name !== "Go" || `${topic.number}` === typed));
  expect(topic && nameToType(roadmap, topic)).toBe(typed);
  expect(findTopic(roadmap, typed)).toBe(topic);
});

test("a topic may share a word with tasks if its name begins with it, but not with another topic", () => {
  const page = [
    "| Topic | Status |\n|---|---|\n| HTTP Fundamentals | |\n| Docker Compose | |\n| Learning Docker | |\n| The API | |\n",
    "- [ ] Learn how HTTP works\n- [ ] Write an API\n",
  ].join("\n");
  const { roadmap } = parseRoadmap(page);
  const typed = [...roadmap.topics, ...roadmap.tasks].map((thing) => nameToType(roadmap, thing));
  expect(typed).toEqual(["http", "compose", "learning", "the", "works", "write"]);
  const found = typed.map((words) => findTopicOrTask(roadmap, words));
  expect(found).toEqual([...roadmap.topics.map((topic) => ({ topic })), ...roadmap.tasks.map((task) => ({ task }))]);
});
