// Changes: the operations that the page asks for, each made for the text that was read last.

import { signal } from "@preact/signals";
import type { PageData } from "../../../json/envelopes/page.js";
import { reconnect } from "../api/events.js";
import { type Answer, type ErrorData, isError, isGone, post } from "../api/request.js";
import { choose } from "./choice.js";
import { type Item, itemAddress, itemAt, sameItem } from "./items.js";
import { commitsSeen } from "./late.js";
import { report } from "./result.js";
import { lose, newest, refresh, sendOwn, shown } from "./roadmap.js";
import type { ItemName } from "./route.js";
import { changedRowError } from "./row-changes.js";
import { saidOf } from "./said.js";

/** The rows whose change is not answered yet: they are dimmed. */
export const pending = signal<ReadonlySet<string>>(new Set());

type ChangeAnswer = Answer<"change">;

/** Fields of an operation, by name. */
type Input = Readonly<Record<string, unknown>>;

/**
 * Changes one topic or task of the state that is shown, or adds one after it.
 * @param input the fields of the operation but the one that says which row is meant
 * @returns the answer, after its result has been shown
 */
export function changeItem(op: string, name: ItemName, input: Input = {}): Promise<ChangeAnswer> {
  return changeItemOf(shown.value, { op, name, input });
}

interface ItemChange {
  readonly op: string;
  readonly name: ItemName;
  readonly input: Input;
  /** Whether who asks shows a refusal itself. */
  readonly showsRefusal?: boolean;
}

/** The same for a state that may be newer than what is shown. */
export async function changeItemOf(before: PageData | null, change: ItemChange): Promise<ChangeAnswer> {
  const item = before && itemAt(before, change.name);
  if (!before || !item) return refused("that row is no longer in the file", "read the page again");
  const address = itemAddress(change.name);
  pending.value = new Set([...pending.value, address]);
  const answer = await sendForItem(item, before, change);
  await settle(answer, change.showsRefusal);
  pending.value = new Set([...pending.value].filter((other) => other !== address));
  return answer;
}

/** Another program changed the file: where it left this row alone, the change is sent again. */
async function sendForItem(item: Item, before: PageData, { op, input }: ItemChange): Promise<ChangeAnswer> {
  const field = op.startsWith("add-") ? "after" : op === "check" || op === "uncheck" ? "task" : "topic";
  const send = async (address: string, ifMatch: string) => {
    const request = (row: string) =>
      sendOwn(post<"change">(`operations/${op}`, { input: { [field]: row, ...input }, ifMatch }));
    const answer = await request(address);
    // Some other topic may be named like the number of this one.
    const chosen = isError(answer) ? await choose(answer) : null;
    return chosen ? request(chosen.address) : answer;
  };
  const first = await send(itemAddress({ type: item.type, number: item.data.number }), before.hash);
  if (!isError(first) || first.code !== "CHANGED_MEANWHILE") return first;
  const now = await refresh();
  const same = now && sameItem(item, before, now);
  if (!now) return first;
  return same ? send(itemAddress(same), now.hash) : changedRowError(first, item, now);
}

/** Changes something that is not a row of the roadmap: adds a topic, a task, a table. */
export async function changeFile(op: string, input: Input): Promise<ChangeAnswer> {
  const answer = await sendOwn(post<"change">(`operations/${op}`, { input, ifMatch: newest()?.hash ?? "" }));
  await settle(answer);
  return answer;
}

/**
 * Without an id, the change that the page names: another program may have changed the file since it was drawn.
 * @param which the id of a change
 */
export async function reverse(direction: "undo" | "redo", which?: string): Promise<Answer<"reversal">> {
  const change = which ?? shown.value?.[direction]?.id;
  const input = change === undefined ? { count: 1 } : { change };
  const answer = await sendOwn(post<"reversal">(direction, { input, ifMatch: newest()?.hash ?? "" }));
  await settle(answer);
  return answer;
}

/** The message that the next commit would have. */
export function previewCommit(): Promise<Answer<"commit">> {
  return post<"commit">("commit?dryRun=1", { input: {}, ifMatch: newest()?.hash ?? "" });
}

export async function commit(message?: string): Promise<Answer<"commit">> {
  const input = message === undefined ? {} : { message };
  const answer = await post<"commit">("commit", { input, ifMatch: newest()?.hash ?? "" });
  await settle(answer);
  return answer;
}

/** Shows what the answer says, and the file as it is now. */
async function settle(answer: Answer<"change" | "reversal" | "commit">, showsRefusal = false): Promise<void> {
  if (isGone(answer)) {
    lose(answer);
    reconnect();
    report("refused", "the server does not answer; the change may not be saved", "look at it again once it is back");
    return;
  }
  const data = await refresh();
  if (!isError(answer) && answer.commit) commitsSeen.value++;
  if (!isError(answer)) report("done", saidOf(answer, data));
  else if (!showsRefusal) report("refused", answer.message, answer.hint);
}

function refused(message: string, hint: string): ErrorData {
  report("refused", message, hint);
  return { kind: "error", code: "CHANGED_MEANWHILE", message, hint, exitCode: 5 };
}
