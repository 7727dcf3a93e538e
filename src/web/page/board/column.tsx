// Column: the cards of one status, in groups that can be folded.

import { useRef } from "preact/hooks";
import type { PageData } from "../../../json/envelopes/page.js";
import { Icon } from "../parts/icon.js";
import { itemSign } from "../parts/sign.js";
import { Cards } from "./cards.js";
import type { BoardColumn, CardGroup } from "./columns.js";
import { over, useDrop } from "./drag.js";
import { isGroupOpen, isSkippedOpen, setGroupOpen } from "./folds.js";
import { lane, laneOf } from "./lanes.js";
import { NewItemButton, NewItemForm, newItem } from "./new-item.js";

interface ColumnProps {
  readonly data: PageData;
  readonly column: BoardColumn;
}

export function ColumnView({ data, column }: ColumnProps) {
  const section = useRef<HTMLElement>(null);
  const { status, groups, count, countWords } = column;
  useDrop(section, status);
  const { icon, look, label } = itemSign("topic", status);
  const isRail = status === "skipped" && !isSkippedOpen.value;
  const looks = [
    "column",
    ...(isRail ? ["rail"] : []),
    ...(lane.value === laneOf(status) ? [lane.value === status ? "here" : "below"] : []),
    ...(over.value === status ? ["drop"] : []),
  ];
  return (
    <section ref={section} class={looks.join(" ")} aria-label={`${label}, ${countWords}`}>
      {isRail ? (
        <Rail count={count} />
      ) : (
        <>
          <header>
            <Icon name={icon} look={look} />
            <h2>{label}</h2>
            <span class="count">{count}</span>
            <span class="grow" />
            {status === "skipped" && <SkippedButton label="Hide skipped" />}
            {status === "not-started" && !data.readOnly && (
              <NewItemButton type={data.topics.length > 0 ? "topic" : "task"} groups={groups} />
            )}
          </header>
          {status === "not-started" && newItem.value && <NewItemForm item={newItem.value} />}
          {groups.map((group, index) => (
            <Group
              key={group.key}
              data={data}
              group={group}
              above={groups.slice(0, index).reduce((sum, { items }) => sum + items.length, 0)}
              hasPhase={status !== "not-started" && status !== "done"}
            />
          ))}
        </>
      )}
    </section>
  );
}

function Rail({ count }: { readonly count: number }) {
  return (
    <>
      <SkippedButton label="Show skipped" />
      <span class="count">{count}</span>
      <h2>Skipped</h2>
    </>
  );
}

function SkippedButton({ label }: { readonly label: string }) {
  const toggle = () => {
    isSkippedOpen.value = !isSkippedOpen.value;
  };
  return (
    <button
      type="button"
      class="btn small quiet icon"
      aria-label={label}
      aria-expanded={isSkippedOpen.value}
      onClick={toggle}
    >
      <Icon name={isSkippedOpen.value ? "down" : "right"} />
    </button>
  );
}

interface GroupProps {
  readonly data: PageData;
  readonly group: CardGroup;
  readonly above: number;
  readonly hasPhase: boolean;
}

export function Group({ data, group, above, hasPhase }: GroupProps) {
  const { title, items } = group;
  const isOpen = isGroupOpen(group);
  return (
    <>
      {title !== null && (
        <button type="button" class="group" aria-expanded={isOpen} onClick={() => setGroupOpen(group, !isOpen)}>
          <Icon name={isOpen ? "down" : "right"} />
          <span class="cut" dir="auto">
            {title}
          </span>
          <span class="count">{items.length}</span>
        </button>
      )}
      {isOpen && items.length > 0 && <Cards data={data} items={items} above={above} hasPhase={hasPhase} />}
    </>
  );
}
