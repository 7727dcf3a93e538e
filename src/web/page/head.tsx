// Head: the title, how much is done, the views, and what acts on the whole roadmap.

import type { PageData } from "../../json/envelopes/page.js";
import { FilterField } from "./filter-field.js";
import { Bar } from "./parts/bar.js";
import { Icon } from "./parts/icon.js";
import { reverse } from "./state/changes.js";
import { openDialog } from "./state/dialogs.js";
import { statusCounts } from "./state/items.js";
import { newest } from "./state/roadmap.js";
import { hrefOf, route, type View, views } from "./state/route.js";
import { ThemeButton } from "./theme-button.js";

export const viewTitles: Readonly<Record<View, string>> = {
  board: "Board",
  phases: "Phases",
  progress: "Progress",
  history: "History",
};

export function Head({ data }: { readonly data: PageData }) {
  const isReadOnly = newest()?.readOnly === true;
  return (
    <header class="head">
      <div class="top">
        <h1 class="cut" dir="auto">
          {data.title ?? data.file}
        </h1>
        <div class="meters row">
          <Meter title="Topics" items={data.topics} />
          <Meter title="Tasks" items={data.tasks} />
        </div>
        <div class="state">
          {isReadOnly && (
            <span class="pill" title="roadmap web was started with --read-only">
              Read-only
            </span>
          )}
          <UndoButtons data={data} />
          <PaletteButton />
          <ThemeButton />
        </div>
      </div>
      <div class="bottom">
        <nav class="tabs" aria-label="Views">
          {views.map((view) => (
            <a key={view} href={hrefOf(view)} aria-current={view === route.value.view ? "page" : undefined}>
              {viewTitles[view]}
            </a>
          ))}
        </nav>
        <FilterField />
      </div>
    </header>
  );
}

function Meter({ title, items }: { readonly title: string; readonly items: PageData["topics"] | PageData["tasks"] }) {
  if (items.length === 0) return null;
  const counts = statusCounts(items);
  return (
    <div class="meter">
      <span class="soft">{title}</span>
      <Bar counts={counts} />
      <span>
        <b>{counts.done}</b>
        <span class="soft">/{items.length - counts.skipped}</span>
      </span>
    </div>
  );
}

function UndoButtons({ data: { undo, redo, readOnly } }: { readonly data: PageData }) {
  if (readOnly) return null;
  return (
    <>
      {undo && (
        <button
          type="button"
          class="btn small hide-s"
          title={`Undo: ${undo.summary} (u)`}
          onClick={() => void reverse("undo")}
        >
          <Icon name="undo" />
          Undo{" "}
          <span class="soft hide-m cut summary" dir="auto">
            {undo.summary}
          </span>
        </button>
      )}
      {redo && (
        <button
          type="button"
          class="btn small quiet icon hide-s"
          aria-label={`Redo: ${redo.summary}`}
          title={`Redo: ${redo.summary} (U)`}
          onClick={() => void reverse("redo")}
        >
          <Icon name="undo" look="flipped" />
        </button>
      )}
    </>
  );
}

function PaletteButton() {
  return (
    <button
      type="button"
      class="btn small quiet icon"
      aria-label="Commands and topics"
      title="Commands and topics (Ctrl K)"
      onClick={() => {
        openDialog.value = "palette";
      }}
    >
      <Icon name="search" />
    </button>
  );
}
