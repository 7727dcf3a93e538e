// Page: the whole roadmap as one page to publish: no scripts, and nothing is loaded from elsewhere.

import { type ColumnKind, type DayKind, dayKinds, knownColumns, textKinds } from "../../model/columns.js";
import { topicFieldText } from "../../model/exported-fields.js";
import { cellValue, plainText } from "../../model/inline-text.js";
import { namedCellText, ownColumns } from "../../model/named-columns.js";
import { type ShownPhase, shownPhases } from "../../model/outline.js";
import { type ProgressGroup, progressOfThings } from "../../model/progress.js";
import { cellText, type Roadmap, type Task, type Topic, type Track } from "../../model/roadmap.js";
import { overdueKinds } from "../../model/select.js";
import { groupBy } from "../../text/arrays.js";
import { statusLabels } from "../canvas.js";
import { type ExportFormat, exportMarker, plainTitle, summaryOf } from "./export-format.js";
import { markup, type Theme, themeIn, themeOption } from "./svg.js";

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
  const goalHtml = goal === null ? [] : [`<p class="goal" dir="auto">${markup(goal)}</p>`];
  return [`<h2 dir="auto">${markup(title)}</h2>`, ...goalHtml];
}

function topicTable(roadmap: Roadmap, topics: readonly Topic[]): string[] {
  if (topics.length === 0) return [];
  const days = dayKinds.filter((column) => topics.some((topic) => topicFieldText(roadmap, topic, column) !== ""));
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
const details = [
  ...(["priority", "percent", "depends-on"] as const),
  ...textKinds.filter((kind) => !paragraphs.includes(kind)),
  "proof",
] as const;

function topicRow(roadmap: Roadmap, topic: Topic, days: readonly DayKind[]): string {
  const html = (kind: ColumnKind) => cellHtml(cellText(roadmap, topic, kind));
  let row = `<tr><th scope="row"><div class="name" dir="auto">${html("topic")}</div>`;
  for (const kind of paragraphs) {
    const text = html(kind);
    if (text !== "") row += `<p dir="auto">${text}</p>`;
  }
  let list = "";
  for (const kind of details) list += detail(kind.replace("-", " "), html(kind));
  for (const column of ownColumns(roadmap).values())
    list += detail(column.title, cellHtml(namedCellText(roadmap, topic, column)));
  if (list !== "") row += `<dl>${list}</dl>`;
  row += `</th><td><span class="status ${topic.status}">${statusLabels[topic.status]}</span></td>`;
  for (const column of days) row += dayCell(roadmap, topic, column);
  return `${row}</tr>`;
}

/** @param html of the text of the cell; empty if it is blank */
function detail(name: string, html: string): string {
  return html === "" ? "" : `<dt>${markup(name)}</dt><dd dir="auto">${html}</dd>`;
}

function dayCell(roadmap: Roadmap, topic: Topic, column: DayKind): string {
  const day = topic[column];
  const text = topicFieldText(roadmap, topic, column);
  if (text === "") return "<td></td>";
  const time = day === null ? markup(text) : `<time datetime="${day}">${day}</time>`;
  const isOverdue = roadmap.today !== null && overdueKinds(topic, roadmap.today).includes(column);
  return `<td data-label="${column}">${isOverdue ? `<span class="overdue">${time} overdue</span>` : time}</td>`;
}

const statusSymbols = { "not-started": "", "in-progress": "…", done: "✓", blocked: "!", skipped: "–" } as const;

/** Nested tasks are nested lists, as in the file. */
function taskList(tasks: readonly Task[]): string[] {
  if (tasks.length === 0) return [];
  const here = new Set(tasks);
  const inside = groupBy(tasks, ({ parent }) => (parent !== null && here.has(parent) ? parent : null));
  const item = (task: Task): string => {
    const parts = inside.get(task)?.map(item).join("") ?? "";
    const line = `<span class="mark ${task.status}" aria-hidden="true">${statusSymbols[task.status]}</span><span dir="auto">${markup(task.name)}</span><span class="unseen"> (${statusLabels[task.status]})</span>`;
    return `<li>${line}${parts === "" ? "" : `<ul>${parts}</ul>`}</li>`;
  };
  return ['<ul class="tasks">', ...(inside.get(null) ?? []).map(item), "</ul>"];
}

// A table cell as HTML: its text, line breaks and links, without its other Markdown.

/** @param raw the cell as written in the file */
export function cellHtml(raw: string): string {
  if (plainCell.test(raw)) return raw;
  return cellValue(raw).split("\n").map(lineHtml).join("<br>");
}

/** Links in Markdown, in angle brackets, and bare ones without trailing punctuation. */
const linkPattern =
  /!?\[([^[\]]*)\]\(<?([^()\s<>]*)>?(?:\s+"[^"]*")?\)|<((?:https?:|mailto:)[^<>\s]*)>|(https?:\/\/[^\s<>]*[^\s<>.,;:!?)\]'"*_`])/gi;

/** Most cells contain nothing that is special in Markdown or HTML. */
const plainCell = /^[A-Za-z0-9 .,;()/+-]*$/;

function lineHtml(line: string): string {
  if (!line.includes(":") && !line.includes("](")) return textHtml(line);
  let html = "";
  let from = 0;
  linkPattern.lastIndex = 0;
  for (let match = linkPattern.exec(line); match; match = linkPattern.exec(line)) {
    const [whole, words = "", target, pointed, bare] = match;
    const link = target ?? pointed ?? bare ?? "";
    if (match.index > from) html += textHtml(line.slice(from, match.index));
    html += linkHtml(link, words === "" ? link : plainText(words));
    from = match.index + whole.length;
  }
  return from < line.length ? html + textHtml(line.slice(from)) : html;
}

/** Spaces at its ends stay, because a link may be next to them. */
function textHtml(text: string): string {
  const plain = plainText(text);
  if (plain === "") return text === "" ? "" : " ";
  return `${/^\s/.test(text) ? " " : ""}${markup(plain)}${/\s$/.test(text) ? " " : ""}`;
}

function linkHtml(link: string, words: string): string {
  if (!isSafeLink(link)) return markup(words);
  return `<a href="${markup(link)}" rel="noreferrer">${markup(words)}</a>`;
}

/**
 * Web pages, mail addresses, and relative links; no scripts, and nothing that a browser would interpret differently.
 */
function isSafeLink(link: string): boolean {
  if (link === "" || /[\p{Cc}\\]/u.test(link)) return false;
  if (/^(?:https?:\/\/|mailto:)/i.test(link)) return true;
  return !/^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(link);
}

// The style of the page, for light and dark, narrow and wide screens, and for print.

/** The page's content security policy allows only this very style. A test recomputes the hash. */
const pageStyleHash = "sha256-/qFdKF8hxBtX0DDp0NHoj3sxWStc3mKTGmi2U4sjF0Y=";

const pageStyle = `
:root{color-scheme:light dark;--page:light-dark(#fff,#0d1117);--card:light-dark(#f6f8fa,#151b23);--ink:light-dark(#1f2328,#f0f6fc);--faint:light-dark(#59636e,#9198a1);--line:light-dark(#d1d9e0,#3d444d);--rest:light-dark(#e0e6eb,#2a313c);--link:light-dark(#0969da,#4493f8);--done:light-dark(#1a7f37,#3fb950);--active:light-dark(#9a6700,#d29922);--blocked:light-dark(#cf222e,#f85149)}
:root.light{color-scheme:light}
:root.dark{color-scheme:dark}
*{box-sizing:border-box}
body{margin:0;background:var(--page);color:var(--ink);font:1rem/1.5 -apple-system,BlinkMacSystemFont,"Segoe UI","Noto Sans",Helvetica,Arial,sans-serif;overflow-wrap:anywhere}
header,main{max-width:62rem;margin:0 auto;padding:0 1.25rem}
header{padding-top:2.5rem}
main{padding-bottom:3rem}
h1{font-size:1.9rem;line-height:1.2;margin:0 0 .4rem}
h2{font-size:1.35rem;line-height:1.3;margin:2.5rem 0 .4rem}
h3{font-size:1.1rem;margin:1.75rem 0 .4rem}
p{margin:.2rem 0}
a{color:var(--link)}
.faint,.goal{color:var(--faint)}
progress{appearance:none;-webkit-appearance:none;display:block;width:100%;height:.5rem;margin:.5rem 0;border:0;border-radius:1rem;overflow:hidden;background:var(--rest);print-color-adjust:exact;-webkit-print-color-adjust:exact}
progress::-webkit-progress-bar{background:var(--rest)}
progress::-webkit-progress-value{background:var(--done)}
progress::-moz-progress-bar{background:var(--done)}
header progress{height:.75rem;margin-top:.9rem}
.overview{list-style:none;display:grid;grid-template-columns:repeat(auto-fill,minmax(min(17rem,100%),1fr));gap:.75rem;margin:1.5rem 0 0;padding:0}
.overview li{display:flex;flex-direction:column;padding:.7rem .9rem .5rem;border:1px solid var(--line);border-radius:.5rem;background:var(--card)}
.overview div{flex:1}
.overview a{color:inherit;font-weight:600;text-decoration:none}
.overview a:hover,.overview a:focus{text-decoration:underline}
.count{float:right;font-weight:400;margin-left:.75rem;color:var(--faint);font-variant-numeric:tabular-nums}
table{width:100%;border-collapse:collapse;margin:.75rem 0}
th,td{padding:.6rem .75rem;border-top:1px solid var(--line);text-align:start;vertical-align:top;font-weight:400}
thead th{border-top:0;padding-bottom:.3rem;color:var(--faint);font-size:.85rem}
thead th:first-child{width:99%}
tbody tr:last-child>*{border-bottom:1px solid var(--line)}
tbody th{padding-left:0}
thead th:first-child{padding-left:0}
.status,time,thead th{white-space:nowrap;overflow-wrap:normal}
td+td{min-width:6.75rem}
.name{font-weight:600}
tbody th p{font-size:.9rem}
dl{display:grid;grid-template-columns:max-content 1fr;gap:0 .75rem;margin:.25rem 0 0;font-size:.9rem}
dt{color:var(--faint)}
dd{margin:0;min-width:0}
.status{display:inline-block;padding:0 .6rem;border:1px solid;border-radius:1rem;font-size:.85rem;color:var(--faint)}
.status.done,.mark.done{color:var(--done)}
.status.in-progress,.mark.in-progress{color:var(--active)}
.status.blocked,.mark.blocked,.overdue{color:var(--blocked)}
time{font-variant-numeric:tabular-nums}
.tasks,.tasks ul{list-style:none;margin:.5rem 0;padding:0}
.tasks ul{margin:0;padding-left:1.7rem}
.tasks li{position:relative;padding:.15rem 0 .15rem 1.7rem}
.tasks ul li{margin-left:-1.7rem}
.mark{position:absolute;left:0;width:1.15rem;height:1.15rem;margin-top:.2rem;border:1.5px solid;border-radius:.25rem;color:var(--faint);font-size:.8rem;line-height:1rem;text-align:center}
.unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
@media(max-width:40rem){header{padding-top:1.5rem}thead{display:none}table,tbody,tr,th,td{display:block}tr{padding:.7rem 0;border-top:1px solid var(--line)}tbody tr:last-child{border-bottom:1px solid var(--line)}tbody tr:last-child>*,th,td{border:0;padding:0}td{display:inline-block;margin:.35rem .75rem 0 0}td:empty{display:none}td[data-label]::before{content:attr(data-label) " ";color:var(--faint);font-size:.85rem}dl{grid-template-columns:1fr}dd{margin-bottom:.2rem}}
@media print{:root{color-scheme:light}header,main{max-width:none;padding:0}tr,li{break-inside:avoid}h2,h3{break-after:avoid}.overview{display:none}}
`;

const policy = `default-src 'none'; style-src '${pageStyleHash}'; base-uri 'none'; form-action 'none'`;
