// Command: explains a command or a help topic, or prints the manual.

import { readManualPage } from "../../app/shipped-text.js";
import { type Canvas, plainCanvas } from "../../views/canvas.js";
import { helpLines } from "../../views/help-lines.js";
import type { CommandDeclaration } from "../command.js";
import { overviewLines } from "../help/overview.js";
import { helpTopicNames, helpTopicOf } from "../help/topic-names.js";
import { helpTopics } from "../help/topics.js";

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
    const linesOn = (canvas: Canvas) => {
      const fitted = { ...canvas, width: Math.min(canvas.width, maxTextWidth) };
      return topic === undefined ? overviewLines(fitted) : helpLines(helpTopics[topic], fitted);
    };
    return { lines: linesOn, data: textOutcome(topic ?? "roadmap", linesOn(plainCanvas)).data };
  },
};

function textOutcome(topic: string, lines: readonly string[]) {
  return { lines: () => lines, data: () => ({ kind: "help", topic, text: `${lines.join("\n")}\n` }) as const };
}
