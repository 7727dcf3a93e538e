// Field: one cell, shown as text until it is edited; what is typed is never lost to a change from outside.

import { useId, useLayoutEffect, useRef } from "preact/hooks";
import { Prose } from "../parts/prose.js";
import { type FieldCell, type FieldEdit, useEdit } from "./edit.js";
import { Input } from "./input.js";
import type { Opened } from "./opened.js";
import { DiskTexts, VersusHead } from "./versus.js";

interface FieldProps {
  readonly opened: Opened;
  readonly cell: FieldCell;
  /** The id of the element that names it. */
  readonly labelId: string;
}

export function CellField({ opened, cell, labelId }: FieldProps) {
  const edit = useEdit(opened, cell);
  const button = useRef<HTMLButtonElement>(null);
  const id = useId();
  useReturn(edit, button);
  if (edit.draft !== null) return <Editor cell={cell} edit={edit} />;
  return (
    <button ref={button} type="button" class="value" aria-labelledby={`${labelId} ${id}`} onClick={edit.begin}>
      <span id={id}>
        <CellText cell={cell} />
      </span>
    </button>
  );
}

export function CellText({ cell: { shown, blank, note } }: { readonly cell: FieldCell }) {
  return (
    <>
      <span dir="auto" class={shown === "" ? "soft" : ""}>
        {shown || blank}
      </span>
      {note && <span class="soft"> {note}</span>}
    </>
  );
}

/** After a key has closed the field, its text has the focus. */
export function useReturn({ draft, takesFocus }: FieldEdit, text: { readonly current: HTMLElement | null }): void {
  const isOpen = draft !== null;
  useLayoutEffect(() => {
    if (isOpen || !takesFocus.current) return;
    takesFocus.current = false;
    // Unless the user went on to something else in the meantime.
    if (document.activeElement === document.body) text.current?.focus();
  }, [isOpen]);
}

/** The input keeps its place in the tree, and with it the focus and the caret, when the text on disk is shown next to it. */
export function Editor({ cell, edit }: { readonly cell: FieldCell; readonly edit: FieldEdit }) {
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  const { conflict } = edit;
  const refusal = conflict ? null : edit.refusal;
  const onBlur = ({ currentTarget, relatedTarget }: FocusEvent) => {
    // The window lost the focus, not the field.
    if (document.activeElement === currentTarget) return;
    if (relatedTarget instanceof Node && box.current?.contains(relatedTarget)) return;
    void edit.save("elsewhere");
  };
  return (
    <div ref={box} class={conflict ? "versus" : "editing"}>
      {conflict && <VersusHead conflict={conflict} title={cell.title} />}
      <div class="sides">
        <div class="side">
          <label for={id} class={conflict ? "" : "unseen"}>
            <b>{conflict ? "Yours, not saved" : cell.title}</b>
            {conflict && <span class="unseen">: {cell.title}</span>}
          </label>
          <Input id={id} cell={cell} edit={edit} onBlur={onBlur} describedBy={refusal ? `${id}-refusal` : undefined} />
          {conflict && (
            <button type="button" class="btn primary" onClick={() => void edit.keep()}>
              Keep mine
            </button>
          )}
        </div>
        {conflict && (
          <div class="side">
            <b>On disk</b>
            <DiskTexts conflict={conflict} />
            <button type="button" class="btn" onClick={edit.leave}>
              Take theirs
            </button>
          </div>
        )}
      </div>
      {refusal && <RefusalText id={`${id}-refusal`} refusal={refusal} />}
    </div>
  );
}

interface RefusalTextProps {
  readonly id: string;
  readonly refusal: { readonly message: string; readonly hint: string };
}

/** Why the server refused it, and what to do. */
export function RefusalText({ id, refusal: { message, hint } }: RefusalTextProps) {
  return (
    <p id={id} class="refusal" role="alert" dir="auto">
      <b>
        <Prose text={message} />
      </b>{" "}
      {hint && <Prose text={hint} />}
    </p>
  );
}
