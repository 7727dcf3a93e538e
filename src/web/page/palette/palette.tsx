// Palette: finds topics, tasks and commands by a few words, and does what is chosen.

import { useLayoutEffect, useState } from "preact/hooks";
import type { PageData } from "../../../json/envelopes/page.js";
import { Dialog } from "../parts/dialog.js";
import { Icon } from "../parts/icon.js";
import { closeDialog } from "../state/dialogs.js";
import { takeTypedAhead } from "../state/keys.js";
import { type Hit, hitGroups } from "./hits.js";

const label = "Find a topic, task or command";

export function Palette({ data }: { readonly data: PageData }) {
  const [query, setQuery] = useState(takeTypedAhead);
  const [place, setPlace] = useState(0);
  const [copied, setCopied] = useState<string | null>(null);
  const groups = hitGroups(data, query);
  const hits = groups.flatMap((group) => group.hits);
  const chosen = hits[place];
  useLayoutEffect(() => document.getElementById(idOf(place))?.scrollIntoView({ block: "nearest" }), [place, query]);
  const onKey = (event: KeyboardEvent & { readonly currentTarget: HTMLInputElement }) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) setPlace((place + step + hits.length) % Math.max(1, hits.length));
    else if (event.key === "Enter" && chosen) choose(chosen);
    else if (isCopy(event) && chosen?.command) void copy(chosen.command).then(setCopied);
    else return;
    event.preventDefault();
  };
  const onInput = ({ currentTarget: { value } }: { readonly currentTarget: HTMLInputElement }) => {
    setQuery(value);
    setPlace(0);
    setCopied(null);
  };
  return (
    <Dialog label="Commands and topics" onClose={closeDialog} isLight>
      <div class="ask">
        <Icon name="search" />
        <input
          role="combobox"
          aria-label={label}
          aria-expanded="true"
          aria-controls="found"
          aria-autocomplete="list"
          aria-activedescendant={chosen && idOf(place)}
          placeholder={label}
          dir="auto"
          autocomplete="off"
          spellcheck={false}
          value={query}
          onInput={onInput}
          onKeyDown={onKey}
        />
        <kbd>Esc</kbd>
      </div>
      <Found groups={groups} chosen={chosen} />
      <div class="dfoot" role="status">
        {copied === null ? <Help count={hits.length} /> : copied}
      </div>
    </Dialog>
  );
}

function Help({ count }: { readonly count: number }) {
  if (count === 0) return <span>Nothing found</span>;
  return (
    <>
      <span>
        <kbd>↑</kbd> <kbd>↓</kbd> choose
      </span>
      <span>
        <kbd>Enter</kbd> do it
      </span>
      <span class="hide-s">
        <kbd>Ctrl</kbd> <kbd>C</kbd> copy the command
      </span>
    </>
  );
}

interface FoundProps {
  readonly groups: ReturnType<typeof hitGroups>;
  readonly chosen: Hit | undefined;
}

function Found({ groups, chosen }: FoundProps) {
  let place = 0;
  return (
    <div class="found" id="found" role="listbox" aria-label="Found">
      {groups.map(({ title, hits }) => (
        // biome-ignore lint/a11y/useSemanticElements: a list box has groups, not fieldsets.
        <div key={title} role="group" aria-label={title}>
          <h3 role="presentation">{title}</h3>
          {hits.map((hit) => (
            <Option key={`${hit.label} ${hit.command}`} id={idOf(place++)} hit={hit} isChosen={hit === chosen} />
          ))}
        </div>
      ))}
    </div>
  );
}

function Option({ id, hit, isChosen }: { readonly id: string; readonly hit: Hit; readonly isChosen: boolean }) {
  const { icon, look, sign, command } = hit;
  return (
    <button
      type="button"
      id={id}
      class="hit"
      role="option"
      tabIndex={-1}
      aria-selected={isChosen}
      onClick={() => choose(hit)}
    >
      <Icon name={icon} look={look} {...(sign === undefined ? {} : { label: sign })} />
      <span class="cut" dir="auto">
        {hit.label}
      </span>
      {command !== null && <code>{command}</code>}
    </button>
  );
}

function idOf(place: number): string {
  return `hit-${place}`;
}

/** Closed first, so that what it does finds the page as it is. */
function choose({ does }: Hit): void {
  closeDialog();
  setTimeout(does);
}

/** Text that is selected is copied as everywhere. */
function isCopy({
  key,
  ctrlKey,
  metaKey,
  currentTarget,
}: KeyboardEvent & { readonly currentTarget: HTMLInputElement }) {
  return (ctrlKey || metaKey) && key === "c" && currentTarget.selectionStart === currentTarget.selectionEnd;
}

async function copy(command: string): Promise<string> {
  try {
    await navigator.clipboard.writeText(command);
    return `Copied: ${command}`;
  } catch {
    return "The browser did not allow it to be copied";
  }
}
