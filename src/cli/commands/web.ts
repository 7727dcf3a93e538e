// Command: serves the roadmap as a page for the browser, until it is ended.

import { openPage } from "../../app/open-page.js";
import { openRoadmap } from "../../app/open-roadmap.js";
import { UserError } from "../../model/errors.js";
import { messageLines } from "../../views/wrap.js";
import { canvasFor } from "../canvas.js";
import { type CommandDeclaration, type Invocation, textOption } from "../command.js";
import { usageError } from "../options.js";
import { fileWarnings } from "../view-outcome.js";

export const webCommand: CommandDeclaration = {
  name: "web",
  summary: "Show the roadmap as a page in the browser, to look at and to change; Ctrl-C ends it",
  examples: ["roadmap web", "roadmap web --read-only", "roadmap web --port 8080 --no-open"],
  options: [
    { flags: "--port <n>", help: "port to listen on (default: any free port)" },
    { flags: "--open", help: "open the page in the browser (default in a terminal)" },
    { flags: "--no-open", help: "only print its URL" },
    { flags: "--read-only", help: "change nothing: only look" },
  ],
  async run(invocation) {
    const { machine, options, request, isDryRun, isJson } = invocation;
    const { lookup, ifMatch: _, ...rest } = request;
    const opened = await openRoadmap(request);
    const isReadOnly = options.readOnly === true || isDryRun;
    const port = portOption(invocation);
    const wanted = { request: { ...rest, lookup: { ...lookup, file: opened.file.path } }, port, isReadOnly };
    const { url, ended, ...server } = await machine.serveWeb(wanted).catch((error: unknown) => {
      throw portError(error, port);
    });
    const isOpened = options.open !== false && !isJson && !isDryRun && machine.isTerminal("stdout");
    return {
      lines: () => [url, "Ctrl-C ends it"],
      data: () => ({ kind: "web", url, port: server.port, readOnly: isReadOnly }),
      warnings: fileWarnings(opened),
      async goesOn() {
        if (isOpened) await openOrSay(url, invocation);
        await ended;
      },
    };
  },
};

function portOption(invocation: Invocation): number {
  const text = textOption(invocation, "port");
  if (text === undefined) return 0;
  if (/^\d{1,5}$/.test(text) && Number(text) <= 65_535) return Number(text);
  throw usageError(`invalid value for --port: "${text}"`, "use a number from 1 to 65535: --port 8080");
}

function portError(error: unknown, port: number): unknown {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  if (code === "EADDRINUSE")
    return new UserError(
      "PORT_TAKEN",
      `another program listens on port ${port}`,
      "choose another port, or omit --port for any free one",
    );
  if (code !== "EACCES" && code !== "EPERM") return error;
  return new UserError(
    "PORT_REFUSED",
    `you may not listen on port ${port}`,
    "choose a port from 1024 on, or omit --port for any free one",
  );
}

/** The page can be opened by hand, so a browser that does not start ends nothing. */
async function openOrSay(url: string, { machine, settings }: Invocation): Promise<void> {
  try {
    await openPage(url, machine.env);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    const isWanted = !machine.args.includes("--no-color");
    const canvas = await canvasFor(machine, { stream: "stderr", isWanted, settings });
    machine.write("stderr", `${messageLines([`note: ${error.message}`, "open the URL above"], canvas).join("\n")}\n`);
  }
}
