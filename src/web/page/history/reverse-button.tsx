// Reverse button: undoes or redoes one recorded change, whatever came after it.

import { useRef, useState } from "preact/hooks";
import { reverse } from "../state/changes.js";
import type { RecordedData } from "./recorded.js";

interface ReverseButtonProps {
  readonly change: RecordedData;
  /** Whether another one is next to it. */
  readonly isOneOfSeveral?: boolean;
}

export function ReverseButton({ change: { id, summary, state }, isOneOfSeveral = false }: ReverseButtonProps) {
  const button = useRef<HTMLButtonElement>(null);
  const [isBusy, setBusy] = useState(false);
  const [direction, verb] = state === "done" ? (["undo", "Undo"] as const) : (["redo", "Redo"] as const);
  const act = async () => {
    if (isBusy) return;
    // The button disappears with what it undoes; then its row has the focus.
    const row = button.current?.closest("li");
    setBusy(true);
    await reverse(direction, id);
    setBusy(false);
    if (document.activeElement === document.body) row?.querySelector("button")?.focus();
  };
  return (
    <button
      type="button"
      class="btn small"
      ref={button}
      aria-disabled={isBusy}
      title={`${verb}: ${summary}`}
      onClick={() => void act()}
    >
      {isOneOfSeveral ? `${verb} ${summary}` : `${verb} this`}
    </button>
  );
}
