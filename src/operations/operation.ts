// Operations: how every change a person can request is declared and planned, and the edits that write new cells.

import type * as z from "zod/mini";
import { cellAt, type Heading, type ListItem, type Row, type Table } from "../model/blocks.js";
import type { DayKind } from "../model/columns.js";
import { type Day, isDay } from "../model/dates.js";
import { UserError } from "../model/errors.js";
import type { Meaning } from "../model/meaning.js";
import {
  cellText,
  columnIndex,
  columnName,
  type Roadmap,
  type TableColumn,
  type Task,
  type Topic,
} from "../model/roadmap.js";
import { type Edit, textAt } from "../text/edit.js";
import { checkedInput } from "./checked-input.js";
import { blankSlot, type CellPlace, filledSlot, isTightRow } from "./row-layout.js";
import type {
  Addition,
  EditedValue,
  NewHeading,
  NewItem,
  NewTable,
  NewTopic,
  StructuralEdit,
} from "./structural-edit.js";

/** New text for one cell, already escaped, and what the topic must then mean if the text alone does not say it. */
export interface CellChange {
  readonly topic: Topic;
  readonly column: TableColumn;
  readonly text: string;
  readonly means?: Partial<Pick<Meaning, "status" | "phase" | DayKind>>;
  /** The topics that a depends-on cell must then name. */
  readonly names?: readonly Topic[];
}

/** New text for one cell, or a new mark for one task. */
export type Change = CellChange | { readonly task: Task; readonly mark: string };

/** What an operation would do to one roadmap. It is data, so showing a plan and carrying it out use the same value. */
export interface Plan {
  readonly subject: Topic | Task | NewThing | OtherSubject;
  /** Empty if nothing needs to change. Texts are escaped cell texts. */
  readonly changes: readonly Change[];
  /** The structural change; then there are no other changes. */
  readonly structuralEdit?: StructuralEdit;
  /** Why nothing needs to be done: `already done (2026-03-01)`. */
  readonly already: string | null;
  /** Notes for the user. */
  readonly notes: readonly string[];
  /** The next useful command. */
  readonly next: string | null;
}

/** Something that does not exist yet. */
export interface NewThing {
  readonly name: string;
  readonly addition:
    | Addition<Topic, NewTopic>
    | Addition<ListItem, NewItem>
    | Addition<Heading, NewHeading>
    | Addition<Table, NewTable>;
}

/** Something other than a topic or task. */
interface OtherSubject {
  readonly type: "column" | "phase" | "table";
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
  /** True if no word of the command line names what it changes: it has only options. */
  readonly hasNoSubject?: boolean;
  /** True if the command line takes several numbers, and does the same to each. */
  readonly takesSeveral?: boolean;
  /**
   * Its input; the command line, `apply` and all other interfaces derive their options from it.
   * @internal as all of zod here, so that the types of the library need no other package
   */
  readonly input: z.ZodMiniType<Input> & { readonly shape: Readonly<Record<string, z.ZodMiniType>> };
  /** @throws UserError if the input or the day is invalid, the change is refused, or the name is ambiguous */
  plan(roadmap: Roadmap, input: Input, today: Day): Plan;
  /** True if the plan depends on nothing an earlier structural edit of the batch may add. */
  isIndependent?(input: Input): boolean;
}

export interface Operation<Input> extends Declaration<Input> {
  /** The edits that make the change; none if it is already made. Throws what `plan` throws. */
  edits(roadmap: Roadmap, input: Input, today: Day): Edit[];
  /**
   * Validates input from outside, which `place` names in messages: `line 3`.
   * @throws UserError if the input is invalid
   * @internal
   */
  prepare(input: unknown, place?: string): Prepared;
}

/** An operation with unknown input, as used by interfaces that serve all operations. @internal */
export type AnyOperation = Pick<
  Operation<never>,
  "name" | "summary" | "examples" | "hasNoSubject" | "takesSeveral" | "prepare"
> & {
  readonly input: z.ZodMiniType & { readonly shape: Readonly<Record<string, z.ZodMiniType>> };
};

/** Validated input, bound to its operation. @internal */
interface Prepared {
  readonly plan: (roadmap: Roadmap, today: Day) => Plan;
  readonly isIndependent: boolean;
}

export function defineOperation<Input>(declaration: Declaration<Input>): Operation<Input> {
  const prepare = (given: unknown, place?: string): Prepared => {
    const input = checkedInput(declaration, given, place);
    return {
      plan: (roadmap, today) => declaration.plan(roadmap, input, today),
      isIndependent: declaration.isIndependent?.(input) ?? false,
    };
  };
  const plan = (roadmap: Roadmap, input: Input, today: Day) => {
    if (!isDay(String(today)))
      throw new UserError("BAD_TODAY", `today is ${today}, which is not a date`, "pass it as YYYY-MM-DD");
    return prepare(input).plan(roadmap, today);
  };
  return {
    ...declaration,
    plan,
    edits: (roadmap, input, today) => planEdits(roadmap, plan(roadmap, input, today)),
    prepare,
  };
}

export function planEdits(roadmap: Roadmap, { changes, structuralEdit }: Plan): Edit[] {
  return structuralEdit ? [...structuralEdit.edits] : changeEdits(roadmap, changes);
}

/** The edits that write new texts into cells and task markers, in any layout. */
export function changeEdits({ text: file }: Roadmap, changes: readonly Change[]): Edit[] {
  const edits: Edit[] = [];
  /** By row, the missing cells that changes write. */
  const missingCells = new Map<Row, Map<number, string>>();
  for (const change of changes) {
    if ("task" in change) {
      edits.push({ at: change.task.mark, text: change.mark });
      continue;
    }
    const { row, table } = change.topic;
    const column = columnIndex(table, change.column);
    if (column === undefined) throw new RangeError(`the table has no ${change.column} column`);
    const cell = cellAt(row, column);
    if (cell && textAt(file, cell) === change.text) continue;
    if (cell) edits.push(cellEdit(file, { table: table.table, row, column, cell }, change.text));
    else if (change.text !== "") missingCells.set(row, (missingCells.get(row) ?? new Map()).set(column, change.text));
  }
  for (const [row, texts] of missingCells) edits.push(rowEndEdit(row, texts));
  return edits.filter(({ at, text }) => textAt(file, at) !== text);
}

/** The value that a change replaces, and the new one. */
export function editedValue(roadmap: Roadmap, { topic, column, text }: CellChange): EditedValue {
  return { column: columnName(roadmap, topic.table, column), from: cellText(roadmap, topic, column), to: text };
}

/** Writes a text into a cell; the text is already escaped. */
export function cellEdit(file: string, place: CellPlace, text: string): Edit {
  const { row, column, cell } = place;
  const slot = text === "" ? blankSlot(file, place) : filledSlot(file, place, text);
  const isFirst = column === 0 && cell.slot.start === row.start;
  const isLast = column > 0 && cell.slot.end === row.end;
  // A row without a leading pipe begins with its first cell. If that is blank or begins with anything but a letter, the
  // row could be read as something else (a list item, a heading), so it gets the pipe.
  if (isFirst && !/^\s*\p{L}/u.test(slot)) return { at: cell.slot, text: `| ${slot.trimStart()}` };
  // A blank last cell needs the closing pipe to be a cell.
  if (isLast && text === "") return { at: cell.slot, text: `${slot.trimEnd()} |` };
  return { at: cell.slot, text: slot };
}

/** Appends cells to a row, up to the last one that is written. */
function rowEndEdit(row: Row, texts: ReadonlyMap<number, string>): Edit {
  const isTight = isTightRow(row);
  const cells: string[] = [];
  for (let column = row.cellCount; column <= Math.max(...texts.keys()); column++) {
    const text = texts.get(column) ?? "";
    cells.push(isTight ? text : text === "" ? " " : ` ${text} `);
  }
  const at = { start: row.end, end: row.end };
  const hasLastPipe = (cellAt(row, row.cellCount - 1)?.slot.end ?? row.end) < row.end;
  if (hasLastPipe) return { at, text: `${cells.join("|")}|` };
  return { at, text: `${isTight ? "" : " "}|${cells.join("|").trimEnd()}` };
}
