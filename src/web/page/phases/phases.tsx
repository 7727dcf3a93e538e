// Phases: what is in progress now, then topics by phase, then tasks by track, with checkboxes.

import { useEffect, useMemo } from "preact/hooks";
import type { PageData } from "../../../json/envelopes/page.js";
import { Card } from "../board/card.js";
import type { BoardItem } from "../board/columns.js";
import { cardAddress } from "../board/focus.js";
import { countWords } from "../parts/bar.js";
import { isFiltered, matches } from "../state/filter.js";
import type { TaskItem, TopicItem } from "../state/items.js";
import { hrefOf } from "../state/route.js";
import { useCurrentPhase } from "./current.js";
import { forgetOpen, isUnfolded } from "./folds.js";
import { PhaseIndex } from "./phase-index.js";
import { useRowKeys } from "./row-keys.js";
import { FoldedSection, OpenSection, type SectionLook } from "./section.js";
import { type KindOfSections, kindsOfSections, matchingSection, type PhaseSection } from "./sections.js";

/** With more topics and tasks, each is drawn only when it is seen. */
const mostDrawnAtOnce = 400;

export function PhasesView({ data }: { readonly data: PageData }) {
  useEffect(() => forgetOpen, []);
  useCurrentPhase();
  const kinds = useMemo(() => kindsOfSections(data), [data]);
  const look = {
    today: data.today,
    isFixed: data.readOnly,
    isLate: data.topics.length + data.tasks.length > mostDrawnAtOnce,
  };
  useRowKeys(data, kinds);
  return (
    <main class="page with-index">
      <PhaseIndex kinds={kinds} />
      <div class="stack">
        <Now data={data} />
        {kinds.map((kind) => (
          <Kind key={kind.name} kind={kind} look={look} />
        ))}
      </div>
    </main>
  );
}

/** More than three lines of cards would hide the phases. */
const mostNow = 9;

function Now({ data }: { readonly data: PageData }) {
  const isNow = (item: TopicItem | TaskItem) => item.status === "in-progress" && matches(item);
  const items: BoardItem[] = [
    ...data.topics.filter(isNow).map((topic) => ({ type: "topic", data: topic }) as const),
    ...data.tasks.filter(isNow).map((task) => ({ type: "task", data: task }) as const),
  ];
  if (items.length === 0) return null;
  return (
    <section class="section" aria-labelledby="now">
      <header>
        <h2 id="now">Now</h2>
      </header>
      <div class="now">
        {items.slice(0, mostNow).map((item) => (
          <Card key={cardAddress(item)} data={data} item={item} hasPhase={true} />
        ))}
      </div>
      {items.length > mostNow && (
        <p class="goal">
          <a href={hrefOf("board")}>{items.length - mostNow} more in progress</a>
        </p>
      )}
    </section>
  );
}

function Kind({ kind, look }: { readonly kind: KindOfSections; readonly look: SectionLook }) {
  const groups = kind.groups
    .map((group) => ({ ...group, sections: shownOf(group.sections) }))
    .filter(({ sections }) => sections.length > 0);
  if (groups.length === 0) return null;
  return (
    <>
      <div class="kind">
        <h2>{kind.title}</h2>
        <span class="soft">{countWords(kind.counts)}</span>
      </div>
      {groups.map(({ title, goal, sections }) => (
        <div key={title ?? ""} class={`stack ${title === null ? "" : "track"}`}>
          {title !== null && (
            <div>
              <h3 class="strong" dir="auto">
                {title}
              </h3>
              {goal !== null && (
                <p class="goal" dir="auto">
                  {goal}
                </p>
              )}
            </div>
          )}
          <Sections sections={sections} look={look} level={title === null ? "h3" : "h4"} />
        </div>
      ))}
    </>
  );
}

function shownOf(sections: readonly PhaseSection[]): readonly PhaseSection[] {
  return isFiltered.value ? sections.map(matchingSection).filter(({ items }) => items.length > 0) : sections;
}

interface SectionsProps {
  readonly sections: readonly PhaseSection[];
  readonly look: SectionLook;
  readonly level: "h3" | "h4";
}

/** Folded phases in a row are one box. */
function Sections({ sections, ...shared }: SectionsProps) {
  const runs: PhaseSection[][] = [];
  const isOpen = (section: PhaseSection | undefined) =>
    section !== undefined && (isFiltered.value || isUnfolded(section));
  for (const section of sections) {
    const run = runs.at(-1);
    if (run && !isOpen(section) && !isOpen(run[0])) run.push(section);
    else runs.push([section]);
  }
  return runs.map((run) => {
    const [first] = run;
    if (!first) return null;
    if (isOpen(first)) return <OpenSection key={first.key} section={first} {...shared} />;
    return (
      <div key={`folded ${first.key}`} class="folds">
        {run.map((section) => (
          <FoldedSection key={section.key} section={section} {...shared} />
        ))}
      </div>
    );
  });
}
