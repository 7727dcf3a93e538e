// Keys: the list of all keys, made from the table that they work by.

import { Dialog, DialogHead } from "../parts/dialog.js";
import { closeDialog } from "../state/dialogs.js";
import { keyGroups, keyTable } from "../state/keys.js";

const all = Object.entries(keyTable);

export function KeysDialog() {
  return (
    <Dialog label="Keys" onClose={closeDialog} isLight>
      <DialogHead title="Keys" onClose={closeDialog}>
        <span class="soft sm">none while you type</span>
      </DialogHead>
      <div class="keys-grid">
        {keyGroups.map((group) => (
          <section key={group}>
            <h3>{group}</h3>
            <dl>
              {all.map(([name, key]) =>
                key.group === group ? (
                  <div key={name}>
                    <dt>{key.label}</dt>
                    <dd>
                      {key.keys.map((cap) => (
                        <kbd key={cap}>{capWords[cap] ?? cap}</kbd>
                      ))}
                    </dd>
                  </div>
                ) : null,
              )}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}

const capWords: Readonly<Record<string, string>> = {
  " ": "Space",
  Escape: "Esc",
  ArrowDown: "↓",
  ArrowUp: "↑",
  ArrowLeft: "←",
  ArrowRight: "→",
};
