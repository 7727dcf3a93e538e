// New topic: a field at the top of what is not started, for the name of one more.

import { signal } from "@preact/signals";
import { useLayoutEffect, useRef } from "preact/hooks";
import { Icon } from "../parts/icon.js";
import { changeFile } from "../state/changes.js";
import { hold } from "../state/roadmap.js";
import type { BoardItem, CardGroup } from "./columns.js";
import { focusCard } from "./focus.js";
import { isGroupOpen } from "./folds.js";
import { lane } from "./lanes.js";

/** The phase that it is for; null while no topic is added. */
export const newTopic = signal<{ readonly phase: string | null } | null>(null);

/** In the phase of the card, or in the first one that is open. */
export function openNewTopic(groups: readonly CardGroup[], item: BoardItem | null): void {
  const near = item?.type === "topic" ? item : groups.find(isGroupOpen)?.items[0];
  newTopic.value = { phase: near?.data.phase ?? null };
  lane.value = "not-started";
}

export function NewTopicButton({ groups }: { readonly groups: readonly CardGroup[] }) {
  return (
    <button
      type="button"
      class="btn small quiet icon"
      aria-label="New topic"
      title="New topic (n)"
      onClick={() => openNewTopic(groups, null)}
    >
      <Icon name="plus" />
    </button>
  );
}

export function NewTopicForm({ phase }: { readonly phase: string | null }) {
  const field = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => {
    field.current?.focus();
    return hold();
  }, []);
  const close = () => {
    newTopic.value = null;
  };
  const add = async (event: SubmitEvent) => {
    event.preventDefault();
    const name = field.current?.value ?? "";
    const answer = await changeFile("add-topic", { name, ...(phase === null ? {} : { phase }) });
    if (answer.kind !== "change") return;
    close();
    const [added] = answer.results;
    if (added) focusCard(`#${added.subject.number}`);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Escape") return;
    event.preventDefault();
    close();
  };
  const place = phase === null ? "" : ` in ${/^\d+$/.test(phase) ? `phase ${phase}` : phase}`;
  return (
    <form class="new-topic" onSubmit={(event) => void add(event)} onKeyDown={onKeyDown}>
      <label class="grow">
        <span class="xs soft" dir="auto">{`New topic${place}`}</span>
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
