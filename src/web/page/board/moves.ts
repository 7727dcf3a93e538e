// Moves: what a card can be made, by dragging it, in its menu or with a key.

import { signal } from "@preact/signals";
import type { PageData } from "../../../json/envelopes/page.js";
import { phaseTitle } from "../../../model/roadmap.js";
import type { Status } from "../../../model/status.js";
import { openFinish } from "../drawer/ask-finish.js";
import type { MenuEntry } from "../parts/menu.js";
import { itemSign } from "../parts/sign.js";
import { changeItem } from "../state/changes.js";
import { keyTable } from "../state/keys.js";
import type { BoardItem } from "./columns.js";

export type MoveName = "start" | "finish" | "block" | "skip" | "reset" | "reopen";

const leadsTo: Readonly<Record<MoveName, Status>> = {
  start: "in-progress",
  reopen: "in-progress",
  finish: "done",
  block: "blocked",
  skip: "skipped",
  reset: "not-started",
};

/** Those that the operations accept, the most likely first. */
const offered: Readonly<Record<Status, readonly MoveName[]>> = {
  "not-started": ["start", "finish", "block", "skip"],
  "in-progress": ["finish", "block", "skip", "reset"],
  blocked: ["start", "finish", "skip", "reset"],
  done: ["reopen", "reset"],
  skipped: ["start", "finish", "block", "reset"],
};

export function moveItem(move: MoveName, { type, data: { number } }: BoardItem): void {
  if (move === "finish") openFinish({ type, number });
  else void changeItem(move, { type, number });
}

export function moveToColumn(status: Status, item: BoardItem): void {
  const move = offered[item.data.status].find((name) => leadsTo[name] === status) ?? anyMoveTo[status];
  moveItem(move, item);
}

/** The program says why a move that is not offered is refused. */
const anyMoveTo: Readonly<Record<Status, MoveName>> = {
  "not-started": "reset",
  "in-progress": "start",
  done: "finish",
  blocked: "block",
  skipped: "skip",
};

export function moveEntries(data: PageData, item: BoardItem): MenuEntry[] {
  const phases = phaseEntries(data, item);
  return [
    ...offered[item.data.status].map((move) => {
      const { icon, look } = itemSign(item.type, leadsTo[move]);
      const { label, keys } = keyTable[move];
      return { label, icon, look, key: keys[0], does: () => moveItem(move, item) };
    }),
    ...(phases.length === 0 ? [] : [{ label: "Move to phase…", key: keyTable.move.keys[0], does: phases }]),
  ];
}

/** The card whose menu a key has opened at its phases, by address. */
export const sentToPhase = signal<string | null>(null);

/** The other phases that have a topic, or for a task, another task. */
export function phaseEntries(
  { phases, topics, tasks }: PageData,
  { type, data: { number, track, phase } }: BoardItem,
  move = (input: { readonly to: string; readonly track?: string }): unknown =>
    changeItem("move", { type, number }, input),
): MenuEntry[] {
  const items = type === "topic" ? topics : tasks;
  const used = new Set(items.map((item) => `${item.track}\n${item.phase}`));
  const others = phases.filter((other) => other.label !== phase || other.track !== track);
  return others
    .filter((other) => used.has(`${other.track}\n${other.label}`))
    .map((other): MenuEntry => {
      const input = { to: other.label, ...(type === "task" && other.track !== null ? { track: other.track } : {}) };
      return { label: phaseTitle(other), does: () => void move(input) };
    });
}
