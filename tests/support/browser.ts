// Browser: Chromium, controlled through pipes, for tests of how it renders pictures and pages.

import { type ChildProcess, spawn } from "node:child_process";
import { accessSync, constants, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { Readable, Writable } from "node:stream";
import { sessionEnd } from "./session-end.js";

const names = ["chromium", "chromium-browser", "google-chrome"];

/** The path of Chromium; undefined if it is not installed. */
export const browserPath = (process.env.PATH ?? "")
  .split(delimiter)
  .flatMap((folder) => names.map((name) => join(folder, name)))
  .find(canRun);

function canRun(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

export interface Look {
  readonly url: string;
  readonly width: number;
  readonly scheme: "light" | "dark";
  readonly media?: "print";
  /** The question to the page, as JavaScript. */
  readonly question: string;
}

export interface Seen {
  readonly answer: unknown;
  /** The URLs of everything that was loaded. */
  readonly loaded: readonly string[];
  /** What ran, was refused or failed, as reported by the browser. */
  readonly said: readonly string[];
}

export interface Browser {
  look(look: Look): Promise<Seen>;
  close(): Promise<void>;
}

type Params = Readonly<Record<string, unknown>>;
type Message = { readonly id?: number; readonly method?: string; readonly params?: Params; readonly result?: Params };

export async function openBrowser(): Promise<Browser> {
  const profile = mkdtempSync(join(tmpdir(), "roadmap-browser-"));
  const flags = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--remote-debugging-pipe",
    `--user-data-dir=${profile}`,
  ];
  const child = spawn(browserPath ?? "", [...flags, "about:blank"], {
    stdio: ["ignore", "ignore", "ignore", "pipe", "pipe"],
    // In its own session: the processes that it starts write to the profile, too.
    detached: true,
  });
  const ended = new Promise((resolve) => child.on("close", resolve));
  const { ask, heard } = talkTo(child);
  const { targetInfos } = await ask("Target.getTargets", {});
  const page = Array.isArray(targetInfos) ? targetInfos.find(({ type }) => type === "page") : undefined;
  const { sessionId } = await ask("Target.attachToTarget", { targetId: page?.targetId, flatten: true });
  const inPage = (method: string, params: Params = {}) => ask(method, params, sessionId);
  for (const domain of ["Page", "Network", "Runtime", "Log"]) await inPage(`${domain}.enable`);
  return {
    async look({ url, width, scheme, media = "", question }) {
      const from = heard.length;
      await inPage("Emulation.setDeviceMetricsOverride", { width, height: 900, deviceScaleFactor: 1, mobile: false });
      const features = [{ name: "prefers-color-scheme", value: scheme }];
      await inPage("Emulation.setEmulatedMedia", { media, features });
      await inPage("Page.navigate", { url });
      const loaded = `new Promise((done) => document.readyState === "complete" ? done() : addEventListener("load", done))`;
      const expression = `${loaded}.then(() => (${question}))`;
      const { result } = await inPage("Runtime.evaluate", { expression, awaitPromise: true, returnByValue: true });
      return { answer: valueIn(result), ...eventsIn(heard.slice(from)) };
    },
    async close() {
      process.kill(-Number(child.pid), "SIGKILL");
      await ended;
      await sessionEnd(String(child.pid));
      rmSync(profile, { recursive: true, force: true });
    },
  };
}

function valueIn(result: unknown): unknown {
  return typeof result === "object" && result !== null && "value" in result ? result.value : undefined;
}

function eventsIn(events: readonly Message[]): Omit<Seen, "answer"> {
  const of = (method: string) => events.filter((event) => event.method === method);
  return {
    loaded: of("Network.requestWillBeSent").map(({ params }) => String(Object(params?.request).url)),
    said: [
      "Runtime.consoleAPICalled",
      "Page.javascriptDialogOpening",
      "Runtime.exceptionThrown",
      "Log.entryAdded",
    ].flatMap((method) => of(method).map(({ params }) => `${method}: ${JSON.stringify(params)}`)),
  };
}

/** Chromium reads from its third pipe and writes to its fourth: JSON, each message ended by a NUL. */
function talkTo({ stdio }: ChildProcess) {
  const [, , , input, output] = stdio;
  if (!(input instanceof Writable) || !(output instanceof Readable)) throw new Error("the browser has no pipes");
  const waiting = new Map<number, (result: Params) => void>();
  const heard: Message[] = [];
  let text = "";
  output.setEncoding("utf8").on("data", (chunk: string) => {
    const parts = `${text}${chunk}`.split("\0");
    text = parts.pop() ?? "";
    for (const part of parts) {
      const message: Message = JSON.parse(part);
      heard.push(message);
      if (message.id !== undefined) waiting.get(message.id)?.(message.result ?? {});
    }
  });
  let id = 0;
  const ask = (method: string, params: Params, sessionId?: unknown) =>
    new Promise<Params>((resolve) => {
      waiting.set(++id, resolve);
      input.write(`${JSON.stringify({ id, method, params, sessionId })}\0`);
    });
  return { ask, heard };
}
