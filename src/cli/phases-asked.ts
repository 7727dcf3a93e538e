// Phases asked: the phases given with `--phase`.

import { UserError } from "../model/errors.js";
import { isPhase } from "../model/phase.js";
import type { Phase, Roadmap } from "../model/roadmap.js";
import type { Invocation } from "./command.js";
import { wordsOption } from "./options.js";

/** Only phases with topics; null if the option is not given. */
export function phasesAsked(invocation: Invocation, { phases }: Roadmap): readonly Phase[] | null {
  const words = wordsOption(invocation, "phase");
  if (words === undefined) return null;
  const withTopics = phases.filter(({ topics }) => topics.length > 0);
  return phasesCalled(withTopics, words, "phase with topics");
}

/**
 * The phases that the words can mean.
 * @param kind how a message calls each of the phases to choose from
 * @throws UserError (exit 3) when there is none
 */
export function phasesCalled(phases: readonly Phase[], words: string, kind = "phase"): readonly Phase[] {
  const found = phases.filter((phase) => isPhase(phase, words));
  if (found.length > 0) return found;
  throw new UserError(
    "PHASE_NOT_FOUND",
    `no ${kind} matches "${words}"`,
    `run \`roadmap progress\` to see ${kind === "phase" ? "all" : "the"} phases`,
  );
}
