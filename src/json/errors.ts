// Error data: an error as JSON, with its exit code and the candidates if there are any.

import { exitCodes, restoredBeforeError, UserError } from "../model/errors.js";
import { candidatesOf } from "../model/find.js";
import { phaseTitle } from "../model/roadmap.js";
import type { Envelope } from "./envelopes/index.js";

export function errorData(error: unknown): Envelope {
  const restored = restoredBeforeError(error);
  return { ...dataOf(error), ...(restored ? { restored: restored.tornText } : {}) };
}

function dataOf(error: unknown): Extract<Envelope, { kind: "error" }> {
  if (!(error instanceof UserError)) {
    const message = error instanceof Error ? error.message : String(error);
    const hint = "internal error; your file was not changed";
    return { kind: "error", code: "BUG", message, hint, exitCode: exitCodes.bug };
  }
  const { code, message, hint, exitCode } = error;
  const candidates = candidatesOf(error);
  if (!candidates) return { kind: "error", code, message, hint, exitCode };
  return {
    kind: "error",
    code,
    message,
    hint,
    exitCode,
    candidates: candidates.map(({ phase, ...candidate }) => ({
      ...candidate,
      phase: phase ? phaseTitle(phase) : null,
    })),
  };
}
