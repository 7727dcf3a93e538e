// Filter field: the words that topics and tasks must contain to be shown.

import { useRef } from "preact/hooks";
import { counted } from "../../text/plural.js";
import { Icon } from "./parts/icon.js";
import { filterText, hitCount, isFiltered } from "./state/filter.js";
import { useKeys } from "./state/keys.js";

/** On a narrow page it is only seen while it has the focus or words. */
export function FilterField() {
  const field = useRef<HTMLInputElement>(null);
  useKeys({
    filter() {
      field.current?.focus();
      field.current?.select();
    },
  });
  const leave = (event: KeyboardEvent) => {
    if (event.key !== "Escape") return;
    event.preventDefault();
    if (filterText.value === "") field.current?.blur();
    filterText.value = "";
  };
  return (
    <search class={`tools ${isFiltered.value ? "is-used" : ""}`}>
      <span class="count" role="status">
        {isFiltered.value && `${counted(hitCount.value.topics, "topic")}, ${counted(hitCount.value.tasks, "task")}`}
      </span>
      <div class="search">
        <Icon name="search" />
        <input
          ref={field}
          class="field"
          aria-label="Filter topics and tasks"
          aria-keyshortcuts="/"
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
    </search>
  );
}
