// Answers: an envelope as the body of an HTTP answer, and the status of an error.

import type { Envelope } from "../../json/envelopes/index.js";
import { errorData } from "../../json/errors.js";
import { jsonLine } from "../../json/line.js";
import { type ExitCode, exitCodes, UserError } from "../../model/errors.js";
import { candidatesOf } from "../../model/find.js";
import { ValueUndecided } from "../../model/value-undecided.js";
import type { Refusal } from "./guard.js";

const { done, failed, usage, notFound, fileProblem, changedMeanwhile, locked, disk, savedNotCommitted, bug } =
  exitCodes;

/** A change that is saved but not committed is no error: its envelope says why there is no commit. */
const statuses: Readonly<Record<ExitCode, number>> = {
  [done]: 200,
  [failed]: 409,
  [usage]: 422,
  [notFound]: 404,
  [fileProblem]: 409,
  [changedMeanwhile]: 412,
  [locked]: 423,
  [disk]: 507,
  [savedNotCommitted]: 409,
  [bug]: 500,
};

/** An answer without the headers that all have. */
export interface HttpAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export function answerOf(envelope: Envelope, headers: HttpAnswer["headers"] = {}): HttpAnswer {
  return jsonAnswer(200, jsonLine(envelope), headers);
}

export function jsonAnswer(status: number, body: string, headers: HttpAnswer["headers"] = {}): HttpAnswer {
  return { status, headers: { "Content-Type": "application/json; charset=utf-8", ...headers }, body };
}

export function errorAnswer(error: unknown): HttpAnswer {
  return jsonAnswer(statusOf(error), jsonLine(errorData(error)));
}

/** Among several topics, the person can choose: that is a conflict, not something missing. */
function statusOf(error: unknown): number {
  if (!(error instanceof UserError)) return statuses[bug];
  const isChoice = candidatesOf(error) !== null || error instanceof ValueUndecided;
  return isChoice && error.exitCode === notFound ? statuses[failed] : statuses[error.exitCode];
}

export function refusalAnswer({ status, message, hint }: Refusal): HttpAnswer {
  const error = new UserError("REQUEST_REFUSED", message, hint);
  return jsonAnswer(status, jsonLine(errorData(error)), status === 405 ? { Allow: "GET, POST" } : {});
}
