// Refusal line: why what was typed was not taken, below the field that still has it.

import { isError, isGone } from "../api/request.js";
import type { changeItem } from "../state/changes.js";
import { Prose } from "./prose.js";

interface RefusalText {
  readonly message: string;
  /** What to do about it. */
  readonly hint: string;
}

/** Null if something was added. */
export function refusalIn(answer: Awaited<ReturnType<typeof changeItem>>): RefusalText | null {
  if (isGone(answer)) return { message: "roadmap web does not answer", hint: "start it again with `roadmap web`" };
  if (isError(answer)) return answer;
  const known = answer.results.find(({ already }) => already !== null);
  return known ? { message: `"${known.subject.name}" ${known.already}`, hint: "" } : null;
}

export function RefusalLine({ id, refusal }: { readonly id: string; readonly refusal: RefusalText | null }) {
  if (!refusal) return null;
  return (
    <p id={id} class="refused">
      <Prose text={refusal.message} /> {refusal.hint !== "" && <Prose text={refusal.hint} />}
    </p>
  );
}
