// Help topics: general topics, generated from the data that the program itself uses.

import { columnKinds, trackedKinds } from "../../model/columns.js";
import { exitCodes } from "../../model/errors.js";
import { wordsOfGroup } from "../../model/header-words.js";
import { severities } from "../../model/problem.js";
import type { Settings } from "../../model/settings.js";
import { defaultSpelling, type Status, statuses, statusOfTaskMarker, taskMarkers } from "../../model/status.js";
import { english, statusEmoji, wordsIn } from "../../model/status-words.js";
import { problemKinds } from "../../rules/index.js";
import type { HelpText } from "../../views/help-lines.js";
import { aliases } from "../aliases.js";
import { variables } from "../environment.js";
import type { HelpTopicName } from "./topic-names.js";

/** The meaning of each exit code; docs/exit-codes.md has the same texts. */
export const exitCodeTexts: Readonly<Record<keyof typeof exitCodes, string>> = {
  done: "Success, or nothing to do.",
  failed: "Refused: the change would contradict the file. Also: a check failed.",
  usage: "The command line, or a line of `apply`, is invalid.",
  notFound: "Not found or ambiguous: a roadmap, topic, task or revision.",
  fileProblem: "The file cannot be read or changed in its current state.",
  changedMeanwhile: "The file has changed since it was read.",
  locked: "Another program is changing the file.",
  disk: "A file or stream could not be read or written.",
  savedNotCommitted: "Saved, but not committed.",
  bug: "Internal error; the file was not changed.",
};

const shownWords = 6;

/** The first ones of each list are the usual English words. */
function firstOf(words: readonly string[]): string {
  return words.slice(0, shownWords).join(", ");
}

function englishFor(status: Status): string[] {
  return wordsIn(english).flatMap(([word, meaning]) => (meaning.status === status ? [word] : []));
}

const file: HelpText = {
  title: "How the file is read",
  parts: [
    `Topics are the rows of a table that has a topic column and at least one of ${["status", ...trackedKinds.filter((kind) => kind !== "status" && kind !== "proof")].join(", ")} or proof. Several such tables form one roadmap; other tables are treated as prose. Where the headers do not tell, the cells do, and \`roadmap doctor\` shows what was inferred.`,
    {
      code: "| Topic | Started    | Status      |\n|-------|------------|-------------|\n| HTTP  | 2026-02-01 | In Progress |",
    },
    "Columns are recognized by name in many languages, in any order, ignoring case and emoji:",
    { terms: columnKinds.map((kind): [string, string] => [kind, firstOf(wordsOfGroup(kind))]) },
    "Tasks are list items with a checkbox, nested or not. The heading above them is their phase. The heading above a group of phases is a track, and a line `Goal: …` below a track is its goal. Cells that say `1` and a single heading `Phase 1: …` outside any track are the same phase.",
    { code: "### Phase 1: Basics\n- [x] read the RFC\n- [ ] write a parser" },
    "A command changes only the cells and marks you ask for. Every other byte stays as it is.",
  ],
};

const status: HelpText = {
  title: "Statuses",
  parts: [
    "There are five statuses. A file can write them in many languages, with or without an emoji. Some of the words:",
    {
      terms: statuses.map((name): [string, string] => [
        name,
        [firstOf(englishFor(name)), statusEmoji[name].slice(0, 2).join(" ")].join("; "),
      ]),
    },
    `When roadmap writes a status, it uses the word from the front matter, or from the file's legend (a status cell like \`Todo / Doing / Done\`), or the word the column uses most, or the default: ${statuses.map((name) => defaultSpelling[name]).join(", ")}.`,
    "A blank status counts as not started; with a finish date up to today, as done; with a start date up to today, as in progress. Both are reported as problems. An unknown word counts as not started and is a problem. Emoji that mean different things in different files, such as 🟢 and ⏳, count only if the file defines them.",
    "Task marks, between the brackets:",
    {
      terms: taskMarkers
        .filter((mark) => mark !== "X")
        .map((mark): [string, string] => [
          `[${mark}]`,
          mark === ">" ? "moved; counts as skipped" : (statusOfTaskMarker(mark) ?? ""),
        ]),
    },
  ],
};

const settingTexts: Readonly<Record<keyof Settings, string>> = {
  columns: `header names that are not recognized otherwise, by kind: ${columnKinds.join(" ")}`,
  status: `words and emoji by status: ${statuses.join(" ")}; the first one is written`,
  dates: "date format for reading and writing: YYYY, MM or M (MMM, MMMM for month names), DD or D",
  commit: "`true` commits every change, unless you pass `--no-commit`",
  weekly: "topics per week to assume in a forecast",
  phases: "phase names: a list, or a map from Phase cells to names",
};

const frontMatter: HelpText = {
  title: "Front matter",
  parts: [
    "No configuration is required. What roadmap cannot recognize on its own, you can define in YAML at the very beginning of the file, under `roadmap:`, indented by spaces. roadmap writes the front matter only if you run `roadmap doctor --fix --only COLUMN_INFERRED`.",
    {
      code: '---\nroadmap:\n  columns: { topic: Skill }\n  status: { done: [Erledigt, "🟢"] }\n  dates: DD/MM/YYYY\n  commit: true\n---',
    },
    { terms: Object.entries(settingTexts) },
    "An unknown key or an invalid value is reported with its line; the other keys still apply. `roadmap config` shows the settings in effect.",
  ],
};

/** One date in every supported format. */
export const dateExamples = [
  ...["2026-03-04", "2026/03/04", "2026.03.04", "04.03.2026", "4 Mar 2026", "March 4, 2026"],
  ...[
    "4-Mar-2026",
    "March 4th, 2026",
    "2026. 3. 4.",
    "2026年3月4日",
    "2026-03-04 (Wed)",
    "2026-03-04 10:30",
    "04/03/2026",
  ],
];

/** What can be typed as a date. */
export const dayExamples = [
  "2026-03-04",
  "04.03.2026",
  "today",
  "yesterday",
  "tomorrow",
  "3 days ago",
  "in a week",
  "monday",
  "last monday",
];

const dates: HelpText = {
  title: "Dates",
  parts: [
    `In the file, dates are read in these formats: ${dateExamples.join(" · ")}.`,
    "Whether the last one starts with the day is decided by `dates:` in the front matter, by a value over 12 in its column, or by one in another date column of the table. Without these, it is reported as a problem, never guessed. New dates use the format of their column, or of another one if it has no dates yet, or YYYY-MM-DD where that would be ambiguous. `TBD`, `-` and `YYYY-MM-DD` are not dates.",
    "A date after today is a plan. It does not make a topic done or in progress, and `start` and `finish` replace it. `roadmap set TOPIC --finished DATE` plans a date.",
    `Options that take a date accept these formats and ${dayExamples
      .filter((example) => !dateExamples.includes(example))
      .map((example) => `\`${example}\``)
      .join(", ")}. A weekday means the most recent one, including today; for \`--due\` it means the next one.`,
  ],
};

const names: HelpText = {
  title: "Names",
  parts: [
    "Refer to a topic or task by words of its name, quotes not needed, ignoring case and punctuation. The first of these rules that matches any name applies:",
    {
      terms: [
        ["rest api basics", "the exact name"],
        ["rest", "the beginning of the name"],
        ["api basics", "consecutive words of the name"],
        ["load bal", "beginnings of words of the name, in any order"],
        ["servab", "a part of a word, from four characters on"],
        ["12", "the topic with this number in `roadmap list`"],
        ["t3", "the task with this number in `roadmap list`"],
        ["2.3", "the third topic of phase 2"],
      ],
    },
    "A number alone never matches a word in a name. If several match, nothing is changed: the candidates are listed, and in a terminal you are asked to choose. Without a name, a terminal offers everything that the command can act on.",
    "Several numbers at once: `roadmap check t3 t4 t5`. All of them are changed in one step, or none.",
    `Some commands have other names too: ${Object.entries(aliases)
      .map(([word, command]) => `\`${word}\` is ${command}`)
      .join(", ")}.`,
  ],
};

const problems: HelpText = {
  title: "Problems",
  parts: [
    "`roadmap doctor` lists the problems in a file, each with its position and a suggested fix. An error keeps the file or its settings from being used. A warning means: probably not read the way you meant. A note means: fine, but worth a look. `--only` and `--ignore` take these codes.",
    ...severities.flatMap((severity) => [
      `The ${severity}s:`,
      {
        terms: Object.entries(problemKinds)
          .filter(([, kind]) => kind.severity === severity)
          .map(([code, { means }]): [string, string] => [code, means]),
      },
    ]),
  ],
};

const exitCodesText: HelpText = {
  title: "Exit codes",
  parts: [
    {
      terms: Object.entries(exitCodeTexts).map(([name, text]): [string, string] => [
        String(Object.entries(exitCodes).find(([key]) => key === name)?.[1]),
        text,
      ]),
    },
    "With any code except 0 and 8, your change is not saved, unless the message says so. With `--json`, an error is one line of JSON on stderr, with its own code.",
  ],
};

const environment: HelpText = {
  title: "Environment variables",
  parts: [
    { terms: variables.map(({ name, help }): [string, string] => [name, help]) },
    "`roadmap config` shows the settings in effect. `roadmap config set` changes your own, for all roadmaps.",
  ],
};

export const helpTopics: Readonly<Record<HelpTopicName, HelpText>> = {
  file,
  names,
  status,
  dates,
  "front-matter": frontMatter,
  problems,
  "exit-codes": exitCodesText,
  environment,
};
