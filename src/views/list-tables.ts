// List tables: topics and tasks with headers and aligned columns, one line each, for pipes and screen readers.

import { type ColumnKind, dayKinds, isDayKind } from "../model/columns.js";
import type { Day } from "../model/dates.js";
import { plainText } from "../model/inline-text.js";
import { columnOfKind, type NamedColumn, namedCellText } from "../model/named-columns.js";
import { phaseTitle, type Roadmap, type Task, type Topic } from "../model/roadmap.js";
import { overdueKinds } from "../model/select.js";
import { visible } from "../text/visible.js";
import { type Canvas, statusLabels, statusStroke } from "./canvas.js";
import { columnLines } from "./columns.js";
import { dayText } from "./day-words.js";
import { dueText } from "./due-words.js";
import { addressText } from "./thing-lines.js";

interface Tables {
  readonly topics: readonly Topic[];
  readonly tasks: readonly Task[];
  readonly columns: readonly NamedColumn[] | null;
  readonly today: Day;
}

export function listTables(roadmap: Roadmap, tables: Tables, canvas: Canvas): string[] {
  const { topics, tasks } = tables;
  const between = topics.length > 0 && tasks.length > 0 ? [""] : [];
  return [...topicLines(roadmap, tables, canvas), ...between, ...taskLines(tasks, canvas)];
}

/** The kinds that every list has, and in which order they give way in narrow terminals, the last one first. */
const usualKinds: readonly ColumnKind[] = ["topic", "phase", "status", ...dayKinds, "priority", "proof"];
const leaving: readonly ColumnKind[] = ["phase", "due", "priority", "started", "finished", "proof"];

function topicLines(roadmap: Roadmap, { topics, columns, today }: Tables, canvas: Canvas): string[] {
  if (topics.length === 0) return [];
  const shown =
    columns ?? usualKinds.filter((kind) => isAnywhere(roadmap, kind)).map((kind) => columnOfKind(roadmap, kind));
  return columnLines(
    [
      { title: "#", texts: topics.map(addressText), isRight: true },
      ...shown.map((column, index) => {
        const { kind, title } = column;
        const textOf = textReader(roadmap, column, { today, canvas });
        const texts = () => topics.map(textOf);
        if (kind === "status") return { ...statusColumn(topics, canvas), ...(columns && { yields: 2 + index }) };
        if (kind === "topic") return { title, texts: texts(), least: 24 };
        const yields = columns === null && kind !== null ? 2 + leaving.indexOf(kind) : 2 + index;
        if (kind === "due")
          return { title, texts: texts(), yields, isWhole: true, short: overdueColumn(topics, today) };
        return { title, texts: texts(), yields };
      }),
    ],
    canvas,
  );
}

/** In narrow terminals, only what is overdue has a word for it, even if a name has to be cut. */
function overdueColumn(topics: readonly Topic[], today: Day) {
  const texts = topics.map((topic) => (overdueKinds(topic, today).includes("due") ? "overdue" : ""));
  return texts.some((text) => text !== "") ? { title: "Due", texts, yields: 1.5, isWhole: true } : null;
}

/** A column that no table has would be blank, and blank columns are not shown. */
function isAnywhere({ tables }: Roadmap, kind: ColumnKind): boolean {
  return kind === "topic" || kind === "phase" || kind === "status" || tables.some(({ columns }) => columns.has(kind));
}

function textReader(
  roadmap: Roadmap,
  column: NamedColumn,
  { today, canvas }: { today: Day; canvas: Canvas },
): (topic: Topic) => string {
  const { kind } = column;
  const cell = (topic: Topic) => visible(plainText(namedCellText(roadmap, topic, column)));
  if (kind === "topic") return ({ name }) => visible(name);
  if (kind === "phase") {
    const labels = new Map([null, ...roadmap.phases].map((phase) => [phase, visible(phase?.label ?? "")]));
    return ({ phase }) => labels.get(phase) ?? "";
  }
  if (kind === "due") return (topic) => dueText(topic, today, canvas) || cell(topic);
  if (kind !== null && isDayKind(kind)) {
    return (topic) => {
      const day = topic[kind];
      return day === null ? cell(topic) : dayText(day, today, canvas);
    };
  }
  return cell;
}

function taskLines(tasks: readonly Task[], canvas: Canvas): string[] {
  if (tasks.length === 0) return [];
  return columnLines(
    [
      { title: "#", texts: tasks.map(addressText), isRight: true },
      { title: "Task", texts: tasks.map(({ name, depth }) => "  ".repeat(depth) + visible(name)), least: 40 },
      statusColumn(tasks, canvas),
      { title: "Phase", texts: tasks.map(({ phase }) => (phase ? visible(phaseTitle(phase)) : "")), yields: 2 },
      { title: "Track", texts: tasks.map(({ phase }) => visible(phase?.track?.title ?? "")), yields: 3 },
    ],
    canvas,
  );
}

function statusColumn(things: readonly (Topic | Task)[], { paint }: Canvas) {
  return {
    title: "Status",
    yields: 1,
    isWhole: true,
    texts: things.map(({ status }) => statusLabels[status]),
    stroke: (text: string, row: number) => {
      const status = things[row]?.status;
      return status ? statusStroke(status, paint)(text) : text;
    },
  };
}
