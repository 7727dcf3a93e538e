// User config problems: what is wrong in the file with the settings of a person, with its line and what to do.

import { closestTypo } from "../model/nearest.js";
import { checkUserSettings, isUserSettingKey, userSettingKeys, valueExamples } from "../model/user-settings.js";
import { inQuotes } from "../text/in-quotes.js";
import { scanJson } from "../text/json-entries.js";
import { lineAt, lineStarts } from "../text/lines.js";
import type { UserConfigProblem } from "./user-config.js";

/** In the order of the lines. */
export function problemsIn(path: string, text: string): UserConfigProblem[] {
  const starts = lineStarts(text);
  const placeOf = (offset: number) => `${path}, line ${lineAt(starts, offset) + 1}`;
  const { entries, errorAt } = scanJson(text);
  if (errorAt !== null || !/^\ufeff?\s*\{/.test(text)) {
    const message = `${placeOf(errorAt ?? 0)}: ${errorAt === null ? "not a JSON object" : "not valid JSON"}`;
    return [{ message, hint: "fix it in an editor; until then your settings are ignored", isBroken: true }];
  }
  const seen = new Set<string>();
  return entries.flatMap(({ key, span, value }) => {
    const isRepeated = seen.has(key);
    seen.add(key);
    const wrong = isRepeated ? repeated : problemOf(key, JSON.parse(text.slice(value.start, value.end)));
    return wrong ? [{ ...wrong, message: `${placeOf(span.start)}: ${wrong.message}` }] : [];
  });
}

const repeated = { message: "a setting for the second time", hint: "keep one of them", isBroken: true };

function problemOf(key: string, value: unknown): UserConfigProblem | null {
  if (!isUserSettingKey(key)) return unknownSetting(key);
  const isValid = checkUserSettings({ [key]: value }).wrong.length === 0;
  return isValid ? null : { message: `invalid value for ${key}`, hint: `use ${valueExamples[key]}` };
}

export function unknownSetting(key: string): UserConfigProblem {
  const close = closestTypo(key, userSettingKeys);
  const list = `the settings are ${userSettingKeys.join(", ")}`;
  return {
    message: `unknown setting ${inQuotes(key)}`,
    hint: close === undefined ? list : `did you mean ${close}? ${list.replace("the", "The")}`,
  };
}
