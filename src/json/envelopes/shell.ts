// Envelopes for the shell and its environment: completion, settings.

import * as z from "zod/mini";
import { columnKinds } from "../../model/columns.js";
import { dateStyles, iconSets, userSettingKeys, weekStarts } from "../../model/user-settings.js";
import { count, type DataOf, envelope, nullableText, ordinal, status } from "./common.js";

export const shellEnvelopes = {
  completion: envelope("completion", {
    shell: z.enum(["bash", "zsh", "fish", "powershell"]),
    /** Line breaks are LF. */
    script: z.string(),
  }),
  help: envelope("help", {
    /** The words after `help`; `man` for the manual, `roadmap` for the list of commands. */
    topic: z.string(),
    text: z.string(),
  }),
  version: envelope("version", { version: z.string() }),
  config: envelope("config", {
    /** Null if no roadmap is found. */
    file: z.nullable(
      z.strictObject({
        path: z.string(),
        realPath: z.string(),
        rule: z.enum(["option", "environment", "nearest", "readme", "settings"]),
      }),
    ),
    settings: z.nullable(
      z.strictObject({
        columns: z.partialRecord(z.enum(columnKinds), z.array(z.string())),
        status: z.partialRecord(status, z.array(z.string())),
        dates: nullableText,
        commit: z.boolean(),
        weekly: z.nullable(z.number()),
        phases: z.record(z.string(), z.string()),
      }),
    ),
    /** The lines of the settings in the front matter; all others are defaults. */
    lines: z.record(z.string(), z.int()),
    /** The settings of the user for all roadmaps; those that are not set are missing. */
    user: z.strictObject({
      /** Null for a user without a home folder. */
      path: nullableText,
      settings: z.strictObject({
        file: z.optional(z.string()),
        files: z.optional(z.array(z.string())),
        hints: z.optional(z.boolean()),
        icons: z.optional(z.enum(iconSets)),
        dates: z.optional(z.enum(dateStyles)),
        weekStart: z.optional(z.enum(weekStarts)),
        commit: z.optional(z.boolean()),
      }),
      lines: z.record(z.string(), z.int()),
      problems: z.array(z.strictObject({ message: z.string(), hint: z.string() })),
    }),
    today: z.string(),
    lockWaitMs: z.number(),
    gitWaitMs: z.number(),
    stateFolder: z.string(),
    cacheFolder: z.string(),
    /** What is configured in git; null outside a repository. */
    gitInstall: z.nullable(
      z.array(
        z.strictObject({
          file: z.string(),
          line: z.string(),
          state: z.enum(["there", "missing", "outdated", "foreign"]),
          found: nullableText,
        }),
      ),
    ),
    /** Every variable that roadmap reads; null for one that is not set. */
    environment: z.record(z.string(), nullableText),
  }),
  web: envelope("web", {
    /** With the token, which lets a page read and change the file. */
    url: z.string(),
    port: ordinal,
    readOnly: z.boolean(),
  }),
  prompt: envelope("prompt", {
    /** Empty if there is no roadmap, or if it cannot be read quickly. */
    text: z.string(),
    roadmap: z.nullable(
      z.strictObject({
        /** Tasks are counted only where there are no topics. */
        counted: z.enum(["topics", "tasks"]),
        done: count,
        total: count,
        /** The first of what is in progress. */
        current: z.nullable(
          z.strictObject({
            type: z.enum(["topic", "task"]),
            number: ordinal,
            name: z.string(),
            /** What finds only it: a few words or its number. */
            short: z.string(),
            /** Since its start; null if that is unknown. */
            days: z.nullable(count),
          }),
        ),
        /** The number of topics. */
        overdue: count,
      }),
    ),
  }),
  setting: envelope("setting", {
    /** The file with the settings of the user. */
    path: z.string(),
    key: z.enum(userSettingKeys),
    /** Null if the file did not have it. */
    old: z.unknown(),
    /** Null if it is unset. */
    value: z.unknown(),
    /** False if nothing changed, or in a dry run. */
    saved: z.boolean(),
    dryRun: z.boolean(),
  }),
};

export type ConfigData = Omit<DataOf<typeof shellEnvelopes.config>, "schemaVersion">;
