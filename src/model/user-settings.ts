// User settings: the choices that a person makes for all roadmaps, and the check of each value.

export const iconSets = ["unicode", "ascii", "emoji"] as const;

export const dateStyles = ["short", "iso"] as const;

export const weekStarts = ["monday", "sunday", "saturday"] as const;

export type WeekStart = (typeof weekStarts)[number];

/** By key: returns the value if it is valid, otherwise undefined. */
const readers = {
  /** The roadmap where no other is near; absolute, or `~/…`. */
  file: (value: unknown) => (isPath(value) ? value : undefined),
  /** The roadmaps that `roadmap all` shows. */
  files: (value: unknown) => (Array.isArray(value) && value.every(isPath) ? value : undefined),
  hints: switchOf,
  icons: (value: unknown) => iconSets.find((known) => known === value),
  /** How days are shown on a terminal. */
  dates: (value: unknown) => dateStyles.find((known) => known === value),
  /** The first day of the week in `today`. What is counted by week has ISO weeks, which are the same for everyone. */
  weekStart: (value: unknown) => weekStarts.find((known) => known === value),
  /** Whether to commit every change, if neither an option nor the front matter decides. */
  commit: switchOf,
};

type Readers = typeof readers;

export type UserSettingKey = keyof Readers;

/** A setting without a value has its default. */
export type UserSettings = { readonly [Key in UserSettingKey]?: ReturnType<Readers[Key]> };

/** Alphabetical order would separate what belongs together. */
export const userSettingKeys = ["file", "files", "hints", "icons", "dates", "weekStart", "commit"] as const;

interface CheckedSettings {
  readonly settings: UserSettings;
  /** The keys that are unknown or have an invalid value. */
  readonly wrong: readonly string[];
}

export function checkUserSettings(values: Readonly<Record<string, unknown>>): CheckedSettings {
  const settings: UserSettings = {
    file: readers.file(values.file),
    files: readers.files(values.files),
    hints: readers.hints(values.hints),
    icons: readers.icons(values.icons),
    dates: readers.dates(values.dates),
    weekStart: readers.weekStart(values.weekStart),
    commit: readers.commit(values.commit),
  };
  const isRight = (key: string) => userSettingKeys.some((known) => known === key && settings[known] !== undefined);
  return { settings, wrong: Object.keys(values).filter((key) => !isRight(key)) };
}

export function isUserSettingKey(key: string): key is UserSettingKey {
  return userSettingKeys.some((known) => known === key);
}

function switchOf(value: unknown): boolean | undefined {
  return typeof value === "boolean" ? value : undefined;
}

/** A relative path would mean another file in every folder. */
function isPath(value: unknown): value is string {
  return typeof value === "string" && /^(?:~?\/|[A-Za-z]:[\\/]|\\\\)/.test(value) && !value.includes("\0");
}

/** What a value can be, for messages. */
export const valueExamples: Readonly<Record<UserSettingKey, string>> = {
  file: "an absolute path, or one that begins with ~/",
  files: "a list of absolute paths, or ones that begin with ~/",
  hints: "true or false",
  icons: iconSets.join(", "),
  dates: dateStyles.join(" or "),
  weekStart: "monday, sunday or saturday",
  commit: "true or false",
};
