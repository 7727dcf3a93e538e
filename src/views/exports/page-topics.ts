// Page topics: the rows of an HTML page for topics, with their dates, links and cells, and the lists of tasks.

import { cellTextAt } from "../../model/blocks.js";
import type { ColumnKind, DayKind } from "../../model/columns.js";
import type { Day } from "../../model/dates.js";
import { topicFieldText } from "../../model/exported-fields.js";
import { cellValue, isBlankCell, linksIn, plainText } from "../../model/inline-text.js";
import { cellText, type Roadmap, type Task, type Topic, type TopicTable } from "../../model/roadmap.js";
import { overdueKinds } from "../../model/select.js";
import { groupBy } from "../../text/arrays.js";
import { memoize } from "../../text/memoize.js";
import { dayText } from "../day-words.js";
import { cellHtml, isSafeLink } from "./cell-html.js";
import { signHtml, statusClass, statusTitle } from "./page-style.js";
import { markup } from "./svg.js";

/** The same columns in every table of the page. */
export function topicTable(roadmap: Roadmap, topics: readonly Topic[], id: string): string[] {
  return [
    `<table id="${id}" class="content">`,
    '<colgroup><col class="sign"><col><col class="state"><col class="date"><col class="proof"></colgroup>',
    "<tbody>",
    ...topics.map((topic) => topicRow(roadmap, topic)),
    "</tbody>",
    "</table>",
  ];
}

function topicRow(roadmap: Roadmap, topic: Topic): string {
  const { status } = topic;
  const proof = proofOf(roadmap, topic);
  const isPast = status === "done" || status === "skipped";
  return [
    `<tr${isPast ? ' class="past"' : ""}><td>${signHtml(status, "topic")}</td>`,
    `<th scope="row"><span class="name" dir="auto">${cellHtml(cellText(roadmap, topic, "topic"))}</span>`,
    isPast ? pastCells(roadmap, topic, proof.words) : openCells(roadmap, topic, proof.words),
    `</th><td class="s ${statusClass(status)}">${statusTitle(status)}</td>`,
    `<td class="d">${datesHtml(roadmap, topic)}</td><td class="p">${proof.links}</td></tr>`,
  ].join("");
}

/** Of what is done, only the deliverables, on the line of the name. */
function pastCells(roadmap: Roadmap, topic: Topic, proof: string): string {
  const texts = [cellText(roadmap, topic, "deliverables"), proof].filter((raw) => !isBlankCell(raw));
  return texts
    .map((raw) => `<span class="sm soft" dir="auto"> · ${cellHtml(raw).replaceAll("<br>", ", ")}</span>`)
    .join("");
}

/** All cells that are filled and not shown elsewhere, in the order and with the headers of the table. */
function openCells(roadmap: Roadmap, topic: Topic, proof: string): string {
  let list = "";
  for (const { header, index, kind } of listedColumns(roadmap).get(topic.table) ?? []) {
    const raw = kind === "proof" ? proof : cellTextAt(roadmap.text, topic.row, index);
    if (!isBlankCell(raw)) list += `<dt dir="auto">${header}</dt><dd dir="auto">${cellHtml(raw)}</dd>`;
  }
  return list === "" ? "" : `<dl>${list}</dl>`;
}

interface ListedColumn {
  /** As HTML. */
  readonly header: string;
  readonly index: number;
  readonly kind: ColumnKind | null;
}

const shownElsewhere: readonly (ColumnKind | null)[] = ["topic", "phase", "status", "started", "finished", "due"];

const listedColumns = memoize(({ text, tables }: Roadmap): ReadonlyMap<TopicTable, readonly ListedColumn[]> => {
  return new Map(
    tables.map((topicTable) => {
      const { table, columns, statusForm } = topicTable;
      const kinds = new Map(Array.from(columns, ([kind, index]) => [index, kind]));
      const listed = Array.from({ length: table.header.cellCount }, (_, index): ListedColumn => {
        const kind = kinds.get(index) ?? null;
        const header = plainText(cellTextAt(text, table.header, index)) || `Column ${index + 1}`;
        return {
          header: markup(header),
          index,
          kind: kind === "status" && statusForm === "percent" ? "percent" : kind,
        };
      });
      return [topicTable, listed.filter(({ kind }) => !shownElsewhere.includes(kind))];
    }),
  );
});

/** Its links, as the word "proof"; and the cell, if it contains more than links. */
function proofOf(roadmap: Roadmap, topic: Topic): { links: string; words: string } {
  const raw = cellText(roadmap, topic, "proof");
  if (isBlankCell(raw)) return { links: "", words: "" };
  const links = linksIn(raw).filter((link) => isSafeLink(link) && !/^(?:www\.|#)/i.test(link));
  const rest = cellValue(raw.replace(/!?\[[^[\]]*\]\([^()]*\)/g, "").replace(/<?https?:\/\/[^\s<>,;]+>?/gi, ""));
  if (links.length === 0 || /[\p{L}\p{N}]/u.test(plainText(rest))) return { links: "", words: raw };
  const words = links.map((link, index) => {
    const unseen = `<span class="unseen"> of ${markup(topic.name)}</span>`;
    return `<a href="${markup(link)}" title="${markup(link)}" rel="noreferrer">proof${index === 0 ? "" : ` ${index + 1}`}${unseen}</a>`;
  });
  return { links: words.join(" "), words: "" };
}

/** What is done has its finish date; all others have their start, their planned finish and their due date. */
function datesHtml(roadmap: Roadmap, topic: Topic): string {
  const { today } = roadmap;
  const { status, started } = topic;
  if (status === "skipped") return "";
  if (status === "done") return dayHtml(roadmap, topic, "finished");
  const overdue = today === null ? [] : overdueKinds(topic, today);
  const isAhead = started !== null && today !== null && started > today;
  const all = (
    [
      ["started", isAhead ? "starts" : "since"],
      ["finished", "planned"],
      ["due", "due"],
    ] as const
  ).map(([kind, word]) => {
    const day = dayHtml(roadmap, topic, kind);
    if (day === "") return "";
    return overdue.includes(kind) ? `<span class="overdue">${word} ${day}, overdue</span>` : `${word} ${day}`;
  });
  return all.filter((html) => html !== "").join("<br>");
}

/** Or the text of the cell, if it is not a date. */
function dayHtml(roadmap: Roadmap, topic: Topic, kind: DayKind): string {
  const day = topic[kind];
  return day === null ? markup(topicFieldText(roadmap, topic, kind)) : timeHtml(day, roadmap.today);
}

function timeHtml(day: Day, today: Day | null): string {
  return `<time datetime="${day}">${dayText(day, today ?? "", { isTerminal: true, days: "short" })}</time>`;
}

/** Nested tasks are nested lists, as in the file. */
export function taskList(tasks: readonly Task[], id: string): string[] {
  const here = new Set(tasks);
  const inside = groupBy(tasks, ({ parent }) => (parent !== null && here.has(parent) ? parent : null));
  const item = (task: Task): string => {
    const parts = inside.get(task)?.map(item).join("") ?? "";
    const isPast = task.status === "done" || task.status === "skipped";
    const line = `${signHtml(task.status, "task")}<span dir="auto"${isPast ? ' class="past"' : ""}>${markup(task.name)}</span>`;
    return `<li>${line}${parts === "" ? "" : `<ul>${parts}</ul>`}</li>`;
  };
  return [`<ul id="${id}" class="tasks content">`, ...(inside.get(null) ?? []).map(item), "</ul>"];
}
