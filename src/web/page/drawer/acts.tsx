// Acts: what can be done with a topic or task: the steps that its status allows, and the rest in a menu.

import { useId, useState } from "preact/hooks";
import { type ErrorData, isError } from "../api/request.js";
import { phaseEntries } from "../board/moves.js";
import { Menu, type MenuEntry } from "../parts/menu.js";
import type { Item } from "../state/items.js";
import { asksToFinish, openFinish } from "./ask-finish.js";
import { copy, itemCommand } from "./command.js";
import { RefusalText } from "./field.js";
import { changeOpened, type Opened, openedName } from "./opened.js";
import { RemoveDialog } from "./remove.js";

const words = {
  start: "Start",
  finish: "Finish",
  check: "Check off",
  uncheck: "Uncheck",
  block: "Block",
  skip: "Skip",
  reopen: "Reopen",
  reset: "Reset",
} as const;

type Act = keyof typeof words;

interface Acts {
  /** The likely next step first. */
  readonly buttons: readonly Act[];
  readonly menu: readonly Act[];
}

const topicActs: Readonly<Record<Item["data"]["status"], Acts>> = {
  "not-started": { buttons: ["start", "finish", "block", "skip"], menu: [] },
  "in-progress": { buttons: ["finish", "block", "skip"], menu: ["reset"] },
  blocked: { buttons: ["start", "finish", "skip"], menu: ["reset"] },
  skipped: { buttons: ["start", "finish", "reset"], menu: [] },
  done: { buttons: ["reopen", "reset"], menu: [] },
};

const taskActs: typeof topicActs = {
  "not-started": { buttons: ["check", "start", "block", "skip"], menu: [] },
  "in-progress": { buttons: ["check", "block", "skip"], menu: ["uncheck"] },
  blocked: { buttons: ["start", "check", "skip"], menu: ["uncheck"] },
  skipped: { buttons: ["start", "check", "uncheck"], menu: [] },
  done: { buttons: ["uncheck", "reopen"], menu: [] },
};

interface ActsBarProps {
  readonly opened: Opened;
  onRename(): void;
}

export function ActsBar({ opened, onRename }: ActsBarProps) {
  const { data, item } = opened;
  const [refusal, setRefusal] = useState<ErrorData | null>(null);
  const [isRemoving, setRemoving] = useState(false);
  const id = useId();
  const act = async (op: Act | "move", input = {}) => {
    if (op === "finish") return openFinish(openedName(item), data);
    const answer = await changeOpened(opened, { op, input });
    setRefusal(isError(answer) ? answer : null);
  };
  const { buttons, menu } = (item.type === "topic" ? topicActs : taskActs)[item.data.status];
  const phases = phaseEntries(data, item, (input) => act("move", input));
  const entries: readonly MenuEntry[] = [
    { label: "Rename", icon: "edit", does: onRename },
    ...(phases.length === 0 ? [] : [{ label: "Move to phase…", does: phases }]),
    ...menu.map((op) => ({ label: words[op], does: () => void act(op) })),
    { label: "Copy the command", does: () => void copy(itemCommand(data, item)) },
    { label: "Remove…", icon: "close", does: () => setRemoving(true) },
  ];
  return (
    <div class="stack">
      <div class="acts">
        {buttons.map((op, index) => (
          <button key={op} type="button" class={index === 0 ? "btn primary" : "btn"} onClick={() => void act(op)}>
            {words[op]}
            {op === "finish" && asksToFinish(opened) && "…"}
          </button>
        ))}
        <Menu label="More" entries={entries} />
      </div>
      {refusal && <RefusalText id={id} refusal={refusal} />}
      {isRemoving && <RemoveDialog opened={opened} onClose={() => setRemoving(false)} />}
    </div>
  );
}
