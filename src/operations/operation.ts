// Operation: how every change a person can request is declared.

import type * as z from "zod/mini";
import type { Heading, ListItem } from "../model/blocks.js";
import type { ColumnKind, DayKind } from "../model/columns.js";
import type { Day } from "../model/dates.js";
import type { Meaning } from "../model/meaning.js";
import type { Roadmap, Task, Topic } from "../model/roadmap.js";
import type { Edit } from "../text/edit.js";
import { changeEdits } from "./change-edits.js";
import type { Coming, NewHeading, NewItem, NewTopic, Reshaping } from "./reshaping.js";

/** New text for one cell, already escaped, and what the topic must then mean if the text alone does not say it. */
export interface CellChange {
  readonly topic: Topic;
  readonly column: ColumnKind;
  readonly text: string;
  readonly means?: Partial<Pick<Meaning, "status" | DayKind>>;
}

/** New text for one cell, or a new mark for one task. */
export type Change = CellChange | { readonly task: Task; readonly mark: string };

/** What an operation would do to one roadmap. It is data, so showing a plan and carrying it out use the same value. */
export interface Plan {
  readonly subject: Topic | Task | Newcomer | Part;
  /** Empty if nothing needs to change. Texts are escaped cell texts. */
  readonly changes: readonly Change[];
  /** The structural change; then there are no other changes. */
  readonly reshaping?: Reshaping;
  /** Why nothing needs to be done: `already done (2026-03-01)`. */
  readonly already: string | null;
  /** Notes for the user. */
  readonly notes: readonly string[];
  /** The next useful command. */
  readonly next: string | null;
}

/** Something that does not exist yet. */
export interface Newcomer {
  readonly name: string;
  readonly coming: Coming<Topic, NewTopic> | Coming<ListItem, NewItem> | Coming<Heading, NewHeading>;
}

/** Something other than a topic or task. */
export interface Part {
  readonly type: "column" | "phase";
  /** Counted from 1. */
  readonly number: number;
  readonly name: string;
  /** Its offset in code units. */
  readonly at: number;
}

interface Declaration<Input> {
  /** As it is typed: one or two words. */
  readonly name: string;
  readonly summary: string;
  readonly examples: readonly string[];
  /** Its input; the command line, `apply` and all other interfaces derive their options from it. */
  readonly input: z.ZodMiniType<Input> & { readonly shape: Readonly<Record<string, z.ZodMiniType>> };
  /** @throws UserError if the change is refused or the name is ambiguous */
  plan(roadmap: Roadmap, input: Input, today: Day): Plan;
  /** True if the plan depends on nothing an earlier structural edit of the batch may add. */
  isIndependent?(input: Input): boolean;
}

export interface Operation<Input> extends Declaration<Input> {
  /** The edits that make the change; none if it is already made. Throws what `plan` throws. */
  edits(roadmap: Roadmap, input: Input, today: Day): Edit[];
  /** Validates input from outside. */
  prepare(input: unknown): Prepared;
}

/** An operation with unknown input, as used by interfaces that serve all operations. */
export type AnyOperation = Pick<Operation<never>, "name" | "summary" | "examples" | "prepare"> & {
  readonly input: z.ZodMiniType & { readonly shape: Readonly<Record<string, z.ZodMiniType>> };
};

/** Validated input, bound to its operation; or the first issue. */
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
