// New item: a field at the top of what is not started, for one more topic, or task.

import { signal } from "@preact/signals";
import { useLayoutEffect, useRef } from "preact/hooks";
import { Icon } from "../parts/icon.js";
import { changeFile } from "../state/changes.js";
import { itemAddress } from "../state/items.js";
import { keyTable } from "../state/keys.js";
import { hold } from "../state/roadmap.js";
import type { ItemName } from "../state/route.js";
import type { BoardItem, CardGroup } from "./columns.js";
import { focusCard } from "./focus.js";
import { isGroupOpen } from "./folds.js";
import { lane } from "./lanes.js";

interface NewItem {
  readonly type: ItemName["type"];
  readonly phase: string | null;
  readonly track: string | null;
}

/** What is added now, and where; null while nothing is. */
export const newItem = signal<NewItem | null>(null);

/** In the phase of the card, or in the first one that is open. */
export function openNewItem(type: NewItem["type"], groups: readonly CardGroup[], item: BoardItem | null): void {
  const near = item?.type === type ? item : groups.find(isGroupOpen)?.items.find((other) => other.type === type);
  newItem.value = { type, phase: near?.data.phase ?? null, track: near?.data.track ?? null };
  lane.value = "not-started";
}

interface ButtonProps extends Pick<NewItem, "type"> {
  readonly groups: readonly CardGroup[];
}

export function NewItemButton({ type, groups }: ButtonProps) {
  const [key] = keyTable[type === "topic" ? "add-topic" : "add-task"].keys;
  return (
    <button
      type="button"
      class="btn small quiet icon"
      aria-label={`New ${type}`}
      title={`New ${type} (${key})`}
      onClick={() => openNewItem(type, groups, null)}
    >
      <Icon name="plus" />
    </button>
  );
}

export function NewItemForm({ item }: { readonly item: NewItem }) {
  const field = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => {
    field.current?.focus();
    return hold();
  }, []);
  const close = () => {
    newItem.value = null;
  };
  const add = async (event: SubmitEvent) => {
    event.preventDefault();
    const answer = await addItem(item, field.current?.value ?? "");
    // What was typed stays until it is added.
    if (answer.kind !== "change") return;
    close();
    const [added] = answer.results;
    if (added) focusCard(itemAddress({ type: item.type, number: added.subject.number }));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Escape") return;
    event.preventDefault();
    close();
  };
  return (
    <form class="new-item" onSubmit={(event) => void add(event)} onKeyDown={onKeyDown}>
      <label class="grow">
        <span class="xs soft" dir="auto">
          {`New ${item.type}${placeOf(item)}`}
        </span>
        <input ref={field} class="field" required dir="auto" />
      </label>
      <button type="submit" class="btn">
        Add
      </button>
      <button type="button" class="btn quiet icon" aria-label="Cancel" onClick={close}>
        <Icon name="close" />
      </button>
    </form>
  );
}

function addItem({ type, phase, track }: NewItem, text: string) {
  if (type === "topic") return changeFile("add-topic", { name: text, ...(phase === null ? {} : { phase }) });
  return changeFile("add-task", {
    text,
    ...(phase === null ? {} : { to: phase }),
    ...(track === null ? {} : { track }),
  });
}

function placeOf({ phase }: NewItem): string {
  return phase === null ? "" : ` in ${/^\d+$/.test(phase) ? `phase ${phase}` : phase}`;
}
