// Command: the roadmap in other formats, for spreadsheets, calendars, pages and pictures.

import { readBurnUpHistory } from "../../app/history/for-views.js";
import { type OpenedRoadmap, openRoadmap } from "../../app/open-roadmap.js";
import { roadmapJson } from "../../json/roadmap.js";
import { type BurnUpHistory, burnUpKeyOf } from "../../model/pace/burn-up.js";
import type { Canvas } from "../../views/canvas.js";
import type { ExportChoices, ExportFormat } from "../../views/exports/export-format.js";
import { exportFormats } from "../../views/exports/index.js";
import { type CommandDeclaration, type Invocation, type OptionDeclaration, textOption } from "../command.js";
import { exportOutcome, writeOptions } from "../export-outcome.js";
import { countOption, dayOption, usageError } from "../options.js";
import { withProgressBar } from "../progress-bar.js";
import { atOption, requestAt } from "../view-outcome.js";
import { openedLines } from "./dashboard.js";

const names = exportFormats.map(({ name }) => name);
const titles = exportFormats.map(({ title }) => title).join(", ");

/** Each option once, with the formats that have it. */
const formatOptions: readonly OptionDeclaration[] = [
  ...new Set(exportFormats.flatMap(({ options = [] }) => options)),
].map((option) => {
  const formats = exportFormats.filter(({ options }) => options?.includes(option));
  return { ...option, help: `${formats.map(({ name }) => name).join(", ")}: ${option.help}` };
});

export const exportCommand: CommandDeclaration = {
  name: "export",
  summary: `Export as ${titles.replace(/, (?=\w+$)/, " or ")}`,
  examples: [
    "roadmap export svg --write docs/progress.svg",
    "roadmap export csv > roadmap.csv",
    "roadmap export html --write roadmap.html --open",
    "roadmap export ics --due 2027-06-30 --write roadmap.ics",
  ],
  argument: { name: "<format>", help: `one of ${names.join(", ")}`, choices: names },
  options: [...formatOptions, ...writeOptions, atOption],
  async run(invocation) {
    const format = formatOf(invocation);
    const opened = await openRoadmap(requestAt(invocation));
    const { needsDays } = format;
    const isEmpty = needsDays?.every((kind) => opened.roadmap.topics.every((topic) => topic[kind] === null)) === true;
    const note = isEmpty ? ["no topic has a date yet", "run `roadmap start TOPIC` to set the first one"] : [];
    return exportOutcome(invocation, opened, { format, text: await textIn(format, opened, invocation), note });
  },
};

function formatOf({ words, options }: Invocation): ExportFormat {
  const [word = ""] = words;
  const format = exportFormats.find(({ name }) => name === word.toLowerCase());
  if (!format)
    throw usageError(`unknown export format "${word}"`, `use one of ${names.join(", ")}: \`roadmap export csv\``);
  for (const { flags } of formatOptions) {
    const name = /--(\w+)/.exec(flags)?.[1] ?? "";
    if (options[name] !== undefined && !format.options?.some((own) => own.flags === flags))
      throw usageError(
        `export ${format.name} has no option --${name}`,
        "run `roadmap export --help` to see the options of each format",
      );
  }
  return format;
}

async function textIn(format: ExportFormat, opened: OpenedRoadmap, invocation: Invocation): Promise<string> {
  const { roadmap, today } = opened;
  const choices: ExportChoices = {
    isSet: (option) => invocation.options[option] === true,
    text: (option) => textOption(invocation, option),
    count: (option) => countOption(invocation, option),
    day: (option) => dayOption(invocation, option, { today, toward: "future" }),
  };
  const history = format.needsHistory?.(choices) ? await historyOf(opened, invocation) : null;
  const dashboard = (canvas: Canvas) => openedLines(opened, canvas);
  return format.make({ roadmap, today, history, dashboard, json: () => roadmapJson(opened) }, choices);
}

function historyOf(opened: OpenedRoadmap, { machine, request }: Invocation): Promise<BurnUpHistory | null> {
  const by = burnUpKeyOf(opened.roadmap);
  return withProgressBar(machine, "reading the history", (onProgress) =>
    readBurnUpHistory({ ...request, opened, by, onProgress }),
  );
}
