// Task facts: a task's checkbox and status, where it is, what is around and inside it, and which topics it is about.

import type { PageData } from "../../../json/envelopes/page.js";
import { topicsIn } from "../../../model/select.js";
import { Icon } from "../parts/icon.js";
import { itemSign } from "../parts/sign.js";
import type { TaskItem, TopicItem } from "../state/items.js";
import { hrefOf, route } from "../state/route.js";
import { PlainFact } from "./facts.js";
import { Links, webLinksIn } from "./links.js";
import { TaskCheckbox, Tasks } from "./tasks.js";

interface TaskFactsProps {
  readonly data: PageData;
  readonly task: TaskItem;
  readonly isFixed: boolean;
}

export function TaskFacts({ data, task, isFixed }: TaskFactsProps) {
  const { look, label } = itemSign("task", task.status);
  const links = webLinksIn(task.text);
  const parent = data.tasks.find(({ number }) => number === task.parent);
  return (
    <>
      <dl class="facts">
        <dt>Status</dt>
        <dd>
          <span class="value row">
            <TaskCheckbox data={data} task={task} isFixed={isFixed} label={`Done: ${task.name}`} />
            <span class={look}>{label}</span>
            {!/^[ xX]$/.test(task.mark) && <code>[{task.mark}]</code>}
          </span>
        </dd>
        {task.phase !== null && <PlainFact title="Phase" text={task.phase} />}
        {task.track !== null && <PlainFact title="Track" text={task.track} />}
        {links.length > 0 && (
          <>
            <dt class="wide">Links</dt>
            <dd>
              <Links urls={links} />
            </dd>
          </>
        )}
      </dl>
      {parent && <Tasks data={data} title="Part of" tasks={[parent]} isFixed={isFixed} />}
      <Tasks
        data={data}
        title="Subtasks"
        tasks={data.tasks.filter((other) => other.parent === task.number)}
        isFixed={isFixed}
      />
      <Topics topics={topicsIn(data, task)} />
    </>
  );
}

function Topics({ topics }: { readonly topics: readonly TopicItem[] }) {
  if (topics.length === 0) return null;
  return (
    <section>
      <h3>Topics</h3>
      <ul class="todos">
        {topics.map(({ number, name, status }) => {
          const { icon, look, label } = itemSign("topic", status);
          return (
            <li key={number}>
              <Icon name={icon} look={look} label={label} />
              <a dir="auto" href={hrefOf(route.value.view, { type: "topic", number })}>
                {name}
              </a>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
