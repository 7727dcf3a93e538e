// Page hits: what the palette offers besides topics and tasks: the views, and what acts on the whole roadmap.

import type { PageData } from "../../../json/envelopes/page.js";
import { counted } from "../../../text/plural.js";
import { programOn } from "../drawer/command.js";
import { commit, reverse } from "../state/changes.js";
import { openDialog } from "../state/dialogs.js";
import { press } from "../state/keys.js";
import { problemCountText, uncommittedCount } from "../state/notes.js";
import { goTo } from "../state/route.js";
import { chooseTheme, nextTheme, themeOffers } from "../state/theme.js";
import type { Hit } from "./hits.js";

const viewHits = [
  pageHit("Board", () => goTo("board")),
  pageHit("Phases", () => goTo("phases"), "list"),
  pageHit("Progress", () => goTo("progress"), "stats"),
  pageHit("History", () => goTo("history"), "log"),
];

export function pageHits(data: PageData): readonly Hit[] {
  const theme = nextTheme();
  const hits = [
    ...viewHits,
    ...(data.readOnly ? [] : changeHits(data)),
    ...(problemCountText.value === null
      ? []
      : [pageHit(`Show ${problemCountText.value}`, () => open("problems"), "doctor")]),
    pageHit("Filter topics and tasks", () => press("filter")),
    pageHit(themeOffers[theme], () => chooseTheme(theme)),
    pageHit("Show all keys", () => open("keys")),
  ];
  return hits.map((hit) => ({ ...hit, command: hit.command && `${programOn(data)} ${hit.command}` }));
}

function changeHits({ undo, redo }: PageData): readonly Hit[] {
  const count = uncommittedCount.value;
  return [
    ...(undo ? [pageHit(`Undo: ${undo.summary}`, () => reverse("undo"), "undo")] : []),
    ...(redo ? [pageHit(`Redo: ${redo.summary}`, () => reverse("redo"), "redo")] : []),
    ...(count > 0 ? [pageHit(`Commit ${counted(count, "change")}`, () => commit(), "commit")] : []),
    pageHit("New topic", () => press("add-topic"), "add topic NAME"),
    pageHit("New task", () => press("add-task"), "add task TEXT"),
  ];
}

/** @param command without the name of the program */
function pageHit(label: string, does: () => unknown, command: string | null = null): Hit {
  return { label, icon: "right", look: "soft", command, does };
}

function open(dialog: "keys" | "problems"): void {
  openDialog.value = dialog;
}
