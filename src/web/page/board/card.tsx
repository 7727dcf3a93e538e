// Card: a topic or task on the board and under Now.

import { Icon } from "../parts/icon.js";
import { Menu, type MenuEntry } from "../parts/menu.js";
import { itemSign } from "../parts/sign.js";
import type { TaskItem, TopicItem } from "../state/items.js";
import { goTo, hrefOf, route } from "../state/route.js";

type CardProps =
  | { readonly type: "topic"; readonly item: TopicItem }
  | { readonly type: "task"; readonly item: TaskItem };

export function Card({ type, item }: CardProps) {
  const { icon, look, label } = itemSign(type, item.status);
  const { number, name } = item;
  const entries: readonly MenuEntry[] = [
    { label: "Open", key: "Enter", does: () => goTo(route.value.view, { type, number }) },
  ];
  return (
    <article class="card">
      <Icon name={icon} look={look} label={label} />
      <h3 dir="auto">
        <a href={hrefOf(route.value.view, { type, number })}>
          <span class="no">{type === "task" ? `t${number}` : number}</span> {name}
        </a>
      </h3>
      <Menu label={`Change ${name}`} entries={entries} look="more" />
    </article>
  );
}
