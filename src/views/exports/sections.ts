// Sections: how much is done of topics and of tasks, apart, in total and by phase, for pages and pictures.

import { type ShownPhase, shownPhases } from "../../model/outline.js";
import { type ProgressGroup, progressOfThings } from "../../model/progress.js";
import type { Roadmap, Task, Topic, Track } from "../../model/roadmap.js";
import type { Status } from "../../model/status.js";
import { groupBy } from "../../text/arrays.js";
import { statusLabels } from "../canvas.js";

/** The topics, or the tasks, of one phase or of none; the other list is empty. */
export interface Section {
  readonly title: string;
  readonly track: Track | null;
  readonly topics: readonly Topic[];
  readonly tasks: readonly Task[];
  readonly progress: ProgressGroup;
}

/** The phases of one track, or those of none. */
export interface SectionGroup {
  readonly track: Track | null;
  readonly title: string;
  /** In file order; what has no phase comes last. */
  readonly sections: readonly Section[];
}

/** Topics and tasks are never added up. */
export interface KindOfWork {
  readonly name: "topics" | "tasks";
  readonly title: "Topics" | "Tasks";
  readonly all: ProgressGroup;
  /** In the order of their first phases. */
  readonly groups: readonly SectionGroup[];
}

/** Topics, then tasks; only those that the roadmap has. */
export function kindsOfWork(roadmap: Roadmap): KindOfWork[] {
  return [kindOfWork(roadmap, "topics"), kindOfWork(roadmap, "tasks")].filter(({ groups }) => groups.length > 0);
}

function kindOfWork(roadmap: Roadmap, name: KindOfWork["name"]): KindOfWork {
  const section = (title: string, { track, topics, tasks }: Omit<ShownPhase, "title" | "number">): Section => {
    const own = name === "topics" ? { topics, tasks: [] } : { topics: [], tasks };
    return { title, track, ...own, progress: progressOfThings([...own.topics, ...own.tasks]) };
  };
  const inPhases = shownPhases(roadmap)
    .map((phase) => section(phase.title, phase))
    .filter(hasThings);
  const [topics, tasks] = [roadmap.topics.filter(isLoose), roadmap.tasks.filter(isLoose)];
  const loose = section(inPhases.length === 0 ? `All ${name}` : "No phase", { track: null, topics, tasks });
  const title = name === "topics" ? "Topics" : "Tasks";
  const groups = groupsByTrack([...inPhases, loose].filter(hasThings), [title, `Other ${name}`]);
  return { name, title, all: progressOfThings(roadmap[name]), groups };
}

/** A phase that is a track itself belongs to it. The first title is for phases without a track that come first. */
function groupsByTrack(sections: readonly Section[], [first, other]: readonly [string, string]): SectionGroup[] {
  const tracks = new Map(sections.flatMap(({ track }) => (track === null ? [] : [[track.title, track] as const])));
  const groups = groupBy(sections, ({ track, title }) => track ?? tracks.get(title) ?? null);
  return Array.from(groups, ([track, own], index) => {
    return { track, title: track?.title ?? (index === 0 ? first : other), sections: own };
  });
}

function isLoose({ phase }: Topic | Task): boolean {
  return phase === null;
}

function hasThings({ topics, tasks }: Section): boolean {
  return topics.length + tasks.length > 0;
}

/** Whether something of it is in progress or blocked, or part of it is done. */
export function isUnderWay({ counts, done, total }: ProgressGroup): boolean {
  return counts["in-progress"] + counts.blocked > 0 || (done > 0 && done < total);
}

export function isComplete({ done, total }: ProgressGroup): boolean {
  return total > 0 && done === total;
}

/** `2 in progress, 1 blocked`: those of these statuses that something has; empty if there are none. */
export function countsText({ counts }: ProgressGroup, named: readonly Status[]): string {
  return named
    .flatMap((status) => (counts[status] > 0 ? [`${counts[status]} ${statusLabels[status]}`] : []))
    .join(", ");
}

/** `17 of 35 done, 2 in progress, 1 blocked`. */
export function summaryOf(progress: ProgressGroup): string {
  const others = countsText(progress, ["in-progress", "blocked", "skipped"]);
  const done = progress.total === 0 ? "" : `${progress.done} of ${progress.total} done`;
  return [done, others].filter((text) => text !== "").join(", ");
}

// Bars: done, in progress and blocked, in this order; the rest is their background.

interface BarPart {
  readonly name: "done" | "active" | "blocked";
  readonly start: number;
  readonly width: number;
}

/**
 * The parts of a bar of `width`, each followed by a gap, unless it reaches the end. What is above nothing is at least
 * `least` wide.
 */
export function barParts(
  { counts, total }: ProgressGroup,
  { width, gap, least }: { width: number; gap: number; least: number },
): BarPart[] {
  const parts = (
    [
      ["done", counts.done],
      ["active", counts["in-progress"]],
      ["blocked", counts.blocked],
    ] as const
  ).filter(([, count]) => count > 0);
  const widths = parts.map(([, count]) => Math.max(least + gap, (count / total) * width));
  const excess = Math.max(0, widths.reduce((sum, one) => sum + one, 0) - width);
  const longest = widths.indexOf(Math.max(...widths));
  const isFull = parts.reduce((sum, [, count]) => sum + count, 0) === total;
  let start = 0;
  return parts.map(([name], index) => {
    const taken = (widths[index] ?? 0) - (index === longest ? excess : 0);
    const isAtEnd = isFull && index === parts.length - 1;
    const part = { name, start, width: isAtEnd ? width - start : taken - gap };
    start += taken;
    return part;
  });
}
