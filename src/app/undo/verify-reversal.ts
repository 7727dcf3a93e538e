// Verify reversal: a text that the file never had must mean the same, next to what was changed in the meantime.

import { findConflictBlocks } from "../../markdown/conflict-markers.js";
import type { Table } from "../../model/blocks.js";
import { columnsRefusal } from "../../model/columns-refusal.js";
import { UserError } from "../../model/errors.js";
import { topicWithMovedCells } from "../../model/history/moved-cells.js";
import { verifyUntouched } from "../../model/history/same-place.js";
import { meaningRefusal, restoredDifferently } from "../../model/meaning.js";
import type { Roadmap } from "../../model/roadmap.js";
import { carryingThrough, type Edit } from "../../text/edit.js";
import type { ReadRoadmap } from "./journal-history.js";

export type Direction = "undo" | "redo";

interface Reversal {
  readonly before: Roadmap;
  /** The text that is to be saved. */
  readonly text: string;
  /** What makes it of the text before. */
  readonly written: readonly Edit[];
  /** The text to which the change is reversed, without what was changed in the meantime; null if it is unknown. */
  readonly former: string | null;
  readonly direction: Direction;
  readonly read: ReadRoadmap;
}

/** Why the text must not be saved; null if it may be. */
export async function reversalRefusal(reversal: Reversal): Promise<UserError | null> {
  const { before, written: edits, direction, read } = reversal;
  const after = await read(reversal.text);
  const changed = verifyUntouched(before, after, edits);
  // Undoing a resolution restores conflict markers, and what a text with markers means is unclear.
  if (changed !== null && findConflictBlocks(reversal.text).length > 0) return conflictWouldReturn(direction);
  const columns = otherColumns(before, after, { edits, direction });
  if (columns) return columns;
  if (changed !== null) return meaningWouldChange(direction, changed);
  const former = reversal.former === null ? null : await read(reversal.former);
  const moved = topicWithMovedCells({ before, after, former }, edits);
  if (moved !== null) return cellsWouldMove(direction, moved);
  const other = former && restoredDifferently({ former, before, after });
  return other && meaningRefusal(other, `this ${direction}`);
}

/** The refusal if a column would be read as something else. */
function otherColumns(
  before: Roadmap,
  after: Roadmap,
  { edits, direction }: { edits: readonly Edit[]; direction: Direction },
): UserError | null {
  const carry = carryingThrough(edits);
  const tables = new Map(after.blocks.tables.map((table) => [table.header.start, table]));
  const tableAfter = ({ header }: Table) => tables.get(carry(header).start);
  return columnsRefusal({ before, after, tableAfter, cause: `this ${direction}` });
}

function conflictWouldReturn(direction: Direction): UserError {
  return new UserError(
    "CONFLICT_WOULD_RETURN",
    `this ${direction} would restore a merge conflict in a file that has changed since it was resolved`,
    "undo the later changes first; or `git checkout --merge -- FILE` restores the conflict, but discards all changes since",
  );
}

function meaningWouldChange(direction: Direction, name: string): UserError {
  return new UserError(
    "MEANING_WOULD_CHANGE",
    `this ${direction} would change how "${name}" is read: the text it replaces defines what words or dates in this file mean`,
    "define it in the front matter first, under `roadmap: status:` or `roadmap: dates:`",
  );
}

function cellsWouldMove(direction: Direction, name: string): UserError {
  return new UserError(
    "MEANING_WOULD_CHANGE",
    `after this ${direction}, cells of "${name}" would be in another column or in none`,
    "undo the later changes of its table first",
  );
}
