// Shell: the head, the view that was chosen, and the foot.

import type { ComponentType } from "preact";
import { useErrorBoundary, useLayoutEffect } from "preact/hooks";
import type { PageData } from "../../json/envelopes/page.js";
import { Banner } from "./banner/banner.js";
import { Toast } from "./banner/toast.js";
import { Blank } from "./blank.js";
import { BoardView } from "./board/board.js";
import { asked } from "./drawer/ask-finish.js";
import { ChooseDialog } from "./drawer/choose.js";
import { Foot } from "./foot.js";
import { Head, viewTitles } from "./head.js";
import { latePart } from "./parts/late-part.js";
import { commit, reverse } from "./state/changes.js";
import { openDialog } from "./state/dialogs.js";
import { itemAt } from "./state/items.js";
import { useKeys } from "./state/keys.js";
import { connection, shown, trouble } from "./state/roadmap.js";
import { goTo, route, type View } from "./state/route.js";

type ViewComponent = ComponentType<{ readonly data: PageData }>;

const later = () => import("./later.js");

const components: Readonly<Record<View, ViewComponent>> = {
  board: BoardView,
  phases: latePart(async () => (await later()).PhasesView),
  progress: latePart(async () => (await later()).ProgressView),
  history: latePart(async () => (await later()).HistoryView),
};

const Drawer = latePart(async () => (await later()).Drawer);

const FinishDialog = latePart(async () => (await later()).FinishDialog);

const dialogs: Readonly<Record<NonNullable<typeof openDialog.value>, ViewComponent>> = {
  keys: latePart(async () => (await later()).KeysDialog),
  palette: latePart(async () => (await later()).Palette),
  problems: latePart(async () => (await later()).ProblemsDialog),
};

export function Shell() {
  useGlobalKeys();
  const data = shown.value;
  const title = titleOf(data);
  useLayoutEffect(() => {
    document.title = title;
  }, [title]);
  if (!data) return <Unread />;
  const Dialog = openDialog.value && dialogs[openDialog.value];
  return (
    <>
      <SkipLink />
      <Head data={data} />
      <Banner />
      <Toast />
      <Body key={route.value.view} data={data} />
      <Foot data={data} />
      {Dialog && <Dialog data={data} />}
      <FinishDialog asked={asked.value} />
      <ChooseDialog />
    </>
  );
}

function Body({ data }: { readonly data: PageData }) {
  const [error] = useErrorBoundary();
  if (error) return <Failed message={String(error)} />;
  const { view, open } = route.value;
  if (data.topics.length + data.tasks.length === 0) return <Blank data={data} />;
  const Viewed = components[view];
  // One tree for both: the view keeps its focus and its scroll position when the drawer opens.
  return (
    <div class={open ? "with-drawer" : "without-drawer"}>
      <Viewed data={data} />
      {open && <Drawer data={data} open={open} />}
    </div>
  );
}

/** A bug: the rest of the page works on. */
function Failed({ message }: { readonly message: string }) {
  return (
    <main class="blank">
      <h2>Internal error</h2>
      <p role="alert">This view cannot be shown; your file was not changed: {message}</p>
      <button type="button" class="btn" onClick={() => location.reload()}>
        Reload the page
      </button>
    </main>
  );
}

/** Nothing could be read yet. */
function Unread() {
  const isWaiting = connection.value === "open" && !trouble.value;
  return (
    <>
      <Banner />
      <main class="blank">
        <h1>roadmap</h1>
        <p role="status">{isWaiting ? "Reading the roadmap…" : ""}</p>
      </main>
    </>
  );
}

/** The address of a fragment would be that of a view. */
function SkipLink() {
  const skip = () => {
    // A drawer that takes the page comes after the view.
    const main = [...document.querySelectorAll("main")].at(-1);
    main?.setAttribute("tabindex", "-1");
    main?.focus();
  };
  return (
    <button type="button" class="btn skip" onClick={skip}>
      Skip to the view
    </button>
  );
}

function titleOf(data: PageData | null): string {
  if (!data) return "roadmap";
  const { view, open } = route.value;
  const item = open && itemAt(data, open);
  return `${item ? item.data.name : viewTitles[view]} · ${data.title ?? data.file}`;
}

function useGlobalKeys(): void {
  const ifChangeable = (act: () => unknown) => () => shown.value?.readOnly === false && act();
  useKeys({
    close: () => route.value.open !== null && goTo(route.value.view),
    board: () => goTo("board"),
    phases: () => goTo("phases"),
    progress: () => goTo("progress"),
    history: () => goTo("history"),
    undo: ifChangeable(() => reverse("undo")),
    redo: ifChangeable(() => reverse("redo")),
    commit: ifChangeable(() => commit()),
    keys() {
      openDialog.value = "keys";
    },
    palette() {
      openDialog.value = "palette";
    },
  });
}
