// Columns: each kind of column, declared once. Code that handles all dates or all texts loops over the lists below.

interface Column {
  /**
   * What its cells contain. All days are set, read, listed, sorted, compared, exported and imported alike, and so are
   * all texts; names, phases, statuses, percentages, priorities, lists of topics and links each have rules of their own.
   */
  readonly type: "name" | "phase" | "day" | "text" | "status" | "percent" | "priority" | "topics" | "links";
  /** With its article, as in help and error messages: `the start date`. */
  readonly help: string;
  /** Whether it makes a table with a topic column a roadmap. */
  readonly isTracked?: true;
}

/** In the order in which the program names them, and in which new columns are placed. */
export const knownColumns = {
  topic: { type: "name", help: "the name" },
  phase: { type: "phase", help: "the phase" },
  started: { type: "day", help: "the start date", isTracked: true },
  finished: { type: "day", help: "the finish date", isTracked: true },
  due: { type: "day", help: "the due date" },
  comments: { type: "text", help: "the comments" },
  status: { type: "status", help: "the status", isTracked: true },
  percent: { type: "percent", help: "the percentage", isTracked: true },
  priority: { type: "priority", help: "the priority" },
  "depends-on": { type: "topics", help: "the topics it depends on" },
  resources: { type: "text", help: "the resources" },
  deliverables: { type: "text", help: "the deliverables" },
  proof: { type: "links", help: "the proof", isTracked: true },
} as const satisfies Readonly<Record<string, Column>>;

export type ColumnKind = keyof typeof knownColumns;

type KindOf<Type extends Column["type"]> = {
  [Kind in ColumnKind]: (typeof knownColumns)[Kind]["type"] extends Type ? Kind : never;
}[ColumnKind];

export type DayKind = KindOf<"day">;
export type TextKind = KindOf<"text">;

export const columnKinds: readonly ColumnKind[] = Object.keys(knownColumns).filter(
  (word): word is ColumnKind => word in knownColumns,
);

export const dayKinds = kindsOf("day");
export const textKinds = kindsOf("text");

/** Without one of these, a table is prose; a proof column counts if its header says nothing else. */
export const trackedKinds = columnKinds.filter((kind) => "isTracked" in knownColumns[kind]);

function kindsOf<Type extends Column["type"]>(type: Type): readonly KindOf<Type>[] {
  return columnKinds.filter((kind): kind is KindOf<Type> => knownColumns[kind].type === type);
}

export function isDayKind(word: string): word is DayKind {
  return dayKinds.some((kind) => kind === word);
}

/** The name of a kind in JSON and in the inputs of operations: `name`, `dependsOn`. */
export function fieldOf(kind: ColumnKind): string {
  return kind === "topic" ? "name" : kind.replace(/-(.)/, (_, letter: string) => letter.toUpperCase());
}

/** `Started`, `Depends on` */
export function defaultHeader(kind: ColumnKind): string {
  return `${kind.charAt(0).toUpperCase()}${kind.slice(1).replace("-", " ")}`;
}

/** One value for each of these kinds, in their order. */
export function byKind<Kind extends ColumnKind, Value>(
  kinds: readonly Kind[],
  valueFor: (kind: Kind) => Value,
): Record<Kind, Value> {
  const values: Partial<Record<Kind, Value>> = {};
  for (const kind of kinds) values[kind] = valueFor(kind);
  if (hasAll(kinds, values)) return values;
  throw new Error("a kind of column has no value");
}

function hasAll<Kind extends ColumnKind, Value>(
  kinds: readonly Kind[],
  values: Partial<Record<Kind, Value>>,
): values is Record<Kind, Value> {
  return kinds.every((kind) => kind in values);
}
