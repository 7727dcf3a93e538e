// Drawer: one topic or task, with all its cells.

import type { PageData } from "../../../json/envelopes/page.js";
import { Icon } from "../parts/icon.js";
import { changeItem } from "../state/changes.js";
import { itemAt } from "../state/items.js";
import { hrefOf, type ItemName, route } from "../state/route.js";

const acts = [
  ["start", "Start"],
  ["finish", "Finish"],
  ["block", "Block"],
  ["skip", "Skip"],
] as const;

export function Drawer({ data, open }: { readonly data: PageData; readonly open: ItemName }) {
  const item = itemAt(data, open);
  if (!item) return null;
  return (
    <aside class="drawer" aria-label={item.data.name}>
      <header>
        <a class="btn small quiet icon" href={hrefOf(route.value.view)} aria-label="Close (Esc)">
          <Icon name="close" />
        </a>
      </header>
      <div class="body">
        <h2 dir="auto">{item.data.name}</h2>
        <div class="acts">
          {acts.map(([op, word]) => (
            <button key={op} type="button" class="btn" onClick={() => void changeItem(op, open)}>
              {word}
            </button>
          ))}
        </div>
      </div>
    </aside>
  );
}
