// Reading of columns: the kind of each column of a table, by the words of its header row.

import { type Cell, cellAt, cellsOf, type Table } from "../model/blocks.js";
import { columnWords } from "../model/column-words.js";
import { type ColumnKind, columnKinds, trackedKinds } from "../model/columns.js";
import { plainText } from "../model/inline-text.js";
import type { Problem } from "../model/problem.js";
import type { TopicTable } from "../model/roadmap.js";
import type { Settings } from "../model/settings.js";
import { textAt } from "../text/edit.js";
import { lazy, memoizeText } from "../text/memoize.js";
import { normalize, wordsOf } from "../text/normalize.js";

export interface ColumnsReading extends Pick<TopicTable, "columns" | "repeated" | "statusForm" | "inferred"> {
  readonly problems: readonly Problem[];
}

interface Rank {
  readonly kind: ColumnKind;
  /** Lower is the better name for that kind. */
  readonly rank: number;
}

/** A column whose name matches a kind. */
interface Claim {
  readonly column: number;
  /** Lower is the better name for that kind. */
  readonly rank: number;
}

const noneInferred: ReadonlyMap<ColumnKind, string> = new Map();

/** The kinds of column for each header name; built once, for the first table. */
const ranksByName = lazy((): ReadonlyMap<string, readonly Rank[]> => {
  const byName = new Map<string, Rank[]>();
  for (const kind of columnKinds) {
    columnWords[kind].forEach((name, rank) => {
      const ranks = byName.get(name);
      if (!ranks) byName.set(name, [{ kind, rank }]);
      else if (ranks.every((other) => other.kind !== kind)) ranks.push({ kind, rank });
    });
  }
  return byName;
});

const ranksByHeader = memoizeText((header): readonly Rank[] => ranksByName().get(wordsOf(header).join(" ")) ?? []);

/**
 * The kinds that the columns of a header row claim to be, the best names first; kinds without a column are omitted.
 * @param headers without Markdown
 */
export function claimedKinds(
  headers: readonly string[],
  settings: Settings,
): ReadonlyMap<ColumnKind, readonly [Claim, ...Claim[]]> {
  const ranked = headers.map((header) => ranksOf(header, settings));
  const claimed = new Map<ColumnKind, readonly [Claim, ...Claim[]]>();
  for (const kind of columnKinds) {
    const [best, ...others] = claimsOf(ranked, kind);
    if (best) claimed.set(kind, [best, ...others]);
  }
  return claimed;
}

/**
 * The columns of a topic table, or null if the table is prose: it has no topic column, or nothing to track next to it.
 */
export function readColumns(text: string, table: Table, settings: Settings): ColumnsReading | null {
  const headers = cellsOf(table.header).map((cell) => plainText(textAt(text, cell)));
  const columns = new Map<ColumnKind, number>();
  const repeated = new Set<ColumnKind>();
  const problems: Problem[] = [];
  for (const [kind, [best, another]] of claimedKinds(headers, settings)) {
    columns.set(kind, best.column);
    if (another && another.rank === best.rank) {
      repeated.add(kind);
      problems.push(repeatedColumn(text, kind, cellAt(table.header, another.column)));
    }
  }
  const isTracked = trackedKinds.some((kind) => columns.has(kind));
  if (!columns.has("topic") || !isTracked) return null;
  return { columns, repeated, statusForm: "words", inferred: noneInferred, problems };
}

function claimsOf(ranked: readonly (readonly Rank[])[], kind: ColumnKind): Claim[] {
  return ranked
    .flatMap((kinds, column) => kinds.filter((claim) => claim.kind === kind).map(({ rank }) => ({ column, rank })))
    .sort((a, b) => a.rank - b.rank || a.column - b.column);
}

function ranksOf(header: string, settings: Settings): readonly Rank[] {
  for (const [kind, name] of settings.columns) {
    if (normalize(plainText(name)) === normalize(header)) return [{ kind, rank: -1 }];
  }
  return ranksByHeader(header);
}

function repeatedColumn(text: string, kind: ColumnKind, cell: Cell | undefined): Problem {
  const span = { start: cell?.start ?? 0, end: cell?.end ?? 0 };
  return {
    code: "COLUMN_REPEATED",
    span,
    message: `duplicate ${kind} column "${textAt(text, span)}"; only the first one is read`,
    hint: `rename one of them, or choose one in the front matter: roadmap: columns: { ${kind}: HEADER }`,
  };
}
