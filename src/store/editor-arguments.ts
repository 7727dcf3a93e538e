// Editor arguments: how common editors are asked to open a line, and to wait until the file is closed.

/** Where to open a file. */
export interface EditorTarget {
  /** Absolute, so no editor can take it for an option. */
  readonly path: string;
  /** Counted from 1; null to open the file at the editor's default position. */
  readonly line: number | null;
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
const waits = /(?:^|\s)(?:-w|--wait|-f|--nofork|-b|--block)(?:\s|$)/;

/** The arguments to append to the user's command; for an unknown editor, only the file. */
export function editorArguments(command: string, target: EditorTarget): string[] {
  const name = programName(command);
  const editor = editors.find(({ names }) => names.includes(name));
  if (!editor) return [target.path];
  const stay = editor.wait === undefined || waits.test(command) ? [] : [editor.wait];
  return [...stay, ...editor.arguments(target)];
}

/** The base name of the first word of a command, without the extension of Windows programs. */
function programName(command: string): string {
  const [, quoted, single, bare = ""] = /^\s*(?:"([^"]*)"|'([^']*)'|((?:\\.|\S)*))/.exec(command) ?? [];
  const word = quoted ?? single ?? bare.replace(/\\(.)/g, "$1");
  return (word.split("/").at(-1) ?? "").toLowerCase().replace(/\.(?:exe|cmd|sh)$/, "");
}
