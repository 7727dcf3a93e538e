// Foot: the state of the file in one line, and the result of the last change, which is read aloud.

import type { PageData } from "../../json/envelopes/page.js";
import { Icon } from "./parts/icon.js";
import { result } from "./state/result.js";
import { isBehind } from "./state/roadmap.js";

export function Foot({ data }: { readonly data: PageData }) {
  return (
    <footer class="foot">
      <span class="row cut" role="status">
        <Icon name="done" look="is-done" />
        <span class="cut" dir="auto">
          {textOf(data)}
        </span>
      </span>
    </footer>
  );
}

function textOf({ file }: PageData): string {
  if (isBehind.value) return `${file} has changed; the page shows it when you are done`;
  const { text, hint } = result.value ?? { text: `Watching ${file}`, hint: "" };
  return hint === "" ? text : `${text}; ${hint}`;
}
