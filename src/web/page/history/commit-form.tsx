// Commit form: the message of the next commit, which is generated unless one is written.

import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { isError, isGone } from "../api/request.js";
import { Prose } from "../parts/prose.js";
import { commit, previewCommit } from "../state/changes.js";

interface Refused {
  readonly message: string;
  readonly hint: string;
}

export function CommitForm({ onClose }: { readonly onClose: () => void }) {
  const [message, setMessage] = useState("");
  const [generated, setGenerated] = useState("");
  const [refused, setRefused] = useState<Refused | null>(null);
  const field = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => {
    field.current?.focus();
    void previewCommit().then((answer) => {
      if (isError(answer)) setRefused(answer);
      else if (!isGone(answer)) setGenerated(answer.message?.split("\n", 1)[0] ?? "");
    });
  }, []);
  const send = async (event: SubmitEvent) => {
    event.preventDefault();
    const answer = await commit(message.trim() === "" ? undefined : message);
    if (isError(answer)) setRefused(answer);
    else if (!isGone(answer)) close();
  };
  const close = () => {
    onClose();
    document.querySelector<HTMLElement>(".history h2")?.focus();
  };
  return (
    <form class="sub commit" onSubmit={send} onKeyDown={({ key }) => key === "Escape" && close()}>
      <label>
        <span>Message of the commit (optional)</span>
        <input
          class="field"
          ref={field}
          dir="auto"
          value={message}
          onInput={({ currentTarget }) => setMessage(currentTarget.value)}
        />
      </label>
      {generated !== "" && (
        <p dir="auto">
          Without one: <span class="ink">{generated}</span>
        </p>
      )}
      {refused && (
        <p role="alert" class="is-blocked">
          <Prose text={refused.message} /> <Prose text={refused.hint} />
        </p>
      )}
      <p class="row">
        <button type="submit" class="btn small primary">
          Commit
        </button>
        <button type="button" class="btn small" onClick={close}>
          Cancel
        </button>
      </p>
    </form>
  );
}
