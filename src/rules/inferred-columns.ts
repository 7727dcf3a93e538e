// Fix: the front matter says what inferred columns contain.
//
//     | Certification | Stuff |
//   →
//     ---
//     roadmap:
//       columns:
//         topic: Certification
//         status: Stuff
//     ---
//     | Certification | Stuff |

import { readRoadmap } from "../markdown/read-roadmap.js";
import { columnsWith } from "../model/columns-setting.js";
import { UserError } from "../model/errors.js";
import { isSameMeaning } from "../model/meaning.js";
import type { Problem } from "../model/problem.js";
import type { Roadmap, TopicTable } from "../model/roadmap.js";
import type { Settings } from "../model/settings.js";
import { groupBy, isSameList } from "../text/arrays.js";
import { textAt } from "../text/edit.js";
import { memoize } from "../text/memoize.js";
import { addColumnNames } from "./front-matter-columns.js";
import { type FixPlan, foundByReading, type Page, type Rule } from "./rule.js";

type Columns = Settings["columns"];

/** Only on request: inferred columns are not an error, and the fix adds lines to the top of the file. */
export const inferredColumns: Rule = {
  ...foundByReading("COLUMN_INFERRED"),
  isOnRequest: true,
  fix({ roadmap }): FixPlan {
    const columns = certainColumns(roadmap);
    const known = roadmap.settings.columns;
    const added = new Map(
      [...columns]
        .map(([kind, names]) => [kind, names.slice(known.get(kind)?.length ?? 0)] as const)
        .filter(([, names]) => names.length > 0),
    );
    const edit = added.size === 0 ? null : addColumnNames(roadmap.text, added);
    return { edits: edit ? [edit] : [], verify: (after) => verify(roadmap, after, columns) };
  },
};

/** @throws UserError if the front matter is not read as it was meant, or changes how the rest of the file is read */
function verify(before: Roadmap, { roadmap: after }: Page, columns: Columns): void {
  const isMeant = JSON.stringify([...after.settings.columns]) === JSON.stringify([...columns]);
  if (isMeant && isReadAlike(before, after)) return;
  throw new UserError(
    "MEANING_WOULD_CHANGE",
    "with the names of the inferred columns in the front matter, the file would be read differently",
    "write them yourself: run `roadmap edit`; nothing was written",
  );
}

/** The names in the front matter, and those for as many tables as possible of which every table is read as it is. */
const certainColumns = memoize((roadmap: Roadmap): Columns => {
  const known = roadmap.settings.columns;
  const tables = roadmap.tables.filter(({ inferred }) => inferred.size > 0);
  if (tables.length === 0) return known;
  const kinds = [...groupBy(tables, ({ inferred }) => JSON.stringify([...inferred])).values()].slice(0, mostKinds);
  const together = kinds.reduce<Columns>((columns, [table]) => withTable(roadmap, table, columns) ?? columns, known);
  if (makesCertain(roadmap, together, tables)) return together;
  return kinds.reduce<Columns>((columns, same) => {
    const more = withTable(roadmap, same[0], columns);
    return more && makesCertain(roadmap, more, same) ? more : columns;
  }, known);
});

/** The file is read once for each, if they cannot be named together. */
const mostKinds = 50;

function withTable(roadmap: Roadmap, table: TopicTable | undefined, known: Columns): Columns | null {
  return table ? columnsWith(roadmap, { table: table.table, wanted: table.inferred }, known) : null;
}

/** Whether the file is read the same with these names, but nothing about these tables is inferred. */
function makesCertain(roadmap: Roadmap, columns: Columns, tables: readonly TopicTable[]): boolean {
  const read = (settings: Settings) =>
    readRoadmap(roadmap.text, roadmap.blocks, {
      frontMatter: { settings, problems: [], places: new Map() },
      today: roadmap.today,
    });
  const [before, after] = [read(roadmap.settings), read({ ...roadmap.settings, columns })];
  const certain = new Set(tables.map(({ table }) => table.header.start));
  const isCertain = ({ table, inferred }: TopicTable) => !certain.has(table.header.start) || inferred.size === 0;
  const keys = ({ problems }: { problems: readonly Problem[] }) =>
    problems.filter(({ code }) => code !== "COLUMN_INFERRED").map(({ code, span }) => `${code} ${span.start}`);
  return (
    isReadAlike(roadmap, after.roadmap) &&
    after.roadmap.tables.every(isCertain) &&
    isSameList(keys(before), keys(after))
  );
}

function isReadAlike(before: Roadmap, after: Roadmap): boolean {
  const { topics, tasks, tables } = before;
  return (
    tables.length === after.tables.length &&
    topics.length === after.topics.length &&
    tasks.length === after.tasks.length &&
    tables.every((table, index) => columnsOf(table) === columnsOf(after.tables[index])) &&
    topics.every((topic, index) => {
      const now = after.topics[index];
      return (
        now !== undefined && isSameMeaning(topic, now) && textAt(before.text, topic.row) === textAt(after.text, now.row)
      );
    }) &&
    tasks.every(({ name, status, phase }, index) => {
      const now = after.tasks[index];
      return now?.name === name && now.status === status && now.phase?.label === phase?.label;
    })
  );
}

function columnsOf(table: TopicTable | undefined): string {
  return JSON.stringify(table && [[...table.columns], [...table.repeated], table.statusForm, [...table.spelling]]);
}
