// Names a difference with one verb: finish, check, rename, remove.

import { asLine } from "../text/visible.js";
import type { Comparison, Difference } from "./compare.js";
import type { Rename } from "./elsewhere.js";
import type { Status } from "./status.js";

/** One change. `text` is its object, without the verb: `HTTP Fundamentals`, `A to B`, `REST (comments)`. */
export interface Deed {
  readonly verb: string;
  readonly subject: "topic" | "task" | "column" | "phase" | "text";
  readonly text: string;
}

/** One verb for each difference; the most important one if several apply. */
export function deedsOf({ differences, columns, isElsewhere, ...told }: Comparison): Deed[] {
  const deed = (verb: string, subject: "column" | "phase") => (name: string) => ({
    verb,
    subject,
    text: `${subject} ${name}`,
  });
  const renamed = ({ from, to }: Rename) => `${from} to ${to}`;
  return [
    ...differences.map(deedOf),
    ...columns.added.map(deed("add", "column")),
    ...columns.removed.map(deed("remove", "column")),
    ...told.renamedColumns.map(renamed).map(deed("rename", "column")),
    ...told.renamedPhases.map(renamed).map(deed("rename", "phase")),
    ...told.addedPhases.map(deed("add", "phase")),
    ...told.removedPhases.map(deed("remove", "phase")),
    ...(isElsewhere ? [{ verb: "edit", subject: "text", text: "the text" } satisfies Deed] : []),
  ];
}

function deedOf(difference: Difference): Deed {
  const { type, kind, renamedFrom, moved, fields } = difference;
  const name = difference.name || "(no name)";
  const deed = (verb: string, text = name): Deed => ({ verb, subject: type, text });
  if (kind !== "changed") return deed(kind === "added" ? "add" : "remove");
  const { from, to } = difference.status;
  if (from && to && from !== to) return deed(type === "topic" ? topicVerb(from, to) : taskVerb(from, to));
  if (renamedFrom !== null) return deed("rename", `${renamedFrom || "(no name)"} to ${name}`);
  if (moved !== null) return deed("move");
  return deed(type === "task" ? "mark" : "update", `${name} (${fields.map(({ field }) => field).join(", ")})`);
}

/** `finish HTTP Fundamentals` */
export function lineOf({ verb, text }: Deed): string {
  return `${verb} ${asLine(text)}`;
}

/** Changes of one kind combined: `finish 2 topics`, `check 3 tasks`, `rename REST to REST API`. */
export function countedDeeds(deeds: readonly Deed[]): string[] {
  const kinds = new Map<string, { readonly deed: Deed; count: number }>();
  for (const deed of deeds) {
    const kind = `${deed.verb} ${deed.subject}`;
    const known = kinds.get(kind);
    if (known) known.count++;
    else kinds.set(kind, { deed, count: 1 });
  }
  return [...kinds.values()].map(({ deed, count }) =>
    count === 1 ? lineOf(deed) : `${deed.verb} ${count} ${deed.subject}s`,
  );
}

const verbs: Readonly<Record<Status, string>> = {
  "not-started": "reset",
  "in-progress": "start",
  done: "finish",
  blocked: "block",
  skipped: "skip",
};

function topicVerb(from: Status, to: Status): string {
  return from === "done" && to === "in-progress" ? "reopen" : verbs[to];
}

function taskVerb(from: Status, to: Status): string {
  if (to === "done") return "check";
  return from === "done" ? "uncheck" : verbs[to];
}
