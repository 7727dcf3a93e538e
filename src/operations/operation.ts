// Operation: what every change a person can ask for is declared as.

import type * as z from "zod/mini";
import type { Heading, ListItem } from "../model/blocks.js";
import type { Day } from "../model/dates.js";
import type { Meaning } from "../model/meaning.js";
import type { ColumnKind, Roadmap, Task, Topic } from "../model/roadmap.js";
import type { Edit } from "../text/edit.js";
import { changeEdits } from "./change-edits.js";
import type { Coming, NewHeading, NewItem, NewTopic, Reshaping } from "./reshaping.js";

/** New text for one cell, escapes included, and what the topic is to mean by it where the text alone does not say. */
export interface CellChange {
  readonly topic: Topic;
  readonly column: ColumnKind;
  readonly text: string;
  readonly means?: Partial<Pick<Meaning, "status" | "started" | "finished">>;
}

/** New text for one cell, or a new mark for one task. */
export type Change = CellChange | { readonly task: Task; readonly mark: string };

/** What an operation would do to one roadmap: data, so that showing it and doing it are the same value. */
export interface Plan {
  readonly subject: Topic | Task | Newcomer | Part;
  /** Empty when everything is so already. A text is cell text as it stands in the file, escapes included. */
  readonly changes: readonly Change[];
  /** What there shall be more, less or elsewhere; then there are no changes besides. */
  readonly reshaping?: Reshaping;
  /** Why nothing is to be done: `already done (2026-03-01)`. */
  readonly already: string | null;
  /** What a person should know besides. */
  readonly notes: readonly string[];
  /** The next useful command. */
  readonly next: string | null;
}

/** What is not there yet. */
export interface Newcomer {
  readonly name: string;
  readonly coming: Coming<Topic, NewTopic> | Coming<ListItem, NewItem> | Coming<Heading, NewHeading>;
}

/** What is no topic and no task. */
export interface Part {
  readonly type: "column" | "phase";
  /** Counted from 1. */
  readonly number: number;
  readonly name: string;
  /** Where it stands, in code units. */
  readonly at: number;
}

interface Declaration<Input> {
  /** As it is typed: one word or two. */
  readonly name: string;
  readonly summary: string;
  readonly examples: readonly string[];
  /** What it takes; the command line, `apply` and every other door make their options of it. */
  readonly input: z.ZodMiniType<Input> & { readonly shape: Readonly<Record<string, z.ZodMiniType>> };
  /**
   * @throws UserError when it is refused or when no one thing is meant
   */
  plan(roadmap: Roadmap, input: Input, today: Day): Plan;
  /** Whether such input looks at nothing that a reshaping before it may have added but what the plan itself adds. */
  isIndependent?(input: Input): boolean;
}

export interface Operation<Input> extends Declaration<Input> {
  /** The edits that make the change; none when it is made already. Throws what `plan` throws. */
  edits(roadmap: Roadmap, input: Input, today: Day): Edit[];
  /** Checks input from outside. */
  prepare(input: unknown): Prepared;
}

/** An operation whose input is not known yet, as doors that serve all operations see it. */
export type AnyOperation = Pick<Operation<never>, "name" | "summary" | "examples" | "prepare"> & {
  readonly input: { readonly shape: Readonly<Record<string, z.ZodMiniType>> };
};

/** Checked input, bound to its operation; or what is wrong with it first. */
type Prepared =
  | { readonly plan: (roadmap: Roadmap, today: Day) => Plan; readonly isIndependent: boolean }
  | { readonly issue: z.core.$ZodIssue | undefined };

export function defineOperation<Input>(declaration: Declaration<Input>): Operation<Input> {
  const { input, plan } = declaration;
  return {
    ...declaration,
    edits: (roadmap, values, today) => planEdits(roadmap, plan(roadmap, values, today)),
    prepare(values) {
      const checked = input.safeParse(values);
      if (!checked.success) return { issue: checked.error.issues[0] };
      return {
        plan: (roadmap, today) => plan(roadmap, checked.data, today),
        isIndependent: declaration.isIndependent?.(checked.data) ?? false,
      };
    },
  };
}

export function planEdits(roadmap: Roadmap, { changes, reshaping }: Plan): Edit[] {
  return reshaping ? [...reshaping.edits] : changeEdits(roadmap, changes);
}
