// Tasks: those about a topic, and those around and inside a task, with their checkboxes.

import type { PageData } from "../../../json/envelopes/page.js";
import { changeItemOf, pending } from "../state/changes.js";
import { itemAddress, type TaskItem } from "../state/items.js";
import { hrefOf, route } from "../state/route.js";

interface TasksProps {
  readonly data: PageData;
  readonly title: string;
  readonly tasks: readonly TaskItem[];
  readonly isFixed: boolean;
}

export function Tasks({ data, title, tasks, isFixed }: TasksProps) {
  if (tasks.length === 0) return null;
  return (
    <section>
      <h3>
        {title} <span class="count">{tasks.length}</span>
      </h3>
      <ul class="todos">
        {tasks.map((task) => (
          <li key={task.number}>
            <TaskCheckbox data={data} task={task} isFixed={isFixed} label={task.name} />
            <a dir="auto" href={hrefOf(route.value.view, { type: "task", number: task.number })}>
              {task.name}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

interface TaskCheckboxProps {
  readonly data: PageData;
  readonly task: TaskItem;
  readonly isFixed: boolean;
  readonly label: string;
}

/** It shows what the file says: a click asks for the change, and the answer draws it. */
export function TaskCheckbox({ data, task: { number, status }, isFixed, label }: TaskCheckboxProps) {
  const name = { type: "task", number } as const;
  const isDone = status === "done";
  return (
    <input
      type="checkbox"
      aria-label={label}
      checked={isDone}
      disabled={isFixed}
      ref={(box) => {
        if (box) box.indeterminate = status === "in-progress";
      }}
      onClick={(event) => {
        event.preventDefault();
        if (pending.value.has(itemAddress(name))) return;
        void changeItemOf(data, { op: isDone ? "uncheck" : "check", name, input: {} });
      }}
    />
  );
}
