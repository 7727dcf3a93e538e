// Section: the topics or the tasks of one phase, or the one line that is left of it when it is folded.

import type { Day } from "../../../model/dates.js";
import { Bar } from "../parts/bar.js";
import { Icon } from "../parts/icon.js";
import { LongList } from "../parts/long-list.js";
import { changeItem } from "../state/changes.js";
import { AddLine } from "./add-line.js";
import { FoldButton } from "./fold-button.js";
import { keyed, taskTrees } from "./keyed.js";
import { sectionSign } from "./section-sign.js";
import { type PhaseSection, totalOf } from "./sections.js";
import { TaskRow } from "./task-row.js";
import { TopicRow } from "./topic-row.js";
import { spanText } from "./when.js";

/** What all sections of the view have in common. */
export interface SectionLook {
  readonly today: Day;
  /** Whether nothing can be changed. */
  readonly isFixed: boolean;
  /** Whether rows are drawn only when they are seen. */
  readonly isLate: boolean;
}

interface SectionProps {
  readonly section: PhaseSection;
  readonly look: SectionLook;
  readonly level: "h3" | "h4";
}

export function OpenSection({ section, look, level: Heading }: SectionProps) {
  const { key, title, counts, progress } = section;
  return (
    <section class="section" data-section={key} tabIndex={-1} aria-label={title}>
      <header>
        <Heading dir="auto">
          {progress === "partial" ? (
            title
          ) : (
            <FoldButton id={key} look="unfolded">
              <bdi>{title}</bdi>
            </FoldButton>
          )}
        </Heading>
        <Bar counts={counts} />
        <span class="count">
          {counts.done} of {totalOf(counts)}
        </span>
        <span class="soft sm hide-s">{othersText(section)}</span>
      </header>
      <div class="rows">
        <Rows section={section} look={look} />
        {!look.isFixed && <AddToSection section={section} />}
      </div>
    </section>
  );
}

function Rows({ section, look }: Omit<SectionProps, "level">) {
  const { today, isFixed, isLate } = look;
  if (section.kind === "topics")
    return (
      <LongList
        rows={keyed(section.items)}
        rowHeight={40}
        isLate={isLate}
        draw={({ key, item }) => <TopicRow key={key} topic={item} today={today} />}
      />
    );
  return (
    <LongList
      rows={taskTrees(section.items)}
      rowHeight={35}
      isLate={isLate}
      draw={(tree) => <TaskRow key={tree.key} tree={tree} isFixed={isFixed} />}
    />
  );
}

function AddToSection({ section: { kind, key, title, label, last } }: Pick<SectionProps, "section">) {
  if (kind === "tasks")
    return (
      <AddLine id={key} noun="task" add={(text) => changeItem("add-task", { type: "task", number: last }, { text })}>
        Add a task
        <span class="unseen">
          {" to "}
          <bdi>{title}</bdi>
        </span>
      </AddLine>
    );
  const phase = label === null ? {} : { phase: label };
  return (
    <AddLine
      id={key}
      noun="topic"
      add={(name) => changeItem("add-topic", { type: "topic", number: last }, { name, ...phase })}
    >
      Add a topic{label === null ? "" : " to "}
      {label !== null && <bdi>{/^Phase \d+$/.test(title) ? title.toLowerCase() : title}</bdi>}
    </AddLine>
  );
}

export function FoldedSection({ section, look: { today }, level: Heading }: SectionProps) {
  const { key, title, counts } = section;
  const { icon, look } = sectionSign(section);
  return (
    <Heading data-section={key}>
      <FoldButton id={key} look="folded">
        <Icon name={icon} look={look} />
        <bdi class="strong cut">{title}</bdi>
        <span class="soft sm hide-s grow cut" dir="auto">
          {aboutText(section, today)}
        </span>
        <span class="count">
          {counts.done} of {totalOf(counts)}
        </span>
      </FoldButton>
    </Heading>
  );
}

/** The dates of what is finished, the names of what is not begun. */
function aboutText(section: PhaseSection, today: Day): string {
  if (section.progress === "partial") return othersText(section);
  if (section.kind === "tasks") return section.progress === "untouched" ? "not started" : "";
  if (section.progress === "finished") return spanText(section.items, today);
  return section.items
    .slice(0, mostNames)
    .map(({ name }) => name)
    .join(" · ");
}

/** More do not fit in one line. */
const mostNames = 12;

/** `1 in progress, 1 blocked` */
function othersText({ counts }: PhaseSection): string {
  const words = [
    ["in-progress", "in progress"],
    ["blocked", "blocked"],
  ] as const;
  return words.flatMap(([status, word]) => (counts[status] > 0 ? `${counts[status]} ${word}` : [])).join(", ");
}
