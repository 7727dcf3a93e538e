// Opens a page in the user's browser, without a shell.

import { spawn } from "node:child_process";
import { basename, dirname, isAbsolute } from "node:path";
import process from "node:process";
import { pathToFileURL } from "node:url";
import { UserError } from "../model/errors.js";
import { type Environment, isOnPath } from "./paths.js";

interface Browser {
  readonly program: string;
  /** Before the URL. */
  readonly args: readonly string[];
}

/**
 * `$BROWSER` if it is a program without arguments, else the program of the system that opens a URL; null if there is
 * none.
 */
export function findBrowser(env: Environment, platform: NodeJS.Platform = process.platform): Browser | null {
  const chosen = env.BROWSER?.trim() ?? "";
  if (chosen !== "" && isProgram(chosen, env)) return { program: chosen, args: [] };
  if (platform === "win32") return { program: "rundll32", args: ["url.dll,FileProtocolHandler"] };
  const candidates = platform === "darwin" ? ["open"] : ["xdg-open", "wslview"];
  const program = candidates.find((name) => isOnPath(name, env));
  return program === undefined ? null : { program, args: [] };
}

/** A relative path is none: what it means depends on the folder. */
function isProgram(name: string, env: Environment): boolean {
  if (isAbsolute(name)) return isOnPath(basename(name), { PATH: dirname(name) });
  return basename(name) === name && isOnPath(name, env);
}

/** A file, as a browser takes it. */
export function fileUrl(path: string): string {
  return pathToFileURL(path).href;
}

/** These draw in the terminal, so they need it until they end. */
const inTerminal: ReadonlySet<string> = new Set(["browsh", "elinks", "links", "links2", "lynx", "w3m", "www-browser"]);

/** A browser that is still running after so long has opened the page. */
const startMs = 2000;

/**
 * Opens a page or a file. Of a graphical browser, only the start is awaited.
 * @param url as `URL.href` writes it, with `http:`, `https:` or `file:`
 * @throws UserError if no browser can be started
 */
export async function openInBrowser(url: string, env: Environment): Promise<void> {
  if (!/^(?:https?|file):/.test(url)) throw new RangeError(`not the URL of a page: ${url}`);
  const browser = findBrowser(env);
  if (!browser) throw new UserError("NO_BROWSER", "no browser found", `open ${url} yourself, or set $BROWSER`);
  const isTextual = inTerminal.has(basename(browser.program));
  const failure = await new Promise<string | null>((resolve, reject) => {
    const child = spawn(browser.program, [...browser.args, url], {
      env: { ...env },
      detached: !isTextual,
      stdio: isTextual ? "inherit" : "ignore",
    });
    const end = (failure: string | null) => {
      clearTimeout(timer);
      child.unref();
      resolve(failure);
    };
    const timer = isTextual ? undefined : setTimeout(() => end(null), startMs);
    child.on("error", reject);
    child.on("exit", (exitCode, signal) => {
      end(exitCode === 0 ? null : `it exited with ${signal ?? `code ${exitCode}`}`);
    });
    // Some failures to start are reported by the event, others are thrown.
  }).catch(({ message }: Error) => message);
  if (failure === null) return;
  throw new UserError(
    "BROWSER_FAILED",
    `${browser.program} could not open the page: ${failure}`,
    `open ${url} yourself, or choose another browser with $BROWSER`,
  );
}
