// Keys: every key of the page, what it does and where; parts of the page say what happens when one is pressed.

import { useLayoutEffect, useRef } from "preact/hooks";
import { closeDialog, openDialog } from "./dialogs.js";
import type { View } from "./route.js";

export const keyGroups = ["Move", "Find", "Keep", "Change"] as const;

interface Key {
  /** As in `KeyboardEvent.key`; `Ctrl` and `K` for both at once, with Command instead of Ctrl on a Mac. */
  readonly keys: readonly string[];
  readonly group: (typeof keyGroups)[number];
  /** What it does, as a verb or a place. */
  readonly label: string;
  /** Where it works, if not everywhere. */
  readonly views?: readonly View[];
}

const items: readonly View[] = ["board", "phases"];

/** In the order of the list that `?` shows. */
export const keyTable = {
  down: { keys: ["j", "ArrowDown"], group: "Move", label: "Down", views: items },
  up: { keys: ["k", "ArrowUp"], group: "Move", label: "Up", views: items },
  left: { keys: ["h", "ArrowLeft"], group: "Move", label: "Previous column", views: ["board"] },
  right: { keys: ["l", "ArrowRight"], group: "Move", label: "Next column", views: ["board"] },
  column: { keys: ["1", "2", "3", "4", "5"], group: "Move", label: "To a column", views: ["board"] },
  open: { keys: ["Enter"], group: "Move", label: "Open", views: items },
  close: { keys: ["Escape"], group: "Move", label: "Close" },
  board: { keys: ["B"], group: "Move", label: "Board" },
  phases: { keys: ["p"], group: "Move", label: "Phases" },
  progress: { keys: ["d"], group: "Move", label: "Progress" },
  history: { keys: ["L"], group: "Move", label: "History" },
  filter: { keys: ["/"], group: "Find", label: "Filter" },
  palette: { keys: ["Ctrl", "K"], group: "Find", label: "Commands and topics" },
  undo: { keys: ["u"], group: "Keep", label: "Undo" },
  redo: { keys: ["U"], group: "Keep", label: "Redo" },
  commit: { keys: ["c"], group: "Keep", label: "Commit" },
  keys: { keys: ["?"], group: "Keep", label: "These keys" },
  start: { keys: ["s"], group: "Change", label: "Start", views: items },
  finish: { keys: ["f"], group: "Change", label: "Finish", views: items },
  block: { keys: ["b"], group: "Change", label: "Block", views: items },
  skip: { keys: ["x"], group: "Change", label: "Skip", views: items },
  reset: { keys: ["r"], group: "Change", label: "Reset", views: items },
  reopen: { keys: ["o"], group: "Change", label: "Reopen", views: items },
  move: { keys: ["m"], group: "Change", label: "Move to…", views: ["board"] },
  "add-topic": { keys: ["n"], group: "Change", label: "New topic in this phase", views: items },
  "add-task": { keys: ["t"], group: "Change", label: "New task", views: items },
  check: { keys: [" "], group: "Change", label: "Check off a task", views: items },
} as const satisfies Readonly<Record<string, Key>>;

type KeyName = keyof typeof keyTable;

/** False if there is nothing to do: then the part below is asked. */
type Act = (event: KeyboardEvent) => unknown;

type Acts = Readonly<Partial<Record<KeyName, Act>>>;

/** Those of the parts that are rendered, the latest last. */
const bound: (() => Acts)[] = [];

/** What happens on which key for as long as the component is rendered. */
export function useKeys(acts: Acts): void {
  const latest = useRef(acts);
  latest.current = acts;
  useLayoutEffect(() => {
    const own = () => latest.current;
    bound.push(own);
    return () => {
      bound.splice(bound.indexOf(own), 1);
    };
  }, []);
}

/** What was typed between asking for a dialog and its being there, which takes a moment when it is loaded. */
let typedAhead = "";

/** Returns it once. */
export function takeTypedAhead(): string {
  const typed = typedAhead;
  typedAhead = "";
  return typed;
}

addEventListener("keydown", (event) => {
  if (openDialog.value !== null && document.querySelector("dialog[open]") === null) {
    const isText = event.key.length === 1 && !event.ctrlKey && !event.metaKey;
    if (isText && openDialog.value === "palette") typedAhead += event.key;
    if (event.key === "Escape") closeDialog();
    event.preventDefault();
    return;
  }
  const name = nameOf(event);
  if (event.defaultPrevented || name === undefined || isTaken(event, name)) return;
  if (press(name, event)) event.preventDefault();
});

/** Does what the key does; false if there is nothing to do. */
export function press(name: KeyName, event = new KeyboardEvent("keydown")): boolean {
  return bound.toReversed().some((acts) => {
    const act = acts()[name];
    return act !== undefined && act(event) !== false;
  });
}

function nameOf({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): KeyName | undefined {
  if (altKey) return undefined;
  const isCommand = ctrlKey || metaKey;
  return names.find((name) => {
    const keys: readonly string[] = keyTable[name].keys;
    return keys[0] === "Ctrl" ? isCommand && keys[1] === key.toUpperCase() : !isCommand && keys.includes(key);
  });
}

const names = Object.keys(keyTable).filter((name): name is KeyName => Object.hasOwn(keyTable, name));

/** While the user types, chooses in a menu or answers a dialog, the keys are for that. */
function isTaken({ target, key }: KeyboardEvent, name: KeyName): boolean {
  if (!(target instanceof Element)) return false;
  if (target.closest("dialog, [role=menu]") !== null) return true;
  if (name === "palette") return false;
  if (target.matches("textarea, select, [contenteditable], input:not([type=checkbox], [type=radio], [type=button])"))
    return true;
  // What these do by themselves.
  return (key === " " || key === "Enter") && target.matches("button, a, input, summary");
}
