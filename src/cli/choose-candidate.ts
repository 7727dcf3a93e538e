// Choose candidate: asks the person at the terminal which one is meant; the only file that imports @clack/prompts.

import { isCancel, select } from "@clack/prompts";
import type { AmbiguousName } from "../model/find.js";
import { phaseTitle } from "../model/roadmap.js";
import { visible } from "../text/visible.js";

/** The chosen one as words that mean it alone (`topic #12`); null when the person turns away. */
export async function chooseCandidate({
  kind,
  wanted,
  candidates,
}: AmbiguousName["ambiguity"]): Promise<string | null> {
  const chosen = await select({
    message: `"${visible(wanted)}" could be ${candidates.length} ${kind}s. Which one?`,
    options: candidates.map(({ number, name, phase }) => ({
      value: `${kind} #${number}`,
      label: `#${number}  ${visible(name)}`,
      ...(phase ? { hint: visible(phaseTitle(phase)) } : {}),
    })),
    maxItems: 12,
    output: process.stderr,
  });
  return isCancel(chosen) ? null : chosen;
}
