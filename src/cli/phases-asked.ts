// Phases asked: the phases that the words behind `--phase` mean.

import { exitCodes, UserError } from "../model/errors.js";
import { isPhase } from "../model/is-phase.js";
import type { Phase, Roadmap } from "../model/roadmap.js";
import type { Invocation } from "./command.js";
import { wordsOption } from "./options.js";

/** Those with topics; null where the option is not given. */
export function phasesAsked(invocation: Invocation, { phases }: Roadmap): readonly Phase[] | null {
  const words = wordsOption(invocation, "phase");
  if (words === undefined) return null;
  const found = phases.filter((phase) => phase.topics.length > 0 && isPhase(phase, words));
  if (found.length > 0) return found;
  throw new UserError({
    code: "PHASE_NOT_FOUND",
    message: `no phase with topics matches "${words}"`,
    hint: "run `roadmap progress` to see the phases",
    exitCode: exitCodes.notFound,
  });
}
