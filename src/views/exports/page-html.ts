// Page: the whole roadmap as one page to publish: no scripts, and nothing is loaded from elsewhere.

import { formatDay } from "../../model/dates.js";
import { isBlankCell, plainText } from "../../model/inline-text.js";
import { nextSteps, thingOf, thingsWith } from "../../model/next.js";
import { shownTitle } from "../../model/outline.js";
import { type ProgressGroup, progressOfThings } from "../../model/progress.js";
import { cellText, type Roadmap, type Task, type Topic } from "../../model/roadmap.js";
import { counted } from "../../text/plural.js";
import { statusLabels } from "../canvas.js";
import { dueWords } from "../due-words.js";
import { daysInProgress } from "../next-lines.js";
import { shortLabel } from "../short-label.js";
import { type ExportFormat, exportMarker, plainTitle } from "./export-format.js";
import { pageStyle, pageStyleHash, pageSymbols, signHtml, statusClass } from "./page-style.js";
import { taskList, topicTable } from "./page-topics.js";
import {
  barParts,
  countsText,
  isComplete,
  isUnderWay,
  type KindOfWork,
  kindsOfWork,
  type Section,
  type SectionGroup,
} from "./sections.js";
import { markup, type Theme, themeIn, themeOption } from "./svg.js";

export const pageExport: ExportFormat = {
  name: "html",
  title: "HTML",
  options: [themeOption, { flags: "--open", help: "open the written file in the browser" }],
  make: ({ roadmap }, choices) => pageHtml(roadmap, themeIn(choices)),
};

const policy = `default-src 'none'; style-src '${pageStyleHash}'; base-uri 'none'; form-action 'none'`;

export function pageHtml(roadmap: Roadmap, theme: Theme): string {
  const title = markup(plainTitle(roadmap));
  const parts = partsOf(roadmap);
  const asOf = dayHtml(roadmap);
  return [
    "<!doctype html>",
    `<html lang="en"${theme === "auto" ? "" : ` class="${theme}"`}>`,
    "<head>",
    '<meta charset="utf-8">',
    `<!-- ${exportMarker("html")} -->`,
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="referrer" content="no-referrer">',
    `<title>${title}</title>`,
    `<style>${pageStyle}</style>`,
    "</head>",
    "<body>",
    ...pageSymbols,
    "<header>",
    `<h1 dir="auto">${title}</h1>`,
    ...(asOf === "" ? [] : [`<p class="soft">As of ${asOf}</p>`]),
    ...sums(parts),
    "</header>",
    "<main>",
    ...nowAndNext(roadmap),
    ...map(parts),
    ...parts.flatMap((part) => partHtml(roadmap, part)),
    "</main>",
    `<footer>Made by <code>roadmap export html</code>${asOf === "" ? "" : ` on ${asOf}`}.</footer>`,
    "</body>",
    "</html>",
    "",
  ].join("\n");
}

function dayHtml({ today }: Roadmap): string {
  return today === null ? "" : `<time datetime="${today}">${formatDay(today, "D MMMM YYYY")}</time>`;
}

// How much is done.

function sums(parts: readonly Part[]): string[] {
  if (parts.length === 0) return ['<p class="empty">Nothing to do yet.</p>'];
  const texts = parts.map(({ name, all }) => {
    const others = countsText(all, ["in-progress", "blocked", "skipped"]);
    const words = others === "" ? "" : `<p class="sm soft">${others}</p>`;
    return `<div><b>${all.done}</b> <span class="soft">of ${all.total} ${name}</span>${bar(all)}${words}</div>`;
  });
  return ['<div class="sums">', ...texts, "</div>"];
}

function bar(progress: ProgressGroup): string {
  const parts = barParts(progress, { width: 100, gap: 0.8, least: 1 }).map(
    ({ name, start, width }) =>
      `<rect class="f-${name}" x="${start.toFixed(1)}" width="${width.toFixed(1)}" height="8"/>`,
  );
  return `<svg class="bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">${parts.join("")}</svg>`;
}

// What is in progress, blocked and next.

const maxShown = 8;
const nextCount = 3;

function nowAndNext(roadmap: Roadmap): string[] {
  const started = thingsWith(roadmap, "in-progress");
  const now = [...started, ...thingsWith(roadmap, "blocked")];
  const next = nextSteps(roadmap, started.length + nextCount)
    .slice(started.length)
    .map(thingOf);
  const sections = [...glance(roadmap, "Now", now), ...glance(roadmap, "Next", next)];
  return sections.length === 0 ? [] : ['<div class="now">', ...sections, "</div>"];
}

function glance(roadmap: Roadmap, title: string, things: readonly (Topic | Task)[]): string[] {
  if (things.length === 0) return [];
  const more = things.length - maxShown;
  const lines = things.slice(0, maxShown).map((thing) => glanceLine(roadmap, thing));
  const rest = more > 0 ? [`<li><span></span><span class="sub">and ${more} more</span></li>`] : [];
  return ["<section>", `<h2>${title}</h2>`, "<ul>", ...lines, ...rest, "</ul>", "</section>"];
}

function glanceLine(roadmap: Roadmap, thing: Topic | Task): string {
  const { status, name, phase } = thing;
  const isTopic = "row" in thing;
  const today = roadmap.today ?? "";
  const days = isTopic && today !== "" ? daysInProgress(thing, today) : null;
  const state = status === "blocked" ? statusLabels.blocked : days;
  const about = [
    phase === null ? null : shortLabel(shownTitle(roadmap, phase)),
    isTopic && today !== "" ? dueWords(thing, today) : null,
    isTopic && status !== "not-started" ? plainCell(cellText(roadmap, thing, "deliverables")) : null,
  ].filter((text) => text !== null && text !== "");
  return [
    `<li>${signHtml(status, isTopic ? "topic" : "task")}`,
    `<span${status === "not-started" ? "" : ' class="name"'} dir="auto">${markup(name)}</span>`,
    state === null ? "<span></span>" : `<span class="pill ${statusClass(status)}">${state}</span>`,
    about.length === 0 ? "" : `<span class="sub" dir="auto">${markup(about.join(" · "))}</span>`,
    "</li>",
  ].join("");
}

function plainCell(raw: string): string {
  return isBlankCell(raw) ? "" : plainText(raw);
}

// The map: a link to each phase, below "Topics" or the name of its track.

interface Part extends Omit<KindOfWork, "groups"> {
  readonly groups: readonly NumberedGroup[];
  readonly sections: readonly Numbered[];
}

interface NumberedGroup extends Omit<SectionGroup, "sections"> {
  readonly sections: readonly Numbered[];
}

interface Numbered extends Section {
  readonly id: string;
}

function partsOf(roadmap: Roadmap): Part[] {
  return kindsOfWork(roadmap).map((kind) => {
    let count = 0;
    const groups = kind.groups.map((group) => ({
      ...group,
      sections: group.sections.map((section) => ({ ...section, id: `${kind.name}-${++count}` })),
    }));
    return { ...kind, groups, sections: groups.flatMap(({ sections }) => sections) };
  });
}

/** More are folded, because the map would no longer be an overview. */
const maxOpenCards = 24;

function map(parts: readonly Part[]): string[] {
  if (parts.flatMap(({ sections }) => sections).length < 2) return [];
  return ['<nav aria-label="Phases">', ...parts.flatMap(mapOfKind), "</nav>"];
}

function mapOfKind(part: Part): string[] {
  const { title, groups, sections } = part;
  const isFolded = sections.length > maxOpenCards;
  const cards = groups.flatMap((group) => [
    ...(isFolded && group.title === title ? [] : [mapHead(part, group)]),
    ...mapOfGroup(group),
  ]);
  if (!isFolded) return cards;
  const words = `<b>${title}</b><span class="said">${counted(sections.length, "phase")}</span>`;
  return ["<details>", `<summary>${words}</summary>`, ...cards, "</details>"];
}

function mapHead({ name, title }: Part, group: NumberedGroup): string {
  const { done, total } = progressOfThings(group.sections.flatMap(({ topics, tasks }) => [...topics, ...tasks]));
  const count = group.title === title ? "" : `<span class="soft sm">${done} of ${total} ${name} done</span>`;
  return `<p class="track"><b dir="auto">${markup(shortLabel(group.title))}</b>${count}</p>`;
}

function mapOfGroup({ sections }: NumberedGroup): string[] {
  const cards = sections.map(
    ({ id, title, progress }) =>
      `<li><a href="#${id}"><span class="name" dir="auto">${markup(shortLabel(title))}</span><span class="n soft">${progress.done}/${progress.total}</span>${bar(progress)}</a></li>`,
  );
  return ['<ul class="map">', ...cards, "</ul>"];
}

// The phases, with their topics or tasks.

function partHtml(roadmap: Roadmap, { title, groups, sections: all }: Part): string[] {
  const underWay = all.filter(({ progress }) => isUnderWay(progress));
  const first = all.find(({ progress }) => !isComplete(progress));
  const open = new Set(underWay.length > 0 || first === undefined ? underWay : [first]);
  const isOpen = (section: Numbered) => all.length === 1 || open.has(section);
  return [
    `<h2>${title}</h2>`,
    ...groups.flatMap((group) => [
      ...(group.title === title ? [] : [groupHead(group)]),
      ...group.sections.flatMap((section) => {
        const level = group.title === title ? "h3" : "h4";
        return sectionHtml(roadmap, section, { level, isOpen: isOpen(section) });
      }),
    ]),
  ];
}

function groupHead({ title, track }: NumberedGroup): string {
  const goal = track?.goal ?? null;
  const about = goal === null ? "" : `<span class="soft sm" dir="auto">${markup(goal)}</span>`;
  return `<h3 class="track"><span dir="auto">${markup(title)}</span>${about}</h3>`;
}

function sectionHtml(
  roadmap: Roadmap,
  { id, title, topics, tasks, progress }: Numbered,
  { level, isOpen }: { level: "h3" | "h4"; isOpen: boolean },
): string[] {
  const sign = isComplete(progress) ? signHtml("done", topics.length > 0 ? "topic" : "task") : "";
  return [
    `<details${isOpen ? " open" : ""}>`,
    `<summary>${sign}<${level} dir="auto">${markup(title)}</${level}>`,
    `<span class="said">${countsText(progress, ["in-progress", "blocked"])}</span>`,
    `${bar(progress)}<span class="n">${progress.done} of ${progress.total}</span></summary>`,
    ...(topics.length > 0 ? topicTable(roadmap, topics, id) : taskList(tasks, id)),
    "</details>",
  ];
}
