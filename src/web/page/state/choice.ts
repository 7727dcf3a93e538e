// Choice: a name that several topics or tasks match, and which of them the user means.

import { signal } from "@preact/signals";
import type { ErrorData } from "../api/request.js";

export type NamedChoice = NonNullable<ErrorData["candidates"]>[number];

interface Choice {
  /** What matches several. */
  readonly message: string;
  readonly candidates: readonly NamedChoice[];
  /** Null if none of them is meant. */
  answer(candidate: NamedChoice | null): void;
}

/** What is asked now. */
export const choice = signal<Choice | null>(null);

/** Asks the user; null if there is nothing to choose from, or none is meant. */
export function choose({ message, candidates = [] }: ErrorData): Promise<NamedChoice | null> {
  choice.value?.answer(null);
  if (candidates.length === 0) return Promise.resolve(null);
  return new Promise((resolve) => {
    choice.value = {
      message,
      candidates,
      answer(candidate) {
        choice.value = null;
        resolve(candidate);
      },
    };
  });
}
