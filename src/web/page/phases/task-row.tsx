// Task row: a task with its checkbox, and its subtasks below it.

import { Icon } from "../parts/icon.js";
import { itemSign } from "../parts/sign.js";
import { changeItem, pending } from "../state/changes.js";
import { itemAddress, type TaskItem } from "../state/items.js";
import { goTo, hrefOf } from "../state/route.js";
import type { TaskTree } from "./keyed.js";
import { rowLook } from "./row-look.js";

interface TaskRowProps {
  readonly tree: TaskTree;
  readonly isFixed: boolean;
}

export function TaskRow({ tree: { item: task, inner }, isFixed }: TaskRowProps) {
  const { number, name, status } = task;
  const item = { type: "task", number } as const;
  const address = itemAddress(item);
  const { icon, look, label } = itemSign("task", status);
  const isAside = status === "blocked" || status === "skipped";
  return (
    <li>
      <div class={rowLook("todo", item, status)} data-row={address}>
        <span class="check">
          <Checkbox task={task} isFixed={isFixed} />
          <Icon name={icon} look={look} />
        </span>
        <a class="no" href={hrefOf("phases", item)} aria-label={`Open ${address}`}>
          {address}
        </a>
        <span class="what">
          <label for={`check-${address}`} dir="auto">
            {name}
          </label>
          {isAside && <span class={`pill ${look}`}>{label}</span>}
        </span>
      </div>
      {inner.length > 0 && (
        <ul>
          {inner.map((subtree) => (
            <TaskRow key={subtree.key} tree={subtree} isFixed={isFixed} />
          ))}
        </ul>
      )}
    </li>
  );
}

/** It shows what the file says: a click asks for the change, and the answer draws it. */
function Checkbox({ task: { number, status }, isFixed }: { readonly task: TaskItem; readonly isFixed: boolean }) {
  const item = { type: "task", number } as const;
  const address = itemAddress(item);
  const isDone = status === "done";
  return (
    <input
      id={`check-${address}`}
      type="checkbox"
      checked={isDone}
      indeterminate={status === "in-progress"}
      aria-disabled={isFixed}
      onClick={(event) => {
        event.preventDefault();
        if (!isFixed && !pending.value.has(address)) void changeItem(isDone ? "uncheck" : "check", item);
      }}
      onKeyDown={(event) => {
        if (event.key === "Enter") goTo("phases", item);
      }}
    />
  );
}
