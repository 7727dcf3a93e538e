// Result: what the last change did, or why it was refused; shown in the foot and read aloud.

import { signal } from "@preact/signals";

interface Result {
  /** `seen`: another program did it. */
  readonly kind: "done" | "refused" | "seen";
  readonly text: string;
}

interface Refusal {
  readonly text: string;
  /** What to do about it. */
  readonly hint: string;
}

export const result = signal<Result | null>(null);

/** The last one, until the user dismisses it or something else is done. */
export const refusedChange = signal<Refusal | null>(null);

export function report(kind: Result["kind"], text: string, hint = ""): void {
  result.value = { kind, text };
  if (kind !== "seen") refusedChange.value = kind === "refused" ? { text, hint } : null;
}
