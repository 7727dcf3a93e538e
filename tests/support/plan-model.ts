// A plan as a model: sections, topics and tasks with an identity, so a test knows the expected merge.

import { fc } from "./fast-check.js";

export interface Thing {
  readonly id: string;
  readonly kind: "topic" | "task";
  readonly name: string;
  /** Phase, status, notes and resources of a topic; the mark of a task. */
  readonly cells: readonly string[];
  /** The id of the parent task. */
  readonly parent: string | null;
}

export interface Section {
  readonly id: string;
  readonly label: string;
  readonly things: readonly Thing[];
}

export type Plan = readonly Section[];

/** Realistic names; the second one of each pair is a different item, however similar the two look. */
export const siblings: readonly (readonly [string, string])[] = [
  ["Kafka Basics", "Redis Basics"],
  ["Learn Kafka", "Learn Redis"],
  ["HTTP/1 in depth", "HTTP/2 in depth"],
  ["read about Docker", "read about Docker Compose"],
  ["数据结构基础", "网络协议基础"],
  ["C for beginners", "C++ for beginners"],
  ["encode some text", "decode some text"],
  ["Learn Flask", "Learn Flink"],
];

const words = [
  "write",
  "parsers",
  "queries",
  "structures",
  "handlers",
  "学习",
  "network",
  "tables",
  "Go",
  "SQL",
  "tests",
];

const header = "| Topic | Phase | Status | Notes | Resources |";

export function drawPlan(plan: Plan, ending: string): string {
  const lines = plan.flatMap(({ label, things }) => {
    const topics = things.filter(({ kind }) => kind === "topic");
    const tasks = things.filter(({ kind }) => kind === "task");
    return [
      `## ${label}`,
      "",
      ...(topics.length > 0 ? [header, "| --- | --- | --- | --- | --- |", ...topics.map(drawTopic), ""] : []),
      ...(tasks.length > 0 ? [...tasks.map(drawTask), ""] : []),
    ];
  });
  return ["# Plan", "", ...lines, ""].join(ending);
}

function drawTopic({ name, cells }: Thing): string {
  return `| ${[name, ...cells].join(" | ")} |`;
}

function drawTask({ name, cells, parent }: Thing): string {
  return `${parent ? "  " : ""}- [${cells[0]}] ${name}`;
}

export interface PlanEdit {
  readonly kind: string;
  readonly where: number;
  readonly what: number;
  readonly how: number;
}

const kinds = [
  "finish a topic",
  "finish a topic",
  "set a cell",
  "set a cell",
  "check a task",
  "check a task",
  "add a topic",
  "add a topic",
  "add a task",
  "add a task below",
  "delete a thing",
  "move in the section",
  "move to another section",
  "reword",
  "reword",
  "replace",
  "add a section",
  "add a section",
  "delete a section",
  "rename a section",
] as const;

export const planEdits = (most: number): fc.Arbitrary<PlanEdit[]> =>
  fc.array(fc.record({ kind: fc.constantFrom(...kinds), where: fc.nat(50), what: fc.nat(50), how: fc.nat(50) }), {
    minLength: 1,
    maxLength: most,
  });

const seeds = fc.array(
  fc.record({
    topics: fc.array(fc.tuple(fc.nat(99), fc.nat(3), fc.nat(3), fc.boolean()), { maxLength: 5 }),
    tasks: fc.array(fc.tuple(fc.nat(99), fc.boolean(), fc.boolean()), { maxLength: 5 }),
  }),
  { minLength: 1, maxLength: 4 },
);

/** Names are unique within a section; some occur in several sections. */
export const plans: fc.Arbitrary<Plan> = seeds.map((sections) =>
  sections.map(({ topics, tasks }, number): Section => {
    const id = `s${number}`;
    const topicThings = topics.map(([name, state, phase, isFilled], index): Thing => {
      const notes = isFilled ? [`notes ${number}-${index}`, `docs ${number}-${index}`] : ["", index % 2 ? "docs" : ""];
      const cells = [String(phase + 1), ["", "", "Done", "In Progress"][state] ?? "", ...notes];
      return { id: `${id}t${index}`, kind: "topic", name: nameOf(name, number, index), cells, parent: null };
    });
    const taskThings: Thing[] = [];
    for (const [index, [name, isChecked, isBelow]] of tasks.entries()) {
      const above = taskThings.findLast(({ parent }) => parent === null);
      const thing = { id: `${id}k${index}`, kind: "task", name: `${nameOf(name, number, index)} task`.trim() } as const;
      taskThings.push({ ...thing, cells: [isChecked ? "x" : " "], parent: isBelow ? (above?.id ?? null) : null });
    }
    return { id, label: `Phase ${number * 3 + 1}: Part ${"ABCD"[number]}`, things: [...topicThings, ...taskThings] };
  }),
);

function nameOf(seed: number, section: number, index: number): string {
  const [sibling] = siblings[seed % siblings.length] ?? ["x"];
  const word = (at: number) => words[(seed + at) % words.length];
  // Some names occur in several sections.
  if (seed % 9 === 0) return `common project ${index}`;
  return seed % 3 === 0 ? `${sibling} ${section}${index}` : `${word(0)} ${word(3)} of ${word(7)} ${section}${index}`;
}

/** The plan with the edits made; everything they write begins with `prefix`. */
export function editPlan(plan: Plan, edits: readonly PlanEdit[], prefix: string): Plan {
  return edits.reduce((now, edit, index) => editOnce(now, edit, `${prefix}${index}x`), plan);
}

function editOnce(plan: Plan, edit: PlanEdit, word: string): Plan {
  const { kind, where, what, how } = edit;
  const section = plan[where % Math.max(1, plan.length)];
  if (kind === "add a section") return addSection(plan, edit, word);
  if (!section) return plan;
  if (kind === "delete a section") return plan.length < 2 ? plan : plan.filter((one) => one !== section);
  if (kind === "rename a section") return withSection(plan, { ...section, label: `${section.label} and ${word}` });
  if (kind === "add a topic") {
    const thing: Thing = { id: word, kind: "topic", name: `${word} topic`, cells: ["1", "", word, ""], parent: null };
    return withSection(plan, { ...section, things: insert(section.things, what, thing) });
  }
  if (kind === "add a task") {
    const thing: Thing = { id: word, kind: "task", name: `${word} task`, cells: [" "], parent: null };
    return withSection(plan, { ...section, things: insert(section.things, what, thing) });
  }
  const thing = section.things[what % Math.max(1, section.things.length)];
  if (!thing) return plan;
  const change = changeOf(kind, thing, { how, word });
  if (change)
    return withSection(plan, { ...section, things: section.things.map((one) => (one === thing ? change : one)) });
  return editPlace(plan, { section, thing }, { edit, word });
}

function changeOf(kind: string, thing: Thing, { how, word }: { how: number; word: string }): Thing | null {
  const isTopic = thing.kind === "topic";
  if (kind === "finish a topic" && isTopic) return { ...thing, cells: thing.cells.with(1, "Done").with(3, word) };
  if (kind === "set a cell" && isTopic)
    return { ...thing, cells: thing.cells.with(how % 4, how % 4 === 1 ? "Blocked" : word) };
  if (kind === "check a task" && !isTopic) return { ...thing, cells: [how % 4 ? "x" : "-"] };
  if (kind === "reword") return { ...thing, name: reword(thing.name, how) };
  return null;
}

/** As people do: a word more, a word less, a letter less. */
function reword(name: string, how: number): string {
  const all = name.split(" ");
  if (how % 3 === 0)
    return [...all.slice(0, 1 + (how % all.length)), "carefully", ...all.slice(1 + (how % all.length))].join(" ");
  const small = all.findIndex((word) => /^[a-z]{6,}$/.test(word));
  if (how % 3 === 1 && small >= 0)
    return all.with(small, `${all[small]?.slice(0, 3)}${all[small]?.slice(4)}`).join(" ");
  return all.length > 2 && /^[a-z]+$/.test(all[1] ?? "")
    ? all.filter((_, index) => index !== 1).join(" ")
    : `${name} again`;
}

function editPlace(
  plan: Plan,
  at: { section: Section; thing: Thing },
  { edit, word }: { edit: PlanEdit; word: string },
): Plan {
  const { section, thing } = at;
  const { kind, how } = edit;
  const family = section.things.filter(({ id, parent }) => id === thing.id || parent === thing.id);
  const left = section.things.filter((one) => !family.includes(one));
  if (kind === "delete a thing") return withSection(plan, { ...section, things: left });
  if (kind === "replace") {
    const [first, second] = siblings.find(([one]) => thing.name.includes(one)) ?? [];
    const name = first && second ? thing.name.replace(first, second) : thing.name.replace(/^\S+/, word);
    // Both sides may put the same item in its place.
    const id = `${thing.id}=${name}`;
    const replaced = { ...thing, id, name };
    const family = (one: Thing) => (one.parent === thing.id ? { ...one, parent: id } : one);
    return withSection(plan, {
      ...section,
      things: section.things.map((one) => (one === thing ? replaced : family(one))),
    });
  }
  if (kind === "add a task below" && thing.kind === "task" && thing.parent === null) {
    const below: Thing = { id: word, kind: "task", name: `${word} task`, cells: [" "], parent: thing.id };
    const place = section.things.indexOf(family.at(-1) ?? thing) + 1;
    return withSection(plan, { ...section, things: section.things.toSpliced(place, 0, below) });
  }
  if (thing.parent !== null) return plan;
  if (kind === "move in the section") return withSection(plan, { ...section, things: insert(left, how, ...family) });
  if (kind !== "move to another section") return plan;
  const target = plan[how % plan.length];
  if (!target || target === section || target.things.some(({ name }) => family.some((one) => one.name === name)))
    return plan;
  return withSection(withSection(plan, { ...section, things: left }), {
    ...target,
    things: insert(target.things, how, ...family),
  });
}

function addSection(plan: Plan, { where, what, how }: PlanEdit, word: string): Plan {
  const number = 20 + how + (word.startsWith("o") ? 0 : 100);
  const things: Thing[] = [
    { id: `${word}a`, kind: "topic", name: `${word} first`, cells: ["1", "", "", ""], parent: null },
    { id: `${word}b`, kind: "task", name: `${word} second`, cells: [" "], parent: null },
  ];
  const chosen = what % 3 === 0 ? things : things.slice(what % 3 === 1 ? 0 : 1, what % 3 === 1 ? 1 : 2);
  return plan.toSpliced(where % (plan.length + 1), 0, { id: word, label: `Phase ${number}`, things: chosen });
}

/** Topics first; a task is never inserted between another one and its subtasks. */
function insert(things: readonly Thing[], where: number, ...added: readonly Thing[]): Thing[] {
  const places = [...things, null].flatMap((thing, index) => ((thing?.parent ?? null) === null ? [index] : []));
  const all = things.toSpliced(places[where % places.length] ?? things.length, 0, ...added);
  return [...all.filter(({ kind }) => kind === "topic"), ...all.filter(({ kind }) => kind === "task")];
}

function withSection(plan: Plan, section: Section): Plan {
  return plan.map((one) => (one.id === section.id ? section : one));
}
