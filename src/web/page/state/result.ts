// Result: what the last change did, or why it was refused; shown in the foot and read aloud.

import { signal } from "@preact/signals";

interface Result {
  readonly kind: "done" | "refused";
  readonly text: string;
  /** What to do about it. */
  readonly hint: string;
}

export const result = signal<Result | null>(null);

export function report(kind: Result["kind"], text: string, hint = ""): void {
  result.value = { kind, text, hint };
}
