// Browser: Chromium, for tests of how it renders pictures and pages.

import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";
import { chromium } from "playwright-core";

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

export async function openBrowser(): Promise<Browser> {
  const browser = await launchBrowser();
  return {
    async look({ url, width, scheme, media = null, question }) {
      const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme: scheme });
      try {
        const page = await context.newPage();
        const [loaded, said]: [string[], string[]] = [[], []];
        page.on("request", (request) => loaded.push(request.url()));
        page.on("console", (message) => said.push(`${message.type()}: ${message.text()}`));
        page.on("pageerror", (error) => said.push(String(error)));
        page.on("dialog", (dialog) => {
          said.push(`dialog: ${dialog.message()}`);
          void dialog.dismiss();
        });
        await page.emulateMedia({ media });
        await page.goto(url);
        return { answer: await page.evaluate(question), loaded, said };
      } finally {
        await context.close();
      }
    },
    close: () => browser.close(),
  };
}

export function launchBrowser(...args: string[]) {
  return chromium.launch({ executablePath: browserPath ?? "", args: ["--no-sandbox", ...args] });
}
