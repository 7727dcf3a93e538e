// Command: every effective setting and its source.

import { type Config, type FileRule, readConfig } from "../../app/read-config.js";
import type { ConfigData } from "../../json/envelopes/shell.js";
import type { Settings } from "../../model/settings.js";
import { type UserSettingKey, userSettingKeys } from "../../model/user-settings.js";
import { visible } from "../../text/visible.js";
import type { Canvas } from "../../views/canvas.js";
import { type ConfigGroup, type ConfigRow, configLines } from "../../views/config-lines.js";
import { messageLines } from "../../views/wrap.js";
import { widthOf } from "../canvas.js";
import type { CommandDeclaration } from "../command.js";
import { variables } from "../environment.js";
import type { Machine } from "../machine.js";
import { fileWarnings } from "../view-outcome.js";

export const configCommand: CommandDeclaration = {
  name: "config",
  summary: "Show every setting in effect and where it comes from, or change your own",
  examples: ["roadmap config", "roadmap config set icons ascii", "roadmap config unset icons"],
  argument: {
    name: "[change...]",
    help: "`set` with a setting and its value, or `unset` with a setting",
    choices: ["set", "unset", ...userSettingKeys],
  },
  options: [],
  async run(invocation) {
    const { request, machine, words } = invocation;
    if (words.length > 0) return (await import("../set-setting.js")).setSetting(invocation);
    const config = await readConfig(request);
    return {
      lines: (canvas) => configLines(configGroups(config, machine, canvas), canvas),
      data: () => configData(config, machine),
      warnings: (canvas) => [
        ...config.user.problems.flatMap(({ message, hint }) =>
          messageLines([`note: ${message}`, hint].map(visible), canvas),
        ),
        ...(config.opened ? fileWarnings(config.opened)(canvas) : []),
      ],
    };
  },
};

const ruleTexts: Readonly<Record<FileRule, string>> = {
  option: "--file",
  environment: "$ROADMAP_FILE",
  nearest: "the nearest one in this folder or its parents, up to the repository root",
  readme: "no roadmap.md found; this README has a topic table",
  settings: "no roadmap is near; your settings name this one",
};

function configGroups(config: Config, machine: Machine, canvas: Canvas): ConfigGroup[] {
  const { opened, settings } = config;
  return [
    { title: "File", rows: fileRows(config) },
    ...(settings && opened
      ? [{ title: `Front matter of ${opened.file.path}`, rows: settingRows(settings, config) }]
      : []),
    { title: "Your settings for all roadmaps", rows: userRows(config) },
    { title: "Surroundings", rows: surroundingRows(config, machine) },
    { title: "Output", rows: screenRows(machine, canvas) },
  ];
}

function fileRows({ opened, rule, git }: Config): ConfigRow[] {
  if (!opened || !rule)
    return [{ name: "file", value: "none", from: "`roadmap init` creates one, --file selects one" }];
  const { path, realPath } = opened.file;
  const missing = git?.filter(({ state }) => state !== "there") ?? [];
  return [
    { name: "file", value: path, from: ruleTexts[rule] },
    ...(realPath.endsWith(`/${path}`) ? [] : [{ name: "", value: realPath, from: "resolved path" }]),
    ...(git === null
      ? [{ name: "git", value: "no", from: "the file is not in a git repository, or git cannot read it" }]
      : [
          missing.length === 0
            ? { name: "git", value: "merges and diffs by topic and task", from: "`roadmap git install`" }
            : { name: "git", value: "merges by line", from: "`roadmap git install --check` shows what is missing" },
        ]),
  ];
}

function settingRows(settings: Settings, { lines, user }: Config): ConfigRow[] {
  const { columns, status, dates, commit, weekly, phases } = settings;
  const isFromUser = commit === null && user.settings.commit !== undefined;
  const values = {
    columns: pairs(columns) || "recognized by name",
    status: pairs(status) || "recognized words, in the file's spelling",
    dates: dates ?? "the format of each column, or YYYY-MM-DD",
    commit: (commit ?? user.settings.commit) ? "every change is committed" : "only with --commit",
    weekly: weekly === null ? "not set" : `${weekly} topics per week`,
    phases: pairs(phases) || "as named in the file",
  };
  return Object.entries(values).map(([name, value]) => {
    const line = lines.get(name);
    const otherwise = name === "commit" && isFromUser ? "your settings" : "default";
    return { name, value, from: line === undefined ? otherwise : `front matter, line ${line}` };
  });
}

/** The names and values are those that `roadmap config set` takes. */
function userRows({ user, userLines }: Config): ConfigRow[] {
  const { path, text, settings } = user;
  const { file = "none", files = [], hints = true, icons, dates = "short", weekStart = "monday" } = settings;
  const values: Readonly<Record<UserSettingKey, string>> = {
    file,
    files: files.join(", ") || "none",
    hints: String(hints),
    icons: icons ?? "as the locale allows",
    dates,
    weekStart,
    commit: String(settings.commit ?? false),
  };
  return [
    { name: "path", value: path ?? "none", from: text === null ? "no such file" : "read" },
    ...userSettingKeys.map((name) => {
      const line = userLines.get(name);
      return { name, value: values[name], from: line === undefined ? "default" : `line ${line}` };
    }),
  ];
}

function pairs(map: ReadonlyMap<string, string | readonly string[]>): string {
  return [...map].map(([key, value]) => `${key}: ${[value].flat().join(", ")}`).join("; ");
}

function surroundingRows(config: Config, { env }: Machine): ConfigRow[] {
  const from = (name: string, otherwise = "default") => (env[name] ? `$${name}` : otherwise);
  const wait = (name: string, effectiveMs: number) => {
    const isUsed = env[name] === String(effectiveMs);
    return {
      value: `${effectiveMs / 1000} s`,
      from: isUsed || !env[name] ? from(name) : `default: $${name} is not a number`,
    };
  };
  return [
    { name: "today", value: config.today, from: from("ROADMAP_TODAY", "system date") },
    { name: "lock timeout", ...wait("ROADMAP_LOCK_WAIT_MS", config.lockWaitMs) },
    { name: "commit timeout", ...wait("ROADMAP_GIT_WAIT_MS", config.gitWaitMs) },
    { name: "undo", value: config.stateFolder, from: from("XDG_STATE_HOME") },
    { name: "cache", value: config.cacheFolder, from: from("XDG_CACHE_HOME") },
  ];
}

function screenRows(machine: Machine, { paint }: Canvas): ConfigRow[] {
  const { env, isTerminal } = machine;
  const where = isTerminal("stdout") ? "a terminal" : "not a terminal";
  const reason = (["NO_COLOR", "FORCE_COLOR"] as const).find((name) => env[name]);
  const width = widthOf(machine, "stdout");
  return [
    {
      name: "color",
      value: paint.strong("") === "" && paint.strong("x") === "x" ? "no" : "yes",
      from: machine.args.includes("--no-color")
        ? "--no-color"
        : reason
          ? `$${reason}`
          : env.TERM === "dumb"
            ? "$TERM"
            : where,
    },
    {
      name: "width",
      value: Number.isFinite(width) ? `${width} columns` : "unlimited",
      from: Number(env.COLUMNS) === width ? "$COLUMNS" : where,
    },
  ];
}

function configData(config: Config, { env }: Machine): ConfigData {
  const { opened, rule, settings, lines, git, user } = config;
  return {
    kind: "config",
    file: opened && rule && { path: opened.file.path, realPath: opened.file.realPath, rule },
    settings: settings && {
      columns: Object.fromEntries(settings.columns),
      status: Object.fromEntries(settings.status),
      dates: settings.dates,
      commit: settings.commit ?? false,
      weekly: settings.weekly,
      phases: Object.fromEntries(settings.phases),
    },
    lines: Object.fromEntries(lines),
    user: {
      path: user.path,
      settings: user.settings,
      lines: Object.fromEntries(config.userLines),
      problems: user.problems.map(({ message, hint }) => ({ message, hint })),
    },
    today: config.today,
    lockWaitMs: config.lockWaitMs,
    gitWaitMs: config.gitWaitMs,
    stateFolder: config.stateFolder,
    cacheFolder: config.cacheFolder,
    gitInstall: git?.map(({ file, line, state, found }) => ({ file, line, state, found })) ?? null,
    environment: Object.fromEntries(variables.map(({ name }) => [name, env[name] ?? null])),
  };
}
