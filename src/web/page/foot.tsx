// Foot: the state of the file in one line, and the result of the last change, which is read aloud.

import type { PageData } from "../../json/envelopes/page.js";
import { counted } from "../../text/plural.js";
import { Behind } from "./banner/banner.js";
import { Icon } from "./parts/icon.js";
import { commit, reverse } from "./state/changes.js";
import { openDialog } from "./state/dialogs.js";
import { problemCountText, uncommittedCount } from "./state/notes.js";
import { result } from "./state/result.js";
import { connection, trouble } from "./state/roadmap.js";

export function Foot({ data }: { readonly data: PageData }) {
  return (
    <footer class="foot">
      <Behind />
      <State data={data} />
      {uncommittedCount.value > 0 && (
        <span class="row hide-s">
          {counted(uncommittedCount.value, "change")} not committed{" "}
          {!data.readOnly && (
            <button type="button" class="btn small quiet" title="Commit (c)" onClick={() => void commit()}>
              Commit
            </button>
          )}
        </span>
      )}
      {problemCountText.value !== null && (
        <button
          type="button"
          class="btn small quiet hide-s"
          onClick={() => {
            openDialog.value = "problems";
          }}
        >
          {problemCountText.value}
        </button>
      )}
      {data.undo && !data.readOnly && (
        <button type="button" class="btn small quiet only-s" onClick={() => void reverse("undo")}>
          <Icon name="undo" />
          Undo
        </button>
      )}
      <span class="keys">
        <kbd>Ctrl</kbd> <kbd>K</kbd> commands &nbsp; <kbd>?</kbd> keys
      </span>
    </footer>
  );
}

function State({ data }: { readonly data: PageData }) {
  const { icon, look, text } = stateOf(data);
  return (
    <span class="row cut">
      <Icon name={icon} look={look} />
      <span class="cut" dir="auto" role="status" title={text}>
        {text}
      </span>
    </span>
  );
}

interface FileState {
  readonly icon: "done" | "warn" | "info";
  readonly look: string;
  readonly text: string;
}

function stateOf({ file, readOnly }: PageData): FileState {
  if (connection.value !== "open") return { icon: "warn", look: "is-blocked", text: "Not connected" };
  if (trouble.value) return { icon: "warn", look: "is-blocked", text: `Read-only until ${file} is fixed` };
  if (result.value?.kind === "refused") return { icon: "warn", look: "is-blocked", text: result.value.text };
  if (result.value?.kind === "seen") return { icon: "info", look: "soft", text: result.value.text };
  if (result.value) return { icon: "done", look: "is-done", text: result.value.text };
  if (readOnly) return { icon: "info", look: "soft", text: `Read-only: ${file}` };
  return { icon: "done", look: "is-done", text: `Watching ${file}` };
}
