// Command: opens the link of a topic or task in the browser, or prints it where there is no terminal.

import { openPage, type PageLink, pageLinks } from "../../app/open-page.js";
import { openRoadmap } from "../../app/open-roadmap.js";
import { viewedData } from "../../json/roadmap.js";
import { nameToType, shortName } from "../../model/address.js";
import { UserError } from "../../model/errors.js";
import { kindOf, type Thing } from "../../model/names.js";
import type { Roadmap } from "../../model/roadmap.js";
import { ValueUndecided } from "../../model/value-undecided.js";
import { counted } from "../../text/plural.js";
import { visible } from "../../text/visible.js";
import type { CommandDeclaration, Invocation } from "../command.js";
import { countOption, nameOf } from "../options.js";
import { atOption, fileWarnings, findNamed, requestAt } from "../view-outcome.js";

const command = "open";

export const openCommand: CommandDeclaration = {
  name: command,
  summary: "Open the link of a topic or task in the browser; without a terminal, print it",
  examples: ["roadmap open rest api", "roadmap open rest api --proof", "roadmap open 12 --link 2"],
  argument: {
    name: "<topic...>",
    help: "topic or task with the link (words of its name, or its number)",
    names: ["topic", "task"],
  },
  options: [
    { flags: "--proof", help: "only its proof links" },
    { flags: "--link <n>", help: "the nth of its links, in the order of the file" },
    atOption,
  ],
  async run(invocation) {
    const { isDryRun, isJson, machine, words } = invocation;
    const opened = await openRoadmap(requestAt(invocation));
    const { roadmap } = opened;
    const thing = findNamed(opened, nameOf(words, "topic"));
    const { column, url } = chosenLink(roadmap, thing, invocation);
    const isOpened = machine.isTerminal("stdout") && !isJson && !isDryRun;
    if (isOpened) {
      // It is shown first, so it can be copied if the browser does not start.
      machine.write("stdout", `opening ${visible(url)}\n`);
      await openPage(url, machine.env);
    }
    return {
      lines: () => (isOpened ? [] : [visible(url)]),
      data: () => ({
        kind: "open",
        ...viewedData(opened),
        subject: { type: kindOf(thing), number: thing.number, name: thing.name },
        column,
        url,
      }),
      warnings: fileWarnings(opened),
    };
  },
};

/** @throws ValueUndecided if there are several, UserError if there is none */
function chosenLink(roadmap: Roadmap, thing: Thing, invocation: Invocation): PageLink {
  const isProof = invocation.options.proof === true;
  const number = countOption(invocation, "link");
  const links = pageLinks(roadmap, thing).filter(({ column }) => !isProof || column === "proof");
  const kind = isProof ? "proof link" : "link";
  const [only, another] = links;
  if (!only) {
    const message = `"${thing.name}" has no ${kind} to a web page`;
    throw new UserError("LINK_NOT_FOUND", message, `add one with \`roadmap edit ${nameToType(roadmap, thing)}\``);
  }
  if (number !== undefined) {
    const link = links[number - 1];
    if (link) return link;
    const message = `"${thing.name}" has no ${kind} ${number}: there ${another ? "are" : "is"} ${counted(links.length, "link")}`;
    throw new UserError("LINK_NOT_FOUND", message, `use --link 1${another ? ` to --link ${links.length}` : ""}`);
  }
  if (!another) return only;
  throw new ValueUndecided({
    operation: command,
    input: { topic: shortName(roadmap, thing), ...(isProof ? { proof: true } : {}) },
    field: "link",
    message: `"${thing.name}" has ${counted(links.length, kind)}`,
    question: `"${thing.name}" has ${counted(links.length, kind)}. Which one?`,
    choices: links.map(({ column, url }, index) => ({ value: `${index + 1}`, label: `opens ${url} (${column})` })),
  });
}
