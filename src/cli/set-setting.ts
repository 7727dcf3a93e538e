// Set setting: `config set` and `config unset`, which change the settings of the user.

import { changeUserConfig, type SettingReport } from "../app/change-user-config.js";
import { unknownSetting } from "../app/user-config-problems.js";
import { closestTypo } from "../model/nearest.js";
import { isUserSettingKey, valueExamples } from "../model/user-settings.js";
import { counted } from "../text/plural.js";
import { visible } from "../text/visible.js";
import type { Canvas } from "../views/canvas.js";
import { doneLines, wrapText } from "../views/wrap.js";
import type { Invocation, Outcome } from "./command.js";
import { suggesting } from "./misuse.js";
import { usageError } from "./options.js";

/** The words are `set KEY VALUE…` or `unset KEY`. */
export async function setSetting({ words, request, isDryRun }: Invocation): Promise<Outcome> {
  const [verb = "", key, ...values] = words;
  if (verb !== "set" && verb !== "unset") throw unknownVerb(verb);
  if (key === undefined) throw usageError(`config ${verb}: no setting given`, "`roadmap config` shows all settings");
  if (!isUserSettingKey(key)) {
    const { message, hint } = unknownSetting(key);
    throw usageError(message, hint);
  }
  if (verb === "set" && values.length === 0)
    throw usageError(`config set ${key}: no value given`, `use ${valueExamples[key]}`);
  if (verb === "unset" && values.length > 0)
    throw usageError("config unset takes one setting", `run \`roadmap config unset ${key}\``);
  const report = await changeUserConfig({ ...request, key, values: verb === "set" ? values : null, isDryRun });
  return {
    lines: (canvas) => settingLines(report, isDryRun, canvas),
    data: () => {
      const { path, old, value, isSaved } = report;
      return { kind: "setting", path, key, old, value, saved: isSaved, dryRun: isDryRun };
    },
    isSaved: report.isSaved,
  };
}

function unknownVerb(verb: string) {
  const close = closestTypo(verb, ["set", "unset"]);
  const hint = "run `roadmap config set KEY VALUE` or `roadmap config unset KEY`";
  return usageError(`unknown command "config ${verb}"`, suggesting(close && `\`roadmap config ${close}\``, hint));
}

function settingLines({ path, key, old, value, isSame }: SettingReport, isDryRun: boolean, canvas: Canvas): string[] {
  const { width, paint, signs } = canvas;
  const state = Array.isArray(value) ? `has ${counted(value.length, "roadmap")}` : `is ${shown(value)}`;
  const meaning = value === null ? "is not set" : state;
  if (isSame) return wrapText(visible(`${key} already ${meaning}; nothing was changed`), width);
  const change = `${shown(old)} ${signs.arrow} ${shown(value)}`;
  return [
    ...(isDryRun
      ? wrapText(`would change ${key}; nothing was written`, width)
      : doneLines(visible(`${key} ${meaning}`), canvas)),
    ...wrapText(visible(change), width, { first: 2, rest: 4 }),
    ...wrapText(visible(path), width, { first: 2, rest: 2 }).map(paint.dim),
  ];
}

function shown(value: unknown): string {
  if (value === null) return "(default)";
  return [value]
    .flat()
    .map((part) => (typeof part === "string" ? part : JSON.stringify(part)))
    .join(", ");
}
