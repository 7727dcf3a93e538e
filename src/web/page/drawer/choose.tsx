// Choose: which topic or task is meant, where several have the name.

import { Dialog, DialogHead } from "../parts/dialog.js";
import { choice, type NamedChoice } from "../state/choice.js";

export function ChooseDialog() {
  const asked = choice.value;
  if (!asked) return null;
  const close = () => asked.answer(null);
  return (
    <Dialog label="Which one?" look="narrow" onClose={close}>
      <DialogHead title="Which one?" onClose={close} />
      <div class="body">
        <p class="soft" dir="auto">
          {asked.message}
        </p>
        <ul>
          {asked.candidates.map((candidate) => (
            <li key={candidate.address}>
              <button type="button" class="candidate" onClick={() => asked.answer(candidate)}>
                <span class="no mono">{numberOf(candidate)}</span>
                <span dir="auto">{candidate.name}</span>
                <span class="soft" dir="auto">
                  {candidate.phase}
                </span>
              </button>
            </li>
          ))}
        </ul>
      </div>
    </Dialog>
  );
}

function numberOf({ type, number }: NamedChoice): string {
  return type === "task" ? `t${number}` : `${number}`;
}
