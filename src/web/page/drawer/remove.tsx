// Remove: asks before a topic or task leaves the file.

import { useId, useState } from "preact/hooks";
import { type ErrorData, isError, isGone } from "../api/request.js";
import { Dialog } from "../parts/dialog.js";
import { goTo, route } from "../state/route.js";
import { RefusalText } from "./field.js";
import { changeOpened, type Opened } from "./opened.js";

interface RemoveDialogProps {
  readonly opened: Opened;
  onClose(): void;
}

export function RemoveDialog({ opened, onClose }: RemoveDialogProps) {
  const { data, item } = opened;
  const [refusal, setRefusal] = useState<ErrorData | null>(null);
  const id = useId();
  const hasSubtasks = item.type === "task" && data.tasks.some(({ parent }) => parent === item.data.number);
  const what = item.type === "topic" ? "The row" : hasSubtasks ? "The task and its subtasks" : "The task";
  const remove = async (event: SubmitEvent) => {
    event.preventDefault();
    const answer = await changeOpened(opened, { op: "remove", input: {} });
    if (isError(answer)) return setRefusal(answer);
    if (isGone(answer)) return;
    onClose();
    goTo(route.value.view);
  };
  const title = `Remove ${item.data.name}?`;
  return (
    <Dialog label={title} look="narrow" onClose={onClose}>
      <div class="dhead">
        <h2 dir="auto">{title}</h2>
      </div>
      <form id={id} class="body" onSubmit={(event) => void remove(event)}>
        <p>
          {what} leaves <span class="mono">{data.file}</span>. Undo brings it back.
        </p>
        {refusal && <RefusalText id={`${id}-refusal`} refusal={refusal} />}
      </form>
      <div class="dfoot acts">
        <span class="grow" />
        <button type="button" class="btn" onClick={onClose}>
          Cancel
        </button>
        <button type="submit" form={id} class="btn primary">
          Remove
        </button>
      </div>
    </Dialog>
  );
}
