// Shell: the head, the view that was chosen, and the foot.

import type { VNode } from "preact";
import type { PageData } from "../../json/envelopes/page.js";
import { Blank } from "./blank.js";
import { BoardView } from "./board/board.js";
import { Drawer } from "./drawer/drawer.js";
import { Foot } from "./foot.js";
import { Head } from "./head.js";
import { HistoryView } from "./history/history.js";
import { KeysDialog } from "./keys/keys.js";
import { PhasesView } from "./phases/phases.js";
import { ProgressView } from "./progress/progress.js";
import { reverse } from "./state/changes.js";
import { openDialog } from "./state/dialogs.js";
import { useKeys } from "./state/keys.js";
import { shown, trouble } from "./state/roadmap.js";
import { goTo, route, type View } from "./state/route.js";

const components: Readonly<Record<View, (props: { readonly data: PageData }) => VNode>> = {
  board: BoardView,
  phases: PhasesView,
  progress: ProgressView,
  history: HistoryView,
};

export function Shell() {
  useKeys({
    close: () => route.value.open !== null && goTo(route.value.view),
    board: () => goTo("board"),
    phases: () => goTo("phases"),
    progress: () => goTo("progress"),
    history: () => goTo("history"),
    undo: () => reverse("undo"),
    redo: () => reverse("redo"),
    keys() {
      openDialog.value = "keys";
    },
  });
  const data = shown.value;
  if (!data) return <p role="status">{trouble.value?.message ?? ""}</p>;
  const { view, open } = route.value;
  if (data.topics.length + data.tasks.length === 0)
    return (
      <>
        <Head data={data} />
        <Blank file={data.file} />
        <Foot data={data} />
      </>
    );
  const Viewed = components[view];
  return (
    <>
      <Head data={data} />
      {open ? (
        <div class="with-drawer">
          <Viewed data={data} />
          <Drawer data={data} open={open} />
        </div>
      ) : (
        <Viewed data={data} />
      )}
      <Foot data={data} />
      {openDialog.value === "keys" && <KeysDialog />}
    </>
  );
}
