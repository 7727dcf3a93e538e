// Recorded changes: what was changed with roadmap, newest first; each can be undone and redone.

import { groupBy } from "../../../text/arrays.js";
import { counted } from "../../../text/plural.js";
import type { Data } from "../api/request.js";
import { Prose } from "../parts/prose.js";
import { Cells } from "./cells.js";
import { HistoryDay } from "./day.js";
import { isOpen, setOpen, toggle } from "./opened.js";
import type { RecordedData } from "./recorded.js";
import { ReverseButton } from "./reverse-button.js";
import { HistoryRow } from "./row.js";
import { cellTitle, shownCell } from "./words.js";

interface RecordedChangesProps {
  readonly journal: Data<"journal">;
  readonly today: string;
  readonly isReadOnly: boolean;
  /** Without commits there is nothing else to show. */
  readonly isAll: boolean;
}

export function RecordedChanges({
  journal: { changes, journalProblem },
  today,
  isReadOnly,
  isAll,
}: RecordedChangesProps) {
  const days = groupBy(changes, ({ at }) => localDay(at));
  const list = (
    <div class="days">
      {[...days].map(([day, own]) => (
        <HistoryDay key={day} day={day} today={today}>
          {own.map((change) => (
            <RecordedEvent key={change.id} change={change} isReadOnly={isReadOnly} />
          ))}
        </HistoryDay>
      ))}
    </div>
  );
  return (
    <>
      {journalProblem !== null && (
        <p class="soft">
          <Prose text={journalProblem} />
        </p>
      )}
      {isAll && changes.length === 0 && <p class="soft">Nothing was changed with roadmap yet.</p>}
      {isAll || changes.length === 0 ? (
        list
      ) : (
        <details class="recorded" open={isOpen(key)} onToggle={({ currentTarget }) => setOpen(key, currentTarget.open)}>
          <summary>{counted(changes.length, "change")} made with roadmap, to undo or redo</summary>
          {isOpen(key) && list}
        </details>
      )}
    </>
  );
}

const key = "recorded";

function RecordedEvent({ change, isReadOnly }: { readonly change: RecordedData; readonly isReadOnly: boolean }) {
  const { id, summary, state, at, changed } = change;
  const open = isOpen(id);
  const names = new Set(changed.map(({ name }) => name));
  const cells = changed.slice(0, mostCells).map(({ name, column, from, to }) => ({
    title: names.size > 1 ? `${cellTitle(column)} of ${name}` : cellTitle(column),
    from: shownCell(column, from),
    to: shownCell(column, to),
  }));
  return (
    <HistoryRow
      icon={state === "done" ? "edit" : "undo"}
      look="soft"
      title={summary}
      verb={state === "done" ? localTime(at) : `undone, ${localTime(at)}`}
      isOpen={open}
      onToggle={() => toggle(id)}
      end={isReadOnly ? undefined : <ReverseButton change={change} />}
    >
      {open && <Cells cells={cells} />}
      {open && changed.length > mostCells && <p class="sub">and {changed.length - mostCells} more</p>}
    </HistoryRow>
  );
}

const mostCells = 30;

const localDays = new Intl.DateTimeFormat("sv-SE", { dateStyle: "short" });
const localTimes = new Intl.DateTimeFormat(undefined, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });

/** In Sweden, dates are written as in ISO 8601. */
function localDay(at: string): string {
  return localDays.format(Date.parse(at));
}

function localTime(at: string): string {
  return localTimes.format(Date.parse(at));
}
