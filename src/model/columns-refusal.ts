// Columns refusal: a change after which a column would be read as something else, with the line that prevents it.

import { textAt } from "../text/edit.js";
import { cellsOf, type Table } from "./blocks.js";
import type { ColumnKind } from "./columns.js";
import { columnsSetting } from "./columns-setting.js";
import { UserError } from "./errors.js";
import { readHeader } from "./headers.js";
import { plainText } from "./inline-text.js";
import { lineNumberAt } from "./outline.js";
import type { Roadmap, TopicTable } from "./roadmap.js";

interface Versions {
  readonly before: Roadmap;
  readonly after: Roadmap;
  /** The same table in the new text; undefined if it is gone. */
  readonly tableAfter: (table: Table) => Table | undefined;
  /** What would cause the difference: `the change`, `this undo`. */
  readonly cause: string;
}

/**
 * The cells of a table can decide what its columns are, so a change of its rows can make something else of them.
 * Columns are compared by their headers; those that only one version has are left out.
 */
export function columnsRefusal({ before, after, tableAfter, cause }: Versions): UserError | null {
  const then = new Map(before.tables.map((table) => [table.table, table]));
  const now = new Map(after.tables.map((table) => [table.table, table]));
  for (const table of before.blocks.tables) {
    const later = tableAfter(table);
    if (!later) continue;
    const [old, actual] = [then.get(table), now.get(later)];
    if (!old && !actual) continue;
    const other = otherColumn(columnsBy(before, table, old), columnsBy(after, later, actual), { old, actual });
    // A column that gains a kind has it in the new text only, and may be named so first.
    const line = other && (other.wasRead === null ? lineFor(after, actual) : lineFor(before, old));
    if (other) return refusal(before, table, { ...other, line, isLost: old !== undefined && !actual, cause });
  }
  return null;
}

/** The kind of each column of a table by its header; null for a column of no kind. */
type KindsByHeader = ReadonlyMap<string, ColumnKind | null>;

function columnsBy({ text }: Roadmap, table: Table, read: TopicTable | undefined): KindsByHeader {
  const kinds = new Map([...(read?.columns ?? [])].map(([kind, column]) => [column, kind]));
  const found = new Map<string, ColumnKind | null>();
  for (const [column, cell] of cellsOf(table.header).entries()) {
    const header = plainText(textAt(text, cell));
    found.set(found.has(header) ? `${header} ${column}` : header, kinds.get(column) ?? null);
  }
  return found;
}

interface OtherColumn {
  readonly header: string;
  readonly wasRead: ColumnKind | null;
  readonly isRead: ColumnKind | null;
}

interface Tables {
  readonly old: TopicTable | undefined;
  readonly actual: TopicTable | undefined;
}

function otherColumn(then: KindsByHeader, now: KindsByHeader, { old, actual }: Tables): OtherColumn | null {
  for (const [header, wasRead] of then) {
    const isRead = now.get(header);
    if (isRead === undefined) continue;
    const isOtherForm = wasRead === "status" && old?.statusForm !== actual?.statusForm;
    if (wasRead === isRead && !isOtherForm) continue;
    if (wasRead === "status" && old?.statusForm !== "words" && hasNewStatus(then, now)) continue;
    if (isRead === "status" && actual?.statusForm !== "words" && hasNewStatus(now, then)) continue;
    return { header, wasRead, isRead };
  }
  return null;
}

/** A check or percent column is the status only until there is a column that is called so. */
function hasNewStatus(then: KindsByHeader, now: KindsByHeader): boolean {
  return [...now].some(([header, kind]) => {
    const { role, isWeak } = readHeader(header);
    return kind === "status" && !then.has(header) && role === "status" && !isWeak;
  });
}

/** The front matter line that says what the columns of a table are. */
function lineFor(roadmap: Roadmap, read: TopicTable | undefined): string | null {
  if (!read) return null;
  const headers = cellsOf(read.table.header).map((cell) => plainText(textAt(roadmap.text, cell)));
  const wanted = new Map([...read.columns].map(([kind, column]) => [kind, headers[column] ?? ""]));
  return columnsSetting(roadmap, { table: read.table, wanted });
}

interface Reason extends OtherColumn, Pick<Versions, "cause"> {
  readonly line: string | null;
  /** Whether the whole table would no longer be a topic table. */
  readonly isLost: boolean;
}

function refusal(
  before: Roadmap,
  { header: row }: Table,
  { header, wasRead, isRead, line, isLost, cause }: Reason,
): UserError {
  const place = `line ${lineNumberAt(before, row.start)}`;
  const kind = wasRead === null ? `be read as the ${isRead}` : `not be read as the ${wasRead}`;
  const reading = isLost
    ? `the table in ${place} would not be read as a topic table`
    : `"${header}" (${place}) would ${kind} column`;
  return new UserError(
    "MEANING_WOULD_CHANGE",
    `after ${cause}, ${reading}`,
    line
      ? `set the columns first: in the front matter, write \`${line}\` below \`roadmap:\`; nothing was written`
      : "make the change in an editor: `roadmap edit`; nothing was written",
  );
}
