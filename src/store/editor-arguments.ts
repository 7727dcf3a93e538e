// Editor arguments: how the editors that people use are told which line to open, and to stay until the file is closed.

/** Where to open a file. */
export interface EditorTarget {
  /** Absolute, so that no editor can take it for an option. */
  readonly path: string;
  /** Counted from 1; null to open the file where the editor likes. */
  readonly line: number | null;
}

type Arguments = (target: EditorTarget) => string[];

/** Most editors of a terminal: the line before the file. */
const plusLine: Arguments = ({ path, line }) => (line === null ? [path] : [`+${line}`, path]);

const colonLine: Arguments = ({ path, line }) => [line === null ? path : `${path}:${line}`];

const gotoLine: Arguments = ({ path, line }) => (line === null ? [path] : ["--goto", `${path}:${line}`]);

const optionLine: Arguments = ({ path, line }) => (line === null ? [path] : ["--line", `${line}`, path]);

interface Editor {
  readonly names: readonly string[];
  readonly arguments: Arguments;
  /** What makes it stay until the file is closed, where it would not. */
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

/** Other ways to say the same, in the words the person already gives. */
const waits = /(?:^|\s)(?:-w|--wait|-f|--nofork|-b|--block)(?:\s|$)/;

/** What to add behind the person's own command; of an editor nobody here knows, the file alone. */
export function editorArguments(command: string, target: EditorTarget): string[] {
  const name = programName(command);
  const editor = editors.find(({ names }) => names.includes(name));
  if (!editor) return [target.path];
  const stay = editor.wait === undefined || waits.test(command) ? [] : [editor.wait];
  return [...stay, ...editor.arguments(target)];
}

/** The last part of the first word of a command, without the ending that programs have on Windows. */
function programName(command: string): string {
  const [, quoted, single, bare = ""] = /^\s*(?:"([^"]*)"|'([^']*)'|((?:\\.|\S)*))/.exec(command) ?? [];
  const word = quoted ?? single ?? bare.replace(/\\(.)/g, "$1");
  return (word.split("/").at(-1) ?? "").toLowerCase().replace(/\.(?:exe|cmd|sh)$/, "");
}
