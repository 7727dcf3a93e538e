// Compared: what one commit changed, or what is not committed yet, and what can be done about it.

import type { NamedChange } from "../../../views/named-changes.js";
import { Icon } from "../parts/icon.js";
import { Cells } from "./cells.js";
import type { RecordedData } from "./recorded.js";
import { ReverseButton } from "./reverse-button.js";
import { cellChanges, deedText, lookOf, shownChanges } from "./words.js";

/** Of one change its cells; of several their names, too. */
export function ComparedCells({ changes }: { readonly changes: readonly NamedChange[] }) {
  const [only, another] = changes;
  if (only && !another) return <Cells cells={only.difference ? cellChanges(only.difference) : []} />;
  return (
    <ul class="sub changes">
      {shownChanges(changes).map((change, index) => (
        // Two topics may have the same name.
        <li key={index}>
          <span class="row">
            <Icon {...iconOf(change)} />
            <span class="ink" dir="auto">
              {change.name}
            </span>
            <span>{deedText(change)}</span>
          </span>
          {change.difference && <Cells cells={cellChanges(change.difference)} />}
        </li>
      ))}
    </ul>
  );
}

function iconOf(change: NamedChange) {
  const { icon, look } = lookOf(change);
  return { name: icon, look };
}

export function ReverseButtons({ recorded }: { readonly recorded: readonly RecordedData[] }) {
  return (
    <>
      {recorded.map((change) => (
        <ReverseButton key={change.id} change={change} isOneOfSeveral={recorded.length > 1} />
      ))}
    </>
  );
}
