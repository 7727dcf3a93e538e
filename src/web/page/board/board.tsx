// Board: topics and tasks in progress by status.

import type { PageData } from "../../../json/envelopes/page.js";
import { matches } from "../state/filter.js";
import { ColumnView } from "./column.js";
import { type BoardColumn, boardColumns } from "./columns.js";
import { noteFocus, useKeptFocus } from "./focus.js";
import { isSkippedOpen } from "./folds.js";
import { useBoardKeys } from "./keys.js";
import { Lanes } from "./lanes.js";
import { nextGroup } from "./next.js";

export function BoardView({ data }: { readonly data: PageData }) {
  const columns = boardColumns(data, matches).map((column) => withNext(column, data));
  useBoardKeys(data, columns);
  useKeptFocus(data, columns);
  const note = (event: FocusEvent) => noteFocus(event, data, columns);
  return (
    <>
      <Lanes columns={columns} />
      <main class={`board ${isSkippedOpen.value ? "with-skipped" : ""}`} onFocusIn={note} onFocusOut={note}>
        {columns.map((column) => (
          <ColumnView key={column.status} data={data} column={column} />
        ))}
      </main>
    </>
  );
}

function withNext(column: BoardColumn, data: PageData): BoardColumn {
  const next = column.status === "in-progress" ? nextGroup(data) : null;
  return next ? { ...column, groups: [...column.groups, next] } : column;
}
