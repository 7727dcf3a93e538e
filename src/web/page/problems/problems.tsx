// Problems: what `roadmap doctor` finds in the file, each with its line and what to do.

import { Dialog, DialogHead } from "../parts/dialog.js";
import { Icon } from "../parts/icon.js";
import { Prose } from "../parts/prose.js";
import { closeDialog } from "../state/dialogs.js";
import { problemCountText, problems } from "../state/notes.js";
import { shown } from "../state/roadmap.js";

const signs = {
  error: { icon: "warn", look: "is-blocked", label: "Error" },
  warning: { icon: "warn", look: "is-active", label: "Warning" },
  note: { icon: "info", look: "soft", label: "Note" },
} as const;

export function ProblemsDialog() {
  const title = problemCountText.value ?? "No problems";
  return (
    <Dialog label={title} onClose={closeDialog} isLight>
      <DialogHead title={title} onClose={closeDialog}>
        <span class="soft sm">
          as <code>roadmap doctor</code> finds them
        </span>
      </DialogHead>
      <ul class="problems">
        {problems.value.map(({ code, severity, message, hint, line, column }) => (
          <li key={`${code} ${line} ${column}`}>
            <Icon name={signs[severity].icon} look={signs[severity].look} label={signs[severity].label} />
            <p>
              <Prose text={message} />{" "}
              <span class="soft">
                <Prose text={hint} />
              </span>
            </p>
            <span class="mono soft xs">
              {shown.value?.file}:{line}
            </span>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
