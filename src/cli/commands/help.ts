// Command: explains a command or a help topic, or prints the manual.

import { readManualPage } from "../../app/shipped-text.js";
import { plainCanvas } from "../../views/canvas.js";
import { helpLines } from "../../views/help-lines.js";
import type { CommandDeclaration } from "../command.js";
import { helpTopicNames, helpTopicOf } from "../help/topic-names.js";
import { helpTopics } from "../help/topics.js";
import { usageError } from "../options.js";

const maxTextWidth = 80;

export const helpCommand: CommandDeclaration = {
  name: "help",
  summary: "Explain a command or a help topic, such as dates",
  examples: ["roadmap help finish", "roadmap help front-matter", "roadmap help --man | man -l -"],
  argument: {
    name: "[topic...]",
    help: `a command, or one of ${helpTopicNames.join(", ")}`,
    choices: helpTopicNames,
    names: ["command"],
  },
  options: [{ flags: "--man", help: "print the manual page" }],
  async run({ words, options }) {
    if (options.man) return textOutcome("man", readManualPage().trimEnd().split("\n"));
    const topic = helpTopicOf(words);
    if (topic === undefined) throw usageError("no topic given", "run `roadmap --help` to see all commands and topics");
    const text = helpTopics[topic];
    return {
      lines: (canvas) => helpLines(text, { ...canvas, width: Math.min(canvas.width, maxTextWidth) }),
      data: textOutcome(topic, helpLines(text, { ...plainCanvas, width: maxTextWidth })).data,
    };
  },
};

function textOutcome(topic: string, lines: readonly string[]) {
  return { lines: () => lines, data: () => ({ kind: "help", topic, text: `${lines.join("\n")}\n` }) as const };
}
