// The web page for tests: the built server on files of its own, and Chromium looking at it.

import { type ChildProcess, spawn } from "node:child_process";
import { createRequire } from "node:module";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, onTestFinished, test } from "vitest";
import { browserPath, launchBrowser } from "./browser.js";
import { makePlace, type Place, programCommand } from "./program.js";

/** Tests in a real browser; skipped where there is none. */
export const browserTest = test.skipIf(browserPath === undefined);

/** The day of the half-way roadmap in the fixtures. */
export const pageDay = "2026-11-30";

export interface Server {
  /** With the token. */
  readonly url: string;
  readonly port: number;
  readonly process: ChildProcess;
  /** Asks it to end, and waits for its exit code. */
  stop(signal?: NodeJS.Signals): Promise<number | null>;
}

/** Starts `roadmap web` on the roadmap of a place; it is killed when the test is over. */
export async function startServer(place: Place, ...args: string[]): Promise<Server> {
  const { command, args: words } = programCommand("web", "--json", ...args);
  const child = spawn(command, words, {
    cwd: place.folder,
    env: { ...place.env, ROADMAP_TODAY: pageDay },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const ended = new Promise<number | null>((resolve) => child.on("close", resolve));
  onTestFinished(async () => {
    child.kill("SIGKILL");
    await ended;
  });
  const line = await firstLine(child);
  const { url, port } = JSON.parse(line);
  return {
    url,
    port,
    process: child,
    stop(signal = "SIGTERM") {
      child.kill(signal);
      return ended;
    },
  };
}

/** The first line that it prints. */
export function firstLine(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let [out, err] = ["", ""];
    child.stderr?.setEncoding("utf8").on("data", (text: string) => {
      err += text;
    });
    child.stdout?.setEncoding("utf8").on("data", (text: string) => {
      out += text;
      if (out.includes("\n")) resolve(out.slice(0, out.indexOf("\n")));
    });
    child.on("close", (code) => reject(new Error(`roadmap web ended with ${code}: ${err}`)));
  });
}

let browser: Promise<Browser> | undefined;

/** One for all tests of a file. */
export function testBrowser(): Promise<Browser> {
  if (!browser) {
    browser = launchBrowser();
    const opened = browser;
    closers.push(async () => (await opened).close());
  }
  return browser;
}

const closers: (() => Promise<void>)[] = [];
afterAll(async () => {
  for (const close of closers.splice(0)) await close();
  browser = undefined;
});

export interface Opened {
  readonly page: Page;
  readonly place: Place;
  readonly server: Server;
  /** What the browser reported: messages on the console, exceptions, refusals by the policy. */
  readonly said: readonly string[];
}

type PageOptions = BrowserContextOptions & {
  /** The fragment to open after the page is drawn: `#phases`. */
  readonly at?: string;
  readonly args?: readonly string[];
};

/** Opens the page on a roadmap, in a window of its own, and waits until it is drawn. */
export async function openWebPage(text: Parameters<typeof makePlace>[0], options: PageOptions = {}): Promise<Opened> {
  const { at, args = [], ...context } = options;
  const place = makePlace(text);
  const server = await startServer(place, ...args);
  return { place, server, ...(await lookAt(server.url, { at, ...context })) };
}

/** Opens the address in a window of its own, and waits until the page is drawn. */
export async function lookAt(
  url: string,
  { at, ...options }: BrowserContextOptions & { readonly at?: string | undefined } = {},
): Promise<Pick<Opened, "page" | "said">> {
  const context = await (await testBrowser()).newContext({ viewport: { width: 1280, height: 800 }, ...options });
  onTestFinished(() => context.close());
  const page = await context.newPage();
  const said: string[] = [];
  page.on("console", (message) => said.push(`${message.type()}: ${message.text()}`));
  page.on("pageerror", (error) => said.push(String(error)));
  await page.goto(url);
  await page.locator("h1").waitFor();
  await page.getByText("Reading the roadmap…").waitFor({ state: "detached" });
  if (at !== undefined) await goTo(page, at);
  return { page, said };
}

/** Waits until the view is loaded, and what is open in it. */
async function goTo(page: Page, fragment: string): Promise<void> {
  const [view, item] = fragment.replace("#", "").split("/");
  await page.evaluate(`location.hash = ${JSON.stringify(fragment)}`);
  await page.locator(`[aria-current=page][href="#${view}"]`).waitFor();
  await page.locator(item === undefined ? ".without-drawer > main" : ".with-drawer > main ~ .drawer").waitFor();
}

/** What axe finds in the page as it is; the context needs `bypassCSP`. */
export async function axeViolations(page: Page): Promise<readonly string[]> {
  if (!(await page.evaluate("'axe' in window")))
    await page.addScriptTag({ path: createRequire(import.meta.url).resolve("axe-core/axe.min.js") });
  const found: { id: string; nodes: { target: string[]; failureSummary: string }[] }[] = await page.evaluate(
    "axe.run().then(({ violations }) => violations)",
  );
  return found.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target}: ${failureSummary}`),
  );
}
