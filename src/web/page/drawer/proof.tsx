// Proof: the links to what was made, and a field for one more.

import { useId, useState } from "preact/hooks";
import { type ErrorData, isError, isGone } from "../api/request.js";
import { webUrl } from "../parts/web-url.js";
import type { FieldCell } from "./edit.js";
import { RefusalText } from "./field.js";
import { Links, webLinksIn } from "./links.js";
import { changeOpened, type Opened } from "./opened.js";

interface ProofProps {
  readonly opened: Opened;
  readonly cell: FieldCell;
  readonly isFixed: boolean;
}

export function Proof({ opened, cell, isFixed }: ProofProps) {
  const links = webLinksIn(cell.raw);
  const isLinksOnly =
    links.length > 0 && cell.shown.split(/[\s,;]+/).every((word) => links.includes(webUrl(word)?.href ?? ""));
  return (
    <>
      <dt class="wide">Proof</dt>
      <dd>
        {!isLinksOnly && (cell.shown !== "" || isFixed) && (
          <span class={cell.shown === "" ? "value soft" : "value"} dir="auto">
            {cell.shown || "none yet"}
          </span>
        )}
        <Links urls={links} />
        {!isFixed && cell.change && <AddProof opened={opened} hasSome={cell.shown !== ""} />}
      </dd>
    </>
  );
}

/** What is typed stays until the file has it. */
function AddProof({ opened, hasSome }: { readonly opened: Opened; readonly hasSome: boolean }) {
  const [link, setLink] = useState("");
  const [refusal, setRefusal] = useState<Pick<ErrorData, "message" | "hint"> | null>(null);
  const id = useId();
  const add = async (event: SubmitEvent) => {
    event.preventDefault();
    if (link.trim() === "") return;
    const answer = await changeOpened(opened, { op: "set", input: { proof: [link.trim()] } });
    if (isError(answer)) return setRefusal(answer);
    if (isGone(answer)) return;
    setLink("");
    setRefusal(null);
  };
  const clear = (event: KeyboardEvent) => {
    if (event.key !== "Escape" || link === "") return;
    event.preventDefault();
    setLink("");
    setRefusal(null);
  };
  return (
    <form onSubmit={(event) => void add(event)}>
      <div class="inline">
        <label class="grow">
          <span class="unseen">{hasSome ? "Another proof link" : "Proof link"}</span>
          <input
            class="field"
            inputMode="url"
            autocomplete="off"
            placeholder="https://"
            value={link}
            aria-invalid={refusal !== null}
            aria-describedby={refusal ? id : undefined}
            onInput={({ currentTarget }) => setLink(currentTarget.value)}
            onKeyDown={clear}
          />
        </label>
        <button type="submit" class="btn">
          {hasSome ? "Add another" : "Add"}
        </button>
      </div>
      {refusal && <RefusalText id={id} refusal={refusal} />}
    </form>
  );
}
