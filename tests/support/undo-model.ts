// A model of a roadmap with undo: cells by name, changes as what they wrote; compared with the program.

export type Column = "phase" | "started" | "finished" | "status" | "comments" | "mark";

export interface ModelRow {
  /** Never changes, whatever the row is called. */
  readonly id: number;
  readonly kind: "topic" | "task";
  name: string;
  readonly cells: Map<string, string>;
}

export interface ModelChange {
  readonly cells: readonly {
    readonly id: number;
    readonly column: string;
    readonly from: string;
    readonly to: string;
  }[];
}

export interface Model {
  prose: string;
  readonly rows: ModelRow[];
  readonly done: ModelChange[];
  readonly undone: ModelChange[];
  /** Every change, undo and redo; a change is here once for each time it was made, undone or redone. */
  readonly events: ModelChange[];
}

const columns = ["phase", "started", "finished", "status", "comments"];

export function freshModel(topics: number, tasks: number): Model {
  const rows: ModelRow[] = [];
  for (let id = 1; id <= topics; id++) rows.push(topicRow(id, `Topic ${id}`));
  for (let id = topics + 1; id <= topics + tasks; id++)
    rows.push({ id, kind: "task", name: `task ${id}`, cells: new Map([["mark", " "]]) });
  return { prose: "words", rows, done: [], undone: [], events: [] };
}

export function topicRow(id: number, name: string): ModelRow {
  const texts = columns.map((column): [string, string] => [column, column === "phase" ? String(id % 3) : ""]);
  return { id, kind: "topic", name, cells: new Map(texts) };
}

/** The only way to write such a roadmap, so texts can be compared byte by byte. */
export function render({ prose, rows }: Model): string {
  const topics = rows.filter(({ kind }) => kind === "topic");
  const tasks = rows.filter(({ kind }) => kind === "task");
  const line = (texts: readonly string[]) => `|${texts.map((text) => (text === "" ? " " : ` ${text} `)).join("|")}|`;
  return [
    "# Plan",
    "",
    prose,
    "",
    "| Topic | Phase | Started | Finished | Status | Notes |",
    "|---|---|---|---|---|---|",
    ...topics.map(({ name, cells }) => line([name, ...columns.map((column) => cells.get(column) ?? "")])),
    "",
    ...tasks.map(({ name, cells }) => `- [${cells.get("mark")}] ${name}`),
    "",
  ].join("\n");
}

/** The model after undoing or redoing `count` changes; null if that has to be refused. */
export function reversed(model: Model, direction: "undo" | "redo", count: number): Model | null {
  let next: Model | null = model;
  for (let left = count; left > 0 && next !== null; left--) {
    const change: ModelChange | undefined = (direction === "undo" ? next.done : next.undone).at(-1);
    next = change ? reversedOne(next, direction, change) : null;
  }
  return next;
}

/** The same for one change, wherever it is in the order. */
export function reversedOne(model: Model, direction: "undo" | "redo", change: ModelChange): Model | null {
  if (model.done.includes(change) !== (direction === "undo") || isRewritten(model, change)) return null;
  const next = copyOf(model);
  if (!change.cells.every((cell) => reverseCell(next, direction, cell))) return null;
  for (const list of [next.done, next.undone]) if (list.includes(change)) list.splice(list.indexOf(change), 1);
  (direction === "undo" ? next.undone : next.done).push(change);
  next.events.push(change);
  return next;
}

/** Whether a change that was made, undone or redone later wrote to one of its cells, and was not reversed since. */
function isRewritten({ events }: Model, change: ModelChange): boolean {
  const later = events.slice(events.lastIndexOf(change) + 1);
  const inEffect = later.filter((other) => later.filter((event) => event === other).length % 2 === 1);
  return inEffect.some(({ cells }) =>
    cells.some(({ id, column }) => change.cells.some((cell) => cell.id === id && cell.column === column)),
  );
}

function reverseCell(
  { rows }: Model,
  direction: "undo" | "redo",
  { id, column, from, to }: ModelChange["cells"][number],
): boolean {
  const cells = rows.find((row) => row.id === id)?.cells;
  const found = cells?.get(column);
  if (found !== from && found !== to) return false;
  cells?.set(column, direction === "undo" ? from : to);
  return true;
}

export function copyOf({ prose, rows, done, undone, events }: Model): Model {
  const copied = rows.map((row) => ({ ...row, cells: new Map(row.cells) }));
  return { prose, rows: copied, done: [...done], undone: [...undone], events: [...events] };
}
