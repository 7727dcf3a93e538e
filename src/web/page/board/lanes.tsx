// Lanes: on a narrow page one column is shown, and a switch of counts chooses which.

import { signal } from "@preact/signals";
import { useRef } from "preact/hooks";
import type { Status } from "../../../model/status.js";
import { itemSign } from "../parts/sign.js";
import type { BoardColumn } from "./columns.js";
import { over, useDrop } from "./drag.js";

type Lane = Exclude<Status, "skipped">;

export const lane = signal<Lane>("in-progress");

/** What is skipped is a line below what is done. */
export function laneOf(status: Status): Lane {
  return status === "skipped" ? "done" : status;
}

const query = matchMedia("(max-width: 40rem)");

/** As in widths.css. */
export const isNarrow = signal(query.matches);
query.addEventListener("change", () => {
  isNarrow.value = query.matches;
});

export function Lanes({ columns }: { readonly columns: readonly BoardColumn[] }) {
  return (
    <nav class="lanes" aria-label="Columns">
      {columns.map(
        ({ status, count }) => status !== "skipped" && <LaneButton key={status} status={status} count={count} />,
      )}
    </nav>
  );
}

function LaneButton({ status, count }: { readonly status: Lane; readonly count: number }) {
  const button = useRef<HTMLButtonElement>(null);
  useDrop(button, status);
  const isHere = lane.value === status;
  const choose = () => {
    lane.value = status;
  };
  return (
    <button
      ref={button}
      type="button"
      class={over.value === status ? "drop" : undefined}
      aria-current={isHere ? "true" : undefined}
      onClick={choose}
    >
      <b>{count}</b>
      {itemSign("topic", status).label}
    </button>
  );
}
