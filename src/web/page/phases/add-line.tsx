// Add line: the last line of a phase, which becomes a field for the name of a new topic or task.

import { signal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import { useId, useLayoutEffect, useRef, useState } from "preact/hooks";
import { Icon } from "../parts/icon.js";
import { RefusalLine, refusalIn } from "../parts/refusal-line.js";
import type { changeItem } from "../state/changes.js";
import { hold } from "../state/roadmap.js";

/** What is typed in the open fields, by the key of their phase: nothing that is typed is lost with a redraw. */
const typed = signal<ReadonlyMap<string, string>>(new Map());

function setTyped(key: string, text: string): void {
  typed.value = new Map([...typed.value, [key, text]]);
}

/** Opens the field of a phase; what was typed in it before is still there. */
export function openField(key: string): void {
  setTyped(key, typed.value.get(key) ?? "");
}

function close(key: string): void {
  typed.value = new Map([...typed.value].filter(([other]) => other !== key));
}

interface AddLineProps {
  /** The key of the phase. */
  readonly id: string;
  readonly noun: "topic" | "task";
  /** What the button says. */
  readonly children: ComponentChildren;
  add(text: string): ReturnType<typeof changeItem>;
}

export function AddLine({ id, noun, children, add }: AddLineProps) {
  const button = useRef<HTMLButtonElement>(null);
  const isOpen = typed.value.has(id);
  const wasOpen = useRef(isOpen);
  useLayoutEffect(() => {
    // The button comes back when the field goes, and takes over the focus that went with it.
    if (wasOpen.current && !isOpen && document.activeElement === document.body) button.current?.focus();
    wasOpen.current = isOpen;
  }, [isOpen]);
  if (isOpen) return <AddField id={id} noun={noun} add={add} />;
  return (
    <button ref={button} type="button" class="add" data-adds={noun} onClick={() => openField(id)}>
      <Icon name="plus" />
      <span>{children}</span>
    </button>
  );
}

function AddField({ id, noun, add }: Omit<AddLineProps, "children">) {
  const field = useRef<HTMLInputElement>(null);
  const refusalId = useId();
  const [refusal, setRefusal] = useState<ReturnType<typeof refusalIn>>(null);
  const [isSending, setSending] = useState(false);
  const text = typed.value.get(id) ?? "";
  // Before the next key, which would otherwise go to the page.
  useLayoutEffect(() => field.current?.focus(), []);
  useLayoutEffect(() => (text === "" || isSending ? undefined : hold()), [text === "", isSending]);
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    if (text.trim() === "" || isSending) return;
    setSending(true);
    const said = refusalIn(await add(text.trim()));
    setSending(false);
    setRefusal(said);
    if (said === null) setTyped(id, "");
  };
  const leave = (event: KeyboardEvent) => {
    if (event.key !== "Escape") return;
    event.preventDefault();
    close(id);
  };
  return (
    <form class="adding" onSubmit={submit}>
      <Icon name="plus" look="soft" />
      <input
        ref={field}
        class="field"
        dir="auto"
        aria-label={`New ${noun}`}
        aria-invalid={refusal !== null}
        aria-describedby={refusal === null ? undefined : refusalId}
        placeholder={`New ${noun}`}
        readOnly={isSending}
        value={text}
        onInput={({ currentTarget }) => {
          setTyped(id, currentTarget.value);
          setRefusal(null);
        }}
        onKeyDown={leave}
        onBlur={() => text === "" && close(id)}
      />
      <button type="submit" class="btn small">
        Add
      </button>
      <RefusalLine id={refusalId} refusal={refusal} />
    </form>
  );
}
