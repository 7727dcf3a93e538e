// Commit event: one commit as a line, and what it changed below it.

import { hrefOf } from "../state/route.js";
import { ComparedCells, ReverseButtons } from "./compared.js";
import { isOpen, toggle } from "./opened.js";
import type { RecordedData } from "./recorded.js";
import { HistoryRow } from "./row.js";
import { changesIn, changesTitle, deedText, type LogData, lookOf } from "./words.js";

type Entry = LogData["entries"][number];

interface CommitEventProps {
  readonly entry: Entry;
  /** What can be undone of it. */
  readonly recorded: readonly RecordedData[];
}

const seeThen = "See the roadmap as it was";

export function CommitEvent({ entry, recorded }: CommitEventProps) {
  const { commit, author, subject, kind } = entry;
  const changes = entry.change ? changesIn(entry.change) : [];
  const [only, another] = changes;
  const open = isOpen(commit);
  return (
    <HistoryRow
      {...(only && !another ? lookOf(only) : { icon: "edit", look: "soft" })}
      title={titleFor(entry)}
      verb={kind === "changed" ? (only && !another ? deedText(only) : "") : kind}
      isOpen={open}
      onToggle={() => toggle(commit)}
      end={
        <code class="soft xs" title={commit}>
          {commit.slice(0, 7)}
        </code>
      }
    >
      {open && (
        <>
          <ComparedCells changes={changes} />
          <p class="sub" dir="auto">
            {subject}, by {author}
          </p>
          <div class="sub row wrap">
            <ReverseButtons recorded={recorded} />
            {kind !== "removed" && (
              <a class="btn small quiet" href={hrefOf("board", null, commit)}>
                {seeThen}
              </a>
            )}
          </div>
        </>
      )}
    </HistoryRow>
  );
}

function titleFor({ kind, path, renamedFrom, change, subject }: Entry): string {
  if (kind === "removed") return path ?? subject;
  if (renamedFrom !== null) return `${path}, before: ${renamedFrom}`;
  return change ? changesTitle(changesIn(change)) : subject;
}
