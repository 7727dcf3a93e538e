// Runs the user's editor on a file, and waits until it ends.

import { spawn } from "node:child_process";
import process from "node:process";
import { UserError } from "../model/errors.js";
import { quoteForShell } from "../text/quote-for-shell.js";
import { type Environment, isOnPath } from "./paths.js";

/** Where to open a file. */
interface EditorTarget {
  /** Absolute, so no editor can take it for an option. */
  readonly path: string;
  /** Counted from 1; null to open the file at the editor's default position. */
  readonly line: number | null;
}

interface EditorRun {
  readonly env: Environment;
  readonly cwd: string;
  /** The command as the user configured it: `code --wait`. */
  readonly command: string;
  readonly target: EditorTarget;
  /** Where the editor draws: stderr if stdout is redirected. */
  readonly screen: "stdout" | "stderr";
}

export type EditorEnd =
  | { readonly kind: "done" }
  /** With its exit code, or the name of the signal that ended it. */
  | { readonly kind: "failed"; readonly reason: string };

const fallbacks = ["editor", "nano", "vim", "vi"];

/**
 * `$VISUAL`, else `$EDITOR`, else the first available of the editors found on nearly every system.
 * @throws UserError if there is none
 */
export function findEditor(env: Environment, isTerminal: boolean): string {
  const named = [env.VISUAL, env.EDITOR].find((command) => command !== undefined && command.trim() !== "");
  if (named !== undefined) return named;
  const found = isTerminal ? fallbacks.find((program) => isOnPath(program, env)) : undefined;
  if (found !== undefined) return found;
  throw new UserError("NO_EDITOR", "no editor set", "set one with `export EDITOR=nano`");
}

/** The whole command as it would be typed, for display. */
export function editorCommandText({ command, target }: Pick<EditorRun, "command" | "target">): string {
  const quoted = (word: string) => (/^[-+][\w-]+$/.test(word) ? word : quoteForShell(word));
  return [command, ...editorArguments(command, target).map(quoted)].join(" ");
}

/**
 * Like git: the shell splits the user's command, and the file is passed as an argument, so the shell never parses a
 * file name. In the meantime, Ctrl-C belongs to the editor.
 * @throws UserError if there is no such program
 */
export async function runEditor({ env, cwd, command, target, screen }: EditorRun): Promise<EditorEnd> {
  const script = `${command} "$@"`;
  const output = screen === "stdout" ? 1 : 2;
  const ignore = () => {};
  const signals = ["SIGINT", "SIGQUIT"] as const;
  for (const signal of signals) process.on(signal, ignore);
  try {
    const child = spawn("sh", ["-c", script, command, ...editorArguments(command, target)], {
      cwd,
      env: { ...env },
      stdio: [0, output, 2],
    });
    const [exitCode, signal] = await new Promise<[number | null, NodeJS.Signals | null]>((resolve, reject) => {
      child.on("error", reject);
      child.on("close", (...end) => resolve(end));
    });
    if (exitCode === 127 || exitCode === 126) throw noSuchEditor(command);
    if (exitCode === 0) return { kind: "done" };
    return { kind: "failed", reason: signal === null ? `exit code ${exitCode}` : signal };
  } finally {
    for (const name of signals) process.off(name, ignore);
  }
}

function noSuchEditor(command: string): UserError {
  return new UserError(
    "EDITOR_NOT_FOUND",
    `cannot start the editor: ${command}`,
    "choose another one with `export EDITOR=nano`",
  );
}

// How common editors open a file at a line, and wait until it is closed.

/** The arguments to append to the user's command; for an unknown editor, only the file. */
export function editorArguments(command: string, target: EditorTarget): string[] {
  const name = programName(command);
  const editor = editors.find(({ names }) => names.includes(name));
  if (!editor) return [target.path];
  const stay = editor.wait === undefined || waitOption.test(command) ? [] : [editor.wait];
  return [...stay, ...editor.arguments(target)];
}

/** The base name of the first word of a command, without the extension of Windows programs. */
function programName(command: string): string {
  const [, quoted, single, bare = ""] = /^\s*(?:"([^"]*)"|'([^']*)'|((?:\\.|\S)*))/.exec(command) ?? [];
  const word = quoted ?? single ?? bare.replace(/\\(.)/g, "$1");
  return (word.split("/").at(-1) ?? "").toLowerCase().replace(/\.(?:exe|cmd|sh)$/, "");
}

type Arguments = (target: EditorTarget) => string[];

/** Most terminal editors: the line before the file. */
const plusLine: Arguments = ({ path, line }) => (line === null ? [path] : [`+${line}`, path]);

const colonLine: Arguments = ({ path, line }) => [line === null ? path : `${path}:${line}`];

const gotoLine: Arguments = ({ path, line }) => (line === null ? [path] : ["--goto", `${path}:${line}`]);

const optionLine: Arguments = ({ path, line }) => (line === null ? [path] : ["--line", `${line}`, path]);

interface Editor {
  readonly names: readonly string[];
  readonly arguments: Arguments;
  /** The option that makes the editor wait until the file is closed, if it does not by default. */
  readonly wait?: string;
}

const editors: readonly Editor[] = [
  { names: ["vi", "vim", "nvim", "view", "nvi", "elvis", "vis", "ex"], arguments: plusLine },
  {
    names: ["nano", "pico", "rnano", "micro", "joe", "jed", "mg", "ne", "kak", "emacs", "emacsclient"],
    arguments: plusLine,
  },
  { names: ["gvim", "mvim", "nvim-qt"], arguments: plusLine, wait: "--nofork" },
  { names: ["gedit", "xed", "pluma", "bbedit"], arguments: plusLine, wait: "--wait" },
  { names: ["hx", "helix"], arguments: colonLine },
  { names: ["subl", "sublime_text", "zed", "zeditor"], arguments: colonLine, wait: "--wait" },
  { names: ["code", "code-insiders", "codium", "vscodium", "cursor", "windsurf"], arguments: gotoLine, wait: "--wait" },
  {
    names: ["idea", "pycharm", "webstorm", "goland", "clion", "rubymine", "phpstorm", "rustrover", "mate"],
    arguments: optionLine,
    wait: "--wait",
  },
  { names: ["kate"], arguments: optionLine, wait: "--block" },
];

/** The spellings of that option that the user's own command may already contain. */
const waitOption = /(?:^|\s)(?:-w|--wait|-f|--nofork|-b|--block)(?:\s|$)/;
