// Head: the title, how much is done, the views, and what acts on the whole roadmap.

import type { PageData } from "../../json/envelopes/page.js";
import { FilterField } from "./filter-field.js";
import { Bar } from "./parts/bar.js";
import { Icon } from "./parts/icon.js";
import { reverse } from "./state/changes.js";
import { statusCounts } from "./state/items.js";
import { hrefOf, route, type View, views } from "./state/route.js";

const titles: Readonly<Record<View, string>> = {
  board: "Board",
  phases: "Phases",
  progress: "Progress",
  history: "History",
};

export function Head({ data }: { readonly data: PageData }) {
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
          <UndoButton data={data} />
        </div>
      </div>
      <div class="bottom">
        <nav class="tabs" aria-label="Views">
          {views.map((view) => (
            <a key={view} href={hrefOf(view)} aria-current={view === route.value.view ? "page" : undefined}>
              {titles[view]}
            </a>
          ))}
        </nav>
        <div class="tools">
          <FilterField />
        </div>
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

function UndoButton({ data: { undo, readOnly } }: { readonly data: PageData }) {
  if (!undo || readOnly) return null;
  return (
    <button
      type="button"
      class="btn small hide-s"
      title={`Undo: ${undo.summary} (u)`}
      onClick={() => void reverse("undo")}
    >
      <Icon name="undo" />
      Undo <span class="soft hide-m">{undo.summary}</span>
    </button>
  );
}
