// Row keys: what the keyboard does in the phases; the row that is meant is the one that has the focus.

import type { PageData } from "../../../json/envelopes/page.js";
import { type MoveName, moveItem } from "../board/moves.js";
import { type Item, itemAt } from "../state/items.js";
import { useKeys } from "../state/keys.js";
import { routeOf } from "../state/route.js";
import { openField } from "./add-line.js";
import { currentKey } from "./current.js";
import { unfold } from "./folds.js";
import type { KindOfSections, PhaseSection } from "./sections.js";

const rows = ".now .card, .line, .todo, .folded, .unfolded";

/** What has the focus in a row. */
const focusable = "h3 a, a.name, input";

export function useRowKeys(data: PageData, kinds: readonly KindOfSections[]): void {
  const isFixed = data.readOnly;
  const act = (move: MoveName) => () => {
    const item = isFixed ? undefined : focusedItem(data);
    return item !== undefined && moveItem(move, item);
  };
  useKeys({
    down: () => move(1),
    up: () => move(-1),
    start: act("start"),
    finish: act("finish"),
    block: act("block"),
    skip: act("skip"),
    reset: act("reset"),
    reopen: act("reopen"),
    "add-topic": () => !isFixed && addTo(kinds, "topics"),
    "add-task": () => !isFixed && addTo(kinds, "tasks"),
  });
}

function focusedRow(): Element | null {
  return document.activeElement?.closest(rows) ?? null;
}

/** The topic or task that the focused row links to. */
function focusedItem(data: PageData): Item | undefined {
  const link = focusedRow()?.querySelector("a[href^='#phases/']");
  const { open } = routeOf(link?.getAttribute("href") ?? "");
  return open ? itemAt(data, open) : undefined;
}

function move(step: 1 | -1): boolean {
  const all = [...document.querySelectorAll<HTMLElement>(rows)];
  const focused = focusedRow();
  const index = focused instanceof HTMLElement ? all.indexOf(focused) : -1;
  const row = index < 0 ? all.find((one) => one.getBoundingClientRect().top > 0) : all[index + step];
  const target = row?.querySelector<HTMLElement>(focusable) ?? row;
  target?.focus({ preventScroll: true });
  row?.scrollIntoView({ block: "nearest" });
  return row !== undefined;
}

/** Opens the field for a new one in the phase that is read, or else in the first that is not finished. */
function addTo(kinds: readonly KindOfSections[], name: KindOfSections["name"]): boolean {
  const sections = kinds.find((kind) => kind.name === name)?.groups.flatMap((group) => group.sections) ?? [];
  const isCurrent = ({ key }: PhaseSection) => key === currentKey.value;
  const section = sections.find(isCurrent) ?? sections.find(({ progress }) => progress !== "finished") ?? sections[0];
  if (!section) return false;
  unfold(section.key);
  openField(section.key);
  return true;
}
