// Uncommitted event: what is not committed yet, and how to commit it.

import { useState } from "preact/hooks";
import { CommitForm } from "./commit-form.js";
import { ComparedCells, ReverseButtons } from "./compared.js";
import { isOpen, toggle } from "./opened.js";
import type { RecordedData } from "./recorded.js";
import { HistoryRow } from "./row.js";
import { type ComparedData, changesIn, changesTitle, deedText, lookOf } from "./words.js";

interface UncommittedEventProps {
  readonly comparison: ComparedData;
  readonly recorded: readonly RecordedData[];
  readonly isReadOnly: boolean;
}

const key = "uncommitted";

export function UncommittedEvent({ comparison, recorded, isReadOnly }: UncommittedEventProps) {
  const [isCommitting, setCommitting] = useState(false);
  const changes = changesIn(comparison);
  const [only, another] = changes;
  const open = isOpen(key);
  return (
    <HistoryRow
      {...(only && !another ? lookOf(only) : { icon: "edit", look: "soft" })}
      title={changesTitle(changes)}
      verb={only && !another ? deedText(only) : ""}
      isOpen={open}
      onToggle={() => toggle(key)}
      end={
        isReadOnly || isCommitting ? undefined : (
          <button type="button" class="btn small" onClick={() => setCommitting(true)}>
            Commit
          </button>
        )
      }
    >
      {open && (
        <>
          <ComparedCells changes={changes} />
          {recorded.length > 0 && (
            <p class="sub row wrap">
              <ReverseButtons recorded={recorded} />
            </p>
          )}
        </>
      )}
      {isCommitting && <CommitForm onClose={() => setCommitting(false)} />}
    </HistoryRow>
  );
}
