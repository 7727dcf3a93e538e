// Next: what to start next, below what is in progress on a narrow page, where other columns are out of sight.

import type { PageData } from "../../../json/envelopes/page.js";
import { itemAt } from "../state/items.js";
import { readLate } from "../state/late.js";
import type { BoardItem, CardGroup } from "./columns.js";
import { isNarrow } from "./lanes.js";

const dashboard = readLate<"dashboard">(({ at }) => (isNarrow.value && !at ? "dashboard" : null));

/** Null if it is not shown, or nothing is next. */
export function nextGroup(data: PageData): CardGroup | null {
  const answer = dashboard.value;
  if (!isNarrow.value || data.at || answer?.kind !== "dashboard") return null;
  const items = answer.next
    .filter(({ status }) => status === "not-started")
    .flatMap((step): BoardItem | readonly BoardItem[] => itemAt(data, step) ?? []);
  return items.length === 0 ? null : { key: "next", title: "Next", items, isOpen: true };
}
