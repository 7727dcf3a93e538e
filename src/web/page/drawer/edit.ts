// Edit: a cell while it is edited, from the first key until the file has the text or the user has given it up.

import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { type ErrorData, isError } from "../api/request.js";
import { report } from "../state/result.js";
import {
  type Changing,
  changeOpened,
  changesBeside,
  holdField,
  markSeen,
  type Opened,
  type OtherChange,
} from "./opened.js";

export interface FieldCell {
  readonly title: string;
  /** Its place among the texts of the topic or task. */
  readonly column: number;
  /** As written in the file. */
  readonly raw: string;
  /** What is read; blank if the cell is. */
  readonly shown: string;
  /** What is read if the cell is blank. */
  readonly blank: string;
  /** What is added to it. */
  readonly note?: string;
  readonly input: "text" | "day" | "phase";
  /** What is edited: the text as written in the file, a day or a phase. */
  readonly value: string;
  /** The phases to choose from. */
  readonly choices?: readonly { readonly value: string; readonly label: string }[];
  /** Null if no operation changes it. */
  readonly change: ((value: string) => Changing) | null;
}

type Refusal = Pick<ErrorData, "message" | "hint">;

/** What another program wrote since the field was opened: into this cell, or into others of its row. */
export type FieldConflict =
  | { readonly kind: "own"; readonly mine: string; readonly disk: string }
  | { readonly kind: "others"; readonly changes: readonly OtherChange[] };

export interface FieldEdit {
  /** Null while the cell is only read. */
  readonly draft: string | null;
  readonly isSaving: boolean;
  readonly refusal: Refusal | null;
  readonly conflict: FieldConflict | null;
  /** Whether what comes next takes the focus: the input when the user opened it, the text when a key closed it. */
  readonly takesFocus: { current: boolean };
  begin(): void;
  type(draft: string): void;
  refuse(refusal: Refusal): void;
  /**
   * Unless the user has to choose first.
   * @param focus where it goes after that
   */
  save(focus: "back" | "elsewhere"): Promise<void>;
  /** Saves it whatever another program wrote. */
  keep(): Promise<void>;
  /** Shows what the file says. */
  leave(): void;
}

interface Draft {
  readonly text: string;
  /** What the cell was when the field was opened. */
  readonly base: string;
}

interface State extends Draft {
  readonly isSaving: boolean;
  readonly refusal: Refusal | null;
  /** Whether it was to be saved: only then do changes elsewhere in the row concern the user. */
  readonly isChecked: boolean;
}

export function useEdit(opened: Opened, cell: FieldCell): FieldEdit {
  const key = keyOf(opened, cell);
  const [state, setState] = useState(() => stateOf(takeDraft(key)));
  // An input that is removed loses the focus, which must not save what was given up just now.
  const live = useRef(state);
  const takesFocus = useRef(false);
  const isOpen = state !== null;
  useLayoutEffect(() => (isOpen ? holdField() : undefined), [isOpen]);
  const isThere = useKeptDraft(key, state && state.text !== cell.value ? state : null);
  const put = (next: State | null) => {
    live.current = next;
    setState(next);
  };
  const conflict = state && conflictOf(state, opened, cell);
  return {
    draft: state?.text ?? null,
    isSaving: state?.isSaving ?? false,
    refusal: state?.refusal ?? null,
    conflict,
    takesFocus,
    begin() {
      takesFocus.current = true;
      put(stateOf({ text: cell.value, base: cell.raw }));
    },
    type: (text) => live.current && put({ ...live.current, text }),
    refuse: (refusal) => live.current && put({ ...live.current, refusal }),
    leave() {
      takesFocus.current = true;
      put(null);
    },
    ...savingOf({ opened, cell, live, isThere, takesFocus, conflict, put }),
  };
}

interface Saving extends Pick<FieldEdit, "takesFocus" | "conflict"> {
  readonly opened: Opened;
  readonly cell: FieldCell;
  readonly live: { readonly current: State | null };
  readonly isThere: { readonly current: boolean };
  put(state: State | null): void;
}

function savingOf({
  opened,
  cell,
  live,
  isThere,
  takesFocus,
  conflict,
  put,
}: Saving): Pick<FieldEdit, "save" | "keep"> {
  const send = async (sent: State) => {
    if (!cell.change) return;
    put({ ...sent, isSaving: true, refusal: null });
    const answer = await changeOpened(opened, cell.change(sent.text));
    if (answer.kind === "change") {
      drafts.delete(keyOf(opened, cell));
      put(null);
      return;
    }
    const refusal = isError(answer) ? answer : gone;
    if (!isThere.current) report("refused", refusal.message, refusal.hint);
    put({ ...sent, isChecked: true, refusal });
  };
  return {
    async save(focus) {
      const now = live.current;
      if (!now || now.isSaving) return;
      takesFocus.current = focus === "back";
      if (conflict) return;
      if (now.text === cell.value) put(null);
      else if (changesBeside(opened, cell.column).length > 0) put({ ...now, isChecked: true });
      else await send(now);
    },
    async keep() {
      const now = live.current;
      if (!now || now.isSaving) return;
      markSeen(opened.item);
      takesFocus.current = true;
      await send({ ...now, base: cell.raw, isChecked: false });
    },
  };
}

const gone: Refusal = {
  message: "the server does not answer",
  hint: "your text stays here: save it again once the server is back",
};

function stateOf(draft: Draft | null): State | null {
  return draft && { ...draft, isSaving: false, refusal: null, isChecked: false };
}

function conflictOf(
  { text, base, isChecked, isSaving }: State,
  opened: Opened,
  { raw, value, column }: FieldCell,
): FieldConflict | null {
  if (isSaving || text === value) return null;
  if (raw !== base) return { kind: "own", mine: text, disk: raw };
  const changes = isChecked ? changesBeside(opened, column) : [];
  return changes.length === 0 ? null : { kind: "others", changes };
}

// Drafts that could not be saved before the drawer was closed; they are there when it is opened again.

const drafts = new Map<string, Draft>();

/** Of several with one name in one phase, it is known by its place among them. */
function keyOf({ data: { topics, tasks }, item: { type, data } }: Opened, { title, column }: FieldCell): string {
  const all: readonly Pick<typeof data, "name" | "phase" | "number">[] = type === "topic" ? topics : tasks;
  const alike = all.filter(({ name, phase }) => name === data.name && phase === data.phase);
  const place = alike.findIndex(({ number }) => number === data.number);
  return [type, data.name, data.phase, place, column, title].join("\n");
}

function takeDraft(key: string): Draft | null {
  const draft = drafts.get(key) ?? null;
  drafts.delete(key);
  return draft;
}

/** Returns whether the field is still there. */
function useKeptDraft(key: string, draft: Draft | null): { readonly current: boolean } {
  const isThere = useRef(true);
  const latest = useRef({ key, draft });
  latest.current = { key, draft };
  useLayoutEffect(
    () => () => {
      const { key: lastKey, draft: last } = latest.current;
      if (last) drafts.set(lastKey, last);
      isThere.current = false;
    },
    [],
  );
  return isThere;
}
