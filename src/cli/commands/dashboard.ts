// Command: the dashboard, which is also shown without a command.

import { type OpenedRoadmap, openRoadmap } from "../../app/open-roadmap.js";
import { dashboardData } from "../../json/roadmap.js";
import { counted } from "../../text/plural.js";
import { visible } from "../../text/visible.js";
import type { Canvas } from "../../views/canvas.js";
import { dashboardLines } from "../../views/dashboard-lines.js";
import type { Remark } from "../../views/wrap.js";
import type { CommandDeclaration } from "../command.js";
import { canvasOver, conflictWarnings, problemRemarks } from "../view-outcome.js";

export const dashboardCommand: CommandDeclaration = {
  name: "dashboard",
  summary: "Show progress per phase, what is in progress and what is next",
  examples: ["roadmap", "roadmap --file docs/roadmap.md"],
  options: [],
  async run({ request, isJson, machine }) {
    const opened = await openRoadmap(request);
    // An invitation to a person, who alone can judge the fix.
    const garbled = isJson || !machine.isTerminal("stdout") ? [] : await garbledRemarks(opened);
    return {
      lines: (canvas) => openedLines(opened, canvas, garbled),
      data: () => dashboardData(opened),
      warnings: conflictWarnings(opened),
    };
  },
};

export function openedLines(opened: OpenedRoadmap, canvas: Canvas, garbled: readonly Remark[] = []): string[] {
  const { roadmap, problems, file, today } = opened;
  const unread = problems.find(({ code }) => code === "TABLE_UNREAD");
  const dashboard = { roadmap, path: file.path, today, unread, remarks: [...garbled, ...problemRemarks(opened)] };
  return dashboardLines(dashboard, canvasOver(opened, canvas));
}

/** What the first bytes of common characters look like in Mac Roman and Windows-1252, before a second one. */
const mayBeGarbled =
  /[\u00ac\u00c1-\u00c3\u00c8\u00ca\u00cb\u00d4\u00e2-\u00f0\u201a\u201e\u2030\u221a\uf8ff][^\0-\x7f]/;

/** Reading does not look for it, and few files need it. */
async function garbledRemarks({ roadmap: { text } }: OpenedRoadmap): Promise<Remark[]> {
  if (!mayBeGarbled.test(text)) return [];
  const { garbledText } = await import("../../rules/mojibake/garbled-text.js");
  const garbled = garbledText(text);
  if (garbled === null) return [];
  const { count, found, original } = garbled;
  const places = `${counted(count, "place")} ${count === 1 ? "holds" : "hold"} garbled text`;
  return [
    { label: "Warning", text: `${places} ("${visible(found)}" was "${visible(original)}"): \`roadmap doctor --fix\`` },
  ];
}
