// Command: the roadmap in other formats, for spreadsheets, calendars, pages and pictures.

import { type OpenedRoadmap, openRoadmap } from "../../app/open-roadmap.js";
import { roadmapJson } from "../../json/roadmap.js";
import { burnUp } from "../../model/burn-up.js";
import { progressOf } from "../../model/progress.js";
import { burnUpSvg } from "../../views/exports/burn-up-svg.js";
import { calendarText } from "../../views/exports/calendar-text.js";
import { csvText } from "../../views/exports/csv-text.js";
import { type ExportFormat, exportFormats } from "../../views/exports/export-marker.js";
import { ganttText } from "../../views/exports/gantt-text.js";
import { pageHtml } from "../../views/exports/page-html.js";
import { plainTitle } from "../../views/exports/plain-title.js";
import { progressCardSvg } from "../../views/exports/progress-card-svg.js";
import { type Theme, themes } from "../../views/exports/theme.js";
import type { CommandDeclaration, Invocation, OptionDeclaration } from "../command.js";
import { exportOutcome, writeOptions } from "../export-outcome.js";
import { dayOption, usageError } from "../options.js";
import { atOption, requestAt } from "../version.js";

interface Maker {
  readonly options: readonly string[];
  readonly make: (opened: OpenedRoadmap, invocation: Invocation) => string;
  /** Whether it shows only topics with a date. */
  readonly needsDays?: boolean;
}

const makers: Readonly<Record<ExportFormat, Maker>> = {
  json: {
    options: [],
    make: roadmapJson,
  },
  csv: {
    options: ["tasks", "raw"],
    make: ({ roadmap }, { options }) =>
      csvText(roadmap, {
        rows: options.tasks ? "topics and tasks" : "topics",
        formulas: options.raw ? "raw" : "guarded",
      }),
  },
  ics: {
    options: ["due"],
    needsDays: true,
    make: ({ roadmap, today }, invocation) =>
      calendarText(roadmap, { due: dayOption(invocation, "due", { today, toward: "future" }) ?? null, today }),
  },
  mermaid: {
    options: [],
    needsDays: true,
    make: ({ roadmap, today }) => ganttText(roadmap, today),
  },
  html: {
    options: ["theme"],
    make: ({ roadmap }, invocation) => pageHtml(roadmap, themeOf(invocation)),
  },
  svg: {
    options: ["style", "theme"],
    make: ({ roadmap, today }, invocation) => {
      const shown = { title: plainTitle(roadmap), theme: themeOf(invocation) };
      return invocation.options.style === "burnup"
        ? burnUpSvg(burnUp(roadmap, { today }), shown)
        : progressCardSvg(progressOf(roadmap, "phase"), shown);
    },
  },
};

function themeOf({ options }: Invocation): Theme {
  return themes.find((theme) => theme === options.theme) ?? "auto";
}

const formatOptions: readonly OptionDeclaration[] = [
  { flags: "--tasks", help: "csv: include tasks, after the topics" },
  { flags: "--raw", help: "csv: do not escape cells that a spreadsheet would read as formulas" },
  { flags: "--due <date>", help: "ics: due date of the whole roadmap" },
  {
    flags: "--style <style>",
    help: "svg: a progress card or a burn-up chart (default: card)",
    choices: ["card", "burnup"],
  },
  {
    flags: "--theme <theme>",
    help: "svg, html: color theme (default: auto, which follows the reader's system)",
    choices: themes,
  },
];

export const exportCommand: CommandDeclaration = {
  name: "export",
  summary: "Export as JSON, CSV, ICS, Mermaid, SVG or HTML",
  examples: [
    "roadmap export svg --write docs/progress.svg",
    "roadmap export csv > roadmap.csv",
    "roadmap export ics --due 2027-06-30 --write roadmap.ics",
  ],
  argument: { name: "<format>", help: `one of ${exportFormats.join(", ")}`, choices: exportFormats },
  options: [...formatOptions, ...writeOptions, atOption],
  async run(invocation) {
    const { format, maker } = asked(invocation);
    const opened = await openRoadmap(requestAt(invocation));
    const isEmpty = maker.needsDays && opened.roadmap.topics.every(({ started, finished }) => !started && !finished);
    const note = isEmpty ? ["no topic has a date yet", "run `roadmap start TOPIC` to set the first one"] : [];
    return exportOutcome(invocation, opened, { format, text: maker.make(opened, invocation), note });
  },
};

function asked(invocation: Invocation): { format: ExportFormat; maker: Maker } {
  const [word = ""] = invocation.words;
  const format = exportFormats.find((known) => known === word.toLowerCase());
  if (!format)
    throw usageError(
      `unknown export format "${word}"`,
      `use one of ${exportFormats.join(", ")}: \`roadmap export csv\``,
    );
  const maker = makers[format];
  for (const { flags } of formatOptions) {
    const name = /--(\w+)/.exec(flags)?.[1] ?? "";
    if (invocation.options[name] !== undefined && !maker.options.includes(name))
      throw usageError(
        `export ${format} has no option --${name}`,
        "run `roadmap export --help` to see the options of each format",
      );
  }
  return { format, maker };
}
