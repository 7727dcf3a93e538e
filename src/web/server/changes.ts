// Changes: what the page can change, each as the command of that name answers it with `--json`.

import { operationFromJson, parseObject } from "../../app/read-operations.js";
import type { Session } from "../../app/session.js";
import type { ReversalChoice } from "../../app/undo/plan-reversal.js";
import type { Direction } from "../../app/undo/verify-reversal.js";
import { changeData, commitRoadmapData } from "../../json/changes.js";
import type { Envelope } from "../../json/envelopes/index.js";
import { reversalData } from "../../json/history.js";
import { UserError } from "../../model/errors.js";
import type { AnyOperation } from "../../operations/operation.js";
import { flagOf, type Query } from "./query.js";

export interface ChangeRequested {
  readonly session: Session;
  readonly query: Query;
  /** JSON. */
  readonly body: string;
  /** The hash that the file must have. */
  readonly ifMatch: string;
}

export async function answerOperation(
  operation: AnyOperation,
  { session, body, ...change }: ChangeRequested,
): Promise<Envelope> {
  const saving = savingOf(change);
  return changeData(await session.change([operationFromJson(operation, body)], saving), saving.isDryRun);
}

export async function answerReversal(
  direction: Direction,
  { session, body, ...change }: ChangeRequested,
): Promise<Envelope> {
  const saving = savingOf(change);
  const report = await session[direction](reversalChoice(parseObject(body, "the body", reversalHint)), saving);
  return reversalData(report, { direction, isDryRun: saving.isDryRun });
}

export async function answerCommit({ session, body, query, ifMatch }: ChangeRequested): Promise<Envelope> {
  const { message, ...others } = parseObject(body, "the body", commitHint);
  const isMessage = message === undefined || (typeof message === "string" && message.trim() !== "");
  if (!isMessage || Object.keys(others).length > 0) throw refused("not a message for a commit", commitHint);
  const isDryRun = flagOf(query.dryRun) === true;
  return commitRoadmapData(await session.commit({ message, ifMatch, isDryRun }), isDryRun);
}

function savingOf({ query, ifMatch }: Pick<ChangeRequested, "query" | "ifMatch">) {
  return { ifMatch, isDryRun: flagOf(query.dryRun) === true, isCommitWanted: flagOf(query.commit) };
}

const reversalHint = 'send {"count": 1}, or {"change": "…"} with the id of one change';
const commitHint = 'send {}, or {"message": "…"} with some words';

function reversalChoice({ count, change, ...others }: Record<string, unknown>): ReversalChoice {
  if (Object.keys(others).length === 0) {
    if (typeof change === "string" && count === undefined) return { change };
    if (typeof count === "number" && Number.isSafeInteger(count) && count > 0 && change === undefined) return { count };
  }
  throw refused("the body does not tell which changes", reversalHint);
}

function refused(message: string, hint: string): UserError {
  return new UserError("REQUEST_REFUSED", message, hint);
}
