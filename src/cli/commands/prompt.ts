// Command: one short line for a shell prompt, or nothing.

import { readFast } from "../../app/read-fast.js";
import { promptSummary } from "../../model/prompt-summary.js";
import { plainCanvas } from "../../views/canvas.js";
import { promptLine } from "../../views/prompt-line.js";
import type { CommandDeclaration } from "../command.js";

export const promptCommand: CommandDeclaration = {
  name: "prompt",
  summary: "Print one short line for a shell prompt, or nothing without a roadmap",
  examples: ["roadmap prompt", "roadmap prompt --file ~/learn/roadmap.md"],
  options: [],
  async run({ request: { lookup } }) {
    // A roadmap for all folders would be in every prompt.
    const roadmap = await readFast({ ...lookup, defaultFile: undefined });
    const summary = roadmap && promptSummary(roadmap);
    return {
      lines: (canvas) => (summary ? [promptLine(roadmap, summary, canvas)] : []),
      data: () => ({
        kind: "prompt",
        text: summary ? promptLine(roadmap, summary, plainCanvas) : "",
        roadmap: summary && {
          counted: summary.counted,
          done: summary.done,
          total: summary.total,
          current: summary.current && {
            type: "row" in summary.current.thing ? "topic" : "task",
            number: summary.current.thing.number,
            name: summary.current.thing.name,
            short: summary.current.name,
            days: summary.current.days,
          },
          overdue: summary.overdue,
        },
      }),
    };
  },
};
