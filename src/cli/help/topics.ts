// Help topics: what there is to know beside the commands, made from what the program itself goes by.

import { columnWords } from "../../model/column-words.js";
import { exitCodes } from "../../model/errors.js";
import { statusOfMark, writableMarks } from "../../model/marks.js";
import { problemKinds, severities } from "../../model/problem-kinds.js";
import { columnKinds, type Settings } from "../../model/roadmap.js";
import { defaultSpelling, statuses } from "../../model/status.js";
import { statusEmoji, statusWords } from "../../model/status-words.js";
import type { HelpText } from "../../views/help-lines.js";
import { variables } from "../environment.js";
import { exitCodeTexts } from "./exit-code-texts.js";
import type { HelpTopicName } from "./topic-names.js";

const shownWords = 6;

/** The first of each list are the usual English ones. */
function fewOf(words: readonly string[]): string {
  return words.slice(0, shownWords).join(", ");
}

const file: HelpText = {
  title: "What is read from the file",
  parts: [
    "Topics are the rows of a table with a topic column and at least one of status, phase, started, finished and proof. Several such tables are one roadmap; other tables are prose.",
    {
      code: "| Topic | Started    | Status      |\n|-------|------------|-------------|\n| HTTP  | 2026-02-01 | In Progress |",
    },
    "Columns are known by their names in many languages, whatever their case, emoji and order:",
    { terms: columnKinds.map((kind): [string, string] => [kind, fewOf(columnWords[kind])]) },
    "Tasks are list items with a checkbox, nested or not. Their phase is the heading over them; the heading above a group of phases is a track, and a line `Goal: …` below it its goal. Cells that say `1` and one heading `Phase 1: …` in no track are one phase.",
    { code: "### Phase 1: Basics\n- [x] read the RFC\n- [ ] write a parser" },
    "A command changes the cells and marks it was asked to change. Every other byte stays as it is.",
  ],
};

const status: HelpText = {
  title: "Statuses",
  parts: [
    "There are five. A file can say them in many languages, with or without an emoji; some of the words:",
    {
      terms: statuses.map((one): [string, string] => [
        one,
        [fewOf(statusWords[one]), statusEmoji[one].slice(0, 2).join(" ")].join("; "),
      ]),
    },
    `What is written is the word that the front matter says, else the legend of the file (a status cell like \`Todo / Doing / Done\`), else the one the column uses most, else ${statuses.map((one) => defaultSpelling[one]).join(", ")}.`,
    "A blank status counts as not started; with a finish date as done, with only a start date as in progress, and a problem says so. A word in no list counts as not started, and is a problem. Signs that mean different things in different files, such as 🟢 and ⏳, count only where the file itself says what they mean.",
    "Marks of tasks, between their brackets:",
    {
      terms: writableMarks
        .filter((mark) => mark !== "X")
        .map((mark): [string, string] => [
          `[${mark}]`,
          mark === ">" ? "moved; counts as skipped" : (statusOfMark(mark) ?? ""),
        ]),
    },
  ],
};

const settingTexts: Readonly<Record<keyof Settings, string>> = {
  columns: `names of columns that are not known by themselves, by kind: ${columnKinds.join(" ")}`,
  status: `words and signs by state: ${statuses.join(" ")}; the first one is written`,
  dates: "how dates are read and written: a format with YYYY, MM or M (MMM, MMMM for names), DD or D",
  commit: "`true`: every change is committed; `--no-commit` makes an exception",
  weekly: "topics a week that a forecast assumes",
  phases: "names of phases: a list, or a map by what the Phase cells say",
};

const frontMatter: HelpText = {
  title: "Front matter",
  parts: [
    "Nothing has to be configured. What the program cannot tell by itself a file can say in YAML at its very beginning, under `roadmap:`. The program never writes it.",
    {
      code: '---\nroadmap:\n  columns: { topic: Skill }\n  status: { done: [Erledigt, "🟢"] }\n  dates: DD/MM/YYYY\n  commit: true\n---',
    },
    { terms: Object.entries(settingTexts) },
    "An unknown key or a bad value is a problem with its line, and the other keys still count. `roadmap config` shows what is in force.",
  ],
};

/** One day in every way that is read. */
export const dateExamples = [
  ...["2026-03-04", "2026/03/04", "2026.03.04", "04.03.2026", "4 Mar 2026", "March 4, 2026"],
  ...["2026年3月4日", "04/03/2026"],
];

/** What can be typed for a day. */
export const dayExamples = ["2026-03-04", "today", "yesterday", "3 days ago", "monday"];

const dates: HelpText = {
  title: "Dates",
  parts: [
    `In the file a day is read in each of these ways: ${dateExamples.join(" · ")}.`,
    "Whether the last one begins with the day is told by a value over 12 in its column, or by `dates:` in the front matter; else it is a problem, and never a guess. A new date is written as its column writes dates, else as YYYY-MM-DD. `TBD`, `-` and `___` are no dates.",
    `Options that take a day take ${dayExamples.map((one) => `\`${one}\``).join(", ")}; a weekday is the last one, today included.`,
  ],
};

const names: HelpText = {
  title: "Names",
  parts: [
    "A topic or task is named by words, no quotes needed, case and punctuation aside. The first of these ways in which any name matches counts:",
    {
      terms: [
        ["rest api basics", "exactly its name"],
        ["rest", "the beginning of its name"],
        ["api basics", "some of its words in a row"],
        ["basics rest", "some of its words in any order"],
        ['"#12"', "the number that `roadmap list` prints, in quotes because a shell takes # for a comment"],
        ["2.3", "the third topic of phase 2"],
      ],
    },
    "When more than one matches, nothing is done: the candidates are listed, and in a terminal you are asked.",
  ],
};

const problems: HelpText = {
  title: "Problems",
  parts: [
    "`roadmap doctor` lists what is wrong in a file, each with its place and a way out. An error keeps the file or its settings from being used; a warning is something that is read otherwise than it was meant, or not at all; a note is read well, and a person may want to look at it. `--only` and `--ignore` take the codes.",
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
    "With any code but 0 and 8 the file is as it was. With `--json` an error is one line of JSON on stderr, with a code for every single case.",
  ],
};

const environment: HelpText = {
  title: "Environment variables",
  parts: [
    { terms: variables.map(({ name, help }): [string, string] => [name, help]) },
    "`roadmap config` shows what is in force.",
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
