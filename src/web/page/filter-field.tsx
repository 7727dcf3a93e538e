// Filter field: the words that topics and tasks must contain to be shown.

import { useRef } from "preact/hooks";
import { counted } from "../../text/plural.js";
import { Icon } from "./parts/icon.js";
import { filterText, hitCount, isFiltered } from "./state/filter.js";
import { useKeys } from "./state/keys.js";

export function FilterField() {
  const field = useRef<HTMLInputElement>(null);
  useKeys({ filter: () => field.current?.select() });
  const leave = (event: KeyboardEvent) => {
    if (event.key !== "Escape") return;
    event.preventDefault();
    if (filterText.value === "") field.current?.blur();
    filterText.value = "";
  };
  return (
    <>
      {isFiltered.value && (
        <span class="count" role="status">
          {counted(hitCount.value.topics, "topic")}, {counted(hitCount.value.tasks, "task")}
        </span>
      )}
      <div class="search">
        <Icon name="search" />
        <input
          ref={field}
          class="field"
          aria-label="Filter topics and tasks"
          dir="auto"
          placeholder="Filter topics and tasks"
          value={filterText.value}
          onInput={({ currentTarget }) => {
            filterText.value = currentTarget.value;
          }}
          onKeyDown={leave}
        />
        {!isFiltered.value && <kbd>/</kbd>}
      </div>
    </>
  );
}
