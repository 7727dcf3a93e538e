// Page blocks: the commands that a document shows, run in one shell, and the output shown for them.

import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { makePlace, quotedProgram } from "./program.js";

const root = join(import.meta.dirname, "..", "..");

export interface Step {
  readonly shell: string;
  /** The lines of the page that show its output; without them it only has to succeed. */
  readonly output?: { readonly from: number; readonly to: number };
}

interface Block {
  readonly language: string;
  readonly lines: readonly string[];
  /** The index of its first line in the page. */
  readonly from: number;
}

/**
 * `console` blocks show commands with their output, `sh` blocks commands that succeed, `js` blocks the file
 * `example.mjs`. A comment `<!-- setup` contains commands hidden from readers; `<!-- not run` skips the next block.
 */
export function stepsOf(page: string): readonly Step[] {
  return blocksOf(page.split("\n")).flatMap((block) => {
    if (block.language === "console") return consoleSteps(block);
    if (block.language === "js") return [{ shell: `cat > example.mjs <<'END'\n${block.lines.join("\n")}\nEND` }];
    return ["sh", "setup"].includes(block.language) ? [{ shell: withoutNpm(block.lines).join("\n") }] : [];
  });
}

function blocksOf(lines: readonly string[]): readonly Block[] {
  const blocks: Block[] = [];
  let isNextRun = true;
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? "";
    if (line.startsWith("<!-- not run")) isNextRun = false;
    const [, setup, language = setup] = /^(?:<!-- (setup)|```(\w*))$/.exec(line) ?? [];
    if (language === undefined) continue;
    const end = lines.findIndex((one, index) => index > at && (one === "-->" || one === "```"));
    if (end === -1) throw new Error(`line ${at + 1} opens a block that nothing closes`);
    if (isNextRun) blocks.push({ language, lines: lines.slice(at + 1, end), from: at + 1 });
    isNextRun = true;
    at = end;
  }
  return blocks;
}

/** npm commands need a clone and a registry. */
function withoutNpm(lines: readonly string[]): readonly string[] {
  return lines.filter((line) => !/^(?:npm_\w+=\S+ )?npm /.test(line));
}

function consoleSteps({ lines, from }: Block): readonly Step[] {
  const starts = lines.flatMap((line, index) => (line.startsWith("$ ") ? [index] : []));
  return starts.map((start, index) => ({
    shell: (lines[start] ?? "").slice(2),
    output: { from: from + start + 1, to: from + (starts[index + 1] ?? lines.length) },
  }));
}

const mark = "@@ step";

/**
 * The output of each step, in a terminal of 80 columns without color, with no one to answer questions. A step without
 * shown output prints `@@ failed` if one of its commands fails.
 */
export async function runSteps(steps: readonly Step[]): Promise<readonly string[]> {
  const place = makePlace({});
  const bin = join(place.folder, "..", "bin");
  mkdirSync(bin);
  writeFileSync(join(bin, "roadmap"), `#!/bin/sh\nexec ${quotedProgram} "$@"\n`);
  chmodSync(join(bin, "roadmap"), 0o755);
  mkdirSync(place.path("node_modules"));
  symlinkSync(root, place.path("node_modules/roadmap-md"));
  const script = steps.map(({ shell, output }) => {
    const trap = output === undefined ? `trap 'echo "@@ failed: $BASH_COMMAND"' ERR` : "trap - ERR";
    return `trap - ERR\necho "${mark}"\n${trap}\n${shell}\n`;
  });
  const run = join(place.folder, "..", "steps.sh");
  writeFileSync(run, script.join(""));
  const { stdout } = await place.shell(`script -qec 'stty cols 80 rows 50 -onlcr; bash "$RUN" </dev/null' /dev/null`, {
    RUN: run,
    SHELL: "/bin/bash",
    TERM: "xterm",
    NO_COLOR: "1",
    PAGER: "cat",
    GIT_CONFIG_COUNT: "1",
    GIT_CONFIG_KEY_0: "color.ui",
    GIT_CONFIG_VALUE_0: "false",
    PATH: `${bin}:${process.env.PATH}`,
    ROADMAP_TODAY: "2026-11-30",
    FIXTURES: join(root, "tests", "fixtures"),
    GIT_AUTHOR_NAME: "Ada",
    GIT_COMMITTER_NAME: "Ada",
  });
  return stdout.split(`${mark}\n`).slice(1);
}
