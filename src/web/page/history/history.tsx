// History: what each day's commits changed, what is not committed yet, and what can be undone.

import type { PageData } from "../../../json/envelopes/page.js";
import { groupBy } from "../../../text/arrays.js";
import { counted } from "../../../text/plural.js";
import { dayWithYear } from "../parts/days.js";
import { Prose } from "../parts/prose.js";
import { commitLimit, historyStep, journal, log } from "../state/history.js";
import { CommitEvent } from "./commit-event.js";
import { HistoryDay } from "./day.js";
import { type RecordedData, recordedIn } from "./recorded.js";
import { RecordedChanges } from "./recorded-changes.js";
import { UncommittedEvent } from "./uncommitted-event.js";
import type { LogData } from "./words.js";

export function HistoryView({ data }: { readonly data: PageData }) {
  const { today, readOnly, inRepository } = data;
  const commits = inRepository && log.value?.kind === "log" ? log.value : null;
  const refusal = inRepository ? log.value : withoutGit(data);
  const recorded = journal.value?.kind === "journal" ? journal.value : null;
  const changes = readOnly ? [] : (recorded?.changes ?? []);
  return (
    <main class="page history" aria-busy={!commits && !refusal}>
      <div class="kind">
        <h2 tabIndex={-1}>History</h2>
        {!refusal && <span class="soft">Reading the commits…</span>}
        {commits && <span class="soft">{summaryText(commits)}</span>}
      </div>
      {refusal?.kind === "error" && (
        <p class="soft">
          <Prose text={refusal.message} /> <Prose text={refusal.hint} />
        </p>
      )}
      {recorded && <RecordedChanges journal={recorded} today={today} isReadOnly={readOnly} isAll={!inRepository} />}
      {commits && <Commits answer={commits} recorded={changes} today={today} isReadOnly={readOnly} />}
    </main>
  );
}

function withoutGit({ file }: PageData) {
  return {
    kind: "error",
    message: `${file} is not in a git repository, so its history has only what was changed with roadmap`,
    hint: "create one with `git init` in its folder, then run `roadmap commit`",
  } as const;
}

/** `62 commits since 28 Jun 2026, and what is not committed yet` */
function summaryText({ entries, leftOut, since, uncommitted }: LogData): string {
  const commits = counted(entries.length + leftOut, "commit");
  const from = since === null ? "" : ` since ${dayWithYear(since)}`;
  return `${commits}${from}${uncommitted ? ", and what is not committed yet" : ""}`;
}

interface CommitsProps {
  readonly answer: LogData;
  readonly recorded: readonly RecordedData[];
  readonly today: string;
  readonly isReadOnly: boolean;
}

function Commits({ answer: { uncommitted, entries, leftOut, unreadable }, recorded, today, isReadOnly }: CommitsProps) {
  const [pending = [], ...own] = recordedIn([uncommitted, ...entries.map(({ change }) => change)], recorded);
  const events = entries.map((entry, index) => ({ entry, recorded: own[index] ?? [] }));
  return (
    <div class="days">
      {uncommitted && (
        <HistoryDay key="uncommitted" day={today} today={today} note="not committed">
          <UncommittedEvent comparison={uncommitted} recorded={pending} isReadOnly={isReadOnly} />
        </HistoryDay>
      )}
      {[...groupBy(events, ({ entry }) => entry.day)].map(([day, ofDay]) => (
        <HistoryDay key={day} day={day} today={today}>
          {ofDay.map(({ entry, recorded }) => (
            <CommitEvent key={entry.commit} entry={entry} recorded={recorded} />
          ))}
        </HistoryDay>
      ))}
      {unreadable.length > 0 && (
        <p class="soft sm">{counted(unreadable.length, "commit")} skipped, because the file cannot be read there.</p>
      )}
      {leftOut > 0 && <Older leftOut={leftOut} />}
    </div>
  );
}

function Older({ leftOut }: { readonly leftOut: number }) {
  const more = () => {
    commitLimit.value += historyStep;
  };
  return (
    <p class="row">
      <button type="button" class="btn" onClick={more}>
        Older
      </button>
      <span class="soft sm">{counted(leftOut, "more commit")}</span>
    </p>
  );
}
