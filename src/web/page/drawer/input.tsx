// Input: what a cell is edited with: a text, a date or the phases to choose from.

import { useLayoutEffect, useRef } from "preact/hooks";
import type { FieldCell, FieldEdit } from "./edit.js";

interface InputProps {
  readonly id: string;
  readonly cell: FieldCell;
  readonly edit: FieldEdit;
  onBlur(event: FocusEvent): void;
  /** The id of the refusal. */
  readonly describedBy: string | undefined;
}

type Control = HTMLTextAreaElement | HTMLInputElement | HTMLSelectElement;

export function Input({ id, cell, edit, onBlur, describedBy }: InputProps) {
  const control = useRef<Control | null>(null);
  const isByPointer = useRef(false);
  useLayoutEffect(() => {
    if (edit.takesFocus.current && control.current) focusAtEnd(control.current);
    edit.takesFocus.current = false;
  }, []);
  const shared = {
    id,
    ref(element: Control | null) {
      control.current = element;
    },
    class: "field",
    value: edit.draft ?? "",
    "aria-describedby": describedBy,
    "aria-invalid": describedBy !== undefined,
    onInput: ({ currentTarget }: { readonly currentTarget: Control }) => edit.type(currentTarget.value),
    onBlur(event: FocusEvent) {
      if (!isHalfTyped(control.current)) onBlur(event);
      else edit.refuse(halfTyped);
    },
    onKeyDown(event: KeyboardEvent) {
      isByPointer.current = false;
      if (isHalfTyped(control.current) && event.key === "Enter") edit.refuse(halfTyped);
      else onKey(event, edit);
    },
  };
  if (cell.input === "day") return <input {...shared} type="date" readOnly={edit.isSaving} />;
  if (cell.input === "text") return <textarea {...shared} dir="auto" rows={1} readOnly={edit.isSaving} />;
  return (
    <select
      {...shared}
      dir="auto"
      onPointerDown={() => {
        isByPointer.current = true;
      }}
      // The arrow keys choose one after the other, so they save nothing yet.
      onChange={() => isByPointer.current && void edit.save("back")}
    >
      {cell.choices?.map(({ value, label }) => (
        <option key={value} value={value}>
          {label}
        </option>
      ))}
    </select>
  );
}

const halfTyped = {
  message: "a part of the date is missing",
  hint: "type the day, the month and the year, or press Esc",
};

/** A date with parts missing: its value is blank, as if it were to be cleared. */
function isHalfTyped(control: Control | null): boolean {
  return control?.validity.badInput ?? false;
}

function focusAtEnd(control: Control): void {
  control.focus();
  if (control instanceof HTMLTextAreaElement) control.setSelectionRange(control.value.length, control.value.length);
}

/** Enter saves, with Shift it is a line break; Esc restores. */
function onKey(event: KeyboardEvent, edit: FieldEdit): void {
  const { key, shiftKey, isComposing } = event;
  if (isComposing) return;
  if (key === "Enter" && !shiftKey) {
    event.preventDefault();
    void edit.save("back");
  }
  if (key === "Escape") {
    event.preventDefault();
    event.stopPropagation();
    edit.leave();
  }
}
