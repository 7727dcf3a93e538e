// Page: the whole roadmap as one page to publish: no scripts, and nothing is loaded from elsewhere.

import { type ColumnKind, type DayKind, dayKinds, knownColumns, textKinds } from "../../model/columns.js";
import { topicField } from "../../model/exported-fields.js";
import { type ShownPhase, shownPhases } from "../../model/outline.js";
import { type ProgressGroup, progressOfThings } from "../../model/progress.js";
import { cellText, type Roadmap, type Task, type Topic, type Track } from "../../model/roadmap.js";
import { groupBy } from "../../text/arrays.js";
import { statusLabels } from "../status-label.js";
import { cellHtml } from "./cell-html.js";
import { type ExportFormat, exportMarker } from "./export-marker.js";
import { markup } from "./markup.js";
import { pageStyle, pageStyleHash } from "./page-style.js";
import { plainTitle } from "./plain-title.js";
import { summaryOf } from "./summary.js";
import { type Theme, themeIn, themeOption } from "./theme.js";

const policy = `default-src 'none'; style-src '${pageStyleHash}'; base-uri 'none'; form-action 'none'`;

export const pageExport: ExportFormat = {
  name: "html",
  title: "HTML",
  options: [themeOption],
  make: ({ roadmap }, choices) => pageHtml(roadmap, themeIn(choices)),
};

export function pageHtml(roadmap: Roadmap, theme: Theme): string {
  const title = plainTitle(roadmap);
  const all = progressOfThings([...roadmap.topics, ...roadmap.tasks]);
  const parts = partsOf(roadmap);
  return [
    "<!doctype html>",
    `<html lang="en"${theme === "auto" ? "" : ` class="${theme}"`}>`,
    "<head>",
    '<meta charset="utf-8">',
    `<!-- ${exportMarker("html")} -->`,
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="referrer" content="no-referrer">',
    `<title>${markup(title)}</title>`,
    `<style>${pageStyle}</style>`,
    "</head>",
    "<body>",
    "<header>",
    `<h1 dir="auto">${markup(title)}</h1>`,
    `<p class="faint">${summaryOf(all)}</p>`,
    progressBar(all, "All"),
    "</header>",
    "<main>",
    ...overview(parts),
    ...parts.flatMap((part, index) => partHtml(roadmap, part, parts[index - 1])),
    "</main>",
    "</body>",
    "</html>",
    "",
  ].join("\n");
}

/** A phase, or everything without one. */
interface Part {
  readonly id: string;
  readonly title: string;
  readonly track: Track | null;
  readonly topics: readonly Topic[];
  readonly tasks: readonly Task[];
  readonly progress: ProgressGroup;
}

function partsOf(roadmap: Roadmap): Part[] {
  const { topics, tasks } = roadmap;
  const inPhases = shownPhases(roadmap).map(partOf);
  const isLoose = ({ phase }: Topic | Task) => phase === null;
  const loose = { topics: topics.filter(isLoose), tasks: tasks.filter(isLoose), track: null };
  const title = inPhases.length === 0 ? "Topics and tasks" : "No phase";
  const all = loose.topics.length + loose.tasks.length === 0 ? inPhases : [...inPhases, partOf({ title, ...loose })];
  return all.map((part, index) => ({ ...part, id: `part-${index + 1}` }));
}

function partOf({ title, track, topics, tasks }: ShownPhase): Omit<Part, "id"> {
  return { title, track, topics, tasks, progress: progressOfThings([...topics, ...tasks]) };
}

function progressBar({ done, total }: ProgressGroup, label: string): string {
  return `<progress max="${Math.max(total, 1)}" value="${done}" aria-label="${markup(label)}">${done}/${total}</progress>`;
}

function countOf({ done, total }: ProgressGroup): string {
  return `<span class="count">${done}/${total}</span>`;
}

/** The table of contents, if there is more than one part. */
function overview(parts: readonly Part[]): string[] {
  if (parts.length < 2) return [];
  const lines = parts.map(
    ({ id, title, progress }) =>
      `<li><div>${countOf(progress)}<a href="#${id}" dir="auto">${markup(title)}</a></div>${progressBar(progress, title)}</li>`,
  );
  return ['<nav aria-label="Phases">', '<ul class="overview">', ...lines, "</ul>", "</nav>"];
}

function partHtml(roadmap: Roadmap, part: Part, before: Part | undefined): string[] {
  const { id, title, track, topics, tasks, progress } = part;
  const level = track === null ? "h2" : "h3";
  return [
    ...(track !== null && track !== before?.track ? trackHtml(track) : []),
    `<section aria-labelledby="${id}">`,
    `<${level} id="${id}">${countOf(progress)}<span dir="auto">${markup(title)}</span></${level}>`,
    progressBar(progress, title),
    ...topicTable(roadmap, topics),
    ...taskList(tasks),
    "</section>",
  ];
}

function trackHtml({ title, goal }: Track): string[] {
  const said = goal === null ? [] : [`<p class="goal" dir="auto">${markup(goal)}</p>`];
  return [`<h2 dir="auto">${markup(title)}</h2>`, ...said];
}

function topicTable(roadmap: Roadmap, topics: readonly Topic[]): string[] {
  if (topics.length === 0) return [];
  const days = dayKinds.filter((column) => topics.some((topic) => topicField(roadmap, topic, column) !== ""));
  const heads = ["topic", "status", ...days].map((head) => `<th scope="col">${head}</th>`);
  return [
    "<table>",
    `<thead><tr>${heads.join("")}</tr></thead>`,
    "<tbody>",
    ...topics.map((topic) => topicRow(roadmap, topic, days)),
    "</tbody>",
    "</table>",
  ];
}

const paragraphs = textKinds.filter((kind) => "page" in knownColumns[kind]);
const details = [...textKinds.filter((kind) => !paragraphs.includes(kind)), "proof"] as const;

function topicRow(roadmap: Roadmap, topic: Topic, days: readonly DayKind[]): string {
  const html = (kind: ColumnKind) => cellHtml(cellText(roadmap, topic, kind));
  let row = `<tr><th scope="row"><div class="name" dir="auto">${html("topic")}</div>`;
  for (const kind of paragraphs) {
    const said = html(kind);
    if (said !== "") row += `<p dir="auto">${said}</p>`;
  }
  let list = "";
  for (const kind of details) {
    const said = html(kind);
    if (said !== "") list += `<dt>${kind}</dt><dd dir="auto">${said}</dd>`;
  }
  if (list !== "") row += `<dl>${list}</dl>`;
  row += `</th><td><span class="status ${topic.status}">${statusLabels[topic.status]}</span></td>`;
  for (const column of days) row += dayCell(roadmap, topic, column);
  return `${row}</tr>`;
}

function dayCell(roadmap: Roadmap, topic: Topic, column: DayKind): string {
  const day = topic[column];
  const said = topicField(roadmap, topic, column);
  if (said === "") return "<td></td>";
  return `<td data-label="${column}">${day === null ? markup(said) : `<time datetime="${day}">${day}</time>`}</td>`;
}

const signs = { "not-started": "", "in-progress": "…", done: "✓", blocked: "!", skipped: "–" } as const;

/** Nested tasks are nested lists, as in the file. */
function taskList(tasks: readonly Task[]): string[] {
  if (tasks.length === 0) return [];
  const here = new Set(tasks);
  const inside = groupBy(tasks, ({ parent }) => (parent !== null && here.has(parent) ? parent : null));
  const item = (task: Task): string => {
    const parts = inside.get(task)?.map(item).join("") ?? "";
    const said = `<span class="mark ${task.status}" aria-hidden="true">${signs[task.status]}</span><span dir="auto">${markup(task.name)}</span><span class="unseen"> (${statusLabels[task.status]})</span>`;
    return `<li>${said}${parts === "" ? "" : `<ul>${parts}</ul>`}</li>`;
  };
  return ['<ul class="tasks">', ...(inside.get(null) ?? []).map(item), "</ul>"];
}
